"""A file on its way to the ear: how far it was read, and how its samples become what the player wants."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soxr
from numpy.typing import NDArray

from desktop_app.engine.voice import RATE, Stereo, Voice


@dataclass(slots=True, eq=False)
class Track:
    """A voice with what is needed to feed it; used by the player's thread only, except for `voice`."""

    path: Path
    voice: Voice
    rate: int | None = None
    """Hz of the file; None until its first frames came."""
    next_frame: int = 0
    """The frame of the file that is read next."""
    duration: float | None = None
    """Seconds of the file, once its end was reached."""
    resampler: soxr.ResampleStream | None = None
    reading: bool = False
    at_end: bool = False

    def begin(self, rate: int) -> None:
        """The rate of the file is known now, and so is where in it the voice starts."""
        self.rate, self.next_frame = rate, round(self.voice.start * rate)
        self.resampler = _resampler(rate)

    def begin_again(self) -> None:
        """Go on from the start of the file, although its end was taken for the end of the voice."""
        self.next_frame, self.at_end = 0, False
        self.resampler = _resampler(self.rate or RATE)  # the one before was run dry
        self.voice.last_frame = None

    def position(self) -> float:
        """Seconds of the file that are being heard."""
        seconds = self.voice.start + self.voice.rendered / RATE
        if self.duration is None or seconds < self.duration:
            return seconds
        return self.duration if self.voice.ended else seconds % self.duration


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


def _resampler(rate: int) -> soxr.ResampleStream | None:
    return None if rate == RATE else soxr.ResampleStream(rate, RATE, 2, dtype="float32", quality="HQ")
