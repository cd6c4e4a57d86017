"""What would be written into files, as a tree: a file, and below it each text that changes. Rows are made when they are
painted, for there may be very many.
"""

from collections.abc import Iterable
from enum import IntEnum
from typing import Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QBrush, QColor

from desktop_app.file_changes.tag_writing import PlannedSound
from desktop_app.gui import theme
from desktop_app.gui.change_runner import FileOutcome
from desktop_app.gui.models.coming_rows import ComingRows
from desktop_app.gui.plain_text import plain_tip, shown_name
from desktop_app.gui.retelling import retold
from desktop_app.library.metadata.mapping import slot_name
from desktop_app.library.metadata.slots import Place, Slot
from desktop_app.library.metadata.writing import WritePlan

_Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT: Final = 24
"""Pixels, as the next."""
_TWO_LINES: Final = 40
"""Where there are only reasons, which are sentences."""
_BETWEEN: Final = "; "
"""Between texts of one slot."""


class PlanColumn(IntEnum):
    """The columns, from left to right."""

    WHERE = 0
    BEFORE = 1
    AFTER = 2


class WritingPlanModel(QAbstractItemModel):
    """Grows while files are looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._planned: list[PlannedSound] = []
        self._coming = ComingRows[PlannedSound]()
        self.writable = 0
        """How many files can be written."""

    @property
    def planned(self) -> list[PlannedSound]:
        """All that is shown, those among them that cannot be written."""
        return self._planned

    @property
    def closed(self) -> int:
        """How many files cannot be written."""
        return len(self._planned) - self.writable

    def clear(self) -> None:
        """Show nothing."""
        self.beginResetModel()
        self._planned, self.writable = [], 0
        self._coming.clear()
        self.endResetModel()

    def add(self, planned: Iterable[PlannedSound], *, whole: bool = True) -> None:
        """Show these, too, or keep them until there are more, unless that makes it `whole`."""
        more = self._coming.take(planned, shown=len(self._planned), whole=whole)
        if not more:
            return
        self.beginInsertRows(QModelIndex(), len(self._planned), len(self._planned) + len(more) - 1)
        self._planned.extend(more)
        self.writable += sum(item.plan is not None for item in more)
        self.endInsertRows()

    def show_closed_first(self) -> None:
        """Show on top which files cannot be written."""
        self.beginResetModel()
        self._planned.sort(key=lambda item: item.plan is not None)
        self.endResetModel()

    def show_left_alone(self, outcomes: Iterable[FileOutcome]) -> None:
        """Show only those that could not be written, if there are any."""
        problems = {outcome.path: outcome.problem for outcome in outcomes}
        if problems:
            left = [
                PlannedSound(item.sound, None, problems[item.sound.path])
                for item in self._planned
                if item.sound.path in problems
            ]
            self.clear()
            self.add(left)

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008 (Qt's own default)
        """Of a change, the number of its file, from 1, is in the index."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: _Index) -> QModelIndex:  # type: ignore[override]
        """The file of a change."""
        number = int(index.internalId()) if index.isValid() else 0
        return self.createIndex(number - 1, 0, 0) if number else QModelIndex()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Files, or a file's changes."""
        if not parent.isValid():
            return len(self._planned)
        if parent.internalId() or parent.column():
            return 0
        item = self._planned[parent.row()]
        plan = item.plan
        if plan is None:
            return 0
        return len(plan.changes) + len(plan.left_alone) + bool(plan.other_names) + bool(item.kept)

    def hasChildren(self, parent: _Index = QModelIndex()) -> bool:  # noqa: B008
        """Asked for every file by its view."""
        return not parent.isValid() or (not parent.internalId() and self._planned[parent.row()].plan is not None)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: ARG002, B008
        """Where, before, after."""
        return len(PlanColumn)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The texts; a tip shows them whole."""
        if role == Qt.ItemDataRole.SizeHintRole:
            return QSize(0, ROW_HEIGHT if self.writable else _TWO_LINES)
        number = int(index.internalId())
        if number:
            return self._change_data(number - 1, index, role)
        item = self._planned[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._file_text(item, PlanColumn(index.column()))
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(retold(item.problem) or shown_name(str(item.sound.path)))
            case Qt.ItemDataRole.ForegroundRole if item.plan is None:
                return QBrush(QColor(theme.current().dim))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What the columns are."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("File and place"), self.tr("Before"), self.tr("After"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def _file_text(self, item: PlannedSound, column: PlanColumn) -> str:
        if column is PlanColumn.WHERE:
            return shown_name(item.sound.path.name)
        if item.plan is None:
            return "" if column is PlanColumn.BEFORE else retold(item.problem)
        return "" if column is PlanColumn.BEFORE else self.tr("%Ln text(s)", "", len(item.plan.changes))

    def _change_data(self, number: int, index: _Index, role: int) -> object:
        item = self._planned[number]
        if item.plan is None:
            return None
        texts, is_change = self._line(item.plan, item.kept, index.row())
        text = texts[index.column()]
        match role:
            case Qt.ItemDataRole.ForegroundRole if not is_change:
                return QBrush(QColor(theme.current().dim))
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return shown_name(text)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(text)
        return None

    def _line(self, plan: WritePlan, kept: str, row: int) -> tuple[tuple[str, str, str], bool]:
        """What is said in a line below a file, and whether that is a change: behind those come texts that are left as
        they are, what is kept of its category, and last what becomes of the file's other names.
        """
        if row < len(plan.changes):
            change = plan.changes[row]
            return (place_text(change.slot), _BETWEEN.join(change.before), _BETWEEN.join(change.after)), True
        row -= len(plan.changes)
        if row < len(plan.left_alone):
            left = plan.left_alone[row]
            return (place_text(left.slot), self.tr("Is not written"), retold(left.reason)), False
        if kept and row == len(plan.left_alone):
            return (self.tr("Category"), self.tr("Is kept"), retold(kept)), False
        others = self.tr(
            "This name becomes a file of its own; %Ln other name(s) lead to the file as it is.", "", plan.other_names
        )
        return (self.tr("Hard links"), "", others), False


def place_text(slot: Slot) -> str:
    """Where a text stands, as people name it: in iXML, its part of it is named, too."""
    return f"{slot.place} {slot.key}" if slot.place is Place.IXML else slot_name(slot).replace("/", " ", 1)
