"""The spectra of a sound, sorted by how loud the sound was just then.

This is all that is kept of a sound for its noise floor and its bandwidth: which frequencies are there when it is loud,
and what is left of them when it is quiet. It takes a megabyte, however long the sound is.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Decibels = NDArray[np.float64]

_SECONDS: Final = 0.03
"""Of a frame, at least: at 48 kHz 2,048 samples, bins of 23 Hz. A pause between words holds several."""
LOWEST: Final = -120.0
"""dBFS of a frame; what is quieter is digital silence, as far as 16 and 24 bits go."""
_HIGHEST: Final = 20.0
STEP: Final = 1.0
"""dB from one class of loudness to the next."""
FLOOR: Final = -180.0
"""dBFS of a bin: no less is told apart from nothing."""


class LevelSpectra:
    """Takes a sound block by block."""

    def __init__(self, rate: int, channels: int) -> None:
        """`rate` in Hz."""
        self.rate = rate
        self.size = max(64, 1 << (round(_SECONDS * rate) - 1).bit_length())
        """Samples of a frame."""
        self._window = np.hanning(self.size + 1)[:-1].astype(np.float32)
        self._rest = np.empty((channels, 0), dtype=np.float32)
        classes = round((_HIGHEST - LOWEST) / STEP) + 1
        self.counts = np.zeros(classes, dtype=np.int64)
        """Frames of each class of loudness; class k has `LOWEST + k * STEP` dBFS."""
        self.powers = np.zeros(classes)
        """Sum of their powers, a full-scale square wave having 1."""
        self._sums = np.zeros((classes, self.size // 2 + 1))
        self.silent = 0
        """Frames below `LOWEST`."""

    def add(self, rows: NDArray[np.float32]) -> None:
        """More of the sound, [channels, n]."""
        joined = np.concatenate([self._rest, rows], axis=1)
        count = joined.shape[1] // self.size
        self._rest = joined[:, count * self.size :]
        if count:
            self._take(joined[:, : count * self.size].reshape(len(rows), count, self.size))

    def finish(self) -> None:
        """There is no more. What is left is part of a frame, which is looked at only if there was no whole one."""
        if self._rest.shape[1] and not self.counts.any() and not self.silent:
            padded = np.zeros((len(self._rest), 1, self.size), dtype=np.float32)
            padded[:, 0, : self._rest.shape[1]] = self._rest
            self._take(padded)

    def mean(self, first: int, last: int) -> Decibels:
        """Mean spectrum in dBFS of the frames of classes `first` to `last` inclusive, [bins]; a sine has its level."""
        result: Decibels = self._sums[first : last + 1].sum(axis=0) / max(int(self.counts[first : last + 1].sum()), 1)
        return result

    def _take(self, frames: NDArray[np.float32]) -> None:
        """[channels, count, size]"""
        powers = np.einsum("cfn,cfn->f", frames, frames) / (len(frames) * self.size)
        heard = powers > 10 ** (LOWEST / 10)
        self.silent += int((~heard).sum())
        if not heard.any():
            return
        frames, powers = frames[:, heard], powers[heard].astype(np.float64)
        spectra = np.fft.rfft(frames * self._window)
        density = (np.square(spectra.real) + np.square(spectra.imag)).sum(axis=0) / len(frames)
        scale = (2 / self._window.sum()) ** 2
        decibels = 10 * np.log10(density * np.float32(scale) + np.float32(10 ** (FLOOR / 10)))
        classes = np.round((10 * np.log10(powers) - LOWEST) / STEP).astype(np.int64).clip(0, len(self.counts) - 1)
        self.counts += np.bincount(classes, minlength=len(self.counts))
        self.powers += np.bincount(classes, powers, minlength=len(self.counts))
        for number in np.unique(classes):
            self._sums[number] += decibels[classes == number].sum(axis=0)
