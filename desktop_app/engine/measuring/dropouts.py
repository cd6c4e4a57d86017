"""Samples that are missing in the middle of sound: a buffer that came too late, a card that could not keep up.

What is left in their place is digital silence, or one value that is held. That alone is no sign: rests between drums
are digital silence, too, square waves hold their values, and so does what has eight bits. A gap counts if the sound
goes on at full level right up to it and right after it, as loud on both sides, and holds no value there.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.sound import Samples

_SHORTEST: Final = 0.001
"""Seconds: the smallest buffers of sound cards hold 32 to 64 frames."""
_LONGEST: Final = 0.05
"""Seconds: longer gaps are rests as often as not."""
_AROUND: Final = 0.01
"""Seconds before and after a gap that are compared."""
_QUIETEST: Final = 10 ** (-50 / 20)
"""RMS around a gap; below it, losses are not heard and values are held because they are few."""
_GOES_ON: Final = 0.35
"""Of the RMS around a gap, which the quarters next to it reach: no fade."""
_ALIKE: Final = 4.0
"""Both sides are as loud as each other, within 12 dB; a rest is followed by a louder attack."""
_HELD_SHARE: Final = 0.1
"""Around a gap so few samples may repeat the one before."""
_LEAP: Final = 0.2
"""Of the RMS: how far the wave leaps into a gap and out of it, both together. What was cut at zero crossings does not;
what was lost of white noise does in 99 of 100 cases."""
_GATED: Final = 5
"""A gate opens and closes at least so often,..."""
_MOST_IN_TIME: Final = 0.9
"""... and this share of the distances between its gaps are multiples of the shortest,..."""
_IN_TIME: Final = 0.02
"""... but for so much of them;..."""
_GATED_SHARE: Final = 0.1
"""... and it is closed for this share of the time: buffers that are lost in rhythm are shorter."""
_MOST_COMPARED: Final = 1000
"""Gaps of a sound that are looked at for that, the first."""
_MOST_AT_ONCE: Final = 50
"""Stretches of held values in a block of a second or so: where there are more, they are what the sound is made of."""

Gap = tuple[int, int]
"""First frame, and the frame after the last."""


@dataclass(frozen=True, slots=True)
class _Lengths:
    """The above in frames."""

    shortest: int
    longest: int
    around: int

    @property
    def stride(self) -> int:
        """Frames between two looks, so that three fall into the shortest gap."""
        return max(1, self.shortest // 3)


class Gaps:
    """Counts them block by block; a gap in several channels at the same time is one."""

    def __init__(self, rate: int, channels: int) -> None:
        """`rate` in Hz."""
        self._lengths = _Lengths(max(4, round(_SHORTEST * rate)), round(_LONGEST * rate), max(8, round(_AROUND * rate)))
        self._before = np.empty((channels, 0), dtype=np.float32)
        self._start = 0
        """The frame of the sound that `_before` begins with."""
        self._count = self._end = 0
        self._first: list[Gap] = []

    def add(self, rows: NDArray[np.float32]) -> None:
        """More of the sound, [channels, n]."""
        lengths = self._lengths
        joined = np.concatenate([self._before, rows], axis=1)
        seen = self._before.shape[1]
        # A gap is judged in the first block that holds what follows it.
        earliest = seen - lengths.around
        gaps = {gap for row in joined for gap in _gaps(row, lengths) if gap[1] > earliest}
        for start, end in _merged(gaps):
            if self._start + start < self._end:
                continue  # of a channel in which it ended a little later
            self._count, self._end = self._count + 1, self._start + end
            if len(self._first) < _MOST_COMPARED:
                self._first.append((self._start + start, self._end))
        self._before = joined[:, -(lengths.longest + 2 * lengths.around + 2 * lengths.stride) :].copy()
        self._start += joined.shape[1] - self._before.shape[1]

    def result(self) -> int:
        """How many there were; none if they come as regularly as a gate that somebody meant."""
        return 0 if _is_gated(np.array(self._first)) else self._count


def _is_gated(gaps: NDArray[np.int64]) -> bool:
    """Whether gaps [n, 2] are part of the music."""
    if len(gaps) < _GATED:
        return False
    distances = np.diff(gaps[:, 0])
    beats = distances / distances.min()
    in_time = np.abs(beats - np.round(beats)) < _IN_TIME * beats
    return bool(in_time.mean() >= _MOST_IN_TIME and np.diff(gaps).mean() > _GATED_SHARE * distances.min())


def _merged(gaps: set[Gap]) -> list[Gap]:
    """Gaps that overlap as one."""
    merged: list[Gap] = []
    for start, end in sorted(gaps):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _gaps(row: Samples, lengths: _Lengths) -> list[Gap]:
    """All gaps of a channel that have enough sound on both sides of them."""
    looks = row[:: lengths.stride]
    held = looks[1:] == looks[:-1]
    if not held.any():
        return []
    turns = np.flatnonzero(np.diff(held, prepend=False, append=False)).reshape(-1, 2)
    most = lengths.longest // lengths.stride + 2
    stretches = turns[(turns[:, 1] - turns[:, 0] >= 2) & (turns[:, 1] - turns[:, 0] <= most)]
    if len(stretches) > _MOST_AT_ONCE:
        return []
    found = (_exactly(row, first * lengths.stride, last * lengths.stride) for first, last in stretches.tolist())
    return [gap for gap in found if gap is not None and _is_gap(row, *gap, lengths)]


def _exactly(row: Samples, first: int, last: int) -> Gap | None:
    """Where the value begins and ceases to be held that is seen from `first` to `last`; None if it is not held."""
    value = row[first]
    if (row[first : last + 1] != value).any():
        return None
    start, end = first, last + 1
    while start and row[start - 1] == value:
        start -= 1
    while end < len(row) and row[end] == value:
        end += 1
    return start, end


def _is_gap(row: Samples, start: int, end: int, lengths: _Lengths) -> bool:
    around = lengths.around
    if not lengths.shortest <= end - start <= lengths.longest or start < around or end + around > len(row):
        return False
    before, after, value = row[start - around : start], row[end : end + around], float(row[start])
    quieter, louder = sorted((_level(before), _level(after)))
    if quieter < _QUIETEST or louder > _ALIKE * quieter:
        return False
    if not _reaches(before[::-1]) or not _reaches(after):
        return False
    if max(_held_share(before), _held_share(after)) > _HELD_SHARE:
        return False
    if value and abs(value) >= max(np.abs(before).max(), np.abs(after).max()):
        return False  # cut off at the top
    return abs(float(before[-1]) - value) + abs(float(after[0]) - value) >= _LEAP * quieter


def _level(samples: Samples) -> float:
    return float(np.sqrt(np.mean(np.square(samples - samples.mean()))))


def _reaches(samples: Samples) -> bool:
    """Whether the sound, told away from a gap, is there from the gap on."""
    moving = samples - samples.mean()
    near = np.square(moving[: len(moving) // 4]).mean()
    return bool(near >= _GOES_ON**2 * np.square(moving).mean())


def _held_share(samples: Samples) -> float:
    return float(np.mean(samples[1:] == samples[:-1]))
