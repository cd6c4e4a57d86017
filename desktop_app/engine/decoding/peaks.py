"""The waveform of a whole sound: the lowest and highest sample of every short stretch, channel by channel.

It is made once, in the decoder child, and kept in the cache. What clips is kept with it, as values beyond full scale,
so that it survives every further reduction: joining stretches takes the lowest and the highest, and nothing is higher.
"""

import struct
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.sound import Samples
from desktop_app.engine.decoding.waveform import Envelope, Extremes

HOP: Final = 256
"""Samples behind one point: 1,400 screen columns at 48 kHz are 7 s; closer views are drawn from the samples."""
MOST_LANES: Final = 8
"""Channels that are kept apart (7.1 has eight); the channels of a sound that has more are kept as one lane."""
FULL_SCALE: Final = 0.9999
"""At or above this a sample sits at the end of the scale: 16 bit audio reaches 0.99997 upwards."""
CLIPPED_RUN: Final = 3
"""So many samples at the end of the scale in a row were cut off; one alone may be the peak of a normalised sound."""
FULL_LEVEL: Final = 126
"""The level of a sample at full scale; 127 stands for one that clips."""
BEYOND: Final = 127 / 126
"""The value of a sample that clips."""
OVERVIEW_COLUMNS: Final = 800
_OVERVIEW_FRAMES: Final = 512
_QUICK_TO_SEEK: Final = frozenset({"wav", "rf64", "w64", "aiff", "au", "caf", "flac"})
_MOST_POINTS: Final = 1 << 20
"""Points of a lane at most (two megabytes); a sound of more than 1.5 hours gets a wider hop."""
_HEADER: Final = struct.Struct("<4sHIIQ")
_MAGIC: Final = b"pk02"

Levels = NDArray[np.int8]
"""Lowest and highest of each stretch of each lane, shape [lanes, n, 2], -127..127; see `FULL_LEVEL`."""


@dataclass(frozen=True, slots=True)
class Peaks:
    """The waveform of a whole sound."""

    hop: int
    """Samples behind each point."""
    sample_rate: int
    """Hz of the file."""
    frames: int
    """Frames that were decoded."""
    levels: Levels
    """One lane a channel, or one for all where there are more than eight channels."""

    def to_bytes(self) -> bytes:
        """For the cache; for each channel 22 KB a minute at 48 kHz."""
        return _HEADER.pack(_MAGIC, len(self.levels), self.hop, self.sample_rate, self.frames) + self.levels.tobytes()

    @classmethod
    def from_bytes(cls, stored: bytes) -> "Peaks | None":
        """What `to_bytes` made; None for anything else, because a cache may hold what another version wrote."""
        if len(stored) < _HEADER.size:
            return None
        magic, lanes, hop, sample_rate, frames = _HEADER.unpack_from(stored)
        length = len(stored) - _HEADER.size
        if magic != _MAGIC or not lanes or not hop or not sample_rate or length % (2 * lanes):
            return None
        levels = np.frombuffer(stored, dtype=np.int8, offset=_HEADER.size).reshape(lanes, -1, 2)
        return cls(hop, sample_rate, frames, levels)


def peaks(path: Path, progress: Callable[[], None] | None = None) -> Peaks:
    """Decode a whole file for its waveform. Raises `UnreadableSoundError`."""
    from desktop_app.engine.decoding.audio_file import (
        AudioFile,  # here, because the window reads `Peaks` without any decoder
    )

    with AudioFile(path) as file:
        lanes = _Lanes(file.channels, HOP)
        frames = 0
        for block in file.blocks():
            lanes.add(block)
            frames += len(block)
            if progress is not None:
                progress()
        return Peaks(lanes.hop, file.sample_rate, frames, to_levels(lanes.points()))


def overview(path: Path, frames: int, progress: Callable[[], None] | None = None) -> Peaks | None:
    """A first look at a sound of `frames` frames: of each of 800 stretches only the first 512 samples.

    Twenty times as quick as `peaks` where a decoder can jump; None where it cannot. Raises `UnreadableSoundError`.
    """
    from desktop_app.engine.decoding.audio_file import AudioFile

    hop = -(-frames // OVERVIEW_COLUMNS)
    with AudioFile(path) as file:
        if file.format(frames).container not in _QUICK_TO_SEEK or hop <= _OVERVIEW_FRAMES:
            return None
        lanes = _Lanes(file.channels, _OVERVIEW_FRAMES)
        for column in range(OVERVIEW_COLUMNS):
            for _ in file.seek(column * hop):
                pass
            block = file.read(_OVERVIEW_FRAMES)
            if len(block) < _OVERVIEW_FRAMES:
                break
            lanes.add(block)
            if progress is not None:
                progress()
        return Peaks(hop, file.sample_rate, frames, to_levels(lanes.points()))


def to_levels(extremes: Extremes) -> Levels:
    """-1..1 -> -126..126 and what clips -> 127, rounded away from zero: what can be heard is not drawn as nothing."""
    scaled = np.clip(extremes, -BEYOND, BEYOND) * np.float32(FULL_LEVEL)
    # A 126.00001 that was only rounded up is no clipping.
    levels: Levels = np.copysign(np.ceil(np.abs(scaled) - np.float32(1e-4)), scaled).astype(np.int8)
    return levels


def mark_clipping(samples: Samples, before: Samples) -> Samples:
    """Samples of one channel, [n], where those that clip are set to `BEYOND` and what is no number to silence.

    A sample clips when it lies beyond full scale, or in a run of three at full scale. `before` are the samples
    before these, as far as they are known: a run may have begun there.
    """
    if not len(samples) or (samples.max() < FULL_SCALE and samples.min() > -FULL_SCALE):
        return samples
    joined = np.nan_to_num(np.concatenate([before[1 - CLIPPED_RUN :], samples]), nan=0.0, posinf=2.0, neginf=-2.0)
    marked: Samples = np.clip(joined, -1.0, 1.0)
    marked[_cut_off(joined)] = BEYOND
    marked[_cut_off(-joined)] = -BEYOND
    return marked[len(joined) - len(samples) :]


def _cut_off(samples: Samples) -> NDArray[np.bool_]:
    cut: NDArray[np.bool_] = samples > 1.0
    high = samples >= FULL_SCALE
    runs = high[:-2] & high[1:-1] & high[2:]
    cut[:-2] |= runs
    cut[1:-1] |= runs
    cut[2:] |= runs
    return cut


class _Lanes:
    """Collects the extremes of every channel, or of all channels together where there are more than eight."""

    def __init__(self, channels: int, hop: int) -> None:
        self._apart = channels <= MOST_LANES
        # Together, the first collects the lowest and the second the highest samples of all channels.
        self._envelopes = [Envelope(hop=hop, most=_MOST_POINTS) for _ in range(channels if self._apart else 2)]
        self._before = np.empty((channels, 0), dtype=np.float32)

    @property
    def hop(self) -> int:
        return self._envelopes[0].hop

    def add(self, block: NDArray[np.float32]) -> None:
        """The next frames, [n, channels]."""
        rows = np.ascontiguousarray(block.T)  # a channel's samples side by side: many times as quick to reduce
        marked = [mark_clipping(row, before) for row, before in zip(rows, self._before, strict=True)]
        self._before = rows[:, 1 - CLIPPED_RUN :].copy()
        if not self._apart:
            marked = [np.min(marked, axis=0), np.max(marked, axis=0)]
        for envelope, samples in zip(self._envelopes, marked, strict=True):
            envelope.add(samples)

    def points(self) -> Extremes:
        """All extremes, [lanes, n, 2]."""
        points = [envelope.points() for envelope in self._envelopes]
        if self._apart:
            return np.stack(points)
        lowest, highest = points
        return np.stack([lowest[:, 0], highest[:, 1]], axis=1)[None]
