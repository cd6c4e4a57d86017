"""The library's sounds and their embeddings side by side in memory: what searching and tagging both work on."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.vector_index import Rows, VectorIndex, Vectors
from desktop_app.library.library import Library

SoundIds = NDArray[np.int64]
_Scalar = TypeVar("_Scalar", bound=np.generic)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One consistent view: arrays are replaced and never changed, so a reader on another thread keeps what it has."""

    sound_ids: SoundIds
    """[n], in the library's order."""
    content_ids: tuple[bytes | None, ...]
    """[n]"""
    rows: Rows
    """[n], the row in `matrix` of each sound; -1 where there is no embedding yet."""
    matrix: Vectors
    """[m, d]"""

    def per_sound(self, row_values: NDArray[_Scalar], missing: _Scalar) -> NDArray[_Scalar]:
        """Spread values of the m embeddings [m, ...] over the n sounds; `missing` where there is no embedding."""
        result = np.full((len(self.rows), *row_values.shape[1:]), missing, dtype=row_values.dtype)
        known = self.rows >= 0
        result[known] = row_values[self.rows[known]]
        return result

    def rows_of(self, sound_ids: Sequence[int] | SoundIds) -> Rows:
        """Row of each of these sounds; -1 where there is none."""
        order = np.argsort(self.sound_ids, kind="stable")
        wanted = np.asarray(sound_ids, dtype=np.int64)
        places = np.searchsorted(self.sound_ids, wanted, sorter=order)
        places = np.minimum(places, max(len(self.sound_ids) - 1, 0))
        result = np.full(len(wanted), -1, dtype=np.int64)
        if len(self.sound_ids):
            positions = order[places]
            known = self.sound_ids[positions] == wanted
            result[known] = self.rows[positions[known]]
        return result


class EmbeddedLibrary:
    """Keeps the snapshot up to date; re-reads only what is new. May be used on any thread."""

    def __init__(self, library: Library, embedder_id: str, dimension: int) -> None:
        self._library = library
        self._embedder_id = embedder_id
        self._index = VectorIndex(dimension)
        self._lock = threading.Lock()
        self._stale = True
        self._loaded = False
        self._snapshot = Snapshot(
            np.empty(0, np.int64), (), np.empty(0, np.int64), np.empty((0, dimension), dtype=np.float32)
        )

    def invalidate(self) -> None:
        """Something in the library changed; the next snapshot looks again."""
        self._stale = True

    def snapshot(self) -> Snapshot:
        """The library as it is now."""
        with self._lock:
            if self._stale:
                self._stale = False
                self._refresh()
            return self._snapshot

    def _refresh(self) -> None:
        if not self._loaded:
            self._index.add(*self._library.cache.embeddings(self._embedder_id))
            self._loaded = True
        sound_ids, content_ids = self._library.sounds.contents()
        unknown = list({c for c in content_ids if c is not None and c not in self._index})
        if unknown:
            self._index.add(*self._library.cache.embeddings_of(unknown, self._embedder_id))
        self._snapshot = Snapshot(sound_ids, tuple(content_ids), self._index.rows(content_ids), self._index.matrix)
