"""Writing texts into a sound file: first what would change, then the change, proved before it takes its place."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desktop_app.core.metadata import Field
from desktop_app.core.sound import FileStamp
from desktop_app.library.metadata.chunk_texts import ChunkTexts
from desktop_app.library.metadata.chunks import NotChunkedError, UnfitLayoutError
from desktop_app.library.metadata.replacing import (
    CHANGED,
    NotWrittenError,
    check_replaceable,
    replace_file,
)
from desktop_app.library.metadata.slots import (
    DEFAULT_SLOTS,
    Existing,
    Place,
    Slot,
    Slots,
    Texts,
    wanted_by_slot,
)
from desktop_app.library.metadata.tag_texts import TagTexts
from desktop_app.library.watching.stamps import is_unchanged, stamp_of_status

Identify = Callable[[Path], bytes]
"""What audio a file holds, so that two files can be compared; raises whatever keeps it from being told."""


@dataclass(frozen=True, slots=True)
class SlotChange:
    """What becomes of one text."""

    slot: Slot
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WritePlan:
    """What would change in a file. Nothing has been done yet."""

    path: Path
    stamp: FileStamp
    """Of the file that was looked at."""
    changes: tuple[SlotChange, ...]
    """Empty where the file says everything already."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a file said before it was written, and what it was to say: with it the writing can be taken back."""

    path: Path
    stamp: FileStamp
    """Of the file before."""
    before: Texts
    after: Texts
    places: Mapping[Place, bytes | None]
    """Whole chunks as they were, byte for byte; None for one that was not there. Of FLAC and MP3 files their heads."""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """A file that says again what it said before."""

    stamp: FileStamp
    """Of the file now."""
    was_so: bool
    """Whether it said that already, and nothing was done."""


class _FileTexts(Protocol):
    @property
    def places(self) -> tuple[Place, ...]: ...
    @property
    def problem(self) -> str: ...
    def text(self, slot: Slot) -> tuple[str, ...]: ...
    def fitted(self, slot: Slot, texts: tuple[str, ...]) -> tuple[str, ...]: ...
    def copy(self, draft: Path, texts: Texts) -> None: ...
    def kept(self, texts: Texts) -> dict[Place, bytes | None]: ...
    def copy_with(self, draft: Path, kept: Mapping[Place, bytes | None], texts: Texts) -> None: ...
    def unmeant(self, draft: Path, texts: Texts, *, put_back: bool = False) -> Iterator[str]: ...


def plan_writing(
    path: Path,
    wishes: Mapping[Field, Sequence[str]],
    *,
    existing: Existing = Existing.ADD,
    slots: Slots = DEFAULT_SLOTS,
) -> WritePlan:
    """What writing these texts would change in a file. Raises NotWrittenError for a file that cannot hold them, or that
    would have to be changed and may not be.
    """
    with _opened(path) as (texts, stamp):
        changes = []
        for field, new in wishes.items():
            there = {slot: texts.text(slot) for slot in slots.get(field, ()) if slot.place in texts.places}
            for slot, wanted in wanted_by_slot(field, there, new, existing).items():
                after = texts.fitted(slot, wanted)
                if after != there[slot]:
                    changes.append(SlotChange(slot, there[slot], after))
        if changes:
            if texts.problem:
                raise UnfitLayoutError(texts.problem)
            check_replaceable(path)
        return WritePlan(path, stamp, tuple(changes))


def write_planned(plan: WritePlan, identify: Identify, *, keep_time: bool = True) -> FileStamp:
    """Do what was planned, and return the stamp of the file as it is now.

    Nothing happens, and NotWrittenError says why, where the file changed meanwhile, may not be changed, or where the
    copy does not hold the same audio and everything else that nobody meant to change.
    """
    if not plan.changes:
        return plan.stamp
    wanted = {change.slot: change.after for change in plan.changes}

    return _replaced(
        plan.path,
        plan.stamp,
        wanted,
        identify,
        lambda texts, draft: texts.copy(draft, wanted),
        put_back=False,
        keep_time=keep_time,
    )


def keep(plan: WritePlan) -> Kept:
    """What the file of a plan says now. Raises NotWrittenError."""
    before = {change.slot: change.before for change in plan.changes}
    with _opened(plan.path) as (texts, stamp):
        if not is_unchanged(plan.stamp, stamp):
            raise NotWrittenError(CHANGED)
        return Kept(plan.path, stamp, before, {c.slot: c.after for c in plan.changes}, texts.kept(before))


def was_never_written(kept: Kept) -> bool:
    """Whether a file is certainly the one that was noted before it was to be written."""
    try:
        found = stamp_of_status(kept.path.stat())
    except OSError:
        return False
    return found == kept.stamp and bool(found.inode)


def take_back(kept: Kept, now: FileStamp | None, identify: Identify, *, keep_time: bool = True) -> TakenBack:
    """Make a file say again what it said before it was written.

    `now`: of the file as the writing left it; None where that is not known, for it was cut off: then the file must say
    all that it was to say. Raises NotWrittenError, and the file is as it was, as `write_planned` does; also where
    somebody wrote into it since.
    """
    if not os.path.lexists(kept.path):
        raise NotWrittenError(
            "This file has no longer this name: take its renaming back first (“earmark rename --undo”), or give it its"
            " name again."
        )
    with _opened(kept.path) as (texts, stamp):
        # It never came to it, or it was taken back already, and then the run was stopped. Its stamp does not tell:
        # where inodes are not known, size and time can be the same after a writing.
        if all(texts.text(slot) == values for slot, values in kept.before.items()):
            return TakenBack(stamp, was_so=True)
        said = all(texts.text(slot) == values for slot, values in kept.after.items())
    if not (said if now is None else is_unchanged(now, stamp)):
        raise NotWrittenError("This file was changed since its texts were written: it is left as it is.")
    now_again = _replaced(
        kept.path,
        stamp,
        kept.before,
        identify,
        lambda texts, draft: texts.copy_with(draft, kept.places, kept.before),
        put_back=True,
        keep_time=keep_time,
    )
    return TakenBack(now_again, was_so=False)


def _replaced(
    path: Path,
    stamp: FileStamp,
    wanted: Texts,
    identify: Identify,
    copy: Callable[[_FileTexts, Path], None],
    *,
    put_back: bool,
    keep_time: bool,
) -> FileStamp:
    # The file is open no longer than it must be: whether another program has it open is asked at the end.
    def change(draft: Path) -> None:
        with _opened(path) as (texts, _):
            copy(texts, draft)

    def prove(draft: Path) -> None:
        with _opened(path) as (texts, _):
            for difference in texts.unmeant(draft, wanted, put_back=put_back):
                raise NotWrittenError(f"Nothing was written, for the copy was not as it should be: {difference}")
        if identify(draft) != identify(path):
            raise NotWrittenError("Nothing was written, for the sound in the copy was not the same.")

    return replace_file(path, stamp, change, prove, keep_time=keep_time)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[_FileTexts, FileStamp]]:
    """The texts of a file; whatever is wrong with it becomes a NotWrittenError."""
    try:
        with path.open("rb") as stream:
            stamp = stamp_of_status(path.stat())
            try:
                texts: _FileTexts = ChunkTexts(stream)
            except NotChunkedError:
                texts = TagTexts(path)
            yield texts, stamp
    except OSError as error:
        raise NotWrittenError(f"This file cannot be read ({error.strerror or error}).") from error
    except ValueError as error:
        raise NotWrittenError(f"{error} It is left as it is.") from error
