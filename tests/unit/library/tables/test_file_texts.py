"""What stands in files, as the library keeps it: in order, offered for completion, and of each sound by itself."""

import shutil
from pathlib import Path

import pytest

from desktop_app.core.metadata import EmbeddedText, Field, FileProblem, Marker, Metadata
from desktop_app.core.query import Terms
from desktop_app.library.library import Library
from desktop_app.library.tables.orders import SortColumn
from desktop_app.library.tables.sound_filter import SoundFilter
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


def say(library: Library, path: Path, metadata: Metadata) -> None:
    sound = library.sounds.get(id_of(library, path))
    assert sound is not None
    library.file_texts.save([(sound, metadata)])


def keywords(*texts: str) -> Metadata:
    return Metadata(tuple(EmbeddedText(Field.KEYWORDS, text, "iXML") for text in texts))


def test_keywords_are_offered_each_by_itself_the_most_frequent_first(library: Library, root: Path) -> None:
    add(library, root, "a.wav", "b.wav", "c.wav")
    say(library, root / "a.wav", keywords('bird; "Crow"', "tin \\u0000 can"))
    say(library, root / "b.wav", keywords("wind,\nCrow", "é"))
    say(library, root / "c.wav", keywords("CROW, bird", "wind\\"))
    assert library.file_texts.known(Field.KEYWORDS, 10) == [
        "bird",
        "CROW",
        '"Crow"',
        "tin \\u0000 can",
        "wind",
        "wind\\",
        "é",
    ]
    assert library.file_texts.known(Field.KEYWORDS, 2) == ["bird", "CROW"]


def test_markers_and_problems_are_kept_and_markers_are_found(library: Library, root: Path) -> None:
    add(library, root, "a.wav", "b.wav")
    said = Metadata((), (Marker(0.5, "Crow", 0.25, "cue"), Marker(1.0)), (FileProblem.DAMAGED_IXML,))
    say(library, root / "a.wav", said)
    sound_id = id_of(library, root / "a.wav")
    assert library.file_texts.of([sound_id]) == {sound_id: said}
    assert library.sounds.ids(filter=SoundFilter(texts=(("marker", ("crow",)),))).tolist() == [sound_id]


def test_what_is_not_known_of_a_file_passes_no_filter(library: Library, root: Path) -> None:
    add(library, root, "a.wav", "b.wav", "c.wav", "d.wav")
    say(library, root / "a.wav", keywords("crow"))
    say(library, root / "b.wav", keywords("rain"))
    say(library, root / "c.wav", Metadata(problems=(FileProblem.NOT_READ,)))
    with_it = SoundFilter(texts=(("keywords", ("crow",)),))
    without = SoundFilter(unwanted=Terms(texts=(("keywords", ("crow",)),)))
    assert library.sounds.ids(filter=with_it).tolist() == [id_of(library, root / "a.wav")]
    assert library.sounds.ids(filter=without).tolist() == [id_of(library, root / "b.wav")]
    assert library.file_texts.waiting_count() == 2


def test_a_file_that_could_not_be_read_is_tried_again_only_when_that_is_wanted(library: Library, root: Path) -> None:
    add(library, root, "a.wav")
    say(library, root / "a.wav", Metadata(problems=(FileProblem.NOT_READ,)))
    assert library.file_texts.waiting() == []
    assert library.file_texts.waiting(again=True) == [id_of(library, root / "a.wav")]
    say(library, root / "a.wav", keywords("crow"))
    assert library.file_texts.waiting(again=True) == []


def test_a_library_that_is_begun_anew_does_not_say_of_its_sounds_what_the_lost_one_did(
    tmp_path: Path, root: Path
) -> None:
    library_file, cache_file = tmp_path / "library.db", tmp_path / "cache.db"
    backup = tmp_path / "backup.db"
    with Library.open(library_file, cache_file, writable=True) as library:
        add(library, root, "a.wav")
        say(library, root / "a.wav", keywords("crow"))
    shutil.copy(library_file, backup)
    with Library.open(library_file, cache_file, writable=True) as library:
        add(library, root, "b.wav")
        say(library, root / "b.wav", keywords("rain"))

    shutil.copy(backup, library_file)
    (root / "b.wav").unlink()
    with Library.open(library_file, cache_file, writable=True) as library:
        add(library, root, "c.wav")
        kept, anew = (id_of(library, root / name) for name in ("a.wav", "c.wav"))
        assert library.file_texts.of([kept, anew]) == {kept: keywords("crow")}

    library_file.unlink()
    (root / "a.wav").unlink()
    with Library.open(library_file, cache_file, writable=True) as library:
        add(library, root, "c.wav")
        assert library.file_texts.of([id_of(library, root / "c.wav")]) == {}
        assert library.sounds.ids(filter=SoundFilter(texts=(("keywords", ("crow",)),))).tolist() == []
