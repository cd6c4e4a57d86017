"""The search line: asks a moment after the last key, and gives the keyboard on to the list."""

import re

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.gui.icons import icon

DEBOUNCE_MILLISECONDS = 150
"""Between two keys of a quick typist lie about 100 ms."""


class SearchBar(QLineEdit):
    """One line of search. Esc empties it, Enter and the arrow down go to the list."""

    searched = Signal(str)
    """The text to search for; empty when everything is to be shown."""
    left = Signal()
    """The person is done typing and wants to be in the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Search"))
        self.setPlaceholderText(self.tr("Describe a sound...  e.g. “short metallic hit with long tail”"))
        self.setToolTip(
            self.tr(
                "Words describe the sound, -word keeps away from it.\n"
                "Filters: tag:rain  folder:field  length:<10  format:flac  name:take  “part of a name”"
            )
        )
        self.setMinimumHeight(34)
        self.addAction(
            QAction(icon("search", "dim"), self.tr("Search"), self), QLineEdit.ActionPosition.LeadingPosition
        )
        self._clear = self.addAction(icon("x", "dim"), QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setText(self.tr("Clear the search"))
        self._clear.setVisible(False)
        self._clear.triggered.connect(self.clear_now)
        self._asked = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(DEBOUNCE_MILLISECONDS)
        self._timer.timeout.connect(self.ask_now)
        self.textChanged.connect(self._on_text)

    def ask_now(self) -> None:
        """Search for what stands here without waiting longer."""
        self._timer.stop()
        text = self.text().strip()
        if text != self._asked:
            self._asked = text
            self.searched.emit(text)

    def clear_now(self) -> None:
        """Show everything again, even where nothing stands here: the list may show what is like a sound."""
        self.forget_text()
        self.searched.emit("")

    def forget_text(self) -> None:
        """Be empty without asking anything."""
        self.clear()
        self._timer.stop()
        self._asked = ""

    def add_filter(self, term: str) -> None:
        """Put a filter such as `tag:"door slam"` at the end and search; take it away when it is there already."""
        words = self.text().strip()
        # A whole term only: tag:rain is not a part of tag:rainstorm.
        there = re.compile(rf"(?<!\S){re.escape(term)}(?!\S)")
        self.setText(" ".join(there.sub("", words).split()) if there.search(words) else f"{words} {term}".strip())
        self.ask_now()

    def take_focus(self) -> None:
        """Let the person type over what stands here."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, Enter and the arrow down are ours; all else is typing."""
        match event.key():
            case Qt.Key.Key_Escape:
                self.clear_now()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Down:
                self.ask_now()
                self.left.emit()
            case _:
                super().keyPressEvent(event)

    def _on_text(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._timer.start()
