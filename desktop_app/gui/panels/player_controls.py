"""The row below the waveform: buttons, volume, the sound's name, the time, the format, and what is wrong."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QToolButton, QVBoxLayout, QWidget

from desktop_app.core.sound import AudioFormat
from desktop_app.gui.icons import icon
from desktop_app.gui.models.sound_rows import format_text
from desktop_app.gui.panels.elided_label import ElidedLabel

SETTLED_MILLISECONDS: Final = 500
"""A volume that was not moved for so long is what the person wants."""


def clock(seconds: float) -> str:
    """Minutes, seconds and hundredths: `0:01.33`; above an hour `1:02:03.45`."""
    hundredths = round(max(seconds, 0.0) * 100)
    minutes, rest = divmod(hundredths, 6_000)
    hours, minutes = divmod(minutes, 60)
    tail = f"{rest // 100:02d}.{rest % 100:02d}"
    return f"{hours}:{minutes:02d}:{tail}" if hours else f"{minutes}:{tail}"


def describe_format(audio: AudioFormat) -> str:
    """What the sound is, in short: `WAV 48k/24 · stereo`."""
    channels = {1: "mono", 2: "stereo"}.get(audio.channels, f"{audio.channels} channels")
    return f"{format_text(audio)} · {channels}"


class PlayerControls(QWidget):
    """Shows what it is told and says what was pressed."""

    toggled = Signal()
    """Play or pause."""
    loop_chosen = Signal(bool)
    volume_changed = Signal(float)
    """What is to be heard now, 0..1: 0 while muted."""
    volume_settled = Signal(float)
    """The slider came to rest at this volume, 0..1, muted or not."""

    def __init__(self, volume: float, parent: QWidget | None = None) -> None:
        """`volume`, 0..1, is where the slider stands at first."""
        super().__init__(parent)
        self._play = _button(self.tr("Play"), "play")
        self._loop = _button(self.tr("Loop"), "repeat", checkable=True)
        self._mute = _button(self.tr("Mute"), "volume-2", checkable=True)
        self._volume = QSlider(Qt.Orientation.Horizontal)
        self._volume.setRange(0, 100)
        self._volume.setValue(round(volume * 100))
        self._volume.setFixedWidth(84)
        self._volume.setAccessibleName(self.tr("Volume"))
        self._volume.setToolTip(self.tr("Volume"))
        self._name, self._time, self._format, self._problem = ElidedLabel(), QLabel(), QLabel(), ElidedLabel()
        self._time.setFont(_with_even_digits(self.font()))
        self._time.setAccessibleName(self.tr("Position and length"))
        for quiet in (self._format, self._problem):
            quiet.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._problem.hide()
        self._settled = QTimer(self)
        self._settled.setSingleShot(True)
        self._settled.setInterval(SETTLED_MILLISECONDS)
        self._arrange()
        self._connect()

    def show_sound(self, name: str, audio: AudioFormat | None) -> None:
        """Name and format; empty for no sound."""
        self._name.setText(name)
        self._format.setText(describe_format(audio) if audio else "")

    def show_full_scale(self) -> None:
        """Say in words, too, what the waveform marks red."""
        self._format.setText(self.tr("{format} · reaches full scale").format(format=self._format.text()))

    def show_time(self, position: float, seconds: float) -> None:
        """Position and length in seconds."""
        self._time.setText(f"{clock(position)} / {clock(seconds)}")

    def hide_time(self) -> None:
        """There is nothing to measure."""
        self._time.clear()

    def show_playing(self, *, playing: bool) -> None:
        """The button is Pause while something plays."""
        self._play.setIcon(icon("pause" if playing else "play"))
        _name_button(self._play, self.tr("Pause") if playing else self.tr("Play"))

    def show_problem(self, sentence: str) -> None:
        """A quiet line below the rest; empty takes it away."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def allow_playing(self, *, allowed: bool) -> None:
        """Whether there is something that could be played."""
        self._play.setEnabled(allowed)

    def settle(self) -> None:
        """Do not wait any longer to say where the volume came to rest."""
        if self._settled.isActive():
            self._settled.stop()
            self._say_settled()

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(16, 6, 14, 8)
        row.setSpacing(4)
        for widget in (self._play, self._loop, self._mute, self._volume):
            row.addWidget(widget)
        row.addSpacing(10)
        row.addWidget(self._name)
        row.addSpacing(10)
        row.addWidget(self._time)
        row.addSpacing(16)
        row.addStretch(1)
        row.addWidget(self._format)
        self._problem.setContentsMargins(16, 0, 14, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self._problem)

    def _connect(self) -> None:
        self._play.clicked.connect(lambda: self.toggled.emit())
        self._loop.toggled.connect(self.loop_chosen)
        self._mute.toggled.connect(self._show_muted)
        self._volume.valueChanged.connect(self._take_volume)
        self._settled.timeout.connect(self._say_settled)

    def _show_muted(self, muted: bool) -> None:
        self._mute.setIcon(icon("volume-x" if muted else "volume-2"))
        self.volume_changed.emit(0.0 if muted else self._volume.value() / 100)

    def _take_volume(self, percent: int) -> None:
        self._mute.setChecked(False)
        self.volume_changed.emit(percent / 100)
        self._settled.start()

    def _say_settled(self) -> None:
        self.volume_settled.emit(self._volume.value() / 100)


def _button(name: str, picture: str, *, checkable: bool = False) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(picture))
    button.setAutoRaise(True)
    button.setCheckable(checkable)
    _name_button(button, name)
    return button


def _name_button(button: QToolButton, name: str) -> None:
    """A button that shows only an icon says its name to a screen reader and in its tool tip."""
    button.setAccessibleName(name)
    button.setToolTip(name)


def _with_even_digits(font: QFont) -> QFont:
    """All digits equally wide, so that a running time does not tremble."""
    even = QFont(font)
    even.setFeature(QFont.Tag("tnum"), 1)
    return even
