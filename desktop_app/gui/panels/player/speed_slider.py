"""The slider for the speed of auditions: half to double, in steps that are heard as equal ones."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QSlider, QWidget

from desktop_app.gui.translations import decimal_text

_STEPS_OF_SEMITONE: Final = 10
_OCTAVE: Final = 12 * _STEPS_OF_SEMITONE
"""Half and double the speed are an octave away from the speed as recorded."""


class SpeedSlider(QSlider):
    """From an octave lower, at half the speed, to an octave higher; a double click goes back to as it was recorded."""

    speed_changed = Signal(float)
    """0.5 to 2."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setRange(-_OCTAVE, _OCTAVE)
        self.setSingleStep(_STEPS_OF_SEMITONE)
        self.setPageStep(_STEPS_OF_SEMITONE)
        self.setMinimumWidth(40)
        self.setMaximumWidth(60)
        self.setAccessibleName(self.tr("Speed"))
        self.valueChanged.connect(self._say)
        self._say()

    @property
    def speed(self) -> float:
        """0.5 to 2; the pitch follows."""
        speed: float = 2 ** (self.value() / _OCTAVE)
        return speed

    @property
    def semitones(self) -> float:
        """How far the pitch is from as it was recorded."""
        return self.value() / _STEPS_OF_SEMITONE

    def step(self, semitones: int) -> None:
        """Go so many semitones up or down, as far as the slider does."""
        self.setValue(self.value() + semitones * _STEPS_OF_SEMITONE)

    def reset(self) -> None:
        """As it was recorded."""
        self.setValue(0)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Back to as it was recorded."""
        self.reset()
        event.accept()

    def _say(self) -> None:
        tip = self.tr("Speed {speed}×, {semitones} semitones; double-click for 1×")
        text = tip.format(speed=decimal_text(self.speed, 2), semitones=decimal_text(self.semitones, 1, signed=True))
        self.setToolTip(text)
        self.setAccessibleDescription(text)
        self.speed_changed.emit(self.speed)
