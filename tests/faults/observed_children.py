"""Child processes as they are seen from outside: how long they are silent, and how much memory they take."""

import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import psutil

from desktop_app.engine.processes.child_process import ChildProcess
from desktop_app.engine.processes.worker_messages import Beat, Done, Failed, Refused

_WEIGH_EVERY: Final = 0.02
"""Seconds."""


class Silences:
    """How long an order in a child gave no sign of life: the longest time."""

    def __init__(self) -> None:
        self.longest = 0.0

    def note(self, since: float) -> None:
        """It was silent from then until now."""
        self.longest = max(self.longest, time.monotonic() - since)


class OverheardChild(ChildProcess):
    """A child whose signs of life are looked at as they come, until its last order ends or it is killed."""

    def __init__(self, silences: Silences, *arguments: Any) -> None:
        self._silences = silences
        self._signs: dict[int, float] = {}
        super().__init__(*arguments)

    def receive(self) -> object | None:
        """See `ChildProcess`."""
        message = super().receive()
        if isinstance(message, Beat | Done | Failed | Refused) and message.number in self._signs:
            self._silences.note(self._signs.pop(message.number))
        if isinstance(message, Beat):
            self._signs[message.number] = time.monotonic()
        return message

    def end(self, *, kill: bool) -> int | None:
        """See `ChildProcess`."""
        for since in self._signs.values():
            self._silences.note(since)
        return super().end(kill=kill)


class Scales:
    """Weighs children, also those that will not live to the end of what they do."""

    def __init__(self) -> None:
        self._light: dict[int, int] = {}
        self._peaks: dict[int, int] = {}

    def set_to_zero(self, pid: int | None) -> None:
        """What a child has now counts as its libraries and its network, if it was not weighed before."""
        if pid is not None and pid not in self._light and (size := _most_resident(pid)):
            self._light[pid] = size

    def weigh(self, pid: int | None) -> None:
        """Look what a child has had so far."""
        if pid is not None and (size := _most_resident(pid)):
            self._peaks[pid] = size

    @property
    def most(self) -> int:
        """Bytes that the heaviest child had more than the lightest one when that was set to zero."""
        return max(self._peaks.values(), default=0) - min(self._light.values(), default=0)

    @contextmanager
    def weighing(self, pids: Callable[[], Iterable[int | None]]) -> Iterator[None]:
        """Weigh these all the time."""
        ended = threading.Event()

        def weigh() -> None:
            while not ended.wait(_WEIGH_EVERY):
                for pid in pids():
                    self.weigh(pid)

        thread = threading.Thread(target=weigh)
        thread.start()
        try:
            yield
        finally:
            ended.set()
            thread.join()


def _most_resident(pid: int) -> int:
    """Bytes: the most that a process ever had (what it has, where the system does not say); 0 when it is gone."""
    try:
        if sys.platform != "linux":
            return int(psutil.Process(pid).memory_info().rss)
        words = Path(f"/proc/{pid}/status").read_text().partition("VmHWM:")[2].split()
    except (psutil.NoSuchProcess, OSError):
        return 0
    return int(words[0]) << 10 if words else 0
