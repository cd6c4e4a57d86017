"""Events begin and end where a person would say that a sound does, as far as overlapping windows can tell."""

import numpy as np
import pytest

from desktop_app.core.calibration import Background, calibrate_standing, standing_of
from desktop_app.core.moment import WindowShape
from desktop_app.core.scoring import ScoredTag, TagMatrix
from desktop_app.core.sound_events import (
    BEGINS_BELOW,
    LEAST,
    STAYS_BELOW,
    SoundEvent,
    WindowGrid,
    find_events,
    frame_seconds,
    frame_standings,
    most_certain,
)
from desktop_app.core.tag import Tag
from desktop_app.core.vector_index import Vectors

NEEDED = 2.25
"""Spreads from which a tag with the usual threshold applies."""
SHAPE = WindowShape(seconds=2.0, hop_seconds=0.5, longer_than=2.0)


def tags(*names: str, threshold: float = 0.5) -> TagMatrix:
    """Tags whose standing is simply the number of an embedding in their place."""
    scored = tuple(ScoredTag("test", Tag(name, name, (name,), threshold=threshold)) for name in names)
    count = len(names)
    usual, spread = np.zeros(count, dtype=np.float32), np.ones(count, dtype=np.float32)
    return TagMatrix(scored, np.eye(count, dtype=np.float32), Background(usual, spread))


def grid(length: float, shape: WindowShape = SHAPE) -> WindowGrid:
    return WindowGrid(np.array(shape.starts(length) or (0.0,)), shape.seconds, length)


def heard(where: WindowGrid, *sounding: tuple[float, float, float], quiet: float = 0.0) -> Vectors:
    """Windows [n, 1] that stand at `quiet`, and the more at a value the more of it they hold: (start, end, value)."""
    values = np.full(len(where.starts), quiet)
    for start, end, value in sounding:
        held = np.minimum(where.starts + where.seconds, end) - np.maximum(where.starts, start)
        values += (value - quiet) * np.clip(held, 0, None) / where.seconds
    return values[:, None].astype(np.float32)


def times(events: tuple[SoundEvent, ...]) -> list[tuple[float, float]]:
    return [(event.onset, event.offset) for event in events]


def test_an_event_is_found_where_it_is_to_half_a_second() -> None:
    where = grid(20.0)
    ((onset, offset),) = times(find_events(tags("rain"), heard(where, (6.0, 11.0, 4.0)), where))
    assert (onset, offset) == pytest.approx((6.0, 11.0), abs=0.51)


def test_neighbouring_windows_are_one_event_and_far_ones_two() -> None:
    where = grid(30.0)
    together = heard(where, (5.0, 8.0, 4.0), (8.0, 12.0, 3.5))
    assert len(find_events(tags("rain"), together, where)) == 1
    apart = heard(where, (5.0, 8.0, 4.0), (16.0, 20.0, 3.5))
    assert len(find_events(tags("rain"), apart, where)) == 2


def test_an_event_that_wavers_goes_on_but_none_begins_that_weakly() -> None:
    where = grid(30.0)
    weak = NEEDED - (BEGINS_BELOW + STAYS_BELOW) / 2
    wavering = heard(where, (5.0, 10.0, 4.0), (10.0, 14.0, weak), (14.0, 18.0, 4.0))
    ((onset, offset),) = times(find_events(tags("rain"), wavering, where))
    assert onset < 6.5
    assert offset > 17.0
    assert find_events(tags("rain"), heard(where, (10.0, 20.0, weak)), where) == ()


def test_what_lasts_less_than_a_second_is_no_event() -> None:
    where = grid(20.0)
    only_one = np.zeros((len(where.starts), 1), dtype=np.float32)
    only_one[12] = NEEDED + 0.4
    only_one[11] = only_one[13] = NEEDED - 0.7
    assert find_events(tags("rain"), only_one, where) == ()


def test_a_sound_shorter_than_a_window_is_an_event_as_a_whole() -> None:
    where = grid(0.4)
    (event,) = find_events(tags("kick"), np.array([[3.0]], dtype=np.float32), where)
    assert (event.onset, event.offset) == (0.0, 0.4)
    assert event.score == pytest.approx(float(calibrate_standing(np.array([3.0], dtype=np.float32))[0]))


def test_an_event_ends_with_the_sound_at_the_latest() -> None:
    for length in (7.3, 9.99, 20.0):
        where = grid(length)
        ((onset, offset),) = times(find_events(tags("rain"), heard(where, (0.0, length, 4.0)), where))
        assert (onset, offset) == (0.0, length)


def test_each_tag_has_events_of_its_own_by_its_own_threshold() -> None:
    where = grid(20.0)
    values = np.hstack([heard(where, (2.0, 8.0, 3.0)), heard(where, (6.0, 15.0, 3.0))])
    found = find_events(tags("rain", "wind"), values, where)
    assert [event.tag.tag.name for event in found] == ["rain", "wind"]
    assert found[0].offset > found[1].onset, "events of two tags may overlap"
    strict = find_events(tags("rain", "wind", threshold=0.9), values, where)
    assert strict == ()


def test_silence_ends_an_event() -> None:
    where = grid(20.0)
    values = heard(where, (0.0, 20.0, 4.0))
    silent = (where.starts >= 8.0) & (where.starts <= 11.0)
    values[silent] = np.nan
    (first, second) = times(find_events(tags("rain"), values, where))
    assert 7.0 <= first[1] <= 9.5
    assert 10.5 <= second[0] <= 13.0
    assert find_events(tags("rain"), np.full_like(values, np.nan), where) == ()


def test_an_event_does_not_reach_into_a_silent_window() -> None:
    """Windows that hold a little of a sound and else silence are heard as that sound alone."""
    where = grid(20.0)
    values = np.full((len(where.starts), 1), 4.0, dtype=np.float32)
    values[where.starts + where.seconds <= 6.0] = np.nan
    values[where.starts >= 11.0] = np.nan
    assert times(find_events(tags("rain"), values, where)) == [(6.0, 11.0)]


def test_a_tag_that_the_embedder_does_not_understand_has_no_events() -> None:
    where, matrix = grid(5.0), tags("rain")
    blind = TagMatrix(matrix.tags, matrix.vectors, Background(matrix.background.usual, np.zeros(1, dtype=np.float32)))
    assert find_events(blind, heard(where, (0.0, 5.0, 9.0)), where) == ()


def test_frames_are_as_long_as_the_windows_are_apart_and_a_second_at_most() -> None:
    assert frame_seconds(grid(20.0)) == 0.5
    far = WindowShape(seconds=4.0, hop_seconds=2.0, longer_than=4.0)
    assert frame_seconds(grid(20.0, far)) == 1.0
    frames, _ = frame_standings(np.ones((len(grid(20.0, far).starts), 1), dtype=np.float32), grid(20.0, far))
    assert frames.shape == (20, 1)
    assert frames == pytest.approx(np.ones((20, 1)))


def test_a_frame_that_no_window_covers_stands_as_low_as_can_be() -> None:
    where = WindowGrid(np.array([0.0, 1.0, 8.0]), 2.0, 10.0)
    frames, _ = frame_standings(np.ones((3, 1), dtype=np.float32), where)
    assert frames[:, 0].tolist() == [1, 1, 1, *[LEAST] * 5, 1, 1]


def test_the_most_certain_tags_come_first_each_with_all_its_events() -> None:
    rain, wind, dog = tags("rain", "wind", "dog").tags
    events = [SoundEvent(rain, 0, 2, 0.6), SoundEvent(wind, 1, 3, 0.9), SoundEvent(rain, 5, 7, 0.7)]
    events.append(SoundEvent(dog, 8, 9, 0.5))
    rows = most_certain(events, 2)
    assert [[event.onset for event in row] for row in rows] == [[1], [0, 5]]


def test_scores_and_standings_are_two_ways_to_say_the_same() -> None:
    standings = np.linspace(-3, 7, 30).astype(np.float32)
    assert standing_of(calibrate_standing(standings)) == pytest.approx(standings, abs=0.02)
    assert np.isfinite(standing_of(np.array([0, 1], dtype=np.float32))).all()
