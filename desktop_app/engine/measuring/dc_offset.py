"""By how much a recording lies beside zero all along.

Its mean does not tell: that of a bass drum is far from zero, because its first, loudest half wave is not outweighed. So
the means of stretches are compared: what is given is by how much nine tenths of them lie on one side.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

_SECONDS: Final = 0.025
"""Of a stretch: a whole period of 40 Hz."""
_FEWEST: Final = 4
"""Stretches that tell a slow wave from an offset."""
_COMPARED: Final = 32
"""Of a long sound, longer stretches are compared, so many at most: rumble and wind are slow, and an offset is not."""
_MOST: Final = 1 << 14
"""Stretches that are kept (seven minutes); then two and two become one."""
_OUTSIDE: Final = 10.0
"""Percent of the stretches that may lie anywhere."""


class DcOffset:
    """Takes a sound block by block."""

    def __init__(self, rate: int, channels: int) -> None:
        """`rate` in Hz."""
        self._size = max(1, round(_SECONDS * rate))
        self._rest = np.empty((channels, 0), dtype=np.float32)
        self._means = np.empty((channels, 0))

    def add(self, rows: NDArray[np.float32]) -> None:
        """More of the sound, [channels, n]."""
        joined = np.concatenate([self._rest, rows], axis=1)
        count = joined.shape[1] // self._size
        self._rest = joined[:, count * self._size :]
        stretches = joined[:, : count * self._size].reshape(len(rows), count, self._size)
        self._means = np.concatenate([self._means, stretches.mean(axis=2, dtype=np.float64)], axis=1)
        if self._means.shape[1] >= _MOST:
            self._means = _halved(self._means)
            self._size *= 2

    def result(self) -> float:
        """Share of full scale, signed, of the channel where it is furthest; 0 if no channel stays on one side."""
        means = self._means
        if means.shape[1] < _FEWEST:
            return 0.0
        while means.shape[1] > _COMPARED:
            means = _halved(means)
        low, high = np.percentile(means, [_OUTSIDE, 100 - _OUTSIDE], axis=1)
        offsets = np.where(low > 0, low, np.where(high < 0, high, 0.0))
        return float(offsets[np.abs(offsets).argmax()])


def _halved(means: NDArray[np.float64]) -> NDArray[np.float64]:
    """The means of two and two, [channels, n // 2]."""
    even = means.shape[1] // 2 * 2
    result: NDArray[np.float64] = means[:, :even].reshape(len(means), -1, 2).mean(axis=2)
    return result
