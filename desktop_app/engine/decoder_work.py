"""What a decoder child can be asked to do, as plain data."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

AUDITION: Final = "audition"
BACKGROUND: Final = "background"


@dataclass(frozen=True, slots=True)
class ReadRegion:
    """Frames `start` to `start + frames` of a file -> (float32 [n, channels], rate in Hz); n is smaller at the end."""

    path: Path
    start: int
    frames: int


@dataclass(frozen=True, slots=True)
class ExportRegion:
    """Write a region as a sound of its own -> the path that was written; see `audio.export_region`."""

    path: Path
    start: int
    frames: int
    target: Path


@dataclass(frozen=True, slots=True)
class Describe:
    """Decode a file to count its frames -> `AudioFormat`."""

    path: Path


@dataclass(frozen=True, slots=True)
class Waveform:
    """The shape of a whole file -> `Peaks`."""

    path: Path


@dataclass(frozen=True, slots=True)
class Release:
    """Let go of the file that was read last, so that its owner may move or delete it -> None."""


DecoderWork = ReadRegion | ExportRegion | Describe | Waveform | Release
