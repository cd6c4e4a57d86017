"""A backup is made while others write, the library is lost, and what is restored is what was backed up."""

import hashlib
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from desktop_app.library.library import Library
from desktop_app.library.rescuing.backup import BackupKind, Backups
from desktop_app.library.rescuing.repair import Mender
from tests.faults.damage import Rows, library_of, rows_of
from tests.faults.row import Row, shortened

FULL: Final = (1, 10, 100, 1_000, 10_000)
"""Sounds."""
QUICK: Final = (1, 700)


def run(quick: bool) -> Row:
    """Libraries of several sizes."""
    sizes = QUICK if quick else FULL
    problems = []
    for size in sizes:
        with TemporaryDirectory() as scratch:
            wrong = _drill(Path(scratch), size)
            problems += [f"{size} sounds: {wrong}"] if wrong else []
    return Row(
        25,
        "the library is lost and restored from a backup",
        len(sizes),
        "each restored library equals the original, by a hash of its rows",
        f"{len(sizes) - len(problems)} of {len(sizes)} equal",
        shortened(problems),
    )


def _drill(profile: Path, size: int) -> str:
    """What went wrong; empty when nothing did."""
    library_file, cache_file = profile / "library.db", profile / "cache.db"
    backups = Backups(profile / "backups", library_file)
    written = 0
    with library_of(profile, size) as library:
        before = _hash(rows_of(library_file))

        def write() -> bool:
            nonlocal written
            written += 1
            library.folders.exclude(f"{written}.*")
            return False

        backup = backups.make(BackupKind.DAILY, write)
    if not written:
        return "nobody wrote meanwhile"
    library_file.unlink()
    Mender(library_file, cache_file, backups).restore(backup)
    after = _hash(rows_of(library_file))
    with Library.open(library_file, cache_file, writable=True) as library:
        waiting = library.sounds.waiting_count("an embedder")
    if waiting:
        return f"{waiting} sounds would be heard again"
    return "" if after == before else f"{before} became {after}"


def _hash(rows: Rows) -> str:
    """The same for the same rows, in whatever order they lie in the file."""
    digest = hashlib.sha256()
    for name, table in sorted(rows.items()):
        digest.update(name.encode())
        for row in sorted(map(repr, table)):
            digest.update(row.encode())
    return digest.hexdigest()
