"""A line above everything for what a person should not miss: a sentence, what can be done about it, and a way to close.

Unlike a notice in the status bar it stays until it is closed.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop_app.gui.panels.lines.work_line import flat_button, rename
from desktop_app.gui.plain_text import PlainLabel


class NoticeLine(QWidget):
    """Hidden until somebody says something in it."""

    chosen = Signal()
    """Do what the button says."""
    other_chosen = Signal()
    """Do what the second button says."""
    dismissed = Signal()
    """A person closed it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._label = PlainLabel("", self)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._buttons: list[QPushButton] = []
        """Where there is something to be done."""
        dismiss = flat_button(self, "x")
        rename(dismiss, "x", self.tr("Close this notice"))
        dismiss.clicked.connect(self._dismiss)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(16, 6, 10, 6)
        self._row.setSpacing(12)
        self._row.addWidget(self._label, 1)
        self._row.addWidget(dismiss)
        self.hide()

    @property
    def text(self) -> str:
        """What is read there; empty while it is hidden."""
        return "" if self.isHidden() else self._label.text()

    def say(self, sentence: str, button: str = "", other: str = "") -> None:
        """Show a sentence; without a `button` there is nothing to be done about it, with an `other` there are two
        ways.
        """
        self._label.setText(sentence)
        for earlier in self._buttons:
            earlier.deleteLater()
        self._buttons = []
        for text, chosen in ((button, self.chosen), (other, self.other_chosen)):
            if text:
                made = QPushButton(text, self)
                made.clicked.connect(chosen)
                self._buttons.append(made)
                self._row.insertWidget(len(self._buttons), made)
        self.show()

    def _dismiss(self) -> None:
        self.hide()
        self.dismissed.emit()
