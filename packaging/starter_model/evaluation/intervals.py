"""Figures with their 95 % intervals, by drawing whole groups of clips again and again.

Two takes of one dog are not two witnesses, so what is drawn is groups, not clips (a cluster bootstrap): as many groups
as there are, with replacement, a thousand times, from a fixed seed. Each drawing gives every clip a weight (how often
its group was drawn); a figure is worked out anew with those weights, and the interval is what lies between the 2.5th
and the 97.5th percentile. What a sound or a caption is looked for among stays the same: only the queries are drawn.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

RESAMPLES = 1000
SEED = 20
_PERCENTILES = (2.5, 97.5)

Weights = NDArray[np.float32]
"""[resamples, items]: how often each item counts in each drawing."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A measured number, its 95 % interval, and how many queries (or tags) it is the mean of."""

    value: float
    low: float
    high: float
    n: int


def clip_weights(groups: Sequence[str], *, resamples: int = RESAMPLES, seed: int = SEED) -> Weights:
    """[resamples, clips]: the clips of a group have the same weight. Raises ValueError without clips."""
    if not groups:
        raise ValueError("There are no clips to draw from.")
    names, group_of_clip = np.unique(np.asarray(groups), return_inverse=True)
    generator = np.random.default_rng(seed)
    draws = generator.multinomial(len(names), np.full(len(names), 1 / len(names)), size=resamples)
    return np.asarray(draws[:, group_of_clip], np.float32)


def carried_weights(weights: Weights, carried: NDArray[np.bool_]) -> Weights:
    """[resamples, captions] from the clips' weights and [clips, captions]: the mean weight of the clips that carry it.

    A caption that no clip carries weighs nothing.
    """
    share = carried / np.maximum(carried.sum(0), 1)
    return np.asarray(weights @ share.astype(np.float32), np.float32)


def mean_figure(values: NDArray[np.floating], weights: Weights) -> Figure:
    """The mean of `values` [items] that are not NaN; all NaN (or none at all) gives NaN with n 0."""
    known = ~np.isnan(values)
    return ratio_figure(np.where(known, values, 0.0), known.astype(np.float64), weights)


def ratio_figure(numerators: NDArray[np.floating], denominators: NDArray[np.floating], weights: Weights) -> Figure:
    """Sum of numerators over sum of denominators, both [items]; n is the sum of the denominators."""
    total = float(denominators.sum())
    if total == 0:
        return Figure(np.nan, np.nan, np.nan, 0)
    above, below = weights @ numerators.astype(np.float64), weights @ denominators.astype(np.float64)
    return _figure(float(numerators.sum()) / total, above[below > 0] / below[below > 0], round(total))


def macro_figure(values: NDArray[np.floating], members: NDArray[np.bool_], weights: Weights) -> Figure:
    """The mean over the tags of each tag's mean of `values` over its own items, so that a common tag counts no more
    than a rare one.

    `values` is [items], or [items, tags] where an item's value depends on the tag; `members` [items, tags] says whose
    items they are. NaN values are left out, and a tag without items counts in no mean; n is the number of tags. In a
    drawing a tag counts as much as its items do on the average: were it to count in full as soon as one of them was
    drawn, tags with many items, which are the easier ones, would be drawn more often than they should.
    """
    table = np.broadcast_to(values[:, None] if values.ndim == 1 else values, members.shape)
    known = members & ~np.isnan(table)
    share = known / np.maximum(known.sum(0), 1)
    return ratio_figure((share * np.where(known, table, 0.0)).sum(1), share.sum(1), weights)


def _figure(value: float, drawn: NDArray[np.floating], n: int) -> Figure:
    low, high = np.percentile(drawn, _PERCENTILES) if len(drawn) else (np.nan, np.nan)
    return Figure(value, float(low), float(high), n)
