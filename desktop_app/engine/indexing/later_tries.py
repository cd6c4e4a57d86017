"""Trying again, now and then, what could not be read for a reason that passes: a permission, a lock, a failing disk.

Every scan has such files heard again; but nothing tells a program that watches that a permission was given or a lock
let go, so it looks from time to time whether they can be opened by now. A file that opens and cannot be read all the
same, on a disk that fails, is left in peace ever longer: each try takes what is left of the disk.
"""

import time
from collections.abc import Callable
from pathlib import Path

from desktop_app.core.sound import Sound
from desktop_app.library.library import Library

LATER_SECONDS = 60.0
"""Between two looks."""
LONGEST_SECONDS = 3600.0
"""Between two tries of a file that opens each time, and fails."""


class LaterTries:
    """When to look again, and at what. For one thread at a time."""

    def __init__(
        self, library: Library, goes_on: Callable[[], bool], clock: Callable[[], float] = time.monotonic
    ) -> None:
        """A look is broken off when it no longer `goes_on`: on some disks, each file takes a while."""
        self._library = library
        self._goes_on = goes_on
        self._clock = clock
        self._due: float | None = None
        self._tried: dict[int, tuple[float, float]] = {}
        """By sound, when it may be tried again, and how much later once more."""

    def note(self) -> None:
        """There is something to be tried again."""
        if self._due is None:
            self._due = self._clock() + LATER_SECONDS

    @property
    def seconds_left(self) -> float | None:
        """Until the next look; None when there is nothing to look for."""
        return None if self._due is None else max(0.0, self._due - self._clock())

    def look(self) -> None:
        """If it is time: sounds whose files can be opened by now wait to be heard again. Raises LibraryError."""
        if self.seconds_left != 0.0:
            return
        troubled = self._library.sounds.unreadable_for_now()
        self._due = None
        self._tried = {each.sound_id: self._tried[each.sound_id] for each in troubled if each.sound_id in self._tried}
        mended = [sound.path for sound in troubled if self._goes_on() and self._may_be_tried(sound)]
        if len(mended) < len(troubled):
            self.note()
        if mended:
            self._library.sounds.forget_problems(mended)

    def _may_be_tried(self, sound: Sound) -> bool:
        now = self._clock()
        due, wait = self._tried.get(sound.sound_id, (now, LATER_SECONDS))
        if now < due or not _opens(sound.path):
            return False
        self._tried[sound.sound_id] = (now + wait, min(2 * wait, LONGEST_SECONDS))
        return True


def _opens(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            file.read(1)
    except OSError:
        return False
    return True
