"""CLAP: sounds and words become vectors of one space.

Each sound and each text goes through the network by itself: batches do not pay on a CPU, and so no neighbour can
change a bit of an embedding. What runs the network is behind `Towers`.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from desktop_app.core.sound import Samples
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.clap.clap_checkpoint import read_checkpoint
from desktop_app.engine.clap.clap_tokenizer import ClapTokenizer
from desktop_app.engine.clap.clap_towers import Towers
from desktop_app.engine.clap.log_mel import LogMel
from desktop_app.engine.embedders.embedder import EmbedderError, EmbedderSpec, SoundStream


class ClapEmbedder:
    """A CLAP checkpoint in a local folder; implements `Embedder`."""

    def __init__(self, folder: Path, towers: Towers, *, embedder_id: str) -> None:
        """`towers` are the checkpoint's own. Raises `EmbedderError` with a sentence when the folder cannot be used."""
        checkpoint = read_checkpoint(folder)
        self._embedder_id = embedder_id
        self._dimension = checkpoint.dimension
        self._log_mel = LogMel(checkpoint.mel)
        self._tokenizer = ClapTokenizer(checkpoint)
        self._towers = towers

    @property
    def embedder_id(self) -> str:
        """Names network, front end and precision."""
        return self._embedder_id

    @property
    def dimension(self) -> int:
        """Numbers in an embedding."""
        return self._dimension

    @property
    def sample_rate(self) -> int:
        """Hz of the samples that `embed_audio` wants."""
        return self._log_mel.parameters.sample_rate

    def embed_audio(self, sounds: Sequence[Samples]) -> Vectors:
        """Mono float32 sounds, each [n] at `sample_rate` -> embeddings of unit length [len(sounds), dimension].

        Raises `ValueError` with a sentence for a sound that has no embedding: empty, silent, or not made of numbers.
        """
        return self._rows([self._towers.hear(self._log_mel(samples)) for samples in sounds])

    def embed_stream(self, sound: SoundStream) -> Vectors:
        """One sound of any length at `sample_rate` -> [dimension]; raises `ValueError` as well."""
        return self._towers.hear(self._log_mel.of_stream(sound))

    def embed_text(self, texts: Sequence[str]) -> Vectors:
        """English texts -> embeddings of unit length [len(texts), dimension]; a text is cut where the network's
        memory ends.
        """
        return self._rows([self._towers.read(self._tokenizer(text)) for text in texts])

    def _rows(self, embeddings: list[Vectors]) -> Vectors:
        return np.array(embeddings, dtype=np.float32).reshape(len(embeddings), self._dimension)


class ClapFrontEnd:
    """What the front end of a checkpoint makes of sounds, in the place of embeddings: for a network elsewhere.

    A `Listener` takes it for an embedder of sounds. A row holds the numbers of `ClapInput.frames`, one after the other;
    that of a long sound, which it hears as a whole, has four times as many.
    """

    def __init__(self, spec: EmbedderSpec) -> None:
        """Loads no weights. Raises `EmbedderError` with a sentence when the folder cannot be used."""
        self._log_mel = LogMel(read_checkpoint(spec.folder).mel)
        self.embedder_id = spec.embedder_id

    @property
    def dimension(self) -> int:
        """Numbers of a sound that is not heard as a long one."""
        return self._log_mel.parameters.frames * self._log_mel.parameters.mel_bins

    @property
    def sample_rate(self) -> int:
        """Hz of the samples that `embed_audio` wants."""
        return self._log_mel.parameters.sample_rate

    def embed_audio(self, sounds: Sequence[Samples]) -> Vectors:
        """Sounds that are all long ones or none -> a row for each. Raises `ValueError` as `ClapEmbedder` does."""
        return np.stack([self._log_mel(samples).frames.ravel() for samples in sounds])

    def embed_stream(self, sound: SoundStream) -> Vectors:
        """One sound of any length -> its row; raises `ValueError` as well."""
        row: Vectors = self._log_mel.of_stream(sound).frames.ravel()
        return row

    def embed_text(self, texts: Sequence[str]) -> Vectors:  # noqa: ARG002 - what an embedder has
        """Raises `EmbedderError`: texts are read elsewhere."""
        raise EmbedderError("The front end alone reads no texts.")
