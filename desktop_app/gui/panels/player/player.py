"""The player below the list: the chosen sound's waveform, and the buttons to hear it.

It puts together what is seen (`SoundDisplay`), what is heard (`Audition`), and the buttons.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app.core.metadata import Marker
from desktop_app.core.moment import Moment
from desktop_app.core.sound import Sound, SoundState
from desktop_app.engine.playing.playback import Player
from desktop_app.engine.playing.track import Region
from desktop_app.gui.models.sound_rows import trouble_text
from desktop_app.gui.panels.player.audition import Audition
from desktop_app.gui.panels.player.loudness_match import LoudnessMatch
from desktop_app.gui.panels.player.player_controls import PlayerControls
from desktop_app.gui.panels.player.sound_display import SoundDisplay
from desktop_app.gui.retelling import retold_error
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
    moment_changed = Signal(object)
    """Another `Moment` of the sound is marked, or None."""
    sound_changed = Signal(object)
    """Another `Sound` is shown, or None."""
    loop_chosen = Signal(bool)
    """Sounds are to begin again at their end, or not any more."""

    def __init__(self, earmark: "Earmark", parent: QWidget | None = None, *, player: Player | None = None) -> None:
        """`player` is for tests and for running without audio; usually the panel makes its own."""
        super().__init__(parent)
        self._earmark = earmark
        self._sound: Sound | None = None
        self._seconds = 0.0
        self._ticks = 0
        settings = earmark.settings
        self.display = SoundDisplay(
            earmark.library.cache,
            earmark.decoder,
            spectrogram=settings.spectrogram,
            together=settings.waveform_together,
        )
        self._controls = PlayerControls(earmark.settings.volume)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.display, 1)
        layout.addWidget(self._controls)
        self._match = LoudnessMatch(earmark.library.cache, earmark.decoder, self)
        player = player or Player(earmark.decoder, device=settings.output_device or None)
        self._audition = Audition(player, self._match, self)
        self._audition.set_volume(settings.volume)
        self._connect()
        self.follow_settings()
        self.show_nothing()

    def _connect(self) -> None:
        audition, controls = self._audition, self._controls
        audition.moved.connect(self._show_place)
        audition.changed.connect(self._show_state)
        audition.finished.connect(self.finished)
        self.display.shown.connect(self._take_shape)
        self.display.failed.connect(self._show_state)
        self.display.seek_requested.connect(audition.seek)
        self.display.region_changed.connect(self.set_region)
        self.display.view.marker_chosen.connect(self.play_marker)
        self.display.settings_chosen.connect(lambda chosen: self._keep(**chosen))
        controls.toggled.connect(self.toggle)
        controls.loop_chosen.connect(audition.set_loop)
        controls.loop_chosen.connect(self.loop_chosen)
        controls.speed.speed_changed.connect(audition.set_speed)
        self._match.measured.connect(lambda _: self._show_loudness())
        controls.volume_changed.connect(audition.set_volume)
        controls.volume_settled.connect(lambda volume: self._keep(volume=volume))

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
            self.display.set_region(region)
            self.region_changed.emit(region)

    @property
    def moment(self) -> Moment | None:
        """What the search found in the sound; None where there is none."""
        return self._audition.moment

    def show_moment(self, moment: Moment | None) -> None:
        """The search found this in the shown sound: go there, unless the person is elsewhere in it already."""
        audition, view = self._audition, self.display.view
        if moment == audition.moment:
            return
        is_elsewhere = self.playing or audition.region is not None or audition.position != audition.start
        audition.moment = moment
        view.mark_moment(moment)
        if not is_elsewhere:
            audition.seek(audition.start)
            view.see_moment()
        self.moment_changed.emit(moment)

    def show_markers(self, markers: Sequence[Marker]) -> None:
        """What places in the shown sound its file names."""
        self.display.view.show_markers(markers)

    def play_marker(self, marker: Marker) -> None:
        """Play from a marker on. The stretch that it names becomes the region; one that lies elsewhere is let go."""
        region = self.region
        if marker.seconds:
            self.set_region((marker.start, marker.start + marker.seconds))
        elif region is not None and not region[0] <= marker.start < region[1]:
            self.set_region(None)
        self._audition.play(marker.start)

    def devices(self) -> tuple[str, ...]:
        """The names of the output devices that can be chosen; asks the system, which may take a moment."""
        return self._audition.devices()

    def follow_settings(self) -> None:
        """Do as the settings say: loop, output device, equal loudness."""
        settings = self._earmark.settings
        self._controls.show_looping(looping=settings.loop)
        self._audition.set_device(settings.output_device)
        self._audition.match_loudness(settings.target_loudness if settings.match_loudness else None)
        self._show_loudness()

    def step_speed(self, semitones: int) -> None:
        """Play faster and higher, or slower and lower."""
        self._controls.speed.step(semitones)

    def reset_speed(self) -> None:
        """Play as fast as it was recorded."""
        self._controls.speed.reset()

    def show_sound(self, sound: Sound, *, play: bool, moment: Moment | None = None) -> None:
        """Show `sound` in place of the one before, and `moment` as what was found in it. If `play`, play it from there,
        or from its start.
        """
        playable = sound.state is SoundState.PRESENT
        self._sound = sound
        self._seconds = sound.format.seconds if sound.format else 0.0
        self.set_region(None)
        self._audition.take(sound if playable else None, self._seconds, moment if playable else None)
        self.sound_changed.emit(sound if playable else None)
        self.moment_changed.emit(self.moment)
        self._controls.show_sound(sound.name, sound.format)
        self._show_loudness()
        self._controls.allow_playing(allowed=playable)
        if not playable:
            self.display.show_message(trouble_text(sound), sound)
            return
        if play:
            self._audition.play(self._audition.start)
        self.display.show_sound(sound, moment)

    def refresh_sound(self, sound: Sound | None) -> None:
        """Show what became of the shown sound; None: it is gone. Its sound goes on unless its file went elsewhere."""
        before = self._sound
        if sound is None or before is None:
            self.show_nothing()
        elif (sound.path, sound.state) != (before.path, before.state):
            self.show_sound(sound, play=False, moment=self.moment)
        elif sound.format != before.format:
            self._sound = sound
            self._controls.show_sound(sound.name, sound.format)

    def show_nothing(self) -> None:
        """No sound is chosen."""
        self._sound, self._seconds = None, 0.0
        self.set_region(None)
        self._audition.take(None, 0.0)
        self.sound_changed.emit(None)
        self.moment_changed.emit(None)
        self._controls.show_sound("", None)
        self._show_loudness()
        self._controls.hide_time()
        self._controls.allow_playing(allowed=False)
        self.display.show_message(self.tr("Choose a sound to see and hear it."))

    def toggle(self) -> None:
        """Play on from the playhead, or pause there."""
        self._audition.toggle()

    def play_from_start(self) -> None:
        """Play the shown sound from the start of its region, else from its moment, else from its own start."""
        self._audition.play(self._audition.start)

    def play_whole(self) -> None:
        """Play the shown sound from its own start, whatever is chosen or was found in it."""
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
        self.display.close_display()
        self._audition.close()

    def showEvent(self, event: QShowEvent) -> None:
        """Once there is something to see, make ready to hear: the first key must not wait for the decoder to start."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._earmark.decoder.warm_up)

    # What is seen

    def _take_shape(self, seconds: float) -> None:
        self._seconds = seconds or self._seconds
        self._audition.know_length(self._seconds)
        if self._sound is not None:
            self._controls.show_sound(self._sound.name, self._sound.format)
        if self.display.clips:
            self._controls.show_full_scale()
        self._show_place(self._audition.position)

    def _show_place(self, seconds: float) -> None:
        self._ticks += 1
        self.display.set_position(seconds, playing=self._audition.playing)
        if not self._audition.playing or self._ticks % TIME_EVERY == 0:
            self._controls.show_time(seconds, self._seconds)

    # What is heard

    def _show_state(self) -> None:
        self._controls.show_playing(playing=self._audition.playing)
        problem = self._audition.problem or self._audition.notice
        # What is said in place of the waveform need not be said below it again.
        self._controls.show_problem("" if problem == self.display.message else problem)
        self._show_loudness()

    def _show_loudness(self) -> None:
        self._controls.show_loudness(self._match.loudness, self._match.gain or 1.0)

    def _keep(self, **settings: float | bool) -> None:
        try:
            self._earmark.change_settings(**settings)
        except SettingsError as problem:
            self._controls.show_problem(retold_error(problem))
