"""What is wrong with a recording, measured in one pass: all channels, at the file's own rate, in bounded memory."""

import math
from collections.abc import Callable
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.sound_quality import IDENTICAL, SoundQuality
from desktop_app.engine.decoding.audio_file import AudioFile, Frames
from desktop_app.engine.measuring.bandwidth import bandwidth
from desktop_app.engine.measuring.clipping import Clipping
from desktop_app.engine.measuring.dc_offset import DcOffset
from desktop_app.engine.measuring.dropouts import Gaps
from desktop_app.engine.measuring.level_spectra import LevelSpectra
from desktop_app.engine.measuring.loudness import Meter
from desktop_app.engine.measuring.noise_floor import signal_to_noise
from desktop_app.engine.measuring.true_peak import TruePeak

Rows = NDArray[np.float32]
"""Samples channel by channel, shape [channels, n]."""

_LOUDEST: Final = np.float32(1e10)
"""What is larger was never sound (see `mix_down`) and counts as silence, as does what is no number."""
_STEP_SECONDS: Final = 0.01
"""Of the steps in which a sound is above `_ACTIVE` or not."""
_FEW_CHANNELS: Final = 8
"""A 7.1 file has so many."""
_ACTIVE: Final = -60.0
"""dBFS."""


def measure_quality(path: Path, progress: Callable[[], None] | None = None) -> SoundQuality:
    """Decode a file and measure it; `progress` is called after each block. Raises `UnreadableSoundError`."""
    with AudioFile(path) as file:
        meter = QualityMeter(file.sample_rate, file.channels)
        for block in file.blocks():
            meter.add(block)
            if progress is not None:
                progress()
    return meter.result()


class QualityMeter:
    """Takes a sound block by block."""

    def __init__(self, rate: int, channels: int) -> None:
        """`rate` in Hz."""
        self._rate, self._channels = rate, channels
        self._loudness = Meter(rate, channels)
        self._true_peak = TruePeak(rate, channels)
        self._spectra = LevelSpectra(rate, channels)
        self._clipping = Clipping(channels)
        self._gaps = Gaps(rate, channels)
        self._lost = _Lost()
        self._likeness = _Likeness(channels)
        self._offset = DcOffset(rate, channels)
        self._activity = _Activity(rate, channels)

    def add(self, frames: Frames) -> None:
        """More of the sound, [n, channels]."""
        rows, lost = _sane(frames)
        self._lost.add(lost)
        self._loudness.add(rows.T)
        self._true_peak.add(rows)
        self._spectra.add(rows)
        self._gaps.add(rows)
        self._likeness.add(rows)
        self._offset.add(rows)
        self._activity.add(rows)
        self._clipping.add(rows)

    def result(self) -> SoundQuality:
        """What was measured, now that there is no more."""
        self._spectra.finish()
        likeness = self._likeness
        return SoundQuality(
            sample_rate=self._rate,
            channels=self._channels,
            loudness=self._loudness.result().integrated,
            true_peak=_decibels(self._true_peak.result() ** 2),
            level=_decibels(likeness.highest_power()),
            bandwidth=bandwidth(self._spectra),
            clipped=self._clipping.count(),
            dc_offset=self._offset.result(),
            signal_to_noise=signal_to_noise(self._spectra),
            active=self._activity.share(),
            side_level=likeness.side_level(),
            dropouts=max(self._gaps.result(), self._lost.stretches),  # most of these are seen as gaps, too
        )


class _Lost:
    """Stretches of frames that hold something else than samples."""

    def __init__(self) -> None:
        self.stretches = 0
        self._goes_on = False

    def add(self, lost: NDArray[np.bool_] | None) -> None:
        """Which of the next frames [n] are lost; None: none."""
        if lost is None:
            self._goes_on = False
            return
        self.stretches += int(np.count_nonzero(np.diff(lost, prepend=self._goes_on) & lost))
        self._goes_on = bool(lost[-1])


class _Likeness:
    """Levels of the channels, and what they share."""

    def __init__(self, channels: int) -> None:
        self._sums = np.zeros(channels)
        self._products = np.zeros((channels, channels))
        self._frames = 0

    def add(self, rows: Rows) -> None:
        exact = rows.astype(np.float64)  # a copy at -60 dB beside the sum of a million squares is lost in 32 bits
        self._sums += exact.sum(axis=1)
        # A product of matrices would be shared out to threads that wait for each other; of many channels, that pays.
        few = len(exact) <= _FEW_CHANNELS
        self._products += np.einsum("cn,dn->cd", exact, exact) if few else exact @ exact.T
        self._frames += rows.shape[1]

    def highest_power(self) -> float:
        """Mean square of the loudest channel."""
        return float(self._products.diagonal().max()) / max(self._frames, 1)

    def side_level(self) -> float | None:
        """dB of all that is not one signal at different volumes, below that signal; None for a single channel.

        These are the variances along the principal axes of the channels: a copy at another level, or turned over, or
        an empty channel adds nothing to the first one.
        """
        if len(self._sums) < 2:
            return None
        means = self._sums / max(self._frames, 1)
        variances = np.linalg.eigvalsh(self._products - np.outer(means, means) * self._frames)
        if variances[-1] <= 0:
            return IDENTICAL
        share = max(float(variances[:-1].clip(0).sum()) / float(variances[-1]), 10 ** (IDENTICAL / 10))
        return min(0.0, 10 * math.log10(share))


class _Activity:
    """In how many steps the sound is above `_ACTIVE`."""

    def __init__(self, rate: int, channels: int) -> None:
        self._size = max(1, round(_STEP_SECONDS * rate))
        self._rest: Rows = np.empty((channels, 0), dtype=np.float32)
        self._steps = self._active = 0

    def add(self, rows: Rows) -> None:
        joined = np.concatenate([self._rest, rows], axis=1)
        count = joined.shape[1] // self._size
        self._rest = joined[:, count * self._size :]
        self._look(joined[:, : count * self._size].reshape(len(rows), count, self._size))

    def share(self) -> float:
        if self._rest.shape[1]:
            self._look(self._rest[:, None])
            self._rest = self._rest[:, :0]
        return self._active / max(self._steps, 1)

    def _look(self, steps: Rows) -> None:
        powers = np.einsum("csn,csn->cs", steps, steps).max(axis=0) / steps.shape[2]
        self._active += int(np.count_nonzero(powers > 10 ** (_ACTIVE / 10)))
        self._steps += len(powers)


def _sane(frames: Frames) -> tuple[Rows, NDArray[np.bool_] | None]:
    """[n, channels] -> [channels, n], where what cannot be the level of a sound is silence; and which frames [n] held
    such, None for none.
    """
    rows = np.ascontiguousarray(frames.T)
    if rows.max(initial=0.0) <= _LOUDEST and rows.min(initial=0.0) >= -_LOUDEST:  # False for NaN, too
        return rows, None
    with np.errstate(invalid="ignore"):
        is_sound = np.abs(rows) <= _LOUDEST
        lost: NDArray[np.bool_] = np.logical_or.reduce(~is_sound, axis=0)
        return np.where(is_sound, rows, np.float32(0.0)), lost


def _decibels(power: float) -> float | None:
    return 10 * math.log10(power) if power > 0 else None
