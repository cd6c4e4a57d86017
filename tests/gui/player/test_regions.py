"""A region can be dragged out, saved and searched with; files are made beside the window's work, and none is lost."""

import os
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import soundfile
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.example import Example
from desktop_app.core.sound import AudioFormat, FileStamp, Sound, SoundState
from desktop_app.engine.decoding.sound_errors import UnreadableSoundError
from desktop_app.engine.playing.drags import KEPT_SECONDS, RegionFiles
from desktop_app.gui.conversations.regions import Regions
from desktop_app.gui.dialogs.questions import Questions
from desktop_app.gui.panels.player.region_carrier import RegionCarrier, mime_of
from desktop_app.paths import Profile
from tests.gui.desk import Desk, OpenDesk
from tests.gui.player.test_player import ScriptedDecoder

RATE = 48_000


class Hand(RegionCarrier):
    """The real carrier, whose drags end at once and are remembered: without a screen there is nowhere to drop them."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.carried: list[Path] = []
        self.held = True

    def carry(self, drag: QDrag) -> None:
        assert not drag.pixmap().isNull()
        self.carried += [Path(url.toLocalFile()) for url in drag.mimeData().urls()]

    def holds_button(self) -> bool:
        return self.held


@dataclass
class Carrying:
    """A carrier with a decoder that answers when the test says so."""

    hand: Hand
    decoder: ScriptedDecoder
    said: list[str] = field(default_factory=list)


def sound(path: str = "/sounds/rain.wav") -> Sound:
    audio = AudioFormat("wav", "PCM_16", RATE, 1, 10 * RATE)
    return Sound(1, 1, Path(path), FileStamp(1, 1, 1), SoundState.PRESENT, b"c" * 16, audio)


@pytest.fixture
def carrying(qtbot: QtBot, tmp_path: Path) -> Carrying:
    source, decoder = QWidget(), ScriptedDecoder()
    qtbot.addWidget(source)
    hand = Hand(RegionFiles(tmp_path / "drags"), decoder, source)
    made = Carrying(hand, decoder)
    hand.said.connect(made.said.append)
    return made


def answer(carrying: Carrying, number: int, qtbot: QtBot, result: object = None) -> Path:
    """The decoder has written the file, or answers with `result`."""
    target: Path = carrying.decoder.waiting[number][0].target  # type: ignore[union-attr]
    if result is None:
        target.touch()
    carrying.decoder.answer(number, target if result is None else result)
    QApplication.processEvents()
    return target


def test_a_drag_is_a_list_of_files_with_one_percent_encoded_name() -> None:
    data = mime_of(Path("/drags/two wav ü.wav"))
    assert data.hasUrls()
    assert bytes(data.data("text/uri-list").data()).strip() == b"file:///drags/two%20wav%20%C3%BC.wav"


def test_a_region_that_is_ready_is_dragged_at_once_and_rendered_once(carrying: Carrying, qtbot: QtBot) -> None:
    carrying.hand.prepare(sound(), (1.33, 2.1))
    work = carrying.decoder.waiting[0][0]
    assert (work.start, work.frames) == (63_840, 36_960)  # type: ignore[union-attr]
    target = answer(carrying, 0, qtbot)
    assert target.name == "rain_01.33-02.10.wav"
    carrying.hand.start()
    carrying.hand.prepare(sound(), (1.33, 2.1))
    carrying.hand.start()
    assert carrying.hand.carried == [target, target]
    assert len(carrying.decoder.waiting) == 1
    assert carrying.said == []


def test_a_long_region_is_dragged_when_it_is_ready_and_the_button_still_held(carrying: Carrying, qtbot: QtBot) -> None:
    carrying.hand.prepare(sound(), (0.0, 9.0))
    carrying.hand.start()
    assert (carrying.hand.carried, carrying.said) == ([], ["Preparing the region..."])
    target = answer(carrying, 0, qtbot)
    assert (carrying.hand.carried, carrying.said[-1]) == ([target], "")


def test_else_the_person_is_told_to_drag_again(carrying: Carrying, qtbot: QtBot) -> None:
    carrying.hand.prepare(sound(), (0.0, 9.0))
    carrying.hand.start()
    carrying.hand.held = False
    target = answer(carrying, 0, qtbot)
    assert (carrying.hand.carried, carrying.said[-1]) == ([], "The region is ready: drag it again.")
    carrying.hand.prepare(sound(), (0.0, 9.0))
    carrying.hand.start()
    assert carrying.hand.carried == [target]


def test_another_region_makes_an_answer_that_comes_late_worthless(carrying: Carrying, qtbot: QtBot) -> None:
    carrying.hand.prepare(sound(), (0.0, 9.0))
    carrying.hand.prepare(sound(), (0.0, 3.0))
    carrying.hand.start()
    answer(carrying, 0, qtbot)
    assert carrying.hand.carried == []
    target = answer(carrying, 1, qtbot)
    assert carrying.hand.carried == [target]


def test_what_cannot_be_rendered_is_said(carrying: Carrying, qtbot: QtBot, tmp_path: Path) -> None:
    carrying.hand.prepare(sound(), (0.0, 9.0))
    carrying.hand.start()
    answer(carrying, 0, qtbot, UnreadableSoundError("This file is no longer there."))
    assert carrying.said[-1] == "This file is no longer there."
    (tmp_path / "a file").touch()
    hand = Hand(RegionFiles(tmp_path / "a file"), carrying.decoder, carrying.hand.parent())
    hand.said.connect(carrying.said.append)
    hand.prepare(sound(), (0.0, 9.0))
    hand.start()
    assert carrying.said[-1].startswith("The region cannot be rendered")
    assert hand.carried == []


class Answers(Questions):
    """A person who has made up their mind."""

    def __init__(self) -> None:
        self.target: Path | None = None
        self.replace = False
        self.asked: list[str] = []

    def save_file(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        self.asked.append(name)
        return self.target

    def ask(self, parent: QWidget, question: str, answers: Sequence[str]) -> int | None:
        self.asked.append(question)
        return 1 if self.replace else 0


@pytest.fixture
def answers(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Answers:
    made = Answers()
    monkeypatch.setattr(desk.conversation.regions, "_questions", made)
    return made


def choose(desk: Desk, name: str, start: float, end: float) -> Regions:
    """Show a sound and choose a region of it with the mouse."""
    desk.select(name)
    view = desk.window.player.display.view
    desk.until(lambda: view.points > 300)
    xs = [round(view.stretch.x_of(seconds, view.width())) for seconds in (start, end)]
    middle = view.lanes_room.center().y()
    desk.qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(xs[0], middle))
    for x in ((xs[0] + xs[1]) // 2, xs[1]):
        desk.qtbot.mouseMove(view, QPoint(x, middle))
    desk.qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(xs[1], middle))
    assert desk.window.player.region == pytest.approx((start, end), abs=0.01)
    return desk.conversation.regions


def said(desk: Desk) -> str:
    return " ".join(label.text() for label in desk.window.status.findChildren(QLabel))


def test_a_region_of_the_shown_sound_is_heard_measured_and_dragged_out(desk: Desk) -> None:
    regions = choose(desk, "whistle.wav", 0.2, 0.6)
    display = desk.window.player.display
    assert display.region_bar.isVisible()
    assert "0.4" in display.region_bar.text
    carried: list[Path] = []
    carrier = regions.carrier
    carrier.carry = lambda drag: carried.extend(Path(u.toLocalFile()) for u in drag.mimeData().urls())  # type: ignore[method-assign]
    handle = display.view.handle().center()
    desk.qtbot.mousePress(display.view, Qt.MouseButton.LeftButton, pos=handle)
    desk.until(lambda: carrier._path is not None)
    desk.qtbot.mouseMove(display.view, handle + QPoint(30, 30))
    desk.qtbot.mouseRelease(display.view, Qt.MouseButton.LeftButton, pos=handle + QPoint(30, 30))
    (path,) = carried
    info = soundfile.info(path)
    assert path.is_relative_to(desk.earmark.profile.drags)
    assert path.name.startswith("whistle_00.")
    assert (info.subtype, info.channels, info.samplerate) == ("PCM_16", 1, 16_000)
    assert info.duration == pytest.approx(0.4, abs=0.01)


def test_saving_never_replaces_a_file_that_nobody_was_asked_about(desk: Desk, answers: Answers, tmp_path: Path) -> None:
    regions = choose(desk, "whistle.wav", 0.2, 0.6)
    saved = tmp_path / "cut.wav"
    saved.write_bytes(b"something dear")
    answers.target = tmp_path / "cut"  # the dialog asked about this name, and the file gets a suffix
    regions.save()
    desk.until(lambda: len(answers.asked) == 2)
    assert answers.asked[0].startswith("whistle_00.")
    assert "cut.wav" in answers.asked[1]
    assert saved.read_bytes() == b"something dear"
    answers.replace = True
    regions.save()
    desk.until(lambda: saved.read_bytes() != b"something dear")
    desk.until(lambda: str(saved) in said(desk))
    assert soundfile.info(saved).duration == pytest.approx(0.4, abs=0.01)


def test_saving_over_the_sound_itself_is_refused(desk: Desk, answers: Answers, folder: Path) -> None:
    regions = choose(desk, "whistle.wav", 0.2, 0.6)
    answers.target = folder / "whistle.wav"
    before = answers.target.read_bytes()
    regions.save()
    desk.until(lambda: "cannot replace the sound" in said(desk))
    assert answers.target.read_bytes() == before


def test_a_name_that_was_not_given_saves_nothing(desk: Desk, answers: Answers) -> None:
    regions = choose(desk, "whistle.wav", 0.2, 0.6)
    regions.save()
    assert len(answers.asked) == 1
    assert "Saving" not in said(desk)


def test_sounds_like_the_region_are_looked_for(desk: Desk) -> None:
    regions = choose(desk, "whistle.wav", 0.2, 0.6)
    wanted: list[Example] = []
    regions.like_wanted.connect(wanted.append)
    desk.window.actions_.regions.find_like.trigger()
    assert wanted[0].sound_id == desk.window.player.sound.sound_id  # type: ignore[union-attr]
    assert (wanted[0].start, wanted[0].end) == pytest.approx((0.2, 0.6), abs=0.01)
    desk.until(lambda: not desk.conversation.operations.busy)


def test_without_a_region_nothing_can_be_done_with_it(desk: Desk) -> None:
    actions = desk.window.actions_.regions
    choose(desk, "whistle.wav", 0.2, 0.6)
    assert all(action.isEnabled() for action in actions.of_region)
    listed = desk.window.sounds.view
    listed.setFocus()
    desk.until(listed.hasFocus)
    desk.qtbot.keyClick(listed, Qt.Key.Key_Escape)
    assert not any(action.isEnabled() for action in actions.of_region)
    assert desk.window.player.region is None
    assert not desk.window.player.display.region_bar.isVisible()
    desk.conversation.regions.save()
    desk.conversation.regions.find_like()


def test_another_sound_has_no_region(desk: Desk) -> None:
    choose(desk, "whistle.wav", 0.2, 0.6)
    desk.select("kick.wav")
    assert desk.window.player.region is None
    assert desk.window.player.display.view.region is None


def test_from_the_list_brackets_mark_zoom_keys_zoom_and_s_shows_the_spectrogram(desk: Desk) -> None:
    desk.select("whistle.wav")
    view, listed = desk.window.player.display.view, desk.window.sounds.view
    desk.until(lambda: view.points > 300)
    desk.window.player.seek(0.5)
    listed.setFocus()
    desk.until(listed.hasFocus)
    desk.qtbot.keyClick(listed, Qt.Key.Key_BracketLeft)
    assert desk.window.player.region == pytest.approx((0.4, 0.8))
    desk.qtbot.keyClick(listed, Qt.Key.Key_Plus)
    assert view.stretch.seconds == pytest.approx(0.4)
    desk.qtbot.keyClick(listed, Qt.Key.Key_S)
    desk.until(lambda: view.content is not None and view.content.spectrogram is not None)
    spectrogram = view.content.spectrogram  # type: ignore[union-attr]
    assert spectrogram is not None
    assert (spectrogram.start, spectrogram.end) == pytest.approx((view.stretch.start, view.stretch.end), abs=1e-3)
    desk.qtbot.keyClick(listed, Qt.Key.Key_0)
    desk.until(lambda: view.content.spectrogram.end == pytest.approx(0.8, abs=1e-3))  # type: ignore[union-attr]
    assert desk.earmark.settings.spectrogram


def test_how_waveforms_are_drawn_is_remembered(open_desk: OpenDesk) -> None:
    first = open_desk()
    first.window.player.display.tools.together.click()
    first.close()
    assert open_desk().window.player.display.view.together


def test_every_button_of_the_waveform_has_a_name_and_a_tip(desk: Desk) -> None:
    display = desk.window.player.display
    buttons = display.findChildren(QToolButton)
    assert len(buttons) >= 8
    assert all(button.accessibleName() and button.toolTip() for button in buttons)


def test_dragged_regions_of_last_week_are_gone_at_the_next_start(open_desk: OpenDesk, profile: Profile) -> None:
    old = RegionFiles(profile.drags).path_for(sound(), 0.0, 1.0)
    old.parent.mkdir(parents=True)
    old.touch()
    os.utime(old, (0, time.time() - KEPT_SECONDS - 60))
    desk = open_desk()
    desk.until(lambda: not old.exists())
