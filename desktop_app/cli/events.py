"""`earmark tag --events`: when in sounds which tags apply, as lines or as other programs read it."""

import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from desktop_app.app import Earmark
from desktop_app.cli.output import OK, SOME_UNREADABLE, WRONG_USAGE, CommandError, count, encodable, result, say
from desktop_app.cli.session import reading
from desktop_app.cli.sound_names import audio_files, existing, vocabularies_of
from desktop_app.core.event_formats import EVENT_FORMATS, EventFormat, event_document
from desktop_app.core.sound_events import SoundEvent, most_certain
from desktop_app.engine.decoding.sound_errors import SilentSoundError, UnreadableSoundError
from desktop_app.engine.processes.worker_errors import WorkerDiedError
from desktop_app.settings import write_whole

_FORMAT_OF: Final = {".csv": "csv", ".json": "json", ".txt": "audacity"}
"""By the suffix of the file to write."""

Events = tuple[SoundEvent, ...]


def tag_events(arguments: Namespace) -> int:
    """List the events of the sounds that were named, or write them to a file."""
    if not arguments.paths:
        raise CommandError("Name the sounds whose events you want to know.", WRONG_USAGE)
    paths = [existing(path) for path in arguments.paths]
    target = None if arguments.to is None else Path(arguments.to).absolute()
    written = _format(arguments, target)
    unreadable: list[str] = []
    with reading(arguments) as earmark:
        vocabularies = vocabularies_of(earmark, arguments.vocabulary)
        files = list(audio_files(earmark, paths))
        if written is not None and written.one_sound and len(files) != 1:
            raise CommandError(f"{written.name} has room for the events of one sound: name one.", WRONG_USAGE)
        earmark.tagger.set_vocabularies(vocabularies)
        found = list(_events(earmark, files, arguments.top, unreadable))
        document = {
            "vocabulary": ", ".join(vocabulary.vocabulary_id for vocabulary in vocabularies),
            "embedder": earmark.spec.embedder_id,
            "sounds": [{"path": str(path), "events": list(map(event_document, events))} for path, events in found],
        }
    for problem in unreadable:
        say(problem)
    if written is None:
        result(arguments, document, list(_lines(found)))
    else:
        text = written.write([(str(path), events) for path, events in found])
        _hand_out(arguments, document, target, text, sum(len(events) for _, events in found))
    return SOME_UNREADABLE if unreadable else OK


def _format(arguments: Namespace, target: Path | None) -> EventFormat | None:
    """What to write, None for lines to be read by people; looked at before anything is listened to."""
    name = arguments.format or (None if target is None else _FORMAT_OF.get(target.suffix.lower()))
    if target is None:
        if arguments.replace:
            raise CommandError("--replace is for --to FILE.", WRONG_USAGE)
        if name is not None and arguments.json:
            raise CommandError("--json prints a document of its own: name a file for the other with --to.", WRONG_USAGE)
        return EVENT_FORMATS.get(name or "")
    known = EVENT_FORMATS.get(name or "")
    if known is None:
        raise CommandError(f"{target.name} could be anything: end its name in .csv, .json or .txt.", WRONG_USAGE)
    if target.suffix.lower() != known.suffix:
        raise CommandError(f"{target.name} is no name for {known.name}: end it in {known.suffix}.", WRONG_USAGE)
    if not target.parent.is_dir():
        raise CommandError(f"{target.parent} does not exist: make the folder, or choose another.", WRONG_USAGE)
    if target.exists() and not arguments.replace:
        raise CommandError(f"{target} exists already: replace it with --replace, or choose another name.")
    return known


def _events(
    earmark: Earmark, files: Sequence[Path], most: int | None, unreadable: list[str]
) -> Iterator[tuple[Path, Events]]:
    for path in files:
        try:
            events = earmark.events.of(path) or ()
        except SilentSoundError as error:
            say(f"{path}: {error}")
            yield path, ()
        except (UnreadableSoundError, WorkerDiedError) as error:
            unreadable.append(f"unreadable: {path}: {error}")
        else:
            best = {event.tag.key for row in most_certain(events, most or len(events)) for event in row}
            yield path, tuple(event for event in events if event.tag.key in best)


def _hand_out(arguments: Namespace, document: Mapping[str, Any], target: Path | None, text: str, events: int) -> None:
    """To a file, or to standard output."""
    if target is None:
        sys.stdout.write(encodable(text, sys.stdout))
        sys.stdout.flush()
        return
    write_whole(target, text.encode("utf-8"))
    result(arguments, {**document, "file": str(target)}, [f"wrote {count(events, 'event')} to {target}"])


def _lines(found: Sequence[tuple[Path, Events]]) -> Iterator[str]:
    for path, events in found:
        if not events:
            yield f"{path}: no events"
        for event in events:
            times = f"{event.onset:9.3f} {event.offset:9.3f}"
            yield f"{path}: {times}  {event.tag.tag.name} {event.score:.2f}"
