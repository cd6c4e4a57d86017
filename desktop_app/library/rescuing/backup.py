"""Backups of what people made: copies of `library.db`, each checked before it counts, with their vocabularies beside.

Each is a folder of its own, which appears whole or not at all. They are numbered, and the highest number is the newest:
a clock may be wrong, and a date is only for people and for telling whether a day has passed.
"""

import logging
import re
import secrets
import shutil
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

import apsw

from desktop_app.library.databases.durable import sync_file, sync_folder
from desktop_app.library.rescuing.checked_copy import BackupError, check_copy, copy_library, reason_of, see_rows
from desktop_app.library.rescuing.checking import CheckStoppedError, rows_of

log = logging.getLogger(__name__)

KEPT = 14
"""Of those that Earmark makes by itself."""
KEPT_ASKED = 5
"""Apart from these; who asks for many in one evening must not lose those of the days before."""
_DAY = timedelta(hours=24)
_ODD = timedelta(hours=1)
"""A backup that was made so long after now was made by a clock that was wrong, or is now."""
_NAME = re.compile(r"(\d{6,})-(\d{4}-\d\d-\d\d-\d{6})-(daily|asked|migration)")
_DATE = "%Y-%m-%d-%H%M%S"
_DRAFT = ".draft-"
_LIBRARY = "library.db"
_LARGEST_BESIDE = 10 * 1024 * 1024
"""Bytes of a file that is copied beside the library: what people write by hand is far smaller."""


class BackupKind(StrEnum):
    """Why it was made."""

    DAILY = "daily"
    ASKED = "asked"
    MIGRATION = "migration"
    """Before a newer version of Earmark changed the library's form."""


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup that is there; whether it can still be read is another question (`Backups.check`)."""

    number: int
    made: datetime
    """By the clock of that day, UTC."""
    kind: BackupKind
    folder: Path

    @property
    def library_file(self) -> Path:
        """The copy."""
        return self.folder / _LIBRARY


@dataclass(frozen=True, slots=True)
class Choice:
    """A backup to go on with."""

    backup: Backup | None
    """The newest that is whole; None when none is."""
    passed_over: Mapping[Backup, str]
    """Newer ones, and a sentence about each that says why."""


class Backups:
    """The backups of one library. Only who holds the profile may make or remove any."""

    def __init__(
        self,
        folder: Path,
        library_file: Path,
        *,
        beside: Sequence[Path] = (),
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """`beside`: small files, and folders of such, that are copied along where they can be read."""
        self.folder = folder
        self._library_file = library_file
        self._beside = tuple(beside)
        self._now = now
        self._one_at_a_time = threading.Lock()

    def all(self) -> list[Backup]:
        """Every backup, the oldest first; empty when there is no folder of them, or it cannot be read."""
        try:
            named = [(path, _NAME.fullmatch(path.name)) for path in self.folder.iterdir()]
        except OSError:
            return []
        found = [_backup(path, match) for path, match in named if match and (path / _LIBRARY).is_file()]
        return sorted((backup for backup in found if backup), key=lambda backup: backup.number)

    def due(self) -> bool:
        """Whether a day has passed since the newest, or the clock says that it was made in the future."""
        made = [backup.made for backup in self.all()[-1:]]
        return not made or not -_ODD <= self._now() - made[0] < _DAY

    def make(self, kind: BackupKind, stopped: Callable[[], bool] = lambda: False) -> Backup:
        """Copy the library while others read and write it, check the copy, and remove the oldest backups.

        Raises BackupError, and CheckStoppedError when it was stopped; nothing new is there then.
        """
        try:
            with self._one_at_a_time:
                made = self._make(kind, stopped)
                self._remove_oldest()
        except apsw.InterruptError as error:
            raise CheckStoppedError from error
        except (apsw.CorruptError, apsw.NotADBError) as error:
            raise BackupError(
                "No backup of the library could be made, because it is damaged: close Earmark and run "
                "“earmark library repair”. Earlier backups are kept."
            ) from error
        except (OSError, apsw.Error) as error:
            raise BackupError(
                f"No backup of the library could be made in {self.folder} ({reason_of(error)}): make room there, and "
                "check that you may write there."
            ) from error
        return made

    def check(self, backup: Backup, stopped: Callable[[], bool] = lambda: False) -> dict[str, int]:
        """How many rows each table of a backup has. Raises BackupError when it is not whole."""
        try:
            check_copy(backup.library_file, None, stopped, f"The backup {backup.folder.name}")
            return rows_of(backup.library_file)
        except (OSError, apsw.Error) as error:
            raise BackupError(f"The backup {backup.folder.name} cannot be read ({reason_of(error)}).") from error

    def choose(self) -> Choice:
        """The newest backup that is whole; one that holds nothing only where no other does: it may have been made of a
        library that was lost.
        """
        empty = None
        passed_over: dict[Backup, str] = {}
        for backup in reversed(self.all()):
            try:
                if any(self.check(backup).values()):
                    return Choice(backup, passed_over)
                empty = empty or backup
            except BackupError as error:
                passed_over[backup] = str(error)
        newer = {backup: why for backup, why in passed_over.items() if empty is None or backup.number > empty.number}
        return Choice(empty, newer)

    def damaged(self) -> dict[Backup, str]:
        """Backups that are of no use, and a sentence about each: the newest is read to the end, the others are only
        opened and counted.
        """
        found = {}
        made = self.all()
        for backup in reversed(made):
            try:
                if backup is made[-1]:
                    self.check(backup)
                else:
                    see_rows(backup.library_file, None, f"The backup {backup.folder.name}")
            except BackupError as error:
                found[backup] = str(error)
            except (OSError, apsw.Error) as error:
                found[backup] = f"The backup {backup.folder.name} cannot be read ({reason_of(error)})."
        return found

    def find(self, reference: str) -> Backup | None:
        """The backup of this number, name or path."""
        for backup in self.all():
            if reference in (str(backup.number), backup.folder.name):
                return backup
            if Path(reference).absolute() in (backup.folder.absolute(), backup.library_file.absolute()):
                return backup
        return None

    def _make(self, kind: BackupKind, stopped: Callable[[], bool]) -> Backup:
        self.folder.mkdir(parents=True, exist_ok=True)
        self._sweep()
        draft = self.folder / f"{_DRAFT}{secrets.token_hex(4)}"
        draft.mkdir()
        try:
            counts = copy_library(self._library_file, draft / _LIBRARY, stopped)
            check_copy(draft / _LIBRARY, counts, stopped)
            for path in self._beside:
                _copy_beside(path, draft)
            return self._keep(draft, kind)
        finally:
            shutil.rmtree(draft, ignore_errors=True)

    def _keep(self, draft: Path, kind: BackupKind) -> Backup:
        """Put a draft that is whole in its place, for good."""
        earlier = self.all()
        number = earlier[-1].number + 1 if earlier else 1
        made = self._now().replace(microsecond=0)
        folder = self.folder / f"{number:06d}-{made.strftime(_DATE)}-{kind}"
        for path in draft.rglob("*"):
            (sync_folder if path.is_dir() else sync_file)(path)
        sync_folder(draft)
        draft.rename(folder)
        sync_folder(self.folder)
        return Backup(number, made, kind, folder)

    def _sweep(self) -> None:
        """Remove what was not finished when a program was killed."""
        for path in self.folder.glob(f"{_DRAFT}*"):
            shutil.rmtree(path, ignore_errors=True)

    def _remove_oldest(self) -> None:
        """Keep as many as are to be kept, and of each kind the newest whatever the others are."""
        backups = self.all()
        asked = [backup for backup in backups if backup.kind is BackupKind.ASKED]
        others = [backup for backup in backups if backup.kind is not BackupKind.ASKED]
        newest = {backup.kind: backup.number for backup in others}
        spare = [backup for backup in others if backup.number != newest[backup.kind]]
        for backup in [*asked[:-KEPT_ASKED], *spare[: max(0, len(others) - KEPT)]]:
            # First its name: a backup that is half removed must not look like one.
            gone = self.folder / f"{_DRAFT}{backup.number}"
            backup.folder.rename(gone)
            shutil.rmtree(gone, ignore_errors=True)


def _backup(path: Path, match: "re.Match[str]") -> Backup | None:
    try:
        made = datetime.strptime(match[2], _DATE).replace(tzinfo=UTC)
    except ValueError:
        return None
    return Backup(int(match[1]), made, BackupKind(match[3]), path)


def _copy_beside(path: Path, folder: Path) -> None:
    """Copy a small file, or a folder's, where they can be read: they must not cost a backup of the library."""
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    target = folder / path.name if path.is_dir() else folder
    for file in files:
        try:
            if not file.is_file() or file.stat().st_size > _LARGEST_BESIDE:
                continue
            content = file.read_bytes()
        except OSError as error:
            log.warning("left out of a backup: %s", error)
            continue
        target.mkdir(exist_ok=True)
        (target / file.name).write_bytes(content)
