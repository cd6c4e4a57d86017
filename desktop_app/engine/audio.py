"""Decoding: a sound file becomes what an embedder hears, a region to be played, or a file of its own.

All of it streams, so memory follows what is kept and not what a file claims to be. Lengths are counted from decoded
frames, because headers lie. No function here ever writes to the file it reads.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import soundfile
import soxr
from numpy.typing import NDArray

from desktop_app.core.sound import AudioFormat, FileStamp, Samples
from desktop_app.engine.audio_file import BLOCK_FRAMES, AudioFile, Frames, check_regular_file
from desktop_app.engine.mix_down import mix_down
from desktop_app.engine.sound_errors import FileInTheWayError, SilentSoundError, UnreadableSoundError, reason
from desktop_app.engine.waveform import Envelope, thumbnail, thumbnail_envelope

__all__ = [
    "DecodedSound",
    "Progress",
    "SilentSoundError",
    "UnreadableSoundError",
    "decode",
    "describe",
    "export_region",
    "read_region",
    "stamp_of",
]

Progress = Callable[[], None]
"""Called now and then during long work; whatever it raises ends the work."""

SHORTEST_SECONDS: Final = 0.010
"""A sound of less holds not one frame of a spectrum."""
SILENCE: Final = 1e-5
"""-100 dBFS: below the noise of 16 bits; a sound that never rises above it has nothing to be heard."""
_FIRST_CAPACITY: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class DecodedSound:
    """A sound as an embedder hears it."""

    samples: Samples
    """Mono at the rate that was asked for, shape [n], in -1..1."""
    format: AudioFormat
    """Of the file, with the frames of all of it, even where `samples` holds only its beginning."""
    thumbnail: bytes
    """int8 [200, 2], lowest and highest of the mono mix."""


def stamp_of(path: Path) -> FileStamp:
    """What tells later whether the file was changed. Raises `UnreadableSoundError` for an empty file or none."""
    status = check_regular_file(path)
    return FileStamp(status.st_size, status.st_mtime_ns, status.st_ino)


def decode(
    path: Path, *, sample_rate: int, progress: Progress | None = None, longest_seconds: float = 3600.0
) -> DecodedSound:
    """Decode, mix down and resample (soxr, high quality) a whole file.

    At most `longest_seconds` of samples are kept, so memory is bounded; the rest is decoded for its length and shape.
    A file that was cut short or is damaged gives what can be decoded. Raises `UnreadableSoundError`, and
    `SilentSoundError` (with `format`) where less than 10 ms or nothing above -100 dBFS is in it.
    """
    envelope = thumbnail_envelope()
    invalid = False
    with AudioFile(path) as file:
        kept = _Kept(file.sample_rate, sample_rate, longest=round(longest_seconds * sample_rate))
        for block in file.blocks():
            invalid = invalid or not np.isfinite(block).all()
            mono = mix_down(block)
            envelope.add(mono)
            kept.add(mono)
            if progress is not None:
                progress()
        found, trouble = file.format(envelope.samples), file.trouble
    _refuse_silence(envelope, found, trouble, invalid=invalid)
    return DecodedSound(kept.finish(), found, thumbnail(envelope))


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


def _refuse_silence(envelope: Envelope, found: AudioFormat, trouble: str | None, *, invalid: bool) -> None:
    """Raises what `decode` promises for a sound with nothing in it."""
    sentence = None
    if found.seconds < SHORTEST_SECONDS:
        if trouble is not None:
            raise UnreadableSoundError(
                f"The file ends before its audio does: only {found.seconds:.3f} s could be read. Copy it again."
            )
        sentence = f"This sound is only {1000 * found.seconds:.1f} ms long, too short to be heard."
    elif envelope.peak() < SILENCE:
        sentence = "This sound is silent from beginning to end."
        if invalid:
            sentence = "The file holds invalid sample values (NaN or infinity) and nothing else to hear."
    if sentence is None:
        return
    error = SilentSoundError(sentence)
    error.format = found
    raise error


class _Kept:
    """Resamples the mono mix block by block and keeps its beginning in one array that grows."""

    def __init__(self, from_rate: int, to_rate: int, *, longest: int) -> None:
        same = from_rate == to_rate
        self._resampler = None if same else soxr.ResampleStream(from_rate, to_rate, 1, dtype="float32", quality="HQ")
        self._longest = longest
        self._samples: Samples = np.empty(_FIRST_CAPACITY, dtype=np.float32)
        self._count = 0

    def add(self, mono: Samples) -> None:
        if self._count >= self._longest:
            return
        self._keep(mono if self._resampler is None else self._resampler.resample_chunk(mono))

    def finish(self) -> Samples:
        """All that was kept, [n], clipped to -1..1."""
        if self._resampler is not None and self._count < self._longest:
            self._keep(self._resampler.resample_chunk(np.empty(0, dtype=np.float32), last=True))
        self._samples.resize(self._count, refcheck=False)
        np.clip(self._samples, -1.0, 1.0, out=self._samples)
        return self._samples

    def _keep(self, piece: Frames) -> None:
        piece = piece[: self._longest - self._count]
        end = self._count + len(piece)
        if end > len(self._samples):
            # Growing in place spares the second copy that joining all blocks at the end would take.
            self._samples.resize(end + end // 4, refcheck=False)
        self._samples[self._count : end] = piece
        self._count = end
