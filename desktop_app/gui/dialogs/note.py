"""A note on sounds, typed into a small dialog."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.gui.plain_text import PlainLabel


class NoteDialog(QDialog):
    """Ctrl+Enter keeps the note, Esc leaves it as it was."""

    written = Signal(str)
    """The note as the person wants it; empty takes it away."""

    def __init__(self, of: str, note: str, parent: QWidget | None = None) -> None:
        """`of` says which sounds the note is for."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Note"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = PlainLabel(of, self)
        title.setWordWrap(True)
        self.text = QPlainTextEdit(note, self)
        self.text.setAccessibleName(self.tr("Note"))
        self.text.setTabChangesFocus(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.accept)
        layout = QVBoxLayout(self)
        layout.addWidget(title)
        layout.addWidget(self.text)
        layout.addWidget(buttons)
        self.resize(420, 220)
        self.text.setFocus()
        self.accepted.connect(lambda: self.written.emit(self.text.toPlainText().strip()))
