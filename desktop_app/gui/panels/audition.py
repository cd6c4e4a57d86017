"""What is heard of the sound that the player panel shows: from pressed buttons to the `Player`, and back to a playhead.

The player answers on a thread of its own; its answers cross over by a signal. Where it is, is read by a timer that only
runs while there is something to hear.
"""

from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from desktop_app.core.sound import Sound
from desktop_app.engine.playback import Player

FRAME_MILLISECONDS: Final = 16
"""60 pictures a second."""

Region = tuple[float, float]
"""Start and end in seconds."""


class _Relay(QObject):
    """Carries the end of a sound from the player's thread to the GUI's. It has no parent, so it outlives the panel."""

    ended = Signal()


class Audition(QObject):
    """Plays one sound: begins, pauses, goes elsewhere, says where it is."""

    moved = Signal(float)
    """The playhead is at so many seconds: at each picture while the sound plays, and when it was put elsewhere."""
    changed = Signal()
    """It plays now or does not any more, or there is another `problem`."""
    finished = Signal()
    """The sound, or its region, has been played to its end (not: was stopped)."""

    def __init__(self, player: Player, parent: QObject | None = None) -> None:
        """Takes the player over: `close` closes it."""
        super().__init__(parent)
        self._player = player
        self._sound: Sound | None = None
        self._seconds = 0.0
        self._position = 0.0
        self._region: Region | None = None
        self._sounding = False
        """Since a sound was begun and until it is stopped: only then does its end count."""
        self._relay = _Relay()
        self._relay.ended.connect(self._ended)
        player.on_finished = self._relay.ended.emit
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(FRAME_MILLISECONDS)
        self._timer.timeout.connect(lambda: self._say_place(self._player.position))

    @property
    def playing(self) -> bool:
        """Whether something is to be heard now."""
        return self._player.playing

    @property
    def problem(self) -> str:
        """A sentence saying why nothing is heard; empty when nothing is wrong."""
        return self._player.problem or ""

    @property
    def position(self) -> float:
        """Where the playhead is, in seconds."""
        return self._position

    @property
    def region(self) -> Region | None:
        """The part of the sound that is played instead of all of it."""
        return self._region

    @region.setter
    def region(self, region: Region | None) -> None:
        self._region = region

    def take(self, sound: Sound | None, seconds: float) -> None:
        """Be silent; from now on this sound is played, if there is one that can be. `seconds`: how long it is."""
        self.pause()
        self._sound, self._seconds, self._region = sound, seconds, None
        self._say_place(0.0)

    def know_length(self, seconds: float) -> None:
        """The sound turned out to be this long."""
        self._seconds = seconds

    def toggle(self) -> None:
        """Play on from the playhead (from the start after the end), or pause there."""
        if self._player.playing:
            self.pause()
            self._say_place(self._player.position)
        else:
            self.play(0.0 if self._position >= self._seconds > 0 else self._position)

    def play(self, seconds: float) -> None:
        """Play from there."""
        if self._sound is None:
            return
        self._sounding = True
        self._player.play(self._sound.path, seconds)
        self._say_place(seconds)
        self._show_state()

    def pause(self) -> None:
        """Be silent, and stay where the sound is."""
        self._sounding = False
        if self._player.playing:
            self._player.stop()
        self._show_state()

    def seek(self, seconds: float) -> None:
        """Put the playhead there; a playing sound plays on from there."""
        if self._player.playing:
            self._player.seek(seconds)
        self._say_place(seconds)

    def set_loop(self, looping: bool) -> None:
        """Whether a sound, or its region, begins again at its end."""
        self._player.loop = looping

    def set_volume(self, volume: float) -> None:
        """0 (silent) to 1 (as recorded)."""
        self._player.volume = volume

    def close(self) -> None:
        """Fall silent for good."""
        self._timer.stop()
        self._player.on_finished = None
        self._player.close()

    def _say_place(self, seconds: float) -> None:
        self._position = seconds
        self.moved.emit(seconds)

    def _show_state(self) -> None:
        if self._player.playing:
            self._timer.start()
        else:
            self._timer.stop()
        self.changed.emit()

    def _ended(self) -> None:
        if self._player.playing or not self._sounding:  # another sound was begun meanwhile, or this one was stopped
            return
        self.pause()
        failed = bool(self._player.problem)
        self._say_place(0.0 if failed else self._seconds)
        if not failed:
            self.finished.emit()
