"""How well scores agree with labels that are known: what `earmark evaluate` reports, as plain numbers.

Rows are sounds, columns are labels; a score says how well a label's text fits a sound, and only the order counts.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.vector_index import Vectors

Flags = NDArray[np.bool_]

RANKS: Final = (1, 5, 10)
"""The k of recall at k."""
DEEPEST: Final = 10
"""Average precision of retrieval looks at so many places."""
_95_PERCENT: Final = 1.959963984540054
"""Quantile .975 of the normal distribution."""
LEAST_RESAMPLED: Final = 5
"""Sounds: of fewer, sets drawn anew are so alike that their interval would be far too narrow."""
_RESAMPLES: Final = 200
_SEED: Final = 20_26


@dataclass(frozen=True, slots=True)
class Truth:
    """Which labels are right for which sounds."""

    labels: tuple[str, ...]
    holds: Flags
    """[n, l]; each row has at least one."""

    def __post_init__(self) -> None:
        if self.holds.shape[1:] != (len(self.labels),) or not self.holds.any(axis=1).all():
            raise ValueError("each sound needs one of the labels at least")

    @property
    def is_single(self) -> bool:
        """Whether each sound has exactly one label."""
        return bool((self.holds.sum(axis=1) == 1).all())


@dataclass(frozen=True, slots=True)
class Share:
    """A share of something with the interval that holds its true value in 95 of 100 cases; its ends are NaN where too
    little is known for one.
    """

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class LabelFigures:
    """How one label fares."""

    label: str
    sounds: int
    precision: float
    """Of the sounds for which this label came first, those that have it; NaN when it never came first."""
    recall: float
    """Of the sounds that have it, those for which it came first; NaN when none has it."""
    average_precision: float
    """Of all sounds in the order of this label's score; NaN when none has it."""


@dataclass(frozen=True, slots=True)
class Retrieval:
    """How well one side finds the other."""

    recall: dict[int, float]
    """By k of `RANKS`: how often something right is among the first k."""
    average_precision: float
    """Mean over all queries of the average precision of the first `DEEPEST`."""


@dataclass(frozen=True, slots=True)
class Confusion:
    """Sounds of one label for which another one came first."""

    label: str
    taken_for: str
    sounds: int


@dataclass(frozen=True, slots=True)
class Figures:
    """Everything that is said about one way to score."""

    accuracy: Share
    """Of the sounds, those for which a right label came first."""
    mean_average_precision: float
    """Over the labels that any sound has."""
    labels: tuple[LabelFigures, ...]
    matrix: NDArray[np.intp]
    """[l, l]: sounds with the row's label alone for which the column's came first."""
    text_to_sound: Retrieval
    sound_to_text: Retrieval
    right: Flags
    """[n]: whether a right label came first."""
    first: NDArray[np.intp]
    """[n]: the label that came first."""
    lead: Vectors
    """[n]: by how much the first label's score is above that of the best right one (0 or more where it is wrong), or
    above that of the best wrong one (where it is right)."""

    def confusions(self, labels: Sequence[str]) -> list[Confusion]:
        """Pairs of labels that are taken for each other, the most frequent first."""
        found = [
            Confusion(labels[row], labels[column], int(self.matrix[row, column]))
            for row, column in zip(*np.nonzero(self.matrix), strict=True)
            if row != column
        ]
        return sorted(found, key=lambda pair: (-pair.sounds, pair.label, pair.taken_for))


def figures(scores: Vectors, truth: Truth) -> Figures:
    """Compare scores [n, l] with the truth; n and l at least 1. A label whose score is minus infinity never fits."""
    first = scores.argmax(axis=1)
    rows = np.arange(len(scores))
    right = truth.holds[rows, first]
    per_label = _average_precisions(scores, truth.holds)
    return Figures(
        accuracy=share(int(right.sum()), len(right)),
        mean_average_precision=float(np.nanmean(per_label)),
        labels=_label_figures(first, right, per_label, truth),
        matrix=_matrix(first, truth),
        text_to_sound=_retrieval(scores.T, truth.holds.T),
        sound_to_text=_retrieval(scores, truth.holds),
        right=right,
        first=first,
        lead=_lead(scores, truth.holds, right),
    )


def share(right: int, total: int) -> Share:
    """A share with its interval after Wilson (1927), which also holds near 0 and 1 and for few sounds."""
    if not total:
        return Share(math.nan, 0.0, 1.0)
    z, p = _95_PERCENT, right / total
    middle = (p + z * z / (2 * total)) / (1 + z * z / total)
    half = z / (1 + z * z / total) * math.sqrt(p * (1 - p) / total + z * z / (4 * total * total))
    return Share(p, min(p, max(0.0, middle - half)), max(p, min(1.0, middle + half)))


def mean_average_precision(scores: Vectors, truth: Truth) -> Share:
    """With an interval between the quantiles of sets drawn anew from the same sounds (bootstrap).

    A drawn set has sounds twice, which makes its average precision a little higher; the interval is moved back by that.
    Of less than `LEAST_RESAMPLED` sounds there is none.
    """
    value = float(np.nanmean(_average_precisions(scores, truth.holds)))
    if len(scores) < LEAST_RESAMPLED:
        return Share(value, math.nan, math.nan)
    order = np.argsort(-scores, axis=0, kind="stable")
    relevant = np.take_along_axis(truth.holds, order, axis=0)
    chance, length = np.random.default_rng(_SEED), len(scores)
    drawn = []
    for _ in range(_RESAMPLES):
        times = np.bincount(chance.integers(length, size=length), minlength=length)
        drawn.append(_mean_of_drawn(times, order, relevant))
    low, high = np.nanquantile(drawn, (0.025, 0.975)) - (np.nanmean(drawn) - value)
    return Share(value, max(0.0, float(low)), min(1.0, float(high)))


def paired_difference(some: Flags, other: Flags) -> float:
    """How probable a difference as large as this is where two ways are equally good, 0..1: McNemar's exact test (1947).

    `some`, `other` [n]: which of the same sounds each got right.
    """
    gained, lost = int((some & ~other).sum()), int((other & ~some).sum())
    differing = gained + lost
    if not differing:
        return 1.0
    tail = sum(math.comb(differing, count) for count in range(min(gained, lost) + 1))
    return min(1.0, float(2 * tail / 2**differing) if differing < 1_000 else _normal_tail(gained, lost))


def average_precision(scores: Vectors, relevant: Flags) -> float:
    """The mean, over what is relevant, of the precision down to it in the order of the scores [n]; NaN for none."""
    ordered = relevant[np.argsort(-scores, kind="stable")]
    places = np.flatnonzero(ordered)
    return float(np.mean(np.arange(1, len(places) + 1) / (places + 1))) if len(places) else math.nan


def _average_precisions(scores: Vectors, holds: Flags) -> NDArray[np.float64]:
    """[l]; NaN for labels that no sound has."""
    return np.array([average_precision(scores[:, column], holds[:, column]) for column in range(scores.shape[1])])


def _mean_of_drawn(times: NDArray[np.intp], order: NDArray[np.intp], relevant: Flags) -> float:
    """Mean average precision of a set that has each sound so many times [n], in each label's order [n, l]."""
    total = 0.0
    labels = 0
    for column in range(order.shape[1]):
        drawn = times[order[:, column]]
        right = relevant[:, column]
        hits = drawn[right]
        if hits.sum():
            precision = hits.cumsum() / np.maximum(drawn.cumsum()[right], 1)
            total += float((hits * precision).sum() / hits.sum())
            labels += 1
    return total / labels if labels else math.nan


def _label_figures(
    first: NDArray[np.intp], right: Flags, per_label: NDArray[np.float64], truth: Truth
) -> tuple[LabelFigures, ...]:
    having, chosen = truth.holds.sum(axis=0), np.bincount(first, minlength=len(truth.labels))
    hits = np.bincount(first[right], minlength=len(truth.labels))
    return tuple(
        LabelFigures(
            label,
            int(having[column]),
            float(hits[column] / chosen[column]) if chosen[column] else math.nan,
            float(hits[column] / having[column]) if having[column] else math.nan,
            float(per_label[column]),
        )
        for column, label in enumerate(truth.labels)
    )


def _matrix(first: NDArray[np.intp], truth: Truth) -> NDArray[np.intp]:
    matrix = np.zeros((len(truth.labels), len(truth.labels)), dtype=np.intp)
    alone = truth.holds.sum(axis=1) == 1
    np.add.at(matrix, (truth.holds[alone].argmax(axis=1), first[alone]), 1)
    return matrix


def _retrieval(scores: Vectors, relevant: Flags) -> Retrieval:
    """Each row asks, each column can be found; rows for which nothing is relevant ask nothing."""
    asking = relevant.any(axis=1)
    order = np.argsort(-scores[asking], axis=1, kind="stable")[:, : max(DEEPEST, *RANKS)]
    found = np.take_along_axis(relevant[asking], order, axis=1)
    recall = {k: float(found[:, :k].any(axis=1).mean()) for k in RANKS}
    deep = found[:, :DEEPEST]
    precision = deep.cumsum(axis=1) / np.arange(1, deep.shape[1] + 1)
    possible = np.minimum(relevant[asking].sum(axis=1), DEEPEST)
    return Retrieval(recall, float(((precision * deep).sum(axis=1) / possible).mean()))


def _lead(scores: Vectors, holds: Flags, right: Flags) -> Vectors:
    best_right = np.where(holds, scores, -np.inf).max(axis=1)
    best_wrong = np.where(holds, -np.inf, scores).max(axis=1)
    result: Vectors = np.where(right, best_right - best_wrong, best_wrong - best_right).astype(np.float32)
    return result


def _normal_tail(gained: int, lost: int) -> float:
    """The same probability by the normal distribution, with the correction for continuity (Edwards, 1948)."""
    z = max(0.0, abs(gained - lost) - 1) / math.sqrt(gained + lost)
    return math.erfc(z / math.sqrt(2))
