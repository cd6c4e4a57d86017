"""Which fields are written, and into which slots: as a person chose it, and as settings and commands say it.

A field is said by its name alone, and then stands in all its slots but those that players show as the genre of music,
or with those that are wanted: `keywords = INFO/IKEY USER/KEYWORDS`.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from desktop_app.core.metadata import Field
from desktop_app.library.metadata.slots import DEFAULT_SLOTS, Place, Slot, Slots

WRITABLE: Final = (Field.KEYWORDS, Field.CATEGORY, Field.SUBCATEGORY, Field.CATID, Field.NOTES)
"""What is said of sounds in Earmark: tags, the category of a UCS tag, notes."""
WRITTEN_FIELDS: Final = (Field.KEYWORDS, Field.CATEGORY, Field.SUBCATEGORY, Field.CATID)
"""Those of them that are written unless a person says otherwise: notes may be meant for nobody else."""
_GENRES: Final = frozenset(
    {
        Slot(Place.INFO, "IGNR"),
        Slot(Place.ID3, "TCON"),
        Slot(Place.VORBIS, "GENRE"),
        Slot(Place.MP4, "\xa9gen"),
    }
)
_ALONE: Final[Slots] = {
    field: tuple(slot for slot in slots if slot not in _GENRES) for field, slots in DEFAULT_SLOTS.items()
}
WRITTEN: Final[Slots] = {field: _ALONE[field] for field in WRITTEN_FIELDS}
_HEADS: Final = {Place.BEXT: "bext/", Place.INFO: "INFO/", Place.IXML: "", Place.ID3: "ID3/"} | {
    Place.VORBIS: "Vorbis/",
    Place.MP4: "MP4/",
}


class MappingError(ValueError):
    """A field or a slot that is not written; the message is a sentence."""


def slot_name(slot: Slot) -> str:
    """A slot as people name it: `INFO/IKEY`, `USER/KEYWORDS`."""
    return f"{_HEADS[slot.place]}{slot.key}"


def slots_of(entries: Iterable[str]) -> Slots:
    """What entries like `keywords` and `category = USER/CATEGORY` say. Raises MappingError."""
    found: dict[Field, tuple[Slot, ...]] = {}
    for entry in entries:
        name, equals, names = entry.partition("=")
        field = _field(name.strip())
        there = {slot_name(slot): slot for slot in DEFAULT_SLOTS[field]}
        wanted = names.split() if equals else [slot_name(slot) for slot in _ALONE[field]]
        for unknown in (each for each in wanted if each not in there):
            raise MappingError(f"{field.value} is not written as “{unknown}”: take some of {', '.join(there)}.")
        found[field] = tuple(slot for text, slot in there.items() if text in wanted)
    return found


def known_slots(entries: Iterable[str]) -> Slots:
    """What saved entries say, as far as this version knows fields and slots; all that is written at first where it
    knows none of several.
    """
    entries = tuple(entries)
    found: dict[Field, Sequence[Slot]] = {}
    for entry in entries:
        name, equals, names = entry.partition("=")
        known = [text for text in names.split() if _is_known(f"{name}={text}")]
        if (known or not equals) and _is_known(name):
            found.update(slots_of([f"{name}={' '.join(known)}" if equals else name]))
    return found if found or not entries else WRITTEN


def entries_of(slots: Slots, saved: Iterable[str] = ()) -> tuple[str, ...]:
    """The entries that `slots_of` understands; a field without slots is left out. Behind them stand those of the
    `saved` ones whose field this version does not know.
    """
    unknown = [entry for entry in saved if not _is_known(entry.partition("=")[0])]
    return (*(_entry(field, tuple(slots[field])) for field in WRITABLE if slots.get(field)), *unknown)


def _is_known(entry: str) -> bool:
    try:
        slots_of([entry])
    except MappingError:
        return False
    return True


def _entry(field: Field, wanted: tuple[Slot, ...]) -> str:
    if wanted == _ALONE[field]:
        return field.value
    return f"{field.value} = {' '.join(map(slot_name, wanted))}"


def _field(name: str) -> Field:
    for field in WRITABLE:
        if field.value == name.casefold():
            return field
    known = ", ".join(field.value for field in WRITABLE)
    raise MappingError(f"“{name}” is not a field that is written: take some of {known}.")
