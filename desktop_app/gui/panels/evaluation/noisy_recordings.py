"""The noisiest of the evaluated recordings: a table to be heard, and before there is one, a button that finds them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.core.sound import Sound
from desktop_app.gui.evaluation_texts import percent_text
from desktop_app.gui.panels.evaluation.doubtful_sounds import NoisySounds
from desktop_app.gui.plain_text import PlainLabel


class NoisyRecordings(QWidget):
    """The table is empty until it is wanted: what the library has not measured is measured for it."""

    wanted = Signal()
    """Find the noisiest."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = NoisySounds(self)
        self._note = PlainLabel(parent=self)
        self._note.setWordWrap(True)
        self._note.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.run = QPushButton(self.tr("Find the noisiest"), self)
        self.run.clicked.connect(self.wanted)
        line = QHBoxLayout()
        line.addWidget(self._note, 1)
        line.addWidget(self.run)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addWidget(self.table, 1)
        layout.addStretch(0)
        self.show_noise(None, ())

    @property
    def note(self) -> str:
        """The sentence above the table."""
        return self._note.text()

    def show_noise(self, noise: dict[str, Any] | None, sounds: Sequence[Sound]) -> None:
        """Show what was found out, or that nothing was yet."""
        self.table.show_noise(() if noise is None else noise["sounds"], sounds)
        self.run.setVisible(noise is None)
        self.table.setVisible(noise is not None)
        if noise is None:
            self._note.setText(self.tr("The noise in the pauses of each sound is measured, which may take a while."))
            return
        text = self.tr("Of these %Ln sound(s), {right} got the right label first.", "", len(sounds))
        parts = [text.format(right=percent_text(noise["right"]))]
        if noise["untold"]:
            parts.append(self.tr("%Ln more sound(s) have no pause to hear noise in.", "", noise["untold"]))
        self._note.setText(" ".join(parts))
