"""What is heard of the sound that the player panel shows: from pressed buttons to the `Player`, and back to a playhead.

The player answers on a thread of its own; its answers cross over by a signal. Where it is, is read by a timer that only
runs while there is something to hear.
"""

from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop_app.core.moment import Moment
from desktop_app.core.sound import Sound
from desktop_app.engine.playing.playback import Player
from desktop_app.engine.playing.track import Region
from desktop_app.gui.panels.player.loudness_match import LoudnessMatch
from desktop_app.gui.retelling import retold
from desktop_app.gui.timers import once_after

FRAME_MILLISECONDS: Final = 16
"""60 pictures a second."""
LOOK_MILLISECONDS: Final = 500
"""So often is looked whether what was wrong with the sound card still is, while nothing plays."""
REGION_MILLISECONDS: Final = 80
"""A region that is being dragged is heard when its edges rest for so long."""


class _Relay(QObject):
    """Carries the end of a sound from the player's thread to the GUI's. It has no parent, so it outlives the panel."""

    ended = Signal()


class Audition(QObject):
    """Plays one sound: begins, pauses, goes elsewhere, says where it is."""

    moved = Signal(float)
    """The playhead is at so many seconds: at each picture while the sound plays, and when it was put elsewhere."""
    changed = Signal()
    """It plays now or does not any more, or there is something else to be said about it."""
    finished = Signal()
    """The sound, or its region, has been played to its end (not: was stopped)."""

    def __init__(self, player: Player, match: LoudnessMatch, parent: QObject | None = None) -> None:
        """Takes the player over: `close` closes it. `match` says how loud the sound is to be."""
        super().__init__(parent)
        self._player = player
        self._match = match
        self._sound: Sound | None = None
        self._seconds = 0.0
        self._position = 0.0
        self._region: Region | None = None
        self._moment: Moment | None = None
        self._wanted: float | None = None
        """From where it is to be played once its loudness is known."""
        self._sounding = False
        """Since a sound was begun and until it is stopped: only then does its end count."""
        self._relay = _Relay()
        self._relay.ended.connect(self._ended)
        player.on_finished = self._relay.ended.emit
        match.ready.connect(self._play_wanted)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MILLISECONDS)
        self._timer.timeout.connect(lambda: self._say_place(self._player.position))
        self._timer.timeout.connect(self._look_again)
        self._told: tuple[str, str] = ("", "")
        """The problem and the notice, as they were said last: the sound card comes and goes when it likes."""
        self._looking = QTimer(self)
        self._looking.setInterval(LOOK_MILLISECONDS)
        self._looking.timeout.connect(self._look_again)
        self._region_rests = once_after(REGION_MILLISECONDS, self._tell_region, self)

    @property
    def playing(self) -> bool:
        """Whether something is to be heard now, or as soon as its loudness is known."""
        return self._player.playing or self._wanted is not None

    @property
    def problem(self) -> str:
        """A sentence saying why nothing is heard; empty when nothing is wrong."""
        return retold(self._player.problem or "")

    @property
    def notice(self) -> str:
        """A sentence saying why it is heard from elsewhere than was chosen; empty when it is not."""
        return retold(self._player.notice or "")

    @property
    def position(self) -> float:
        """Where the playhead is, in seconds."""
        return self._position

    @property
    def start(self) -> float:
        """Where playing begins that does not go on from the playhead: the region's start, the moment's, or the
        sound's.
        """
        if self._region is not None:
            return self._region[0]
        return 0.0 if self._moment is None else self._moment.start_s

    @property
    def moment(self) -> Moment | None:
        """What a search found in the sound: it is played from there on, and looped if sounds are."""
        return self._moment

    @moment.setter
    def moment(self, moment: Moment | None) -> None:
        self._moment = moment
        self._tell_region()

    @property
    def region(self) -> Region | None:
        """The part of the sound that is played instead of all of it."""
        return self._region

    @region.setter
    def region(self, region: Region | None) -> None:
        self._region = region
        if self._player.playing:
            self._region_rests.start()
        else:
            self._tell_region()

    def take(self, sound: Sound | None, seconds: float, moment: Moment | None = None) -> None:
        """Be silent; from now on this sound is played, if there is one that can be. `seconds`: how long it is."""
        self._player.forget_problem()
        self.pause()
        self._sound, self._seconds, self._region, self._moment = sound, seconds, None, moment
        self._position = self.start
        self._tell_region()
        self._match.take(sound)
        self._say_place(self._position)

    def know_length(self, seconds: float) -> None:
        """The sound turned out to be this long."""
        self._seconds = seconds

    def toggle(self) -> None:
        """Play on from the playhead, or pause there.

        What was at its end, or is outside the region, is played from the start.
        """
        if self.playing:
            self.pause()
            self._say_place(self._player.position)
            return
        first, end = self._region or (0.0, self._seconds)
        inside = first <= self._position < end or (self._region is None and end == 0)
        self.play(self._position if inside else self.start)

    def play(self, seconds: float) -> None:
        """Play from there."""
        if self._sound is None:
            return
        gain = self._match.gain
        if gain is None:
            self._wanted = seconds
            self._match.prepare()
            return
        self._position = seconds
        self._tell_region()
        self._sounding = True
        self._player.gain = gain
        self._player.play(self._sound.path, seconds)
        self._say_place(seconds)
        self._show_state()

    def pause(self) -> None:
        """Be silent, and stay where the sound is."""
        self._sounding, self._wanted = False, None
        if self._player.playing:
            self._player.stop()
        self._show_state()

    def seek(self, seconds: float) -> None:
        """Put the playhead there; a playing sound plays on from there."""
        self._position = seconds
        self._tell_region()
        if self._player.playing:
            self._player.seek(seconds)
        self._say_place(seconds)

    def set_loop(self, looping: bool) -> None:
        """Whether a sound, or its region, begins again at its end."""
        self._player.loop = looping
        self._tell_region()

    def set_volume(self, volume: float) -> None:
        """0 (silent) to 1 (as recorded)."""
        self._player.volume = volume

    def set_speed(self, speed: float) -> None:
        """0.5 (half) to 2 (double); the pitch follows."""
        self._player.speed = speed

    def set_device(self, device: str) -> None:
        """The output device; empty for the system's default one."""
        if (device or None) != self._player.device:
            self._player.device = device or None

    def devices(self) -> tuple[str, ...]:
        """The output devices that can be chosen."""
        return self._player.devices()

    def match_loudness(self, target: float | None) -> None:
        """Bring all sounds to `target` LUFS, also the one that plays; None: play them as they were recorded."""
        self._match.on = target is not None
        self._match.target = self._match.target if target is None else target
        gain = self._match.gain
        if gain is not None and self._player.playing:
            self._player.gain = gain

    def close(self) -> None:
        """Fall silent for good."""
        self._timer.stop()
        self._looking.stop()
        self._region_rests.stop()
        self._player.on_finished = None
        self._match.close()
        self._player.close()

    def _tell_region(self) -> None:
        self._region_rests.stop()
        played = self._region
        moment = self._moment
        if played is None and moment is not None and self._player.loop:
            # Who goes elsewhere in the sound wants to hear that, and not the moment again and again.
            played = (moment.start_s, moment.end_s) if moment.start_s <= self._position < moment.end_s else None
        if self._player.region != played:
            self._player.region = played

    def _play_wanted(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self.play(wanted)

    def _say_place(self, seconds: float) -> None:
        self._position = seconds
        self.moved.emit(seconds)

    def _show_state(self) -> None:
        self._told = self.problem, self.notice
        if self._player.playing:
            self._timer.start()
        else:
            self._timer.stop()
        if any(self._told) and not self._player.playing:
            self._looking.start()
        else:
            self._looking.stop()
        self.changed.emit()

    def _look_again(self) -> None:
        if self._told != (self.problem, self.notice):
            self._show_state()

    def _ended(self) -> None:
        if self._player.playing or not self._sounding:  # another sound was begun meanwhile, or this one was stopped
            return
        failed = bool(self._player.problem)
        end = self._player.position
        self.pause()
        at_regions_end = self._region is not None and abs(end - self._region[1]) < 0.01
        self._say_place(self.start if failed or at_regions_end else self._seconds)
        if not failed:
            self.finished.emit()
