"""The shortcuts sheet: every key of the window, made from its actions, so that it cannot be out of date."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop_app.gui.actions.listed import keys_of
from desktop_app.gui.plain_text import PlainLabel, title_of
from desktop_app.gui.theme import semibold

_COLUMNS = 2
_SIZE = (980, 680)


class ShortcutsSheet(QDialog):
    """All keys, by what they are about."""

    def __init__(self, groups: Mapping[str, Sequence[QAction]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        sheet = QWidget()
        row = QHBoxLayout(sheet)
        row.setSpacing(36)
        row.setContentsMargins(8, 8, 20, 8)
        columns = [QVBoxLayout() for _ in range(_COLUMNS)]
        heights = [0] * _COLUMNS
        for title, lines in self._lines(groups).items():
            shortest = heights.index(min(heights))
            columns[shortest].addWidget(_group(title, lines))
            heights[shortest] += len(lines) + 2
        for column in columns:
            column.addStretch(1)
            row.addLayout(column, 1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(sheet)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addWidget(area, 1)
        layout.addWidget(buttons)
        self.resize(*_SIZE)

    def _lines(self, groups: Mapping[str, Sequence[QAction]]) -> dict[str, list[tuple[str, str]]]:
        """(what, keys) by group; the list's own keys come from Qt and are no actions."""
        lines = {
            self.tr("In the list"): [
                (self.tr("Next or previous sound"), self.tr("Down, Up")),
                (self.tr("Select several"), self.tr("Shift or Ctrl with the arrow keys")),
                (self.tr("Select all"), "Ctrl+A"),
            ]
        }
        for title, actions in groups.items():
            found = [(title_of(action.text()), keys_of(action)) for action in actions if action.shortcuts()]
            if found:
                lines[title] = found
        return lines


def _group(title: str, lines: Sequence[tuple[str, str]]) -> QWidget:
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 4, 0, 14)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(0, 1)
    heading = PlainLabel(title)
    heading.setFont(semibold(heading.font()))
    grid.addWidget(heading, 0, 0, 1, 2)
    for number, (what, keys) in enumerate(lines, start=1):
        grid.addWidget(PlainLabel(what), number, 0)
        label = PlainLabel(keys)
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(label, number, 1)
    return box
