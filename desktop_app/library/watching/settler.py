"""Decides when a path that changed has come to rest, and when so much changed that something may have been overlooked.

A file is ready a short while after it was closed or moved into place, or a longer while after its last change when
nobody said that it is finished; and only when its size and time stayed the same meanwhile. Whoever calls gives the
time, in seconds.
"""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

FLOOD_EVENTS = 10_000
"""Events without a pause after which some may be lost: Linux keeps 16,384 of them."""
_LONGEST_FLOOD = 30.0

_Look = tuple[int, int] | None
"""Size and time of a file; None when there is no file: it is gone, or a directory."""


@dataclass(slots=True)
class _Pending:
    due: float
    wait: float
    look: _Look


class Settler:
    """One entry a path, however often it changes. Not for several threads."""

    def __init__(self, *, settle_seconds: float, quiet_seconds: float) -> None:
        self._settle_seconds = settle_seconds
        self._quiet_seconds = quiet_seconds
        self._pending: dict[Path, _Pending] = {}

    def note(self, path: Path, now: float, *, finished: bool) -> None:
        """Something happened to a path; `finished` when it was closed, moved or removed and not merely written to."""
        look = _look_at(path)
        wait = self._settle_seconds if finished or look is None else self._quiet_seconds
        self._pending[path] = _Pending(now + wait, wait, look)

    def note_created(self, path: Path, now: float) -> None:
        """A file appeared: one that has something in it was moved here, unless it turns out that it is written to."""
        look = _look_at(path)
        self.note(path, now, finished=look is not None and look[0] > 0)

    def next_due(self) -> float | None:
        """When to call `take_ready` again; None when nothing is pending."""
        return min((pending.due for pending in self._pending.values()), default=None)

    def take_ready(self, now: float) -> frozenset[Path]:
        """The paths that rest, files that are gone among them.

        A directory stands for all that rests below it, and waits for what does not.
        """
        ready: set[Path] = set()
        for path, pending in self._pending.items():
            if pending.due > now:
                continue
            look = _look_at(path)
            if look == pending.look:
                ready.add(path)
            else:
                pending.look = look
                pending.due = now + pending.wait
        self._hold_back_directories(ready, now)
        for path in ready:
            del self._pending[path]
        return frozenset(path for path in ready if ready.isdisjoint(path.parents))

    def _hold_back_directories(self, ready: set[Path], now: float) -> None:
        """Looking through a directory would find the files in it that still grow."""
        if all(self._pending[path].look is not None for path in ready):
            return
        restless: set[Path] = set()
        for path in self._pending.keys() - ready:
            for parent in path.parents:
                if parent in restless:
                    break
                restless.add(parent)
        for path in ready & restless:
            ready.discard(path)
            self._pending[path].due = now + self._settle_seconds


class Flood:
    """Notices so many events at once that some may be lost."""

    def __init__(self, pause: float) -> None:
        self._pause = pause
        self._events = 0
        self._began = self._last = 0.0

    def count(self, now: float) -> None:
        """One more event."""
        if now - self._last >= self._pause:
            self._events, self._began = 0, now
        self._events += 1
        self._last = now

    def next_look(self) -> float | None:
        """When to call `is_over`; None when there is no flood."""
        return self._last + self._pause if self._events > FLOOD_EVENTS else None

    def is_over(self, now: float) -> bool:
        """True once when a flood ended, or went on for long."""
        if self._events <= FLOOD_EVENTS or (now - self._last < self._pause and now - self._began < _LONGEST_FLOOD):
            return False
        self._events = 0
        return True


def _look_at(path: Path) -> _Look:
    try:
        status = os.stat(path)  # noqa: PTH116 (speed)
    except OSError:
        return None
    return (status.st_size, status.st_mtime_ns) if stat.S_ISREG(status.st_mode) else None
