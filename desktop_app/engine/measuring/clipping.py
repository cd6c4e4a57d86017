"""Samples that were cut off: runs at the highest (or lowest) value that a channel has, wherever that lies.

A sound may have been clipped at full scale and made quieter afterwards, so what counts is its own extreme. Not every
run there was cut off: the top of a slow wave is flat, too, and so is all of a square wave. They are told apart by how
the wave leaves the run. From a round top it falls by a few steps of its resolution within half the run's length; from a
cut one it falls steeply; and a square wave always falls all the way at once.
"""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.sound import Samples

_RUN: Final = 3
"""So many samples in a row, as in the waveform (`peaks.CLIPPED_RUN`)."""
_SAME: Final = 2.0 / (1 << 15)
"""What was clipped and then brought to 16 bits with dither differs by so much."""
_FALL: Final = 16.0
"""Steps of resolution: a round top, a parabola, falls by four, and by nine if its run is measured a sample short."""
_FURTHEST: Final = 64
"""Samples beyond a run in which the wave is to fall."""
_AT_ONCE: Final = 0.8
"""Of the height: who falls so far within a sample on both sides falls from a square wave."""
_SQUARE_SHARE: Final = 0.8
"""Of the runs that fall at once; in clipped white noise it is a fifth."""
_SQUARE: Final = 0.85
"""Of all samples: a square wave is always at one end or the other, also if it was filtered; a sine that was clipped at
a quarter of its height is at 0.84."""
_CONTEXT: Final = 1024
"""Samples of the block before that are looked at again, for runs across both."""
_BINS: Final = 64


class Clipping:
    """Takes a sound block by block."""

    def __init__(self, channels: int) -> None:
        self._channels = [(_Runs(), _Runs()) for _ in range(channels)]
        self._frames = 0

    def add(self, rows: NDArray[np.float32]) -> None:
        """More of the sound, [channels, n]."""
        self._frames += rows.shape[1]
        for row, (above, below) in zip(rows, self._channels, strict=True):
            above.add(row, float(row.max(initial=0.0)))
            below.add(-row, -float(row.min(initial=0.0)))

    def count(self) -> int:
        """Samples that were cut off, in all channels."""
        counts = [above.count() + below.count() for above, below in self._channels]
        return sum(count for count in counts if count <= _SQUARE * self._frames)


class _Runs:
    """Those in one direction of one channel."""

    def __init__(self) -> None:
        self._top = 0.0
        self._below = 0.0
        """The highest value that is below the top by more than `_SAME`: how fine the steps up there are."""
        self._before: Samples = np.empty(0, dtype=np.float32)
        self._reset()

    def add(self, samples: Samples, highest: float) -> None:
        """The next samples [n], turned so that this direction is up, and the highest of them."""
        before = self._before
        self._before = np.concatenate([before, samples[-_CONTEXT:]])[-_CONTEXT:]
        highest = max(highest, float(before[-_FURTHEST:].max(initial=0.0)))
        if highest <= 0.0 or highest < self._top - _SAME:
            self._below = max(self._below, highest)
            return
        if highest > self._top + _SAME:
            self._below = max(self._below, self._top)
            self._reset()
        self._top = max(self._top, highest)
        joined = np.concatenate([before, samples])
        high = joined >= self._top - _SAME
        self._below = max(self._below, float(joined.max(where=~high, initial=0.0)))
        self._count(joined, high, len(before))

    def count(self) -> int:
        """Samples in runs that were cut off."""
        step = max(_SAME, self._top - self._below)
        first = int(_bin(np.array([_FALL * step]))[0]) + 1
        runs, at_once = self._runs[first:].sum(), self._at_once[first:].sum()
        if not runs or at_once > _SQUARE_SHARE * runs:
            return 0
        return int(self._samples[first:].sum())

    def _reset(self) -> None:
        """By how far the wave falls from them, in bins: runs, those of which it falls at once, their samples."""
        self._runs, self._at_once, self._samples = (np.zeros(_BINS, dtype=np.int64) for _ in range(3))

    def _count(self, joined: Samples, high: NDArray[np.bool_], seen: int) -> None:
        """Add the runs that end in what is new, `_FURTHEST` later than the block itself."""
        turns = np.flatnonzero(np.diff(high, prepend=False, append=False)).reshape(-1, 2)
        starts, ends = turns[:, 0], turns[:, 1]
        new = (ends - starts >= _RUN) & (ends > seen - _FURTHEST) & (ends <= len(joined) - _FURTHEST) & (starts > 0)
        starts, ends = starts[new], ends[new]
        # Where samples are held for a while, as by a bit crusher, a run is no more than that.
        moves = (joined[starts - 1] != joined[np.maximum(starts - 2, 0)]) | (joined[ends] != joined[ends + 1])
        starts, ends = starts[moves], ends[moves]
        if not len(starts):
            return
        away = np.minimum((ends - starts + 1) // 2, _FURTHEST)
        falls = self._top - np.maximum(joined[np.maximum(starts - away, 0)], joined[ends - 1 + away])
        at_once = self._top - np.maximum(joined[starts - 1], joined[ends]) >= _AT_ONCE * self._top
        bins = _bin(falls)
        self._runs += np.bincount(bins, minlength=_BINS)
        self._at_once += np.bincount(bins[at_once], minlength=_BINS)
        self._samples += np.bincount(bins, weights=ends - starts, minlength=_BINS).astype(np.int64)


def _bin(falls: NDArray[np.floating[Any]]) -> NDArray[np.int64]:
    """Four bins to an octave from `_SAME` upwards."""
    bins: NDArray[np.int64] = np.clip(np.log2(np.maximum(falls, _SAME) / _SAME) * 4, 0, _BINS - 1).astype(np.int64)
    return bins
