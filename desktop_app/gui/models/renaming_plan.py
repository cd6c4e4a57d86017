"""Which names files would get, as a table: a row a sound, to tick, with a CatID to choose and an FXName to edit. Texts
are made when they are painted, for there may be very many.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QBrush, QColor

from desktop_app.cat_id_choice import Reason
from desktop_app.file_changes.rename_planning import NameEdit, PlannedName
from desktop_app.file_changes.renaming import RenameOutcome
from desktop_app.gui import theme
from desktop_app.gui.models.coming_rows import ComingRows
from desktop_app.gui.plain_text import plain_tip, shown_name
from desktop_app.gui.renaming_texts import note_text, offer_text, reason_text

_Index = QModelIndex | QPersistentModelIndex
PLANNED_ROLE: Final = Qt.ItemDataRole.UserRole
"""The `PlannedName` of a row."""


class NameColumn(IntEnum):
    """The columns, from left to right."""

    OLD = 0
    NEW = 1
    CAT_ID = 2
    WHY = 3
    FX_NAME = 4
    NOTE = 5


class RenamingPlanModel(QAbstractTableModel):
    """Grows while sounds are looked at."""

    edited = Signal(object)
    """A list of (`PlannedName`, `NameEdit`): what a person wants otherwise."""
    ticked = Signal()
    """Other rows are to be renamed now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._planned: list[PlannedName] = []
        self._coming = ComingRows[PlannedName]()
        self._ticks: dict[int, bool] = {}
        """What a person wants renamed or not, by the sound's id."""
        self.edits: dict[int, NameEdit] = {}
        """What a person wants otherwise, by the sound's id; it outlives plans."""
        self.wanted_rows: Callable[[], Sequence[int]] = lambda: ()
        """Gives the rows that are selected: a tick or a CatID in one of them goes to all."""

    @property
    def planned(self) -> list[PlannedName]:
        """All that is shown."""
        return self._planned

    @property
    def wanted(self) -> list[PlannedName]:
        """Those that are to get another name."""
        return [item for item in self._planned if item.new is not None and self._is_ticked(item)]

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._planned = []
        self._coming.clear()
        self.endResetModel()

    def add(self, planned: Iterable[PlannedName], *, whole: bool) -> None:
        """Show these, too, or keep them until there are more, unless that makes it `whole`."""
        more = self._coming.take(planned, shown=len(self._planned), whole=whole)
        if not more:
            return
        self.beginInsertRows(QModelIndex(), len(self._planned), len(self._planned) + len(more) - 1)
        self._planned.extend(more)
        self.endInsertRows()

    def show_problems_first(self) -> None:
        """Show on top what cannot be renamed, then what would be, then what needs a CatID, then what is named so."""
        self.beginResetModel()
        self._planned.sort(key=_rank)
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By the texts of a column, in any letter case, and what told a CatID by how sure it is; as it is for none."""
        if column < 0:
            return
        self.beginResetModel()
        backwards = order == Qt.SortOrder.DescendingOrder
        self._planned.sort(key=lambda item: _sort_key(item, NameColumn(column)), reverse=backwards)
        self.endResetModel()

    def replace(self, changed: Iterable[PlannedName]) -> None:
        """Show these in the places of what was planned for their sounds."""
        row_of = {item.sound.sound_id: row for row, item in enumerate(self._planned)}
        rows = []
        for item in changed:
            row = row_of.get(item.sound.sound_id)
            if row is not None:
                self._planned[row] = item
                rows.append(row)
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), len(NameColumn) - 1))
        self.ticked.emit()

    def show_outcomes(self, outcomes: Iterable[RenameOutcome], renamed: Iterable[PlannedName]) -> None:
        """Show only what of the `renamed` could not be, or left its sidecar behind; if all is well, nothing changes."""
        told = {one.path: one.problem or one.left_behind for one in outcomes if one.problem or one.left_behind}
        left = [
            replace(item, new=None, problem=told[path])
            for item in renamed
            for path in (item.sound.path, item.new)
            if path is not None and path in told
        ]
        if left:
            self.clear()
            self.add(left, whole=True)

    def tick(self, rows: Iterable[int], *, wanted: bool) -> None:
        """Have these rows renamed, or not."""
        self._ticks |= {self._planned[row].sound.sound_id: wanted for row in rows}
        if self._planned:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._planned) - 1, len(NameColumn) - 1))
        self.ticked.emit()

    def _is_ticked(self, item: PlannedName) -> bool:
        """As a person wants it; until then, all but those with a doubtful CatID."""
        return self._ticks.get(item.sound.sound_id, item.offered is not None and not item.offered.is_doubtful)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """Sounds."""
        return 0 if parent.isValid() else len(self._planned)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """See `NameColumn`."""
        return 0 if parent.isValid() else len(NameColumn)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """What can be ticked and edited."""
        flags = super().flags(index)
        if not index.isValid():
            return flags
        item, column = self._planned[index.row()], NameColumn(index.column())
        if column is NameColumn.OLD and item.new is not None:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        if column is NameColumn.CAT_ID or (column is NameColumn.FX_NAME and item.offered is not None):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The texts; a tip shows them whole."""
        if not index.isValid():
            return None
        item, column = self._planned[index.row()], NameColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole if column is NameColumn.CAT_ID and item.offered is None and item.offers:
                return f"{item.offers[0].category.cat_id}?"
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole | Qt.ItemDataRole.AccessibleTextRole:
                return _text(item, column)
            case Qt.ItemDataRole.CheckStateRole if column is NameColumn.OLD and item.new is not None:
                return Qt.CheckState.Checked if self._is_ticked(item) else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(_tip(item, column))
            case Qt.ItemDataRole.ForegroundRole if item.new is None or not self._is_ticked(item):
                return QBrush(QColor(theme.current().dim))
            case _ if role == PLANNED_ROLE:
                return item
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick, take another CatID or another FXName: a tick and a CatID go to all selected rows, if this is one."""
        column = NameColumn(index.column())
        selected = () if column is NameColumn.FX_NAME else self.wanted_rows()
        rows = selected if index.row() in selected else [index.row()]
        if role == Qt.ItemDataRole.CheckStateRole:
            self.tick(rows, wanted=Qt.CheckState(value) == Qt.CheckState.Checked)
            return True
        text = str(value)
        if role != Qt.ItemDataRole.EditRole or text == _text(self._planned[index.row()], column):
            return False
        edits = []
        for row in rows:
            item = self._planned[row]
            before = self.edits.get(item.sound.sound_id, NameEdit())
            edit = NameEdit(before.cat_id, text) if column is NameColumn.FX_NAME else NameEdit(text, before.fx_name)
            self.edits[item.sound.sound_id] = edit
            self._ticks[item.sound.sound_id] = True
            edits.append((item, edit))
        self.edited.emit(edits)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What the columns are."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return {
                NameColumn.OLD: self.tr("Name"),
                NameColumn.NEW: self.tr("New name"),
                NameColumn.CAT_ID: self.tr("CatID"),
                NameColumn.WHY: self.tr("Told by"),
                NameColumn.FX_NAME: self.tr("FXName"),
                NameColumn.NOTE: self.tr("Note"),
            }[NameColumn(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None


def _text(item: PlannedName, column: NameColumn) -> str:
    match column:
        case NameColumn.OLD:
            return shown_name(item.sound.path.name)
        case NameColumn.NEW:
            return "" if item.new is None else shown_name(item.new.name)
        case NameColumn.CAT_ID:
            return "" if item.offered is None else item.offered.category.cat_id
        case NameColumn.WHY:
            return reason_text(item)
        case NameColumn.FX_NAME:
            return item.fx_name
        case NameColumn.NOTE:
            return note_text(item)


def _tip(item: PlannedName, column: NameColumn) -> str:
    if column is NameColumn.CAT_ID and item.offered is not None:
        return offer_text(item.offered)
    return shown_name(str(item.sound.path)) if column is NameColumn.OLD else _text(item, column)


def _sort_key(item: PlannedName, column: NameColumn) -> tuple[float, float, str]:
    if column is not NameColumn.WHY:
        return 0, 0, _text(item, column).casefold()
    if item.offered is None:
        return len(Reason), 0, ""
    return list(Reason).index(item.offered.reason), -item.offered.score, ""


def _rank(item: PlannedName) -> int:
    if item.problem:
        return 0
    if item.new is not None:
        return 1
    return 2 if item.offered is None else 3
