"""True peak (ITU-R BS.1770-5, annex 2): how high the wave goes between the samples, which a converter or a codec meets.

The sound is oversampled four times (less at rates above 80 kHz) by a windowed sinc. Only stretches are computed whose
samples are so high that a higher peak may lie between them, which is exact and leaves a tenth of the work.
"""

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float32]
"""Samples channel by channel, shape [channels, n]."""

_TAPS: Final = 24
"""Samples that each point between two samples is made of, half of them on either side: at 48 kHz the response is flat
to 0.1 dB up to 20 kHz."""
_BETA: Final = 6.0
"""Of the Kaiser window over the sinc."""
_STRETCH: Final = 32
"""Samples whose points between are computed together."""
_AT_ONCE: Final = 40
"""Stretches in one product of matrices: more of them would be shared out to threads, which wait for each other."""
_ENOUGH_HERTZ: Final = 160_000
"""The annex asks for four times 48 kHz, and allows for less at higher rates."""


class TruePeak:
    """Takes a sound block by block."""

    def __init__(self, rate: int, channels: int) -> None:
        """`rate` in Hz."""
        factor = 4 if rate * 2 < _ENOUGH_HERTZ else 2 if rate < _ENOUGH_HERTZ else 1
        self._weights = _between(factor)
        self._most = float(np.abs(self._weights).sum(axis=0).max(initial=1.0))
        self._before: Rows = np.zeros((channels, _TAPS), dtype=np.float32)
        self._peak = 0.0

    def add(self, rows: Rows) -> None:
        """More of the sound, finite numbers."""
        self._peak = max(self._peak, float(rows.max(initial=0.0)), -float(rows.min(initial=0.0)))
        joined = np.concatenate([self._before, rows], axis=1)
        whole = (joined.shape[1] - _TAPS) // _STRETCH * _STRETCH
        for row in joined[:, : whole + _TAPS]:
            self._look_between(row)
        self._before = joined[:, whole:]

    def result(self) -> float:
        """The highest point until now, linear: 1 is full scale. After the last sample comes silence."""
        self.add(np.zeros((len(self._before), 2 * _STRETCH + _TAPS), dtype=np.float32))
        return self._peak

    def _look_between(self, row: NDArray[np.float32]) -> None:
        """`row` [k * stretch + taps]: whole stretches, and what reaches beyond the last."""
        if not self._weights.size or len(row) <= _TAPS:
            return
        heights = np.abs(row)
        blocks = np.maximum.reduceat(heights, np.arange(0, len(row), _STRETCH))
        reach = np.maximum(blocks[:-1], blocks[1:])[: (len(row) - _TAPS) // _STRETCH] * self._most
        order = np.argsort(-reach)
        stretches = np.lib.stride_tricks.sliding_window_view(row, _STRETCH + _TAPS)[::_STRETCH]
        for start in range(0, len(order), _AT_ONCE):
            chosen = order[start : start + _AT_ONCE]
            if reach[chosen[0]] <= self._peak:
                return
            between = stretches[chosen] @ self._weights
            self._peak = max(self._peak, float(between.max()), -float(between.min()))


@lru_cache(maxsize=3)
def _between(factor: int) -> NDArray[np.float32]:
    """[stretch + taps, stretch * (factor - 1)]: from samples to the points between them."""
    weights = np.zeros((_STRETCH + _TAPS, _STRETCH, factor - 1))
    places = np.arange(_TAPS) - _TAPS // 2 + 1
    for step in range(1, factor):
        distance = places - step / factor
        window = np.i0(_BETA * np.sqrt(1 - (distance / (_TAPS / 2)) ** 2)) / np.i0(_BETA)
        taps = np.sinc(distance) * window
        for place in range(_STRETCH):
            weights[place : place + _TAPS, place, step - 1] = taps / taps.sum()
    return weights.reshape(_STRETCH + _TAPS, -1).astype(np.float32)
