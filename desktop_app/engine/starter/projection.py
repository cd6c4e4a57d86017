"""The trained block of a starter vector: what YAMNet's layers make of a sound, put where MiniLM puts its name.

One matrix, trained by `packaging/starter_model/training`, takes a window's features to a point on MiniLM's unit sphere;
another nudges a text's meaning to where its sounds are. It tells apart what the classes have no names for: instruments,
drums, interfaces, science fiction.
"""

from typing import Final

import numpy as np

from desktop_app.engine.starter.onnx_network import Numbers, Stored, full_precision, of_unit_length, products
from desktop_app.engine.starter.yamnet import PatchFeatures

_LOG_OFFSET: Final = np.float32(1e-4)
_LOG_SCALE: Final = np.float32(0.3)
"""Brings the logarithms of scores to the range of the other features."""
_SHORTEST: Final = 0.01
"""Seconds; a shorter sound counts as this long."""


def window_features(heard: PatchFeatures) -> Numbers:
    """What the projection looks at, [5834]: pooled over the patches, roots and logarithms to even out the ranges.

    In order: root of maximum and of mean of the last layer (2 x 1024); 0.3 ln of the mean class scores (521); root of
    the middle layers' means (averaged) and maxima (3072); mean, deviation and maximum of each mel band (3 x 64); ln of
    the seconds.
    """
    means, maxima = (heard.middle.reshape(len(heard.middle), -1, 2, 512)[:, :, part] for part in (0, 1))
    middle = np.stack([means.mean(axis=0), maxima.max(axis=0)], axis=1).reshape(-1)
    features: Numbers = np.concatenate(
        [
            np.sqrt(heard.embedding.max(axis=0)),
            np.sqrt(heard.embedding.mean(axis=0)),
            _LOG_SCALE * np.log(heard.scores.mean(axis=0) + _LOG_OFFSET),
            np.sqrt(middle),
            heard.log_mel.mean(axis=0),
            heard.log_mel.std(axis=0),
            heard.log_mel.max(axis=0),
            np.log([max(heard.seconds, _SHORTEST)]),
        ],
        dtype=np.float32,
    )
    return features


class Projection:
    """The two matrices, from `projection.safetensors`."""

    def __init__(self, stored: Stored) -> None:
        """`sound.weight` [384, 5834], `sound.bias` [384], `text.weight` [384, 384]; any float type."""
        weights = full_precision(stored)
        self._weight, self._bias = weights["sound.weight"], weights["sound.bias"]
        self._text = weights["text.weight"]

    def hear(self, heard: PatchFeatures) -> Numbers:
        """A window -> unit vector [384]."""
        return of_unit_length(products(self._weight, window_features(heard)) + self._bias)

    def read(self, meaning: Numbers) -> Numbers:
        """A text's meaning [384] -> unit vector [384]."""
        return of_unit_length(meaning + products(self._text, meaning))
