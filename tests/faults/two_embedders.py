"""A profile with two embedders to choose from, `starter` and `other`; as a program, a change from one to the other.

`python -m tests.faults.two_embedders PROFILE` begins to change over, as the window does, until it is killed.
"""

import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import numpy as np

import desktop_app.app
import desktop_app.open_profile.listening
from desktop_app.app import Earmark
from desktop_app.core.events import IndexEvent
from desktop_app.core.sound import Samples
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.embedders.embedder import EmbedderSpec
from desktop_app.engine.processes.in_process_worker import InProcessWorker
from desktop_app.paths import Profile
from tests.fakes import DIMENSION, FakeEmbedder, fake_spec

FIRST: Final = "fake/1"
SECOND: Final = "fake/2"
SECONDS_A_SOUND: Final = 0.01
_MIXED: Final = np.random.default_rng(2).normal(size=(DIMENSION, DIMENSION)).astype(np.float32)


class OtherEmbedder(FakeEmbedder):
    """Another network of the same dimension: what it says can be compared with what the first says, and means nothing.

    It takes its time, as networks do.
    """

    embedder_id = SECOND

    def __init__(self) -> None:
        self.heard = 0

    def embed_audio(self, sounds: Sequence[Samples]) -> Vectors:
        """As the fake does, seen from elsewhere."""
        time.sleep(SECONDS_A_SOUND * len(sounds))
        self.heard += len(sounds)
        return _turned(super().embed_audio(sounds))

    def embed_text(self, texts: Sequence[str]) -> Vectors:
        """As the fake does, seen from elsewhere."""
        return _turned(super().embed_text(texts)[:, ::-1])


@contextmanager
def two_embedders(other: OtherEmbedder) -> Iterator[None]:
    """All is real but the two networks, and the reference sounds of each."""
    specs = {"starter": fake_spec(), "other": replace(fake_spec(), name="other", embedder_id=SECOND)}

    def worker(spec: EmbedderSpec) -> InProcessWorker:
        return InProcessWorker(other if spec.embedder_id == SECOND else FakeEmbedder())

    def reference(embedder_id: str, **_: Any) -> Vectors:
        vectors = np.random.default_rng(7).normal(size=(40, DIMENSION)).astype(np.float32)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        return _turned(vectors) if embedder_id == SECOND else vectors

    app: Any = desktop_app.app
    listening: Any = desktop_app.open_profile.listening
    before = app.spec_of, listening.InProcessWorker, listening.reference_embeddings
    app.spec_of = lambda name, *_: specs[name]
    listening.InProcessWorker, listening.reference_embeddings = worker, reference
    try:
        yield
    finally:
        app.spec_of, listening.InProcessWorker, listening.reference_embeddings = before


def open_with_tags(folder: Path, notify: Callable[[IndexEvent], None]) -> Earmark:
    """The profile in this folder, at work, its tags ready."""
    earmark = Earmark(Profile.at(folder), writable=True, in_process=True, notify=notify)
    earmark.start_indexing()
    earmark.load_tags()
    return earmark


def _turned(vectors: Vectors) -> Vectors:
    turned = vectors @ _MIXED
    return (turned / np.linalg.norm(turned, axis=1, keepdims=True)).astype(np.float32)


if __name__ == "__main__":
    with two_embedders(OtherEmbedder()), open_with_tags(Path(sys.argv[1]), lambda _: None) as changing:
        changing.prepare_embedder("other")
        threading.Event().wait()
