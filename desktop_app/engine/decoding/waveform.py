"""The shape of a sound for the eye: its lowest and highest sample in every short stretch, and a thumbnail of it."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.sound import Samples

THUMBNAIL_COLUMNS: Final = 200
"""Columns of a thumbnail; its bytes are int8 [200, 2], lowest and highest, where 127 is full scale."""
_THUMBNAIL_POINTS: Final = 1 << 14
_LONG_HOP: Final = 64
"""Samples of a stretch from which on it is quicker to go along it than across many."""

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
        while len(self._rest) and len(mono):
            missing = self.hop - len(self._rest)
            begun, mono = np.concatenate([self._rest, mono[:missing]]), mono[missing:]
            if len(begun) < self.hop:
                self._rest = begun
                return
            self._rest = begun[:0]
            self._keep(begun[None])
        while not self._count and len(mono) // self.hop > self._most:
            self.hop *= 2  # what would be joined at once
        whole = len(mono) // self.hop * self.hop
        rest = mono[whole:]
        if whole:
            self._keep(mono[:whole].reshape(-1, self.hop))
        if len(rest):
            self._rest = np.concatenate([self._rest, rest])

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

    def _keep(self, stretches: Extremes) -> None:
        """The extremes of stretches [n, hop]."""
        self._points.append(_extremes(stretches))
        self._count += len(stretches)
        while self._count > self._most:
            self._join_neighbours()

    def _join_neighbours(self) -> None:
        points = np.concatenate(self._points)
        even = len(points) // 2 * 2
        pairs = points[:even].reshape(-1, 2, 2)
        # One half with the other: several times as quick as along an axis of two.
        joined = np.empty((len(pairs), 2), dtype=np.float32)
        np.minimum(pairs[:, 0, 0], pairs[:, 1, 0], out=joined[:, 0])
        np.maximum(pairs[:, 0, 1], pairs[:, 1, 1], out=joined[:, 1])
        if even < len(points):  # an odd stretch waits as the two samples that stand for it
            self._rest = np.concatenate([np.resize(points[-1], self.hop), self._rest])
        self._points, self._count = [joined], len(joined)
        self.hop *= 2


def _extremes(stretches: NDArray[np.float32]) -> Extremes:
    """Stretches [n, hop], side by side in memory -> [n, 2]; several times as quick as `min` over their short axis."""
    hop = stretches.shape[1]
    if hop < _LONG_HOP:
        across = np.ascontiguousarray(stretches.T)
        return np.stack([across.min(axis=0), across.max(axis=0)], axis=1)
    flat, starts = stretches.reshape(-1), np.arange(0, stretches.size, hop)
    return np.stack([np.minimum.reduceat(flat, starts), np.maximum.reduceat(flat, starts)], axis=1)


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
