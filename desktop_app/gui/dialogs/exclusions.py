"""The patterns of what a scan leaves out, as a list that can be edited."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QPushButton, QVBoxLayout, QWidget


class Exclusions(QWidget):
    """A short list, a field for a new pattern, and buttons to add and remove."""

    def __init__(self, patterns: Iterable[str], parent: QWidget | None = None) -> None:
        """Begins with these patterns."""
        super().__init__(parent)
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("Patterns left out"))
        self._list.addItems(list(patterns))
        self._list.setFixedHeight(92)
        self._new = QLineEdit()
        self._new.setAccessibleName(self.tr("New pattern"))
        self._new.setPlaceholderText(self.tr("New pattern, for example Backup or *.mp3"))
        self._add = QPushButton(self.tr("A&dd"))
        self._remove = QPushButton(self.tr("&Remove"))
        for button in (self._add, self._remove):
            button.setAutoDefault(False)
        self._add.clicked.connect(self.add)
        self._remove.clicked.connect(self.remove)
        self._list.currentRowChanged.connect(self._show_state)
        self._new.textChanged.connect(self._show_state)
        # A function given to the constructor would make PySide forget the context.
        shortcut = QShortcut(QKeySequence(Qt.Key.Key_Delete), self._list, context=Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self.remove)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._new, 1)
        row.addWidget(self._add)
        row.addWidget(self._remove)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._list)
        layout.addLayout(row)
        self.setFocusProxy(self._new)
        self._show_state()

    def patterns(self) -> list[str]:
        """As edited, with one that was typed but not added yet."""
        shown = [self._list.item(row).text() for row in range(self._list.count())]
        typed = self._new.text().strip()
        return shown if not typed or typed in shown else [*shown, typed]

    def add(self) -> None:
        """Take the typed pattern into the list."""
        patterns = self.patterns()
        if len(patterns) > self._list.count():
            self._list.addItem(patterns[-1])
        self._new.clear()

    def remove(self) -> None:
        """Take the chosen pattern out of the list."""
        self._list.takeItem(self._list.currentRow())
        self._show_state()

    def _show_state(self) -> None:
        self._add.setEnabled(bool(self._new.text().strip()))
        self._remove.setEnabled(self._list.currentRow() >= 0)
