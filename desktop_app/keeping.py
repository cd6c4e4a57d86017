"""What happens to a profile's library in the background while it is open: it is checked, and backed up every day."""

import logging
import threading
from collections.abc import Callable
from typing import Any

import apsw

from desktop_app.library.backup import Backup, BackupKind, Backups
from desktop_app.library.checking import CheckStoppedError, check_cache, check_library, rows_of
from desktop_app.library.database import LibraryError
from desktop_app.library.library import Library
from desktop_app.paths import Profile

log = logging.getLogger(__name__)

_LOOK_ROUND_SECONDS = 600.0
"""How often a long session looks whether a day has passed; a sleeping computer's clock moves on."""

_DAMAGED = "{} Close Earmark and run “earmark library repair”, which keeps the file and saves what can be saved."
_CACHE_DAMAGED = "{} Close Earmark and start it again: what was computed from your sounds is then computed anew."
_EMPTY = (
    "This library is empty, though there are backups of an earlier one: close Earmark and run “earmark library "
    "restore” if you miss it."
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


class Keeper:
    """Checks and backs up an open library on a thread of its own. Only for who holds the profile."""

    def __init__(
        self,
        profile: Profile,
        library: Library,
        backups: Backups,
        tell: Callable[[str], None],
        *,
        look_round_seconds: float = _LOOK_ROUND_SECONDS,
    ) -> None:
        """`tell` gets a sentence, on any thread, for each thing that is wrong."""
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
                whole = self._check() if asked else whole
        except CheckStoppedError:
            log.info("the look after the library was cut short")

    def _check(self) -> bool:
        """Say what is wrong; whether the library may be backed up."""
        stopped = self._closing.is_set
        wrong = check_library(self._profile.library_file, stopped)
        if wrong:
            self._tell(_DAMAGED.format(wrong[0]))
        elif self._backups.all() and not self._holds_anything():
            self._tell(_EMPTY)
        # Seldom wrong and large: looked through only where there is a reason.
        cache = check_cache(self._profile.cache_file, stopped) if self._library.was_cut_off else ()
        if cache:
            self._library.suspect_the_cache()
            self._tell(_CACHE_DAMAGED.format(cache[0]))
        for sentence in wrong + cache:
            log.error("%s", sentence)
        if not wrong + cache:
            log.info("the library was checked: nothing is wrong")
        return not wrong

    def _back_up(self) -> None:
        try:
            if self._backups.due() and self._holds_anything():
                made = self._backups.make(BackupKind.DAILY, self._closing.is_set)
                log.info("the library was backed up as %s", made.folder.name)
            self._last_problem = ""
        except LibraryError as error:
            if str(error) != self._last_problem:  # said once, though it is tried again and again
                log.warning("%s", error)
                self._tell(str(error))
            self._last_problem = str(error)

    def _holds_anything(self) -> bool:
        try:
            return any(rows_of(self._profile.library_file).values())
        except apsw.Error:
            return False
