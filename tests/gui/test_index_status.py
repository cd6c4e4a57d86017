"""The status bar says in plain words how the indexer is doing."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QProgressBar, QToolButton, QTreeWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.events import IndexingProgress
from desktop_app.gui.panels.index_status import IndexStatus, ProblemList, progress_text


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


def test_unreadable_files_are_counted_and_can_be_looked_at(status: IndexStatus, qtbot: QtBot) -> None:
    status.show_problems(3)
    assert "3 unreadable files" in status.text
    button = next(b for b in status.findChildren(QToolButton) if b.text() == "3 unreadable files")
    with qtbot.waitSignal(status.problems_chosen):
        button.click()
    status.show_problems(0)
    assert "unreadable" not in status.text


def test_a_long_notice_does_not_make_the_window_wider(status: IndexStatus) -> None:
    before = status.minimumSizeHint().width()
    status.show_notice("The disk is full. " * 40)
    assert status.minimumSizeHint().width() == before
    assert "The disk is full." in status.text


def test_the_list_of_problems_names_file_and_reason(qtbot: QtBot) -> None:
    dialog = ProblemList([(Path("/s/broken.wav"), "This is not audio."), (Path("/s/b.mp3"), "It is cut off.")])
    qtbot.addWidget(dialog)
    table = dialog.findChild(QTreeWidget)
    rows = [table.topLevelItem(n) for n in range(table.topLevelItemCount())]
    assert [(row.text(0), row.text(1)) for row in rows] == [
        ("broken.wav", "This is not audio."),
        ("b.mp3", "It is cut off."),
    ]
    assert rows[0].toolTip(0) == str(Path("/s/broken.wav"))
