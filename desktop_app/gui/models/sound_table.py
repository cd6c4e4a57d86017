"""The sounds shown: an array of ids; rows are read page by page when they are painted, so a million rows cost 8 MB."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt, QUrl

from desktop_app.gui.models.sound_rows import RowSource, SoundRow, format_text, length_text, trouble_text

Index = QModelIndex | QPersistentModelIndex
SoundIds = NDArray[np.int64]
ROOT = QModelIndex()

PAGE_ROWS = 128
"""Rows read at a time: more than a tall screen shows, few enough to take a few milliseconds."""
_PAGES_KEPT = 64
_NONE = np.empty(0, dtype=np.int64)


class Column(IntEnum):
    """Columns from left to right."""

    NAME = 0
    WAVEFORM = 1
    TAGS = 2
    LENGTH = 3
    FORMAT = 4
    SCORE = 5
    FOLDER = 6


class Role(IntEnum):
    """What painters ask for beside Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1
    """The whole `SoundRow`, or None for a sound that left the library."""
    SOUND_ID = Qt.ItemDataRole.UserRole + 2


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_ALIGNMENTS = {Column.LENGTH: _RIGHT, Column.SCORE: _RIGHT}
_ANSWERED = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        Role.ROW,
        Role.SOUND_ID,
    }
)


class SoundTableModel(QAbstractTableModel):
    """A table of sounds in the order given. Rows come from a `RowSource` and are kept in a small cache of pages."""

    def __init__(self, source: RowSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = source
        self._ids: SoundIds = _NONE
        self._scores: NDArray[np.float32] | None = None
        self._calibrated: NDArray[np.float32] | None = None
        self._pages: OrderedDict[int, dict[int, SoundRow]] = OrderedDict()
        self._order: tuple[Column | None, bool] = (None, False)

    # --- what is shown ---

    @property
    def sound_ids(self) -> SoundIds:
        """Ids of all rows from top to bottom; not to be changed."""
        return self._ids

    @property
    def scores(self) -> NDArray[np.float32] | None:
        """Scores of all rows, None when they are not ranked; not to be changed."""
        return self._scores

    def show_sounds(
        self,
        sound_ids: SoundIds,
        scores: NDArray[np.float32] | None = None,
        calibrated: NDArray[np.float32] | None = None,
    ) -> None:
        """Show these sounds [n], with their scores [n] if they were ranked, and these scores calibrated [n], 0..1, if
        they can be told as bands.
        """
        self.beginResetModel()
        self._ids = np.asarray(sound_ids, dtype=np.int64)
        self._scores = scores
        self._calibrated = calibrated
        self._pages.clear()
        self.endResetModel()

    @property
    def order(self) -> tuple[Column | None, bool]:
        """The column that the rows are sorted by (None: the library's own order), and whether downwards."""
        return self._order

    def show_order(self, column: Column | None, *, descending: bool) -> None:
        """Mark a column's title with an arrow; the rows are sorted by whoever gives them."""
        self._order = (column, descending)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def refresh(self, sound_ids: Sequence[int] | SoundIds) -> None:
        """These sounds changed: read them again when they are next painted."""
        rows = self.rows_of(sound_ids)
        if not len(rows):
            return
        for page in np.unique(rows // PAGE_ROWS).tolist():
            self._pages.pop(page, None)
        self._repaint(int(rows.min()), int(rows.max()))

    def refresh_all(self) -> None:
        """Every row may have changed (the vocabulary did)."""
        self._pages.clear()
        if len(self._ids):
            self._repaint(0, len(self._ids) - 1)

    def rows_of(self, sound_ids: Sequence[int] | SoundIds) -> SoundIds:
        """Row numbers of those of these sounds that are shown, from top to bottom."""
        return np.flatnonzero(np.isin(self._ids, np.asarray(sound_ids, dtype=np.int64)))

    def row_at(self, row: int) -> SoundRow | None:
        """What the list shows in a row; None when the sound is no longer in the library."""
        page = self._page(row // PAGE_ROWS)
        return page.get(int(self._ids[row]))

    def _repaint(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))

    def _page(self, number: int) -> dict[int, SoundRow]:
        page = self._pages.get(number)
        if page is None:
            ids = self._ids[number * PAGE_ROWS : (number + 1) * PAGE_ROWS].tolist()
            page = {row.sound.sound_id: row for row in self._source.rows(ids)}
            self._pages[number] = page
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        return page

    # --- Qt's questions ---

    def rowCount(self, parent: Index = ROOT) -> int:
        """Number of sounds."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = ROOT) -> int:
        """Number of columns, hidden ones included."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles of the columns, aligned as their cells are."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        column = Column(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._title_with_order(column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGNMENTS.get(column, _LEFT)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, tool tip and accessible text of a cell, and the roles of `Role`."""
        # Qt asks for some seven roles a cell; most of them are none of ours.
        if role not in _ANSWERED or not index.isValid():
            return None
        column = Column(index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _ALIGNMENTS.get(column, _LEFT)
        if role == Role.SOUND_ID:
            return int(self._ids[index.row()])
        row = self.row_at(index.row())
        if role == Role.ROW or row is None:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tool_tip(column, row)
        if role == Qt.ItemDataRole.DisplayRole and column in (Column.WAVEFORM, Column.TAGS):
            return None
        return self._text(column, row, index.row())

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be selected and dragged out."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def title(self, column: Column) -> str:
        """A column's name as a person reads it."""
        return self.tr(column.name.capitalize())

    def _title_with_order(self, column: Column) -> str:
        title = self.title(column)
        sorted_by, descending = self._order
        return f"{title} {'↓' if descending else '↑'}" if column == sorted_by else title

    def _text(self, column: Column, row: SoundRow, number: int) -> str:
        if column is Column.SCORE:
            return "" if self._scores is None else score_text(float(self._scores[number]))
        return _TEXTS[column](row)

    # --- dragging out ---

    def mimeTypes(self) -> list[str]:
        """Files, as every file manager and audio workstation understands them."""
        return ["text/uri-list"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The files of the rows that these cells belong to, from top to bottom; those that are not there left out."""
        return mime_of([row for n in sorted({index.row() for index in indexes}) if (row := self.row_at(n))])

    def supportedDragActions(self) -> Qt.DropAction:
        """Copy only: a move would let the target delete the file."""
        return Qt.DropAction.CopyAction


def score_text(score: float) -> str:
    """Two decimals, and no minus sign before a zero."""
    return f"{round(score, 2) + 0.0:.2f}"


def mime_of(rows: Sequence[SoundRow]) -> QMimeData:
    """Files of these rows as a drag carries them."""
    result = QMimeData()
    result.setUrls([QUrl.fromLocalFile(str(row.sound.path)) for row in rows if row.sound.path.exists()])
    return result


def _tool_tip(column: Column, row: SoundRow) -> str:
    if column is Column.TAGS and row.tags:
        return ", ".join(f"{tag.name} ({tag.source})" for tag in row.tags)
    return "\n".join(filter(None, (str(row.sound.path), trouble_text(row.sound))))


def _name(row: SoundRow) -> str:
    return row.sound.name


def _tags(row: SoundRow) -> str:
    return ", ".join(tag.name for tag in row.tags)


def _waveform(row: SoundRow) -> str:
    return f"Waveform, {length_text(row.sound.format)}" if row.thumbnail is not None else "No waveform yet"


_TEXTS: dict[Column, Callable[[SoundRow], str]] = {
    Column.NAME: _name,
    Column.WAVEFORM: _waveform,
    Column.TAGS: _tags,
    Column.LENGTH: lambda row: length_text(row.sound.format),
    Column.FORMAT: lambda row: format_text(row.sound.format),
    Column.FOLDER: lambda row: str(row.sound.path.parent),
}
