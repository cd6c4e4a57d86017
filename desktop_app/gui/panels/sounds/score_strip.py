"""All scores of one tag as a strip: how many sounds score how much, what was said of them, and the threshold as a line
that can be moved.
"""

from typing import Final

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from desktop_app.engine.tagging.review import TagScores
from desktop_app.gui import theme
from desktop_app.gui.translations import decimal_text

STEP: Final = 0.01
"""How far a key moves the line; ten times as far with Page Up and Page Down."""
LOWEST, HIGHEST = 0.01, 0.99
STRIP_HEIGHT: Final = 84
LOWEST_STRIP: Final = 52
"""Pixels, where there is little room."""
_BAR = 4
"""Pixels of a bar with the gap beside it."""
_MARGIN = 10
_MARKS = 8
"""Pixels above and below the bars for what was said."""
_MOVES: Final = {
    Qt.Key.Key_Left: -STEP,
    Qt.Key.Key_Right: STEP,
    Qt.Key.Key_PageDown: -10 * STEP,
    Qt.Key.Key_PageUp: 10 * STEP,
}


def within_bounds(threshold: float) -> float:
    """A threshold that a vocabulary can keep: three decimals, and never so low that all sounds have the tag."""
    return round(min(max(threshold, LOWEST), HIGHEST), 3)


class ScoreStrip(QWidget):
    """Scores 0..1 from left to right."""

    line_moved = Signal(float)
    """The person moved the line here, 0..1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scores: TagScores | None = None
        self._line = self._saved = 0.5
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.SplitHCursor)
        self.setAccessibleName(self.tr("Threshold"))

    def show_scores(self, scores: TagScores, *, line: float, saved: float) -> None:
        """Show these scores, the line that is being moved, and the threshold that is in use."""
        self._scores, self._line, self._saved = scores, line, saved
        self.setAccessibleDescription(decimal_text(line, 2))
        self.update()

    def x_of(self, score: float) -> float:
        """Pixels from the left edge."""
        return _MARGIN + score * (self.width() - 2 * _MARGIN)

    # --- what Qt calls ---

    def sizeHint(self) -> QSize:
        """Low and wide."""
        return QSize(600, STRIP_HEIGHT)

    def event(self, event: QEvent) -> bool:
        """The keys that move the line are not the page's while this has the focus."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the line by a step."""
        step = _MOVES.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.line_moved.emit(within_bounds(self._line + step))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The line comes to where the mouse is."""
        self._dragging = event.button() == Qt.MouseButton.LeftButton
        self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """And goes with it."""
        if self._dragging:
            self.line_moved.emit(within_bounds((event.position().x() - _MARGIN) / max(self.width() - 2 * _MARGIN, 1)))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        """And stays there."""
        self._dragging = False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Bars, marks, and the lines over them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(theme.current().base))
        if self._scores is not None:
            self._paint_bars(painter, self._scores)
            self._paint_marks(painter, self._scores)
        self._paint_lines(painter)
        painter.end()

    def _paint_bars(self, painter: QPainter, scores: TagScores) -> None:
        bins = max((self.width() - 2 * _MARGIN) // _BAR, 1)
        counts = scores.histogram(bins)
        # Most sounds score next to nothing; the few that matter must be seen beside them.
        heights = np.log1p(counts) / max(np.log1p(counts.max(initial=0)), 1e-9)
        bottom, room = self.height() - _MARKS, self.height() - 2 * _MARKS
        painter.setPen(Qt.PenStyle.NoPen)
        for number, height in enumerate(heights.tolist()):
            above = (number + 0.5) / bins >= self._line
            painter.setBrush(QColor(theme.current().waveform if above else theme.current().waveform_rest))
            left = self.x_of(number / bins)
            tall = max(height * room, 1.0 if height else 0.0)
            painter.drawRect(QRectF(left, bottom - tall, _BAR - 1, tall))

    def _paint_marks(self, painter: QPainter, scores: TagScores) -> None:
        """Accepted ones above the bars, rejected ones below: told apart by place, not by colour alone."""
        groups = ((scores.accepted, theme.current().good, 1.0), (scores.rejected, theme.current().warning, None))
        for flags, colour, top in groups:
            painter.setPen(QPen(QColor(colour), 2))
            at = self.height() - _MARKS + 1.0 if top is None else top
            columns = np.rint(_MARGIN + scores.scores[flags] * (self.width() - 2 * _MARGIN))
            for x in np.unique(columns).tolist():
                painter.drawLine(QPointF(x, at), QPointF(x, at + _MARKS - 3))

    def _paint_lines(self, painter: QPainter) -> None:
        saved, line = self.x_of(self._saved), self.x_of(self._line)
        painter.setPen(QPen(QColor(theme.current().dim), 1, Qt.PenStyle.DashLine))
        painter.drawLine(QPointF(saved, 0), QPointF(saved, self.height()))
        painter.setPen(QPen(QColor(theme.current().playhead), 3 if self.hasFocus() else 2))
        painter.drawLine(QPointF(line, 0), QPointF(line, self.height()))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.current().playhead))
        painter.drawPolygon(QPolygonF([QPointF(line - 5, 0), QPointF(line + 5, 0), QPointF(line, 7)]))
