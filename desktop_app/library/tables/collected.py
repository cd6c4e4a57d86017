"""Collections: named lists of contents, so that what a person put together outlives moves, renames and folders."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import apsw

from desktop_app.core.marks import Collection
from desktop_app.library.databases.database import Database
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.library.tables.following import where_each_is_said
from desktop_app.library.watching.relative_paths import readable, text_key


@dataclass(frozen=True, slots=True)
class RemovedCollection:
    """What `restore` needs to bring a collection back as it was."""

    collection_id: int
    name: str
    content_ids: tuple[bytes, ...]


class CollectionTable:
    """The collections of the library. Two cannot have the same name, whatever its letter case."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Collection]:
        """Every collection, by name, with the number of present sounds in it."""
        with self._database.reading() as connection:
            rows: list[tuple[Any, ...]] = connection.execute(
                """SELECT collection_id, name, (
                    SELECT count(*) FROM collected JOIN sounds USING (content_id) JOIN folders USING (folder_id)
                    WHERE collected.collection_id = collections.collection_id AND NOT missing AND online
                ) FROM collections ORDER BY name_key"""
            ).fetchall()
        return [Collection(*row) for row in rows]

    def create(self, name: str, content_ids: Sequence[bytes] = ()) -> int:
        """Make a collection of these contents; its id. Raises LibraryError for a name that is empty or taken."""
        shown = readable(name).strip()
        with self._database.writing() as connection:
            self._check_name(connection, shown)
            statement = "INSERT INTO collections (name, name_key) VALUES (?, ?)"
            connection.execute(statement, (shown, text_key(shown)))
            collection_id = connection.last_insert_rowid()
            contents = where_each_is_said(connection, content_ids)
            connection.executemany(_COLLECT, [(collection_id, content) for content in contents])
            return collection_id

    def rename(self, collection_id: int, name: str) -> str:
        """Call a collection otherwise; its old name. Raises LibraryError for a name that is empty or taken, or a
        collection that is gone.
        """
        shown = readable(name).strip()
        with self._database.writing() as connection:
            old = self._name_of(connection, collection_id)
            self._check_name(connection, shown, but=collection_id)
            statement = "UPDATE collections SET name = ?, name_key = ? WHERE collection_id = ?"
            connection.execute(statement, (shown, text_key(shown), collection_id))
        return old

    def delete(self, collection_id: int) -> RemovedCollection:
        """Take a collection away; its sounds stay. Raises LibraryError when it is gone already."""
        with self._database.writing() as connection:
            name = self._name_of(connection, collection_id)
            statement = "SELECT content_id FROM collected WHERE collection_id = ?"
            contents = tuple(row[0] for row in connection.execute(statement, (collection_id,)))
            connection.execute("DELETE FROM collections WHERE collection_id = ?", (collection_id,))
        return RemovedCollection(collection_id, name, contents)

    def restore(self, removed: RemovedCollection) -> None:
        """Bring a collection back as it was. Raises LibraryError when another one has its name by now."""
        with self._database.writing() as connection:
            self._check_name(connection, removed.name)
            connection.execute(
                "INSERT INTO collections (collection_id, name, name_key) VALUES (?, ?, ?)",
                (removed.collection_id, removed.name, text_key(removed.name)),
            )
            contents = where_each_is_said(connection, removed.content_ids)
            connection.executemany(_COLLECT, [(removed.collection_id, content) for content in contents])

    def add(self, collection_id: int, content_ids: Sequence[bytes]) -> list[bytes]:
        """Put contents into a collection; those that were not in it before. Raises LibraryError when it is gone."""
        with self._database.writing() as connection:
            self._name_of(connection, collection_id)
            contents = where_each_is_said(connection, content_ids)
            inside = self._inside(connection, collection_id, contents)
            fresh = [content for content in contents if content not in inside]
            connection.executemany(_COLLECT, [(collection_id, content) for content in fresh])
        return fresh

    def remove(self, collection_id: int, content_ids: Sequence[bytes]) -> list[bytes]:
        """Take contents out of a collection; those that were in it."""
        with self._database.writing() as connection:
            contents = where_each_is_said(connection, content_ids)
            inside = sorted(self._inside(connection, collection_id, contents))
            statement = "DELETE FROM collected WHERE collection_id = ? AND content_id = ?"
            connection.executemany(statement, [(collection_id, content) for content in inside])
        return inside

    def of_content(self, content_ids: Sequence[bytes]) -> dict[bytes, tuple[str, ...]]:
        """Names of the collections that hold each of these contents, by name; those in none are left out."""
        if not content_ids:
            return {}
        found: dict[bytes, list[str]] = defaultdict(list)
        with self._database.reading() as connection:
            rows = connection.execute(
                """SELECT content_id, name FROM collected JOIN collections USING (collection_id)
                WHERE content_id IN (SELECT value FROM carray(?)) ORDER BY name_key""",
                (apsw.carray(tuple(content_ids)),),
            )
            for content, name in rows:
                found[content].append(name)
        return {content: tuple(names) for content, names in found.items()}

    def _inside(self, connection: apsw.Connection, collection_id: int, content_ids: Sequence[bytes]) -> set[bytes]:
        if not content_ids:
            return set()
        rows = connection.execute(
            "SELECT content_id FROM collected WHERE collection_id = ? AND content_id IN (SELECT value FROM carray(?))",
            (collection_id, apsw.carray(tuple(content_ids))),
        )
        return {row[0] for row in rows}

    def _name_of(self, connection: apsw.Connection, collection_id: int) -> str:
        name: str | None = connection.execute(
            "SELECT name FROM collections WHERE collection_id = ?", (collection_id,)
        ).get
        if name is None:
            raise LibraryError("This collection is no longer in the library.")
        return name

    def _check_name(self, connection: apsw.Connection, name: str, *, but: int | None = None) -> None:
        if not name:
            raise LibraryError("A collection needs a name.")
        taken = connection.execute(
            "SELECT name FROM collections WHERE name_key = ? AND collection_id IS NOT ?", (text_key(name), but)
        ).get
        if taken is not None:
            raise LibraryError(f"There is a collection “{taken}” already: choose another name.")


_COLLECT = "INSERT OR IGNORE INTO collected (collection_id, content_id) VALUES (?, ?)"
