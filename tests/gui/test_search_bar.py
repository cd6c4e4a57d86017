"""The search line asks once a person stops typing, and hands the keyboard on."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.core.query import parse_query
from desktop_app.gui.panels.search_bar import SearchBar
from desktop_app.gui.panels.tag_browser import tag_filter


@pytest.fixture
def bar(qtbot: QtBot) -> SearchBar:
    bar = SearchBar()
    qtbot.addWidget(bar)
    bar.show()
    return bar


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
    assert asked == ['wooden tag:"door slam"', 'wooden tag:"door slam" tag:rain', "wooden tag:rain"]


def test_a_filter_that_another_begins_with_leaves_it_alone(bar: SearchBar, asked: list[str]) -> None:
    bar.add_filter("tag:rainstorm")
    bar.add_filter("tag:rain")
    bar.add_filter("tag:rain")
    assert asked == ["tag:rainstorm", "tag:rainstorm tag:rain", "tag:rainstorm"]


@pytest.mark.parametrize("name", ["rain", "door slam", "hi-hat", "R&B: soul"])
def test_the_filter_of_a_tag_means_that_tag(name: str) -> None:
    assert parse_query(f"loud {tag_filter(name)}").wanted.tags == (name,)


def test_the_clear_button_is_there_only_when_there_is_something_to_clear(bar: SearchBar) -> None:
    shown = [action.isVisible() for action in bar.actions()]
    bar.setText("rain")
    assert [action.isVisible() for action in bar.actions()] != shown
    bar.clear_now()
    assert [action.isVisible() for action in bar.actions()] == shown
