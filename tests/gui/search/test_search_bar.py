"""The search line asks once a person stops typing, and hands the keyboard on."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.core.query import parse_query
from desktop_app.gui.panels.search.filter_chips import Chip
from desktop_app.gui.panels.search.search_bar import SearchBar
from desktop_app.gui.panels.tags.tag_browser import tag_filter


@pytest.fixture
def bar(qtbot: QtBot) -> SearchBar:
    bar = SearchBar()
    bar.resize(900, 34)
    qtbot.addWidget(bar)
    bar.show()
    return bar


def chips(bar: SearchBar) -> list[Chip]:
    """From left to right."""
    return [chip for chip in bar.findChildren(Chip) if chip.parentWidget().layout().indexOf(chip) >= 0]


@pytest.fixture
def asked(bar: SearchBar) -> list[str]:
    texts: list[str] = []
    bar.searched.connect(texts.append)
    return texts


def test_typing_asks_once_for_all_letters(bar: SearchBar, asked: list[str], qtbot: QtBot) -> None:
    qtbot.keyClicks(bar, "tin roof")
    assert asked == []
    qtbot.waitUntil(lambda: asked != [], timeout=60_000)
    assert asked == ["tin roof"]


def test_enter_asks_at_once_and_goes_to_the_list(bar: SearchBar, asked: list[str], qtbot: QtBot) -> None:
    qtbot.keyClicks(bar, "rain")
    with qtbot.waitSignal(bar.left):
        qtbot.keyClick(bar, Qt.Key.Key_Return)
    assert asked == ["rain"]


def test_the_arrow_down_goes_to_the_list(bar: SearchBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.left):
        qtbot.keyClick(bar, Qt.Key.Key_Down)


def test_escape_shows_everything_again(bar: SearchBar, asked: list[str], qtbot: QtBot) -> None:
    bar.setText("rain")
    bar.ask_now()
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert asked == ["rain", ""]
    assert bar.text() == ""


def test_the_same_text_is_not_asked_twice(bar: SearchBar, asked: list[str]) -> None:
    bar.setText("rain")
    bar.ask_now()
    bar.setText(" rain  ")
    bar.ask_now()
    assert asked == ["rain"]


def test_a_filter_is_added_to_the_words_and_taken_away_again(bar: SearchBar, asked: list[str]) -> None:
    bar.setText("wooden")
    bar.add_filter('tag:"door slam"')
    bar.add_filter("tag:rain")
    bar.add_filter('tag:"door slam"')
    assert asked == ['tag:"door slam" wooden', 'tag:"door slam" tag:rain wooden', "tag:rain wooden"]


def test_with_control_a_tag_is_an_alternative_to_the_last_one(bar: SearchBar, asked: list[str]) -> None:
    bar.add_alternative("rain")
    bar.add_alternative("door slam")
    bar.add_filter("tag:loud")
    bar.add_alternative("soft")
    bar.add_alternative("soft")
    bar.add_alternative("loud")
    assert asked == [
        "tag:rain",
        'tag:rain|"door slam"',
        'tag:rain|"door slam" tag:loud',
        'tag:rain|"door slam" tag:loud|soft',
        'tag:rain|"door slam" tag:loud',
    ], "the last one of a filter stays"


def test_a_filter_that_another_begins_with_leaves_it_alone(bar: SearchBar, asked: list[str]) -> None:
    bar.add_filter("tag:rainstorm")
    bar.add_filter("tag:rain")
    bar.add_filter("tag:rain")
    assert asked == ["tag:rainstorm", "tag:rainstorm tag:rain", "tag:rainstorm"]


@pytest.mark.parametrize("name", ["rain", "door slam", "hi-hat", "R&B: soul"])
def test_the_filter_of_a_tag_means_that_tag(name: str) -> None:
    assert parse_query(f"loud {tag_filter(name)}").wanted.tags == ((name,),)


def test_the_clear_button_is_there_only_when_there_is_something_to_clear(bar: SearchBar) -> None:
    shown = [action.isVisible() for action in bar.actions()]
    bar.setText("rain")
    assert [action.isVisible() for action in bar.actions()] != shown
    bar.clear_now()
    assert [action.isVisible() for action in bar.actions()] == shown


def test_a_whole_filter_becomes_a_chip_when_the_person_goes_on(bar: SearchBar, asked: list[str], qtbot: QtBot) -> None:
    qtbot.keyClicks(bar, 'soft tag:"door slam"')
    assert bar.filters == ()
    qtbot.keyClicks(bar, " rain")
    assert bar.filters == ('tag:"door slam"',)
    assert bar.text() == "soft rain"
    bar.ask_now()
    assert asked == ['tag:"door slam" soft rain']


def test_what_is_still_typed_searches_but_is_no_chip_yet(bar: SearchBar, asked: list[str], qtbot: QtBot) -> None:
    qtbot.keyClicks(bar, "tag:rain")
    qtbot.waitUntil(lambda: asked == ["tag:rain"], timeout=60_000)
    assert bar.filters == ()
    qtbot.keyClick(bar, Qt.Key.Key_Return)
    assert bar.filters == ("tag:rain",)
    assert bar.text() == ""
    assert asked == ["tag:rain"]


def test_a_filter_in_the_middle_leaves_the_words_and_the_cursor(bar: SearchBar, qtbot: QtBot) -> None:
    qtbot.keyClicks(bar, "long rain")
    bar.setCursorPosition(5)
    qtbot.keyClicks(bar, "-tag:dog ")
    assert bar.filters == ("-tag:dog",)
    assert (bar.text(), bar.cursorPosition()) == ("long rain", 5)


@pytest.mark.parametrize("text", ["length:<abc ", "length: ", "mood:120 ", "-rain ", "tag:, "])
def test_what_is_no_filter_stays_among_the_words(bar: SearchBar, qtbot: QtBot, text: str) -> None:
    qtbot.keyClicks(bar, text)
    bar.ask_now()
    assert bar.filters == ()
    assert bar.text() == text


def test_backspace_at_the_start_takes_the_last_chip_away(bar: SearchBar, asked: list[str], qtbot: QtBot) -> None:
    bar.show_line("tag:rain format:wav soft")
    bar.setCursorPosition(0)
    qtbot.keyClick(bar, Qt.Key.Key_Backspace)
    assert bar.line == "tag:rain soft"
    qtbot.keyClick(bar, Qt.Key.Key_Backspace)
    qtbot.keyClick(bar, Qt.Key.Key_Backspace)
    assert asked[-1] == bar.line == "soft"


def test_a_click_on_the_cross_takes_its_chip_away(bar: SearchBar, asked: list[str], qtbot: QtBot) -> None:
    bar.show_line('tag:rain "take 3" length:<2')
    chip = next(chip for chip in chips(bar) if chip.text == "“take 3”")
    cross = next(button for button in chip.findChildren(QToolButton) if "Take away" in button.accessibleName())
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert asked[-1] == "tag:rain length:<2"


def test_chips_can_be_walked_changed_and_taken_away_by_keyboard(bar: SearchBar, asked: list[str], qtbot: QtBot) -> None:
    bar.activateWindow()
    bar.setFocus()
    qtbot.waitUntil(bar.hasFocus, timeout=60_000)
    bar.show_line("tag:rain tag:wind format:wav soft")
    bar.setCursorPosition(0)
    qtbot.keyClick(bar, Qt.Key.Key_Left)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert asked[-1] == "tag:rain format:wav soft"
    assert bar.hasFocus()
    qtbot.keyClick(bar, Qt.Key.Key_Left)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert (bar.filters, bar.text()) == (("tag:rain",), "soft format:wav")
    bar.setCursorPosition(0)
    qtbot.keyClick(bar, Qt.Key.Key_Left)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert bar.hasFocus()


def test_every_chip_says_what_it_is(bar: SearchBar) -> None:
    bar.show_example("kick.wav")
    bar.show_line('tag:wood|"door slam" -folder:old format:wav,flac length:1-3 name:take "in quotes" -is:favourite')
    assert [chip.text for chip in chips(bar)] == [
        "like kick.wav",
        "tag: wood or door slam",
        "not folder: old",
        "format: wav or flac",
        "length: 1-3",
        "name: take",
        "“in quotes”",
        "not is favourite",
    ]
    for chip in chips(bar):
        assert all(chip.text in button.accessibleName() for button in chip.findChildren(QToolButton))


def test_many_chips_leave_room_for_words_and_are_counted(bar: SearchBar) -> None:
    bar.resize(600, 34)
    bar.show_line(
        " ".join(f"tag:{name}" for name in ("ambience", "metallic", "mechanical", "rumble", "whistle", "low"))
    )
    shown = [chip.text for chip in chips(bar) if chip.isVisible()]
    assert shown[-1] == "tag: low"
    assert len(shown) < 6
    assert any(label.text() == f"+{6 - len(shown)}" for label in bar.findChildren(QLabel) if label.isVisible())
    assert bar.textMargins().left() < 0.75 * bar.width()
    bar.resize(1600, 34)
    assert all(chip.isVisible() for chip in chips(bar))


def test_chips_go_with_the_line_that_they_belonged_to(bar: SearchBar) -> None:
    bar.show_line("length:<2 kick")
    assert len(chips(bar)) == 1
    bar.show_line("snare")
    assert (bar.line, chips(bar)) == ("snare", [])


def test_the_example_is_a_chip_that_can_go(bar: SearchBar, qtbot: QtBot) -> None:
    bar.show_example("kick.wav")
    bar.setText("soft")
    bar.setCursorPosition(0)
    with qtbot.waitSignal(bar.example_removed):
        qtbot.keyClick(bar, Qt.Key.Key_Backspace)
    assert chips(bar) == []
    bar.show_example("kick.wav")
    with qtbot.waitSignal(bar.emptied):
        qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert chips(bar) == []


def test_a_broken_filter_is_given_time_to_be_typed(bar: SearchBar, asked: list[str], qtbot: QtBot) -> None:
    qtbot.keyClicks(bar, "rain length:<")
    qtbot.waitUntil(lambda: asked != [], timeout=60_000)
    assert asked == ["rain length:<"], "in the end it is asked, so that the person is told"
    asked.clear()
    bar.setText("rain folder:")
    bar.ask_now()
    assert asked == ["rain folder:"], "Enter does not wait"


class TestHistory:
    """The arrow up brings earlier searches back."""

    def test_there_and_back_to_what_was_typed(self, bar: SearchBar, qtbot: QtBot) -> None:
        bar.show_history(["rain", 'tag:"door slam" soft', "wind"])
        qtbot.keyClicks(bar, "new")
        seen = []
        for key in (Qt.Key.Key_Up,) * 4 + (Qt.Key.Key_Down,) * 3:
            qtbot.keyClick(bar, key)
            seen.append(bar.line)
        door = 'tag:"door slam" soft'
        assert seen == ["rain", door, "wind", "wind", door, "rain", "new"]

    def test_what_stands_there_is_not_brought_back(self, bar: SearchBar, qtbot: QtBot) -> None:
        bar.show_history(["rain", "wind"])
        bar.show_line("rain")
        qtbot.keyClick(bar, Qt.Key.Key_Up)
        assert bar.line == "wind"

    def test_the_search_follows_and_typing_ends_it(self, bar: SearchBar, asked: list[str], qtbot: QtBot) -> None:
        bar.show_history(["rain", "wind"])
        qtbot.keyClick(bar, Qt.Key.Key_Up)
        qtbot.waitUntil(lambda: asked == ["rain"], timeout=60_000)
        qtbot.keyClicks(bar, "y")
        with qtbot.waitSignal(bar.left):
            qtbot.keyClick(bar, Qt.Key.Key_Down)
        assert asked[-1] == "rainy"

    def test_new_searches_do_not_move_the_ground_under_somebody_leafing(self, bar: SearchBar, qtbot: QtBot) -> None:
        bar.show_history(["rain", "wind"])
        qtbot.keyClick(bar, Qt.Key.Key_Up)
        bar.show_history(["new", "rain", "wind"])
        qtbot.keyClick(bar, Qt.Key.Key_Up)
        assert bar.line == "wind"


class TestCompletion:
    """Names from the library complete filters."""

    @pytest.fixture(autouse=True)
    def offered(self, bar: SearchBar, qtbot: QtBot) -> None:
        bar.activateWindow()
        bar.setFocus()
        qtbot.waitUntil(bar.hasFocus, timeout=60_000)
        bar.offer("tag", ["Door slam", "Rain", "Trailer door", "Dog"], ["Hund", "Hundegebell", "Donner"])
        bar.offer("format", ["wav", "flac"])
        bar.offer("folder", ["Field, 2019"])

    @pytest.mark.parametrize(
        ("typed", "names"),
        [
            ("tag:do", ["Dog", "Door slam", "Trailer door"]),
            ("loud -tag:DOOR", ["Door slam", "Trailer door"]),
            ("tag:", ["Dog", "Door slam", "Rain", "Trailer door"]),
            ('tag:"door s', ["Door slam"]),
            ("tag:rain,d", ["Dog", "Door slam", "Trailer door"]),
            ("tag:hund", ["Hund", "Hundegebell"]),
            ("format:f", ["flac"]),
            ("folder:2019", ["Field, 2019"]),
        ],
    )
    def test_names_that_fit_are_shown_best_first(
        self, bar: SearchBar, qtbot: QtBot, typed: str, names: list[str]
    ) -> None:
        qtbot.keyClicks(bar, typed)
        assert bar.completer_list.open
        assert bar.completer_list.shown == names

    def test_what_is_ranked_keeps_its_order_but_for_what_is_typed(self, bar: SearchBar, qtbot: QtBot) -> None:
        bar.offer("keywords", ["crowd", "old crow", "crow", "bird"], ranked=True)
        qtbot.keyClicks(bar, "keywords:cr")
        assert bar.completer_list.shown == ["crowd", "crow", "old crow"]
        qtbot.keyClicks(bar, "ow")
        assert bar.completer_list.shown == ["crow", "crowd", "old crow"]

    def test_values_are_asked_for_when_they_are_typed_and_shown_when_they_come(
        self, bar: SearchBar, qtbot: QtBot
    ) -> None:
        wanted: list[str] = []
        bar.completer_list.values_wanted.connect(wanted.append)
        bar.completer_list.ask_for(["keywords"])
        qtbot.keyClicks(bar, "keywords:c")
        assert wanted == ["keywords"]
        assert not bar.completer_list.open
        bar.offer("keywords", ["crow"], ranked=True)
        qtbot.waitUntil(lambda: bar.completer_list.open and bar.completer_list.shown == ["crow"], timeout=60_000)
        qtbot.keyClicks(bar, "r")
        assert wanted == ["keywords"], "they are known now"
        bar.completer_list.ask_for(["keywords"])
        qtbot.keyClicks(bar, "o")
        assert wanted == ["keywords", "keywords"], "they may be others"

    def test_values_that_come_when_something_else_is_typed_open_nothing(self, bar: SearchBar, qtbot: QtBot) -> None:
        bar.completer_list.ask_for(["keywords"])
        qtbot.keyClicks(bar, "keywords:c")
        qtbot.keyClicks(bar, " rain")
        bar.offer("keywords", ["crow"], ranked=True)
        QApplication.processEvents()
        assert not bar.completer_list.open

    @pytest.mark.parametrize("typed", ["do", "length:1", "tag:xyz", "tag:rain", "bpm:1", "tag:do g"])
    def test_nothing_is_shown_where_nothing_helps(self, bar: SearchBar, qtbot: QtBot, typed: str) -> None:
        qtbot.keyClicks(bar, typed)
        assert not bar.completer_list.open

    @pytest.mark.parametrize(
        ("typed", "line"),
        [
            ("tag:door", 'tag:"Door slam"'),
            ("loud -tag:tra", '-tag:"Trailer door" loud'),
            ("tag:dog,ra", "tag:dog,Rain"),
            ('tag:dog|"door', 'tag:dog|"Door slam"'),
            ("format:w", "format:wav"),
            ("folder:fi", 'folder:"Field, 2019"'),
        ],
    )
    def test_enter_takes_the_first_in_quotes_where_needed(
        self, bar: SearchBar, asked: list[str], qtbot: QtBot, typed: str, line: str
    ) -> None:
        left: list[bool] = []
        bar.left.connect(lambda: left.append(True))
        qtbot.keyClicks(bar, typed)
        qtbot.keyClick(bar.completer_list.popup(), Qt.Key.Key_Return)
        assert asked[-1] == bar.line == line
        assert len(bar.filters) == 1
        assert not left, "choosing a name does not go to the list of sounds"

    @pytest.mark.parametrize(
        ("typed", "names"),
        [
            ("rain desc", ["description:"]),
            ("-CATI", ["catid:", "location:"]),
            ("note", ["note:", "notes:"]),
            ("mic", ["microphone:"]),
        ],
    )
    def test_names_of_filters_are_offered_and_none_is_chosen_unasked(
        self, bar: SearchBar, asked: list[str], qtbot: QtBot, typed: str, names: list[str]
    ) -> None:
        qtbot.keyClicks(bar, typed)
        assert bar.completer_list.shown == names
        assert bar.completer_list.open
        qtbot.keyClick(bar.completer_list.popup(), Qt.Key.Key_Return)
        assert not bar.completer_list.open
        assert asked[-1] == typed, "Enter searches for the words"

    @pytest.mark.parametrize("typed", ["ca", "rain", '"desc', "descant"])
    def test_few_letters_and_other_words_offer_no_filter(self, bar: SearchBar, qtbot: QtBot, typed: str) -> None:
        qtbot.keyClicks(bar, typed)
        assert not bar.completer_list.open

    def test_a_filter_that_is_chosen_goes_on_with_its_values(self, bar: SearchBar, qtbot: QtBot) -> None:
        qtbot.keyClicks(bar, "loud -form")
        popup = bar.completer_list.popup()
        qtbot.keyClick(popup, Qt.Key.Key_Down)
        qtbot.keyClick(popup, Qt.Key.Key_Return)
        assert bar.text() == "loud -format:"
        qtbot.waitUntil(lambda: bar.completer_list.open and bar.completer_list.shown == ["flac", "wav"], timeout=60_000)

    def test_escape_closes_the_names_and_keeps_the_search(self, bar: SearchBar, qtbot: QtBot) -> None:
        qtbot.keyClicks(bar, "tag:do")
        qtbot.keyClick(bar.completer_list.popup(), Qt.Key.Key_Escape)
        assert not bar.completer_list.open
        assert bar.text() == "tag:do"


class TestDrop:
    """A sound file may be dropped on the line."""

    def drop(self, bar: SearchBar, data: QMimeData) -> tuple[bool, bool]:
        """Whether it may come in, and whether it was taken."""
        actions, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        enter = QDragEnterEvent(QPoint(50, 10), actions, data, button, keys)
        QApplication.sendEvent(bar, enter)
        drop = QDropEvent(QPointF(50, 10), actions, data, button, keys)
        QApplication.sendEvent(bar, drop)
        return enter.isAccepted(), drop.isAccepted()

    def test_a_file_is_an_example(self, bar: SearchBar, tmp_path: Path, qtbot: QtBot) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(tmp_path / "two words ü.wav"))])
        with qtbot.waitSignal(bar.example_dropped) as dropped:
            assert self.drop(bar, data) == (True, True)
        assert dropped.args == [tmp_path / "two words ü.wav"]
        assert bar.text() == ""

    def test_a_folder_is_left_to_the_window(self, bar: SearchBar, tmp_path: Path) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(tmp_path))])
        dropped: list[Path] = []
        bar.example_dropped.connect(dropped.append)
        enter = QDragEnterEvent(
            QPoint(50, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        )
        QApplication.sendEvent(bar, enter)
        assert not enter.isAccepted()
        assert dropped == []

    def test_text_is_typed(self, bar: SearchBar) -> None:
        data = QMimeData()
        data.setText("rain")
        assert self.drop(bar, data)[0]
        assert bar.text() == "rain"
