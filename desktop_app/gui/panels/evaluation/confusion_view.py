"""What is taken for what, as a picture: a square a pair of labels, the stronger its colour the more sounds.

It is a table to the keyboard and to screen readers; the sentence below it says what the current square means.
"""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPalette, QPen, QResizeEvent, QTransform
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui import theme
from desktop_app.gui.models.confusion_table import ConfusionRole, ConfusionTable
from desktop_app.gui.plain_text import PlainLabel

Index = QModelIndex | QPersistentModelIndex

_SMALLEST, _LARGEST = 18, 34
"""Pixels of a square: as large as all fit side by side, but so large that two digits can be read."""
_LONGEST: Final = 150
"""Pixels of a label; a longer one is shortened, and its tool tip says all of it."""
_SHORTEST: Final = 44
_PAD: Final = 8
_STRONGEST: Final = 0.75
"""Opacity of a square that holds all sounds of its row."""
_WEAKEST: Final = 0.14


class ConfusionView(QWidget):
    """The table and the sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = ConfusionTable(self)
        self.view = _Squares(self.table)
        self._sentence = PlainLabel(parent=self)
        self._sentence.setWordWrap(True)
        self._sentence.setMinimumHeight(self._sentence.fontMetrics().height())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._sentence)
        self.view.selectionModel().currentChanged.connect(lambda index, _: self._say(index))
        self.setFocusProxy(self.view)

    @property
    def sentence(self) -> str:
        """What is said of the current square."""
        return self._sentence.text()

    def show_counts(self, labels: Sequence[str], counts: Sequence[Sequence[int]]) -> None:
        """Show [l, l] counts of these labels; the keyboard is on the worst pair."""
        self.table.show_counts(labels, counts)
        self.view.fit_labels()
        self._sentence.clear()
        if labels:
            self.view.setCurrentIndex(self.table.index(*self.table.worst()))

    def _say(self, index: QModelIndex) -> None:
        self._sentence.setText(self.table.sentence(index.row(), index.column()) if index.isValid() else "")


class _Squares(QTableView):
    def __init__(self, table: ConfusionTable) -> None:
        super().__init__()
        self.setModel(table)
        self.setItemDelegate(_SquareDelegate(self))
        self.setAccessibleName(self.tr("What is taken for what"))
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        for corner in self.findChildren(QAbstractButton):
            corner.setAccessibleName(self.tr("Corner"))
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalHeader(_Upright(self))
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setMinimumSectionSize(_SMALLEST)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
            header.setHighlightSections(False)
        rows = self.verticalHeader()
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        rows.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        rows.setStyleSheet("QHeaderView::section { padding: 0px 6px; border: none; }")
        rows.setMaximumWidth(_LONGEST)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Larger squares where there is room for them, shorter labels where there is little."""
        super().resizeEvent(event)
        self.fit_labels()

    def _fit_squares(self) -> None:
        room = self.viewport().width() // max(1, self.model().columnCount())
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setDefaultSectionSize(min(max(room, _SMALLEST), _LARGEST))

    def fit_labels(self) -> None:
        """Give the labels above as much room as the longest needs, and the squares what is left."""
        table = self.model()
        assert isinstance(table, ConfusionTable)
        longest = max((self.fontMetrics().horizontalAdvance(label) for label in table.labels), default=0)
        height = min(longest, _LONGEST, max(_SHORTEST, self.height() // 3)) + 2 * _PAD
        if height != self.horizontalHeader().height():
            self.horizontalHeader().setFixedHeight(height)
        self._fit_squares()


class _Upright(QHeaderView):
    """Labels that stand, read from below, so that squares can be small."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsClickable(False)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:  # noqa: N802
        """One label."""
        text = str(self.model().headerData(section, Qt.Orientation.Horizontal) or "")
        shown = self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, rect.height() - 2 * _PAD)
        painter.save()
        painter.fillRect(rect, QColor(theme.current().window))
        painter.setPen(QColor(theme.current().dim))
        # A quarter turn to the left about the lower left corner.
        painter.setTransform(QTransform(0, -1, 1, 0, rect.left(), rect.bottom()), combine=True)
        across = QRect(_PAD, 0, rect.height() - 2 * _PAD, rect.width())
        painter.drawText(across, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()

    def sectionSizeFromContents(self, section: int) -> QSize:  # noqa: ARG002, N802
        """As wide as a square."""
        return QSize(_SMALLEST, self.height())


class _SquareDelegate(QStyledItemDelegate):
    """Right ones in the accent, wrong ones in the colour of warnings; the count says the same without colour."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours = theme.current()
        rect: QRect = option.rect.adjusted(1, 1, -1, -1)
        share, count = index.data(ConfusionRole.SHARE), index.data()
        ground, right = QColor(colours.base), index.data(ConfusionRole.RIGHT)
        fill = QColor(colours.alternate)
        if count:
            tint = QColor(colours.accent if right else colours.warning)
            fill = theme.mixed(ground, tint, _WEAKEST + (_STRONGEST - _WEAKEST) * share)
        elif right:
            fill = QColor(colours.border)
        painter.save()
        painter.fillRect(rect, fill)
        if count and option.fontMetrics.horizontalAdvance(count) <= rect.width():
            inks = (option.palette.color(QPalette.ColorRole.Text), ground)
            painter.setPen(max(inks, key=lambda ink: theme.contrast(ink, fill)))
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignCenter), count)
        state: QStyle.StateFlag = option.state
        if state & (QStyle.StateFlag.State_HasFocus | QStyle.StateFlag.State_Selected):
            painter.setPen(QPen(QColor(colours.playhead), 2))
            painter.drawRect(rect)
        painter.restore()
