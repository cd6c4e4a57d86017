"""What the engine needs of a network that hears sounds and reads words.

`starter.py` and `clap.py` implement `Embedder`. An `EmbedderSpec` names one without importing any network runtime, so
that the main process can look embeddings up while only the embedding child loads the weights.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from desktop_app.core.sound import Samples
from desktop_app.core.vector_index import Vectors


class EmbedderError(Exception):
    """The embedder cannot be used; the message is a sentence that says what to do."""


class SoundStream(Protocol):
    """A sound of any length that is heard block by block, from its start again as often as wanted."""

    @property
    def samples_hint(self) -> int | None:
        """Samples that it may have; a hint, because headers lie. What counts is what comes."""
        ...

    def __iter__(self) -> Iterator[Samples]:
        """Mono float32 blocks of shape [n] in -1..1; n differs and may be 0."""
        ...


class Embedder(Protocol):
    """Turns sounds and texts into vectors of one space.

    The score of a text for a sound is the dot product of the two; the likeness of two sounds is the cosine of theirs.
    The same sound gives the same bits, whatever else is embedded with it, in which order and how often. (What a device
    hears in batches may differ from that in its last bits: see `device_tower.py`.)
    """

    @property
    def embedder_id(self) -> str:
        """Names network, revision, front end version and precision; embeddings of two ids are never compared. Where
        several runtimes were found to give the same within that precision, they share one id.
        """
        ...

    @property
    def dimension(self) -> int:
        """Numbers in an embedding."""
        ...

    @property
    def sample_rate(self) -> int:
        """Hz of the samples that `embed_audio` wants."""
        ...

    def embed_audio(self, sounds: Sequence[Samples]) -> Vectors:
        """Mono float32 sounds at `sample_rate`, each of shape [n] -> embeddings [len(sounds), dimension]."""
        ...

    def embed_stream(self, sound: SoundStream) -> Vectors:
        """One sound at `sample_rate` -> its embedding [dimension], in memory that does not grow with its length.

        Bit for bit what `embed_audio` makes of its joined blocks.
        """
        ...

    def embed_text(self, texts: Sequence[str]) -> Vectors:
        """English texts -> embeddings [len(texts), dimension]."""
        ...


Precision = Literal["exact", "fast"]
"""Exact: embeddings within cosine 0.99999 of float32's. Fast: within 0.9999, in half precision as far as that is
quicker on this machine and near enough.
"""

DeviceUse = Literal["auto", "cpu"]
"""Auto: a graphics processor hears sounds where it is quicker than all cores together. Cpu: never."""


@dataclass(frozen=True, slots=True)
class EmbedderSpec:
    """Everything a child process needs to load an embedder; plain data, safe to send to it."""

    name: str
    """As the user knows it: `starter`, `clap-htsat-fused`, or the name given to a folder."""
    kind: Literal["starter", "clap"]
    folder: Path
    """Where the weights lie."""
    embedder_id: str
    sample_rate: int
    dimension: int
    precision: Precision = "exact"
    """How a CLAP checkpoint may compute."""
    towers: Path | None = None
    """Where converted networks of CLAP checkpoints are kept; None: torch runs them."""
    device: DeviceUse = "cpu"
    """What may hear the sounds of a CLAP checkpoint."""
