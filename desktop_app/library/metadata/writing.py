"""Writing texts into a sound file: first what would change, then the change, proved before it takes its place."""

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
    unreadable,
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
class LeftAlone:
    """A text that is not written."""

    slot: Slot
    reason: str
    """A sentence."""


@dataclass(frozen=True, slots=True)
class WritePlan:
    """What would change in a file. Nothing has been done yet."""

    path: Path
    stamp: FileStamp
    """Of the file that was looked at."""
    changes: tuple[SlotChange, ...]
    """Empty where the file says everything already."""
    left_alone: tuple[LeftAlone, ...] = ()
    """What is not written though it was wanted, beside the changes."""
    other_names: int = 0
    """How many more names (hard links) the file has: they stay with the file as it is, and this one gets its own."""


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
    content_id: bytes | None = None
    """What audio the file holds, as the library knows it: with it the file is found when it has another name."""
    ends_odd: bool = False
    """Whether its last chunk lacked the byte that makes its length even."""


class FileTexts(Protocol):
    """The texts of a file, of whatever kind it is."""

    @property
    def places(self) -> tuple[Place, ...]: ...
    @property
    def problem(self) -> str: ...
    @property
    def ends_odd(self) -> bool: ...
    def closed(self, slot: Slot) -> str: ...
    def text(self, slot: Slot) -> tuple[str, ...]: ...
    def fitted(self, slot: Slot, texts: tuple[str, ...]) -> tuple[str, ...]: ...
    def copy(self, draft: Path, texts: Texts) -> None: ...
    def kept(self, texts: Texts) -> dict[Place, bytes | None]: ...
    def copy_with(
        self, draft: Path, kept: Mapping[Place, bytes | None], texts: Texts, *, ends_odd: bool = False
    ) -> None: ...
    def unmeant(self, draft: Path, texts: Texts, *, put_back: bool = False) -> Iterator[str]: ...


def plan_writing(
    path: Path,
    wishes: Mapping[Field, Sequence[str]],
    *,
    existing: Existing = Existing.ADD,
    slots: Slots = DEFAULT_SLOTS,
    split_links: bool = False,
) -> WritePlan:
    """What writing these texts would change in a file. Raises NotWrittenError for a file that cannot hold them, or that
    would have to be changed and may not be; with `split_links` one with several names (hard links) may.
    """
    with opened(path) as (texts, stamp):
        changes = []
        left_alone = []
        is_open = False
        for field, new in wishes.items():
            closed = {slot: texts.closed(slot) for slot in slots.get(field, ()) if slot.place in texts.places}
            left_alone += [LeftAlone(slot, f"{reason} It stays as it is.") for slot, reason in closed.items() if reason]
            there = {slot: texts.text(slot) for slot, reason in closed.items() if not reason}
            is_open = is_open or bool(there)
            for slot, wanted in wanted_by_slot(field, there, new, existing).items():
                # What stands there stays as it is, also where it would not be written so.
                after = there[slot] if wanted == there[slot] else texts.fitted(slot, wanted)
                if after != there[slot]:
                    changes.append(SlotChange(slot, there[slot], after))
        if changes:
            if texts.problem:
                raise UnfitLayoutError(texts.problem)
            others = check_replaceable(path, split_links=split_links)
            return WritePlan(path, stamp, tuple(changes), tuple(left_alone), others)
        if left_alone and not is_open:
            raise NotWrittenError(left_alone[0].reason)
        return WritePlan(path, stamp, ())


def write_planned(plan: WritePlan, identify: Identify, *, keep_time: bool = True) -> FileStamp:
    """Do what was planned, and return the stamp of the file as it is now.

    Nothing happens, and NotWrittenError says why, where the file changed meanwhile, may not be changed, or where the
    copy does not hold the same audio and everything else that nobody meant to change.
    """
    if not plan.changes:
        return plan.stamp
    wanted = {change.slot: change.after for change in plan.changes}

    return replaced(
        plan.path,
        plan.stamp,
        wanted,
        identify,
        lambda texts, draft: texts.copy(draft, wanted),
        put_back=False,
        keep_time=keep_time,
        split_links=plan.other_names > 0,
    )


def keep(plan: WritePlan, content_id: bytes | None = None) -> Kept:
    """What the file of a plan, with this audio, says now. Raises NotWrittenError."""
    before = {change.slot: change.before for change in plan.changes}
    with opened(plan.path) as (texts, stamp):
        if not is_unchanged(plan.stamp, stamp):
            raise NotWrittenError(CHANGED)
        after = {change.slot: change.after for change in plan.changes}
        return Kept(plan.path, stamp, before, after, texts.kept(before), content_id, texts.ends_odd)


def replaced(
    path: Path,
    stamp: FileStamp,
    wanted: Texts,
    identify: Identify,
    copy: Callable[[FileTexts, Path], None],
    *,
    put_back: bool,
    keep_time: bool,
    split_links: bool = False,
) -> FileStamp:
    """Put a copy with these texts in the place of a file; `copy` makes it. Raises NotWrittenError, and the file is then
    as it was; so it is where the copy holds other audio, or differs in what nobody meant to change.

    With `put_back` the places of these texts are to be what they were once; the other two as in `replace_file`.
    """

    # The file is open no longer than it must be: whether another program has it open is asked at the end.
    def change(draft: Path) -> None:
        with opened(path) as (texts, _):
            copy(texts, draft)

    def prove(draft: Path) -> None:
        with opened(path) as (texts, _):
            for difference in texts.unmeant(draft, wanted, put_back=put_back):
                raise NotWrittenError(f"Nothing was written, for the copy was not as it should be: {difference}")
        if identify(draft) != identify(path):
            raise NotWrittenError("Nothing was written, for the sound in the copy was not the same.")

    return replace_file(path, stamp, change, prove, keep_time=keep_time, split_links=split_links)


@contextmanager
def opened(path: Path) -> Iterator[tuple[FileTexts, FileStamp]]:
    """The texts of a file; whatever is wrong with it becomes a NotWrittenError."""
    try:
        with path.open("rb") as stream:
            stamp = stamp_of_status(path.stat())
            try:
                texts: FileTexts = ChunkTexts(stream)
            except NotChunkedError:
                texts = TagTexts(path)
            yield texts, stamp
    except OSError as error:
        raise unreadable(error) from error
    except ValueError as error:
        raise NotWrittenError(f"{error} It is left as it is.") from error
