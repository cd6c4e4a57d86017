"""The person's collections, at the left: a click filters by one, and sounds can be dropped onto it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeySequence, QShortcut, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QMenu, QToolButton, QWidget

from desktop_app.core.marks import Collection
from desktop_app.gui.icons import icon
from desktop_app.gui.models.sound_drag import SOUNDS_FORMAT, dragged_ids
from desktop_app.gui.panels.sidebar.sidebar import SidebarSection

_ID = Qt.ItemDataRole.UserRole + 1


class CollectionPanel(SidebarSection):
    """Names with counts. What the person does is said by signals, with the collection's id."""

    chosen = Signal(str)
    """The name of a collection to filter by."""
    new_chosen = Signal()
    renamed = Signal(int, str)
    removal_chosen = Signal(int)
    export_chosen = Signal(object)
    """A `Collection` that is wanted as a playlist."""
    sounds_dropped = Signal(int, list)
    """(collection, ids of the sounds that were dropped onto it); -1 for none of them: a new one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.model = QStandardItemModel(0, 2)
        super().__init__(self.tr("Collections"), self.model, parent, hint=self.tr("Drop sounds here."))
        self.model.setParent(self)
        self.setObjectName("collections")
        self._collections: dict[int, Collection] = {}
        add = QToolButton(self)
        add.setIcon(icon("plus", "dim"))
        add.setAccessibleName(self.tr("New collection"))
        add.setToolTip(self.tr("New collection"))
        add.clicked.connect(self.new_chosen)
        self.add_button(add)
        self.tree.setRootIsDecorated(False)
        self.tree.setIndentation(14)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.tree.clicked.connect(self._on_click)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._open_menu)
        self.tree.setAcceptDrops(True)
        self.hint.setAcceptDrops(True)
        for place in (self.tree.viewport(), self.hint):
            place.installEventFilter(self)
        inside = Qt.ShortcutContext.WidgetShortcut
        for keys, do in (("F2", self._edit), ("Del", self._remove), ("Return", self._choose)):
            # A function given to the constructor would make PySide forget the context.
            QShortcut(QKeySequence(keys), self.tree, context=inside).activated.connect(do)
        self.model.itemChanged.connect(self._on_edited)

    def show_collections(self, collections: Sequence[Collection]) -> None:
        """Show these, by name. Where only their counts are others, somebody may go on typing a name."""
        self._collections = {collection.collection_id: collection for collection in collections}
        rows = range(self.model.rowCount())
        shown = [(self._id_of(self.model.index(row, 0)), self.model.item(row).text()) for row in rows]
        if shown == [(collection.collection_id, collection.name) for collection in collections]:
            for row, collection in enumerate(collections):
                self.model.item(row, 1).setText(self.locale().toString(collection.count))
            return
        current = self.current_id()
        with self.filling():
            self.model.removeRows(0, self.model.rowCount())
            for collection in collections:
                self.model.appendRow(self._row(collection))
        self._select(current)

    def _row(self, collection: Collection) -> list[QStandardItem]:
        name, count = QStandardItem(collection.name), QStandardItem(self.locale().toString(collection.count))
        name.setData(collection.collection_id, _ID)
        count.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        count.setEditable(False)
        return [name, count]

    def current_id(self) -> int | None:
        """The collection that the keyboard is on."""
        return self._id_of(self.tree.currentIndex())

    def edit_name(self, collection_id: int) -> None:
        """Let the person type the name of a collection where it stands."""
        self._select(collection_id)
        self._edit()

    def menu(self) -> QMenu:
        """What can be done with the current collection."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(icon("pencil"), self.tr("Rename")).triggered.connect(self._edit)
        menu.addAction(icon("download"), self.tr("Export as playlist...")).triggered.connect(self._export)
        menu.addAction(icon("trash-2"), self.tr("Delete")).triggered.connect(self._remove)
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Sounds of the list may be dropped here; all else goes its usual way."""
        drags = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)
        if event.type() not in drags or not isinstance(event, QDropEvent):
            return super().eventFilter(watched, event)
        if not event.mimeData().hasFormat(SOUNDS_FORMAT):
            return super().eventFilter(watched, event)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() is QEvent.Type.Drop:
            target = self._id_of(self.tree.indexAt(event.position().toPoint()))
            self.sounds_dropped.emit(-1 if target is None else target, dragged_ids(event.mimeData()))
        return True

    def _id_of(self, index: QModelIndex) -> int | None:
        found: int | None = index.siblingAtColumn(0).data(_ID) if index.isValid() else None
        return found

    def _select(self, collection_id: int | None) -> None:
        for row in range(self.model.rowCount()):
            index = self.model.index(row, 0)
            if index.data(_ID) == collection_id:
                self.tree.setCurrentIndex(index)

    def _on_click(self, index: QModelIndex) -> None:
        found = self._id_of(index)
        if found is not None:
            self.chosen.emit(self._collections[found].name)

    def _choose(self) -> None:
        self._on_click(self.tree.currentIndex())

    def _edit(self) -> None:
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tree.edit(self.tree.currentIndex().siblingAtColumn(0))

    def _export(self) -> None:
        found = self.current_id()
        if found is not None:
            self.export_chosen.emit(self._collections[found])

    def _remove(self) -> None:
        found = self.current_id()
        if found is not None:
            self.removal_chosen.emit(found)

    def _on_edited(self, item: QStandardItem) -> None:
        found: int | None = item.data(_ID)
        if not self._filling and found is not None and item.text() != self._collections[found].name:
            self.renamed.emit(found, item.text())

    def _open_menu(self, at: QPoint) -> None:
        if self.tree.indexAt(at).isValid():
            self.menu().popup(self.tree.viewport().mapToGlobal(at))
