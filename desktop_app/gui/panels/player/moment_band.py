"""The moment of the shown sound, which a search found: where it lies on the waveform, and how it looks there.

It is no region, and looks like none: a faint ground between two dashed edges, with a bracket below the ruler and no
handle. What a person chooses lies over it.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop_app.core.moment import Moment, clock_time
from desktop_app.gui.panels.player.region import Region, region_rect
from desktop_app.gui.panels.player.stretch import Stretch
from desktop_app.gui.panels.player.time_axis import RULER_HEIGHT
from desktop_app.gui.theme import Colours

if TYPE_CHECKING:
    from desktop_app.gui.panels.player.waveform_view import WaveformView

LEAST_WIDTH: Final = 6
"""Logical pixels: so much of a moment is seen in a sound of hours, too."""
_CLEAR_WIDTH: Final = 12
"""Logical pixels; a moment that would be narrower in the whole sound is looked at from closer by."""
_SHARE: Final = 8.0
"""From there, so many times the moment is seen."""
_BRACKET: Final = 3
"""Logical pixels that the bracket is thick."""
_DASHES: Final = (3.0, 3.0)


class MomentBand:
    """The moment of one view; none at first."""

    def __init__(self, view: "WaveformView") -> None:
        self._view = view
        self.moment: Moment | None = None

    @property
    def region(self) -> Region | None:
        """The moment as a region that could be chosen; None without one, or while there is no sound to see."""
        total = self._view.stretch.total
        if self.moment is None or self._view.content is None or self.moment.start_s >= total:
            return None
        return self.moment.start_s, min(self.moment.end_s, total)

    @property
    def room(self) -> QRect:
        """Where it is drawn, in the view's lanes; empty without one."""
        region = self.region
        if region is None:
            return QRect()
        room = region_rect(region, self._view.stretch, self._view.lanes_room)
        lacking = max(LEAST_WIDTH - room.width(), 0)
        return room.adjusted(-lacking // 2, 0, lacking - lacking // 2, 0)

    @property
    def text(self) -> str:
        """The moment in words; empty without one."""
        if self.moment is None:
            return ""
        text = QCoreApplication.translate("WaveformView", "The search fits best from {start} to {end}.")
        return text.format(start=clock_time(self.moment.start_s), end=clock_time(self.moment.end_s))

    @property
    def tip(self) -> str:
        """What is told where the mouse rests on it."""
        help_text = QCoreApplication.translate(
            "WaveformView", "Double-click makes it the region; drag it out with Alt held."
        )
        return f"{self.text}\n{help_text}"

    def stretch_to_see(self, stretch: Stretch) -> Stretch:
        """What of the sound to see so that the moment is: as much as now, or less of a sound so long that the moment
        would be a mere line in it.
        """
        region = self.region
        if region is None:
            return stretch
        start, end = region
        if stretch.is_whole and (end - start) / stretch.seconds * self._view.width() < _CLEAR_WIDTH:
            middle, seconds = (start + end) / 2, _SHARE * (end - start)
            return stretch.around(middle - seconds / 2, middle + seconds / 2)
        return stretch if stretch.start <= start and end <= stretch.end else stretch.showing_all(start, end)

    def paint(self, painter: QPainter, dirty: QRect, colours: Colours) -> None:
        """The part of it that lies in `dirty`."""
        room = self.room
        seen = room & self._view.lanes_room & dirty
        if seen.isEmpty():
            return
        painter.save()
        painter.setClipRect(self._view.lanes_room & dirty)
        painter.fillRect(room, colours.hover)
        accent = QColor(colours.accent)
        pen = QPen(accent)
        pen.setDashPattern(_DASHES)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        for x in (room.left(), room.right()):
            painter.drawLine(x, RULER_HEIGHT, x, room.bottom())
        painter.fillRect(QRect(room.left(), room.top(), room.width(), _BRACKET), accent)
        painter.restore()
