"""One database file by itself: how it is opened, and what can be told of it before anything is done with it."""

import os
from pathlib import Path
from urllib.parse import quote

import apsw

from desktop_app.library.databases.migrations import APPLICATION_ID, CACHE_STEPS, migrate, version_of

DAMAGE = (apsw.CorruptError, apsw.NotADBError)
"""What SQLite raises for a file that is damaged."""
NOT_DAMAGE = (
    apsw.BusyError,
    apsw.CantOpenError,
    apsw.FullError,
    apsw.IOError,
    apsw.LockedError,
    apsw.NoMemError,
    apsw.PermissionsError,
    apsw.ReadOnlyError,
)
"""What SQLite raises where the machine is in the way, and not what the file holds: the file may be whole."""
_BUSY_MILLISECONDS = 10_000
_WHAT_A_FILE_MAY = (
    (apsw.SQLITE_DBCONFIG_ENABLE_TRIGGER, 0),
    (apsw.SQLITE_DBCONFIG_ENABLE_VIEW, 0),
    (apsw.SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
    (apsw.SQLITE_DBCONFIG_DEFENSIVE, 1),
)


def connect(file: str, flags: int = apsw.SQLITE_OPEN_READWRITE) -> apsw.Connection:
    """A connection as Earmark's own are. Raises apsw.Error.

    Only one that may make the file, the writer's, ever folds the log into it.
    """
    _spare_the_log(Path(file))
    to_make = file == ":memory:" or flags & apsw.SQLITE_OPEN_CREATE
    connection = apsw.Connection(file if to_make else address_of(Path(file)), flags | apsw.SQLITE_OPEN_URI)
    connection.set_busy_timeout(_BUSY_MILLISECONDS)
    for name, value in (("foreign_keys", 1), ("mmap_size", 0), ("synchronous", "full"), ("cache_size", -8192)):
        connection.pragma(name, value)
    _distrust(connection)
    if not flags & apsw.SQLITE_OPEN_CREATE:
        connection.config(apsw.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
    return connection


def _distrust(connection: apsw.Connection) -> None:
    """Let the file hold data and do nothing: a backup may come from anybody.

    Earmark's own files have no triggers and no views; who needs one in a migration has to let it through here.
    """
    for setting, value in _WHAT_A_FILE_MAY:
        connection.config(setting, value)


def has_all_of(connection: apsw.Connection, schema: str, steps: tuple[str, ...]) -> bool:
    """Whether a file of this version or a newer one has every table and column that these steps make."""
    version = version_of(connection, schema)
    if version <= len(steps):
        return version == len(steps)
    own = apsw.Connection(":memory:")
    try:
        own.execute("ATTACH ':memory:' AS cache")
        migrate(own, schema, steps)
        return _columns(own, schema) <= _columns(connection, schema)
    finally:
        own.close()


def _columns(connection: apsw.Connection, schema: str) -> set[tuple[str, str]]:
    statement = (
        f"SELECT tables.name, columns.name FROM {schema}.sqlite_schema AS tables"
        " JOIN pragma_table_info(tables.name, ?) AS columns WHERE tables.type = 'table'"
    )
    return set(connection.execute(statement, (schema,)))


def connect_to_read(file: Path) -> apsw.Connection:
    """A connection to one file alone that neither changes it nor folds its log into it. Raises apsw.Error."""
    _spare_the_log(file)
    connection = apsw.Connection(address_of(file), apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI)
    connection.set_busy_timeout(_BUSY_MILLISECONDS)
    _distrust(connection)
    return connection


def address_of(file: Path) -> str:
    """What a connection that takes addresses (SQLITE_OPEN_URI) opens or attaches to read a file.

    SQLite keeps things beside a file even to read it, for which there is no room on a disk that nobody can write to;
    there it is told that the file stays as it is, unless its log holds something.
    """
    if not is_on_read_only_disk(file) or has_log(file):
        return str(file)
    return f"file://{quote(os.fsencode(file.absolute()))}?immutable=1"


def is_on_read_only_disk(file: Path) -> bool:
    """Whether nobody here can write to the disk that a file is on, whatever they may."""
    if os.name != "posix":
        return False
    try:
        return bool(os.statvfs(file).f_flag & os.ST_RDONLY)
    except OSError:
        return False


def why_unreadable(file: Path, error: Exception) -> str:
    """A sentence about a file that may be whole, but cannot be read."""
    try:
        with file.open("rb"):
            pass
    except PermissionError:
        return f"You may not read {file}: change its permissions."
    except OSError as problem:
        return f"{file} cannot be read ({problem.strerror}): see what is in its place."
    if isinstance(error, apsw.BusyError | apsw.LockedError):
        return f"{file} is in use by another program: close that, and try again."
    if isinstance(error, apsw.IOError | OSError):
        return f"The disk that holds {file} could not be read ({error}): check the drive, and try again."
    if not os.access(file.parent, os.W_OK):
        return f"You may not write in {file.parent}, as is needed to read {file.name}: change the folder's permissions."
    return f"{file} cannot be read: SQLite says “{error}”."


def wal_of(file: Path) -> Path:
    """The log that SQLite keeps beside a file until it is closed in order."""
    return file.with_name(file.name + "-wal")


def has_log(file: Path) -> bool:
    """Whether the last writer of a file did not end in order, or still writes; readers leave an empty log behind."""
    log = wal_of(file)
    return log.exists() and log.stat().st_size > 0


def only_log_is_left(file: Path) -> bool:
    """Whether a file is empty or gone though its log is there, which may hold all there was."""
    return has_log(file) and not (file.exists() and file.stat().st_size)


def _spare_the_log(file: Path) -> None:
    """SQLite takes an empty file for a new one and deletes the log beside it, even where it only reads."""
    if only_log_is_left(file):
        raise apsw.CorruptError(f"all that is left of {file.name} is its log")


def is_ours(connection: apsw.Connection, schema: str) -> bool:
    """Whether a file says that it is one of Earmark's."""
    return int(connection.pragma("application_id", schema=schema)) == APPLICATION_ID


def is_intact(connection: apsw.Connection) -> bool:
    """Whether SQLite's quick look finds nothing. Raises apsw.Error."""
    return bool(connection.pragma("quick_check", 1) == "ok")


def cache_is_usable(file: Path, *, thoroughly: bool) -> bool:
    """Whether a cache can be gone on with; `thoroughly` looks at every page."""
    connection = apsw.Connection(str(file), apsw.SQLITE_OPEN_READWRITE)
    try:
        version = version_of(connection, "main")
        is_new = not connection.execute("SELECT 1 FROM main.sqlite_schema").fetchone()
        if is_new:
            return version == 0
        return is_ours(connection, "main") and version <= len(CACHE_STEPS) and (not thoroughly or is_intact(connection))
    except DAMAGE:
        return False
    finally:
        connection.close()
