"""Parts of a search are added by their weights; bands name what comes out."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.bands import STRONG_FROM, Band, band_of
from desktop_app.core.blend import blend
from desktop_app.core.calibration import APPLIES, at_deviations, calibrate_standing
from desktop_app.core.example import Example

LOW_HIGH = np.array([0, 4], dtype=np.float32)
HIGH_LOW = np.array([4, 0], dtype=np.float32)


@pytest.mark.parametrize(
    ("wanted", "unwanted", "expected"),
    [
        ([(1, LOW_HIGH)], [], [0, 4]),
        ([(1, LOW_HIGH), (1, HIGH_LOW)], [], [2, 2]),
        ([(3, LOW_HIGH), (1, HIGH_LOW)], [], [1, 3]),
        ([(0, LOW_HIGH), (0.5, HIGH_LOW)], [], [4, 0]),
        ([(0, LOW_HIGH), (0, HIGH_LOW)], [], [2, 2]),
        ([(1, LOW_HIGH)], [(0.5, HIGH_LOW)], [-2, 4]),
        ([(1, LOW_HIGH)], [(2, -HIGH_LOW)], [0, 4]),
        ([(1, LOW_HIGH), (1, np.full(2, -np.inf, dtype=np.float32))], [(1, np.full(2, -np.inf))], [0, 2]),
    ],
)
def test_wanted_parts_are_a_mean_and_unwanted_ones_only_pull_down(wanted, unwanted, expected):
    np.testing.assert_allclose(blend(wanted, unwanted), expected)


def test_adding_leaves_the_parts_alone():
    part = LOW_HIGH.copy()
    blend([(1, part)], [(1, HIGH_LOW)])
    np.testing.assert_array_equal(part, LOW_HIGH)


@given(st.floats(-1e6, 1e6))
def test_one_score_is_calibrated_as_many_are(deviations):
    one = at_deviations(deviations)
    assert 0 <= one <= 1
    assert one == pytest.approx(float(calibrate_standing(np.array([deviations], dtype=np.float32))[0]), abs=1e-4)


@pytest.mark.parametrize(
    ("calibrated", "band"),
    [
        (1.0, Band.STRONG),
        (STRONG_FROM, Band.STRONG),
        (STRONG_FROM - 1e-6, Band.LIKELY),
        (APPLIES, Band.LIKELY),
        (APPLIES - 1e-6, Band.WEAK),
        (0.0, Band.WEAK),
    ],
)
def test_bands(calibrated, band):
    assert band_of(calibrated) is band


def test_a_part_of_a_sound_is_told_from_the_whole():
    assert not Example(1).is_part
    assert Example(1, start=0.0).is_part
    assert Example(1, end=2.0).is_part
