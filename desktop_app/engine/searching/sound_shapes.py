"""Which sounds have the same shape, so that copies at another level are found: the networks hear level, and hear such a
copy as another sound.

What is compared is the small waveform that the library keeps of every content, whatever its level, with what the
network heard of it added for a little; and only for sounds that are equally long.
"""

from collections.abc import Callable, Mapping, Sequence

import numpy as np

from desktop_app.core.close_groups import group_close
from desktop_app.core.vector_index import Rows, Vectors
from desktop_app.engine.decoding.waveform import THUMBNAIL_COLUMNS
from desktop_app.engine.searching.embedded_library import Snapshot
from desktop_app.library.library import Library

HEARD_SHARE = np.float32(0.1)
"""How much of the likeness is that of the embeddings. It keeps sounds apart whose loudness runs alike: without it 15
pairs of different recordings count as copies where with it one does."""
_EQUALLY_LONG = np.log(1.01)
"""Sounds in one class of length differ by less than 1 %."""
_FLAT = np.float32(0.05)
"""A waveform that moves by less than this share of its height has no shape: all steady tones look alike."""
_AT_ONCE = 10_000
_NO_CLASS = np.iinfo(np.int64).min


class SoundShapes:
    """Keeps the small waveforms of all embeddings in memory, 400 bytes each. For one thread at a time."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._thumbnails = np.empty((0, 2 * THUMBNAIL_COLUMNS), dtype=np.int8)
        self._classes: Rows = np.empty(0, dtype=np.int64)
        """[m]: the class of length of each embedding; `_NO_CLASS` where none is known."""
        self.seconds = np.empty(0, dtype=np.float32)
        """[m]: the length of what each embedding heard, 0 where it is not known; as of the last `leaders`."""
        self._leaders: Rows = np.empty(0, dtype=np.int64)

    def leaders(self, snapshot: Snapshot, cosine: float, cancelled: Callable[[], bool]) -> Rows:
        """For each row of the snapshot's matrix, the row that has its shape and leads its group [m]; itself for most.

        Compares only what is new since the last time. Raises LibraryError.
        """
        count = len(self._leaders)
        self._leaders = np.concatenate([self._leaders, np.arange(count, len(snapshot.matrix))])
        self._grow(len(snapshot.matrix))
        fresh = self._read_new(snapshot)
        for length in np.unique(self._classes[fresh]).tolist():
            if cancelled():
                break
            if length != _NO_CLASS:
                self._group(np.flatnonzero(self._classes == length), fresh, snapshot.matrix, cosine, cancelled)
        return self._leaders

    def _grow(self, count: int) -> None:
        more = count - len(self._classes)
        if more:
            self._thumbnails = np.concatenate([self._thumbnails, np.zeros((more, 2 * THUMBNAIL_COLUMNS), np.int8)])
            self._classes = np.concatenate([self._classes, np.full(more, _NO_CLASS)])
            self.seconds = np.concatenate([self.seconds, np.zeros(more, np.float32)])

    def _read_new(self, snapshot: Snapshot) -> Rows:
        """Look at the contents that were not looked at before; their rows, ascending."""
        rows, places = np.unique(snapshot.rows, return_index=True)
        places = places[rows >= 0]
        places = places[self._classes[snapshot.rows[places]] == _NO_CLASS]
        for start in range(0, len(places), _AT_ONCE):
            part = places[start : start + _AT_ONCE]
            contents = [content for place in part.tolist() if (content := snapshot.content_ids[place]) is not None]
            seconds = self._library.sounds.seconds_of(contents)
            stored = self._library.cache.thumbnails(contents)
            self._keep(snapshot.rows[part], contents, seconds, stored)
        fresh: Rows = snapshot.rows[places]
        return fresh

    def _keep(
        self, rows: Rows, contents: Sequence[bytes], seconds: Mapping[bytes, float], stored: Mapping[bytes, bytes]
    ) -> None:
        for row, content in zip(rows.tolist(), contents, strict=True):
            thumbnail = stored.get(content, b"")
            self.seconds[row] = seconds.get(content, 0.0)
            if seconds.get(content, 0.0) > 0 and len(thumbnail) == 2 * THUMBNAIL_COLUMNS:
                self._thumbnails[row] = np.frombuffer(thumbnail, dtype=np.int8)
                self._classes[row] = int(np.floor(np.log(seconds[content]) / _EQUALLY_LONG))

    def _group(self, alike: Rows, fresh: Rows, matrix: Vectors, cosine: float, cancelled: Callable[[], bool]) -> None:
        """Let the fresh ones among these rows, which are equally long, join the others or each other."""
        new = np.isin(alike, fresh)
        old = alike[~new]
        rows = np.concatenate([old, alike[new]])
        vectors = np.concatenate(
            [
                np.sqrt(HEARD_SHARE) * _of_unit_length(matrix[rows]),
                np.sqrt(1 - HEARD_SHARE) * _shapes(self._thumbnails[rows]),
            ],
            axis=1,
        )
        known = np.searchsorted(old, self._leaders[old])
        self._leaders[rows] = rows[group_close(vectors, cosine, known=known, cancelled=cancelled)]


def _shapes(thumbnails: Vectors) -> Vectors:
    """Small waveforms int8 [n, 400] without their level and without what is the same all through, of unit length
    [n, 400]; zero for flat ones.
    """
    waves = thumbnails.reshape(len(thumbnails), THUMBNAIL_COLUMNS, 2).astype(np.float32)
    moving = (waves - waves.mean(axis=1, keepdims=True)).reshape(len(waves), -1)
    heights = np.linalg.norm(waves.reshape(len(waves), -1), axis=1)
    moving[np.linalg.norm(moving, axis=1) < _FLAT * heights] = 0
    return _of_unit_length(moving)


def _of_unit_length(vectors: Vectors) -> Vectors:
    """[n, d]; zero stays zero."""
    unit: Vectors = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), np.float32(1e-12))
    return unit
