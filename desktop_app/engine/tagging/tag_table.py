"""Which tags apply by score alone to which embeddings: computed once for each embedding, and kept, one byte each."""

import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.scoring import ScoredTag, TagMatrix
from desktop_app.core.tag import fold
from desktop_app.core.vector_index import Vectors

TagKey = tuple[str, str]
"""(vocabulary id, tag id)"""
_FIRST_CAPACITY = 1_024
_NEAR: Final = 0.75
"""So alike, of 1, are “rian” and “rain”, or “whosh” and “whoosh”; “snow” and “snore” are 0.67."""
_LONGEST_NAME: Final = 100
"""Letters of what was typed that are compared."""
_SHORTEST_START: Final = 3
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
        self._outdated: frozenset[int] = frozenset()
        """Tags whose columns are those of an earlier table, as all cells then are: they are not to be written."""

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
        """The tags of this name or alias, in any letter case; without any, those whose name begins with these words."""
        wanted = fold(name)
        exactly = [number for number, names in enumerate(self._names) if wanted in names]
        if exactly or not wanted:
            return exactly
        return [number for number, names in enumerate(self._names) if any(begins_with(name, wanted) for name in names)]

    def nearest(self, name: str) -> str | None:
        """The tag whose name or alias, or whose first words, are spelt almost like this; None when none are."""
        wanted = fold(name)
        near = [(_nearness(wanted, spelt), scored.tag.name) for spelt, scored in self._spellings()]
        best, nearest = max(near, default=(0.0, ""))
        return nearest if best >= _NEAR else None

    def applies(self, embeddings: Vectors) -> NDArray[np.bool_]:
        """[t, m] for embeddings [m, d], of which all but the last ones were given before, in the same order."""
        with self._lock:
            if self._outdated:
                self._renew(embeddings)
            self._reserve(len(embeddings))
            for start in range(self._done, len(embeddings), _ROWS_AT_ONCE):
                part = embeddings[start : start + _ROWS_AT_ONCE]
                self._cells[:, start : start + len(part)] = self.matrix.applies(part).T
            self._done = max(self._done, len(embeddings))
            return self._cells[:, : len(embeddings)]

    def relearned(self, matrix: TagMatrix, numbers: Iterable[int]) -> "TagTable":
        """The same of a matrix in which the tags of these numbers are others: a new table, as somebody may read this
        one. What they say of the embeddings is computed when it is asked for.
        """
        result = TagTable(matrix)
        result._names, result.number_of = self._names, self.number_of
        with self._lock:
            result._cells, result._done = self._cells, self._done
            result._outdated = self._outdated.union(numbers)
        return result

    @cached_property
    def _names(self) -> Sequence[frozenset[str]]:
        return [
            frozenset(fold(name) for name in (scored.tag.name, scored.tag.tag_id, *scored.tag.aliases))
            for scored in self.tags
        ]

    def _spellings(self) -> Iterator[tuple[str, ScoredTag]]:
        for names, scored in zip(self._names, self.tags, strict=True):
            for name in names:
                yield name, scored

    def _renew(self, embeddings: Vectors) -> None:
        """Compute what is outdated, in cells of this table's own."""
        numbers = sorted(self._outdated)
        self._done = min(self._done, len(embeddings))
        self._cells = self._cells[:, : self._done].copy()
        part = self.matrix.part(numbers)
        for start in range(0, self._done, _ROWS_AT_ONCE):
            rows = slice(start, min(start + _ROWS_AT_ONCE, self._done))
            self._cells[numbers, rows] = part.applies(embeddings[rows]).T
        self._outdated = frozenset()

    def _reserve(self, count: int) -> None:
        if count <= self._cells.shape[1]:
            return
        capacity = max(count, 2 * self._done, _FIRST_CAPACITY)
        grown = np.empty((len(self.tags), capacity), dtype=np.bool_)
        grown[:, : self._done] = self._cells[:, : self._done]
        self._cells = grown


def begins_with(name: str, words: str) -> bool:
    """Whether a name begins with these words, and goes on behind them; the last of them is whole."""
    return name.startswith(words) and not name[len(words)].isalnum()


def _nearness(typed: str, name: str) -> float:
    """How alike what was typed is to a name, or to as many of its first words as were typed: 0..1.

    The first letter is seldom mistyped: where it is another, another word was meant (“nope” is no “open”).
    """
    typed = typed[:_LONGEST_NAME]
    if typed[:1] != name[:1]:
        return 0.0
    if len(typed) >= _SHORTEST_START and name.startswith(typed):
        return 1.0
    start = " ".join(name.split()[: len(typed.split())])
    return max(SequenceMatcher(None, text, typed).ratio() for text in (name, start))
