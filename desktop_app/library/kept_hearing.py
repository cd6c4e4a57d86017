"""What was heard of sound files that need not be in the library, so that a second evaluation of them is quick.

It is a file of its own in the folder of what may be swept away at any time, because the library has one writer, and an
evaluation works beside it. A sound file is known by its path, size and time, like one of the library. Whatever is wrong
with this file, it is done without, or made anew: it is only a cache.
"""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import apsw
import numpy as np

from desktop_app.core.sound import FileStamp
from desktop_app.core.vector_index import Vectors
from desktop_app.library.watching.stamps import is_same, stamp_values

MOST_ROWS: Final = 100_000
"""Embeddings that are kept, some 1 KB each; those that were heard first go first."""
_ROWS_TOGETHER: Final = 64
"""In one transaction: as few are lost when the power fails."""
_BUSY_MILLISECONDS: Final = 5_000
_TABLE: Final = """CREATE TABLE IF NOT EXISTS heard_1 (
    number INTEGER PRIMARY KEY, path BLOB NOT NULL, how TEXT NOT NULL, part TEXT NOT NULL, size INTEGER NOT NULL,
    modified_ns INTEGER NOT NULL, inode INTEGER NOT NULL, vector BLOB NOT NULL, UNIQUE (path, how, part))"""
_KNOWN: Final = "SELECT part, size, modified_ns, inode, vector FROM heard_1 WHERE path = ? AND how = ? ORDER BY number"
_KEEP: Final = (
    "INSERT OR REPLACE INTO heard_1 (path, how, part, size, modified_ns, inode, vector) VALUES (?, ?, ?, ?, ?, ?, ?)"
)
_FORGET: Final = """DELETE FROM heard_1 WHERE (path, how) IN
    (SELECT path, how FROM heard_1 WHERE number <= (SELECT max(number) FROM heard_1) - ?)"""
"""All parts of a file at once: what is known of one is all that was heard of it, or nothing."""
_UNUSABLE: Final = (apsw.NotADBError, apsw.CorruptError)

_Row = tuple[bytes, str, str, int, int, int, bytes]


class KeptHearing:
    """Embeddings of files by how they were heard. For one thread; a context manager, which saves what is left."""

    def __init__(self, file: Path) -> None:
        """Nothing is opened or made before it is needed."""
        self._file = file
        self._connection: apsw.Connection | None = None
        self._done_without = False
        self._unsaved: list[_Row] = []

    def __enter__(self) -> "KeptHearing":
        return self

    def __exit__(self, *_: object) -> None:
        self._save()
        if self._connection is not None:
            with suppress(apsw.Error):
                self._connection.close()

    def known(self, path: Path, stamp: FileStamp, how: str) -> dict[str, Vectors]:
        """Everything that was heard in this way of a file that has this stamp: float32 [d] by part; else nothing."""
        if (connection := self._opened(make=False)) is None:
            return {}
        now = stamp_values(stamp)
        try:
            rows: list[tuple[Any, ...]] = connection.execute(_KNOWN, (os.fsencode(path), how)).fetchall()
            found = {row[0]: _vector(row[4]) for row in rows if is_same((row[1], row[2], row[3]), now)}
        except (apsw.Error, ValueError):
            self._give_up()
            return {}
        return found if len(found) == len(rows) else {}

    def keep(self, path: Path, stamp: FileStamp, how: str, heard: Mapping[str, Vectors]) -> None:
        """Keep embeddings [d] by part, in half precision, in place of what was known of the file before."""
        values = (os.fsencode(path), how)
        self._unsaved += [
            (*values, part, *stamp_values(stamp), vector.astype("<f2").tobytes()) for part, vector in heard.items()
        ]
        if len(self._unsaved) >= _ROWS_TOGETHER:
            self._save()

    def _save(self) -> None:
        rows, self._unsaved = self._unsaved, []
        if not rows or (connection := self._opened(make=True)) is None:
            return
        try:
            with connection:
                connection.executemany(_KEEP, rows)
                connection.execute(_FORGET, (MOST_ROWS,))
        except apsw.Error:
            self._give_up()

    def _opened(self, *, make: bool) -> apsw.Connection | None:
        if self._connection is not None or self._done_without or not (make or self._file.is_file()):
            return self._connection
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._connection = _connection(self._file)
            except _UNUSABLE:
                self._file.unlink()
                self._connection = _connection(self._file)
        except (apsw.Error, OSError):
            self._give_up()
        return self._connection

    def _give_up(self) -> None:
        """The disk is full, the file is in use or cannot be written: all is heard, and nothing is kept."""
        self._connection, self._done_without = None, True


def _connection(file: Path) -> apsw.Connection:
    connection = apsw.Connection(str(file))
    try:
        connection.set_busy_timeout(_BUSY_MILLISECONDS)
        connection.pragma("synchronous", "normal")
        connection.execute(_TABLE)
    except apsw.Error:
        connection.close()  # else the file could not be taken away on Windows
        raise
    return connection


def _vector(stored: bytes) -> Vectors:
    return np.frombuffer(stored, dtype="<f2").astype(np.float32)
