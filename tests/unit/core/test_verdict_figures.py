"""A tag is tried on what was said of it, and never on what it learned from."""

import math

import numpy as np
import pytest
from sklearn import metrics

from desktop_app.core import verdict_figures as module
from desktop_app.core.calibration import DEVIATIONS_AT_HALF, measure_background
from desktop_app.core.evaluation import Flags, Truth, figures
from desktop_app.core.learning import LearnedTag, Surroundings, surroundings_of
from desktop_app.core.vector_index import Vectors
from desktop_app.core.verdict_figures import (
    TriedTag,
    decide,
    folds_of,
    found_by,
    recordings_of,
    together,
    try_tag,
    verdict_figures,
)

DIMENSION = 16


@pytest.fixture
def chance() -> np.random.Generator:
    return np.random.default_rng(7)


@pytest.fixture
def reference(chance: np.random.Generator) -> Vectors:
    return chance.standard_normal((400, DIMENSION)).astype(np.float32)


def judged(chance: np.random.Generator, count: int) -> tuple[Vectors, Flags]:
    """Sounds of which half have what the tag means: mostly along the second axis, which its prompts do not know."""
    right = np.arange(count) % 2 == 0
    heard = chance.standard_normal((count, DIMENSION)).astype(np.float32)
    heard[:, 0] += np.where(right, 2.6, 2.0)
    heard[:, 1] += np.where(right, 3.0, -3.0)
    return heard, right


def tried(
    heard: Vectors, right: Flags, reference: Vectors, *, learns: bool = True, threshold: float = 0.5
) -> TriedTag | None:
    vector = np.eye(DIMENSION, dtype=np.float32)[0]
    background = measure_background(reference, vector[None])
    usual, spread = float(background.usual[0]), float(background.spread[0])
    return try_tag(vector, usual, spread, threshold, surroundings_of(reference), heard, right, learns=learns)


def test_figures_are_those_of_another_library(chance: np.random.Generator) -> None:
    standings = chance.standard_normal(40).astype(np.float32) * 2 + DEVIATIONS_AT_HALF
    right = chance.random(40) < 0.4
    decisions = decide(standings, 0.5)
    assert (decisions.applies == (standings >= DEVIATIONS_AT_HALF)).all()
    found = verdict_figures(decisions, right)
    assert found.average_precision == pytest.approx(metrics.average_precision_score(right, standings))
    assert found.precision == pytest.approx(metrics.precision_score(right, decisions.applies))
    assert found.recall == pytest.approx(metrics.recall_score(right, decisions.applies))


def test_nothing_to_divide_by_is_no_number() -> None:
    none = decide(np.zeros(3, dtype=np.float32), 0.5)
    assert math.isnan(verdict_figures(none, np.array([True, False, False])).precision)
    assert math.isnan(verdict_figures(none, np.zeros(3, dtype=np.bool_)).recall)


def test_each_fold_is_like_the_whole() -> None:
    standings = np.arange(20, dtype=np.float32)
    right = np.arange(20) < 10
    folds = folds_of(standings, right, np.arange(20))
    assert folds is not None
    for fold in range(5):
        assert right[folds == fold].sum() == (~right[folds == fold]).sum() == 2
    assert (folds_of(standings[::-1], right, np.arange(20)) == folds_of(standings[::-1], right, np.arange(20))).all()  # type: ignore[union-attr]


@pytest.mark.parametrize(("accepted", "rejected", "folds"), [(3, 9, 3), (4, 4, 4), (9, 9, 5), (2, 9, 0), (9, 2, 0)])
def test_few_verdicts_are_few_folds_and_too_few_none(accepted: int, rejected: int, folds: int) -> None:
    right = np.array([True] * accepted + [False] * rejected)
    found = folds_of(np.arange(len(right), dtype=np.float32), right, np.arange(len(right)))
    assert (0 if found is None else int(found.max()) + 1) == folds


def test_copies_of_a_recording_stay_together(chance: np.random.Generator, reference: Vectors) -> None:
    heard, right = judged(chance, 12)
    heard = np.concatenate([heard, heard[:6] * np.float32(1.0001)])
    right = np.concatenate([right, right[:6]])
    recordings = recordings_of(heard, surroundings_of(reference))
    assert (recordings[12:] == recordings[:6]).all()
    assert len(set(recordings.tolist())) == 12
    folds = folds_of(heard[:, 0], right, recordings)
    assert folds is not None
    assert (folds[12:] == folds[:6]).all()


def test_three_copies_of_one_recording_are_one_witness(chance: np.random.Generator, reference: Vectors) -> None:
    heard, right = judged(chance, 12)
    chosen = [0, 0, 0, 0, *np.flatnonzero(~right)]
    assert tried(heard[chosen], right[chosen], reference) is None


def test_a_tag_is_never_tried_on_what_it_learned_from(
    chance: np.random.Generator, reference: Vectors, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard, right = judged(chance, 20)
    learned_from: list[set[bytes]] = []

    def learn(vector: Vectors, usual: float, _s: float, _a: Surroundings, some: Vectors, _r: Flags) -> LearnedTag:
        learned_from.append({row.tobytes() for row in some})
        return LearnedTag(vector, usual + len(learned_from), len(some))

    monkeypatch.setattr(module, "learn", learn)
    found = tried(heard, right, reference)
    assert found is not None
    assert found.folds == len(learned_from) == 5
    moved = found.prompted.standings - found.learned.standings
    for number, known in enumerate(learned_from, start=1):
        this = np.isclose(moved, number * moved.min())
        assert this.sum() == 4
        assert not known & {row.tobytes() for row in heard[this]}
        assert len(known) == 16


def test_learning_shows_in_the_figures(chance: np.random.Generator, reference: Vectors) -> None:
    heard, right = judged(chance, 40)
    found = tried(heard, right, reference)
    assert found is not None
    before, after = verdict_figures(found.prompted, right), verdict_figures(found.learned, right)
    assert after.average_precision > before.average_precision + 0.1


def test_learning_by_heart_does_not_show(chance: np.random.Generator, reference: Vectors) -> None:
    gained = []
    for _ in range(6):
        heard, _right = judged(chance, 30)
        right = chance.permutation(30) % 2 == 0
        heard[:, :2] = chance.standard_normal((30, 2))  # what was said has nothing to do with the sounds
        found = tried(heard, right, reference)
        assert found is not None
        after = verdict_figures(found.learned, right).average_precision
        gained.append(after - verdict_figures(found.prompted, right).average_precision)
    assert float(np.mean(gained)) < 0.08


def test_a_tag_that_does_not_learn_is_the_same_twice(chance: np.random.Generator, reference: Vectors) -> None:
    heard, right = judged(chance, 12)
    found = tried(heard, right, reference, learns=False)
    assert found is not None
    assert found.folds == 0
    assert (found.learned.standings == found.prompted.standings).all()


def test_the_shipped_threshold_decides(chance: np.random.Generator, reference: Vectors) -> None:
    heard, right = judged(chance, 12)
    low, high = (tried(heard, right, reference, learns=False, threshold=limit) for limit in (0.01, 0.99))
    assert low is not None
    assert high is not None
    assert low.prompted.applies.sum() > high.prompted.applies.sum()


def test_several_tags_together_count_each_verdict_once() -> None:
    first = decide(np.array([3, 3, 0, 0], dtype=np.float32), 0.5), np.array([True, False, False, True])
    second = decide(np.array([3, 0], dtype=np.float32), 0.5), np.array([True, False])
    found, agreed = together([first, second])
    assert agreed.tolist() == [True, False, True, False, True, True]
    assert found.precision == pytest.approx(2 / 3)
    assert found.recall == pytest.approx(2 / 3)
    assert found.average_precision == pytest.approx(
        (1 + metrics.average_precision_score([1, 0, 0, 1], [3, 2.9, 0.1, 0])) / 2
    )


def test_tags_find_their_sounds_among_the_judged(chance: np.random.Generator) -> None:
    tags = []
    for _ in range(4):
        right = chance.random(30) < 0.3
        right[0] = True
        tags.append((decide(chance.standard_normal(30).astype(np.float32), 0.5), right))
    found = found_by(tags)
    # The same tags as queries of an evaluation in which each asks among sounds of its own.
    scores = np.full((4, 120), -9.0, dtype=np.float32)
    holds = np.zeros((4, 120), dtype=np.bool_)
    for number, (decisions, right) in enumerate(tags):
        scores[number, 30 * number : 30 * number + 30] = decisions.standings
        holds[number, 30 * number : 30 * number + 30] = right
    known = figures(scores, Truth(tuple(map(str, range(120))), holds)).sound_to_text
    assert found.recall == pytest.approx(known.recall)
    assert found.average_precision == pytest.approx(known.average_precision)
