"""How soon the waveform of a long sound is seen, what drawing it costs, and what a playhead costs while a sound plays.

The sound: ten minutes at 48 kHz, stereo, 24 bit WAV. The playhead is measured as the processor time of the whole
process from "the playhead is there now" to the finished picture, at sixty pictures a second, and compared with
repainting the whole waveform each time.
"""

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

import numpy as np
import scipy.signal
import soundfile
from PySide6.QtCore import QLineF, QThreadPool
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop_app.core.sound import AudioFormat, FileStamp, Sound, SoundState
from desktop_app.engine.decoding.spectrogram import spectrogram, window_frames
from desktop_app.engine.processes.decoder_process import Decoder
from desktop_app.gui import theme
from desktop_app.gui.panels.player.sound_shape import LevelShape
from desktop_app.gui.panels.player.waveform_loader import WaveformLoader
from desktop_app.gui.panels.player.waveform_picture import waveform_image, waveform_numbers
from desktop_app.gui.panels.player.waveform_view import WaveformView
from desktop_app.library.library import Library
from tests.benchmarks.result import Result

WIDTH, HEIGHT = 1400, 220
RATE, SECONDS = 48_000, 600
POINTS = RATE * SECONDS // 256
ROUNDS = 40
PICTURES = 600
"""Ten seconds of playing."""


def run() -> list[Result]:
    """Seconds to the first and the whole waveform, milliseconds to draw it, shares of a core for the playhead."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QApplication(["benchmark"])
    noise = np.abs(np.random.default_rng(5).normal(0, 25, (2, POINTS))).clip(0, 126).astype(np.int8)
    shape = LevelShape(np.stack([-noise, noise], axis=2), 256 / RATE)
    results = [_drawing(shape), *_playing(shape)]
    with tempfile.TemporaryDirectory() as folder:
        path = _long_sound(Path(folder))
        results += [*_showing(path, Path(folder)), *_spectrograms(path)]
    QThreadPool.globalInstance().waitForDone()
    del application
    return results


def _drawing(shape: LevelShape) -> Result:
    mask, lines = _milliseconds(lambda: _by_mask(shape)), _milliseconds(lambda: _by_lines(shape))
    return Result("waveform drawn, 10 min stereo", mask, "ms", f"one line a column, {lines:.2f} ms", lines / mask)


def _milliseconds(job: Callable[[], object], rounds: int = ROUNDS) -> float:
    job()
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        job()
        times.append((time.perf_counter() - start) * 1000)
    return median(times)


def _by_mask(shape: LevelShape) -> None:
    numbers = waveform_numbers(shape.columns(0, SECONDS, WIDTH), HEIGHT)
    for colour in (theme.DARK.waveform, theme.DARK.waveform_rest):
        waveform_image(numbers, QColor(colour), theme.DARK)


def _by_lines(shape: LevelShape) -> None:
    columns = shape.columns(0, SECONDS, WIDTH)
    for colour in (theme.DARK.waveform, theme.DARK.waveform_rest):
        image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
        image.fill(QColor(theme.DARK.base))
        painter = QPainter(image)
        painter.setPen(QColor(colour))
        for lane, values in enumerate(columns):
            rows = HEIGHT / 4 * (1 + 2 * lane - values)
            painter.drawLines([QLineF(x, top, x, bottom) for x, (bottom, top) in enumerate(rows.tolist())])
        painter.end()


def _playing(shape: LevelShape) -> list[Result]:
    """Ten seconds of a playhead over ten minutes, and over the same seconds seen closely, where it moves most."""
    view = WaveformView()
    view.resize(WIDTH, HEIGHT)
    view.show_shape(shape, SECONDS)
    view.set_region((100.0, 104.0))
    view.show()
    results = []
    for name, factor in (("10 min seen", 1.0), ("10 s seen", 60.0)):
        view.set_stretch(view.stretch.whole(SECONDS).zoomed(factor, 100.0))
        start = view.stretch.start
        cost = _share(view, start, whole=False)
        whole = _share(view, start, whole=True)
        name = f"playhead at 60 Hz, {name}, share of a core"
        results.append(Result(name, 100 * cost, "%", f"all repainted, {100 * whole:.2f} %", whole / cost))
    view.close()
    view.deleteLater()
    return results


def _share(view: WaveformView, start: float, *, whole: bool) -> float:
    QApplication.processEvents()
    before = time.process_time()
    for picture in range(PICTURES):
        view.set_position(start + picture / 60, follow=True)
        if whole:
            view.update()
        QApplication.processEvents()
    return (time.process_time() - before) / (PICTURES / 60)


def _long_sound(folder: Path) -> Path:
    path, random = folder / "long.wav", np.random.default_rng(7)
    with soundfile.SoundFile(path, "w", RATE, 2, "PCM_24") as file:
        for second in range(SECONDS):
            file.write(random.normal(0, 0.05 + 0.1 * (second % 7), (RATE, 2)).clip(-1, 1).astype(np.float32))
    return path


def _showing(path: Path, folder: Path) -> list[Result]:
    """From the moment that the sound is chosen, the first time it is ever seen, in a child that runs already."""
    audio = AudioFormat("wav", "PCM_24", RATE, 2, RATE * SECONDS)
    sound = Sound(1, 1, path, FileStamp(1, 1, 1), SoundState.PRESENT, None, audio)
    decoder = Decoder()
    seen: list[tuple[float, float]] = []
    with Library.open(folder / "library.db", folder / "cache.db", writable=True) as library:
        for _ in range(4):  # the first one waits for the child and is not counted
            seen.append(_first_and_whole(WaveformLoader(library.cache, decoder), sound))
    decoder.close()
    first, whole = (median(times[number] for times in seen[1:]) for number in (0, 1))
    plain = _milliseconds(lambda: _plain_peaks(path), 3) / 1000
    against = f"reading all of it, then numpy, {plain:.2f} s"
    return [
        Result("10 min stereo WAV: first picture", first, "s", against, plain / first),
        Result("10 min stereo WAV: whole waveform", whole, "s", against, plain / whole),
    ]


def _first_and_whole(loader: WaveformLoader, sound: Sound) -> tuple[float, float]:
    times: dict[str, float] = {}
    start = time.perf_counter()
    loader.sketched.connect(lambda _: times.setdefault("first", time.perf_counter() - start))
    loader.loaded.connect(lambda _: times.setdefault("whole", time.perf_counter() - start))
    loader.load(sound)
    while "whole" not in times and time.perf_counter() < start + 60:
        QApplication.processEvents()
        time.sleep(0.001)
    loader.close()
    return times["first"], times["whole"]


def _plain_peaks(path: Path) -> None:
    samples, _ = soundfile.read(path, dtype="float32", always_2d=True)
    whole = samples[: len(samples) // 256 * 256].reshape(-1, 256, 2)
    np.stack([whole.min(axis=1), whole.max(axis=1)])


def _spectrograms(path: Path) -> list[Result]:
    results = []
    for name, seconds in (("10 min", SECONDS), ("3 s", 3)):
        ours = _milliseconds(lambda seconds=seconds: spectrogram(path, 0, RATE * seconds, WIDTH), 3)  # type: ignore[misc]
        scipys = _milliseconds(lambda seconds=seconds: _by_scipy(path, RATE * seconds), 3)  # type: ignore[misc]
        against = f"scipy.signal.spectrogram of it, {scipys:.0f} ms"
        results.append(Result(f"spectrogram of {name}", ours, "ms", against, scipys / ours))
    return results


def _by_scipy(path: Path, frames: int) -> None:
    samples, _ = soundfile.read(path, frames, dtype="float32", always_2d=True)
    hop = frames // WIDTH
    window = window_frames(hop)
    scipy.signal.spectrogram(samples.mean(axis=1), RATE, nperseg=window, noverlap=max(0, window - hop))
