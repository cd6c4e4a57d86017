"""A sound file as an embedder hears it: mono at its rate, block by block, from the start again as often as it likes.

Memory follows a block and not the length of the sound, and what else is to be known of a file (its format and its shape
for the eye) is gathered on the way through it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import soxr

from desktop_app.core.sound import AudioFormat, Samples
from desktop_app.engine.decoding.audio_file import AudioFile, Frames
from desktop_app.engine.decoding.mix_down import mix_down_checked
from desktop_app.engine.decoding.quick_flac import LostFramesError, quick_blocks
from desktop_app.engine.decoding.sound_errors import SilentSoundError, UnreadableSoundError
from desktop_app.engine.decoding.waveform import Envelope, thumbnail, thumbnail_envelope

Progress = Callable[[], None]
"""Called now and then during long work; whatever it raises ends the work."""

SHORTEST_SECONDS: Final = 0.010
"""A sound of less holds not one frame of a spectrum."""
SILENCE: Final = 1e-5
"""-100 dBFS: below the noise of 16 bits; a sound that never rises above it has nothing to be heard."""
_FIRST_CAPACITY: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class Overview:
    """What is known of a file that was decoded to its end."""

    format: AudioFormat
    """With the frames that were counted."""
    thumbnail: bytes
    """int8 [200, 2], lowest and highest of the mono mix."""


class FileStream:
    """A `SoundStream` from a file; each pass decodes it again. A file that is cut short goes as far as it can be read.

    The first pass to the end tells the `overview`, and the ones behind it end with an error if the file is another one
    by then. Any pass raises `UnreadableSoundError`, and the first one, at its
    end, `SilentSoundError` (with `format`) where less than 10 ms or nothing above -100 dBFS was in the file.
    """

    def __init__(self, path: Path, *, sample_rate: int, progress: Progress | None = None) -> None:
        """`sample_rate`: Hz of the samples that are wanted; `progress` is called after each block."""
        self._path = path
        self._sample_rate = sample_rate
        self._promised: int | None = None
        self.progress = progress
        self.overview: Overview | None = None

    @property
    def samples_hint(self) -> int | None:
        """Samples that are to be expected: counted, once there was a whole pass, and before that what the header says.

        None where it says nothing. Raises `UnreadableSoundError`.
        """
        if self.overview is not None:
            return self._resampled(self.overview.format.frames, self.overview.format.sample_rate)
        if self._promised is None:
            with AudioFile(self._path) as file:
                return self._read_header(file)
        return self._promised

    def __iter__(self) -> Iterator[Samples]:
        """Mono float32 blocks [n] in -1..1."""
        file = AudioFile(self._path)
        return self._decode(file, file.blocks())

    def joined(self, *, at_most: int) -> Samples | None:
        """All samples [n] in one array, or None when there are more, or when the header says that there will be more.

        A header that says less does not cost memory either: what was kept is let go of, and the rest only counted.
        """
        file = AudioFile(self._path)
        promised = self._read_header(file)
        if (promised or 0) > at_most:
            file.close()
            return None
        quick = quick_blocks(self._path, file)
        if quick is not None:
            try:
                return self._join(file, quick, _Kept(at_most, promised or _FIRST_CAPACITY))
            except LostFramesError:  # the file is damaged
                file = AudioFile(self._path)
        return self._join(file, file.blocks(), _Kept(at_most, promised or _FIRST_CAPACITY))

    def _join(self, file: AudioFile, blocks: Iterator[Frames], kept: "_Kept") -> Samples | None:
        for block in self._decode(file, blocks):
            kept.add(block)
        return kept.finish()

    def _read_header(self, file: AudioFile) -> int | None:
        frames = file.frames_hint
        self._promised = None if frames is None else self._resampled(frames, file.sample_rate)
        return self._promised

    def _resampled(self, frames: int, rate: int) -> int:
        """Samples that the resampler makes of so many frames."""
        return (2 * frames * self._sample_rate + rate) // (2 * rate)

    def _decode(self, file: AudioFile, blocks: Iterator[Frames]) -> Iterator[Samples]:
        survey = _Survey() if self.overview is None else None
        frames = 0
        with file:
            resampler = Resampler(file.sample_rate, self._sample_rate)
            for block in blocks:
                mono, invalid = mix_down_checked(block)
                frames += len(mono)
                if survey is not None:
                    survey.add(mono, invalid=invalid)
                yield resampler.add(mono)
                if self.progress is not None:
                    self.progress()
            yield resampler.finish()
            if survey is not None:
                self.overview = survey.finish(file)
            elif self.overview is not None and file.format(frames) != self.overview.format:
                raise UnreadableSoundError("This file was changed while it was being heard; rescan its folder.")


class Resampler:
    """Blocks of any rate -> blocks of another, clipped to -1..1 (soxr, high quality)."""

    def __init__(self, from_rate: int, to_rate: int) -> None:
        same = from_rate == to_rate
        self._stream = None if same else soxr.ResampleStream(from_rate, to_rate, 1, dtype="float32", quality="HQ")

    def add(self, mono: Samples) -> Samples:
        """The next block; `mono` may be changed."""
        resampled: Samples = mono if self._stream is None else self._stream.resample_chunk(mono)
        return np.clip(resampled, -1.0, 1.0, out=resampled)

    def finish(self) -> Samples:
        """What the filter still holds."""
        nothing = np.empty(0, dtype=np.float32)
        if self._stream is None:
            return nothing
        rest: Samples = self._stream.resample_chunk(nothing, last=True)
        return np.clip(rest, -1.0, 1.0, out=rest)


class _Survey:
    """Looks at a file that is being decoded."""

    def __init__(self) -> None:
        self._envelope = thumbnail_envelope()
        self._invalid = False

    def add(self, mono: Samples, *, invalid: bool) -> None:
        self._envelope.add(mono)
        self._invalid = self._invalid or invalid

    def finish(self, file: AudioFile) -> Overview:
        """Raises what `FileStream` promises for a sound with nothing in it."""
        found = file.format(self._envelope.samples)
        _refuse_silence(self._envelope, found, file.trouble, invalid=self._invalid)
        return Overview(found, thumbnail(self._envelope))


def _refuse_silence(envelope: Envelope, found: AudioFormat, trouble: str | None, *, invalid: bool) -> None:
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
    """Keeps the blocks of a sound in one array that grows, and nothing of a sound that is longer than wanted."""

    def __init__(self, longest: int, promised: int) -> None:
        self._longest = longest
        # Memory that is asked for at once is quicker; a promise that is not kept costs none until it is written into.
        self._samples: Samples | None = np.empty(min(promised, longest), dtype=np.float32)
        self._count = 0

    def add(self, piece: Samples) -> None:
        end = self._count + len(piece)
        if self._samples is None or end > self._longest:
            self._samples = None
            return
        if end > len(self._samples):
            # Growing in place spares the second copy that joining all blocks at the end would take.
            self._samples.resize(end + end // 4, refcheck=False)
        self._samples[self._count : end] = piece
        self._count = end

    def finish(self) -> Samples | None:
        """All that was kept, [n]; None if it was too long."""
        if self._samples is not None:
            self._samples.resize(self._count, refcheck=False)
        return self._samples
