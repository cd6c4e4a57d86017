"""A network that notes in a file every sound that it hears, so that it can be counted after its process was killed."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np

from desktop_app.core.sound import Samples
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.embedders.embedder import Embedder, EmbedderSpec
from tests.fakes import DIMENSION, FakeEmbedder

_NOTES: Final = "heard"
_BYTES: Final = 4 * DIMENSION


class NotingEmbedder(FakeEmbedder):
    """The fake network; what came of each sound is appended to a file in `folder` before it is given back."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / _NOTES

    def embed_audio(self, sounds: Sequence[Samples]) -> Vectors:
        """As the fake does."""
        vectors = super().embed_audio(sounds)
        with self._file.open("ab", buffering=0) as file:  # written at once: this process may not live to close it
            file.write(as_stored(vectors))
        return vectors


def load_noting(spec: EmbedderSpec) -> Embedder:
    """A loader for `EmbeddingProcess`; the notes lie in the spec's folder."""
    return NotingEmbedder(spec.folder)


def as_stored(vectors: Vectors) -> bytes:
    """What the library gives back of embeddings, which it keeps in half precision."""
    return vectors.astype(np.float16).astype(np.float32).tobytes()


def noted(folder: Path, since: int = 0) -> list[bytes]:
    """The embedding of each sound that was heard, in order, but for so many at the beginning."""
    file = folder / _NOTES
    data = file.read_bytes()[since * _BYTES :] if file.exists() else b""
    return [data[start : start + _BYTES] for start in range(0, len(data), _BYTES)]
