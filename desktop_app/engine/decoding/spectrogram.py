"""Which frequencies sound when: the picture of a stretch of a sound that an ear for noises, hums and hisses reads.

Columns of equal time, rows of equal steps in pitch from 30 Hz upwards. Each column is the loudest of a few spectra that
are spread over its time, so that a click between two of them is missed only in views of many minutes.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.sound import Samples
from desktop_app.engine.decoding.mix_down import mix_down

if TYPE_CHECKING:
    from desktop_app.engine.decoding.audio_file import AudioFile

ROWS: Final = 256
LOWEST_HERTZ: Final = 30.0
FLOOR_DECIBELS: Final = -96.0
"""What is as soft as this or softer is shown as nothing: the noise of 16 bits."""
_SPECTRA: Final = 4
"""Spectra behind one column at most."""
_SHORTEST_WINDOW: Final = 256
_LONGEST_WINDOW: Final = 4096
"""At 48 kHz 85 ms and 12 Hz apart: the low octaves need that much."""

_AT_ONCE: Final = 256

Decibels = NDArray[np.uint8]
"""Shape [rows, columns], the lowest frequency first; 0 is `FLOOR_DECIBELS` or less, 255 a sine at full scale."""


@dataclass(frozen=True, slots=True)
class Spectrogram:
    """The spectrogram of a stretch."""

    start: float
    """Seconds of the sound where the first column begins."""
    end: float
    """Seconds where the last column ends."""
    highest_hertz: float
    """The frequency of the uppermost row's upper edge: half the sound's rate."""
    decibels: Decibels


def spectrogram(
    path: Path, start: int, frames: int, columns: int, progress: Callable[[], None] | None = None
) -> Spectrogram:
    """The spectrogram of frames `start` to `start + frames`, all channels mixed, in at most `columns` columns.

    Raises `UnreadableSoundError`.
    """
    from desktop_app.engine.decoding.audio_file import (
        AudioFile,  # here, because the window reads `Spectrogram` with no decoder
    )

    frames = max(1, frames)
    columns = max(1, min(columns, frames))
    with AudioFile(path) as file:
        window = window_frames(frames / columns)
        spectra = _Spectra(columns, frames / columns, window, file.sample_rate)
        half = window // 2
        spectra.add(np.zeros(max(0, half - start), dtype=np.float32))  # before the sound there is silence
        for block in _blocks(file, max(0, start - half), start + frames + half):
            spectra.add(block)
            if progress is not None:
                progress()
        rate = file.sample_rate
    return Spectrogram(start / rate, (start + frames) / rate, rate / 2, spectra.finish())


def window_frames(frames_a_column: float) -> int:
    """Frames behind one spectrum: enough to tell low notes apart, fewer where the eye is close to see when."""
    wanted = 4 * frames_a_column
    power = 1 << int(np.ceil(np.log2(max(wanted, 1.0))))
    return max(_SHORTEST_WINDOW, min(_LONGEST_WINDOW, power))


def _blocks(file: "AudioFile", start: int, end: int) -> Iterator[Samples]:
    from desktop_app.engine.decoding.audio_file import BLOCK_FRAMES

    for _ in file.seek(start):
        yield np.empty(0, dtype=np.float32)
    left = end - start
    while left > 0 and len(block := file.read(min(BLOCK_FRAMES, left))):
        left -= len(block)
        yield mix_down(block)


class _Spectra:
    """Takes samples in any portions and keeps the loudest spectrum of each column, never more than a few at a time."""

    def __init__(self, columns: int, frames_a_column: float, window: int, rate: int) -> None:
        """The first sample to come lies half a window before the first column."""
        spread = int(min(_SPECTRA, max(1.0, 2 * frames_a_column / window)))
        self._starts = ((np.arange(columns * spread) + 0.5) * frames_a_column / spread).astype(np.int64)
        self._spread = spread
        self._window = np.hanning(window + 1)[:-1].astype(np.float32)
        self._scale = float(2.0 / self._window.sum())  # a sine at full scale reaches 1
        self._edges = np.geomspace(LOWEST_HERTZ, rate / 2, ROWS + 1) * window / rate
        self._strongest = np.zeros((columns, ROWS), dtype=np.float32)
        self._samples: Samples = np.empty(0, dtype=np.float32)
        self._offset = 0
        self._done = 0

    def add(self, samples: Samples) -> None:
        self._samples = np.concatenate([self._samples, samples])
        known = self._offset + len(self._samples) - len(self._window)
        ready = int(np.searchsorted(self._starts, known, side="right"))
        while self._done < ready:
            self._take(min(ready, self._done + _AT_ONCE))
        spent = min(int(self._starts[self._done]) if self._done < len(self._starts) else known, known) - self._offset
        if spent > 0:
            self._samples, self._offset = self._samples[spent:].copy(), self._offset + spent

    def finish(self) -> Decibels:
        missing = int(self._starts[-1]) + len(self._window) - self._offset - len(self._samples)
        self.add(np.zeros(max(0, missing), dtype=np.float32))  # after the sound there is silence, too
        decibels = 20 * np.log10(np.maximum(self._strongest, np.float32(1e-9)))
        share = np.clip(1 - decibels / FLOOR_DECIBELS, 0.0, 1.0)
        shades: Decibels = np.ascontiguousarray(np.rint(255 * share).astype(np.uint8).T)
        return shades

    def _take(self, until: int) -> None:
        columns = np.arange(self._done, until) // self._spread
        firsts = np.flatnonzero(np.diff(columns, prepend=-1))
        windows = np.lib.stride_tricks.sliding_window_view(self._samples, len(self._window))
        pieces = windows[self._starts[self._done : until] - self._offset] * self._window
        strengths = self._in_rows(np.abs(np.fft.rfft(pieces, axis=1)).astype(np.float32) * np.float32(self._scale))
        found = np.maximum.reduceat(strengths, firsts, axis=0)
        touched = self._strongest[columns[0] : columns[-1] + 1]
        np.maximum(touched, found, out=touched)
        self._done = until

    def _in_rows(self, spectra: NDArray[np.float32]) -> NDArray[np.float32]:
        """Spectra [n, bins] -> [n, rows]: the strongest bin of a high row, a place between two bins for a low one."""
        last = spectra.shape[1] - 1
        first = np.minimum(np.floor(self._edges[:-1]).astype(np.int64), last)
        strongest = np.maximum.reduceat(spectra, first, axis=1)
        middle = np.minimum((self._edges[:-1] + self._edges[1:]) / 2, last)
        below = np.minimum(np.floor(middle).astype(np.int64), last - 1)
        share = (middle - below).astype(np.float32)
        between = spectra[:, below] * (1 - share) + spectra[:, below + 1] * share
        rows: NDArray[np.float32] = np.where(np.diff(self._edges) < 1.0, between, strongest)
        return rows
