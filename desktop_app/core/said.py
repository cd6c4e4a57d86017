"""What people said of sounds, on its way from one library to another; the forms it takes are modules beside it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from desktop_app.core.marks import Marks
from desktop_app.core.ucs_name import Category
from desktop_app.core.verdict import Judgement

MOST_BYTES: Final = 1_000_000_000
"""Of a file that is read; half a million sounds are some 200 MB."""
NOTHING_THERE: Final = "There is nothing in this file."
"""What a file is refused with that is empty, or white space."""


class ExchangeError(ValueError):
    """A text that cannot be read; the message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What was said of one tag."""

    vocabulary_id: str
    tag_id: str
    judgement: Judgement

    @property
    def key(self) -> str:
        """As tables have it."""
        return f"{self.vocabulary_id}/{self.tag_id}"


@dataclass(frozen=True, slots=True)
class SaidOfSound:
    """All that was said of one sound."""

    path: str
    """As the file system has it; bytes that are no text as `os.fsdecode` makes them."""
    content_id: bytes = b""
    """What audio it is; empty where that is not known."""
    judged: tuple[Judged, ...] = ()
    marks: Marks = field(default_factory=Marks)
    collections: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    """Cells with keywords of another program: tags only where a vocabulary has them."""


class Unit(StrEnum):
    """What a list is counted in."""

    ENTRY = "entry"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A part of a list that could not be understood."""

    unit: Unit
    number: int
    """Counted from 1; of a table its headings are line 1."""
    name: str
    """Of the sound it is about, where that could be read."""
    why: str
    """In plain words, without a full stop."""
    file: str = ""
    """Which list, where there are several."""


@dataclass(frozen=True, slots=True)
class SaidList:
    """What a file says."""

    sounds: tuple[SaidOfSound, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    unread: tuple[str, ...] = ()
    """Columns of another program that mean nothing here."""


@dataclass(frozen=True, slots=True)
class KnownTag:
    """A tag of a vocabulary, for people and programs that read a list."""

    name: str
    category: Category | None = None
    """What it is in the Universal Category System, where its vocabulary says that."""
    of_system: bool = False
    """Whether it is that category itself, and not a tag of one's own that is filed there."""


Names = Mapping[tuple[str, str], KnownTag]
"""What is known of tags, by vocabulary and tag; never read back."""
