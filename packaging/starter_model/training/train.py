"""From the corpus to what is learnt from it: the projection, and how the classes usually score."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from corpus.clip import Source, Split, read_clips
from numpy.typing import NDArray
from text.phrases import read_hard_negatives, read_synonyms, read_ucs_groups

from training.examples import Examples
from training.fit import Recipe, Windows, caption_table, fit, told_apart
from training.texts import meanings


@dataclass(frozen=True, slots=True)
class Learnt:
    """What the corpus taught."""

    projection: dict[str, NDArray[np.float16]]
    """The tensors of `projection.safetensors`."""
    roots: NDArray[np.float32]
    """[windows, 521]: root of the highest score of each class in every window that was trained on, without copies."""


@dataclass(frozen=True, slots=True)
class ClassNames:
    """The phrases by which classes are known."""

    meanings: NDArray[np.float32]
    """[p, 384]"""
    owners: NDArray[np.int64]
    """[p]: whose phrase it is."""


def learn(
    sources: Sequence[Source],
    examples: Mapping[str, Examples],
    names: ClassNames,
    *,
    splits: frozenset[Split],
    recipe: Recipe,
    network: Path,
    cache: Path,
) -> Learnt:
    """Train on the clips of `splits`. `network` is the folder with the text network's files."""
    chosen = {source.name: _rows(source, examples[source.name], splits) for source in sources}
    parts = [(examples[name], rows) for name, rows in chosen.items() if len(rows)]
    named = [part.captions[row] for part, rows in parts for row in rows]
    captions, table = caption_table(named)
    known, synonyms = caption_table([*read_synonyms(), *read_ucs_groups()])
    is_copy = np.concatenate([part.copy[rows] > 0 for part, rows in parts])
    windows = Windows(
        features=np.concatenate([part.features[rows] for part, rows in parts]),
        scores=np.concatenate([part.scores[rows] for part, rows in parts]).astype(np.float32),
        captions=table,
        synonyms=synonyms + len(captions),
        is_copy=is_copy,
        meanings=meanings([*captions, *known], network, cache),
        told_apart=told_apart(captions, read_hard_negatives()),
        phrases=names.meanings,
        owners=names.owners,
    )
    print(f"{len(is_copy)} windows, {int(is_copy.sum())} of them of copies; {len(captions)} captions", flush=True)
    projection = {name: tensor.numpy().astype(np.float16) for name, tensor in fit(windows, recipe).folded().items()}
    roots = np.concatenate([part.roots[rows] for part, rows in parts])[~is_copy].astype(np.float32)
    return Learnt(projection, roots)


def _rows(source: Source, examples: Examples, splits: frozenset[Split]) -> NDArray[np.intp]:
    """Which windows of a source belong to the splits."""
    wanted = np.array([clip.split in splits for clip in read_clips(source)])
    return np.flatnonzero(wanted[examples.clip])
