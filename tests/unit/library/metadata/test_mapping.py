"""What a person chose to have written is kept as a text that can be read, and a slip in it is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.metadata import Field
from desktop_app.library.metadata.mapping import (
    WRITABLE,
    WRITTEN,
    MappingError,
    entries_of,
    known_slots,
    slot_name,
    slots_of,
)
from desktop_app.library.metadata.slots import DEFAULT_SLOTS, Slot
from desktop_app.settings import Settings

ALL = [(field, slot) for field in WRITABLE for slot in DEFAULT_SLOTS[field]]


@given(st.sets(st.sampled_from(ALL)))
def test_each_choice_comes_back_as_it_was(chosen: set[tuple[Field, Slot]]) -> None:
    slots = {
        field: tuple(slot for slot in DEFAULT_SLOTS[field] if (field, slot) in chosen)
        for field in WRITABLE
        if any(found is field for found, _ in chosen)
    }
    assert slots_of(entries_of(slots)) == slots


def test_a_field_by_its_name_alone_stands_everywhere_but_where_players_show_the_genre() -> None:
    assert entries_of(WRITTEN) == Settings().written_fields == ("keywords", "category", "subcategory", "catid")
    assert slots_of(Settings().written_fields) == WRITTEN
    assert slots_of(["Keywords"]) == {Field.KEYWORDS: DEFAULT_SLOTS[Field.KEYWORDS]}
    names = [slot_name(slot) for slot in slots_of(["category"])[Field.CATEGORY]]
    assert {"INFO/IGNR", "ID3/TCON", "Vorbis/GENRE", "MP4/\xa9gen"}.isdisjoint(names)
    assert {name.partition("/")[0] for name in names} >= {"USER", "ASWG", "ID3", "Vorbis", "MP4"}
    assert entries_of(slots_of(["category = INFO/IGNR"])) == ("category = INFO/IGNR",), "still to be chosen"


def test_places_are_said_as_people_name_them() -> None:
    found = slots_of(["keywords = USER/KEYWORDS  INFO/IKEY"])
    assert [slot_name(slot) for slot in found[Field.KEYWORDS]] == ["INFO/IKEY", "USER/KEYWORDS"]
    assert entries_of(found) == ("keywords = INFO/IKEY USER/KEYWORDS",)


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ("smell", "“smell” is not a field that is written: take some of keywords, category,"),
        ("artist", "“artist” is not a field that is written"),
        ("keywords = INFO/ISFT", "keywords is not written as “INFO/ISFT”: take some of INFO/IKEY, USER/KEYWORDS,"),
        ("", "“” is not a field"),
    ],
)
def test_a_slip_is_said_with_what_there_is(entry: str, says: str) -> None:
    with pytest.raises(MappingError) as error:
        slots_of(["catid", entry])
    assert says in str(error.value)


def test_what_another_version_saved_does_no_harm_and_is_not_lost() -> None:
    saved = ("smell = INFO/ISML", "keywords = INFO/IKEY FUTURE/KEYS", "notes = FUTURE/NOTES", "catid")
    known = known_slots(saved)
    assert known == slots_of(["keywords = INFO/IKEY", "catid"]), "notes are not put where nobody wanted them"
    assert entries_of(known, saved) == ("keywords = INFO/IKEY", "catid", "smell = INFO/ISML")
    assert known_slots(["smell"]) == WRITTEN
    assert known_slots([]) == {}, "nothing was chosen"
