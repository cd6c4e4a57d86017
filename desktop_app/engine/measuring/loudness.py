"""How loud a sound is to the ear, and how much louder or quieter it has to be played to match others.

Loudness is measured as ITU-R BS.1770-5 says: K-weighted, in blocks of 400 ms that overlap by three quarters, first
without those below -70 LUFS, then without those 10 LU below the mean of the rest. A sound shorter than one block counts
as one block whose rest is silent, for that is how an ear that hears 400 ms at a time meets it.

Written here in numpy because what exists needs scipy (pyloudnorm: 35 MB for two filters): the two filters of the
standard are applied in the frequency domain, block by block, which is exact to below 0.01 LU.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.engine.decoding.audio_file import BLOCK_FRAMES, AudioFile

Frames = NDArray[np.float32]

PEAK_LIMIT: Final = -1.0
"""dBFS. No sound is made so loud that its highest sample would be above this."""
MOST_GAIN: Final = 24.0
"""dB. What is quieter than this below the target is meant to be quiet, or is noise."""
_MONO: Final = 3.01
"""LU that a sound of one channel gains by coming from two loudspeakers."""

_ABSOLUTE_GATE: Final = -70.0
_RELATIVE_GATE: Final = -10.0
_OFFSET: Final = -0.691
"""Makes a sine of 997 Hz at full scale in one channel -3.01 LUFS (BS.1770, annex 1)."""
_HOPS: Final = 4
"""A block of 400 ms is so many steps of 100 ms."""
_SURROUND: Final = (1.0, 1.0, 1.0, 0.0, 1.41, 1.41)
"""Weights of left, right, centre, low frequencies, and the surround channels, where there are six."""
_MEMORY_SECONDS: Final = 0.1
"""After so long nothing is left of a frame in the filters: the slower one falls by 60 dB in 30 ms."""
_LARGEST: Final = 1 << 16
"""Frames that are transformed at once: twice as many do not stay in the processor's cache, and take twice as long."""


@dataclass(frozen=True, slots=True)
class Loudness:
    """What was measured of a sound, or of its beginning."""

    integrated: float | None
    """LUFS; None where nothing in it is louder than -70 LUFS."""
    peak: float
    """The highest sample (the wave between two can be a little higher), or the true peak where that was measured in the
    background; linear: 1 is full scale.
    """
    channels: int
    whole: bool = True
    """Whether all of the sound was measured."""

    def gain_to(self, target: float) -> float:
        """The linear gain that brings the sound to `target` LUFS as it is heard, from two loudspeakers.

        Never above what keeps its peak at -1 dBFS; and only ever quieter where just the beginning is known.
        """
        decibels = 0.0
        if self.integrated is not None:
            decibels = min(target - self.integrated - (_MONO if self.channels == 1 else 0.0), MOST_GAIN)
        if self.peak > 0:
            decibels = min(decibels, PEAK_LIMIT - 20 * math.log10(self.peak))
        gain: float = 10 ** (decibels / 20)
        return gain if self.whole else min(gain, 1.0)


def measure(path: Path, *, seconds: float | None = None, progress: Callable[[], None] | None = None) -> Loudness:
    """Decode a file, or its first `seconds`, and measure it. Raises `UnreadableSoundError`."""
    with AudioFile(path) as file:
        meter = Meter(file.sample_rate, file.channels)
        left = None if seconds is None else round(seconds * file.sample_rate)
        ended = False
        while left is None or left > 0:
            block = file.read(BLOCK_FRAMES if left is None else min(left, BLOCK_FRAMES))
            if not len(block):
                ended = True
                break
            meter.add(block)
            left = None if left is None else left - len(block)
            if progress is not None:
                progress()
        return meter.result(whole=ended or not len(file.read(1)))


class Meter:
    """Takes a sound block by block."""

    def __init__(self, rate: int, channels: int) -> None:
        """`rate` in Hz."""
        self._rate = rate
        self._weights = np.array(_SURROUND if channels == len(_SURROUND) else [1.0] * channels, dtype=np.float32)
        self._memory = round(_MEMORY_SECONDS * rate)
        self._before: Frames = np.zeros((self._memory, channels), dtype=np.float32)
        self._waiting: list[Frames] = []
        self._count = 0
        self._energies = np.zeros(0)
        """Of each step of 100 ms: the sum over frames and channels of the weighted squares."""
        self._measured = 0
        self._peak = 0.0

    def add(self, frames: Frames) -> None:
        """More of the sound, [n, channels]."""
        sane = np.nan_to_num(frames, nan=0.0, posinf=0.0, neginf=0.0)
        self._peak = max(self._peak, float(np.abs(sane).max(initial=0.0)))
        self._waiting.append(sane)
        self._count += len(sane)
        if self._count >= _LARGEST:
            self._filter(all_of_it=False)

    def result(self, *, whole: bool = True) -> Loudness:
        """What was measured until now. `whole`: there is no more."""
        self._filter(all_of_it=True)
        return Loudness(self._integrated(), self._peak, len(self._weights), whole)

    def _filter(self, *, all_of_it: bool) -> None:
        """Weight what waits, or as much of it as fills whole transforms, and add up its energy in steps of 100 ms."""
        if not self._count:
            return
        frames = np.concatenate([self._before, *self._waiting])
        useful = max(_LARGEST - 2 * self._memory, self._memory)
        end = len(frames) if all_of_it else self._memory + self._count // useful * useful
        for start in range(self._memory, end, useful):
            self._add_up(frames[start - self._memory : min(start + useful, end)])
        self._before = frames[end - self._memory : end]
        self._waiting, self._count = [frames[end:]], len(frames) - end

    def _add_up(self, frames: Frames) -> None:
        """`frames` begin with what the filters remember, which was counted before."""
        size = 1 << (len(frames) + self._memory - 1).bit_length()
        spectra = np.fft.rfft(np.ascontiguousarray(frames.T), size) * _k_weighting(self._rate, size)
        weighted = np.fft.irfft(spectra, size)[:, self._memory : len(frames)]
        power = self._weights @ np.square(weighted)
        steps = (np.arange(self._measured, self._measured + len(power)) * 10) // self._rate
        sums = np.bincount(steps, weights=power)
        self._energies = np.pad(self._energies, (0, len(sums) - len(self._energies))) + sums
        self._measured += len(power)

    def _integrated(self) -> float | None:
        whole_steps = self._measured * 10 // self._rate
        energies = self._energies[:whole_steps]
        if whole_steps < _HOPS:
            blocks = np.array([self._energies.sum()])
        else:
            blocks = np.convolve(energies, np.ones(_HOPS), mode="valid")
        blocks = blocks / (_HOPS * self._rate / 10)
        loud = blocks[blocks > _power(_ABSOLUTE_GATE)]
        if not len(loud):
            return None
        loud = loud[loud > loud.mean() * 10 ** (_RELATIVE_GATE / 10)]
        return _OFFSET + 10 * math.log10(loud.mean())


def _power(lufs: float) -> float:
    power: float = 10 ** ((lufs - _OFFSET) / 10)
    return power


@lru_cache(maxsize=4)
def _k_weighting(rate: int, size: int) -> NDArray[np.complex64]:
    """The response of BS.1770's two filters at the frequencies of an rfft of `size`.

    The standard gives coefficients for 48 kHz only. Those for other rates follow from the analogue filters behind
    them, whose values were found from the coefficients (B. De Man, "Evaluation of implementations of the EBU R128
    loudness measurement", AES 145, 2018); at 48 kHz they give the standard's coefficients.
    """
    inverse = np.exp(-2j * np.pi * np.arange(size // 2 + 1) / size)  # z to the power of -1
    powers = np.stack([np.ones_like(inverse), inverse, inverse**2])
    response: NDArray[np.complex128] = np.ones_like(inverse)
    for above, below in (_high_shelf(rate), _high_pass(rate)):
        response *= (np.array(above) @ powers) / (np.array(below) @ powers)
    return response.astype(np.complex64)


def _high_shelf(rate: int) -> tuple[list[float], list[float]]:
    """The head: +4 dB above 1.7 kHz; numerator and denominator in powers of 1/z."""
    gain, quality = 3.999843853973347, 0.7071752369554196
    k = math.tan(math.pi * 1681.974450955533 / rate)
    high = 10 ** (gain / 20)
    band = high**0.4996667741545416
    above = [high + band * k / quality + k * k, 2 * (k * k - high), high - band * k / quality + k * k]
    return above, [1 + k / quality + k * k, 2 * (k * k - 1), 1 - k / quality + k * k]


def _high_pass(rate: int) -> tuple[list[float], list[float]]:
    """Less of what lies below 38 Hz; numerator and denominator in powers of 1/z."""
    quality = 0.5003270373238773
    k = math.tan(math.pi * 38.13547087602444 / rate)
    below = [1 + k / quality + k * k, 2 * (k * k - 1), 1 - k / quality + k * k]
    return [below[0], -2 * below[0], below[0]], below
