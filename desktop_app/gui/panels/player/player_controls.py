"""The row below the waveform: buttons, volume, the sound's name, the time, the format, and what is wrong."""

import math
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QPalette, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QToolButton, QVBoxLayout, QWidget

from desktop_app.core.sound import AudioFormat
from desktop_app.engine.measuring.loudness import Loudness
from desktop_app.gui.icons import icon
from desktop_app.gui.models.measured_texts import lufs_text
from desktop_app.gui.models.sound_rows import format_text
from desktop_app.gui.panels.elided_label import ElidedLabel
from desktop_app.gui.panels.player.speed_slider import SpeedSlider
from desktop_app.gui.plain_text import PlainLabel
from desktop_app.gui.timers import once_after
from desktop_app.gui.translations import decimal_text

SETTLED_MILLISECONDS: Final = 500
"""A volume that was not moved for so long is what the person wants."""

_NAMES_SHARE: Final = 4
"""A quarter of a wide row, at most, is for the sound's name."""
_NAME_PIXELS: Final = 104
"""A name of which less is seen cannot be told from others: before that happens the slider for the speed goes."""
_SLIDER_PIXELS: Final = 40, 72
"""The slider for the volume in a narrow row and in a wide one."""
_SPACING: Final = 4


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


def describe_loudness(loudness: Loudness) -> str:
    """In short: `−14.2 LUFS`."""
    return lufs_text(loudness.integrated)


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
        self._volume.setMinimumWidth(_SLIDER_PIXELS[0])
        self._volume.setAccessibleName(self.tr("Volume"))
        self._volume.setToolTip(self.tr("Volume"))
        self._as_recorded = _button(self.tr("Speed as recorded"), "gauge")
        self.speed = SpeedSlider()
        """Half to double."""
        self._rate = PlainLabel()
        self._name, self._time, self._problem = ElidedLabel(), PlainLabel(), PlainLabel()
        self._problem.setWordWrap(True)
        self._format, self._loudness = ElidedLabel(elide=Qt.TextElideMode.ElideRight), ElidedLabel()
        self._loudness.setAccessibleName(self.tr("Loudness"))
        for running in (self._time, self._rate):
            running.setFont(_with_even_digits(self.font()))
        self._rate.setFixedWidth(self._rate.fontMetrics().horizontalAdvance("0.00×") + 4)
        self._time.setAccessibleName(self.tr("Position and length"))
        for quiet in (self._format, self._problem, self._rate):
            quiet.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._problem.hide()
        self._settled = once_after(SETTLED_MILLISECONDS, self._say_settled, self)
        self._arrange()
        self._connect()

    def show_sound(self, name: str, audio: AudioFormat | None) -> None:
        """Name and format; empty for no sound."""
        self._name.setText(name)
        self._format.setText(describe_format(audio) if audio else "")
        self._show_tip()

    def show_loudness(self, loudness: Loudness | None, gain: float = 1.0) -> None:
        """How loud the sound is, and by which `gain`, linear, it is played louder or quieter; None: not known yet."""
        if loudness is None:
            self._loudness.clear()
            self._loudness.setToolTip("")
            self._show_tip()
            return
        text = describe_loudness(loudness)
        if gain != 1.0:
            change = decimal_text(20 * math.log10(gain), 1, signed=True)
            text = self.tr("{loudness} · {gain} dB").format(loudness=text, gain=change)
        self._loudness.setText(text)
        peak = 20 * math.log10(max(loudness.peak, 1e-6))
        tip = self.tr("Loudness of the whole sound (ITU-R BS.1770); it peaks at {peak} dBFS.")
        if gain != 1.0:
            tip = self.tr(
                "Loudness of the whole sound (ITU-R BS.1770), and by how much it is played louder or quieter to match "
                "others; it peaks at {peak} dBFS."
            )
        self._loudness.setToolTip(text + "\n" + tip.format(peak=decimal_text(peak, 1)))
        self._show_tip()

    def show_looping(self, *, looping: bool) -> None:
        """Whether the loop button is down."""
        self._loop.setChecked(looping)

    def show_full_scale(self) -> None:
        """Say in words, too, what the waveform marks red."""
        self._format.setText(self.tr("{format} · clips").format(format=self._format.text()))
        self._show_tip()

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

    def minimumSizeHint(self) -> QSize:
        """So narrow that the slider for the speed has gone, while the name can still be read."""
        seen = [part for part in self._speed_parts() if not part.isHidden()]
        yielding = sum(part.minimumSizeHint().width() + _SPACING for part in seen)
        return super().minimumSizeHint() + QSize(_NAME_PIXELS - yielding, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A long name takes no room from the sliders, and has some of its own."""
        super().resizeEvent(event)
        self._make_room()

    def _speed_parts(self) -> tuple[QWidget, ...]:
        return self._as_recorded, self.speed, self._rate

    def _make_room(self) -> None:
        """Where the name has too little room, the slider for the speed, the format and the loudness go."""
        speed = sum(part.sizeHint().width() + _SPACING for part in self._speed_parts())
        wide = self.width() >= self.minimumSizeHint().width() + speed
        unusual = self.speed.speed != 1.0
        for part in (self._format, self._loudness, *self._speed_parts()):
            part.setVisible(wide or (unusual and part in (self._as_recorded, self._rate)))
        self._volume.setMaximumWidth(_SLIDER_PIXELS[wide])
        self._name.setMaximumWidth(self.width() // _NAMES_SHARE if wide else self.width() // 2)

    def _show_tip(self) -> None:
        """All that is known of the sound, wherever there is no room for it."""
        known = (self._name.text(), self._format.text(), self._loudness.text())
        self._name.setToolTip("\n".join(filter(None, known)))

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(16, 6, 14, 8)
        row.setSpacing(_SPACING)
        for widget in (self._play, self._loop, self._mute, self._volume, *self._speed_parts()):
            row.addWidget(widget)
        row.addSpacing(10)
        row.addWidget(self._name)
        row.addSpacing(10)
        row.addWidget(self._time)
        row.addSpacing(16)
        # The format gets what room is left, and goes first where there is none.
        self._format.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._format.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._format, 1)
        row.addSpacing(16)
        row.addWidget(self._loudness)
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
        self._as_recorded.clicked.connect(self.speed.reset)
        self.speed.speed_changed.connect(self._show_speed)
        self._show_speed(self.speed.speed)

    def _show_speed(self, speed: float) -> None:
        self._rate.setText(f"{decimal_text(speed, 2)}×")
        self._make_room()

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
