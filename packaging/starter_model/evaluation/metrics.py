"""How good a way to hear and read is, in numbers: pure functions of scores and of what is right, on numpy alone.

Scores are [queries, candidates], higher is better; what is right is a bool array of the same shape. Where a right and
a wrong candidate score the same, the wrong one is put first, so that an embedder which tells nothing apart gains
nothing by it.

Functions return one value a query (NaN where there is nothing to find), so that the same values can be averaged over
any part of the queries; `intervals.py` turns them into figures.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]
Flags = NDArray[np.bool_]

NEAR_A_CLASS = 0.75
"""Cosine to the nearest class phrase from which on a caption counts as near: there the text side knows the word."""


def average_precisions(scores: Floats, right: Flags) -> NDArray[np.float64]:
    """[queries]: the mean, over the right candidates, of the share of right ones among those up to it.

    AP = 1/R * sum over the ranks r of right candidates of (right ones among the first r) / r.
    """
    _check_shapes(scores, right)
    return np.array([_average_precision(_places(*row)) for row in zip(scores, right, strict=True)])


def precisions_at(scores: Floats, right: Flags, count: int) -> NDArray[np.float64]:
    """[queries]: the share of right ones among the first `count` candidates; NaN where fewer than that are right.

    A query with three right candidates cannot reach more than .3 at ten, which would say nothing of the order.
    """
    _check_shapes(scores, right)
    asked = right.sum(-1) >= count
    shares = np.full(len(right), np.nan)
    rows = zip(scores[asked], right[asked], strict=True)
    shares[asked] = [(_places(*row) <= count).sum() / count for row in rows]
    return shares


def best_ranks(scores: Floats, right: Flags) -> NDArray[np.float64]:
    """[queries]: how many wrong candidates stand before the best right one; 0 is a hit at one, below k a hit at k."""
    _check_shapes(scores, right)
    best = np.where(right, scores, -np.inf).max(-1, keepdims=True)
    return np.where(right.any(-1), (~right & (scores >= best)).sum(-1), np.nan)


def hits_at(ranks: Floats, count: int) -> NDArray[np.float64]:
    """1 where the rank is below `count`, 0 where not, NaN where the rank is NaN; any shape."""
    return np.where(np.isnan(ranks), np.nan, ranks < count)


def pair_ranks(scores: Floats, right: Flags) -> NDArray[np.float64]:
    """[queries, candidates]: for each right pair how many wrong candidates stand before it; NaN for wrong pairs.

    The other right candidates of the same query are not counted: they do not stand in its way.
    """
    _check_shapes(scores, right)
    ranks = np.full(scores.shape, np.nan)
    for row in np.flatnonzero(right.any(-1)):
        ranks[row, right[row]] = _wrong_before(scores[row], right[row])
    return ranks


@dataclass(frozen=True, slots=True)
class Decisions:
    """How often each tag was given where it is right and where it is wrong; arrays of shape [tags]."""

    right: NDArray[np.int64]
    """Given and right."""
    wrong: NDArray[np.int64]
    """Given and wrong."""
    missed: NDArray[np.int64]
    """Right and not given."""
    left_out: NDArray[np.int64]
    """Wrong and not given."""

    @property
    def precision(self) -> NDArray[np.float64]:
        """Of the times it was given, the share that is right; NaN if it was never given."""
        return _divided(self.right, self.right + self.wrong)

    @property
    def recall(self) -> NDArray[np.float64]:
        """Of the times it is right, the share where it was given; NaN if it is never right."""
        return _divided(self.right, self.right + self.missed)

    @property
    def false_positive_rate(self) -> NDArray[np.float64]:
        """Of the times it is wrong, the share where it was given; NaN if it is never wrong."""
        return _divided(self.wrong, self.wrong + self.left_out)


def decisions(given: Flags, right: Flags, judged: Flags | None = None) -> Decisions:
    """Count [sounds, tags]: `given` by the embedder, `right` in truth; only where `judged`, or everywhere if None."""
    _check_shapes(given, right)
    judged = np.ones_like(right) if judged is None else judged
    return Decisions(
        right=(judged & given & right).sum(0),
        wrong=(judged & given & ~right).sum(0),
        missed=(judged & ~given & right).sum(0),
        left_out=(judged & ~given & ~right).sum(0),
    )


def nearest_cosines(meanings: Floats, phrases: Floats) -> NDArray[np.float64]:
    """[texts]: the cosine of each text's meaning [texts, d] to the nearest of the phrases' [phrases, d]."""
    lengths = np.linalg.norm(meanings, axis=1)[:, None] * np.linalg.norm(phrases, axis=1)[None]
    products = np.asarray(meanings, np.float64) @ np.asarray(phrases, np.float64).T
    cosines: NDArray[np.float64] = np.divide(products, lengths, out=np.zeros_like(products), where=lengths > 0)
    return np.asarray(cosines.max(1))


def captions_of(clips: Sequence[Sequence[str]]) -> tuple[list[str], Flags]:
    """The distinct captions in alphabetical order, and [clips, captions]: which clip carries which."""
    captions = sorted({caption for clip in clips for caption in clip})
    column = {caption: index for index, caption in enumerate(captions)}
    carried = np.zeros((len(clips), len(captions)), dtype=bool)
    for row, clip in enumerate(clips):
        carried[row, [column[caption] for caption in clip]] = True
    return captions, carried


def _wrong_before(scores: Floats, right: Flags) -> NDArray[np.intp]:
    """[right candidates] of one query [candidates]: how many wrong ones score as much or more."""
    wrong = np.sort(scores[~right])
    return np.asarray(len(wrong) - np.searchsorted(wrong, scores[right], side="left"))


def _places(scores: Floats, right: Flags) -> NDArray[np.intp]:
    """The places of one query's right candidates in the order of the scores, ascending from 1."""
    return np.asarray(np.sort(_wrong_before(scores, right)) + np.arange(1, right.sum() + 1))


def _average_precision(places: NDArray[np.intp]) -> float:
    return float((np.arange(1, len(places) + 1) / places).mean()) if len(places) else np.nan


def _divided(numerator: NDArray[np.generic], denominator: NDArray[np.generic]) -> NDArray[np.float64]:
    above, below = np.asarray(numerator, np.float64), np.asarray(denominator, np.float64)
    quotient: NDArray[np.float64] = np.divide(above, below, out=np.full(above.shape, np.nan), where=below > 0)
    return quotient


def _check_shapes(one: NDArray[np.generic], other: NDArray[np.generic]) -> None:
    if one.ndim != 2 or one.shape != other.shape:
        raise ValueError(f"Two tables of one shape are needed, not {one.shape} and {other.shape}.")
