"""Ratings, favourites and notes, keyed by what the audio is: like verdicts they outlive moves, renames and folders."""

from collections.abc import Mapping, Sequence
from typing import Any

import apsw

from desktop_app.core.marks import Marks
from desktop_app.library.databases.database import Database
from desktop_app.library.tables.following import where_said
from desktop_app.library.watching.relative_paths import readable, text_key


class MarkTable:
    """The marks of the library."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def set(self, marks: Mapping[bytes, Marks]) -> None:
        """Save the marks of contents, each in place of its earlier ones, all or none; empty ones are forgotten."""
        with self._database.writing() as connection:
            followed = where_said(connection, marks)
            marks = {followed.get(content, content): m for content, m in marks.items()} | {
                content: m for content, m in marks.items() if content not in followed
            }
            rows = [
                (content, m.rating, m.favourite, readable(m.note), _note_key(m.note))
                for content, m in marks.items()
                if m
            ]
            connection.executemany(
                "DELETE FROM marks WHERE content_id = ?", [(content,) for content, m in marks.items() if not m]
            )
            connection.executemany(
                "INSERT OR REPLACE INTO marks (content_id, rating, favourite, note, note_key) VALUES (?, ?, ?, ?, ?)",
                rows,
            )

    def of_content(self, content_ids: Sequence[bytes]) -> dict[bytes, Marks]:
        """The marks of those of these contents that have any."""
        if not content_ids:
            return {}
        return self._select("content_id IN (SELECT value FROM carray(?))", (apsw.carray(tuple(content_ids)),))

    def all(self) -> dict[bytes, Marks]:
        """Every content that has marks."""
        return self._select("1", ())

    def _select(self, condition: str, values: tuple[object, ...]) -> dict[bytes, Marks]:
        with self._database.reading() as connection:
            rows: list[tuple[Any, ...]] = connection.execute(
                f"SELECT content_id, rating, favourite, note FROM marks WHERE {condition}", values
            ).fetchall()
        return {content: Marks(rating, bool(favourite), note) for content, rating, favourite, note in rows}


def _note_key(note: str) -> str:
    """How a note is found and sorted; a text from the clipboard may hold the character that `orders` parts texts by."""
    return text_key(note.replace("\0", " "))
