"""The vectors of words, read from a checkpoint's weights where they lie: a text needs a dozen of fifty thousand."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.engine.clap.clap_checkpoint import WEIGHTS, weight_places
from desktop_app.engine.embedders.embedder import EmbedderError

_TABLE = "text_model.embeddings.word_embeddings.weight"
_NUMBER = np.dtype("<f4")


class WordVectors:
    """Tokens -> vectors, for one checkpoint. Nothing is kept in memory or open."""

    def __init__(self, folder: Path) -> None:
        """Raises `EmbedderError` when the weights are damaged, and ValueError when they hold no such table."""
        self._file = folder / WEIGHTS
        place = weight_places(self._file).get(_TABLE)
        if place is None or place.kind != "F32" or len(place.shape) != 2:
            raise ValueError(f"{_TABLE} is not there in float32")
        self._start = place.start
        self._rows, self._width = place.shape

    def __call__(self, tokens: Sequence[int]) -> NDArray[np.float32]:
        """Vectors [len(tokens), width]. Raises `EmbedderError` when the file cannot be read any more, and IndexError
        for a token that the checkpoint does not know.
        """
        size = self._width * _NUMBER.itemsize
        vectors = np.empty((len(tokens), self._width), dtype=np.float32)
        try:
            with self._file.open("rb") as file:
                for row, token in enumerate(tokens):
                    if not 0 <= token < self._rows:
                        raise IndexError(f"token {token} of {self._rows}")
                    file.seek(self._start + token * size)
                    vectors[row] = np.frombuffer(file.read(size), dtype=_NUMBER)
        except (OSError, ValueError) as error:
            raise EmbedderError(f"{self._file} cannot be read any more; check the drive it is on.") from error
        return vectors
