"""Searches under a name, at the left: a click or Enter runs one."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QAbstractItemView, QMenu, QToolButton, QWidget

from desktop_app.gui.icons import icon
from desktop_app.gui.panels.sidebar.sidebar import SidebarSection
from desktop_app.gui.plain_text import plain_tip


class SavedSearchesSection(SidebarSection):
    """A list of names. What the person does with them is said by signals, with the row."""

    chosen = Signal(int)
    save_chosen = Signal()
    """The present search is to be kept."""
    renamed = Signal(int, str)
    removed = Signal(int)
    moved = Signal(int, int)
    """From this row to that one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        # A second column, for a tree of the sidebar has one for counts.
        self.model = QStandardItemModel(0, 2)
        super().__init__(self.tr("Saved searches"), self.model, parent, hint=self.tr("+ keeps the present search."))
        self.model.setParent(self)
        self.model.itemChanged.connect(self._on_changed)
        self._shown: tuple[tuple[str, str], ...] = ()
        add = QToolButton(self)
        add.setIcon(icon("plus", "dim"))
        add.setAccessibleName(self.tr("Save the present search"))
        add.setToolTip(self.tr("Save the present search"))
        add.clicked.connect(self.save_chosen)
        self.add_button(add)
        tree = self.tree
        tree.setRootIsDecorated(False)
        tree.setIndentation(14)
        tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        tree.clicked.connect(self._on_click)
        tree.activated.connect(self._on_click)
        tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        tree.customContextMenuRequested.connect(self._open_menu)
        self._rename = self._action(self.tr("Rename"), "F2", self._on_rename)
        self._up = self._action(self.tr("Move up"), "Ctrl+Up", lambda: self._move(-1))
        self._down = self._action(self.tr("Move down"), "Ctrl+Down", lambda: self._move(1))
        self._remove = self._action(self.tr("Delete"), "Del", self._on_remove)

    def show_searches(self, searches: Sequence[tuple[str, str]]) -> None:
        """Show these, each by its name, with the search as its tool tip."""
        if tuple(searches) == self._shown:
            return  # somebody may be typing a name
        current = self._row()
        self._shown = tuple(searches)
        with self.filling():
            self.model.removeRows(0, self.model.rowCount())
            for name, text in searches:
                item, beside = QStandardItem(name), QStandardItem()
                item.setToolTip(plain_tip(text))
                item.setData(text, Qt.ItemDataRole.AccessibleDescriptionRole)
                beside.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.model.appendRow([item, beside])
        if 0 <= current < len(searches):
            self.tree.setCurrentIndex(self.model.index(current, 0))

    def edit_name(self, row: int) -> None:
        """Let the person type a name where it stands."""
        index = self.model.index(row, 0)
        self.tree.setFocus(Qt.FocusReason.OtherFocusReason)
        self.tree.setCurrentIndex(index)
        self.tree.edit(index)

    def menu(self) -> QMenu:
        """What can be done with the current search."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self._rename, self._up, self._down])
        menu.addSeparator()
        menu.addAction(self._remove)
        return menu

    def _action(self, text: str, keys: str, do: object) -> QAction:
        action = QAction(text, self.tree)
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(do)
        self.tree.addAction(action)
        return action

    def _row(self) -> int:
        return self.tree.currentIndex().row()

    def _on_click(self, index: QModelIndex) -> None:
        self.chosen.emit(index.row())

    def _on_changed(self, item: QStandardItem) -> None:
        if self._filling or item.column() != 0:
            return
        row, name = item.row(), item.text().strip()
        self._shown = (*self._shown[:row], (item.text(), self._shown[row][1]), *self._shown[row + 1 :])
        self.renamed.emit(row, name)

    def _on_rename(self) -> None:
        if self._row() >= 0:
            self.edit_name(self._row())

    def _on_remove(self) -> None:
        if self._row() >= 0:
            self.removed.emit(self._row())

    def _move(self, step: int) -> None:
        row = self._row()
        if row >= 0 and 0 <= row + step < self.model.rowCount():
            self.moved.emit(row, row + step)

    def _open_menu(self, at: QPoint) -> None:
        index = self.tree.indexAt(at)
        if index.isValid():
            self.tree.setCurrentIndex(index)
            self.menu().popup(self.tree.viewport().mapToGlobal(at))
