"""A sound: one audio file of the library, as plain data."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Samples = NDArray[np.float32]
"""Mono audio, shape [n], float32 in -1..1 at a rate named beside it."""


class SoundState(StrEnum):
    """Where the file behind a sound is. A scan never deletes a sound; it only changes this."""

    PRESENT = "present"
    MISSING = "missing"
    """The folder is there, the file is not."""
    OFFLINE = "offline"
    """The whole folder cannot be reached (a drive that is not plugged in)."""


@dataclass(frozen=True, slots=True)
class AudioFormat:
    """What the decoder found, counted from decoded frames and never taken from a header."""

    container: str
    """Lower case and short: `wav`, `flac`, `aiff`, `mp3`, `ogg`, `m4a` ..."""
    encoding: str
    """The sample encoding as the decoder names it, for example `PCM_24` or `aac`."""
    sample_rate: int
    """Hz."""
    channels: int
    frames: int

    @property
    def seconds(self) -> float:
        """Length of the sound in seconds."""
        return self.frames / self.sample_rate

    @property
    def bits(self) -> int | None:
        """Bits a sample for linear PCM, else None."""
        digits = "".join(filter(str.isdigit, self.encoding))
        return int(digits) if self.encoding.startswith("PCM_") and digits else None


@dataclass(frozen=True, slots=True)
class FileStamp:
    """What tells an unchanged file without reading it."""

    size: int
    """Bytes."""
    modified_ns: int
    inode: int


@dataclass(frozen=True, slots=True)
class Sound:
    """One audio file of the library."""

    sound_id: int
    folder_id: int
    path: Path
    stamp: FileStamp
    state: SoundState
    content_id: bytes | None = None
    """Hash of the audio itself (not of the file); None until it was read."""
    format: AudioFormat | None = None
    problem: str | None = None
    """A sentence saying why the sound has no embedding, for example "This is not audio"."""
    added: int | None = None
    """When it came into the library, in seconds since 1970 (UTC); None for sounds from before that was written down."""

    @property
    def name(self) -> str:
        """The file's name with its extension."""
        return self.path.name

    @property
    def in_library(self) -> bool:
        """Whether the library knows it; else it is only looked at and heard."""
        return self.sound_id > 0


def outside_sound(path: Path, number: int) -> Sound:
    """A file that is not in the library, to be looked at and heard; its `number`, 0 or more, tells it from others."""
    return Sound(-1 - number, 0, path, FileStamp(0, 0, 0), SoundState.PRESENT)
