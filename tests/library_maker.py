"""Libraries for tests and benchmarks: of real files that the fake network hears, and large ones made of numbers."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

import numpy as np

from desktop_app.core.events import IndexEvent
from desktop_app.core.moment import WindowShape
from desktop_app.core.sound import AudioFormat, FileStamp, Samples
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.embedders.embedder import Embedder, EmbedderSpec
from desktop_app.engine.indexing.indexer import Indexer
from desktop_app.engine.indexing.measuring import Measuring
from desktop_app.engine.indexing.moment_hearing import MomentHearing
from desktop_app.engine.processes.embedding_worker import EmbeddingWorker
from desktop_app.engine.processes.in_process_worker import InProcessWorker
from desktop_app.engine.searching.embedded_library import EmbeddedLibrary
from desktop_app.library.library import Library
from desktop_app.library.tables.folders import Folder
from desktop_app.library.tables.heard import Heard
from tests.fakes import DIMENSION, FakeEmbedder

DEADLINE = 60.0
"""Seconds after which something that should have happened did not."""
FORMAT = AudioFormat("wav", "PCM_16", 48_000, 1, 24_000)
STAMP = FileStamp(1_000, 1_000, 0)
"""Of a file that is not there, on a file system without lasting inodes."""
_ROWS_AT_ONCE = 5_000


class CountingEmbedder(FakeEmbedder):
    """The fake network, which remembers how often it was asked."""

    def __init__(self, embedder_id: str = FakeEmbedder.embedder_id) -> None:
        self.embedder_id = embedder_id
        self.heard = 0
        self.texts: list[str] = []

    def embed_audio(self, sounds: Sequence[Samples]) -> Vectors:
        """As the fake does."""
        self.heard += len(sounds)
        return super().embed_audio(sounds)

    def embed_text(self, texts: Sequence[str]) -> Vectors:
        """As the fake does."""
        self.texts.extend(texts)
        return super().embed_text(texts)


class DyingEmbedder(FakeEmbedder):
    """Takes its process along at every sound."""

    def embed_audio(self, sounds: Sequence[Samples]) -> Vectors:
        """Does not come back."""
        os.abort()


def load_dying(_spec: EmbedderSpec) -> Embedder:
    """A loader for `EmbeddingProcess`."""
    return DyingEmbedder()


def load_faulty(_spec: EmbedderSpec) -> Embedder:
    """A loader with a fault that nobody expects."""
    raise ZeroDivisionError("a fault in the loader")


def open_library(profile: Path) -> Library:
    """The writable library of a profile's folder, made when it is not there."""
    return Library.open(profile / "library.db", profile / "cache.db", writable=True)


@dataclass(slots=True)
class Listening:
    """A library with an indexer at work on it, and everything that the indexer told."""

    library: Library
    indexer: Indexer
    embedded: EmbeddedLibrary
    events: list[IndexEvent] = field(default_factory=list)

    def index(self, root: Path | None = None) -> Folder | None:
        """Add a folder if one is given, look at all of them, and wait until nothing is left to do."""
        folder = None if root is None else self.library.folders.add(root)
        self.indexer.rescan()
        assert self.indexer.wait_idle(DEADLINE)
        return folder

    def told(self, kind: type) -> list[IndexEvent]:
        """The events of a kind, in order."""
        return [event for event in self.events if isinstance(event, kind)]


@contextmanager
def listening(
    profile: Path,
    worker: EmbeddingWorker | None = None,
    *,
    embedder_id: str = FakeEmbedder.embedder_id,
    dimension: int = DIMENSION,
    windows: WindowShape | None = None,
    measured: bool = False,
    follow: Callable[[IndexEvent], None] = lambda _event: None,
) -> Iterator[Listening]:
    """An open library with a running indexer; both are ended on leaving. Moments are heard when `windows` are given,
    and sounds are measured if they are to be `measured`.

    `follow` is told of every event, on the indexer's thread.
    """
    worker = worker or InProcessWorker(FakeEmbedder())
    events: list[IndexEvent] = []
    with open_library(profile) as library:
        embedded = EmbeddedLibrary(library, embedder_id, dimension)

        def notify(event: IndexEvent) -> None:
            embedded.follow(event)
            events.append(event)
            follow(event)

        moments = None if windows is None else MomentHearing(library, worker, embedder_id, windows)
        measuring = Measuring(library, worker) if measured else None
        indexer = Indexer(library, worker, embedder_id, notify, measuring=measuring, moments=moments)
        indexer.start()
        try:
            yield Listening(library, indexer, embedded, events)
        finally:
            indexer.ask_to_stop()
            worker.close()
            indexer.stop()


def fill(
    library: Library,
    root: Path,
    embedder_id: str,
    vectors: Vectors,
    *,
    looks: Sequence[tuple[float, bytes | None]] | None = None,
) -> Folder:
    """Give a library a sound for each row of vectors [n, d], in 1,000 directories below `root`; writes no file.

    `looks`: how many seconds each is long, and its thumbnail; else all are equally long and have none.
    """
    root.mkdir(parents=True, exist_ok=True)
    folder = library.folders.add(root)
    found = {f"kit {number % 1_000:03d}/sound {number:06d}.wav": STAMP for number in range(len(vectors))}
    library.sounds.apply_scan(folder.folder_id, found)
    looks = looks or [(FORMAT.seconds, None)] * len(vectors)
    every = zip(library.sounds.ids().tolist(), vectors, looks, strict=True)
    while part := list(islice(every, _ROWS_AT_ONCE)):
        heard = [
            Heard(sound_id, STAMP, sound_id.to_bytes(16, "big"), _format(seconds), vector, thumbnail)
            for sound_id, vector, (seconds, thumbnail) in part
        ]
        library.sounds.save_heard(embedder_id, heard)
    return folder


def _format(seconds: float) -> AudioFormat:
    return replace(FORMAT, frames=round(seconds * FORMAT.sample_rate))


def random_vectors(count: int, dimension: int, *, seed: int = 0) -> Vectors:
    """Unit vectors [count, dimension]."""
    vectors = np.random.default_rng(seed).standard_normal((count, dimension), dtype=np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors
