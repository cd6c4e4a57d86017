"""The half of the player that runs in the sound card's callback: it takes samples that lie ready and never waits.

Everything here is plain numpy on a few hundred frames. State that another thread sets is swapped in one assignment.
"""

from collections import deque
from collections.abc import Callable, Generator
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Stereo = NDArray[np.float32]
"""Shape [frames, 2], float32, at `RATE`."""

RATE: Final = 48_000
"""Hz at which the player runs; files of other rates are resampled on their way here."""
FADE: Final = RATE * 4 // 1000
"""Frames of a fade: 4 ms, too short to be heard as one and long enough not to click."""


class Voice:
    """A sound that is being played: samples come in on one thread, go out on another."""

    def __init__(self, *, start: float) -> None:
        """`start`: where in its file it begins, in seconds; away from the beginning it is faded in."""
        self.start = start
        self.ready: deque[Stereo] = deque()
        self.fed = 0
        """Frames that came in."""
        self.rendered = 0
        """Frames that went out."""
        self.last_frame: int | None = None
        """How many frames there will ever be, or None while that is not known."""
        self.end_told = False
        """True when the player knows that the voice has ended."""
        self._fade_in = FADE if start > 0 else 0

    @property
    def ahead(self) -> int:
        """Frames that lie ready."""
        return self.fed - self.rendered

    @property
    def ended(self) -> bool:
        """True when the last frame went out."""
        return self.last_frame is not None and self.rendered >= self.last_frame

    def feed(self, samples: Stereo) -> None:
        """More samples."""
        self.ready.append(samples)
        self.fed += len(samples)

    def take(self, frames: int) -> Stereo:
        """The next samples, [n, 2], n <= frames; fewer when no more lie ready. The result may be written to."""
        if self.last_frame is not None:
            frames = min(frames, self.last_frame - self.rendered)
        parts = []
        while frames > 0 and self.ready:
            block = self.ready.popleft()
            if len(block) > frames:
                self.ready.appendleft(block[frames:])
                block = block[:frames]
            parts.append(block)
            frames -= len(block)
        taken = np.concatenate(parts) if parts else np.empty((0, 2), dtype=np.float32)
        self._ramp_up(taken)
        self.rendered += len(taken)
        return taken

    def _ramp_up(self, taken: Stereo) -> None:
        done = min(self.rendered, self._fade_in)
        count = min(self._fade_in - done, len(taken))
        if count > 0:
            taken[:count] *= (np.arange(done, done + count, dtype=np.float32) / self._fade_in)[:, None]


class Mixer:
    """Renders the wanted voice; a change from one voice to another, or to none, fades the old one out first."""

    def __init__(self, *, tell: Callable[[str, Voice], None]) -> None:
        """`tell` is called in the callback: with "hungry" while a voice plays, and once with "ended"."""
        self.wanted: Voice | None = None
        """The voice that is to be heard; set by the player."""
        self.volume = 1.0
        self._tell = tell
        self._voice: Voice | None = None
        self._gain = 1.0

    def stream(self) -> Generator[Stereo, int, None]:
        """What the sound card wants: frames in, samples out, for ever. Already started."""
        stream = self._render_all()
        next(stream)
        return stream

    @property
    def idle(self) -> bool:
        """True when nothing sounds and nothing is to."""
        return (self.wanted is None or self.wanted.ended) and self._voice is self.wanted

    def cut(self) -> None:
        """Forget what sounded, without a fade; only while no sound card is asking."""
        self._voice = None

    def render(self, frames: int) -> Stereo:
        """The next samples for the sound card, [frames, 2]."""
        out = np.zeros((frames, 2), dtype=np.float32)
        filled = self._leave(out) if self._voice is not self.wanted else 0
        voice = self._voice
        if voice is not None:
            taken = voice.take(frames - filled)
            out[filled : filled + len(taken)] = taken
            if not voice.ended:
                self._tell("hungry", voice)
            elif not voice.end_told:
                voice.end_told = True
                self._tell("ended", voice)
        self._turn_volume(out)
        return out

    def _leave(self, out: Stereo) -> int:
        """Fade the old voice out and let the wanted one in; returns the frames that are filled."""
        old, self._voice = self._voice, self.wanted
        if old is None:
            return 0
        tail = old.take(min(FADE, len(out)))
        out[: len(tail)] = tail * np.linspace(1, 0, len(tail), dtype=np.float32)[:, None]
        return len(tail)

    def _turn_volume(self, out: Stereo) -> None:
        """A change of volume is spread over the block, for a jump would click."""
        volume = self.volume
        if volume == self._gain == 1.0:
            return
        out *= np.linspace(self._gain, volume, len(out), dtype=np.float32)[:, None]
        self._gain = volume

    def _render_all(self) -> Generator[Any, int, None]:
        frames = yield b""
        while True:
            frames = yield self.render(frames)
