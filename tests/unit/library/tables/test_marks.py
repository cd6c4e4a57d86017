"""Ratings, favourites and notes belong to what the audio is."""

from pathlib import Path

import apsw
import pytest

from desktop_app.core.marks import Marks
from desktop_app.library.databases.migrations import LIBRARY_STEPS, migrate, version_of
from desktop_app.library.library import Library
from desktop_app.library.tables.orders import SortColumn
from tests.unit.library.building import add, content_of

CONTENT = b"c" * 16
FULL = Marks(4, favourite=True, note="Größe: use for the door")


def test_marks_are_kept_and_forgotten(library: Library) -> None:
    library.marks.set({CONTENT: FULL, b"d": Marks(1)})
    assert library.marks.of_content([CONTENT, b"x"]) == {CONTENT: FULL}
    library.marks.set({CONTENT: Marks(2), b"d": Marks()})
    assert library.marks.all() == {CONTENT: Marks(2)}
    assert library.marks.of_content([]) == {}


def test_no_rating_but_one_to_five() -> None:
    assert not Marks()
    for wrong in (-1, 6):
        with pytest.raises(ValueError, match="0 to 5"):
            Marks(wrong)


def test_marks_and_collections_outlive_the_folder_of_their_sounds(library: Library, root: Path) -> None:
    folder = add(library, root, "a.wav")
    content = content_of(b"a.wav")
    library.marks.set({content: FULL})
    collection = library.collections.create("Rain set")
    library.collections.add(collection, [content])
    library.folders.remove(folder.folder_id)
    assert library.marks.of_content([content]) == {content: FULL}
    assert [c.count for c in library.collections.all()] == [0]
    add(library, root, "a.wav")
    assert [c.count for c in library.collections.all()] == [1]


def test_sounds_are_sorted_by_whatever_a_note_holds(library: Library, root: Path) -> None:
    add(library, root, "a.wav", "b.wav", "c.wav")
    a, b = content_of(b"a.wav"), content_of(b"b.wav")
    library.marks.set({a: Marks(note="pasted\0from\0elsewhere"), b: Marks(note="beside it")})
    names = [sound.name for sound in library.sounds.many(library.sounds.ids(order=SortColumn.NOTE).tolist())]
    assert names == ["b.wav", "a.wav", "c.wav"]
    assert library.marks.of_content([a])[a].note == "pasted\0from\0elsewhere"


def test_a_library_of_the_first_version_gets_marks_and_keeps_everything(tmp_path: Path) -> None:
    file = tmp_path / "library.db"
    connection = apsw.Connection(str(file))
    migrate(connection, "main", LIBRARY_STEPS[:1])
    connection.execute("INSERT INTO verdicts VALUES (x'01', 'everyday', 'rain', 'accepted')")
    connection.execute("INSERT INTO folders (path, path_key, name_key) VALUES (CAST('/s' AS BLOB), '/s', 's')")
    connection.execute(
        "INSERT INTO sounds (folder_id, relative, directory_key, name_key, size, modified_ns, inode)"
        " VALUES (1, CAST('a.wav' AS BLOB), '', 'a.wav', 1, 1, 1)"
    )
    assert version_of(connection, "main") == 1
    connection.close()
    with Library.open(file, tmp_path / "cache.db", writable=True) as library:
        assert len(library.verdicts.all()) == 1
        assert len(library.sounds.ids()) == 1
        library.marks.set({CONTENT: FULL})
    with Library.open(file, tmp_path / "cache.db", writable=False) as library:
        assert library.marks.all() == {CONTENT: FULL}


def test_a_note_with_half_a_character_is_kept_as_far_as_it_is_text(library: Library) -> None:
    library.marks.set({CONTENT: Marks(note="rain \ud800 drops \udcff")})
    assert library.marks.all()[CONTENT].note == "rain \ufffd drops \ufffd"
