"""Which fields are written into files, and where each of them: a tree of check marks."""

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from desktop_app.core.metadata import Field
from desktop_app.gui.file_fields import field_name
from desktop_app.gui.models.writing_plan import ROW_HEIGHT, place_text
from desktop_app.library.metadata.mapping import WRITABLE
from desktop_app.library.metadata.slots import DEFAULT_SLOTS, Slot, Slots


class SlotTree(QTreeWidget):
    """A field with all its places is checked, one with some of them half."""

    changed = Signal()

    def __init__(self, slots: Slots, parent: QWidget | None = None) -> None:
        """Begins with these fields and places checked."""
        super().__init__(parent)
        self.setAccessibleName(self.tr("Fields that are written, and where"))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self._items: dict[Field, dict[Slot, QTreeWidgetItem]] = {}
        for field in WRITABLE:
            top = QTreeWidgetItem(self, [field_name(field)])
            top.setFlags(top.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
            self._items[field] = {slot: QTreeWidgetItem(top, [place_text(slot)]) for slot in DEFAULT_SLOTS[field]}
            for item in (top, *self._items[field].values()):
                item.setSizeHint(0, QSize(0, ROW_HEIGHT))
        self._check(slots)
        self.setCurrentIndex(self.model().index(0, 0))
        self.itemChanged.connect(lambda *_: self.changed.emit())

    @property
    def slots(self) -> Slots:
        """What is checked; a field without any place is left out."""
        checked = {
            field: tuple(slot for slot, item in items.items() if item.checkState(0) == Qt.CheckState.Checked)
            for field, items in self._items.items()
        }
        return {field: slots for field, slots in checked.items() if slots}

    def show_slots(self, slots: Slots) -> None:
        """Check these instead."""
        with QSignalBlocker(self):
            self._check(slots)
        self.changed.emit()
        self.viewport().update()

    def _check(self, slots: Slots) -> None:
        for field, items in self._items.items():
            for slot, item in items.items():
                wanted = slot in slots.get(field, ())
                item.setCheckState(0, Qt.CheckState.Checked if wanted else Qt.CheckState.Unchecked)
