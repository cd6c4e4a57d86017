"""The figures of an evaluation are those that scikit-learn and SciPy come to, on sounds and scores drawn by chance."""

import numpy as np
import pytest
from scipy import stats
from sklearn import metrics

from desktop_app.core import evaluation
from desktop_app.core.evaluation import Truth, figures, mean_average_precision, paired_difference
from desktop_app.core.vector_index import Vectors

LABELS = tuple(f"label {number}" for number in range(9))
SOUNDS = 70


@pytest.fixture(params=range(3))
def chance(request: pytest.FixtureRequest) -> np.random.Generator:
    return np.random.default_rng(request.param)


def drawn(chance: np.random.Generator, most: int) -> tuple[Vectors, Truth]:
    """Scores [n, l] that know a little, and up to so many labels for each sound."""
    holds = np.zeros((SOUNDS, len(LABELS)), dtype=np.bool_)
    for row in range(SOUNDS):
        holds[row, chance.choice(len(LABELS), chance.integers(1, most + 1), replace=False)] = True
    scores = (0.8 * holds + chance.standard_normal(holds.shape)).astype(np.float32)
    return scores, Truth(LABELS, holds)


def test_accuracy_precision_recall_and_confusions(chance: np.random.Generator) -> None:
    scores, truth = drawn(chance, 1)
    found, said, is_so = figures(scores, truth), scores.argmax(axis=1), truth.holds.argmax(axis=1)
    assert found.accuracy.value == pytest.approx(metrics.accuracy_score(is_so, said))
    precision, recall, _, support = metrics.precision_recall_fscore_support(
        is_so, said, labels=range(len(LABELS)), zero_division=np.nan
    )
    assert [each.precision for each in found.labels] == pytest.approx(precision, nan_ok=True)
    assert [each.recall for each in found.labels] == pytest.approx(recall, nan_ok=True)
    assert [each.sounds for each in found.labels] == support.tolist()
    assert (found.matrix == metrics.confusion_matrix(is_so, said, labels=range(len(LABELS)))).all()
    pairs = found.confusions(LABELS)
    assert sum(pair.sounds for pair in pairs) == SOUNDS - round(found.accuracy.value * SOUNDS)
    assert [pair.sounds for pair in pairs] == sorted((pair.sounds for pair in pairs), reverse=True)


@pytest.mark.parametrize("most", [1, 3])
def test_average_precision_of_each_label_and_their_mean(chance: np.random.Generator, most: int) -> None:
    scores, truth = drawn(chance, most)
    found = figures(scores, truth)
    known = [metrics.average_precision_score(truth.holds[:, n], scores[:, n]) for n in range(len(LABELS))]
    assert [each.average_precision for each in found.labels] == pytest.approx(known)
    macro = metrics.average_precision_score(truth.holds, scores, average="macro")
    assert found.mean_average_precision == mean_average_precision(scores, truth).value == pytest.approx(macro)


@pytest.mark.parametrize("most", [1, 3])
def test_sounds_find_their_labels(chance: np.random.Generator, most: int) -> None:
    scores, truth = drawn(chance, most)
    found = figures(scores, truth).sound_to_text
    # With nine labels the first ten are all of them.
    assert found.average_precision == pytest.approx(
        metrics.label_ranking_average_precision_score(truth.holds, scores), abs=1e-6
    )
    assert found.recall[10] == 1
    if most == 1:
        is_so = truth.holds.argmax(axis=1)
        for k in (1, 5):
            known = metrics.top_k_accuracy_score(is_so, scores, k=k, labels=range(len(LABELS)))
            assert found.recall[k] == pytest.approx(known)


def test_labels_find_their_sounds(chance: np.random.Generator) -> None:
    scores, truth = drawn(chance, 2)
    found = figures(scores, truth).text_to_sound
    recalls: dict[int, list[bool]] = {1: [], 5: [], 10: []}
    precisions = []
    for column in range(len(LABELS)):
        best = sorted(range(SOUNDS), key=lambda row: -scores[row, column])
        hits = [bool(truth.holds[row, column]) for row in best[:10]]
        for k, seen in recalls.items():
            seen.append(any(hits[:k]))
        summed = sum(sum(hits[: place + 1]) / (place + 1) for place, hit in enumerate(hits) if hit)
        precisions.append(summed / min(10, int(truth.holds[:, column].sum())))
    assert found.recall == pytest.approx({k: np.mean(seen) for k, seen in recalls.items()})
    assert found.average_precision == pytest.approx(np.mean(precisions))


def test_the_interval_of_mean_average_precision_is_that_of_sets_drawn_anew(
    chance: np.random.Generator, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evaluation, "_RESAMPLES", 40)
    scores, truth = drawn(chance, 2)
    found = mean_average_precision(scores, truth)
    again, means = np.random.default_rng(evaluation._SEED), []
    for _ in range(40):
        times = np.bincount(again.integers(SOUNDS, size=SOUNDS), minlength=SOUNDS)
        there = [n for n in range(len(LABELS)) if truth.holds[times > 0, n].any()]
        means.append(
            np.mean(
                [metrics.average_precision_score(truth.holds[:, n], scores[:, n], sample_weight=times) for n in there]
            )
        )
    low, high = np.quantile(means, (0.025, 0.975)) - (np.mean(means) - found.value)
    assert (found.low, found.high) == pytest.approx((low, high), abs=1e-6)
    assert found.low < found.value < found.high


def test_an_accuracy_interval_holds_the_truth_in_95_of_100_sets(chance: np.random.Generator) -> None:
    inside = 0
    for _ in range(500):
        right = int(chance.binomial(60, 0.8))
        found = evaluation.share(right, 60)
        inside += found.low <= 0.8 <= found.high
    assert 0.92 <= inside / 500 <= 0.98


def test_two_ways_that_are_equally_good_rarely_differ_beyond_chance(chance: np.random.Generator) -> None:
    called = 0
    for _ in range(300):
        some, other = chance.random((2, 80)) < 0.7
        found = paired_difference(some, other)
        gained, lost = int((some & ~other).sum()), int((other & ~some).sum())
        assert found == pytest.approx(stats.binomtest(gained, gained + lost).pvalue)
        called += found < 0.05
    assert called / 300 < 0.07


def test_the_most_confidently_wrong_are_those_with_the_largest_lead(chance: np.random.Generator) -> None:
    scores, truth = drawn(chance, 2)
    found = figures(scores, truth)
    for row in range(SOUNDS):
        right, wrong = scores[row][truth.holds[row]].max(), scores[row][~truth.holds[row]].max()
        assert found.right[row] == (right > wrong)
        assert found.lead[row] == pytest.approx(abs(right - wrong), abs=1e-5)
