"""The connections to the two database files: one that writes, under a lock, and a pool of readers.

Why so: SQLite in WAL mode lets any number of readers work beside one writer, and a single writing and checkpointing
connection leaves no room for two of them to meet. `cache.db` is attached to each connection under the name `cache`.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import apsw

from desktop_app.library.databases.library_errors import (
    LibraryClosedError,
    LibraryDamagedError,
    LibraryError,
    explained,
)
from desktop_app.library.databases.opening import DAMAGED, DatabaseFiles, check_sqlite

_CACHE_DAMAGED = (
    "The file {}, which holds what was computed from your sounds, is damaged: close Earmark and start it again, or run "
    "“earmark library repair”, which makes it anew. Nothing that you made is hurt."
)
_IDLE_READERS = 8


def nothing(*_: object) -> None:
    """Nobody listens."""


class Database:
    """Both files, opened together. Every method may be called on any thread."""

    def __init__(
        self,
        library_file: Path,
        cache_file: Path,
        *,
        writable: bool,
        tell: Callable[[str], None] = nothing,
        before_migrating: Callable[[], None] = nothing,
    ) -> None:
        """Open, and when `writable` create and bring up to date, after a call of `before_migrating` if there is
        anything in it yet. `tell` gets a sentence for each thing that a person should know though all goes on.

        Raises LibraryTooNewError, and LibraryError when the files cannot be used.
        """
        check_sqlite(apsw.sqlite_lib_version())
        self.writable = writable
        self.changes = 0
        """How often something was saved through here."""
        self._library_file = library_file
        self._cache_file = cache_file
        self._files = DatabaseFiles(library_file, cache_file, tell=tell, before_migrating=before_migrating)
        self.was_cut_off = self._files.were_cut_off
        """Whether the last writer did not end in order, when this one began."""
        self._write_lock = threading.RLock()
        self._writer: apsw.Connection | None = None
        self._readers_changed = threading.Condition()
        self._idle: list[apsw.Connection] = []
        self._lent = 0
        self._closed = False
        with explained(DAMAGED.format(library_file)):
            if writable:
                self._writer = self._files.open_writer()
            self._idle.append(self._files.open_reader(first=True))

    @contextmanager
    def reading(self) -> Iterator[apsw.Connection]:
        """Lend a connection that can only read; nested calls get another one."""
        with self._readers_changed:
            if self._closed:
                raise LibraryClosedError("The library is closed.")
            self._lent += 1
            connection = self._idle.pop() if self._idle else None
        try:
            with self._working():
                connection = connection or self._files.open_reader(first=False)
                yield connection
        finally:
            self._take_back(connection)

    @contextmanager
    def writing(self) -> Iterator[apsw.Connection]:
        """One transaction on the writing connection: committed at the end, undone when anything is raised. Inside
        another one it is a part of that.
        """
        if not self.writable:
            raise LibraryError("The library is open for reading only, so nothing can be changed.")
        with self._write_lock, self._working():
            if self._writer is None:
                raise LibraryClosedError("The library is closed.")
            if self._writer.in_transaction:  # of this thread, which has the lock
                yield self._writer
                return
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield self._writer
                self._writer.execute("COMMIT")
                self.changes += 1
            except BaseException:
                if self._writer.in_transaction:
                    self._writer.execute("ROLLBACK")
                raise

    def close(self) -> None:
        """Close all connections, those of other threads too: waits for what they are doing. May be called twice."""
        with self._readers_changed:
            self._closed = True
            self._readers_changed.wait_for(lambda: not self._lent)
            while self._idle:
                self._idle.pop().close()
        with self._write_lock:
            if self._writer is not None:
                self._writer.close()
                self._writer = None

    def suspect_the_cache(self) -> None:
        """Have the next start look through the cache, and make another one if it is damaged."""
        self._files.suspect_the_cache()

    def _take_back(self, connection: apsw.Connection | None) -> None:
        with self._readers_changed:
            self._lent -= 1
            if connection is not None and (self._closed or len(self._idle) >= _IDLE_READERS):
                connection.close()
            elif connection is not None:
                self._idle.append(connection)
            self._readers_changed.notify_all()

    @contextmanager
    def _working(self) -> Iterator[None]:
        """Explain errors, and leave a mark when one says that a file is damaged: the next start looks at the cache."""
        try:
            with explained(_CACHE_DAMAGED.format(self._cache_file)):
                yield
        except LibraryDamagedError as error:
            self._files.suspect_the_cache()
            if self._files.library_is_damaged():
                raise LibraryDamagedError(DAMAGED.format(self._library_file)) from error
            raise
