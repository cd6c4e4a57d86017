"""Puts vectors that point in almost the same direction into groups, without comparing each with each in full.

Two things save the work. Vectors are laid into boxes of neighbours along the directions in which most of their length
lies: two vectors whose cosine is at least c are at most sqrt(2 - 2 c) apart, in any few of these directions too, so
that what is further away from a box than that needs no look. And of two vectors x and y that lie near each other, only
the parts in these directions are multiplied first: what the rest can add is at most |rest of x| |rest of y| (Cauchy and
Schwarz), so that few are left to be multiplied in full.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.vector_index import Rows, Vectors

_BOX = 512
"""Vectors in a box at most."""
_AT_ONCE = 256
"""Vectors that are multiplied at once; with 100,000 others that is 102 MB."""
_DIRECTIONS = 48
"""Directions that are multiplied first: a measured compromise for vectors of 512 numbers."""
_BOX_DIRECTIONS = 12
"""Those of them that boxes are told apart by."""
_SAMPLE = 5_000
"""Vectors from which the directions are found."""
_ROUNDING = 1e-4
"""Slack for single precision."""


def never() -> bool:
    """Nobody wants to end it early."""
    return False


def group_close(
    vectors: Vectors, cosine: float, *, known: Rows | None = None, cancelled: Callable[[], bool] = never
) -> Rows:
    """For each row of `vectors` [n, d], the row that leads its group [n]; a row that is like no other leads itself.

    Each row of a group has at least this cosine with its leader, and no two leaders have: groups do not creep from one
    sound to the next like it. `known` is the answer for the first k rows, which stay as they are: the others join them
    or form groups of their own. Vectors without length are like none. When `cancelled` says so between two products,
    what remains stays by itself.
    """
    count = 0 if known is None else len(known)
    labels = np.arange(len(vectors))
    if known is not None:
        labels[:count] = known
    if count >= len(vectors):
        return labels
    grouping = _Grouping.of(vectors, labels, cosine, since=count)
    leaders = np.flatnonzero(labels[:count] == np.arange(count))
    for start in range(0, len(leaders), _AT_ONCE):
        if cancelled():
            return labels
        grouping.gather(leaders[start : start + _AT_ONCE], np.flatnonzero(grouping.free))
    grouping.gather_rest(cancelled)
    return labels


@dataclass(frozen=True, slots=True)
class _Grouping:
    unit: Vectors
    """[n, d]"""
    places: Vectors
    """[n, k + 1]: along the directions, and the length of the rest."""
    labels: Rows
    """[n], filled in."""
    free: NDArray[np.bool_]
    """[n]: neither in a group nor leading one yet."""
    cosine: float

    @classmethod
    def of(cls, vectors: Vectors, labels: Rows, cosine: float, *, since: int) -> Self:
        lengths = np.sqrt(np.einsum("ij,ij->i", vectors, vectors))
        unit: Vectors = vectors / np.maximum(lengths, np.float32(1e-12))[:, None]
        places = unit @ _directions(unit)
        rest = np.sqrt(np.maximum(1 - np.einsum("ij,ij->i", places, places), 0)) + np.float32(_ROUNDING)
        free = lengths > 0
        free[:since] = False
        return cls(unit, np.concatenate([places, rest[:, None]], axis=1), labels, free, cosine)

    def gather(self, leaders: Rows, others: Rows) -> None:
        """Let each of these rows gather the free ones that are like it, unless another one gathered it first."""
        if not len(others):
            return
        at_most = self.places[leaders] @ self.places[others].T
        others = others[at_most.max(axis=0) >= self.cosine - _ROUNDING]
        close = self.unit[leaders] @ self.unit[others].T >= self.cosine
        for leader, row in zip(leaders.tolist(), close, strict=True):
            if self.labels[leader] == leader:
                self.free[leader] = False
                found = others[row]
                found = found[self.free[found]]
                self.labels[found] = leader
                self.free[found] = False

    def gather_rest(self, cancelled: Callable[[], bool]) -> None:
        """Let the free rows gather each other."""
        boxes = _boxes(self.places[:, :_BOX_DIRECTIONS], np.flatnonzero(self.free))
        ahead = np.concatenate(boxes)
        reach = float(np.sqrt(max(2 - 2 * self.cosine, 0))) + _ROUNDING
        for box in boxes:
            ahead = ahead[self.free[ahead]]
            box = box[self.free[box]]
            near = ahead[_within(reach, self.places[box, :_BOX_DIRECTIONS], self.places[ahead, :_BOX_DIRECTIONS])]
            for start in range(0, len(box), _AT_ONCE):
                if cancelled():
                    return
                self.gather(box[start : start + _AT_ONCE], near[self.free[near]])


def _directions(unit: Vectors) -> Vectors:
    """The directions [d, k] in which most of these vectors [n, d] lie; none for few, soon multiplied whole."""
    if len(unit) <= _BOX:
        return unit[:0].T
    sample = unit[:: max(len(unit) // _SAMPLE, 1)]
    _, directions = np.linalg.eigh(sample.T @ sample)
    wide: Vectors = directions[:, ::-1][:, :_DIRECTIONS]
    return wide


def _boxes(places: Vectors, rows: Rows) -> list[Rows]:
    """These rows of places [n, k] in boxes: halved where they reach furthest, until each is small enough."""
    boxes: list[Rows] = []
    waiting = [rows]
    while waiting:
        rows = waiting.pop()
        if len(rows) <= _BOX:
            boxes.append(rows)
            continue
        inside = places[rows]
        widest = int(np.argmax(inside.std(axis=0)))
        order = np.argpartition(inside[:, widest], len(rows) // 2)
        waiting.extend((rows[order[len(rows) // 2 :]], rows[order[: len(rows) // 2]]))
    return boxes


def _within(reach: float, box: Vectors, places: Vectors) -> NDArray[np.bool_]:
    """Which of the places [n, k] lie within `reach` of the box that holds these [m, k]."""
    if not len(box):
        return np.zeros(len(places), dtype=np.bool_)
    gaps = np.maximum(np.maximum(places - box.max(axis=0), box.min(axis=0) - places), 0)
    near: NDArray[np.bool_] = np.einsum("ij,ij->i", gaps, gaps) <= reach**2
    return near
