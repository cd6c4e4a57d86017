"""The waveform shows the sound as it is, follows the playhead cheaply and can be clicked and steered by keys."""

import itertools

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.gui import theme
from desktop_app.gui.panels.waveform_view import (
    WaveformView,
    extremes_of_levels,
    extremes_of_samples,
    fit_columns,
    waveform_image,
)
from desktop_app.gui.theme import ThemeChoice, ThemeSwitch

WAVE, BACKGROUND, RED = QColor("#7c9cff"), QColor("#15161a"), QColor("#ff5c5c")


def pixels_of(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    kept = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    return kept[:, : image.width()].copy()


def drawn(extremes: np.ndarray, height: int = 101, ratio: float = 1.0) -> np.ndarray:
    return pixels_of(
        waveform_image(extremes.astype(np.float32), height, wave=WAVE, background=BACKGROUND, clipped=RED, ratio=ratio)
    )


@pytest.fixture
def view(qtbot: QtBot) -> WaveformView:
    view = WaveformView()
    qtbot.addWidget(view)
    view.resize(400, 100)
    view.show()
    qtbot.waitExposed(view)
    return view


def test_a_loud_stretch_is_higher_than_a_quiet_one_and_silence_is_a_line() -> None:
    image = drawn(np.array([[-0.8, 0.8], [-0.2, 0.2], [0.0, 0.0]]))
    heights = (image == WAVE.rgba()).sum(axis=0)
    assert heights[0] > 3 * heights[1] > 3 * heights[2]
    assert heights[2] == 1


def test_only_the_side_that_clips_is_marked_red() -> None:
    image = drawn(np.array([[-0.5, 0.5]] * 5 + [[-0.5, 1.0]] + [[-0.5, 0.5]] * 5))
    assert (image[0] == RED.rgba()).any()
    assert not (image[-1] == RED.rgba()).any()
    assert not (drawn(np.array([[-0.99, 0.99]] * 11)) == RED.rgba()).any()


def test_one_clipped_sample_among_millions_survives_the_reduction() -> None:
    samples = np.zeros(2_000_000, np.float32)
    samples[1_234_567] = -1.0
    columns = fit_columns(extremes_of_samples(samples, 4_000), 300)
    assert columns[:, 0].min() == -1.0
    assert int(columns[:, 0].argmin()) == pytest.approx(300 * 1_234_567 / 2_000_000, abs=1)


def test_clipping_on_one_channel_is_seen() -> None:
    stereo = np.zeros((1_000, 2), np.float32)
    stereo[500, 1] = 1.0
    assert extremes_of_samples(stereo, 100)[:, 1].max() == 1.0


def test_the_ends_of_the_stored_scale_are_full_scale() -> None:
    levels = np.array([[-128, 127], [-127, 0], [-64, 64]], np.int8)
    np.testing.assert_allclose(extremes_of_levels(levels), [[-1, 1], [-1, 0], [-0.504, 0.504]], atol=1e-3)


def test_a_steep_wave_stays_one_connected_line() -> None:
    square = np.repeat(np.array([0.9, -0.9] * 10, np.float32), 20)
    image = drawn(fit_columns(extremes_of_samples(square, 400), 400))
    rows = [np.flatnonzero(column == WAVE.rgba()) for column in image.T]
    for left, right in itertools.pairwise(rows):
        assert left.min() <= right.max() + 1
        assert right.min() <= left.max() + 1


@pytest.mark.parametrize("points", [1, 2, 7, 399, 400, 401, 5_000])
def test_any_number_of_points_fills_every_column(points: int) -> None:
    extremes = np.tile(np.array([[-0.5, 0.5]], np.float32), (points, 1))
    np.testing.assert_allclose(fit_columns(extremes, 400), np.tile([[-0.5, 0.5]], (400, 1)), atol=1e-6)


def test_nothing_to_draw_is_not_an_error(view: WaveformView) -> None:
    view.show_extremes(np.zeros((0, 2), np.float32))
    assert not view.grab().isNull()
    assert extremes_of_samples(np.zeros(0, np.float32), 10).shape == (0, 2)


def test_the_played_part_is_in_the_accent_colour_and_the_rest_is_dim(view: WaveformView) -> None:
    view.show_extremes(np.tile(np.array([[-0.5, 0.5]], np.float32), (400, 1)))
    view.set_place(0.5)
    image = view.grab().toImage()
    assert image.pixelColor(100, 50).name() == theme.DARK.waveform
    assert image.pixelColor(300, 50).name() == theme.DARK.waveform_rest
    assert image.pixelColor(200, 2).name() == theme.DARK.playhead


class RecordingView(WaveformView):
    """The real view, which also notes how wide each repainted strip was."""

    def __init__(self) -> None:
        super().__init__()
        self.widths: list[int] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        self.widths.append(event.rect().width())
        super().paintEvent(event)


def test_moving_the_playhead_repaints_only_a_strip_and_leaves_the_right_picture(qtbot: QtBot) -> None:
    view = RecordingView()
    qtbot.addWidget(view)
    view.resize(400, 100)
    view.show()
    qtbot.waitExposed(view)
    view.show_extremes(np.random.default_rng(1).uniform(-1, 1, (900, 2)).astype(np.float32))
    view.set_place(0.3)
    QApplication.processEvents()
    view.widths.clear()
    view.set_place(0.31)
    qtbot.waitUntil(lambda: bool(view.widths))
    assert max(view.widths) < 20
    shown = pixels_of(view.screen().grabWindow(view.winId()).toImage())
    assert np.array_equal(shown, pixels_of(view.grab().toImage()))


def test_a_click_and_a_drag_ask_for_the_place_under_the_mouse(view: WaveformView, qtbot: QtBot) -> None:
    view.show_extremes(np.zeros((10, 2), np.float32))
    places: list[float] = []
    view.seek_requested.connect(places.append)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 50))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 50))
    qtbot.mouseClick(view, Qt.MouseButton.RightButton, pos=QPoint(300, 50))
    assert places == pytest.approx([0.25])


def test_keys_move_the_playhead_and_stay_inside_the_sound(view: WaveformView, qtbot: QtBot) -> None:
    view.show_extremes(np.zeros((10, 2), np.float32))
    places: list[float] = []
    view.seek_requested.connect(places.append)
    view.set_place(0.5)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home):
        qtbot.keyClick(view, key)
    view.set_place(1.0)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert places == pytest.approx([0.52, 0.48, 0.0, 1.0])


def test_a_sentence_takes_the_place_of_the_waveform_and_cannot_be_clicked(view: WaveformView, qtbot: QtBot) -> None:
    view.show_extremes(np.ones((10, 2), np.float32))
    assert view.is_clipped
    view.show_message("The file is not there.")
    places: list[float] = []
    view.seek_requested.connect(places.append)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 50))
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert (places, view.message, view.points, view.is_clipped) == ([], "The file is not there.", 0, False)
    assert len(np.unique(pixels_of(view.grab().toImage()))) > 1


def test_another_theme_is_painted_at_once(view: WaveformView, theme_switch: ThemeSwitch) -> None:
    view.show_extremes(np.tile(np.array([[-0.5, 0.5]], np.float32), (400, 1)))
    view.grab()
    theme_switch.choose(ThemeChoice.LIGHT)
    image = view.grab().toImage()
    assert image.pixelColor(300, 5).name() == theme.LIGHT.base
    assert image.pixelColor(300, 50).name() == theme.LIGHT.waveform_rest


def test_on_a_sharp_screen_every_device_pixel_gets_its_own_column() -> None:
    columns = np.tile(np.array([[-0.5, 0.5]], np.float32), (200, 1))
    image = waveform_image(columns, 60, wave=WAVE, background=BACKGROUND, clipped=RED, ratio=2.0)
    assert QPixmap.fromImage(image).deviceIndependentSize().toTuple() == (100.0, 30.0)
