"""Which tags apply when in a sound, in the library or not.

Sounds of some minutes are listened to in short windows that lie close together, when they are asked about; of longer
ones the windows that are kept for searching tell it, where they were heard already. What was listened to for this is
kept in memory for the last few sounds and nowhere else, so that another vocabulary shows at once.
"""

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from desktop_app.core.moment import WindowShape
from desktop_app.core.sound import FileStamp
from desktop_app.core.sound_events import SoundEvent, WindowGrid, find_events
from desktop_app.core.vector_index import Vectors, stored_precision
from desktop_app.core.verdict import Judgement
from desktop_app.engine.embedders.embedder import EmbedderSpec
from desktop_app.engine.indexing.moment_hearing import window_shape
from desktop_app.engine.processes.embedding_worker import EmbeddingWorker
from desktop_app.engine.tagging.tagger import Tagger
from desktop_app.library.library import Library
from desktop_app.library.watching.stamps import is_unchanged, stamp_of_file

STARTER_WINDOWS: Final = WindowShape(seconds=2.0, hop_seconds=0.5, longer_than=2.0)
"""Of windows of 1, 2, 3 and 4 s at various distances, these find most (see `core.sound_events.BEGINS_BELOW`)."""
STARTER_CLOSELY: Final = 600.0
"""Seconds of the longest sound that is heard in those, which takes 7 ms of a core for each of them."""
CLAP_WINDOWS: Final = WindowShape(seconds=4.0, hop_seconds=2.0, longer_than=4.0)
"""Each costs a pass of the network. Not measured: no weights were at hand."""
CLAP_CLOSELY: Final = 60.0
_AT_ONCE: Final = 16
"""Windows in one order; whoever no longer wants to know waits for so many."""
_KEPT: Final = 16
"""Sounds."""


@dataclass(frozen=True, slots=True, eq=False)
class _Heard:
    """The windows of a sound."""

    content_id: bytes
    grid: WindowGrid
    vectors: Vectors
    """[n, d]; NaN for a silent window."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What a sound is, before its windows are heard."""

    content_id: bytes
    seconds: float
    vector: Vectors
    """[d], of the whole sound."""


class SoundEvents:
    """Looks windows up, or has them heard. May be used on any thread, and waits for the network."""

    def __init__(self, library: Library, tagger: Tagger, worker: EmbeddingWorker, spec: EmbedderSpec) -> None:
        self._library = library
        self._tagger = tagger
        self._worker = worker
        self._embedder_id = spec.embedder_id
        is_starter = spec.kind == "starter"
        self._shape = STARTER_WINDOWS if is_starter else CLAP_WINDOWS
        self._closely = STARTER_CLOSELY if is_starter else CLAP_CLOSELY
        self._moments = window_shape(spec)
        self._lock = threading.Lock()
        self._kept: OrderedDict[tuple[Path, FileStamp | None], _Heard] = OrderedDict()

    def of(self, path: Path, goes_on: Callable[[], bool] = lambda: True) -> tuple[SoundEvent, ...] | None:
        """The events of the active vocabularies' tags in a file, by their beginning; none of tags that a person said
        the sound does not have. None when it no longer `goes_on`, and while there are no tags yet.

        Raises UnreadableSoundError, SilentSoundError, WorkerDiedError, EmbedderError and LibraryError.
        """
        matrix = self._tagger.matrix
        if matrix is None:
            return None
        key = (path, stamp_of_file(path))
        with self._lock:
            heard = self._kept.get(key)
        heard = heard or self._listen(path, goes_on)
        if heard is None:
            return None
        with self._lock:
            self._kept[key] = heard
            self._kept.move_to_end(key)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        said = self._library.verdicts.of_content([heard.content_id])
        rejected = {
            (verdict.vocabulary_id, verdict.tag_id) for verdict in said if verdict.judgement is Judgement.REJECTED
        }
        events = find_events(matrix, heard.vectors, heard.grid)
        return tuple(event for event in events if event.tag.key not in rejected)

    def _listen(self, path: Path, goes_on: Callable[[], bool]) -> _Heard | None:
        known = self._known(path) or self._heard(path)
        if known.seconds <= self._shape.seconds:
            grid = WindowGrid(np.zeros(1), self._shape.seconds, known.seconds)
            return _Heard(known.content_id, grid, known.vector[None])
        closely = known.seconds <= self._closely
        stored = None if closely else self._stored(known)
        if stored is not None:
            return stored
        shape = self._shape if closely else self._moments
        starts = shape.starts(known.seconds)
        parts = []
        for first in range(0, len(starts), _AT_ONCE):
            if not goes_on():
                return None
            parts.append(self._worker.hear_windows(path, starts[first : first + _AT_ONCE], shape.seconds))
        grid = WindowGrid(np.array(starts), shape.seconds, known.seconds)
        return _Heard(known.content_id, grid, np.concatenate(parts))

    def _known(self, path: Path) -> _Known | None:
        """What the library heard, if the file is as it was then."""
        sound, now = self._library.sounds.by_path(path), stamp_of_file(path)
        if sound is None or sound.content_id is None or sound.format is None:
            return None
        if now is None or not is_unchanged(sound.stamp, now):
            return None
        vector = self._library.cache.embedding(sound.content_id, self._embedder_id)
        return None if vector is None else _Known(sound.content_id, sound.format.seconds, vector)

    def _heard(self, path: Path) -> _Known:
        heard = self._worker.hear(path)
        return _Known(heard.content_id, heard.format.seconds, stored_precision(heard.vector))

    def _stored(self, known: _Known) -> _Heard | None:
        """The windows that are kept for searching; None where they are not there, or lie otherwise by now."""
        stored = self._library.windows.of_content(self._embedder_id, known.content_id)
        if stored is None or stored.seconds != self._moments.seconds:
            return None
        starts = np.array(self._moments.starts(known.seconds), dtype=np.float32)
        heard = np.array(stored.starts, dtype=np.float32)
        if not np.isin(heard, starts).all():
            return None
        places = np.searchsorted(starts, heard)
        vectors = np.full((len(starts), stored.vectors.shape[1]), np.nan, dtype=np.float32)
        vectors[places] = stored.vectors
        grid = WindowGrid(starts.astype(np.float64), stored.seconds, known.seconds)
        return _Heard(known.content_id, grid, vectors)
