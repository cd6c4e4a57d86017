"""Damage to a library's files, made on purpose and the same each time, and what came of it."""

import random
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import apsw

from desktop_app.core.marks import Marks
from desktop_app.core.verdict import Judgement, Verdict
from desktop_app.library.databases.database_files import connect_to_read, wal_of
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.library.library import Library
from desktop_app.library.rescuing.backup import Backups
from desktop_app.library.rescuing.checking import check_library
from desktop_app.library.rescuing.repair import Mender
from desktop_app.library.rescuing.table_rows import TABLES
from desktop_app.library.tables.heard import Heard
from tests.library_maker import FORMAT, STAMP, fill, open_library, random_vectors

BYTES = 512
"""What a disk loses at once, at least."""
Rows = dict[str, set[tuple[Any, ...]]]
Damage = Callable[[Path, random.Random], None]


def library_of(profile: Path, count: int) -> Library:
    """An open library with so many sounds and everything else that a person can say of them."""
    library = open_library(profile)
    fill(library, profile / "Sounds", "an embedder", random_vectors(count, 8))
    contents = [(number + 1).to_bytes(16, "big") for number in range(count)]
    library.verdicts.set(
        [Verdict(content, "v", f"tag {place % 50}", Judgement.ADDED) for place, content in enumerate(contents[::3])]
    )
    library.marks.set(
        # Some notes are so long that they go on in pages of their own.
        {content: Marks(3, True, f"note {place} " * (place % 500)) for place, content in enumerate(contents[::50])}
    )
    library.collections.create("Mine", contents[::7])
    library.folders.exclude("*.bak")
    _edit_first(library)
    return library


def _edit_first(library: Library) -> None:
    """The first sound, of which much is said, has other audio now."""
    [folder], [sound_id, *_] = library.folders.all(), library.sounds.ids()
    [sound] = library.sounds.many([sound_id])
    relative, stamp = sound.path.relative_to(folder.path).as_posix(), replace(STAMP, size=STAMP.size + 1)
    library.sounds.apply_scan(folder.folder_id, {relative: stamp}, under=relative)
    edited = Heard(sound.sound_id, stamp, b"the edited audio", FORMAT, random_vectors(1, 8, seed=1)[0], None)
    library.sounds.save_heard("an embedder", [edited])


def rows_of(file: Path) -> Rows:
    """All rows of a library. Raises apsw.Error."""
    with closing(connect_to_read(file)) as connection:
        return {table.name: set(connection.execute(f"SELECT * FROM {table.name}")) for table in TABLES}


def overwrite(file: Path, generator: random.Random) -> None:
    """Noise somewhere in the file."""
    place = generator.randrange(file.stat().st_size - BYTES)
    with file.open("rb+") as stream:
        stream.seek(place)
        stream.write(generator.randbytes(BYTES))


def truncate(file: Path, generator: random.Random) -> None:
    """The file ends somewhere."""
    with file.open("rb+") as stream:
        stream.truncate(generator.randrange(file.stat().st_size))


def zero_log(file: Path, generator: random.Random) -> None:
    """The log holds nothing but zeros, from somewhere on."""
    log = wal_of(file)
    size = log.stat().st_size
    with log.open("rb+") as stream:
        stream.seek(generator.randrange(size))
        stream.write(bytes(size - stream.tell()))


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of one damage."""

    changed: bool
    """Whether any row reads differently than before; rubble where nothing lies does no harm."""
    found: bool
    """Whether a start says so."""
    opens: bool
    """Whether the library can be written again after its repair."""
    lost: Rows
    """Rows that are gone after the repair."""


def suffer(intact: Path, place: Path, damage: Damage, generator: random.Random) -> Outcome:
    """Damage a copy of a profile's closed or killed library and repair it."""
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(intact, place)
    library_file, cache_file = place / "library.db", place / "cache.db"
    damage(library_file, generator)
    before = rows_of(intact / "library.db")
    try:
        changed = rows_of(library_file) != before
    except (apsw.Error, UnicodeDecodeError):
        changed = True
    found = bool(check_library(library_file))
    Mender(library_file, cache_file, Backups(place / "backups", library_file)).repair()
    try:
        with Library.open(library_file, cache_file, writable=True) as library:
            library.folders.exclude("still writable")
            library.folders.include("still writable")
            opens = not check_library(library_file)
    except LibraryError:
        opens = False
    after = rows_of(library_file)
    return Outcome(changed, found, opens, {name: before[name] - after[name] for name in before})
