"""Filters, rooms and distortion for the synthesised sounds.

Everything works on whole sounds at once through the FFT, because a sample-by-sample recursion is slow in numpy. The
responses are those of causal analogue filters, so that a filtered hit does not begin to ring before it is struck.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

RATE = 48_000
"""Hz; the one rate of all synthesised sounds."""

Signal = NDArray[np.float64]
"""Mono audio, shape [n], float64 at RATE; its level is free until the sound is finished."""

Response = NDArray[np.complexfloating[Any, Any]]
"""A filter's complex response at some frequencies."""

Formant = tuple[float, float, float]
"""Centre in Hz, bandwidth in Hz, gain."""

_BLOCK = 4_800
"""FFT sizes are multiples of this: it has small prime factors only."""


def respond(sound: Signal, curve: Callable[[Signal], Response | Signal]) -> Signal:
    """Filter by a frequency response, given as a function of Hz; the sound keeps its length."""
    count = len(sound)
    size = (count // _BLOCK + 3) * _BLOCK
    frequencies: Signal = np.fft.rfftfreq(size, 1 / RATE).astype(np.float64)
    return np.fft.irfft(np.fft.rfft(sound, size) * curve(frequencies), size)[:count]


def _butterworth(ratio: Signal, order: int) -> Response:
    """Response of an analogue Butterworth low-pass at frequency / cut-off; order 1 or an even number."""
    s = 1j * ratio
    if order == 1:
        return 1 / (1 + s)
    response: Response = np.ones(len(ratio), dtype=np.complex128)
    for pair in range(order // 2):
        damping = 2 * np.sin(np.pi * (2 * pair + 1) / (2 * order))
        response /= s * s + damping * s + 1
    return response


def low_pass(sound: Signal, cutoff: float, order: int = 2) -> Signal:
    """Take away what lies above `cutoff` Hz, 6 dB an octave for each `order` (1, 2, 4, 6 ...)."""
    return respond(sound, lambda f: _butterworth(f / cutoff, order))


def high_pass(sound: Signal, cutoff: float, order: int = 2) -> Signal:
    """Take away what lies below `cutoff` Hz, 6 dB an octave for each `order` (1, 2, 4, 6 ...)."""
    return respond(sound, lambda f: _butterworth(cutoff / np.maximum(f, 1e-3), order).conj())


def band_pass(sound: Signal, low: float, high: float, order: int = 2) -> Signal:
    """Keep what lies between `low` and `high` Hz."""

    def curve(f: Signal) -> Response:
        return _butterworth(f / high, order) * _butterworth(low / np.maximum(f, 1e-3), order).conj()

    return respond(sound, curve)


def resonate(sound: Signal, formants: Sequence[Formant], *, direct: float = 0.0) -> Signal:
    """Send a sound through parallel resonances (a mouth, a body); `direct` is the share that passes unchanged."""

    def curve(f: Signal) -> Response:
        s = 1j * f
        total = np.full(len(f), direct, dtype=np.complex128)
        for sign, (centre, bandwidth, gain) in enumerate(formants):
            # Neighbours alternate in sign, as in a parallel formant synthesiser, or they cancel between the peaks.
            total += (-1) ** sign * gain * bandwidth * s / (s * s + bandwidth * s + centre * centre)
        return total

    return respond(sound, curve)


def tilt(sound: Signal, db_per_octave: float, pivot: float = 1000.0) -> Signal:
    """Slope the spectrum around `pivot` Hz; below 30 Hz the slope is flat."""
    exponent = db_per_octave / (20 * np.log10(2.0))
    return respond(sound, lambda f: (np.maximum(f, 30.0) / pivot) ** exponent)


def glide_filter(sound: Signal, gains: Callable[[Signal, Signal], Signal]) -> Signal:
    """Filter with a response that moves.

    `gains(frequencies [1, f] in Hz, seconds [t, 1])` returns magnitudes that broadcast to [t, f]. Short overlapping
    windows (21 ms) are filtered one by one, so the response should not have finer detail than about 60 Hz.
    """
    size, hop = 1024, 256
    padded = np.concatenate([np.zeros(size), sound, np.zeros(size)])
    frames = (len(padded) - size) // hop + 1
    index = np.arange(frames)[:, None] * hop + np.arange(size)
    window = np.sqrt(0.5 - 0.5 * np.cos(2 * np.pi * np.arange(size) / size))
    frequencies: Signal = np.fft.rfftfreq(size, 1 / RATE).astype(np.float64)[None, :]
    seconds = (np.arange(frames)[:, None] * hop - size / 2) / RATE
    spectra = np.fft.rfft(padded[index] * window, axis=1) * gains(frequencies, seconds)
    pieces = np.fft.irfft(spectra, size, axis=1) * window
    result = np.zeros(len(padded) + size)
    for start in range(size // hop):
        # Every fourth window touches the next one without overlapping it, so four plain additions join them all.
        row = pieces[start :: size // hop].ravel()
        result[start * hop : start * hop + len(row)] += row
    return result[size : size + len(sound)] / 2


def formant_gains(frequencies: Signal, formants: Sequence[tuple[Signal | float, Signal | float, float]]) -> Signal:
    """Magnitudes of parallel resonances whose centres and widths (Hz) may be arrays over time; for `glide_filter`."""
    total: Signal = np.zeros((1, 1))
    for centre, bandwidth, gain in formants:
        total = total + gain / (1 + ((frequencies - centre) / (bandwidth / 2)) ** 2)
    return total


def saturate(sound: Signal, drive: float) -> Signal:
    """Soft clipping: peak 1 in gives tanh(drive) / drive-like compression; a larger `drive` distorts more."""
    peak = float(np.max(np.abs(sound))) or 1.0
    return np.tanh(sound / peak * drive)


def convolve(sound: Signal, kernel: Signal) -> Signal:
    """Convolution, cut to the length of `sound`."""
    size = ((len(sound) + len(kernel)) // _BLOCK + 1) * _BLOCK
    return np.fft.irfft(np.fft.rfft(sound, size) * np.fft.rfft(kernel, size), size)[: len(sound)]


def room(sound: Signal, rng: Generator, seconds: float, wet: float, brightness: float = 5000.0) -> Signal:
    """Put a sound into a room: an exponentially dying noise answers it.

    `seconds` is the time to -60 dB, `wet` the level of the answer beside the direct sound, `brightness` its low-pass
    in Hz. The length stays; leave room for the tail.
    """
    count = max(int(seconds * RATE), 64)
    answer = rng.standard_normal(count) * np.exp(-6.9 * np.arange(count) / count)
    answer[: int(0.004 * RATE)] *= 0.3
    answer = high_pass(low_pass(answer, brightness, 1), 120.0, 1)
    answer /= np.sqrt(np.sum(answer**2)) + 1e-12
    return sound + wet * convolve(sound, answer)
