"""The waveform shows the sound as it is, follows the playhead cheaply, zooms, and lets a region be chosen."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPaintEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.core.metadata import Marker
from desktop_app.engine.decoding.spectrogram import ROWS, Spectrogram
from desktop_app.gui import theme
from desktop_app.gui.panels.player.sound_shape import LevelShape, SampleShape
from desktop_app.gui.panels.player.time_axis import RULER_HEIGHT
from desktop_app.gui.panels.player.waveform_picture import clip_colour
from desktop_app.gui.panels.player.waveform_view import WaveformView
from desktop_app.gui.theme import ThemeChoice, ThemeSwitch

WIDTH, HEIGHT = 400, 120
SECONDS = 10.0
MIDDLE = RULER_HEIGHT + (HEIGHT - RULER_HEIGHT) // 2


def pixels_of(image: QImage) -> np.ndarray:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    kept = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    return kept[:, : image.width()].copy()


def levels(value: int = 63, points: int = 1000, lanes: int = 1) -> LevelShape:
    """A shape that is as loud everywhere."""
    return LevelShape(np.tile(np.array([-value, value], np.int8), (lanes, points, 1)), SECONDS / points)


class RecordingView(WaveformView):
    """The real view, which also notes how wide each repainted strip was."""

    def __init__(self) -> None:
        super().__init__()
        self.widths: list[int] = []

    def paintEvent(self, event: QPaintEvent) -> None:
        self.widths.append(max(part.width() for part in event.region()))
        super().paintEvent(event)


@pytest.fixture
def view(qtbot: QtBot) -> RecordingView:
    view = RecordingView()
    qtbot.addWidget(view)
    view.resize(WIDTH, HEIGHT)
    view.show()
    qtbot.waitExposed(view)
    view.show_shape(levels(), SECONDS)
    return view


MARKERS = (Marker(2.5, "Crow & <b>"), Marker(SECONDS), Marker(99.0, "nowhere"))


class TestMarkers:
    def test_a_click_on_a_flag_plays_and_seeks_nowhere(self, view: WaveformView, seeks: list[float]) -> None:
        chosen: list[object] = []
        view.marker_chosen.connect(chosen.append)
        view.show_markers(MARKERS)
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.ticks.room_of(MARKERS[0]).center())
        assert chosen == [MARKERS[0]]
        assert seeks == []
        assert view.region is None

    def test_flags_are_drawn_where_they_lie_and_inside(self, view: WaveformView) -> None:
        before = pixels_of(view.grab().toImage())
        view.show_markers(MARKERS)
        changed = np.flatnonzero((pixels_of(view.grab().toImage()) != before).any(axis=0))
        assert changed.min() == round(WIDTH / 4)
        assert changed.max() >= WIDTH - 2
        assert view.rect().contains(view.ticks.room_of(MARKERS[1]))
        assert view.ticks.room_of(MARKERS[2]).isEmpty()

    def test_zooming_takes_them_along_and_out_of_sight(self, view: WaveformView) -> None:
        view.show_markers(MARKERS)
        view.zoom(2.0, 10.0)
        assert view.ticks.room_of(MARKERS[0]).isEmpty()
        view.zoom(0.01, 0.0)
        assert view.ticks.at(view.ticks.room_of(MARKERS[0]).center()) == MARKERS[0]

    def test_a_flag_tells_its_name_letter_for_letter(self, view: WaveformView) -> None:
        view.show_markers(MARKERS)
        assert "0:10.00 Marker 2" in view.ticks.tip_of(MARKERS[1]).replace("\xa0", " ")
        assert "0:02.50 Crow &amp; &lt;b&gt;" in view.ticks.tip_of(MARKERS[0]).replace("\xa0", " ")


@pytest.fixture
def seeks(view: WaveformView) -> list[float]:
    asked: list[float] = []
    view.seek_requested.connect(asked.append)
    return asked


@pytest.fixture
def regions(view: WaveformView) -> list[tuple[float, float] | None]:
    chosen: list[tuple[float, float] | None] = []
    view.region_changed.connect(chosen.append)
    return chosen


def drag(
    qtbot: QtBot,
    view: WaveformView,
    start: int,
    end: int,
    *,
    y: int = MIDDLE,
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press at `start`, move in steps, and let go at `end`."""
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, keys, QPoint(start, y))
    for x in np.linspace(start, end, 5).round().astype(int).tolist():
        qtbot.mouseMove(view, QPoint(x, y))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, keys, QPoint(end, y))


def turn(
    view: WaveformView,
    x: int,
    notches: int,
    *,
    sideways: bool = False,
    keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Turn the wheel at `x`."""
    at = QPointF(x, MIDDLE)
    angle = QPoint(120 * notches, 0) if sideways else QPoint(0, 120 * notches)
    event = QWheelEvent(
        at,
        view.mapToGlobal(at),
        QPoint(),
        angle,
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view, event)


def test_the_played_part_is_in_the_accent_colour_and_the_rest_is_dim(view: WaveformView) -> None:
    view.set_position(SECONDS / 2)
    image = view.grab().toImage()
    assert image.pixelColor(100, MIDDLE).name() == theme.DARK.waveform
    assert image.pixelColor(300, MIDDLE).name() == theme.DARK.waveform_rest
    assert image.pixelColor(199, RULER_HEIGHT + 2).name() == theme.DARK.playhead


def test_channels_have_lanes_of_their_own_until_they_are_wanted_together(view: WaveformView) -> None:
    loud_and_silent = np.stack([np.tile(np.array([-126, 126], np.int8), (1000, 1)), np.zeros((1000, 2), np.int8)])
    view.show_shape(LevelShape(loud_and_silent, SECONDS / 1000), SECONDS)
    column = pixels_of(view.grab().toImage())[RULER_HEIGHT:, 300]
    wave = np.flatnonzero(column == int(f"0xff{theme.DARK.waveform_rest[1:]}", 16))
    upper, lower = wave[wave < 50], wave[wave >= 50]
    assert (len(upper) > 30, len(lower)) == (True, 1)
    view.show_together(True)
    column = pixels_of(view.grab().toImage())[RULER_HEIGHT:, 300]
    assert (column == int(f"0xff{theme.DARK.waveform_rest[1:]}", 16)).sum() > 80


def test_clipping_is_marked_in_its_lane_however_close_one_looks(view: WaveformView) -> None:
    samples = np.zeros((48_000, 2), np.float32)
    samples[24_000:24_004, 1] = 1.0
    view.show_shape(SampleShape(samples, 48_000), 1.0)
    red = clip_colour(theme.DARK).rgba()
    for factor in (1, 10, 400):
        view.set_stretch(view.stretch.whole(1.0).zoomed(factor, 0.5))
        rows, columns = np.nonzero(pixels_of(view.grab().toImage()) == red)
        assert len(rows), factor
        assert rows.min() >= MIDDLE - 1, "the left channel is silent"
        assert abs(columns.mean() - WIDTH / 2) < 12
    assert view.is_clipped


def test_moving_the_playhead_repaints_only_strips_and_leaves_the_right_picture(
    view: RecordingView, qtbot: QtBot
) -> None:
    view.choose_region((2.8, 3.4))
    view.set_position(3.0)
    QApplication.processEvents()
    view.widths.clear()
    view.set_position(3.1, follow=True)
    qtbot.waitUntil(lambda: bool(view.widths))
    assert max(view.widths) < 10
    shown = pixels_of(view.screen().grabWindow(view.winId()).toImage())
    assert np.array_equal(shown, pixels_of(view.grab().toImage()))


def test_a_playhead_that_stays_in_its_pixel_costs_no_painting(view: RecordingView) -> None:
    view.set_position(3.0)
    QApplication.processEvents()
    view.widths.clear()
    view.set_position(3.0001, follow=True)
    QApplication.processEvents()
    assert view.widths == []


def test_while_a_sound_plays_the_page_turns_and_otherwise_stays(view: WaveformView) -> None:
    view.set_stretch(view.stretch.zoomed(10, 0.0))
    view.set_position(5.0)
    assert view.stretch.start == 0.0
    view.set_position(5.0, follow=True)
    assert view.stretch.start < 5.0 < view.stretch.end
    assert view.stretch.seconds == pytest.approx(1.0)


def test_a_click_goes_there_and_a_drag_chooses_a_region(
    view: WaveformView, qtbot: QtBot, seeks: list[float], regions: list[object]
) -> None:
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(100, MIDDLE))
    qtbot.mouseClick(view, Qt.MouseButton.RightButton, pos=QPoint(300, MIDDLE))
    assert (seeks, regions) == (pytest.approx([2.5]), [])
    drag(qtbot, view, 300, 200)
    assert (len(seeks), regions) == (1, [pytest.approx((5.0, 7.5))])
    assert view.region == pytest.approx((5.0, 7.5))


def test_an_edge_of_the_region_can_be_moved_over_the_other_one(
    view: WaveformView, qtbot: QtBot, regions: list[object]
) -> None:
    view.set_region((5.0, 7.5))
    drag(qtbot, view, 301, 320)
    drag(qtbot, view, 198, 360)
    assert regions == [pytest.approx((5.0, 8.0)), pytest.approx((8.0, 9.0))]


def test_a_slip_of_the_mouse_is_no_region(view: WaveformView, qtbot: QtBot, regions: list[object]) -> None:
    drag(qtbot, view, 200, 202)
    assert regions == []


def test_a_double_click_and_escape_clear_the_region(view: WaveformView, qtbot: QtBot, regions: list[object]) -> None:
    view.set_region((5.0, 7.5))
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(250, MIDDLE))
    assert regions == [None]
    view.set_region((5.0, 7.5))
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert regions == [None, None]
    assert view.region is None


def test_dragging_on_the_ruler_scrubs(
    view: WaveformView, qtbot: QtBot, seeks: list[float], regions: list[object]
) -> None:
    drag(qtbot, view, 100, 200, y=5)
    assert (seeks[0], seeks[-1], regions) == (pytest.approx(2.5), pytest.approx(5.0), [])


def test_the_handle_and_alt_carry_the_region_and_change_nothing(
    view: WaveformView, qtbot: QtBot, seeks: list[float], regions: list[object]
) -> None:
    carried: list[str] = []
    view.carry_prepared.connect(lambda: carried.append("prepared"))
    view.carry_started.connect(lambda: carried.append("started"))
    view.set_region((2.0, 6.0))
    drag(qtbot, view, view.handle().center().x(), 300, y=view.handle().center().y())
    drag(qtbot, view, 100, 200, keys=Qt.KeyboardModifier.AltModifier)
    assert carried == ["prepared", "started"] * 2
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.handle().center())
    assert carried == ["prepared", "started"] * 2 + ["prepared"]
    assert (seeks, regions) == ([], [])


@pytest.mark.parametrize("region", [(0.0, 10.0), (3.0, 3.02), (9.98, 10.0), (0.0, 0.02)])
def test_the_handle_is_seen_for_every_region_and_never_hides_its_edges(
    view: WaveformView, region: tuple[float, float]
) -> None:
    view.set_region(region)
    handle = view.handle()
    assert view.rect().contains(handle)
    for edge in region:
        assert not handle.left() <= view.stretch.x_of(edge, WIDTH) <= handle.right()


def test_brackets_choose_the_region_at_the_playhead_while_it_moves(
    view: WaveformView, qtbot: QtBot, regions: list[object]
) -> None:
    view.set_position(2.0)
    qtbot.keyClick(view, Qt.Key.Key_BracketLeft)
    view.set_position(4.0, follow=True)
    qtbot.keyClick(view, Qt.Key.Key_BracketRight)
    view.set_position(6.0, follow=True)
    qtbot.keyClick(view, Qt.Key.Key_BracketLeft)
    assert regions == [(2.0, 10.0), (2.0, 4.0), (6.0, 10.0)]
    view.set_region(None)
    qtbot.keyClick(view, Qt.Key.Key_BracketRight)
    assert view.region == (0.0, 6.0)


def test_keys_move_the_playhead_and_stay_inside_the_sound(view: WaveformView, qtbot: QtBot, seeks: list[float]) -> None:
    view.set_position(5.0)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_End):
        qtbot.keyClick(view, key)
    view.set_position(10.0)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert seeks == pytest.approx([5.2, 4.8, 0.0, 10.0, 10.0])


def test_shift_and_arrows_choose_a_region_from_the_playhead(view: WaveformView, qtbot: QtBot) -> None:
    view.seek_requested.connect(view.set_position)
    view.set_position(5.0)
    for _ in range(3):
        qtbot.keyClick(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert view.region == pytest.approx((5.0, 5.6))
    qtbot.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert view.region == pytest.approx((5.0, 5.4))
    assert view.position == pytest.approx(5.4)


def test_keys_zoom_at_the_playhead_and_scroll(view: WaveformView, qtbot: QtBot) -> None:
    view.set_position(2.0)
    qtbot.keyClicks(view, "++")
    assert view.stretch.seconds == pytest.approx(2.5)
    assert view.stretch.x_of(2.0, WIDTH) == pytest.approx(80)
    qtbot.keyClick(view, Qt.Key.Key_PageDown)
    assert view.stretch.start == pytest.approx(3.5)
    qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert view.stretch.seconds == pytest.approx(5.0)
    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.stretch.is_whole


def test_the_wheel_zooms_at_the_mouse_and_scrolls_sideways(view: WaveformView) -> None:
    before = view.stretch.seconds_at(100, WIDTH)
    turn(view, 100, 3)
    turn(view, 100, 3, keys=Qt.KeyboardModifier.ControlModifier)
    assert view.stretch.seconds < 3.0
    assert view.stretch.seconds_at(100, WIDTH) == pytest.approx(before)
    zoomed = view.stretch
    turn(view, 100, -2, keys=Qt.KeyboardModifier.ShiftModifier)
    turn(view, 100, -2, sideways=True)
    assert view.stretch.seconds == pytest.approx(zoomed.seconds)
    assert view.stretch.start == pytest.approx(zoomed.start + 0.4 * zoomed.seconds)
    turn(view, 100, -40)
    assert view.stretch.is_whole


def test_other_keys_and_wheels_over_a_sentence_are_left_to_the_window(view: WaveformView, qtbot: QtBot) -> None:
    view.show_message("The file is not there.")
    asked: list[float] = []
    view.seek_requested.connect(asked.append)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(100, MIDDLE))
    drag(qtbot, view, 100, 200)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Plus, Qt.Key.Key_BracketLeft, Qt.Key.Key_Escape):
        qtbot.keyClick(view, key)
    turn(view, 100, 3)
    assert (asked, view.region, view.points, view.is_clipped) == ([], None, 0, False)
    assert view.accessibleDescription() == "The file is not there."
    assert len(np.unique(pixels_of(view.grab().toImage()))) > 1


def test_a_screen_reader_is_told_where_one_is_and_of_the_region(view: WaveformView) -> None:
    view.set_position(1.33)
    view.choose_region((1.0, 2.5))
    said = view.accessibleDescription()
    assert "At 0:01.33 of 0:10.00." in said
    assert "Region from 0:01.00 to 0:02.50, 0:01.50 long." in said


def test_another_theme_is_painted_at_once(view: WaveformView, theme_switch: ThemeSwitch) -> None:
    view.grab()
    theme_switch.choose(ThemeChoice.LIGHT)
    image = view.grab().toImage()
    assert image.pixelColor(300, RULER_HEIGHT + 5).name() == theme.LIGHT.base
    assert image.pixelColor(300, MIDDLE).name() == theme.LIGHT.waveform_rest


def test_samples_are_drawn_where_levels_are_too_coarse(view: WaveformView) -> None:
    view.set_stretch(view.stretch.zoomed(100, 5.0))
    assert view.content is not None
    assert view.content.is_coarse(view.stretch, view.picture_columns)
    flat = pixels_of(view.grab().toImage())
    view.show_detail(SampleShape(np.zeros((48_000, 1), np.float32), 48_000, first=round(4.5 * 48_000)))
    assert not view.content.is_coarse(view.stretch, view.picture_columns)
    assert not np.array_equal(flat, pixels_of(view.grab().toImage()))
    view.set_stretch(view.stretch.scrolled(4.0))
    assert view.content.is_coarse(view.stretch, view.picture_columns)


def test_until_the_spectrogram_comes_it_says_so(view: WaveformView) -> None:
    def shown() -> np.ndarray:
        return pixels_of(view.grab().toImage())[RULER_HEIGHT + 2 :]

    view.show_as_spectrogram(True)
    assert view.spectrogram_note == "Computing the spectrogram..."
    on_its_way = shown()
    assert len(np.unique(on_its_way)) > 2
    view.show_no_spectrogram("This file is cut off.")
    assert view.spectrogram_note == "This file is cut off."
    assert not np.array_equal(shown(), on_its_way)
    view.show_shape(levels(), SECONDS)
    assert np.array_equal(shown(), on_its_way)
    view.show_spectrogram(Spectrogram(0.0, 10.0, 24_000.0, np.zeros((ROWS, 100), np.uint8)))
    assert not np.array_equal(shown(), on_its_way)


def test_the_spectrogram_is_the_stretch_that_is_seen(view: WaveformView, qtbot: QtBot) -> None:
    toggled: list[bool] = []
    view.spectrogram_toggled.connect(lambda: toggled.append(True))
    qtbot.keyClick(view, Qt.Key.Key_S)
    assert toggled
    shades = np.zeros((ROWS, 100), np.uint8)
    shades[:, 50:] = 255
    view.show_spectrogram(Spectrogram(0.0, 10.0, 24_000.0, shades))
    view.show_as_spectrogram(True)
    for stretch, silent, loud in ((view.stretch, 150, 250), (view.stretch.zoomed(10, 5.0), 150, 250)):
        view.set_stretch(stretch)
        image = view.grab().toImage()
        assert image.pixelColor(silent, MIDDLE).lightness() < 40
        assert image.pixelColor(loud, MIDDLE).lightness() > 220


class SharpView(WaveformView):
    """The real view on a screen of another resolution."""

    ratio = 1.0

    def devicePixelRatioF(self) -> float:  # noqa: N802
        return self.ratio


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_on_a_sharp_screen_every_device_pixel_gets_its_own_column(qtbot: QtBot, ratio: float) -> None:
    view = SharpView()
    qtbot.addWidget(view)
    view.ratio = ratio
    view.resize(WIDTH, HEIGHT)
    device = round(WIDTH * ratio)
    comb = np.zeros((device, 1), np.float32)
    comb[::4] = 0.9  # teeth of two device pixels, two apart: at any other resolution they would run into each other
    view.show_shape(SampleShape(comb, device), 1.0)
    picture = QImage(device, round(HEIGHT * ratio), QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(ratio)
    view.set_position(1.0)
    view.render(picture)
    row = pixels_of(picture)[round((RULER_HEIGHT + 10) * ratio), 10:-10]
    wave = row == int(f"0xff{theme.DARK.waveform[1:]}", 16)
    assert wave.sum() == pytest.approx(len(row) / 2, abs=2)
    assert (wave[1:] != wave[:-1]).sum() == pytest.approx(len(row) / 2, abs=2)
