"""Draws a spectrogram in the theme's colours, with its frequencies and what its colours mean."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop_app.engine.decoding.spectrogram import LOWEST_HERTZ, Spectrogram
from desktop_app.gui import theme
from desktop_app.gui.panels.player.stretch import Stretch
from desktop_app.gui.theme import Colours

_FREQUENCIES: Final = (
    (100, "100 Hz"),
    (1000, "1 kHz"),
    (10_000, "10 kHz"),
    (50, "50 Hz"),
    (200, "200 Hz"),
    (500, "500 Hz"),
    (2000, "2 kHz"),
    (5000, "5 kHz"),
    (20_000, "20 kHz"),
    (50_000, "50 kHz"),
)
"""What the axis names, the most useful first: where there is little room, the later ones are left out."""
_LABEL_HEIGHT: Final = 14
_LEGEND: Final = ((0.0, "0 dB"), (0.5, "−48"), (1.0, "−96"))
_BAR_WIDTH: Final = 8


def shades(colours: Colours) -> list[QColor]:
    """256 colours from nothing to full scale, each further from the ground than the one before."""
    ground, accent, end = QColor(colours.base), QColor(colours.accent), QColor(colours.playhead)
    # Towards white the colours can grow warm on the way and still become lighter with each step; towards black not.
    late = theme.mixed(accent, QColor(colours.warning), 0.85) if colours.dark else theme.mixed(accent, end, 0.55)
    stops = [ground, theme.mixed(ground, accent, 0.42), accent, late, end]
    places = np.linspace(0, len(stops) - 1, 256)
    return [_between(stops, float(place)) for place in places]


def spectrogram_image(spectrogram: Spectrogram, colours: Colours) -> QImage:
    """One pixel for each value, high frequencies above."""
    numbers = np.ascontiguousarray(spectrogram.decibels[::-1])
    height, width = numbers.shape
    image = QImage(numbers.data, width, height, width, QImage.Format.Format_Indexed8)
    image.setColorTable([colour.rgb() for colour in shades(colours)])
    return image.convertToFormat(QImage.Format.Format_RGB32)  # a copy: numpy's memory may go


def paint_spectrogram(
    painter: QPainter, room: QRect, stretch: Stretch, spectrogram: Spectrogram, colours: Colours
) -> None:
    """The part of a spectrogram that this stretch shows; what is not known stays ground."""
    painter.fillRect(room, QColor(colours.base))
    left = room.left() + stretch.x_of(spectrogram.start, room.width())
    right = room.left() + stretch.x_of(spectrogram.end, room.width())
    painter.save()
    painter.setClipRect(room)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    image = spectrogram_image(spectrogram, colours)
    painter.drawImage(QRectF(left, room.top(), right - left, room.height()), image)
    painter.restore()
    _paint_frequencies(painter, room, spectrogram.highest_hertz, colours)
    _paint_legend(painter, room, colours)


def height_of(hertz: float, highest: float) -> float:
    """Where a frequency stands, 0 (bottom) to 1 (top)."""
    return float(np.log(hertz / LOWEST_HERTZ) / np.log(highest / LOWEST_HERTZ))


def _paint_frequencies(painter: QPainter, room: QRect, highest: float, colours: Colours) -> None:
    for label, y in frequency_labels(room, highest):
        _paint_label(painter, QPointF(room.left() + 4, y), label, colours)


def frequency_labels(room: QRect, highest: float) -> list[tuple[str, float]]:
    """What the axis of a spectrogram up to `highest` Hz names, and at which y the middle of each label stands.

    One whose frequency is so near an edge that half of it would be cut off stands beside the edge: of a sound at
    22 kHz, 10 kHz is the one that tells most.
    """
    top, bottom = room.top() + _LABEL_HEIGHT / 2, room.bottom() - _LABEL_HEIGHT / 2
    labels: list[tuple[str, float]] = []
    for hertz, label in _FREQUENCIES:
        height = height_of(hertz, highest)
        y = min(max(room.bottom() - height * room.height(), top), bottom)
        if 0 <= height <= 1 and all(abs(y - other) >= 1.2 * _LABEL_HEIGHT for _, other in labels):
            labels.append((label, y))
    return labels


def _paint_legend(painter: QPainter, room: QRect, colours: Colours) -> None:
    """A bar with all the colours and what they mean in decibels."""
    height = min(room.height() - 4 * _LABEL_HEIGHT, 160)
    if height < 3 * _LABEL_HEIGHT:
        return
    bar = QRectF(room.right() - 6 - _BAR_WIDTH, room.top() + _LABEL_HEIGHT, _BAR_WIDTH, height)
    table = shades(colours)
    for row in range(height):
        shade = table[round(255 * (1 - row / max(height - 1, 1)))]
        painter.fillRect(QRectF(bar.left(), bar.top() + row, bar.width(), 1), shade)
    painter.setPen(QColor(colours.dim))
    painter.drawRect(bar)
    for share, label in _LEGEND:
        width = painter.fontMetrics().horizontalAdvance(label) + 6
        _paint_label(painter, QPointF(bar.left() - width - 3, bar.top() + share * height), label, colours)


def _paint_label(painter: QPainter, at: QPointF, text: str, colours: Colours) -> None:
    """Text on the ground's own colour, so that it can be read on every picture; `at` is its left middle."""
    width = painter.fontMetrics().horizontalAdvance(text) + 6
    box = QRectF(at.x(), at.y() - _LABEL_HEIGHT / 2, width, _LABEL_HEIGHT)
    painter.fillRect(box, theme.transparent(colours.base, 0.8))
    painter.setPen(QColor(colours.text))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def _between(stops: Sequence[QColor], place: float) -> QColor:
    number = min(int(place), len(stops) - 2)
    under, over = list(pairwise(stops))[number]
    return theme.mixed(under, over, place - number)
