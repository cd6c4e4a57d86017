"""What sounds are against what they are taken for, as a table of counts."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.gui.evaluation_texts import percent_text
from desktop_app.gui.plain_text import plain_tip
from desktop_app.gui.translations import number_text

Index = QModelIndex | QPersistentModelIndex


class ConfusionRole(IntEnum):
    """What a delegate asks for beside the count."""

    SHARE = Qt.ItemDataRole.UserRole + 1
    """Of the sounds of the row's label, 0..1."""
    RIGHT = Qt.ItemDataRole.UserRole + 2
    """Whether row and column are the same label."""


class ConfusionTable(QAbstractTableModel):
    """Rows are what sounds are, columns what they are taken for."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.labels: tuple[str, ...] = ()
        self._counts: list[list[int]] = []
        self._totals: list[int] = []

    def show_counts(self, labels: Sequence[str], counts: Sequence[Sequence[int]]) -> None:
        """Show [l, l] counts of these labels."""
        self.beginResetModel()
        self.labels = tuple(labels)
        self._counts = [list(row) for row in counts]
        self._totals = [sum(row) for row in counts]
        self.endResetModel()

    def sentence(self, row: int, column: int) -> str:
        """What a cell says, in words; empty where there is none."""
        if not (0 <= row < len(self.labels) and 0 <= column < len(self.labels)):
            return ""
        count, total = self._counts[row][column], self._totals[row]
        if row == column:
            text = self.tr("“{label}”: {count} of {total} are taken for what they are ({share}).")
        else:
            text = self.tr("“{label}”: {count} of {total} are taken for “{other}” ({share}).")
        return text.format(
            label=self.labels[row],
            other=self.labels[column],
            count=number_text(count),
            total=number_text(total),
            share=percent_text(count / total if total else None),
        )

    def worst(self) -> tuple[int, int]:
        """Where the most sounds are taken for another label; (0, 0) when none is."""
        wrong = [
            (count, -row, -column)
            for row, counts in enumerate(self._counts)
            for column, count in enumerate(counts)
            if row != column and count
        ]
        _, row, column = max(wrong, default=(0, 0, 0))
        return -row, -column

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """A row a label."""
        return 0 if parent.isValid() else len(self.labels)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """A column a label."""
        return 0 if parent.isValid() else len(self.labels)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The count where there is one; the sentence for screen readers and the mouse."""
        row, column = index.row(), index.column()
        count = self._counts[row][column]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return number_text(count) if count else ""
            case Qt.ItemDataRole.AccessibleTextRole:
                return self.sentence(row, column)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tip(self.sentence(row, column))
            case ConfusionRole.SHARE:
                return count / max(1, self._totals[row])
            case ConfusionRole.RIGHT:
                return row == column
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The labels."""
        if not 0 <= section < len(self.labels):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.labels[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            is_row = orientation == Qt.Orientation.Vertical
            text = self.tr("Sounds that are “{label}”") if is_row else self.tr("Sounds taken for “{label}”")
            return plain_tip(text.format(label=self.labels[section]))
        return None
