"""The vocabulary editor in the whole window: what it promises is what saving does, its sounds are heard in the player,
and whatever it saved can be taken back.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QPushButton, QSlider, QTableView, QToolButton, QWidget

from desktop_app.core.verdict import Judgement
from desktop_app.engine.embedders.embedder import EmbedderError
from desktop_app.engine.tagging.prompts import Prompts
from desktop_app.gui.dialogs.questions import Questions
from desktop_app.gui.file_manager import FileManager
from desktop_app.gui.panels.lines.notice_line import NoticeLine
from desktop_app.gui.panels.vocabularies.vocabulary_editor import VocabularyEditor
from desktop_app.library.vocabularies.vocabulary_texts import texts_in
from desktop_app.paths import Profile
from tests.gui.desk import Desk, OpenDesk
from tests.gui.profile import VOCABULARY
from tests.tagged_library import sounds_with

RAIN = ("test", "rain")


@pytest.fixture
def editor(desk: Desk) -> Iterator[VocabularyEditor]:
    """Open, on the profile's own vocabulary, all asked and answered."""
    desk.conversation.tagging.vocabularies.edit()
    editor = desk.conversation.tagging.vocabularies.editor
    editor.choose("test", "rain")
    advised(desk, editor)
    yield editor
    editor.revert()
    editor.close()


def advised(desk: Desk, editor: VocabularyEditor) -> None:
    """Wait for what is found out about the tag that is shown."""
    desk.until(lambda: bool(editor.effect.standing))
    desk.settle()


def typed(desk: Desk, editor: VocabularyEditor, change: Callable[[], object]) -> None:
    """Change the form, and wait until the new answer is shown."""
    with desk.qtbot.waitSignal(editor.advice.asked, timeout=60_000):
        change()
    desk.settle()


def threshold(editor: VocabularyEditor) -> QSlider:
    return next(slider for slider in editor.findChildren(QSlider) if slider.accessibleName() == "Threshold")


def press(desk: Desk, editor: VocabularyEditor, label: str) -> None:
    button = next(b for b in editor.findChildren(QPushButton) if b.text().replace("&", "") == label)
    desk.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.earmark.wait_for_tags()
    desk.settle()


def having_rain(desk: Desk) -> set[int]:
    return set(sounds_with(desk.earmark.tagger, desk.earmark.embedded, "rain"))


def all_sounds(desk: Desk) -> set[int]:
    return {
        i for i in desk.earmark.library.sounds.ids().tolist() if desk.earmark.embedded.snapshot().rows_of([i])[0] >= 0
    }


def test_what_it_promises_is_what_saving_does(desk: Desk, editor: VocabularyEditor) -> None:
    before = having_rain(desk)
    typed(desk, editor, lambda: threshold(editor).setValue(0))
    gained = editor.effect.gained.sounds
    promised = {gained.sound_at(row).sound_id for row in range(gained.rowCount())}  # type: ignore[union-attr]
    assert promised == all_sounds(desk) - before
    assert promised
    assert editor.effect.numbers == f"+{len(promised)} −0"
    press(desk, editor, "Save")
    assert having_rain(desk) - before == promised
    desk.until(lambda: editor.effect.numbers == "")
    assert editor.effect.standing == f"{len(all_sounds(desk))} sounds have this tag"


def test_what_a_person_said_is_not_promised_away(desk: Desk, editor: VocabularyEditor) -> None:
    said = sorted(all_sounds(desk))[0]
    desk.earmark.tagger.judge([said], RAIN, Judgement.REJECTED)
    typed(desk, editor, lambda: threshold(editor).setValue(0))
    gained = editor.effect.gained.sounds
    assert gained.row_of(said) is None
    assert gained.rowCount() == len(all_sounds(desk)) - 1


def test_its_sounds_are_heard_in_the_player(desk: Desk, editor: VocabularyEditor) -> None:
    typed(desk, editor, lambda: threshold(editor).setValue(0))
    gained, player = editor.effect.gained, desk.window.player
    for row in range(2):
        desk.qtbot.keyClick(gained, Qt.Key.Key_Down)
        assert player.sound == gained.sounds.sound_at(row)
        assert player.playing
    desk.qtbot.keyClick(gained, Qt.Key.Key_Space)
    assert not player.playing
    player.show_nothing()
    desk.qtbot.keyClick(gained, Qt.Key.Key_Space)
    assert player.playing
    assert player.sound == gained.sounds.sound_at(1)


def test_a_network_that_cannot_be_loaded_is_a_sentence(
    desk: Desk, editor: VocabularyEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(prompts: Prompts, text: str) -> None:
        raise EmbedderError("The weights are damaged: download them again.")

    monkeypatch.setattr(Prompts, "vector", refuse)
    prompts = editor.findChildren(QPlainTextEdit)[0]
    typed(desk, editor, lambda: prompts.setPlainText("a new prompt"))
    assert editor.effect.standing == "The weights are damaged: download them again."
    assert editor.isVisible()


def test_tags_that_repeat_it_are_pointed_out(desk: Desk, editor: VocabularyEditor) -> None:
    assert editor.effect.repetition == ""
    prompts = editor.findChildren(QPlainTextEdit)[0]
    typed(desk, editor, lambda: prompts.setPlainText("a door slams"))
    assert editor.effect.repetition == "The prompts of “Door slam” in “Test sounds” mean nearly the same."


class TestUndo:
    def saved(self, desk: Desk) -> str:
        return texts_in(desk.earmark.profile.vocabularies)["test.toml"]

    def undo(self, desk: Desk) -> None:
        desk.conversation.operations.history.undo()
        desk.until(lambda: not desk.conversation.operations.busy)
        desk.earmark.wait_for_tags()
        desk.settle()

    def test_a_saved_tag_is_undone_and_done_again_to_the_letter(self, desk: Desk, editor: VocabularyEditor) -> None:
        history, before = desk.conversation.operations.history, having_rain(desk)
        typed(desk, editor, lambda: threshold(editor).setValue(0))
        press(desk, editor, "Save")
        assert history.undo_text == "Change tag “Rain”"
        changed = self.saved(desk)
        assert changed != VOCABULARY
        self.undo(desk)
        assert self.saved(desk) == VOCABULARY
        assert having_rain(desk) == before
        assert threshold(editor).value() == 50, "the editor shows it at once"
        history.redo()
        desk.until(lambda: not desk.conversation.operations.busy)
        desk.earmark.wait_for_tags()
        assert self.saved(desk) == changed
        assert having_rain(desk) == all_sounds(desk)

    def test_a_deleted_tag_comes_back(self, desk: Desk, editor: VocabularyEditor) -> None:
        press(desk, editor, "Delete tag")
        press(desk, editor, "Save")
        assert [scored.tag.name for scored in desk.earmark.tagger.tags] == ["Door slam"]
        assert desk.conversation.operations.history.undo_text == "Delete tag “Rain”"
        self.undo(desk)
        assert [scored.tag.name for scored in desk.earmark.tagger.tags] == ["Rain", "Door slam"]
        assert self.saved(desk) == VOCABULARY

    def test_a_removed_vocabulary_comes_back(
        self, desk: Desk, editor: VocabularyEditor, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(Questions, "ask", lambda *_: 0)
        press(desk, editor, "Remove...")
        assert desk.earmark.tagger.tags == ()
        assert desk.conversation.operations.history.undo_text == "Remove vocabulary “Test sounds”"
        self.undo(desk)
        assert len(desk.earmark.tagger.tags) == 2
        assert self.saved(desk) == VOCABULARY

    def test_a_new_vocabulary_goes_again_and_is_not_used_any_more(
        self, desk: Desk, editor: VocabularyEditor, tmp_path: Path
    ) -> None:
        theirs = tmp_path / "theirs.toml"
        theirs.write_text(VOCABULARY.replace('id = "test"', 'id = "theirs"'), encoding="utf-8")
        editor.import_file(theirs)
        assert desk.earmark.settings.vocabularies == ("test", "theirs")
        desk.settle()
        self.undo(desk)
        assert desk.earmark.settings.vocabularies == ("test",)
        assert list(texts_in(desk.earmark.profile.vocabularies)) == ["test.toml"]

    def test_unsaved_changes_outlive_an_undo(self, desk: Desk, editor: VocabularyEditor) -> None:
        typed(desk, editor, lambda: threshold(editor).setValue(70))
        press(desk, editor, "Save")
        editor.choose("test", "door-slam")
        typed(desk, editor, lambda: threshold(editor).setValue(33))
        self.undo(desk)
        assert threshold(editor).value() == 33
        press(desk, editor, "Save")
        tags = desk.earmark.vocabularies.load("test").tags
        assert [tag.threshold for tag in tags] == [0.5, 0.33], "saving them does not bring back what was undone"


class TestUndoKeys:
    """Ctrl+Z in the editor takes back what a person did last there, and never more than they see."""

    def press(self, desk: Desk, where: QWidget, key: Qt.Key = Qt.Key.Key_Z, *, redo: bool = False) -> None:
        where.setFocus()
        shift = Qt.KeyboardModifier.ShiftModifier if redo else Qt.KeyboardModifier.NoModifier
        desk.qtbot.keyClick(where, key, Qt.KeyboardModifier.ControlModifier | shift)
        desk.settle()

    def prompts(self, editor: VocabularyEditor) -> QPlainTextEdit:
        return editor.findChildren(QPlainTextEdit)[0]

    def table(self, editor: VocabularyEditor) -> QTableView:
        return next(view for view in editor.findChildren(QTableView) if view.accessibleName() == "Tags")

    def tags(self, editor: VocabularyEditor) -> list[str]:
        model = self.table(editor).model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    @pytest.fixture(autouse=True)
    def in_front(self, desk: Desk, editor: VocabularyEditor) -> None:
        editor.activateWindow()
        desk.until(editor.isActiveWindow)

    def test_in_a_text_it_takes_back_the_typing_and_nothing_else(self, desk: Desk, editor: VocabularyEditor) -> None:
        typed(desk, editor, lambda: threshold(editor).setValue(70))
        press(desk, editor, "Save")
        field = self.prompts(editor)
        field.setFocus()
        field.moveCursor(QTextCursor.MoveOperation.End)
        typed(desk, editor, lambda: desk.qtbot.keyClicks(field, " on tin"))
        assert field.toPlainText() == "rain on tin"
        for _ in range(3):
            self.press(desk, field)
        assert field.toPlainText() == "rain"
        assert editor.draft is not None
        assert not editor.draft.changed
        assert desk.earmark.vocabularies.load("test").tags[0].threshold == 0.7, "what was saved stays saved"
        self.press(desk, field, redo=True)
        assert field.toPlainText() == "rain on tin"

    def test_elsewhere_it_takes_back_the_last_unsaved_edit(self, desk: Desk, editor: VocabularyEditor) -> None:
        table = self.table(editor)
        typed(desk, editor, lambda: threshold(editor).setValue(70))
        press(desk, editor, "Delete tag")
        assert self.tags(editor) == ["Door slam"]
        self.press(desk, table)
        assert self.tags(editor) == ["Rain", "Door slam"]
        assert threshold(editor).value() == 70, "the tag that came back is shown"
        self.press(desk, table)
        assert threshold(editor).value() == 50
        assert editor.draft is not None
        assert not editor.draft.changed
        self.press(desk, table, redo=True)
        assert threshold(editor).value() == 70
        assert texts_in(desk.earmark.profile.vocabularies)["test.toml"] == VOCABULARY, "nothing was saved"

    def test_that_a_tag_is_not_to_learn_is_an_edit_as_any(self, desk: Desk, editor: VocabularyEditor) -> None:
        desk.conversation.tagging.judge(desk.window.sounds.model.sound_ids.tolist(), RAIN, Judgement.ADDED)
        desk.settle()
        learned = desk.earmark.tagger.learned_from()
        assert learned[RAIN] > 1
        learns = next(box for box in editor.findChildren(QCheckBox) if "Learns" in box.text())
        typed(desk, editor, learns.click)
        press(desk, editor, "Save")
        desk.earmark.wait_for_tags()
        desk.settle()
        assert desk.earmark.tagger.learned_from() == {}
        assert "learn = false" in texts_in(desk.earmark.profile.vocabularies)["test.toml"]
        typed(desk, editor, learns.click)
        self.press(desk, learns)
        assert not learns.isChecked(), "the unsaved click is taken back"
        self.press(desk, learns)
        desk.until(lambda: learns.isChecked())
        desk.earmark.wait_for_tags()
        desk.settle()
        assert texts_in(desk.earmark.profile.vocabularies)["test.toml"] == VOCABULARY
        assert desk.earmark.tagger.learned_from() == learned

    def test_with_nothing_unsaved_it_takes_back_what_was_saved_last(self, desk: Desk, editor: VocabularyEditor) -> None:
        typed(desk, editor, lambda: threshold(editor).setValue(70))
        press(desk, editor, "Save")
        history, table = desk.conversation.operations.history, self.table(editor)
        self.press(desk, table)
        desk.until(lambda: history.undo_text == "")
        desk.settle()
        assert texts_in(desk.earmark.profile.vocabularies)["test.toml"] == VOCABULARY
        assert threshold(editor).value() == 50
        self.press(desk, table, redo=True)
        desk.until(lambda: history.undo_text == "Change tag “Rain”")
        desk.settle()
        assert threshold(editor).value() == 70

    def test_what_is_taken_back_out_of_sight_is_said(self, desk: Desk, editor: VocabularyEditor) -> None:
        desk.select("kick.wav")
        desk.window.selected_tags.judged.emit(RAIN, Judgement.ACCEPTED)
        history = desk.conversation.operations.history
        desk.until(lambda: history.undo_text != "")
        step = history.undo_text
        editor.activateWindow()
        desk.until(editor.isActiveWindow)
        self.press(desk, self.table(editor))
        desk.until(lambda: history.undo_text == "")
        assert editor.message == f"Undo {step}"


def test_a_vocabulary_that_breaks_beside_the_window_is_said_until_it_is_mended(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = desk.earmark.profile.vocabularies / "test.toml"
    line = desk.conversation.broken_vocabularies.line
    opened: list[QUrl] = []
    files = FileManager(open_url=lambda url: bool(opened.append(url)) or True)
    monkeypatch.setattr(desk.conversation.broken_vocabularies._around, "files", files)
    assert not line.text
    file.write_text(VOCABULARY[:-3], encoding="utf-8")
    desk.until(lambda: "test.toml, line 15" in line.text)
    assert "none of its tags apply" in line.text
    assert [button.text() for button in line.findChildren(QPushButton)] == ["Open the file", "Switch it off"]
    desk.qtbot.mouseClick(shown(line, "Open the file"), Qt.MouseButton.LeftButton)
    assert [url.toLocalFile() for url in opened] == [str(file)]
    desk.until(lambda: not desk.earmark.tagger.tags)
    # As editors save: another file in its place.
    mended = file.with_name("draft")
    mended.write_text(VOCABULARY, encoding="utf-8")
    mended.replace(file)
    desk.until(lambda: not line.text and len(desk.earmark.tagger.tags) == 2)
    # Written into while it stands there, after it was replaced; closed, and not said again for the same reason.
    file.write_text(VOCABULARY[:-3], encoding="utf-8")
    desk.until(lambda: bool(line.text))
    desk.qtbot.mouseClick(line.findChildren(QToolButton)[0], Qt.MouseButton.LeftButton)
    desk.conversation.broken_vocabularies.look()
    desk.settle()
    assert not line.text
    file.write_text(VOCABULARY[:-20], encoding="utf-8")
    desk.until(lambda: bool(line.text))
    desk.qtbot.mouseClick(shown(line, "Switch it off"), Qt.MouseButton.LeftButton)
    desk.until(lambda: not line.text)
    assert desk.earmark.settings.vocabularies == ()
    desk.conversation.operations.history.undo()
    desk.until(lambda: desk.earmark.settings.vocabularies == ("test",) and bool(line.text))


def shown(line: NoticeLine, text: str) -> QPushButton:
    return next(button for button in line.findChildren(QPushButton) if button.text() == text)


def test_a_vocabulary_that_is_broken_already_is_said_at_the_start(open_desk: OpenDesk, profile: Profile) -> None:
    (profile.vocabularies / "test.toml").write_text(VOCABULARY[:-3], encoding="utf-8")
    desk = open_desk()
    desk.until(lambda: "test.toml, line 15" in desk.conversation.broken_vocabularies.line.text)
