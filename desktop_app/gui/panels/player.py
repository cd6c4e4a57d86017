"""The player below the list: the chosen sound's waveform, and the buttons to hear it.

It owns the `Player` and the loading of waveforms. Both answer on threads of their own; their answers cross over by
signals, and the playhead is read from the player by a timer that only runs while there is something to hear.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QToolButton, QVBoxLayout, QWidget

from desktop_app.core.sound import AudioFormat, Sound, SoundState
from desktop_app.engine.playback import Player
from desktop_app.gui.icons import icon
from desktop_app.gui.models.sound_rows import format_text, trouble_text
from desktop_app.gui.panels.elided_label import ElidedLabel
from desktop_app.gui.panels.waveform_loader import SoundShape, WaveformLoader
from desktop_app.gui.panels.waveform_view import WaveformView

if TYPE_CHECKING:
    from desktop_app.app import Earmark

FRAME_MILLISECONDS: Final = 16
"""60 pictures a second."""
TIME_EVERY: Final = 4
"""The time is written with every fourth picture: hundredths of a second cannot be read faster."""


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


class _Relay(QObject):
    """Carries the end of a sound from the audio thread to the GUI's. It has no parent, so it outlives the panel."""

    ended = Signal()


class PlayerPanel(QWidget):
    """Shows one sound and plays it."""

    finished = Signal()
    """The sound has been played to its end (not: was stopped)."""

    def __init__(self, earmark: "Earmark", parent: QWidget | None = None, *, player: Player | None = None) -> None:
        """`player` is for tests and for running without audio; usually the panel makes its own."""
        super().__init__(parent)
        self._earmark = earmark
        self._sound: Sound | None = None
        self._seconds = 0.0
        self._position = 0.0
        self._ticks = 0
        self._sounding = False
        """Since a sound was begun and until it is stopped: only then does its end count."""
        self._relay = _Relay()
        self._relay.ended.connect(self._sound_ended)
        self._player = player or Player(earmark.decoder)
        self._player.on_finished = self._relay.ended.emit
        self._loader = WaveformLoader(earmark.library.cache, earmark.decoder, self)
        self._loader.loaded.connect(self._take_shape)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MILLISECONDS)
        self._timer.timeout.connect(self._follow)
        self._build()
        self._loader.failed.connect(self._view.show_message)
        self._view.seek_requested.connect(self.seek)
        self._player.volume = earmark.settings.volume
        self._volume.setValue(round(earmark.settings.volume * 100))
        self.show_nothing()

    # Building

    def _build(self) -> None:
        self._view = WaveformView()
        self._play_button = self._button(self.tr("Play"), "play")
        self._play_button.clicked.connect(self.toggle)
        self._loop_button = self._button(self.tr("Loop"), "repeat")
        self._loop_button.setCheckable(True)
        self._loop_button.toggled.connect(self._set_loop)
        self._mute_button = self._button(self.tr("Mute"), "volume-2")
        self._mute_button.setCheckable(True)
        self._mute_button.toggled.connect(self._set_muted)
        self._volume = self._volume_slider()
        self._name, self._time, self._format, self._problem = ElidedLabel(), QLabel(), QLabel(), ElidedLabel()
        self._time.setFont(_with_even_digits(self.font()))
        self._time.setAccessibleName(self.tr("Position and length"))
        self._format.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._problem.setContentsMargins(16, 0, 14, 8)
        self._problem.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        row = QHBoxLayout()
        row.setContentsMargins(16, 6, 14, 8)
        row.setSpacing(4)
        for widget in (self._play_button, self._loop_button, self._mute_button, self._volume):
            row.addWidget(widget)
        row.addSpacing(10)
        row.addWidget(self._name)
        row.addSpacing(10)
        row.addWidget(self._time)
        row.addStretch(1)
        row.addWidget(self._format)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._view, 1)
        layout.addLayout(row)
        layout.addWidget(self._problem)

    def _button(self, name: str, picture: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icon(picture))
        button.setAutoRaise(True)
        _name_button(button, name)
        return button

    def _volume_slider(self) -> QSlider:
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setRange(0, 100)
        slider.setFixedWidth(84)
        slider.setAccessibleName(self.tr("Volume"))
        slider.setToolTip(self.tr("Volume"))
        slider.valueChanged.connect(self._set_volume)
        slider.sliderReleased.connect(self._keep_volume)
        return slider

    # What the window asks for

    @property
    def sound(self) -> Sound | None:
        """The sound that is shown."""
        return self._sound

    @property
    def playing(self) -> bool:
        """Whether something is to be heard now."""
        return self._player.playing

    def show_sound(self, sound: Sound, *, play: bool) -> None:
        """Show `sound` in place of the one before, and play it from its start if `play`."""
        self.stop()
        self._sound = sound
        self._seconds = sound.format.seconds if sound.format else 0.0
        self._name.setText(sound.name)
        self._format.setText(describe_format(sound.format) if sound.format else "")
        self._view.setAccessibleName(self.tr("Waveform of {name}").format(name=sound.name))
        reason = trouble_text(sound) if sound.state is not SoundState.PRESENT else ""
        self._play_button.setEnabled(not reason)
        if reason:
            self._loader.cancel()
            self._view.show_message(reason)
        else:
            self._load(sound)
        self._write_time(0.0)
        if play and not reason:
            self.play_from_start()

    def show_nothing(self) -> None:
        """No sound is chosen."""
        self.stop()
        self._loader.cancel()
        self._sound, self._seconds = None, 0.0
        for label in (self._name, self._time, self._format):
            label.setText("")
        self._play_button.setEnabled(False)
        self._view.setAccessibleName(self.tr("Waveform"))
        self._view.show_message(self.tr("Choose a sound to see and hear it."))

    def toggle(self) -> None:
        """Play on from the playhead, or pause there."""
        if self._player.playing:
            self._halt()
            self._move_to(self._player.position)
        elif self._play_button.isEnabled():
            at_end = self._view.place >= 1.0
            self._play(0.0 if at_end else self._position)

    def play_from_start(self) -> None:
        """Play the shown sound from its start."""
        if self._play_button.isEnabled():
            self._play(0.0)

    def stop(self) -> None:
        """Be silent and go back to the start."""
        self._halt()
        self._move_to(0.0)

    def seek(self, place: float) -> None:
        """Go to `place`, 0..1 of the sound; a playing sound plays on from there."""
        seconds = place * self._seconds
        if self._player.playing:
            self._player.seek(seconds)
        self._move_to(seconds)

    def close_player(self) -> None:
        """Stop the sound and all loading. The panel is of no use afterwards."""
        self._timer.stop()
        self._loader.close()
        self._player.on_finished = None
        self._player.close()

    # What goes on inside

    def _halt(self) -> None:
        self._sounding = False
        if self._player.playing:
            self._player.stop()
        self._show_playing()

    def _load(self, sound: Sound) -> None:
        shape = self._loader.load(sound)
        if shape is None:
            self._view.show_message(self.tr("Loading the waveform..."))
        else:
            self._show_shape(shape)

    def _take_shape(self, shape: SoundShape) -> None:
        self._show_shape(shape)
        if not self._player.playing:
            self._loader.release()

    def _show_shape(self, shape: SoundShape) -> None:
        self._seconds = shape.seconds or self._seconds
        self._view.show_extremes(shape.extremes)
        if self._sound is not None and self._sound.format is not None:
            parts = [describe_format(self._sound.format)]
            parts += [self.tr("reaches full scale")] if self._view.is_clipped else []
            self._format.setText(" · ".join(parts))
        self._move_to(self._position)

    def _play(self, seconds: float) -> None:
        if self._sound is None:
            return
        self._sounding = True
        self._player.play(self._sound.path, seconds)
        self._move_to(seconds)
        self._show_playing()

    def _show_playing(self) -> None:
        playing = self._player.playing
        self._play_button.setIcon(icon("pause" if playing else "play"))
        _name_button(self._play_button, self.tr("Pause") if playing else self.tr("Play"))
        self._show_problem()
        if playing:
            self._timer.start()
        else:
            self._timer.stop()

    def _show_problem(self) -> None:
        """A quiet line where there is no sound device; everything else works without one."""
        self._problem.setText(self._player.problem or "")
        self._problem.setVisible(bool(self._player.problem))

    def _follow(self) -> None:
        self._ticks += 1
        self._position = self._player.position
        self._view.set_place(self._position / self._seconds if self._seconds else 0.0)
        if self._ticks % TIME_EVERY == 0:
            self._write_time(self._position)

    def _move_to(self, seconds: float) -> None:
        self._position = seconds
        self._view.set_place(seconds / self._seconds if self._seconds else 0.0)
        self._write_time(seconds)

    def _write_time(self, seconds: float) -> None:
        self._time.setText(f"{clock(seconds)} / {clock(self._seconds)}" if self._sound is not None else "")

    def _sound_ended(self) -> None:
        if self._player.playing or not self._sounding:  # another sound was begun meanwhile, or this one was stopped
            return
        self._halt()
        failed = bool(self._player.problem)
        self._move_to(0.0 if failed else self._seconds)
        if not failed:
            self.finished.emit()

    def _set_loop(self, looping: bool) -> None:
        self._player.loop = looping

    def _set_muted(self, muted: bool) -> None:
        self._player.volume = 0.0 if muted else self._volume.value() / 100
        self._mute_button.setIcon(icon("volume-x" if muted else "volume-2"))

    def _set_volume(self, percent: int) -> None:
        self._mute_button.setChecked(False)
        self._player.volume = percent / 100
        if not self._volume.isSliderDown():
            self._keep_volume()

    def _keep_volume(self) -> None:
        volume = self._volume.value() / 100
        if volume != self._earmark.settings.volume:
            self._earmark.change_settings(volume=volume)


def _name_button(button: QToolButton, name: str) -> None:
    """A button that shows only an icon says its name to a screen reader and in its tool tip."""
    button.setAccessibleName(name)
    button.setToolTip(name)


def _with_even_digits(font: QFont) -> QFont:
    """All digits equally wide, so that a running time does not tremble."""
    even = QFont(font)
    even.setFeature(QFont.Tag("tnum"), 1)
    return even
