"""How evenly the shipped tags are wrong: one that is put on far more wrong sounds than the rest spoils a library.

At the limits at which the app gives tags, most are put on no wrong sound at all among the clips to judge by, so that
a ratio to the median says nothing there. Therefore the same is told at one common limit, lower, at which the mean tag
is put on one wrong sound in a hundred.

Chance alone sets tags apart, as one in a hundred is some twenty sounds. How far, is told as well: each tag gets a limit
of its own, at which it is put on one wrong sound in a hundred, and other groups of sounds are drawn.
"""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from evaluation.intervals import Figure, clip_weights
from evaluation.metrics import decisions

COMMON_RATE = 0.01
"""Share of the wrong sounds that the mean tag is put on at the common limit."""
WITHIN = 5.0
"""How many times the median a tag's rate may be, or the median its rate."""

_DRAWINGS = 200

Flags = NDArray[np.bool_]


def spread_of_rates(given: Flags, scores: NDArray[np.floating], right: Flags, judged: Flags) -> dict[str, Figure]:
    """False positive rates of the tags as given and at the common limit; all [clips, tags].

    `scores` must be comparable between tags. Tags that are wrong of no clip are left out. The figures have no
    intervals; n is the number of tags.
    """
    wrong = judged & ~right
    tags = wrong.any(0)
    if not tags.any():
        return {}
    given, right, judged, wrong = (flags[:, tags] for flags in (given, right, judged, wrong))
    scores = scores[:, tags]
    as_given = decisions(given, right, judged).false_positive_rate
    common = decisions(scores >= common_limit(scores, wrong), right, judged).false_positive_rate
    percent = f"{COMMON_RATE:.0%}".replace("%", " %")
    return _shares("as the app gives tags", as_given) | _shares(f"where {percent} are wrong", common)


def common_limit(scores: NDArray[np.floating], wrong: Flags) -> float:
    """The highest score at which the mean over the tags of their false positive rates is at least `COMMON_RATE`.

    `wrong` [clips, tags] says which clips a tag is wrong of; each tag must have one.
    """
    weights = (wrong / wrong.sum(0) / wrong.shape[1])[wrong]
    known = scores[wrong]
    order = np.argsort(-known, kind="stable")
    enough = int(np.searchsorted(np.cumsum(weights[order]), COMMON_RATE * (1 - 1e-9)))
    return float(known[order[min(enough, len(order) - 1)]])


def chance_alone(scores: NDArray[np.floating], right: Flags, judged: Flags, groups: Sequence[str]) -> dict[str, Figure]:
    """What the figures at the common limit would be if all tags were wrong equally often; arguments as above.

    `groups` [clips] says which clips belong together: those are drawn as one. The values are means over the drawings,
    with intervals. Tags that are wrong of no clip are left out.
    """
    wrong = judged & ~right
    tags = wrong.any(0)
    if not tags.any():
        return {}
    wrong, scores = wrong[:, tags], scores[:, tags]
    limits = np.nanquantile(np.where(wrong, scores, np.nan), 1 - COMMON_RATE, axis=0, method="inverted_cdf")
    weights = clip_weights(groups, resamples=_DRAWINGS).astype(np.float64)
    counts = weights @ wrong
    rates = np.divide(weights @ (wrong & (scores > limits)), counts, out=np.zeros_like(counts), where=counts > 0)
    rates = rates[np.median(rates, axis=1) > 0]
    median = np.median(rates, axis=1, keepdims=True)
    drawn = {
        "highest over median": rates.max(1) / median[:, 0],
        "tags within 5 times the median": _within(rates, median).mean(1),
    }
    return {f"if all were equal, {name}": _of_drawings(values, int(tags.sum())) for name, values in drawn.items()}


def _within(rates: NDArray[np.float64], median: NDArray[np.float64] | float) -> Flags:
    """Whether a tag's rate is at most `WITHIN` times the median, and the median at most so many times the rate."""
    within: Flags = (rates <= WITHIN * median) & (rates * WITHIN >= median)
    return within


def _of_drawings(values: NDArray[np.float64], tags: int) -> Figure:
    if not len(values):
        return Figure(math.nan, math.nan, math.nan, tags)
    low, high = np.percentile(values, (2.5, 97.5))
    return Figure(float(values.mean()), float(low), float(high), tags)


def _shares(where: str, rates: NDArray[np.float64]) -> dict[str, Figure]:
    median = float(np.median(rates))
    highest = float(rates.max())
    even = _within(rates, median).mean() if median else math.nan
    found = {
        "mean of tags": float(rates.mean()),
        "median of tags": median,
        "exceeded by 5 % of tags": float(np.quantile(rates, 0.95)),
        "highest": highest,
        "tags without any": float(np.mean(rates == 0)),
        "highest over median": highest / median if median else math.nan,
        "tags within 5 times the median": float(even),
    }
    return {f"{where}, {name}": Figure(value, math.nan, math.nan, len(rates)) for name, value in found.items()}
