"""Renaming sound files as the Universal Category System wants it, when a person says so, and taking it back.

Only for who holds the profile: the library is told of every new name, so that nothing is heard again.
"""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from desktop_app.app import Earmark
from desktop_app.exchange.exchanging import sidecar_of
from desktop_app.exchange.sidecars import is_sidecar
from desktop_app.file_changes.library_folders import LibraryFolders
from desktop_app.file_changes.rename_planning import PlannedName
from desktop_app.file_changes.tag_writing import identifier
from desktop_app.file_changes.taking_back import SEVERAL
from desktop_app.library.metadata.writing import Identify
from desktop_app.library.rename_journal import (
    GONE,
    Renaming,
    RenamingJournal,
    RenamingRun,
    has_its_name,
    is_that_file,
    read_renamings,
    rename_back,
)
from desktop_app.library.renaming import NotRenamedError, move_without_replacing, rename_file
from desktop_app.library.run_journal import TakingBack, runs_to_take_back

_RENAMED: Final = "This file is called {} by now: it keeps that name."


@dataclass(frozen=True, slots=True)
class RenameOutcome:
    """What became of one file."""

    path: Path
    """Its name now."""
    problem: str = ""
    """Why it has the name that it had, as a sentence; empty for one that was renamed."""
    was_so: bool = False
    """Whether it had that name already."""
    left_behind: str = ""
    """Why its sidecar did not follow it, as a sentence."""


def rename_sounds(
    earmark: Earmark,
    planned: Sequence[PlannedName],
    goes_on: Callable[[], bool] = lambda: True,
    let_go: Callable[[Path], None] = lambda _: None,
) -> Iterator[RenameOutcome]:
    """Do what was planned, file by file, each noted in the journal before. Raises OSError where the journal cannot be
    written, and LibraryError: what was renamed until then stays, and can be taken back.

    `goes_on` is asked before each file, and `let_go` called, so that nobody in this process has it open. A sidecar of
    ours follows its sound.
    """
    with RenamingJournal(earmark.profile.renamed) as journal:
        for item in planned:
            if not goes_on():
                return
            if item.new is None:
                if item.problem:
                    yield RenameOutcome(item.sound.path, item.problem)
                continue
            renaming = Renaming(item.sound.path, item.new, item.sound.stamp, item.sound.content_id)
            let_go(renaming.old)
            try:
                with earmark.changing_files:
                    journal.note(renaming)
                    rename_file(renaming.old, renaming.new, renaming.stamp)
                    earmark.library.sounds.note_renamed(renaming.old, renaming.new)
            except NotRenamedError as error:
                journal.refused(renaming.old)
                yield RenameOutcome(renaming.old, str(error))
                continue
            yield RenameOutcome(renaming.new, left_behind=_bring_sidecar(renaming.old, renaming.new))


def last_renaming(earmark: Earmark) -> RenamingRun | None:
    """The run of renaming that is taken back next: the last one, but of those first that were tried least; without
    files that have their names, and their sidecars theirs. None when there is none. Raises OSError and ValueError.
    """
    for number in runs_to_take_back(earmark.profile.renamed):
        run = read_renamings(earmark.profile.renamed, number)
        renamings = tuple(one for one in run.renamings if not has_its_name(one) or is_sidecar(sidecar_of(one.new)))
        if renamings:
            return replace(run, renamings=renamings)
    return None


def take_names_back(
    earmark: Earmark,
    run: RenamingRun,
    goes_on: Callable[[], bool] = lambda: True,
    let_go: Callable[[Path], None] = lambda _: None,
) -> Iterator[RenameOutcome]:
    """Give the files of a run their old names. Once all have them, the run is forgotten; else it is kept for those that
    have not. Raises LibraryError and OSError. `goes_on` and `let_go` as with `rename_sounds`; sidecars follow, also
    those that came later.
    """
    whole, identify = True, identifier(lambda: earmark.worker)
    places = _Places(earmark, run, identify)
    with TakingBack(earmark.profile.renamed, run.number) as journal:
        for renaming in reversed(run.renamings):
            if not goes_on():
                return
            try:
                place = places.of(renaming)
                let_go(place.new)
                with earmark.changing_files:
                    was_renamed = rename_back(place, identify)
                    if was_renamed:
                        _note_renamed_back(earmark, renaming, place)
            except NotRenamedError as error:
                whole = False
                yield RenameOutcome(renaming.new, str(error))
                continue
            # Also where the process was killed between the file's renaming and its sidecar's.
            follows = was_renamed or not os.path.lexists(place.new)
            left_behind = _bring_sidecar(place.new, place.old) if follows else ""
            journal.done(renaming.old)
            yield RenameOutcome(place.old, was_so=not was_renamed, left_behind=left_behind)
        journal.end(whole=whole)


def _note_renamed_back(earmark: Earmark, renaming: Renaming, place: Renaming) -> None:
    """Tell the library, which may not have seen yet that the file was moved."""
    sounds = earmark.library.sounds
    sounds.note_renamed(renaming.new if sounds.by_path(place.new) is None else place.new, place.old)


class _Places:
    """Where the files of a run are now: in their folders, or where a person moved them, by one of their two names."""

    def __init__(self, earmark: Earmark, run: RenamingRun, identify: Identify) -> None:
        self._earmark, self._identify = earmark, identify
        self._folders = LibraryFolders(earmark)
        self._of_run = {renaming.new for renaming in run.renamings}

    def of(self, renaming: Renaming) -> Renaming:
        """The same in the folder in which the file is. Raises NotRenamedError where it is in none."""
        if any(is_that_file(renaming, path, self._identify) for path in (renaming.new, renaming.old)):
            return renaming
        same = self._folders.files_like(renaming.stamp)
        found = [path for path in same if path.name in (renaming.new.name, renaming.old.name)] or self._copies(renaming)
        if len(found) == 1:
            [path] = found
            return replace(renaming, old=path.with_name(renaming.old.name), new=path.with_name(renaming.new.name))
        if found:
            raise NotRenamedError(SEVERAL.format(", ".join(map(str, found))))
        raise NotRenamedError(_RENAMED.format(same[0].name) if same else GONE)

    def _copies(self, renaming: Renaming) -> list[Path]:
        """Files with the same sound that have the new name, and are no others of the run."""
        if renaming.content_id is None:
            return []
        known = self._earmark.library.sounds.paths_holding(renaming.content_id)
        return [
            path
            for path in known
            if path.name == renaming.new.name
            and path not in self._of_run
            and is_that_file(renaming, path, self._identify)
        ]


def _bring_sidecar(old: Path, new: Path) -> str:
    """Have a sidecar of ours follow its sound; why it stayed, if it did. One of another program stays, as was said."""
    sidecar = sidecar_of(old)
    if not is_sidecar(sidecar):
        return ""
    try:
        move_without_replacing(sidecar, sidecar_of(new))
    except OSError as error:
        return f"Its sidecar {sidecar.name} stayed behind ({error.strerror or error}): rename it as its sound."
    return ""
