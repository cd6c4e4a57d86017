"""A table of figures as it is looked at: sorted by a click on a column, shares with a bar behind them."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from desktop_app.gui import theme
from desktop_app.gui.models.figure_table import FigureColumn, FigureRole, FigureRow, FigureTable

Index = QModelIndex | QPersistentModelIndex

_WIDEST: Final = 260
"""Pixels of a column of texts at first; who needs more drags its edge."""
_NARROWEST: Final = 48
_BAR_WIDTH: Final = 110
_ROW_HEIGHT: Final = 30
_BAR_HEIGHT: Final = 3
_MARGIN: Final = 10
"""Pixels beside a bar, as beside the text."""


class FigureView(QTreeView):
    """Shows rows of figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """No columns yet."""
        super().__init__(parent)
        self.figures = FigureTable(self)
        self.setModel(self.figures)
        self.setItemDelegate(_ShareDelegate(self))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAlternatingRowColors(True)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(_NARROWEST)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        header.setSortIndicatorClearable(True)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.setSortingEnabled(True)

    def describe(self, name: str, columns: Sequence[FigureColumn]) -> None:
        """Say what the table is; `name` is for screen readers."""
        self.setAccessibleName(name)
        self.figures.show_columns(columns)

    def show_rows(self, rows: Sequence[FigureRow]) -> None:
        """Show these rows in their order; the columns become as wide as they need."""
        self.header().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.figures.show_rows(rows)
        for column in range(self.figures.columnCount()):
            self.resizeColumnToContents(column)
            has_bars = any(cell.share is not None for cell in (row[column] for row in rows))
            least = _BAR_WIDTH if has_bars else 0
            self.setColumnWidth(column, max(least, min(self.columnWidth(column), _WIDEST)))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, or that there are none."""
        super().paintEvent(event)
        if self.figures.rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        place = self.viewport().rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        painter.drawText(place, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, self.tr("There is nothing here."))
        painter.end()


class _ShareDelegate(QStyledItemDelegate):
    """A share as a bar below its text, with a line where it may really lie; what is pointed out is bold."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        super().initStyleOption(option, index)
        model = index.model()
        if isinstance(model, FigureTable) and model.is_strong(index):
            option.font = theme.semibold(option.font)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), _ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        share = index.data(FigureRole.SHARE)
        if share is None:
            return
        place: QRectF = QRectF(option.rect).adjusted(_MARGIN, 0, -_MARGIN, -3)
        top = place.bottom() - _BAR_HEIGHT + 1
        painter.save()
        painter.fillRect(QRectF(place.left(), top, place.width(), _BAR_HEIGHT), QColor(theme.current().border))
        painter.fillRect(QRectF(place.left(), top, place.width() * share, _BAR_HEIGHT), QColor(theme.current().accent))
        interval = index.data(FigureRole.INTERVAL)
        if interval is not None:
            low, high = (place.left() + place.width() * end for end in interval)
            middle = top + _BAR_HEIGHT / 2
            painter.setPen(QPen(QColor(theme.current().text), 2))
            painter.drawLine(QPointF(low, middle), QPointF(high, middle))
        painter.restore()
