"""Log-mel frames of a sound that goes by: those that are wanted are picked out, nothing else is computed or kept.

numpy alone: whoever hears by CLAP's converted towers never waits for torch. The transform is numpy's in float64, which
costs no more than in float32 and gives what the published front end gives; nothing goes through BLAS, whose sums depend
on its threads. A frame's bits depend on its own samples and nothing else.
"""

from typing import Final

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from desktop_app.core.sound import Samples
from desktop_app.engine.clap_checkpoint import MelParameters
from desktop_app.engine.mel_filters import mel_filters

FrameNumbers = NDArray[np.int64]
"""Numbers of frames of a sound, rising, shape [k]."""
Frames = NDArray[np.float32]
"""Log-mel frames in dB, [k, mel bins]."""

_QUIETEST: Final = np.float32(1e-10)
"""Power below which everything is -100 dB."""
_AT_ONCE: Final = 32
"""Frames transformed at a time: they stay in the processor's cache."""


class MelSpectrum:
    """Samples under frames -> their mel bands in dB, for one checkpoint."""

    def __init__(self, parameters: MelParameters) -> None:
        self.window, self.hop = parameters.window, parameters.hop
        self.bands = parameters.mel_bins
        self._taper = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(self.window) / self.window)
        filters = mel_filters(parameters)
        used = np.flatnonzero(filters.sum(axis=1))
        self._used = slice(int(used[0]), int(used[-1]) + 1)
        # A bin belongs to two bands at most: the products with all others, which are zero, are left out.
        members = [np.flatnonzero(band) for band in filters[self._used].T]
        members = [found if len(found) else np.zeros(1, dtype=np.int64) for found in members]
        self._members = np.concatenate(members)
        self._starts = np.cumsum([0, *map(len, members[:-1])])
        of_bands = np.repeat(np.arange(self.bands), list(map(len, members)))
        self._weights = filters[self._used][self._members, of_bands].astype(np.float32)

    def __call__(self, windows: NDArray[np.float32]) -> Frames:
        """[k, window] -> [k, mel bins]; samples beyond -1..1 are clipped."""
        tapered = np.clip(windows, -1.0, 1.0).astype(np.float64)
        tapered *= self._taper
        spectrum = np.fft.rfft(tapered)[:, self._used]
        power = (spectrum.real**2 + spectrum.imag**2).astype(np.float32)
        weighted = power[:, self._members]
        weighted *= self._weights
        levels = np.maximum(np.add.reduceat(weighted, self._starts, axis=1), _QUIETEST)
        np.log10(levels, out=levels)
        levels *= np.float32(10)
        return levels


class MelFrames:
    """Picks the wanted frames out of a sound of known length while its blocks go by; mirrors it beyond its ends."""

    def __init__(self, spectrum: MelSpectrum, wanted: FrameNumbers, total: int) -> None:
        """`total`: samples of the sound, at least a window."""
        self._spectrum = spectrum
        self._last = total - 1
        self._starts = wanted * spectrum.hop - spectrum.window // 2
        # Before a frame can be heard, its last sample must be there; of one before the beginning, the mirrored one.
        self._needed = np.minimum(np.maximum(self._starts + spectrum.window, 1 - self._starts), total)
        self._batch = np.empty((_AT_ONCE, spectrum.window), dtype=np.float32)
        self._found = np.empty((len(wanted), spectrum.bands), dtype=np.float32)
        self._taken = 0
        self._tail: Samples = np.empty(0, dtype=np.float32)
        self._seen = 0

    def add(self, block: Samples) -> None:
        """The next samples, [n]."""
        joined = np.concatenate([self._tail, block]) if len(self._tail) else block
        self._seen += len(block)
        first = self._seen - len(joined)
        ready = int(np.searchsorted(self._needed, self._seen, side="right"))
        while self._taken < ready:
            filled = self._taken % _AT_ONCE
            count = min(ready - self._taken, _AT_ONCE - filled)
            self._copy(joined, first, self._starts[self._taken : self._taken + count], filled)
            self._taken += count
            if filled + count == _AT_ONCE or self._taken == len(self._starts):
                self._found[self._taken - filled - count : self._taken] = self._spectrum(self._batch[: filled + count])
        self._tail = joined[-2 * self._spectrum.window :].copy()

    def finish(self) -> Frames:
        """The wanted frames, [k, mel bins]; all samples were added."""
        return self._found

    def _copy(self, samples: Samples, first: int, starts: FrameNumbers, row: int) -> None:
        """The samples under some frames into the batch from a row on; `samples` begin at sample `first`."""
        window = self._spectrum.window
        rows = self._batch[row : row + len(starts)]
        inside = (starts >= 0) & (starts + window <= self._last + 1)
        if inside.any():
            rows[inside] = sliding_window_view(samples, window)[starts[inside] - first]
        for number in np.flatnonzero(~inside):
            mirrored = np.abs(np.arange(starts[number], starts[number] + window))
            rows[number] = samples[self._last - np.abs(self._last - mirrored) - first]
