"""The commands of the palette: what can be done now, with its keys."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QIcon

from desktop_app.gui import theme
from desktop_app.gui.fuzzy import fuzzy_score

_Index = QModelIndex | QPersistentModelIndex
_NEVER = -(10**6)


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done, or place that can be gone to."""

    title: str
    group: str
    """What it belongs to, as the shortcuts sheet titles it."""
    run: Callable[[], object]
    picture: QIcon
    keys: str = ""
    enabled: bool = True
    is_target: bool = False
    """A tag, a folder, a saved search: listed only once something is typed."""


class CommandColumn(IntEnum):
    """From left to right."""

    TITLE = 0
    GROUP = 1
    KEYS = 2


class CommandListModel(QAbstractTableModel):
    """The commands that fit what is typed, best first."""

    def __init__(self, commands: Sequence[Command], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all = tuple(commands)
        self._shown: tuple[Command, ...] = ()
        self.filter("")

    @property
    def commands(self) -> tuple[Command, ...]:
        """What is listed, from top to bottom."""
        return self._shown

    def texts(self, column: CommandColumn) -> set[str]:
        """All texts that there may be in a column."""
        return {_text(command, column) for command in self._all}

    def filter(self, typed: str) -> None:
        """List what fits these letters; without any, all commands in their order."""
        self.beginResetModel()
        if typed.strip():
            scored = [(_fit(typed, command), number) for number, command in enumerate(self._all)]
            fitting = sorted((-score, number) for score, number in scored if score > _NEVER)
            self._shown = tuple(self._all[number] for _, number in fitting)
        else:
            self._shown = tuple(command for command in self._all if not command.is_target)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        """One row a command."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """Title, group, keys."""
        return 0 if parent.isValid() else len(CommandColumn)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """What cannot be done now can be seen, and not chosen."""
        enabled = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return enabled if index.isValid() and self._shown[index.row()].enabled else Qt.ItemFlag.NoItemFlags

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The texts, and the icon of the command."""
        command, column = self._shown[index.row()], index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return _text(command, column)
        if role == Qt.ItemDataRole.DecorationRole and column == CommandColumn.TITLE:
            return command.picture
        if role == Qt.ItemDataRole.ForegroundRole and (column != CommandColumn.TITLE or not command.enabled):
            return QColor(theme.current().dim)
        if role == Qt.ItemDataRole.TextAlignmentRole and column == CommandColumn.KEYS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None


def _text(command: Command, column: int) -> str:
    return (command.title, command.group, command.keys)[column]


def _fit(typed: str, command: Command) -> int:
    """How well a command fits: its title, or less well its group and title together."""
    title = fuzzy_score(typed, command.title)
    if title is not None:
        return title + (0 if command.enabled else -10)
    whole = fuzzy_score(typed, f"{command.group} {command.title}")
    return _NEVER if whole is None else whole - 20
