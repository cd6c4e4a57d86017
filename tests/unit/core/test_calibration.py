"""A tag is measured against what it usually gets, and neither its own examples nor a flat background mislead it."""

import numpy as np
import pytest

from desktop_app.core.calibration import (
    APPLIES,
    DEVIATIONS_AT_HALF,
    PLAUSIBLE,
    Background,
    calibrate,
    measure_background,
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


def test_a_text_that_is_not_understood_never_applies(reference):
    texts = np.zeros((1, DIMENSION), np.float32)
    assert calibrate(reference @ texts.T, measure_background(reference, texts)).max() == 0


def test_scores_are_between_0_and_1_for_any_number():
    background = Background(np.zeros(1, np.float32), np.full(1, 1e-3, np.float32))
    extreme = calibrate(np.array([[-1e6], [1e6]], np.float32), background)
    np.testing.assert_allclose(extreme, [[0.0], [1.0]], atol=1e-9)


def test_a_higher_raw_score_is_a_higher_score_and_strong_ones_still_differ(reference):
    background = measure_background(reference, AXES[:1])
    deviations = np.array([0, 1, DEVIATIONS_AT_HALF, 5, 8], np.float32)
    scores = calibrate(background.mean + background.spread * deviations[:, None], background)[:, 0]
    assert (np.diff(scores) > 0.05).all()
    assert scores[2] == pytest.approx(APPLIES, abs=1e-4)


def test_scores_and_backgrounds_are_float32(reference):
    background = measure_background(reference, AXES)
    assert {background.mean.dtype, background.spread.dtype} == {np.dtype(np.float32)}
    assert calibrate(reference @ AXES.T, background).dtype == np.float32
