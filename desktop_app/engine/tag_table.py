"""Which tags apply by score alone to which embeddings: computed once for each embedding, and kept, one byte each."""

import threading
from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.scoring import ScoredTag, TagMatrix
from desktop_app.core.tag import fold
from desktop_app.core.vector_index import Vectors

TagKey = tuple[str, str]
"""(vocabulary id, tag id)"""
_FIRST_CAPACITY = 1_024
_ROWS_AT_ONCE = 4_096
"""Embeddings scored and turned over in one go; few enough to stay in the processor's cache."""


class TagTable:
    """The active tags and what they say of all embeddings. May be used on any thread."""

    def __init__(self, matrix: TagMatrix) -> None:
        self.matrix = matrix
        self._lock = threading.Lock()
        self._cells = np.empty((len(matrix.tags), 0), dtype=np.bool_)
        """[t, capacity]: a tag's column of the library lies in one piece."""
        self._done = 0

    @property
    def tags(self) -> tuple[ScoredTag, ...]:
        """The tags, [t]."""
        return self.matrix.tags

    @cached_property
    def thresholds(self) -> Vectors:
        """[t], calibrated score from which each tag applies."""
        return self.matrix.thresholds

    @cached_property
    def number_of(self) -> Mapping[TagKey, int]:
        """Where each tag is among the t."""
        return {scored.key: number for number, scored in enumerate(self.tags)}

    def called(self, name: str) -> list[int]:
        """The tags of this name or alias, in any letter case."""
        wanted = fold(name)
        return [number for number, names in enumerate(self._names) if wanted in names]

    def applies(self, embeddings: Vectors) -> NDArray[np.bool_]:
        """[t, m] for embeddings [m, d], of which all but the last ones were given before, in the same order."""
        with self._lock:
            self._reserve(len(embeddings))
            for start in range(self._done, len(embeddings), _ROWS_AT_ONCE):
                part = embeddings[start : start + _ROWS_AT_ONCE]
                self._cells[:, start : start + len(part)] = self.matrix.applies(part).T
            self._done = max(self._done, len(embeddings))
            return self._cells[:, : len(embeddings)]

    @cached_property
    def _names(self) -> Sequence[frozenset[str]]:
        return [
            frozenset(fold(name) for name in (scored.tag.name, scored.tag.tag_id, *scored.tag.aliases))
            for scored in self.tags
        ]

    def _reserve(self, count: int) -> None:
        if count <= self._cells.shape[1]:
            return
        capacity = max(count, 2 * self._done, _FIRST_CAPACITY)
        grown = np.empty((len(self.tags), capacity), dtype=np.bool_)
        grown[:, : self._done] = self._cells[:, : self._done]
        self._cells = grown
