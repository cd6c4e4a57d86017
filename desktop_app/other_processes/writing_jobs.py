"""Writing tags into files and taking that back, as a command asks for it and is told of it: plain JSON, so that the
process that holds the library can do it for another.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from desktop_app.app import Earmark
from desktop_app.core.events import SoundsChanged
from desktop_app.file_changes.renaming import RenameOutcome
from desktop_app.file_changes.tag_writing import (
    LOWEST,
    Choice,
    Outcome,
    PlannedSound,
    Unplanned,
    plan_sounds,
    release_files,
    write_sounds,
)
from desktop_app.file_changes.taking_back import forget, last_run, leftovers, names_now, take_run_back
from desktop_app.library.metadata.journal import Run
from desktop_app.library.metadata.mapping import MappingError, known_slots, slots_of
from desktop_app.library.metadata.slots import Existing, Slots
from desktop_app.library.tables.sound_filter import SoundFilter

_ANOTHER: Final = "Texts were written meanwhile, and another run is taken back next: look at it again."
_NOT_THERE: Final = "There is no sound of the library there: add its folder with “earmark index FOLDER”."


class NothingThereError(Exception):
    """No sound of the library is where one was to be; the message is a sentence."""


class OtherRunError(Exception):
    """Another run is taken back next than the one that was shown; the message is a sentence."""


def choice_of(earmark: Earmark, request: dict[str, Any]) -> Choice:
    """What is to be written: `fields`, or those of the settings if it names none, each where the settings say.

    Raises MappingError for a field that is not written.
    """
    return Choice(
        lowest=LOWEST[request["tags"]],
        slots=_slots(known_slots(earmark.settings.written_fields), request["fields"]),
        existing=Existing(request["existing"]),
        keep_time=request["keep_time"],
        split_links=request["split_links"],
    )


def planned_in(earmark: Earmark, paths: Sequence[Path], choice: Choice) -> tuple[list[PlannedSound], dict[str, Any]]:
    """What would change in the files below these paths, or in all; and the same as a command says it. Raises
    NothingThereError, and LibraryError.
    """
    unplanned = Unplanned()
    planned = list(plan_sounds(earmark, sounds_in(earmark, paths), choice, unplanned))
    document = {
        "files": [described(item) for item in planned],
        "untagged": unplanned.untagged,
        "saying_it": unplanned.saying_it,
        "keeping": unplanned.keeping,
        "again": unplanned.again,
        "written": 0,
    }
    return planned, document


def sounds_in(earmark: Earmark, paths: Sequence[Path]) -> list[int]:
    """The present sounds below these paths, or all. Raises NothingThereError, and LibraryError."""
    sound_ids: list[int] = earmark.library.sounds.ids(filter=SoundFilter(within=tuple(paths))).tolist()
    if paths and not sound_ids:
        raise NothingThereError(_NOT_THERE)
    return sound_ids


def write_for_other(earmark: Earmark, request: dict[str, Any]) -> dict[str, Any]:
    """Plan, and unless it is a `dry_run`, write. Raises MappingError, NothingThereError, LibraryError, OSError."""
    earmark.wait_for_tags()
    choice = choice_of(earmark, request)
    planned, document = planned_in(earmark, [Path(path) for path in request["paths"]], choice)
    if request["dry_run"]:
        return document
    outcomes = list(write_sounds(earmark, planned, choice, let_go=lambda _: release_files(earmark)))
    return document | told(earmark, outcomes, "written")


def take_back_for_other(earmark: Earmark, request: dict[str, Any]) -> dict[str, Any]:
    """Take the last run back, if it is the one that was `begun` then; in a `dry_run` say only what that is.

    Raises RunRefusedError, OtherRunError, LibraryError, OSError, ValueError.
    """
    run = last_run(earmark)
    document = described_run(run, earmark)
    if request["dry_run"]:
        return document
    if run is None or document["begun"] != request["begun"]:
        raise OtherRunError(_ANOTHER)
    outcomes = list(take_run_back(earmark, run, let_go=lambda _: release_files(earmark)))
    return document | told(earmark, outcomes, "taken_back")


def forget_for_other(earmark: Earmark, request: dict[str, Any]) -> dict[str, Any]:
    """Forget what cannot be taken back, of the runs that were `begun` then; in a `dry_run` say only which those are.

    Raises RunRefusedError, OtherRunError, OSError, ValueError.
    """
    left = leftovers(earmark)
    document = described_leftovers(left)
    if request["dry_run"]:
        return document
    if document["begun"] != request["begun"]:
        raise OtherRunError(_ANOTHER)
    for run in left:
        forget(earmark, run)
    return document | {"forgotten": len(document["files"])}


def described_run(run: Run | None, earmark: Earmark) -> dict[str, Any]:
    """What can be taken back, and of how many files nothing can be that are gone or were changed."""
    files = () if run is None else run.files
    left = [other for other in leftovers(earmark) if run is None or other.number != run.number]
    return {
        "files": [str(kept.path) for kept, _ in files],
        "now": {} if run is None else {str(old): str(new) for old, new in names_now(earmark, run).items()},
        "taken_back": 0,
        "begun": "" if run is None else run.begun.isoformat(),
        "left_over": sum(len(other.files) for other in left),
        "left_alone": [],
    }


def described_leftovers(left: Sequence[Run]) -> dict[str, Any]:
    """What would be forgotten."""
    return {
        "files": [str(kept.path) for run in left for kept, _ in run.files],
        "begun": [run.begun.isoformat() for run in left],
        "forgotten": 0,
    }


def described(item: PlannedSound) -> dict[str, Any]:
    """What would become of a file."""
    changes = () if item.plan is None else item.plan.changes
    left_alone = () if item.plan is None else item.plan.left_alone
    return {
        "path": str(item.sound.path),
        "problem": item.problem,
        "kept": item.kept,
        "other_names": 0 if item.plan is None else item.plan.other_names,
        "left_alone": [
            {"place": left.slot.place.value, "key": left.slot.key, "reason": left.reason} for left in left_alone
        ],
        "changes": [
            {"place": c.slot.place.value, "key": c.slot.key, "before": list(c.before), "after": list(c.after)}
            for c in changes
        ],
    }


def told(earmark: Earmark, outcomes: Sequence[Outcome] | Sequence[RenameOutcome], what: str) -> dict[str, Any]:
    """How many files are `what` now, and which were left alone; the window is told that sounds changed."""
    for folder in earmark.library.folders.all():
        earmark.notify(SoundsChanged(folder.folder_id))
    failed = [outcome for outcome in outcomes if outcome.problem]
    return {
        what: sum(not outcome.problem and not outcome.was_so for outcome in outcomes),
        "left_alone": [{"path": str(outcome.path), "reason": outcome.problem} for outcome in failed],
    }


def _slots(set_slots: Slots, names: Sequence[str]) -> Slots:
    if not names:
        return set_slots
    named = slots_of(name for name in names if "=" not in name)
    if len(named) < len(set(names)):
        raise MappingError("A field is named by its name alone; where it is written is set in the window.")
    return {field: set_slots.get(field, slots) for field, slots in named.items()}
