"""On a small screen nothing is cut off: what there is no room for is wrapped, shortened with a tool tip, or makes room
for what counts more.
"""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QSlider, QTableView, QToolButton, QWidget

from desktop_app.core.events import IndexingProgress
from desktop_app.gui.dialogs.rename_sounds import RenameSoundsDialog
from desktop_app.gui.embedder_download import DownloadState
from desktop_app.gui.panels.elided_label import ElidedLabel
from desktop_app.gui.panels.lines.work_line import WorkLine
from desktop_app.gui.panels.player.speed_slider import SpeedSlider
from desktop_app.gui.panels.sounds.sound_delegates import ROW_HEIGHT
from desktop_app.gui.theme import ThemeChoice, ThemeSwitch
from tests.gui.desk import Desk
from tests.gui.evaluation.test_evaluating import labelled_folder
from tests.gui.spoken import DeskIn

SIZES = ((900, 600), (1366, 768), (1400, 900))
PROBLEM = "The output device “Interface of the upper studio, 1 and 2” is not connected; another one plays for it."


def resize(desk: Desk, width: int, height: int) -> None:
    desk.window.resize(width, height)
    for _ in range(3):  # a label that wraps asks for another height, and what is around it makes room then
        QApplication.sendPostedEvents()
        QApplication.processEvents()
    assert (desk.window.width(), desk.window.height()) == (width, height), "it does not fit on such a screen"


def cut_off(place: QWidget) -> Iterator[str]:
    """Texts in sight of which a part is missing without a word, or of which nothing is left that says something."""
    for label in place.findChildren(QLabel):
        if label.isVisible() and label.text() and (missing := missing_of(label)):
            yield f"{label.text()}: {missing}"
    for button in place.findChildren(QAbstractButton):
        if button.isVisible() and button.text() and not is_icon(button) and button.width() < button.sizeHint().width():
            yield f"[{button.text()}]: {button.width()} of {button.sizeHint().width()}"


def missing_of(label: QLabel) -> str:
    """What there is of the room that the text needs; empty where that is enough."""
    if label.wordWrap():
        height = label.heightForWidth(label.width())
        return f"{label.height()} pixels high of {height}" if height > label.height() else ""
    text = label.text().replace("&", "") if label.buddy() is not None else label.text()
    needed = label.fontMetrics().horizontalAdvance(text)
    if isinstance(label, ElidedLabel):
        needed = min(needed, label.fontMetrics().horizontalAdvance(label.text()[:6] + "…"))
        if label.text() not in label.toolTip():
            return "a tool tip"
    width = label.contentsRect().width()
    return f"{width} pixels of {needed}" if width < needed else ""


def is_icon(button: QAbstractButton) -> bool:
    return isinstance(button, QToolButton) and not button.toolButtonStyle().name.startswith("ToolButtonText")


def all_at_once(desk: Desk) -> None:
    """Everything that the window may have to say at the same time."""
    desk.select("heavy rain.wav")
    desk.window.offer.offer(begun=True)
    desk.window.player._controls.show_problem(PROBLEM)
    status = desk.window.status
    status.show_problems(12)
    status.show_progress(IndexingProgress(42_117, 100_000, 36.0))
    status.show_successor("clap-htsat-fused", IndexingProgress(1_200, 99_000, 4.0))
    status.show_download(DownloadState("clap-htsat-fused", 120_000_000, 617_000_000, 3.2e6))


def name_of(desk: Desk) -> QLabel:
    labels = desk.window.player._controls.findChildren(QLabel)
    return next(label for label in labels if label.text() == "heavy rain.wav")


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_nothing_is_cut_off_on_a_small_screen(language: str, desk_in: DeskIn) -> None:
    desk = desk_in(language)
    all_at_once(desk)
    for size in SIZES:
        for notice in ("", "The folder “Recordings of last summer” cannot be read. Connect its disk, then rescan it."):
            desk.window.status.show_notice(notice)
            resize(desk, *size)
            parts = (desk.window.player._controls, desk.window.offer, desk.window.status)
            assert [f"{size}: {text}" for part in parts for text in cut_off(part)] == []


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_a_review_says_all_it_has_to_say_on_a_small_screen(language: str, desk_in: DeskIn) -> None:
    desk = desk_in(language)
    desk.conversation.tagging.reviewing.begin(("test", "rain"))
    desk.settle()
    page = desk.conversation.tagging.reviewing.page
    desk.until(page.isVisible)
    desk.window.offer.hide()
    for size in SIZES:
        resize(desk, *size)
        assert [f"{size}: {text}" for text in cut_off(page)] == []
        page.move_line(0.97)
        resize(desk, *size)
        assert [f"{size}: {text}" for text in cut_off(page)] == []
        assert page.list.viewport().height() >= ROW_HEIGHT, "a sound can be seen"


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_an_evaluation_says_all_it_has_to_say_on_a_small_screen(language: str, desk_in: DeskIn, tmp_path: Path) -> None:
    desk = desk_in(language)
    desk.window.offer.hide()
    evaluating = desk.conversation.evaluating
    page = evaluating.page
    evaluating.open()
    for size in SIZES:
        resize(desk, *size)
        assert [f"{size}: {text}" for text in cut_off(page)] == []
        assert page.form.horizontalScrollBar().maximum() == 0, "one need not scroll sideways"
    page.form.show_place(labelled_folder(tmp_path))
    page.form.run.click()
    desk.until(lambda: page.shows_results)
    page.show_message(PROBLEM)
    for size in SIZES:
        for part in range(page.results.tabs.count()):
            page.results.tabs.setCurrentIndex(part)
            resize(desk, *size)
            assert [f"{size}, part {part}: {text}" for text in cut_off(page)] == []
    resize(desk, *SIZES[0])
    page.show_message("")
    for view in (page.results.labels, page.results.wrong, page.results.confusion.view):
        page.results.show_part(view)
        resize(desk, *SIZES[0])
        assert view.viewport().height() >= 30, "some of it can be seen"


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_the_vocabulary_editor_and_the_renaming_fit_on_a_small_screen(language: str, desk_in: DeskIn) -> None:
    desk = desk_in(language)
    desk.conversation.renaming.open()
    dialog = desk.conversation.renaming.dialog
    assert isinstance(dialog, RenameSoundsDialog)
    desk.until(lambda: not desk.conversation.renaming.runner.busy)
    dialog.resize(900, 600)
    dialog.line.show_progress("1 / 2", 1, 2, can_pause=True)
    dialog.undo.show()
    QApplication.processEvents()
    assert (dialog.width(), dialog.height()) == (900, 600)
    assert list(cut_off(dialog)) == []
    dialog.reject()
    vocabularies = desk.conversation.tagging.vocabularies
    vocabularies.edit()
    editor = vocabularies.editor
    editor.resize(960, 600)
    QApplication.processEvents()
    assert (editor.width(), editor.height()) == (960, 600)
    assert list(cut_off(editor)) == []
    tags = next(view for view in editor.findChildren(QTableView) if view.horizontalHeader().isVisible())
    assert tags.viewport().height() >= 3 * tags.rowHeight(0), "some tags can be seen"


@pytest.mark.parametrize("theme", [ThemeChoice.DARK, ThemeChoice.LIGHT])
def test_the_sounds_name_comes_before_its_format_and_the_slider_for_the_speed(
    desk: Desk, theme: ThemeChoice, theme_switch: ThemeSwitch
) -> None:
    theme_switch.choose(theme)
    desk.select("heavy rain.wav")
    speed, name = desk.window.player.findChild(SpeedSlider), name_of(desk)
    resize(desk, 1400, 900)
    assert speed.isVisible()
    resize(desk, 900, 600)
    assert not speed.isVisible()
    assert name.contentsRect().width() >= min(104, name.fontMetrics().horizontalAdvance(name.text()))
    assert "WAV" in name.toolTip(), "what had to go is in the tool tip"
    assert all(slider.width() >= 40 for slider in desk.window.player.findChildren(QSlider) if slider.isVisible())


def test_a_speed_that_is_not_the_usual_one_is_seen_in_any_window(desk: Desk) -> None:
    desk.select("heavy rain.wav")
    resize(desk, 900, 600)
    seen = [label.text() for label in desk.window.player.findChildren(QLabel) if label.isVisible()]
    assert "1.00×" not in seen
    desk.window.actions_.listening.faster.trigger()
    seen = [label.text() for label in desk.window.player.findChildren(QLabel) if label.isVisible()]
    assert "1.06×" in seen
    back = next(b for b in desk.window.player.findChildren(QToolButton) if b.accessibleName() == "Speed as recorded")
    assert back.isVisible()


def test_two_pieces_of_work_have_room_in_one_line_of_a_usual_window_and_three_in_two(desk: Desk) -> None:
    status = desk.window.status
    resize(desk, 1400, 900)
    one_line = status.height()
    status.show_progress(IndexingProgress(42_117, 100_000, 36.0))
    status.show_download(DownloadState("clap-htsat-fused", 120_000_000, 617_000_000, 3.2e6))
    resize(desk, 1400, 900)
    assert status.height() == one_line
    assert shortened(desk) == []
    status.show_successor("clap-htsat-fused", IndexingProgress(1_200, 99_000, 4.0))
    resize(desk, 1400, 900)
    assert status.height() > one_line
    assert shortened(desk) == []
    lines = [line for line in status.findChildren(WorkLine) if line.isVisible()]
    assert all(not one.geometry().intersects(other.geometry()) for one, other in pairwise(lines))
    status.show_download(None)
    status.show_successor("", None)
    resize(desk, 1400, 900)
    assert status.height() == one_line


def shortened(desk: Desk) -> list[str]:
    labels = [label for line in desk.window.status.findChildren(WorkLine) for label in line.findChildren(QLabel)]
    seen = [label for label in labels if label.isVisible()]
    return [label.text() for label in seen if label.fontMetrics().horizontalAdvance(label.text()) > label.width()]
