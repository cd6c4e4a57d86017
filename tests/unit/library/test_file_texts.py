"""What stands in files, as the library keeps it: in order, offered for completion, and of each sound by itself."""

from pathlib import Path

import pytest

from desktop_app.core.metadata import EmbeddedText, Field, Metadata
from desktop_app.library.library import Library
from desktop_app.library.tables.sounds import SortColumn
from tests.unit.library.building import add, id_of

TEXTS = {
    "a.wav": [(Field.CATID, "rainMetl"), (Field.DESCRIPTION, "Übung"), (Field.ARTIST, "Ida")],
    "b.wav": [(Field.CATID, "DOORWood"), (Field.DESCRIPTION, "a" * 500 + "b")],
    "c.wav": [(Field.CATID, "RAINMetl"), (Field.CATEGORY, "Rain"), (Field.CATEGORY, "Doors")],
    "d.wav": [],
}


@pytest.fixture
def told(library: Library, root: Path) -> Library:
    """Four sounds with what their files say."""
    add(library, root, *TEXTS)
    for name, texts in TEXTS.items():
        sound = library.sounds.get(id_of(library, root / name))
        assert sound is not None
        metadata = Metadata(tuple(EmbeddedText(field, text, "iXML") for field, text in texts))
        library.file_texts.save([(sound, metadata)])
    return library


def names(library: Library, order: SortColumn, *, descending: bool = False) -> list[str]:
    ids = library.sounds.ids(order=order, descending=descending)
    return [sound.name for sound in library.sounds.many(ids.tolist())]


@pytest.mark.parametrize(
    ("column", "upwards", "downwards"),
    [
        (SortColumn.CATID, "bacd", "cabd"),
        (SortColumn.DESCRIPTION, "bacd", "abcd"),
        (SortColumn.CATEGORY, "cabd", "cabd"),
        (SortColumn.ARTIST, "abcd", "abcd"),
        (SortColumn.LIBRARY, "abcd", "abcd"),
    ],
)
def test_sounds_are_sorted_by_what_their_files_say_and_silent_ones_stand_last(
    told: Library, column: SortColumn, upwards: str, downwards: str
) -> None:
    assert names(told, column) == [f"{letter}.wav" for letter in upwards]
    assert names(told, column, descending=True) == [f"{letter}.wav" for letter in downwards]


def test_of_several_texts_the_first_one_sorts(told: Library, root: Path) -> None:
    sound = told.sounds.get(id_of(told, root / "d.wav"))
    assert sound is not None
    both = Metadata(tuple(EmbeddedText(Field.CATEGORY, text, "iXML") for text in ("Rail", "Zoo")))
    told.file_texts.save([(sound, both)])
    assert names(told, SortColumn.CATEGORY)[:2] == ["d.wav", "c.wav"]


def test_texts_that_differ_in_case_only_are_offered_once_as_a_file_writes_them(told: Library) -> None:
    assert sorted(told.file_texts.known(Field.CATID, 10)) == ["DOORWood", "RAINMetl"]
    assert sorted(told.file_texts.known(Field.CATEGORY, 10)) == ["Doors", "Rain"]
    assert told.file_texts.known(Field.SHOW, 10) == []


def test_no_more_texts_are_offered_than_asked_for(told: Library) -> None:
    assert len(told.file_texts.known(Field.CATID, 1)) == 1
