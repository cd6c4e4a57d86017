"""The lane below the waveform: it shows when tags apply in the chosen sound, and makes regions and files of that."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QHelpEvent
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolTip, QWidget

from desktop_app.core.scoring import ScoredTag
from desktop_app.core.sound_events import SoundEvent
from desktop_app.core.tag import Tag
from desktop_app.core.verdict import Judgement
from desktop_app.gui.dialogs.questions import Questions
from desktop_app.gui.panels.player.event_lane import ROWS, EventLane
from desktop_app.gui.theme import ThemeChoice, ThemeSwitch
from tests.gui.desk import Desk, OpenDesk
from tests.sounds import make, noise, tone


def event(name: str, onset: float, offset: float, score: float = 0.8) -> SoundEvent:
    return SoundEvent(ScoredTag("test", Tag(name.lower(), name, (name,))), onset, offset, score)


@pytest.fixture
def lane(desk: Desk) -> EventLane:
    """The lane, shown, below a sound of 0.8 s."""
    desk.window.actions_.events.lane.setChecked(True)
    desk.select("whistle.wav")
    view = desk.window.player.display.view
    desk.until(lambda: view.points > 300)
    wait(desk)
    return desk.window.player.display.lane


def wait(desk: Desk) -> None:
    desk.until(lambda: not desk.conversation.happening.busy)


class Answers(Questions):
    """A person who has made up their mind."""

    def __init__(self, target: Path | None) -> None:
        self.target = target
        self.replace = False
        self.asked: list[str] = []

    def save_file(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        self.asked.append(f"{name} {kinds}")
        return self.target

    def ask(self, parent: QWidget, question: str, answers: Sequence[str]) -> int | None:
        self.asked.append(question)
        return 1 if self.replace else 0


def said(desk: Desk) -> str:
    return " ".join(label.text() for label in desk.window.status.findChildren(QLabel))


def shown(lane: EventLane) -> list[str]:
    return [event.tag.tag.name for event in lane.events]


def test_it_is_off_until_wanted_and_nothing_is_listened_to(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Path] = []
    monkeypatch.setattr(desk.earmark.events, "of", lambda path, *_: asked.append(path))
    desk.select("whistle.wav")
    assert desk.window.player.display.lane.isHidden()
    wait(desk)
    assert asked == []


def test_it_is_remembered_and_switched_by_key_button_and_menu(open_desk: OpenDesk, folder: Path) -> None:
    first = open_desk()
    first.conversation.operations.add_folders([folder])
    first.until(lambda: not first.conversation.operations.busy)
    first.settle()
    first.select("kick.wav")
    view, lane = first.window.sounds.view, first.window.player.display.lane
    view.setFocus()
    first.until(view.hasFocus)
    first.qtbot.keyClick(view, Qt.Key.Key_E)
    assert lane.isVisible()
    assert first.earmark.settings.events
    wait(first)
    first.close()
    again = open_desk()
    assert not again.window.player.display.lane.isHidden()
    action = again.window.actions_.events.lane
    button = next(
        button
        for button in again.window.player.display.tools.findChildren(QWidget)
        if button.accessibleName() == action.text()
    )
    again.until(button.isVisible)
    button.click()  # type: ignore[attr-defined]
    assert again.window.player.display.lane.isHidden()
    assert not action.isChecked()
    assert not again.earmark.settings.events


def test_events_of_a_real_sound_are_shown_and_follow_the_selection(desk: Desk, lane: EventLane) -> None:
    """Whatever the quick network makes of it: the lane shows what the engine answers for this very sound."""
    for name in ("kick.wav", "light rain.wav", "heavy rain.wav"):
        desk.select(name)
        wait(desk)
        sound = desk.window.player.sound
        assert sound is not None
        answer = desk.earmark.events.of(sound.path)
        assert answer is not None
        assert sorted(shown(lane)) == sorted(event.tag.tag.name for event in answer)
        assert bool(lane.message) == (not answer)


def test_only_the_newest_sounds_events_are_shown(desk: Desk, lane: EventLane, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(desk.earmark.events, "of", lambda path, *_: (event(path.stem, 0, 0.2),))
    for name in ("kick.wav", "whistle.wav", "light rain.wav"):
        desk.select(name)
    wait(desk)
    assert shown(lane) == ["light rain"]


def test_a_listening_that_is_no_longer_wanted_is_told_to_end(
    desk: Desk, lane: EventLane, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []

    def of(path: Path, goes_on: object) -> tuple[SoundEvent, ...] | None:
        begun.append(path.stem)
        while path.stem == "kick" and goes_on():  # type: ignore[operator]
            pass
        return None if path.stem == "kick" else (event(path.stem, 0, 0.2),)

    monkeypatch.setattr(desk.earmark.events, "of", of)
    desk.window.sounds.view.selectRow(desk.names().index("kick.wav"))
    desk.until(lambda: begun == ["kick"])
    desk.window.sounds.view.selectRow(desk.names().index("whistle.wav"))
    wait(desk)
    assert shown(lane) == ["whistle"]


def test_what_a_person_says_of_a_tag_shows_at_once(
    desk: Desk, lane: EventLane, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = [(event("Rain", 0, 0.2),), ()]
    monkeypatch.setattr(desk.earmark.events, "of", lambda *_: answers.pop(0))
    desk.select("kick.wav")
    wait(desk)
    assert shown(lane) == ["Rain"]
    desk.conversation.tagging.judge(desk.conversation._around.selected_ids(), ("test", "rain"), Judgement.REJECTED)
    desk.until(lambda: not answers)
    wait(desk)
    assert shown(lane) == []
    assert lane.message == "No tag applies anywhere in this sound."


def test_what_cannot_be_heard_is_said_in_the_lane(desk: Desk, lane: EventLane, folder: Path) -> None:
    make(folder, name="long", frames=noise(5.0))
    desk.conversation.operations.rescan()
    desk.until(lambda: "long.wav" in desk.names())
    desk.settle()
    (folder / "long.wav").write_text("Dear diary")
    desk.earmark.events._kept.clear()
    desk.select("long.wav")
    wait(desk)
    assert lane.message
    assert lane.rows == []


def test_a_click_makes_an_event_the_region(desk: Desk, lane: EventLane) -> None:
    rain, slam = event("Rain", 0.1, 0.4), event("Door slam", 0.5, 2.0, 0.6)
    lane.show_events([rain, slam])
    assert [row[0].tag.tag.name for row in lane.rows] == ["Rain", "Door slam"]
    room = lane.room_of(rain)
    assert room.left() == pytest.approx(desk.window.player.display.view.stretch.x_of(0.1, lane.width()), abs=1)
    desk.qtbot.mouseClick(lane, Qt.MouseButton.LeftButton, pos=room.center())
    assert desk.window.player.region == pytest.approx((0.1, 0.4))
    assert desk.window.actions_.regions.find_like.isEnabled()
    desk.qtbot.mouseClick(lane, Qt.MouseButton.LeftButton, pos=lane.room_of(slam).topLeft() + QPoint(3, 3))
    assert desk.window.player.region == pytest.approx((0.5, 0.8)), "never beyond the sound"
    desk.qtbot.mouseClick(lane, Qt.MouseButton.LeftButton, pos=QPoint(2, lane.height() - 2))
    assert desk.window.player.region == pytest.approx((0.5, 0.8)), "beside them nothing happens"


def test_it_shows_the_stretch_that_the_waveform_shows(desk: Desk, lane: EventLane) -> None:
    rain = event("Rain", 0.2, 0.4)
    lane.show_events([rain])
    before = lane.room_of(rain).width()
    desk.window.player.display.view.zoom(2.0, 0.3)
    assert lane.room_of(rain).width() == pytest.approx(2 * before, abs=2)


def test_keys_go_from_event_to_event_and_a_screen_reader_is_told(desk: Desk, lane: EventLane) -> None:
    lane.show_events([event("Rain", 0.1, 0.4), event("Door slam", 0.5, 0.7, 0.6)])
    assert "Rain" in lane.accessibleDescription()
    assert "Door slam" in lane.accessibleDescription()
    for key, region in ((Qt.Key.Key_Right, (0.1, 0.4)), (Qt.Key.Key_Right, (0.5, 0.7)), (Qt.Key.Key_Right, (0.5, 0.7))):
        desk.qtbot.keyClick(lane, key)
        assert desk.window.player.region == pytest.approx(region)
    assert "Door slam" in lane.accessibleDescription()
    assert "Rain" not in lane.accessibleDescription()
    desk.qtbot.keyClick(lane, Qt.Key.Key_Left)
    assert desk.window.player.region == pytest.approx((0.1, 0.4))


def test_hovering_tells_tag_times_and_score(desk: Desk, lane: EventLane) -> None:
    rain = event("Rain", 0.1, 0.4, 0.83)
    lane.show_events([rain])
    at = lane.room_of(rain).center()
    QApplication.sendEvent(lane, QHelpEvent(QHelpEvent.Type.ToolTip, at, lane.mapToGlobal(at)))
    desk.until(lambda: "Rain" in QToolTip.text())
    assert "0.83" in QToolTip.text()
    assert "0:00.1" in QToolTip.text()
    QToolTip.hideText()


def test_no_more_rows_than_there_is_room_for(lane: EventLane) -> None:
    lane.show_events([event(f"Tag {number}", 0.0, 0.5, 0.5 + number / 20) for number in range(7)])
    assert [row[0].tag.tag.name for row in lane.rows] == ["Tag 6", "Tag 5", "Tag 4", "Tag 3"]
    assert all(lane.rect().contains(lane.room_of(row[0])) for row in lane.rows)
    assert len(lane.rows) == ROWS


def test_events_are_drawn_in_both_themes(lane: EventLane, theme_switch: ThemeSwitch) -> None:
    rain = event("Rain", 0.1, 0.6)
    for choice in (ThemeChoice.DARK, ThemeChoice.LIGHT):
        theme_switch.choose(choice)
        lane.show_events([])
        empty = lane.grab().toImage()
        lane.show_events([rain])
        drawn = lane.grab().toImage()
        inside = lane.room_of(rain).center() + QPoint(40, 0)
        scale = drawn.devicePixelRatio()
        place = QPoint(round(inside.x() * scale), round(inside.y() * scale))
        assert drawn.pixelColor(place) != empty.pixelColor(place)


@pytest.mark.parametrize("name", ["audacity", "reaper", "csv", "json"])
def test_events_are_exported_for_other_programs(
    desk: Desk, lane: EventLane, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    answers = Answers(tmp_path / "mine")
    monkeypatch.setattr(desk.conversation.happening, "_questions", answers)
    monkeypatch.setattr(desk.earmark.events, "of", lambda *_: (event("Rain", 0, 0.25),))
    desk.window.actions_.events.exports[name].trigger()
    wait(desk)
    (written,) = tmp_path.glob("mine*")
    assert str(written) in said(desk)
    assert "Rain" in written.read_text()
    assert answers.asked[0].startswith("whistle - events.")
    if name == "json":
        assert json.loads(written.read_text())[0]["offset_s"] == 0.25


def test_an_export_never_replaces_a_file_that_nobody_was_asked_about(
    desk: Desk, lane: EventLane, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = folder / "whistle.wav"
    before = sound.read_bytes()
    answers = Answers(sound)  # whatever the dialog asked, a sound is never written to
    monkeypatch.setattr(desk.conversation.happening, "_questions", answers)
    there = folder / "whistle.wav.csv"
    there.write_text("dear")
    export = desk.window.actions_.events.exports["csv"]
    export.trigger()
    wait(desk)
    assert "whistle.wav.csv" in answers.asked[-1]
    assert there.read_text() == "dear"
    answers.replace = True
    export.trigger()
    wait(desk)
    assert there.read_text().startswith("file,")
    assert sound.read_bytes() == before
    answers.target = None
    export.trigger()
    wait(desk)
    assert sound.read_bytes() == before


def test_what_stands_in_the_way_of_an_export_is_said(
    desk: Desk, lane: EventLane, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desk.conversation.happening, "_questions", Answers(folder / "a.csv"))
    (folder / "a.csv").mkdir()
    desk.window.actions_.events.exports["csv"].trigger()
    wait(desk)
    assert f"cannot be saved as {folder / 'a.csv'}" in said(desk)


def test_the_lanes_menu_offers_exports(desk: Desk, lane: EventLane) -> None:
    QApplication.sendEvent(
        lane, QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(5, 5), lane.mapToGlobal(QPoint(5, 5)))
    )
    (menu,) = lane.findChildren(QMenu)
    texts = [action.text() for action in menu.actions()]
    assert sum("Export" in text for text in texts) == 4
    menu.close()


def test_without_a_sound_there_is_nothing_to_export(open_desk: OpenDesk) -> None:
    desk = open_desk()
    actions: list[QAction] = list(desk.window.actions_.events.exports.values())
    assert not any(action.isEnabled() for action in actions)
    desk.conversation.happening.export("csv")


def test_a_window_that_closes_waits_for_no_long_sound(
    desk: Desk, lane: EventLane, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[Path] = []

    def of(path: Path, goes_on: object) -> None:
        begun.append(path)
        while goes_on():  # type: ignore[operator]
            pass

    monkeypatch.setattr(desk.earmark.events, "of", of)
    desk.window.sounds.view.selectRow(desk.names().index("kick.wav"))
    desk.until(lambda: bool(begun))
    desk.close()
    assert not desk.conversation.operations.timing.alive


def test_a_sound_of_many_seconds_has_its_events_where_they_are(desk: Desk, lane: EventLane, folder: Path) -> None:
    make(folder, name="long", frames=np.concatenate([tone(4.0), noise(4.0), tone(4.0)]))
    desk.conversation.operations.rescan()
    desk.until(lambda: "long.wav" in desk.names())
    desk.settle()
    desk.select("long.wav")
    wait(desk)
    assert all(0 <= shown.onset < shown.offset <= 12.0 for shown in lane.events)
    assert lane.rows or lane.message == "No tag applies anywhere in this sound."
