"""Draws one sound's waveform with a playhead; clicking it asks to go there.

The waveform is drawn once as two pictures (played and not yet played) by comparing row numbers with each column's
lowest and highest value in numpy, which is about ten times quicker than drawing lines. While a sound plays only the
strip that the playhead crosses is copied from these pictures, so 60 pictures a second cost next to nothing.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from desktop_app.core.sound import Samples
from desktop_app.gui import theme
from desktop_app.gui.theme import Colours

Extremes = NDArray[np.float32]
"""Shape [n, 2]: the lowest and the highest value of each of n equal stretches of a sound, in -1..1."""

FULL_SCALE: Final = 0.9999
"""At or above this a sample sits at the end of the scale: 16 bit audio reaches 0.99997 upwards."""
MARGIN: Final = 4
"""Logical pixels kept free above and below the waveform."""
CLIP_MARK_HEIGHT: Final = 6
"""Logical pixels of the red mark at the edge where a sound clips."""
PLAYHEAD_WIDTH: Final = 2
STEP: Final = 0.02
"""The share of the sound that the left and right keys jump over."""


def extremes_of_levels(levels: NDArray[np.int8]) -> Extremes:
    """The stored int8 levels, shape [n, 2], as values in -1..1; the two ends of int8's scale mean full scale."""
    values: Extremes = np.clip(levels.astype(np.float32) / np.float32(127.0), -1.0, 1.0)
    return values


def extremes_of_samples(samples: Samples, columns: int) -> Extremes:
    """Lowest and highest of `samples` (mono [n] or [n, channels]) in at most `columns` stretches.

    Every channel counts, so a sound that clips on one side only still shows it. Fewer samples than columns give one
    row a sample.
    """
    if not samples.size:
        return np.zeros((0, 2), np.float32)
    frames = samples.reshape(len(samples), -1)
    both = np.stack([frames.min(axis=1), frames.max(axis=1)], axis=1)
    return both if len(both) <= columns else _reduced(both, columns)


def fit_columns(extremes: Extremes, columns: int) -> Extremes:
    """`extremes` brought to exactly `columns` rows: reduced where there are more, interpolated where there are fewer.

    Neighbouring columns are made to touch, so that a steep wave stays one line and does not fall into dots.
    """
    if columns <= 0 or not len(extremes):
        return np.zeros((max(columns, 0), 2), np.float32)
    fitted = _reduced(extremes, columns) if len(extremes) >= columns else _stretched(extremes, columns)
    joined = fitted.copy()
    np.minimum(fitted[1:, 0], fitted[:-1, 1], out=joined[1:, 0])
    np.maximum(fitted[1:, 1], fitted[:-1, 0], out=joined[1:, 1])
    return joined


def _reduced(extremes: Extremes, columns: int) -> Extremes:
    """The lowest low and the highest high of each of `columns` stretches (columns <= len(extremes))."""
    starts = np.arange(columns) * len(extremes) // columns
    low = np.minimum.reduceat(extremes[:, 0], starts)
    high = np.maximum.reduceat(extremes[:, 1], starts)
    return np.stack([low, high], axis=1)


def _stretched(extremes: Extremes, columns: int) -> Extremes:
    """Linear interpolation to `columns` rows (columns > len(extremes))."""
    at = np.linspace(0, len(extremes) - 1, columns)
    known = np.arange(len(extremes))
    curves = [np.interp(at, known, extremes[:, side]) for side in (0, 1)]
    return np.stack(curves, axis=1).astype(np.float32)


def clip_colour(colours: Colours) -> QColor:
    """The red of what clips, to be told from the wave and from the ground of either theme."""
    return QColor("#ff5c5c" if colours.dark else "#c62828")


def waveform_image(
    columns: Extremes, height: int, *, wave: QColor, background: QColor, clipped: QColor, ratio: float = 1.0
) -> QImage:
    """A picture `len(columns)` x `height` device pixels with one column of the wave in each pixel column.

    `ratio` is the screen's device pixels for each logical one; it widens margins and marks. Opaque colours.
    """
    middle = (height - 1) / 2
    reach = max(middle - MARGIN * ratio, 0.5)
    top = np.rint(middle - columns[:, 1] * reach).astype(np.int16)
    bottom = np.maximum(np.rint(middle - columns[:, 0] * reach).astype(np.int16), top)
    rows = np.arange(height, dtype=np.int16)[:, None]
    pixels = ((rows >= top) & (rows <= bottom)).view(np.uint8)  # 0 background, 1 wave, 2 clipped
    mark = round(CLIP_MARK_HEIGHT * ratio)
    pixels[:mark, _widened(columns[:, 1] >= FULL_SCALE, round(ratio))] = 2
    pixels[height - mark :, _widened(columns[:, 0] <= -FULL_SCALE, round(ratio))] = 2
    image = QImage(pixels.data, len(columns), height, len(columns), QImage.Format.Format_Indexed8)
    image.setColorTable([background.rgb(), wave.rgb(), clipped.rgb()])
    painted = image.convertToFormat(QImage.Format.Format_RGB32)  # a copy: numpy's memory may go
    painted.setDevicePixelRatio(ratio)
    return painted


def _widened(marked: NDArray[np.bool_], by: int) -> NDArray[np.bool_]:
    """`marked` and `by` neighbours on each side, so that one clipped sample can be seen."""
    wide = marked.copy()
    for shift in range(1, by + 1):
        wide[shift:] |= marked[:-shift]
        wide[:-shift] |= marked[shift:]
    return wide


class WaveformView(QWidget):
    """A waveform, its playhead, or a sentence where there is nothing to draw."""

    seek_requested = Signal(float)
    """A place in the sound, 0 (start) to 1 (end)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty view."""
        super().__init__(parent)
        self._extremes: Extremes | None = None
        self._message = ""
        self._place = 0.0
        self._pictures: tuple[QPixmap, QPixmap] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumHeight(60)
        self.setAccessibleName(self.tr("Waveform"))
        self.setAccessibleDescription(self.tr("Left and right keys move the playhead, Home goes to the start."))

    @property
    def message(self) -> str:
        """The sentence shown instead of a waveform; empty while there is one."""
        return self._message

    @property
    def place(self) -> float:
        """Where the playhead stands, 0..1."""
        return self._place

    @property
    def is_clipped(self) -> bool:
        """Whether the shown sound reaches the end of the scale anywhere."""
        return self._extremes is not None and bool(np.any(np.abs(self._extremes) >= FULL_SCALE))

    @property
    def points(self) -> int:
        """How many stretches of the sound are known: 0 while a sentence is shown."""
        return 0 if self._extremes is None else len(self._extremes)

    def show_extremes(self, extremes: Extremes) -> None:
        """Draw this waveform in place of what was there; the playhead stays where it is."""
        self._extremes, self._message, self._pictures = extremes, "", None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.update()

    def show_message(self, sentence: str) -> None:
        """Show a sentence and no waveform."""
        self._extremes, self._message, self._pictures, self._place = None, sentence, None, 0.0
        self.unsetCursor()
        self.update()

    def set_place(self, place: float) -> None:
        """Move the playhead to `place`, 0..1, repainting only the strip between its old and its new place."""
        place = min(max(place, 0.0), 1.0)
        before, after = self._playhead_x(self._place), self._playhead_x(place)
        self._place = place
        if before == after or self._extremes is None:
            return
        left, right = min(before, after), max(before, after)
        self.update(QRect(left - PLAYHEAD_WIDTH, 0, right - left + 2 * PLAYHEAD_WIDTH, self.height()))

    def sizeHint(self) -> QSize:
        """Wide and as high as in the window's design."""
        return QSize(900, 148)

    def _playhead_x(self, place: float) -> int:
        return round(place * max(self.width() - PLAYHEAD_WIDTH, 0)) + PLAYHEAD_WIDTH // 2

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy what is needed of the two cached pictures, then the playhead over them."""
        painter = QPainter(self)
        colours = theme.current()
        if self._extremes is None:
            painter.fillRect(event.rect(), QColor(colours.base))
            self._paint_message(painter, colours)
            return
        if self._pictures is None:
            self._pictures = self._draw_pictures(self._extremes, colours)
        played, unplayed = self._pictures
        x = self._playhead_x(self._place)
        self._copy(painter, played, event.rect() & QRect(0, 0, x, self.height()))
        self._copy(painter, unplayed, event.rect() & QRect(x, 0, self.width() - x, self.height()))
        painter.fillRect(QRect(x - PLAYHEAD_WIDTH // 2, 0, PLAYHEAD_WIDTH, self.height()), QColor(colours.playhead))
        self._paint_focus(painter, colours)

    def _draw_pictures(self, extremes: Extremes, colours: Colours) -> tuple[QPixmap, QPixmap]:
        ratio = self.devicePixelRatioF()
        width, height = max(round(self.width() * ratio), 1), max(round(self.height() * ratio), 1)
        columns = fit_columns(extremes, width)
        ground, red = QColor(colours.base), clip_colour(colours)
        images = (
            waveform_image(columns, height, wave=QColor(wave), background=ground, clipped=red, ratio=ratio)
            for wave in (colours.waveform, colours.waveform_rest)
        )
        played, unplayed = (QPixmap.fromImage(image) for image in images)
        return played, unplayed

    @staticmethod
    def _copy(painter: QPainter, picture: QPixmap, strip: QRect) -> None:
        if strip.isEmpty():
            return
        ratio = picture.devicePixelRatio()
        source = QRectF(strip.x() * ratio, strip.y() * ratio, strip.width() * ratio, strip.height() * ratio)
        painter.drawPixmap(QRectF(strip), picture, source)

    def _paint_message(self, painter: QPainter, colours: Colours) -> None:
        painter.setPen(QColor(colours.dim))
        inside = self.rect().adjusted(24, 8, -24, -8)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(inside, int(flags), self._message)

    def _paint_focus(self, painter: QPainter, colours: Colours) -> None:
        if self.hasFocus():
            painter.setPen(QColor(colours.accent))
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    # What the person and the system do

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A left click goes to that place."""
        self._seek_to(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Dragging with the left button scrubs."""
        self._seek_to(event)

    def _seek_to(self, event: QMouseEvent) -> None:
        if self._extremes is None or not event.buttons() & Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.seek_requested.emit(min(max(event.position().x() / max(self.width(), 1), 0.0), 1.0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left, right and Home move the playhead; every other key goes on to the window."""
        steps = {Qt.Key.Key_Left: self._place - STEP, Qt.Key.Key_Right: self._place + STEP, Qt.Key.Key_Home: 0.0}
        target = steps.get(Qt.Key(event.key()))
        if target is None or self._extremes is None:
            super().keyPressEvent(event)
            return
        self.seek_requested.emit(min(max(target, 0.0), 1.0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another size needs other pictures."""
        self._pictures = None
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Another theme, or a screen with another resolution, needs other pictures."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.DevicePixelRatioChange, QEvent.Type.StyleChange):
            self._pictures = None
            self.update()
        super().changeEvent(event)
