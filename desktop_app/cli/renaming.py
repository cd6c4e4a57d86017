"""`earmark rename`: names of the Universal Category System for sound files, shown first, and the old ones back."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from desktop_app.app import Earmark
from desktop_app.cat_id_choice import Reason
from desktop_app.cli.changing import agreed, day, done, last_of, report
from desktop_app.cli.output import BUSY, OK, SOME_UNREADABLE, WRONG_USAGE, CommandError, count, result, say
from desktop_app.cli.session import holding, say_notices
from desktop_app.cli.sound_names import existing, is_empty
from desktop_app.core.ucs_renaming import NO_CREATOR, block_of, is_block
from desktop_app.file_changes.rename_planning import NameChoice, NamePlanner, PlannedName
from desktop_app.file_changes.renaming import RenameOutcome, last_renaming, rename_sounds, take_names_back
from desktop_app.file_changes.tag_writing import release_files
from desktop_app.other_processes.writing_jobs import NothingThereError, sounds_in

_BUSY: Final = "Another Earmark is using this library: close it, or wait until it has ended, and rename then."
_NO_BLOCK: Final = "“{}” ({}) cannot stand in a file's name so: say for example “{}”."
_UNDO_OF_PATHS: Final = "--undo takes the last run back as a whole: leave the paths out."
_UNSAID: Final = "Nothing was renamed: look at what --dry-run shows, and say --yes."
_NOT_TAKEN_BACK: Final = "Nothing was taken back: look at what --undo --dry-run shows, and say --yes."
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
        raise CommandError(_UNDO_OF_PATHS, WRONG_USAGE)
    for option, text in (("--creator", arguments.creator), ("--source", arguments.source)):
        if not is_block(text):
            raise CommandError(_NO_BLOCK.format(text, option, block_of(text) or NO_CREATOR), WRONG_USAGE)
    paths = [existing(path) for path in arguments.paths]
    with holding(arguments, say_notices) as held:
        if held is None:
            raise CommandError(_BUSY, BUSY)
        earmark, _ = held
        return _undo(arguments, earmark) if arguments.undo else _rename(arguments, earmark, paths)


def _rename(arguments: Namespace, earmark: Earmark, paths: Sequence[Path]) -> int:
    choice = NameChoice(arguments.creator, arguments.source, arguments.keep_name, arguments.automatic)
    planned = [] if is_empty(earmark) else _planned(earmark, paths, choice)
    files = [item for item in planned if item.new is not None]
    document: dict[str, Any] = {"files": [_as_json(item) for item in planned], "renamed": 0}
    if arguments.dry_run or not files:
        result(arguments, document, [*_lines(planned), *_summary(planned)])
        closed = bool(planned) and all(item.problem for item in planned)
        return SOME_UNREADABLE if closed and not arguments.dry_run else OK
    if not arguments.json:
        for line in (*_lines(planned[:_MOST_SHOWN]), *_summary(planned)):
            say(line)
    if not agreed(arguments, f"Rename {count(len(files), 'file')}?", otherwise=_UNSAID):
        return OK
    outcomes = done(arguments, rename_sounds(earmark, planned, let_go=lambda _: release_files(earmark)), len(planned))
    _say_left_behind(outcomes)
    return report(arguments, document, outcomes, "renamed", "“earmark rename --undo” takes that back")


def _undo(arguments: Namespace, earmark: Earmark) -> int:
    run = last_of(last_renaming, earmark, earmark.profile.renamed)
    if run is None:
        result(arguments, {"files": [], "taken_back": 0}, ["nothing was renamed that could be taken back"])
        return OK
    total = len(run.renamings)
    if arguments.dry_run:
        files = [{"path": str(one.new), "new": str(one.old)} for one in run.renamings]
        lines = [f"{one.new}\n  -> {one.old.name}" for one in run.renamings]
        result(arguments, {"files": files, "taken_back": 0}, [part for line in lines for part in line.split("\n")])
        return OK
    question = f"Give {count(total, 'file')} the names back that they had before {day(run.begun)}?"
    if not agreed(arguments, question, otherwise=_NOT_TAKEN_BACK):
        return OK
    tried = done(arguments, take_names_back(earmark, run, let_go=lambda _: release_files(earmark)), total)
    _say_left_behind(tried)
    outcomes = [outcome for outcome in tried if not outcome.was_so]
    return report(arguments, {"files": []}, outcomes, "taken_back", "")


def _planned(earmark: Earmark, paths: Sequence[Path], choice: NameChoice) -> list[PlannedName]:
    try:
        sound_ids = sounds_in(earmark, paths)
        return [item for item in NamePlanner(earmark, choice).plan(sound_ids) if not item.is_done]
    except NothingThereError as error:
        raise CommandError(str(error)) from error


def _summary(planned: Sequence[PlannedName]) -> Iterator[str]:
    files = sum(item.new is not None for item in planned)
    unknown = sum(item.offered is None for item in planned)
    closed = sum(bool(item.problem) for item in planned)
    others = sum(len(item.beside.others) for item in planned)
    yield f"{count(files, 'file')} would get a new name" if files else "no file would get a new name"
    if unknown:
        advice = "accept a UCS tag, or say --automatic for the best by the sound"
        yield f"{count(unknown, 'file')} without a CatID: {advice}"
    if closed:
        yield f"{count(closed, 'file')} cannot be renamed"
    if others:
        yield f"{count(others, 'file')} of other programs beside them would keep the old name, and be orphaned"


def _lines(planned: Sequence[PlannedName]) -> Iterator[str]:
    for item in planned:
        if item.offered is None:
            continue
        yield str(item.sound.path)
        if item.new is None:
            yield f"  cannot be renamed: {item.problem}"
        else:
            yield f"  -> {item.new.name}  ({item.offered.category.cat_id} {_WHY[item.offered.reason]})"
            if item.beside.sidecar:
                yield "  its sidecar follows"
            if item.beside.others:
                yield f"  keeps its name: {', '.join(item.beside.others)}"
            for link in item.links:
                yield f"  would lead nowhere: the link {link}"


def _as_json(item: PlannedName) -> dict[str, Any]:
    return {
        "path": str(item.sound.path),
        "new": None if item.new is None else str(item.new),
        "cat_id": None if item.offered is None else item.offered.category.cat_id,
        "reason": None if item.offered is None else item.offered.reason.value,
        "problem": item.problem,
        "sidecar": item.beside.sidecar,
        "left_beside": list(item.beside.others),
        "broken_links": [str(link) for link in item.links],
    }


def _say_left_behind(outcomes: Sequence[RenameOutcome]) -> None:
    for outcome in outcomes:
        if outcome.left_behind:
            say(f"{outcome.path}: {outcome.left_behind}")
