"""Makes the scores of different tags comparable.

A raw score says little by itself: some texts score high with every sound. Each tag is therefore measured against its
own background, the scores it gets from reference sounds that are mostly something else, and mapped to 0..1, where 0.5
is the point at which a tag applies.

The background must not be misled by two things. Among the reference sounds are a few that the tag is right about: they
are pulled in to the edge of the rest, so that a tag does not hide behind its own examples. And some texts score almost
the same with every reference sound: a spread as small as theirs would make anything a little different stand out, so
each text has at least the spread that a text of its length would have if it pointed anywhere.
"""

import math
from dataclasses import dataclass

import numpy as np

from desktop_app.core.vector_index import Vectors

APPLIES = 0.5
"""The calibrated score from which a tag applies unless its vocabulary says otherwise."""

DEVIATIONS_AT_HALF = 3.05
"""Spreads above the background's mean that map to 0.5. Measured by `packaging/starter_model/thresholds.py` over 230
tags of three vocabularies and 944 clips that neither the embedder tried there nor its background had heard: of the tags
given, 0.70 are named in the clips' captions (music 0.74, everyday 0.64, sound design 0.60), which is 0.32 of those that
should be (0.46, 0.29, 0.08). At 2.6 it is 0.51 and 0.44, at 3.4 0.77 and 0.21. Limits of their own for single tags,
chosen on one half of the clips, gained nothing on the other."""

STEEPNESS = 1.2
"""Slope of the logistic curve per spread: 0.5 at 3.05 spreads, 0.76 at 4, 0.91 at 5. On the same clips, 0.5 of the tags
that score about 3 are right, 0.8 of those about 4, all of those about 5."""

_NEGLIGIBLE = np.float32(1e-6)
_EXTREME = 80.0
"""Beyond this the curve is 0 or 1 in float32, and its exponential would overflow."""


def at_deviations(deviations: float) -> float:
    """The calibrated score, 0..1, of so many spreads above the background's mean."""
    exponent = STEEPNESS * (DEVIATIONS_AT_HALF - deviations)
    return 1 / (1 + math.exp(min(max(exponent, -_EXTREME), _EXTREME)))


PLAUSIBLE = at_deviations(2.2)
"""The calibrated score, 2.2 spreads above the mean, that the best sound should reach for words that a library has
something for: of 207 common words for what is among the same clips 4 % stay under it, of 20 words that name no sound
65 %; of words that name what is not among the clips 20 %, since something is always a little like it."""

EDGE = 0.05
"""The share of the reference sounds at either end whose scores are pulled in. Of any one thing, 0 to 3 % of them are
examples, and as many again are much like it. On the same clips and at a precision of 0.7, it finds 0.32 of the right
tags; with 0.02, 0.31."""

FLOOR = 2.0
"""How much of the spread that a text of this length has in any direction is added (in squares) to its own, which is
about twice that. On the same clips and at a precision of 0.7, it finds 0.32 of the right tags; without it 0.24, with 1
0.28, with 3 0.31."""


@dataclass(frozen=True, slots=True)
class Background:
    """How each of t texts scores on sounds at large."""

    mean: Vectors
    """[t]"""
    spread: Vectors
    """[t]; 0 for a text that the embedder does not understand at all."""


def measure_background(reference: Vectors, texts: Vectors) -> Background:
    """Background of texts [t, d] over the embeddings of reference sounds [r, d], r at least 1."""
    scores = reference @ texts.T
    low, high = np.quantile(scores, (EDGE, 1 - EDGE), axis=0)
    usual = np.clip(scores, low, high)
    anywhere = np.sqrt(reference.var(axis=0).mean()) * np.linalg.norm(texts, axis=1)
    spread = np.hypot(usual.std(axis=0), FLOOR * anywhere)
    return Background(usual.mean(axis=0).astype(np.float32), spread.astype(np.float32))


def standing(scores: Vectors, background: Background) -> Vectors:
    """Raw scores [n, t] in spreads above the background's mean, [n, t]; minus infinity for texts without a spread."""
    understood = background.spread > _NEGLIGIBLE
    deviations = (scores - background.mean) / np.where(understood, background.spread, np.float32(1))
    result: Vectors = np.where(understood, deviations, -np.inf).astype(np.float32)
    return result


def calibrate_standing(deviations: Vectors) -> Vectors:
    """Spreads above a background -> comparable scores in 0..1, of the same shape."""
    exponent = np.clip(STEEPNESS * (deviations - np.float32(DEVIATIONS_AT_HALF)), -_EXTREME, _EXTREME)
    result: Vectors = np.where(np.isneginf(deviations), 0, 1 / (1 + np.exp(-exponent))).astype(np.float32)
    return result


def calibrate(scores: Vectors, background: Background) -> Vectors:
    """Raw scores [n, t] -> comparable scores [n, t] in 0..1; 0 for texts without a spread."""
    return calibrate_standing(standing(scores, background))
