"""The same evaluation on sounds made worse on purpose: what is left of it, kind by kind."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from desktop_app.core.evaluation import Figures, Truth, figures, paired_difference
from desktop_app.core.sound import Samples
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.embedding_process import EmbeddingWorker
from desktop_app.engine.part import decode_stretch
from desktop_app.engine.worsening import RATE, WORSENINGS, Worsening

LONGEST: Final = 30.0
"""Seconds of a sound that are made worse: enough to know it by, and a minute's work for a thousand sounds."""
_AT_ONCE: Final = 4
"""Sounds in one order, so that it ends soon."""


@dataclass(frozen=True, slots=True)
class Worsened:
    """What is left with one kind of worsening."""

    name: str
    figures: Figures
    probability: float
    """How probable so large a difference to the intact sounds is where it does no harm."""


def try_worsened(
    paths: Sequence[Path],
    truth: Truth,
    worker: EmbeddingWorker,
    score: Callable[[Vectors], Vectors],
    progress: Callable[[int, int], None],
) -> tuple[Worsened, ...]:
    """Evaluate files that were heard before, first as they are, cut to `LONGEST`, then with each of `WORSENINGS`.

    `score`: embeddings [n, d] -> scores [n, l]. Raises UnreadableSoundError, EmbedderError and WorkerDiedError.
    """
    kinds = len(WORSENINGS) + 1
    embeddings: list[Vectors] = []
    for number, path in enumerate(paths):
        embeddings.append(_embedded(list(_versions(path, number)), worker))
        progress(number + 1, len(paths))
    found = [figures(score(np.stack([each[kind] for each in embeddings])), truth) for kind in range(kinds)]
    names = ["as they are", *(each.name for each in WORSENINGS)]
    return tuple(
        Worsened(name, each, paired_difference(found[0].right, each.right))
        for name, each in zip(names, found, strict=True)
    )


def _versions(path: Path, seed: int) -> Iterator[Samples]:
    """The sound as it is and then with each kind of worsening."""
    sound = decode_stretch(path, 0.0, LONGEST, sample_rate=RATE, progress=lambda: None)
    yield sound
    worsenings: Sequence[Worsening] = WORSENINGS
    for worsening in worsenings:
        yield worsening(sound, seed)


def _embedded(sounds: list[Samples], worker: EmbeddingWorker) -> Vectors:
    """[k, d]"""
    parts = [sounds[first : first + _AT_ONCE] for first in range(0, len(sounds), _AT_ONCE)]
    return np.concatenate([worker.embed_samples(part) for part in parts])
