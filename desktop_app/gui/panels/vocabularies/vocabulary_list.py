"""The list of vocabularies at the editor's left: which there are, which are used, which cannot be read."""

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QMimeData, QSignalBlocker, QSize, Qt, QUrl, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from desktop_app.gui.icons import icon
from desktop_app.gui.plain_text import plain_tip
from desktop_app.gui.retelling import retold
from desktop_app.library.vocabularies.vocabulary_files import VocabularyEntry

_KEY: Final = Qt.ItemDataRole.UserRole
_ROW_HEIGHT: Final = 46


class VocabularyList(QListWidget):
    """One row a vocabulary, with a check box for those that can be used. A row is known by its key: the vocabulary's
    id, or the path of a file that cannot be read.
    """

    chosen = Signal(str)
    """The key of the row that became the current one."""
    active_changed = Signal()
    """A check box was set or cleared by the person."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty list."""
        super().__init__(parent)
        self._copy: Callable[[str], Path | None] = lambda _key: None
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setAccessibleName(self.tr("Vocabularies"))
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(15, 15))
        self.setViewportMargins(10, 10, 6, 0)
        self.setStyleSheet("QListView::item { padding: 0 5px; }")  # or a selected row's text would lie elsewhere
        self.currentItemChanged.connect(self._tell_chosen)
        self.itemChanged.connect(lambda _item: self.active_changed.emit())

    def drag_copies_by(self, copy: Callable[[str], Path | None]) -> None:
        """`copy` gives a file that may be dragged out in place of the vocabulary of a key; None where there is none."""
        self._copy = copy

    def mimeData(self, items: Sequence[QListWidgetItem]) -> QMimeData:
        """Copies of the vocabularies' files."""
        copies = [self._copy(item.data(_KEY)) for item in items]
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in copies if path is not None])
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        """Nothing may take a vocabulary away by moving it."""
        return Qt.DropAction.CopyAction

    def startDrag(self, supported: Qt.DropAction) -> None:  # noqa: ARG002, N802
        """Copying only, whatever the other side would like."""
        super().startDrag(Qt.DropAction.CopyAction)

    def show_entries(self, entries: Sequence[VocabularyEntry], active: Collection[str], current: str) -> None:
        """List these; `active` are ids. The row with the key `current` stays or becomes the current one."""
        with QSignalBlocker(self):
            self.clear()
            for entry in entries:
                self._add(entry, is_active=entry.vocabulary_id in active)
            self.choose(current)

    def choose(self, key: str) -> None:
        """Make the row with this key the current one."""
        for row in range(self.count()):
            if self.item(row).data(_KEY) == key:
                self.setCurrentRow(row)

    def active(self) -> list[str]:
        """The ids whose boxes are checked, in the order of the list."""
        items = map(self.item, range(self.count()))
        return [item.data(_KEY) for item in items if item.checkState() == Qt.CheckState.Checked]

    def mark_changed(self, key: str, name: str, *, changed: bool) -> None:
        """Show a row's name, and whether it has unsaved changes."""
        with QSignalBlocker(self):
            for row in range(self.count()):
                item = self.item(row)
                if item.data(_KEY) == key:
                    second_line = item.text().partition("\n")[2]
                    title = self.tr("{name} (changed)").format(name=name) if changed else name
                    item.setText(f"{title}\n{second_line}")

    def _add(self, entry: VocabularyEntry, *, is_active: bool) -> None:
        item = QListWidgetItem(f"{entry.name}\n{self._second_line(entry)}")
        item.setSizeHint(QSize(0, _ROW_HEIGHT))
        item.setData(_KEY, key_of(entry))
        if entry.problem is None:
            item.setCheckState(Qt.CheckState.Checked if is_active else Qt.CheckState.Unchecked)
            item.setToolTip(plain_tip(entry.description))
        else:
            item.setIcon(icon("triangle-alert", "warning"))
            item.setToolTip(plain_tip(retold(entry.problem)))
        self.addItem(item)

    def _second_line(self, entry: VocabularyEntry) -> str:
        if entry.problem is not None:
            return self.tr("cannot be read")
        tags = self.tr("%Ln tag(s)", "", entry.tag_count)
        if entry.shipped:
            return self.tr("{tags}, comes with Earmark").format(tags=tags)
        if entry.replaces_shipped:
            return self.tr("{tags}, your copy").format(tags=tags)
        return self.tr("{tags}, your own").format(tags=tags)

    def _tell_chosen(self, current: QListWidgetItem | None) -> None:
        if current is not None:
            self.chosen.emit(current.data(_KEY))


def key_of(entry: VocabularyEntry) -> str:
    """What a vocabulary is known by in the list."""
    return entry.vocabulary_id or str(entry.path)
