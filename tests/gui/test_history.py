"""Whatever a person did can be taken back and done again, one gesture at a time, and a failure changes nothing."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.gui.background import BackgroundThread
from desktop_app.gui.history import STEPS_KEPT, Change, History
from desktop_app.library.databases.library_errors import LibraryError

DEADLINE = 60_000
"""Milliseconds."""


@pytest.fixture
def thread(qapp: QApplication) -> Iterator[BackgroundThread]:
    thread = BackgroundThread("change")
    yield thread
    thread.stop()
    thread.join()


class Page:
    """What stands for the library: a list of words."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.full = False

    def write(self, word: str) -> Change:
        def change() -> Callable[[], object]:
            self._refuse_when_full()
            before = list(self.words)
            self.words.append(word)

            def undo() -> None:
                self._refuse_when_full()
                self.words = before

            return undo

        return change

    def _refuse_when_full(self) -> None:
        if self.full:
            raise LibraryError("The disk is full: make room.")


@pytest.fixture
def page() -> Page:
    return Page()


@pytest.fixture
def history(thread: BackgroundThread) -> History:
    return History(thread)


@pytest.fixture
def settle(thread: BackgroundThread, qtbot: QtBot) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: not thread.busy, timeout=DEADLINE)


def test_steps_are_taken_back_and_done_again_in_order(history: History, page: Page, settle: Callable[[], None]) -> None:
    for word in ("one", "two", "three"):
        history.carry_out(f"Write {word}", page.write(word))
    settle()
    assert (page.words, history.undo_text, history.redo_text) == (["one", "two", "three"], "Write three", "")
    history.undo()
    history.undo()
    settle()
    assert (page.words, history.undo_text, history.redo_text) == (["one"], "Write one", "Write two")
    history.redo()
    settle()
    assert (page.words, history.undo_text, history.redo_text) == (["one", "two"], "Write two", "Write three")
    history.carry_out("Write four", page.write("four"))
    settle()
    assert (history.undo_text, history.redo_text) == ("Write four", ""), "another way was taken"
    for _ in range(5):
        history.undo()
    settle()
    assert (page.words, history.undo_text) == ([], "")


def test_equal_steps_stay_apart(history: History, page: Page, settle: Callable[[], None]) -> None:
    for _ in range(3):
        history.carry_out("Write again", page.write("again"))
    settle()
    history.undo()
    settle()
    assert page.words == ["again", "again"]


def test_keys_pressed_while_a_step_is_on_its_way_wait_for_it(
    history: History, page: Page, settle: Callable[[], None]
) -> None:
    history.carry_out("Write one", page.write("one"))
    history.undo()
    history.redo()
    history.carry_out("Write two", page.write("two"))
    history.undo()
    settle()
    assert (page.words, history.undo_text, history.redo_text) == (["one"], "Write one", "Write two")


def test_a_step_that_fails_is_not_remembered_and_says_why(
    history: History, page: Page, settle: Callable[[], None]
) -> None:
    said: list[str] = []
    history.failed.connect(said.append)
    done: list[str] = []
    page.full = True
    history.carry_out("Write one", page.write("one"), lambda: done.append("one"))
    settle()
    assert (history.undo_text, said, done) == ("", ["The disk is full: make room."], [])
    page.full = False
    history.carry_out("Write two", page.write("two"), lambda: done.append("two"))
    settle()
    assert (page.words, history.undo_text, done) == (["two"], "Write two", ["two"])


def test_undoing_that_fails_leaves_everything_as_it_was_and_can_be_tried_again(
    history: History, page: Page, settle: Callable[[], None]
) -> None:
    said: list[str] = []
    history.failed.connect(said.append)
    history.carry_out("Write one", page.write("one"))
    history.carry_out("Write two", page.write("two"))
    settle()
    page.full = True
    history.undo()
    history.undo()
    history.undo()
    settle()
    assert (page.words, history.undo_text, history.redo_text) == (["one", "two"], "Write two", "")
    assert said == ["“Write two” was not undone: The disk is full: make room."], "one press too many is no second story"
    page.full = False
    history.undo()
    settle()
    assert (page.words, history.redo_text) == (["one"], "Write two")


def test_redoing_that_fails_leaves_everything_as_it_was(
    history: History, page: Page, settle: Callable[[], None]
) -> None:
    said: list[str] = []
    history.failed.connect(said.append)
    history.carry_out("Write one", page.write("one"))
    history.undo()
    settle()
    page.full = True
    history.redo()
    settle()
    assert (page.words, history.undo_text, history.redo_text) == ([], "", "Write one")
    assert said == ["“Write one” was not done again: The disk is full: make room."]
    page.full = False
    history.redo()
    settle()
    assert (page.words, history.undo_text) == (["one"], "Write one")
    history.undo()
    settle()
    assert page.words == []


def test_what_was_done_already_can_be_remembered(history: History, page: Page, settle: Callable[[], None]) -> None:
    change = page.write("now")
    undo = change()
    history.record("Write now", change, undo)
    assert history.undo_text == "Write now"
    assert page.words == ["now"], "it is not done twice"
    history.undo()
    settle()
    assert page.words == []
    history.redo()
    settle()
    assert page.words == ["now"]


def test_a_long_history_forgets_its_beginning(history: History, page: Page, settle: Callable[[], None]) -> None:
    for number in range(STEPS_KEPT + 3):
        history.carry_out(f"Write {number}", page.write(str(number)))
    for _ in range(STEPS_KEPT + 3):
        history.undo()
    settle()
    assert page.words == ["0", "1", "2"]


def test_whoever_shows_the_library_is_told_of_every_step(
    history: History, page: Page, settle: Callable[[], None]
) -> None:
    told: list[list[str]] = []
    history.changed.connect(lambda: told.append(list(page.words)))
    history.carry_out("Write one", page.write("one"))
    settle()
    history.undo()
    settle()
    history.redo()
    settle()
    assert told == [["one"], [], ["one"]]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_fault_of_our_own_in_a_step_does_not_stop_those_after_it(
    history: History, page: Page, settle: Callable[[], None]
) -> None:
    said: list[str] = []
    history.failed.connect(said.append)

    def broken() -> Callable[[], object]:
        raise ZeroDivisionError

    history.carry_out("Break", broken)
    history.carry_out("Write one", page.write("one"))
    settle()
    assert (page.words, history.undo_text, said) == (["one"], "Write one", [])


def test_what_was_asked_for_last_is_done_before_all_ends(history: History, page: Page) -> None:
    history.finish()
    for word in ("one", "two", "three"):
        history.carry_out(f"Write {word}", page.write(word))
    history.undo()
    history.finish()
    assert (page.words, history.undo_text) == (["one", "two"], "Write two")


def test_a_failure_at_the_end_does_not_keep_all_from_ending(history: History, page: Page) -> None:
    page.full = True
    history.carry_out("Write one", page.write("one"))
    history.carry_out("Write two", page.write("two"))
    history.finish()
    assert page.words == []
