"""YAMNet: Google's network that scores 521 classes of everyday sounds, with its front end.

The network is a MobileNet v1 over log-mel patches of 0.96 s (Google, Apache-2.0; `research/audioset/yamnet` of
tensorflow/models). `packaging/starter_model` folds its batch normalisations into the convolutions and writes its graph,
which begins at the magnitudes of a spectrum and gives, besides the scores, what the layers on the way have to say. A
long sound is heard in windows, so memory does not grow with its length.
"""

import itertools
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import numpy as np

from desktop_app.core.sound import Samples
from desktop_app.engine.starter.onnx_network import Numbers, OnnxNetwork, Stored, full_precision

SAMPLE_RATE: Final = 16_000
"""Hz; the rate that YAMNet was trained at."""
CLASSES: Final = 521

# Front end, from YAMNet's params.py: 25 ms windows every 10 ms, 64 bands from 125 to 7500 Hz, patches of 96 frames
# every 48.
_WINDOW: Final = 400
_HOP: Final = 160
_FFT: Final = 512
BINS: Final = _FFT // 2 + 1
BANDS: Final = 64
_LOWEST_HZ: Final = 125.0
_HIGHEST_HZ: Final = 7500.0
LOG_OFFSET: Final = 0.001
PATCH_HOP: Final = 48
"""Frames from one patch to the next; a patch has two times as many."""
_PATCH_SAMPLES: Final = _WINDOW + (2 * PATCH_HOP - 1) * _HOP
_PATCH_HOP_SAMPLES: Final = PATCH_HOP * _HOP
_FEWEST_FRAMES: Final = 4
"""Frames of the shortest sound that count as heard, so that a spread over them means something."""

STRIDES: Final = (1, 2, 1, 2, 1, 2, 1, 1, 1, 1, 1, 2, 1)
"""Of the 13 depthwise convolutions."""
CHANNELS: Final = (64, 128, 128, 256, 256, 512, 512, 512, 512, 512, 512, 1024, 1024)
"""Of the maps behind each of them and its pointwise one."""
MIDDLE_LAYERS: Final = (6, 9, 11)
"""Of these the means and maxima over time and frequency are kept: they tell timbres apart that no class names."""
MIDDLE: Final = 2 * sum(CHANNELS[layer - 1] for layer in MIDDLE_LAYERS)

PATCHES_AT_ONCE: Final = 20
"""Patches of one window at most: some 10 s of sound, 6 MB at the widest layer."""


@dataclass(frozen=True, slots=True, eq=False)
class PatchFeatures:
    """What the network makes of a sound, one row for every 0.48 s; a patch is 0.96 s long."""

    scores: Numbers
    """[n, 521], 0..1."""
    embedding: Numbers
    """[n, 1024]: mean over time and frequency behind the last layer, from 0."""
    middle: Numbers
    """[n, 3072]: layer 6's means (512) and maxima (512) over time and frequency, then layer 9's and 11's, from 0."""
    log_mel: Numbers
    """[frames, 64]: natural logarithm of the mel magnitudes, one row for each 10 ms of the sound itself, without the
    silence that fills up the last patch.
    """
    seconds: float
    """Length of the sound."""


def patch_count(samples: int) -> int:
    """How many overlapping patches cover a sound of this many samples (at least one; silence pads the last)."""
    rest = max(samples, _PATCH_SAMPLES) - _PATCH_SAMPLES
    return 1 + -(-rest // _PATCH_HOP_SAMPLES)


def patch_windows(patches: int, at_once: int) -> list[tuple[int, int]]:
    """(first patch, number of patches) of as few windows as will do, all of the same size give or take one."""
    windows = -(-patches // at_once)
    edges = [patches * number // windows for number in range(windows + 1)]
    return [(first, end - first) for first, end in itertools.pairwise(edges)]


def stretches(sound: Iterable[Samples], samples: int, at_once: int) -> Iterator[tuple[Samples, int]]:
    """The stretch of a sound of so many samples that each window of `patch_windows` looks at, and its patches.

    The sound comes in blocks; no more of it is kept than a window needs. A stretch that the sound ends in is shorter.
    """
    blocks = iter(sound)
    held, begin = np.empty(0, dtype=np.float32), 0
    for first, count in patch_windows(patch_count(samples), at_once):
        start, length = first * _PATCH_HOP_SAMPLES, _PATCH_SAMPLES + (count - 1) * _PATCH_HOP_SAMPLES
        pieces = [held[start - begin :]]
        have = len(pieces[0])
        while have < length and (block := next(blocks, None)) is not None:
            pieces.append(block)
            have += len(block)
        held, begin = np.concatenate(pieces) if len(pieces) > 1 else pieces[0], start
        yield held[:length], count


def magnitudes(stretch: Samples, count: int) -> Numbers:
    """Spectra of the frames of the `count` patches of a stretch [n] at 16 kHz, [48 (count + 1), 257].

    Only sums, products and roots of single numbers besides the transform, so that bits do not depend on how numpy
    shares out the work.
    """
    padded = np.zeros(_PATCH_SAMPLES + (count - 1) * _PATCH_HOP_SAMPLES)  # float64: numpy transforms it more quickly
    padded[: len(stretch)] = stretch
    frames = np.lib.stride_tricks.sliding_window_view(padded, _WINDOW)[::_HOP] * _HANN
    spectrum = np.fft.rfft(frames, _FFT)
    return np.sqrt(spectrum.real**2 + spectrum.imag**2).astype(np.float32)


class Yamnet:
    """The network with its weights; keeps nothing between calls."""

    def __init__(self, graph: bytes, weights: Stored) -> None:
        """`weights`: `conv0`, `dw1`..`dw13`, `pw1`..`pw13`, `fc`, each with `.weight` and `.bias`, any float type."""
        self._network = OnnxNetwork(graph, full_precision(weights) | {"mel": _mel_bands()})

    def windows(self, sound: Samples, *, patches_at_once: int = PATCHES_AT_ONCE) -> Iterator[PatchFeatures]:
        """Hear a mono sound [n] at 16 kHz in -1..1 in windows of so many patches at most, one after the other.

        What is heard depends on the sound alone: its length says where its windows lie. Windows overlap by half a
        patch.
        """
        return self.stream_windows([sound], len(sound), patches_at_once=patches_at_once)

    def stream_windows(
        self, sound: Iterable[Samples], samples: int, *, patches_at_once: int = PATCHES_AT_ONCE
    ) -> Iterator[PatchFeatures]:
        """The same of a sound of so many samples that comes in blocks, in memory for a window and a block."""
        for stretch, count in stretches(sound, samples, patches_at_once):
            yield self._window(stretch, count)

    def listen(self, sound: Samples, *, patches_at_once: int = PATCHES_AT_ONCE) -> PatchFeatures:
        """A whole sound, for whoever has the memory for what is said of it: 5 MB a minute."""
        windows = list(self.windows(sound, patches_at_once=patches_at_once))
        unshared = [window.log_mel[: PATCH_HOP * len(window.scores)] for window in windows[:-1]]
        return PatchFeatures(
            scores=np.concatenate([window.scores for window in windows]),
            embedding=np.concatenate([window.embedding for window in windows]),
            middle=np.concatenate([window.middle for window in windows]),
            log_mel=np.concatenate([*unshared, windows[-1].log_mel]),
            seconds=len(sound) / SAMPLE_RATE,
        )

    def _window(self, stretch: Samples, count: int) -> PatchFeatures:
        found = self._network.run(magnitudes=magnitudes(stretch, count))
        frames = max(_FEWEST_FRAMES, len(stretch) // _HOP)
        return PatchFeatures(
            scores=found["scores"],
            embedding=found["embedding"],
            middle=found["middle"],
            log_mel=found["log_mel"][:frames],
            seconds=len(stretch) / SAMPLE_RATE,
        )


_HANN: Final = 0.5 - 0.5 * np.cos(2 * np.pi * np.arange(_WINDOW) / _WINDOW)
"""The periodic window of `tf.signal.stft`."""


def _mel_bands() -> Numbers:
    """Triangles [257, 64], linear in mel (1127 ln(1 + f/700)), peak 1: `tf.signal.linear_to_mel_weight_matrix`."""
    bins = _mel(np.linspace(0.0, SAMPLE_RATE / 2, BINS))[:, None]
    edges = np.linspace(_mel(_LOWEST_HZ), _mel(_HIGHEST_HZ), BANDS + 2)
    low, middle, high = edges[:-2], edges[1:-1], edges[2:]
    triangles = np.maximum(0.0, np.minimum((bins - low) / (middle - low), (high - bins) / (high - middle)))
    triangles[0] = 0.0
    bands: Numbers = triangles.astype(np.float32)
    return bands


def _mel(hertz: float | np.ndarray) -> np.ndarray:
    return 1127.0 * np.log1p(np.asarray(hertz, dtype=np.float64) / 700.0)
