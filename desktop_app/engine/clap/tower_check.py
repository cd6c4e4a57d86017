"""Whether converted towers hear and read as torch does, on this machine: real audio of many kinds, short and long, and
texts.
"""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from typing import Final, TypeVar

import numpy as np

from desktop_app.core.sound import Samples
from desktop_app.core.synthesis import reference_names, reference_sound
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.clap.clap_checkpoint import ClapCheckpoint
from desktop_app.engine.clap.clap_tokenizer import ClapTokenizer
from desktop_app.engine.clap.clap_towers import HearingTower, Towers
from desktop_app.engine.clap.log_mel import ClapInput, LogMel

EXACT_COSINE: Final = 0.99999
"""What any runtime must reach to count as float32."""
FAST_COSINE: Final = 0.9999
"""What reduced precision must reach. More is asked of it here, for the sounds that are not tried."""
MARGIN: Final = 0.5
"""Share of the allowed distance that the tried sounds may take: with it, 99 of 100 nearest neighbours stay the same."""
FEW: Final = 12
"""Short sounds that show whether two runtimes compute the same."""
MANY: Final = 48
"""Short sounds that show how far reduced precision goes astray, which depends on the sound."""
WORTH_IT: Final = 1.2
"""How many times as quick reduced precision must be."""
_ROUNDS: Final = 8

_LONG_SECONDS: Final = (11.0, 30.0, 90.0)
_TEXTS: Final = (
    "",
    "rain",
    "a dog barks twice behind a closed door",
    "This is a sound of heavy metal on the radio, far away.",
    "Ölfaß, déjà vu, 雨",
    "a long walk through a busy market; " * 12,
)

Choice = TypeVar("Choice")


@dataclass(frozen=True, slots=True)
class Trial:
    """What the towers are given."""

    sounds: Sequence[ClapInput]
    """The short ones first."""
    texts: Sequence[Sequence[int]]
    """Tokens."""


def make_trial(checkpoint: ClapCheckpoint, short_sounds: int) -> Trial:
    """So many short sounds of many kinds, some long ones, and texts; the same ones every time. Takes seconds."""
    log_mel, tokenizer = LogMel(checkpoint.mel), ClapTokenizer(checkpoint)
    names = reference_names()
    short = [reference_sound(name).samples for name in names[:: len(names) // short_sounds][:short_sounds]]
    long = [
        _joined(short[turn:], round(seconds * checkpoint.mel.sample_rate)) for turn, seconds in enumerate(_LONG_SECONDS)
    ]
    return Trial([log_mel(sound) for sound in (*short, *long)], [tokenizer(text) for text in _TEXTS])


def heard(tower: HearingTower, trial: Trial) -> Vectors:
    """The embeddings of all sounds [n, dimension]."""
    return tower.hear_together(trial.sounds)


def read(towers: Towers, trial: Trial) -> Vectors:
    """The embeddings of all texts [n, dimension]."""
    return np.stack([towers.read(text) for text in trial.texts])


def least_cosine(found: Vectors, expected: Vectors) -> float:
    """The least cosine of rows that belong together; NaN when there is none that is a number."""
    lengths = np.linalg.norm(found, axis=1) * np.linalg.norm(expected, axis=1)
    return float(((found * expected).sum(axis=1) / lengths).min())


def best_reduced(
    exact: HearingTower,
    reduced: Iterable[tuple[Choice, HearingTower]],
    trial: Trial,
    seconds: Callable[[Sequence[HearingTower]], list[float]],
) -> tuple[Choice | None, float, float]:
    """The first of some ways to compute less exactly that is near enough to the exact one, if it is quick enough: which
    one, its least cosine, and its `seconds` for a sound. None where there is none, with those of the exact one.
    """
    expected = heard(exact, trial)
    slow = 0.0
    for choice, tower in reduced:
        slow, quick = seconds([exact, tower])
        if quick * WORTH_IT > slow:
            break
        cosine = least_cosine(heard(tower, trial), expected)
        if cosine >= 1 - MARGIN * (1 - FAST_COSINE):
            return choice, cosine, quick
    return None, 1.0, slow


def seconds_for_one(towers: Sequence[HearingTower], trial: Trial) -> list[float]:
    """How long each takes for one short sound, in seconds of the processor; they take turns, so that what else the
    machine does falls on all.
    """
    spent = [0.0] * len(towers)
    for _ in range(_ROUNDS):
        for number, tower in enumerate(towers):
            start = time.process_time()
            tower.hear_together(trial.sounds[:1])
            spent[number] += time.process_time() - start
    return [seconds / _ROUNDS for seconds in spent]


def seconds_among_many(towers: Sequence[HearingTower], trial: Trial, together: int) -> list[float]:
    """How long each takes for a short sound when it hears so many `together`: seconds that pass, since a device works
    while the processor waits. The least of some rounds, in which they take turns; a round before them is to warm up.
    """
    sounds = list(islice(cycle(trial.sounds[:FEW]), together))
    least = [float("inf")] * len(towers)
    for count in range(1 + _ROUNDS):
        for number, tower in enumerate(towers):
            start = time.perf_counter()
            tower.hear_together(sounds)
            if count:
                least[number] = min(least[number], time.perf_counter() - start)
    return [seconds / together for seconds in least]


def _joined(sounds: Sequence[Samples], length: int) -> Samples:
    """Sounds one after the other, again and again, `length` samples of it."""
    enough = length // min(map(len, sounds)) + 1
    return np.concatenate(list(islice(cycle(sounds), enough)))[:length]
