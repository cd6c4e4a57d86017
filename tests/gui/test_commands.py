"""Everything can be found and done from the keyboard, and the sheet of keys tells the truth."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.core.verdict import Judgement
from desktop_app.gui.actions.listed import keys_of, listed_actions
from desktop_app.gui.dialogs.command_palette import CommandPalette
from desktop_app.gui.dialogs.shortcuts import ShortcutsSheet
from desktop_app.gui.fuzzy import fuzzy_score
from desktop_app.gui.models.command_list import Command, CommandColumn, CommandListModel
from tests.gui.desk import Desk


def command(title: str, done: list[str] | None = None, **changes: object) -> Command:
    values: dict[str, object] = {
        "title": title,
        "group": "Finding",
        "run": lambda: (done if done is not None else []).append(title),
        "picture": QIcon(),
    }
    return Command(**(values | changes))  # type: ignore[arg-type]


class TestFuzzy:
    def test_letters_must_come_in_order(self) -> None:
        assert fuzzy_score("rsc", "Rescan all folders") is not None
        assert fuzzy_score("csr", "Rescan all folders") is None
        assert fuzzy_score("RAF", "rescan all folders") is not None
        assert fuzzy_score("", "anything") == 0
        assert fuzzy_score("x", "") is None

    @pytest.mark.parametrize(
        ("typed", "better", "worse"),
        [
            ("raf", "Rescan all folders", "Draw a leaf"),
            ("tag", "Add a tag", "Theme: a light grey"),
            ("pl", "Play or stop", "Copy paths in a list"),
            ("add fo", "Add a folder", "Add a tag for others"),
        ],
    )
    def test_word_starts_and_letters_in_a_row_count_more(self, typed: str, better: str, worse: str) -> None:
        first, second = fuzzy_score(typed, better), fuzzy_score(typed, worse)
        assert first is not None
        assert second is None or first > second

    def test_a_long_name_of_one_letter_takes_no_time(self) -> None:
        assert fuzzy_score("a" * 30, "a" * 200) is not None


class TestPalette:
    @pytest.fixture
    def done(self) -> list[str]:
        return []

    @pytest.fixture
    def palette(self, qtbot: QtBot, done: list[str]) -> CommandPalette:
        palette = CommandPalette(
            [
                command("Add a folder", done, keys="Ctrl+O"),
                command("Undo", done, enabled=False),
                command("Rescan all folders", done, group="Library"),
                command("rain", done, group="Tags", is_target=True),
            ]
        )
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(palette)
        palette.show()
        return palette

    def test_groups_and_keys_are_read_whole(self, qtbot: QtBot, done: list[str]) -> None:
        group, keys = "A group with a rather long name indeed", "Ctrl+Alt+Shift+Backspace"
        palette = CommandPalette([command("Undo", done, group=group, keys=keys)])
        palette.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(palette)
        palette.show()
        for column in (CommandColumn.GROUP, CommandColumn.KEYS):
            assert palette.view.columnWidth(column) >= palette.view.sizeHintForColumn(column)

    def test_it_begins_with_all_commands_and_no_targets(self, palette: CommandPalette) -> None:
        assert [c.title for c in palette.model.commands] == ["Add a folder", "Undo", "Rescan all folders"]

    def test_model(self, palette: CommandPalette, qtmodeltester: ModelTester) -> None:
        qtmodeltester.check(palette.model)

    def test_typing_and_enter_do_it(self, palette: CommandPalette, qtbot: QtBot, done: list[str]) -> None:
        qtbot.keyClicks(palette.field, "resc")
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: done == ["Rescan all folders"])
        assert not palette.isVisible()

    def test_the_arrow_keys_choose_and_pass_over_what_cannot_be_done(
        self, palette: CommandPalette, qtbot: QtBot, done: list[str]
    ) -> None:
        qtbot.keyClick(palette.field, Qt.Key.Key_Down)
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: done == ["Rescan all folders"])

    def test_what_cannot_be_done_is_shown_and_not_done(
        self, palette: CommandPalette, qtbot: QtBot, done: list[str]
    ) -> None:
        qtbot.keyClicks(palette.field, "undo")
        assert [c.title for c in palette.model.commands] == ["Undo"]
        assert not palette.model.flags(palette.model.index(0, 0)) & Qt.ItemFlag.ItemIsEnabled
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
        assert palette.isVisible()
        assert done == []

    def test_a_tag_is_found_by_typing(self, palette: CommandPalette, qtbot: QtBot) -> None:
        qtbot.keyClicks(palette.field, "rai")
        assert palette.model.commands[0].title == "rain"

    def test_a_click_does_it_too(self, palette: CommandPalette, qtbot: QtBot, done: list[str]) -> None:
        place = palette.view.visualRect(palette.model.index(0, 0)).center()
        qtbot.mouseClick(palette.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.waitUntil(lambda: done == ["Add a folder"])

    def test_keys_are_shown_and_can_be_read_aloud(self) -> None:
        model = CommandListModel([command("Add a folder", keys="Ctrl+O")])
        assert [model.index(0, column).data() for column in range(3)] == ["Add a folder", "Finding", "Ctrl+O"]
        assert model.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole) == "Ctrl+O"


class TestWindow:
    def test_every_action_of_the_window_is_in_the_palette(self, desk: Desk) -> None:
        titles = [c.title for c in desk.conversation.commanding.commands()]
        for group in ("listening", "finding", "tagging", "housekeeping"):
            assert getattr(desk.window.actions_, group) is not None
        for expected in ("Add a folder", "Search", "Preferences", "Dark theme", "Problems", "Quit"):
            assert expected in titles
        assert len(titles) == len(set(titles)), "two commands of one name cannot be told apart"

    def test_ctrl_k_opens_it_and_a_command_reaches_the_window(self, desk: Desk, qtbot: QtBot) -> None:
        desk.window.actions_.housekeeping.palette.trigger()
        palette = desk.window.findChild(CommandPalette)
        assert palette is not None
        # Until then the keys are the list's.
        desk.until(palette.field.hasFocus)
        qtbot.keyClicks(palette.field, "light theme")
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
        desk.until(lambda: desk.earmark.settings.theme == "light")

    def test_a_tag_of_the_library_is_searched_for(self, desk: Desk, qtbot: QtBot) -> None:
        desk.select("kick.wav")
        desk.window.selected_tags.judged.emit(("test", "rain"), Judgement.ADDED)
        desk.until(lambda: any(c.is_target for c in desk.conversation.commanding.commands()))
        target = next(c for c in desk.conversation.commanding.commands() if c.is_target)
        target.run()
        desk.until(lambda: target.title.casefold() in desk.conversation.finding.question.text.casefold())

    def test_a_saved_search_is_run(self, desk: Desk) -> None:
        desk.search("name:kick")
        desk.window.actions_.finding.save_search.trigger()
        desk.until(lambda: not desk.conversation.operations.busy)
        desk.window.search.clear_now()
        target = next(c for c in desk.conversation.commanding.commands() if c.title == "name:kick")
        assert target.is_target
        target.run()
        desk.until(lambda: desk.names() == ["kick.wav"])

    def test_f1_shows_every_key_of_every_action(self, desk: Desk) -> None:
        desk.window.actions_.housekeeping.shortcuts.trigger()
        sheet = QApplication.activeModalWidget()
        assert isinstance(sheet, ShortcutsSheet)
        texts = {label.text() for label in sheet.findChildren(QLabel)}
        actions = [action for group in listed_actions(desk.window).values() for action in group]
        with_keys = [action for action in actions if action.shortcuts()]
        assert len(with_keys) > 15
        for action in with_keys:
            assert keys_of(action) in texts, action.text()
            assert action.text().replace("&", "").removesuffix("...") in texts
        sheet.close()
