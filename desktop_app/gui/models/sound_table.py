"""The sounds shown: an array of ids; rows come from a few pages of `SoundPages`, so a million rows cost 8 MB.

Copies of a sound can be folded into one row; what is spoken of as a row is always one that is seen.
"""

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import Any

import numpy as np
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.core.moment import Moment, Moments
from desktop_app.gui.models.folding import LabelsOf, Listing, Scores, SoundIds
from desktop_app.gui.models.measured_texts import key_words
from desktop_app.gui.models.sound_cells import (
    NUMBERS,
    PAINTED,
    Column,
    cell_text,
    copies_text,
    moment_text,
    moment_time,
    score_text,
    title,
    tool_tip,
    trouble_word,
)
from desktop_app.gui.models.sound_drag import FILES_FORMAT, SoundDrag
from desktop_app.gui.models.sound_pages import ReadLater, SoundPages
from desktop_app.gui.models.sound_rows import RowSource, SoundRow
from desktop_app.gui.plain_text import plain_tip
from desktop_app.gui.translations import decimal_text

Index = QModelIndex | QPersistentModelIndex
Why = Callable[[int], str | None]
ROOT = QModelIndex()


class Role(IntEnum):
    """What painters ask for beside Qt's own roles."""

    ROW = Qt.ItemDataRole.UserRole + 1
    """The whole `SoundRow`, or None for a sound that left the library."""
    SOUND_ID = Qt.ItemDataRole.UserRole + 2
    COPIES = Qt.ItemDataRole.UserRole + 3
    """How many copies a row stands for beside itself; 0 where there are none or nothing is folded."""
    UNFOLDED = Qt.ItemDataRole.UserRole + 4
    """Whether a row is a copy, shown below its first one."""


_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_OF_ROWS = frozenset(Role)
_ANSWERED = frozenset(
    {
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole,
        *Role,
    }
)


class SoundTableModel(QAbstractTableModel):
    """A table of sounds in the order given. Rows come from a `RowSource`, page by page."""

    def __init__(self, source: RowSource, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.why: Why | None = None
        """Says at once why a sound was found, for the tool tips of name and score; None while that is not known."""
        self._source = source
        self._listing = Listing()
        self._pages = SoundPages(source, self._repaint)
        self._order: tuple[Column | None, bool] = (None, False)

    def read_changes(self, later: ReadLater) -> None:
        """Read rows that changed by `later` from now on, and show the old ones meanwhile."""
        self._pages.later = later

    # --- what is shown ---

    @property
    def sound_ids(self) -> SoundIds:
        """Ids of all rows that are seen, from top to bottom; not to be changed."""
        return self._listing.seen

    @property
    def listed_ids(self) -> SoundIds:
        """Ids of all sounds that are listed, those that are folded away included; not to be changed."""
        return self._listing.sound_ids

    @property
    def scores(self) -> Scores | None:
        """Scores of all sounds that are listed, None when they are not ranked; not to be changed."""
        return self._listing.scores

    @property
    def calibrated(self) -> Scores | None:
        """Calibrated scores of all sounds that are listed, None when they cannot be told as bands."""
        return self._listing.calibrated

    @property
    def moments(self) -> Moments | None:
        """When each of the sounds that are listed answers the search best; None when they are not ranked."""
        return self._listing.moments

    def moment_at(self, row: int) -> Moment | None:
        """When the sound in a row answers the search best; None for a sound without a moment."""
        moments = self._listing.moments
        return None if moments is None else moments.at(self._listing.place(row))

    def show_sounds(
        self,
        sound_ids: SoundIds,
        scores: Scores | None = None,
        calibrated: Scores | None = None,
        moments: Moments | None = None,
    ) -> None:
        """Show these sounds [n], with their scores [n] if they were ranked, these scores calibrated [n], 0..1, if they
        can be told as bands, and their moments [n].
        """
        self.beginResetModel()
        self._listing.show(np.asarray(sound_ids, dtype=np.int64), scores, calibrated, moments)
        self._pages.show(self._listing.seen)
        self.endResetModel()

    # --- folding ---

    @property
    def folds(self) -> bool:
        """Whether copies are folded into one row."""
        return self._listing.folds

    def fold_copies(self, labels_of: LabelsOf | None) -> None:
        """Fold sounds with equal labels into the first of them; None shows every sound in a row of its own."""
        self.beginResetModel()
        self._listing.fold_by(labels_of)
        self._pages.show(self._listing.seen)
        self.endResetModel()

    def copies_at(self, row: int) -> int:
        """How many copies a row stands for beside itself."""
        return self._listing.copies_at(row)

    def is_open(self, row: int) -> bool:
        """Whether the copies of a row are shown below it."""
        return self._listing.is_open(row)

    def first_of(self, row: int) -> int:
        """The row whose copy this one is; the row itself when it is none."""
        return self._listing.first_of(row)

    def open(self, row: int, *, opened: bool) -> None:
        """Show the copies of a row below it, or fold them away again."""
        copies = self.copies_at(row)
        if not copies or self.is_open(row) == opened:
            return
        if opened:
            self.beginInsertRows(ROOT, row + 1, row + copies)
        else:
            self.beginRemoveRows(ROOT, row + 1, row + copies)
        self._listing.open(row, opened=opened)
        self._pages.show(self._listing.seen)
        if opened:
            self.endInsertRows()
        else:
            self.endRemoveRows()

    @property
    def order(self) -> tuple[Column | None, bool]:
        """The column that the rows are sorted by (None: the library's own order), and whether downwards."""
        return self._order

    def show_order(self, column: Column | None, *, descending: bool) -> None:
        """Mark a column's title with an arrow; the rows are sorted by whoever gives them."""
        self._order = (column, descending)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(Column) - 1)

    def refresh(self, sound_ids: Sequence[int]) -> None:
        """These sounds changed: read them again, those that were not seen yet excepted."""
        self._pages.refresh(sound_ids)

    def refresh_all(self) -> None:
        """Every row may have changed (the vocabulary did)."""
        self._pages.refresh_all()

    def rows_of(self, sound_ids: Sequence[int] | SoundIds) -> SoundIds:
        """Row numbers of those of these sounds that are shown, from top to bottom."""
        return np.flatnonzero(np.isin(self._listing.seen, np.asarray(sound_ids, dtype=np.int64)))

    def row_at(self, row: int) -> SoundRow | None:
        """What the list shows in a row; None when the sound is no longer in the library."""
        return self._pages.row(row)

    def _repaint(self, first: int, last: int) -> None:
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(Column) - 1))

    # --- Qt's questions ---

    def rowCount(self, parent: Index = ROOT) -> int:
        """Number of sounds."""
        return 0 if parent.isValid() else len(self._listing.seen)

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
            return _alignment(column)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, tool tip and accessible text of a cell, and the roles of `Role`."""
        # Qt asks for some seven roles a cell; most of them are none of ours.
        if role not in _ANSWERED or not index.isValid():
            return None
        if role in _OF_ROWS:
            return self._about_row(index.row(), role)
        column = Column(index.column())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(column)
        row = self.row_at(index.row())
        if row is None or (role == Qt.ItemDataRole.DisplayRole and column in PAINTED):
            return None
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self._tool_tip(column, row, index.row()))
        text = self._text(column, row, index.row())
        return self._spoken(column, row, text, index.row()) if role == Qt.ItemDataRole.AccessibleTextRole else text

    def _about_row(self, number: int, role: int) -> object:
        if role == Role.ROW:
            return self.row_at(number)
        if role == Role.SOUND_ID:
            return int(self._listing.seen[number])
        return self._listing.copies_at(number) if role == Role.COPIES else self._listing.is_copy(number)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Rows can be selected and dragged out."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled

    def _title_with_order(self, column: Column) -> str:
        sorted_by, descending = self._order
        return f"{title(column)} {'↓' if descending else '↑'}" if column == sorted_by else title(column)

    def _text(self, column: Column, row: SoundRow, number: int) -> str:
        if column is Column.MOMENT:
            return moment_time(self.moment_at(number))
        if column is not Column.SCORE:
            return cell_text(column, row)
        listing, place = self._listing, self._listing.place(number)
        if listing.scores is None:
            return ""
        calibrated = None if listing.calibrated is None else float(listing.calibrated[place])
        return score_text(float(listing.scores[place]), calibrated)

    def _spoken(self, column: Column, row: SoundRow, text: str, number: int) -> str:
        """What a screen reader says: the name with what is painted beside it."""
        if column is Column.MOMENT:
            return moment_text(self.moment_at(number))
        if column is Column.KEY:
            return key_words(row.measured)
        if column is not Column.NAME:
            return text
        copies = self.copies_at(number)
        marks = (trouble_word(row), row.marks.note, copies_text(copies) if copies else "")
        return ", ".join(filter(None, (text, *marks)))

    def _tool_tip(self, column: Column, row: SoundRow, number: int) -> str:
        """Where something was searched for, why the sound was found, too; beside a band the number behind it."""
        parts = [tool_tip(column, row)]
        if column is Column.MOMENT:
            parts.insert(0, moment_text(self.moment_at(number)))
        if self.why is not None and column in (Column.NAME, Column.SCORE):
            parts.append(self.why(row.sound.sound_id) or "")
        listing = self._listing
        if column is Column.SCORE and listing.scores is not None:
            score = float(listing.scores[listing.place(number)])
            parts.append(self.tr("Score {score}").format(score=decimal_text(score, 3)))
        return "\n".join(filter(None, parts))

    # --- dragging out ---

    def mimeTypes(self) -> list[str]:
        """Files, as every file manager and audio workstation understands them."""
        return [FILES_FORMAT]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> SoundDrag:
        """The files of the rows that these cells belong to, from top to bottom; those that are not there left out."""
        return self.drag_of(sorted({index.row() for index in indexes}))

    def drag_of(self, numbers: Sequence[int]) -> SoundDrag:
        """What a drag of these rows carries, as `mimeData`: an index for each cell of many rows takes seconds."""
        return SoundDrag(self._listing.seen[numbers], self._source.paths)

    def supportedDragActions(self) -> Qt.DropAction:
        """Copy only: a move would let the target delete the file."""
        return Qt.DropAction.CopyAction


def _alignment(column: Column) -> Qt.AlignmentFlag:
    return _RIGHT if column in NUMBERS else _LEFT
