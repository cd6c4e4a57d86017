"""YAMNet: Google's network that scores 521 classes of everyday sounds, with its front end, in torch.

The network is a MobileNet v1 over log-mel patches of 0.96 s (Google, Apache-2.0; `research/audioset/yamnet` of
tensorflow/models). Its batch normalisations are folded into the convolutions by `packaging/starter_model`, so what is
left is convolution, bias and rectifier. A long sound goes through in stretches, so memory does not grow with its
length.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from desktop_app.core.sound import Samples

SAMPLE_RATE: Final = 16_000
"""Hz; the rate that YAMNet was trained at."""
CLASSES: Final = 521

# Front end, from YAMNet's params.py: 25 ms windows every 10 ms, 64 bands from 125 to 7500 Hz, patches of 96 frames
# every 48.
_WINDOW: Final = 400
_HOP: Final = 160
_FFT: Final = 512
_BANDS: Final = 64
_LOWEST_HZ: Final = 125.0
_HIGHEST_HZ: Final = 7500.0
_LOG_OFFSET: Final = 0.001
_PATCH_FRAMES: Final = 96
_PATCH_HOP: Final = 48
_PATCH_SAMPLES: Final = _WINDOW + (_PATCH_FRAMES - 1) * _HOP
_PATCH_HOP_SAMPLES: Final = _PATCH_HOP * _HOP

# Strides of the 13 depthwise convolutions.
_STRIDES: Final = (1, 2, 1, 2, 1, 2, 1, 1, 1, 1, 1, 2, 1)
PATCHES_AT_ONCE: Final = 32
"""Patches of one forward pass: some 15 s of sound, 40 MB at the widest layer."""


def patch_count(samples: int) -> int:
    """How many overlapping patches cover a sound of this many samples (at least one; silence pads the last)."""
    rest = max(samples, _PATCH_SAMPLES) - _PATCH_SAMPLES
    return 1 + -(-rest // _PATCH_HOP_SAMPLES)


def log_mel_patches(sound: Samples, first: int, count: int) -> Tensor:
    """Patches `first` to `first + count` of a sound [n] at 16 kHz -> natural log of mel magnitudes, [count, 96, 64]."""
    length = _PATCH_SAMPLES + (count - 1) * _PATCH_HOP_SAMPLES
    start = first * _PATCH_HOP_SAMPLES
    stretch = torch.zeros(length, dtype=torch.float32)
    piece = np.ascontiguousarray(sound[start : start + length], dtype=np.float32)
    stretch[: len(piece)] = torch.tensor(piece)
    frames = stretch.unfold(0, _WINDOW, _HOP) * _hann_window()
    magnitudes = torch.fft.rfft(frames, _FFT).abs()
    log_mel = torch.log(magnitudes @ _mel_bands() + _LOG_OFFSET)
    return log_mel.unfold(0, _PATCH_FRAMES, _PATCH_HOP).transpose(1, 2).contiguous()


class Yamnet:
    """The network with its weights; keeps nothing between calls."""

    def __init__(self, weights: Mapping[str, Tensor]) -> None:
        """`weights`: `conv0`, `dw1`..`dw13`, `pw1`..`pw13`, `fc`, each with `.weight` and `.bias`, any float type."""
        self._weights = {name: _as_float32(weight) for name, weight in weights.items()}

    def class_scores(
        self,
        sound: Samples,
        *,
        patches_at_once: int = PATCHES_AT_ONCE,
        between_passes: Callable[[], None] | None = None,
    ) -> Tensor:
        """Mono sound [n] at 16 kHz in -1..1 -> scores 0..1, [patches, 521], one row for every 0.48 s.

        The rows depend on the sound alone: which patches run together follows from its length. `between_passes` is
        called after each pass over a stretch of a long sound, to let other work in.
        """
        scores = []
        for patches in _stretches(sound, patches_at_once):
            scores.append(self._forward(patches))
            if between_passes is not None:
                between_passes()
        return torch.cat(scores)

    def _forward(self, patches: Tensor) -> Tensor:
        """Log-mel patches [n, 96, 64] -> class scores [n, 521]."""
        maps = patches[:, None].contiguous(memory_format=torch.channels_last)
        maps = self._convolve(maps, "conv0", stride=2)
        for layer, stride in enumerate(_STRIDES, start=1):
            maps = self._convolve(maps, f"dw{layer}", stride=stride, depthwise=True)
            maps = self._convolve(maps, f"pw{layer}", stride=1)
        embedding = maps.mean((2, 3))
        return torch.sigmoid(functional.linear(embedding, self._weights["fc.weight"], self._weights["fc.bias"]))

    def _convolve(self, maps: Tensor, name: str, *, stride: int, depthwise: bool = False) -> Tensor:
        """Convolution, bias, rectifier; padded like TensorFlow's "same": right and below only where the stride is 2."""
        kernel, bias = self._weights[f"{name}.weight"], self._weights[f"{name}.bias"]
        if stride == 2:
            maps = functional.pad(maps, (0, 1, 0, 1))
        padding = kernel.shape[-1] // 2 if stride == 1 else 0
        groups = kernel.shape[0] if depthwise else 1
        return functional.relu_(functional.conv2d(maps, kernel, bias, stride, padding, 1, groups))


def _stretches(sound: Samples, patches_at_once: int) -> Iterator[Tensor]:
    total = patch_count(len(sound))
    for first in range(0, total, patches_at_once):
        yield log_mel_patches(sound, first, min(patches_at_once, total - first))


def _as_float32(weight: Tensor) -> Tensor:
    wide = weight.to(torch.float32)
    return wide.to(memory_format=torch.channels_last) if wide.dim() == 4 else wide


def _hann_window() -> Tensor:
    """The periodic window of `tf.signal.stft`."""
    return torch.hann_window(_WINDOW, periodic=True)


def _mel_bands() -> Tensor:
    """Triangles [257, 64], linear in mel (1127 ln(1 + f/700)), peak 1: `tf.signal.linear_to_mel_weight_matrix`."""
    bins = _mel(np.linspace(0.0, SAMPLE_RATE / 2, _FFT // 2 + 1))[:, None]
    edges = np.linspace(_mel(_LOWEST_HZ), _mel(_HIGHEST_HZ), _BANDS + 2)
    low, middle, high = edges[:-2], edges[1:-1], edges[2:]
    triangles = np.maximum(0.0, np.minimum((bins - low) / (middle - low), (high - bins) / (high - middle)))
    triangles[0] = 0.0
    return torch.tensor(triangles, dtype=torch.float32)


def _mel(hertz: float | np.ndarray) -> np.ndarray:
    return 1127.0 * np.log1p(np.asarray(hertz, dtype=np.float64) / 700.0)
