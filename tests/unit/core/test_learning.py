"""Tags that learn from verdicts: better where these say something, as they were where they say nothing."""

from dataclasses import dataclass

import numpy as np
import pytest
from numpy.typing import NDArray

from desktop_app.core.calibration import Background, calibrate, measure_background, standing
from desktop_app.core.learning import MOST_VERDICTS, LearnedTag, learn, surroundings_of
from desktop_app.core.vector_index import Vectors

DIMENSION = 24
TAG = np.eye(DIMENSION, dtype=np.float32)[0]
BETTER = (TAG + 2 * np.eye(DIMENSION, dtype=np.float32)[1]) / np.float32(np.sqrt(5))
"""What the tag would listen for, were its prompts better."""
REFERENCE = np.random.default_rng(1).normal(0, 1, (500, DIMENSION)).astype(np.float32) / np.float32(5)
BACKGROUND = measure_background(REFERENCE, TAG[None])
AROUND = surroundings_of(REFERENCE)

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Case:
    """Sounds, and whether the tag is right for them."""

    heard: Vectors
    right: Flags

    def first(self, count: int) -> "Case":
        """The sounds that stand highest by the prompts, every other one: what a person sees first."""
        chosen = np.argsort(-(self.heard @ TAG))[: 2 * count : 2]
        return Case(self.heard[chosen], self.right[chosen])


def case(seed: int) -> Case:
    """600 sounds; a tenth of them has what the better prompts would listen for."""
    random = np.random.default_rng(seed)
    right = random.random(600) < 0.1
    heard = random.normal(0, 0.2, (600, DIMENSION)) + 0.7 * right[:, None] * BETTER
    return Case(heard.astype(np.float32), right)


def learned(told: Case) -> LearnedTag:
    return learn(TAG, float(BACKGROUND.usual[0]), float(BACKGROUND.spread[0]), AROUND, told.heard, told.right)


def scores(tag: LearnedTag, heard: Vectors) -> Vectors:
    """Calibrated, [n]."""
    background = Background(np.array([tag.usual], dtype=np.float32), BACKGROUND.spread)
    return calibrate(heard @ tag.vector[:, None], background)[:, 0]


def average_precision(values: Vectors, right: Flags) -> float:
    found = np.flatnonzero(right[np.argsort(-values, kind="stable")])
    return float(np.mean(np.arange(1, len(found) + 1) / (found + 1)))


def told(*spreads: float, right: bool) -> Case:
    """Verdicts on sounds that stand so high and differ in nothing else that the tag listens for."""
    heard = np.random.default_rng(2).normal(0, 0.2, (len(spreads), DIMENSION)).astype(np.float32)
    heard[:, 0] = BACKGROUND.usual[0] + np.array(spreads, dtype=np.float32) * BACKGROUND.spread[0]
    return Case(heard, np.full(len(spreads), right))


UNLEARNED = LearnedTag(TAG, float(BACKGROUND.usual[0]), 0)


def test_without_a_verdict_a_tag_is_exactly_what_its_prompts_make_of_it() -> None:
    tag = learned(Case(np.empty((0, DIMENSION), np.float32), np.empty(0, np.bool_)))
    assert tag == LearnedTag(TAG, float(BACKGROUND.usual[0]), 0)
    assert tag.vector is TAG


@pytest.mark.parametrize("seed", range(4))
def test_twenty_verdicts_find_more_among_sounds_that_nobody_spoke_of(seed: int) -> None:
    others = case(seed + 100)
    tag = learned(case(seed).first(20))
    before = average_precision(scores(UNLEARNED, others.heard), others.right)
    assert average_precision(scores(tag, others.heard), others.right) > before + 0.03
    assert tag.verdicts == 20


def test_more_verdicts_help_more() -> None:
    others = case(50)
    reached = [
        np.mean(
            [
                average_precision(scores(learned(case(seed).first(count)), others.heard), others.right)
                for seed in range(6)
            ]
        )
        for count in (0, 5, 20, 60)
    ]
    assert reached == sorted(reached)


def test_what_is_learned_does_not_depend_on_the_order_of_the_verdicts() -> None:
    verdicts = case(3).first(30)
    mixed = np.random.default_rng(0).permutation(30)
    there, back = learned(verdicts), learned(Case(verdicts.heard[mixed], verdicts.right[mixed]))
    assert (there.vector == back.vector).all()
    assert there.usual == back.usual


def test_the_same_verdicts_teach_the_same_each_time() -> None:
    verdicts = case(4).first(12)
    first, second = learned(verdicts), learned(verdicts)
    assert first.vector.tobytes() == second.vector.tobytes()
    assert first.usual == second.usual


@pytest.mark.parametrize("right", [True, False])
def test_one_verdict_changes_next_to_nothing(*, right: bool) -> None:
    """Whether it agrees with the prompts or not: the wrong key is soon pressed."""
    sounds = case(5).heard
    for spreads in (0.0, 2.25, 4.0):
        tag = learned(told(spreads, right=right))
        assert np.abs(scores(tag, sounds) - scores(UNLEARNED, sounds)).max() < 0.1


def test_one_wrong_verdict_among_twenty_does_little() -> None:
    others, verdicts = case(7), case(6).first(20)
    wrong = verdicts.right.copy()
    wrong[np.flatnonzero(wrong)[0]] = False
    meant = average_precision(scores(learned(verdicts), others.heard), others.right)
    said = average_precision(scores(learned(Case(verdicts.heard, wrong)), others.heard), others.right)
    assert said > meant - 0.05
    assert said > average_precision(scores(UNLEARNED, others.heard), others.right)


def test_a_third_of_the_verdicts_wrong_does_no_harm_on_average() -> None:
    others, changes = case(20), []
    for seed in range(10):
        verdicts = case(seed).first(20)
        wrong = verdicts.right ^ (np.random.default_rng(seed).random(20) < 0.3)
        after = average_precision(scores(learned(Case(verdicts.heard, wrong)), others.heard), others.right)
        changes.append(after - average_precision(scores(UNLEARNED, others.heard), others.right))
    assert np.mean(changes) > -0.005


def threshold_of(tag: LearnedTag) -> float:
    """Spreads by the prompts at which a sound that is else like most has a score of 0.5."""
    spreads = np.linspace(-2, 8, 2_001, dtype=np.float32)
    heard = np.repeat(AROUND.mean[None].astype(np.float32), len(spreads), axis=0)
    heard[:, 0] = BACKGROUND.usual[0] + spreads * BACKGROUND.spread[0]
    return float(spreads[np.argmax(scores(tag, heard) >= 0.5)])


def test_rejecting_what_stood_high_raises_the_threshold_and_accepting_what_stood_low_lowers_it_a_little() -> None:
    as_it_was = threshold_of(UNLEARNED)
    assert as_it_was == pytest.approx(2.25, abs=0.01)
    raised = threshold_of(learned(told(2.4, 2.6, 2.8, 3.0, 3.2, right=False)))
    lowered = threshold_of(learned(told(1.2, 1.4, 1.6, 1.8, 2.0, right=True)))
    assert as_it_was + 0.02 < raised < as_it_was + 0.5
    assert as_it_was - 0.5 < lowered < as_it_was - 0.02


def test_verdicts_that_say_what_was_expected_move_little() -> None:
    tag = learned(told(3.5, 4.0, 4.5, 5.0, 5.5, right=True))
    assert threshold_of(tag) == pytest.approx(2.25, abs=0.15)


def test_accepting_alone_does_not_put_a_tag_on_everything() -> None:
    """A person's own tag, whose name means nothing to the network, given to forty sounds."""
    tag = learned(told(*np.linspace(-1, 1, 40).tolist(), right=True))
    assert np.mean(scores(tag, REFERENCE) >= 0.5) <= 0.012
    assert (scores(tag, case(1).heard) >= 0.5).mean() < 0.2


def test_a_tag_that_is_on_many_sounds_may_be_on_twice_as_many() -> None:
    background = Background(BACKGROUND.usual - 2 * BACKGROUND.spread, BACKGROUND.spread)
    usual, spread = float(background.usual[0]), float(background.spread[0])
    before = np.mean(standing(REFERENCE @ TAG[:, None], background) >= 2.25)
    assert before > 0.05
    heard = REFERENCE[np.argsort(-(REFERENCE @ TAG))[:128]]
    tag = learn(TAG, usual, spread, AROUND, heard, np.ones(128, np.bool_))
    after = np.mean(scores(tag, REFERENCE) >= 0.5)
    assert 1.2 * before < after <= 2 * before + 0.002


def test_where_hardly_any_sounds_at_large_are_known_nothing_is_held_back() -> None:
    few = surroundings_of(REFERENCE[:1] + np.array([[0.1], [-0.1]], dtype=np.float32))
    verdicts = case(1).first(10)
    one = surroundings_of(REFERENCE[:1])
    assert learn(TAG, -10.0, 1.0, few, verdicts.heard, verdicts.right).verdicts == 10
    assert learn(TAG, 0.0, 1.0, one, verdicts.heard, verdicts.right).verdicts == 0


def test_a_recording_that_was_saved_many_times_counts_once() -> None:
    once = told(3.0, right=False)
    often = learned(Case(np.repeat(once.heard, 30, axis=0), np.repeat(once.right, 30)))
    assert often.vector == pytest.approx(learned(once).vector, abs=1e-5)
    assert often.usual == pytest.approx(learned(once).usual, abs=1e-5)


def test_both_answers_on_one_recording_teach_less_than_either() -> None:
    said = told(3.0, right=False)
    both = learned(Case(np.repeat(said.heard, 2, axis=0), np.array([True, False])))
    assert np.linalg.norm(both.vector - TAG) < np.linalg.norm(learned(said).vector - TAG)


def test_of_very_many_verdicts_some_are_learned_from_evenly() -> None:
    heard, right = np.concatenate([case(n).heard for n in range(3)]), np.concatenate([case(n).right for n in range(3)])
    tag, others = learned(Case(heard, right)), case(30)
    assert tag.verdicts == MOST_VERDICTS < len(heard)
    before = average_precision(scores(UNLEARNED, others.heard), others.right)
    assert average_precision(scores(tag, others.heard), others.right) > before + 0.05
    mixed = np.random.default_rng(1).permutation(len(heard))
    assert (learned(Case(heard[mixed], right[mixed])).vector == tag.vector).all()


def test_a_text_that_the_embedder_does_not_understand_learns_nothing() -> None:
    nothing = np.zeros(DIMENSION, dtype=np.float32)
    verdicts = case(1).first(10)
    tag = learn(nothing, 0.0, 0.0, AROUND, verdicts.heard, verdicts.right)
    assert (tag.vector is nothing, tag.usual, tag.verdicts) == (True, 0.0, 0)


def test_nothing_is_learned_where_all_sounds_at_large_are_alike() -> None:
    verdicts = case(1).first(10)
    alike = surroundings_of(np.ones((5, DIMENSION), dtype=np.float32))
    assert learn(TAG, 0.0, 1.0, alike, verdicts.heard, verdicts.right).verdicts == 0


def test_numbers_stay_finite_however_far_away_the_sounds_are() -> None:
    far = Case(np.float32(1e4) * case(2).heard[:40], case(2).right[:40])
    tag = learned(far)
    assert np.isfinite(tag.vector).all()
    assert np.isfinite(tag.usual)
    background = Background(np.array([tag.usual], dtype=np.float32), BACKGROUND.spread)
    assert np.isfinite(standing(far.heard @ tag.vector[:, None], background)).all()
