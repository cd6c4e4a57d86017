"""Writing tags into files, as a command asks for it and is told of it: plain JSON, so that the process that holds the
library can do it for another.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

from desktop_app.app import Earmark
from desktop_app.core.bands import STRONG_FROM
from desktop_app.core.calibration import APPLIES
from desktop_app.core.events import SoundsChanged
from desktop_app.library.metadata.mapping import MappingError, slots_of
from desktop_app.library.metadata.slots import Existing, Slots
from desktop_app.library.tables.sound_filter import SoundFilter
from desktop_app.tag_writing import (
    Choice,
    Outcome,
    PlannedSound,
    last_run,
    plan_sounds,
    release_files,
    take_run_back,
    write_sounds,
)

LOWEST: Final = {"accepted": None, "strong": STRONG_FROM, "likely": APPLIES}
"""From which score on automatic tags are written."""
_NOT_THERE: Final = "There is no sound of the library there: add its folder with “earmark index FOLDER”."


class NothingThereError(Exception):
    """No sound of the library is where one was to be; the message is a sentence."""


def choice_of(earmark: Earmark, request: dict[str, Any]) -> Choice:
    """What is to be written: `fields`, or those of the settings if it names none, each where the settings say.

    Raises MappingError for a field that is not written.
    """
    return Choice(
        lowest=LOWEST[request["tags"]],
        slots=_slots(slots_of(earmark.settings.written_fields), request["fields"]),
        existing=Existing(request["existing"]),
        keep_time=request["keep_time"],
    )


def planned_in(earmark: Earmark, paths: Sequence[Path], choice: Choice) -> list[PlannedSound]:
    """What would change in the files below these paths, or in all. Raises NothingThereError, and LibraryError."""
    return list(plan_sounds(earmark, sounds_in(earmark, paths), choice))


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
    planned = planned_in(earmark, [Path(path) for path in request["paths"]], choice)
    document: dict[str, Any] = {"files": [described(item) for item in planned], "written": 0}
    if request["dry_run"]:
        return document
    outcomes = list(write_sounds(earmark, planned, choice, let_go=lambda _: release_files(earmark)))
    return document | _told(earmark, outcomes, "written")


def take_back_for_other(earmark: Earmark, request: dict[str, Any]) -> dict[str, Any]:
    """Take the last run back; in a `dry_run` say only what that is. Raises LibraryError, OSError, ValueError."""
    run = last_run(earmark)
    document: dict[str, Any] = {"files": [], "taken_back": 0, "begun": "", "count": 0}
    if run is None:
        return document
    document |= {"begun": run.begun.isoformat(), "count": len(run.files)}
    if request["dry_run"]:
        return document
    outcomes = list(take_run_back(earmark, run, let_go=lambda _: release_files(earmark)))
    return document | _told(earmark, outcomes, "taken_back")


def described(item: PlannedSound) -> dict[str, Any]:
    """What would become of a file."""
    changes = () if item.plan is None else item.plan.changes
    return {
        "path": str(item.sound.path),
        "problem": item.problem,
        "changes": [
            {"place": c.slot.place.value, "key": c.slot.key, "before": list(c.before), "after": list(c.after)}
            for c in changes
        ],
    }


def _told(earmark: Earmark, outcomes: Sequence[Outcome], what: str) -> dict[str, Any]:
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
