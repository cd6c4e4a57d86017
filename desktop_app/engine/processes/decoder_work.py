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
    replaced: Path | None = None
    """The one file that may be replaced, because a person said so."""


@dataclass(frozen=True, slots=True)
class Describe:
    """Decode a file to count its frames -> `AudioFormat`."""

    path: Path


@dataclass(frozen=True, slots=True)
class Waveform:
    """The shape of a whole file -> `Peaks`."""

    path: Path


@dataclass(frozen=True, slots=True)
class Overview:
    """A first look at the shape of a file of so many frames -> `Peaks`, or None where that would take long."""

    path: Path
    frames: int


@dataclass(frozen=True, slots=True)
class ReadDetail:
    """As `ReadRegion`, but to be looked at: it waits behind other pictures and lets the file go at once."""

    path: Path
    start: int
    frames: int


@dataclass(frozen=True, slots=True)
class ShowSpectrum:
    """Frames `start` to `start + frames` in at most `columns` columns -> `Spectrogram`."""

    path: Path
    start: int
    frames: int
    columns: int


@dataclass(frozen=True, slots=True)
class MeasureLoudness:
    """How loud a whole file is -> `Loudness`."""

    path: Path


@dataclass(frozen=True, slots=True)
class MeasureBeginning:
    """How loud the first `seconds` of a file are, at once, because it is about to be played -> `Loudness`."""

    path: Path
    seconds: float


@dataclass(frozen=True, slots=True)
class ReadTexts:
    """What stands in a file about itself -> `Metadata`."""

    path: Path


@dataclass(frozen=True, slots=True)
class Release:
    """Let go of the file that was read last, so that its owner may move or delete it -> None."""


Picture = Waveform | Overview | ReadDetail | ShowSpectrum | MeasureLoudness
"""What is done to be looked at: nobody hears when it comes late."""

DecoderWork = ReadRegion | ExportRegion | Describe | MeasureBeginning | Picture | ReadTexts | Release
