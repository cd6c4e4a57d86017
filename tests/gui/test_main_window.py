"""The whole window on a real library: what a person does from the first start to the last."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.scoring import TagSource
from desktop_app.core.sound import SoundState
from desktop_app.core.verdict import Judgement
from desktop_app.gui import theme
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.models.sound_cells import Column
from desktop_app.gui.models.sound_table import Role
from desktop_app.gui.panels.first_run import FirstRunPage
from desktop_app.gui.panels.lines import index_status
from desktop_app.gui.photographer import Photographer
from desktop_app.gui.theme import DARK, LIGHT, ThemeChoice, ThemeSwitch
from desktop_app.paths import Profile
from tests.gui.desk import Desk, OpenDesk

ALL = ["broken.wav", "kick.wav", "heavy rain.wav", "light rain.wav", "whistle.wav"]


def test_an_empty_library_says_what_to_do_and_begins_with_a_button(open_desk: OpenDesk, folder: Path) -> None:
    desk = open_desk()
    assert desk.window.shows_first_run
    desk.folder_answers.append(folder)
    buttons = {button.text(): button for button in desk.window.first_run.findChildren(QPushButton)}
    buttons["Add a folder..."].click()
    desk.until(lambda: not desk.window.shows_first_run)
    desk.settle()
    assert sorted(desk.names()) == sorted(ALL)


def test_the_picture_of_an_empty_library_is_drawn_in_the_colours_of_the_theme(
    qtbot: QtBot, theme_switch: ThemeSwitch
) -> None:
    page = FirstRunPage()
    qtbot.addWidget(page)
    page.show()
    [picture] = [label for label in page.findChildren(QLabel) if not label.pixmap().isNull()]
    for choice, colours in ((ThemeChoice.LIGHT, LIGHT), (ThemeChoice.DARK, DARK)):
        theme_switch.choose(choice)
        image = picture.pixmap().toImage()
        assert image.pixelColor(image.width() // 2 - 4, image.height() // 2) == QColor(colours.accent)


def test_the_first_key_plays_the_first_sound_on_the_first_day_and_on_every_other(
    open_desk: OpenDesk, folder: Path, qtbot: QtBot
) -> None:
    desk = open_desk()
    qtbot.waitUntil(lambda: desk.window.focusWidget() in desk.window.first_run.findChildren(QPushButton))
    desk.conversation.operations.add_folders([folder])
    desk.until(lambda: not desk.window.shows_first_run)
    desk.settle()
    assert desk.window.focusWidget() is desk.window.sounds.view
    desk.close()
    again = open_desk()
    assert again.window.focusWidget() is again.window.sounds.view
    qtbot.keyClick(again.window.focusWidget(), Qt.Key.Key_Down)
    assert again.window.player.sound is not None
    assert again.window.player.sound.sound_id == again.window.sounds.model.sound_ids[0]
    assert again.window.sounds.view.selected_ids().tolist() == [again.window.player.sound.sound_id]


def test_leaving_the_question_for_a_folder_changes_nothing(open_desk: OpenDesk) -> None:
    desk = open_desk()
    desk.folder_answers.append(None)
    desk.window.actions_.housekeeping.add_folder.trigger()
    desk.settle()
    assert desk.window.shows_first_run


def test_a_folder_dropped_on_the_window_is_added(
    open_desk: OpenDesk, folder: Path, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_status, "PASSING_MILLISECONDS", 50)
    desk = open_desk()
    drop(desk.window, folder)
    desk.until(lambda: not desk.window.shows_first_run)
    desk.settle()
    assert len(desk.names()) == 5
    before = desk.window.status.text
    drop(desk.window, folder / "kick.wav")
    assert "single files" in desk.window.status.text
    desk.until(lambda: desk.window.status.text == before)


def test_the_list_says_what_was_heard_and_what_could_not_be(desk: Desk) -> None:
    assert "5 sounds" in desk.window.status.text
    assert "1 problem" in desk.window.status.text
    model = desk.window.sounds.model
    row = desk.names().index("heavy rain.wav")
    assert model.index(row, Column.LENGTH).data() == "1.2 s"
    assert model.index(row, 0).data(Role.ROW).thumbnail is not None
    broken = model.index(desk.names().index("broken.wav"), 0)
    assert "not" in broken.data(Qt.ItemDataRole.ToolTipRole)


def test_words_rank_and_filters_choose(desk: Desk) -> None:
    desk.search("rain on a roof")
    assert len(desk.names()) == 4, "a sound that could not be heard cannot be ranked"
    assert not desk.window.sounds.view.isColumnHidden(Column.SCORE)
    scores = desk.window.sounds.model.scores
    assert scores is not None
    assert scores.tolist() == sorted(scores.tolist(), reverse=True)
    desk.search("name:rain")
    assert sorted(desk.names()) == ["heavy rain.wav", "light rain.wav"]
    desk.search("")
    assert len(desk.names()) == 5


def test_nothing_found_is_explained(desk: Desk) -> None:
    desk.search("name:xylophone")
    assert desk.names() == []
    assert desk.window.sounds.message == "No sound passes this filter: change it or remove it."
    desk.search("")
    assert desk.window.sounds.message == ""


def test_typing_enter_and_arrows_go_from_words_to_hearing(desk: Desk, qtbot: QtBot) -> None:
    qtbot.keyClick(desk.window, "f", Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(desk.window.search, "name:rain")
    qtbot.keyClick(desk.window.search, Qt.Key.Key_Return)
    desk.until(lambda: len(desk.names()) == 2)
    qtbot.keyClick(desk.window.sounds.view, Qt.Key.Key_Down)
    first = desk.window.sounds.current_row()
    assert first is not None
    desk.until(lambda: desk.window.player.sound == first.sound and desk.window.player.playing)
    qtbot.keyClick(desk.window.sounds.view, Qt.Key.Key_Down)
    second = desk.window.sounds.current_row()
    assert second is not None
    assert second.sound != first.sound
    assert desk.window.player.sound == second.sound
    qtbot.keyClick(desk.window.sounds.view, Qt.Key.Key_Space)
    assert not desk.window.player.playing
    qtbot.keyClick(desk.window.sounds.view, Qt.Key.Key_Return)
    desk.until(lambda: desk.window.player.playing)


def test_auditioning_can_be_switched_off(desk: Desk, qtbot: QtBot) -> None:
    desk.window.actions_.listening.audition.trigger()
    assert desk.earmark.settings.audition is False
    desk.select("whistle.wav")
    desk.window.sounds.take_focus()
    assert desk.window.player.sound is not None
    assert not desk.window.player.playing
    qtbot.keyClick(desk.window.sounds.view, Qt.Key.Key_Space)
    desk.until(lambda: desk.window.player.playing)


def test_sounds_like_another_are_found_until_everything_is_to_be_shown(desk: Desk, qtbot: QtBot) -> None:
    desk.search("rain")
    desk.select("whistle.wav")
    desk.window.sounds.take_focus()
    qtbot.keyClick(desk.window.sounds.view, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    desk.until(lambda: not desk.conversation.operations.busy)
    assert desk.names()[0] == "whistle.wav", "nothing is more like a sound than itself"
    assert len(desk.names()) == 4
    assert desk.window.search.line == ""
    qtbot.keyClick(desk.window.search, Qt.Key.Key_Escape)
    desk.until(lambda: len(desk.names()) == 5)
    assert desk.window.sounds.message == ""


def test_a_sound_that_was_not_heard_has_no_likes(desk: Desk) -> None:
    desk.select("broken.wav")
    desk.window.actions_.finding.find_similar.trigger()
    desk.until(lambda: desk.names() == [])
    assert desk.window.sounds.message.startswith("“broken.wav” cannot be compared with other sounds. This is not audio")
    desk.window.search.clear_now()
    desk.search("name:kick")
    assert desk.names() == ["kick.wav"]


def test_a_folder_in_the_tree_filters_and_so_does_a_tag(desk: Desk, folder: Path) -> None:
    desk.window.folders.choose(folder / "rain")
    desk.until(lambda: sorted(desk.names()) == ["heavy rain.wav", "light rain.wav"])
    desk.window.folders.choose(None)
    desk.until(lambda: len(desk.names()) == 5)
    desk.select("kick.wav")
    desk.window.selected_tags.judged.emit(("test", "door-slam"), Judgement.ADDED)
    desk.settle()
    desk.window.tags.tag_chosen.emit("Door slam")
    assert desk.window.search.line == 'tag:"Door slam"'
    desk.until(lambda: "kick.wav" in desk.names() and "broken.wav" not in desk.names())


def test_columns_sort_both_ways_and_back_by_score(desk: Desk) -> None:
    header = desk.window.sounds.view.horizontalHeader()
    header.sectionClicked.emit(Column.LENGTH)
    desk.until(lambda: desk.names()[0] == "kick.wav")
    lengths = ["kick.wav", "light rain.wav", "whistle.wav", "heavy rain.wav"]
    assert [name for name in desk.names() if name != "broken.wav"] == lengths
    header.sectionClicked.emit(Column.LENGTH)
    desk.until(lambda: [name for name in desk.names() if name != "broken.wav"] == lengths[::-1])
    desk.search("rain")
    by_score = desk.names()
    header.sectionClicked.emit(Column.NAME)
    desk.until(lambda: desk.names() == sorted(by_score))
    header.sectionClicked.emit(Column.SCORE)
    desk.until(lambda: desk.names() == by_score)
    header.sectionClicked.emit(Column.SCORE)
    desk.until(lambda: desk.names() == by_score[::-1])


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)  # the list of completions wants to, offscreen cannot
def test_a_tag_is_added_accepted_rejected_and_taken_back(desk: Desk, qtbot: QtBot) -> None:
    desk.select("kick.wav")
    row = desk.names().index("kick.wav")
    automatic = desk.tags_shown(row)
    desk.window.sounds.view.setFocus()
    qtbot.keyClick(desk.window.sounds.view, "t")
    field = QApplication.focusWidget()
    assert field is not None
    assert desk.window.selected_tags.isAncestorOf(field)
    qtbot.keyClicks(field, "door slam")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    confirmed = TagSource.ACCEPTED if "Door slam" in automatic else TagSource.PERSON
    desk.until(lambda: desk.tags_shown(row).get("Door slam") is confirmed)
    desk.settle()
    press(desk, "Reject Door slam")
    desk.until(lambda: "Door slam" not in desk.tags_shown(row))
    desk.settle()
    press(desk, "Take back what was said about Door slam")
    desk.until(lambda: desk.tags_shown(row) == automatic)


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_a_tag_that_was_typed_is_not_kept_for_another_sound(desk: Desk, qtbot: QtBot) -> None:
    desk.select("kick.wav")
    desk.window.selected_tags.take_focus()
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "rai")
    desk.select("whistle.wav")
    assert field.text() == ""


def test_all_tags_of_the_search_are_marked_at_the_left(desk: Desk) -> None:
    for key in ("door-slam", "rain"):
        desk.select("kick.wav")
        desk.window.selected_tags.judged.emit(("test", key), Judgement.ADDED)
        desk.settle()

    def marked() -> list[str]:
        return sorted(index.data() for index in desk.window.tags.tree.selectionModel().selectedRows())

    desk.search('tag:rain tag:"Door slam" metal')
    assert marked() == ["Door slam", "Rain"]
    desk.bridge.tags_changed.emit()
    desk.settle()
    assert marked() == ["Door slam", "Rain"], "counting tags again must not unmark them"
    desk.search("metal")
    assert marked() == []


def test_the_player_knows_when_its_file_is_renamed_or_leaves_the_library(desk: Desk, folder: Path) -> None:
    desk.select("kick.wav")
    (folder / "kick.wav").rename(folder / "bass drum.wav")
    desk.window.actions_.housekeeping.rescan.trigger()
    player = desk.window.player
    desk.until(lambda: player.sound is not None and player.sound.name == "bass drum.wav")
    desk.settle()
    desk.window.folders.removal_chosen.emit(desk.earmark.library.folders.all()[0])
    desk.until(lambda: player.sound is None)


def test_a_word_on_a_tag_goes_to_all_selected_sounds_and_survives_a_restart(desk: Desk, open_desk: OpenDesk) -> None:
    desk.select("kick.wav", "whistle.wav")
    desk.window.selected_tags.judged.emit(("test", "rain"), Judgement.ADDED)
    desk.settle()
    sources = (TagSource.ACCEPTED, TagSource.PERSON)
    rows = [desk.names().index(name) for name in ("kick.wav", "whistle.wav")]
    assert all(desk.tags_shown(row)["Rain"] in sources for row in rows)
    assert "2 selected" in desk.window.status.text
    desk.close()
    again = open_desk()
    rows = [again.names().index(name) for name in ("kick.wav", "whistle.wav")]
    assert all(again.tags_shown(row)["Rain"] in sources for row in rows)


def test_new_and_vanished_files_show_up_while_the_selection_stays(desk: Desk, folder: Path) -> None:
    desk.select("whistle.wav")
    selected = desk.window.sounds.view.selected_ids().tolist()
    (folder / "a copy.wav").write_bytes((folder / "kick.wav").read_bytes())
    (folder / "rain" / "light rain.wav").unlink()
    desk.window.actions_.housekeeping.rescan.trigger()
    desk.until(lambda: "a copy.wav" in desk.names())
    desk.settle()
    assert desk.window.sounds.view.selected_ids().tolist() == selected
    missing = desk.window.sounds.model.row_at(desk.names().index("light rain.wav"))
    assert missing is not None
    assert missing.sound.state is SoundState.MISSING


def test_a_folder_taken_out_of_the_library_keeps_its_files(desk: Desk, folder: Path) -> None:
    files = sorted(folder.rglob("*.wav"))
    desk.window.folders.removal_chosen.emit(desk.earmark.library.folders.all()[0])
    desk.until(lambda: desk.window.shows_first_run)
    assert "files are untouched" in desk.window.status.text
    assert sorted(folder.rglob("*.wav")) == files


def test_a_moved_folder_is_found_again_with_its_tags(desk: Desk, folder: Path, tmp_path: Path) -> None:
    desk.select("kick.wav")
    desk.window.selected_tags.judged.emit(("test", "rain"), Judgement.ADDED)
    desk.settle()
    new = folder.rename(tmp_path / "moved")
    desk.folder_answers.append(new)
    desk.window.folders.locate_chosen.emit(desk.earmark.library.folders.all()[0])
    desk.until(lambda: desk.window.folders.model.index_of(new).isValid())
    desk.settle()
    row = desk.names().index("kick.wav")
    assert "Rain" in desk.tags_shown(row)
    shown = desk.window.sounds.model.row_at(row)
    assert shown is not None
    assert shown.sound.path == new / "kick.wav"


def test_indexing_can_be_paused_and_resumed(desk: Desk, folder: Path) -> None:
    desk.window.status.pause_chosen.emit(True)
    (folder / "late.wav").write_bytes((folder / "whistle.wav").read_bytes())
    desk.window.actions_.housekeeping.rescan.trigger()
    desk.until(lambda: not desk.conversation.operations.busy)
    assert desk.earmark.indexer.paused
    desk.window.status.pause_chosen.emit(False)
    desk.until(lambda: "late.wav" in desk.names())


def test_paths_can_be_copied(desk: Desk, folder: Path) -> None:
    desk.select("kick.wav", "whistle.wav")
    desk.window.actions_.finding.copy_paths.trigger()
    desk.until(lambda: not desk.conversation.operations.busy)
    assert QGuiApplication.clipboard().text().splitlines() == [str(folder / "kick.wav"), str(folder / "whistle.wav")]


def test_the_theme_is_chosen_in_the_menu_and_kept(desk: Desk) -> None:
    desk.window.actions_.housekeeping.themes[theme.ThemeChoice.LIGHT].trigger()
    assert theme.current() is theme.LIGHT
    assert desk.earmark.settings.theme == "light"


def test_the_window_comes_back_as_it_was_left(desk: Desk, open_desk: OpenDesk) -> None:
    desk.window.resize(790, 610)
    desk.window.sounds.view.columns.show_column(Column.WAVEFORM, False)
    desk.window.actions_.tagging.tag_panel.trigger()
    desk.close()
    again = open_desk()
    assert (again.window.width(), again.window.height()) == (790, 610)
    assert again.window.sounds.view.isColumnHidden(Column.WAVEFORM)
    assert not again.window.selected_tags.isVisible()
    assert not again.window.actions_.tagging.tag_panel.isChecked()


def test_a_damaged_memory_of_the_window_does_no_harm(open_desk: OpenDesk, profile: Profile) -> None:
    for damage in ("{", "[1]", '{"window": 3}', '{"window": "%%%"}'):
        (profile.data / "window.json").write_text(damage, encoding="utf-8")
        desk = open_desk()
        assert desk.window.isVisible()
        desk.close()


def test_every_button_has_a_name_for_those_who_cannot_see_it(desk: Desk) -> None:
    desk.select("kick.wav")
    desk.window.selected_tags.judged.emit(("test", "rain"), Judgement.ADDED)
    desk.settle()
    unnamed = [b for b in desk.window.findChildren(QAbstractButton) if not b.accessibleName() and not b.text()]
    assert [(type(b).__name__, parent_names(b)) for b in unnamed] == []


def test_no_two_actions_share_a_key(desk: Desk) -> None:
    actions = [*desk.window.actions(), *desk.window.sounds.view.actions()]
    keys = [keys.toString() for action in actions for keys in action.shortcuts()]
    assert sorted(keys) == sorted(set(keys))
    assert {"Space", "Return", "T", "/", "Ctrl+F", "F5"} <= set(keys)


def test_closing_hides_at_once_and_leaves_nothing_running(desk: Desk) -> None:
    desk.window.sounds.take_focus()
    closed: list[bool] = []
    desk.window.closed.connect(lambda: closed.append(desk.window.isVisible()))
    desk.window.close()
    assert closed == [False]
    desk.close()


def test_a_picture_shows_the_finished_window(desk: Desk, tmp_path: Path, qapp: QApplication) -> None:
    target = tmp_path / "window.png"
    codes: list[int] = []
    Photographer(desk.earmark, desk.conversation, desk.bridge, target).finished.connect(codes.append)
    desk.bridge.tags_changed.emit()
    desk.until(lambda: codes == [0])
    assert not desk.window.isVisible()
    picture = QImage(str(target))
    assert picture.width() == desk.window.width()
    colours = {picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in range(0, picture.height(), 3)}
    assert QColor(theme.current().waveform).rgb() in colours
    assert not desk.window.player.playing


def press(desk: Desk, name: str) -> None:
    """Press the button of this name in the tag panel."""
    buttons = {
        b.accessibleName(): b for row in desk.window.selected_tags.rows() for b in row.findChildren(QAbstractButton)
    }
    buttons[name].click()


def drop(window: MainWindow, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(QPoint(50, 50)),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


def parent_names(widget: QWidget) -> list[str]:
    names = []
    parent = widget.parentWidget()
    while parent is not None:
        names.append(type(parent).__name__)
        parent = parent.parentWidget()
    return names
