"""Trains a head: for each of a person's labels one line over the embeddings, by logistic regression, and judges it by
sounds that it was not trained with.

A label is more than its sounds: how well its words fit a sound is one more number that its line may use, held back
less than the embedding's own. Where there are few sounds the words then decide, and a label that means nothing to the
network loses nothing. Of 871 clips of 11 labels that the bundled embedder had never heard, kept apart by where they
came from, words alone put 76 % right, sounds alone 79 % and both 81 %; of 646 clips of 16 labels that it knows better
by words than by so few sounds 77 %, 67 % and 75 %.
"""

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final

import numpy as np

from desktop_app.core.calibration import Background, measure_background
from desktop_app.core.evaluation import Figures, Share, Truth, figures, share
from desktop_app.core.head import Head, head_of
from desktop_app.core.head_fitting import Flags, Floats, Sigmoid, draw_folds, fit_sigmoid, surely_others
from desktop_app.core.vector_index import Rows, Vectors

FOLDS: Final = 5
_LOOSE: Final = 5.0
"""scikit-learn's `C`: how far the weights may go. On the clips above 1, 2 and 5 put equally many right; on 150 samples
of another maker 72 %, 74 % and 78 %."""
_WORDS_COUNT: Final = 2.0
"""How much less the words are held back than an embedding's numbers; 1 is as good, and with 0.3 the second set above is
2 in a hundred worse."""
_SEED: Final = 20_26
_PRECISION: Final = 1e-4
_MOST_ROUNDS: Final = 1_000
_NEVER: Final = -10.0
"""Nats: the logit of a label of which a fold has no sound to learn from."""
_NEGLIGIBLE: Final = 1e-6


class HeadTrainingError(Exception):
    """A head cannot be trained; the message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Material:
    """What a head is trained with."""

    embeddings: Vectors
    """[n, d]"""
    truth: Truth
    """[n, l]"""
    groups: Rows
    """[n]: sounds of one group are never trained with and judged by, see `core.head_fitting.group_sounds`."""
    splits: tuple[str, ...]
    """[n]: in which part of its set each sound is by whoever made the set; empty where nothing is said."""
    words: Vectors
    """[l, d]: the embeddings of the labels' texts."""
    background: Vectors
    """[r, d]: sounds at large."""


@dataclass(frozen=True, slots=True)
class TrainedHead:
    """What came of it."""

    heads: tuple[Head, ...]
    """[l], trained with all sounds."""
    figures: Figures
    """Of scores of each sound by a head that was not trained with it, nor with any of its group."""
    folds: int
    precision: Share
    """Of the tags that those heads put on these sounds, those that are right."""
    recall: Share
    """Of the labels of these sounds, those that they put on them as tags."""
    tagged_background: Share
    """Of the sounds at large, those on which heads that were not trained with them put any tag."""
    calibration_error: float
    """By how much those scores differ from the share that is right, on average over ten bands of scores."""


@dataclass(frozen=True, slots=True)
class _Lines:
    """A line for each label."""

    weights: Floats
    """[l, d]"""
    bias: Floats
    """[l]"""

    def of(self, embeddings: Vectors) -> Floats:
        """Logits [n, l]."""
        result: Floats = embeddings.astype(np.float64) @ self.weights.T + self.bias
        return result


def train_head(
    material: Material, embedder_id: str, progress: Callable[[int, int], None] = lambda _done, _total: None
) -> TrainedHead:
    """Train one line a label, in each fold and with all. Every label has two groups at least.

    The same material gives the same head. `progress` is told how many fits of how many are done. Raises
    HeadTrainingError.
    """
    folds = _folds(material)
    count = int(folds.max()) + 1
    rest = np.random.default_rng(_SEED).permutation(len(material.background)) % count
    logits = np.zeros(material.truth.holds.shape)
    of_rest = np.zeros((len(rest), len(material.truth.labels)))
    with _one_thread():
        for fold in range(count):
            lines, _ = _fit(material, folds != fold, rest != fold)
            logits[folds == fold] = lines.of(material.embeddings[folds == fold])
            of_rest[rest == fold] = lines.of(material.background[rest == fold])
            progress(fold + 1, count + 1)
        lines, others = _fit(material, np.ones(len(folds), np.bool_), np.ones(len(rest), np.bool_))
    progress(count + 1, count + 1)
    sigmoid = _sigmoid(logits, material.truth.holds, of_rest, others)
    heads = tuple(
        head_of(embedder_id, sigmoid.slope * weights, float(sigmoid.of(bias)))
        for weights, bias in zip(lines.weights, lines.bias, strict=True)
    )
    judged, judged_rest = np.empty_like(logits), np.empty_like(of_rest)
    for fold in range(count):
        here, there = folds == fold, rest == fold
        # Neither may what makes logits scores have seen the sounds that it is judged by.
        held = _sigmoid(logits[~here], material.truth.holds[~here], of_rest[~there], others[~there])
        judged[here], judged_rest[there] = held.of(logits[here]), held.of(of_rest[there])
    return _judged(heads, judged, judged_rest, material.truth, count)


def _judged(heads: tuple[Head, ...], logits: Floats, of_rest: Floats, truth: Truth, folds: int) -> TrainedHead:
    tags = logits >= 0
    right = int((tags & truth.holds).sum())
    return TrainedHead(
        heads,
        figures(logits.astype(np.float32), truth),
        folds,
        precision=share(right, int(tags.sum())),
        recall=share(right, int(truth.holds.sum())),
        tagged_background=share(int((of_rest >= 0).any(axis=1).sum()), len(of_rest)),
        calibration_error=_calibration_error(1 / (1 + np.exp(-logits)), truth.holds),
    )


def _calibration_error(scores: Floats, holds: Flags, bands: int = 10) -> float:
    """The mean over all cells of how far a band's mean score is from its share of right ones."""
    band = np.minimum((scores * bands).astype(np.int64), bands - 1).ravel()
    differences = np.bincount(band, (scores - holds).ravel(), bands)
    return float(np.abs(differences).sum() / scores.size)


def _sigmoid(logits: Floats, holds: Flags, of_rest: Floats, others: Flags) -> Sigmoid:
    """One for all labels, so that which of them comes first stays; sounds at large count as much as the labelled."""
    weight = logits.size / max(int(others.sum()), 1)
    return fit_sigmoid(
        np.concatenate([logits.ravel(), of_rest[others]]),
        np.concatenate([holds.ravel(), np.zeros(int(others.sum()), np.bool_)]),
        np.concatenate([np.ones(logits.size), np.full(int(others.sum()), weight)]),
    )


def _fit(material: Material, rows: Flags, rest: Flags) -> tuple[_Lines, Flags]:
    """The lines of all labels by some of the sounds [n] and of the background [r], and which background was none of
    each label [r, l].
    """
    sounds, background, holds = material.embeddings[rows], material.background[rest], material.truth.holds[rows]
    features = np.concatenate([sounds, background]).astype(np.float32)
    mean = features.mean(axis=0)
    features = np.pad(features - mean, [(0, 0), (0, 1)])
    usual = measure_background(material.background, material.words)
    others = np.zeros((len(rest), holds.shape[1]), dtype=np.bool_)
    weights, bias = np.zeros((holds.shape[1], len(mean))), np.full(holds.shape[1], _NEVER)
    for label in range(holds.shape[1]):
        own = np.flatnonzero(holds[:, label])
        if not len(own):
            continue
        others[rest, label] = surely_others(background, sounds[own], material.groups[rows][own])
        word = _word(material.words[label], usual, label)
        features[:, -1] = features[:, :-1] @ word
        found, start = _logistic(features, holds[:, label], others[rest, label])
        weights[label] = found[:-1] + found[-1] * word
        bias[label] = start - weights[label] @ mean
    return _Lines(weights, bias), others


def _logistic(features: Vectors, right: Flags, others: Flags) -> tuple[Floats, float]:
    """Coefficients and intercept of logistic regression on sounds, which are `right` [n] or not, and below them the
    background, of which `others` [r] are none and the rest does not count; together they count as the sounds do.
    """
    counted = np.concatenate([np.ones(len(right)), others * (len(right) / max(int(others.sum()), 1))])
    wanted = np.concatenate([right, np.zeros(len(others), np.bool_)])
    if not (counted[~wanted] > 0).any():
        raise HeadTrainingError("One label is right for all sounds: there must be sounds that it is not right for.")
    model = import_module("sklearn.linear_model").LogisticRegression
    fitted: Any = model(C=_LOOSE, tol=_PRECISION, max_iter=_MOST_ROUNDS)
    fitted.fit(features, wanted, sample_weight=counted.astype(np.float32))
    return fitted.coef_[0].astype(np.float64), float(fitted.intercept_[0])


def _word(vector: Vectors, background: Background, label: int) -> Vectors:
    """The direction [d] along which a label's words fit a sound by a spread more; 0 where they mean nothing."""
    spread = float(background.spread[label])
    direction: Vectors = (vector * np.float32(_WORDS_COUNT / spread if spread > _NEGLIGIBLE else 0)).astype(np.float32)
    return direction


def _folds(material: Material) -> Rows:
    """Which sounds [n] are judged by heads that are trained with all others: by the set's own parts, if it has some
    with which that can be done, else drawn so that each has its share of every label.
    """
    splits = sorted(set(material.splits))
    own = np.array([splits.index(split) for split in material.splits])
    if "" not in splits and 2 <= len(splits) <= 2 * FOLDS:
        first = np.zeros(int(material.groups.max()) + 1, dtype=np.int64)
        first[material.groups[::-1]] = own[::-1]
        own = first[material.groups]
        if all(len(np.unique(own[column])) > 1 for column in material.truth.holds.T):
            return np.unique(own, return_inverse=True)[1].astype(np.int64)
    fewest = min(len(np.unique(material.groups[column])) for column in material.truth.holds.T)
    return draw_folds(material.truth.holds, material.groups, min(FOLDS, fewest), _SEED)


def _one_thread() -> Any:
    """Products of this size are slower on many cores than on one, and their last digits depend on how many."""
    return import_module("threadpoolctl").threadpool_limits(1)


def check_groups(truth: Truth, groups: Rows) -> None:
    """Raises HeadTrainingError where a label has sounds of one group only: nothing is left to judge by."""
    for label, column in zip(truth.labels, truth.holds.T, strict=True):
        if len(np.unique(groups[column])) < 2:
            raise HeadTrainingError(
                f"All sounds of “{label}” are copies of one, or of one group: add others, or leave the label out."
            )
