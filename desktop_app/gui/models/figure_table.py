"""A table of figures that can be sorted by any column: made once from what was found out, and only looked at."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from math import isnan, nan
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.gui.plain_text import plain_tip, shown_name

Index = QModelIndex | QPersistentModelIndex


class FigureRole(IntEnum):
    """What a delegate asks for beside the text."""

    SHARE = Qt.ItemDataRole.UserRole + 1
    """0..1, to be drawn as a bar; None where there is none."""
    INTERVAL = Qt.ItemDataRole.UserRole + 2
    """(low, high) where the share may really lie; None where that is not known."""


@dataclass(frozen=True, slots=True)
class FigureColumn:
    """One column."""

    title: str
    tip: str = ""
    """What the figures mean."""
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class FigureCell:
    """What stands in one place."""

    text: str
    value: float = nan
    """What numbers are sorted by; texts are sorted by their letters."""
    tip: str = ""
    """The text itself where this is empty."""
    share: float | None = None
    interval: tuple[float, float] | None = None
    strong: bool = False
    """To be pointed out, together with words that say why."""


FigureRow = Sequence[FigureCell]


class FigureTable(QAbstractTableModel):
    """Rows in the order given until a column is chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        """No columns yet."""
        super().__init__(parent)
        self.columns: tuple[FigureColumn, ...] = ()
        self._rows: tuple[FigureRow, ...] = ()
        self._order: list[int] = []

    def show_columns(self, columns: Sequence[FigureColumn]) -> None:
        """Have these columns from now on, and no rows yet."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self._rows, self._order = (), []
        self.endResetModel()

    def show_rows(self, rows: Sequence[FigureRow]) -> None:
        """Show these in place of those before."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self._order = list(range(len(self._rows)))
        self.endResetModel()

    def number_of(self, row: int) -> int:
        """Which of the rows given stands in a row; -1 where there is none."""
        return self._order[row] if 0 <= row < len(self._order) else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """All rows."""
        return 0 if parent.isValid() else len(self._order)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """All columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The text for eyes and screen readers, and what a delegate draws."""
        cell = self._rows[self._order[index.row()]][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return shown_name(cell.text)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(cell.tip or cell.text)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(is_number=self.columns[index.column()].is_number)
            case FigureRole.SHARE:
                return cell.share
            case FigureRole.INTERVAL:
                return cell.interval
        return None

    def is_strong(self, index: Index) -> bool:
        """Whether a cell is pointed out."""
        return self._rows[self._order[index.row()]][index.column()].strong

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What the columns are, and what that means."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return plain_tip(column.tip) or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(is_number=column.is_number)
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in order; what is unknown comes last either way. A column of -1 is the order given."""
        self.layoutAboutToBeChanged.emit()
        before = [(index, self._order[index.row()]) for index in self.persistentIndexList()]
        self._order = self._sorted(column, descending=order == Qt.SortOrder.DescendingOrder)
        places = {number: row for row, number in enumerate(self._order)}
        for index, number in before:
            self.changePersistentIndex(index, self.index(places[number], index.column()))
        self.layoutChanged.emit()

    def _sorted(self, column: int, *, descending: bool) -> list[int]:
        numbers = range(len(self._rows))
        if not 0 <= column < len(self.columns):
            return list(numbers)
        if not self.columns[column].is_number:
            return sorted(numbers, key=lambda number: self._rows[number][column].text.casefold(), reverse=descending)
        sign = -1 if descending else 1

        def key(number: int) -> tuple[bool, float]:
            value = self._rows[number][column].value
            return isnan(value), 0.0 if isnan(value) else sign * value

        return sorted(numbers, key=key)


def _alignment(*, is_number: bool) -> int:
    side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
