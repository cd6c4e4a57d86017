"""A tag is measured against what it usually gets, and neither its own examples nor a flat background mislead it."""

import numpy as np
import pytest

from desktop_app.core import calibration
from desktop_app.core.calibration import (
    APPLIES,
    DEVIATIONS_AT_HALF,
    PLAUSIBLE,
    Background,
    calibrate,
    measure_background,
    standing,
)

DIMENSION = 64
LIVELY = 16
"""Sounds differ in few directions of a network's vectors, and hardly in the rest."""
AXES = np.eye(DIMENSION, dtype=np.float32)


@pytest.fixture
def reference():
    spreads = np.where(np.arange(DIMENSION) < LIVELY, 0.1, 0.01)
    return np.random.default_rng(2).normal(0.1, spreads, (400, DIMENSION)).astype(np.float32)


def score(sound, text, reference):
    """The calibrated score of one sound [d] for one text [d]."""
    texts = np.asarray(text, np.float32)[None]
    return calibrate(np.asarray(sound, np.float32)[None] @ texts.T, measure_background(reference, texts))[0, 0]


def test_texts_that_score_high_with_everything_gain_nothing(reference):
    high_everywhere = reference + 5 * AXES[1]
    assert score(5.1 * AXES[1], AXES[1], high_everywhere) < APPLIES
    assert score(6.1 * AXES[1], AXES[1], high_everywhere) > APPLIES


def test_the_length_of_a_text_does_not_matter(reference):
    sound = 0.6 * AXES[0]
    assert score(sound, 10 * AXES[0], reference) == pytest.approx(score(sound, AXES[0], reference), abs=1e-4)
    assert score(sound, AXES[0], reference) > APPLIES


def test_few_background_sounds_get_a_tag(reference):
    scores = calibrate(reference @ AXES.T, measure_background(reference, AXES))
    assert (scores >= APPLIES).mean() < 0.002


def test_among_many_sounds_of_other_things_one_is_plausible_for_hardly_any_text(reference):
    scores = calibrate(reference @ AXES.T, measure_background(reference, AXES))
    assert APPLIES > PLAUSIBLE > np.quantile(scores, 0.98)


def test_a_tags_own_examples_among_the_reference_sounds_do_not_hide_it(reference):
    with_examples = reference.copy()
    with_examples[:6, 0] = 2
    before, after = (score(0.7 * AXES[0], AXES[0], sounds) for sounds in (reference, with_examples))
    assert before > APPLIES
    assert after == pytest.approx(before, abs=0.1)


def test_examples_of_the_opposite_do_not_hide_it_either(reference):
    with_opposites = reference.copy()
    with_opposites[:6, 0] = -2
    before, after = (score(0.7 * AXES[0], AXES[0], sounds) for sounds in (reference, with_opposites))
    assert after == pytest.approx(before, abs=0.1)


def test_a_text_that_scores_the_same_with_everything_does_not_fire_at_a_trifle(reference):
    flat = reference.copy()
    flat[:, 3] = np.random.default_rng(3).normal(0.1, 0.001, len(flat))
    assert score(0.13 * AXES[3], AXES[3], flat) < APPLIES
    assert score(0.6 * AXES[3], AXES[3], flat) > APPLIES


def test_where_many_other_sounds_come_near_a_tag_a_sound_must_stand_higher(reference):
    """A trumpet among other winds: a tenth of the sounds score high for it, the rest for both tags alike."""
    crowded = reference.copy()
    crowded[:, 1] = crowded[:, 0]
    crowded[:40, 1] += 0.4
    lonely, among_many = measure_background(crowded, AXES[:2]).usual
    assert among_many - crowded[:, 1].mean() > lonely - crowded[:, 0].mean() + 0.03
    sound = 0.6 * AXES[0] + 0.6 * AXES[1]
    assert score(sound, AXES[0], crowded) > score(sound, AXES[1], crowded) + 0.1


def test_tags_of_a_long_and_of_a_short_upper_end_are_wrong_more_evenly_for_it(monkeypatch: pytest.MonkeyPatch):
    """Half of the sounds are there to measure by, the others to be tagged at the limit that suits most tags."""
    generator = np.random.default_rng(7)
    sounds = generator.normal(0, 0.1, (8000, DIMENSION)).astype(np.float32)
    sounds[:, 0] = generator.exponential(0.1, len(sounds))
    sounds[:, 1] = -generator.exponential(0.1, len(sounds))
    texts = AXES[:8]

    def wrong() -> tuple[float, float]:
        above = standing(sounds[1::2] @ texts.T, measure_background(sounds[::2], texts))
        long, short = (above[:, :2] >= np.quantile(above[:, 2:], 0.95)).mean(axis=0).tolist()
        return long, short

    long, short = wrong()
    monkeypatch.setattr(calibration, "TOWARDS_UPPER_END", 0)
    longer, shorter = wrong()
    assert shorter <= short < 0.05 < long < 0.9 * longer


def test_a_few_hundred_reference_sounds_say_nearly_what_many_say(reference):
    """As many as other embedders than the bundled one have: the point where a tag applies hardly depends on which."""
    generator = np.random.default_rng(5)
    spreads = np.where(np.arange(DIMENSION) < LIVELY, 0.1, 0.01)
    many = measure_background(generator.normal(0.1, spreads, (6000, DIMENSION)).astype(np.float32), AXES[:LIVELY])
    few = measure_background(reference, AXES[:LIVELY])
    limits = [each.usual + DEVIATIONS_AT_HALF * each.spread for each in (few, many)]
    np.testing.assert_array_less(np.abs(limits[0] - limits[1]) / many.spread, 0.2)


def test_one_reference_sound_is_enough_for_numbers(reference):
    background = measure_background(reference[:1], AXES)
    np.testing.assert_allclose(background.usual, reference[0], rtol=1e-5)
    assert np.isfinite(calibrate(reference @ AXES.T, background)).all()


def test_a_text_that_is_not_understood_never_applies(reference):
    texts = np.zeros((1, DIMENSION), np.float32)
    assert calibrate(reference @ texts.T, measure_background(reference, texts)).max() == 0


def test_scores_are_between_0_and_1_for_any_number():
    background = Background(np.zeros(1, np.float32), np.full(1, 1e-3, np.float32))
    extreme = calibrate(np.array([[-1e6], [1e6]], np.float32), background)
    np.testing.assert_allclose(extreme, [[0.0], [1.0]], atol=1e-9)


def test_a_higher_raw_score_is_a_higher_score_and_strong_ones_still_differ(reference):
    background = measure_background(reference, AXES[:1])
    deviations = np.array([0, 1, DEVIATIONS_AT_HALF, 3.5, 6], np.float32)
    scores = calibrate(background.usual + background.spread * deviations[:, None], background)[:, 0]
    assert (np.diff(scores) > 0.05).all()
    assert scores[2] == pytest.approx(APPLIES, abs=1e-4)


def test_scores_and_backgrounds_are_float32(reference):
    background = measure_background(reference, AXES)
    assert {background.usual.dtype, background.spread.dtype} == {np.dtype(np.float32)}
    assert calibrate(reference @ AXES.T, background).dtype == np.float32
