"""`earmark import`: what people said, in again, with all that could not be taken over by name."""

import os
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from desktop_app.cli.output import OK, SOME_UNREADABLE, WRONG_USAGE, CommandError, count, result, say
from desktop_app.cli.session import do_job

_MOST_SHOWN: Final = 20
"""Sounds and contradictions that are named; `--json` has all of them."""


def import_said(arguments: Namespace) -> int:
    """Say what files would add to what is said, and add it."""
    files = [str(_existing(file)) for file in arguments.files]
    request = {"job": "import-said", "files": files, "replace": arguments.replace, "dry_run": arguments.dry_run}
    document = do_job(arguments, request)
    for line in _troubles(document):
        say(line)
    result(arguments, document, list(_lines(document, dry_run=arguments.dry_run)))
    return SOME_UNREADABLE if document["left_out"] or document["refused"] else OK


def _existing(given: str) -> Path:
    """A file or folder that was named. Raises CommandError when it is not there."""
    path = Path(os.path.abspath(given))  # noqa: PTH100 (`absolute` keeps “..”, and the library knows no such path)
    if not path.exists():
        raise CommandError(f"{path} is not there: name lists, or folders with sidecars.", WRONG_USAGE)
    return path


def _troubles(document: dict[str, Any]) -> Iterator[str]:
    yield from _some([one["reason"] for one in document["refused"]], "files that could not be read")
    yield from _some([_left_out(one) for one in document["left_out"]], "that could not be understood")
    yield from _some([f"not in the library: {path}" for path in document["unknown"]], "that are not in the library")
    ambiguous = [
        f"several sounds here have this name, and none of them that folder: {path}" for path in document["ambiguous"]
    ]
    yield from _some(ambiguous, "of whose names there are several")
    other = [f"here the audio of that name is other: {one['path']} ({one['here']})" for one in document["other_audio"]]
    yield from _some(other, "of whose names there is other audio")
    if other:
        yield "Nothing was taken over for these; in the window you say of each whether it is the same sound."
    unheard = [f"in the library, but not heard: {path}: {why}" for path, why in document["unheard"].items()]
    yield from _some(unheard, "that were not heard")
    if document["unread_columns"]:
        yield f"columns that mean nothing here, and were not read: {_listed(document['unread_columns'])}"
    if words := document["words_left"]:
        yield f"{count(len(words), 'keyword')} that no active vocabulary has as a tag, left out: {_listed(list(words))}"
    if tags := document["unknown_tags"]:
        yield _tags_not_here(tags)
    yield from _contradictions(document)


def _contradictions(document: dict[str, Any]) -> Iterator[str]:
    conflicts = document["conflicts"]
    kept = "replaced by" if document["replace"] else "kept, though the file says"
    lines = [f"{one['path']}: {one['what']}: “{one['here']}” is {kept} “{one['there']}”" for one in conflicts]
    yield from _some(lines, "contradictions")
    if conflicts and not document["replace"]:
        yield "With --replace the files are believed instead; in the window you choose one by one."


def _some(lines: Sequence[str], what: str) -> Iterator[str]:
    yield from lines[:_MOST_SHOWN]
    if len(lines) > _MOST_SHOWN:
        yield f"and {len(lines) - _MOST_SHOWN:,} more {what} (--json lists all)"


def _left_out(one: Mapping[str, Any]) -> str:
    place = f"line {one['line']}" if "line" in one else f"entry {one['entry']}"
    about = f" ({one['path']})" if one["path"] else ""
    return f"left out: {one['file']}, {place}{about}: {one['reason']}"


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _MOST_SHOWN:,} more" if len(names) > _MOST_SHOWN else ""
    return f"{', '.join(names[:_MOST_SHOWN])}{more}"


def _tags_not_here(tags: dict[str, int]) -> str:
    decisions = sum(tags.values())
    return (
        f"{count(decisions, 'tag decision')} of the file {'is' if decisions == 1 else 'are'} about what no vocabulary "
        f"here has as a tag, and {'counts' if decisions == 1 else 'count'} once one has: {_listed(list(tags))}"
    )


def _of_sound(sound: Mapping[str, Any]) -> str:
    """A line that says what would be said of a sound."""
    marks = sound["marks"]
    said = [f"{tag['name'] or tag['tag']} ({tag['judgement']})" for tag in sound["tags"]]
    said += [f"rating {marks['rating']}"] if marks.get("rating") else []
    said += ["favourite"] if marks.get("favourite") else []
    said += [f"note “{marks['note']}”"] if marks.get("note") else []
    said += [f"collection “{name}”" for name in sound["collections"]]
    return f"{sound['path']}: {', '.join(said) or 'no marks'}"


def _lines(document: dict[str, Any], *, dry_run: bool) -> Iterator[str]:
    if not document["listed"] and not document["left_out"]:
        yield "no sound is listed there"
        return
    yield from _some([_of_sound(sound) for sound in document.get("sounds", ())], "sounds")
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
