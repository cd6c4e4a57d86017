"""What the two lists at the left have in common: a heading, and a tree of names with counts at the right edge."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui import theme
from desktop_app.gui.plain_text import PlainLabel

_ROW_HEIGHT = 26
_ROWS_SEEN = 3
"""Rows that a section with a hint shows without being enlarged."""


class SidebarSection(QWidget):
    """A heading with room for buttons, and a tree below it; with a `hint`, the hint while the tree is empty."""

    filled = Signal()
    """The first row came, or the last one went."""

    def __init__(self, title: str, model: QAbstractItemModel, parent: QWidget | None = None, *, hint: str = "") -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        heading = PlainLabel(title, self)
        heading.setFont(theme.semibold(heading.font()))
        heading.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._heading = QHBoxLayout()
        self._heading.setContentsMargins(14, 8, 8, 4)
        self._heading.addWidget(heading, 1)
        self.tree = names_with_counts(model, self)
        self.tree.setAccessibleName(title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._heading)
        layout.addWidget(self.tree)
        self.hint = PlainLabel(hint, self)
        self.hint.setContentsMargins(14, 0, 14, 8)
        self.hint.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.hint.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.hint.hide()
        layout.addWidget(self.hint)
        self._filling = False
        if hint:
            for changed in (model.rowsInserted, model.rowsRemoved, model.modelReset):
                changed.connect(self._fit)
            self._fit()

    @property
    def wanted_height(self) -> int:
        """Pixels for what is there, so that the lists below have the rest."""
        rows = self.tree.model().rowCount()
        below = min(rows, _ROWS_SEEN) * _ROW_HEIGHT if rows else self.hint.sizeHint().height()
        return self._heading.sizeHint().height() + below

    @property
    def is_empty(self) -> bool:
        """Whether the hint stands in place of the tree."""
        return not self.hint.isHidden()

    @contextmanager
    def filling(self) -> Iterator[None]:
        """While the rows are made anew: a list that is empty for that moment keeps its place and the keyboard."""
        self._filling = True
        try:
            yield
        finally:
            self._filling = False
        self._fit()

    def _fit(self) -> None:
        if self._filling:
            return
        empty, before = self.tree.model().rowCount() == 0, self.is_empty
        self.tree.setVisible(not empty)
        self.hint.setVisible(empty)
        if empty is not before:
            self.filled.emit()

    def fit_counts(self, largest: QModelIndex) -> None:
        """Make the column of the counts as wide as the largest, which stands there, needs with any digits.

        Left to itself, Qt asks a thousand rows for their width each time that some counts change.
        """
        header = self.tree.header()
        if header.sectionResizeMode(1) != QHeaderView.ResizeMode.Fixed:
            header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        if largest.isValid():
            text, metrics = str(largest.data()), self.tree.fontMetrics()
            more = metrics.horizontalAdvance(re.sub(r"\d", "0", text)) - metrics.horizontalAdvance(text)
            header.resizeSection(1, self.tree.sizeHintForIndex(largest).width() + max(0, more))

    def add_button(self, button: QToolButton) -> None:
        """Put a button beside the heading."""
        button.setIconSize(QSize(16, 16))
        self._heading.addWidget(button)


def names_with_counts(model: QAbstractItemModel, parent: QWidget) -> QTreeView:
    """A tree whose first column takes the room and whose second is as wide as a count."""
    tree = QTreeView(parent)
    tree.setModel(model)
    tree.setItemDelegate(_EqualRows(tree))
    tree.setHeaderHidden(True)
    tree.setUniformRowHeights(True)
    tree.setIndentation(16)
    tree.setTextElideMode(Qt.TextElideMode.ElideRight)
    tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    tree.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    tree.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    header = tree.header()
    header.setStretchLastSection(False)
    header.setMinimumSectionSize(20)
    header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    return tree


class _EqualRows(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), _ROW_HEIGHT)
