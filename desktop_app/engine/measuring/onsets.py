"""Where in a sound something begins: how much louder each band became since just before, frame by frame.

The spectral flux of S. Böck and G. Widmer, "Maximum filter vibrato suppression for onset detection" (DAFx 2013): what
grew in a band counts only as far as its neighbours were not as loud before, so a gliding tone is not a row of onsets.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from desktop_app.core.sound import Samples

RATE: Final = 16_000
"""Hz of the samples that are looked at."""
HOP: Final = 128
"""Samples from frame to frame."""
FRAMES_A_SECOND: Final = RATE / HOP
_FRAME: Final = 512
_BANDS: Final = 40
_LOWEST, _HIGHEST = 60.0, 7_600.0
"""Hz that the bands reach from and to, equally wide in mel."""
_COMPRESSION: Final = 100.0
"""The logarithm begins where a band is a hundredth of the loudest."""
_LAG: Final = 2
"""Frames back that a frame is compared with: half a window."""
_AT_ONCE: Final = 4_096
"""Frames that are transformed together; 20 MB."""
_CLOSEST: Final = 0.05
"""Seconds: two onsets nearer than that are one."""
_SMALLEST: Final = 0.12
"""An onset is at least so strong, of the strongest (the 98th percentile of those picked)."""

Curve = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Onsets:
    """What begins when."""

    strength: Curve
    """[frames], how much begins in each frame, `FRAMES_A_SECOND`; 0 or more."""
    times: NDArray[np.float64]
    """[n] seconds, in order, to about a millisecond in steady sounds."""
    weights: NDArray[np.float64]
    """[n] how strong each of them is."""


def find_onsets(samples: Samples) -> Onsets:
    """`samples`: mono [n] at `RATE`."""
    bands = _bands(samples)
    loudest = float(np.percentile(bands.max(axis=1), 95))
    heard = np.log1p(bands * np.float32(_COMPRESSION / max(loudest, 1e-9)))
    before = heard.copy()
    before[:, 1:] = np.maximum(before[:, 1:], heard[:, :-1])
    before[:, :-1] = np.maximum(before[:, :-1], heard[:, 1:])
    grown = np.maximum(heard[_LAG:] - before[:-_LAG], 0).mean(axis=1)
    # What a sound begins with has nothing before it to grow from: it grows from silence.
    first = heard[:_LAG].mean(axis=1)
    strength = np.concatenate([first, grown]).astype(np.float32)
    times, weights = _pick(strength)
    return Onsets(strength, times, weights)


def _bands(samples: Samples) -> NDArray[np.float32]:
    """[frames, bands] magnitudes; frame i is centred on sample i * HOP."""
    silence = np.zeros(_FRAME // 2, dtype=np.float32)
    frames = sliding_window_view(np.concatenate([silence, samples, silence]), _FRAME)[::HOP]
    # Sums, and no matrix product, whose threads wait for each other when the computer is busy.
    window, edges = _window(), _edges()
    widths = np.diff(edges).astype(np.float32)
    pieces = [
        np.add.reduceat(np.abs(np.fft.rfft(frames[start : start + _AT_ONCE] * window, axis=1)), edges, axis=1)[:, :-1]
        / widths
        for start in range(0, len(frames), _AT_ONCE)
    ]
    return np.concatenate(pieces)


@lru_cache(maxsize=1)
def _window() -> NDArray[np.float32]:
    return np.hanning(_FRAME).astype(np.float32)


@lru_cache(maxsize=1)
def _edges() -> NDArray[np.intp]:
    """[bands + 1] bins: a band goes from one to before the next; the lowest bands are a single bin wide."""
    low, high = 2595 * np.log10(1 + np.array([_LOWEST, _HIGHEST]) / 700)
    hertz = 700 * (10 ** (np.linspace(low, high, _BANDS + 1) / 2595) - 1)
    return np.unique(np.round(hertz * _FRAME / RATE).astype(np.intp))


def _pick(strength: Curve) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Seconds and weights of the peaks that stand out from what surrounds them."""
    reach = round(_CLOSEST * FRAMES_A_SECOND)
    padded = np.pad(strength, reach)
    around = sliding_window_view(padded, 2 * reach + 1)
    usual = moving_mean(strength, round(0.3 * FRAMES_A_SECOND))
    peaks = np.flatnonzero((strength >= around.max(axis=1)) & (strength > 1.3 * usual) & (strength > 0))
    if not len(peaks):
        return np.empty(0), np.empty(0)
    weights = strength[peaks].astype(np.float64)
    kept = weights >= _SMALLEST * np.percentile(weights, 98)
    peaks, weights = peaks[kept], weights[kept]
    apart = np.diff(peaks, prepend=-reach - 1) > reach  # two equal values side by side are one peak
    peaks, weights = peaks[apart], weights[apart]
    return (peaks + _offset(padded, peaks + reach)) / FRAMES_A_SECOND, weights


def _offset(curve: Curve, peaks: NDArray[np.intp]) -> NDArray[np.float64]:
    """Where between the frames a parabola through each peak and its neighbours is highest, -0.5 to 0.5."""
    left, top, right = (curve[peaks + step].astype(np.float64) for step in (-1, 0, 1))
    bend = left - 2 * top + right
    return np.where(bend < 0, 0.5 * (left - right) / np.minimum(bend, -1e-12), 0.0)


def moving_mean(curve: Curve, frames: int) -> Curve:
    """The mean of so many frames around each; at the ends, what lies outside is as the last frame inside."""
    width = frames | 1
    sums = np.cumsum(np.pad(curve.astype(np.float64), (width // 2 + 1, width // 2), mode="edge"))
    result: Curve = ((sums[width:] - sums[:-width]) / width).astype(np.float32)
    return result
