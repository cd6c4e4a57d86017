"""The sounds of a review in the order of their scores; between two rows lies the threshold, a line to be moved."""

from typing import Any

import numpy as np
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop_app.engine.tagging.review import TagScores
from desktop_app.gui import theme
from desktop_app.gui.models.sound_cells import Column
from desktop_app.gui.models.sound_rows import RowSource, SoundRow
from desktop_app.gui.models.sound_table import Index, SoundTableModel
from desktop_app.gui.panels.player.sound_view import SoundView
from desktop_app.gui.panels.sounds.score_strip import within_bounds
from desktop_app.gui.panels.sounds.sound_delegates import ROW_HEIGHT

_GRIP = 5
"""Pixels above and below the line in which the mouse takes hold of it."""
_SPOKEN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_SHOWN = frozenset({Column.NAME, Column.WAVEFORM, Column.TAGS, Column.LENGTH, Column.SCORE})

_SCORE_WIDTH = 128


class _ScoredRows(SoundTableModel):
    """The rows, which say beside the score when a person said no: a rejected tag has no chip in the list."""

    said: TagScores | None = None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """As everywhere, but for the score."""
        text = super().data(index, role)
        if not text or role not in _SPOKEN or index.column() != Column.SCORE or self.said is None:
            return text
        return self.tr("{score}, rejected").format(score=text) if self.said.rejected[index.row()] else text


class ReviewList(SoundView):
    """The list as everywhere, with a line in it. The sound that is asked about is the selected one."""

    line_moved = Signal(float)
    """The person moved the line: a threshold, 0..1."""
    sound_chosen = Signal(int)
    """The person wants to be asked about this sound."""

    def __init__(self, rows: RowSource, parent: QWidget | None = None) -> None:
        self.rows = _ScoredRows(rows)
        super().__init__(self.rows, parent)
        self.rows.setParent(self)
        self._scores: TagScores | None = None
        self._line = 0.5
        self._dragging = False
        self.horizontalHeader().setObjectName("review columns")
        self.setAccessibleName(self.tr("Sounds by their score"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        for column in Column:
            self.columns.show_column(column, column in _SHOWN)
        self.columns.show_ranked(True)
        self.columns.resizeSection(Column.SCORE, _SCORE_WIDTH)
        self.clicked.connect(lambda index: self.sound_chosen.emit(int(self.rows.sound_ids[index.row()])))

    def show_scores(self, scores: TagScores, *, line: float) -> None:
        """Show the sounds of these scores, best first, and the line where it belongs."""
        if self._scores is None or not np.array_equal(self._scores.sound_ids, scores.sound_ids):
            self.rows.show_sounds(scores.sound_ids, scores.scores)
        elif self._scores is not scores:
            self.rows.refresh_all()
        self._scores, self._line = scores, line
        self.rows.said = scores
        self.viewport().update()

    def show_current(self, sound_id: int | None) -> None:
        """Select the sound that is asked about, in the middle of the list where it can be."""
        if sound_id is None:
            self.clearSelection()
            return
        self.select_ids(np.array([sound_id]), sound_id)
        self.executeDelayedItemsLayout()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter)

    def row_of(self, sound_id: int) -> SoundRow | None:
        """What the list shows of a sound."""
        places = self.rows.rows_of([sound_id])
        return self.rows.row_at(int(places[0])) if len(places) else None

    @property
    def line_y(self) -> int:
        """Pixels from the upper edge of what is seen to the line; it may be out of sight."""
        above = self._scores.above(self._line) if self._scores is not None else 0
        return above * ROW_HEIGHT - self.verticalScrollBar().value()

    # --- what Qt calls ---

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and the line over them."""
        super().paintEvent(event)
        if self._scores is None:
            return
        colour = QColor(theme.current().playhead)
        painter = QPainter(self.viewport())
        painter.setPen(QPen(colour, 2))
        painter.drawLine(0, self.line_y, self.viewport().width(), self.line_y)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        corner = QPoint(0, self.line_y)
        painter.drawPolygon([corner + QPoint(0, -6), corner + QPoint(8, 0), corner + QPoint(0, 6)])
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the line, or choose a sound."""
        self._dragging = event.button() == Qt.MouseButton.LeftButton and self._is_on_line(event)
        if not self._dragging:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Bring the line to the boundary between two rows that is nearest to the mouse."""
        if not self._dragging:
            shape = Qt.CursorShape.SplitVCursor if self._is_on_line(event) else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            super().mouseMoveEvent(event)
            return
        place = round((event.position().y() + self.verticalScrollBar().value()) / ROW_HEIGHT)
        self.line_moved.emit(self._threshold_above(place))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let the line go."""
        if self._dragging:
            self._dragging = False
        else:
            super().mouseReleaseEvent(event)

    def _is_on_line(self, event: QMouseEvent) -> bool:
        return self._scores is not None and abs(event.position().y() - self.line_y) <= _GRIP

    def _threshold_above(self, row: int) -> float:
        """The threshold that so many rows reach: half-way between the last of them and the next."""
        scores = self._scores.scores if self._scores is not None else np.empty(0, dtype=np.float32)
        row = min(max(row, 0), len(scores))
        upper = float(scores[row - 1]) if row else 1.0
        lower = float(scores[row]) if row < len(scores) else 0.0
        return within_bounds((upper + lower) / 2)
