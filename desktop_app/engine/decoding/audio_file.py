"""Opens a sound file with whichever decoder can read it and hands its samples out block by block.

soundfile (libsndfile) comes first; PyAV (FFmpeg) reads what it cannot open or cannot read to the end, and MP3.
"""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Protocol

import numpy as np
import soundfile
from numpy.typing import NDArray

from desktop_app.core.sound import AudioFormat
from desktop_app.engine.decoding.pyav_reader import PyavReader
from desktop_app.engine.decoding.sound_errors import (
    UnreachableSoundError,
    UnreadableSoundError,
    of_the_system,
    parser_errors,
    reason,
)

Frames = NDArray[np.float32]
"""Samples as decoded: shape [frames, channels], float32."""

BLOCK_FRAMES: Final = 1 << 16
"""Frames that are decoded at a time: more than a second, large enough that Python costs nothing beside the decoder, and
small enough to stay in the processor's cache until they are mixed down and resampled.
"""
_BLOCK_SAMPLES: Final = 1 << 21
"""Frames times channels of a block, so that a file that claims 1,024 channels does not ask for gigabytes."""

_BLOCK_SECONDS: Final = 60.0
"""Of a block, so that a file that claims one sample a second is not resampled to gigabytes in one go."""

_MOST_FRAMES: Final = 1 << 40
"""A month at a megahertz: a header that claims more knows nothing."""

_FASTEST: Final = 10_000_000
"""Hz. What records bats, whales and ultrasound stays below; a header that claims more is damaged, and all that is
measured over tenths of a second would take gigabytes.
"""

_PYAV_FIRST: Final = frozenset({".mp3", ".mp2"})
"""libsndfile 1.2.2 decodes some MP3 files to silence after a few thousand frames when they are read in pieces."""
_TELLING_CODES: Final = (3, 4)  # libsndfile's "malformed file" and "unsupported encoding": it knew the format


class _Reader(Protocol):
    """One decoder at work on one file."""

    container: str
    encoding: str
    sample_rate: int
    channels: int
    frames_hint: int | None

    def read(self, frames: int) -> Frames:
        """The next frames; fewer only at the end. Raises `UnreadableSoundError` where the decoder gives up."""
        ...

    def seek(self, frame: int) -> bool:
        """Go to a frame exactly; False where this format cannot, and then nothing has moved."""
        ...

    def close(self) -> None:
        """Let the file go."""
        ...


class AudioFile:
    """An open sound. Not safe for two threads at once; close it, or use it in a `with`."""

    def __init__(self, path: Path) -> None:
        """Raises `UnreadableSoundError` when no decoder can open the file, or its rate cannot be true."""
        check_regular_file(path)
        self._path = path
        self.position = 0
        """The frame that `read` gives next."""
        self.trouble: str | None = None
        """What went wrong while reading; what was decoded all the same is good."""
        self._reader = _open(path)
        rate = self._reader.sample_rate
        if rate > _FASTEST:
            self._reader.close()
            raise UnreadableSoundError(
                f"This file claims {rate:,} samples a second, which no sound has: it is damaged."
            )

    def __enter__(self) -> "AudioFile":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @property
    def sample_rate(self) -> int:
        """Hz."""
        return self._reader.sample_rate

    @property
    def channels(self) -> int:
        """Channels of every block."""
        return self._reader.channels

    @property
    def frames_hint(self) -> int | None:
        """Frames of the whole file as its header has it, if it says something that can be true. Headers lie."""
        hint = self._reader.frames_hint
        return hint if hint is not None and 0 <= hint < _MOST_FRAMES else None

    def format(self, frames: int) -> AudioFormat:
        """The file's format with the number of frames that were counted."""
        reader = self._reader
        return AudioFormat(reader.container, reader.encoding, reader.sample_rate, reader.channels, frames)

    def read(self, frames: int) -> Frames:
        """The next frames, [n, channels]; n is smaller than asked only at the end of what can be decoded.

        Raises `UnreachableSoundError` where a disk or a network fails on the way: that is not the end of the sound.
        """
        try:
            block = self._reader.read(frames)
        except UnreachableSoundError:
            raise
        except UnreadableSoundError as error:
            self.trouble = str(error)
            if not self._take_over():
                return np.empty((0, self.channels), dtype=np.float32)
            block = self._reader.read(frames)
        self.position += len(block)
        return block

    def blocks(self) -> Iterator[Frames]:
        """Everything from here to the end, in blocks of bounded size."""
        longest = max(1, round(_BLOCK_SECONDS * self.sample_rate))
        size = min(BLOCK_FRAMES, longest, max(1, _BLOCK_SAMPLES // self.channels))
        while len(block := self.read(size)):
            yield block

    def seek(self, frame: int) -> Iterator[None]:
        """Go to a frame, counted as decoded; yields now and then where it has to decode its way there."""
        if frame == self.position:
            return
        if self._reader.seek(frame):
            self.position = frame
            return
        if frame < self.position:
            self._reader.close()
            self._reader, self.position = _open(self._path), 0
        while self.position < frame and len(self.read(min(BLOCK_FRAMES, frame - self.position))):
            yield

    def close(self) -> None:
        """Let the file go."""
        self._reader.close()

    def _take_over(self) -> bool:
        """Go on with PyAV where soundfile gave up, because it decodes damaged and cut files as far as they go."""
        before = self._reader
        if isinstance(before, PyavReader):
            return False
        try:
            reader = PyavReader(self._path)
        except UnreachableSoundError:
            raise
        except UnreadableSoundError:
            return False
        if (reader.sample_rate, reader.channels) != (before.sample_rate, before.channels):
            reader.close()
            return False
        skipped = 0
        while skipped < self.position and (step := len(reader.read(min(BLOCK_FRAMES, self.position - skipped)))):
            skipped += step
        before.close()
        self._reader = reader
        return True


def check_regular_file(path: Path) -> os.stat_result:
    """The file's status.

    Raises `UnreadableSoundError` for what cannot hold a sound: a missing or an empty file, a pipe, a device.
    """
    try:
        status = path.stat()
    except FileNotFoundError as error:
        raise UnreachableSoundError("This file is no longer there.") from error
    except OSError as error:
        raise of_the_system(error) from error
    except ValueError as error:
        raise UnreadableSoundError(f"This file cannot be opened ({reason(error)}).") from error
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableSoundError("This is not a file that can hold a sound.")
    if status.st_size == 0:
        raise UnreadableSoundError("This file is empty.")
    return status


def _open(path: Path) -> _Reader:
    """The first decoder that can read the file; of two refusals, the one that says more is raised."""
    if path.suffix.lower() in _PYAV_FIRST:
        try:
            return PyavReader(path)
        except UnreadableSoundError as first:
            try:
                return _SoundfileReader(path)
            except UnreadableSoundError:
                raise first from None  # libsndfile says of what it does not know that it does not exist
    try:
        return _SoundfileReader(path)
    except UnreadableSoundError as first:
        try:
            return PyavReader(path)
        except UnreachableSoundError:
            raise
        except UnreadableSoundError as second:
            cause = first.__cause__
            known = isinstance(cause, soundfile.LibsndfileError) and cause.code in _TELLING_CODES
            raise (first if known else second) from second


class _SoundfileReader:
    """Reads by libsndfile: WAV and its kin, AIFF, FLAC, Ogg, MP3, CAF, AU."""

    def __init__(self, path: Path) -> None:
        name = str(path) if sys.platform == "win32" else os.fsencode(path)
        with parser_errors():
            self._file = soundfile.SoundFile(name)
        self.sample_rate: int = self._file.samplerate
        self.channels: int = self._file.channels
        self.frames_hint: int | None = self._file.frames
        self.container = _container(self._file.format, self._file.subtype)
        self.encoding: str = self._file.subtype

    def read(self, frames: int) -> Frames:
        with parser_errors():
            block: Frames = self._file.read(frames, dtype="float32", always_2d=True)
        return block

    def seek(self, frame: int) -> bool:
        with parser_errors():
            if not self._file.seekable():
                return False
            self._file.seek(min(frame, self._file.frames))
        return True

    def close(self) -> None:
        self._file.close()


def _container(file_format: str, encoding: str) -> str:
    """What people call the file: soundfile says OGG for Opus too, and WAVEX for some WAVs."""
    if encoding == "OPUS":
        return "opus"
    return "wav" if file_format == "WAVEX" else file_format.lower()
