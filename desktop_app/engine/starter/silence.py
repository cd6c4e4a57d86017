"""Leaves out what nobody listens to: the silence around a sound and the long silences in it.

The networks hear silence as a sound of its own, and recorders leave much of it. A short pause belongs to a sound's
rhythm and stays.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.sound import Samples

_FAINT: Final = 10 ** (-50 / 20)
"""Of the sound's peak; below is silence. The tail of a room dies away to -60 dB by definition (ISO 3382)."""
_FRAMES_A_SECOND: Final = 10
_MARGIN: Final = 5
"""Frames of a silence that stay at either side, so that one of up to a second stays whole."""
_AT_ONCE: Final = 1 << 18
"""Samples that are looked at together, so that a look takes little memory."""


@dataclass(frozen=True, slots=True, eq=False)
class Sounding:
    """Which samples of a sound are to be listened to."""

    start: int
    end: int
    """Samples; before and behind is silence."""
    size: int
    """Samples in a frame, of which the first begins at `start`."""
    near: NDArray[np.bool_] | None
    """For each frame whether it stays; None when all of them do."""

    @property
    def samples(self) -> int:
        """How many stay."""
        if self.near is None:
            return self.end - self.start
        last = self.end - self.start - (len(self.near) - 1) * self.size
        return int(self.near[:-1].sum()) * self.size + int(self.near[-1]) * last

    def of(self, sound: Iterable[Samples]) -> Iterator[Samples]:
        """What stays of the blocks of the sound."""
        first = -self.start
        for block in sound:
            piece = block[max(0, -first) : max(0, self.end - self.start - first)]
            position, first = max(0, first), first + len(block)
            if self.near is None:
                yield piece
                continue
            for start in range(0, len(piece), _AT_ONCE):
                yield self._near_ones(piece[start : start + _AT_ONCE], position + start, self.near)

    def _near_ones(self, piece: Samples, position: int, near: NDArray[np.bool_]) -> Samples:
        """What stays of samples that begin so many behind `start`."""
        frames = near[position // self.size : -(-(position + len(piece)) // self.size)]
        return piece[np.repeat(frames, self.size)[position % self.size :][: len(piece)]]


def find_sounding(sound: Iterable[Samples], sample_rate: int) -> Sounding:
    """Leave out the silence at the ends of a mono sound, and all but a second of any longer one; nothing if it is
    silent altogether.

    Goes through the sound twice and keeps a byte for each tenth of a second.
    """
    total, limit = _length_and_limit(sound)
    size = sample_rate // _FRAMES_A_SECOND
    places = _loud_places(sound, limit)
    first = next(places, None)
    if first is None:
        return Sounding(0, total, size, None)
    start, end, loud = int(first[0]), int(first[-1]) + 1, [_changes((first - first[0]) // size)]
    for found in places:
        end = int(found[-1]) + 1
        loud.append(_changes((found - start) // size))
    sounding = np.zeros(-(-(end - start) // size), dtype=np.bool_)
    sounding[np.concatenate(loud)] = True
    around = np.ones(2 * _MARGIN + 1)
    if len(sounding) <= len(around):
        return Sounding(start, end, size, None)
    return Sounding(start, end, size, np.convolve(sounding, around, mode="same") > 0.5)


def _length_and_limit(sound: Iterable[Samples]) -> tuple[int, np.float32]:
    """How many samples there are, and above what they are no silence."""
    total, loudest = 0, np.float32(0)
    for block in sound:
        total += len(block)
        loudest = max(loudest, block.max(initial=0.0), -block.min(initial=0.0))
    return total, loudest * np.float32(_FAINT)


def _loud_places(sound: Iterable[Samples], limit: np.float32) -> Iterator[NDArray[np.int64]]:
    """Numbers of the samples that are no silence, piece by piece, none of them empty."""
    seen = 0
    for block in sound:
        for start in range(0, len(block), _AT_ONCE):
            piece = block[start : start + _AT_ONCE]
            places = np.flatnonzero((piece > limit) | (piece < -limit))
            if len(places):
                yield places + (seen + start)
        seen += len(block)


def _changes(rising: NDArray[np.int64]) -> NDArray[np.int64]:
    """Rising numbers without those that repeat the one before."""
    return rising[np.flatnonzero(np.diff(rising, prepend=-1))]
