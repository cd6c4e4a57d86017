"""How long the player's waveform takes to draw, against drawing one line a column, and what a step of the playhead
costs against drawing the whole waveform again.
"""

import os
import time
from collections.abc import Callable
from statistics import median

import numpy as np
from PySide6.QtCore import QLineF, QRect
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QRegion
from PySide6.QtWidgets import QApplication

from desktop_app.gui.panels.waveform_view import Extremes, WaveformView, fit_columns, waveform_image
from tests.benchmarks.result import Result

WIDTH, HEIGHT = 1400, 220
POINTS = 112_500
"""Ten minutes at 48 kHz with 256 samples a point."""
ROUNDS = 40
WAVE, BACKGROUND, CLIPPED = QColor("#7c9cff"), QColor("#15161a"), QColor("#ff5c5c")


def run() -> list[Result]:
    """Median milliseconds: the whole waveform by mask and by lines; a step of the playhead and a full repaint."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QApplication(["benchmark"])
    noise = np.abs(np.random.default_rng(5).normal(0, 0.2, (POINTS, 1))).clip(0, 1).astype(np.float32)
    extremes = np.concatenate([-noise, noise], axis=1)
    mask, lines = _milliseconds(lambda: _by_mask(extremes)), _milliseconds(lambda: _by_lines(extremes))
    strip, whole = _playhead(extremes)
    del application
    return [
        Result("waveform drawn, 10 min", mask, "ms", f"one line a column, {lines:.2f} ms", lines / mask),
        Result("playhead moved one step", strip, "ms", f"whole waveform copied, {whole:.2f} ms", whole / strip),
    ]


def _milliseconds(job: Callable[[], object]) -> float:
    job()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        job()
        times.append((time.perf_counter() - start) * 1000)
    return median(times)


def _by_mask(extremes: Extremes) -> None:
    waveform_image(fit_columns(extremes, WIDTH), HEIGHT, wave=WAVE, background=BACKGROUND, clipped=CLIPPED)


def _by_lines(extremes: Extremes) -> None:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(BACKGROUND)
    columns = (HEIGHT / 2) * (1 - fit_columns(extremes, WIDTH))
    painter = QPainter(image)
    painter.setPen(WAVE)
    painter.drawLines([QLineF(x, top, x, bottom) for x, (bottom, top) in enumerate(columns.tolist())])
    painter.end()


def _playhead(extremes: Extremes) -> tuple[float, float]:
    """Milliseconds for painting the strip that one step of 16 ms changes, and for painting everything."""
    view = WaveformView()
    view.resize(WIDTH, HEIGHT)
    view.show_extremes(extremes)
    view.set_place(0.5)
    canvas = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    step = QRect(WIDTH // 2 - 3, 0, 6, HEIGHT)
    strip = _milliseconds(lambda: view.render(canvas, step.topLeft(), QRegion(step)))
    whole = _milliseconds(lambda: view.render(canvas))
    view.deleteLater()
    return strip, whole
