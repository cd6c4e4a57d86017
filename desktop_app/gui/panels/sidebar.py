"""What the two lists at the left have in common: a heading, and a tree of names with counts at the right edge."""

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui import theme

_COUNT_WIDTH = 64
"""Pixels; enough for a million with its separators."""
_ROW_HEIGHT = 26


class SidebarSection(QWidget):
    """A heading with room for buttons, and a tree below it."""

    def __init__(self, title: str, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        heading = QLabel(title, self)
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
    header.setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
    header.resizeSection(1, _COUNT_WIDTH)
    return tree


class _EqualRows(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(super().sizeHint(option, index).width(), _ROW_HEIGHT)
