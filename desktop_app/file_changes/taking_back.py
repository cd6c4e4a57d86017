"""Taking back what was written into sound files: which run is next, where its files are by now, and what is given up.

Only for who holds the profile, as `tag_writing`.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Final

from desktop_app.app import Earmark
from desktop_app.core.sound import FileStamp
from desktop_app.file_changes.library_folders import LibraryFolders
from desktop_app.file_changes.tag_writing import (
    Outcome,
    identifier,
    is_under_way,
    note_written,
    sweep_folders,
    under_way,
)
from desktop_app.library.metadata.journal import Run, TakenBackStamps, read_run
from desktop_app.library.metadata.reading import said_by
from desktop_app.library.metadata.replacing import NotWrittenError
from desktop_app.library.metadata.taking_back import Left, is_what_was_left, take_back, was_never_written
from desktop_app.library.metadata.writing import Kept
from desktop_app.library.run_journal import TakingBack, begun_of, forget_run, runs, runs_to_take_back, was_tried
from desktop_app.library.watching.stamps import is_unchanged, stamp_of_file

GONE: Final = (
    "This file is no longer there, and is not found under another name: plug its drive in, or bring it back; if it was"
    " moved and edited, nothing can be taken back."
)
SEVERAL: Final = "This file is no longer there, and several could be it ({}): give one of them its name again."
_BUSY: Final = (
    "Texts are being written into files just now: wait until that is done, or stop it, and take them back then."
)


_OTHERWISE: Final = "This writing was taken back or forgotten meanwhile."


class RunRefusedError(Exception):
    """A run is neither taken back nor forgotten: files are being written, or it is over; the message is a sentence."""


class RunOverError(RunRefusedError):
    """It was taken back or forgotten meanwhile: nothing is left to be done."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What a person can do about earlier writings next."""

    run: Run
    is_there: bool
    """Whether any of its files is; else it can only be forgotten, or waited for."""
    was_tried: bool
    """Whether it was tried to be taken back before, and these files could not be."""
    now: Mapping[Path, Path] = field(default_factory=dict)
    """As `names_now`."""


def last_run(earmark: Earmark) -> Run | None:
    """The run that is taken back next: the last one, but of those first that were tried least; without files that were
    never written. None when there is none of which any file is there.

    Raises RunRefusedError, OSError and ValueError.
    """
    _check_rest(earmark)
    folders = LibraryFolders(earmark)
    return next((run for run in _runs(earmark) if not _is_gone(earmark, run, folders)), None)


def leftovers(earmark: Earmark) -> list[Run]:
    """The runs of which only is left what could not be taken back, or what is gone. Raises as `last_run`."""
    _check_rest(earmark)
    folders = LibraryFolders(earmark)
    return [run for run in _runs(earmark) if _was_tried(earmark, run) or _is_gone(earmark, run, folders)]


def offer(earmark: Earmark) -> Offer | None:
    """The run that is taken back next, or else one of which all files are gone. Raises as `last_run`."""
    run = last_run(earmark)
    if run is not None:
        return Offer(run, is_there=True, was_tried=_was_tried(earmark, run), now=names_now(earmark, run))
    gone = next(_runs(earmark), None)
    return None if gone is None else Offer(gone, is_there=False, was_tried=_was_tried(earmark, gone))


def names_now(earmark: Earmark, run: Run) -> dict[Path, Path]:
    """Where files of a run that are no longer under their names are by now, as far as the library alone can tell."""
    found = {}
    for kept, _ in run.files:
        moved = run.moved.get(kept.path, kept.path)
        if moved.exists() or kept.path.exists():
            places = [moved] if moved.exists() and moved != kept.path else []
        else:
            holding = () if kept.content_id is None else earmark.library.sounds.paths_holding(kept.content_id)
            places = [path for path in holding if path.exists()]
        if len(places) == 1:
            found[kept.path] = places[0]
    return found


def _was_tried(earmark: Earmark, run: Run) -> bool:
    return was_tried(earmark.profile.written, run.number)


def forget(earmark: Earmark, run: Run) -> None:
    """Forget what the files of a run said before; the files themselves stay as they are. Raises RunRefusedError and
    OSError.
    """
    _check_known(earmark, run)
    forget_run(earmark.profile.written, run.number)
    if not runs(earmark.profile.written):
        TakenBackStamps(earmark.profile.written).forget()


def take_run_back(
    earmark: Earmark,
    run: Run,
    goes_on: Callable[[], bool] = lambda: True,
    let_go: Callable[[Path], None] = lambda _: None,
) -> Iterator[Outcome]:
    """Make the files of a run say what they said before, wherever they are now. Once all do, the run is forgotten; else
    it is kept for those that do not. Raises RunRefusedError, LibraryError and OSError.

    `goes_on` and `let_go` as with `write_sounds`.
    """
    _check_known(earmark, run)
    whole, stamps = True, TakenBackStamps(earmark.profile.written)
    with under_way(earmark, run.number), TakingBack(earmark.profile.written, run.number) as journal:
        sweep_folders(earmark, run)
        places = _Places(earmark, run, LibraryFolders(earmark))
        for kept, left in reversed(run.files):
            if not goes_on():
                return
            try:
                place = places.of(kept, left)
                let_go(place)
                if place not in (kept.path, run.moved.get(kept.path)):
                    journal.moved(kept.path, place)
                with earmark.changing_files:
                    was_so = _take_back(earmark, kept, place, left, stamps)
            except NotWrittenError as error:
                whole = False
                yield Outcome(kept.path, str(error))
                continue
            journal.done(kept.path)
            yield Outcome(place, was_so=was_so)
        journal.end(whole=whole)
    if not runs(earmark.profile.written):
        stamps.forget()


def _take_back(earmark: Earmark, kept: Kept, place: Path, left: Left | None, stamps: TakenBackStamps) -> bool:
    """Whether nothing was to be done."""
    if left is not None:
        left = replace(left, stamp=stamps.of(place, left.stamp))
    before = stamp_of_file(place)
    done = take_back(replace(kept, path=place), left, identifier(lambda: earmark.worker))
    stamps.note(place, kept.stamp, done.stamp)
    if before is not None and not done.was_so:
        if place != kept.path and earmark.library.sounds.by_path(place) is None:
            earmark.library.sounds.note_renamed(kept.path, place)
        note_written(earmark, place, before, done.stamp)
        if kept.content_id is not None:
            copies = {place, *earmark.library.sounds.paths_holding(kept.content_id)}
            earmark.library.own_texts.keep_only(kept.content_id, map(said_by, copies))
    return done.was_so


def _runs(earmark: Earmark) -> Iterator[Run]:
    """In the order in which they are taken back, without files that were never written."""
    for number in runs_to_take_back(earmark.profile.written):
        run = read_run(earmark.profile.written, number)
        files = tuple((kept, left) for kept, left in run.files if left is not None or not was_never_written(kept))
        if files:
            yield replace(run, files=files)


def _is_gone(earmark: Earmark, run: Run, folders: LibraryFolders) -> bool:
    """Whether no file of a run is there, under whatever name."""
    if any(kept.path.exists() or run.moved.get(kept.path, kept.path).exists() for kept, _ in run.files):
        return False
    places = _Places(earmark, run, folders)
    return not any(places.is_found(kept, left) for kept, left in run.files)


def _check_rest(earmark: Earmark) -> None:
    if is_under_way(earmark):
        raise RunRefusedError(_BUSY)


def _check_known(earmark: Earmark, run: Run) -> None:
    """Raises RunRefusedError, and RunOverError, also where another run has its number by now."""
    _check_rest(earmark)
    folder = earmark.profile.written
    try:
        is_known = run.number in runs(folder) and begun_of(folder, run.number) == run.begun
    except ValueError as error:
        raise RunRefusedError(str(error)) from error
    if not is_known:
        raise RunOverError(_OTHERWISE)


class _Places:
    """Where the files of a run are now: under their names; or, where they were renamed or moved, where the library has
    that sound, or its folders that file.
    """

    def __init__(self, earmark: Earmark, run: Run, folders: LibraryFolders) -> None:
        self._earmark, self._run, self._folders = earmark, run, folders
        self._identify = identifier(lambda: earmark.worker)

    def of(self, kept: Kept, left: Left | None) -> Path:
        """The file that is meant, or else the one that has its name. Raises NotWrittenError where there is none."""
        own = self._run.moved.get(kept.path, kept.path)
        if not own.exists():
            own = kept.path
        there = stamp_of_file(own)
        if there is not None and (left is None or is_unchanged(left.stamp, there) or self._has_its_audio(kept, own)):
            return own
        found = self._elsewhere(kept, left)
        if len(found) == 1:
            return found[0]
        if there is not None:
            return own
        raise NotWrittenError(SEVERAL.format(", ".join(path.name for path in found)) if found else GONE)

    def is_found(self, kept: Kept, left: Left | None) -> bool:
        """Whether a file that has lost its name is somewhere."""
        return bool(self._elsewhere(kept, left))

    def _has_its_audio(self, kept: Kept, path: Path) -> bool:
        try:
            return kept.content_id in (None, self._identify(path))
        except NotWrittenError:
            return False

    def _elsewhere(self, kept: Kept, left: Left | None) -> list[Path]:
        """The files that are what the writing left; only one if that is still the same file on the disk."""
        known = self._earmark.library.sounds.paths_holding(kept.content_id) if kept.content_id is not None else []
        candidates = dict.fromkeys(known)
        if left is not None:
            candidates |= dict.fromkeys(self._folders.files_like(left.stamp))
        candidates = {path: None for path in candidates if path != kept.path and path not in self._at_home}
        found = [path for path in candidates if is_what_was_left(kept, left, path, self._identify)]
        same = [path for path in found if left is not None and stamp_of_file(path) == left.stamp]
        return same or found or self._folders.files_like(self._before[kept.path])

    @cached_property
    def _before(self) -> dict[Path, FileStamp]:
        """Stamps of files that were never written, or that were taken back when the process was killed."""
        stamps = TakenBackStamps(self._earmark.profile.written)
        return {kept.path: stamps.of(kept.path, kept.stamp) for kept, _ in self._run.files}

    @cached_property
    def _at_home(self) -> set[Path]:
        """Files of the run that nobody touched: no other of its files went there."""
        return {
            kept.path
            for kept, left in self._run.files
            if left is not None and (there := stamp_of_file(kept.path)) is not None and is_unchanged(left.stamp, there)
        }
