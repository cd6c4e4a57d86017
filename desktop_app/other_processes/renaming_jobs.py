"""Renaming files and taking that back, as a command asks for it and is told of it: plain JSON, so that the process that
holds the library can do it for another.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from desktop_app.app import Earmark
from desktop_app.file_changes.rename_planning import NameChoice, NamePlanner, PlannedName
from desktop_app.file_changes.renaming import RenameOutcome, last_renaming, rename_sounds, take_names_back
from desktop_app.file_changes.tag_writing import release_files
from desktop_app.library.rename_journal import RenamingRun
from desktop_app.other_processes.writing_jobs import OtherRunError, sounds_in, told

_ANOTHER = "Files were renamed meanwhile, and another run is taken back next: look at it again."


def planned_names(earmark: Earmark, request: dict[str, Any]) -> list[PlannedName]:
    """Which names the files below these `paths`, or all, would get; without those that keep theirs and lack nothing.

    Raises NothingThereError, EmbedderError, LibraryError, VocabularyError, OSError.
    """
    choice = NameChoice(request["creator"], request["source"], request["keep_name"], request["automatic"])
    sound_ids = sounds_in(earmark, [Path(path) for path in request["paths"]])
    return [item for item in NamePlanner(earmark, choice, sound_ids).plan(sound_ids) if not item.is_done]


def rename_for_other(earmark: Earmark, request: dict[str, Any]) -> dict[str, Any]:
    """Plan, and unless it is a `dry_run`, rename. Raises as `planned_names`."""
    earmark.wait_for_tags()
    planned = planned_names(earmark, request)
    document = described_names(planned)
    if request["dry_run"]:
        return document
    outcomes = list(rename_sounds(earmark, planned, let_go=lambda _: release_files(earmark)))
    return document | _told(earmark, outcomes, "renamed")


def take_names_back_for_other(earmark: Earmark, request: dict[str, Any]) -> dict[str, Any]:
    """Give the files of the last run their names back, if it is the one that was `begun` then; in a `dry_run` say only
    what that is. Raises OtherRunError, LibraryError, OSError, ValueError.
    """
    run = last_renaming(earmark)
    document = described_renaming(run)
    if request["dry_run"]:
        return document
    if run is None or document["begun"] != request["begun"]:
        raise OtherRunError(_ANOTHER)
    outcomes = list(take_names_back(earmark, run, let_go=lambda _: release_files(earmark)))
    return document | _told(earmark, outcomes, "taken_back")


def described_names(planned: Sequence[PlannedName]) -> dict[str, Any]:
    """What would become of files."""
    return {"files": [_described(item) for item in planned], "renamed": 0}


def described_renaming(run: RenamingRun | None) -> dict[str, Any]:
    """Which files would get their names back."""
    return {
        "files": [] if run is None else [{"path": str(one.new), "new": str(one.old)} for one in run.renamings],
        "taken_back": 0,
        "begun": "" if run is None else run.begun.isoformat(),
    }


def left_behind(outcomes: Sequence[RenameOutcome]) -> list[dict[str, str]]:
    """Which sidecars did not follow their sounds."""
    return [{"path": str(one.path), "reason": one.left_behind} for one in outcomes if one.left_behind]


def _described(item: PlannedName) -> dict[str, Any]:
    return {
        "path": str(item.sound.path),
        "new": None if item.new is None else str(item.new),
        "cat_id": None if item.offered is None else item.offered.category.cat_id,
        "reason": None if item.offered is None else item.offered.reason.value,
        "problem": item.problem,
        "shared_text": item.shared,
        "sidecar": item.beside.sidecar,
        "left_beside": list(item.beside.others),
        "broken_links": [str(link) for link in item.links],
    }


def _told(earmark: Earmark, outcomes: Sequence[RenameOutcome], what: str) -> dict[str, Any]:
    return told(earmark, outcomes, what) | {"left_behind": left_behind(outcomes)}
