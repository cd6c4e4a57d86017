"""What a row of each table of `library.db` looks like, so that rows of a damaged file can be told from rubble.

No two tables have rows of one shape: a row that was found anywhere in the file says by itself which table it is of.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_app.core.metadata import Field
from desktop_app.core.verdict import Judgement

Row = tuple[Any, ...]

CONTENT_ID_BYTES = 16
"""As the engine makes them."""
_FIELDS = {field.value for field in Field}
_JUDGEMENTS = {judgement.value for judgement in Judgement}


def _is_content(value: object) -> bool:
    return isinstance(value, bytes) and len(value) == CONTENT_ID_BYTES


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _is_bytes(value: object) -> bool:
    return isinstance(value, bytes)


def _is_whole(value: object) -> bool:
    return isinstance(value, int)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float)


def _is_flag(value: object) -> bool:
    return value in (0, 1)


def _is_rating(value: object) -> bool:
    return isinstance(value, int) and 0 <= value <= 5


def _is_judgement(value: object) -> bool:
    return isinstance(value, str) and value in _JUDGEMENTS


def _is_field(value: object) -> bool:
    return isinstance(value, str) and value in _FIELDS


def _or_nothing(fits: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda value: value is None or fits(value)


@dataclass(frozen=True, slots=True)
class TableShape:
    """One table."""

    name: str
    one: str
    many: str
    """What a person calls a row, and several."""
    fits: dict[str, Callable[[object], bool]]
    """By column, in the table's order."""
    numbered: bool = False
    """The first column is the number that SQLite keeps beside the row, and not in it."""
    oldest: int = 0
    """Columns that rows had before steps appended further ones, which are then empty; 0: all."""

    def row(self, values: Sequence[object]) -> Row | None:
        """The row that these values are, filled up; None when they are none of this table."""
        if not (self.oldest or len(self.fits)) <= len(values) <= len(self.fits):
            return None
        row = (*values, *[None] * (len(self.fits) - len(values)))
        return row if all(fits(value) for fits, value in zip(self.fits.values(), row, strict=True)) else None


TABLES: tuple[TableShape, ...] = (
    TableShape(
        "folders",
        "folder",
        "folders",
        {"folder_id": _is_whole, "path": _is_bytes, "path_key": _is_text, "name_key": _is_text, "online": _is_flag},
        numbered=True,
    ),
    TableShape("exclusions", "pattern to leave out", "patterns to leave out", {"pattern": _is_text}),
    TableShape(
        "contents",
        "audio format",
        "audio formats",
        {
            "content_id": _is_content,
            "container": _is_text,
            "encoding": _is_text,
            "sample_rate": _is_whole,
            "channels": _is_whole,
            "frames": _is_whole,
            "seconds": _is_number,
        },
    ),
    TableShape(
        "sounds",
        "sound",
        "sounds",
        {
            "sound_id": _is_whole,
            "folder_id": _is_whole,
            "relative": _is_bytes,
            "directory_key": _is_text,
            "name_key": _is_text,
            "size": _is_whole,
            "modified_ns": _is_whole,
            "inode": _is_whole,
            "missing": _is_flag,
            "content_id": _or_nothing(_is_content),
            "was_heard": _is_flag,
            "problem": _or_nothing(_is_text),
            "silent": _is_flag,
            "added": _or_nothing(_is_whole),
            "former_content_id": _or_nothing(_is_content),
            "passing": _or_nothing(_is_flag),
        },
        numbered=True,
        oldest=13,
    ),
    TableShape(
        "verdicts",
        "tag decision",
        "tag decisions",
        {"content_id": _is_content, "vocabulary_id": _is_text, "tag_id": _is_text, "judgement": _is_judgement},
    ),
    TableShape(
        "marks",
        "sound with a rating or note",
        "sounds with a rating or note",
        {
            "content_id": _is_content,
            "rating": _is_rating,
            "favourite": _is_flag,
            "note": _is_text,
            "note_key": _is_text,
        },
    ),
    TableShape(
        "collections",
        "collection",
        "collections",
        {"collection_id": _is_whole, "name": _is_text, "name_key": _is_text},
        numbered=True,
    ),
    TableShape(
        "collected",
        "sound in a collection",
        "sounds in collections",
        {"collection_id": _is_whole, "content_id": _is_content},
    ),
    TableShape(
        "successors",
        "edited sound",
        "edited sounds",
        {"content_id": _is_content, "successor": _is_content},
    ),
    TableShape(
        "own_texts",
        "text that Earmark wrote",
        "texts that Earmark wrote",
        {"content_id": _is_content, "field": _is_field, "text_key": _is_text},
    ),
)
"""All tables of `library.db`; those that others refer to come first."""

SAID = frozenset({"verdicts", "marks", "collections", "collected"})
"""Tables of what people said about their sounds: nothing but a backup brings these back."""
UNTOLD = frozenset({"contents", "successors", "own_texts"})
"""Tables that say nothing which a person made or added."""
