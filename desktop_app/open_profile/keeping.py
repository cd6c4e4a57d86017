"""What happens to a profile's library in the background while it is open: it is checked, and backed up every day."""

import logging
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import apsw

from desktop_app.core.events import LibraryNoticed, Remedy
from desktop_app.library.databases.database_files import connect_to_read
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.library.library import Library
from desktop_app.library.rescuing.backup import Backup, BackupKind, Backups
from desktop_app.library.rescuing.checking import (
    CheckStoppedError,
    UnreadableError,
    check_cache,
    check_library,
    holds_anything,
)
from desktop_app.paths import Profile

log = logging.getLogger(__name__)

_LOOK_ROUND_SECONDS = 600.0
"""How often a long session looks whether a day has passed; a sleeping computer's clock moves on."""

_CACHE_DAMAGED = "{problem} It holds only what was computed from your sounds: nothing that you made is hurt."
_EMPTY = "The library in {} is empty, though there are backups of an earlier one."
_GONE = "There is no library in {}, though there are backups of one."
_BEGUN_ANEW = (
    "The library in {folder} was lost or is empty, and there is no backup of it, though sounds were heard for it: "
    "what you said begins anew. If you have a copy of {file} elsewhere, end Earmark and put it back; else add your "
    "folders, whose sounds need not be heard again."
)


def backups_of(profile: Profile) -> Backups:
    """The backups of a profile's library, with what else people write themselves."""
    beside = (profile.vocabularies, profile.settings_file, profile.searches_file)
    return Backups(profile.backups, profile.library_file, beside=beside)


def shown(backup: Backup) -> dict[str, Any]:
    """A backup as the command line shows it in JSON."""
    return {
        "number": backup.number,
        "made": backup.made.isoformat(),
        "kind": backup.kind.value,
        "path": str(backup.folder),
    }


def what_is_lost(profile: Profile, backups: Backups) -> str:
    """A sentence when a library holds nothing, or is gone, though a backup of it holds something; else empty."""
    if not _is_empty(profile.library_file) or newest_full(backups) is None:
        return ""
    return (_EMPTY if profile.library_file.exists() else _GONE).format(profile.data)


def what_begins_anew(profile: Profile, backups: Backups) -> str:
    """A sentence when a library holds nothing, or is gone, and no backup does, though there are sounds in the cache
    that were heard for one; else empty.
    """
    if not _is_empty(profile.library_file) or newest_full(backups) is not None or not _was_used(profile.cache_file):
        return ""
    return _BEGUN_ANEW.format(folder=profile.data, file=profile.library_file.name)


def newest_full(backups: Backups) -> Backup | None:
    """The newest backup that holds anything; quick, unlike `Backups.choose`, which reads all of it first."""
    return next((made for made in reversed(backups.all()) if _holds(made.library_file)), None)


class Keeper:
    """Checks and backs up an open library on a thread of its own. Only for who holds the profile."""

    def __init__(
        self,
        profile: Profile,
        library: Library,
        backups: Backups,
        tell: Callable[[LibraryNoticed], None],
        *,
        look_round_seconds: float = _LOOK_ROUND_SECONDS,
    ) -> None:
        """`tell` is called on any thread, for each thing that is wrong."""
        self._profile = profile
        self._library = library
        self._backups = backups
        self._tell = tell
        self._look_round_seconds = look_round_seconds
        self._closing = threading.Event()
        self._wake = threading.Event()
        self._last_problem = ""
        self._thread = threading.Thread(target=self._run, name="keeper")

    def start(self) -> None:
        """Begin with a check."""
        self._thread.start()

    def look_again(self) -> None:
        """Check once more, and back up if a day has passed: something may have been put right."""
        self._last_problem = ""
        self._wake.set()

    def close(self) -> None:
        """End soon, whatever is being done; half a backup is none. May be called twice, and without a start."""
        self._closing.set()
        self._wake.set()
        if self._thread.ident is not None:
            self._thread.join()

    def _run(self) -> None:
        try:
            whole = self._check()
            while not self._closing.is_set():
                if whole:
                    self._back_up()
                asked = self._wake.wait(self._look_round_seconds)
                self._wake.clear()
                if asked and not self._closing.is_set():
                    whole = self._check()
        except CheckStoppedError:
            log.info("the look after the library was cut short")

    def _check(self) -> bool:
        """Say what is wrong; whether the library may be backed up."""
        stopped = self._closing.is_set
        try:
            return self._look_through(stopped)
        except UnreadableError as error:  # nothing to be mended here, and nothing that could be backed up
            log.warning("%s", error)
            self._tell(LibraryNoticed(str(error)))
            return False

    def _look_through(self, stopped: Callable[[], bool]) -> bool:
        wrong = check_library(self._profile.library_file, stopped)
        lost = "" if wrong else what_is_lost(self._profile, self._backups)
        anew = "" if wrong else what_begins_anew(self._profile, self._backups)
        if wrong:
            self._tell(LibraryNoticed(wrong[0], Remedy.REPAIR))
        elif lost:
            self._tell(LibraryNoticed(lost, Remedy.RESTORE))
        elif anew:
            self._tell(LibraryNoticed(anew))
        # Seldom wrong and large: looked through only where there is a reason.
        cache = check_cache(self._profile.cache_file, stopped) if self._library.was_cut_off else ()
        if cache:
            self._library.suspect_the_cache()
            self._tell(LibraryNoticed(_CACHE_DAMAGED.format(problem=cache[0]), Remedy.REPAIR))
        for sentence in filter(None, (*wrong, lost, anew, *cache)):
            log.error("%s", sentence)
        if not (wrong or lost or cache):
            log.info("the library was checked: nothing is wrong")
        return not wrong

    def _back_up(self) -> None:
        try:
            if self._backups.due() and _holds(self._profile.library_file):
                made = self._backups.make(BackupKind.DAILY, self._closing.is_set)
                log.info("the library was backed up as %s", made.folder.name)
            self._last_problem = ""
        except LibraryError as error:
            if str(error) != self._last_problem:  # said once, though it is tried again and again
                log.warning("%s", error)
                self._tell(LibraryNoticed(str(error)))
            self._last_problem = str(error)


def _holds(file: Path) -> bool:
    """Whether there is something in a library that can be read."""
    try:
        return holds_anything(file)
    except apsw.Error:
        return False


def _was_used(cache_file: Path) -> bool:
    """Whether any sound is in a cache; one that cannot be read tells nothing."""
    try:
        if not cache_file.exists():
            return False
        with closing(connect_to_read(cache_file)) as connection:
            return bool(connection.execute("SELECT EXISTS (SELECT 1 FROM embeddings)").get)
    except apsw.Error:
        return False


def _is_empty(file: Path) -> bool:
    """Whether there is no library in a file, or nothing in it; one that cannot be read is damaged, and not empty."""
    try:
        return not file.exists() or not holds_anything(file)
    except apsw.Error:
        return False
