"""Examples, words and their weights, earlier and saved searches, and why a sound was found: in the whole window."""

import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QToolTip
from pytestqt.qtbot import QtBot

from desktop_app.core.example import Example
from desktop_app.engine.searching.duplicates import SoundGroups
from desktop_app.gui.models.sound_cells import Column
from desktop_app.gui.panels.search.filter_chips import Chip
from desktop_app.gui.panels.search.mix_sliders import MixSliders
from desktop_app.paths import Profile
from desktop_app.searches import SavedSearch, SearchBook
from tests.gui.desk import Desk
from tests.sounds import make, noise, tone

OpenDesk = Callable[[], Desk]


def idle(desk: Desk) -> None:
    desk.until(lambda: not desk.conversation.operations.busy)


def find_like(desk: Desk, example: Example) -> None:
    desk.conversation.finding.find_like(example)
    idle(desk)


def sound_id(desk: Desk, name: str) -> int:
    return int(desk.window.sounds.model.sound_ids[desk.names().index(name)])


def chips(desk: Desk) -> list[str]:
    row = desk.window.search.findChildren(Chip)
    return [chip.text for chip in row if not chip.isHidden()]


class TestExamples:
    """More like this."""

    def test_typing_keeps_the_example_and_taking_its_chip_away_keeps_the_words(self, desk: Desk) -> None:
        find_like(desk, Example(sound_id(desk, "whistle.wav")))
        assert chips(desk) == ["like whistle.wav"]
        assert desk.names()[0] == "whistle.wav"
        desk.search("metallic -reverb")
        question = desk.conversation.finding.question
        assert question.like is not None
        assert question.text == "metallic -reverb"
        assert chips(desk) == ["like whistle.wav"]
        desk.window.search.setCursorPosition(0)
        desk.qtbot.keyClick(desk.window.search, Qt.Key.Key_Backspace)
        idle(desk)
        assert desk.conversation.finding.question.like is None
        assert desk.window.search.line == "metallic -reverb"

    def test_filters_stay_when_something_alike_is_looked_for(self, desk: Desk) -> None:
        example = Example(sound_id(desk, "whistle.wav"))
        desk.search("soft folder:rain")
        find_like(desk, example)
        assert desk.window.search.line == "folder:rain"
        assert sorted(desk.names()) == ["heavy rain.wav", "light rain.wav"]

    def test_a_file_from_elsewhere_is_an_example_and_stays_outside(self, desk: Desk, tmp_path: Path) -> None:
        path = make(tmp_path, name="another whistle", frames=tone(0.8, hertz=2000))
        desk.window.search.example_dropped.emit(path)
        idle(desk)
        assert chips(desk) == ["like another whistle.wav"]
        assert desk.names()[0] == "whistle.wav"
        assert desk.earmark.library.sounds.by_path(path) is None

    def test_a_region_is_an_example(self, desk: Desk, tmp_path: Path) -> None:
        frames = np.concatenate([noise(0.6, seed=9), tone(0.6, hertz=60)])
        path = make(tmp_path, name="both", frames=frames)
        find_like(desk, Example(path=path, start=0.6, end=1.2))
        assert desk.names()[0] == "kick.wav"
        find_like(desk, Example(path=path, start=0.0, end=0.6))
        assert "rain" in desk.names()[0]

    def test_a_file_that_is_no_sound_is_a_sentence(self, desk: Desk, tmp_path: Path) -> None:
        letter = tmp_path / "letter.wav"
        letter.write_text("Dear diary, this is not a sound.\n" * 50)
        desk.window.search.example_dropped.emit(letter)
        idle(desk)
        assert desk.names() == []
        said = desk.window.sounds.message
        assert said.startswith("“letter.wav” cannot be compared with other sounds. This is not audio")

    def test_a_broken_filter_empties_the_list_and_says_why(self, desk: Desk) -> None:
        desk.search("length:<abc")
        assert desk.names() == []
        assert "length:" in desk.window.sounds.message


class TestWeights:
    """Sliders for the parts of a search."""

    def mix(self, desk: Desk) -> MixSliders:
        return desk.conversation.finding.mix

    def test_sliders_are_there_for_each_part_when_there_are_several(self, desk: Desk) -> None:
        mix = self.mix(desk)

        def shown() -> list[str]:
            return [part for part in ("example", "words", "without") if mix.slider(part).isVisible()]

        desk.search("rain")
        assert shown() == []
        desk.search("rain -wind")
        assert shown() == ["words", "without"]
        find_like(desk, Example(sound_id(desk, desk.names()[0])))
        assert shown() == []
        desk.search("rain tag:rain")
        assert shown() == ["example", "words"]
        desk.search("rain -wind")
        assert shown() == ["example", "words", "without"]
        assert [label.text() for label in mix.findChildren(QLabel) if label.text().startswith(("like", "rain", "-"))][
            1:
        ] == ["rain", "-wind"]

    def test_moving_a_slider_asks_again_without_listening_again(
        self, desk: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        find_like(desk, Example(sound_id(desk, "kick.wav")))
        desk.search("rain")
        worker = desk.earmark.worker

        def refuse(*_: object) -> None:
            raise AssertionError("nothing needs to be embedded again")

        monkeypatch.setattr(worker, "embed_text", refuse)
        monkeypatch.setattr(worker, "hear", refuse)
        mix = self.mix(desk)
        mix.slider("words").setValue(0)
        desk.until(lambda: desk.conversation.finding.question.weights.words == 0)
        idle(desk)
        assert desk.names()[0] == "kick.wav"
        calibrated = desk.window.sounds.model.calibrated
        assert calibrated is not None
        assert calibrated.max() <= 1

    def test_sliders_are_moved_by_keyboard_and_go_back_to_the_usual(self, desk: Desk, qtbot: QtBot) -> None:
        desk.search("rain -wind")
        mix = self.mix(desk)
        qtbot.keyClick(mix.slider("without"), Qt.Key.Key_Right)
        desk.until(lambda: desk.conversation.finding.question.weights.without == pytest.approx(0.6))
        desk.search("rain")
        desk.search("rain -dog")
        assert desk.conversation.finding.question.weights.without == 0.5

    def test_each_slider_has_a_name_for_screen_readers(self, desk: Desk) -> None:
        mix = self.mix(desk)
        names = {mix.slider(part).accessibleName() for part in ("example", "words", "without")}
        assert len(names) == 3
        assert all(name.startswith("Weight of") for name in names)


class TestEarlierSearches:
    """What was searched for comes back with the arrow up."""

    def book(self, desk: Desk) -> SearchBook:
        return desk.conversation.finding.searches.book

    def test_a_search_is_remembered_when_the_person_goes_to_the_list(self, desk: Desk, open_desk: OpenDesk) -> None:
        bar = desk.window.search
        desk.qtbot.keyClicks(bar, "rai")
        desk.until(lambda: desk.conversation.finding.question.text == "rai")
        desk.qtbot.keyClicks(bar, "n")
        desk.qtbot.keyClick(bar, Qt.Key.Key_Return)
        desk.until(lambda: self.book(desk).recent == ("rain",))
        desk.close()
        again = open_desk()
        again.until(lambda: self.book(again).recent == ("rain",))
        idle(again)
        again.qtbot.keyClick(again.window.search, Qt.Key.Key_Up)
        assert again.window.search.line == "rain"

    def test_a_search_that_stands_for_a_while_is_remembered(self, desk: Desk) -> None:
        desk.search("wind")
        desk.until(lambda: self.book(desk).recent == ("wind",))

    def test_they_can_be_forgotten(self, desk: Desk) -> None:
        self.book(desk).remember("rain")
        desk.window.actions_.finding.forget_searches.trigger()
        desk.until(lambda: self.book(desk).recent == ())

    def test_a_file_that_cannot_be_read_is_said(self, profile: Profile, open_desk: OpenDesk) -> None:
        (profile.data / "searches.toml").write_text("recent = [")
        desk = open_desk()
        desk.search("rain")
        desk.window.actions_.finding.save_search.trigger()
        desk.until(lambda: "searches.toml" in desk.window.status.text)
        assert (profile.data / "searches.toml").read_text() == "recent = ["


class TestSavedSearches:
    """Searches under a name, at the left."""

    def saved(self, desk: Desk) -> list[str]:
        section = desk.conversation.finding.searches.section
        return [section.model.index(row, 0).data() for row in range(section.model.rowCount())]

    def save(self, desk: Desk, text: str) -> None:
        desk.search(text)
        desk.window.actions_.finding.save_search.trigger()
        idle(desk)

    def test_saved_renamed_moved_deleted_and_each_taken_back(self, desk: Desk) -> None:
        section, history = desk.conversation.finding.searches.section, desk.conversation.operations.history
        for text in ("rain", "wind tag:rain", "kick"):
            self.save(desk, text)
        assert self.saved(desk) == ["rain", "wind", "kick"]
        section.model.item(1, 0).setText("Windy")
        idle(desk)
        section.moved.emit(2, 0)
        idle(desk)
        section.removed.emit(1)
        idle(desk)
        assert self.saved(desk) == ["kick", "Windy"]
        seen = []
        for _ in range(4):
            seen.append(history.undo_text)
            history.undo()
            idle(desk)
            seen.append(self.saved(desk))
        assert seen == [
            "Delete the search “rain”",
            ["kick", "rain", "Windy"],
            "Move the search “kick”",
            ["rain", "Windy", "kick"],
            "Rename the search “wind”",
            ["rain", "wind", "kick"],
            "Save the search “kick”",
            ["rain", "wind"],
        ]
        history.redo()
        idle(desk)
        assert self.saved(desk) == ["rain", "wind", "kick"]

    def test_enter_and_a_click_run_one(self, desk: Desk, qtbot: QtBot) -> None:
        self.save(desk, "name:kick")
        desk.window.search.clear_now()
        idle(desk)
        tree = desk.conversation.finding.searches.section.tree
        rect = tree.visualRect(tree.model().index(0, 0))
        qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
        idle(desk)
        assert desk.names() == ["kick.wav"]
        assert desk.window.search.filters == ("name:kick",)
        desk.window.search.clear_now()
        idle(desk)
        tree.activated.emit(tree.model().index(0, 0))
        idle(desk)
        assert desk.names() == ["kick.wav"]

    def test_all_of_it_goes_by_keyboard(self, desk: Desk, qtbot: QtBot) -> None:
        for text in ("rain", "wind"):
            self.save(desk, text)
        tree = desk.conversation.finding.searches.section.tree
        desk.window.activateWindow()
        tree.setFocus()
        tree.setCurrentIndex(tree.model().index(0, 0))
        qtbot.keyClick(tree, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)
        idle(desk)
        assert self.saved(desk) == ["wind", "rain"]
        qtbot.keyClick(tree, Qt.Key.Key_F2)
        editor = tree.findChild(QLineEdit)
        editor.setText("Rainy")
        qtbot.keyClick(editor, Qt.Key.Key_Return)
        desk.until(lambda: [saved.name for saved in desk.conversation.finding.searches.book.saved] == ["wind", "Rainy"])
        idle(desk)
        tree.setFocus()
        qtbot.keyClick(tree, Qt.Key.Key_Delete)
        idle(desk)
        assert self.saved(desk) == ["wind"]
        contexts = {action.shortcutContext() for action in tree.actions()}
        assert contexts == {Qt.ShortcutContext.WidgetShortcut}, "Delete must not mean this anywhere else"

    def test_an_example_is_saved_by_its_path(self, desk: Desk, folder: Path) -> None:
        find_like(desk, Example(sound_id(desk, "whistle.wav")))
        self.save(desk, "rain")
        book = desk.conversation.finding.searches.book
        like = Example(path=folder / "whistle.wav", name="whistle.wav")
        assert book.saved == (SavedSearch("rain", "rain", like),)
        desk.window.search.clear_now()
        idle(desk)
        desk.conversation.finding.searches.section.chosen.emit(0)
        idle(desk)
        assert chips(desk) == ["like whistle.wav"]
        assert desk.conversation.finding.question.text == "rain"

    def test_without_a_search_there_is_nothing_to_save(self, desk: Desk) -> None:
        desk.window.actions_.finding.save_search.trigger()
        assert "no search to save" in desk.window.status.text
        assert self.saved(desk) == []

    def test_they_are_there_after_a_restart(self, desk: Desk, open_desk: OpenDesk) -> None:
        self.save(desk, "rain")
        desk.close()
        again = open_desk()
        again.until(lambda: self.saved(again) == ["rain"])


class TestCopies:
    """A search that compares all sounds takes seconds in a large library."""

    def test_no_newer_search_waits_for_it(self, desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
        duplicates = desk.earmark.searcher.duplicates
        compared, groups = threading.Event(), duplicates.groups

        def slowly() -> SoundGroups:
            assert compared.wait(60)
            return groups()

        monkeypatch.setattr(duplicates, "groups", slowly)
        try:
            desk.window.search.show_line("is:duplicate")
            desk.until(lambda: desk.window.sounds.message == "Comparing the sounds with each other...")
            desk.window.search.show_line("name:kick")
            desk.until(lambda: desk.names() == ["kick.wav"])
            assert desk.conversation.operations.busy, "the sounds are still being compared"
        finally:
            compared.set()
        idle(desk)
        assert desk.names() == ["kick.wav"], "an older answer came and was shown"
        desk.search("name:kick -is:duplicate")
        assert desk.names() == ["kick.wav"]
        desk.search("is:duplicate")
        assert len(desk.names()) > 1
        assert "kick.wav" not in desk.names()
        assert desk.window.sounds.message == ""


class TestWhy:
    """Why a sound was found."""

    def test_it_is_told_for_the_current_row_by_a_key(self, desk: Desk, qtbot: QtBot) -> None:
        desk.search("rain whistle")
        desk.select("whistle.wav")
        desk.window.sounds.take_focus()
        qtbot.keyClick(desk.window.sounds.view, Qt.Key.Key_W)
        desk.until(lambda: "“rain whistle”: " in QToolTip.text())
        lines = QToolTip.text().splitlines()
        assert [line.strip().partition(":")[0] for line in lines[1:3]] == ["rain", "whistle"]
        assert "spreads from what is usual" in lines[0]
        assert lines[-1] == "The file's name has “whistle” in it"
        QToolTip.hideText()

    def test_the_tool_tip_of_a_hit_tells_it_with_the_number_behind_the_band(self, desk: Desk) -> None:
        desk.search("rain")
        model = desk.window.sounds.model
        for column in (Column.NAME, Column.SCORE):
            index = model.index(0, column)
            index.data(Qt.ItemDataRole.ToolTipRole)
            idle(desk)
            tip = index.data(Qt.ItemDataRole.ToolTipRole)
            assert "“rain”: " in tip
            assert ("Score " in tip) == (column is Column.SCORE)
            assert str(model.row_at(0).sound.path) in tip  # type: ignore[union-attr]

    def test_it_never_waits_and_is_known_the_next_time(self, desk: Desk) -> None:
        desk.search("rain")
        why = desk.window.sounds.model.why
        assert why is not None
        sound = sound_id(desk, "kick.wav")
        assert why(sound) is None
        idle(desk)
        known = why(sound)
        assert known is not None
        assert known.startswith("“rain”: ")
        desk.search("wind")
        assert why(sound) is None, "another search has other reasons"
        idle(desk)

    def test_an_example_is_a_reason(self, desk: Desk) -> None:
        find_like(desk, Example(sound_id(desk, "kick.wav")))
        why = desk.window.sounds.model.why
        assert why is not None
        sound = sound_id(desk, "kick.wav")
        why(sound)
        idle(desk)
        assert (why(sound) or "").startswith("Like kick.wav: ")

    def test_without_a_search_there_is_nothing_to_explain(self, desk: Desk, qtbot: QtBot) -> None:
        desk.select("kick.wav")
        desk.window.actions_.finding.why.trigger()
        desk.until(lambda: "Nothing was searched for" in QToolTip.text())
        QToolTip.hideText()


def test_filters_are_completed_with_the_librarys_names(desk: Desk) -> None:
    bar = desk.window.search
    bar.setFocus()
    desk.earmark.library.collections.create("Rain set")
    desk.conversation.refresh()
    idle(desk)
    offered = (
        ("tag:doo", "Door slam"),
        ("folder:ra", "rain"),
        ("format:w", "wav"),
        ("collection:se", "Rain set"),
        ("is:fa", "favourite"),
        ("rating:", ">=3"),
    )
    for typed, name in offered:
        bar.forget_text()
        desk.qtbot.keyClicks(bar, typed)
        assert name in bar.completer_list.shown, typed
        bar.completer_list.popup().hide()
