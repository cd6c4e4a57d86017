"""Everything that was heard of the library, whole sounds and the windows of long ones, measured together.

A long sound counts as much as the better of the two: itself as a whole, or its best window. The best of many windows is
likely to be good by chance, so something is taken off it that grows with their number.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.moment import Seconds
from desktop_app.core.vector_index import Rows, Vectors, likeness
from desktop_app.engine.searching.embedded_library import Snapshot
from desktop_app.engine.searching.moments import MomentIndex, Windows

CHANCE: Final = 0.25
"""Share taken off of what the best of n windows would reach by chance: sqrt(2 ln n) spreads, if they were independent
and normal. By `tests/benchmarks/moments_quality.py` the right one of 32 long sounds stands 4.5th (14th without moments,
where 16 is chance), 4th with nothing taken off, 5th with 0.4, 9th with 1; what the right short sounds lose to long ones
is 0.004 of a mean of 1 / rank of 0.811, 0.062 with nothing taken off, and no more than 0.001 from 0.4 on."""


@dataclass(frozen=True, slots=True, eq=False)
class Best:
    """Each sound's best value, and when it is reached. m embeddings."""

    values: Vectors
    """[m]"""
    starts: Seconds
    """[m] seconds, where the best window begins; NaN for a sound without windows."""
    ends: Seconds
    """[m] seconds."""


@dataclass(frozen=True, slots=True, eq=False)
class Stretches:
    """m embeddings of whole sounds, and n windows of k of them."""

    matrix: Vectors
    """[m, d]"""
    windows: Windows
    rows: Rows
    """[k] the row in `matrix` of each content that has windows; -1 for one that counts no more."""

    def scores(self, question: Vectors) -> Vectors:
        """Dot products [m + n] with a question [d]. Raises LibraryError."""
        return self._joined(self.matrix @ question, self.windows.scores(question) if len(self.windows) else None)

    def likeness(self, example: Vectors) -> Vectors:
        """Cosines [m + n] with an example [d]. Raises LibraryError."""
        return self._joined(
            likeness(self.matrix, example), self.windows.likeness(example) if len(self.windows) else None
        )

    def best(self, values: Vectors) -> Best:
        """From values [m + n] of all stretches to those of the sounds."""
        count = len(self.matrix)
        whole, parts = values[:count].copy(), values[count:]
        starts, ends = np.full(count, np.nan), np.full(count, np.nan)
        if not len(parts):
            return Best(whole, starts, ends)
        counts = np.diff(self.windows.first)
        highest = np.maximum.reduceat(parts, self.windows.first[:-1])
        corrected = highest - CHANCE * _spread(whole) * np.sqrt(2 * np.log(counts))
        known = self.rows >= 0
        rows = self.rows[known]
        whole[rows] = np.maximum(whole[rows], corrected[known])
        at = _first_of_each(parts == np.repeat(highest, counts), counts)[known]
        starts[rows] = self.windows.starts[at]
        ends[rows] = starts[rows] + self.windows.seconds[known]
        return Best(whole, starts, ends)

    @staticmethod
    def _joined(whole: Vectors, parts: Vectors | None) -> Vectors:
        return whole if parts is None else np.concatenate([whole, parts])


class StretchIndex:
    """Brings the library's snapshot and the windows together. May be used on any thread."""

    def __init__(self, moments: MomentIndex) -> None:
        self._moments = moments
        self._last: tuple[Snapshot, Stretches] | None = None

    def of(self, snapshot: Snapshot) -> Stretches:
        """Everything that was heard of the sounds of a snapshot. Raises LibraryError."""
        windows = self._moments.windows()
        last = self._last
        if last is not None and last[0] is snapshot and last[1].windows is windows:
            return last[1]
        stretches = Stretches(snapshot.matrix, windows, _rows(snapshot, windows))
        self._last = snapshot, stretches
        return stretches


def _rows(snapshot: Snapshot, windows: Windows) -> Rows:
    """The row of each content that has windows; of one that was heard again, the later windows count."""
    places = snapshot.positions_of(windows.contents) if windows.contents else ()
    row_of = {snapshot.content_ids[place]: int(snapshot.rows[place]) for place in places}
    rows = np.array([row_of.get(content, -1) for content in windows.contents], dtype=np.int64)
    latest = {content: number for number, content in enumerate(windows.contents)}
    again = [number for number, content in enumerate(windows.contents) if latest[content] != number]
    rows[again] = -1
    return rows


def _spread(values: Vectors) -> float:
    """Standard deviation of those that are finite; 0 when there are none."""
    finite = values[np.isfinite(values)]
    return float(finite.std()) if len(finite) else 0.0


def _first_of_each(chosen: NDArray[np.bool_], counts: Rows) -> Rows:
    """The first chosen place of each group, of which each has one at least; groups lie one after the other."""
    places = np.flatnonzero(chosen)
    _, first = np.unique(np.repeat(np.arange(len(counts)), counts)[places], return_index=True)
    found: Rows = places[first]
    return found
