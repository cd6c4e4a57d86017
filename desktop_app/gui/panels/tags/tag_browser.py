"""The library's tags at the left: a click shows the sounds that have one, further clicks narrow the search down."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu, QToolButton, QWidget

from desktop_app.core.query_tokens import in_quotes
from desktop_app.engine.tagging.library_tags import TagCount
from desktop_app.gui.icons import icon
from desktop_app.gui.models.tag_list import TagListModel
from desktop_app.gui.panels.sidebar.sidebar import SidebarSection


class TagBrowser(SidebarSection):
    """Tags by vocabulary, with counts."""

    tag_chosen = Signal(str)
    """Name of a tag that was clicked: sounds must have it, beside those that were clicked before."""
    alternative_chosen = Signal(str)
    """Name of a tag that was clicked with Ctrl: it will do in place of the last one."""
    review_chosen = Signal(tuple)
    """Key of a tag whose sounds the person wants to go through."""
    edit_chosen = Signal()
    """The person wants to edit the vocabularies."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.model = TagListModel()
        super().__init__(self.tr("Tags"), self.model, parent)
        self.model.setParent(self)
        self._chosen: set[str] = set()
        edit = QToolButton(self)
        edit.setIcon(icon("pencil", "dim"))
        edit.setAccessibleName(self.tr("Edit the vocabularies"))
        edit.setToolTip(self.tr("Edit the vocabularies"))
        edit.clicked.connect(self.edit_chosen)
        self.add_button(edit)
        self.tree.setToolTip(
            self.tr("A click asks for the tag, one more for several at once; with Ctrl, for one or the other.")
        )
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.tree.clicked.connect(self._on_click)
        self.tree.activated.connect(self._on_click)
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._open_menu)

    def show_counts(self, counts: Sequence[TagCount], names: Mapping[str, str]) -> None:
        """Replace the tags; `names` are the active vocabularies' by id.

        Folded vocabularies stay folded, and the keyboard stays on its tag.
        """
        rows = range(self.model.rowCount())
        folded = {self.model.index(r, 0).data() for r in rows if not self.tree.isExpanded(self.model.index(r, 0))}
        place, current = self.tree.verticalScrollBar().value(), self.model.tag_key(self.tree.currentIndex())
        self.model.show_counts(counts, names)
        for row in range(self.model.rowCount()):
            index = self.model.index(row, 0)
            self.tree.setExpanded(index, index.data() not in folded)
        self._mark()
        if current is not None:
            self.tree.selectionModel().setCurrentIndex(
                self.model.index_of(current), QItemSelectionModel.SelectionFlag.NoUpdate
            )
        self.tree.verticalScrollBar().setValue(place)
        self.fit_counts(self.model.largest)

    def show_chosen(self, names: Iterable[str]) -> None:
        """Mark the tags of these names, in any case: those that the search asks for."""
        self._chosen = set(names)
        self._mark()

    def _mark(self) -> None:
        flags = QItemSelectionModel.SelectionFlag
        marked = self.tree.selectionModel()
        chosen = self.model.called(self._chosen)
        if set(chosen) == set(marked.selectedRows()):
            return
        marked.clearSelection()
        for index in chosen:
            marked.select(index, flags.Select | flags.Rows)

    def menu_of(self, index: QModelIndex) -> QMenu | None:
        """What can be done with a tag; None for a vocabulary."""
        key = self.model.tag_key(index)
        if key is None:
            return None
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        review = menu.addAction(icon("list-checks"), self.tr("Review this tag..."))
        review.triggered.connect(lambda: self.review_chosen.emit(key))
        return menu

    def _open_menu(self, at: QPoint) -> None:
        menu = self.menu_of(self.tree.indexAt(at))
        if menu is not None:
            menu.popup(self.tree.viewport().mapToGlobal(at))

    def _on_click(self, index: QModelIndex) -> None:
        name = self.model.tag_name(index)
        if name is None:
            return
        with_control = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier
        (self.alternative_chosen if with_control else self.tag_chosen).emit(name)


def tag_filter(name: str) -> str:
    """How the search line asks for a tag."""
    return f"tag:{in_quotes(name)}"
