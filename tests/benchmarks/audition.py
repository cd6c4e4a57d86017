"""How long after a key the sound is there: from the key event that the real window's list gets to the first block with
that sound's frames that a silent, clocked sound card takes; cold (the first key after the window is shown) and warm.

The baseline does the least that could be done: it reads the file with soundfile and starts such a sound card on it.
"""

import os
import tempfile
import time
from collections.abc import Callable, Generator
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray
from PySide6.QtCore import Qt, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.app import Earmark
from desktop_app.engine.playing.playback import Player
from desktop_app.engine.playing.voice import RATE
from desktop_app.gui.bridge import IndexerBridge
from desktop_app.gui.conversation import Conversation
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.theme import ThemeChoice, ThemeSwitch
from tests.benchmarks.result import Result
from tests.gui.profile import open_earmark, profile_with_vocabulary, use_quick_network

SOUNDS = 24
SECONDS = 4.0
REST_SECONDS = 0.4
"""A person listens for a moment before the next key; until then what was begun for this sound comes to rest."""
_DEADLINE = 60.0
_VOLUME = 0.8


def run() -> list[Result]:
    """Milliseconds from the key to the sound: the first key, and the median and the worst of the others."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    qInstallMessageHandler(lambda *_: None)  # the offscreen platform complains about every window
    application = QApplication.instance() or QApplication(["benchmark"])
    assert isinstance(application, QApplication)
    with tempfile.TemporaryDirectory() as scratch, pytest.MonkeyPatch.context() as patch:
        use_quick_network(patch)
        folder = Path(scratch) / "sounds"
        paths = _write_sounds(folder)
        plain = median(_plainly(path) for path in paths)
        window = _Window(application, Path(scratch) / "profile", folder)
        cold, *warm = [window.milliseconds_to(row) for row in range(len(paths))]
        returning = [window.milliseconds_to(row) for row in reversed(range(len(paths) - 1))]
        window.close()
    name = f"read with soundfile, sound card started: {plain:.0f} ms"
    return [
        Result("first key after the window is shown, to its sound", cold, "ms", name, plain / cold),
        Result("arrow key to its sound, median", median(warm), "ms", name, plain / median(warm)),
        Result("arrow key to its sound, slowest of 23", max(warm), "ms", name, plain / max(warm)),
        Result("arrow key back to its sound, median", median(returning), "ms", name, plain / median(returning)),
    ]


def _level(number: int) -> float:
    """Each sound is one number from its first frame to its last, so that a block says whose it is."""
    return 0.2 + number * 0.02


def _write_sounds(folder: Path) -> list[Path]:
    """Stereo WAV, FLAC at 44.1 kHz, and WAV of 24 bit at 96 kHz by turns: what a library holds."""
    folder.mkdir()
    paths = []
    for number in range(SOUNDS):
        suffix, rate, encoding = (("wav", RATE, "PCM_16"), ("flac", 44_100, "PCM_16"), ("wav", 96_000, "PCM_24"))[
            number % 3
        ]
        path = folder / f"sound {number:02}.{suffix}"
        soundfile.write(path, np.full((round(SECONDS * rate), 2), _level(number)), rate, subtype=encoding)
        paths.append(path)
    return paths


def _plainly(path: Path) -> float:
    """Milliseconds for the baseline."""
    import miniaudio

    began = time.perf_counter()
    frames, rate = soundfile.read(path, dtype="float32", always_2d=True)
    taken: list[float] = []

    def stream() -> Generator[Any, int, None]:
        wanted = yield b""
        while True:
            taken.append(time.perf_counter())
            wanted = yield frames[:wanted]

    device = miniaudio.PlaybackDevice(
        output_format=miniaudio.SampleFormat.FLOAT32,
        nchannels=2,
        sample_rate=rate,
        buffersize_msec=20,
        backends=[miniaudio.Backend.NULL],
    )
    sounding = stream()
    next(sounding)
    device.start(sounding)
    _wait(lambda: bool(taken))
    device.close()
    return (taken[0] - began) * 1000


class _Window:
    """The real window on an indexed library, its first row not yet chosen."""

    def __init__(self, application: QApplication, profile: Path, folder: Path) -> None:
        bridge = IndexerBridge()
        self._earmark: Earmark = open_earmark(profile_with_vocabulary(profile), bridge.notify)
        self._earmark.change_settings(volume=_VOLUME)
        self._themes = ThemeSwitch(application, ThemeChoice.DARK)
        self._card = _Overheard(self._earmark)
        self._window = MainWindow(self._earmark, player=self._card.player)
        self._conversation = Conversation(self._earmark, self._window, bridge, self._themes)
        self._window.show()
        self._conversation.operations.start()
        self._conversation.operations.add_folders([folder])
        self._window.search.setText("")
        model = self._window.sounds.model
        _wait(lambda: model.rowCount() == SOUNDS and not self._conversation.operations.busy, application.processEvents)
        _rest(application)
        self._application = application
        self._view = self._window.sounds.view

    def milliseconds_to(self, row: int) -> float:
        """Press the arrow key that leads to `row`; until its sound is taken by the sound card."""
        current = self._view.currentIndex().row()
        row_now = self._window.sounds.model.row_at(row)
        assert row_now is not None
        number = int(row_now.sound.path.stem.rpartition(" ")[2])
        self._card.listen_for(_level(number) * _VOLUME)
        began = time.perf_counter()
        if current < 0:
            self._window.sounds.take_focus(first=True)
        else:
            QTest.keyClick(self._view, Qt.Key.Key_Down if row > current else Qt.Key.Key_Up)
        _wait(lambda: self._card.heard_at is not None, self._application.processEvents)
        assert self._card.heard_at is not None
        _rest(self._application)
        return (self._card.heard_at - began) * 1000

    def close(self) -> None:
        """Put everything away."""
        self._window.close()
        self._conversation.operations.stop()
        self._earmark.stop_working()
        self._conversation.operations.join()
        self._earmark.close()


class _Overheard:
    """A player on a silent sound card; what the card takes is looked at."""

    def __init__(self, earmark: Earmark) -> None:
        self.player = Player(earmark.decoder, backend="null")
        self.heard_at: float | None = None
        self._level = 0.0
        self._render = self.player._mixer.render
        self.player._mixer.render = self._overhear  # type: ignore[method-assign]

    def listen_for(self, level: float) -> None:
        """Note when frames at this level are taken next."""
        self._level, self.heard_at = level, None

    def _overhear(self, frames: int) -> NDArray[np.float32]:
        block = self._render(frames)
        if self.heard_at is None and np.isclose(block[:, 0], self._level, atol=0.004).any():
            self.heard_at = time.perf_counter()
        return block


def _wait(true: Callable[[], bool], meanwhile: Callable[[], object] = lambda: time.sleep(0.0005)) -> None:
    deadline = time.monotonic() + _DEADLINE
    while not true():
        assert time.monotonic() < deadline, "it did not happen within a minute"
        meanwhile()


def _rest(application: QApplication) -> None:
    until = time.monotonic() + REST_SECONDS
    while time.monotonic() < until:
        application.processEvents()
        time.sleep(0.002)
