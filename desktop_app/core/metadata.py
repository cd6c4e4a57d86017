"""What stands in audio files about themselves: the fields that sound designers and musicians keep, whoever wrote them.

The same thing has another name in every kind of file; here it has one. What a program or a person wrote into a file is
theirs: it is shown and searched, and never mixed up with what is said in Earmark.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

METADATA_VERSION = 3
"""Raised with every change to what is read of files: all are then read again, without being heard."""
MOST_CHARACTERS = 8_000
"""Of one text; the longest descriptions of sound libraries have a thousand."""
MOST_MARKERS = 500
"""Of one file; recorders write a few, and loops cut into slices some hundred."""
_MOST_ENTRIES = 1_000
"""Of one list; those of sound libraries have some thirty."""
_PARTING = re.compile("[;,\r\n]+")
"""What stands between the entries of a list: some programs write commas, others semicolons."""


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
    MARKER = "marker"
    """What a place in the sound is called."""


_SENTENCES = frozenset({Field.TITLE, Field.DESCRIPTION, Field.NOTES, Field.ARTIST})


@dataclass(frozen=True, slots=True)
class EmbeddedText:
    """One text of a file."""

    field: Field
    text: str
    source: str
    """Where it stands, as people name it: `bext`, `iXML`, `INFO`, `ID3`, `Vorbis comment`, `MP4`, `file name`."""


@dataclass(frozen=True, slots=True)
class Marker:
    """A place in a sound that a file names, or only marks."""

    start: float
    """Seconds from the sound's beginning."""
    text: str = ""
    """Its label, with its note where it has one; empty for one that nobody named."""
    seconds: float = 0.0
    """How long the stretch is that it names; 0 for a place."""
    source: str = ""
    """Where it stands, as people name it: `cue`, `iXML`, `MARK`, `ID3`, `Vorbis comment`, `CUESHEET`, `MP4`."""


class FileProblem(StrEnum):
    """Why what is known of a file may not be all that stands in it."""

    DAMAGED_IXML = "damaged iXML"
    """What stands before the damage was read."""
    UNFIT_IXML = "unfit iXML"
    """A document that no program is known to write, or that must not be read."""
    NOT_READ = "not read"
    """Reading it failed or did not get on; it is tried again at another time."""


@dataclass(frozen=True, slots=True)
class Metadata:
    """All texts of a file, in the order of the places where they were found."""

    texts: tuple[EmbeddedText, ...] = ()
    markers: tuple[Marker, ...] = ()
    """From the sound's beginning to its end."""
    problems: tuple[FileProblem, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.texts or self.markers or self.problems)

    @property
    def was_read(self) -> bool:
        """Whether what it does not say is not in the file, as far as that can be read."""
        return FileProblem.NOT_READ not in self.problems

    def of(self, field: Field) -> tuple[str, ...]:
        """The different texts of a field, the first place's first. A sentence that begins another, cut short there, is
        left out: `bext` has room for 256 bytes of a description that `iXML` has in full.
        """
        if field is Field.MARKER:
            return tuple(dict.fromkeys(marker.text for marker in self.markers if marker.text))
        texts = list(dict.fromkeys(entry.text for entry in self.texts if entry.field is field))
        if field not in _SENTENCES:
            return tuple(texts)
        return tuple(text for text in texts if not any(other != text and other.startswith(text) for other in texts))

    def entries(self, field: Field) -> tuple[str, ...]:
        """As `of`; of keywords each by itself, once however it is written, though a file has them in one text."""
        texts = self.of(field)
        if field is not Field.KEYWORDS:
            return texts
        found: dict[str, str] = {}
        for entry in list_entries(texts):
            found.setdefault(entry.casefold(), entry)
        return tuple(islice(found.values(), _MOST_ENTRIES))

    def fields(self) -> Iterator[tuple[Field, tuple[str, ...]]]:
        """The fields that have any text, in the order of `Field`."""
        for field in Field:
            if texts := self.of(field):
                yield field, texts


def list_entries(texts: Sequence[str]) -> list[str]:
    """What is listed in some texts, in their order."""
    return [entry.strip() for text in texts for entry in _PARTING.split(text) if entry.strip()]


def added_entries(before: Metadata, after: Metadata) -> list[tuple[Field, str]]:
    """What a file says `after` a change of ours that it did not say before: ours, then. A text of somebody else to
    which something was added stays theirs.
    """
    found: list[tuple[Field, str]] = []
    for field, _ in after.fields():
        there = [entry.casefold() for entry in before.entries(field)]
        for entry in after.entries(field):
            folded = entry.casefold()
            is_theirs = folded in there or (field is not Field.KEYWORDS and any(old in folded for old in there))
            if not is_theirs:
                found.append((field, entry))
    return found
