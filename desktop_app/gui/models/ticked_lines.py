"""Lines of texts, each of which can be ticked in its first column."""

from collections.abc import Iterable, Sequence
from typing import Any, Final, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop_app.gui.plain_text import one_line, plain_tip, wrapped

Line = TypeVar("Line")
_Index = QModelIndex | QPersistentModelIndex
_TEXT: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


class TickedLines(QAbstractTableModel, Generic[Line]):
    """Knows which lines are ticked. Those who inherit say what stands in them."""

    ticked_changed = Signal(object, bool)
    """These lines, as a list, are ticked now, or are not any more."""

    def __init__(self, lines: Sequence[Line], headings: Sequence[str], parent: QObject | None = None) -> None:
        """No line is ticked; `headings` of the columns, from left to right."""
        super().__init__(parent)
        self._lines, self._headings = lines, headings
        self._ticked: set[int] = set()

    @property
    def ticked(self) -> frozenset[Line]:
        """The lines that are."""
        return frozenset(self._lines[row] for row in self._ticked)

    def tick_all(self, *, ticked: bool) -> None:
        """Tick every line, or none."""
        self._tick(range(len(self._lines)), ticked=ticked)

    def _tick(self, rows: Iterable[int], *, ticked: bool) -> None:
        changed = [row for row in rows if (row in self._ticked) is not ticked]
        if not changed:
            return
        (self._ticked.update if ticked else self._ticked.difference_update)(changed)
        first, last = self.index(changed[0], 0), self.index(changed[-1], 0)
        self.dataChanged.emit(first, last, [Qt.ItemDataRole.CheckStateRole])
        self.ticked_changed.emit([self._lines[row] for row in changed], ticked)

    def _text(self, line: Line, column: int) -> str:
        """What stands in a cell."""
        raise NotImplementedError

    # --- what Qt calls ---

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """A line for each."""
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """One for each heading."""
        return 0 if parent.isValid() else len(self._headings)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Each line can be ticked in its first column."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What stands in a cell, in one line; more of it when it is pointed at."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            return Qt.CheckState.Checked if index.row() in self._ticked else Qt.CheckState.Unchecked
        if role not in _TEXT:
            return None
        text = self._text(self._lines[index.row()], index.column())
        return plain_tip(wrapped(text)) if role == Qt.ItemDataRole.ToolTipRole else one_line(text)

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a line, or take the tick away."""
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != 0:
            return False
        self._tick([index.row()], ticked=Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._headings[section]
