"""The table of names that files would get: what there is room for is divided among the columns until a person does."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop_app.core.ucs_name import Category
from desktop_app.gui.models.renaming_plan import PLANNED_ROLE, NameColumn, RenamingPlanModel
from desktop_app.gui.panels.cat_id_editor import CatIdEditor

_Index = QModelIndex | QPersistentModelIndex
_ROW_HEIGHT: Final = 24
"""Pixels, and so are"""
_FIXED: Final = {NameColumn.CAT_ID: 90, NameColumn.WHY: 112}
"""the columns whose texts are all alike;"""
_SHARES: Final = {NameColumn.OLD: 0.24, NameColumn.NEW: 0.31, NameColumn.FX_NAME: 0.15}
"""of the rest, the note has what is left."""


class _Names(QStyledItemDelegate):
    """Names are cut in their middle: creator and number stand at their end."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: _Index) -> None:  # noqa: N802
        """Qt's own name."""
        super().initStyleOption(option, index)
        option.textElideMode = Qt.TextElideMode.ElideMiddle


class RenamingTable(QTableView):
    """A click on a CatID opens the box with others; ticks and CatIDs go to all selected rows."""

    hear_wanted = Signal(object)
    """The `PlannedName` whose sound is to be played."""

    def __init__(
        self, model: RenamingPlanModel, categories: Callable[[], Sequence[Category]], parent: QWidget | None = None
    ) -> None:
        """`categories` gives all that a person may choose from."""
        super().__init__(parent)
        self._arranging = False
        self._arranged_by_hand = False
        self.setModel(model)
        model.wanted_rows = self._selected_rows
        names = _Names(self)
        for column in (NameColumn.OLD, NameColumn.NEW):
            self.setItemDelegateForColumn(column, names)
        self.setItemDelegateForColumn(NameColumn.CAT_ID, CatIdEditor(categories, self))
        self.setAccessibleName(self.tr("Names that files would get"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().sectionResized.connect(self._on_resized)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSortingEnabled(True)
        self.clicked.connect(self._on_click)
        self.doubleClicked.connect(self._on_double_click)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Divide the room anew."""
        super().resizeEvent(event)
        if self._arranged_by_hand:
            return
        self._arranging = True
        room = self.viewport().width() - sum(_FIXED.values())
        for column, width in (*_FIXED.items(), *((column, int(room * share)) for column, share in _SHARES.items())):
            self.setColumnWidth(column, width)
        self._arranging = False

    def _on_resized(self, section: int) -> None:
        self._arranged_by_hand |= not self._arranging and section != NameColumn.NOTE

    def _selected_rows(self) -> list[int]:
        ranges = self.selectionModel().selection().toList()  # an index for each of very many rows would take seconds
        return [row for part in ranges for row in range(part.top(), part.bottom() + 1)]

    def _on_click(self, index: QModelIndex) -> None:
        if index.column() == NameColumn.CAT_ID and index.flags() & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def _on_double_click(self, index: QModelIndex) -> None:
        if index.column() == NameColumn.OLD:
            self.hear_wanted.emit(index.data(PLANNED_ROLE))
