"""The moment that a search found in a long sound: listed, marked, played from there, and taken out of the sound."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import soundfile
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from desktop_app.core.events import IndexingIdle, IndexingPaused, MomentsProgress
from desktop_app.core.example import Example
from desktop_app.core.moment import Moment, Moments
from desktop_app.engine.searching.searcher import SearchAnswer
from desktop_app.gui.dialogs.preferences import PreferencesDialog
from desktop_app.gui.models.sound_cells import Column
from desktop_app.gui.models.sound_table import SoundTableModel
from desktop_app.gui.panels.lines.index_status import moments_text
from desktop_app.gui.panels.player.waveform_view import WaveformView
from desktop_app.gui.panels.sounds.sound_list import SoundListPanel
from desktop_app.gui.queries import in_order
from tests.gui.desk import Desk
from tests.gui.player.test_waveform_view import levels, pixels_of
from tests.gui.stand_ins import HandMadeRows
from tests.sounds import RATE, make, noise, tone

START, END = 12, 16
"""Seconds of the long sound in which the whistle is."""
LONG = 30
WIDTH = 800
NOWHERE = np.nan


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A whistle, something else, and a long hiss with the whistle in it."""
    folder = tmp_path / "sounds"
    folder.mkdir()
    whistle = tone(END - START, hertz=2000)
    long = noise(LONG, seed=3, level=0.05)
    long[START * RATE : END * RATE] = whistle
    make(folder, name="field", frames=long)
    make(folder, name="whistle", frames=whistle)
    make(folder, name="kick", frames=tone(0.3, hertz=60))
    return folder


@pytest.fixture
def whistled(desk: Desk) -> Desk:
    """The list answers what is like the whistle."""
    desk.earmark.change_settings(audition=False)
    ids = dict(zip(desk.names(), desk.window.sounds.model.sound_ids.tolist(), strict=True))
    desk.conversation.finding.find_like(Example(ids["whistle.wav"]))
    desk.until(lambda: not desk.conversation.operations.busy)
    return desk


@pytest.fixture
def found(whistled: Desk) -> Desk:
    """The long sound is selected, and seen."""
    whistled.select("field.wav")
    whistled.until(lambda: whistled.window.player.display.view.points > 300)
    return whistled


@pytest.fixture
def view(qtbot: QtBot) -> Callable[[float], WaveformView]:
    """Makes a view on a sound of so many seconds whose moment is from 100 s to 110 s."""

    def make_one(seconds: float) -> WaveformView:
        view = WaveformView()
        qtbot.addWidget(view)
        view.resize(WIDTH, 120)
        view.show()
        qtbot.waitExposed(view)
        view.mark_moment(Moment(100.0, 110.0))
        view.show_shape(levels(), seconds)
        return view

    return make_one


def press(desk: Desk, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    listed = desk.window.sounds.view
    listed.setFocus()
    desk.until(listed.hasFocus)
    desk.qtbot.keyClick(listed, key, modifier)


def middle_of_band(desk: Desk) -> QPoint:
    return desk.window.player.display.view.band.room.center()


def cell(desk: Desk, name: str, role: int = Qt.ItemDataRole.DisplayRole) -> str:
    text: str = desk.window.sounds.model.index(desk.names().index(name), Column.MOMENT).data(role)
    return text


# In the list


def test_the_list_says_when_a_long_sound_fits_and_nothing_of_short_ones(whistled: Desk) -> None:
    assert not whistled.window.sounds.view.isColumnHidden(Column.MOMENT)
    assert (cell(whistled, "field.wav"), cell(whistled, "kick.wav")) == ("0:12", "")
    for role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
        assert cell(whistled, "field.wav", role).startswith("Best from 0:12 to 0:16")
    assert not cell(whistled, "kick.wav", Qt.ItemDataRole.AccessibleTextRole)


def test_without_a_search_there_are_no_moments(found: Desk) -> None:
    found.window.search.example_removed.emit()
    found.until(lambda: not found.conversation.operations.busy)
    found.until(lambda: found.window.sounds.view.isColumnHidden(Column.MOMENT))
    player = found.window.player
    assert player.sound is not None
    assert player.sound.name == "field.wav"
    assert (player.moment, player.display.view.band.region) == (None, None)
    assert not found.window.actions_.regions.choose_moment.isEnabled()
    press(found, Qt.Key.Key_M)
    assert player.region is None


def test_each_sound_keeps_its_moment_in_another_order() -> None:
    moments = Moments(np.array([1.0, NOWHERE, 3.0]), np.array([5.0, NOWHERE, 7.0]))
    answer = SearchAnswer(np.array([4, 5, 6]), np.ones(3, dtype=np.float32), moments=moments)
    turned = in_order(answer, np.array([6, 5, 4])).moments
    assert turned is not None
    assert [turned.at(place) for place in range(3)] == [Moment(3.0, 7.0), None, Moment(1.0, 5.0)]


def test_folded_copies_and_their_moments_belong_together() -> None:
    model = SoundTableModel(HandMadeRows())
    model.fold_copies(lambda ids: ids % 10)
    moments = Moments(np.array([1.0, 1.0, 60.0]), np.array([5.0, 5.0, 64.0]))
    model.show_sounds(np.array([1, 11, 2]), np.ones(3, dtype=np.float32), None, moments)
    assert [model.index(row, Column.MOMENT).data() for row in range(2)] == ["0:01", "1:00"]


def test_a_moment_that_is_heard_later_comes_into_the_list(qtbot: QtBot) -> None:
    panel = SoundListPanel(HandMadeRows())
    qtbot.addWidget(panel)
    ids, scores = np.array([1, 2]), np.ones(2, dtype=np.float32)
    none = Moments(np.full(2, NOWHERE), np.full(2, NOWHERE))
    panel.show_sounds(ids, scores, None, none, keep_place=False)
    assert panel.view.isColumnHidden(Column.MOMENT)
    heard = replace(none, starts=np.array([NOWHERE, 61.0]), ends=np.array([NOWHERE, 65.0]))
    panel.show_sounds(ids, scores, None, heard, keep_place=True)
    assert not panel.view.isColumnHidden(Column.MOMENT)
    assert panel.model.index(1, Column.MOMENT).data() == "1:01"
    panel.view.columns.show_column(Column.MOMENT, False)
    assert panel.view.isColumnHidden(Column.MOMENT)


# In the player


def test_a_hit_is_marked_and_the_playhead_waits_at_its_moment(found: Desk) -> None:
    player = found.window.player
    view = player.display.view
    assert (player.moment, view.band.region) == (Moment(START, END), (START, END))
    assert (view.position, player.playing, player.region) == (START, False, None)
    assert "The search fits best from 0:12 to 0:16." in view.accessibleDescription()


def test_a_hit_is_auditioned_from_its_moment_on_and_the_whole_file_from_its_start(found: Desk) -> None:
    player, places = found.window.player, []
    player._audition.moved.connect(places.append)
    found.earmark.change_settings(audition=True)
    found.select("kick.wav")
    places.clear()
    found.select("field.wav")
    assert player.playing
    found.until(lambda: places[-1] > START)
    assert START == min(places) < places[-1] < END
    places.clear()
    press(found, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    found.until(lambda: 0 < places[-1] < START)
    places.clear()
    press(found, Qt.Key.Key_Return)
    assert places[0] == START
    press(found, Qt.Key.Key_Space)
    assert not player.playing


def test_a_loop_turns_in_the_moment_until_the_person_goes_elsewhere(found: Desk) -> None:
    player, engine = found.window.player, found.window.player._audition._player
    found.window.actions_.listening.loop.setChecked(True)
    press(found, Qt.Key.Key_Return)
    assert engine.region == (START, END)
    player.seek(2 / LONG)
    assert engine.region is None
    player.seek(13 / LONG)
    assert engine.region == (START, END)
    found.window.actions_.listening.loop.setChecked(False)
    assert engine.region is None, "without a loop it plays on past the moment"


def test_another_answer_marks_another_moment_and_moves_nobody_who_is_elsewhere(found: Desk) -> None:
    player = found.window.player
    view = player.display.view
    player.show_moment(Moment(4.0, 8.0))
    assert (view.band.region, view.position) == ((4.0, 8.0), 4.0)
    player.seek(20 / LONG)
    player.show_moment(Moment(6.0, 10.0))
    assert (view.band.region, view.position) == ((6.0, 10.0), 20.0)


def test_a_review_is_about_whole_sounds_and_the_list_has_its_moment_back(found: Desk) -> None:
    player, pages = found.window.player, found.window.middle_pages
    review = found.conversation.tagging.reviewing
    review.begin(("test", "rain"))
    found.until(lambda: not pages.shows_list and player.sound is not None and not found.conversation.operations.busy)
    assert player.moment is None
    found.conversation.finding.ask()
    found.until(lambda: not found.conversation.operations.busy)
    assert player.moment is None
    review.leave()
    assert player.moment == Moment(START, END)


# Out of the player


def test_m_makes_the_moment_the_region(found: Desk) -> None:
    player = found.window.player
    press(found, Qt.Key.Key_M)
    assert player.region == (START, END)
    assert player.display.region_bar.isVisible()
    wanted: list[Example] = []
    found.conversation.regions.like_wanted.connect(wanted.append)
    found.window.actions_.regions.find_like.trigger()
    assert (wanted[0].start, wanted[0].end) == (START, END)
    found.until(lambda: not found.conversation.operations.busy)


def test_a_double_click_on_the_moment_makes_it_the_region_and_the_next_one_clears_that(found: Desk) -> None:
    player = found.window.player
    view = player.display.view
    found.qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(3, middle_of_band(found).y()))
    assert player.region is None
    found.qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=middle_of_band(found))
    assert player.region == (START, END)
    found.qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=middle_of_band(found))
    assert player.region is None
    assert player.moment == Moment(START, END)


def test_with_alt_the_moment_is_dragged_out_to_the_frame(found: Desk, folder: Path) -> None:
    carrier, view = found.conversation.regions.carrier, found.window.player.display.view
    carried: list[Path] = []
    carrier.carry = lambda drag: carried.extend(Path(u.toLocalFile()) for u in drag.mimeData().urls())  # type: ignore[method-assign]
    at, left, alt = middle_of_band(found), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier
    found.qtbot.mousePress(view, left, alt, pos=at)
    found.until(lambda: carrier._path is not None)
    found.qtbot.mouseMove(view, at + QPoint(30, 30))
    found.qtbot.mouseRelease(view, left, alt, pos=at + QPoint(30, 30))
    (path,) = carried
    whole, _ = soundfile.read(folder / "field.wav", dtype="int16")
    cut, _ = soundfile.read(path, dtype="int16")
    np.testing.assert_array_equal(cut, whole[START * RATE : END * RATE])
    assert found.window.player.region is None


# On the waveform


def test_in_a_sound_of_an_hour_the_moment_is_seen_from_closer_by(view: Callable[[float], WaveformView]) -> None:
    shown = view(3600.0)
    assert (shown.stretch.start < 100.0, shown.stretch.end > 110.0) == (True, True)
    assert shown.band.room.width() > WIDTH / 20
    assert view(300.0).stretch.is_whole


def test_a_view_that_is_elsewhere_goes_to_the_moment_as_close_as_it_was(view: Callable[[float], WaveformView]) -> None:
    shown = view(300.0)
    shown.zoom(10.0, at=250.0)
    shown.see_moment()
    assert shown.stretch.seconds == pytest.approx(30.0)
    assert (shown.stretch.start, shown.stretch.end) == pytest.approx((90.0, 120.0))
    before = shown.stretch
    shown.see_moment()
    assert shown.stretch == before, "what is seen already moves nothing"
    shown.zoom(10.0, at=250.0)
    shown.see_moment()
    assert shown.band.room.width() > WIDTH / 2, "it is seen whole, also where the view was closer"


def test_in_a_sound_of_days_the_moment_keeps_a_width(view: Callable[[float], WaveformView]) -> None:
    shown = view(200_000.0)
    shown.set_stretch(shown.stretch.whole(200_000.0))
    assert shown.band.room.width() >= 5


def test_the_moment_is_drawn_and_differs_from_a_region(view: Callable[[float], WaveformView]) -> None:
    shown = view(300.0)
    marked = pixels_of(shown.grab().toImage())
    room = shown.band.room
    shown.mark_moment(None)
    plain = pixels_of(shown.grab().toImage())
    changed = np.flatnonzero((marked != plain).any(axis=0))
    assert (changed[0], changed[-1]) == (room.left(), room.right())
    shown.set_region((100.0, 110.0))
    chosen = pixels_of(shown.grab().toImage())
    inside = room.adjusted(2, 10, -2, -2)
    part = np.s_[inside.top() : inside.bottom(), inside.left() : inside.right()]
    assert not np.array_equal(marked[part], chosen[part])


# What is said of it


def test_why_a_sound_was_found_says_when(whistled: Desk) -> None:
    why = whistled.window.sounds.model.why
    assert why is not None
    sound_id = int(whistled.window.sounds.model.sound_ids[whistled.names().index("field.wav")])
    whistled.until(lambda: why(sound_id) is not None)
    assert (why(sound_id) or "").splitlines()[0].endswith("best at 0:12 to 0:16")


def test_the_preferences_ask_whether_to_listen_for_moments(found: Desk) -> None:
    dialog = PreferencesDialog(found.earmark, found.window)
    found.qtbot.addWidget(dialog)
    (box,) = [box for box in dialog.findChildren(QCheckBox) if "what happens when inside long ones" in box.text()]
    assert box.isChecked()
    box.setChecked(False)
    dialog.accept()
    assert not found.earmark.settings.moments


def test_how_far_listening_for_moments_is_stands_in_the_status_bar(desk: Desk) -> None:
    status, wishes = desk.window.status, []
    status.pause_chosen.connect(wishes.append)
    desk.bridge.notify(MomentsProgress(119, 3_400, 2.0))
    desk.bridge.deliver()
    assert "Listening for moments: 120 of 3,400 · 2.0/s · 27 min left" in status.text
    status._pause.click()
    assert wishes == [True]
    desk.bridge.notify(IndexingPaused())
    desk.bridge.deliver()
    assert "Listening" not in status.text
    desk.bridge.notify(IndexingIdle())
    desk.bridge.deliver()
    assert moments_text(MomentsProgress(0, 5, 0.0)) == "Listening for moments: 1 of 5"
