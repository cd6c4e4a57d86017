"""What is handed to the sound card while a person works in the window: as loud as was asked for, and to the device that
was chosen, as long as that is there.
"""

from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from PySide6.QtWidgets import QLabel

from desktop_app.engine.measuring.loudness import PEAK_LIMIT, measure
from desktop_app.engine.playing import playback, sound_card
from desktop_app.engine.playing.audio_out import MISSING, AudioOut, Backend, MissingDeviceError
from desktop_app.engine.playing.voice import RATE
from tests.gui.desk import Desk
from tests.sounds import Frames, make, noise


class Listener(AudioOut):
    """The device without a loudspeaker, whose clock is a real one, under any name; it keeps what it was handed."""

    connected: set[str]
    opened: list["Listener"]

    def __init__(self, *, rate: int, backend: Backend, device: str | None = None) -> None:
        if device is not None and device not in Listener.connected:
            raise MissingDeviceError(MISSING.format(name=device))
        super().__init__(rate=rate, backend=backend)
        self.name = device
        self.heard: list[Frames] = []
        self.pull_out: Callable[[], None] = lambda: None
        Listener.opened.append(self)

    def start(self, stream: Generator[Any, int, None], on_lost: Callable[[], None]) -> None:
        listening = self._listening(stream)
        next(listening)
        self.pull_out = on_lost
        super().start(listening, on_lost)

    def _listening(self, stream: Generator[Any, int, None]) -> Generator[Any, int, None]:
        frames = yield b""
        while True:
            block = stream.send(frames)
            self.heard.append(np.array(block, dtype=np.float32).reshape(-1, 2))
            frames = yield block


@pytest.fixture
def listener(monkeypatch: pytest.MonkeyPatch) -> type[Listener]:
    monkeypatch.setattr(sound_card, "AudioOut", Listener)
    monkeypatch.setattr(sound_card, "device_names", lambda _backend: tuple(Listener.connected))
    monkeypatch.setattr(playback, "device_names", lambda _backend: tuple(Listener.connected))
    monkeypatch.setattr(playback, "_REST_SECONDS", 0.05)
    Listener.connected, Listener.opened = set(), []
    return Listener


def heard(listener: type[Listener]) -> Frames:
    """All that sounded since the last question, without the silence around it."""
    blocks = [block for out in listener.opened for block in out.heard]
    for out in listener.opened:
        out.heard = []
    frames = np.concatenate(blocks)
    loud = np.flatnonzero(np.abs(frames).max(axis=1) > 0)
    return frames[loud[0] : loud[-1] + 1]


def play_whole(desk: Desk, listener: type[Listener], name: str) -> Frames:
    """Choose a sound as a person does, and listen until it ends."""
    with desk.qtbot.waitSignal(desk.window.player.finished, timeout=60_000):
        desk.select(name)
    assert desk.window.player.sound is not None
    return heard(listener)


def loudness(folder: Path, frames: Frames) -> float:
    path = folder / "heard.wav"
    soundfile.write(path, frames, RATE, subtype="FLOAT")
    measured = measure(path).integrated
    assert measured is not None
    return measured


def add_sounds(desk: Desk, folder: Path, **sounds: Frames) -> None:
    for name, frames in sounds.items():
        make(folder, "wav32f", name=name, frames=frames, rate=RATE)
    desk.window.actions_.housekeeping.rescan.trigger()
    desk.until(lambda: all(f"{name}.wav" in desk.names() for name in sounds))
    desk.settle()
    desk.window.player._audition.set_volume(1.0)


def test_sounds_of_very_different_loudness_are_heard_alike(
    listener: type[Listener], desk: Desk, folder: Path, tmp_path: Path
) -> None:
    loud = noise(0.9, seed=3, rate=RATE, channels=2)
    loud *= np.float32(0.8 / np.abs(loud).max())
    add_sounds(desk, folder, loud=loud, quiet=loud * np.float32(0.1))
    desk.window.actions_.listening.match_loudness.setChecked(False)
    names = ("loud.wav", "quiet.wav")
    apart = [loudness(tmp_path, play_whole(desk, listener, name)) for name in names]
    assert apart[0] - apart[1] == pytest.approx(20, abs=0.1)

    desk.window.actions_.listening.match_loudness.setChecked(True)

    for _ in range(2):  # measured while the person waits, and known from before
        alike = [loudness(tmp_path, play_whole(desk, listener, name)) for name in names]
        assert abs(alike[0] - alike[1]) < 1
        assert alike[0] == pytest.approx(desk.earmark.settings.target_loudness, abs=1)


def test_nothing_is_made_so_loud_that_it_clips(
    listener: type[Listener], desk: Desk, folder: Path, tmp_path: Path
) -> None:
    clicks = 0.01 * noise(0.9, seed=3, rate=RATE, channels=2)
    clicks[RATE // 3] = 0.5
    desk.earmark.change_settings(target_loudness=-6.0)
    add_sounds(desk, folder, clicks=clicks.astype(np.float32))
    desk.window.actions_.listening.match_loudness.setChecked(True)
    for _ in range(2):
        frames = play_whole(desk, listener, "clicks.wav")
        assert np.abs(frames).max() == pytest.approx(10 ** (PEAK_LIMIT / 20), rel=0.01), "as loud as the limit allows"
        play_whole(desk, listener, "kick.wav")


def sentences(desk: Desk) -> str:
    return " ".join(label.text() for label in desk.window.player.findChildren(QLabel) if label.isVisible())


def test_a_device_that_is_pulled_out_is_told_left_and_taken_again(listener: type[Listener], desk: Desk) -> None:
    listener.connected = {"Interface", "Headphones"}
    desk.earmark.change_settings(output_device="Interface")
    desk.window.player.follow_settings()
    desk.window.actions_.listening.loop.setChecked(True)
    desk.select("heavy rain.wav")
    desk.until(lambda: listener.opened[-1].name == "Interface" and bool(listener.opened[-1].heard))
    assert "Interface" not in sentences(desk)

    listener.connected = {"Headphones"}
    listener.opened[-1].pull_out()
    desk.until(lambda: not desk.window.player.playing)
    assert "went away" in sentences(desk)

    desk.window.player.play_from_start()
    desk.until(lambda: listener.opened[-1].name is None and bool(listener.opened[-1].heard))
    desk.until(lambda: "“Interface” is not connected" in sentences(desk))
    assert desk.window.player.playing

    desk.window.player.stop()
    listener.connected = {"Headphones", "Interface"}
    desk.until(lambda: listener.opened[-1].name == "Interface")
    desk.until(lambda: "Interface" not in sentences(desk))
    desk.window.player.play_from_start()
    desk.until(lambda: bool(listener.opened[-1].heard))
    assert desk.earmark.settings.output_device == "Interface", "what was chosen stays chosen"


def test_another_device_takes_over_what_is_playing(listener: type[Listener], desk: Desk) -> None:
    listener.connected = {"Interface", "Headphones"}
    desk.window.actions_.listening.loop.setChecked(True)
    desk.select("heavy rain.wav")
    desk.until(lambda: bool(listener.opened[-1].heard))
    assert listener.opened[-1].name is None, "the system's own, unless another was chosen"
    assert set(desk.window.player.devices()) == listener.connected

    desk.earmark.change_settings(output_device="Headphones")
    desk.window.player.follow_settings()

    desk.until(lambda: listener.opened[-1].name == "Headphones" and bool(listener.opened[-1].heard))
    assert desk.window.player.playing
