"""What can be done to a sound, each with exact figures: rooms, noises, bands, MP3, mixing. Mono float32 at 16 kHz.

Three uses stand on these: copies with a caption of their own (`effects`), copies that keep theirs (`augmentation`),
and the fixed ways in which the evaluation spoils a sound (`evaluation.degradations`).
"""

import io

import numpy as np
import scipy.fft
import scipy.signal
import soundfile
from numpy.random import Generator

from corpus.sound import SAMPLE_RATE, Sound

TELEPHONE_BAND = (300.0, 3400.0)
"""Hz, the voice band of ITU-T G.712."""
_MP3_MOST, _MP3_LEAST = 160, 8
"""Bit rates, kbit/s, that MPEG-2 layer III has at 16 kHz; libsndfile spreads its compression level 0 to 1 over them."""
_SILENT = 1e-9


def level(sound: Sound) -> float:
    """Root mean square; 0 for no samples."""
    return float(np.sqrt(np.mean(np.square(sound)))) if len(sound) else 0.0


def factor(db: float) -> np.float32:
    """What a change of level by `db` multiplies the samples with."""
    return np.float32(10 ** (db / 20))


def within_full_scale(sound: Sound) -> Sound:
    """The same sound, quieter only if it would not fit into a file (peak above 1)."""
    peak = float(np.abs(sound).max(initial=0.0))
    return sound / np.float32(peak) if peak > 1 else sound


def mixed(sound: Sound, other: Sound, db: float) -> Sound:
    """`sound` with `other` at `db` relative to it (root mean square), cut or begun anew until both last alike.

    `sound` comes back as it is if either is silent.
    """
    added = np.resize(other, len(sound))
    own, others = level(sound), level(added)
    if own < _SILENT or others < _SILENT:
        return sound
    return within_full_scale(sound + added * (factor(db) * np.float32(own / others)))


def noise(rng: Generator, count: int, slope: float = 0.0) -> Sound:
    """Noise whose power falls as 1/f^slope above 30 Hz: 0 white, 1 pink, 2 brown; root mean square 1."""
    white = rng.standard_normal(count, dtype=np.float32)
    if slope == 0 or count < 2:
        return white
    size = scipy.fft.next_fast_len(count, real=True)
    spectrum = scipy.fft.rfft(white, size)
    frequencies = np.maximum(scipy.fft.rfftfreq(size, 1 / SAMPLE_RATE), 30.0)
    spectrum *= (frequencies ** (-slope / 2)).astype(np.float32)
    coloured: Sound = scipy.fft.irfft(spectrum, size)[:count]
    return coloured / np.float32(level(coloured) + _SILENT)


def hum(rng: Generator, count: int) -> Sound:
    """What mains leave in a recording: 50 or 60 Hz and a few harmonics at random levels; root mean square 1."""
    turns = np.arange(count, dtype=np.float64) * (2 * np.pi * rng.choice((50.0, 60.0)) / SAMPLE_RATE)
    levels = rng.uniform(0.2, 1.0, 5) / np.arange(1, 6)
    wave = sum(size * np.sin(number * turns) for number, size in enumerate(levels, start=1))
    return np.asarray(wave / np.sqrt(np.sum(levels**2) / 2), dtype=np.float32)


def band(sound: Sound, low: float | None = None, high: float | None = None, order: int = 4) -> Sound:
    """Keep what lies between `low` and `high` Hz, either of which may be left out (Butterworth)."""
    if not len(sound):
        return sound
    if low is not None and high is not None:
        sections = scipy.signal.butter(order, (low, high), "bandpass", fs=SAMPLE_RATE, output="sos")
    elif low is not None:
        sections = scipy.signal.butter(order, low, "highpass", fs=SAMPLE_RATE, output="sos")
    elif high is not None:
        sections = scipy.signal.butter(order, high, "lowpass", fs=SAMPLE_RATE, output="sos")
    else:
        return sound
    return np.asarray(scipy.signal.sosfilt(sections.astype(np.float32), sound), dtype=np.float32)


def room(rng: Generator, seconds: float, brightness: float = 5000.0, delay: float = 0.0) -> Sound:
    """A room's answer to a click: decaying noise, -60 dB after `seconds`, dull above `brightness` Hz; energy 1.

    The direct sound is not in it; the answer begins `delay` s later.
    """
    count = max(int(seconds * SAMPLE_RATE), 2)
    fall = np.logspace(0, -3, count, dtype=np.float32)
    answer = band(rng.standard_normal(count, dtype=np.float32) * fall, 80.0, brightness, order=1)
    answer /= np.float32(np.sqrt(np.sum(np.square(answer))) + _SILENT)
    return np.concatenate([np.zeros(int(delay * SAMPLE_RATE), dtype=np.float32), answer])


def reverberant(sound: Sound, answer: Sound, wet: float, *, tail: bool) -> Sound:
    """The sound in a room; `wet` is the room's level relative to the direct sound.

    With `tail` the result is longer by the room's answer, otherwise it ends where the sound ended.
    """
    length = len(sound) + (len(answer) if tail else 0)
    heard = scipy.signal.fftconvolve(sound, answer)[:length] * np.float32(wet)
    out = np.zeros(length, dtype=np.float32)
    out[: len(sound)] = sound
    out[: len(heard)] += heard
    return within_full_scale(out)


def mp3(sound: Sound, kilobits: int) -> bytes:
    """An MP3 file at a constant bit rate, one of those MPEG-2 layer III has (8 to 160 kbit/s: ... 48, 56, 64 ...)."""
    file = io.BytesIO()
    soundfile.write(
        file,
        sound,
        SAMPLE_RATE,
        format="MP3",
        subtype="MPEG_LAYER_III",
        bitrate_mode="CONSTANT",
        compression_level=(_MP3_MOST - kilobits) / (_MP3_MOST - _MP3_LEAST),
    )
    return file.getvalue()


def through_mp3(sound: Sound, kilobits: int) -> Sound:
    """What is left of a sound after `mp3`: as long as before and not shifted."""
    if not len(sound):
        return sound
    samples, _rate = soundfile.read(io.BytesIO(mp3(sound, kilobits)), dtype="float32")
    return np.asarray(samples, dtype=np.float32)
