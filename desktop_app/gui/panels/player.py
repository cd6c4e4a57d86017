"""The player below the list: the chosen sound's waveform, and the buttons to hear it.

It puts together what is seen (`WaveformView`, `WaveformLoader`), what is heard (`Audition`), and the buttons.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.sound import Sound, SoundState
from desktop_app.engine.playback import Player
from desktop_app.gui.models.sound_rows import trouble_text
from desktop_app.gui.panels.audition import Audition, Region
from desktop_app.gui.panels.player_controls import PlayerControls
from desktop_app.gui.panels.waveform_loader import SoundShape, WaveformLoader
from desktop_app.gui.panels.waveform_view import WaveformView
from desktop_app.settings import SettingsError

if TYPE_CHECKING:
    from desktop_app.app import Earmark

TIME_EVERY: Final = 4
"""The time is written with every fourth picture: hundredths of a second cannot be read faster."""


class PlayerPanel(QWidget):
    """Shows one sound and plays it."""

    finished = Signal()
    """The sound, or its region, has been played to its end (not: was stopped)."""
    region_changed = Signal(object)
    """The chosen part of the sound, (start, end) in seconds, or None for all of it."""

    def __init__(self, earmark: "Earmark", parent: QWidget | None = None, *, player: Player | None = None) -> None:
        """`player` is for tests and for running without audio; usually the panel makes its own."""
        super().__init__(parent)
        self._earmark = earmark
        self._sound: Sound | None = None
        self._seconds = 0.0
        self._ticks = 0
        self._view = WaveformView()
        self._controls = PlayerControls(earmark.settings.volume)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._view, 1)
        layout.addWidget(self._controls)
        self._audition = Audition(player or Player(earmark.decoder), self)
        self._audition.set_volume(earmark.settings.volume)
        self._loader = WaveformLoader(earmark.library.cache, earmark.decoder, self)
        self._connect()
        self.show_nothing()

    def _connect(self) -> None:
        audition, controls = self._audition, self._controls
        audition.moved.connect(self._show_place)
        audition.changed.connect(self._show_state)
        audition.finished.connect(self.finished)
        self._loader.loaded.connect(self._take_shape)
        self._loader.failed.connect(self._view.show_message)
        self._view.seek_requested.connect(self.seek)
        controls.toggled.connect(self.toggle)
        controls.loop_chosen.connect(audition.set_loop)
        controls.volume_changed.connect(audition.set_volume)
        controls.volume_settled.connect(self._keep_volume)

    @property
    def sound(self) -> Sound | None:
        """The sound that is shown."""
        return self._sound

    @property
    def playing(self) -> bool:
        """Whether something is to be heard now."""
        return self._audition.playing

    @property
    def region(self) -> Region | None:
        """The chosen part of the sound, (start, end) in seconds; None for all of it."""
        return self._audition.region

    def set_region(self, region: Region | None) -> None:
        """Choose a part of the sound to be played, or looped, instead of all of it."""
        if region != self._audition.region:
            self._audition.region = region
            self.region_changed.emit(region)

    def show_sound(self, sound: Sound, *, play: bool) -> None:
        """Show `sound` in place of the one before, and play it from its start if `play`."""
        playable = sound.state is SoundState.PRESENT
        self._sound = sound
        self._seconds = sound.format.seconds if sound.format else 0.0
        self.set_region(None)
        self._audition.take(sound if playable else None, self._seconds)
        self._controls.show_sound(sound.name, sound.format)
        self._view.setAccessibleName(self.tr("Waveform of {name}").format(name=sound.name))
        self._controls.allow_playing(allowed=playable)
        if not playable:
            self._loader.cancel()
            self._view.show_message(trouble_text(sound))
            return
        if play:
            self._audition.play(0.0)
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
        self._loader.cancel()
        self._sound, self._seconds = None, 0.0
        self.set_region(None)
        self._audition.take(None, 0.0)
        self._controls.show_sound("", None)
        self._controls.hide_time()
        self._controls.allow_playing(allowed=False)
        self._view.setAccessibleName(self.tr("Waveform"))
        self._view.show_message(self.tr("Choose a sound to see and hear it."))

    def toggle(self) -> None:
        """Play on from the playhead, or pause there."""
        self._audition.toggle()

    def play_from_start(self) -> None:
        """Play the shown sound from its start."""
        self._audition.play(0.0)

    def stop(self) -> None:
        """Be silent and go back to the start."""
        self._audition.pause()
        self._audition.seek(0.0)

    def seek(self, place: float) -> None:
        """Go to `place`, 0..1 of the sound; a playing sound plays on from there."""
        self._audition.seek(place * self._seconds)

    def close_player(self) -> None:
        """Stop the sound and all loading. The panel is of no use afterwards."""
        self._controls.settle()
        self._loader.close()
        self._audition.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Once there is something to see, make ready to hear: the first key must not wait for the decoder to start."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._earmark.decoder.warm_up)

    # What is seen

    def _load(self, sound: Sound) -> None:
        shape = self._loader.load(sound)
        if shape is None:
            self._view.show_message(self.tr("Loading the waveform..."))
        else:
            self._show_shape(shape)

    def _take_shape(self, shape: SoundShape) -> None:
        self._show_shape(shape)
        if not self._audition.playing:
            self._loader.release()

    def _show_shape(self, shape: SoundShape) -> None:
        self._seconds = shape.seconds or self._seconds
        self._audition.know_length(self._seconds)
        self._view.show_extremes(shape.extremes)
        if self._sound is not None:
            self._controls.show_sound(self._sound.name, self._sound.format)
        if self._view.is_clipped:
            self._controls.show_full_scale()
        self._show_place(self._audition.position)

    def _show_place(self, seconds: float) -> None:
        self._ticks += 1
        self._view.set_place(seconds / self._seconds if self._seconds else 0.0)
        if not self._audition.playing or self._ticks % TIME_EVERY == 0:
            self._controls.show_time(seconds, self._seconds)

    # What is heard

    def _show_state(self) -> None:
        self._controls.show_playing(playing=self._audition.playing)
        self._controls.show_problem(self._audition.problem)

    def _keep_volume(self, volume: float) -> None:
        try:
            self._earmark.change_settings(volume=volume)
        except SettingsError as problem:
            self._controls.show_problem(str(problem))
