"""What a person can do to marks and collections, each as a change that returns what undoes it (see `History`). Off the
GUI thread.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from desktop_app.core.marks import Marks
from desktop_app.gui.history import Change, Undo
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.library.library import Library
from desktop_app.library.tables.collected import RemovedCollection


def contents_of(library: Library, sound_ids: Sequence[int]) -> list[bytes]:
    """The contents of those of these sounds that were heard. Raises LibraryError when none was."""
    contents = list(dict.fromkeys(library.sounds.contents_of(sound_ids).values()))
    if not contents:
        raise LibraryError(
            QCoreApplication.translate(
                "Collecting",
                "None of these sounds has been listened to yet: wait until they have been, and try again.",
            )
        )
    return contents


def are_favourites(library: Library, sound_ids: Sequence[int]) -> bool:
    """Whether all of these sounds that were heard are favourites, and there is one. Quick also for very many."""
    contents = list(set(library.sounds.contents_of(sound_ids).values()))
    marks = library.marks.of_content(contents)
    return bool(contents) and all(content in marks and marks[content].favourite for content in contents)


def mark(library: Library, sound_ids: Sequence[int], marked: Callable[[Marks], Marks]) -> Change:
    """Give these sounds other marks: `marked` says which, from those they have."""

    def change() -> Undo:
        contents = contents_of(library, sound_ids)
        known = library.marks.of_content(contents)
        before = {content: known.get(content, Marks()) for content in contents}
        library.marks.set({content: marked(marks) for content, marks in before.items()})
        return lambda: library.marks.set(before)

    return change


def collect(library: Library, collection_id: int, sound_ids: Sequence[int]) -> Change:
    """Put these sounds into a collection."""

    def change() -> Undo:
        added = library.collections.add(collection_id, contents_of(library, sound_ids))
        return lambda: library.collections.remove(collection_id, added)

    return change


def take_out(library: Library, collection_id: int, sound_ids: Sequence[int]) -> Change:
    """Take these sounds out of a collection."""

    def change() -> Undo:
        removed = library.collections.remove(collection_id, contents_of(library, sound_ids))
        return lambda: library.collections.add(collection_id, removed)

    return change


def create(library: Library, name: str, sound_ids: Sequence[int]) -> Change:
    """Make a collection, of these sounds if there are any; " 2" and so on is put behind a name that is taken.

    Done again, it is the same collection: later steps, which are done again behind it, speak of it by its id.
    """
    undone: list[RemovedCollection] = []

    def made() -> int:
        contents = contents_of(library, sound_ids) if sound_ids else []
        taken = {collection.name.casefold() for collection in library.collections.all()}
        number, free = 1, name
        while free.casefold() in taken:
            number += 1
            free = f"{name} {number}"
        return library.collections.create(free, contents)

    def change() -> Undo:
        if undone:
            collection_id = undone[-1].collection_id
            library.collections.restore(undone[-1])
        else:
            collection_id = made()
        return lambda: undone.append(library.collections.delete(collection_id))

    return change


def rename(library: Library, collection_id: int, name: str) -> Change:
    """Call a collection otherwise."""

    def change() -> Undo:
        old = library.collections.rename(collection_id, name)
        return lambda: library.collections.rename(collection_id, old)

    return change


def delete(library: Library, collection_id: int) -> Change:
    """Take a collection away; its sounds stay."""

    def change() -> Undo:
        removed = library.collections.delete(collection_id)
        return lambda: library.collections.restore(removed)

    return change
