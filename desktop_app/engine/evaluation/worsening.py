"""Sounds made worse on purpose, to find out how much of what an embedder can do is left in the recordings of real life.

Everything is drawn from a seed that comes from the sound itself, so that it is made worse in the same way each time,
whatever else is evaluated with it. Done in the embedding child, where sounds are decoded.
"""

import io
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import av
import numpy as np
import soxr
from numpy.random import Generator
from numpy.typing import NDArray

from desktop_app.core.sound import Samples

RATE: Final = 48_000
"""Hz; what `EmbeddingWorker.embed_samples` takes."""
AS_IT_IS: Final = "as they are"
"""What a report calls sounds that nothing was done to."""
_TELEPHONE: Final = (300.0, 3_400.0)
"""Hz; the band of the telephone (ITU-T G.712)."""
_DRIVE: Final = 4.0
"""12 dB above full scale."""
_REVERBERATION_SECONDS: Final = 1.5
"""The time in which it falls by 60 dB: a large, bare room."""
_MUSIC_BELOW: Final = 10.0
"""dB."""
_CHORDS: Final = ((57, 60, 64), (53, 57, 60), (48, 52, 55), (55, 59, 62))
"""MIDI note numbers: A minor, F, C, G."""
_CHORD_SECONDS: Final = 0.5
_QUIET: Final = np.float32(1e-5)

Worsen = Callable[[Samples, Generator], Samples]


@dataclass(frozen=True, slots=True)
class Worsening:
    """One way to make sounds worse."""

    name: str
    worsen: Worsen
    """A sound [samples] at `RATE` -> the worse one."""

    def __call__(self, sound: Samples, seed: int) -> Samples:
        """The worse sound, float32 within -1..1."""
        worse = self.worsen(sound, np.random.default_rng([seed, *self.name.encode()]))
        result: Samples = np.clip(worse, -1, 1).astype(np.float32)
        return result


def seed_of(sound: Samples) -> int:
    """What the chance of a sound's worsenings begins with: the same for the same samples."""
    return zlib.crc32(np.ascontiguousarray(sound).data)


def _noisy(decibels: float) -> Worsen:
    def worsen(sound: Samples, chance: Generator) -> Samples:
        return _with(sound, _pink(len(sound), chance), decibels)

    return worsen


def _at_rate(rate: int) -> Worsen:
    def worsen(sound: Samples, _chance: Generator) -> Samples:
        lower = soxr.resample(sound, RATE, rate, quality="HQ")
        result: Samples = soxr.resample(lower, rate, RATE, quality="HQ")
        return result

    return worsen


def _music(sound: Samples, _chance: Generator) -> Samples:
    return _with(sound, _chords(len(sound)), _MUSIC_BELOW)


def _telephone(sound: Samples, _chance: Generator) -> Samples:
    spectrum = np.fft.rfft(sound)
    hertz = np.fft.rfftfreq(len(sound), 1 / RATE)
    low, high = _TELEPHONE
    # Butterworth's curve of the fourth order at either end, without its phase.
    gain = 1 / np.sqrt(1 + (low / np.maximum(hertz, 1e-3)) ** 8) / np.sqrt(1 + (hertz / high) ** 8)
    result: Samples = np.fft.irfft(spectrum * gain, len(sound)).astype(np.float32)
    return result


def _mp3(sound: Samples, _chance: Generator) -> Samples:
    encoded = io.BytesIO()
    with av.open(encoded, "w", format="mp3") as file:
        stream = file.add_stream("libmp3lame", rate=RATE, layout="mono", bit_rate=48_000)
        frame = av.AudioFrame.from_ndarray(np.ascontiguousarray(sound[None]), format="fltp", layout="mono")
        frame.sample_rate = RATE
        for packet in (*stream.encode(frame), *stream.encode(None)):
            file.mux(packet)
    encoded.seek(0)
    with av.open(encoded, "r") as file:
        blocks = [frame.to_ndarray()[0] for frame in file.decode(audio=0)]
    result: Samples = np.concatenate(blocks).astype(np.float32)[: len(sound)]
    return result


def _clipped(sound: Samples, _chance: Generator) -> Samples:
    peak = max(float(np.abs(sound).max()), float(_QUIET))
    result: Samples = np.clip(sound / np.float32(peak) * np.float32(_DRIVE), -1, 1)
    return result


def _reverberant(sound: Samples, chance: Generator) -> Samples:
    """As loud in the room's answer as straight from the source; it may ring on after the sound's end."""
    length = round(_REVERBERATION_SECONDS * RATE)
    answer = chance.standard_normal(length) * 10 ** (-3 * np.arange(length) / length)
    size = 1 << (len(sound) + length - 1).bit_length()
    wet = np.fft.irfft(np.fft.rfft(sound, size) * np.fft.rfft(answer, size), size)[: len(sound) + length]
    dry = np.concatenate([sound, np.zeros(length, dtype=np.float32)])
    mixed = dry + wet * _level(dry) / max(_level(wet), float(_QUIET))
    result: Samples = (mixed / max(1.0, float(np.abs(mixed).max()))).astype(np.float32)
    return result


WORSENINGS: Final = (
    Worsening("noise at 20 dB", _noisy(20)),
    Worsening("noise at 10 dB", _noisy(10)),
    Worsening("noise at 0 dB", _noisy(0)),
    Worsening("music under it", _music),
    Worsening("telephone band", _telephone),
    Worsening("8 kHz sample rate", _at_rate(8_000)),
    Worsening("16 kHz sample rate", _at_rate(16_000)),
    Worsening("MP3 at 48 kbit/s", _mp3),
    Worsening("clipped", _clipped),
    Worsening("reverberant room", _reverberant),
    Worsening("10 dB quieter", lambda sound, _chance: sound * np.float32(10 ** (-10 / 20))),
    Worsening("the first second only", lambda sound, _chance: sound[:RATE]),
)
"""In the order of a report. Noise is pink, as in rooms and outdoors: as much in each octave."""


def _with(sound: Samples, other: Samples, decibels: float) -> Samples:
    """The sum of both, the other one so many decibels weaker; not louder than full scale."""
    level = _level(sound) / max(_level(other), float(_QUIET)) * 10 ** (-decibels / 20)
    mixed = sound + other * np.float32(level)
    result: Samples = (mixed / max(1.0, float(np.abs(mixed).max()))).astype(np.float32)
    return result


def _level(sound: NDArray[np.floating[Any]]) -> float:
    """Root mean square over all of it."""
    return float(np.sqrt(np.mean(np.square(sound, dtype=np.float64))))


def _pink(length: int, chance: Generator) -> Samples:
    spectrum = np.fft.rfft(chance.standard_normal(length))
    spectrum /= np.sqrt(np.maximum(np.arange(len(spectrum)), 1))
    result: Samples = np.fft.irfft(spectrum, length).astype(np.float32)
    return result


def _chords(length: int) -> Samples:
    """A piano-like sequence of four chords, over and over."""
    each = round(_CHORD_SECONDS * RATE)
    time = np.arange(each) / RATE
    struck = []
    for chord in _CHORDS:
        hertz = 440 * 2 ** ((np.array(chord) - 69) / 12)
        partials = np.array([[tone * n, 1 / n] for tone in hertz for n in range(1, 9)])
        waves = np.sin(2 * np.pi * partials[:, :1] * time) * partials[:, 1:]
        struck.append(waves.sum(axis=0) * np.exp(-3 * time))
    once = np.concatenate(struck).astype(np.float32)
    return np.resize(once, length)
