"""How far a run is that changes files, with a pause."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.gui.plain_text import PlainLabel


class ChangeLine(QWidget):
    """A sentence, and while something goes on a bar and a button below it."""

    pause_wanted = Signal(bool)
    """Whether it is to rest, or to go on."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """`name` says to a screen reader what the bar is about."""
        super().__init__(parent)
        self._text = PlainLabel(parent=self)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(name)
        self.pause = QPushButton(self)
        self.pause.setCheckable(True)
        self.pause.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(self.bar, 1)
        row.addWidget(self.pause)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._text)
        layout.addLayout(row)
        self.pause.toggled.connect(self._on_pause)
        self.rest("")

    @property
    def text(self) -> str:
        """What is said."""
        return self._text.text()

    def show_progress(self, text: str, done: int, total: int, *, can_pause: bool) -> None:
        """How far it is."""
        self._text.setText(text)
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        self.bar.show()
        self.pause.setVisible(can_pause)

    def rest(self, text: str) -> None:
        """Nothing goes on."""
        self._text.setText(text)
        for widget in (self.bar, self.pause):
            widget.hide()
        self.pause.setChecked(False)
        self._name_pause()

    def _on_pause(self, rest: bool) -> None:
        self._name_pause()
        if not self.pause.isHidden():
            self.pause_wanted.emit(rest)

    def _name_pause(self) -> None:
        self.pause.setText(self.tr("&Go on") if self.pause.isChecked() else self.tr("&Pause"))
