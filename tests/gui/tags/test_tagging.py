"""Tagging in the whole window: everything that a person says can be taken back, and counts at once."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from desktop_app.core.scoring import TagSource
from desktop_app.core.verdict import Judgement
from desktop_app.gui.actions.maker import for_menu
from desktop_app.gui.tag_changes import change_vocabularies
from desktop_app.library.databases.library_errors import LibraryError
from tests.gui.answers import Answers
from tests.gui.desk import Desk, OpenDesk

RAIN, DOOR = ("test", "rain"), ("test", "door-slam")
COMPLETIONS = pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
"""The list of completions wants to; offscreen cannot."""


def say(desk: Desk, judgement: Judgement | None, key: tuple[str, str] = RAIN) -> None:
    desk.window.selected_tags.judged.emit(key, judgement)
    desk.settle()


def press(desk: Desk, qtbot: QtBot, key: str) -> None:
    """Press keys while the list has the focus, and wait for what comes of it."""
    desk.window.sounds.view.setFocus()
    qtbot.keySequence(desk.window.sounds.view, QKeySequence(key))
    desk.settle()


def said(desk: Desk) -> set[tuple[str, str]]:
    return {(verdict.tag_id, verdict.judgement) for verdict in desk.earmark.library.verdicts.all()}


def menu_actions(desk: Desk) -> tuple[QAction, QAction]:
    return desk.window.actions_.tagging.undo, desk.window.actions_.tagging.redo


def counts(desk: Desk) -> dict[str, int]:
    """What the tags at the left say."""
    model = desk.window.tags.model
    found = {}
    for row in range(model.rowCount()):
        heading = model.index(row, 0)
        for place in range(model.rowCount(heading)):
            found[model.index(place, 0, heading).data()] = int(model.index(place, 1, heading).data())
    return found


def test_undo_and_redo_say_what_they_do_and_do_it(desk: Desk, qtbot: QtBot) -> None:
    undo, redo = menu_actions(desk)
    assert (undo.isEnabled(), redo.isEnabled()) == (False, False)
    desk.select("kick.wav", "whistle.wav", "heavy rain.wav")
    say(desk, Judgement.ADDED)
    before = said(desk)
    say(desk, Judgement.REJECTED)
    assert re.fullmatch(r"Undo Reject “Rain” on 3 sound(s|\(s\))", undo.text())
    assert {verdict.judgement for verdict in desk.earmark.library.verdicts.all()} == {Judgement.REJECTED}
    press(desk, qtbot, "Ctrl+Z")
    assert said(desk) == before
    assert re.fullmatch(r"Redo Reject “Rain” on 3 sound(s|\(s\))", redo.text())
    assert re.fullmatch(r"Undo Accept “Rain” on 3 sound(s|\(s\))", undo.text())
    press(desk, qtbot, "Ctrl+Z")
    assert said(desk) == set()
    assert not undo.isEnabled()
    press(desk, qtbot, "Ctrl+Shift+Z")
    press(desk, qtbot, "Ctrl+Shift+Z")
    assert said(desk) == {("rain", Judgement.REJECTED)}
    menu = desk.window.actions_.menu()
    assert {undo, redo} <= set(menu.actions())


def test_the_platform_s_own_keys_undo_too(desk: Desk) -> None:
    undo, redo = menu_actions(desk)
    for action, usual, platform in (
        (undo, "Ctrl+Z", QKeySequence.StandardKey.Undo),
        (redo, "Ctrl+Shift+Z", QKeySequence.StandardKey.Redo),
    ):
        assert action.shortcuts()[0] == QKeySequence(usual)
        assert set(QKeySequence.keyBindings(platform)) <= set(action.shortcuts())


def test_the_tags_at_the_left_count_a_person_s_words_at_once(desk: Desk, qtbot: QtBot) -> None:
    desk.select("kick.wav", "whistle.wav", "heavy rain.wav", "light rain.wav")
    say(desk, Judgement.REJECTED)
    assert "Rain" not in counts(desk)
    say(desk, Judgement.ADDED)
    assert counts(desk)["Rain"] == 4
    desk.select("kick.wav")
    say(desk, Judgement.REJECTED)
    assert counts(desk)["Rain"] == 3
    press(desk, qtbot, "Ctrl+Z")
    assert counts(desk)["Rain"] == 4


def test_number_keys_say_the_next_word_on_a_tag(desk: Desk, qtbot: QtBot) -> None:
    desk.select("kick.wav")
    say(desk, Judgement.REJECTED, RAIN)
    say(desk, Judgement.ADDED, DOOR)
    names = [row.entry.name for row in desk.window.selected_tags.rows()]
    number = names.index("Rain") + 1
    row = desk.names().index("kick.wav")
    automatic = "Rain" in {row.entry.name for row in desk.window.selected_tags.rows() if row.entry.automatic}
    assert not automatic
    seen = []
    for _ in range(3):
        press(desk, qtbot, str(number))
        seen.append(desk.tags_shown(row).get("Rain"))
        assert [row.entry.name for row in desk.window.selected_tags.rows()] == names, "rows stay in their places"
    assert set(seen) & {TagSource.PERSON, TagSource.ACCEPTED}
    assert None in seen or TagSource.AUTOMATIC in seen
    press(desk, qtbot, "9")
    assert len(desk.window.sounds.view.selected_ids()) == 1


@COMPLETIONS
def test_numbers_that_are_typed_into_a_line_are_no_words_on_tags(desk: Desk, qtbot: QtBot) -> None:
    desk.select("kick.wav")
    say(desk, Judgement.ADDED)
    before = said(desk)
    desk.window.search.setFocus()
    qtbot.keyClicks(desk.window.search, "123")
    desk.settle()
    assert desk.window.search.text() == "123"
    assert said(desk) == before


@COMPLETIONS
def test_a_tag_that_nobody_knows_is_made_after_a_question_and_goes_with_one_undo(desk: Desk, qtbot: QtBot) -> None:
    answers = Answers(choices=[None, 0])
    desk.conversation.tagging.questions = answers
    active = desk.earmark.settings.vocabularies
    desk.select("kick.wav", "whistle.wav")
    press(desk, qtbot, "t")
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "Glockenspiel")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    desk.settle()
    assert "Glockenspiel" in answers.asked[0]
    assert "My tags" in answers.asked[0]
    assert (said(desk), desk.earmark.settings.vocabularies) == (set(), active), "only when the person wants it"
    assert field.text() == "Glockenspiel"
    qtbot.keyClick(field, Qt.Key.Key_Return)
    desk.settle()
    desk.until(lambda: "Glockenspiel" in counts(desk))
    vocabulary = desk.earmark.vocabularies.load("my-tags")
    assert [(tag.tag_id, tag.name, tag.prompts) for tag in vocabulary.tags] == [
        ("glockenspiel", "Glockenspiel", ("glockenspiel",))
    ]
    assert desk.earmark.settings.vocabularies == (*active, "my-tags")
    rows = [desk.names().index(name) for name in ("kick.wav", "whistle.wav")]
    desk.until(lambda: all(desk.tags_shown(row).get("Glockenspiel") is not None for row in rows))
    press(desk, qtbot, "Ctrl+Z")
    desk.until(lambda: "Glockenspiel" not in counts(desk))
    assert (said(desk), desk.earmark.settings.vocabularies) == (set(), active)
    assert not (desk.earmark.profile.vocabularies / "my-tags.toml").exists()
    press(desk, qtbot, "Ctrl+Shift+Z")
    desk.until(lambda: "Glockenspiel" in counts(desk))
    assert {tag for tag, _ in said(desk)} == {"glockenspiel"}


def test_saving_a_vocabulary_is_undone_to_the_letter(desk: Desk, qtbot: QtBot) -> None:
    file = desk.earmark.profile.vocabularies / "test.toml"
    before = file.read_bytes()
    history = desk.conversation.operations.history
    history.carry_out("Save", change_vocabularies(desk.earmark, lambda: file.write_text(OTHER, encoding="utf-8")))
    desk.settle()
    desk.until(lambda: not desk.earmark.tagger.knows("door slam"))
    press(desk, qtbot, "Ctrl+Z")
    assert file.read_bytes() == before
    desk.until(lambda: desk.earmark.tagger.knows("door slam"))
    press(desk, qtbot, "Ctrl+Shift+Z")
    assert file.read_text(encoding="utf-8") == OTHER


def test_a_vocabulary_that_was_edited_elsewhere_meanwhile_is_left_alone(desk: Desk, qtbot: QtBot) -> None:
    file = desk.earmark.profile.vocabularies / "test.toml"
    history = desk.conversation.operations.history
    history.carry_out("Save", change_vocabularies(desk.earmark, lambda: file.write_text(OTHER, encoding="utf-8")))
    desk.settle()
    file.write_text(OTHER + "# mine\n", encoding="utf-8")
    press(desk, qtbot, "Ctrl+Z")
    assert file.read_text(encoding="utf-8").endswith("# mine\n")
    assert "“Save” was not undone" in desk.window.status.text
    assert "changed elsewhere" in desk.window.status.text
    assert history.undo_text == "Save"


OTHER = 'format = 1\nid = "test"\nname = "Test"\n\n[[tags]]\nid = "rain"\nname = "Rain"\nprompts = ["rain"]\n'


def test_a_disk_that_is_full_for_a_moment_loses_no_step(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.select("kick.wav")
    say(desk, Judgement.REJECTED)
    before = said(desk)

    def full(*_: object) -> None:
        raise LibraryError("The disk is full.")

    with monkeypatch.context() as trouble:
        trouble.setattr(desk.earmark.library.verdicts, "say", full)
        press(desk, qtbot, "Ctrl+Z")
        assert "was not undone: The disk is full." in desk.window.status.text
        assert said(desk) == before
    press(desk, qtbot, "Ctrl+Z")
    assert said(desk) == set()


def test_a_folder_taken_out_of_the_library_comes_back_with_what_was_said(desk: Desk, qtbot: QtBot) -> None:
    desk.select("kick.wav")
    say(desk, Judgement.REJECTED)
    desk.window.folders.removal_chosen.emit(desk.earmark.library.folders.all()[0])
    desk.until(lambda: desk.window.shows_first_run)
    assert menu_actions(desk)[0].text() == "Undo Remove the folder “sounds”"
    menu_actions(desk)[0].trigger()
    desk.until(lambda: not desk.window.shows_first_run)
    desk.settle()
    assert len(desk.names()) == 5
    assert "Rain" not in desk.tags_shown(desk.names().index("kick.wav"))
    menu_actions(desk)[1].trigger()
    desk.until(lambda: desk.window.shows_first_run)


def test_a_sound_that_was_not_heard_cannot_be_tagged_and_says_so(desk: Desk) -> None:
    desk.select("broken.wav")
    say(desk, Judgement.ADDED)
    assert "listened to" in desk.window.status.text
    assert not menu_actions(desk)[0].isEnabled()


def test_number_keys_are_no_clutter_in_the_list_s_menu(open_desk: OpenDesk) -> None:
    shown = for_menu(open_desk().window.sounds.view.actions())
    assert [action.shortcut().toString() for action in shown if action.shortcut().toString().isdigit()] == []
    assert "T" in [action.shortcut().toString() for action in shown]
