"""Says in words what is wrong with the two database files. Only reads; may run beside a writer.

SQLite finds pages and rows that contradict each other; what else must hold of a library is asked here, so that damage
is found also where it makes a row that SQLite could live with.
"""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw

from desktop_app.core.verdict import Judgement
from desktop_app.library.databases.database_files import (
    NOT_DAMAGE,
    connect_to_read,
    is_ours,
    only_log_is_left,
    wal_of,
    why_unreadable,
)
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.library.databases.migrations import CACHE_STEPS, LIBRARY_STEPS, version_of
from desktop_app.library.rescuing.table_rows import CONTENT_ID_BYTES, TABLES

_SHOWN = 3
"""Of SQLite's own findings: they help who knows SQLite, and there may be thousands."""
_LISTED = 100
_STEPS_BETWEEN_LOOKS = 100_000
"""SQLite's own steps, after which it is asked whether to go on: some milliseconds."""


class CheckStoppedError(Exception):
    """Somebody wanted no more of it."""


class UnreadableError(LibraryError):
    """A file may be whole, but the machine does not let it be read; the message is a sentence for the user."""


def check_library(file: Path, stopped: Callable[[], bool] = lambda: False) -> tuple[str, ...]:
    """What is wrong with a `library.db`; a file that is not there is not wrong.

    Raises CheckStoppedError, and UnreadableError when that cannot be told.
    """
    return _checked(file, LIBRARY_STEPS, _library_findings, stopped)


def check_structure(file: Path, stopped: Callable[[], bool] = lambda: False) -> tuple[str, ...]:
    """As `check_library`, but asks SQLite only: whether the file can be read, not whether all in it makes sense."""
    return _checked(file, LIBRARY_STEPS, _missing_tables, stopped)


def check_cache(file: Path, stopped: Callable[[], bool] = lambda: False) -> tuple[str, ...]:
    """What is wrong with a `cache.db`; a file that is not there is not wrong.

    Raises CheckStoppedError, and UnreadableError when that cannot be told.
    """
    return _checked(file, CACHE_STEPS, _cache_findings, stopped)


def so_many(number: int, one: str, many: str) -> str:
    """`1 sound` or `1,200 sounds`."""
    return f"{number:,} {one if number == 1 else many}"


def counted(connection: apsw.Connection, schema: str = "main") -> dict[str, int]:
    """How many rows each table of a library has; tables that a later step makes are left out."""
    names = _tables(connection, schema)
    return {name: connection.execute(f"SELECT count(*) FROM {schema}.{name}").get for name in names}


def rows_of(file: Path) -> dict[str, int]:
    """How many rows each table of a library has. Raises apsw.Error."""
    with closing(connect_to_read(file)) as connection:
        return counted(connection)


def holds_anything(file: Path) -> bool:
    """Whether any table of a library has a row. Raises apsw.Error."""
    with closing(connect_to_read(file)) as connection:
        return any(connection.execute(f"SELECT EXISTS (SELECT 1 FROM {name})").get for name in _tables(connection))


def _checked(
    file: Path,
    steps: tuple[str, ...],
    findings: Callable[[apsw.Connection], Iterator[str]],
    stopped: Callable[[], bool],
) -> tuple[str, ...]:
    try:
        if not file.exists() or only_log_is_left(file):
            return _without_file(file)
        with closing(connect_to_read(file)) as connection:
            connection.set_progress_handler(stopped, _STEPS_BETWEEN_LOOKS)
            if version_of(connection, "main") == 0 and not connection.execute("SELECT 1 FROM sqlite_schema").fetchone():
                return ()  # made, and not begun
            if not is_ours(connection, "main"):
                return (f"{file.name} is damaged, or not a file of Earmark: it does not say that it is one.",)
            if version_of(connection, "main") > len(steps):
                return (f"{file.name} was written by a newer version of Earmark: install that version to check it.",)
            return tuple(_structure(connection, file.name)) or tuple(findings(connection))
    except apsw.InterruptError as error:
        raise CheckStoppedError from error
    except (OSError, *NOT_DAMAGE) as error:
        raise UnreadableError(why_unreadable(file, error)) from error
    except (apsw.Error, UnicodeDecodeError) as error:
        return (f"{file.name} is damaged: SQLite says “{error}”.",)


def _without_file(file: Path) -> tuple[str, ...]:
    if only_log_is_left(file):
        return (f"{file.name} is damaged: all that is left of it is its log, {wal_of(file).name}.",)
    return ()


def _tables(connection: apsw.Connection, schema: str = "main") -> list[str]:
    """The tables of a library that are there."""
    known = {name for (name,) in connection.execute(f"SELECT name FROM {schema}.sqlite_schema WHERE type = 'table'")}
    return [table.name for table in TABLES if table.name in known]


def _structure(connection: apsw.Connection, name: str) -> Iterator[str]:
    said = [str(row[0]) for row in connection.execute(f"PRAGMA integrity_check({_LISTED})")]
    if said == ["ok"]:
        return
    # SQLite's lists begin with a heading of its own.
    lines = [line for text in said for line in text.splitlines() if line and not line.startswith("***")]
    more = f" and {len(lines) - _SHOWN:,} more" if len(lines) > _SHOWN else ""
    yield f"{name} is damaged: SQLite says {', '.join(f'“{line}”' for line in lines[:_SHOWN])}{more}."


@dataclass(frozen=True, slots=True)
class _Rule:
    """What must hold, as a statement that counts where it does not."""

    count: str
    words: str
    """A sentence about that many of them."""
    one: str
    many: str


def _missing_tables(connection: apsw.Connection) -> Iterator[str]:
    """A view is no table: a file from elsewhere may have anything in its place."""
    held = counted(connection)
    missing = [table.name for table in TABLES if table.name not in held]
    if missing and version_of(connection, "main") == len(LIBRARY_STEPS):
        yield f"library.db is damaged: it lacks what it should hold ({', '.join(missing)})."


def _library_findings(connection: apsw.Connection) -> Iterator[str]:
    missing = tuple(_missing_tables(connection))
    if missing:
        yield from missing
        return
    orphans: list[tuple[Any, ...]] = connection.execute("PRAGMA foreign_key_check").fetchall()
    for table, where in _BELONGINGS:
        count = sum(row[0] == table for row in orphans)
        if count:
            yield f"library.db lacks the {where} of {so_many(count, 'sound', 'sounds')}."
    yield from _broken(connection, _LIBRARY_RULES)


def _cache_findings(connection: apsw.Connection) -> Iterator[str]:
    yield from _broken(connection, _CACHE_RULES)


def _broken(connection: apsw.Connection, rules: tuple[_Rule, ...]) -> Iterator[str]:
    for rule in rules:
        try:
            count: int = connection.execute(f"SELECT count(*) FROM {rule.count}").get
        except apsw.SQLError:
            continue  # about a table that an older file does not have yet
        if count:
            yield rule.words.format(words=so_many(count, rule.one, rule.many))


def _called(table: str) -> tuple[str, str]:
    return next((shape.one, shape.many) for shape in TABLES if shape.name == table)


_BELONGINGS = (("sounds", "folder"), ("collected", "collection"))
_KNOWN_WORDS = ", ".join(f"'{judgement.value}'" for judgement in Judgement)
_LIBRARY_RULES = (
    *(
        _Rule(
            f"{table} WHERE content_id IS NOT NULL AND length(content_id) <> {CONTENT_ID_BYTES}",
            "library.db does not say which audio belongs to {words}.",
            *_called(table),
        )
        for table in ("sounds", "contents", "verdicts", "marks", "collected", "successors", "own_texts")
    ),
    _Rule(
        f"verdicts WHERE judgement NOT IN ({_KNOWN_WORDS})",
        "library.db has {words} that Earmark cannot make sense of.",
        *_called("verdicts"),
    ),
    _Rule(
        "marks WHERE rating NOT BETWEEN 0 AND 5 OR favourite NOT IN (0, 1)",
        "library.db has {words} that cannot be.",
        "rating",
        "ratings",
    ),
    _Rule(
        "sounds WHERE content_id IS NOT NULL AND content_id NOT IN (SELECT content_id FROM contents)",
        "library.db lacks the audio format of {words}.",
        *_called("sounds"),
    ),
)
_CACHE_RULES = (
    *(
        _Rule(
            f"{table} WHERE embedder_number NOT IN (SELECT embedder_number FROM embedders)",
            "cache.db does not say which embedder made {words}.",
            *names,
        )
        for table, *names in (
            ("embeddings", "embedding", "embeddings"),
            ("prompts", "embedding of a text", "embeddings of texts"),
            ("windows", "embedding of a long sound", "embeddings of long sounds"),
        )
    ),
    _Rule(
        "(SELECT 1 FROM embeddings GROUP BY embedder_number HAVING min(length(vector)) <> max(length(vector)))",
        "cache.db has embeddings of different lengths from {words}.",
        "embedder",
        "embedders",
    ),
)
