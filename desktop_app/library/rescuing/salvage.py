"""Saves what can be read of a damaged `library.db` into a new one."""

from collections.abc import Collection, Iterator, Mapping
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

import apsw

from desktop_app.library.databases.database_files import NOT_DAMAGE, connect_to_read
from desktop_app.library.databases.migrations import LIBRARY_STEPS, migrate
from desktop_app.library.rescuing.checking import check_structure, counted
from desktop_app.library.rescuing.damaged_trees import Roots, find_rows
from desktop_app.library.rescuing.table_rows import TABLES, Row, TableShape
from desktop_app.library.tables.following import catch_up
from desktop_app.library.watching.relative_paths import text_key


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What came of it."""

    rows: Mapping[str, int]
    """How many rows of each table the new library has."""
    from_backup: Mapping[str, int]
    """How many of them come from the backup."""
    hurt: frozenset[str]
    """Tables of which something in the damaged file could not be read, and may be lost."""
    doubtful: Mapping[str, int]
    """How many rows lay where deleted ones lie, too: some of these may have been deleted."""


def salvage(damaged: Path, target: Path, backup: Path | None) -> Salvaged:
    """Make a library at `target`, which must not be there, of all that `damaged` still holds.

    Where a table is hurt, what the backup holds of it is added, so that a row may come back that was removed since:
    that is seen and done again, and a lost one is not. Rows that may have been deleted come last, where nothing better
    is known. Raises OSError and apsw.Error when `target` cannot be written, and OSError when `damaged` cannot be read.
    """
    with closing(apsw.Connection(str(target))) as connection:
        connection.execute("ATTACH ':memory:' AS cache")
        migrate(connection, "main", LIBRARY_STEPS)
        loose: Mapping[str, list[Row]] = {}
        with connection:
            hurt = _pour(connection, damaged, {table.name for table in TABLES})
            if hurt or check_structure(damaged):
                # Also of tables that could be read: a page may be left out without a word.
                found = find_rows(damaged, [*_roots_of(backup), *_roots_of(target)])
                hurt = {table.name for table in TABLES} - found.whole
                _add(connection, found.live)
                if found.loose_may_be_deleted:
                    loose = found.loose
                else:
                    _add(connection, found.loose)
        before = counted(connection)
        if backup is not None and hurt:
            with connection:
                _pour(connection, backup, hurt)
        helped = counted(connection)
        with connection:
            _add(connection, loose)
        doubtful = {name: count - helped[name] for name, count in counted(connection).items()}
        with connection:
            _make_whole(connection)
        added = {name: count - before[name] for name, count in helped.items()}
        return Salvaged(counted(connection), added, frozenset(hurt), doubtful)


def _roots_of(file: Path | None) -> list[Roots]:
    """Where the tables of a library begin that can be read: a copy's begin at the same pages."""
    if file is not None:
        with suppress(apsw.Error), closing(connect_to_read(file)) as connection:
            return [dict(connection.execute("SELECT name, rootpage FROM sqlite_schema WHERE type = 'table'"))]
    return []


def _pour(connection: apsw.Connection, file: Path, names: Collection[str]) -> set[str]:
    """Add what SQLite can read of these tables; those that it could not read to their end, or not make sense of.

    Raises apsw.Error where it is not the file's content that is in the way.
    """
    hurt: set[str] = set(names)
    try:
        source = connect_to_read(file)
    except NOT_DAMAGE:
        raise
    except apsw.Error:
        return hurt
    hurt.clear()
    with closing(source):
        for table in TABLES:
            if table.name in names:
                connection.executemany(_insertion(table), _readable(source, table, hurt))
    return hurt


def _readable(source: apsw.Connection, table: TableShape, hurt: set[str]) -> Iterator[Row]:
    try:
        for values in source.execute(f"SELECT * FROM {table.name}"):
            row = table.row(values)
            if row is None:
                hurt.add(table.name)
            else:
                yield row
    except NOT_DAMAGE:
        raise  # it may be whole, and nothing is lost
    except (apsw.Error, UnicodeDecodeError):
        hurt.add(table.name)


def _add(connection: apsw.Connection, rows: Mapping[str, list[Row]]) -> None:
    for table in TABLES:
        connection.executemany(_insertion(table), rows.get(table.name, []))


def _insertion(table: TableShape) -> str:
    """Adds a row, unless it is there already, or is one that this library would never hold."""
    marks = ", ".join("?" * len(table.fits))
    return f"INSERT OR IGNORE INTO {table.name} ({', '.join(table.fits)}) VALUES ({marks})"


def _make_whole(connection: apsw.Connection) -> None:
    """See that every row has what it refers to; a collection whose name is lost gets another one."""
    lost: list[int] = [
        number
        for (number,) in connection.execute(
            "SELECT DISTINCT collection_id FROM collected"
            " WHERE collection_id NOT IN (SELECT collection_id FROM collections)"
        )
    ]
    names = [f"Collection {number} (name lost)" for number in lost]
    connection.executemany(
        "INSERT OR IGNORE INTO collections (collection_id, name, name_key) VALUES (?, ?, ?)",
        [(number, name, text_key(name)) for number, name in zip(lost, names, strict=True)],
    )
    catch_up(connection)
    # Their files are found again as soon as their folder is added again.
    connection.execute("DELETE FROM sounds WHERE folder_id NOT IN (SELECT folder_id FROM folders)")
    # To be heard again, which is quick: what the audio sounds like is still in the cache.
    connection.execute(
        "UPDATE sounds SET former_content_id = content_id, content_id = NULL, was_heard = 0"
        " WHERE content_id IS NOT NULL AND content_id NOT IN (SELECT content_id FROM contents)"
    )
