"""The bundled embedder: hears with YAMNet, reads with MiniLM, and needs no download.

A vector consists of blocks, each of which makes its part of what YAMNet heard, or of the meaning that MiniLM read. Both
networks run in ONNX Runtime: whoever uses this embedder only never waits for torch.

A sound's vector has unit length, so that no sound gets more tags only because the classes are surer of it. A text's is
longer the nearer it is to a class's name.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from safetensors.numpy import load
from tokenizers import Tokenizer

from desktop_app.core.sound import Samples
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.embedders.embedder import EmbedderError, SoundStream
from desktop_app.engine.starter import starter_files
from desktop_app.engine.starter.class_scores import ClassScores
from desktop_app.engine.starter.minilm import SentenceEncoder
from desktop_app.engine.starter.onnx_network import Numbers, of_unit_length
from desktop_app.engine.starter.projection import Projection
from desktop_app.engine.starter.silence import find_sounding
from desktop_app.engine.starter.starter_files import read_config, read_verified
from desktop_app.engine.starter.yamnet import Yamnet

_POOLING: Final[dict[str, Callable[[Numbers], Numbers]]] = {
    starter_files.MEAN: lambda windows: windows.mean(axis=0),
}
"""From a block's vectors of a sound's windows [windows, size] to that of the sound [size]."""


@dataclass(frozen=True, slots=True)
class _Block:
    part: Projection | ClassScores
    pool: Callable[[Numbers], Numbers]
    weight: np.float32


class StarterEmbedder:
    """An `Embedder` from the files that come with the app."""

    def __init__(self, folder: Path, *, embedder_id: str) -> None:
        """Load and verify the weights in `folder`.

        Raises EmbedderError if a file is missing or damaged, or if the files are not those that `embedder_id` (from
        `starter_spec`) names.
        """
        self.between_passes: Callable[[], None] | None = None
        """Called between the passes over a long sound, so that a text need not wait for all of it."""
        config = read_config(folder)
        if config.embedder_id != embedder_id:
            raise EmbedderError("The bundled embedder was replaced while Earmark was running. Start Earmark again.")

        def read(name: str) -> bytes:
            return read_verified(folder, name, config)

        self.embedder_id = embedder_id
        self.dimension = config.dimension
        self.sample_rate = config.sample_rate
        tokenizer = Tokenizer.from_str(read(starter_files.TOKENIZER).decode())
        self._sentences = SentenceEncoder(read(starter_files.MINILM_GRAPH), load(read(starter_files.MINILM)), tokenizer)
        self._network = Yamnet(read(starter_files.YAMNET_GRAPH), load(read(starter_files.YAMNET)))
        makers: dict[str, Callable[[], Projection | ClassScores]] = {
            starter_files.PROJECTION_BLOCK: lambda: Projection(load(read(starter_files.PROJECTION))),
            starter_files.CLASS_BLOCK: lambda: ClassScores(load(read(starter_files.CLASSES)), config.text_rule),
        }
        self._blocks = [
            _Block(makers[block.kind](), _POOLING[block.pooling], np.float32(block.weight)) for block in config.blocks
        ]

    def embed_audio(self, sounds: Sequence[Samples]) -> Vectors:
        """Mono float32 sounds of shape [n] at 16 kHz -> [len(sounds), dimension]; each is heard by itself."""
        vectors = np.zeros((len(sounds), self.dimension), dtype=np.float32)
        for row, sound in enumerate(sounds):
            vectors[row] = self._hear([sound])
        return vectors

    def embed_stream(self, sound: SoundStream) -> Vectors:
        """A mono sound of any length at 16 kHz -> [dimension]; goes through it three times."""
        return self._hear(sound)

    def embed_text(self, texts: Sequence[str]) -> Vectors:
        """English texts -> [len(texts), dimension]; a text without words is all zero."""
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            if text.strip():
                meaning = self._sentences.encode(text)
                vectors[row] = np.concatenate([block.part.read(meaning) for block in self._blocks])
        return vectors

    def _hear(self, sound: Iterable[Samples]) -> Numbers:
        """Each block's vectors of the sound's windows, pooled and weighed, side by side, brought to unit length."""
        sounding = find_sounding(sound, self.sample_rate)
        windows: list[list[Numbers]] = [[] for _block in self._blocks]
        for features in self._network.stream_windows(sounding.of(sound), sounding.samples):
            for vectors, block in zip(windows, self._blocks, strict=True):
                vectors.append(block.part.hear(features))
            if self.between_passes is not None:
                self.between_passes()
        pooled = [
            block.weight * block.pool(np.stack(vectors)) for vectors, block in zip(windows, self._blocks, strict=True)
        ]
        return of_unit_length(np.concatenate(pooled))
