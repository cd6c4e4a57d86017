"""Copies of a sound with a caption of their own: what people do to sounds and then search by ("muffled dog bark").

An effect's words are true by construction, as long as it can be heard: low-passing a sound that has no highs does not
make it muffled. `Effect.applied` therefore says None where an effect would not be heard in a sound or not be told.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import soxr
from numpy.random import Generator
from numpy.typing import NDArray

from corpus.moving import chorus, flanger, phaser, stutter, tremolo, underwater
from corpus.sound import SAMPLE_RATE, Sound
from corpus.treatments import (
    TELEPHONE_BAND,
    band,
    factor,
    reverberant,
    room,
    within_full_scale,
)

Process = Callable[[Sound, Generator], Sound]

_AFTER = frozenset({"in", "loop", "on", "over", "through", "with"})
"""Effects that begin with one of these words stand behind what they are done to: "piano in a hall"."""
_FRAME = 512
_FAINT_DB = -50.0
"""What lies this far below the loudest moment or frequency of a sound is not listened for."""
_HEARD_DB = 2.0
"""An effect that changes a sound by less (mean over its third octaves and moments) goes unnoticed in it."""


@dataclass(frozen=True, slots=True)
class Effect:
    """One thing that people do to sounds."""

    name: str
    words: tuple[str, ...]
    """How it is searched for, plainest first; `captioned` joins one with a caption."""
    process: Process
    """Mono float32 at 16 kHz in and out, maybe of another length; may be given any sound, heard in it or not."""
    suits: Callable[[Sound], bool] = lambda _sound: True
    """Whether a sound is of the kind in which the effect can be told."""
    shortest: float = 0.1
    longest: float = 20.0
    """Seconds of sounds it is for."""
    speech_only: bool = False

    def applied(self, samples: Sound, rng: Generator) -> Sound | None:
        """The changed copy (peak at most 1), or None where the effect could not be heard; the same for the same `rng`.

        Whether the sound is speech is not looked at.
        """
        if not self.shortest <= len(samples) / SAMPLE_RATE <= self.longest or not self.suits(samples):
            return None
        copy = within_full_scale(self.process(samples, rng))
        return copy if change_db(samples, copy) >= _HEARD_DB else None


def captioned(word: str, caption: str) -> str:
    """`muffled`, `dog bark` -> `muffled dog bark`; `with echo`, `dog bark` -> `dog bark with echo`."""
    return f"{caption} {word}" if word.split()[0] in _AFTER else f"{word} {caption}"


def change_db(before: Sound, after: Sound) -> float:
    """How unlike two sounds are, in dB, their overall levels and what is faint in both left out; ends are aligned left.

    Both are cut into moments of 64 ms and third octaves.
    """
    count = max(len(before), len(after), 2 * _FRAME)
    one, other = (_third_octaves(np.pad(sound, (0, count - len(sound)))) for sound in (before, after))
    audible = np.maximum(one, other) > _FAINT_DB
    return float(np.abs(one - other)[audible].mean()) if audible.any() else 0.0


def _third_octaves(sound: Sound) -> NDArray[np.float32]:
    """[moments, bands] in dB of the loudest, nothing below _FAINT_DB."""
    frames = np.lib.stride_tricks.sliding_window_view(sound, 2 * _FRAME)[::_FRAME]
    power = np.abs(np.fft.rfft(frames * np.hanning(2 * _FRAME))) ** 2
    edges = np.unique((80.0 * 2 ** (np.arange(20) / 3) / SAMPLE_RATE * 2 * _FRAME).astype(int))
    bands = np.add.reduceat(power, edges, axis=1)
    db = 10 * np.log10(bands / (bands.max() + 1e-20) + 1e-20)
    return np.asarray(np.maximum(db, _FAINT_DB), dtype=np.float32)


def _envelope_db(sound: Sound) -> NDArray[np.float32]:
    """Level of each 32 ms in dB of the loudest, nothing below _FAINT_DB; at least one."""
    padded = np.pad(sound, (0, -len(sound) % _FRAME)) if len(sound) else np.zeros(_FRAME, dtype=np.float32)
    power = np.square(padded.reshape(-1, _FRAME)).mean(axis=1)
    return np.asarray(np.maximum(10 * np.log10(power / (power.max() + 1e-20) + 1e-20), _FAINT_DB), dtype=np.float32)


def is_sustained(sound: Sound) -> bool:
    """It goes on at about one level to its end."""
    envelope = _envelope_db(sound)
    thirds = [float(part.mean()) for part in np.array_split(envelope, 3) if len(part)]
    return float(np.percentile(envelope, 10)) > -20 and max(thirds) - min(thirds) < 8


def lasts(sound: Sound) -> bool:
    """It is loud enough to hear something sway for 0.8 s or longer and for most of its time."""
    loud = _envelope_db(sound) > -30
    return bool(loud.sum() * _FRAME >= 0.8 * SAMPLE_RATE and loud.mean() > 0.6)


def has_gaps(sound: Sound) -> bool:
    """It stops or dies away somewhere, so that what follows can be heard."""
    return len(sound) < SAMPLE_RATE or float(np.percentile(_envelope_db(sound), 15)) < -25


def is_lopsided(sound: Sound) -> bool:
    """Its level runs otherwise from back to front."""
    envelope = _envelope_db(sound)
    return float(np.abs(envelope - envelope[::-1]).mean()) > 6


def is_broad(sound: Sound) -> bool:
    """Over its whole length it has something in most third octaves, as a filter that sweeps needs."""
    bands = np.log10(np.mean(10 ** (_third_octaves(np.pad(sound, (0, 2 * _FRAME))) / 10), axis=0))
    return bool(np.mean(bands > bands.max() - 3.5) > 0.5)


def _reverb(shortest: float, longest: float, wet: float) -> Process:
    """A room that takes `shortest` to `longest` s to fall silent."""

    def process(sound: Sound, rng: Generator) -> Sound:
        seconds = rng.uniform(shortest, longest)
        answer = room(rng, seconds, brightness=rng.uniform(2500.0, 6000.0), delay=rng.uniform(0.005, 0.03))
        return reverberant(sound, answer, wet * rng.uniform(0.8, 1.3), tail=True)

    return process


def _echo(sound: Sound, rng: Generator) -> Sound:
    delay, feedback = int(rng.uniform(0.2, 0.5) * SAMPLE_RATE), np.float32(rng.uniform(0.45, 0.7))
    repeats = int(rng.integers(3, 7))
    out = np.zeros(len(sound) + repeats * delay, dtype=np.float32)
    for number in range(repeats + 1):
        out[number * delay : number * delay + len(sound)] += sound * feedback**number
    return out


def _clipped(gentlest: float, hardest: float, offset: float) -> Process:
    """Soft clipping so many times above full scale; `offset` bends one side of the wave more, as valves do."""

    def process(sound: Sound, rng: Generator) -> Sound:
        peak = np.abs(sound).max(initial=0.0) + 1e-9
        drive = np.float32(gentlest * (hardest / gentlest) ** rng.random() / peak)
        bent = np.tanh(sound * drive + offset) - np.tanh(offset)
        return np.asarray(band(bent.astype(np.float32), high=6000.0, order=1) * peak, dtype=np.float32)

    return process


def _crushed(sound: Sound, rng: Generator) -> Sound:
    hold, levels = int(rng.integers(3, 7)), 2.0 ** rng.uniform(1.0, 3.0)
    peak = np.float32(np.abs(sound).max(initial=0.0) + 1e-9)
    held = np.repeat(sound[::hold], hold)[: len(sound)]
    return np.asarray(np.round(held / peak * levels) / levels * peak, dtype=np.float32)


def _muffled(sound: Sound, rng: Generator) -> Sound:
    return band(sound, high=rng.uniform(400.0, 900.0))


def _telephone(sound: Sound, rng: Generator) -> Sound:
    """The band of a telephone line, its 8 bits (the mu-law of ITU-T G.711, mu = 255) and a worn loudspeaker."""
    line = band(sound, *TELEPHONE_BAND, order=6)
    peak = np.float32(np.abs(line).max(initial=0.0) + 1e-9)
    squeezed = np.sign(line) * np.log1p(255 * np.abs(line) / peak) / np.log1p(255)
    coded = np.round(squeezed * 127) / 127
    voice = np.sign(coded) * np.expm1(np.abs(coded) * np.log1p(255)) / 255
    drive = rng.uniform(1.0, 4.0)
    return band(np.asarray(np.tanh(voice * drive) * peak, dtype=np.float32), *TELEPHONE_BAND)


def _distant(sound: Sound, rng: Generator) -> Sound:
    """Quiet, without highs, and more of the surroundings than of the sound."""
    dull = band(sound, high=rng.uniform(900.0, 2000.0), order=2)
    answer = room(rng, rng.uniform(1.0, 2.0), brightness=1500.0, delay=0.02)
    return reverberant(dull, answer, rng.uniform(1.0, 2.0), tail=True) * factor(rng.uniform(-26.0, -16.0))


def _reversed(sound: Sound, _rng: Generator) -> Sound:
    return sound[::-1].copy()


def _at_speed(slowest: float, fastest: float) -> Process:
    def process(sound: Sound, rng: Generator) -> Sound:
        return np.asarray(
            soxr.resample(sound, SAMPLE_RATE * rng.uniform(slowest, fastest), SAMPLE_RATE), dtype=np.float32
        )

    return process


def _looped(sound: Sound, rng: Generator) -> Sound:
    return np.tile(sound, int(rng.integers(4, 8)))


def _fade(*, rising: bool) -> Process:
    """Silent at one end and for most of the way louder towards the other, evenly in dB."""

    def process(sound: Sound, rng: Generator) -> Sound:
        length = int(len(sound) * rng.uniform(0.6, 0.9))
        gain = np.ones(len(sound), dtype=np.float32)
        gain[:length] = np.logspace(-2.5, 0, length) - 10**-2.5
        return sound * (gain if rising else gain[::-1])

    return process


EFFECTS: tuple[Effect, ...] = (
    Effect("room", ("with reverb", "in a room", "with short reverb"), _reverb(0.4, 0.8, 1.0), has_gaps),
    Effect("hall", ("reverberant", "with reverb", "in a large hall", "in a hall"), _reverb(1.6, 2.8, 1.2), has_gaps),
    Effect("cathedral", ("in a cathedral", "with long reverb", "reverberant"), _reverb(4.5, 7.0, 1.5), has_gaps),
    Effect("echo", ("with echo", "echoing", "with delay"), _echo, has_gaps),
    Effect("distortion", ("distorted", "with distortion"), _clipped(40.0, 150.0, 0.0)),
    Effect("overdrive", ("overdriven", "with overdrive"), _clipped(8.0, 25.0, 0.3)),
    Effect("bit-crush", ("bit-crushed", "lo-fi", "bitcrushed"), _crushed),
    Effect("low-pass", ("muffled", "low-pass filtered"), _muffled),
    Effect("telephone", ("over the phone", "on the telephone", "telephone"), _telephone, speech_only=True),
    Effect("distant", ("distant", "in the distance", "far away"), _distant),
    Effect("reversed", ("reversed", "in reverse", "backwards"), _reversed, is_lopsided),
    Effect("slowed down", ("slowed down", "pitched down"), _at_speed(0.4, 0.6), longest=8.0),
    Effect("sped up", ("pitched up", "sped up"), _at_speed(1.7, 2.4), shortest=0.4),
    Effect("looped", ("looped", "loop", "repeating"), _looped, has_gaps, longest=3.0),
    Effect("tremolo", ("tremolo", "with tremolo"), tremolo, lasts),
    Effect("stutter", ("stuttering", "with stutter", "glitchy"), stutter, lasts),
    Effect("chorus", ("with chorus", "chorus"), chorus, lasts),
    Effect("flanger", ("with flanger", "flanged"), flanger, lambda sound: lasts(sound) and is_broad(sound)),
    Effect("phaser", ("with phaser", "phaser"), phaser, lambda sound: lasts(sound) and is_broad(sound)),
    Effect("fade in", ("fading in", "with fade in"), _fade(rising=True), is_sustained, shortest=1.5),
    Effect("fade out", ("fading out", "with fade out"), _fade(rising=False), is_sustained, shortest=1.5),
    Effect("underwater", ("underwater",), underwater, lasts),
)
