"""Sounds of which tempo, key, pitch or kind is known, for the benchmark of what is found of them.

Scores are played by FluidSynth where it and a font of General MIDI are at hand, else by sums of sines. Recordings are
those of the tests and, where Debian's package sonic-pi-samples is installed, all of its samples.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import soundfile
import soxr
from numpy.random import Generator

from desktop_app.core.musical import SoundKind
from desktop_app.core.sound import Samples
from desktop_app.engine.evaluation.worsening import RATE as WORSENED_RATE
from desktop_app.engine.evaluation.worsening import WORSENINGS
from desktop_app.engine.measuring.onsets import RATE
from tests import scores
from tests.played_music import RATE as PLAYED_RATE
from tests.scores import Score

_DATA: Final = Path(__file__).parent / "data"
_SONIC_PI: Final = Path("/usr/share/sonic-pi/samples")
_SHOTS: Final = ("bass_", "bd_", "drum_", "elec_", "guit_", "perc_", "sn_", "tabla_")
_SLOWEST_LOOP: Final = 85.0
"""Beats a minute: each loop of Sonic Pi has a power of two of beats, of which one tempo lies between that and 170."""
_PROGRAMS: Final = (
    0,
    4,
    6,
    11,
    19,
    21,
    24,
    26,
    30,
    32,
    33,
    36,
    38,
    40,
    42,
    48,
    56,
    57,
    60,
    65,
    68,
    71,
    73,
    80,
    81,
    105,
)
_LOW: Final = frozenset({32, 33, 36, 38, 42, 57})
"""Basses, the cello, the trombone."""


@dataclass(frozen=True, slots=True, eq=False)
class Known:
    """A sound, and what is to be found of it."""

    samples: Samples
    """[n] mono at the rate of the analysis."""
    seconds: float
    tempo: float | None = None
    key: str | None = None
    pitch: float | None = None
    kind: SoundKind | None = None


def drum_loops(random: Generator) -> list[Score]:
    """Each pattern in one, two and four bars."""
    return [scores.beat(random, bars=bars, pattern=name) for name in scores.BEATS for bars in (1, 2, 4)]


def chord_loops(random: Generator) -> list[Score]:
    """Chords, bass and perhaps a melody in each key."""
    return [scores.harmony(random, tonic=number % 12, major=number < 12) for number in range(24)]


def pieces(random: Generator, *, bars: int = 4) -> list[Score]:
    """The same with drums."""
    written = []
    for number in range(24):
        chords = scores.harmony(random, tonic=number % 12, major=number < 12, bars=bars)
        written.append(scores.together(scores.beat(random, bars=2), chords))
    return written


def single_notes(random: Generator) -> list[Score]:
    """Three notes of each of 26 instruments where these are usually played."""
    return [
        scores.single(program, int(key), seconds=float(random.choice([0.3, 1.0, 2.0])))
        for program in _PROGRAMS
        for key in random.integers(*((28, 55) if program in _LOW else (48, 90)), 3)
    ]


def as_loops(
    written: Sequence[Score], played: Iterable[Samples], *, change: str | None = None, cents: float = 0.0
) -> list[Known]:
    """What was played as loops: worse in a way that has a name, or higher by so many cents, and as long as before."""
    return [
        Known(at_rate(sound, change=change, cents=cents), score.seconds, score.tempo, score.key, None, SoundKind.LOOP)
        for score, sound in zip(written, played, strict=True)
    ]


def as_parts(random: Generator, written: Sequence[Score], played: Iterable[Samples]) -> Iterator[Known]:
    """What was played, from somewhere near the beginning to somewhere near the end."""
    for score, sound in zip(written, played, strict=True):
        samples = at_rate(sound)
        start, end = (round(share * len(samples)) for share in (random.uniform(0, 0.2), random.uniform(0.8, 1)))
        yield Known(samples[start:end], (end - start) / RATE, score.tempo, score.key)


def as_notes(
    written: Sequence[Score], played: Iterable[Samples], *, change: str | None = None, cents: float = 0.0
) -> list[Known]:
    """What was played as single notes."""
    return [
        Known(
            at_rate(sound, change=change, cents=cents),
            len(sound) / PLAYED_RATE,
            pitch=scores.hertz(score.notes[0].key + cents / 100),
            kind=SoundKind.ONE_SHOT,
        )
        for score, sound in zip(written, played, strict=True)
    ]


def at_rate(played: Samples, *, change: str | None = None, cents: float = 0.0) -> Samples:
    """What was played, worse in a way that has a name, higher by so many cents, at the rate of the analysis."""
    rate = float(PLAYED_RATE)
    if change is not None:
        (worsen,) = (worsening for worsening in WORSENINGS if worsening.name == change)
        played, rate = worsen(soxr.resample(played, PLAYED_RATE, WORSENED_RATE), 0), float(WORSENED_RATE)
    result: Samples = soxr.resample(played, rate, RATE / 2 ** (cents / 1200)).astype(np.float32)
    return result


def sonic_pi() -> Iterator[Known]:
    """What is called `loop_` is one and has a tempo; drums, basses and guitars are one-shots; the rest is neither,
    though some of it is one thing that begins and dies away.
    """
    folder = _SONIC_PI if _SONIC_PI.is_dir() else _DATA / "recordings"
    for path in sorted(folder.glob("*.flac")):
        samples, seconds = _recording(path)
        if path.name.startswith("loop_"):
            yield Known(samples, seconds, _tempo_from(seconds), kind=SoundKind.LOOP)
        else:
            yield Known(samples, seconds, kind=SoundKind.ONE_SHOT if path.name.startswith(_SHOTS) else None)


def everyday() -> Iterator[Known]:
    """Noises, voices and animals: no tempo, no key, no pitch, no loop."""
    for path in sorted((_DATA / "everyday").glob("*.ogg")):
        yield Known(*_recording(path))


def _tempo_from(seconds: float) -> float:
    tempo = 60 / seconds
    while tempo < _SLOWEST_LOOP:
        tempo *= 2
    return tempo


def _recording(path: Path) -> tuple[Samples, float]:
    frames, rate = soundfile.read(path, dtype="float32", always_2d=True)
    return soxr.resample(frames.mean(axis=1), rate, RATE).astype(np.float32), len(frames) / rate
