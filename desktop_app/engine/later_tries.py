"""Trying again, now and then, what could not be read for a reason that passes: a permission, a lock, a failing disk.

Every scan has such files heard again; but nothing tells a program that watches that a permission was given or a lock
let go, so it looks from time to time whether they can be opened by now.
"""

import time
from collections.abc import Callable
from pathlib import Path

from desktop_app.library.library import Library

LATER_SECONDS = 60.0
"""Between two looks."""


class LaterTries:
    """When to look again, and at what. For one thread at a time."""

    def __init__(self, library: Library, clock: Callable[[], float] = time.monotonic) -> None:
        self._library = library
        self._clock = clock
        self._due: float | None = None

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
        mended = [sound.path for sound in troubled if _opens(sound.path)]
        if len(mended) < len(troubled):
            self.note()
        if mended:
            self._library.sounds.forget_problems(mended)


def _opens(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            file.read(1)
    except OSError:
        return False
    return True
