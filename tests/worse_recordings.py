"""Recordings of the tests and of the demo, made worse by known amounts, for the benchmark of the warnings.

Beside each fault stands the rule of thumb that comes to mind first.
"""

import io
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import av
import numpy as np
import soundfile
import soxr
from numpy.random import Generator
from numpy.typing import NDArray
from scipy.signal import butter, sosfilt

from desktop_app.core.sound_quality import SoundWarning
from desktop_app.paths import resources

Wave = NDArray[np.float64]
"""Samples, [n, channels]."""

DATA = Path(__file__).parent / "data"
_LONGEST = 6
"""Seconds of a recording that are made worse: enough for any of them, and minutes less to wait."""
OWN = {
    SoundWarning.BAND_LIMITED: frozenset({
        "elec_snare", "loop_amen", "misc_crow", "sn_zome",
        "bee", "cat_hiss", "farm_chickens", "farm_cow", "farm_dog", "farm_duck", "farm_horse", "farm_pig", "fire_large",
        "fireworks", "gander", "grasshopper", "gunshot", "lightning", "rooster", "saw", "scream", "speech_woman",
        "toilet", "train_diesel",
    }),
    SoundWarning.CLIPPED: frozenset({"bd_klub", "drum_heavy_kick", "elec_hollow_kick"}),
    SoundWarning.DC_OFFSET: frozenset({"farm_chickens", "farm_cow", "farm_dog", "farm_pig"}),
    SoundWarning.FAKE_STEREO: frozenset({"ambi_swoosh", "bass_hit_c", "bd_tek", "elec_tick", "perc_snap"}),
}  # fmt: skip
"""What recordings have by themselves."""


@dataclass(frozen=True, slots=True)
class Sound:
    """A recording, or what was made of it."""

    name: str
    rate: int
    wave: Wave


@dataclass(frozen=True, slots=True)
class Fault:
    """One way to make recordings worse."""

    warning: SoundWarning
    name: str
    worsen: Callable[[Sound, Generator], Wave]
    thumb: str
    """The rule of thumb in words, and..."""
    by_thumb: Callable[[Sound], bool]
    can_have: Callable[[Sound], bool] = lambda _sound: True
    """Whether a recording can be made worse in this way: of a bass drum, a telephone takes nothing away."""
    target: float | None = None


def recordings() -> Iterable[Sound]:
    """All of them, from the start."""
    for folder in (DATA / "recordings", DATA / "everyday", resources() / "demo"):
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".flac", ".ogg"):
                wave, rate = soundfile.read(path, always_2d=True)
                yield Sound(path.stem, rate, wave[: _LONGEST * rate])


# ---- made worse


def _sixteen_bits(wave: Wave) -> Wave:
    return np.round(np.clip(wave, -1, 32767 / 32768) * 32768) / 32768


def _at_rate(sound: Sound, _chance: Generator, *, rate: int) -> Wave:
    lower = soxr.resample(sound.wave, sound.rate, rate)
    return _sixteen_bits(soxr.resample(lower, rate, sound.rate))


def _telephone(sound: Sound, _chance: Generator) -> Wave:
    band = butter(4, [300, 3_400], "band", fs=8_000, output="sos")
    narrow = sosfilt(band, soxr.resample(sound.wave, sound.rate, 8_000), axis=0)
    return _sixteen_bits(soxr.resample(narrow, 8_000, sound.rate))


def _mp3(sound: Sound, _chance: Generator, *, bits: int) -> Wave:
    """`bits` a second and channel."""
    channels = min(sound.wave.shape[1], 2)
    layout = ("mono", "stereo")[channels - 1]
    encoded = io.BytesIO()
    with av.open(encoded, "w", format="mp3") as file:
        stream = file.add_stream("libmp3lame", rate=sound.rate, layout=layout, bit_rate=bits * channels)
        planes = np.ascontiguousarray(sound.wave[:, :channels].T.astype(np.float32))
        frame = av.AudioFrame.from_ndarray(planes, format="fltp", layout=layout)
        frame.sample_rate = sound.rate
        for packet in (*stream.encode(frame), *stream.encode(None)):
            file.mux(packet)
    encoded.seek(0)
    with av.open(encoded) as file:
        return np.concatenate([frame.to_ndarray() for frame in file.decode(audio=0)], axis=1).T.astype(np.float64)


def _clipped(sound: Sound, _chance: Generator, *, decibels: float) -> Wave:
    """Too loud by so much, and made 6 dB quieter afterwards."""
    loud = sound.wave / np.abs(sound.wave).max() * 10 ** (decibels / 20)
    return _sixteen_bits(0.5 * np.clip(loud, -1, 1))


def noisy(sound: Sound, chance: Generator, *, decibels: float) -> Wave:
    """With pink noise under it, so many decibels below the mean of all of it."""
    spectrum = np.fft.rfft(chance.standard_normal(len(sound.wave)))
    noise = np.fft.irfft(spectrum / np.sqrt(np.maximum(np.arange(len(spectrum)), 1)), len(sound.wave))
    level = np.sqrt(np.square(sound.wave).mean() / np.square(noise).mean()) * 10 ** (-decibels / 20)
    return sound.wave + level * noise[:, None]


def _twice(sound: Sound, chance: Generator) -> Wave:
    """One channel in both, each with its own dither."""
    dither = chance.random((2, len(sound.wave), 2))
    return _sixteen_bits(sound.wave[:, [0, 0]] + (dither[0] - dither[1]) / 32768)


def _with_gaps(sound: Sound, chance: Generator) -> Wave:
    """Three times, 3 to 30 ms are lost where the sound is loud."""
    broken = sound.wave.copy()
    loud = _loud_places(sound)
    for place in chance.choice(loud, 3, replace=False):
        broken[place : place + round(chance.uniform(0.003, 0.03) * sound.rate)] = 0.0
    return broken


def _loud_places(sound: Sound) -> NDArray[np.int64]:
    """Samples, 60 ms apart, about which the sound is within 20 dB of its mean for 80 ms."""
    size = round(0.02 * sound.rate)
    count = len(sound.wave) // size
    levels = np.sqrt(np.square(sound.wave[: count * size, 0]).reshape(count, size).mean(axis=1))
    loud = levels > 0.1 * np.sqrt(np.square(sound.wave[:, 0]).mean())
    return np.array([n for n in range(2, count - 3, 3) if loud[n - 1 : n + 3].all()], dtype=np.int64) * size


# ---- rules of thumb


def _rolls_off(sound: Sound) -> bool:
    """99 % of the energy lie below half of what the rate allows."""
    power = np.square(np.abs(np.fft.rfft(sound.wave.mean(axis=1))))
    return bool(power[: len(power) // 2].sum() > 0.99 * power.sum())


def _at_full_scale(sound: Sound) -> bool:
    high = np.abs(sound.wave) >= 0.9999
    return bool((high[:-2] & high[1:-1] & high[2:]).any())


def _narrow_levels(sound: Sound) -> bool:
    """The quietest tenth of all stretches is less than 15 dB below the loudest."""
    size = round(0.04 * sound.rate)
    count = len(sound.wave) // size
    if count < 2:
        return False
    levels = np.square(sound.wave[: count * size]).reshape(count, -1).mean(axis=1) + 1e-12
    return bool(10 * np.log10(np.percentile(levels, 95) / np.percentile(levels, 10)) < 15)


def _has_zeros(sound: Sound) -> bool:
    silent = np.flatnonzero(np.diff((sound.wave == 0.0).all(axis=1), prepend=False, append=False)).reshape(-1, 2)
    return bool((silent[:, 1] - silent[:, 0] >= sound.rate / 1000).any())


def _is_cut(sound: Sound, *, decibels: float) -> bool:
    """Whether eight samples in runs of three are lost: of bright sounds it is one here and there, as of a limiter."""
    cut = np.abs(sound.wave) > np.abs(sound.wave).max() * 10 ** (-decibels / 20)
    return int((cut[:-2] & cut[1:-1] & cut[2:]).sum()) >= 8


def _reaches(sound: Sound, *, hertz: float) -> bool:
    """Whether there is something to lose above a frequency: within 50 dB of all, and audible."""
    power = np.square(np.abs(np.fft.rfft(sound.wave[:, 0]))) / len(sound.wave) ** 2
    above = power[round(hertz * len(sound.wave) / sound.rate) :].sum()
    return bool(hertz < 0.35 * sound.rate and above > max(1e-5 * power.sum(), 1e-9))


_ROLL_OFF = "99 % of the energy in the lower half"
_FULL = "three samples at full scale"
FAULTS = (
    *(
        Fault(
            SoundWarning.BAND_LIMITED, name, worsen, _ROLL_OFF, _rolls_off,
            partial(_reaches, hertz=hertz), target=target,
        )
        for name, worsen, hertz, target in (
            ("8 kHz brought up", partial(_at_rate, rate=8_000), 4_500, 0.9),
            ("16 kHz brought up", partial(_at_rate, rate=16_000), 9_000, 0.85),
            ("telephone", _telephone, 4_500, 0.9),
            ("MP3 at 48 kbit/s a channel", partial(_mp3, bits=48_000), 12_000, 0.7),
        )
    ),
    *(
        Fault(
            SoundWarning.CLIPPED, f"{decibels:.0f} dB", partial(_clipped, decibels=decibels), _FULL, _at_full_scale,
            partial(_is_cut, decibels=decibels), target=target,
        )
        for decibels, target in ((3.0, 0.9), (6.0, 0.9))
    ),
    Fault(
        SoundWarning.NEAR_SILENT, "70 dB quieter", lambda sound, _chance: sound.wave * 10 ** (-70 / 20),
        "no sample above -60 dBFS", lambda sound: bool(np.abs(sound.wave).max() < 1e-3), target=0.95,
    ),
    Fault(
        SoundWarning.LOW_LEVEL, "35 dB below full scale",
        lambda sound, _chance: sound.wave / np.abs(sound.wave).max() * 10 ** (-35 / 20),
        "RMS below -40 dBFS", lambda sound: bool(np.square(sound.wave).mean() < 1e-4), target=0.95,
    ),
    Fault(
        SoundWarning.DC_OFFSET, "0.02", lambda sound, _chance: sound.wave + 0.02,
        "mean beyond 0.01", lambda sound: bool(np.abs(sound.wave.mean(axis=0)).max() > 0.01), target=0.8,
    ),
    Fault(SoundWarning.NOISY, "10 dB below", partial(noisy, decibels=10.0), "levels within 15 dB", _narrow_levels),
    Fault(
        SoundWarning.FAKE_STEREO, "two copies, dithered", _twice, "channels are equal",
        lambda sound: sound.wave.shape[1] > 1 and bool((sound.wave[:, :1] == sound.wave).all()), target=0.95,
    ),
    Fault(
        SoundWarning.DROPOUTS, "3 to 30 ms, three times", _with_gaps, "1 ms of zeros", _has_zeros,
        lambda sound: len(_loud_places(sound)) >= 3, target=0.9,
    ),
)  # fmt: skip
