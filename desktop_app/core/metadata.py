"""What stands in audio files about themselves: the fields that sound designers and musicians keep, whoever wrote them.

The same thing has another name in every kind of file; here it has one. What a program or a person wrote into a file is
theirs: it is shown and searched, and never mixed up with what is said in Earmark.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

METADATA_VERSION = 1
"""Raised with every change to what is read of files: all are then read again, without being heard."""
MOST_CHARACTERS = 8_000
"""Of one text; the longest descriptions of sound libraries have a thousand."""


class Field(StrEnum):
    """What a text is about; its value is what a search line calls it. Names as in Soundminer, BaseHead and UCS."""

    TITLE = "title"
    DESCRIPTION = "description"
    KEYWORDS = "keywords"
    CATEGORY = "category"
    SUBCATEGORY = "subcategory"
    CATID = "catid"
    FX_NAME = "fxname"
    USER_CATEGORY = "usercategory"
    VENDOR_CATEGORY = "vendorcategory"
    CREATOR = "creatorid"
    SOURCE = "sourceid"
    ARTIST = "artist"
    """Also the designer, recordist or originator."""
    LIBRARY = "library"
    """Also the album."""
    MANUFACTURER = "manufacturer"
    SHOW = "show"
    GENRE = "genre"
    NOTES = "notes"
    MICROPHONE = "microphone"
    PERSPECTIVE = "perspective"
    LOCATION = "location"
    RECORDED = "recorded"
    """When; as it is written there."""
    SCENE = "scene"
    TAKE = "take"
    TEMPO = "tempo"
    KEY = "inkey"
    COPYRIGHT = "copyright"
    URL = "url"


_SENTENCES = frozenset({Field.TITLE, Field.DESCRIPTION, Field.NOTES, Field.ARTIST})


@dataclass(frozen=True, slots=True)
class EmbeddedText:
    """One text of a file."""

    field: Field
    text: str
    source: str
    """Where it stands, as people name it: `bext`, `iXML`, `INFO`, `ID3`, `Vorbis comment`, `MP4`, `file name`."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """All texts of a file, in the order of the places where they were found."""

    texts: tuple[EmbeddedText, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.texts)

    def of(self, field: Field) -> tuple[str, ...]:
        """The different texts of a field, the first place's first. A sentence that begins another, cut short there, is
        left out: `bext` has room for 256 bytes of a description that `iXML` has in full.
        """
        texts = list(dict.fromkeys(entry.text for entry in self.texts if entry.field is field))
        if field not in _SENTENCES:
            return tuple(texts)
        return tuple(text for text in texts if not any(other != text and other.startswith(text) for other in texts))

    def fields(self) -> Iterator[tuple[Field, tuple[str, ...]]]:
        """The fields that have any text, in the order of `Field`."""
        for field in Field:
            if texts := self.of(field):
                yield field, texts
