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

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._label = PlainLabel("", self)
        self._label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._label.setWordWrap(True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button: QPushButton | None = None
        """Where there is something to be done."""
        dismiss = flat_button(self, "x")
        rename(dismiss, "x", self.tr("Close this notice"))
        dismiss.clicked.connect(self.hide)
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

    def say(self, sentence: str, button: str = "") -> None:
        """Show a sentence; without a `button` there is nothing to be done about it."""
        self._label.setText(sentence)
        if self._button is not None:
            self._button.deleteLater()
            self._button = None
        if button:
            self._button = QPushButton(button, self)
            self._button.clicked.connect(self.chosen)
            self._row.insertWidget(1, self._button)
        self.show()
