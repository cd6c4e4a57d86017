"""How well a tag agrees with what a person said of it, as its prompts make it and as it learned, as plain numbers.

A tag that learned from verdicts must not be tried on the same ones: it is learned anew without each fifth of them, and
tried on that fifth. Recordings that are the same, saved several times, stay together, else the tag would know the
answer.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.calibration import calibrate_standing
from desktop_app.core.evaluation import DEEPEST, RANKS, Flags, Retrieval, average_precision
from desktop_app.core.learning import Surroundings, learn
from desktop_app.core.vector_index import Vectors

FOLDS: Final = 5
LEAST_OF_EACH: Final = 3
"""Different recordings that a tag must be right for, and as many that it is wrong for: with fewer there is nothing to
tell apart."""
_SAME: Final = 1e-3
"""Squared distance, in parts of that of sounds at large from their mean, below which two sounds are one recording."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """What a tag says of sounds that were judged."""

    standings: Vectors
    """[v], spreads above what is usual for the tag."""
    applies: Flags
    """[v]"""


@dataclass(frozen=True, slots=True)
class VerdictFigures:
    """How well the one goes with the other."""

    average_precision: float
    precision: float
    """Of the sounds that the tag applies to, those that have it; NaN when it applies to none."""
    recall: float
    """Of the sounds that have it, those that it applies to."""


@dataclass(frozen=True, slots=True)
class TriedTag:
    """A tag by its prompts alone, and as it learned from verdicts on other sounds."""

    right: Flags
    """[v]: what the person said."""
    prompted: Decisions
    learned: Decisions
    folds: int


def decide(standings: Vectors, threshold: float) -> Decisions:
    """What a tag with this calibrated threshold says of sounds that stand so high [v]."""
    return Decisions(standings, calibrate_standing(standings) >= np.float32(threshold))


def verdict_figures(decisions: Decisions, right: Flags) -> VerdictFigures:
    """Compare with what was said [v]."""
    hits, applied, having = int((decisions.applies & right).sum()), int(decisions.applies.sum()), int(right.sum())
    return VerdictFigures(
        average_precision(decisions.standings, right),
        hits / applied if applied else math.nan,
        hits / having if having else math.nan,
    )


def folds_of(standings: Vectors, right: Flags, recordings: NDArray[np.intp]) -> NDArray[np.intp] | None:
    """Which fold each verdict [v] belongs to; None where too few different recordings were judged.

    `recordings` [v]: equal numbers are one recording. They are dealt out in the order of their standing, those that are
    right and those that are not apart, so that each fold is like the whole, and the same each time.
    """
    numbers, firsts = np.unique(recordings, return_index=True)
    least = min(int(right[firsts].sum()), int((~right[firsts]).sum()))
    if least < LEAST_OF_EACH:
        return None
    folds = min(FOLDS, least)
    dealt = np.empty(int(numbers[-1]) + 1, dtype=np.intp)
    for side in (True, False):
        chosen = firsts[right[firsts] == side]
        order = chosen[np.argsort(-standings[chosen], kind="stable")]
        dealt[recordings[order]] = np.arange(len(order)) % folds
    result: NDArray[np.intp] = dealt[recordings]
    return result


def recordings_of(heard: Vectors, around: Surroundings) -> NDArray[np.intp]:
    """A number for each sound [v, d], the same for those that are one recording saved several times."""
    inside = (heard - around.mean) / max(around.scale, 1e-12)
    squares = (inside**2).sum(axis=1)
    same = squares[:, None] + squares - 2 * inside @ inside.T < _SAME
    numbers: NDArray[np.intp] = np.arange(len(heard))
    for place in range(len(heard)):
        numbers[place] = numbers[same[place].argmax()]  # the first that it is like, perhaps itself
    return numbers


def try_tag(
    vector: Vectors,
    usual: float,
    spread: float,
    threshold: float,
    around: Surroundings,
    heard: Vectors,
    right: Flags,
    *,
    learns: bool,
) -> TriedTag | None:
    """Try a tag, by its prompts `vector` [d] with this background, on sounds [v, d] that it was said to be `right` for
    [v], or not; None where too few were judged.
    """
    standings = ((heard @ vector - usual) / max(spread, 1e-12)).astype(np.float32)
    folds = folds_of(standings, right, recordings_of(heard, around))
    if folds is None:
        return None
    held_out = standings.copy()
    for fold in range(int(folds.max()) + 1) if learns else ():
        tried = folds == fold
        learned = learn(vector, usual, spread, around, heard[~tried], right[~tried])
        held_out[tried] = (heard[tried] @ learned.vector - learned.usual) / max(spread, 1e-12)
    prompted, learned_decisions = decide(standings, threshold), decide(held_out, threshold)
    return TriedTag(right, prompted, learned_decisions, int(folds.max()) + 1 if learns else 0)


def together(tags: Sequence[tuple[Decisions, Flags]]) -> tuple[VerdictFigures, Flags]:
    """Figures over several tags, and which of all their verdicts each decision agrees with.

    The mean of their average precisions; precision and recall over all verdicts at once.
    """
    applies = np.concatenate([decisions.applies for decisions, _ in tags])
    right = np.concatenate([said for _, said in tags])
    pooled = verdict_figures(Decisions(applies.astype(np.float32), applies), right)
    precisions = [average_precision(decisions.standings, said) for decisions, said in tags]
    return VerdictFigures(float(np.mean(precisions)), pooled.precision, pooled.recall), applies == right


def found_by(tags: Sequence[tuple[Decisions, Flags]]) -> Retrieval:
    """How well tags find the sounds that have them among those that were judged; each has one at least."""
    hits = [said[np.argsort(-decisions.standings, kind="stable")] for decisions, said in tags]
    recall = {k: float(np.mean([bool(each[:k].any()) for each in hits])) for k in RANKS}
    precisions = []
    for each in hits:
        deep = each[:DEEPEST]
        precision = deep.cumsum() / np.arange(1, len(deep) + 1)
        precisions.append(float((precision * deep).sum() / min(int(each.sum()), DEEPEST)))
    return Retrieval(recall, float(np.mean(precisions)))
