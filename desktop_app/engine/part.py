"""Decodes a region of a sound as an embedder hears it."""

from pathlib import Path
from typing import Final

import numpy as np
import soxr

from desktop_app.core.sound import Samples
from desktop_app.engine.audio_file import BLOCK_FRAMES, AudioFile
from desktop_app.engine.mix_down import mix_down
from desktop_app.engine.sound_errors import SilentSoundError
from desktop_app.engine.sound_stream import SHORTEST_SECONDS, SILENCE, Progress

LONGEST_SECONDS: Final = 600.0
"""Of a longer region the beginning is heard: an example of more than ten minutes is no example of one thing."""


def decode_part(path: Path, start: float, end: float | None, *, sample_rate: int, progress: Progress) -> Samples:
    """The region from `start` to `end` seconds (None: to the end), mono at `sample_rate` Hz, [n] in -1..1.

    Raises `UnreadableSoundError`, and `SilentSoundError` where less than 10 ms or nothing above -100 dBFS is in it.
    """
    seconds = LONGEST_SECONDS if end is None else min(end - start, LONGEST_SECONDS)
    with AudioFile(path) as file:
        for _ in file.seek(round(max(start, 0.0) * file.sample_rate)):
            progress()
        left, pieces = round(max(seconds, 0.0) * file.sample_rate), []
        while left > 0 and len(block := file.read(min(left, BLOCK_FRAMES))):
            pieces.append(mix_down(block))
            left -= len(block)
            progress()
        rate = file.sample_rate
    samples = np.concatenate(pieces) if pieces else np.empty(0, dtype=np.float32)
    if len(samples) < SHORTEST_SECONDS * rate:
        raise SilentSoundError("This part of the sound is too short to be heard: select more of it.")
    if np.abs(samples).max() < SILENCE:
        raise SilentSoundError("This part of the sound is silent: select another one.")
    if rate != sample_rate:
        samples = soxr.resample(samples, rate, sample_rate, quality="HQ")
    heard: Samples = np.clip(samples, -1.0, 1.0).astype(np.float32)
    return heard
