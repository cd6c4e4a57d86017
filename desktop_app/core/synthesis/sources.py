"""What synthesised sounds are made of: noise, tones, ringing modes, clouds of grains, envelopes and slow wandering."""

from collections.abc import Sequence

import numpy as np
from numpy.random import Generator
from numpy.typing import ArrayLike, NDArray

from desktop_app.core.synthesis.filters import RATE, Signal, convolve, respond

_CHUNK = 512
_TABLE = 4096


def frames(seconds: float) -> int:
    """Number of samples in so many seconds."""
    return int(seconds * RATE)


def seconds_of(count: int) -> Signal:
    """The time of each sample in seconds."""
    return np.arange(count) / RATE


def white(rng: Generator, count: int) -> Signal:
    """White noise of unit power."""
    return rng.standard_normal(count)


def coloured(rng: Generator, count: int, slope: float) -> Signal:
    """Noise whose spectrum falls by `slope` dB an octave (3 is pink, 6 is brown) above 30 Hz; unit power."""
    exponent = -slope / (20 * np.log10(2.0))
    noise = respond(white(rng, count), lambda f: (np.maximum(f, 30.0) / 30.0) ** exponent)
    return noise / (np.std(noise) + 1e-12)


def wander(rng: Generator, count: int, per_second: float) -> Signal:
    """A smooth random line in -1..1 with about `per_second` turns a second."""
    points = int(count / RATE * per_second) + 3
    line = np.interp(np.arange(count) * per_second / RATE, np.arange(points), rng.uniform(-1, 1, points))
    width = max(int(RATE / per_second / 2), 1)
    # A moving average through a running sum: rounds the corners of the straight pieces.
    padded = np.concatenate([np.full(width, line[0]), line])
    running = np.cumsum(padded)
    smooth: Signal = (running[width:] - running[:-width]) / width
    return smooth


def line(count: int, *points: tuple[float, float]) -> Signal:
    """Straight pieces through (seconds, value) points; flat before the first and after the last."""
    places, values = np.array(points).T
    course: Signal = np.interp(seconds_of(count), places, values)
    return course


def decay(count: int, seconds: float, attack: float = 0.001) -> Signal:
    """An envelope that rises in `attack` seconds and falls by 60 dB in `seconds`."""
    time = seconds_of(count)
    return np.minimum(time / attack, 1.0) * np.exp(-6.9 * np.maximum(time - attack, 0) / seconds)


def swell(count: int, attack: float, release: float) -> Signal:
    """An envelope that rises over `attack` seconds, stays, and falls over the last `release` seconds; rounded."""
    time = seconds_of(count)
    left = np.clip(np.minimum(time / attack, (time[-1] - time) / release), 0, 1)
    envelope: Signal = 0.5 - 0.5 * np.cos(np.pi * left)
    return envelope


def phase_of(hertz: Signal | float, count: int, start: float = 0.0) -> Signal:
    """Phase in turns of an oscillator whose frequency in Hz may change."""
    return start + np.cumsum(np.broadcast_to(np.asarray(hertz, dtype=np.float64), (count,))) / RATE


def tone(
    hertz: Signal | float, count: int, harmonics: ArrayLike, start: float = 0.0, *, pulsed: bool = False
) -> Signal:
    """A harmonic tone: amplitudes of harmonics 1, 2, 3 ... over a frequency that may change (Hz).

    Harmonics above 20 kHz at the highest frequency are left out. `pulsed` starts all harmonics together, so that a
    low tone is a row of single pulses; else they are scattered and the wave is even.
    """
    amplitudes = np.asarray(harmonics, dtype=np.float64)
    usable = max(int(20_000 / max(float(np.max(hertz)), 1.0)), 1)
    spectrum = np.zeros(_TABLE // 2 + 1, dtype=np.complex128)
    kept = amplitudes[: min(usable, _TABLE // 4)]
    bend = 0.0 if pulsed else 2.1
    spectrum[1 : len(kept) + 1] = kept * np.exp(-0.5j * np.pi * (not pulsed) - 1j * bend * np.arange(len(kept)) ** 2)
    table = np.fft.irfft(spectrum, _TABLE) * _TABLE / 2
    place = phase_of(hertz, count, start) % 1.0 * _TABLE
    wave: Signal = np.interp(place, np.arange(_TABLE + 1), np.append(table, table[0]))
    return wave


def saw(count: int = 400) -> Signal:
    """Harmonic amplitudes of a saw tooth."""
    return 1.0 / np.arange(1, count + 1)


def square(count: int = 400) -> Signal:
    """Harmonic amplitudes of a square wave."""
    number = np.arange(1, count + 1)
    return (number % 2) / number


def falling(count: int, power: float) -> Signal:
    """Harmonic amplitudes that fall as 1 / number ** power."""
    return np.arange(1, count + 1, dtype=np.float64) ** -power


def ring(count: int, hertz: ArrayLike, amplitudes: ArrayLike, seconds: ArrayLike, rng: Generator) -> Signal:
    """A sum of exponentially dying modes: frequencies in Hz, amplitudes, times to -60 dB in seconds.

    All modes are computed at once: the exponential of a long time is the product of a coarse and a fine one, so the
    sum over modes is one product of two small matrices.
    """
    frequency, level, length = np.broadcast_arrays(
        np.asarray(hertz, dtype=np.float64), np.asarray(amplitudes, dtype=np.float64), np.asarray(seconds)
    )
    heard = (frequency < 0.46 * RATE) & (frequency > 15)
    frequency, level, length = frequency[heard], level[heard], length[heard]
    rate: NDArray[np.complex128] = (-6.9 / length + 2j * np.pi * frequency) / RATE
    start = level * np.exp(1j * rng.uniform(-0.6, 0.6, len(level)) - 0.5j * np.pi)
    coarse = np.exp(np.arange(-(-count // _CHUNK))[:, None] * _CHUNK * rate) * start
    fine = np.exp(rate[:, None] * np.arange(_CHUNK))
    # Not a matrix product of BLAS: its threads wait for busy cores, and their number must not change the sound.
    total = np.einsum("ak,kb->ab", coarse.real, fine.real) - np.einsum("ak,kb->ab", coarse.imag, fine.imag)
    return np.asarray(total).ravel()[:count]


def scatter(rng: Generator, count: int, per_second: Signal | float, spread: float = 1.0) -> Signal:
    """Random single-sample events, `per_second` of them on average (may change over time), of random sign.

    Levels are log-normal: `spread` is the standard deviation of their logarithm.
    """
    chance = np.broadcast_to(np.asarray(per_second, dtype=np.float64) / RATE, (count,))
    places = np.flatnonzero(rng.random(count) < chance)
    events = np.zeros(count)
    events[places] = np.exp(spread * rng.standard_normal(len(places))) * rng.choice([-1.0, 1.0], len(places))
    return events


def at(count: int, seconds: Sequence[float] | Signal, levels: ArrayLike = 1.0) -> Signal:
    """Single-sample events at given times; those outside the sound are left out."""
    places = (np.asarray(seconds) * RATE).astype(np.int64)
    values = np.broadcast_to(np.asarray(levels, dtype=np.float64), places.shape)
    inside = (places >= 0) & (places < count)
    events = np.zeros(count)
    np.add.at(events, places[inside], values[inside])
    return events


def burst(rng: Generator, seconds: float) -> Signal:
    """A dying burst of white noise, `seconds` long to -60 dB: the kernel of many grains."""
    count = max(frames(seconds), 16)
    return white(rng, count) * np.exp(-6.9 * np.arange(count) / count)


def cloud(events: Signal, lengths: Sequence[float], rng: Generator) -> Signal:
    """Let each event sound as a dying grain of noise of one of several lengths (seconds), chosen at random.

    Every grain is another piece of noise: grains that repeat are heard as a machine.
    """
    choice = rng.integers(len(lengths), size=len(events))
    total = np.zeros(len(events))
    for number, seconds in enumerate(lengths):
        size = max(frames(seconds), 16)
        envelope = np.exp(-6.9 * np.arange(size) / size)
        total += convolve(np.where(choice == number, np.abs(events), 0.0), envelope) * white(rng, len(events))
    return total


def strew(events: Signal, kernels: Sequence[Signal], rng: Generator) -> Signal:
    """Let each event sound as one of several kernels, chosen at random."""
    choice = rng.integers(len(kernels), size=len(events))
    total = np.zeros(len(events))
    for number, kernel in enumerate(kernels):
        total += convolve(np.where(choice == number, events, 0.0), kernel)
    return total


def place(target: Signal, sound: Signal, seconds: float, level: float = 1.0) -> None:
    """Mix a sound into a longer one at a time; what reaches past the end is cut."""
    start = frames(seconds)
    part = sound[: max(len(target) - start, 0)]
    target[start : start + len(part)] += level * part


def unit(sound: Signal) -> Signal:
    """The sound at peak 1."""
    return np.asarray(sound / (np.max(np.abs(sound)) + 1e-12), dtype=np.float64)
