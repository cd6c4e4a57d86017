"""The table of sounds as Qt draws it, set up so that it stays quick with a million rows; files can be dragged out."""

from collections.abc import Sequence

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
)
from PySide6.QtGui import QColor, QContextMenuEvent, QDrag, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QHeaderView, QMenu, QTableView, QWidget

from desktop_app.gui import theme
from desktop_app.gui.actions.maker import for_menu
from desktop_app.gui.models.sound_table import Column, SoundIds, SoundTableModel
from desktop_app.gui.panels.sound_delegates import ROW_HEIGHT, CellDelegate, TagsDelegate, WaveformDelegate

_WIDTHS = {
    Column.NAME: 240,
    Column.WAVEFORM: 190,
    Column.TAGS: 330,
    Column.LENGTH: 76,
    Column.FORMAT: 118,
    Column.SCORE: 72,
    Column.FOLDER: 260,
}
_CHOOSABLE = (Column.WAVEFORM, Column.TAGS, Column.LENGTH, Column.FORMAT, Column.FOLDER)
"""Columns that the header's menu hides and shows; the score shows itself when there is one."""


class SoundView(QTableView):
    """A table of sounds. Selection is by whole rows and is spoken of in sound ids."""

    def __init__(self, model: SoundTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sounds = model
        self.setModel(model)
        self.setAccessibleName(self.tr("Sounds"))
        self._set_up_rows()
        self._set_up_columns()
        # Kept by Python too: a view does not own its delegates.
        self._delegates = (CellDelegate(self), WaveformDelegate(self), TagsDelegate(self))
        text, waveform, tags = self._delegates
        self.setItemDelegate(text)
        self.setItemDelegateForColumn(Column.WAVEFORM, waveform)
        self.setItemDelegateForColumn(Column.TAGS, tags)

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

    def _set_up_columns(self) -> None:
        header = self.horizontalHeader()
        header.setObjectName("columns")
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setMinimumSectionSize(50)
        for column, width in _WIDTHS.items():
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(Column.TAGS, QHeaderView.ResizeMode.Stretch)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(lambda at: self.columns_menu().popup(header.mapToGlobal(at)))
        self.setColumnHidden(Column.FOLDER, True)
        self.setColumnHidden(Column.SCORE, True)

    def columns_menu(self) -> QMenu:
        """A menu that hides and shows columns."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column in _CHOOSABLE:
            action = menu.addAction(self._sounds.title(column))
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(column))
            action.toggled.connect(lambda shown, column=column: self.setColumnHidden(column, not shown))
        return menu

    # --- selection, spoken of in sound ids ---

    def selected_ids(self) -> SoundIds:
        """Ids of the selected sounds, from top to bottom."""
        ranges = sorted((part.top(), part.bottom()) for part in self.selectionModel().selection().toList())
        parts = [self._sounds.sound_ids[top : bottom + 1] for top, bottom in ranges if top >= 0]
        return np.concatenate(parts) if parts else np.empty(0, dtype=np.int64)

    def current_id(self) -> int | None:
        """The sound that the keyboard is on."""
        index = self.currentIndex()
        return int(self._sounds.sound_ids[index.row()]) if index.isValid() else None

    def select_ids(self, sound_ids: SoundIds, current: int | None) -> None:
        """Select those of these sounds that are shown and put the keyboard on `current`, without scrolling."""
        rows = self._sounds.rows_of(sound_ids)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(self._selection(rows), flags.ClearAndSelect | flags.Rows)
        at = self._sounds.rows_of([current]) if current is not None else rows[:0]
        if len(at):
            index = self._sounds.index(int(at[0]), Column.NAME)
            self.selectionModel().setCurrentIndex(index, flags.NoUpdate)

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

    def keyboardSearch(self, search: str) -> None:  # noqa: N802
        """Letters are shortcuts here; Qt's own search would read every row of the library."""

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
        indexes = self.selectionModel().selectedRows()
        data = self._sounds.mimeData(indexes)
        if not data.hasUrls():
            return
        names = [url.fileName() for url in data.urls()]
        drag = QDrag(self)
        drag.setMimeData(data)
        drag.setPixmap(drag_picture(names, self))
        drag.exec(supported & Qt.DropAction.CopyAction)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The actions of the list, for the selected sounds."""
        if self.actions() and self.selectionModel().hasSelection():
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions(for_menu(self.actions()))
            menu.popup(event.globalPos())


def drag_picture(names: Sequence[str], widget: QWidget) -> QPixmap:
    """What hangs at the mouse while files are dragged: the name, or how many there are."""
    text = names[0] if len(names) == 1 else QApplication.translate("SoundView", "{} files").format(len(names))
    metrics = widget.fontMetrics()
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, 260)
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
