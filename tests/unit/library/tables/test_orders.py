"""The order of the sounds: directory by directory, read again only for changes that can have made it another one."""

from pathlib import Path

from desktop_app.core.marks import Marks
from desktop_app.library.library import Library
from desktop_app.library.tables.orders import SortColumn
from tests.unit.library.building import add, content_of, hear_waiting, id_of, rescan, write


def paths(library: Library, column: SortColumn = SortColumn.FOLDER) -> list[str]:
    return [str(sound.path) for sound in library.sounds.many(library.sounds.ids(order=column).tolist())]


def test_sounds_stand_by_folder_then_directory_then_name(library: Library, tmp_path: Path) -> None:
    for folder in ("b", "a x", "a"):
        add(library, tmp_path / folder, "z.wav", "in/b.wav", "in/A.wav", "in/deeper/c.wav", "in x/d.wav")
    inside = ["z.wav", "in/A.wav", "in/b.wav", "in x/d.wav", "in/deeper/c.wav"]
    expected = [str(tmp_path / folder / name) for folder in ("a", "a x", "b") for name in inside]
    assert paths(library) == expected
    assert paths(library, SortColumn.PATH) == expected


def test_each_change_that_matters_to_an_order_is_followed(library: Library, root: Path, tmp_path: Path) -> None:
    folder = add(library, root, "b.wav", "c/a.wav")
    before = paths(library)
    library.marks.set({content_of(b"b.wav"): Marks(rating=5)})
    assert paths(library) == before
    assert paths(library, SortColumn.RATING)[-1].endswith("a.wav")
    write(root, "a.wav")
    rescan(library, folder)
    assert [Path(path).name for path in paths(library)] == ["a.wav", "b.wav", "a.wav"]
    hear_waiting(library)
    (root / "b.wav").rename(root / "c" / "0.wav")
    moved = id_of(library, root / "b.wav")
    rescan(library, folder)
    assert library.sounds.ids(order=SortColumn.FOLDER).tolist()[1] == moved
    other = tmp_path / "0 elsewhere"
    add(library, other, "z.wav")
    assert paths(library)[0] == str(other / "z.wav")


def test_a_library_without_sounds_has_an_order(library: Library) -> None:
    assert all(paths(library, column) == [] for column in SortColumn)
