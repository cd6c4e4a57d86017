"""Everything that is listed, and which of it is seen when copies of a sound are folded into its first one."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.moment import Moments
from desktop_app.core.vector_index import Rows

SoundIds = NDArray[np.int64]
Scores = NDArray[np.float32]
LabelsOf = Callable[[SoundIds], Rows]
"""Equal numbers for sounds that are copies of each other."""
_NONE = np.empty(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Folding:
    """The rows that are seen of a list."""

    places: Rows
    """[v]: where each row that is seen stands in the whole list."""
    copies: Rows
    """[v]: how many copies a row stands for beside itself; 0 for a sound without, and for the copies themselves."""
    unfolded: NDArray[np.bool_]
    """[v]: whether a row is a copy, shown below its first one."""


def fold(labels: Rows, opened: Collection[int]) -> Folding:
    """Fold sounds with equal labels [n] into the first of them; those of the labels in `opened` stand below it."""
    _, first, group, sizes = np.unique(labels, return_index=True, return_inverse=True, return_counts=True)
    places = np.arange(len(labels))
    leads = first[group] == places
    seen = leads | np.isin(labels, np.fromiter(opened, dtype=np.int64, count=len(opened)))
    order = np.lexsort((places, first[group]))
    shown = order[seen[order]]
    return Folding(shown, np.where(leads, sizes[group] - 1, 0)[shown], ~leads[shown])


class Listing:
    """Sounds in order with their scores, as a list shows them: each in a row of its own, or copies folded into one."""

    def __init__(self) -> None:
        self.sound_ids: SoundIds = _NONE
        """[n], folded away or not."""
        self.scores: Scores | None = None
        """[n]"""
        self.calibrated: Scores | None = None
        """[n]"""
        self.moments: Moments | None = None
        """[n]"""
        self.seen: SoundIds = _NONE
        """[v]: the sounds of the rows that are seen."""
        self._labels_of: LabelsOf | None = None
        self._labels: Rows | None = None
        self._opened: set[int] = set()
        self._folding: Folding | None = None

    def show(
        self, sound_ids: SoundIds, scores: Scores | None, calibrated: Scores | None, moments: Moments | None
    ) -> None:
        """List these sounds [n]; groups of copies that are open stay so."""
        self.sound_ids, self.scores, self.calibrated, self.moments = sound_ids, scores, calibrated, moments
        self._labels = None if self._labels_of is None else self._labels_of(sound_ids)
        self._fold()

    @property
    def folds(self) -> bool:
        """Whether copies are folded into one row."""
        return self._labels_of is not None

    def fold_by(self, labels_of: LabelsOf | None) -> None:
        """Fold sounds with equal labels into the first of them; None gives each a row of its own.

        What is open stays so as long as sounds are folded.
        """
        self._labels_of = labels_of
        if labels_of is None:
            self._opened.clear()
        self.show(self.sound_ids, self.scores, self.calibrated, self.moments)

    def place(self, row: int) -> int:
        """Where a row stands among all sounds that are listed."""
        return row if self._folding is None else int(self._folding.places[row])

    def copies_at(self, row: int) -> int:
        """How many copies a row stands for beside itself."""
        return 0 if self._folding is None else int(self._folding.copies[row])

    def is_copy(self, row: int) -> bool:
        """Whether a row is a copy, shown below its first one."""
        return self._folding is not None and bool(self._folding.unfolded[row])

    def first_of(self, row: int) -> int:
        """The row whose copy this one is; the row itself when it is none."""
        return row if self._folding is None else row - int(np.argmin(self._folding.unfolded[row::-1]))

    def is_open(self, row: int) -> bool:
        """Whether the copies of a row are shown below it."""
        return bool(self.copies_at(row)) and self._label_at(row) in self._opened

    def open(self, row: int, *, opened: bool) -> None:
        """Show the copies of a row below it, or fold them away again."""
        (self._opened.add if opened else self._opened.discard)(self._label_at(row))
        self._fold()

    def _label_at(self, row: int) -> int:
        assert self._labels is not None
        return int(self._labels[self.place(row)])

    def _fold(self) -> None:
        self._folding = None if self._labels is None else fold(self._labels, self._opened)
        self.seen = self.sound_ids if self._folding is None else self.sound_ids[self._folding.places]
