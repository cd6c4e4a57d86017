"""Copies of a sound that are called the same: what a recording goes through before somebody keeps it.

Trained on such copies, the embedder listens to the sound and not to its noise floor, level or file format.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import soxr
from numpy.random import Generator

from corpus.sound import SAMPLE_RATE, Sound
from corpus.treatments import (
    TELEPHONE_BAND,
    band,
    factor,
    hum,
    level,
    mixed,
    noise,
    reverberant,
    room,
    through_mp3,
    within_full_scale,
)

_MOST_CHANGES = 3
_LOST_DB = -20.0
"""A band limit that takes more than this away has taken the sound itself."""


@dataclass(frozen=True, slots=True)
class _Change:
    """One way to change a copy; `share` says how often it is drawn relative to the others."""

    share: float
    process: Callable[[Sound, Generator], Sound]


def augmented(samples: Sound, rng: Generator, other: Sound) -> Sound:
    """A copy for which every caption of `samples` still holds, changed in one to three ways drawn with `rng`.

    Mono float32 at 16 kHz. `other` is a sound that may be mixed in softly. The copy may be up to 3 % or 0.8 s longer
    or 3 % shorter. Neither input is written to; the same generator state gives the same copy.
    """
    if not len(samples):
        return samples
    changes = _changes(other)
    shares = np.array([change.share for change in changes])
    count = int(rng.integers(1, _MOST_CHANGES + 1))
    drawn = rng.choice(len(changes), count, replace=False, p=shares / shares.sum())
    copy = np.asarray(samples, dtype=np.float32)
    for number in sorted(drawn):
        copy = changes[number].process(copy, rng)
    return within_full_scale(copy)


def _changes(other: Sound) -> tuple[_Change, ...]:
    """In the order in which they happen to a sound: in the air, in the recorder, in the file."""
    return (
        _Change(1.0, _another_speed),
        _Change(1.0, _in_a_room),
        _Change(1.0, lambda sound, rng: mixed(sound, other, rng.uniform(-18.0, -8.0))),
        _Change(1.0, _among_silence),
        _Change(2.0, _with_noise),
        _Change(1.0, _band_limited),
        _Change(0.7, _clipped_softly),
        _Change(1.0, _compressed),
        _Change(2.0, _at_another_level),
    )


def _another_speed(sound: Sound, rng: Generator) -> Sound:
    return np.asarray(soxr.resample(sound, SAMPLE_RATE * rng.uniform(0.97, 1.03), SAMPLE_RATE), dtype=np.float32)


def _in_a_room(sound: Sound, rng: Generator) -> Sound:
    answer = room(rng, rng.uniform(0.15, 0.6), brightness=rng.uniform(3000.0, 7000.0))
    return reverberant(sound, answer, rng.uniform(0.15, 0.5), tail=False)


def _among_silence(sound: Sound, rng: Generator) -> Sound:
    before, after = (rng.uniform(0.0, 0.4, 2) * SAMPLE_RATE).astype(int)
    return np.pad(sound, (before, after))


def _with_noise(sound: Sound, rng: Generator) -> Sound:
    kind = rng.choice(("white", "pink", "hum"), p=(0.3, 0.5, 0.2))
    added = hum(rng, len(sound)) if kind == "hum" else noise(rng, len(sound), slope=float(kind == "pink"))
    return mixed(sound, added, -rng.uniform(5.0, 30.0))


def _band_limited(sound: Sound, rng: Generator) -> Sound:
    low, high = TELEPHONE_BAND if rng.random() < 0.4 else (None, 2000.0 * 3 ** rng.random())
    limited = band(sound, low, high)
    return limited if level(limited) > level(sound) * factor(_LOST_DB) else sound


def _clipped_softly(sound: Sound, rng: Generator) -> Sound:
    peak = np.abs(sound).max()
    if not peak:
        return sound
    drive = np.float32(rng.uniform(1.0, 3.0) / peak)
    return np.asarray(np.tanh(sound * drive) * (peak / np.tanh(drive * peak)), dtype=np.float32)


def _compressed(sound: Sound, rng: Generator) -> Sound:
    return through_mp3(sound, int(rng.choice((48, 56, 64))))


def _at_another_level(sound: Sound, rng: Generator) -> Sound:
    return sound * factor(rng.uniform(-20.0, 3.0))
