"""The markers of the shown sound's file: flags over the waveform, with their names as tips; a click plays from one.

They are what the file says, and no region of the person's: nothing of them can be moved.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtGui import QColor, QPainter, QPolygon

from desktop_app.core.metadata import Marker
from desktop_app.gui.panels.player.time_axis import clock_label
from desktop_app.gui.plain_text import plain_tip, wrapped
from desktop_app.gui.theme import Colours

if TYPE_CHECKING:
    from desktop_app.gui.panels.player.waveform_view import WaveformView

_FLAG: Final = 9
"""Logical pixels that a flag is wide and high."""
_REACH: Final = 2
"""Logical pixels beside a flag that are still it, for who clicks."""
_STEP: Final = 0.01
"""Seconds, as beside the player: markers of short sounds lie close together."""


class MarkerTicks:
    """The markers of one view; none at first."""

    def __init__(self, view: "WaveformView") -> None:
        self._view = view
        self.markers: tuple[Marker, ...] = ()

    def at(self, point: QPoint) -> Marker | None:
        """The marker whose flag is there; of several the one that is painted last."""
        if point.y() > self._view.lanes_room.top() + _FLAG + _REACH:
            return None
        return next((marker for marker in reversed(self.markers) if self._reach(marker).contains(point)), None)

    def room_of(self, marker: Marker) -> QRect:
        """Where a flag is drawn, at the top of the lanes; empty for one that is not seen now."""
        view = self._view
        if view.content is None or not view.stretch.start <= marker.start <= view.stretch.end:
            return QRect()
        x = self._x_of(marker)
        left = x - _FLAG if x + _FLAG > view.width() else x  # at the right edge a flag flies to the left
        return QRect(left, view.lanes_room.top(), _FLAG + 1, _FLAG + 1)

    def tip_of(self, marker: Marker) -> str:
        """What is told where the mouse rests on it."""
        click = QCoreApplication.translate("MarkerTicks", "Click to play from here.")
        return plain_tip(f"{wrapped(marker_text(marker, self.markers.index(marker) + 1))}\n{click}")

    def paint(self, painter: QPainter, dirty: QRect, colours: Colours) -> None:
        """Those that lie in `dirty`: a pole through the lanes, and a flag."""
        lanes = self._view.lanes_room
        for marker in self.markers:
            x = self._x_of(marker)
            # Asked first: a strip is painted 60 times a second, and there may be hundreds.
            if not dirty.left() - _FLAG <= x <= dirty.right() + _FLAG or (room := self.room_of(marker)).isEmpty():
                continue
            tip = room.right() if room.left() == x else room.left()
            painter.fillRect(QRect(x, lanes.top(), 1, lanes.height()), QColor(colours.dim))
            painter.save()
            painter.setPen(QColor(colours.base))
            painter.setBrush(QColor(colours.text))
            painter.drawPolygon(
                QPolygon([QPoint(x, room.top()), QPoint(tip, room.top() + _FLAG // 2), QPoint(x, room.bottom())])
            )
            painter.restore()

    def _x_of(self, marker: Marker) -> int:
        x = self._view.stretch.x_of(marker.start, self._view.width())
        return min(round(min(max(x, -1e6), 1e6)), self._view.width() - 1)

    def _reach(self, marker: Marker) -> QRect:
        room = self.room_of(marker)
        return room if room.isEmpty() else room.adjusted(-_REACH, 0, _REACH, _REACH)


def marker_text(marker: Marker, number: int) -> str:
    """When a marker is, and what the file calls it; one that nobody named has its `number` in the file, from 1."""
    start, end = clock_label(marker.start, _STEP), clock_label(marker.start + marker.seconds, _STEP)
    name = marker.text or QCoreApplication.translate("MarkerTicks", "Marker {number}").format(number=number)
    return f"{start} – {end} {name}" if marker.seconds else f"{start} {name}"
