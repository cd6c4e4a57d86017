"""A person edits vocabularies: nothing typed is lost, nothing wrong is saved, tags change as soon as it is saved."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QSlider,
    QTableView,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.core.tag import Tag, Vocabulary, VocabularyError
from desktop_app.core.vocabulary_writing import format_vocabulary
from desktop_app.gui.panels.vocabularies.vocabulary_editor import VocabularyEditor
from desktop_app.gui.panels.vocabularies.vocabulary_models import TagTableModel
from desktop_app.library.vocabularies.vocabulary_files import VocabularyFiles
from tests.gui.answers import Answers
from tests.gui.vocabulary_window import DOG, EVERYDAY, FOLEY, RAIN, ProfileInUse, Window, earmark, open_editor, window

__all__ = ["earmark", "window"]


def test_it_says_which_vocabularies_there_are_and_which_are_used(window: Window) -> None:
    assert window.vocabularies == ["Everyday; 2 tags, comes with Earmark", "Foley; 1 tag, your own"]
    listed = window.named(QListWidget, "Vocabularies")
    assert [listed.item(row).checkState() for row in range(2)] == [Qt.CheckState.Checked, Qt.CheckState.Unchecked]
    assert window.rows == ["rain", "dog"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Return])
def test_from_the_search_a_key_leads_to_the_tags_and_saves_nothing(window: Window, qtbot: QtBot, key: Qt.Key) -> None:
    window.name.setText("downpour")
    search = window.named(QLineEdit, "Search tags")
    qtbot.keyClick(window.editor, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(search.hasFocus)
    qtbot.keyClicks(search, "bark")
    qtbot.keyClick(search, key)
    assert window.named(QTableView, "Tags").hasFocus()
    assert window.editor.draft is not None
    assert window.editor.draft.changed


def test_escape_takes_the_search_away_and_then_closes_the_window(window: Window, qtbot: QtBot) -> None:
    search = window.named(QLineEdit, "Search tags")
    search.setFocus()
    qtbot.keyClicks(search, "bark")
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert window.rows == ["rain", "dog"]
    assert window.editor.isVisible()
    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert not window.editor.isVisible()


def test_the_form_shows_everything_a_tag_says(window: Window) -> None:
    assert window.name.text() == "rain"
    assert window.labelled(QPlainTextEdit, "Prompts").toPlainText() == "rain falling\nrain on a roof"
    assert window.labelled(QPlainTextEdit, "Not this").toPlainText() == "applause"
    assert window.labelled(QPlainTextEdit, "Other words").toPlainText() == "shower"
    assert window.labelled(QSlider, "Applies from").value() == 60
    assert window.named(QLabel, "Threshold as a number").text() == "0.60"
    assert window.labelled(QComboBox, "Group").currentText() == "weather"
    assert window.labelled(QLineEdit, "Colour").text() == "#56b9e0"


def test_a_long_description_is_read_from_its_start(window: Window) -> None:
    description = window.named(QLineEdit, "Description of the vocabulary")
    assert description.text() == "Sounds of every day"
    assert description.cursorPosition() == 0


def test_saving_a_shipped_vocabulary_makes_an_own_copy_and_tags_anew(window: Window, qtbot: QtBot) -> None:
    assert "copy of your own" in window.editor.message
    window.write("Prompts", "  heavy rain \n\nrain on a  roof\n")
    assert window.vocabularies[0].startswith("Everyday (changed)")
    with qtbot.waitSignal(window.editor.vocabularies_changed):
        window.press("Save")
    saved = window.earmark.vocabularies.load("everyday")
    assert saved.tags == (replace(RAIN, prompts=("heavy rain", "rain on a roof")), DOG)
    assert window.earmark.taggings == 1
    assert window.vocabularies[0] == "Everyday; 2 tags, your copy"
    assert (window.earmark.own / "everyday.toml").read_text(encoding="utf-8").startswith("# by us")
    assert not window.button("Save").isEnabled()


def test_renaming_a_tag_keeps_its_id_and_so_its_verdicts(window: Window) -> None:
    window.name.setText("downpour")
    window.press("Save")
    assert window.earmark.vocabularies.load("everyday").tag("rain") == replace(RAIN, name="downpour")
    assert window.rows == ["downpour", "dog"]


def test_a_new_tag_gets_its_permanent_id_from_the_name_it_is_saved_with(window: Window) -> None:
    window.press("Add tag")
    assert window.name.hasFocus()
    assert 'The tag "new tag" has no prompts: give at least one.' in window.editor.message
    window.name.setText("Tin Roof")
    window.write("Prompts", "rain on tin")
    assert "no prompts" not in window.editor.message
    window.press("Save")
    assert window.earmark.vocabularies.load("everyday").tag("tin-roof") == Tag(
        "tin-roof", "Tin Roof", ("rain on tin",), group="weather"
    )
    assert window.rows == ["rain", "dog", "Tin Roof"]
    assert window.name.text() == "Tin Roof"


def test_a_new_tag_is_in_sight_below_many_others(window: Window) -> None:
    table = window.named(QTableView, "Tags")
    for _ in range(40):
        window.press("Add tag")
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).center())
    assert table.currentIndex().row() == 41


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(window: Window) -> None:
    window.labelled(QLineEdit, "Colour").setText("sky")
    assert '"colour" must look like "#4f8a5b"' in window.editor.message
    window.press("Save")
    assert '"colour" must look like "#4f8a5b"' in window.editor.message
    assert window.labelled(QLineEdit, "Colour").text() == "sky"
    assert not (window.earmark.own / "everyday.toml").exists()
    window.labelled(QLineEdit, "Colour").setText("")
    window.press("Save")
    assert window.earmark.vocabularies.load("everyday").tags[0].colour is None


def test_two_tags_of_one_name_are_refused(window: Window) -> None:
    window.name.setText("Dog")
    window.press("Save")
    assert "names must differ" in window.editor.message
    assert window.earmark.taggings == 0


def test_drafts_survive_going_to_another_vocabulary_and_back(window: Window) -> None:
    window.name.setText("drizzle")
    window.choose_vocabulary(1)
    assert window.rows == ["cloth"]
    window.choose_vocabulary(0)
    assert window.name.text() == "drizzle"


def test_revert_brings_back_what_was_saved(window: Window) -> None:
    window.choose_tag("dog")
    window.press("Delete tag")
    window.name.setText("drizzle")
    assert window.rows == ["drizzle"]
    window.press("Revert")
    assert window.rows == ["rain", "dog"]
    assert window.vocabularies[0].startswith("Everyday;")
    assert not window.button("Revert").isEnabled()


def test_deleting_the_last_tag_empties_the_form(window: Window) -> None:
    window.choose_vocabulary(1)
    window.press("Delete tag")
    assert (window.rows, window.name.text(), window.name.isEnabled()) == ([], "", False)
    window.press("Delete tag")
    window.press("Save")
    assert window.earmark.vocabularies.load("foley").tags == ()


def test_the_threshold_slider_says_its_number(window: Window, qtbot: QtBot) -> None:
    slider = window.labelled(QSlider, "Applies from")
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert window.named(QLabel, "Threshold as a number").text() == "0.61"
    window.press("Save")
    assert window.earmark.vocabularies.load("everyday").tags[0].threshold == 0.61


def learns(window: Window) -> QCheckBox:
    return next(b for b in window.editor.findChildren(QCheckBox) if "Learns" in b.text().replace("&", ""))


def test_a_tag_can_be_kept_from_learning_and_its_comments_stay(window: Window) -> None:
    window.choose_vocabulary(1)
    file = window.earmark.own / "foley.toml"
    text = file.read_text(encoding="utf-8").replace("[[tags]]", "# mine\n[[tags]]").replace("prompts", "# see\nprompts")
    file.write_text(text, encoding="utf-8")
    window.choose_vocabulary(0)
    window.choose_vocabulary(1)
    assert learns(window).isChecked()
    learns(window).click()
    window.press("Save")
    assert file.read_text(encoding="utf-8") == f"{text}learn = false\n"
    window.choose_vocabulary(0)
    assert learns(window).isChecked(), "each tag says it of itself"
    window.choose_vocabulary(1)
    assert not learns(window).isChecked()
    learns(window).click()
    window.press("Save")
    assert file.read_text(encoding="utf-8") == text


def test_a_threshold_finer_than_the_slider_survives_other_edits(window: Window) -> None:
    window.earmark.vocabularies.save(replace(FOLEY, tags=(replace(FOLEY.tags[0], threshold=0.625),)))
    window.choose_vocabulary(1)
    window.name.setText("linen")
    window.press("Save")
    assert window.earmark.vocabularies.load("foley").tags[0].threshold == 0.625


def test_a_colour_can_be_picked(window: Window, qtbot: QtBot) -> None:
    window.answers.colour = QColor("#112233")
    qtbot.mouseClick(window.named(QToolButton, "Choose a colour"), Qt.MouseButton.LeftButton)
    assert window.labelled(QLineEdit, "Colour").text() == "#112233"


def test_searching_finds_prompts_and_other_words(window: Window) -> None:
    search = window.named(QLineEdit, "Search tags")
    search.setText("BARK")
    assert (window.rows, window.name.text()) == (["dog"], "dog")
    search.setText("shower")
    assert (window.rows, window.name.text()) == (["rain"], "rain")
    search.setText("nothing like it")
    assert (window.rows, window.name.text()) == ([], "")
    search.clear()
    assert window.rows == ["rain", "dog"]


def test_check_boxes_choose_the_active_vocabularies_at_once(window: Window, qtbot: QtBot) -> None:
    listed = window.named(QListWidget, "Vocabularies")
    with qtbot.waitSignal(window.editor.vocabularies_changed):
        listed.item(1).setCheckState(Qt.CheckState.Checked)
    assert window.earmark.settings.vocabularies == ("everyday", "foley")
    listed.item(0).setCheckState(Qt.CheckState.Unchecked)
    assert window.earmark.settings.vocabularies == ("foley",)


def test_a_setting_that_cannot_be_saved_is_said(window: Window) -> None:
    window.earmark.disk_full = True
    listed = window.named(QListWidget, "Vocabularies")
    listed.item(1).setCheckState(Qt.CheckState.Checked)
    assert "no space left" in window.editor.message


def test_a_new_vocabulary_is_used_once_it_is_saved(window: Window) -> None:
    window.press("New")
    title = window.named(QLineEdit, "Name of the vocabulary")
    title.selectAll()
    window.qtbot.keyClicks(title, "My Room")
    window.press("Add tag")
    window.name.setText("echo")
    window.write("Prompts", "an echo in a room")
    assert not (window.earmark.own / "my-room.toml").exists()
    window.press("Save")
    assert window.earmark.vocabularies.load("my-room").tags == (Tag("echo", "echo", ("an echo in a room",)),)
    assert window.earmark.settings.vocabularies == ("everyday", "my-room")
    assert "My Room; 1 tag, your own" in window.vocabularies


def test_a_new_vocabulary_that_is_given_up_leaves_nothing(window: Window) -> None:
    before = window.vocabularies
    window.press("New")
    assert len(window.vocabularies) == len(before) + 1
    window.press("Revert")
    assert window.vocabularies == before


def test_a_duplicate_has_its_own_id_and_file(window: Window) -> None:
    window.press("Duplicate")
    window.press("Save")
    copy = window.earmark.vocabularies.load("everyday-copy")
    assert (copy.name, copy.tags) == ("Everyday copy", EVERYDAY.tags)
    assert window.earmark.vocabularies.load("everyday") == EVERYDAY


def test_import_asks_before_it_replaces(window: Window, tmp_path: Path) -> None:
    window.answers.file = tmp_path / "theirs.toml"
    window.answers.file.write_text(format_vocabulary(replace(FOLEY, tags=())), encoding="utf-8")
    window.answers.choices = [None]
    window.press("Import...")
    assert len(window.earmark.vocabularies.load("foley").tags) == 1
    window.answers.choices = [0]
    window.press("Import...")
    assert window.earmark.vocabularies.load("foley").tags == ()
    assert "Foley" in window.answers.asked[1]
    assert window.earmark.taggings == 1
    assert window.earmark.settings.vocabularies == ("everyday", "foley")


def test_a_wrong_file_is_refused_with_its_line(window: Window, tmp_path: Path) -> None:
    window.answers.file = tmp_path / "wrong.toml"
    window.answers.file.write_text('name = "Wrong"\n\n[[tags]]\nname = "a"\ncolour = "x"\n', encoding="utf-8")
    before = window.vocabularies
    window.press("Import...")
    assert "wrong.toml, line 3" in window.editor.message
    assert window.vocabularies == before


def test_export_writes_the_saved_file(window: Window, tmp_path: Path) -> None:
    window.answers.file = tmp_path / "out.toml"
    window.press("Export...")
    assert VocabularyFiles(tmp_path / "none", tmp_path / "none").load(tmp_path / "out.toml") == EVERYDAY
    window.answers.file = tmp_path / "not there" / "out.toml"
    window.press("Export...")
    assert "cannot be saved" in window.editor.message


def test_cancelled_file_dialogs_change_nothing(window: Window) -> None:
    window.press("Import...")
    window.press("Export...")
    assert window.earmark.taggings == 0


def test_removing_an_own_copy_brings_the_shipped_one_back(window: Window) -> None:
    assert not window.button("Remove...").isEnabled()
    window.name.setText("drizzle")
    window.press("Save")
    window.answers.choices = [None]
    window.press("Remove...")
    assert window.rows == ["drizzle", "dog"]
    window.answers.choices = [0]
    window.press("Remove...")
    assert window.rows == ["rain", "dog"]
    assert window.vocabularies[0] == "Everyday; 2 tags, comes with Earmark"


def test_a_file_that_cannot_be_read_says_why_and_stops_nothing(earmark: ProfileInUse, qtbot: QtBot) -> None:
    (earmark.own / "broken.toml").write_text('name = "Broken"\n[[tags]]\nname = "x"\n', encoding="utf-8")
    window = open_editor(earmark, qtbot)
    assert window.vocabularies[2] == "broken.toml; cannot be read"
    window.choose_vocabulary(2)
    assert "broken.toml, line 2" in window.editor.message
    assert (window.rows, window.button("Add tag").isEnabled(), window.button("Save").isEnabled()) == ([], False, False)
    window.choose_vocabulary(0)
    assert window.rows == ["rain", "dog"]


def test_a_file_that_went_away_since_it_was_listed_is_said(window: Window) -> None:
    (window.earmark.own / "foley.toml").unlink()
    window.choose_vocabulary(1)
    assert "cannot be read" in window.editor.message


def test_closing_without_changes_asks_nothing(window: Window) -> None:
    assert window.editor.close()
    assert window.answers.asked == []


@pytest.mark.parametrize(
    ("answer", "closes", "saved"), [(0, True, "drizzle"), (1, True, "rain"), (None, False, "rain")]
)
def test_closing_with_changes_asks_what_to_do(window: Window, answer: int | None, closes: bool, saved: str) -> None:
    window.name.setText("drizzle")
    window.answers.choices = [answer]
    assert window.editor.close() is closes
    assert "Everyday" in window.answers.asked[0]
    assert window.earmark.vocabularies.load("everyday").tags[0].name == saved
    assert window.earmark.taggings == int(saved == "drizzle")


def test_a_change_that_cannot_be_saved_keeps_the_window_open(window: Window) -> None:
    window.write("Prompts", "")
    window.choose_vocabulary(1)
    window.answers.choices = [0]
    assert not window.editor.close()
    assert "has no prompts" in window.editor.message
    assert window.name.text() == "rain"


def test_escape_asks_too(window: Window, qtbot: QtBot) -> None:
    window.name.setText("drizzle")
    window.answers.choices = [None]
    qtbot.keyClick(window.editor, Qt.Key.Key_Escape)
    assert window.editor.isVisible()
    assert len(window.answers.asked) == 1


def test_the_main_window_waits_for_unsaved_changes_too(earmark: ProfileInUse, qtbot: QtBot) -> None:
    main, answers = QWidget(), Answers()
    qtbot.addWidget(main)
    main.show()
    editor = VocabularyEditor(earmark, main, questions=answers)  # type: ignore[arg-type]
    editor.show()
    qtbot.waitExposed(editor)
    window = Window(editor, earmark, answers, qtbot)
    window.name.setText("drizzle")
    answers.choices = [None, 0]
    assert not main.close()
    assert main.isVisible()
    assert main.close()
    assert earmark.vocabularies.load("everyday").tags[0].name == "drizzle"


def test_opened_again_it_shows_what_the_files_say_by_then(window: Window) -> None:
    window.editor.close()
    window.earmark.vocabularies.save(replace(EVERYDAY, tags=(DOG,)))
    window.editor.show()
    assert window.rows == ["dog"]


def test_a_full_disk_is_a_sentence(window: Window, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(vocabulary: Vocabulary) -> Path:
        raise VocabularyError("everyday.toml", None, "this file cannot be saved (No space left on device).")

    monkeypatch.setattr(window.earmark.vocabularies, "save", refuse)
    window.name.setText("drizzle")
    window.press("Save")
    assert "No space left" in window.editor.message
    assert window.name.text() == "drizzle"


def test_every_button_says_its_name(window: Window) -> None:
    for button in window.editor.findChildren(QAbstractButton):
        if button.isVisible() and not isinstance(button.parent(), QTableView):
            assert button.text() or button.accessibleName() or button.toolTip(), button


def test_the_table_model_keeps_qts_rules(qtbot: QtBot) -> None:
    model = TagTableModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_tags([RAIN, DOG])
    model.search("rain")
    model.put_tag(replace(RAIN, name="drizzle"))
    model.search("")
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "drizzle"
    assert model.index(0, 2).data(Qt.ItemDataRole.ToolTipRole) == "rain falling\nrain on a roof"


def test_the_groups_of_the_vocabulary_are_offered_and_the_chosen_tags_own_stays(window: Window) -> None:
    window.choose_tag("dog")
    groups = window.labelled(QComboBox, "Group")
    assert [groups.itemText(row) for row in range(groups.count())] == ["weather", "animals"]
    assert groups.currentText() == "animals"
    assert window.editor.draft is not None
    assert not window.editor.draft.changed
