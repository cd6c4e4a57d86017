"""While a tag is typed, its editor says what that would do, what repeats it, and what the network cannot read; files
come in and go out by dragging.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.sound import Sound
from desktop_app.core.tag import Vocabulary
from desktop_app.core.vocabulary_writing import format_vocabulary
from desktop_app.engine.tagging.preview import Preview
from desktop_app.engine.tagging.similar_tags import SimilarTag
from desktop_app.gui.drafted_tag import DraftedTag, TagEffect
from desktop_app.gui.models.preview_sounds import PreviewSounds
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.library.vocabularies.vocabulary_files import VocabularyFiles
from tests.gui.stand_ins import sound
from tests.gui.vocabulary_window import DOG, FOLEY, RAIN, Window, earmark, window

__all__ = ["earmark", "window"]


def asked_by(window: Window, qtbot: QtBot, text: str) -> DraftedTag:
    """What is asked after this was written into the prompts."""
    with qtbot.waitSignal(window.editor.advice.asked, timeout=60_000) as blocker:
        window.write("Prompts", text)
    drafted = blocker.args[0]
    assert isinstance(drafted, DraftedTag)
    return drafted


def effect(gained: Sequence[int], lost: Sequence[int] = (), now: int = 9) -> TagEffect:
    return TagEffect(Preview(np.array(gained, dtype=np.int64), np.array(lost, dtype=np.int64), now))


class TestWhatItWouldDo:
    def test_a_pause_in_typing_asks_once_for_the_newest(self, window: Window, qtbot: QtBot) -> None:
        asked: list[DraftedTag] = []
        window.editor.advice.asked.connect(asked.append)
        qtbot.waitUntil(lambda: len(asked) == 1, timeout=60_000)  # for the tag that is shown first
        for text in ("h", "he", "heavy rain"):
            window.write("Prompts", text)
        qtbot.waitUntil(lambda: len(asked) == 2, timeout=60_000)
        assert asked[1].tag == replace(RAIN, prompts=("heavy rain",))
        assert asked[1].before == RAIN
        assert asked[1].is_active

    def test_it_shows_numbers_and_both_lists(self, window: Window, qtbot: QtBot) -> None:
        drafted = asked_by(window, qtbot, "heavy rain")
        panel = window.editor.effect
        window.editor.advice.show_effect(drafted, effect(range(1, 215), range(300, 331), 512))
        assert panel.numbers == "+214 −31"
        assert panel.standing == "512 sounds would have this tag"
        assert (panel.gained.sounds.rowCount(), panel.lost.sounds.rowCount()) == (214, 31)
        assert panel.gained.sounds.index(0).data() == sound(1).name
        window.editor.advice.show_effect(drafted, effect([], [], 512))
        assert (panel.numbers, panel.standing) == ("", "512 sounds have this tag")

    def test_an_answer_to_an_older_question_is_dropped(self, window: Window, qtbot: QtBot) -> None:
        old = asked_by(window, qtbot, "heavy rain")
        new = asked_by(window, qtbot, "light rain")
        window.editor.advice.show_effect(new, effect([1]))
        window.editor.advice.show_effect(old, effect([1, 2, 3]))
        window.editor.advice.show_similar(old, [SimilarTag("foley", "Foley", FOLEY.tags[0], None, 1.0)])
        assert window.editor.effect.numbers == "+1 −0"
        assert window.editor.effect.repetition == ""

    def test_another_tag_begins_with_nothing(self, window: Window, qtbot: QtBot) -> None:
        drafted = asked_by(window, qtbot, "heavy rain")
        window.editor.advice.show_effect(drafted, effect([1, 2]))
        window.choose_tag("dog")
        assert (window.editor.effect.numbers, window.editor.effect.standing) == ("", "")
        window.choose_vocabulary(1)
        window.press("Delete tag")
        assert window.editor.effect.numbers == ""

    def test_a_vocabulary_that_is_not_used_says_so(self, window: Window, qtbot: QtBot) -> None:
        window.choose_vocabulary(1)
        drafted = asked_by(window, qtbot, "linen")
        window.editor.advice.show_effect(drafted, effect([1]))
        assert "if its vocabulary were used" in window.editor.effect.standing

    def test_what_cannot_be_told_is_a_sentence(self, window: Window, qtbot: QtBot) -> None:
        drafted = asked_by(window, qtbot, "heavy rain")
        window.editor.advice.show_effect(drafted, TagEffect(None, "The network is gone; download it again."))
        assert (window.editor.effect.numbers, window.editor.effect.standing[:11]) == ("", "The network")


class TestPlaying:
    @pytest.fixture
    def heard(self, window: Window, qtbot: QtBot) -> list[tuple[str, int]]:
        drafted = asked_by(window, qtbot, "heavy rain")
        panel = window.editor.effect
        window.editor.advice.show_effect(drafted, effect([11, 12, 13], [21, 22]))
        told: list[tuple[str, int]] = []
        panel.sound_chosen.connect(lambda sound: told.append(("come to", sound.sound_id)))
        panel.play_toggled.connect(lambda sound: told.append(("toggle", sound.sound_id)))
        panel.play_wanted.connect(lambda sound: told.append(("play", sound.sound_id)))
        return told

    def test_arrow_keys_and_space(self, window: Window, qtbot: QtBot, heard: list[tuple[str, int]]) -> None:
        gained = window.editor.effect.gained
        for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Up, Qt.Key.Key_Return):
            qtbot.keyClick(gained, key)
        assert heard == [("come to", 11), ("come to", 12), ("toggle", 12), ("come to", 11), ("play", 11)]
        assert window.editor.isVisible(), "Enter does not reach the dialog's buttons"

    def test_space_begins_at_the_first(self, window: Window, qtbot: QtBot, heard: list[tuple[str, int]]) -> None:
        qtbot.keyClick(window.editor.effect.lost, Qt.Key.Key_Space)
        assert heard == [("toggle", 21)]

    def test_a_new_answer_keeps_the_place_and_plays_nothing(
        self, window: Window, qtbot: QtBot, heard: list[tuple[str, int]]
    ) -> None:
        gained = window.editor.effect.gained
        qtbot.keyClick(gained, Qt.Key.Key_Down)
        qtbot.keyClick(gained, Qt.Key.Key_Down)
        heard.clear()
        drafted = asked_by(window, qtbot, "light rain")
        window.editor.advice.show_effect(drafted, effect([9, 10, 11, 12]))
        assert (heard, gained.currentIndex().row()) == ([], 3)
        window.editor.advice.show_effect(drafted, effect([9]))
        assert (heard, gained.currentIndex().isValid()) == ([], False)

    def test_an_empty_list_has_nothing_to_play(
        self, window: Window, qtbot: QtBot, heard: list[tuple[str, int]]
    ) -> None:
        window.editor.advice.show_effect(asked_by(window, qtbot, "x"), effect([]))
        gained = window.editor.effect.gained
        gained.setEnabled(True)
        for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Down):
            qtbot.keyClick(gained, key)
        assert heard == []


def test_a_long_list_reads_what_is_looked_at() -> None:
    asked: list[int] = []

    def read(ids: Sequence[int]) -> list[Sound]:
        asked.extend(ids)
        return [sound(number) for number in ids if number != 5]

    model = PreviewSounds(read)
    model.show_ids(np.arange(100_000))
    assert model.index(99_999).data() == sound(99_999).name
    assert model.index(5).data() is None, "it left the library meanwhile"
    assert len(asked) <= 256
    assert model.index(1).data(Qt.ItemDataRole.ToolTipRole) == str(sound(1).path)
    for row in range(0, 100_000, 128):
        model.sound_at(row)
    assert len(model._pages) <= 16


def test_a_library_that_cannot_be_read_leaves_names_out() -> None:
    def read(ids: Sequence[int]) -> list[Sound]:
        raise LibraryError("The disk is gone.")

    model = PreviewSounds(read)
    model.show_ids(np.arange(3))
    assert model.index(0).data() is None


class TestRepetitions:
    def test_a_tag_that_says_the_same_is_pointed_out_and_gone_to(self, window: Window, qtbot: QtBot) -> None:
        drafted = asked_by(window, qtbot, "cloth rustling")
        panel = window.editor.effect
        window.editor.advice.show_similar(drafted, [SimilarTag("foley", "Foley", FOLEY.tags[0], None, 0.97)])
        assert panel.repetition == "The prompts of “cloth” in “Foley” mean nearly the same."
        go = window.button("Go to it")
        assert go.isVisible()
        qtbot.mouseClick(go, Qt.MouseButton.LeftButton)
        assert (window.rows, window.name.text()) == (["cloth"], "cloth")
        assert not go.isVisible()

    def test_a_shared_name_is_said(self, window: Window, qtbot: QtBot) -> None:
        drafted = asked_by(window, qtbot, "x")
        dog = SimilarTag("everyday", "Everyday", DOG, "hound", 0.0)
        window.editor.advice.show_similar(drafted, [dog])
        assert window.editor.effect.repetition == "“dog” in “Everyday” is called “hound” too."
        qtbot.mouseClick(window.button("Go to it"), Qt.MouseButton.LeftButton)
        assert window.name.text() == "dog"


class TestLanguage:
    def hint(self, window: Window) -> str:
        label = window.named(QLabel, "Hint on the language of the prompts")
        return label.text() if label.isVisible() else ""

    def test_a_prompt_that_is_not_english_gets_a_quiet_hint(self, window: Window) -> None:
        assert self.hint(window) == ""
        window.write("Prompts", "rain\nRegen auf Blechdach")
        assert "“Regen auf Blechdach”" in self.hint(window)
        assert "understands English" in self.hint(window)
        window.write("Prompts", "rain")
        assert self.hint(window) == ""
        window.write("Not this", "лай собаки")
        assert "лай собаки" in self.hint(window)
        assert window.button("Save").isEnabled(), "it is a hint"

    def test_names_and_other_words_may_be_in_any_language(self, window: Window) -> None:
        window.name.setText("Regen auf Blechdach")
        window.write("Other words", "pluie sur un toit")
        assert self.hint(window) == ""

    def test_it_goes_with_the_tag(self, window: Window) -> None:
        window.write("Prompts", "Regen auf Blechdach")
        window.choose_tag("dog")
        assert self.hint(window) == ""


class TestDragging:
    def drop(self, target: QWidget, *paths: Path, action: Qt.DropAction = Qt.DropAction.CopyAction) -> bool:
        """Drop files from elsewhere on a widget, as the window system does; whether they were taken."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
        button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        entering = QDragEnterEvent(QPoint(5, 5), actions, data, button, keys)
        moving = QDragMoveEvent(QPoint(5, 5), actions, data, button, keys)
        dropping = QDropEvent(QPointF(5, 5), actions, data, button, keys)
        for event in (entering, moving, dropping):
            event.setDropAction(action)
            QApplication.sendEvent(target, event)
            if not event.isAccepted():
                return False
            assert event.dropAction() == Qt.DropAction.CopyAction
        return True

    @pytest.mark.parametrize("place", ["the window", "the list", "a text"])
    def test_a_dropped_vocabulary_is_imported(self, window: Window, tmp_path: Path, place: str) -> None:
        theirs = tmp_path / "theirs.TOML"
        theirs.write_text(format_vocabulary(Vocabulary("theirs", "Theirs", "", (DOG,))), encoding="utf-8")
        targets: dict[str, QWidget] = {
            "the window": window.editor,
            "the list": window.editor,
            "a text": window.labelled(QPlainTextEdit, "Prompts").viewport(),
        }
        if place == "the list":
            listed = window.named(QListWidget, "Vocabularies")
            assert not listed.acceptDrops(), "it leaves drops to the window around it"
            assert not listed.viewport().acceptDrops()
        assert self.drop(targets[place], theirs, action=Qt.DropAction.MoveAction)
        assert window.earmark.vocabularies.load("theirs").tags == (DOG,)
        assert "Theirs; 1 tag, your own" in window.vocabularies
        assert theirs.exists()
        assert window.labelled(QPlainTextEdit, "Prompts").toPlainText() == "a dog barking"

    def test_it_asks_before_it_replaces(self, window: Window, tmp_path: Path) -> None:
        theirs = tmp_path / "theirs.toml"
        theirs.write_text(format_vocabulary(replace(FOLEY, tags=())), encoding="utf-8")
        window.answers.choices = [None]
        assert self.drop(window.editor, theirs)
        assert window.earmark.vocabularies.load("foley") == FOLEY
        assert "Replace it?" in window.answers.asked[0]

    def test_a_wrong_file_is_a_sentence(self, window: Window, tmp_path: Path) -> None:
        wrong = tmp_path / "wrong.toml"
        wrong.write_text("name = ", encoding="utf-8")
        assert self.drop(window.editor, wrong)
        assert "wrong.toml, line 1" in window.editor.message

    def test_other_files_are_not_for_the_editor(self, window: Window, tmp_path: Path) -> None:
        before = window.vocabularies
        assert not self.drop(window.editor, tmp_path / "kick.wav")
        assert window.vocabularies == before

    def test_a_vocabulary_is_dragged_out_as_a_copy(self, window: Window) -> None:
        listed = window.named(QListWidget, "Vocabularies")
        data = listed.mimeData([listed.item(0)])
        [copy] = [Path(url.toLocalFile()) for url in data.urls()]
        assert copy.parent == window.earmark.profile.drags
        assert copy.name == "everyday.toml"
        assert VocabularyFiles(copy.parent, copy.parent).load(copy).tags == (RAIN, DOG)
        assert listed.supportedDropActions() == Qt.DropAction.CopyAction
        assert listed.dragEnabled()

    def test_what_has_no_file_cannot_be_dragged(self, window: Window) -> None:
        window.press("New")
        listed = window.named(QListWidget, "Vocabularies")
        new = next(listed.item(row) for row in range(listed.count()) if "New vocabulary" in listed.item(row).text())
        assert listed.mimeData([new]).urls() == []
