"""The connections to the two database files: one that writes, under a lock, and a pool of readers.

Why so: SQLite in WAL mode lets any number of readers work beside one writer, and a single writing and checkpointing
connection leaves no room for two of them to meet. `cache.db` is attached to each connection under the name `cache`. It
may be lost or damaged at any time, so a bad one is moved aside and made again; a bad `library.db` is never touched: the
user is told (`repair` mends it when asked to). A file that a newer version wrote is read, where it still has what is
read here, and not written.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import apsw

from desktop_app.library.databases.database_files import (
    DAMAGE,
    cache_is_usable,
    connect,
    connect_to_read,
    has_all_of,
    has_log,
    is_intact,
    is_ours,
    wal_of,
)
from desktop_app.library.databases.migrations import CACHE_STEPS, LIBRARY_STEPS, migrate, version_of

OLDEST_SQLITE = (3, 51, 3)
"""Earlier versions can corrupt a WAL database when two connections checkpoint at once (fixed in 3.51.3)."""

_CACHE_PAGE_BYTES = 16_384
"""Embeddings of 1 KB fill pages of this size much better than SQLite's usual 4 KB."""
_LOG_PAGES = 192
"""Pages after which SQLite folds a file's log into it: 3 MB of the cache, 0.8 MB of the library. SQLite's usual 1,000
pages would be 16 MB of the cache, much for a disk that is nearly full."""
_LOG_BYTES = 4 * 1024 * 1024
"""What remains of a log that one large change, or a long look into the library, has made longer."""
_IDLE_READERS = 8


class LibraryError(Exception):
    """The library cannot do what was asked; the message is a sentence for the user."""


class LibraryClosedError(LibraryError):
    """The library was closed while somebody still worked with it."""


class LibraryDamagedError(LibraryError):
    """The library's file is damaged: `repair` keeps it and saves what can be saved."""


class LibraryTooNewError(LibraryError):
    """The library was written by a newer version of Earmark."""


_SENTENCES: dict[type[apsw.Error], str] = {
    apsw.FullError: "The disk is full, so the library could not be saved: make room and try again.",
    apsw.IOError: "The disk that holds the library could not be read or written: check the drive and try again.",
    apsw.BusyError: "The library is busy in another program: try again in a moment.",
    apsw.ReadOnlyError: "The library may not be written here: check that its files and its disk are writable.",
    apsw.CantOpenError: "The library's files could not be opened: check that their folder exists and may be written.",
}
_DAMAGED = (
    "The file {} is damaged: close Earmark and run “earmark library repair”, which keeps the file and saves what can "
    "be saved."
)
_CACHE_DAMAGED = (
    "The file {}, which holds what was computed from your sounds, is damaged: close Earmark and start it again, or run "
    "“earmark library repair”, which makes it anew. Nothing that you made is hurt."
)
_TOO_NEW = "The library was written by a newer version of Earmark: install that version to open it."
_ONLY_READ = (
    "The library was written by a newer version of Earmark: it is only read, and what that version added is not seen."
)
_CACHE_REPLACED = (
    "What was computed from your sounds (cache.db) was damaged and is kept as {}: the sounds are heard again. Nothing "
    "that you made was lost."
)
_CACHE_GONE = (
    "What was computed from your sounds (cache.db) is gone: the sounds are heard again. Nothing that you made was lost."
)


def nothing(*_: object) -> None:
    """Nobody listens."""


def check_sqlite(version: str) -> None:
    """Raise LibraryError when the SQLite at hand, such as `3.40.1`, is older than `OLDEST_SQLITE`."""
    if tuple(int(part) for part in version.split(".")[:3]) < OLDEST_SQLITE:
        needed = ".".join(map(str, OLDEST_SQLITE))
        raise LibraryError(
            f"SQLite {version} can damage a library: install the package apsw with SQLite {needed} or newer."
        )


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
        self._suspicion = cache_file.with_name(cache_file.name + ".suspect")
        self._tell = tell
        self._before_migrating = before_migrating
        self.was_cut_off = has_log(library_file) or has_log(cache_file)
        """Whether the last writer did not end in order, when this one began."""
        self._write_lock = threading.RLock()
        self._writer: apsw.Connection | None = None
        self._readers_changed = threading.Condition()
        self._idle: list[apsw.Connection] = []
        self._lent = 0
        self._closed = False
        self._damaged: bool | None = None
        with _explained(_DAMAGED.format(library_file)):
            if writable:
                self._writer = self._open_writer()
            self._idle.append(self._open_reader())

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
                connection = connection or self._open_reader()
                yield connection
        finally:
            self._take_back(connection)

    @contextmanager
    def writing(self) -> Iterator[apsw.Connection]:
        """One transaction on the writing connection: committed at the end, undone when anything is raised."""
        if not self.writable:
            raise LibraryError("The library is open for reading only, so nothing can be changed.")
        with self._write_lock, self._working():
            if self._writer is None:
                raise LibraryClosedError("The library is closed.")
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
        with suppress(OSError):
            self._suspicion.touch()

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
            with _explained(_CACHE_DAMAGED.format(self._cache_file)):
                yield
        except LibraryDamagedError as error:
            self.suspect_the_cache()
            if self._library_is_damaged():
                raise LibraryDamagedError(_DAMAGED.format(self._library_file)) from error
            raise

    def _library_is_damaged(self) -> bool:
        """Which of the two files it is that damage was met in; looked at once."""
        if self._damaged is None:
            try:
                with closing(connect_to_read(self._library_file)) as connection:
                    self._damaged = not is_intact(connection)
            except apsw.Error as error:
                self._damaged = isinstance(error, DAMAGE)
        return self._damaged

    def _open_writer(self) -> apsw.Connection:
        try:
            self._library_file.parent.mkdir(parents=True, exist_ok=True)
            self._cache_file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryError(f"The folder for the library could not be made: {error.strerror}.") from error
        must_check = has_log(self._library_file) or self._suspicion.exists()
        connection = connect(str(self._library_file), apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE)
        try:
            self._refuse_strangers(connection)
            self._refuse_newer(connection)
            if must_check:
                self._refuse_damage(connection)
            connection.pragma("journal_mode", "wal")
            if 0 < version_of(connection, "main") < len(LIBRARY_STEPS):
                self._before_migrating()
            migrate(connection, "main", LIBRARY_STEPS)
            self._replace_bad_cache(connection)
            connection.execute("ATTACH ? AS cache", (str(self._cache_file),))
            connection.pragma("page_size", _CACHE_PAGE_BYTES, schema="cache")
            connection.pragma("journal_mode", "wal", schema="cache")
            connection.pragma("wal_autocheckpoint", _LOG_PAGES)
            for schema in ("main", "cache"):
                connection.pragma("journal_size_limit", _LOG_BYTES, schema=schema)
            migrate(connection, "cache", CACHE_STEPS)
        except BaseException:
            connection.close()
            raise
        return connection

    def _open_reader(self) -> apsw.Connection:
        """A connection that only reads. A file that is missing, or not finished by its writer yet, reads as empty."""
        is_there = self._library_file.exists() or has_log(self._library_file)
        connection = connect(str(self._library_file) if is_there else ":memory:")
        try:
            self._refuse_strangers(connection)
            if version_of(connection, "main") == 0:
                connection.close()
                connection = connect(":memory:")
                migrate(connection, "main", LIBRARY_STEPS)
            self._refuse_other_versions(connection)
            if not self._attach_cache(connection):
                connection.execute("ATTACH ':memory:' AS cache")
                migrate(connection, "cache", CACHE_STEPS)
            connection.pragma("query_only", True)
        except BaseException:
            connection.close()
            raise
        return connection

    def _attach_cache(self, connection: apsw.Connection) -> bool:
        if not self._cache_file.exists():
            return False
        try:
            connection.execute("ATTACH ? AS cache", (str(self._cache_file),))
            if is_ours(connection, "cache") and has_all_of(connection, "cache", CACHE_STEPS):
                return True
        except DAMAGE:
            pass
        with suppress(apsw.SQLError):
            connection.execute("DETACH cache")
        return False

    def _refuse_strangers(self, connection: apsw.Connection) -> None:
        is_new = not connection.execute("SELECT 1 FROM main.sqlite_schema").fetchone()
        if not is_new and not is_ours(connection, "main"):
            raise LibraryDamagedError(
                f"The file {self._library_file} is not a library of Earmark: choose another place. If it was one, run "
                "“earmark library repair”."
            )

    def _refuse_newer(self, connection: apsw.Connection) -> None:
        if version_of(connection, "main") > len(LIBRARY_STEPS):
            raise LibraryTooNewError(_TOO_NEW)

    def _refuse_damage(self, connection: apsw.Connection) -> None:
        if not is_intact(connection):
            raise LibraryDamagedError(_DAMAGED.format(self._library_file))

    def _refuse_other_versions(self, connection: apsw.Connection) -> None:
        """Raise LibraryError for a file that lacks what is read here."""
        version = version_of(connection, "main")
        if version < len(LIBRARY_STEPS):
            raise LibraryError("The library is from an older version of Earmark: open it once in the window.")
        if version > len(LIBRARY_STEPS):
            if not has_all_of(connection, "main", LIBRARY_STEPS):
                raise LibraryTooNewError(_TOO_NEW)
            if not self._idle and not self._lent:
                self._tell(_ONLY_READ)

    def _replace_bad_cache(self, connection: apsw.Connection) -> None:
        """Move a cache that cannot be used aside, over the one moved aside before.

        It is looked through only when damage was met: that takes long in a large one, so after a run that was merely
        cut off whoever opened the library does it while people work.
        """
        sentence = "" if self._cache_file.exists() else _CACHE_GONE
        suspected = self._suspicion.exists()
        if self._cache_file.exists() and not cache_is_usable(self._cache_file, thoroughly=suspected):
            kept = self._cache_file.with_name(self._cache_file.name + ".damaged")
            self._cache_file.replace(kept)
            sentence = _CACHE_REPLACED.format(kept.name)
        if not self._cache_file.exists():
            wal_of(self._cache_file).unlink(missing_ok=True)
            self._cache_file.with_name(self._cache_file.name + "-shm").unlink(missing_ok=True)
        self._suspicion.unlink(missing_ok=True)
        if sentence and connection.execute("SELECT 1 FROM main.contents").fetchone():
            self._tell(sentence)


@contextmanager
def _explained(damage: str) -> Iterator[None]:
    """Turn what the world did to the files into a sentence, `damage` when one is damaged; our own mistakes pass."""
    try:
        yield
    except DAMAGE as error:
        raise LibraryDamagedError(damage) from error
    except tuple(_SENTENCES) as error:
        raise LibraryError(_SENTENCES[type(error)]) from error
