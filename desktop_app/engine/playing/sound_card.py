"""The sound card that a person chose: opened when there is something to play, left for the system's own when it goes
away, and taken again when it is back.

Everything here happens on the player's thread.
"""

from collections.abc import Callable, Generator
from typing import Any

from desktop_app.engine.playing.audio_out import AudioOut, Backend, MissingDeviceError, NoAudioError, device_names
from desktop_app.engine.playing.voice import RATE

LOST = "The sound device went away. Connect one and play again."


class SoundCard:
    """One sound card, or none; what is wrong with it is a sentence and never an exception."""

    def __init__(self, backend: Backend, on_lost: Callable[[], None]) -> None:
        """`on_lost` is called on a thread of the card's when it goes away; then call `lose` on the player's."""
        self.wanted: str | None = None
        """The device that was chosen; None: whatever the system plays on. Set it, then `change`."""
        self.problem: str | None = None
        """Why nothing can be played."""
        self.notice: str | None = None
        """Why something else than what was chosen plays."""
        self._backend: Backend = backend
        self._on_lost = on_lost
        self._out: AudioOut | None = None

    def open(self) -> bool:
        """Open the card, unless it is open; whether there is one."""
        if self._out is None:
            try:
                self._out = self._opened()
                self.problem = None
            except NoAudioError as error:
                self.problem, self.notice = str(error), None
        return self._out is not None

    def start(self, stream: Callable[[], Generator[Any, int, None]]) -> bool:
        """Let the open card ask for samples, unless it does; whether it does."""
        if self._out is None or self._out.running:
            return self._out is not None
        try:
            self._out.start(stream(), self._on_lost)
        except NoAudioError as error:
            self._let_go()
            self.problem = str(error)
        return self._out is not None

    def rest(self, *, idle: bool) -> None:
        """Nobody asked for anything for a while: when nothing sounds, stop the card, and look for the one wanted."""
        if not idle or self._out is None:
            return
        if self._out.running:
            self._out.stop()
        if self.notice is not None and self.wanted in device_names(self._backend):
            self.change()

    def change(self) -> None:
        """Take the card that is wanted now; what asked for samples has to be started again."""
        self._let_go()
        self.open()

    def lose(self) -> bool:
        """The card went away; whether there was one."""
        if self._out is None:
            return False
        self._let_go()
        self.problem, self.notice = LOST, None
        return True

    def close(self) -> None:
        """Let the card go."""
        self._let_go()

    def _opened(self) -> AudioOut:
        """Raises `NoAudioError`."""
        try:
            opened = AudioOut(rate=RATE, backend=self._backend, device=self.wanted)
        except MissingDeviceError as missing:
            opened = AudioOut(rate=RATE, backend=self._backend, device=None)
            self.notice = str(missing)
        else:
            self.notice = None
        return opened

    def _let_go(self) -> None:
        if self._out is not None:
            self._out.close()
            self._out = None
