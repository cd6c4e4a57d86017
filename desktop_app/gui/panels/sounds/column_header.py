"""The titles of the list's columns: a person hides, shows, moves and widens them, and finds them so again.

What is remembered goes by the columns' names, so that it stays right when another version has more columns or fewer.
"""

import json
from typing import Any

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView

from desktop_app.gui.models.sound_cells import Column, title

_WIDTHS = {
    Column.NAME: 240,
    Column.WAVEFORM: 130,
    Column.TAGS: 330,
    Column.LENGTH: 76,
    Column.FORMAT: 118,
    Column.SCORE: 72,
    Column.FOLDER: 260,
    Column.RATING: 112,
    Column.NOTE: 200,
    Column.CHANNELS: 86,
    Column.RATE: 104,
    Column.TAG_COUNT: 124,
    Column.MODIFIED: 96,
    Column.ADDED: 96,
    Column.MOMENT: 72,
    Column.TEMPO: 62,
    Column.KEY: 80,
    Column.KIND: 80,
    Column.LOUDNESS: 128,
    Column.TRUE_PEAK: 98,
    Column.WARNINGS: 170,
    Column.DESCRIPTION: 260,
    Column.CATEGORY: 120,
    Column.CATID: 96,
    Column.ARTIST: 140,
    Column.LIBRARY: 150,
}
"""Pixels at first."""
_PLACES = (
    Column.NAME,
    Column.RATING,
    Column.WAVEFORM,
    Column.TAGS,
    Column.TAG_COUNT,
    Column.NOTE,
    Column.MOMENT,
    Column.LENGTH,
    Column.FORMAT,
    Column.CHANNELS,
    Column.RATE,
    Column.TEMPO,
    Column.KEY,
    Column.KIND,
    Column.LOUDNESS,
    Column.TRUE_PEAK,
    Column.WARNINGS,
    Column.DESCRIPTION,
    Column.CATEGORY,
    Column.CATID,
    Column.ARTIST,
    Column.LIBRARY,
    Column.SCORE,
    Column.MODIFIED,
    Column.ADDED,
    Column.FOLDER,
)
"""From left to right at first."""
_SHOWN = frozenset(
    {
        Column.NAME,
        Column.RATING,
        Column.WAVEFORM,
        Column.TAGS,
        Column.MOMENT,
        Column.LENGTH,
        Column.FORMAT,
        Column.SCORE,
    }
)
_OF_SEARCH = frozenset({Column.SCORE, Column.MOMENT})
"""What only a search knows."""
_LEAST_WIDTH = 50
_MOST_WIDTH = 4_000
UNSORTABLE = frozenset({Column.WAVEFORM, Column.MOMENT})
"""Nobody knows what a sorted picture would be, nor wants to see first what happens early."""


class ColumnHeader(QHeaderView):
    """The header of the list. The columns of score and moment show themselves when there are any, unless the person hid
    them.
    """

    def __init__(self, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._hidden: set[Column] = set(Column) - _SHOWN
        self._of_search: frozenset[Column] = frozenset()
        self.setObjectName("columns")
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setSectionsMovable(True)
        self.setMinimumSectionSize(_LEAST_WIDTH)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(lambda at: self.menu().popup(self.mapToGlobal(at)))

    def set_up(self) -> None:
        """Put the columns where they are at first; once the header belongs to its table."""
        for column, width in _WIDTHS.items():
            self.resizeSection(column, width)
        self._arrange(_PLACES)
        self.setSectionResizeMode(Column.TAGS, QHeaderView.ResizeMode.Stretch)
        self._hide()

    def show_ranked(self, ranked: bool, *, moments: bool = False) -> None:
        """Whether what is listed has scores, and any of it a moment."""
        kept = {Column.SCORE: ranked, Column.MOMENT: moments}
        self._of_search = frozenset(column for column, has_any in kept.items() if has_any)
        self._hide()

    def show_column(self, column: Column, shown: bool) -> None:
        """Show or hide a column, as the person wants it."""
        (self._hidden.discard if shown else self._hidden.add)(column)
        self._hide()

    def menu(self) -> QMenu:
        """A menu that hides and shows columns, and puts them back as they were at first."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for column in _PLACES[1:]:
            action = menu.addAction(title(column))
            action.setCheckable(True)
            action.setChecked(column not in self._hidden)
            action.toggled.connect(lambda shown, column=column: self.show_column(column, shown))
        menu.addSeparator()
        menu.addAction(self.tr("Columns as at first")).triggered.connect(self.put_back)
        return menu

    def put_back(self) -> None:
        """Put the columns back as they were at first."""
        self._hidden = set(Column) - _SHOWN
        self.set_up()

    def _hide(self) -> None:
        for column in Column:
            empty = column in _OF_SEARCH - self._of_search
            self.setSectionHidden(column, empty or column in self._hidden)

    def _arrange(self, places: tuple[Column, ...]) -> None:
        for place, column in enumerate(places):
            self.moveSection(self.visualIndex(column), place)

    # --- remembered by whoever remembers the window ---

    def saveState(self) -> QByteArray:  # noqa: N802
        """Places, widths, and what is hidden, by the columns' names."""
        places = sorted(Column, key=self.visualIndex)
        hidden = {column for column in Column if column in self._hidden}
        state = {
            # Qt says 0 of a hidden column's width, and its own of the one that stretches.
            "columns": [
                {"name": column.name.lower(), "width": self._width(column), "shown": column not in hidden}
                for column in places
            ]
        }
        return QByteArray(json.dumps(state).encode())

    def restoreState(self, state: QByteArray | bytes | bytearray | memoryview) -> bool:  # noqa: N802
        """Take over what `saveState` said, in this version or another; False for what cannot be understood.

        A column that was not known then stays hidden or shown, and where it stands at first.
        """
        remembered = _understood(bytes(QByteArray(state).data()))
        if not remembered:
            return False
        for column, width, shown in remembered:
            self.setSectionHidden(column, False)
            self.resizeSection(column, min(max(width, _LEAST_WIDTH), _MOST_WIDTH))
            (self._hidden.discard if shown or column is Column.NAME else self._hidden.add)(column)
        self._arrange(_merged(tuple(column for column, _, _ in remembered)))
        self.setSectionResizeMode(Column.TAGS, QHeaderView.ResizeMode.Stretch)
        self._hide()
        return True

    def _width(self, column: Column) -> int:
        if not self.isSectionHidden(column):
            return self.sectionSize(column)
        self.setSectionHidden(column, False)
        width = self.sectionSize(column)
        self.setSectionHidden(column, True)
        return width


def _understood(state: bytes) -> list[tuple[Column, int, bool]]:
    """The columns of a saved state that this version knows; empty for anything else."""
    names = {column.name.lower(): column for column in Column}
    try:
        found: Any = json.loads(state)
        columns = [(names.get(entry["name"]), int(entry["width"]), bool(entry["shown"])) for entry in found["columns"]]
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError):
        return []
    kept = {column: (column, width, shown) for column, width, shown in columns if column is not None}
    return list(kept.values())


def _merged(known: tuple[Column, ...]) -> tuple[Column, ...]:
    """The remembered places, with each column that is not among them behind the one it follows at first."""
    merged = list(known)
    for place, column in enumerate(_PLACES):
        if column not in merged:
            before = [merged.index(other) for other in _PLACES[:place] if other in merged]
            merged.insert(before[-1] + 1 if before else 0, column)
    return tuple(merged)
