"""The status bar says in plain words how the indexer is doing."""

import pytest
from PySide6.QtWidgets import QProgressBar, QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.core.events import IndexingProgress
from desktop_app.gui.embedder_download import DownloadState
from desktop_app.gui.panels.lines import index_status
from desktop_app.gui.panels.lines.index_status import IndexStatus, download_text, progress_text


@pytest.fixture
def status(qtbot: QtBot) -> IndexStatus:
    status = IndexStatus()
    qtbot.addWidget(status)
    status.show()
    return status


@pytest.mark.parametrize(
    ("progress", "text"),
    [
        (IndexingProgress(42_117, 100_000, 36.4), "Listening to 42,118 of 100,000 · 36/s · 27 min left"),
        (IndexingProgress(0, 5, 0.0), "Listening to 1 of 5"),
        (IndexingProgress(5, 5, 2.5), "Listening to 5 of 5 · 2.5/s · less than a minute left"),
        (IndexingProgress(0, 100_000, 5.0), "Listening to 1 of 100,000 · 5.0/s · 5 h 33 min left"),
    ],
)
def test_progress_in_words(progress: IndexingProgress, text: str) -> None:
    assert progress_text(progress) == text


def test_it_counts_what_is_shown_and_selected(status: IndexStatus) -> None:
    status.show_counts(100_000, 4)
    assert status.text == "100,000 sounds · 4 selected"
    status.show_counts(1, 0)
    assert status.text == "1 sound"


def test_what_is_said_in_passing_goes_and_what_was_said_before_comes_back(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_status, "PASSING_MILLISECONDS", 50)
    status = IndexStatus()
    qtbot.addWidget(status)
    status.show()
    status.show_notice("The disk is full: make room.")
    status.show_passing_notice("Drop folders here.")
    assert status.text == "0 sounds | Drop folders here."
    qtbot.waitUntil(lambda: status.text == "0 sounds | The disk is full: make room.", timeout=60_000)
    status.show_passing_notice("Drop folders here.")
    status.show_notice("")
    assert status.text == "0 sounds"


def test_work_can_be_paused_and_resumed(status: IndexStatus, qtbot: QtBot) -> None:
    status.show_progress(IndexingProgress(1, 10, 0))
    wishes: list[bool] = []
    status.pause_chosen.connect(wishes.append)
    button = next(b for b in status.findChildren(QToolButton) if b.accessibleName() == "Pause indexing")
    button.click()
    status.show_paused()
    assert "Paused" in status.text
    assert button.accessibleName() == "Resume indexing"
    button.click()
    assert wishes == [True, False]


def test_nothing_is_shown_of_progress_when_there_is_nothing_to_do(status: IndexStatus) -> None:
    status.show_progress(IndexingProgress(1, 10, 0))
    bar = status.findChild(QProgressBar)
    assert bar.isVisible()
    assert bar.value() / bar.maximum() == pytest.approx(0.1)
    status.show_idle()
    assert not bar.isVisible()
    assert status.text == "0 sounds"


def test_problems_are_counted_and_can_be_looked_at(status: IndexStatus, qtbot: QtBot) -> None:
    status.show_problems(3)
    assert "3 problems" in status.text
    button = next(b for b in status.findChildren(QToolButton) if b.text() == "3 problems")
    with qtbot.waitSignal(status.problems_chosen):
        button.click()
    status.show_problems(0)
    assert "problem" not in status.text


def test_the_window_does_not_move_when_the_first_problem_comes(status: IndexStatus) -> None:
    before = status.sizeHint().height(), status.minimumHeight()
    status.show_problems(3)
    status.layout().activate()
    assert status.sizeHint().height() <= max(before)


def test_a_long_notice_does_not_make_the_window_wider(status: IndexStatus) -> None:
    before = status.minimumSizeHint().width()
    status.show_notice("The disk is full. " * 40)
    assert status.minimumSizeHint().width() == before
    assert "The disk is full." in status.text


@pytest.mark.parametrize(
    ("state", "text"),
    [
        (DownloadState("clap", 0, 617_000_000, 0.0), "Downloading clap: 0 of 617 MB"),
        (
            DownloadState("clap", 120_500_000, 617_000_000, 3_200_000.0),
            "Downloading clap: 120 of 617 MB · 3.2 MB/s · 3 min left",
        ),
    ],
)
def test_a_download_in_words(state: DownloadState, text: str) -> None:
    assert download_text(state) == text


def test_a_download_of_more_bytes_than_a_bar_can_count_is_shown(status: IndexStatus) -> None:
    status.show_download(DownloadState("clap", 3_000_000_000, 4_000_000_000, 0.0))
    bar = next(b for b in status.findChildren(QProgressBar) if b.accessibleName() == "Progress of the download")
    assert bar.isVisible()
    assert bar.value() / bar.maximum() == pytest.approx(0.75)
    status.show_download(None)
    assert not bar.isVisible()


def test_who_gets_ready_to_take_over_is_shown_with_what_can_be_done_about_it(status: IndexStatus, qtbot: QtBot) -> None:
    status.show_successor("clap", None)
    assert "clap gets ready" in status.text
    status.show_successor("clap", IndexingProgress(10, 100, 2.0))
    assert "clap: Listening to 11 of 100 · 2.0/s · less than a minute left" in status.text
    buttons = {b.accessibleName(): b for b in status.findChildren(QToolButton) if b.isVisible()}
    with qtbot.waitSignal(status.switch_chosen):
        buttons["Use the new network at once"].click()
    with qtbot.waitSignal(status.keep_chosen):
        buttons["Keep the present network"].click()
    status.show_successor("", None)
    assert "clap" not in status.text


def test_looking_through_a_folder_counts_the_files(status: IndexStatus) -> None:
    status.show_scanning("Drums", 12_345)
    assert "Looking through “Drums”: 12,345 files" in status.text
    bar = next(b for b in status.findChildren(QProgressBar) if b.accessibleName() == "Progress of indexing")
    assert bar.maximum() == 0, "nobody knows how many there will be"
