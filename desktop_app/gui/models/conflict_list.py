"""Where a list contradicts what was said here, a line each, to be ticked where the list is to be believed."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desktop_app.core.said import Names
from desktop_app.core.verdict import Judgement
from desktop_app.exchange.importing import Conflict, Subject
from desktop_app.gui.plain_text import plain_tip, shown_name

_Index = QModelIndex | QPersistentModelIndex
_TEXT: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


class ConflictColumn(IntEnum):
    """The columns, from left to right."""

    SOUND = 0
    WHAT = 1
    HERE = 2
    THERE = 3


class ConflictModel(QAbstractTableModel):
    """Knows which lines are ticked."""

    ticked_changed = Signal()

    def __init__(self, conflicts: Sequence[Conflict], names: Names, parent: QObject | None = None) -> None:
        """`names`: what tags are called."""
        super().__init__(parent)
        self._conflicts, self._names = conflicts, names
        self._ticked: set[int] = set()

    @property
    def believed(self) -> frozenset[Conflict]:
        """Those in which the list is to be believed."""
        return frozenset(self._conflicts[row] for row in self._ticked)

    def tick_all(self, *, ticked: bool) -> None:
        """Believe the list everywhere, or nowhere."""
        self._ticked = set(range(len(self._conflicts))) if ticked else set()
        last = self.index(len(self._conflicts) - 1, ConflictColumn.SOUND)
        self.dataChanged.emit(self.index(0, ConflictColumn.SOUND), last, [Qt.ItemDataRole.CheckStateRole])
        self.ticked_changed.emit()

    # --- what Qt calls ---

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """A line for each."""
        return 0 if parent.isValid() else len(self._conflicts)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """See `ConflictColumn`."""
        return 0 if parent.isValid() else len(ConflictColumn)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Each line can be ticked where the sound is."""
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == ConflictColumn.SOUND else flags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What stands in a cell, in one line; the whole of it when it is pointed at."""
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == ConflictColumn.SOUND:
            return Qt.CheckState.Checked if index.row() in self._ticked else Qt.CheckState.Unchecked
        if role not in _TEXT:
            return None
        text = self._text(self._conflicts[index.row()], ConflictColumn(index.column()))
        return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else shown_name(" ".join(text.split()))

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Tick a line, or take the tick away."""
        if role != Qt.ItemDataRole.CheckStateRole or index.column() != ConflictColumn.SOUND:
            return False
        if Qt.CheckState(value) is Qt.CheckState.Checked:
            self._ticked.add(index.row())
        else:
            self._ticked.discard(index.row())
        self.dataChanged.emit(index, index, [role])
        self.ticked_changed.emit()
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Sound"), self.tr("What"), self.tr("Here"), self.tr("In the list"))[section]

    def _text(self, conflict: Conflict, column: ConflictColumn) -> str:
        if column is ConflictColumn.SOUND:
            return str(conflict.path)
        if column is ConflictColumn.WHAT:
            return self._subject(conflict)
        said = conflict.here if column is ConflictColumn.HERE else conflict.there
        return self._word(said) if conflict.subject is Subject.TAG else said

    def _subject(self, conflict: Conflict) -> str:
        """What it is about: a tag by its name, where it has one here."""
        if conflict.subject is Subject.RATING:
            return self.tr("Rating")
        if conflict.subject is Subject.NOTE:
            return self.tr("Note")
        known = self._names.get(conflict.tag)
        return self.tr("Tag “{name}”").format(name=known.name if known else "/".join(conflict.tag))

    def _word(self, said: str) -> str:
        words = {
            Judgement.ACCEPTED: self.tr("accepted"),
            Judgement.REJECTED: self.tr("rejected"),
            Judgement.ADDED: self.tr("added"),
        }
        return words[Judgement(said)]
