"""A program that ends while it brings a library up to date, at each statement, and libraries of a newer version."""

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import apsw

from desktop_app.library.databases.library_errors import LibraryTooNewError
from desktop_app.library.databases.migrations import CACHE_STEPS, LIBRARY_STEPS, migrate, version_of
from desktop_app.library.library import Library
from tests.faults.row import Row, shortened


def run(quick: bool) -> Row:
    """Quick or not, every statement: there are few."""
    problems: list[str] = []
    with TemporaryDirectory() as scratch:
        tried = sum(
            _end_at_each_statement(Path(scratch) / f"{schema} {start}.db", schema, steps, start, problems)
            for schema, steps in (("main", LIBRARY_STEPS), ("cache", CACHE_STEPS))
            for start in range(len(steps))
        )
        _open_newer(Path(scratch) / "newer", problems)
    return Row(
        18,
        "bringing a library up to date is aborted; a newer one is opened",
        tried + 1,
        "the old form or the new one, never between; a newer library is read, with a sentence, and not written",
        f"{tried - sum('form' in problem for problem in problems)} of {tried} old or new; "
        f"newer: {'no' if any('newer' in problem for problem in problems) else 'read'}",
        shortened(problems),
    )


def _end_at_each_statement(file: Path, schema: str, steps: tuple[str, ...], start: int, problems: list[str]) -> int:
    """Bring a file up from the form after `start` steps, aborted at each statement in turn; how many there are."""
    forms = [_schema_after(schema, steps[:number]) for number in range(len(steps) + 1)]
    statements = 0
    while True:
        file.unlink(missing_ok=True)
        _migrate(file, schema, steps[:start])
        ended = not _migrate(file, schema, steps, aborted_at=statements)
        with closing(_opened(file, schema)) as connection:
            version = version_of(connection, schema)
            if _schema(connection, schema) != forms[version] or version < start:
                problems.append(f"{schema}, from {start}, at statement {statements}: not the form {version}")
        if not _migrate(file, schema, steps):
            problems.append(f"{schema}, from {start}, at statement {statements}: the next start reached no form")
        if not ended:
            return statements
        statements += 1


def _migrate(file: Path, schema: str, steps: tuple[str, ...], *, aborted_at: int | None = None) -> bool:
    """Bring a file up to date, and end at a statement as a killed program would; whether it came to the end."""
    left = aborted_at

    def goes_on(_cursor: apsw.Cursor, _statement: str, _values: object) -> bool:
        nonlocal left
        left = None if left is None else left - 1
        return left is None or left >= 0

    with closing(_opened(file, schema)) as connection:
        connection.exec_trace = goes_on
        try:
            migrate(connection, schema, steps)
        except apsw.ExecTraceAbort:
            return False
    return True


def _opened(file: Path, schema: str) -> apsw.Connection:
    connection = apsw.Connection(str(file) if schema == "main" else ":memory:")
    if schema != "main":
        connection.execute("ATTACH ? AS cache", (str(file),))
    return connection


def _schema_after(schema: str, steps: tuple[str, ...]) -> set[str]:
    with closing(apsw.Connection(":memory:")) as connection:
        connection.execute("ATTACH ':memory:' AS cache")
        migrate(connection, schema, steps)
        return _schema(connection, schema)


def _schema(connection: apsw.Connection, schema: str) -> set[str]:
    return {sql for (sql,) in connection.execute(f"SELECT sql FROM {schema}.sqlite_schema WHERE sql IS NOT NULL")}


def _open_newer(profile: Path, problems: list[str]) -> None:
    library_file, cache_file = profile / "library.db", profile / "cache.db"
    with Library.open(library_file, cache_file, writable=True) as library:
        library.folders.exclude("*.bak")
    with closing(apsw.Connection(str(library_file))) as connection:
        connection.pragma("user_version", len(LIBRARY_STEPS) + 1)
    before = library_file.read_bytes()
    try:
        Library.open(library_file, cache_file, writable=True).close()
        problems.append("a newer library was opened for writing")
    except LibraryTooNewError:
        pass
    said: list[str] = []
    with Library.open(library_file, cache_file, writable=False, tell=said.append) as library:
        if library.folders.exclusions() != ["*.bak"] or len(said) != 1:
            problems.append(f"a newer library was not read, or with these words: {said}")
    if library_file.read_bytes() != before:
        problems.append("a newer library was changed")
