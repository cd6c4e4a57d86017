"""Writing texts into a sound file: first what would change, then the change, proved before it takes its place."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from desktop_app.core.metadata import Field
from desktop_app.core.sound import FileStamp
from desktop_app.library.metadata.chunk_texts import ChunkTexts
from desktop_app.library.metadata.chunks import NotChunkedError
from desktop_app.library.metadata.replacing import NotWrittenError, replace_file, stamp_of
from desktop_app.library.metadata.slots import (
    DEFAULT_SLOTS,
    Existing,
    Place,
    Slot,
    Slots,
    Texts,
    wanted_texts,
)
from desktop_app.library.metadata.tag_texts import TagTexts

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


class _FileTexts(Protocol):
    @property
    def places(self) -> tuple[Place, ...]: ...
    def text(self, slot: Slot) -> tuple[str, ...]: ...
    def fitted(self, slot: Slot, texts: tuple[str, ...]) -> tuple[str, ...]: ...
    def copy(self, draft: Path, texts: Texts) -> None: ...
    def unmeant(self, draft: Path, texts: Texts) -> Iterator[str]: ...


def plan_writing(
    path: Path,
    wishes: Mapping[Field, Sequence[str]],
    *,
    existing: Existing = Existing.ADD,
    slots: Slots = DEFAULT_SLOTS,
) -> WritePlan:
    """What writing these texts would change in a file. Raises NotWrittenError for a file that cannot hold them."""
    with _opened(path) as (texts, stamp):
        changes = []
        for field, new in wishes.items():
            for slot in slots.get(field, ()):
                if slot.place not in texts.places:
                    continue
                before = texts.text(slot)
                after = texts.fitted(slot, wanted_texts(field, before, new, existing))
                if after != before:
                    changes.append(SlotChange(slot, before, after))
        return WritePlan(path, stamp, tuple(changes))


def write_planned(plan: WritePlan, identify: Identify, *, keep_time: bool = True) -> FileStamp:
    """Do what was planned, and return the stamp of the file as it is now.

    Nothing happens, and NotWrittenError says why, where the file changed meanwhile, may not be changed, or where the
    copy does not hold the same audio and everything else that nobody meant to change.
    """
    if not plan.changes:
        return plan.stamp
    wanted = {change.slot: change.after for change in plan.changes}

    # The file is open no longer than it must be: whether another program has it open is asked at the end.
    def change(draft: Path) -> None:
        with _opened(plan.path) as (texts, _):
            texts.copy(draft, wanted)

    def prove(draft: Path) -> None:
        with _opened(plan.path) as (texts, _):
            for difference in texts.unmeant(draft, wanted):
                raise NotWrittenError(f"Nothing was written, for the copy was not as it should be: {difference}")
        if identify(draft) != identify(plan.path):
            raise NotWrittenError("Nothing was written, for the sound in the copy was not the same.")

    return replace_file(plan.path, plan.stamp, change, prove, keep_time=keep_time)


@contextmanager
def _opened(path: Path) -> Iterator[tuple[_FileTexts, FileStamp]]:
    """The texts of a file; whatever is wrong with it becomes a NotWrittenError."""
    try:
        with path.open("rb") as stream:
            stamp = stamp_of(path.stat())
            try:
                texts: _FileTexts = ChunkTexts(stream)
            except NotChunkedError:
                texts = TagTexts(path)
            yield texts, stamp
    except OSError as error:
        raise NotWrittenError(f"This file cannot be read ({error.strerror or error}).") from error
    except ValueError as error:
        raise NotWrittenError(f"{error} It is left as it is.") from error
