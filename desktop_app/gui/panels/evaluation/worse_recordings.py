"""What is left when the same sounds are recorded worse: a table, and before there is one, what it costs to get it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop_app.gui.evaluation_texts import duration_text
from desktop_app.gui.panels.evaluation.evaluation_tables import WorseTable
from desktop_app.gui.plain_text import PlainLabel


class WorseRecordings(QWidget):
    """The table is empty until it is wanted, for it takes long."""

    wanted = Signal()
    """Try the sounds made worse."""
    estimate_wanted = Signal()
    """The person looks here for the first time: how long would it take?"""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = WorseTable(self)
        self._cost = PlainLabel(parent=self)
        self._cost.setWordWrap(True)
        self._cost.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.run = QPushButton(self.tr("Try worse recordings"), self)
        self.run.clicked.connect(self.wanted)
        self._asked = False
        line = QHBoxLayout()
        line.addWidget(self._cost, 1)
        line.addWidget(self.run)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(line)
        layout.addWidget(self.table, 1)
        layout.addStretch(0)
        self.show_kinds(())

    @property
    def cost(self) -> str:
        """The sentence about how long it takes."""
        return self._cost.text()

    def show_kinds(self, kinds: Sequence[dict[str, Any]]) -> None:
        """Show what was found out, or that nothing was yet."""
        self.table.show_kinds(kinds)
        for widget in (self._cost, self.run):
            widget.setVisible(not kinds)
        self.table.setVisible(bool(kinds))
        self._asked = False
        self._cost.setText(self.tr("Each sound is heard again in a dozen worse versions, which takes a while."))
        if self.isVisible():
            self._ask()

    def show_estimate(self, seconds: float) -> None:
        """Say how long it takes."""
        text = self.tr("Each sound is heard again in a dozen worse versions: that takes {duration}.")
        self._cost.setText(text.format(duration=duration_text(seconds)))

    def showEvent(self, event: QShowEvent) -> None:
        """Who looks wants to know."""
        super().showEvent(event)
        self._ask()

    def _ask(self) -> None:
        if not self._asked and not self.run.isHidden():
            self._asked = True
            self.estimate_wanted.emit()
