"""How evenly the shipped tags are wrong: one that is put on far more wrong sounds than the rest spoils a library.

At the limits at which the app gives tags, most are put on no wrong sound at all among the clips to judge by, so that
a ratio to the median says nothing there. Therefore the same is told at one common limit, lower, at which the mean tag
is put on one wrong sound in a hundred.
"""

import math

import numpy as np
from numpy.typing import NDArray

from evaluation.intervals import Figure
from evaluation.metrics import decisions

COMMON_RATE = 0.01
"""Share of the wrong sounds that the mean tag is put on at the common limit."""
WITHIN = 5.0
"""How many times the median a tag's rate may be, or the median its rate."""

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


def _shares(where: str, rates: NDArray[np.float64]) -> dict[str, Figure]:
    median = float(np.median(rates))
    highest = float(rates.max())
    even = np.mean((rates <= WITHIN * median) & (rates * WITHIN >= median)) if median else math.nan
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
