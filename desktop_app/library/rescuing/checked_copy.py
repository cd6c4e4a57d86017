"""Copies of a library made beside its writers, and proved to be whole before they count."""

from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

import apsw

from desktop_app.library.databases.database_files import connect_to_read
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.library.rescuing.checking import CheckStoppedError, UnreadableError, check_structure, counted, rows_of

_PAGES_AT_ONCE = 256
"""1 MB between two looks whether to go on."""


class BackupError(LibraryError):
    """No backup could be made, or one cannot be used; the message is a sentence for the user."""


def copy_whole(file: Path, target: Path) -> dict[str, int]:
    """Copy any library, with its log, once it proved to be whole; how many rows each table has. Raises BackupError."""
    called = f"The file {file.name}"
    try:
        check_copy(file, None, lambda: False, called)
        counts = copy_library(file, target, lambda: False)
        check_copy(target, counts, lambda: False, called)
    except (OSError, apsw.Error) as error:
        raise BackupError(f"{called} cannot be put back ({reason_of(error)}).") from error
    return counts


def copy_library(source_file: Path, target_file: Path, stopped: Callable[[], bool]) -> dict[str, int]:
    """Copy a library as it is at one moment; how many rows each table has. Raises apsw.Error."""
    with (
        closing(connect_to_read(source_file)) as source,
        closing(apsw.Connection(str(target_file))) as target,
    ):
        # Within one transaction: writers go on, and what they write does not make the copy begin anew.
        source.execute("BEGIN")
        counts = counted(source)
        with target.backup("main", source, "main") as copy:
            while not copy.done:
                if stopped():
                    raise CheckStoppedError
                copy.step(_PAGES_AT_ONCE)
        source.execute("COMMIT")
        # One file that is complete by itself.
        target.pragma("journal_mode", "delete")
    return counts


def check_copy(
    file: Path, counts: Mapping[str, int] | None, stopped: Callable[[], bool], called: str = "A backup of the library"
) -> None:
    """Raises BackupError when a copy is not whole, or does not hold what it was made of."""
    try:
        wrong = check_structure(file, stopped)
    except UnreadableError as error:
        raise BackupError(str(error)) from error
    if wrong:
        raise BackupError(f"{called} is of no use: {wrong[0]}")
    see_rows(file, counts, called)


def see_rows(file: Path, counts: Mapping[str, int] | None, called: str) -> None:
    """Count the rows of a copy only. Raises BackupError as `check_copy` does."""
    found = rows_of(file)
    if not found:
        raise BackupError(f"{called} is of no use: its {file.name} is empty.")
    if counts is not None and found != counts:
        raise BackupError(f"{called} is of no use: it does not hold what the library holds.")


def reason_of(error: OSError | apsw.Error) -> str:
    """What the world did, in a few words."""
    if isinstance(error, apsw.FullError):
        return "the disk is full"
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
