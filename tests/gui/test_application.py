"""Running the window: where it refuses to, where there is no screen, and when it is started twice."""

import json
import threading
import time
from argparse import Namespace
from contextlib import closing
from pathlib import Path

import apsw
import numpy as np
import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

import desktop_app.app
import desktop_app.gui.application
from desktop_app import launch
from desktop_app.cli.output import WRONG_USAGE, CommandError
from desktop_app.core.marks import Marks
from desktop_app.engine.embedders.embedder import EmbedderError, EmbedderSpec
from desktop_app.gui.application import (
    ProfileBusyError,
    UnusableQtError,
    check_qt,
    run_window,
    screen_without_a_screen,
)
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.panels.problem_panel import ProblemPanel
from desktop_app.gui.problems import library_problem
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.library.databases.migrations import APPLICATION_ID
from desktop_app.library.library import Library
from desktop_app.open_profile.embedder_list import STARTER
from desktop_app.open_profile.keeping import backups_of
from desktop_app.other_processes.instance import Holder, hand_over
from desktop_app.paths import Profile
from tests.fakes import fake_spec
from tests.gui.profile import profile_with_vocabulary, sound_folder, use_quick_network

OURS = {"indexer", "search", "look", "change", "tags", "holder", "earmark-player"}
"""Names of the threads that a window starts."""


@pytest.fixture
def profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication) -> Profile:
    """A profile with a quick network; what running a window changes for the whole process is put back."""
    use_quick_network(monkeypatch)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return profile_with_vocabulary(tmp_path / "profile")


@pytest.mark.parametrize(
    ("qt", "python", "usable"),
    [
        ((6, 12, 0), (3, 11, 7), False),
        ((6, 12, 1, "", ""), (3, 10, 0), False),
        ((6, 12, 0), (3, 12, 0), True),
        ((6, 11, 3), (3, 11, 7), True),
        ((6, 13, 0), (3, 11, 7), True),
    ],
)
def test_a_qt_that_would_crash_this_python_is_refused(
    qt: tuple[int, ...], python: tuple[int, ...], usable: bool
) -> None:
    if usable:
        check_qt(qt, python)
    else:
        with pytest.raises(UnusableQtError, match="install PySide6-Essentials below"):
            check_qt(qt, python)


def test_a_screen_can_be_described_to_qt(tmp_path: Path) -> None:
    platform, _, file = screen_without_a_screen(tmp_path, (1600, 1000), scale=2.0).partition(":configfile=")
    assert platform == "offscreen"
    screen = json.loads(Path(file).read_text(encoding="utf-8"))["screens"][0]
    assert (screen["width"], screen["height"], screen["dpr"]) == (1600, 1000, 2.0)


def test_the_window_is_drawn_into_a_file(profile: Profile, tmp_path: Path) -> None:
    target = tmp_path / "window.png"
    assert run_window(profile, [sound_folder(tmp_path)], screenshot=target, in_process=True) == 0
    assert QImage(str(target)).width() > 700
    assert not OURS & {thread.name for thread in threading.enumerate()}, "nothing may go on after the window"
    free_again = Holder.acquire(profile)
    assert free_again is not None
    free_again.close()


def test_a_picture_that_cannot_be_written_is_a_failure(profile: Profile, tmp_path: Path) -> None:
    target = tmp_path / "no such folder" / "window.png"
    with pytest.raises(OSError, match="The picture cannot be written to "):
        run_window(profile, [], screenshot=target, in_process=True)


@pytest.mark.parametrize(
    ("place", "sentence"),
    [("", "is a folder"), ("window.txt", "ends in .png"), ("no such folder/window.png", "does not exist")],
)
def test_an_impossible_place_for_a_picture_is_refused_at_once(tmp_path: Path, place: str, sentence: str) -> None:
    given = Namespace(folders=[], commands=(), screenshot=str(tmp_path / place), profile=None, in_process=True)
    with pytest.raises(CommandError, match=sentence) as refused:
        launch.window(given)
    assert refused.value.code == WRONG_USAGE


def test_a_profile_that_another_process_holds_is_refused(profile: Profile) -> None:
    holder = Holder.acquire(profile)
    assert holder is not None
    try:
        with pytest.raises(ProfileBusyError):
            run_window(profile, [], in_process=True)
    finally:
        holder.close()


@pytest.mark.qt_log_ignore("raise", "activate", extend=True)
def test_a_second_start_brings_its_folders_to_the_first_window(profile: Profile, tmp_path: Path, qtbot: QtBot) -> None:
    folder = sound_folder(tmp_path)
    replies: list[object] = []

    def start_again() -> None:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and not replies:
            reply = hand_over(profile, {"job": "open", "folders": [str(folder)]})
            if reply is not None:
                replies.append(reply)

    shown: list[int] = []

    def close_when_shown() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and window.isVisible() and window.sounds.model.rowCount():
                shown.append(window.sounds.model.rowCount())
                window.close()

    timer = QTimer()
    timer.timeout.connect(close_when_shown)
    timer.start(50)
    second = threading.Thread(target=start_again)
    second.start()
    assert run_window(profile, [], in_process=True) == 0
    second.join()
    timer.stop()
    assert replies == [{"result": {}}]
    assert shown == [5]


def test_without_the_embedder_that_was_set_the_bundled_one_listens_and_the_window_says_so(
    profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def spec_of(name: str, *_: object) -> EmbedderSpec:
        if name != STARTER:
            raise EmbedderError(f"{name} is not on this computer yet.")
        return fake_spec()

    monkeypatch.setattr(desktop_app.app, "spec_of", spec_of)
    profile.settings_file.write_text('embedder = "clap-htsat-fused"\n', encoding="utf-8")
    said: list[str] = []

    def close_when_said() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and "bundled embedder" in window.status.text:
                said.append(window.status.text)
                window.close()

    timer = QTimer()
    timer.timeout.connect(close_when_said)
    timer.start(50)
    assert run_window(profile, [], in_process=True) == 0
    timer.stop()
    assert "clap-htsat-fused is not on this computer yet. Until then the bundled embedder listens." in said[0]
    assert 'embedder = "clap-htsat-fused"' in profile.settings_file.read_text(encoding="utf-8")


def test_a_window_backs_the_library_up_and_says_when_that_is_not_possible(profile: Profile) -> None:
    with Library.open(profile.library_file, profile.cache_file, writable=True) as library:
        library.folders.exclude("*.bak")
    profile.backups.write_text("in the way")
    said: list[str] = []

    def mend_and_close() -> None:
        for window in QApplication.topLevelWidgets():
            if not isinstance(window, MainWindow):
                continue
            if "No backup" in window.status.text and not said:
                said.append(window.status.text)
                profile.backups.unlink()
                panel = window.findChild(ProblemPanel)
                panel.retry_chosen.emit([library_problem("")])
            elif profile.backups.is_dir() and backups_of(profile).all():
                window.close()

    timer = QTimer()
    timer.timeout.connect(mend_and_close)
    timer.start(50)
    assert run_window(profile, [], in_process=True) == 0
    timer.stop()
    assert said
    assert len(backups_of(profile).all()) == 1


def test_a_library_that_cannot_be_opened_is_said_where_no_terminal_shows_it(
    profile: Profile, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(apsw.Connection(str(profile.library_file))) as connection:
        connection.pragma("user_version", 1_000)
        connection.pragma("application_id", APPLICATION_ID)
    with pytest.raises(LibraryError, match="newer version"):
        run_window(profile, [], in_process=True)  # nobody could answer here
    said: list[str] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            said.append(box.text())
            box.accept()

    monkeypatch.setattr(desktop_app.gui.application, "has_screen", lambda: True)
    timer = QTimer()
    timer.timeout.connect(answer)
    timer.start(50)
    with pytest.raises(LibraryError):
        run_window(profile, [], in_process=True)
    timer.stop()
    assert ["newer version" in sentence for sentence in said] == [True]


def test_what_was_said_right_before_closing_is_kept(profile: Profile, tmp_path: Path) -> None:
    folder = sound_folder(tmp_path)

    def say_and_close() -> None:
        for window in QApplication.topLevelWidgets():
            if not isinstance(window, MainWindow) or not window.isVisible():
                continue
            model = window.sounds.model
            rows = [row for number in range(model.rowCount()) if (row := model.row_at(number)) is not None]
            heard = [row.sound.sound_id for row in rows if row.sound.content_id is not None]
            if heard:
                window.sounds.view.select_ids(np.array(heard[:1]), heard[0])
                actions = window.actions_.collecting
                for action in (actions.ratings[4], actions.ratings[2], actions.favourite):
                    action.trigger()
                window.close()

    timer = QTimer()
    timer.timeout.connect(say_and_close)
    timer.start(50)
    assert run_window(profile, [folder], in_process=True) == 0
    timer.stop()
    with Library.open(profile.library_file, profile.cache_file, writable=False) as library:
        assert list(library.marks.all().values()) == [Marks(2, favourite=True)]


def test_the_last_search_is_there_again(profile: Profile) -> None:
    seen: list[str] = []

    def look_and_close() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and window.isVisible():
                seen.append(window.search.line)
                window.search.show_line("heavy rain")
                window.close()

    timer = QTimer()
    timer.timeout.connect(look_and_close)
    timer.start(50)
    for _ in range(2):
        assert run_window(profile, [], in_process=True) == 0
    timer.stop()
    assert (seen[0], seen[-1]) == ("", "heavy rain")
