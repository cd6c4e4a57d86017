"""How the two database files are opened: made, brought up to date, refused where they cannot be used.

`cache.db` may be lost or damaged at any time, so a bad one is moved aside and made again; a bad `library.db` is never
touched: the user is told (`repair` mends it when asked to). A file that a newer version wrote is read, where it still
has what is read here, and not written.
"""

from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import apsw

from desktop_app.library.databases.database_files import (
    DAMAGE,
    address_of,
    cache_is_usable,
    connect,
    connect_to_read,
    has_all_of,
    has_log,
    is_intact,
    is_ours,
    wal_of,
)
from desktop_app.library.databases.library_errors import LibraryDamagedError, LibraryError, LibraryTooNewError
from desktop_app.library.databases.migrations import CACHE_STEPS, LIBRARY_STEPS, migrate, version_of
from desktop_app.library.databases.other_sounds import forget_unknown_sounds

OLDEST_SQLITE = (3, 51, 3)
"""Earlier versions can corrupt a WAL database when two connections checkpoint at once (fixed in 3.51.3)."""

_CACHE_PAGE_BYTES = 16_384
"""Embeddings of 1 KB fill pages of this size much better than SQLite's usual 4 KB."""
_LOG_PAGES = 192
"""Pages after which SQLite folds a file's log into it: 3 MB of the cache, 0.8 MB of the library. SQLite's usual 1,000
pages would be 16 MB of the cache, much for a disk that is nearly full."""
_LOG_BYTES = 4 * 1024 * 1024
"""What remains of a log that one large change, or a long look into the library, has made longer."""

DAMAGED = (
    "The file {} is damaged: close Earmark and run “earmark library repair”, which keeps the file and saves what can "
    "be saved."
)
"""Said of a library, with its file."""
_TOO_NEW = "The library was written by a newer version of Earmark: install that version to open it."
_TOO_OLD = (
    "The library is from an older version of Earmark: open it once in the window, or run “earmark index” with one of "
    "its folders."
)
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


def check_sqlite(version: str) -> None:
    """Raise LibraryError when the SQLite at hand, such as `3.40.1`, is older than `OLDEST_SQLITE`."""
    if tuple(int(part) for part in version.split(".")[:3]) < OLDEST_SQLITE:
        needed = ".".join(map(str, OLDEST_SQLITE))
        raise LibraryError(
            f"SQLite {version} can damage a library: install the package apsw with SQLite {needed} or newer."
        )


class DatabaseFiles:
    """The files of one library, and how to get at them. Every method may raise LibraryError and apsw.Error."""

    def __init__(
        self,
        library_file: Path,
        cache_file: Path,
        *,
        tell: Callable[[str], None],
        before_migrating: Callable[[], None],
    ) -> None:
        """See `Database`."""
        self._library_file = library_file
        self._cache_file = cache_file
        self._suspicion = cache_file.with_name(cache_file.name + ".suspect")
        self._tell = tell
        self._before_migrating = before_migrating
        self._damaged: bool | None = None

    @property
    def were_cut_off(self) -> bool:
        """Whether the last writer did not end in order."""
        return has_log(self._library_file) or has_log(self._cache_file)

    def open_writer(self) -> apsw.Connection:
        """The connection that writes, to files that are made, brought up to date, and looked at where that is due."""
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
            self._forget_unknown_sounds(connection)
        except BaseException:
            connection.close()
            raise
        return connection

    def open_reader(self, *, first: bool) -> apsw.Connection:
        """A connection that only reads. A file that is missing, or not finished by its writer yet, reads as empty.

        With the first one it is said when a newer version wrote the library.
        """
        is_there = self._library_file.exists() or has_log(self._library_file)
        connection = connect(str(self._library_file) if is_there else ":memory:")
        try:
            self._refuse_strangers(connection)
            if version_of(connection, "main") == 0:
                connection.close()
                connection = connect(":memory:")
                migrate(connection, "main", LIBRARY_STEPS)
            self._refuse_other_versions(connection, tell=first)
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
            connection.execute("ATTACH ? AS cache", (address_of(self._cache_file),))
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
            raise LibraryDamagedError(DAMAGED.format(self._library_file))

    def _refuse_other_versions(self, connection: apsw.Connection, *, tell: bool) -> None:
        """Raise LibraryError for a file that lacks what is read here."""
        version = version_of(connection, "main")
        if version < len(LIBRARY_STEPS):
            raise LibraryError(_TOO_OLD)
        if version > len(LIBRARY_STEPS):
            if not has_all_of(connection, "main", LIBRARY_STEPS):
                raise LibraryTooNewError(_TOO_NEW)
            if tell:
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

    def _forget_unknown_sounds(self, connection: apsw.Connection) -> None:
        try:
            forget_unknown_sounds(connection)
        except DAMAGE:
            self.suspect_the_cache()

    def suspect_the_cache(self) -> None:
        """Have the next start look through the cache, and make another one if it is damaged."""
        with suppress(OSError):
            self._suspicion.touch()

    def library_is_damaged(self) -> bool:
        """Which of the two files it is that damage was met in; looked at once."""
        if self._damaged is None:
            try:
                with closing(connect_to_read(self._library_file)) as connection:
                    self._damaged = not is_intact(connection)
            except apsw.Error as error:
                self._damaged = isinstance(error, DAMAGE)
        return self._damaged
