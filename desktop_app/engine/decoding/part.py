"""Decodes a region of a sound, or windows of it, as an embedder hears them."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from desktop_app.core.sound import Samples
from desktop_app.engine.decoding.audio_file import BLOCK_FRAMES, AudioFile
from desktop_app.engine.decoding.mix_down import mix_down
from desktop_app.engine.decoding.sound_errors import SilentSoundError
from desktop_app.engine.decoding.sound_stream import SHORTEST_SECONDS, SILENCE, Progress, Resampler

LONGEST_SECONDS: Final = 600.0
"""Of a longer region the beginning is heard: an example of more than ten minutes is no example of one thing."""


def decode_part(path: Path, start: float, end: float | None, *, sample_rate: int, progress: Progress) -> Samples:
    """The region from `start` to `end` seconds (None: to the end), mono at `sample_rate` Hz, [n] in -1..1.

    Raises `UnreadableSoundError`, and `SilentSoundError` where less than 10 ms or nothing above -100 dBFS is in it.
    """
    seconds = LONGEST_SECONDS if end is None else min(end - start, LONGEST_SECONDS)
    samples = decode_stretch(path, start, seconds, sample_rate=sample_rate, progress=progress)
    if len(samples) < SHORTEST_SECONDS * sample_rate:
        raise SilentSoundError("This part of the sound is too short to be heard: select more of it.")
    if np.abs(samples).max() < SILENCE:
        raise SilentSoundError("This part of the sound is silent: select another one.")
    return samples


def decode_windows(
    path: Path, starts: Sequence[float], seconds: float, *, sample_rate: int, progress: Progress
) -> Iterator[Samples | None]:
    """The windows that begin at `starts` (seconds, ascending) and last so long, as `decode_part` gives them.

    None for one in which there is nothing to be heard. All that lies between them is decoded once, and held in memory.
    Raises `UnreadableSoundError`.
    """
    stretch = decode_stretch(
        path, starts[0], starts[-1] - starts[0] + seconds, sample_rate=sample_rate, progress=progress
    )
    for start in starts:
        first = round((start - starts[0]) * sample_rate)
        window = stretch[first : first + round(seconds * sample_rate)]
        is_heard = len(window) >= SHORTEST_SECONDS * sample_rate and np.abs(window).max() >= SILENCE
        yield window if is_heard else None


def decode_stretch(path: Path, start: float, seconds: float, *, sample_rate: int, progress: Progress) -> Samples:
    """So many seconds of a file from `start`, mono at `sample_rate` Hz, [n] in -1..1; fewer where it ends before.

    Raises `UnreadableSoundError`.
    """
    with AudioFile(path) as file:
        for _ in file.seek(round(max(start, 0.0) * file.sample_rate)):
            progress()
        left = round(max(seconds, 0.0) * file.sample_rate)
        # Resampled as it is read: ten minutes at 192 kHz are half a gigabyte, and were several times in memory.
        resampler, pieces = Resampler(file.sample_rate, sample_rate), []
        while left > 0 and len(block := file.read(min(left, BLOCK_FRAMES))):
            pieces.append(resampler.add(mix_down(block)))
            left -= len(block)
            progress()
        pieces.append(resampler.finish())
    return np.concatenate(pieces)
