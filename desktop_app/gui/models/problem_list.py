"""The problems as a table: what, why, what helps."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop_app.gui.plain_text import plain_tip, shown_name
from desktop_app.gui.problems import Problem

_Index = QModelIndex | QPersistentModelIndex


class ProblemColumn(IntEnum):
    """The columns, from left to right."""

    TITLE = 0
    REASON = 1
    ADVICE = 2


class ProblemListModel(QAbstractTableModel):
    """Keeps what is selected where it can: a list that is still the same is not shown anew."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._problems: tuple[Problem, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is shown, from top to bottom."""
        return self._problems

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show these instead."""
        if tuple(problems) == self._problems:
            return
        self.beginResetModel()
        self._problems = tuple(problems)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """One row a problem."""
        return 0 if parent.isValid() else len(self._problems)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """What, why, what helps."""
        return 0 if parent.isValid() else len(ProblemColumn)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The texts; a tip shows them whole."""
        problem = self._problems[index.row()]
        texts = (problem.title, problem.reason, problem.advice)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == ProblemColumn.TITLE and problem.path is not None:
            return plain_tip(shown_name(str(problem.path)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(texts[index.column()])
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return shown_name(texts[index.column()])
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What the columns are."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("What"), self.tr("What happened"), self.tr("What helps"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None
