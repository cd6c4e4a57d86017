"""A window that is open while files drop into its folder, as a process: how it answers, shows them, and grows.

`python -m tests.faults.dropping SCRATCH COUNT` prints what `Measured` holds as JSON. The network is a stand-in in this
process that takes no time, so that sounds arrive faster than any real network could send them.
"""

import json
import logging
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

import numpy as np
import psutil
import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.app import Earmark
from desktop_app.engine.playing.playback import Player
from desktop_app.gui.application import keep_for_good
from desktop_app.gui.bridge import IndexerBridge
from desktop_app.gui.conversation import Conversation
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.theme import ThemeChoice, ThemeSwitch
from tests.benchmarks.responsiveness import Gaps, p99, turn, write_files
from tests.gui.profile import open_earmark, profile_with_vocabulary, sound_folder, use_quick_network

_DEADLINE: Final = 800.0
_SCHEDULED: Final = Path("/proc/thread-self/schedstat")
"""Where Linux tells for how long the present thread had the processor, and waited for it: nanoseconds."""
_DROP: Final = """
import os, sys
source, target = sys.argv[1:]
sys.stdin.readline()
for folder, _, names in os.walk(source):
    there = os.path.join(target, os.path.relpath(folder, source))
    os.makedirs(there, exist_ok=True)
    for name in names:
        os.link(os.path.join(folder, name), os.path.join(there, name))
"""
"""Waits for a word, and puts the files there: by hard links, which is as quick as files can come."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What became of the window."""

    gap: float
    """Milliseconds between two turns of its event loop, at p99, without those in which others had the processor."""
    whole_gap: float
    """With those."""
    first_seconds: float
    """From the first file to the first row in the list."""
    growth: float
    """Megabytes of memory at most."""
    heard: int
    seconds: float
    """Until all were heard."""


class _Waits(Gaps):
    """Notes, too, for how many milliseconds of each gap this thread could have worked, and others had the processor."""

    def __post_init__(self) -> None:
        self.waited: list[float] = []
        self._before = _waited()
        super().__post_init__()

    def go_on(self) -> None:
        """Leave out what was since the last tick."""
        super().go_on()
        self._before = _waited()

    def _tick(self) -> None:
        super()._tick()
        now = _waited()
        self.waited.append(now - self._before)
        self._before = now


def _waited() -> float:
    return int(_SCHEDULED.read_text().split()[1]) / 1e6 if _SCHEDULED.exists() else 0.0


def measure(scratch: Path, count: int) -> Measured:
    """Drop so many files."""
    app = QApplication(["faults"])
    staged = scratch / "staged"
    write_files(staged, count)
    watched = sound_folder(scratch, "watched")
    with pytest.MonkeyPatch.context() as patch:
        use_quick_network(patch)
        with _open_window(app, scratch / "profile") as (earmark, window):
            earmark.add_folders([watched])
            earmark.indexer.wait_idle()
            turn(app, 0.5)
            return _drop(app, earmark, window, (staged, watched), count)


def _drop(app: QApplication, earmark: Earmark, window: MainWindow, places: tuple[Path, Path], count: int) -> Measured:
    known, before = earmark.library.sounds.counts("fake/1").sounds, _memory()
    most, first, heard = before, 0.0, 0
    dropping = subprocess.Popen([sys.executable, "-c", _DROP, *map(str, places)], stdin=subprocess.PIPE, text=True)
    turn(app, 0.5)
    gaps = _Waits()
    began = time.monotonic()
    assert dropping.stdin is not None
    dropping.stdin.write("go\n")
    dropping.stdin.flush()
    while heard < count and time.monotonic() - began < _DEADLINE:
        turn(app, 0.05 if not first else 0.5)
        if not first and window.sounds.model.rowCount() > known:
            first = time.monotonic() - began
        if first:
            counts = earmark.library.sounds.counts("fake/1")
            heard = counts.sounds - counts.waiting - known
        most = max(most, _memory())
        gaps.go_on()
    dropping.communicate()
    whole, waited = gaps.take(), np.array(gaps.waited)
    return Measured(
        gap=p99(np.maximum(0, whole - waited)),
        whole_gap=p99(whole),
        first_seconds=first or time.monotonic() - began,
        growth=(most - before) / 1e6,
        heard=heard,
        seconds=time.monotonic() - began,
    )


@contextmanager
def _open_window(app: QApplication, profile: Path) -> Iterator[tuple[Earmark, MainWindow]]:
    themes = ThemeSwitch(app, ThemeChoice.DARK)
    bridge = IndexerBridge()
    with open_earmark(profile_with_vocabulary(profile), bridge.notify) as earmark:
        window = MainWindow(earmark, player=Player(earmark.decoder, backend="null"))
        conversation = Conversation(earmark, window, bridge, themes)
        window.show()
        conversation.operations.start()
        keep_for_good()  # as `run_window` does
        yield earmark, window
        window.close()
        conversation.operations.stop()
        earmark.stop_working()
        conversation.operations.join()


def _memory() -> int:
    return int(psutil.Process().memory_info().rss)


if __name__ == "__main__":
    logging.disable()
    print(json.dumps(asdict(measure(Path(sys.argv[1]), int(sys.argv[2])))))
