"""A review asks about the sounds that a tag is least sure of, and counts what a threshold would do."""

import numpy as np
import pytest

from desktop_app.engine.tagging.review import FEWEST, TagScores, candidates, near

SCORES = np.array([0.99, 0.8, 0.62, 0.5, 0.41, 0.1, 0.0], dtype=np.float32)


def no(*places: int) -> np.ndarray:
    flags = np.zeros(len(SCORES), dtype=np.bool_)
    flags[list(places)] = True
    return flags


def scores(*, accepted: tuple[int, ...] = (), rejected: tuple[int, ...] = (), unheard: int = 0) -> TagScores:
    copies = np.array([1, 1, 3, 1, 1, 1, 1])
    return TagScores(np.arange(10, 17), SCORES, no(*accepted), no(*rejected), copies, unheard)


def test_the_sounds_nearest_to_the_threshold_come_first_from_both_sides() -> None:
    assert candidates(SCORES, 0.5, no()).tolist() == [3, 4, 2, 1, 5, 0, 6]
    assert candidates(SCORES, 0.9, no()).tolist()[:3] == [1, 2, 3]


def test_what_was_judged_already_is_left_out() -> None:
    assert candidates(SCORES, 0.5, no(3, 2)).tolist() == [4, 1, 5, 0, 6]
    assert candidates(SCORES, 0.5, ~no()).tolist() == []
    assert scores(accepted=(3,), rejected=(4,)).order(0.5).tolist() == [2, 1, 5, 0, 6]


def test_near_is_measured_in_spreads_so_that_a_strict_threshold_has_two_sides_too() -> None:
    strict = np.array([0.999, 0.985, 0.9, 0.5], dtype=np.float32)
    assert candidates(strict, 0.97, np.zeros(4, dtype=np.bool_)).tolist() == [1, 2, 0, 3]


@pytest.mark.parametrize("threshold", [0.0, 1.0])
def test_a_threshold_at_the_end_still_has_an_order(threshold: float) -> None:
    assert sorted(candidates(SCORES, threshold, no()).tolist()) == list(range(7))


def test_of_equally_near_ones_the_higher_comes_first_and_nobody_is_no_trouble() -> None:
    level = np.array([0.4, 0.6], dtype=np.float32)
    assert candidates(level, 0.5, np.zeros(2, dtype=np.bool_)).tolist() == [1, 0]
    assert candidates(level[:0], 0.5, np.zeros(0, dtype=np.bool_)).tolist() == []


def test_a_count_says_what_a_threshold_would_do_with_copies_and_words_counted_in() -> None:
    assert scores().count_at(0.5) == 6, "one of them has three copies"
    assert scores().count_at(0.7) == 2
    assert scores().count_at(0.0) == 9
    assert scores(accepted=(6,), rejected=(0,), unheard=2).count_at(0.7) == 1 + 1 + 2


def test_the_line_lies_below_the_sounds_that_reach_the_threshold() -> None:
    assert [scores().above(at) for at in (1.0, 0.5, 0.45, 0.0)] == [0, 4, 4, 7]


def test_the_strip_counts_every_sound_once() -> None:
    assert scores().histogram(2).tolist() == [3, 4]
    assert scores().histogram(40).sum() == len(SCORES)


def test_a_large_library_is_asked_about_what_is_within_reach_and_a_small_one_about_the_nearest() -> None:
    many = np.linspace(0, 1, 2_001, dtype=np.float32)
    close = many[near(many, 0.5)]
    assert 0.1 < close.min() < 0.2
    assert 0.8 < close.max() < 0.9
    far = np.zeros(50, dtype=np.float32)
    assert np.count_nonzero(near(far, 0.5)) == FEWEST
    assert near(far[:3], 0.5).all()


def test_what_is_left_grows_no_longer_by_judging() -> None:
    level = np.full(100, 0.001, dtype=np.float32)
    nothing = np.zeros(100, dtype=np.bool_)
    one = TagScores(np.arange(100), level, nothing, nothing, np.ones(100, dtype=np.int64), 0)
    lefts = []
    while len(one.order(0.5)):
        lefts.append(len(one.order(0.5)))
        one = one.with_word(int(one.sound_ids[one.order(0.5)[0]]), accepted=False)
    assert lefts == list(range(FEWEST, 0, -1))


def test_a_word_can_be_turned_round() -> None:
    yes = scores(rejected=(2,)).with_word(12, accepted=True)
    assert (yes.accepted.tolist().index(True), yes.rejected.any()) == (2, False)
    no = yes.with_word(12, accepted=False)
    assert (no.accepted.any(), no.rejected.tolist().index(True)) == (False, 2)
    assert (no.place_of(12), no.place_of(99)) == (2, None)
