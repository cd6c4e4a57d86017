"""A library that is damaged or lost is mended from the window: with a question before, and the outcome in words."""

import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import apsw
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

import desktop_app.gui.application
from desktop_app.core.events import LibraryNoticed, Remedy
from desktop_app.gui.application import run_window
from desktop_app.gui.conversations.mending import Mending
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.mending import mend
from desktop_app.gui.panels.lines.notice_line import NoticeLine
from desktop_app.gui.panels.problem_panel import ProblemPanel
from desktop_app.gui.problems import library_problem
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.library.library import Library
from desktop_app.library.rescuing.backup import BackupKind
from desktop_app.library.rescuing.checking import check_library
from desktop_app.library.rescuing.repair import Mender
from desktop_app.open_profile.keeping import backups_of, newest_full, what_is_lost
from desktop_app.paths import Profile
from tests.faults.damage import library_of
from tests.gui.answers import Answers
from tests.gui.desk import Desk
from tests.gui.profile import profile_with_vocabulary, use_quick_network


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Profile:
    """A profile with a quick network; what running a window changes for the whole process is put back."""
    use_quick_network(monkeypatch)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return profile_with_vocabulary(tmp_path / "profile")


@contextmanager
def looking(look: Callable[[], object]) -> Iterator[None]:
    """Look again and again at what is shown."""
    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(50)
    yield
    timer.stop()


def shown_line() -> tuple[MainWindow, NoticeLine] | None:
    for window in QApplication.topLevelWidgets():
        if isinstance(window, MainWindow) and window.isVisible():
            line = window.findChild(NoticeLine)
            if line is not None and line.text:
                return window, line
    return None


def press(box: QMessageBox, text: str) -> None:
    next(button for button in box.buttons() if button.text().replace("&", "") == text).click()


class Person:
    """Reads the line, presses its button, says yes, and closes the window when nothing is left to be done."""

    def __init__(self, answer: str) -> None:
        self.answer = answer
        self.read: list[str] = []
        self.asked: list[str] = []

    def look(self) -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            self.asked.append(box.text())
            press(box, self.answer)
            return
        found = shown_line()
        if found is None:
            return
        window, line = found
        self.read.append(line.text)
        button = line.findChild(QPushButton)
        if button is None:
            window.close()
        else:
            # Pressing it opens a dialog, which must not hold up the timer that answers.
            QTimer.singleShot(0, button.click)


def test_damage_that_is_found_is_repaired_from_the_window(profile: Profile) -> None:
    library_of(profile.data, 20).close()
    backups_of(profile).make(BackupKind.ASKED)
    with closing(apsw.Connection(str(profile.library_file))) as connection:
        connection.execute("DELETE FROM collections")
    person = Person("Repair")
    with looking(person.look):
        assert run_window(profile, [], in_process=True) == 0
    assert "lacks the collection" in person.read[0]
    assert ["newest backup" in question for question in person.asked] == [True]
    assert "The library is repaired" in person.read[-1]
    assert "library.db.damaged-" in person.read[-1]
    assert check_library(profile.library_file) == ()
    assert len(list(profile.data.glob("library.db.damaged-*"))) == 1
    with Library.open(profile.library_file, profile.cache_file, writable=False) as library:
        assert len(library.collections.all()) == 1


def test_a_library_that_is_lost_is_restored_from_the_window(profile: Profile) -> None:
    with library_of(profile.data, 20) as library:
        marks = library.marks.all()
    backups_of(profile).make(BackupKind.ASKED)
    profile.library_file.write_bytes(b"")
    person = Person("Restore")
    with looking(person.look):
        assert run_window(profile, [], in_process=True) == 0
    assert "is empty, though there are backups" in person.read[0]
    assert len(person.asked) == 1
    assert "is back: 1 folder" in person.read[-1]
    assert "20 sounds" in person.read[-1]
    assert "library.db.replaced-" in person.read[-1]
    with Library.open(profile.library_file, profile.cache_file, writable=False) as library:
        assert library.marks.all() == marks


@pytest.mark.parametrize("answer", ["Repair", "Quit"])
def test_a_library_that_cannot_be_opened_is_repaired_before_there_is_a_window(
    profile: Profile, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    profile.library_file.write_bytes(b"rubble" * 1_000)
    person = Person(answer)
    monkeypatch.setattr(desktop_app.gui.application, "has_screen", lambda: True)
    with looking(person.look):
        if answer == "Repair":
            assert run_window(profile, [], in_process=True) == 0
        else:
            with pytest.raises(LibraryError, match="earmark library repair"):
                run_window(profile, [], in_process=True)
    assert ["cannot be opened" in question for question in person.asked] == [True]
    assert bool(person.read) == (answer == "Repair")
    if person.read:
        assert "Nothing could be read" in person.read[0]
        assert [kept.read_bytes() for kept in profile.data.glob("library.db.damaged-*")] == [b"rubble" * 1_000]


def test_a_repair_that_cannot_be_done_says_why_and_asks_again(
    profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    profile.library_file.write_bytes(b"rubble" * 1_000)
    asked: list[str] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            asked.append(box.text())
            press(box, "Repair" if len(asked) == 1 else "Quit")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(desktop_app.gui.application, "has_screen", lambda: True)
    monkeypatch.setattr("desktop_app.library.rescuing.repair.salvage", full)
    with looking(look), pytest.raises(LibraryError):
        run_window(profile, [], in_process=True)
    assert "No space left on device" not in asked[0]
    assert "No space left on device" in asked[1]
    assert profile.library_file.read_bytes() == b"rubble" * 1_000


class TestOutcomes:
    def test_nothing_was_wrong_after_all(self, profile: Profile) -> None:
        library_of(profile.data, 5).close()
        assert "nothing was changed" in mend(profile, Remedy.REPAIR)

    def test_without_a_backup_what_was_saved_is_told(self, profile: Profile) -> None:
        library_of(profile.data, 5).close()
        with closing(apsw.Connection(str(profile.library_file))) as connection:
            connection.execute("DELETE FROM collections")
        outcome = mend(profile, Remedy.REPAIR)
        assert "The library is repaired" in outcome
        assert "backup" not in outcome

    @pytest.mark.parametrize("backed_up", [True, False])
    def test_what_may_be_lost_is_told(self, profile: Profile, backed_up: bool) -> None:
        library_of(profile.data, 30).close()
        if backed_up:
            backups_of(profile).make(BackupKind.ASKED)
        with closing(apsw.Connection(str(profile.library_file))) as connection:
            page = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'verdicts'").get
        data = profile.library_file.read_bytes()
        profile.library_file.write_bytes(data[: (page - 1) * 4096] + bytes(4096) + data[page * 4096 :])
        outcome = mend(profile, Remedy.REPAIR)
        assert "30 sound" in outcome
        assert (" 10 tag decision" if backed_up else " 0 tag decision") in outcome
        assert ("since the backup of" if backed_up else "may be lost; there is no backup") in outcome

    def test_a_damaged_cache_costs_only_listening(self, profile: Profile) -> None:
        library_of(profile.data, 5).close()
        data = profile.cache_file.read_bytes()
        profile.cache_file.write_bytes(data[:16_384] + b"\xa5" * (len(data) - 16_384))
        outcome = mend(profile, Remedy.REPAIR)
        assert "listened to again" in outcome
        assert "cache.db.damaged-" in outcome

    def test_a_backup_of_what_was_lost_brings_nothing_back(self, profile: Profile) -> None:
        """As an update makes one of a library that is empty already."""
        library_of(profile.data, 5).close()
        full = backups_of(profile).make(BackupKind.DAILY)
        profile.library_file.unlink()
        Library.open(profile.library_file, profile.cache_file, writable=True).close()
        backups_of(profile).make(BackupKind.MIGRATION)
        assert newest_full(backups_of(profile)) == full
        assert " 5 sound" in mend(profile, Remedy.RESTORE)
        assert what_is_lost(profile, backups_of(profile)) == ""

    def test_a_backup_takes_an_empty_place(self, profile: Profile) -> None:
        library_of(profile.data, 5).close()
        made = backups_of(profile).make(BackupKind.ASKED)
        profile.library_file.unlink()
        assert "kept as" not in mend(profile, Remedy.RESTORE)
        newer = backups_of(profile).make(BackupKind.ASKED)
        newer.library_file.write_bytes(b"rubble")
        assert "Newer backups were passed over" in mend(profile, Remedy.RESTORE)
        made.library_file.write_bytes(b"rubble")
        assert "None of the backups can be read" in mend(profile, Remedy.RESTORE)


class TestLine:
    def test_whoever_has_nothing_to_mend_sees_nothing(self, desk: Desk) -> None:
        line = desk.conversation.mending.line
        assert line.isHidden()
        desk.bridge.notify(LibraryNoticed("No backup could be made."))
        desk.until(lambda: "No backup" in desk.window.status.text)
        assert line.isHidden(), "there is nothing that a repair could do"

    def test_who_would_rather_not_keeps_the_window(self, desk: Desk, qtbot: QtBot) -> None:
        answers = Answers(choices=[None])
        mending = Mending(
            desk.conversation._around, desk.bridge, ProblemPanel(desk.window), desk.window, questions=answers
        )
        desk.bridge.notify(LibraryNoticed("It is damaged.", Remedy.REPAIR))
        desk.bridge.notify(LibraryNoticed("It is empty.", Remedy.RESTORE))
        desk.until(lambda: mending.line.text == "It is damaged.")
        mending.line.chosen.emit()
        assert len(answers.asked) == 1
        assert mending.wanted is Remedy.NONE
        assert desk.window.isVisible()

    def test_another_look_takes_the_line_away(self, desk: Desk) -> None:
        mending = desk.conversation.mending
        desk.bridge.notify(LibraryNoticed("It is damaged.", Remedy.REPAIR))
        desk.until(lambda: mending.line.text == "It is damaged.")
        desk.conversation.troubles.panel.retry_chosen.emit([library_problem("It is damaged.")])
        assert mending.line.text == ""

    def test_without_a_backup_there_is_nothing_to_restore(self, desk: Desk) -> None:
        desk.bridge.notify(LibraryNoticed("It is empty.", Remedy.RESTORE))
        desk.until(lambda: desk.conversation.mending.line.text == "It is empty.")
        desk.conversation.mending.line.chosen.emit()
        assert "no backup any more" in desk.window.status.text


def test_a_fault_of_our_own_is_said_and_not_mistaken_for_a_repair(
    profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_mender: Mender) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Mender, "repair", broken)
    monkeypatch.setattr(threading, "excepthook", lambda _: None)
    assert f"the log in {profile.logs} says more" in mend(profile, Remedy.REPAIR)
