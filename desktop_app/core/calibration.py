"""Makes the scores of different tags comparable.

A raw score says little by itself: some texts score high with every sound. Each tag is therefore measured against its
own background, the scores it gets from reference sounds that are mostly something else, and mapped to 0..1, where 0.5
is the point at which a tag applies.
"""

from dataclasses import dataclass

import numpy as np

from desktop_app.core.vector_index import Vectors

APPLIES = 0.5
"""The calibrated score from which a tag applies unless its vocabulary says otherwise."""

DEVIATIONS_AT_HALF = 2.5
"""Spreads above the background's mean that map to 0.5: a normal background then exceeds it in 0.6 % of cases."""

STEEPNESS = 1.2
"""Slope of the logistic curve per spread: one spread above the half point maps to 0.77, two to 0.92."""

_NEGLIGIBLE = np.float32(1e-6)
_EXTREME = np.float32(80)
"""Beyond this the curve is 0 or 1 in float32, and its exponential would overflow."""


@dataclass(frozen=True, slots=True)
class Background:
    """How each of t texts scores on sounds at large."""

    mean: Vectors
    """[t]"""
    spread: Vectors
    """[t], standard deviation; 0 for a text that the embedder does not understand at all."""


def measure_background(reference: Vectors, texts: Vectors) -> Background:
    """Background of texts [t, d] over the embeddings of reference sounds [r, d]."""
    scores = reference @ texts.T
    return Background(scores.mean(axis=0), scores.std(axis=0))


def calibrate(scores: Vectors, background: Background) -> Vectors:
    """Raw scores [n, t] -> comparable scores [n, t] in 0..1; 0 for texts without a spread."""
    understood = background.spread > _NEGLIGIBLE
    deviations = (scores - background.mean) / np.where(understood, background.spread, np.float32(1))
    exponent = np.clip(STEEPNESS * (deviations - np.float32(DEVIATIONS_AT_HALF)), -_EXTREME, _EXTREME)
    mapped = 1 / (1 + np.exp(-exponent))
    result: Vectors = np.where(understood, mapped, 0).astype(np.float32)
    return result
