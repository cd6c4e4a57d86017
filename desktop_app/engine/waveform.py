"""The shape of a sound for the eye: its lowest and highest sample in every short stretch, and a thumbnail of it."""

import struct
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.sound import Samples
from desktop_app.engine.mix_down import mix_down

THUMBNAIL_COLUMNS: Final = 200
"""Columns of a thumbnail; its bytes are int8 [200, 2], lowest and highest, where 127 is full scale."""
HOP: Final = 256
"""Samples behind one point of a waveform: 1,400 screen columns at 48 kHz are 7 s; only closer views need samples."""
_MOST_POINTS: Final = 1 << 20
"""Points of a waveform at most (two megabytes); a sound of more than 1.5 hours gets a wider hop."""
_THUMBNAIL_POINTS: Final = 1 << 14
_HEADER: Final = struct.Struct("<4sIIQ")
_MAGIC: Final = b"pk01"

Extremes = NDArray[np.float32]
"""Lowest and highest sample of stretches, shape [n, 2]."""


class Envelope:
    """Collects the extremes of a sound of unknown length while it is decoded, in bounded memory.

    Every stretch is `hop` samples long; when more than `most` would be kept, neighbours are joined and the hop doubles.
    """

    def __init__(self, *, hop: int, most: int) -> None:
        self.hop = hop
        self._most = most
        self._points: list[Extremes] = []
        self._count = 0
        self._rest: Samples = np.empty(0, dtype=np.float32)
        self.samples = 0
        """Samples seen so far."""

    def add(self, mono: Samples) -> None:
        """The next samples of the mono mix, shape [n]."""
        self.samples += len(mono)
        joined = np.concatenate([self._rest, mono]) if len(self._rest) else mono
        whole = len(joined) // self.hop * self.hop
        self._rest = joined[whole:].copy()
        if not whole:
            return
        stretches = joined[:whole].reshape(-1, self.hop)
        self._points.append(np.stack([stretches.min(axis=1), stretches.max(axis=1)], axis=1))
        self._count += len(stretches)
        while self._count > self._most:
            self._join_neighbours()

    def points(self) -> Extremes:
        """All extremes so far, [n, 2]; the last stretch may be shorter than the hop."""
        points = list(self._points)
        if len(self._rest):
            points.append(np.array([[self._rest.min(), self._rest.max()]], dtype=np.float32))
        return np.concatenate(points) if points else np.zeros((0, 2), dtype=np.float32)

    def peak(self) -> float:
        """The largest absolute sample so far."""
        points = self.points()
        return float(np.abs(points).max()) if len(points) else 0.0

    def _join_neighbours(self) -> None:
        points = np.concatenate(self._points)
        even = len(points) // 2 * 2
        pairs = points[:even].reshape(-1, 2, 2)
        joined = np.stack([pairs[:, :, 0].min(axis=1), pairs[:, :, 1].max(axis=1)], axis=1)
        if even < len(points):  # an odd stretch waits as the two samples that stand for it
            self._rest = np.concatenate([np.resize(points[-1], self.hop), self._rest])
        self._points, self._count = [joined], len(joined)
        self.hop *= 2


@dataclass(frozen=True, slots=True)
class Peaks:
    """The waveform of a whole sound, mixed to mono."""

    hop: int
    """Samples behind each point."""
    sample_rate: int
    """Hz of the file."""
    frames: int
    """Frames that were decoded."""
    levels: NDArray[np.int8]
    """Lowest and highest, shape [1, n, 2]; 127 is full scale."""

    def to_bytes(self) -> bytes:
        """For the cache; 34 KB a minute at 48 kHz."""
        return _HEADER.pack(_MAGIC, self.hop, self.sample_rate, self.frames) + self.levels.tobytes()

    @classmethod
    def from_bytes(cls, stored: bytes) -> "Peaks | None":
        """What `to_bytes` made; None for anything else, because a cache may hold what another version wrote."""
        if len(stored) < _HEADER.size or (len(stored) - _HEADER.size) % 2:
            return None
        magic, hop, sample_rate, frames = _HEADER.unpack_from(stored)
        if magic != _MAGIC:
            return None
        levels = np.frombuffer(stored, dtype=np.int8, offset=_HEADER.size).reshape(1, -1, 2)
        return cls(hop, sample_rate, frames, levels)


def peaks(path: Path, progress: Callable[[], None] | None = None) -> Peaks:
    """Decode a whole file for its waveform. Raises `UnreadableSoundError`."""
    from desktop_app.engine.audio_file import AudioFile  # here, because the window reads `Peaks` without any decoder

    envelope = Envelope(hop=HOP, most=_MOST_POINTS)
    with AudioFile(path) as file:
        for block in file.blocks():
            envelope.add(mix_down(block))
            if progress is not None:
                progress()
        return Peaks(envelope.hop, file.sample_rate, envelope.samples, quantise(envelope.points())[None])


def thumbnail_envelope() -> Envelope:
    """An envelope fine enough for a thumbnail of a sound of any length."""
    return Envelope(hop=1, most=_THUMBNAIL_POINTS)


def thumbnail(envelope: Envelope) -> bytes:
    """The envelope in 200 columns: int8 [200, 2] as bytes."""
    points = envelope.points()
    if not len(points):
        return bytes(2 * THUMBNAIL_COLUMNS)
    starts = np.arange(THUMBNAIL_COLUMNS) * len(points) // THUMBNAIL_COLUMNS
    lowest = np.minimum.reduceat(points[:, 0], starts)
    highest = np.maximum.reduceat(points[:, 1], starts)
    return quantise(np.stack([lowest, highest], axis=1)).tobytes()


def quantise(extremes: Extremes) -> NDArray[np.int8]:
    """-1..1 -> -127..127, rounded away from zero, so that what can be heard is never drawn as nothing."""
    scaled = np.clip(extremes, -1.0, 1.0) * np.float32(127)
    levels: NDArray[np.int8] = np.copysign(np.ceil(np.abs(scaled)), scaled).astype(np.int8)
    return levels
