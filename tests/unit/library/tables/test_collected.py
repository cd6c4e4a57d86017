"""Collections: named lists of contents with names of their own."""

import pytest

from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.library.library import Library
from desktop_app.library.tables.collected import RemovedCollection

A, B, C = (letter * 16 for letter in (b"a", b"b", b"c"))


def names(library: Library) -> list[str]:
    return [collection.name for collection in library.collections.all()]


def test_what_is_put_in_can_be_taken_out_and_is_told_for_undoing(library: Library) -> None:
    rain = library.collections.create(" Rain set ")
    storm = library.collections.create("Storm")
    assert library.collections.add(rain, [A, B, A]) == [A, B]
    assert library.collections.add(rain, [B, C]) == [C]
    library.collections.add(storm, [C])
    assert library.collections.of_content([A, C, b"x"]) == {A: ("Rain set",), C: ("Rain set", "Storm")}
    assert library.collections.remove(rain, [C, A, b"x"]) == [A, C]
    assert library.collections.of_content([A, B, C]) == {B: ("Rain set",), C: ("Storm",)}
    assert library.collections.remove(rain, []) == []
    assert library.collections.of_content([]) == {}


def test_names_are_told_apart_without_regard_to_case(library: Library) -> None:
    library.collections.create("Ünder water")
    rain = library.collections.create("Rain")
    for taken in ("ünder WATER", "Rain "):
        with pytest.raises(LibraryError, match="already"):
            library.collections.create(taken)
    with pytest.raises(LibraryError, match="already"):
        library.collections.rename(rain, "ünder water")
    with pytest.raises(LibraryError, match="needs a name"):
        library.collections.create("  ")
    assert library.collections.rename(rain, "RAIN") == "Rain"
    assert names(library) == ["RAIN", "Ünder water"]


def test_a_deleted_collection_comes_back_as_it_was(library: Library) -> None:
    rain = library.collections.create("Rain")
    library.collections.add(rain, [A, B])
    removed = library.collections.delete(rain)
    assert removed == RemovedCollection(rain, "Rain", (A, B))
    assert names(library) == []
    assert library.collections.of_content([A]) == {}
    library.collections.restore(removed)
    assert library.collections.of_content([A, B]) == {A: ("Rain",), B: ("Rain",)}
    library.collections.delete(rain)
    library.collections.create("rain")
    with pytest.raises(LibraryError, match="already"):
        library.collections.restore(removed)


def test_a_collection_that_is_gone_is_said_so(library: Library) -> None:
    for change in (
        lambda: library.collections.add(7, [A]),
        lambda: library.collections.rename(7, "x"),
        lambda: library.collections.delete(7),
    ):
        with pytest.raises(LibraryError, match="no longer"):
            change()


def test_a_name_with_half_a_character_is_kept_as_far_as_it_is_text(library: Library) -> None:
    rain = library.collections.create("Rain \ud800")
    assert names(library) == ["Rain \ufffd"]
    library.collections.rename(rain, "\udcff Wind")
    assert names(library) == ["\ufffd Wind"]
