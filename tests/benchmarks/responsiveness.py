"""Whether the window answers while 100,000 files are added: gaps between two turns of its event loop.

The files are real but tiny, and each is another sound; the network is a stand-in in this process that takes no time,
so that sounds arrive faster than any real network could send them.
"""

import os
import struct
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop_app.app import Earmark
from desktop_app.engine.playing.playback import Player
from desktop_app.gui.application import keep_for_good
from desktop_app.gui.bridge import IndexerBridge
from desktop_app.gui.conversation import Conversation
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.theme import ThemeChoice, ThemeSwitch
from tests.benchmarks.result import Result
from tests.gui.profile import open_earmark, profile_with_vocabulary, use_quick_network

FILES = 100_000
DIRECTORIES = 400
WATCHED_SECONDS = 60.0
"""Of hearing, after the scan; the scan itself is watched to its end."""
IDLE_SECONDS = 10.0
LONGEST_GAP = 100.0
"""Milliseconds at p99: what is longer is felt."""
_TICK_MILLISECONDS = 5
_FRAMES = 480
_FORMAT = (16, 1, 1, 48_000, 96_000, 2, 16)
"""A WAV file's header: length, PCM, one channel, rate, bytes a second, bytes a frame, bits."""


@dataclass
class Gaps(QObject):
    """Milliseconds between the ticks of a timer beyond its own interval."""

    found: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self._last = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MILLISECONDS)
        self._timer.timeout.connect(self._tick)
        self._timer.start()

    def go_on(self) -> None:
        """Leave out what the benchmark itself did since the last tick: it is no part of the window."""
        self._last = time.perf_counter()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.found.append(max(0.0, (now - self._last) * 1000 - _TICK_MILLISECONDS))
        self._last = now

    def take(self) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
        """What was found since the last time."""
        found, self.found = np.array(self.found), []
        return found


def run() -> list[Result]:
    """Gaps at p99 and at worst: idle, while the folder is scanned, and while its sounds are heard."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(["benchmark"])
    assert isinstance(app, QApplication)
    themes = ThemeSwitch(app, ThemeChoice.DARK)
    with tempfile.TemporaryDirectory() as scratch, pytest.MonkeyPatch.context() as patch:
        use_quick_network(patch)
        folder = Path(scratch)
        write_files(folder / "sounds", FILES)
        bridge = IndexerBridge()
        with open_earmark(profile_with_vocabulary(folder / "profile"), bridge.notify) as earmark:
            window = MainWindow(earmark, player=Player(earmark.decoder, backend="null"))
            conversation = Conversation(earmark, window, bridge, themes)
            window.show()
            conversation.operations.start()
            keep_for_good()  # as `run_window` does
            results = _measure(app, earmark, conversation, folder / "sounds")
            window.close()
            conversation.operations.stop()
            earmark.stop_working()
            conversation.operations.join()
    return results


def _measure(app: QApplication, earmark: Earmark, conversation: Conversation, sounds: Path) -> list[Result]:
    turn(app, 1.0)
    gaps = Gaps()
    turn(app, IDLE_SECONDS)
    idle = gaps.take()
    conversation.operations.add_folders([sounds])
    while earmark.library.sounds.counts(earmark.spec.embedder_id).sounds < FILES:
        gaps.go_on()
        turn(app, 0.5)
    scanning = gaps.take()
    before, began = _heard(earmark), time.perf_counter()
    gaps.go_on()
    turn(app, WATCHED_SECONDS)
    hearing, seconds = gaps.take(), time.perf_counter() - began
    rate = (_heard(earmark) - before) / seconds
    quiet = f"the idle window, {p99(idle):.1f} ms"
    return [
        _result("idle window", idle, ""),
        _result(f"{FILES:,} files are scanned", scanning, quiet),
        _result(f"their sounds are heard ({rate:,.0f}/s)", hearing, quiet),
        Result("longest gap while they are scanned", float(scanning.max()), "ms"),
        Result("longest gap while they are heard", float(hearing.max()), "ms"),
    ]


def _result(name: str, gaps: "np.ndarray[tuple[int], np.dtype[np.float64]]", against: str) -> Result:
    found = p99(gaps)
    baseline = against or "the promise, 100 ms"
    return Result(f"event loop gap, p99: {name}", found, "ms", baseline, LONGEST_GAP / found, LONGEST_GAP, "at most")


def p99(gaps: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> float:
    """Weighted by time: the gap that a moment of the person's falls into, with a chance of one in a hundred."""
    ordered = np.sort(gaps + _TICK_MILLISECONDS)
    until = np.cumsum(ordered) / ordered.sum()
    return float(ordered[np.searchsorted(until, 0.99)])


def _heard(earmark: Earmark) -> int:
    return FILES - earmark.library.sounds.waiting_count(earmark.spec.embedder_id)


def turn(app: QApplication, seconds: float) -> None:
    """Let the window live, as `exec` does; `app.quit` would close it, and a closed window never has to paint."""
    loop = QEventLoop(app)
    QTimer.singleShot(int(seconds * 1000), loop.quit)
    loop.exec()


def write_files(root: Path, count: int) -> None:
    """Tiny WAV files in a few hundred directories, each with a sound of its own."""
    head = struct.pack(
        "<4sI4s4sIHHIIHH4sI", b"RIFF", 36 + 2 * _FRAMES, b"WAVE", b"fmt ", *_FORMAT, b"data", 2 * _FRAMES
    )
    noise = np.random.default_rng(1).integers(-9000, 9000, 2 * _FRAMES + count, dtype=np.int16)
    for directory in range(DIRECTORIES):
        (root / f"{directory:03}").mkdir(parents=True)
    for number in range(count):
        samples = noise[number : number + _FRAMES]
        (root / f"{number % DIRECTORIES:03}" / f"sound {number:06}.wav").write_bytes(head + samples.tobytes())
