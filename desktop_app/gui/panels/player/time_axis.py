"""The ruler above a waveform: round times at a readable distance, whatever the zoom."""

import math
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRect
from PySide6.QtGui import QColor, QPainter

from desktop_app.gui.panels.player.stretch import Stretch
from desktop_app.gui.theme import Colours

RULER_HEIGHT: Final = 20
"""Logical pixels."""
_LABEL_DISTANCE: Final = 90
"""Logical pixels between two labels at least."""
_LONG_STEPS: Final = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 18_000, 36_000)
_SHORT_STEPS: Final = (1, 2, 5)
_PARTS: Final = {1: 5, 2: 4, 5: 5, 15: 3, 30: 3, 900: 3, 1800: 3}
"""Small ticks between two labels, by the step; a step that is not named has five or six."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the ruler."""

    seconds: float
    label: str
    """Empty for a small tick."""


def ticks(stretch: Stretch, width: float) -> list[Tick]:
    """The marks that a ruler of `width` logical pixels shows for this stretch."""
    step = _step(stretch.seconds * _LABEL_DISTANCE / max(width, 1.0))
    small = step / _parts(step)
    found = []
    for number in range(math.ceil(stretch.start / small - 1e-6), math.floor(stretch.end / small + 1e-6) + 1):
        labelled = number % _parts(step) == 0
        found.append(Tick(number * small, clock_label(number * small, step) if labelled else ""))
    return found


def clock_label(seconds: float, step: float) -> str:
    """`1:05`, `1:00:05`, or with as many decimals as steps of this size need: `0:01.25`."""
    decimals = max(0, -math.floor(math.log10(step) + 1e-9))
    whole, part = divmod(round(seconds * 10**decimals), 10**decimals)
    minutes, rest = divmod(whole, 60)
    hours, minutes = divmod(minutes, 60)
    text = f"{hours}:{minutes:02d}:{rest:02d}" if hours else f"{minutes}:{rest:02d}"
    return f"{text}.{part:0{decimals}d}" if decimals else text


def paint_ruler(painter: QPainter, room: QRect, stretch: Stretch, colours: Colours) -> None:
    """The ruler for this stretch, in `room`."""
    painter.fillRect(room, QColor(colours.window))
    font = painter.font()
    font.setPixelSize(11)
    painter.setFont(font)
    base = room.bottom() + 1.0
    for tick in ticks(stretch, room.width()):
        x = round(room.left() + stretch.x_of(tick.seconds, room.width())) + 0.5
        painter.setPen(QColor(colours.dim if tick.label else colours.scroll))
        painter.drawLine(QLineF(x, base - (9 if tick.label else 4), x, base))
        if tick.label:
            painter.drawText(QPointF(x + 4, base - 6), tick.label)


def _step(least: float) -> float:
    """The smallest round step of at least so many seconds."""
    if least >= 1.0:
        return float(next((step for step in _LONG_STEPS if step >= least), math.ceil(least / 36_000) * 36_000))
    power = 10.0 ** math.floor(math.log10(least))
    return next((step * power for step in _SHORT_STEPS if step * power >= least * (1 - 1e-9)), 10 * power)


def _parts(step: float) -> int:
    if step < 1.0:
        return 4 if round(step / 10 ** math.floor(math.log10(step) + 1e-9)) == 2 else 5
    return _PARTS.get(round(step), 5 if round(step) % 60 else 6)
