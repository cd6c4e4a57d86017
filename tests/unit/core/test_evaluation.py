"""Figures of an evaluation are what the textbooks say, on cases that can be counted by hand or by another library."""

import math

import numpy as np
import pytest
from scipy import stats

from desktop_app.core.evaluation import (
    Confusion,
    Truth,
    average_precision,
    figures,
    mean_average_precision,
    paired_difference,
    share,
)

LABELS = ("bell", "dog", "rain")


def truth(*labels: str) -> Truth:
    holds = np.array([[label in each.split("+") for label in LABELS] for each in labels])
    return Truth(LABELS, holds)


SCORES = np.array(
    [
        [0.9, 0.1, 0.2],  # bell: right
        [0.3, 0.2, 0.1],  # dog: taken for a bell, with a lead of 0.1
        [0.1, 0.8, 0.3],  # dog: right
        [0.2, 0.4, 0.1],  # rain: taken for a dog, with a lead of 0.3
    ],
    dtype=np.float32,
)
TRUTH = truth("bell", "dog", "dog", "rain")


def test_accuracy_counts_sounds_whose_label_comes_first() -> None:
    found = figures(SCORES, TRUTH)
    assert found.accuracy.value == 0.5
    assert found.right.tolist() == [True, False, True, False]
    assert [LABELS[first] for first in found.first] == ["bell", "bell", "dog", "dog"]
    assert found.lead == pytest.approx([0.7, 0.1, 0.5, 0.3])


def test_each_label_has_its_precision_and_recall() -> None:
    bell, dog, rain = figures(SCORES, TRUTH).labels
    assert (bell.sounds, bell.precision, bell.recall, bell.average_precision) == (1, 0.5, 1.0, 1.0)
    assert (dog.sounds, dog.precision, dog.recall) == (2, 0.5, 0.5)
    assert dog.average_precision == pytest.approx((1 / 1 + 2 / 3) / 2)
    assert (rain.sounds, rain.recall) == (1, 0.0)
    assert math.isnan(rain.precision), "it never came first"


def test_what_is_taken_for_what() -> None:
    found = figures(SCORES, TRUTH)
    assert found.matrix.tolist() == [[1, 0, 0], [1, 1, 0], [0, 1, 0]]
    assert found.confusions(LABELS) == [Confusion("dog", "bell", 1), Confusion("rain", "dog", 1)]


def test_both_sides_find_the_other() -> None:
    found = figures(SCORES, TRUTH)
    # sounds find their labels at places 1, 2, 1, 3
    assert found.sound_to_text.recall == {1: 0.5, 5: 1.0, 10: 1.0}
    assert found.sound_to_text.average_precision == pytest.approx((1 + 1 / 2 + 1 + 1 / 3) / 4)
    # bell finds its sound first; dog one of two first, the other third; rain its own last
    assert found.text_to_sound.recall[1] == pytest.approx(2 / 3)
    assert found.text_to_sound.average_precision == pytest.approx((1 + (1 + 2 / 3) / 2 + 1 / 4) / 3)


def test_a_sound_with_several_labels_is_right_with_any_of_them() -> None:
    some = truth("bell+rain", "dog+bell", "dog", "rain")
    found = figures(SCORES, some)
    assert not some.is_single
    assert found.right.tolist() == [True, True, True, False]
    assert found.matrix.sum() == 2, "only sounds with one label can be taken for another"


def test_labels_that_no_sound_has_disturb_nothing() -> None:
    found = figures(SCORES[:1], truth("bell"))
    assert found.mean_average_precision == 1.0
    assert math.isnan(found.labels[1].recall)


def test_a_sound_without_a_label_is_refused() -> None:
    with pytest.raises(ValueError, match="at least"):
        Truth(LABELS, np.zeros((2, 3), dtype=np.bool_))


@pytest.mark.parametrize(("right", "total"), [(0, 10), (7, 10), (10, 10), (913, 1000)])
def test_an_interval_is_wilsons(right: int, total: int) -> None:
    found, known = share(right, total), stats.binomtest(right, total).proportion_ci(method="wilson")
    assert (found.low, found.high) == pytest.approx((known.low, known.high), abs=1e-12)
    assert found.low <= found.value <= found.high


@pytest.mark.parametrize(("gained", "lost"), [(0, 0), (1, 0), (9, 2), (30, 31), (5, 60)])
def test_a_difference_is_mcnemars(gained: int, lost: int) -> None:
    some = np.array([True] * gained + [False] * lost + [True] * 20)
    other = np.array([False] * gained + [True] * lost + [True] * 20)
    known = stats.binomtest(min(gained, lost), gained + lost).pvalue if gained + lost else 1.0
    assert paired_difference(some, other) == pytest.approx(known)
    assert paired_difference(other, some) == pytest.approx(known)


def test_a_large_difference_goes_on_where_the_exact_test_ends() -> None:
    some = np.array([True] * 540 + [False] * 470)
    assert paired_difference(some, ~some) == pytest.approx(stats.binomtest(470, 1010).pvalue, rel=0.01)


def test_few_sounds_have_no_interval_of_average_precision() -> None:
    holds = np.eye(len(LABELS), dtype=np.bool_)[[0, 1, 0, 1, 0]]
    scores = holds.astype(np.float32)
    few, enough = (mean_average_precision(scores[:n], Truth(LABELS, holds[:n])) for n in (4, 5))
    assert (few.value, enough.value) == (1.0, 1.0)
    assert np.isnan([few.low, few.high]).all()
    assert not np.isnan([enough.low, enough.high]).any()


def test_the_interval_of_average_precision_holds_it_and_is_the_same_each_time() -> None:
    chance = np.random.default_rng(5)
    holds = np.eye(3, dtype=np.bool_)[chance.integers(3, size=60)]
    scores = (holds + chance.normal(0, 1, holds.shape)).astype(np.float32)
    found, again = (mean_average_precision(scores, Truth(LABELS, holds)) for _ in range(2))
    assert found == again
    assert found.low < found.value < found.high
    assert found.high - found.low < 0.4


def test_average_precision_of_nothing_is_no_number() -> None:
    assert math.isnan(average_precision(SCORES[:, 0], np.zeros(4, dtype=np.bool_)))
