"""Embeddings in 16 bits a number, in two halves: the upper 8 bits are enough to find the best ones, and the lower 8,
which tell these apart, are looked at for few.

A number x of a vector is scale * (coarse + fine / 254), where the scale is the vector's largest number divided by 127.
No number is wrong by more than the 64,000th part of the largest.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.vector_index import Vectors

Codes = NDArray[np.int8]
"""[n, d], -127..127."""

_LARGEST = np.float32(127)
_STEPS = np.float32(254)
"""Of `fine` in one of `coarse`."""


@dataclass(frozen=True, slots=True)
class WindowCodes:
    """Embeddings of n windows."""

    coarse: Codes
    fine: Codes
    scales: Vectors
    """[n]"""
    lengths: Vectors
    """[n] Euclidean lengths of the embeddings."""


def encode(vectors: Vectors) -> WindowCodes:
    """Embeddings [n, d] as codes. ValueError for numbers that are not finite."""
    if not np.isfinite(vectors).all():
        raise ValueError("an embedding must be finite")
    scales = (np.abs(vectors).max(axis=1, initial=0) / _LARGEST).astype(np.float32)
    scaled = vectors / np.where(scales > 0, scales, 1)[:, None]
    coarse = np.rint(scaled).clip(-_LARGEST, _LARGEST)
    fine = np.rint((scaled - coarse) * _STEPS)
    lengths = np.linalg.norm(vectors, axis=1).astype(np.float32)
    return WindowCodes(coarse.astype(np.int8), fine.astype(np.int8), scales, lengths)


def decode(coarse: Codes, fine: Codes, scales: Vectors) -> Vectors:
    """The embeddings [n, d] that codes stand for."""
    numbers: Vectors = coarse.astype(np.float32)
    numbers += fine / _STEPS
    numbers *= scales[:, None]
    return numbers
