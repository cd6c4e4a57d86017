"""The table of sounds as Qt draws it, set up so that it stays quick with a million rows; files can be dragged out."""

import numpy as np
from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QDrag, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QHeaderView, QMenu, QTableView, QWidget

from desktop_app.gui import theme
from desktop_app.gui.actions.maker import for_menu
from desktop_app.gui.models.folding import SoundIds
from desktop_app.gui.models.sound_cells import Column
from desktop_app.gui.models.sound_table import SoundTableModel
from desktop_app.gui.panels.sounds.column_header import ColumnHeader
from desktop_app.gui.panels.sounds.mark_delegates import NameDelegate, RatingDelegate, copies_rect, mark_at
from desktop_app.gui.panels.sounds.sound_delegates import ROW_HEIGHT, CellDelegate, TagsDelegate, WaveformDelegate
from desktop_app.gui.plain_text import shown_name


class SoundView(QTableView):
    """A table of sounds. Selection is by whole rows and is spoken of in sound ids."""

    mark_clicked = Signal(int, int)
    """(sound id, what was clicked): 1 to 5 for a star, 0 for the heart."""

    def __init__(self, model: SoundTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sounds = model
        self.setModel(model)
        self.setAccessibleName(self.tr("Sounds"))
        self.columns = ColumnHeader(self)
        self.setHorizontalHeader(self.columns)
        # A header asks of each cell below it whether it is selected, when it is painted: seconds in a large library.
        self.columns.setSelectionModel(QItemSelectionModel(model, self))
        self.columns.set_up()
        self._set_up_rows()
        # Kept by Python too: a view does not own its delegates.
        self._text = CellDelegate(self)
        self._painted = {
            Column.NAME: NameDelegate(self),
            Column.WAVEFORM: WaveformDelegate(self),
            Column.TAGS: TagsDelegate(self),
            Column.RATING: RatingDelegate(self),
        }
        self.setItemDelegate(self._text)
        for column, delegate in self._painted.items():
            self.setItemDelegateForColumn(column, delegate)

    def _set_up_rows(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setTabKeyNavigation(False)
        # Qt puts a button into the corner of every table, which nobody sees but a screen reader.
        for corner in self.findChildren(QAbstractButton):
            corner.setAccessibleName(self.tr("Select all sounds"))

    # --- selection, spoken of in sound ids ---

    def selected_ids(self) -> SoundIds:
        """Ids of the selected sounds, from top to bottom."""
        parts = [self._sounds.sound_ids[top : bottom + 1] for top, bottom in self._selected_ranges()]
        return np.concatenate(parts) if parts else np.empty(0, dtype=np.int64)

    def current_id(self) -> int | None:
        """The sound that the keyboard is on."""
        index = self.currentIndex()
        return int(self._sounds.sound_ids[index.row()]) if index.isValid() else None

    def select_ids(self, sound_ids: SoundIds, current: int | None) -> None:
        """Select those of these sounds that are shown and put the keyboard on `current`, without scrolling."""
        rows = self._sounds.rows_of(sound_ids)
        flags = QItemSelectionModel.SelectionFlag
        # They are whole rows; asked for those, Qt would compare each range with all others, for seconds.
        self.selectionModel().select(self._selection(rows), flags.ClearAndSelect)
        at = self._sounds.rows_of([current]) if current is not None else rows[:0]
        if len(at):
            index = self._sounds.index(int(at[0]), Column.NAME)
            self.selectionModel().setCurrentIndex(index, flags.NoUpdate)

    def _selected_ranges(self) -> list[tuple[int, int]]:
        """First and last rows of what is selected, from top to bottom."""
        parts = self.selectionModel().selection().toList()
        return sorted((part.top(), part.bottom()) for part in parts if part.top() >= 0)

    def _selection(self, rows: SoundIds) -> QItemSelection:
        """Ranges of neighbouring rows: selecting 100,000 rows one by one would take minutes."""
        selection = QItemSelection()
        if not len(rows):
            return selection
        for part in np.split(rows, np.flatnonzero(np.diff(rows) != 1) + 1):
            first = self._sounds.index(int(part[0]), 0)
            last = self._sounds.index(int(part[-1]), len(Column) - 1)
            selection.append(QItemSelectionRange(first, last))
        return selection

    def top_id(self) -> tuple[int, int] | None:
        """The sound at the upper edge and how many pixels of it are scrolled away."""
        row = self.rowAt(0)
        return None if row < 0 else (int(self._sounds.sound_ids[row]), -self.rowViewportPosition(row))

    def scroll_to_top_id(self, sound_id: int, hidden_pixels: int) -> None:
        """Bring a sound to the upper edge, as `top_id` described it, if it is still shown."""
        rows = self._sounds.rows_of([sound_id])
        if len(rows):
            # Qt lays out later; the scroll bar must know the new length now.
            self.executeDelayedItemsLayout()
            self.verticalScrollBar().setValue(int(rows[0]) * ROW_HEIGHT + hidden_pixels)

    # --- what Qt calls ---

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard comes to no sound by itself: Qt would go to the first one without selecting it, so that it would
        be heard and could not be judged, and the arrow down would leave it out.
        """
        nowhere = not self.currentIndex().isValid()
        rows = self.selectionModel()
        blocked = rows.blockSignals(nowhere)
        super().focusInEvent(event)
        if nowhere:
            rows.clearCurrentIndex()
        rows.blockSignals(blocked)

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Letters are shortcuts here; Qt's own search would read every row of the library."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on a star rates, one on the heart favours, one on the copies unfolds: none of them selects."""
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid() or not self._on_click(index, event):
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Two quick clicks on stars are two clicks."""
        index = self.indexAt(event.position().toPoint())
        if event.button() is not Qt.MouseButton.LeftButton or not index.isValid() or not self._on_click(index, event):
            super().mouseDoubleClickEvent(event)

    def _on_click(self, index: QModelIndex, event: QMouseEvent) -> bool:
        """Do what a click on a painted part of a cell means; False when it is a click like any other."""
        at, cell = event.position().toPoint(), self.visualRect(index)
        sound_id = int(self._sounds.sound_ids[index.row()])
        if index.column() == Column.RATING:
            mark = mark_at(cell, at.x())
            if mark is not None:
                self.mark_clicked.emit(sound_id, mark)
            return mark is not None
        copies = self._sounds.copies_at(index.row()) if index.column() == Column.NAME else 0
        if not copies or not copies_rect(cell, copies, self.fontMetrics()).contains(at):
            return False
        self._sounds.open(index.row(), opened=not self._sounds.is_open(index.row()))
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The right arrow shows the copies of a sound, the left one folds them away: as in a tree."""
        row = self.currentIndex().row()
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if plain and self._sounds.folds and row >= 0 and event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left):
            self._unfold(row, opened=event.key() == Qt.Key.Key_Right)
            return
        super().keyPressEvent(event)

    def _unfold(self, row: int, *, opened: bool) -> None:
        first = row if opened else self._sounds.first_of(row)
        if not opened and first != row:
            # The keyboard goes to the row that remains.
            self.selectRow(first)
        self._sounds.open(first, opened=opened)

    def moveCursor(  # noqa: N802
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Home and End go to the first and the last sound: Qt would go through the columns, which nobody sees."""
        ends = {QAbstractItemView.CursorAction.MoveHome: 0, QAbstractItemView.CursorAction.MoveEnd: -1}
        if action not in ends or not self._sounds.rowCount():
            return super().moveCursor(action, modifiers)
        return self._sounds.index(ends[action] % self._sounds.rowCount(), Column.NAME)

    def selectionCommand(  # noqa: N802
        self, index: QModelIndex | QPersistentModelIndex, event: QEvent | None = None
    ) -> QItemSelectionModel.SelectionFlag:
        """Every key selects the sound it goes to: what is heard and what is judged must be the same."""
        if not isinstance(event, QKeyEvent):
            return super().selectionCommand(index, event)
        flags = QItemSelectionModel.SelectionFlag
        extend = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        return (flags.SelectCurrent if extend else flags.ClearAndSelect) | flags.Rows

    def startDrag(self, supported: Qt.DropAction) -> None:  # noqa: N802
        """Drag the selected files out, as copies only."""
        data = self._sounds.drag_of([n for top, bottom in self._selected_ranges() for n in range(top, bottom + 1)])
        if not data.hasUrls():
            return
        drag = QDrag(self)
        drag.setMimeData(data)
        one = data.names[0] if data.count == 1 else ""
        drag.setPixmap(drag_picture(one or self.tr("%Ln file(s)", "", data.count), self))
        drag.exec(supported & Qt.DropAction.CopyAction)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The actions of the list, for the selected sounds."""
        if self.actions() and self.selectionModel().hasSelection():
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions(for_menu(self.actions()))
            menu.popup(event.globalPos())


def drag_picture(text: str, widget: QWidget) -> QPixmap:
    """What hangs at the mouse while files are dragged: the name, or how many there are."""
    metrics = widget.fontMetrics()
    shown = metrics.elidedText(shown_name(text), Qt.TextElideMode.ElideMiddle, 260)
    scale = widget.devicePixelRatioF()
    width, height = metrics.horizontalAdvance(shown) + 24, metrics.height() + 12
    picture = QPixmap(round(width * scale), round(height * scale))
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(widget.font())
    painter.setBrush(QColor(theme.current().accent))
    painter.setPen(Qt.PenStyle.NoPen)
    box = QRect(0, 0, width, height)
    painter.drawRoundedRect(box, 7, 7)
    painter.setPen(QColor(theme.current().on_accent))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
    painter.end()
    return picture
