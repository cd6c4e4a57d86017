"""`earmark rename`: names of the Universal Category System for sound files, shown first, and the old ones back."""

from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from desktop_app.app import Earmark
from desktop_app.cat_id_choice import Reason
from desktop_app.cli.changing import (
    NOT_TAKEN_BACK,
    UNDO_OF_PATHS,
    agreed,
    day,
    done,
    last_of,
    nothing_done,
    report,
    report_there,
)
from desktop_app.cli.output import OK, WRONG_USAGE, CommandError, count, result, say
from desktop_app.cli.session import do_in_other, holding, profile_of, say_notices
from desktop_app.cli.sound_names import existing, is_empty
from desktop_app.core.ucs_renaming import NO_CREATOR, block_of, is_block
from desktop_app.file_changes.renaming import last_renaming, rename_sounds, take_names_back
from desktop_app.file_changes.tag_writing import release_files
from desktop_app.other_processes.renaming_jobs import described_names, described_renaming, left_behind, planned_names
from desktop_app.other_processes.writing_jobs import NothingThereError

_NO_BLOCK: Final = "“{}” ({}) cannot stand in a file's name so: say for example “{}”."
_UNSAID: Final = "Nothing was renamed: look at what --dry-run shows, and say --yes."
_TAKEN_BACK: Final = "“earmark rename --undo” takes that back"
_MOST_SHOWN: Final = 40
"""Files of which the new name is shown before it is asked; all with --json and with --dry-run."""
_WHY: Final = {
    Reason.PERSON: "yours",
    Reason.FILE: "from the file",
    Reason.WORDS: "by its words",
    Reason.SOUND: "by its sound",
}


def rename(arguments: Namespace) -> int:
    """Show the new names, ask, and rename; or give the old names back."""
    if arguments.undo == arguments.ucs:
        raise CommandError("Say what to do: --ucs for names of that system, or --undo for the old ones.", WRONG_USAGE)
    if arguments.undo and arguments.paths:
        raise CommandError(UNDO_OF_PATHS, WRONG_USAGE)
    for option, text in (("--creator", arguments.creator), ("--source", arguments.source)):
        if not is_block(text):
            raise CommandError(_NO_BLOCK.format(text, option, block_of(text) or NO_CREATOR), WRONG_USAGE)
    request = _request(arguments, [existing(path) for path in arguments.paths])
    with holding(arguments, say_notices) as held:
        if held is not None:
            earmark, _ = held
            return _undo(arguments, earmark) if arguments.undo else _rename(arguments, earmark, request)
    return _undo_there(arguments) if arguments.undo else _rename_there(arguments, request)


def _request(arguments: Namespace, paths: Sequence[Path]) -> dict[str, Any]:
    """What is wanted, as the process that holds the library is told it."""
    return {
        "job": "rename",
        "paths": [str(path) for path in paths],
        "creator": arguments.creator,
        "source": arguments.source,
        "keep_name": arguments.keep_name,
        "automatic": arguments.automatic,
        "dry_run": True,
    }


def _rename(arguments: Namespace, earmark: Earmark, request: dict[str, Any]) -> int:
    try:
        planned = [] if is_empty(earmark) else planned_names(earmark, request)
    except NothingThereError as error:
        raise CommandError(str(error)) from error
    document = described_names(planned)
    if not _is_wanted(arguments, document):
        return nothing_done(arguments, document)
    outcomes = done(arguments, rename_sounds(earmark, planned, let_go=lambda _: release_files(earmark)), len(planned))
    _say_left_behind(left_behind(outcomes))
    return report(arguments, document, outcomes, "renamed", _TAKEN_BACK)


def _rename_there(arguments: Namespace, request: dict[str, Any]) -> int:
    """The same, done by the process that holds the library."""
    profile = profile_of(arguments)
    document = do_in_other(profile, request)
    if not _is_wanted(arguments, document):
        return nothing_done(arguments, document)
    document = do_in_other(profile, {**request, "dry_run": False}, goes_on=True)
    _say_left_behind(document["left_behind"])
    return report_there(arguments, document, "renamed", _TAKEN_BACK)


def _is_wanted(arguments: Namespace, document: dict[str, Any]) -> bool:
    """Show the new names; whether files are to get them."""
    files = document["files"]
    renamed = sum(file["new"] is not None for file in files)
    if arguments.dry_run or not renamed:
        result(arguments, document, [*_lines(files), *_summary(files)])
        return False
    if not arguments.json:
        for line in (*_lines(files[:_MOST_SHOWN]), *_summary(files)):
            say(line)
    return agreed(arguments, f"Rename {count(renamed, 'file')}?", otherwise=_UNSAID)


def _undo(arguments: Namespace, earmark: Earmark) -> int:
    run = last_of(last_renaming, earmark, earmark.profile.renamed)
    document = described_renaming(run)
    if not _is_to_be_taken_back(arguments, document) or run is None:
        return OK
    total = len(run.renamings)
    tried = done(arguments, take_names_back(earmark, run, let_go=lambda _: release_files(earmark)), total)
    _say_left_behind(left_behind(tried))
    outcomes = [outcome for outcome in tried if not outcome.was_so]
    return report(arguments, document, outcomes, "taken_back", "")


def _undo_there(arguments: Namespace) -> int:
    """The same, done by the process that holds the library."""
    profile = profile_of(arguments)
    document = do_in_other(profile, {"job": "take-names-back", "dry_run": True, "begun": ""})
    if not _is_to_be_taken_back(arguments, document):
        return OK
    request = {"job": "take-names-back", "dry_run": False, "begun": document["begun"]}
    document = do_in_other(profile, request, goes_on=True)
    _say_left_behind(document["left_behind"])
    return report_there(arguments, document, "taken_back", "")


def _is_to_be_taken_back(arguments: Namespace, document: dict[str, Any]) -> bool:
    """Show the old names; whether files are to get them back."""
    files = document["files"]
    if not files or arguments.dry_run:
        lines = [line for file in files for line in (file["path"], f"  -> {Path(file['new']).name}")]
        result(arguments, document, lines or ["nothing was renamed that could be taken back"])
        return False
    when = day(datetime.fromisoformat(document["begun"]))
    question = f"Give {count(len(files), 'file')} the names back that they had before {when}?"
    return agreed(arguments, question, otherwise=NOT_TAKEN_BACK)


def _summary(files: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    renamed = sum(file["new"] is not None for file in files)
    unknown = sum(file["cat_id"] is None for file in files)
    closed = sum(bool(file["problem"]) for file in files)
    others = sum(len(file["left_beside"]) for file in files)
    yield f"{count(renamed, 'file')} would get a new name" if renamed else "no file would get a new name"
    if unknown:
        advice = "accept a UCS tag, or say --automatic for the best by the sound"
        yield f"{count(unknown, 'file')} without a CatID: {advice}"
    if closed:
        yield f"{count(closed, 'file')} cannot be renamed"
    if others:
        yield f"{count(others, 'file')} of other programs beside them would keep the old name, and be orphaned"


def _lines(files: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for file in files:
        if file["cat_id"] is None:
            continue
        yield file["path"]
        if file["new"] is None:
            yield f"  cannot be renamed: {file['problem']}"
            continue
        yield f"  -> {Path(file['new']).name}  ({file['cat_id']} {_WHY[Reason(file['reason'])]})"
        if file["shared_text"]:
            yield f"  by its old name: several of these files say “{file['shared_text']}”"
        if file["sidecar"]:
            yield "  its sidecar follows"
        if file["left_beside"]:
            yield f"  keeps its name: {', '.join(file['left_beside'])}"
        for link in file["broken_links"]:
            yield f"  would lead nowhere: the link {link}"


def _say_left_behind(sidecars: Sequence[Mapping[str, str]]) -> None:
    for one in sidecars:
        say(f"{one['path']}: {one['reason']}")
