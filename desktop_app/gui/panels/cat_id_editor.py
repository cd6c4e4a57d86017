"""Choosing the CatID of a row: a box with those that are offered for its sound, and below them all that there are."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop_app.core.ucs_name import Category
from desktop_app.file_changes.rename_planning import PlannedName
from desktop_app.gui.models.renaming_plan import PLANNED_ROLE
from desktop_app.gui.renaming_texts import category_text, offer_text
from desktop_app.gui.timers import once_after

_Index = QModelIndex | QPersistentModelIndex


class _OpenedBox(QComboBox):
    """Opens by itself: one click is enough."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._open = once_after(0, self.showPopup, self)

    def showEvent(self, event: QShowEvent) -> None:
        """It has its place now."""
        super().showEvent(event)
        self._open.start()


class CatIdEditor(QStyledItemDelegate):
    """Offers what the row's sound may be filed under, what it would be now, and everything else: typing the first
    letters goes to a CatID that is known by heart.
    """

    def __init__(self, categories: Callable[[], Sequence[Category]], parent: QWidget) -> None:
        """`categories` gives all that there are."""
        super().__init__(parent)
        self._categories = categories

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:  # noqa: ARG002
        """The box; what is chosen there counts at once."""
        box = _OpenedBox(parent)
        item = index.data(PLANNED_ROLE)
        assert isinstance(item, PlannedName)
        offers = list(item.offers)
        if item.offered is not None and item.offered.category not in [one.category for one in offers]:
            offers.insert(0, item.offered)
        for offered in offers:
            box.addItem(offer_text(offered), offered.category.cat_id)
        box.insertSeparator(box.count())
        for category in self._categories():
            box.addItem(category_text(category), category.cat_id)
        box.setAccessibleName(self.tr("CatID of {name}").format(name=item.sound.path.name))
        box.view().setMinimumWidth(box.view().sizeHintForColumn(0) + 2 * box.view().frameWidth() + 8)
        box.activated.connect(lambda _: self._take(box))
        return box

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Begin with the row's own."""
        assert isinstance(editor, QComboBox)
        editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Only one that was chosen: who looks and goes on wants nothing."""
        assert isinstance(editor, QComboBox)
        if editor.currentData() is not None:
            model.setData(index, editor.currentData())

    def _take(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box, QStyledItemDelegate.EndEditHint.NoHint)
