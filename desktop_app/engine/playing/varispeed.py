"""Samples between samples: a sound played faster or slower, its pitch following; the speed may change at any frame.

Windowed-sinc interpolation, because it needs no state but some frames around the place that is heard: the speed can
be ramped within a block and a sound at speed 1 stays what it is, bit by bit. (soxr's variable rate mode would delay
each change by its own latency, and would have to be started anew, audibly, when the speed leaves 1.)
"""

from functools import cache
from typing import Final

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

SLOWEST: Final = 0.5
FASTEST: Final = 2.0

_TAPS: Final = 32
BEFORE: Final = _TAPS // 2 - 1
"""Frames that are needed before the one at or before a place."""
AFTER: Final = _TAPS // 2
"""Frames that are needed after it."""
_PHASES: Final = 256
"""Places between two frames whose weights are kept; between them they are interpolated."""
_KAISER: Final = 8.0
"""Shape of the window: side lobes about 80 dB down (Kaiser's formula: 0.1102 * (A - 8.7))."""
_HIGHEST_SPEEDS: Final = (1.0, 1.125, 1.25, 1.5, FASTEST)
"""For each of these there are weights that let through only what does not fold over at that speed."""


def interpolate(frames: NDArray[np.float32], places: NDArray[np.float64], speed: float) -> NDArray[np.float32]:
    """The sound at `places` [n], counted in frames, of `frames` [m, 2] -> [n, 2].

    `speed`: the highest at which it is played. Every place needs `BEFORE` frames before and `AFTER` after it.
    """
    whole = places.astype(np.int64)
    between = (places - whole) * _PHASES
    phase = between.astype(np.int64)
    table = _weights(next(limit for limit in _HIGHEST_SPEEDS if speed <= limit))
    low = table[phase]
    weights = low + (table[phase + 1] - low) * (between - phase).astype(np.float32)[:, None]
    around = sliding_window_view(frames, _TAPS, axis=0)[whole - BEFORE]
    sound: NDArray[np.float32] = np.einsum("nct,nt->nc", around, weights)
    return sound


@cache
def _weights(highest_speed: float) -> NDArray[np.float32]:
    """[phases + 1, taps]: a low pass at Nyquist's frequency divided by the speed, for each place between two frames."""
    distance = np.arange(_TAPS) - BEFORE - np.arange(_PHASES + 1)[:, None] / _PHASES
    window = np.i0(_KAISER * np.sqrt(np.clip(1 - (distance / AFTER) ** 2, 0, 1)))
    weights = np.sinc(distance / highest_speed) * window
    normal: NDArray[np.float32] = (weights / weights.sum(axis=1, keepdims=True)).astype(np.float32)
    return normal
