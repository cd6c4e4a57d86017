"""What was measured of the shown sound: one quiet line, and below it a mark for each thing that is wrong with it."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from desktop_app.core.measured import Measured
from desktop_app.core.sound_quality import SoundWarning
from desktop_app.gui.icons import icon
from desktop_app.gui.models.measured_texts import measured_texts, measured_words
from desktop_app.gui.models.warning_texts import warning_name, warning_tip
from desktop_app.gui.plain_text import PlainLabel, plain_tip

_NO_BREAK: Final = "\N{NO-BREAK SPACE}"


class MeasuredLine(QWidget):
    """Hidden while there is nothing to say: a sound that was not measured yet takes no room."""

    warning_chosen = Signal(object)
    """The person wants to see all sounds with this `SoundWarning`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values = PlainLabel(parent=self)
        self._values.setWordWrap(True)
        self._values.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._values.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._marks: list[WarningMark] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(1)
        self._column.addWidget(self._values)
        self.hide()

    def show_measured(self, measured: Measured) -> None:
        """Show what is known of a sound; nothing for one that was not measured yet."""
        # The line breaks between values only.
        self._values.setText(f"{_NO_BREAK}· ".join(text.replace(" ", _NO_BREAK) for text in measured_texts(measured)))
        words = measured_words(measured)
        self._values.setAccessibleName(", ".join(words))
        self._values.setToolTip("\n".join(words))
        self._values.setVisible(bool(words))
        self._show_marks(measured)
        self.setVisible(bool(words or self._marks))

    @property
    def text(self) -> str:
        """The values, as they are read."""
        return "" if self._values.isHidden() else self._values.text().replace(_NO_BREAK, " ")

    @property
    def marks(self) -> "tuple[WarningMark, ...]":
        """From top to bottom."""
        return tuple(self._marks)

    def _show_marks(self, measured: Measured) -> None:
        for mark in self._marks:
            self._column.removeWidget(mark)
            mark.hide()
            mark.deleteLater()
        self._marks.clear()
        if measured.quality is None:
            return
        for warning in measured.warnings:
            mark = WarningMark(warning, warning_tip(warning, measured.quality), self)
            mark.clicked.connect(lambda _=False, warning=warning: self.warning_chosen.emit(warning))
            self._column.addWidget(mark)
            self._marks.append(mark)


class WarningMark(QToolButton):
    """A warning's name beside a small triangle; a click lists all sounds that have it."""

    def __init__(self, warning: SoundWarning, tip: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.warning = warning
        self.setIcon(icon("triangle-alert", "warning"))
        self.setIconSize(QSize(13, 13))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setText(warning_name(warning))
        click = self.tr("Click to list all sounds with this warning.")
        self.setAccessibleName(self.tr("Warning: {name}").format(name=self.text()))
        self.setAccessibleDescription(f"{tip}\n{click}")
        self.setToolTip(plain_tip(f"{tip}\n{click}"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
