"""CLAP's front end: a sound becomes log-mel frames, the same ones every time and whatever other sounds are embedded.

The published front end draws random crops and marks a random short sound of a batch as long, so the same sound gets
another embedding each time (cosines down to 0.69 on long sounds, 0.75 for short ones). This one never touches a
random generator and hears each sound by itself; with the random choices pinned to the middle the two agree. It also
computes only what is looked at: 297 of 513 frequencies, and of a long sound only the frames that the shrunken view
and the three crops use.
"""

from dataclasses import dataclass

import numpy as np
import torch
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray
from torch import Tensor

from desktop_app.core.sound import Samples
from desktop_app.engine.clap_checkpoint import MelParameters

Frames = NDArray[np.int64]
"""Numbers of frames of a sound, shape [k]."""

_QUIETEST = 1e-10
"""Power below which everything is -100 dB."""
_CROPS = 3


@dataclass(frozen=True, slots=True)
class ClapInput:
    """What the audio tower hears of one sound."""

    frames: Tensor
    """Log-mel in dB, float32 [channels, frames, mel bins]; one channel, or four when `is_longer` (shrunken whole,
    then three crops).
    """
    is_longer: bool
    """True when the network must fuse the four channels."""


class LogMel:
    """Sounds -> `ClapInput`, for one checkpoint."""

    def __init__(self, parameters: MelParameters) -> None:
        self.parameters = parameters
        filters = torch.from_numpy(mel_filters(parameters)).to(torch.float32)
        used = torch.nonzero(filters.sum(dim=1))[:, 0]
        self._used = slice(int(used[0]), int(used[-1]) + 1)
        self._filters = filters[self._used].contiguous()
        self._taper = torch.hann_window(parameters.window, periodic=True)

    def __call__(self, samples: Samples) -> ClapInput:
        """Mono float32 samples [n] at the checkpoint's rate -> what the network hears of them.

        Samples beyond -1..1 are clipped, as LAION did in training. Raises `ValueError` with a sentence for what has
        no embedding: an empty sound, a silent one, or one with samples that are not numbers. (What is too short to be
        worth hearing is for the decoder to say.)
        """
        self._refuse_unhearable(samples)
        p = self.parameters
        count = len(samples)
        if count > p.clip_samples and not p.fused:
            start = (count - p.clip_samples) // 2
            return self._whole(samples[start : start + p.clip_samples])
        if count > p.clip_samples and 1 + count // p.hop > p.frames:
            return self._fused(samples)
        if count < p.clip_samples:
            repeated = np.tile(samples, p.clip_samples // count)
            samples = np.pad(repeated, (0, p.clip_samples - len(repeated)))
        return self._whole(samples)

    def _whole(self, samples: Samples) -> ClapInput:
        return ClapInput(self._log_mel(samples, np.arange(self.parameters.frames))[None], is_longer=False)

    def _fused(self, samples: Samples) -> ClapInput:
        """A long sound: all of it shrunk to the network's length, and a crop from the middle of each third of all
        possible ones.
        """
        frames = self.parameters.frames
        total = 1 + len(samples) // self.parameters.hop
        left, right, weights = _shrink(total, frames)
        crops = [np.arange(start, start + frames) for start in _crop_starts(total - frames + 1)]
        wanted = np.unique(np.concatenate([left, right, *crops]))
        mel = self._log_mel(samples, wanted)

        def rows(numbers: Frames) -> Tensor:
            return mel[torch.from_numpy(np.searchsorted(wanted, numbers))]

        right_share = torch.from_numpy(weights)[:, None]
        shrunken = rows(left) * (1 - right_share) + rows(right) * right_share
        return ClapInput(torch.stack([shrunken, *(rows(crop) for crop in crops)]), is_longer=True)

    def _log_mel(self, samples: Samples, wanted: Frames) -> Tensor:
        """The wanted frames of a sound in dB, [len(wanted), mel bins]."""
        windows = _windows(samples, wanted, self.parameters.window, self.parameters.hop)
        spectrum = torch.fft.rfft(windows.mul_(self._taper))[:, self._used]
        power = torch.view_as_real(spectrum).square().sum(dim=-1)
        return 10.0 * torch.log10(torch.clamp(power @ self._filters, min=_QUIETEST))

    def _refuse_unhearable(self, samples: Samples) -> None:
        if samples.ndim != 1 or samples.dtype != np.float32:
            raise TypeError(f"one sound is float32 of shape [n], not {samples.dtype} of shape {list(samples.shape)}")
        if len(samples) == 0:
            raise ValueError("The sound is empty.")
        quietest, loudest = float(samples.min()), float(samples.max())
        if not (np.isfinite(quietest) and np.isfinite(loudest)):
            raise ValueError("The sound holds samples that are not numbers.")
        if quietest == loudest == 0:
            raise ValueError("The sound is silent.")


def mel_filters(parameters: MelParameters) -> NDArray[np.float64]:
    """Triangular filters, [window // 2 + 1, mel bins].

    Fused checkpoints were trained with torchaudio's defaults (HTK's mel scale, peaks of 1), the others with librosa's
    (Slaney's scale, equal areas); see https://en.wikipedia.org/wiki/Mel_scale and M. Slaney, Auditory Toolbox,
    Interval Research report 1998-010.
    """
    to_mel, to_hertz = (_htk_mel, _htk_hertz) if parameters.fused else (_slaney_mel, _slaney_hertz)
    lowest, highest = to_mel(np.array([parameters.frequency_min, parameters.frequency_max]))
    corners = to_hertz(np.linspace(lowest, highest, parameters.mel_bins + 2))
    frequencies = np.linspace(0, parameters.sample_rate // 2, parameters.window // 2 + 1)
    distances = corners[None, :] - frequencies[:, None]
    widths = np.diff(corners)
    rising = -distances[:, :-2] / widths[:-1]
    falling = distances[:, 2:] / widths[1:]
    filters: NDArray[np.float64] = np.maximum(0.0, np.minimum(rising, falling))
    return filters if parameters.fused else filters * (2.0 / (corners[2:] - corners[:-2]))


def _windows(samples: Samples, wanted: Frames, window: int, hop: int) -> Tensor:
    """The samples under each wanted frame, clipped to -1..1, [len(wanted), window]; the sound is mirrored beyond its
    ends.

    Copies only these frames, never the sound: an hour is 700 MB. Needs at least `window` samples.
    """
    starts = wanted * hop - window // 2
    inside = (starts >= 0) & (starts + window <= len(samples))
    windows = torch.empty((len(wanted), window))  # torch's memory is aligned, on which equal bits depend
    result = windows.numpy()
    result[inside] = sliding_window_view(samples, window)[starts[inside]]
    last = len(samples) - 1
    for row in np.flatnonzero(~inside):
        mirrored = np.abs(np.arange(starts[row], starts[row] + window))
        result[row] = samples[last - np.abs(last - mirrored)]
    np.clip(result, -1.0, 1.0, out=result)
    return windows


def _shrink(total: int, frames: int) -> tuple[Frames, Frames, Samples]:
    """How `total` frames shrink to `frames`: each is left x (1 - weight) + right x weight.

    The arithmetic of torch's bilinear interpolation (corners not aligned, no antialiasing), in its float32.
    """
    half = np.float32(0.5)
    scale = np.float32(total) / np.float32(frames)
    positions = np.maximum(scale * (np.arange(frames, dtype=np.float32) + half) - half, np.float32(0))
    left = np.minimum(positions.astype(np.int64), total - 1)
    weights = (positions - left.astype(np.float32)).astype(np.float32)
    return left, np.minimum(left + 1, total - 1), weights


def _crop_starts(possible: int) -> list[int]:
    """Where the crops start: the middle of each third of the possible starts; the first start where a third is
    empty.
    """
    thirds = np.array_split(np.arange(possible), _CROPS)
    return [int(third[len(third) // 2]) if len(third) else 0 for third in thirds]


def _htk_mel(hertz: NDArray[np.float64]) -> NDArray[np.float64]:
    return 2595.0 * np.log10(1.0 + hertz / 700.0)


def _htk_hertz(mel: NDArray[np.float64]) -> NDArray[np.float64]:
    return 700.0 * (10.0 ** (mel / 2595.0) - 1.0)


def _slaney_mel(hertz: NDArray[np.float64]) -> NDArray[np.float64]:
    """Linear up to 1 kHz (15 mel), then 27 mel for each factor of 6.4."""
    above = 15.0 + np.log(np.maximum(hertz, 1000.0) / 1000.0) * (27.0 / np.log(6.4))
    return np.where(hertz < 1000.0, hertz * 3.0 / 200.0, above)


def _slaney_hertz(mel: NDArray[np.float64]) -> NDArray[np.float64]:
    return np.where(
        mel < 15.0, mel * 200.0 / 3.0, 1000.0 * np.exp((np.maximum(mel, 15.0) - 15.0) * (np.log(6.4) / 27.0))
    )
