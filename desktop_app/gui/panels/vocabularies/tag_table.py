"""The searchable table of a vocabulary's tags, in the middle of the editor."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QLineEdit, QTableView, QToolButton, QVBoxLayout, QWidget

from desktop_app.core.tag import Tag
from desktop_app.gui.panels.vocabularies.vocabulary_models import GROUP, NAME, PROMPTS, THRESHOLD, TagTableModel

_ROW_HEIGHT = 32


class _SearchField(QLineEdit):
    """Down and Enter lead to what was found; Escape takes the search away before it closes the window."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Else Enter would save, for that is what the window's first button does."""
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.left.emit()
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case _:
                super().keyPressEvent(event)


class TagTable(QWidget):
    """A search field above one row a tag."""

    chosen = Signal(object)
    """The `Tag` that became the current one, None when there is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """An empty table."""
        super().__init__(parent)
        self._model = TagTableModel(self)
        self._search = _SearchField()
        self._search.setPlaceholderText(self.tr("Search tags, prompts, groups"))
        self._search.setAccessibleName(self.tr("Search tags"))
        self._search.setClearButtonEnabled(True)
        for button in self._search.findChildren(QToolButton):
            button.setAccessibleName(self.tr("Clear the search"))
        self._search.textChanged.connect(self._search_tags)
        self._view = self._table()
        self._search.left.connect(self._view.setFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._search)
        layout.addWidget(self._view, 1)

    def show_tags(self, tags: Sequence[Tag], current: str | None) -> None:
        """Show these tags, the one with the id `current` (or else the first) being the current one."""
        self._model.show_tags(tags)
        self._go_to(self._model.row_of(current) or 0)
        if not self._model.rowCount():
            self.chosen.emit(None)

    def put_tag(self, tag: Tag) -> None:
        """Take over an edited tag."""
        self._model.put_tag(tag)

    def show_all(self) -> None:
        """Clear the search."""
        self._search.clear()

    def begin_search(self) -> None:
        """Put the cursor into the search field."""
        self._search.setFocus()
        self._search.selectAll()

    def current_tag(self) -> Tag | None:
        """The tag of the current row."""
        return self._model.tag_at(self._view.currentIndex().row())

    def current_row(self) -> int:
        """The number of the current row, -1 when there is none."""
        return self._view.currentIndex().row()

    def choose_row(self, row: int) -> None:
        """Make a row the current one."""
        if self._model.tag_at(row) is not None:
            self._go_to(row)

    def choose_tag(self, tag_id: str) -> None:
        """Make the row of a tag the current one, if it is in sight."""
        self.choose_row(self._model.row_of(tag_id) or 0)

    def neighbour(self, tag_id: str) -> str | None:
        """The id of the tag below `tag_id`, or above it where it is the last."""
        row = self._model.row_of(tag_id)
        if row is None:
            return None
        beside = self._model.tag_at(row + 1) or self._model.tag_at(row - 1)
        return beside.tag_id if beside else None

    def _table(self) -> QTableView:
        view = QTableView()
        view.setModel(self._model)
        view.setAccessibleName(self.tr("Tags"))
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setShowGrid(False)
        view.setAlternatingRowColors(True)
        view.setWordWrap(False)
        view.setTabKeyNavigation(False)
        view.setIconSize(QSize(12, 12))
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(_ROW_HEIGHT)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setStyleSheet("QHeaderView::section { padding: 8px 4px; }")  # where the cells' texts begin
        for column, width in ((NAME, 136), (GROUP, 92), (THRESHOLD, 56)):
            header.resizeSection(column, width)
        header.setSectionResizeMode(PROMPTS, QHeaderView.ResizeMode.Stretch)
        view.selectionModel().currentRowChanged.connect(self._tell_chosen)
        return view

    def _go_to(self, row: int) -> None:
        """Make a row the current one, and bring it into sight."""
        index = self._model.index(row, NAME)
        self._view.setCurrentIndex(index)
        # Qt scrolled by the length that the table had before, and would stop short of a row that is new.
        self._view.scrollTo(index)

    def _search_tags(self, text: str) -> None:
        tag = self.current_tag()
        self._model.search(text)
        self._go_to(self._model.row_of(tag.tag_id if tag else None) or 0)
        if not self._model.rowCount():
            self.chosen.emit(None)

    def _tell_chosen(self, current: QModelIndex) -> None:
        self.chosen.emit(self._model.tag_at(current.row()))
