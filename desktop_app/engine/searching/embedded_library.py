"""The library's sounds and their embeddings side by side in memory: what searching and tagging both work on."""

import threading
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.events import IndexEvent, SoundsChanged, SoundsIndexed
from desktop_app.core.vector_index import Rows, VectorIndex, Vectors
from desktop_app.library.library import Library

SoundIds = NDArray[np.int64]
Positions = NDArray[np.int64]
"""Places in a snapshot, of 0..n."""
_Scalar = TypeVar("_Scalar", bound=np.generic)

_MANY = 2_000
"""Sounds above which reading the whole table again is quicker than looking them up."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One consistent view: arrays are replaced and never changed, so a reader on another thread keeps what it has."""

    sound_ids: SoundIds
    """[n], ascending."""
    present: NDArray[np.bool_]
    """[n], whether the file is there; missing and offline sounds are neither found nor counted."""
    content_ids: tuple[bytes | None, ...]
    """[n]"""
    hashes: NDArray[np.int64]
    """[n], of the content ids; for `positions_of`."""
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
        wanted = np.asarray(sound_ids, dtype=np.int64)
        result = np.full(len(wanted), -1, dtype=np.int64)
        if len(self.sound_ids):
            places = np.minimum(np.searchsorted(self.sound_ids, wanted), len(self.sound_ids) - 1)
            known = self.sound_ids[places] == wanted
            result[known] = self.rows[places[known]]
        return result

    def positions_of(self, content_ids: Collection[bytes]) -> Positions:
        """Where the sounds of these contents are, ascending."""
        candidates = np.flatnonzero(np.isin(self.hashes, _hashes(content_ids)))
        wanted = set(content_ids)
        matching = (place for place in candidates.tolist() if self.content_ids[place] in wanted)
        return np.fromiter(matching, dtype=np.int64)


class EmbeddedLibrary:
    """Keeps the snapshot up to date; re-reads only what is new. May be used on any thread."""

    def __init__(self, library: Library, embedder_id: str, dimension: int) -> None:
        self._library = library
        self._embedder_id = embedder_id
        self._index = VectorIndex(dimension)
        self._lock = threading.Lock()
        self._news_lock = threading.Lock()
        self._stale = True
        self._indexed: set[int] = set()
        """Sounds that were heard since the last look."""
        self._loaded = False
        nothing = np.empty(0, dtype=np.int64)
        self._snapshot = Snapshot(nothing, np.empty(0, np.bool_), (), nothing, nothing, self._index.matrix)

    def follow(self, event: IndexEvent) -> None:
        """Take in what the indexer tells; costs nothing until somebody asks for the next snapshot."""
        if isinstance(event, SoundsChanged):
            self.invalidate()
        elif isinstance(event, SoundsIndexed):
            with self._news_lock:
                self._indexed.update(event.sound_ids)

    def invalidate(self) -> None:
        """Something in the library changed; the next snapshot looks again."""
        with self._news_lock:
            self._stale = True

    def snapshot(self) -> Snapshot:
        """The library as it is now. Raises LibraryError."""
        with self._lock:
            with self._news_lock:
                stale, indexed = self._stale, self._indexed
                self._stale, self._indexed = False, set()
            try:
                if stale or len(indexed) > _MANY:
                    self._read_all()
                elif indexed:
                    self._read(indexed)
            except BaseException:
                self.invalidate()
                raise
            return self._snapshot

    def _read_all(self) -> None:
        if not self._loaded:
            self._index.add(*self._library.cache.embeddings(self._embedder_id))
            self._loaded = True
        sound_ids, contents, present = self._library.sounds.contents()
        rows = self._index.rows(contents)
        unknown = {contents[place] for place in np.flatnonzero(rows < 0).tolist()} - {None}
        if self._load(content for content in unknown if content is not None):
            rows = self._index.rows(contents)
        self._snapshot = Snapshot(sound_ids, present, tuple(contents), _hashes(contents), rows, self._index.matrix)

    def _read(self, sound_ids: set[int]) -> None:
        """Take in sounds that were heard, and others of the same content that have no embedding yet."""
        old = self._snapshot
        content_of = {sound.sound_id: sound.content_id for sound in self._library.sounds.many(list(sound_ids))}
        ids = np.fromiter(content_of, dtype=np.int64)
        places = np.searchsorted(old.sound_ids, ids)
        if not len(old.sound_ids) or (old.sound_ids[np.minimum(places, len(old.sound_ids) - 1)] != ids).any():
            self._read_all()
            return
        self._load({content for content in content_of.values() if content is not None})
        contents, hashes, rows = list(old.content_ids), old.hashes.copy(), old.rows.copy()
        for place, content in zip(places.tolist(), content_of.values(), strict=True):
            contents[place] = content
        hashes[places] = _hashes(content_of.values())
        touched = np.flatnonzero(np.isin(hashes, hashes[places]))
        rows[touched] = self._index.rows(contents[place] for place in touched.tolist())
        self._snapshot = Snapshot(old.sound_ids, old.present, tuple(contents), hashes, rows, self._index.matrix)

    def _load(self, content_ids: Iterable[bytes]) -> bool:
        """Fetch the embeddings of contents that are not in memory; whether there were any."""
        unknown = [content for content in content_ids if content not in self._index]
        before = len(self._index)
        if unknown:
            self._index.add(*self._library.cache.embeddings_of(unknown, self._embedder_id))
        return len(self._index) > before


def _hashes(content_ids: Iterable[bytes | None]) -> NDArray[np.int64]:
    return np.fromiter(map(hash, content_ids), dtype=np.int64)
