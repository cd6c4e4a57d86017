"""The parts of a waveform: the stretch that is seen, its ruler, its columns, and the spectrogram's colours."""

import itertools

import numpy as np
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage

from desktop_app.engine.decoding.peaks import Peaks, to_levels
from desktop_app.gui import theme
from desktop_app.gui.panels.player.region import fixed_edge, region_between
from desktop_app.gui.panels.player.sound_shape import LevelShape, SampleShape, together
from desktop_app.gui.panels.player.spectrogram_picture import frequency_labels, shades
from desktop_app.gui.panels.player.stretch import SHORTEST_SECONDS, Stretch
from desktop_app.gui.panels.player.time_axis import clock_label, ticks
from desktop_app.gui.panels.player.waveform_picture import clip_colour, waveform_image, waveform_numbers
from desktop_app.gui.theme import Colours

RATE = 48_000


def test_zooming_keeps_the_time_under_the_mouse_in_its_place() -> None:
    stretch = Stretch.whole(100.0)
    for factor in (3.0, 7.0, 0.5):
        stretch = stretch.zoomed(factor, 40.0)
        assert stretch.x_of(40.0, 1000) == pytest.approx(400)
    assert stretch.seconds_at(400, 1000) == pytest.approx(40.0)


@pytest.mark.parametrize("at", [0.0, 3.0, 10.0])
def test_no_zoom_and_no_scroll_leaves_the_sound(at: float) -> None:
    stretch = Stretch.whole(10.0).zoomed(1e9, at)
    assert stretch.seconds == pytest.approx(SHORTEST_SECONDS)
    for by in (-100.0, 100.0):
        moved = stretch.scrolled(by)
        assert 0.0 <= moved.start < moved.end <= 10.0 + 1e-9
        assert moved.seconds == pytest.approx(stretch.seconds)
    assert stretch.zoomed(1e-9, at) == Stretch.whole(10.0)
    assert Stretch.whole(0.0).seconds > 0


def test_a_time_that_is_not_seen_comes_into_view() -> None:
    stretch = Stretch(2.0, 4.0, 10.0)
    assert stretch.showing(3.0) is stretch
    assert stretch.showing(7.0).start == pytest.approx(6.9)
    assert stretch.showing(9.99).end == pytest.approx(10.0)


@pytest.mark.parametrize("seconds", [0.001, 0.0137, 0.2, 1.0, 7.3, 59.0, 61.0, 600.0, 3_601.0, 40_000.0])
@pytest.mark.parametrize("width", [200.0, 963.0, 3000.0])
def test_a_ruler_has_round_times_that_can_be_read(seconds: float, width: float) -> None:
    stretch = Stretch.whole(50_000.0).zoomed(50_000.0 / seconds, 1_234.5)
    found = ticks(stretch, width)
    labels = [tick for tick in found if tick.label]
    assert all(stretch.start - 1e-6 <= tick.seconds <= stretch.end + 1e-6 for tick in found)
    places = [stretch.x_of(tick.seconds, width) for tick in labels]
    distances = [right - left for left, right in itertools.pairwise(places)]
    assert all(89 <= distance <= 250 for distance in distances)
    assert len(labels) >= width // 250
    assert len({tick.label for tick in labels}) == len(labels), "two marks with one name"
    assert len(found) >= 2 * len(labels)


def test_times_have_as_many_decimals_as_the_steps_need() -> None:
    assert [clock_label(65.25, step) for step in (1.0, 0.5, 0.05, 0.001)] == ["1:05", "1:05.2", "1:05.25", "1:05.250"]
    assert clock_label(3_725.0, 5.0) == "1:02:05"
    assert clock_label(59.9999, 0.01) == "1:00.00"


def test_one_clipped_sample_among_millions_survives_every_reduction() -> None:
    levels = np.zeros((1, 100_000, 2), np.int8)
    levels[0, 61_728, 0] = -127
    shape = LevelShape(levels, 0.01)
    for start, end, count in ((0.0, 1000.0, 300), (600.0, 700.0, 300), (617.0, 617.6, 300)):
        columns = shape.columns(start, end, count)
        assert columns.min() < -1.0
        found = start + (int(columns[0, :, 0].argmin()) + 0.5) * (end - start) / count
        assert found == pytest.approx(617.285, abs=2 * (end - start) / count + 0.02)
    assert shape.clips


@pytest.mark.parametrize("count", [1, 7, 300, 1024, 1025, 5000])
def test_a_reduced_picture_is_that_of_all_points(count: int) -> None:
    """The pyramid is a short cut: a peak at the edge of a column may stand in the next one, and none is lost."""
    samples = np.random.default_rng(count).uniform(-0.9, 0.9, (1, 40_000, 1)).astype(np.float32)
    levels = to_levels(np.concatenate([-np.abs(samples), np.abs(samples)], axis=2))
    columns = LevelShape(levels, 1.0).columns(0.0, 40_000.0, count)
    assert columns.shape == (1, count, 2)
    for number in np.linspace(0, count - 1, 20).astype(int):
        first, last = int(number * 40_000 / count), max(int((number + 1) * 40_000 / count), 1)
        assert columns[0, max(number - 1, 0) : number + 2, 1].max() >= levels[0, first:last, 1].max() / 126 - 1e-6


def test_the_last_sample_is_drawn() -> None:
    samples = np.zeros((1000, 1), np.float32)
    samples[-1] = 0.7
    assert SampleShape(samples, 1000).columns(0.0, 1.0, 100)[0, -1, 1] == pytest.approx(0.7)
    assert LevelShape(to_levels(np.stack([samples.T] * 2, axis=2)), 0.001).columns(0.0, 1.0, 100)[0, -1, 1] > 0.6


@pytest.mark.parametrize("points", [1, 2, 7, 399, 400, 401, 5_000])
def test_any_number_of_points_fills_every_column(points: int) -> None:
    levels = np.tile(np.array([-63, 63], np.int8), (2, points, 1))
    columns = LevelShape(levels, 1 / points).columns(0.0, 1.0, 400)
    np.testing.assert_allclose(columns, np.tile([[[-0.5, 0.5]]], (2, 400, 1)), atol=1e-6)


def test_a_steep_wave_stays_one_connected_line() -> None:
    square = np.repeat(np.array([0.9, -0.9] * 10, np.float32), 20)[:, None]
    columns = SampleShape(square, 400).columns(0.0, 1.0, 400)
    numbers = waveform_numbers(columns, 101)
    rows = [np.flatnonzero(column == 1) for column in numbers.T]
    for left, right in itertools.pairwise(rows):
        assert left.min() <= right.max() + 1
        assert right.min() <= left.max() + 1


def test_samples_of_a_part_stand_where_they_belong() -> None:
    samples = np.zeros((1000, 1), np.float32)
    samples[500] = 0.8
    part = SampleShape(samples, 1000, first=3000)
    assert part.covers(3.0, 4.0)
    assert not part.covers(2.9, 3.5)
    assert not part.covers(3.5, 4.1)
    assert int(part.columns(3.4, 3.6, 50)[0, :, 1].argmax()) == 25


def test_a_stored_waveform_lasts_as_long_as_the_sound() -> None:
    peaks = Peaks(256, RATE, 480_000, np.zeros((2, 1875, 2), np.int8))
    shape = LevelShape.of_peaks(peaks)
    assert shape.points * shape.seconds_a_point == pytest.approx(10.0)


def test_channels_together_are_as_high_as_the_highest_and_as_low_as_the_lowest() -> None:
    columns = np.array([[[-0.1, 0.9]], [[-0.7, 0.2]]], np.float32)
    np.testing.assert_allclose(together(columns), [[[-0.7, 0.9]]])


def test_a_loud_stretch_is_higher_than_a_quiet_one_and_silence_is_a_line() -> None:
    numbers = waveform_numbers(np.array([[[-0.8, 0.8], [-0.2, 0.2], [0.0, 0.0]]], np.float32), 101)
    heights = (numbers == 1).sum(axis=0)
    assert heights[0] > 3 * heights[1] > 3 * heights[2]
    assert heights[2] == 1


def test_more_lanes_than_rows_and_no_height_are_no_error() -> None:
    assert waveform_numbers(np.zeros((8, 10, 2), np.float32), 3).shape == (3, 10)
    assert waveform_numbers(np.zeros((1, 10, 2), np.float32), 1).shape == (1, 10)


@pytest.mark.parametrize("colours", [theme.DARK, theme.LIGHT], ids=["dark", "light"])
def test_clipping_differs_from_wave_and_ground(colours: Colours) -> None:
    for other in (colours.base, colours.waveform, colours.waveform_rest):
        red, ground = clip_colour(colours), QColor(other)
        assert sum(abs(a - b) for a, b in zip(red.getRgb()[:3], ground.getRgb()[:3], strict=True)) > 100
    numbers = waveform_numbers(np.array([[[-0.5, 1.008]] * 9], np.float32), 101)
    image = waveform_image(numbers, QColor(colours.waveform), colours)
    assert image.format() is QImage.Format.Format_RGB32
    assert image.pixelColor(4, 0) == clip_colour(colours)
    assert image.pixelColor(4, 100) == QColor(colours.base)


@pytest.mark.parametrize("colours", [theme.DARK, theme.LIGHT], ids=["dark", "light"])
def test_louder_is_always_further_from_the_ground(colours: Colours) -> None:
    """Who sees no colours reads a spectrogram by lightness alone."""
    light = [theme.luminance(colour) for colour in shades(colours)]
    steps = np.diff(light)
    assert (steps >= -1e-9).all() if colours.dark else (steps <= 1e-9).all()
    assert abs(light[-1] - light[0]) > 0.8


@pytest.mark.parametrize(
    ("rate", "top", "height"), [(22_050, "10 kHz", 170), (44_100, "20 kHz", 400), (48_000, "10 kHz", 90)]
)
def test_the_uppermost_frequency_says_its_unit(rate: int, top: str, height: int) -> None:
    room = QRect(0, 20, 600, height)
    labels = sorted(frequency_labels(room, rate / 2), key=lambda label: label[1])
    assert labels[0][0] == top
    assert all(label.endswith(("Hz", "kHz")) for label, _ in labels)
    for (_, above), (_, below) in itertools.pairwise(labels):
        assert below - above > 14
    assert room.top() + 7 <= labels[0][1] <= labels[-1][1] <= room.bottom() - 7


def test_the_mouse_takes_hold_of_the_nearer_edge() -> None:
    stretch = Stretch.whole(10.0)
    assert fixed_edge((2.0, 8.0), 203, stretch, 1000) == 8.0
    assert fixed_edge((2.0, 8.0), 796, stretch, 1000) == 2.0
    assert fixed_edge((2.0, 8.0), 500, stretch, 1000) is None
    assert fixed_edge(None, 500, stretch, 1000) is None
    assert (region_between(3, 1), region_between(1, 1.0001)) == ((1, 3), None)
