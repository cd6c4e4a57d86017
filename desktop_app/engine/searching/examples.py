"""Embeddings of what a person holds out as an example: a sound of the library, a region, or a file from anywhere.

What is not in the library is listened to and forgotten: nothing of it is stored, but the last few are kept in memory,
so that moving a slider does not listen again.
"""

import threading
from collections import OrderedDict
from pathlib import Path

import numpy as np

from desktop_app.core.example import Example
from desktop_app.core.sound import Sound
from desktop_app.core.vector_index import Vectors, stored_precision
from desktop_app.engine.decoding.sound_errors import SilentSoundError, UnreadableSoundError
from desktop_app.engine.processes.embedding_worker import EmbeddingWorker
from desktop_app.engine.processes.worker_errors import WorkerDiedError
from desktop_app.engine.searching.embedded_library import EmbeddedLibrary
from desktop_app.library.library import Library
from desktop_app.library.watching.stamps import is_unchanged, stamp_of_file

_KEPT = 16

_Key = tuple[Path, object, float | None, float | None]


class ExampleError(Exception):
    """There is nothing to compare with; the message is a sentence, `reason` is one without the example's name."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"“{name}” cannot be compared with other sounds. {reason}" if name else reason)
        self.reason = reason


class Examples:
    """Looks embeddings up, or has them made. May be used on any thread, and waits for the network."""

    def __init__(self, library: Library, embedded: EmbeddedLibrary, worker: EmbeddingWorker, embedder_id: str) -> None:
        self._library = library
        self._embedded = embedded
        self._worker = worker
        self._embedder_id = embedder_id
        self._lock = threading.Lock()
        self._heard: OrderedDict[_Key, Vectors] = OrderedDict()

    def vector(self, example: Example) -> Vectors:
        """The embedding [d]. Raises ExampleError, EmbedderError and LibraryError."""
        sound, path = self._find(example)
        if not example.is_part and sound is not None:
            known = self._known(sound)
            if known is not None:
                return known
        key = (path, stamp_of_file(path), example.start, example.end)
        with self._lock:
            heard = self._heard.get(key)
        if heard is None:
            heard = self._listen(example, path)
        with self._lock:
            self._heard[key] = heard
            self._heard.move_to_end(key)
            while len(self._heard) > _KEPT:
                self._heard.popitem(last=False)
        return heard

    def _find(self, example: Example) -> tuple[Sound | None, Path]:
        if example.sound_id is None:
            assert example.path is not None, "an example is a sound of the library or a file"
            return self._library.sounds.by_path(example.path), example.path
        sound = self._library.sounds.get(example.sound_id)
        if sound is None:
            raise ExampleError("", "The sound to compare with is no longer in the library: choose another one.")
        return sound, sound.path

    def _known(self, sound: Sound) -> Vectors | None:
        """What the library heard, if the file is still as it was then, or is away with its drive."""
        now = stamp_of_file(sound.path)
        if sound.content_id is None or (now is not None and not is_unchanged(sound.stamp, now)):
            return None
        if self._embedded.snapshot().rows_of([sound.sound_id])[0] < 0:
            return None
        return self._library.cache.embedding(sound.content_id, self._embedder_id)

    def _listen(self, example: Example, path: Path) -> Vectors:
        name = example.name or path.name
        try:
            if example.is_part:
                vector = self._worker.embed_part(path, example.start or 0.0, example.end)
            else:
                vector = self._worker.hear(path).vector
        except (UnreadableSoundError, SilentSoundError, WorkerDiedError) as error:
            raise ExampleError(name, str(error)) from error
        if not np.isfinite(vector).all():
            raise ExampleError(name, "The embedder gave no usable numbers for this sound.")
        return stored_precision(vector)
