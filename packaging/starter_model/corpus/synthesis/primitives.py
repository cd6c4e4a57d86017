"""What the recipes are built of: oscillators, noises, envelopes, filters that move, decaying modes, rooms.

Everything works on float64 at 44.1 kHz and takes its chance from a generator that is handed in.
"""

from collections.abc import Callable, Iterable, Sequence

import numpy as np
import scipy.signal
from numpy.random import Generator
from numpy.typing import ArrayLike, NDArray

RATE = 44_100
Signal = NDArray[np.float64]
Gain = Callable[[Signal, Signal], Signal]
"""How loud each frequency (Hz) is at each moment (s); both arrays broadcast."""


def times(seconds: float) -> Signal:
    """The moments of the samples of so many seconds."""
    return np.arange(max(int(seconds * RATE), 1)) / RATE


def cycles(frequency: ArrayLike, count: int, start: float = 0.0) -> Signal:
    """The running phase in whole turns of an oscillator whose frequency (Hz) may change from sample to sample."""
    steps = np.broadcast_to(np.asarray(frequency, dtype=np.float64), (count,)) / RATE
    return start + np.cumsum(steps)


def sine(frequency: ArrayLike, count: int, start: float = 0.0) -> Signal:
    """A sine wave; `frequency` in Hz, one or one a sample."""
    return np.sin(2 * np.pi * cycles(frequency, count, start))


def triangle(frequency: ArrayLike, count: int) -> Signal:
    """A triangle wave (its harmonics fall so fast that folding is not heard)."""
    return 4 * np.abs(cycles(frequency, count) % 1 - 0.5) - 1


def saw(frequency: ArrayLike, count: int, start: float = 0.0) -> Signal:
    """A sawtooth whose jumps are rounded over two samples, so that it hardly folds."""
    step = np.broadcast_to(np.asarray(frequency, dtype=np.float64), (count,)) / RATE
    turn = (start + np.cumsum(step)) % 1
    wave = 2 * turn - 1
    after, before = turn < step, turn > 1 - step
    late, early = turn[after] / step[after], (turn[before] - 1) / step[before]
    wave[after] -= 2 * late - late**2 - 1
    wave[before] -= early**2 + 2 * early + 1
    return wave


def pulse(frequency: ArrayLike, count: int, width: float = 0.5) -> Signal:
    """A rectangular wave that is high for `width` of each turn."""
    return saw(frequency, count) - saw(frequency, count, 1 - width) + 2 * width - 1


def noise(rng: Generator, count: int, slope: float = 0.0) -> Signal:
    """Noise whose power falls as 1/f^slope: 0 white, 1 pink, 2 brown; root mean square 0.3."""
    spectrum = np.fft.rfft(rng.standard_normal(count))
    frequencies = np.fft.rfftfreq(count, 1 / RATE)
    if count > 1:
        spectrum *= np.maximum(frequencies, 25.0) ** (-slope / 2)
        spectrum[frequencies < 15.0] = 0
    wave = np.fft.irfft(spectrum, count)
    return np.asarray(wave * (0.3 / (np.sqrt(np.mean(wave**2)) + 1e-12)))


def wander(rng: Generator, count: int, rate: float) -> Signal:
    """A smooth random curve between about -1 and 1 that turns `rate` times a second."""
    knots = rng.uniform(-1, 1, int(count / RATE * rate) + 4)
    where = np.arange(count) / RATE * rate
    left = where.astype(int)
    blend = (1 - np.cos(np.pi * (where - left))) / 2
    return np.asarray(knots[left] * (1 - blend) + knots[left + 1] * blend)


def band(signal: Signal, low: float | None = None, high: float | None = None, order: int = 2) -> Signal:
    """Keep what lies between `low` and `high` Hz (either may be left out)."""
    if low is not None and high is not None:
        sections = scipy.signal.butter(order, [low, high], "bandpass", fs=RATE, output="sos")
    elif low is not None:
        sections = scipy.signal.butter(order, low, "highpass", fs=RATE, output="sos")
    elif high is not None:
        sections = scipy.signal.butter(order, high, "lowpass", fs=RATE, output="sos")
    else:
        return signal
    return np.asarray(scipy.signal.sosfilt(sections, signal))


def shaped(signal: Signal, gain: Gain, size: int = 1024) -> Signal:
    """Filter with a response that changes over time: short spectra times `gain`, added up again."""
    hop = size // 4
    padded = np.pad(signal, (size, size + hop))
    window = np.hanning(size + 1)[:-1]
    frames = np.lib.stride_tricks.sliding_window_view(padded, size)[::hop]
    moments = np.maximum((np.arange(len(frames)) * hop - size / 2) / RATE, 0.0)
    frequencies = np.asarray(np.fft.rfftfreq(size, 1 / RATE), dtype=np.float64)
    response = gain(frequencies[None, :], moments[:, None])
    pieces = np.fft.irfft(np.fft.rfft(frames * window) * response, size) * window
    out = np.zeros(len(padded))
    for offset in range(4):
        part = pieces[offset::4].reshape(-1)
        out[offset * hop : offset * hop + len(part)] += part
    return out[size : size + len(signal)] / 1.5


def followed(values: Signal) -> Callable[[Signal], Signal]:
    """A curve given sample by sample, to be looked up at any moments (s)."""
    return lambda moments: values[np.clip((moments * RATE).astype(int), 0, len(values) - 1)]


def hump(frequency: Signal, centre: Signal, octaves: float) -> Signal:
    """A band-pass response: a bell in log frequency."""
    return np.asarray(np.exp(-0.5 * (np.log2(np.maximum(frequency, 1.0) / centre) / octaves) ** 2))


def resonant(frequency: ArrayLike, cutoff: ArrayLike, resonance: float) -> Signal:
    """Magnitude of a second-order low-pass; `resonance` is its Q."""
    ratio = np.asarray(frequency, dtype=np.float64) / np.asarray(cutoff, dtype=np.float64)
    return np.asarray(1 / np.sqrt((1 - ratio**2) ** 2 + (ratio / resonance) ** 2 + 1e-9))


def decay(t: Signal, tau: float, attack: float = 0.001) -> Signal:
    """A quick rise (linear, `attack` s), then falling by 1/e every `tau` s."""
    return np.asarray(np.minimum(t / max(attack, 1e-5), 1.0) * np.exp(-np.maximum(t - attack, 0) / tau))


def held(t: Signal, attack: float, release: float, sustain: float = 1.0, fall: float = 0.2) -> Signal:
    """Rise, fall to `sustain`, hold, and fade over the last `release` s."""
    level = sustain + (1 - sustain) * np.exp(-np.maximum(t - attack, 0) / fall)
    end = t[-1] + 1 / RATE
    return np.asarray(np.minimum(t / max(attack, 1e-5), 1) * level * np.clip((end - t) / max(release, 1e-5), 0, 1))


def glide(start: float, end: float, count: int, bend: float = 1.0) -> Signal:
    """A frequency that goes from `start` to `end` Hz evenly in pitch; `bend` above 1 leaves late, below 1 early."""
    return np.asarray(start * (end / start) ** (np.linspace(0, 1, count) ** bend))


def modes(t: Signal, frequencies: Sequence[float], levels: Sequence[float], taus: Sequence[float]) -> Signal:
    """A struck thing: decaying sines."""
    out = np.zeros_like(t)
    for frequency, level, tau in zip(frequencies, levels, taus, strict=True):
        if frequency < RATE / 2.2:
            out += level * np.sin(2 * np.pi * frequency * t) * np.exp(-t / tau)
    return out


def modulated(t: Signal, carrier: float, ratio: float, index: Signal) -> Signal:
    """Two-operator frequency modulation; `index` in radians."""
    return np.sin(2 * np.pi * carrier * t + index * np.sin(2 * np.pi * carrier * ratio * t))


def harmonics(frequency: ArrayLike, t: Signal, gain: Gain, count: int = 40, slope: float = 1.0) -> Signal:
    """A saw-like tone whose every harmonic goes through `gain`: a subtractive synthesiser without folding."""
    pitch = np.broadcast_to(np.asarray(frequency, dtype=np.float64), t.shape)
    turn = 2 * np.pi * np.cumsum(pitch) / RATE
    out = np.zeros_like(t)
    for number in range(1, count + 1):
        partial = number * pitch
        if partial.min() > RATE / 2.2:
            break
        out += np.where(partial < RATE / 2.2, gain(partial, t), 0) * np.sin(number * turn) / number**slope
    return out


def specks(rng: Generator, count: int, rate: float) -> Signal:
    """Clicks at random moments, `rate` a second, of very different loudness and length."""
    out = np.zeros(count)
    for start in rng.integers(0, count, rng.poisson(rate * count / RATE) + 1):
        piece = decay(times(0.02), rng.uniform(0.0003, 0.003), 0.0001) * rng.uniform(-1, 1, int(0.02 * RATE))
        piece = piece[: count - start] * between(rng, 0.05, 1.0)
        out[start : start + len(piece)] += piece
    return out


def placed(pieces: Iterable[tuple[float, Signal]], seconds: float) -> Signal:
    """Put sounds at their starting seconds onto a silent stretch; what hangs over the end is cut."""
    out = np.zeros(max(int(seconds * RATE), 1))
    for start, piece in pieces:
        first = int(start * RATE)
        room_left = len(out) - first
        if room_left > 0:
            out[first : first + min(len(piece), room_left)] += piece[:room_left]
    return out


def reverberant(signal: Signal, rng: Generator, seconds: float, wet: float, *, tail: bool = True) -> Signal:
    """Add a room whose sound falls by 60 dB in `seconds`; with `tail` the sound gets longer by half of that."""
    count = int(seconds * RATE)
    response = band(rng.standard_normal(count) * 10 ** (-3 * np.arange(count) / count), 120.0, 7000.0, 1)
    response /= np.sqrt(np.sum(response**2)) + 1e-12
    length = len(signal) + (count // 2 if tail else 0)
    dry = np.pad(signal, (0, length - len(signal)))
    return np.asarray(dry + wet * scipy.signal.fftconvolve(signal, response)[:length])


def echoed(signal: Signal, delay: float, feedback: float, repeats: int) -> Signal:
    """Repeat the sound every `delay` s, each time weaker by `feedback`."""
    length = len(signal) / RATE + delay * repeats
    return placed([(number * delay, signal * feedback**number) for number in range(repeats + 1)], length)


def crushed(signal: Signal, hold: int, levels: int) -> Signal:
    """Hold each sample `hold` times as long and round it to `levels` steps of its peak."""
    peak = np.max(np.abs(signal)) + 1e-12
    held_samples = np.repeat(signal[::hold], hold)[: len(signal)]
    return np.asarray(np.round(held_samples / peak * levels) / levels * peak)


def driven(signal: Signal, amount: float) -> Signal:
    """Soft clipping; `amount` 1 is mild, 10 hard."""
    return np.asarray(np.tanh(signal * amount) / np.tanh(max(amount, 1e-6)))


def at_peak(signal: Signal, peak: float = 1.0) -> Signal:
    """The same sound with its highest sample at `peak`."""
    return np.asarray(signal * (peak / (np.max(np.abs(signal)) + 1e-12)))


def pitch(note: float) -> float:
    """Frequency in Hz of a MIDI note number."""
    return float(440 * 2 ** ((note - 69) / 12))


def between(rng: Generator, low: float, high: float) -> float:
    """A number from `low` to `high`, evenly in its logarithm."""
    return float(low * (high / low) ** rng.random())


def pick(rng: Generator, *choices: str) -> str:
    """One of the choices."""
    return choices[int(rng.integers(len(choices)))]
