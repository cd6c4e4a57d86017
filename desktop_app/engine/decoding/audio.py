"""Decoding: a sound file becomes what an embedder hears, a region to be played, or a file of its own.

All of it streams, so memory follows what is kept and not what a file claims to be. Lengths are counted from decoded
frames, because headers lie. No function here ever writes to the file it reads.
"""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import soundfile
from numpy.typing import NDArray

from desktop_app.core.sound import AudioFormat, FileStamp, Samples
from desktop_app.engine.decoding.audio_file import BLOCK_FRAMES, AudioFile, check_regular_file
from desktop_app.engine.decoding.sound_errors import FileInTheWayError, UnreadableSoundError, reason
from desktop_app.engine.decoding.sound_stream import FileStream, Progress
from desktop_app.library.watching.stamps import stamp_of_status


@dataclass(frozen=True, slots=True)
class DecodedSound:
    """A sound as an embedder hears it."""

    samples: Samples
    """Mono at the rate that was asked for, shape [n], in -1..1."""
    format: AudioFormat
    """Of the file, with the frames that were counted."""
    thumbnail: bytes
    """int8 [200, 2], lowest and highest of the mono mix."""


def stamp_of(path: Path) -> FileStamp:
    """What tells later whether the file was changed. Raises `UnreadableSoundError` for an empty file or none."""
    return stamp_of_status(check_regular_file(path))


def decode(path: Path, *, sample_rate: int, progress: Progress | None = None) -> DecodedSound:
    """Decode, mix down and resample (soxr, high quality) a whole file, which must fit into memory.

    A file that was cut short or is damaged gives what can be decoded. Raises `UnreadableSoundError`, and
    `SilentSoundError` (with `format`) where less than 10 ms or nothing above -100 dBFS is in it.
    """
    stream = FileStream(path, sample_rate=sample_rate, progress=progress)
    samples = stream.joined(at_most=sys.maxsize)
    assert samples is not None, "there is no longer sound"
    assert stream.overview is not None, "it was decoded to its end"
    return DecodedSound(samples, stream.overview.format, stream.overview.thumbnail)


def describe(path: Path, *, progress: Progress | None = None) -> AudioFormat:
    """The format of a file with its frames counted by decoding all of it. Raises `UnreadableSoundError`."""
    frames = 0
    with AudioFile(path) as file:
        for block in file.blocks():
            frames += len(block)
            if progress is not None:
                progress()
        return file.format(frames)


def read_region(
    path: Path, start: int, frames: int, *, progress: Progress | None = None
) -> tuple[NDArray[np.float32], int]:
    """Frames `start` to `start + frames` of a file, [n, channels] in float32, and its rate in Hz.

    n is smaller than asked where the file ends. Raises `UnreadableSoundError`.
    """
    with AudioFile(path) as file:
        for _ in file.seek(start):
            if progress is not None:
                progress()
        return file.read(frames), file.sample_rate


def export_region(
    path: Path,
    start: int,
    frames: int,
    target: Path,
    *,
    replaced: Path | None = None,
    progress: Progress | None = None,
) -> Path:
    """Write a region as a sound of its own: in the file's format where soundfile can write that, else as 24 bit WAV.

    The suffix of `target` is set to fit, and the path that was written is returned. The file appears under its name
    only when it is complete, and takes the place of another only where that is `replaced`: else `FileInTheWayError`.
    Raises `UnreadableSoundError`, also when it cannot be written or would replace its source.
    """
    with AudioFile(path) as file:
        container, encoding = _written_format(file.format(0))
        target = _with_suffix(target, "opus" if encoding == "OPUS" else container.lower(), path.suffix)
        if target.exists() and target.samefile(path):
            raise UnreadableSoundError("A region cannot replace the sound that it was cut from; choose another name.")
        if target != replaced and os.path.lexists(target):
            raise FileInTheWayError(target)
        part = target.with_name(f".{target.name}.part")
        try:
            with soundfile.SoundFile(part, "w", file.sample_rate, file.channels, encoding, format=container) as written:
                _copy_region(file, start, frames, written, progress)
            part.replace(target)
        except (soundfile.LibsndfileError, OSError) as error:
            sentence = f"The region cannot be written into {target.parent} ({reason(error)}); choose another folder."
            raise UnreadableSoundError(sentence) from error
        finally:
            part.unlink(missing_ok=True)
    return target


def _with_suffix(target: Path, suffix: str, of_source: str) -> Path:
    """The name with the suffix of its format; a name such as `rain 1.5-2.0` keeps what only looks like a suffix."""
    given = target.suffix.lower()
    is_audio = given == of_source.lower() or given[1:].upper() in soundfile.available_formats()
    return target.with_name(f"{target.stem if is_audio else target.name}.{suffix}")


def _copy_region(
    file: AudioFile, start: int, frames: int, written: soundfile.SoundFile, progress: Progress | None
) -> None:
    for _ in file.seek(start):
        if progress is not None:
            progress()
    left = frames
    while left > 0 and len(block := file.read(min(left, BLOCK_FRAMES))):
        written.write(block)
        left -= len(block)
        if progress is not None:
            progress()


def _written_format(source: AudioFormat) -> tuple[str, str]:
    """soundfile's format and encoding for a region of such a file."""
    container = "OGG" if source.container == "opus" else source.container.upper()
    if source.encoding == "mp3":
        return "MP3", "MPEG_LAYER_III"
    if container in soundfile.available_formats() and soundfile.check_format(container, source.encoding):
        return container, source.encoding
    return "WAV", "PCM_24"
