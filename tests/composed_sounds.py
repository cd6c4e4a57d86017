"""Sounds put together from the recordings of the tests, of which it is known what is heard in them when."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from desktop_app.core.sound import Samples
from desktop_app.engine.decoding.audio import decode

EVERYDAY: Final = Path(__file__).parent / "data" / "everyday"
_GAPS: Final = (1.0, 5.0)
"""Seconds between two recordings, from and to."""
_SOFTEST: Final = -6.0
"""Decibels."""
_BED: Final = 0.01
"""Largest value of the noise below them: -40 dBFS."""
_EVEN: Final = 801
"""Samples over which the noise has no trend."""


@dataclass(frozen=True, slots=True)
class Recording:
    """One of the everyday recordings."""

    samples: Samples
    labels: frozenset[str]
    """Ids of tags of the vocabulary `everyday` that it should have."""
    also: frozenset[str]
    """Ids of those that it may have as well."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A recording in a composed sound."""

    start: float
    """Seconds."""
    end: float
    recording: Recording


@dataclass(frozen=True, slots=True, eq=False)
class Composed:
    """Recordings one after the other, with pauses in between."""

    samples: Samples
    """[n] mono."""
    seconds: float
    placed: tuple[Placed, ...]


def everyday_recordings(sample_rate: int) -> list[Recording]:
    """All of them, in the order of their names."""
    with (EVERYDAY / "manifest.tsv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [
        Recording(
            decode(EVERYDAY / row["file"], sample_rate=sample_rate).samples, _names(row["labels"]), _names(row["also"])
        )
        for row in rows
    ]


def compose(
    recordings: Sequence[Recording], sample_rate: int, *, seed: int, at_once: int = 8, noisy: bool
) -> Iterator[Composed]:
    """Sounds that hold each recording once, so many in each; `noisy`, with a soft noise below them, else silence."""
    generator = np.random.default_rng(seed)
    order = generator.permutation(len(recordings)).tolist()
    for first in range(0, len(order), at_once):
        pieces, placed, position = [], [], 0
        for number in order[first : first + at_once]:
            pause = round(generator.uniform(*_GAPS) * sample_rate)
            loudness = 10 ** (generator.uniform(_SOFTEST, 0.0) / 20)
            sound = recordings[number].samples * np.float32(loudness)
            start, position = position + pause, position + pause + len(sound)
            pieces += [np.zeros(pause, dtype=np.float32), sound]
            placed.append(Placed(start / sample_rate, position / sample_rate, recordings[number]))
        pieces.append(np.zeros(2 * sample_rate, dtype=np.float32))
        samples = np.concatenate(pieces)
        if noisy:
            samples += _noise(len(samples), generator)
        yield Composed(samples.clip(-1, 1), len(samples) / sample_rate, tuple(placed))


def _noise(count: int, generator: np.random.Generator) -> Samples:
    """Low rumble and hiss."""
    walk = np.cumsum(generator.standard_normal(count))
    walk -= np.convolve(walk, np.full(_EVEN, 1 / _EVEN), "same")
    noise: Samples = (walk * (_BED / np.abs(walk).max())).astype(np.float32)
    return noise


def _names(text: str) -> frozenset[str]:
    return frozenset(filter(None, text.split(", ")))
