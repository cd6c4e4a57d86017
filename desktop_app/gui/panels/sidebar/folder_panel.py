"""The library's folders: a click shows what lies in one, the menu rescans, finds again or takes out of the library."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QMenu, QToolButton, QWidget

from desktop_app.gui.icons import icon
from desktop_app.gui.models.folder_tree import NODE, FolderBranch, FolderNode, FolderTreeModel
from desktop_app.gui.panels.sidebar.sidebar import SidebarSection


class FolderPanel(SidebarSection):
    """The tree of folders. Nothing here touches the disk: what is chosen is said by signals."""

    chosen = Signal(tuple)
    """Directories whose sounds are to be shown; empty for all sounds."""
    add_chosen = Signal()
    rescan_chosen = Signal(int)
    locate_chosen = Signal(object)
    """A `Folder` whose new place the person wants to say."""
    removal_chosen = Signal(object)
    """A `Folder` to take out of the library; its files stay."""
    reveal_chosen = Signal(object)
    """A directory to open in the file manager."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.model = FolderTreeModel()
        super().__init__(self.tr("Folders"), self.model, parent)
        self.model.setParent(self)
        add = QToolButton(self)
        add.setIcon(icon("plus", "dim"))
        add.setAccessibleName(self.tr("Add a folder"))
        add.setToolTip(self.tr("Add a folder to the library"))
        add.clicked.connect(self.add_chosen)
        self.add_button(add)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._open_menu)
        self.tree.selectionModel().selectionChanged.connect(self._on_selection)

    def show_folders(self, branches: Sequence[FolderBranch]) -> None:
        """Show these folders; what was open and chosen stays so, as far as it is still there."""
        was_chosen, opened = self.chosen_paths(), self._opened()
        with QSignalBlocker(self.tree.selectionModel()):
            others = self.model.show_folders(branches)
            self.fit_counts(self.model.index(0, 1))
            if not others:
                return
            for path in opened:
                self.tree.expand(self.model.index_of(path))
            places = [index for path in was_chosen if (index := self.model.index_of(path)).isValid()]
            self._select(places or [self.model.index_of(None)])
        if self.chosen_paths() != was_chosen:
            self.chosen.emit(self.chosen_paths())

    def chosen_paths(self) -> tuple[Path, ...]:
        """The directories that are selected; empty when all sounds are meant."""
        nodes = [_node(index) for index in self.tree.selectionModel().selectedRows()]
        paths = [node.path for node in nodes if node is not None]
        return () if None in paths else tuple(sorted(path for path in paths if path is not None))

    def choose(self, path: Path | None) -> None:
        """Select a directory, or all sounds for None."""
        self._select([self.model.index_of(path)])

    def menu_of(self, node: FolderNode) -> QMenu:
        """What can be done with a row."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        folder, path = node.folder, node.path
        if folder is not None:
            rescan = menu.addAction(icon("refresh-cw"), self.tr("Rescan"))
            rescan.triggered.connect(lambda: self.rescan_chosen.emit(folder.folder_id))
        reveal = menu.addAction(icon("external-link"), self.tr("Show in the file manager"))
        reveal.setEnabled(node.online)
        reveal.triggered.connect(lambda: self.reveal_chosen.emit(path))
        if folder is not None:
            locate = menu.addAction(icon("folder-search"), self.tr("This folder has moved..."))
            locate.triggered.connect(lambda: self.locate_chosen.emit(folder))
            menu.addSeparator()
            remove = menu.addAction(icon("folder-x"), self.tr("Remove from the library"))
            remove.setToolTip(self.tr("The files stay where they are."))
            remove.triggered.connect(lambda: self.removal_chosen.emit(folder))
        return menu

    def _open_menu(self, at: QPoint) -> None:
        node = _node(self.tree.indexAt(at))
        if node is not None and node.path is not None:
            self.menu_of(node).popup(self.tree.viewport().mapToGlobal(at))

    def _on_selection(self) -> None:
        self.chosen.emit(self.chosen_paths())

    def _select(self, places: Sequence[QModelIndex]) -> None:
        selection = self.tree.selectionModel()
        flags = selection.SelectionFlag
        selection.clearSelection()
        for index in places:
            selection.select(index, flags.Select | flags.Rows)
        if places:
            selection.setCurrentIndex(places[0], flags.NoUpdate)
        self.tree.viewport().update()

    def _opened(self) -> list[Path]:
        """Directories that are unfolded, outer ones first."""
        found: list[Path] = []
        waiting = [self.model.index(row, 0) for row in range(self.model.rowCount())]
        while waiting:
            index = waiting.pop(0)
            node = _node(index)
            if node is not None and node.path is not None and self.tree.isExpanded(index):
                found.append(node.path)
                waiting.extend(self.model.index(row, 0, index) for row in range(self.model.rowCount(index)))
        return found


def _node(index: QModelIndex) -> FolderNode | None:
    node: FolderNode | None = index.siblingAtColumn(0).data(NODE) if index.isValid() else None
    return node
