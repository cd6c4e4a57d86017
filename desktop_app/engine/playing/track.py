"""A file on its way to the ear: which part of it is played, how far it was read, and how its samples become what the
player wants.
"""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soxr
from numpy.typing import NDArray

from desktop_app.engine.playing.voice import FADE_SECONDS, RATE, Stereo, Voice

Region = tuple[float, float]
"""A part of a sound: its start and its end in seconds."""

_SHORTEST_REGION = 0.005
"""Seconds; less is no part of a sound but a slip of the hand."""


@dataclass(slots=True, eq=False)
class Track:
    """A voice with what is needed to feed it; used by the player's thread only, except for `voice`."""

    path: Path
    voice: Voice
    region: Region | None = None
    """The part that is played, or None for all of the file."""
    rate: int | None = None
    """Hz of the file; None until its first frames came."""
    next_frame: int = 0
    """The frame of the file that is read next."""
    end: float | None = None
    """Second of the file at which it ends or begins again: known from the start for a region, else once it was read."""
    resampler: soxr.ResampleStream | None = None
    reading: bool = False
    at_end: bool = False
    held: NDArray[np.float32] | None = None
    """The last frames before a region begins again, kept back until it is known what they are joined to."""

    @property
    def first(self) -> float:
        """Second of the file at which it begins again."""
        return self.region[0] if self.region else 0.0

    @property
    def first_frame(self) -> int:
        """Frame of the file at which it begins again."""
        return round(self.first * (self.rate or RATE))

    @property
    def end_frame(self) -> int | None:
        """The first frame of the file that is not played any more; None: play to the file's end."""
        return None if self.region is None else round(self.region[1] * (self.rate or RATE))

    def begin(self, rate: int) -> None:
        """The rate of the file is known now, and so is where in it the voice starts."""
        self.rate, self.next_frame = rate, round(self.voice.start * rate)
        self.resampler = _resampler(rate)

    def begin_again(self) -> None:
        """Go on from the first frame, although the end was taken for the end of the voice."""
        self.next_frame, self.at_end = self.first_frame, False
        self.resampler = _resampler(self.rate or RATE)  # the one before was run dry
        self.voice.last_frame = None

    def position(self) -> float:
        """Seconds of the file that are being heard."""
        seconds = self.voice.start + self.voice.seconds
        if self.end is None or seconds < self.end:
            return seconds
        length = self.end - self.first
        return self.end if self.voice.ended or length <= 0 else self.first + (seconds - self.end) % length

    def rounds_end(self) -> int:
        """The frame of the voice with which the round that is being heard ends; once `end` is known."""
        end = self.end or 0.0
        rounds = 0
        if (over := self.voice.start + self.voice.seconds - end) >= 0:
            rounds = int(over / (end - self.first)) + 1
        return round((end + rounds * (end - self.first) - self.voice.start) * RATE)

    def joined(self, samples: NDArray[np.float32], *, turning: bool) -> NDArray[np.float32]:
        """What may be handed over of `samples` [n, channels], after what was held back.

        Where a region begins again (`turning`: after these samples) a jump between its end and its start is faded out
        and in; one that is cut to be looped stays as it is. Whole files are never touched: whether they loop
        cleanly is what a listener wants to know.
        """
        if self.region is None:
            return samples
        fade = round(FADE_SECONDS * (self.rate or RATE))
        if self.held is not None and len(samples):
            before, after = self.held, samples.copy()
            if _would_click(before, after[:fade]):
                _fade(before[::-1])
                _fade(after[:fade])
            samples, self.held = np.concatenate([before, after]), None
        if turning and len(samples) > 2 * fade:
            samples, self.held = samples[:-fade], samples[-fade:].copy()
        return samples

    def rounds(self, samples: NDArray[np.float32], count: int) -> NDArray[np.float32]:
        """One whole round, [n, channels], `count` times over; the ends of a region are faded where they would click."""
        if self.region is not None:
            fade = min(round(FADE_SECONDS * (self.rate or RATE)), len(samples) // 2)
            samples = samples.copy()
            if fade and _would_click(samples[-fade:], samples[:fade]):
                _fade(samples[-fade:][::-1])
                _fade(samples[:fade])
        return np.tile(samples, (count, 1))


def part_to_play(region: Region | None, start: float, *, loop: bool) -> Region | None:
    """The part of a file that is played from `start` seconds on: the region, or None for all of it.

    A loop is entered from before it, as in an editor; without a loop only a start inside the region means the region.
    """
    if region is None or region[1] - region[0] < _SHORTEST_REGION or start >= region[1]:
        return None
    return region if loop or start >= region[0] else None


def to_stereo(frames: NDArray[np.float32]) -> Stereo:
    """Any number of channels -> two: mono on both sides; of more than two, the rest is mixed into both, more softly."""
    sane = np.nan_to_num(frames, nan=0.0, posinf=0.0, neginf=0.0)
    if sane.shape[1] == 1:
        return np.repeat(sane, 2, axis=1)
    if sane.shape[1] == 2:
        return np.ascontiguousarray(sane)
    rest = sane[:, 2:].mean(axis=1, keepdims=True)
    stereo: Stereo = (sane[:, :2] + np.float32(0.7) * rest) / np.float32(1.7)
    return stereo


def _would_click(before: NDArray[np.float32], after: NDArray[np.float32]) -> bool:
    """Whether the step between the two is higher than their own steps from frame to frame let expect."""
    step = np.abs(after[0] - before[-1]).max()
    own = max(np.abs(np.diff(part, axis=0)).max(initial=0.0) for part in (before, after))
    return bool(step > 2 * own + 0.002)


def _fade(frames: NDArray[np.float32]) -> None:
    """Let frames rise from nothing, in place."""
    frames *= (np.arange(len(frames), dtype=np.float32) / max(len(frames), 1))[:, None]


def _resampler(rate: int) -> soxr.ResampleStream | None:
    return None if rate == RATE else soxr.ResampleStream(rate, RATE, 2, dtype="float32", quality="HQ")
