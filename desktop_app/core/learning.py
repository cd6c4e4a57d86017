"""Lets a tag learn from what a person said of it: a handful of verdicts makes it fit this library better.

A tag's calibrated score is the logistic function of a line, `STEEPNESS * (standing - DEVIATIONS_AT_HALF)`. Here that
line is only what is believed beforehand, and verdicts move it: by an offset (where the tag begins to apply), by a slope
(how sure it is) and by a direction beside its own (what it listens for), each held near zero by a normal prior.
Offset and slope are J. Platt's scaling (Probabilistic Outputs for Support Vector Machines, 1999); all three together
are Bayesian logistic regression or, the same seen from the verdicts, a Gaussian process with a linear kernel, so that
the work grows with the verdicts and hardly with the dimension. Its mode and its evidence by Laplace's approximation: C.
Rasmussen, C. Williams: Gaussian Processes for Machine Learning, 2006, algorithm 3.1 and equation 3.32. A verdict may be
wrong: see `_Model.noise`, as in J. Bootkrajang, A. Kaban: Label-Noise Robust Logistic Regression, 2012.

Nobody knows how far a tag may be moved, nor how often a person is wrong. Several answers are tried and mixed, each
counting as much as it foretells the verdicts (J. Hoeting and others: Bayesian Model Averaging, 1999). Wherever verdicts
say little, or contradict each other, the mixture stays near the prompts.

All of it is linear in an embedding, so a tag that has learned is still one vector, one usual and one spread.

The constants were chosen on 3,697 clips that the bundled embedder, trained without them, had never heard, and the 132
tags of the shipped vocabularies that are right for at least 8 of them; n verdicts on clips from the top 3 n, 5 drawings
each, and average precision over all other clips. It rises by 0.012 with 5 verdicts, 0.036 with 20 and 0.053 with 40; no
tag loses more than 0.013. With 30 % of 20 verdicts wrong it rises by 0.006, and one tag loses more than 0.02 (0.04).
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.calibration import DEVIATIONS_AT_HALF, STEEPNESS
from desktop_app.core.vector_index import Vectors

Floats = NDArray[np.float64]

MOST_VERDICTS = 128
"""Learned from at the most, evenly from all that there are: more would cost much and bring little."""


@dataclass(frozen=True, slots=True)
class _Model:
    """One answer to how far verdicts may move a tag, and how often they are wrong."""

    reach: float
    """Standard deviation of what the direction adds for a sound as unlike the mean as most are. In nats, as are all."""
    noise: float
    """The share of verdicts that are the opposite of what was meant."""
    weight: float
    """How far it is believed before there is any verdict; all together 1."""


_MODELS = (
    _Model(0.0, 0.02, 0.16),
    _Model(0.0, 0.3, 0.42),
    _Model(1.0, 0.02, 0.06),
    _Model(1.0, 0.3, 0.15),
    _Model(2.0, 0.02, 0.06),
    _Model(2.0, 0.3, 0.15),
)
"""Beforehand, most is expected of offset and slope alone and of a person who is often wrong. With equal weights 20
verdicts bring 0.050, but where 30 % are wrong one tag in forty loses more than 0.02, the worst 0.08."""
_OFFSET = 0.2
"""Standard deviation of the offset: an eighth of a spread. With 0.4 precision is the same, but a verdict moves more."""
_SLOPE = 0.3
"""Standard deviation of the slope, which is `STEEPNESS` where nothing was learned."""

_MOST_COMMON = 0.01
"""The share of sounds at large that a tag may grow to apply to, or twice the share that it applied to before. Of 20 or
40 sounds that were all accepted, and that its prompts say nothing of, a tag would else learn to apply to a tenth or a
fifth of all clips; so it is 0.02. Where verdicts fit the prompts, one tag in forty meets this limit."""
_TIMES_AS_COMMON = 2

_SAME = 1e-3
"""Squared distance, in parts of the usual one, below which two sounds are one recording: their verdicts are one."""
_MOST_ROUNDS = 20
_HALF_STEPS = 4
"""The first steps go half as far: with noise, the likelihood has no single valley."""
_CLOSE = 1e-4
"""A round that moves no sound by more than this many nats is the last."""
_LEAST_CURVATURE = 1e-3
_EXTREME = 30.0
"""Nats beyond which the logistic curve is flat."""
_NEGLIGIBLE = 1e-6


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the embeddings of sounds at large are like: what a direction is measured against."""

    mean: Floats
    """[d]"""
    scale: float
    """Root of the mean squared distance from `mean`."""
    sounds: Vectors
    """[r, d]: they themselves."""


@dataclass(frozen=True, slots=True)
class LearnedTag:
    """What takes the place of a tag's vector and usual; its spread stays as it is."""

    vector: Vectors
    """[d]"""
    usual: float
    verdicts: int
    """From how many it was learned."""


def surroundings_of(reference: Vectors) -> Surroundings:
    """Of the embeddings of reference sounds [r, d], r at least 1."""
    sounds = reference.astype(np.float64)
    mean = sounds.mean(axis=0)
    return Surroundings(mean, float(np.sqrt(((sounds - mean) ** 2).sum(axis=1).mean())), reference)


def learn(
    vector: Vectors, usual: float, spread: float, around: Surroundings, heard: Vectors, right: NDArray[np.bool_]
) -> LearnedTag:
    """What a tag, by its prompts `vector` [d] with this background, becomes by verdicts: on sounds with the embeddings
    `heard` [v, d] it is `right` [v] or not. Their order does not matter.

    Without verdicts, or where there is nothing to measure (no spread, all sounds at large alike), it is as it was.
    """
    if not len(heard) or spread <= _NEGLIGIBLE or around.scale <= _NEGLIGIBLE:
        return LearnedTag(vector, usual, 0)
    above = (heard.astype(np.float64) @ vector - usual) / spread - DEVIATIONS_AT_HALF
    chosen = _chosen(above, heard, right)
    above, features = above[chosen], _beside(vector, (heard[chosen] - around.mean) / around.scale)
    pulls = _pulls(above, features @ features.T, right[chosen])
    reaches = np.array([model.reach for model in _MODELS])
    offset, slope = _OFFSET**2 * pulls.sum(), _SLOPE**2 * float(pulls.sum(axis=0) @ above)
    direction = (reaches**2 @ pulls) @ features / around.scale
    # The line that was learned, divided by the steepness, is the standing of a tag with these:
    factor, turn = 1 + slope / STEEPNESS, direction * (spread / STEEPNESS)
    moved = factor * usual + turn @ around.mean
    moved += spread * ((factor - 1) * DEVIATIONS_AT_HALF - offset / STEEPNESS)
    listens = (factor * vector + turn).astype(np.float32)
    before, after = ((around.sounds @ vector - usual) / spread, (around.sounds @ listens - moved) / spread)
    moved += spread * _too_common(before, after)
    return LearnedTag(listens, float(moved), len(chosen))


def _too_common(before: Vectors, after: Floats) -> float:
    """By how many spreads a tag is to be lowered so that it does not apply to more of the sounds at large [r] than it
    may, by how far they stand before and after learning. Who only accepts says nothing of all the sounds it is not on.
    """
    applied = int(np.count_nonzero(before >= DEVIATIONS_AT_HALF))
    most = max(math.ceil(_MOST_COMMON * len(after)), _TIMES_AS_COMMON * applied)
    if most >= len(after):
        return 0.0
    return max(float(np.sort(after)[-most - 1]) - DEVIATIONS_AT_HALF, 0.0)


def _beside(vector: Vectors, features: Floats) -> Floats:
    """What of the features [v, d] the tag does not listen for yet: along its vector the slope learns, and not twice.

    So a few rejected sounds that stood high do not send the threshold away.
    """
    along = vector.astype(np.float64) / np.linalg.norm(vector)
    beside: Floats = features - np.outer(features @ along, along)
    return beside


def _chosen(above: Floats, heard: Vectors, right: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Which verdicts to learn from, in an order that does not depend on the one they came in."""
    order = np.lexsort((heard[:, -1], heard[:, 0], right, above))
    if len(order) <= MOST_VERDICTS:
        return order
    return order[np.linspace(0, len(order) - 1, MOST_VERDICTS).round().astype(np.int64)]


def _pulls(above: Floats, likeness: Floats, right: NDArray[np.bool_]) -> Floats:
    """How strongly each verdict pulls, [models, v], mixed: each model's own pulls times what is believed of it then.

    `above` [v]: spreads above the point where the tag applies; `likeness` [v, v]: scalar products of what the
    direction sees.
    """
    counted = _counted(likeness)
    common = _OFFSET**2 + _SLOPE**2 * np.outer(above, above)
    kernels = np.stack([common + model.reach**2 * likeness for model in _MODELS])
    noise = np.array([[model.noise] for model in _MODELS])
    pulls, evidence = _fit(STEEPNESS * above, kernels, np.where(right, 1.0, -1.0), counted, noise)
    belief = np.array([model.weight for model in _MODELS]) * np.exp(evidence - evidence.max())
    mixed: Floats = pulls * (belief / belief.sum())[:, None]
    return mixed


def _counted(likeness: Floats) -> Floats:
    """How much each verdict counts, [v]: those on the same recording, saved several times, as one together."""
    squares = np.diag(likeness)
    same = squares[:, None] + squares - 2 * likeness < _SAME
    counted: Floats = 1 / same.sum(axis=1)
    return counted


def _fit(prior: Floats, kernels: Floats, said: Floats, counted: Floats, noise: Floats) -> tuple[Floats, Floats]:
    """The pulls [m, v] at the mode of each of m models, and the logarithm of each one's evidence [m].

    `prior` [v]: what the prompts say, in nats; `kernels` [m, v, v]; `said` [v]: 1 or -1; `noise` [m, 1].
    """
    identity = np.eye(len(prior))
    line = np.repeat(prior[None], len(kernels), axis=0)
    for step in range(_MOST_ROUNDS):
        likely = _logistic(line)
        meant = _logistic(said * line)
        trusted = (1 - noise) * meant / ((1 - noise) * meant + noise * (1 - meant))
        target = np.where(said > 0, trusted, 1 - trusted)
        curvature = counted * np.maximum(likely * (1 - likely), _LEAST_CURVATURE)
        root = np.sqrt(curvature)
        system = identity + root[:, :, None] * kernels * root[:, None, :]
        wanted = curvature * (line - prior) + counted * (target - likely)
        seen = root * np.einsum("mij,mj->mi", kernels, wanted)
        pulls = wanted - root * np.linalg.solve(system, seen[:, :, None])[:, :, 0]
        there = prior + np.einsum("mij,mj->mi", kernels, pulls)
        far = np.abs(there - line).max()
        line = (line + there) / 2 if step < _HALF_STEPS else there
        if far < _CLOSE:
            break
    meant = _logistic(said * line)
    fits = (counted * np.log((1 - noise) * meant + noise * (1 - meant))).sum(axis=1)
    evidence = fits - ((line - prior) * pulls).sum(axis=1) / 2 - np.linalg.slogdet(system)[1] / 2
    return pulls, evidence


def _logistic(line: Floats) -> Floats:
    result: Floats = 1 / (1 + np.exp(-np.clip(line, -_EXTREME, _EXTREME)))
    return result
