"""All embeddings of one embedder in one matrix, searched exactly."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
"""Embeddings as rows, shape [n, d], float32."""
Rows = NDArray[np.int64]
"""Row numbers of a `VectorIndex`; -1 stands for "no embedding yet"."""

_FIRST_CAPACITY = 1024


def stored_precision(vectors: Vectors) -> Vectors:
    """Round float32 [n, d] to what the cache keeps (float16), so that a sound scores the same before and after it
    is stored.
    """
    rounded: Vectors = vectors.astype(np.float16).astype(np.float32)
    return rounded


def likeness(vectors: Vectors, example: Vectors) -> Vectors:
    """Cosine of every row of `vectors` [n, d] with the example [d]; shape [n]; 0 where a vector has no length."""
    lengths = np.sqrt(np.einsum("ij,ij->i", vectors, vectors)) * np.float32(np.linalg.norm(example))
    result: Vectors = (vectors @ example) / np.maximum(lengths, np.float32(1e-12))
    return result


class VectorIndex:
    """Grows row by row; a row belongs to one content id (two copies of a sound share a row)."""

    def __init__(self, dimension: int) -> None:
        self.dimension = dimension
        self._matrix: Vectors = np.empty((0, dimension), dtype=np.float32)
        self._row_of: dict[bytes, int] = {}

    def __len__(self) -> int:
        return len(self._row_of)

    def __contains__(self, content_id: bytes) -> bool:
        return content_id in self._row_of

    @property
    def matrix(self) -> Vectors:
        """A view of the embeddings, [len(self), d]; rows are never moved or rewritten."""
        return self._matrix[: len(self._row_of)]

    def add(self, content_ids: Sequence[bytes], vectors: Vectors) -> None:
        """Append embeddings [n, d] for content ids that are new; known ones are left as they are."""
        fresh = [number for number, content_id in enumerate(content_ids) if content_id not in self._row_of]
        start = len(self._row_of)
        self._reserve(start + len(fresh))
        for offset, number in enumerate(fresh):
            self._matrix[start + offset] = vectors[number]
            self._row_of[content_ids[number]] = start + offset

    def rows(self, content_ids: Iterable[bytes | None]) -> Rows:
        """The row of each content id, -1 where there is none."""
        return np.fromiter((-1 if c is None else self._row_of.get(c, -1) for c in content_ids), dtype=np.int64)

    def _reserve(self, count: int) -> None:
        if count <= len(self._matrix):
            return
        grown = np.empty((max(count, 2 * len(self._matrix), _FIRST_CAPACITY), self.dimension), dtype=np.float32)
        grown[: len(self._row_of)] = self.matrix
        self._matrix = grown
