"""Why a file cannot be written, in its row: a sentence that has the room of two columns."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTreeView

from desktop_app.gui.models.writing_plan import PlanColumn

_Index = QModelIndex | QPersistentModelIndex


class ReasonCells(QStyledItemDelegate):
    """For the last column: of a file without changes it begins in the one before, where nothing else stands."""

    def __init__(self, view: QTreeView) -> None:
        """For this view."""
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the text, or the sentence."""
        model, file = index.model(), index.parent()
        if not file.isValid() and not model.hasChildren(model.index(index.row(), 0)):
            option = QStyleOptionViewItem(option)
            option.rect.setLeft(option.rect.left() - self._view.columnWidth(PlanColumn.BEFORE))
        super().paint(painter, option, index)
