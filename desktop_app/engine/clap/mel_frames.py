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
from desktop_app.engine.clap.clap_checkpoint import MelParameters
from desktop_app.engine.clap.mel_filters import bin_frequencies, mel_corners, mel_filters

FrameNumbers = NDArray[np.int64]
"""Numbers of frames of a sound, rising, shape [k]."""
Frames = NDArray[np.float32]
"""Log-mel frames in dB, [k, mel bins]."""

_QUIETEST: Final = np.float32(1e-10)
"""Power below which everything is -100 dB."""
AT_ONCE: Final = 128
"""Frames transformed at a time: few enough to stay in the processor's cache."""


class MelSpectrum:
    """Samples under frames -> mel bands in dB, for one checkpoint. For one thread at a time.

    It computes in arrays of its own, used again and again: new ones of this size, which the system fills with zeros
    page by page, cost as much as the transform does.
    """

    def __init__(self, parameters: MelParameters) -> None:
        self.window, self.hop = parameters.window, parameters.hop
        self.bands = parameters.mel_bins
        self._taper = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(self.window) / self.window)
        self._slopes = _Slopes(parameters)
        bins, used = self.window // 2 + 1, self._slopes.used.stop - self._slopes.used.start
        self._tapered = np.empty((AT_ONCE, self.window))
        self._bins = np.empty((AT_ONCE, bins), dtype=np.complex128)
        self._squares = np.empty((2, AT_ONCE, used))
        self._power = np.empty((AT_ONCE, used), dtype=np.float32)

    def levels(self, samples: NDArray[np.float32]) -> Frames:
        """The samples under `AT_ONCE` frames at most, [k, window] -> [k, mel bins]."""
        count, used = len(samples), self._slopes.used
        tapered, bins, power = self._tapered[:count], self._bins[:count], self._power[:count]
        squares, others = self._squares[:, :count]
        np.multiply(samples, self._taper, out=tapered)
        np.fft.rfft(tapered, out=bins)
        np.square(bins[:, used].real, out=squares)
        np.square(bins[:, used].imag, out=others)
        np.add(squares, others, out=power, casting="same_kind")
        levels = np.maximum(self._slopes.sums(power), _QUIETEST)
        np.log10(levels, out=levels)
        np.multiply(levels, np.float32(10), out=levels)
        return levels


class _Slopes:
    """The filters as what they are: a bin lies between two corners, where one triangle rises and another falls.

    The sums of a matrix product without its zeros, and without BLAS.
    """

    def __init__(self, parameters: MelParameters) -> None:
        filters, corners = mel_filters(parameters), mel_corners(parameters)
        heard = np.flatnonzero(filters.sum(axis=1))
        self.used = slice(int(heard[0]), int(heard[-1]) + 1)
        """Bins that some band hears."""
        filters = filters[self.used]
        between = np.searchsorted(corners, bin_frequencies(parameters)[self.used], side="right") - 1
        between = np.clip(between, 0, parameters.mel_bins)
        nothing = np.zeros((len(filters), 1))
        rows = np.arange(len(filters))
        self._rising = np.hstack([filters, nothing])[rows, between].astype(np.float32)
        self._falling = np.hstack([nothing, filters])[rows, between].astype(np.float32)
        gaps = np.arange(parameters.mel_bins + 1)
        self._starts = np.minimum(np.searchsorted(between, gaps), len(filters) - 1)
        # Where no bin lies between two corners, reduceat gives the next one.
        self._filled = np.isin(gaps, between).astype(np.float32)
        self._weighted = np.empty((AT_ONCE, len(filters)), dtype=np.float32)

    def sums(self, power: NDArray[np.float32]) -> NDArray[np.float32]:
        """[k, used bins] -> [k, mel bins]."""
        weighted = self._weighted[: len(power)]
        rising = np.add.reduceat(np.multiply(power, self._rising, out=weighted), self._starts, axis=1)
        rising *= self._filled
        falling = np.add.reduceat(np.multiply(power, self._falling, out=weighted), self._starts, axis=1)
        falling *= self._filled
        sums: NDArray[np.float32] = rising[:, :-1] + falling[:, 1:]
        return sums


class MelFrames:
    """Picks the wanted frames out of a sound of known length while its blocks go by; mirrors it beyond its ends."""

    def __init__(self, spectrum: MelSpectrum, wanted: FrameNumbers, total: int) -> None:
        """`total`: samples of the sound, at least a window."""
        self._spectrum = spectrum
        self._last = total - 1
        self._starts = wanted * spectrum.hop - spectrum.window // 2
        # Before a frame can be heard, its last sample must be there; of one before the beginning, the mirrored one.
        self._needed = np.minimum(np.maximum(self._starts + spectrum.window, 1 - self._starts), total)
        self._samples = np.empty((AT_ONCE, spectrum.window), dtype=np.float32)
        self._found = np.empty((len(wanted), spectrum.bands), dtype=np.float32)
        self._taken = 0
        self._tail: Samples = np.empty(0, dtype=np.float32)
        self._seen = 0

    def add(self, block: Samples, *, clips: bool) -> None:
        """The next samples, [n]; `clips` when there were some beyond -1..1 in the sound so far, which are cut off."""
        joined = np.concatenate([self._tail, block]) if len(self._tail) else block
        self._seen += len(block)
        first = self._seen - len(joined)
        ready = int(np.searchsorted(self._needed, self._seen, side="right"))
        while self._taken < ready:
            filled = self._taken % AT_ONCE
            count = min(ready - self._taken, AT_ONCE - filled)
            rows = self._samples[filled : filled + count]
            self._copy(joined, first, self._starts[self._taken : self._taken + count], rows)
            if clips:
                np.clip(rows, -1.0, 1.0, out=rows)
            self._taken += count
            if filled + count == AT_ONCE or self._taken == len(self._starts):
                whole = slice(self._taken - filled - count, self._taken)
                self._found[whole] = self._spectrum.levels(self._samples[: filled + count])
        self._tail = joined[-2 * self._spectrum.window :].copy()

    def finish(self) -> Frames:
        """The wanted frames, [k, mel bins]; all samples were added."""
        return self._found

    def _copy(self, samples: Samples, first: int, starts: FrameNumbers, rows: NDArray[np.float32]) -> None:
        """The samples under some frames into rows, [k, window]; `samples` begin at sample `first` of the sound."""
        window, hop = self._spectrum.window, self._spectrum.hop
        inside = (starts >= 0) & (starts + window <= self._last + 1)
        if inside.any():
            within = starts[inside] - first
            under = sliding_window_view(samples, window)
            in_a_row = within[-1] - within[0] == (len(within) - 1) * hop
            rows[inside] = under[within[0] : within[-1] + 1 : hop] if in_a_row else under[within]
        for number in np.flatnonzero(~inside):
            mirrored = np.abs(np.arange(starts[number], starts[number] + window))
            rows[number] = samples[self._last - np.abs(self._last - mirrored) - first]
