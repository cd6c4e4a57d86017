"""`earmark export tags`, `earmark export collection`, `earmark import`: what people said, out and in again."""

import os
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from desktop_app.cli.output import OK, WRONG_USAGE, CommandError, count, result, say
from desktop_app.cli.session import do_job, reading
from desktop_app.cli.sound_names import existing, existing_file
from desktop_app.core.exchange import FORMATS, format_of
from desktop_app.core.playlist import write_playlist
from desktop_app.core.sound import SoundState
from desktop_app.exchanging import names_of_tags, said_of_sounds
from desktop_app.library.databases.durable import write_whole
from desktop_app.library.tables.sound_filter import SoundFilter

_MOST_SHOWN: Final = 20
"""Sounds and contradictions that are named; `--json` has all of them."""


def export_tags(arguments: Namespace) -> int:
    """Write what was said of all sounds, or of those of some folders, to a file."""
    target = _target(arguments)
    form = format_of(target.name)
    if form is None:
        kinds = ", ".join(found.suffix for found in FORMATS)
        raise CommandError(f"Name a file that ends in one of {kinds}: that says how it is written.", WRONG_USAGE)
    places = tuple(existing(path) for path in arguments.paths)
    with reading(arguments) as earmark:
        wanted = SoundFilter(within=places, states=tuple(SoundState))
        said = list(said_of_sounds(earmark.library, earmark.library.sounds.ids(filter=wanted).tolist()))
        text = form.write(said, names_of_tags(earmark))
    write_whole(target, text.encode("utf-8"))
    if not said:
        say("Nothing was said of these sounds yet: only what a person said is written, and no automatic tags.")
    result(arguments, {"file": str(target), "sounds": len(said)}, [f"wrote {count(len(said), 'sound')} to {target}"])
    return OK


def export_collection(arguments: Namespace) -> int:
    """Write the sounds of a collection to a playlist."""
    target = _target(arguments)
    if target.suffix.lower() not in (".m3u", ".m3u8"):
        raise CommandError("Name a file that ends in .m3u8.", WRONG_USAGE)
    with reading(arguments) as earmark:
        known = [collection.name for collection in earmark.library.collections.all()]
        if arguments.name.casefold() not in {name.casefold() for name in known}:
            there = ", ".join(known) or "none"
            raise CommandError(f"There is no collection “{arguments.name}”. There are: {there}.", WRONG_USAGE)
        wanted = SoundFilter(collections=(arguments.name,))
        paths = earmark.library.sounds.paths_of(earmark.library.sounds.ids(filter=wanted).tolist())
    write_whole(target, write_playlist(sorted(paths), target.parent).encode("utf-8", "surrogateescape"))
    result(arguments, {"file": str(target), "sounds": len(paths)}, [f"wrote {count(len(paths), 'sound')} to {target}"])
    return OK


def import_said(arguments: Namespace) -> int:
    """Say what a file would add to what is said, and add it."""
    file = existing_file(arguments.file)
    request = {"job": "import-said", "file": str(file), "replace": arguments.replace, "dry_run": arguments.dry_run}
    document = do_job(arguments, request)
    for line in _troubles(document):
        say(line)
    result(arguments, document, list(_lines(document, dry_run=arguments.dry_run)))
    return OK


def _target(arguments: Namespace) -> Path:
    """The file to write. Raises CommandError where there is one already."""
    target = Path(arguments.to).absolute()
    if os.path.lexists(target) and not arguments.replace:
        raise CommandError(f"{target} is there already: replace it with --replace, or name another file.")
    return target


def _troubles(document: dict[str, Any]) -> Iterator[str]:
    unknown, conflicts = document["unknown"], document["conflicts"]
    yield from (f"not in the library: {path}" for path in unknown[:_MOST_SHOWN])
    if len(unknown) > _MOST_SHOWN:
        yield f"and {len(unknown) - _MOST_SHOWN:,} more that are not in the library"
    unheard = document["unheard"]
    yield from (f"in the library, but not heard: {path}: {why}" for path, why in list(unheard.items())[:_MOST_SHOWN])
    if len(unheard) > _MOST_SHOWN:
        yield f"and {len(unheard) - _MOST_SHOWN:,} more that were not heard"
    if tags := document["unknown_tags"]:
        yield _tags_not_here(tags)
    kept = "replaced by" if document["replace"] else "kept, though the file says"
    for conflict in conflicts[:_MOST_SHOWN]:
        yield f"{conflict['path']}: {conflict['what']}: “{conflict['here']}” is {kept} “{conflict['there']}”"
    if len(conflicts) > _MOST_SHOWN:
        yield f"and {len(conflicts) - _MOST_SHOWN:,} more contradictions"
    if conflicts and not document["replace"]:
        yield "With --replace the file is believed instead."


def _tags_not_here(tags: dict[str, int]) -> str:
    decisions, each = sum(tags.values()), ", ".join(list(tags)[:_MOST_SHOWN])
    more = f" and {len(tags) - _MOST_SHOWN:,} more" if len(tags) > _MOST_SHOWN else ""
    return (
        f"{count(decisions, 'tag decision')} of the file {'is' if decisions == 1 else 'are'} about what no vocabulary "
        f"here has as a tag, and {'counts' if decisions == 1 else 'count'} once one has: {each}{more}"
    )


def _lines(document: dict[str, Any], *, dry_run: bool) -> Iterator[str]:
    matched = ", ".join(f"{number:,} by {by}" for by, number in document["matched"].items() if number)
    yield f"found {matched or 'no sound'}"
    said = (
        ", ".join(
            count(document[name], noun)
            for name, noun in (
                ("tags", "tag decision"),
                ("marks", "rating or note"),
                ("collected", "sound in a collection"),
            )
            if document[name]
        )
        .replace("rating or notes", "ratings or notes")
        .replace("sound in a collections", "sounds in collections")
    )
    yield f"{'would add' if dry_run else 'added'} {said or 'nothing'}"
