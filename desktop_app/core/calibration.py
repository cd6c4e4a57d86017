"""Makes the scores of different tags comparable.

A raw score says little by itself: some texts score high with every sound. Each tag is therefore measured against its
own background, the scores it gets from reference sounds that are mostly something else, and mapped to 0..1, where 0.5
is the point at which a tag applies.

The background must not be misled by two things. Among the reference sounds are a few that the tag is right about: they
are pulled in to the edge of the rest, so that a tag does not hide behind its own examples. And some texts score almost
the same with every reference sound: a spread as small as theirs would make anything a little different stand out, so
each text has at least the spread that a text of its length would have if it pointed anywhere.
"""

from dataclasses import dataclass

import numpy as np

from desktop_app.core.vector_index import Vectors

APPLIES = 0.5
"""The calibrated score from which a tag applies unless its vocabulary says otherwise."""

DEVIATIONS_AT_HALF = 2.75
"""Spreads above the background's mean that map to 0.5. Measured with the bundled embedder over the 260 tags of three
vocabularies: a tag applies to 1.4 % of the reference sounds that it does not fit, the worst of them to 4 %; at 2.0, 13
tags apply to more than 5 %. Of the right tags of 116 recordings it finds 0.55, with 1.7 wrong ones a recording; at 2.0
it finds 0.59 with 3.1, at 3.5 0.46 with 1.1."""

STEEPNESS = 0.6
"""Slope of the logistic curve per spread. On recordings the share of right tags goes on growing up to 8 spreads above
the mean, so the score does too: 0.5 at 2.75 spreads, 0.8 at 5, 0.96 at 8."""

EDGE = 0.02
"""The share of the reference sounds at either end whose scores are pulled in. Of any one thing, 0 to 2 % of them are
examples."""

FLOOR = 1.0
"""How much of the spread that a text of this length has in any direction is added (in squares) to its own. Measured on
the same recordings, at equal recall: 1.7 wrong tags a recording, without it 3.4; 0.5 and 1.5 are worse."""

_NEGLIGIBLE = np.float32(1e-6)
_EXTREME = np.float32(80)
"""Beyond this the curve is 0 or 1 in float32, and its exponential would overflow."""


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


def calibrate(scores: Vectors, background: Background) -> Vectors:
    """Raw scores [n, t] -> comparable scores [n, t] in 0..1; 0 for texts without a spread."""
    understood = background.spread > _NEGLIGIBLE
    deviations = (scores - background.mean) / np.where(understood, background.spread, np.float32(1))
    exponent = np.clip(STEEPNESS * (deviations - np.float32(DEVIATIONS_AT_HALF)), -_EXTREME, _EXTREME)
    mapped = 1 / (1 + np.exp(-exponent))
    result: Vectors = np.where(understood, mapped, 0).astype(np.float32)
    return result
