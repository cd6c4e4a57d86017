"""What an embedding child can be asked to do, as plain data."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from desktop_app.core.sound import Samples
from desktop_app.engine.embedders.embedder import EmbedderSpec

FILES: Final = "files"
TEXTS: Final = "texts"
MEASURING: Final = "measuring"
"""A lane of its own: what a person asks of a file does not wait for a long one to be measured."""


@dataclass(frozen=True, slots=True)
class Identify:
    """Find out what audio a file holds."""

    path: Path


@dataclass(frozen=True, slots=True)
class Hear:
    """Decode a file and embed it."""

    path: Path


@dataclass(frozen=True, slots=True)
class EmbedPart:
    """Decode a region of a file and embed it."""

    path: Path
    start: float
    """Seconds."""
    end: float | None
    """Seconds; None means to the end of the file."""


@dataclass(frozen=True, slots=True)
class HearWindows:
    """Embed windows of a file, one by one."""

    path: Path
    starts: tuple[float, ...]
    """Seconds, ascending."""
    seconds: float
    """Length of a window."""


@dataclass(frozen=True, slots=True)
class HearWorsened:
    """Embed the beginning of a file as it is, and made worse in each way."""

    path: Path
    seconds: float
    """Of the beginning."""


@dataclass(frozen=True, slots=True)
class Prepare:
    """The same with the network's front end in the network's place: what it makes of sounds is embedded elsewhere."""

    work: Identify | Hear | HearWindows

    @property
    def path(self) -> Path:
        """The file that is read."""
        return self.work.path


@dataclass(frozen=True, slots=True)
class MeasureQuality:
    """Find out what is wrong with a recording."""

    path: Path


@dataclass(frozen=True, slots=True)
class AnalyseMusic:
    """Find out what a musician asks for."""

    path: Path


@dataclass(frozen=True, slots=True)
class EmbedText:
    """Embed texts."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EmbedSamples:
    """Embed mono sounds at 48 kHz."""

    sounds: tuple[Samples, ...]


@dataclass(frozen=True, slots=True)
class EmbeddingChildSettings:
    """How the child is to work."""

    spec: EmbedderSpec
    loader: str
    """ "package.module:function" that makes an `Embedder` of the spec."""
    stall_seconds: float
    load_seconds: float
    memory_bytes: int
