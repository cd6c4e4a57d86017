"""The half of the player that runs in the sound card's callback: it takes samples that lie ready and never waits.

Everything here is plain numpy on a few hundred frames. State that another thread sets is swapped in one assignment.
"""

from collections import deque
from collections.abc import Callable, Generator
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.engine.playing.varispeed import AFTER, BEFORE, interpolate

Stereo = NDArray[np.float32]
"""Shape [frames, 2], float32, at `RATE`."""

RATE: Final = 48_000
"""Hz at which the player runs; files of other rates are resampled on their way here."""
FADE_SECONDS: Final = 0.004
"""A fade: too short to be heard as one and long enough not to click."""
FADE: Final = round(RATE * FADE_SECONDS)
"""Frames of a fade."""


class Voice:
    """A sound that is being played: samples come in on one thread, go out on another."""

    def __init__(self, *, start: float, gain: float = 1.0) -> None:
        """`start`: where in its file it begins, in seconds; away from the beginning it is faded in."""
        self.start = start
        self.gain = gain
        """Its own loudness, linear; a change while it sounds is smooth."""
        self.fed = 0
        """Frames that came in."""
        self.place = 0.0
        """The next frame to be heard, counted in frames that came in; between two frames when the speed is not 1."""
        self.last_frame: int | None = None
        """How many frames there will ever be, or None while that is not known."""
        self.ends_early = False
        """Whether its last frame is not its file's last one, so that it has to be faded out."""
        self.end_told = False
        """True when the player knows that the voice has ended."""
        self._gain = gain
        self._fades_in = start > 0
        self._first = 0
        self._ready: deque[Stereo] = deque()
        self._near: Stereo = np.empty((0, 2), dtype=np.float32)
        self._near_first = 0

    @property
    def ahead(self) -> int:
        """Frames that lie ready."""
        return self.fed - int(self.place)

    @property
    def ended(self) -> bool:
        """True when the last frame went out."""
        return self.last_frame is not None and self.place >= self.last_frame

    @property
    def seconds(self) -> float:
        """How much of it was heard, in seconds of its file."""
        frames = self.place if self.last_frame is None else min(self.place, self.last_frame)
        return frames / RATE

    def feed(self, samples: Stereo) -> None:
        """More samples."""
        self._ready.append(samples)
        self.fed += len(samples)

    def skip(self, frames: int) -> None:
        """Begin later, before anything was taken."""
        self._first = min(frames, self.fed)
        self.place = float(self._first)

    def take(self, frames: int, speed: float = 1.0, to_speed: float = 1.0) -> Stereo:
        """The next samples, [n, 2], n <= frames; fewer when no more lie ready. The result may be written to.

        The speed goes from `speed` to `to_speed` over these frames.
        """
        speeds = np.linspace(speed, to_speed, frames) if speed != to_speed else np.full(frames, speed)
        places = self.place + np.concatenate([[0.0], np.cumsum(speeds)])
        straight = speed == to_speed == 1.0 and self.place.is_integer()
        count = int(np.searchsorted(places[:-1], self._limit(straight=straight)))
        if count == 0:
            return np.empty((0, 2), dtype=np.float32)
        first, last = int(places[0]), int(places[count - 1]) + 1
        self._pull(last + AFTER)
        if straight:
            taken = self._stretch(first, last).copy()
        else:
            origin = first - BEFORE
            taken = interpolate(self._stretch(origin, last + AFTER), places[:count] - origin, max(speed, to_speed))
        self._shape(taken, places[:count])
        self.place = float(places[count])
        self._forget()
        return taken

    def _limit(self, *, straight: bool) -> int:
        """The first place that cannot be heard yet, or ever."""
        last = self.last_frame
        if last is not None and last <= self.fed:
            return last
        return self.fed if straight else self.fed - AFTER

    def _pull(self, end: int) -> None:
        """Bring the frames before `end`, as far as there are any, near."""
        parts, missing = [self._near], end - self._near_first - len(self._near)
        while missing > 0 and self._ready:
            block = self._ready.popleft()
            if len(block) > missing:
                self._ready.appendleft(block[missing:])
                block = block[:missing]
            parts.append(block)
            missing -= len(block)
        self._near = np.concatenate(parts)

    def _stretch(self, first: int, end: int) -> Stereo:
        """Frames `first` to `end`; silence before the first and after the last one."""
        known_end = self._near_first + len(self._near)
        known_end = known_end if self.last_frame is None else min(known_end, self.last_frame)
        known = self._near[max(first - self._near_first, 0) : max(min(end, known_end) - self._near_first, 0)]
        before = max(self._near_first - first, 0)
        after = end - first - before - len(known)
        return known if before == after == 0 else np.pad(known, ((before, after), (0, 0)))

    def _forget(self) -> None:
        """Keep only what may still be needed before the next place."""
        passed = int(self.place) - BEFORE - self._near_first
        if passed > 0:
            self._near = self._near[passed:]
            self._near_first += passed

    def _shape(self, taken: Stereo, places: NDArray[np.float64]) -> None:
        """Fade in and out, and follow the voice's gain."""
        if self._fades_in and places[0] < self._first + FADE:
            taken *= np.clip((places - self._first) / FADE, 0, 1).astype(np.float32)[:, None]
        if self.ends_early and self.last_frame is not None and places[-1] > self.last_frame - FADE:
            taken *= np.clip((self.last_frame - 1 - places) / FADE, 0, 1).astype(np.float32)[:, None]
        gain = self.gain
        if not gain == self._gain == 1.0:
            taken *= np.linspace(self._gain, gain, len(taken), dtype=np.float32)[:, None]
            self._gain = gain


class Mixer:
    """Renders the wanted voice; a change from one voice to another, or to none, fades the old one out first."""

    def __init__(self, *, tell: Callable[[str, Voice], None]) -> None:
        """`tell` is called in the callback: with "hungry" while a voice plays, and once with "ended"."""
        self.wanted: Voice | None = None
        """The voice that is to be heard; set by the player."""
        self.volume = 1.0
        self.speed = 1.0
        """How fast frames are taken, `SLOWEST` to `FASTEST`; the pitch follows."""
        self._tell = tell
        self._voice: Voice | None = None
        self._gain = 1.0
        self._speed = 1.0

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
        voice, speed = self._voice, self.speed
        if voice is not None:
            taken = voice.take(frames - filled, self._speed, speed)
            out[filled : filled + len(taken)] = taken
            if not voice.ended:
                self._tell("hungry", voice)
            elif not voice.end_told:
                voice.end_told = True
                self._tell("ended", voice)
        self._speed = speed
        self._turn_volume(out)
        return out

    def _leave(self, out: Stereo) -> int:
        """Fade the old voice out and let the wanted one in; returns the frames that are filled."""
        old, self._voice = self._voice, self.wanted
        before, self._speed = self._speed, self.speed  # what begins has no other speed behind it
        if old is None:
            return 0
        tail = old.take(min(FADE, len(out)), before, before)
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
