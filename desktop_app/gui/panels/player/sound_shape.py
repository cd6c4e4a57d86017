"""What is known of a sound's shape, and how it becomes one lowest and one highest value for every column of a picture.

A shape is either levels (of stretches of some length, as stored) or the samples themselves. Levels are kept with
reductions of themselves by 4, 16, 64 ... (a pyramid), so that a picture of hours costs no more than one of a minute.
"""

from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from desktop_app.engine.decoding.peaks import FULL_LEVEL, Levels, Peaks, mark_clipping

Columns = NDArray[np.float32]
"""Lowest and highest value of each column of each lane, shape [lanes, columns, 2]; beyond -1..1 where it clips."""

Points = NDArray[np.int8] | NDArray[np.float32]
"""One value for each stretch or sample of each lane, shape [lanes, n]."""

_JOINED: Final = 4
"""So many points become one on the next level of the pyramid."""
_FINER: Final = 4
"""Points behind a column at least, where there are so many: a peak is then less than a quarter of one out of place."""


class Shape(Protocol):
    """A sound's shape, or that of a part of it."""

    seconds_a_point: float
    """How fine it is."""

    @property
    def points(self) -> int:
        """How many stretches of the sound are known."""
        ...

    @property
    def clips(self) -> bool:
        """Whether the sound clips anywhere."""
        ...

    def columns(self, start: float, end: float, count: int) -> Columns:
        """The time from `start` to `end` seconds in `count` columns; neighbours touch, so a steep wave is one line."""
        ...


class LevelShape:
    """The shape of a whole sound in levels."""

    def __init__(self, levels: Levels, seconds_a_point: float) -> None:
        """Levels [lanes, n, 2] as `peaks` makes them."""
        self.seconds_a_point = seconds_a_point
        self._pyramid = [levels]
        while self._pyramid[-1].shape[1] > 1024:
            self._pyramid.append(_joined(self._pyramid[-1]))

    @classmethod
    def of_peaks(cls, peaks: Peaks) -> "LevelShape":
        """The shape that was stored."""
        return cls(peaks.levels, peaks.hop / peaks.sample_rate)

    @property
    def points(self) -> int:
        """How many stretches of the sound are known."""
        return int(self._pyramid[0].shape[1])

    @property
    def clips(self) -> bool:
        """Whether the sound clips anywhere."""
        return bool((np.abs(self._pyramid[-1]) == np.int8(127)).any())

    def columns(self, start: float, end: float, count: int) -> Columns:
        """See `Shape`."""
        points, scale = self._pyramid[0], 1.0
        for level in self._pyramid[1:]:
            if (end - start) / (self.seconds_a_point * scale * _JOINED) < _FINER * count:
                break
            points, scale = level, scale * _JOINED
        first, last = start / (self.seconds_a_point * scale), end / (self.seconds_a_point * scale)
        return in_columns(points[:, :, 0], points[:, :, 1], first, last, count, centre=0.5, full=FULL_LEVEL)


class SampleShape:
    """The samples of a sound or of a part of it."""

    def __init__(self, frames: NDArray[np.float32], rate: int, first: int = 0) -> None:
        """`frames` [n, channels] begin at frame `first` of the sound."""
        nothing = np.empty(0, dtype=np.float32)
        lanes = [mark_clipping(np.ascontiguousarray(lane), nothing) for lane in frames.T]
        self._lanes = np.stack(lanes)
        self._rate, self._first = rate, first
        self.seconds_a_point = 1.0 / rate

    @property
    def points(self) -> int:
        """How many samples of each channel are known."""
        return int(self._lanes.shape[1])

    @property
    def clips(self) -> bool:
        """Whether the sound clips anywhere in what is known."""
        return bool((np.abs(self._lanes) > 1.0).any())

    def covers(self, start: float, end: float) -> bool:
        """Whether these samples reach so far; the last sample may be missing because of rounding."""
        return self._first <= start * self._rate + 1 and end * self._rate - 1 <= self._first + self.points

    def columns(self, start: float, end: float, count: int) -> Columns:
        """See `Shape`."""
        first, last = start * self._rate - self._first, end * self._rate - self._first
        return in_columns(self._lanes, self._lanes, first, last, count, centre=0.0, full=1)


def in_columns(
    low: Points, high: Points, first: float, last: float, count: int, *, centre: float, full: int
) -> Columns:
    """Points [lanes, n] from place `first` to `last` as [lanes, count, 2]: reduced, or interpolated where few.

    `centre`: where in its own width a point stands for itself, as samples do at 0. `full`: the value of a point
    at full scale; what is above it clips.
    """
    if count <= 0 or not low.shape[1]:
        return np.zeros((len(low), max(count, 0), 2), np.float32)
    reduced = last - first >= count
    found = (
        _reduced(low, high, first, last, count) if reduced else _between(low, high, first, last, count, centre, full)
    )
    columns = found.astype(np.float32) / np.float32(full)
    joined = columns.copy()
    np.minimum(columns[:, 1:, 0], columns[:, :-1, 1], out=joined[:, 1:, 0])
    np.maximum(columns[:, 1:, 1], columns[:, :-1, 0], out=joined[:, 1:, 1])
    return joined


def together(columns: Columns) -> Columns:
    """All lanes in one: the lowest of all and the highest of all."""
    return np.stack([columns[:, :, 0].min(axis=0), columns[:, :, 1].max(axis=0)], axis=1)[None]


def _reduced(low: Points, high: Points, first: float, last: float, count: int) -> Points:
    edges = np.clip(np.floor(np.linspace(first, last, count + 1)).astype(np.int64), 0, low.shape[1])
    starts = np.minimum(edges[:-1], low.shape[1] - 1)
    begin, end = int(starts[0]), max(int(edges[-1]), int(starts[-1]) + 1)
    starts = starts - begin
    lowest = np.minimum.reduceat(low[:, begin:end], starts, axis=1)
    highest = np.maximum.reduceat(high[:, begin:end], starts, axis=1)
    return np.stack([lowest, highest], axis=2)


def _between(low: Points, high: Points, first: float, last: float, count: int, centre: float, full: int) -> Columns:
    """Linear interpolation; a column whose nearest point clips, clips: one sample must not be lost between two."""
    at = np.clip(first + (np.arange(count) + 0.5) * (last - first) / count - centre, 0, low.shape[1] - 1)
    below = np.floor(at).astype(np.int64)
    above = np.minimum(below + 1, low.shape[1] - 1)
    share = (at - below).astype(np.float32)
    nearest = np.rint(at).astype(np.int64)
    sides = []
    for points in (low, high):
        values = points[:, below] * (1 - share) + points[:, above] * share
        sides.append(np.where(np.abs(points[:, nearest]) > full, points[:, nearest], values))
    return np.stack(sides, axis=2).astype(np.float32)


def _joined(levels: Levels) -> Levels:
    whole = -(-levels.shape[1] // _JOINED) * _JOINED
    padded = np.pad(levels, ((0, 0), (0, whole - levels.shape[1]), (0, 0)), mode="edge")
    groups = padded.reshape(len(levels), -1, _JOINED, 2)
    return np.stack([groups[..., 0].min(axis=2), groups[..., 1].max(axis=2)], axis=2)
