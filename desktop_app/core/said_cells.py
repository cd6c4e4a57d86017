"""What a person wrote into the cells of a table about a sound: rating, content id, tags and collections."""

import json
import re
from collections.abc import Iterator
from typing import Final

from desktop_app.core.marks import HIGHEST_RATING
from desktop_app.core.verdict import Judgement

_KEY: Final = re.compile(r"[^/\s;\ud800-\udfff]+/[^/\s;\ud800-\udfff]+")
"""What names a tag: a vocabulary and a tag of it, without halves of characters, which no library can keep."""
_RATINGS: Final = frozenset(map(str, range(HIGHEST_RATING + 1)))
_NUMBER: Final = re.compile(r"\d[.,]?\d*E[+-]\d+")
"""What a spreadsheet makes of a hash that happens to be written in digits; the sound may be found otherwise."""
_YES: Final = frozenset({"yes", "true", "1", "x", "wahr", "vrai"})


class CellError(ValueError):
    """A cell is not what it should be; the message says so in plain words, without a full stop."""


def content_of(cell: str) -> bytes:
    """What audio it is, by its hash; empty where the cell is, and where a spreadsheet made a number of it. Raises
    CellError.
    """
    if _NUMBER.fullmatch(cell.strip()):
        return b""
    try:
        return bytes.fromhex(cell)
    except ValueError:
        raise CellError(f"the content id “{cell}” is no hexadecimal number (it may be empty)") from None


def rating_of(cell: str) -> int:
    """0 where the cell is empty. Raises CellError."""
    text = cell.strip() or "0"
    if text not in _RATINGS:
        raise CellError(f"the rating “{cell}” is no number from 0 to {HIGHEST_RATING}")
    return int(text)


def is_yes(cell: str) -> bool:
    """Whether somebody said yes, also as spreadsheets of other languages write it."""
    return cell.strip().casefold() in _YES


def collections_of(cell: str) -> tuple[str, ...]:
    """The names in a cell. Raises CellError: what says only where JSON ends would help nobody who typed them."""
    try:
        names = json.loads(cell or "[]")
    except (ValueError, RecursionError):
        names = None
    if not isinstance(names, list):
        raise CellError(f'“{cell}” should be collections in brackets, as in ["Field trip", "Rain"]')
    return tuple(map(str, names))


def judgement_of(text: str) -> Judgement:
    """What a person said of a tag. Raises CellError."""
    try:
        return Judgement(text)
    except ValueError:
        raise CellError(f"“{text}” should be accepted, rejected or added") from None


def keys_of(cell: str) -> Iterator[tuple[str, str]]:
    """Vocabulary and tag of each in a cell, with semicolons between them. Raises CellError."""
    for key in filter(None, map(str.strip, cell.split(";"))):
        yield key_of(key)


def key_of(text: str) -> tuple[str, str]:
    """Vocabulary and tag of `vocabulary/tag`. Raises CellError."""
    if not _KEY.fullmatch(text):
        raise CellError(f"“{text}” should be a vocabulary and a tag, as in “everyday/rain”")
    vocabulary_id, _, tag_id = text.partition("/")
    return vocabulary_id, tag_id
