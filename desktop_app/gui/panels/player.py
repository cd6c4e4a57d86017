"""The player below the list: the chosen sound's waveform, and the buttons to hear it.

It owns the `Player` and the loading of waveforms. Both answer on threads of their own; their answers cross over by
signals, and the playhead is read from the player by a timer that only runs while there is something to hear.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.sound import Sound, SoundState
from desktop_app.engine.playback import Player
from desktop_app.gui.models.sound_rows import trouble_text
from desktop_app.gui.panels.player_controls import PlayerControls
from desktop_app.gui.panels.waveform_loader import SoundShape, WaveformLoader
from desktop_app.gui.panels.waveform_view import WaveformView
from desktop_app.settings import SettingsError

if TYPE_CHECKING:
    from desktop_app.app import Earmark

FRAME_MILLISECONDS: Final = 16
"""60 pictures a second."""
TIME_EVERY: Final = 4
"""The time is written with every fourth picture: hundredths of a second cannot be read faster."""


class _Relay(QObject):
    """Carries the end of a sound from the player's thread to the GUI's. It has no parent, so it outlives the panel."""

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
        self._playable = False
        self._sounding = False
        """Since a sound was begun and until it is stopped: only then does its end count."""
        self._view = WaveformView()
        self._controls = PlayerControls(earmark.settings.volume)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._view, 1)
        layout.addWidget(self._controls)
        self._relay = _Relay()
        self._player = player or Player(earmark.decoder)
        self._player.volume = earmark.settings.volume
        self._loader = WaveformLoader(earmark.library.cache, earmark.decoder, self)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MILLISECONDS)
        self._connect()
        self.show_nothing()

    def _connect(self) -> None:
        self._relay.ended.connect(self._sound_ended)
        self._player.on_finished = self._relay.ended.emit
        self._loader.loaded.connect(self._take_shape)
        self._loader.failed.connect(self._view.show_message)
        self._timer.timeout.connect(self._follow)
        self._view.seek_requested.connect(self.seek)
        self._controls.toggled.connect(self.toggle)
        self._controls.loop_chosen.connect(self._set_loop)
        self._controls.volume_changed.connect(self._set_volume)
        self._controls.volume_settled.connect(self._keep_volume)

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
        self._halt()
        self._sound = sound
        self._seconds = sound.format.seconds if sound.format else 0.0
        self._controls.show_sound(sound.name, sound.format)
        self._view.setAccessibleName(self.tr("Waveform of {name}").format(name=sound.name))
        self._playable = sound.state is SoundState.PRESENT
        self._controls.allow_playing(allowed=self._playable)
        self._move_to(0.0)
        if not self._playable:
            self._loader.cancel()
            self._view.show_message(trouble_text(sound))
            return
        if play:
            self._play(0.0)
        self._load(sound)

    def refresh_sound(self, sound: Sound | None) -> None:
        """Show what became of the shown sound; None: it is gone. Its sound goes on unless its file went elsewhere."""
        before = self._sound
        if sound is None or before is None:
            self.show_nothing()
        elif (sound.path, sound.state) != (before.path, before.state):
            self.show_sound(sound, play=False)
        elif sound.format != before.format:
            self._sound = sound
            self._controls.show_sound(sound.name, sound.format)

    def show_nothing(self) -> None:
        """No sound is chosen."""
        self._halt()
        self._loader.cancel()
        self._sound, self._seconds, self._playable = None, 0.0, False
        self._controls.show_sound("", None)
        self._controls.hide_time()
        self._controls.allow_playing(allowed=False)
        self._view.setAccessibleName(self.tr("Waveform"))
        self._view.show_message(self.tr("Choose a sound to see and hear it."))

    def toggle(self) -> None:
        """Play on from the playhead, or pause there."""
        if self._player.playing:
            self._halt()
            self._move_to(self._player.position)
        else:
            at_end = self._view.place >= 1.0
            self._play(0.0 if at_end else self._position)

    def play_from_start(self) -> None:
        """Play the shown sound from its start."""
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
        self._controls.settle()
        self._timer.stop()
        self._loader.close()
        self._player.on_finished = None
        self._player.close()

    # What goes on inside

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
        if self._sound is not None:
            self._controls.show_sound(self._sound.name, self._sound.format)
        if self._view.is_clipped:
            self._controls.show_full_scale()
        self._move_to(self._position)

    def _play(self, seconds: float) -> None:
        if self._sound is None or not self._playable:
            return
        self._sounding = True
        self._player.play(self._sound.path, seconds)
        self._move_to(seconds)
        self._show_playing()

    def _halt(self) -> None:
        self._sounding = False
        if self._player.playing:
            self._player.stop()
        self._show_playing()

    def _show_playing(self) -> None:
        playing = self._player.playing
        self._controls.show_playing(playing=playing)
        self._controls.show_problem(self._player.problem or "")
        if playing:
            self._timer.start()
        else:
            self._timer.stop()

    def _follow(self) -> None:
        """One picture: the playhead where the player is."""
        self._ticks += 1
        self._position = self._player.position
        self._view.set_place(self._position / self._seconds if self._seconds else 0.0)
        if self._ticks % TIME_EVERY == 0:
            self._controls.show_time(self._position, self._seconds)

    def _move_to(self, seconds: float) -> None:
        self._position = seconds
        self._view.set_place(seconds / self._seconds if self._seconds else 0.0)
        self._controls.show_time(seconds, self._seconds)

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

    def _set_volume(self, volume: float) -> None:
        self._player.volume = volume

    def _keep_volume(self, volume: float) -> None:
        try:
            self._earmark.change_settings(volume=volume)
        except SettingsError as problem:
            self._controls.show_problem(str(problem))
