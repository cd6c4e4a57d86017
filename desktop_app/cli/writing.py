"""`earmark write`: tags into sound files, shown first."""

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from desktop_app.app import Earmark
from desktop_app.cli.changing import UNDO_OF_PATHS, agreed, done, nothing_done, report, report_there
from desktop_app.cli.output import BUSY, WRONG_USAGE, CommandError, count, result, say
from desktop_app.cli.session import do_in_other, holding, profile_of, say_notices
from desktop_app.cli.sound_names import existing, is_empty, vocabularies_of
from desktop_app.cli.taking_back import undo
from desktop_app.file_changes.tag_writing import PlannedSound, write_sounds
from desktop_app.library.metadata.mapping import WRITABLE, MappingError
from desktop_app.library.metadata.slots import DEFAULT_SLOTS
from desktop_app.other_processes.writing_jobs import NothingThereError, choice_of, planned_in

_OTHER_TAGS: Final = "Another Earmark is using this library, with its own vocabularies: close it to write by others."
_FORGET_ALONE: Final = "--forget goes with --undo: it forgets what cannot be taken back."
_UNSAID: Final = "Nothing was written: look at what --dry-run shows, and say --yes."
_TAKEN_BACK: Final = "“earmark write --undo” takes that back"
_FIELD_OF: Final = {(slot.place.value, slot.key): field for field in WRITABLE for slot in DEFAULT_SLOTS[field]}
_MOST_SHOWN: Final = 20
"""Files of which each change is shown, on a terminal; all with --json and with --dry-run."""


def write(arguments: Namespace) -> int:
    """Show what would change, ask, and write; or take the last writing back."""
    if arguments.forget and not arguments.undo:
        raise CommandError(_FORGET_ALONE, WRONG_USAGE)
    if arguments.undo and arguments.paths:
        raise CommandError(UNDO_OF_PATHS, WRONG_USAGE)
    if arguments.undo:
        return undo(arguments)
    request = _request(arguments, [existing(path) for path in arguments.paths])
    with holding(arguments, say_notices) as held:
        if held is not None:
            earmark, _ = held
            return _write(arguments, earmark, request)
    if arguments.vocabulary:
        raise CommandError(_OTHER_TAGS, BUSY)
    return _write_there(arguments, request)


def _request(arguments: Namespace, paths: Sequence[Path]) -> dict[str, Any]:
    """What is wanted, as the process that holds the library is told it."""
    return {
        "job": "write",
        "paths": [str(path) for path in paths],
        "tags": arguments.tags,
        "fields": [name.strip() for name in (arguments.fields or "").split(",") if name.strip()],
        "existing": arguments.existing,
        "keep_time": not arguments.new_time,
        "split_links": arguments.split_links,
        "dry_run": True,
    }


def _write(arguments: Namespace, earmark: Earmark, request: dict[str, Any]) -> int:
    try:
        choice = choice_of(earmark, request)
        planned: list[PlannedSound] = []
        document: dict[str, Any] = {"files": [], "untagged": 0, "saying_it": 0, "keeping": 0, "again": 0, "written": 0}
        if not is_empty(earmark):
            earmark.tagger.set_vocabularies(vocabularies_of(earmark, arguments.vocabulary))
            planned, document = planned_in(earmark, [Path(path) for path in request["paths"]], choice)
    except MappingError as error:
        raise CommandError(str(error), WRONG_USAGE) from error
    except NothingThereError as error:
        raise CommandError(str(error)) from error
    if not _wanted(arguments, document):
        return nothing_done(arguments, document)
    outcomes = done(arguments, write_sounds(earmark, planned, choice), len(planned))
    return report(arguments, document, outcomes, "written", _TAKEN_BACK)


def _write_there(arguments: Namespace, request: dict[str, Any]) -> int:
    """The same, done by the process that holds the library."""
    profile = profile_of(arguments)
    document = do_in_other(profile, request)
    if not _wanted(arguments, document):
        return nothing_done(arguments, document)
    return report_there(
        arguments, do_in_other(profile, {**request, "dry_run": False}, goes_on=True), "written", _TAKEN_BACK
    )


def _wanted(arguments: Namespace, document: dict[str, Any]) -> bool:
    """Show what would change; whether it is to be done."""
    files = [file for file in document["files"] if not file["problem"]]
    shown = document["files"] if arguments.dry_run else document["files"][:_MOST_SHOWN]
    if arguments.dry_run or not files:
        result(arguments, document, [*_by_field(files), *_lines(shown), *_summary(document)])
        return False
    if not arguments.json:
        for line in (*_by_field(files), *_lines(shown), *_summary(document)):
            say(line)
    return agreed(arguments, f"Write into {count(len(files), 'file')}?", otherwise=_UNSAID)


def _summary(document: Mapping[str, Any]) -> Iterator[str]:
    files = document["files"]
    closed = sum(bool(file["problem"]) for file in files)
    open_ = len(files) - closed
    yield f"{count(open_, 'file')} would change" if open_ else "no file would change"
    if closed:
        yield f"{count(closed, 'file')} cannot be written"
    if document["saying_it"]:
        yield f"{count(document['saying_it'], 'file')} with all of that already"
    if document["keeping"]:
        yield f"{count(document['keeping'], 'file')} keeping another category than yours: see “--existing replace”"
    if document["untagged"]:
        yield f"{count(document['untagged'], 'sound')} without such tags"
    if document["again"]:
        yield f"{count(document['again'], 'link')} to files that are written"


def _by_field(files: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    """In how many files each field would change, where there are several."""
    if len(files) == 1:
        return
    found = Counter(
        field for file in files for field in {_FIELD_OF[change["place"], change["key"]] for change in file["changes"]}
    )
    for field in WRITABLE:
        if field in found:
            yield f"{field.value}: {count(found[field], 'file')}"


def _lines(files: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for file in files:
        yield file["path"]
        if file["problem"]:
            yield f"  cannot be written: {file['problem']}"
        for change in file["changes"]:
            before = f" (was: {'; '.join(change['before'])})" if change["before"] else ""
            yield f"  {change['place']} {change['key']}: {'; '.join(change['after'])}{before}"
        if file["kept"]:
            yield f"  {file['kept']}"
        for left in file["left_alone"]:
            yield f"  {left['place']} {left['key']} is not written: {left['reason']}"
        if file["other_names"]:
            others = count(file["other_names"], "other name")
            yield f"  becomes a file of its own: {others} (hard links) lead to the file as it is"
