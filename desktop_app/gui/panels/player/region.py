"""A region of the shown sound: its edges under the mouse, its handle, and how it is drawn."""

from typing import Final

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter

from desktop_app.gui.panels.player.stretch import Stretch
from desktop_app.gui.theme import Colours

Region = tuple[float, float]
"""Start and end in seconds, start < end."""

SHORTEST_REGION: Final = 0.001
"""Seconds; what is shorter was a slip of the mouse."""
GRIP: Final = 5
"""Logical pixels to both sides of an edge where the mouse takes hold of it."""
HANDLE_WIDTH: Final = 30
HANDLE_HEIGHT: Final = 18


def region_between(one: float, other: float) -> Region | None:
    """The region between two times in any order; None where they are too close."""
    start, end = min(one, other), max(one, other)
    return None if end - start < SHORTEST_REGION else (start, end)


def fixed_edge(region: Region | None, x: float, stretch: Stretch, width: float) -> float | None:
    """The edge that stays when the mouse at `x` takes hold of the other one; None where it takes hold of none."""
    if region is None:
        return None
    away = [abs(stretch.x_of(edge, width) - x) for edge in region]
    nearest = 0 if away[0] < away[1] else 1
    return region[1 - nearest] if away[nearest] <= GRIP else None


def region_rect(region: Region, stretch: Stretch, room: QRect) -> QRect:
    """Where a region is drawn in `room`; it may begin or end outside."""
    left = room.left() + round(stretch.x_of(region[0], room.width()))
    right = room.left() + round(stretch.x_of(region[1], room.width()))
    return QRect(left, room.top(), max(right - left, 1), room.height())


def handle_rect(region: Region, stretch: Stretch, room: QRect) -> QRect:
    """The handle by which a region is dragged out: at its top, or beside a narrow one; empty where it is unseen."""
    shown = region_rect(region, stretch, room) & room
    if shown.isEmpty():
        return QRect()
    fits = shown.width() >= HANDLE_WIDTH + 4 * GRIP
    left = shown.center().x() - HANDLE_WIDTH // 2 if fits else shown.right() + 1 + GRIP
    if left + HANDLE_WIDTH > room.right():
        left = shown.left() - GRIP - HANDLE_WIDTH
    return QRect(left, room.top() + 4, HANDLE_WIDTH, HANDLE_HEIGHT)


def paint_region(
    painter: QPainter, region: Region, stretch: Stretch, room: QRect, dirty: QRect, colours: Colours
) -> None:
    """The part of a region that lies in `dirty`."""
    where = region_rect(region, stretch, room)
    seen = where & room & dirty
    if not seen.isEmpty():
        painter.fillRect(seen, colours.selection)
    accent = QColor(colours.accent)
    for x in (where.left(), where.right()):
        painter.fillRect(QRect(x, room.top(), 1, room.height()), accent)
    handle = handle_rect(region, stretch, room)
    if handle.intersects(dirty):
        _paint_handle(painter, handle, colours)


def _paint_handle(painter: QPainter, handle: QRect, colours: Colours) -> None:
    """A tab with six dots, as things that can be carried have."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.accent))
    painter.drawRoundedRect(handle, 6, 6)
    painter.setBrush(QColor(colours.on_accent))
    middle = handle.center()
    for column in (-6, 0, 6):
        for row in (-2.5, 2.5):
            painter.drawEllipse(QPointF(middle.x() + 0.5 + column, middle.y() + 0.5 + row), 1.4, 1.4)
    painter.restore()
