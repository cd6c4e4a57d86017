"""Trains the projection: from what was heard of the corpus and the meanings of its captions to two matrices.

Single-threaded and seeded: on one machine the same corpus gives the same bits.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from training.network import ProjectionNetwork, caption_targets, class_loss, contrastive_loss


@dataclass(frozen=True, slots=True)
class Recipe:
    """How to train; chosen on the selection split, see the model card."""

    steps: int = 1000
    batch: int = 512
    learning_rate: float = 1e-3
    warm_up: int = 50
    """Steps in which the learning rate rises; it falls along a cosine from there to the end."""
    weight_decay: float = 0.05
    text_weight_decay: float = 0.1
    """Keeps the nudge of texts small: it must hold for words that no caption has."""
    dropout: float = 0.3
    temperature: float = 0.05
    """Of the contrastive loss and of the likeness to the classes' phrases."""
    target_temperature: float = 0.07
    """Of the likeness of captions to each other."""
    class_weight: float = 0.3
    """Of keeping YAMNet's classes."""
    synonym_weight: float = 0.3
    """Of bringing phrases together that mean the same sound."""
    synonyms_at_once: int = 256
    """Groups of synonyms that a step looks at, drawn anew."""
    phrases_at_once: int = 400
    """Class phrases that a step looks at, drawn anew."""
    rarity: float = 0.5
    """How much more often a window with a rare caption is drawn: one over the number of such windows to this power."""
    copy_share: float = 0.5
    """How often a changed copy is drawn relative to the sound itself."""
    seed: int = 0


@dataclass(frozen=True, slots=True)
class Windows:
    """What there is to train on; n windows."""

    features: NDArray[np.float16]
    """[n, f]"""
    scores: NDArray[np.float32]
    """[n, 521]: mean class scores."""
    captions: NDArray[np.int64]
    """[n, c]: rows of `meanings`; a window with fewer captions repeats its own."""
    is_copy: NDArray[np.bool_]
    """[n]"""
    synonyms: NDArray[np.int64]
    """[g, c]: rows of `meanings`; a group of phrases for the same sound, repeated to fill its row."""
    meanings: NDArray[np.float32]
    """[m, 384]: of all captions and synonyms."""
    told_apart: NDArray[np.bool_]
    """[k, k]: whether two of the first k rows of `meanings`, the captions, are never right for the same sound."""
    phrases: NDArray[np.float32]
    """[p, 384]: meanings of the classes' phrases."""
    owners: NDArray[np.int64]
    """[p]: the class of each phrase."""


def fit(windows: Windows, recipe: Recipe) -> ProjectionNetwork:
    """Train on all windows given; prints the loss now and then."""
    torch.manual_seed(recipe.seed)
    torch.set_num_threads(1)
    network = ProjectionNetwork(windows.features.shape[1], dropout=recipe.dropout)
    optimiser = torch.optim.AdamW(
        [
            {"params": network.sound.parameters(), "weight_decay": recipe.weight_decay},
            {"params": network.text.parameters(), "weight_decay": recipe.text_weight_decay},
        ]
    )
    batches = _batches(windows, recipe)
    for step in range(recipe.steps):
        for group in optimiser.param_groups:
            group["lr"] = _learning_rate(step, recipe)
        loss = _loss(network, windows, next(batches), recipe)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        if step % 100 == 99:
            print(f"step {step + 1}: {loss.item():.3f}", flush=True)
    return network.eval()


def _learning_rate(step: int, recipe: Recipe) -> float:
    falling = 0.5 + 0.5 * math.cos(math.pi * step / recipe.steps)
    return recipe.learning_rate * min(1.0, step / recipe.warm_up) * falling


def _batches(windows: Windows, recipe: Recipe) -> Iterator[Tensor]:
    """Row numbers, drawn with regard to how rare a window's first caption is and whether it is a copy."""
    first = windows.captions[:, 0]
    shares = np.bincount(first)[first] ** -recipe.rarity * np.where(windows.is_copy, recipe.copy_share, 1.0)
    weights = torch.from_numpy(shares)
    while True:
        yield torch.multinomial(weights, recipe.batch, replacement=True)


def _loss(network: ProjectionNetwork, windows: Windows, rows: Tensor, recipe: Recipe) -> Tensor:
    chosen = rows.numpy()
    heard = network.hear(torch.from_numpy(windows.features[chosen]).float())
    captions = torch.from_numpy(windows.captions[chosen])
    drawn = captions[torch.arange(len(rows)), torch.randint(captions.shape[1], (len(rows),))].unique()
    meanings = torch.from_numpy(windows.meanings)
    likeness = (meanings[captions] @ meanings[drawn].T).amax(1)
    apart = torch.from_numpy(windows.told_apart)[captions[:, :, None], drawn].any(1)
    likeness = likeness.masked_fill(apart, -1.0)
    targets = caption_targets(likeness, recipe.target_temperature)
    loss = contrastive_loss(heard @ network.read(meanings[drawn]).T / recipe.temperature, targets)
    sample = torch.randperm(len(windows.phrases))[: recipe.phrases_at_once]
    roots = torch.from_numpy(windows.scores[chosen]).sqrt()
    kept = class_loss(
        heard,
        roots / roots.sum(1, keepdim=True),
        network.read(torch.from_numpy(windows.phrases)[sample]),
        torch.from_numpy(windows.owners)[sample],
        recipe.temperature,
    )
    return loss + recipe.class_weight * kept + recipe.synonym_weight * _synonym_loss(network, windows, recipe)


def _synonym_loss(network: ProjectionNetwork, windows: Windows, recipe: Recipe) -> Tensor:
    """Two phrases of each of some groups: each should be nearest to the other one of its own group."""
    groups = torch.from_numpy(windows.synonyms)[torch.randperm(len(windows.synonyms))[: recipe.synonyms_at_once]]
    rows = torch.arange(len(groups))
    drawn = torch.randint(groups.shape[1], (len(groups),))
    meanings = torch.from_numpy(windows.meanings)
    one, other = (network.read(meanings[groups[rows, (drawn + step) % groups.shape[1]]]) for step in (0, 1))
    scores = one @ other.T / recipe.temperature
    return (functional.cross_entropy(scores, rows) + functional.cross_entropy(scores.T, rows)) / 2


def told_apart(captions: Sequence[str], pairs: Sequence[tuple[str, str]]) -> NDArray[np.bool_]:
    """[k, k] of k captions: which two are one of the pairs, either way round; phrases that are no caption are left."""
    number = {phrase: row for row, phrase in enumerate(captions)}
    rows = [(number[one], number[other]) for one, other in pairs if one in number and other in number]
    table = np.zeros((len(captions), len(captions)), dtype=np.bool_)
    for one, other in rows:
        table[one, other] = table[other, one] = True
    return table


def caption_table(captions: Sequence[Sequence[str]]) -> tuple[list[str], NDArray[np.int64]]:
    """Captions of each of n things -> all captions in order, and their numbers [n, c], each thing's own repeated."""
    phrases = sorted({phrase for several in captions for phrase in several})
    number = {phrase: row for row, phrase in enumerate(phrases)}
    most = max(map(len, captions))
    table = [([number[phrase] for phrase in several] * most)[:most] for several in captions]
    return phrases, np.array(table, dtype=np.int64)
