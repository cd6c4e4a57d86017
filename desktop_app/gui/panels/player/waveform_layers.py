"""The picture below region and playhead: ruler, and the lanes of the waveform or the spectrogram."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from desktop_app.engine.decoding.spectrogram import Spectrogram
from desktop_app.gui.panels.player.sound_shape import Columns, SampleShape, Shape, together
from desktop_app.gui.panels.player.spectrogram_picture import paint_spectrogram
from desktop_app.gui.panels.player.stretch import Stretch
from desktop_app.gui.panels.player.time_axis import RULER_HEIGHT, paint_ruler
from desktop_app.gui.panels.player.waveform_picture import lane_rows, waveform_image, waveform_numbers
from desktop_app.gui.theme import Colours

if TYPE_CHECKING:
    from desktop_app.gui.panels.player.waveform_view import WaveformView

_STEREO: Final = ("L", "R")
_LEAST_LANE: Final = 26
"""Logical pixels; a lower lane has no room for the name of its channel."""


@dataclass(frozen=True, slots=True)
class Content:
    """What is known of the shown sound."""

    shape: Shape
    """Of all of it."""
    detail: SampleShape | None = None
    """The samples of a part of it."""
    spectrogram: Spectrogram | None = None
    """Of a part of it."""

    def with_detail(self, detail: SampleShape) -> "Content":
        """The same with these samples."""
        return replace(self, detail=detail)

    def with_spectrogram(self, spectrogram: Spectrogram) -> "Content":
        """The same with this spectrogram."""
        return replace(self, spectrogram=spectrogram)

    def is_coarse(self, stretch: Stretch, columns: int) -> bool:
        """Whether a picture of so many columns needs the samples, and they are not there."""
        if self.shape.seconds_a_point * columns <= stretch.seconds or isinstance(self.shape, SampleShape):
            return False
        return self.detail is None or not self.detail.covers(stretch.start, stretch.end)

    def columns(self, stretch: Stretch, count: int) -> Columns:
        """What is seen, from the finest that is known where that is needed."""
        needs_detail = self.shape.seconds_a_point * count > stretch.seconds
        if needs_detail and self.detail is not None and self.detail.covers(stretch.start, stretch.end):
            return self.detail.columns(stretch.start, stretch.end, count)
        return self.shape.columns(stretch.start, stretch.end, count)


def draw_layers(view: "WaveformView", content: Content, colours: Colours) -> tuple[QPixmap, QPixmap]:
    """The whole view, once as if all of it was played and once as if nothing was."""
    ratio = view.devicePixelRatioF()
    below = QPixmap(view.picture_columns, max(round(view.height() * ratio), 1))
    below.setDevicePixelRatio(ratio)
    below.fill(QColor(colours.base))
    room = view.lanes_room
    painter = QPainter(below)
    painter.setFont(view.font())
    paint_ruler(painter, QRect(0, 0, view.width(), RULER_HEIGHT), view.stretch, colours)
    if view.as_spectrogram:
        if content.spectrogram is not None:
            paint_spectrogram(painter, room, view.stretch, content.spectrogram, colours)
        else:
            painter.setPen(QColor(colours.dim))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room.adjusted(24, 0, -24, 0), int(flags), view.spectrogram_note)
        painter.end()
        return below, below
    painter.end()
    return _draw_waves(view, content, below, room, colours)


def _draw_waves(
    view: "WaveformView", content: Content, below: QPixmap, room: QRect, colours: Colours
) -> tuple[QPixmap, QPixmap]:
    ratio = below.devicePixelRatio()
    top = round(RULER_HEIGHT * ratio)
    columns = content.columns(view.stretch, below.width())
    lanes = len(columns)
    columns = together(columns) if view.together else columns
    numbers = waveform_numbers(columns, max(below.height() - top, 1), ratio=ratio)
    pictures = []
    for wave in (colours.waveform, colours.waveform_rest):
        picture = below.copy()
        painter = QPainter(picture)
        painter.setFont(view.font())
        painter.drawImage(QPointF(0, top / ratio), waveform_image(numbers, QColor(wave), colours, ratio=ratio))
        if lanes > 1 and not view.together:
            _name_lanes(painter, lanes, room, colours)
        painter.end()
        pictures.append(picture)
    return pictures[0], pictures[1]


def _name_lanes(painter: QPainter, lanes: int, room: QRect, colours: Colours) -> None:
    font = painter.font()
    font.setPixelSize(11)
    painter.setFont(font)
    for lane, top, bottom in lane_rows(lanes, room.height()):
        if bottom - top < _LEAST_LANE:
            return
        name = _STEREO[lane] if lanes == len(_STEREO) else str(lane + 1)
        at = QPoint(room.left() + 5, room.top() + top + 14)
        box = painter.fontMetrics().boundingRect(name).translated(at).adjusted(-3, -1, 3, 1)
        painter.fillRect(box, QColor(colours.base))
        painter.setPen(QColor(colours.dim))
        painter.drawText(at, name)
