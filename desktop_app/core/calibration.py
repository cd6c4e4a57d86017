"""Makes the scores of different tags comparable.

A raw score says little by itself: some texts score high with every sound. Each tag is therefore measured against its
own background, the scores it gets from reference sounds that are mostly something else, and mapped to 0..1, where 0.5
is the point at which a tag applies.

The background must not be misled by two things. Among the reference sounds are a few that the tag is right about: they
are pulled in to the edge of the rest, so that a tag does not hide behind its own examples. And some texts score almost
the same with every reference sound: a spread as small as theirs would make anything a little different stand out, so
each text has at least the spread that a text of its length would have if it pointed anywhere.

Nor does everything else reach up alike: next to a trumpet stand the other winds, next to thunder hardly anything. What
is usual for a tag therefore lies part of the way from its background's mean towards the upper end of it.
"""

import math
from dataclasses import dataclass

import numpy as np

from desktop_app.core.vector_index import Vectors

APPLIES = 0.5
"""The calibrated score from which a tag applies unless its vocabulary says otherwise."""

DEVIATIONS_AT_HALF = 2.25
"""Spreads above the usual that map to 0.5. Measured by `packaging/starter_model/thresholds.py` over 230 tags of three
vocabularies and 944 clips that neither the embedder tried there nor its background had heard: of the tags given, 0.71
are named in the clips' captions (music 0.79, everyday 0.62, sound design 0.60), which is 0.30 of those that should be
(0.41, 0.31, 0.08). At 2 it is 0.62 and 0.37, at 2.5 0.77 and 0.22. Limits of their own for single tags, chosen on one
half of the clips, gained nothing on the other; those of the three vocabularies stand in their files."""

STEEPNESS = 1.6
"""Slope of the logistic curve per spread: 0.5 at 2.25 spreads, 0.77 at 3, 0.92 at 3.75. On the same clips, 0.5 of the
tags that score about 2.25 are right, 0.75 of those about 3, nearly all of those about 3.5 and above."""

_NEGLIGIBLE = np.float32(1e-6)
_EXTREME = 80.0
"""Beyond this the curve is 0 or 1 in float32, and its exponential would overflow."""


def at_deviations(deviations: float) -> float:
    """The calibrated score, 0..1, of so many spreads above the usual."""
    exponent = STEEPNESS * (DEVIATIONS_AT_HALF - deviations)
    return 1 / (1 + math.exp(min(max(exponent, -_EXTREME), _EXTREME)))


PLAUSIBLE = at_deviations(1.5)
"""The calibrated score, 1.5 spreads above the usual, that the best sound should reach for words that a library has
something for: of 207 common words for what is among the same clips 3 % stay under it, of 20 words that name no sound
65 %; of words that name what is not among the clips 11 %, since something is always a little like it."""

EDGE = 0.05
"""The share of the reference sounds at either end whose scores are pulled in. Of any one thing, 0 to 3 % of them are
examples, and as many again are much like it. Of the same clips' tags in the order of their scores the average precision
is 0.452; with 0.02 0.449, with 0.1 0.456, but then the tags are wrong less evenly."""

FLOOR = 2.5
"""How much of the spread that a text of this length has in any direction is added (in squares) to its own, which is
about twice that. The same average precision is 0.452; without it 0.422, with 2 0.449, with 3 0.454 and no more even."""

UPPER_END = 0.97
"""The quantile of the reference sounds' scores that counts as their upper end. Higher ones are those of a tag's own
examples: with 0.99 the same average precision is 0.442, and with 0.95 the tags are wrong less evenly."""
TOWARDS_UPPER_END = 0.3
"""How much of the way from the mean to the upper end the usual lies. Where the mean tag is put on one wrong clip in a
hundred, 95 % of the tags are put on at least a fifth and at most five times as many as the median, and the worst on 4.8
times as many; with 0 it is 91 % and 6.1, with 0.5 97 % and 5.0 but of the everyday tags fewer are found. It is small
also because other embedders have only some four hundred reference sounds, whose upper end is less well known: a tenth
of the spread between one such set and the next makes a thirtieth of a spread here."""


@dataclass(frozen=True, slots=True)
class Background:
    """How each of t texts scores on sounds at large."""

    usual: Vectors
    """[t]; somewhat above the mean, see `TOWARDS_UPPER_END`."""
    spread: Vectors
    """[t]; 0 for a text that the embedder does not understand at all."""


def measure_background(reference: Vectors, texts: Vectors) -> Background:
    """Background of texts [t, d] over the embeddings of reference sounds [r, d], r at least 1."""
    scores = reference @ texts.T
    low, high = np.quantile(scores, (EDGE, 1 - EDGE), axis=0)
    inner = np.clip(scores, low, high)
    anywhere = np.sqrt(reference.var(axis=0).mean()) * np.linalg.norm(texts, axis=1)
    spread = np.hypot(inner.std(axis=0), FLOOR * anywhere)
    mean = inner.mean(axis=0)
    usual = mean + TOWARDS_UPPER_END * (np.quantile(scores, UPPER_END, axis=0) - mean)
    return Background(usual.astype(np.float32), spread.astype(np.float32))


def standing(scores: Vectors, background: Background) -> Vectors:
    """Raw scores [n, t] in spreads above the usual, [n, t]; minus infinity for texts without a spread."""
    understood = background.spread > _NEGLIGIBLE
    deviations = (scores - background.usual) / np.where(understood, background.spread, np.float32(1))
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


def standing_of(calibrated: Vectors) -> Vectors:
    """Comparable scores in 0..1 -> spreads above a background: what `calibrate_standing` made them of.

    Scores so near to 0 or 1 that they tell no more are some ten spreads away.
    """
    inside = np.clip(calibrated.astype(np.float64), _NEGLIGIBLE, 1 - _NEGLIGIBLE)
    result: Vectors = (DEVIATIONS_AT_HALF + np.log(inside / (1 - inside)) / STEEPNESS).astype(np.float32)
    return result
