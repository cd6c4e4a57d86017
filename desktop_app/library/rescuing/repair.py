"""Puts another `library.db` in the place of one: a backup, or what can be saved of a damaged one.

Nothing is ever deleted: what was there is kept beside it under a name with the date. Only who holds the profile may do
this, with the library closed.
"""

import os
import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import apsw

from desktop_app.library.databases.database_files import connect, has_log, only_log_is_left, wal_of
from desktop_app.library.databases.durable import sync_file, sync_folder
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.library.databases.other_sounds import forget_other_sounds
from desktop_app.library.rescuing.backup import Backup, Backups, Choice
from desktop_app.library.rescuing.checked_copy import BackupError, copy_whole
from desktop_app.library.rescuing.checking import check_cache, check_library, check_structure, rows_of
from desktop_app.library.rescuing.salvage import Salvaged, salvage
from desktop_app.library.rescuing.table_rows import SAID, UNTOLD

_DATE = "%Y-%m-%d-%H%M%S"


@dataclass(frozen=True, slots=True)
class Restored:
    """Another library took the library's place."""

    kept: Path | None
    """Where the library lies that was there before; None when there was none."""
    rows: dict[str, int]
    """How many rows each table has now."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """What a repair did; nothing when nothing was wrong."""

    wrong: tuple[str, ...]
    """What was wrong: sentences."""
    salvaged: Salvaged | None = None
    """What the library holds now; None when it was whole."""
    backup: Backup | None = None
    """The backup that helped with something that a person knows of."""
    choice: Choice | None = None
    """The newest backup that is whole, whether or not it helped, and those that were passed over for it."""
    rows_of_backup: Mapping[str, int] = field(default_factory=dict)
    """How many rows each table of that backup has."""
    kept: Path | None = None
    """Where the damaged library lies."""
    cache_kept: Path | None = None
    """Where the damaged cache lies; the next start makes another one."""

    @property
    def newest(self) -> Backup | None:
        """The newest backup that is whole."""
        return None if self.choice is None else self.choice.backup

    @property
    def lost(self) -> bool:
        """Whether something may be lost that people said, since the newest backup if there is one."""
        return self.salvaged is not None and not SAID.isdisjoint(self.salvaged.hurt)

    @property
    def expected(self) -> frozenset[str]:
        """Tables that had rows once, or may have had: a person wants to know that these have none now."""
        hurt = frozenset() if self.salvaged is None else self.salvaged.hurt
        return hurt | {name for name, count in self.rows_of_backup.items() if count}


class Mender:
    """Works on the closed files of one profile. Every method raises LibraryError with a sentence."""

    def __init__(
        self,
        library_file: Path,
        cache_file: Path,
        backups: Backups,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._library_file = library_file
        self._cache_file = cache_file
        self._backups = backups
        self._now = now

    def restore(self, backup: Backup) -> Restored:
        """Put a backup in the library's place, once it proved to be whole."""
        rows = self._backups.check(backup)
        draft = self._draft()
        try:
            shutil.copyfile(backup.library_file, draft)
            kept = self._exchange(draft, "replaced")
        except OSError as error:
            raise self._unwritable(error) from error
        finally:
            draft.unlink(missing_ok=True)
        return Restored(kept, rows)

    def restore_file(self, file: Path) -> Restored:
        """Put a library that an earlier repair or restore kept, or any other, in the library's place, once it proved
        to be whole; the file stays where it is.
        """
        if file.absolute() == self._library_file.absolute():
            raise BackupError(f"{file} is the library itself: there is nothing to restore.")
        draft = self._draft()
        try:
            rows = copy_whole(file, draft)
            return Restored(self._exchange(draft, "replaced"), rows)
        except OSError as error:
            raise self._unwritable(error) from error
        finally:
            draft.unlink(missing_ok=True)

    def repair(self) -> Repaired:
        """Mend what is damaged: save what can be read of a library, and move a cache out of the way.

        A file that cannot be read for another reason than damage is left alone: UnreadableError.
        """
        library, cache = check_library(self._library_file), check_cache(self._cache_file)
        cache_kept = self._move_cache(f"damaged-{self._date()}") if cache else None
        if not library:
            return Repaired(cache, cache_kept=cache_kept)
        draft = self._draft()
        choice = self._backups.choose()
        backup = choice.backup
        try:
            held = {} if backup is None else rows_of(backup.library_file)
            with self._readable() as damaged:
                salvaged = salvage(damaged, draft, None if backup is None else backup.library_file)
            if wrong := check_structure(draft):
                raise BackupError(f"The library could not be repaired: {wrong[0]} Nothing was changed.")
            kept = self._exchange(draft, "damaged")
        except (OSError, apsw.Error) as error:
            raise self._unwritable(error) from error
        finally:
            draft.unlink(missing_ok=True)
        helped = any(count for name, count in salvaged.from_backup.items() if name not in UNTOLD)
        return Repaired(library + cache, salvaged, backup if helped else None, choice, held, kept, cache_kept)

    def _exchange(self, draft: Path, why: str) -> Path | None:
        """Put a finished file in the library's place; where what was there is kept. Raises OSError.

        However this ends, what was there is whole under one of its names; a log that belongs to another file than the
        one beside it would be SQLite's ruin, so it goes first.
        """
        kept = None
        if self._library_file.exists() or has_log(self._library_file):
            kept = _free(self._library_file.with_name(f"{self._library_file.name}.{why}-{self._date()}"))
            if self._library_file.exists():
                _same(self._library_file, kept)
            if has_log(self._library_file):
                _same(wal_of(self._library_file), wal_of(kept))
        sync_file(draft)
        for end in ("-wal", "-shm"):
            self._library_file.with_name(self._library_file.name + end).unlink(missing_ok=True)
        try:
            draft.replace(self._library_file)
        except OSError:
            if kept is not None and has_log(kept):
                _same(wal_of(kept), wal_of(self._library_file))
            raise
        sync_folder(self._library_file.parent)
        self._forget_other_sounds()
        return kept

    def _forget_other_sounds(self) -> None:
        """Of a cache that can be used: the next start makes another one in the place of one that cannot."""
        if not self._cache_file.exists():
            return
        flags = apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE
        with suppress(apsw.Error), closing(connect(str(self._library_file), flags)) as connection:
            connection.execute("ATTACH ? AS cache", (str(self._cache_file),))
            with connection:
                forget_other_sounds(connection)

    @contextmanager
    def _readable(self) -> Iterator[Path]:
        """The damaged library, or where only its log is left, a file that SQLite reads that log for. Raises OSError."""
        if not only_log_is_left(self._library_file):
            yield self._library_file
            return
        stand_in = self._draft()
        try:
            log = wal_of(self._library_file).read_bytes()
            stand_in.write_bytes(bytes(_page_bytes(log)))  # SQLite takes every page that it has from the log
            wal_of(stand_in).write_bytes(log)
            yield stand_in
        finally:
            for end in ("", "-wal", "-shm"):
                stand_in.with_name(stand_in.name + end).unlink(missing_ok=True)

    def _move_cache(self, why: str) -> Path:
        kept = _free(self._cache_file.with_name(f"{self._cache_file.name}.{why}"))
        try:
            self._cache_file.replace(kept)
            for end in ("-wal", "-shm"):
                self._cache_file.with_name(self._cache_file.name + end).unlink(missing_ok=True)
        except OSError as error:
            raise self._unwritable(error) from error
        return kept

    def _draft(self) -> Path:
        return self._library_file.with_name(f".{secrets.token_hex(8)}.draft")

    def _date(self) -> str:
        return self._now().strftime(_DATE)

    def _unwritable(self, error: OSError | apsw.Error) -> LibraryError:
        reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
        return LibraryError(
            f"Nothing could be changed in {self._library_file.parent} ({reason}): make room there, check that you may "
            "write there and that no other program uses the library, and try again."
        )


def _same(file: Path, other: Path) -> None:
    """Give a file a second name, or copy it where the file system knows no second names."""
    try:
        os.link(file, other)
    except OSError:
        shutil.copy2(file, other)
        sync_file(other)


def _page_bytes(log: bytes) -> int:
    """The size of a page, as a log's header says it (https://sqlite.org/fileformat.html, section 4.1); SQLite's usual
    one where that is no such size.
    """
    said = int.from_bytes(log[8:12], "big")
    return said if said in {512 << power for power in range(8)} else 4096


def _free(file: Path) -> Path:
    """The name, with a number behind it when it is taken."""
    number, free = 1, file
    while os.path.lexists(free):
        number += 1
        free = file.with_name(f"{file.name}-{number}")
    return free
