"""Where in a file a text is written: in a place like `iXML`, under a key like `USER/KEYWORDS`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.core.metadata import Field, list_entries


class Place(StrEnum):
    """A part of a file that holds texts, as people name it."""

    BEXT = "bext"
    INFO = "INFO"
    IXML = "iXML"
    ID3 = "ID3"
    VORBIS = "Vorbis comment"
    MP4 = "MP4"


@dataclass(frozen=True, slots=True, order=True)
class Slot:
    """One text of one place."""

    place: Place
    key: str


Texts = Mapping[Slot, tuple[str, ...]]
"""What stands in each slot; places that hold one text a key have one."""


class Existing(StrEnum):
    """What becomes of what stands in a slot already."""

    KEEP = "keep"
    """It stays; only empty slots are written."""
    ADD = "add"
    """It stays, and what it lacks is added behind it; not in a slot that names one thing, as a CatID."""
    REPLACE = "replace"


Slots = Mapping[Field, Sequence[Slot]]


def _slots(texts: str) -> tuple[Slot, ...]:
    places = {"bext": Place.BEXT, "INFO": Place.INFO, "USER": Place.IXML, "ASWG": Place.IXML, "ID3": Place.ID3}
    places |= {"Vorbis": Place.VORBIS, "MP4": Place.MP4}
    found = []
    for text in texts.split():
        head, _, key = text.partition("/")
        found.append(Slot(places[head], text if head in ("USER", "ASWG") else key.replace("+", " ")))
    return tuple(found)


DEFAULT_SLOTS: Final[Slots] = {
    Field.TITLE: _slots("INFO/INAM USER/TRACKTITLE ID3/TIT2 Vorbis/TITLE MP4/\xa9nam"),
    Field.DESCRIPTION: _slots(
        "bext/description INFO/ICMT USER/DESCRIPTION ID3/COMM Vorbis/DESCRIPTION Vorbis/COMMENT MP4/\xa9cmt"
    ),
    Field.KEYWORDS: _slots(
        "INFO/IKEY USER/KEYWORDS ID3/TXXX:KEYWORDS Vorbis/KEYWORDS MP4/----:com.apple.iTunes:KEYWORDS"
    ),
    Field.CATEGORY: _slots(
        "INFO/IGNR USER/CATEGORY ASWG/category ID3/TCON ID3/TXXX:CATEGORY Vorbis/GENRE Vorbis/CATEGORY MP4/\xa9gen"
        " MP4/----:com.apple.iTunes:CATEGORY"
    ),
    Field.SUBCATEGORY: _slots(
        "USER/SUBCATEGORY ASWG/subCategory ID3/TXXX:SUBCATEGORY Vorbis/SUBCATEGORY"
        " MP4/----:com.apple.iTunes:SUBCATEGORY"
    ),
    Field.CATID: _slots("USER/CATID ASWG/catId ID3/TXXX:CATID Vorbis/CATID MP4/----:com.apple.iTunes:CATID"),
    Field.FX_NAME: _slots("USER/FXNAME ASWG/fxName ID3/TXXX:FXNAME Vorbis/FXNAME MP4/----:com.apple.iTunes:FXNAME"),
    Field.NOTES: _slots("USER/NOTES ASWG/notes ID3/TXXX:NOTES Vorbis/NOTES MP4/----:com.apple.iTunes:NOTES"),
    Field.ARTIST: _slots("bext/originator INFO/IART USER/DESIGNER ASWG/originator ID3/TPE1 Vorbis/ARTIST MP4/\xa9ART"),
    Field.LIBRARY: _slots("INFO/IPRD USER/LIBRARY ASWG/library ID3/TALB Vorbis/ALBUM MP4/\xa9alb"),
}
"""What Soundminer, BaseHead, REAPER and players of every kind read."""

LISTS: Final = frozenset({Field.KEYWORDS})
"""Fields that hold several texts; all others one."""
_NAMES: Final = frozenset({Field.CATID, Field.CATEGORY, Field.SUBCATEGORY})
"""Fields that say which one of many it is: two of them in one slot are none that any program knows."""
_SEPARATOR: Final = ", "
NOT_TEXT: Final = "What stands there cannot be read as a text."
"""Why a text is not written."""
_UNKNOWN: Final = "\ufffd"
"""What decoders put in the place of bytes that are no letters."""
_FORBIDDEN: Final = {*range(32), *range(0x7F, 0xA0), *range(0xD800, 0xE000), *range(0xFFFD, 0x10000)} - {9, 10}


def joined(texts: Sequence[str]) -> str:
    """Several texts as one, for places that hold one a key."""
    return _SEPARATOR.join(texts)


def is_text(texts: Sequence[str]) -> bool:
    """Whether all that stands in a slot could be read, so that it can be written again."""
    return not any(_UNKNOWN in text for text in texts)


def plain(text: str) -> str:
    """A text with nothing in it that one of the places cannot hold: XML has no control characters, and one line end.
    Nor what stands for letters that could not be read.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(" " if ord(character) in _FORBIDDEN else character for character in lines)


def wanted_by_slot(field: Field, there: Texts, new: Sequence[str], existing: Existing) -> dict[Slot, tuple[str, ...]]:
    """What is to stand in each slot of a field, by what stands there.

    A list that is new in one place has what the file's other places list, too: a program that looks there first would
    miss it.
    """
    listed = [part for found in there.values() for part in list_entries(found)] if field in LISTS else []
    elsewhere = tuple({part.casefold(): part for part in reversed(listed)}.values())[::-1]
    if existing is Existing.REPLACE or not any(map(str.strip, new)):
        elsewhere = ()
    return {
        slot: wanted_texts(field, found, new, existing)
        if any(found) or not elsewhere
        else wanted_texts(field, elsewhere, new, Existing.ADD)
        for slot, found in there.items()
    }


def wanted_texts(field: Field, found: tuple[str, ...], new: Sequence[str], existing: Existing) -> tuple[str, ...]:
    """What is to stand in a slot in which `found` stands."""
    texts = tuple(dict.fromkeys(text.strip() for text in new if text.strip()))
    if not texts or not any(found) or existing is Existing.REPLACE:
        return texts or found
    if existing is Existing.KEEP or field in _NAMES:
        return found
    if field in LISTS:
        # A name with a comma in it is read again as several entries.
        there = list_entries(found)
        known = {part.casefold() for part in there}
        missing = [part for part in dict.fromkeys(list_entries(texts)) if part.casefold() not in known]
        return (*there, *missing) if missing else found
    whole = joined(found)
    return tuple(dict.fromkeys((whole, *(text for text in texts if text.casefold() not in whole.casefold()))))
