"""Plays patches of DrumSynth, the format in which LMMS carries hundreds of drum machine sounds as text.

A patch mixes five voices (a tone whose pitch falls, noise, two narrow bands of noise, a pair of overtones), each under
an envelope of its own, and may filter and distort the sum. The numbers that turn settings into sound are those of
DrumSynth 2 by Paul Kellett (GPL-2.0-or-later), by which the patches were made. Times are in samples at 44.1 kHz.
"""

import math
import re
import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

SAMPLE_RATE = 44_100
_BLOCK = 1200
"""DrumSynth works, and so ends, in blocks of this many samples."""
_FULL_SCALE = 32_700.0
_VOICES = ("tone", "noise", "overtones", "noiseband", "noiseband2")
_OVERTONE_CYMBAL = 3

Signal = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class _Patch:
    values: dict[tuple[str, str], str]
    """(section, key), both in lower case -> setting."""

    def number(self, section: str, key: str, default: float) -> float:
        found = re.match(r"\s*([-+]?\d*\.?\d+)", self.values.get((section, key), ""))
        return float(found[1]) if found else default

    def switched_on(self, section: str, key: str = "on") -> bool:
        return self.number(section, key, 0) == 1

    def loudness(self, section: str) -> float:
        return self.number(section, "level", 0 if section == "noise" else 128) ** 2

    def points(self, section: str, key: str) -> Signal:
        """[n, 2]: time in samples, level in 0..1."""
        text = self.values.get((section, key)) or "0,0 100,0"
        pairs = [point.split(",") for point in text.split() if "," in point]
        points = np.array([(float(time or 0), float(level or 0) / 100) for time, level, *_ in pairs])
        return points * (self.stretch, 1)

    @property
    def stretch(self) -> float:
        return min(max(self.number("general", "stretch", 100) / 100, 0.2), 10)

    def radians(self, section: str, key: str, default: float) -> float:
        """A frequency, per sample."""
        tuning = 2 ** (self.number("general", "tuning", 0) / 12)
        return tuning * 2 * np.pi * self.number(section, key, default) / SAMPLE_RATE


def play_patch(content: bytes) -> tuple[Signal, int]:
    """The patch's sound, one channel, -1..1, and its sample rate; the same content always sounds the same.

    Raises ValueError if it is no patch of DrumSynth 1 or 2.
    """
    patch = _read(content)
    samples = _length(patch)
    chance = np.random.default_rng(zlib.crc32(content))
    time = np.arange(samples, dtype=np.float64)
    mix = np.zeros(samples)
    steps = _pitch(patch, time)
    if patch.switched_on("noise"):
        mix += _noise(patch, time, chance)
    if patch.switched_on("tone"):
        phase = math.radians(patch.number("tone", "phase", 90)) + np.cumsum(steps)
        mix += patch.loudness("tone") * _envelope(patch.points("tone", "envelope"), time) * np.sin(phase)
    for section in ("noiseband", "noiseband2"):
        if patch.switched_on(section):
            mix += _noise_band(patch, section, time, chance)
    overtones = _overtones(patch, time, steps) if patch.switched_on("overtones") else np.zeros(samples)
    if patch.switched_on("general", "filter"):
        mix = _filtered(patch, mix + overtones, time)
    elif patch.switched_on("overtones", "filter"):
        mix += _filtered(patch, overtones, time)
    else:
        mix += overtones
    return _distorted(patch, mix) / 32_768, SAMPLE_RATE


def _read(content: bytes) -> _Patch:
    values: dict[tuple[str, str], str] = {}
    section = ""
    for line in content.decode("latin-1").splitlines():
        if heading := re.match(r"\s*\[(.+?)\]", line):
            section = heading[1].lower()
        elif "=" in line:
            key, _, value = line.partition("=")
            values.setdefault((section, key.strip().lower()), value.strip())
    if not re.match(r"DrumSynth v[12]", values.get(("general", "version"), ""), re.IGNORECASE):
        raise ValueError("This is no patch of DrumSynth 1 or 2.")
    return _Patch(values)


def _length(patch: _Patch) -> int:
    ends = [0.0]
    for section in _VOICES:
        keys = ("envelope1", "envelope2") if section == "overtones" else ("envelope",)
        if patch.switched_on(section):
            ends += [float(patch.points(section, key)[-1, 0]) for key in keys]
    return 2 * _BLOCK + _BLOCK * int(max(ends) / _BLOCK)


def _envelope(points: Signal, time: Signal) -> Signal:
    return np.interp(time, points[:, 0], points[:, 1], right=0.0)


def _pitch(patch: _Patch, time: Signal) -> Signal:
    """Steps of the tone's phase: from F1 to F2 in a line, or fast first and slow then if it droops."""
    first = patch.radians("tone", "f1", 200)
    last = patch.radians("tone", "f2", 120)
    if not patch.switched_on("tone"):
        return np.full_like(time, last)
    end = max(float(patch.points("tone", "envelope")[-1, 0]), 1.0)
    droop = patch.number("tone", "droop", 0)
    if droop <= 0:
        return first + np.minimum(time / end, 1) * (last - first)
    rate = -4 * 10 ** ((droop - 20) / 30) / end
    target = first + (last - first) / (1 - math.exp(rate * end))
    steps: Signal = target + (first - target) * np.exp(time * rate)
    return steps


def _noise(patch: _Patch, time: Signal, chance: np.random.Generator) -> Signal:
    slope = patch.number("noise", "slope", 0)
    white = chance.uniform(-1, 1, len(time) + 2)
    if slope < 0:
        sound = _leaky_sum((1 + slope / 105) * white[2:], -slope / 105) * (1 + 0.0005 * slope**2)
    else:
        sound = white[2:] - slope / 50 * white[1:-1] + slope / 100 * white[:-2]
    return patch.loudness("noise") * _envelope(patch.points("noise", "envelope"), time) * sound


def _leaky_sum(signal: Signal, keep: float) -> Signal:
    total = 0.0
    sums = np.empty_like(signal)
    for index, value in enumerate(signal.tolist()):
        total = value + keep * total
        sums[index] = total
    return sums


def _noise_band(patch: _Patch, section: str, time: Signal, chance: np.random.Generator) -> Signal:
    """A sine whose frequency jumps about a middle, the further and the more often the wider the band."""
    middle = patch.radians(section, "f", 1000)
    width = patch.number(section, "df", 50)
    spread = width**2 / (10_000 - 6_600 * (np.sqrt(middle) - 0.19))
    hold = max(1 + int((40 - width / 2.5) / (spread + 1 + middle)), 1)
    jumps = np.repeat(chance.uniform(-0.5, 0.5, len(time) // hold + 1), hold)[: len(time)]
    phase = np.pi / 4 + np.cumsum(middle + spread * jumps)
    return patch.loudness(section) * _envelope(patch.points(section, "envelope"), time) * np.cos(phase)


def _overtones(patch: _Patch, time: Signal, steps: Signal) -> Signal:
    loudness = patch.loudness("overtones")
    first, second = (_envelope(patch.points("overtones", key), time) for key in ("envelope1", "envelope2"))
    balance = patch.number("overtones", "param", 50) / 100
    method = int(patch.number("overtones", "method", 2))
    if method == _OVERTONE_CYMBAL:
        return _cymbal(patch, loudness * first, second, 1 - balance)
    one, two = (_overtone_phase(patch, voice, steps) for voice in "12")
    shape_one, shape_two = (int(patch.number("overtones", f"wave{voice}", 0)) for voice in "12")
    drive = 8 * balance**3
    if method == 0:
        sound: Signal = (1 - balance) * first * _wave(one, shape_one) + balance * second * _wave(two, shape_two)
    elif method == 1:
        sound = first * _wave(one + drive * second * _wave(two, shape_two), shape_one)
    else:
        sound = first * _wave(one, shape_one) * (1 - drive / 8 + drive / 8 * second * _wave(two, shape_two))
    return loudness * sound


def _overtone_phase(patch: _Patch, voice: str, steps: Signal) -> Signal:
    start = math.radians(patch.number("tone", "phase", 90))
    frequency = patch.radians("overtones", f"f{voice}", 200 if voice == "1" else 120)
    if patch.switched_on("tone") and patch.switched_on("overtones", f"track{voice}"):
        return (start + np.cumsum(steps)) * frequency / max(patch.radians("tone", "f1", 200), 0.001)
    phases: Signal = start + frequency * np.arange(1, len(steps) + 1, dtype=np.float64)
    return phases


def _wave(phase: Signal, shape: int) -> Signal:
    turn = np.mod(phase / (2 * np.pi), 1)
    shapes: tuple[Signal, ...] = (
        np.sin(phase),
        np.abs(2 * np.sin(phase / 2)) - 1,
        1 - 4 * np.abs(turn - 0.5),
        2 * turn - 1,
        np.where(turn < 0.5, 1.0, -1.0),
    )
    return shapes[min(shape, len(shapes) - 1)]


def _cymbal(patch: _Patch, pulses: Signal, opening: Signal, balance: float) -> Signal:
    """Six trains of pulses at frequencies between F1 and F2 through a band-pass: the cymbal of the TR-808."""
    low, high = (2 * np.pi / patch.radians("overtones", key, 200) for key in ("f1", "f2"))
    fired = np.zeros(len(pulses), dtype=bool)
    for voice in range(6):
        period = low + (high - low) * 0.2 * voice
        fired[np.arange(1, len(pulses), max(period, 1.0)).astype(int)] = True
    source = np.where(fired, pulses, 0.0)
    damping = (0.28 + balance**2) ** 2
    cutoffs = (opening * (1.8 - 0.7 * damping) * 0.92).tolist()
    low_pass = band_pass = before = 0.0
    sound = np.empty_like(source)
    for index, (value, cutoff) in enumerate(zip(source.tolist(), cutoffs, strict=True)):
        low_pass += cutoff * band_pass
        band_pass += cutoff * (value + before - damping * band_pass - low_pass)
        before = value
        sound[index] = band_pass
    return sound


def _filtered(patch: _Patch, signal: Signal, time: Signal) -> Signal:
    """Through a resonant low-pass that follows the filter's envelope; what it leaves out, if set to high-pass."""
    points = patch.points("general", "filterenv")
    opening = np.interp(time, points[:, 0], points[:, 1])
    keeps = np.where(opening > 0.2, 1.001 - 10 ** (opening - 1), 0.999 - 0.7824 * opening).tolist()
    resonance = np.sqrt(0.0101 * max(patch.number("general", "resonance", 0), 0))
    inner = outer = 0.0
    sound = np.empty_like(signal)
    for index, (value, keep) in enumerate(zip(signal.tolist(), keeps, strict=True)):
        fed = value + resonance * (1 + 1 / keep) * (inner - outer)
        inner = keep * (inner - fed) + fed
        outer = keep * (outer - inner) + inner
        sound[index] = outer
    return sound - signal if patch.switched_on("general", "highpass") else sound


def _distorted(patch: _Patch, signal: Signal) -> Signal:
    gain = 10 ** (patch.number("general", "level", 0) / 20)
    if not patch.switched_on("distortion"):
        return np.clip(gain * signal, -_FULL_SCALE, _FULL_SCALE)
    loudest = max((patch.loudness(section) for section in _VOICES if patch.switched_on(section)), default=0.0)
    ceiling = min(gain * loudest, _FULL_SCALE)
    step = 4 ** patch.number("distortion", "bits", 0)
    gain *= step * 10 ** (patch.number("distortion", "clipping", 0) / 20)
    coarse = gain * np.trunc(signal / step)
    rate = int(patch.number("distortion", "rate", 0))
    hold = {4: 8, 5: 10, 6: 20}.get(rate, rate + 1)
    held = np.repeat(coarse.reshape(-1, hold).mean(axis=1), hold) if _BLOCK % hold == 0 else coarse
    return np.clip(held, -ceiling, ceiling)
