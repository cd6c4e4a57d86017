"""Windows cover a long sound from its start to its end, and there are not more of them than a network can afford."""

import math

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from desktop_app.core.moment import Moment, Moments, WindowShape, clock_time

LARGE = WindowShape(10.0, 5.0, longer_than=10.0, most=30)
SHAPES = st.sampled_from([LARGE, WindowShape(4.0, 2.0, longer_than=8.0), WindowShape(3.0, 1.0, 3.0, most=5)])


@settings(deadline=None)
@example(LARGE, 6350.00088)
@example(LARGE, 10.0005)
@given(SHAPES, st.floats(0.0, 30_000.0))
def test_nothing_of_a_long_sound_is_left_out(shape: WindowShape, length: float) -> None:
    starts = shape.starts(length)
    if length <= shape.longer_than:
        assert not starts
        return
    assert starts[0] == 0.0
    assert length - 0.0011 <= starts[-1] + shape.seconds <= length + 1e-6, "the last one ends with the sound"
    apart = np.diff(starts)
    assert (apart > 0).all()
    assert (apart <= shape.seconds + 0.0011).all(), "no gap between two"
    assert np.ptp(apart[:-1]) < 0.0021 if len(apart) > 1 else True


@settings(deadline=None)
@given(SHAPES, st.floats(0.0, 30_000.0))
def test_windows_overlap_only_as_far_as_their_number_allows(shape: WindowShape, length: float) -> None:
    count = len(shape.starts(length))
    dense = math.ceil(max(0.0, length - shape.seconds) / shape.hop_seconds) + 1
    end_to_end = math.ceil(length / shape.seconds)
    assert count <= dense
    if shape.most is not None:
        assert count <= max(shape.most, end_to_end)


def test_thirty_windows_reach_from_overlapping_by_half_to_end_to_end() -> None:
    assert LARGE.starts(60.0) == tuple(5.0 * number for number in range(11))
    assert LARGE.starts(300.0) == tuple(10.0 * number for number in range(30))
    assert len(LARGE.starts(200.0)) == 30
    assert len(LARGE.starts(3600.0)) == 360


def test_a_moment_is_asked_for_by_its_place() -> None:
    moments = Moments(np.array([np.nan, 12.5]), np.array([np.nan, 22.5]))
    assert moments.at(0) is None
    assert moments.at(1) == Moment(12.5, 22.5)


@pytest.mark.parametrize(("seconds", "text"), [(0.0, "0:00"), (65.9, "1:05"), (3_665.0, "1:01:05")])
def test_times_are_written_as_people_do(seconds: float, text: str) -> None:
    assert clock_time(seconds) == text
