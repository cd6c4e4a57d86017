"""What went wrong is collected in one panel, with what helps, and can be tried again."""

import shutil
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.core.events import IndexingStopped, LibraryNoticed
from desktop_app.engine.decoding.sound_errors import LOCKED, NOT_ALLOWED
from desktop_app.gui.models.folder_tree import FolderBranch
from desktop_app.gui.models.problem_list import ProblemListModel
from desktop_app.gui.panels.problem_panel import ProblemPanel
from desktop_app.gui.problems import Problem, ProblemKind, embedder_problem, indexing_problem, problems_of
from desktop_app.library.tables.folders import Folder
from tests.gui.desk import Desk
from tests.sounds import make


def file_problem(name: str) -> Problem:
    return Problem(ProblemKind.FILE, name, "It is cut off.", "Copy it again.", Path("/sounds") / name)


@pytest.fixture
def panel(qtbot: QtBot) -> ProblemPanel:
    panel = ProblemPanel()
    qtbot.addWidget(panel)
    panel.resize(900, 400)
    panel.show()
    return panel


def button(panel: ProblemPanel, text: str) -> QPushButton:
    return next(b for b in panel.findChildren(QPushButton) if b.text().replace("&", "") == text)


def select(panel: ProblemPanel, *rows: int) -> None:
    panel.view.clearSelection()
    for row in rows:
        index = panel.model.index(row, 0)
        flags = panel.view.selectionModel().SelectionFlag
        panel.view.selectionModel().select(index, flags.Select | flags.Rows)


class TestAdvice:
    def test_a_file_one_may_not_read_says_so(self, tmp_path: Path) -> None:
        (tmp_path / "a.wav").write_bytes(b"RIFF")
        [problem] = problems_of([(tmp_path / "a.wav", NOT_ALLOWED)])
        assert problem.title == "a.wav"
        assert "permission" in problem.advice

    def test_a_file_that_cannot_be_read_for_now_needs_no_copy(self, tmp_path: Path) -> None:
        (tmp_path / "a.wav").write_bytes(b"RIFF")
        [problem] = problems_of([(tmp_path / "a.wav", LOCKED)])
        assert "Nothing else needs to be done" in problem.advice

    def test_an_empty_file_is_to_be_copied_again(self, tmp_path: Path) -> None:
        (tmp_path / "a.wav").touch()
        [problem] = problems_of([(tmp_path / "a.wav", "This file is empty.")])
        assert "copy it again" in problem.advice

    def test_a_file_that_went_away_is_to_be_brought_back(self, tmp_path: Path) -> None:
        [problem] = problems_of([(tmp_path / "a.wav", "This is not audio.")])
        assert "Bring the file back" in problem.advice

    def test_any_other_file_is_to_be_tried_elsewhere(self, tmp_path: Path) -> None:
        (tmp_path / "a.wav").write_bytes(b"Dear diary")
        [problem] = problems_of([(tmp_path / "a.wav", "This is not audio.")])
        assert "another program" in problem.advice


class TestPanel:
    def test_each_problem_has_what_why_and_what_helps(self, panel: ProblemPanel, qtmodeltester: ModelTester) -> None:
        panel.show_problems([indexing_problem("The disk is full."), file_problem("a.wav")])
        qtmodeltester.check(panel.model)
        shown = [[panel.model.index(row, column).data() for column in range(3)] for row in range(2)]
        assert shown[0][1] == "The disk is full."
        assert shown[1] == ["a.wav", "It is cut off.", "Copy it again."]
        whole = panel.model.index(1, 0).data(Qt.ItemDataRole.ToolTipRole)
        assert whole == str(Path("/sounds/a.wav"))
        assert panel.model.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole) == "It is cut off."

    def test_a_chosen_one_is_read_whole_below_the_list(self, panel: ProblemPanel) -> None:
        long = Problem(ProblemKind.FILE, "<b>.wav", "Why. " * 40, "Help. " * 40, Path("/sounds/<b>.wav"))
        panel.show_problems([file_problem("a.wav"), long])
        whole = panel.findChild(QLabel, "whole problem")
        assert not whole.isVisible()
        select(panel, 1)
        panel.layout().activate()
        assert whole.isVisible()
        assert whole.text() == f"{Path('/sounds/<b>.wav')}\n{long.reason} {long.advice}"
        assert whole.textFormat() == Qt.TextFormat.PlainText
        assert whole.height() >= whole.heightForWidth(whole.width()) > 3 * whole.fontMetrics().height()
        select(panel)
        assert not whole.isVisible()

    def test_chosen_ones_or_all_are_tried_again(self, panel: ProblemPanel, qtbot: QtBot) -> None:
        problems = [file_problem(f"{n}.wav") for n in range(4)]
        panel.show_problems(problems)
        assert not button(panel, "Try again").isEnabled()
        select(panel, 2, 1)
        with qtbot.waitSignal(panel.retry_chosen) as chosen:
            button(panel, "Try again").click()
        assert chosen.args == [[problems[1], problems[2]]]
        with qtbot.waitSignal(panel.retry_chosen) as chosen:
            button(panel, "Try all again").click()
        assert chosen.args == [problems]

    def test_only_files_can_be_shown_in_the_file_manager(self, panel: ProblemPanel, qtbot: QtBot) -> None:
        panel.show_problems([embedder_problem("There is no network."), file_problem("a.wav")])
        select(panel, 0)
        assert not button(panel, "Show in the file manager").isEnabled()
        select(panel, 1)
        with qtbot.waitSignal(panel.reveal_chosen) as chosen:
            button(panel, "Show in the file manager").click()
        assert chosen.args == [[Path("/sounds/a.wav")]]

    def test_they_can_be_copied_as_text(self, panel: ProblemPanel) -> None:
        panel.show_problems([file_problem("a.wav"), file_problem("b.wav")])
        button(panel, "Copy").click()
        lines = QGuiApplication.clipboard().text().splitlines()
        assert [line.split("\t")[0] for line in lines] == [str(Path("/sounds/a.wav")), str(Path("/sounds/b.wav"))]
        select(panel, 1)
        panel.copy()
        assert QGuiApplication.clipboard().text().count("\n") == 0

    def test_the_selection_stays_while_the_problems_are_the_same(self, panel: ProblemPanel) -> None:
        panel.show_problems([file_problem("a.wav"), file_problem("b.wav")])
        select(panel, 1)
        panel.show_problems([file_problem("a.wav"), file_problem("b.wav")])
        assert [problem.title for problem in panel.selected()] == ["b.wav"]

    def test_without_any_it_says_so(self, panel: ProblemPanel) -> None:
        panel.show_problems([file_problem("a.wav")])
        panel.show_problems([])
        assert not panel.view.isVisible()
        assert not button(panel, "Try all again").isEnabled()
        assert isinstance(panel.model, ProblemListModel)

    def test_escape_leads_back_to_the_list(self, panel: ProblemPanel, qtbot: QtBot) -> None:
        panel.show_problems([file_problem("a.wav")])
        panel.setFocus()
        with qtbot.waitSignal(panel.closed):
            qtbot.keyClick(panel.view, Qt.Key.Key_Escape)


class TestWindow:
    def test_a_mended_file_leaves_the_panel_by_another_try(self, desk: Desk, folder: Path) -> None:
        panel = desk.conversation.troubles.panel
        desk.until(lambda: "1 problem" in desk.window.status.text)
        desk.window.actions_.housekeeping.problems.trigger()
        assert not desk.window.middle_pages.shows_list
        desk.until(lambda: [problem.title for problem in panel.model.problems] == ["broken.wav"])
        # A file whose permissions are changed keeps its size and time, so only another try finds out.
        sound = desk.earmark.library.sounds.by_path(folder / "kick.wav")
        assert sound is not None
        desk.earmark.library.sounds.save_problem(sound.sound_id, sound.stamp, NOT_ALLOWED)
        desk.conversation.troubles.refresh()
        desk.until(lambda: len(panel.model.problems) == 2)

        button(panel, "Try all again").click()

        desk.until(lambda: [problem.title for problem in panel.model.problems] == ["broken.wav"])
        desk.settle()
        assert "kick.wav" in desk.names()
        button(panel, "Back to the list").click()
        assert desk.window.middle_pages.shows_list

    def test_silent_and_empty_files_say_what_to_do(self, desk: Desk, folder: Path) -> None:
        (folder / "empty.wav").touch()
        make(folder, name="still", frames=np.zeros((48_000, 1), dtype=np.float32))
        make(folder, name="click", frames=np.zeros((3, 1), dtype=np.float32))
        desk.conversation.operations.rescan()
        panel = desk.conversation.troubles.panel
        names = ["broken.wav", "empty.wav", "click.wav", "still.wav"]
        desk.until(lambda: [problem.title for problem in panel.model.problems] == names)
        advice = {problem.title: problem.advice for problem in panel.model.problems}
        assert "copy it again" in advice["empty.wav"]
        assert "nothing needs to be done" in advice["still.wav"]
        assert "silent" in panel.model.problems[3].reason
        # What may be meant to be so asks for nobody's attention.
        assert "2 problems" in desk.window.status.text

    def test_a_problem_that_comes_while_one_looks_is_added(self, desk: Desk, folder: Path) -> None:
        desk.conversation.troubles.open()
        shutil.copy(folder / "broken.wav", folder / "another.wav")
        (folder / "another.wav").write_bytes(b"nor is this")
        desk.conversation.operations.rescan()
        panel = desk.conversation.troubles.panel
        desk.until(lambda: {problem.title for problem in panel.model.problems} == {"another.wav", "broken.wav"})

    def test_a_drive_that_is_not_there_is_said_and_listed_and_nothing_of_it_is_missing(
        self, desk: Desk, folder: Path
    ) -> None:
        folder.rename(folder.with_name("away"))
        folder.mkdir()  # where it was mounted
        desk.conversation.operations.rescan()
        desk.until(lambda: "“sounds” is offline" in desk.window.status.text)
        panel = desk.conversation.troubles.panel
        desk.until(lambda: [p.kind for p in panel.model.problems] == [ProblemKind.FOLDER])
        assert "What is known of its 5 sound" in panel.model.problems[0].reason
        assert [known.missing for known in desk.earmark.library.folders.all()] == [0]
        assert "problem" not in desk.window.status.text, "a drive may be meant to lie on the shelf"
        folder.rmdir()
        folder.with_name("away").rename(folder)
        desk.conversation.troubles.open()
        button(panel, "Try all again").click()
        desk.until(lambda: [problem.title for problem in panel.model.problems] == ["broken.wav"])
        desk.until(lambda: not desk.conversation.operations.busy)
        for online in (True, False):
            drives = [Folder(number, Path(f"/drive {number}"), online, 3, 0) for number in (8, 9)]
            desk.conversation.operations.folders_read.emit([FolderBranch(drive, []) for drive in drives])
        assert "Offline: drive 8, drive 9." in desk.window.status.text

    def test_work_that_rests_is_a_problem_until_it_goes_on(self, desk: Desk) -> None:
        desk.bridge.notify(IndexingStopped("The disk is full: make room."))
        panel = desk.conversation.troubles.panel
        desk.until(lambda: any(p.kind is ProblemKind.INDEXING for p in panel.model.problems))
        assert panel.model.problems[0].reason == "The disk is full: make room."
        desk.conversation.troubles.open()
        select(panel, 0)
        button(panel, "Try again").click()
        desk.until(lambda: all(p.kind is not ProblemKind.INDEXING for p in panel.model.problems))

    def test_what_is_wrong_with_the_library_stands_until_it_is_looked_at_again(self, desk: Desk) -> None:
        for sentence in ("No backup could be made.", "The cache is damaged."):
            desk.bridge.notify(LibraryNoticed(sentence))
        panel = desk.conversation.troubles.panel
        desk.until(lambda: any(p.kind is ProblemKind.LIBRARY for p in panel.model.problems))
        desk.until(lambda: panel.model.problems[0].reason == "No backup could be made. The cache is damaged.")
        assert "The cache is damaged." in desk.window.status.text
        desk.conversation.troubles.open()
        select(panel, 0)
        button(panel, "Try again").click()
        desk.until(lambda: all(p.kind is not ProblemKind.LIBRARY for p in panel.model.problems))
