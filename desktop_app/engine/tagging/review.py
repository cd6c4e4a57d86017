"""What a review of one tag works on: every sound's score, what was said of it, and which sounds are worth a word.

The sounds that a person's word helps most with are those that the tag is least sure of: the ones nearest to its
threshold, on either side. As the tag learns from each answer, so do the scores, and what comes next is what it is least
sure of by then. Of 20 verdicts on one half of the clips that `core/learning.py` names, asked for in this order (the tag
learning after each fifth), average precision on the other half rises by 0.044; from the highest downwards it is 0.043,
and where sounds near the threshold must also be unlike those that were judged 0.013.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.calibration import STEEPNESS
from desktop_app.core.vector_index import Vectors

Places = NDArray[np.int64]
Flags = NDArray[np.bool_]

REACH = 1.1
"""Spreads on either side of the threshold that count as near: from those that are rarely right to those that nearly
always are (see `STEEPNESS`)."""
FEWEST = 20
"""So many of the sounds nearest to the threshold are always looked at, however far away they are in a small library."""

_LEAST = np.float32(1e-6)
"""Scores are kept this far from 0 and 1, where the distance to the threshold would be without end."""


def candidates(scores: Vectors, threshold: float, judged: Flags) -> Places:
    """Places of the sounds that were not judged, of scores [n] in 0..1: those nearest to the threshold first.

    Near means in spreads above the usual (the scores' logistic curve undone), so that both sides are measured alike
    also where the threshold is close to 0 or 1. Of two equally near ones the higher comes first.
    """
    open_places = np.flatnonzero(~judged)
    distance = _distance(scores[open_places], threshold)
    return open_places[np.lexsort((-scores[open_places], distance))]


def near(scores: Vectors, threshold: float) -> Flags:
    """Which sounds of scores [n] are near the threshold, [n]: those within `REACH`, or the `FEWEST` nearest."""
    distance = _distance(scores, threshold)
    result: Flags = distance <= REACH
    if np.count_nonzero(result) < FEWEST:
        result[np.argsort(distance, kind="stable")[:FEWEST]] = True
    return result


def _distance(scores: Vectors, threshold: float) -> Vectors:
    """In spreads, [n]."""
    result: Vectors = np.abs(_in_spreads(scores) - _in_spreads(np.array([threshold], dtype=np.float32)))
    return result


def _in_spreads(scores: Vectors) -> Vectors:
    kept = np.clip(scores, _LEAST, 1 - _LEAST)
    result: Vectors = (np.log(kept / (1 - kept)) / STEEPNESS).astype(np.float32)
    return result


@dataclass(frozen=True, slots=True, eq=False)
class TagScores:
    """One tag over the library: present sounds that were heard, one for each content, best first."""

    sound_ids: NDArray[np.int64]
    """[n]"""
    scores: Vectors
    """[n], calibrated, 0..1, falling."""
    accepted: Flags
    """[n], a person said that the tag belongs there."""
    rejected: Flags
    """[n]"""
    copies: NDArray[np.int64]
    """[n], how many present sounds have this content; what is said of one is said of all."""
    unheard: int
    """Present sounds with the tag by a person's word alone, without a score."""

    @property
    def judged(self) -> Flags:
        """[n]"""
        return self.accepted | self.rejected

    def order(self, threshold: float) -> Places:
        """The sounds near the threshold that are still to be judged, nearest first; see `candidates` and `near`."""
        return candidates(self.scores, threshold, self.judged | ~near(self.scores, threshold))

    def place_of(self, sound_id: int) -> int | None:
        """Where a sound, listed itself and not as a copy of another, is among the n."""
        found = np.flatnonzero(self.sound_ids == sound_id)
        return int(found[0]) if len(found) else None

    def with_word(self, sound_id: int, *, accepted: bool) -> "TagScores":
        """The same when something has been said of one of the sounds."""
        here = self.sound_ids == sound_id
        yes, no = (self.accepted | here, self.rejected & ~here), (self.accepted & ~here, self.rejected | here)
        return replace(self, **dict(zip(("accepted", "rejected"), yes if accepted else no, strict=True)))

    def count_at(self, threshold: float) -> int:
        """How many sounds have the tag with this threshold, a person's words counted in."""
        having = self.accepted | ((self.scores >= np.float32(threshold)) & ~self.rejected)
        return int(self.copies[having].sum()) + self.unheard

    def above(self, threshold: float) -> int:
        """How many of the n scores reach the threshold: where the line lies in the list."""
        return int(np.count_nonzero(self.scores >= np.float32(threshold)))

    def histogram(self, bins: int) -> NDArray[np.int64]:
        """How many of the n scores lie in each of as many equal parts of 0..1, [bins]."""
        return np.histogram(self.scores, bins=bins, range=(0.0, 1.0))[0].astype(np.int64)
