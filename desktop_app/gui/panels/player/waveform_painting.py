"""Paints a view of a sound in time for 60 pictures a second.

Everything but region, moment and playhead is drawn once as two pictures (played and not yet played). While a sound
plays only the strip that the playhead crosses is copied from these pictures, which costs next to nothing.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from desktop_app.gui import theme
from desktop_app.gui.panels.player.region import paint_region
from desktop_app.gui.panels.player.time_axis import RULER_HEIGHT
from desktop_app.gui.panels.player.waveform_layers import draw_layers
from desktop_app.gui.theme import Colours

if TYPE_CHECKING:
    from desktop_app.gui.panels.player.waveform_view import WaveformView

_PLAYHEAD_WIDTH: Final = 2
_HALO: Final = 1
"""Pixels of ground to both sides of the playhead: it must be seen on the loudest spectrogram."""


class WaveformPainting:
    """What one view looks like."""

    def __init__(self, view: "WaveformView") -> None:
        self._view = view
        self._pictures: tuple[QPixmap, QPixmap] | None = None

    def forget(self) -> None:
        """The pictures are not right any more: the next look draws others."""
        self._pictures = None

    @property
    def playhead_x(self) -> int:
        """The left pixel of the playhead; outside of the view while it is not seen."""
        x = self._view.stretch.x_of(self._view.position, max(self._view.width() - _PLAYHEAD_WIDTH, 1))
        return round(min(max(x, -1e6), 1e6))

    def move_playhead(self, before: int) -> None:
        """Have the strips painted anew in which the playhead stood, at this pixel, and stands."""
        if before != (now := self.playhead_x):
            for x in (before, now):
                self._view.update(x - _HALO, 0, _PLAYHEAD_WIDTH + 2 * _HALO, self._view.height())

    def paint(self, dirty: QRect) -> None:
        """Copy what is needed of the two pictures, then moment, region, markers and playhead over them."""
        view, colours = self._view, theme.current()
        painter = QPainter(view)
        if view.content is None:
            self._paint_sentence(painter, dirty, colours)
            return
        if self._pictures is None:
            self._pictures = draw_layers(view, view.content, colours)
        x = self.playhead_x
        _copy(painter, self._pictures[0], dirty & QRect(0, 0, x, view.height()))
        _copy(painter, self._pictures[1], dirty & QRect(max(x, 0), 0, view.width(), view.height()))
        painter.setClipping(False)
        view.band.paint(painter, dirty, colours)
        if view.region is not None:
            paint_region(painter, view.region, view.stretch, view.lanes_room, dirty, colours)
        view.ticks.paint(painter, dirty, colours)
        top = RULER_HEIGHT // 2
        halo = QRect(x - _HALO, top, _PLAYHEAD_WIDTH + 2 * _HALO, view.height() - top)
        painter.fillRect(halo, QColor(colours.base))
        painter.fillRect(halo.adjusted(_HALO, 0, -_HALO, 0), QColor(colours.playhead))
        if view.hasFocus():
            painter.setPen(QColor(colours.accent))
            painter.drawRect(view.rect().adjusted(0, 0, -1, -1))

    def _paint_sentence(self, painter: QPainter, dirty: QRect, colours: Colours) -> None:
        painter.fillRect(dirty, QColor(colours.base))
        painter.setPen(QColor(colours.dim))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self._view.rect().adjusted(24, 8, -24, -8), int(flags), self._view.message)


def _copy(painter: QPainter, picture: QPixmap, part: QRect) -> None:
    if not part.isEmpty():
        # Clipped, and not cut out: at 1.5 device pixels for each logical one a cut would begin within a pixel.
        painter.setClipRect(part)
        painter.drawPixmap(QPoint(0, 0), picture)
