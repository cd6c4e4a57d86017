"""The window can be used without a mouse, without seeing icons, and on a screen of any density."""

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QSlider,
    QWidget,
)

from desktop_app.core.events import IndexingProgress
from desktop_app.core.metadata import EmbeddedText, Field, Metadata
from desktop_app.exchange.importing import Conflict, ImportPlan, Offer, Subject
from desktop_app.file_changes.taking_back import Offer as TakingBackOffer
from desktop_app.gui.dialogs.about import AboutDialog
from desktop_app.gui.dialogs.command_palette import CommandPalette
from desktop_app.gui.dialogs.crash import CrashDialog
from desktop_app.gui.dialogs.import_said import ImportDialog
from desktop_app.gui.dialogs.rename_sounds import RenameSoundsDialog
from desktop_app.gui.dialogs.take_back_writing import TakeBackWritingDialog
from desktop_app.gui.dialogs.write_tags import WriteTagsDialog
from desktop_app.gui.embedder_download import DownloadState
from desktop_app.gui.icons import icon
from desktop_app.gui.panels.vocabularies.vocabulary_editor import VocabularyEditor
from desktop_app.library.metadata.journal import Run
from tests.gui.desk import Desk

NAMED = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView, QSlider, QProgressBar)
"""What takes the keyboard or shows a state: a screen reader must be able to say what it is."""


def preferences(desk: Desk) -> QWidget:
    desk.window.actions_.housekeeping.preferences.trigger()
    desk.until(lambda: QApplication.activeModalWidget() is not None)
    return modal()


def sheet(desk: Desk) -> QWidget:
    desk.window.actions_.housekeeping.shortcuts.trigger()
    return modal()


def modal() -> QDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    return dialog


def palette(desk: Desk) -> QWidget:
    return CommandPalette(desk.conversation.commanding.commands(), desk.window)


def problems(desk: Desk) -> QWidget:
    desk.conversation.troubles.open()
    return desk.conversation.troubles.panel


def busy_window(desk: Desk) -> QWidget:
    """Everything that is shown only while something long goes on."""
    status = desk.window.status
    status.show_progress(IndexingProgress(1, 2, 1.0))
    status.show_download(DownloadState("clap", 1, 2, 1.0))
    status.show_successor("clap", IndexingProgress(1, 2, 1.0))
    desk.window.offer.offer(begun=True)
    return desk.window


def evaluation(desk: Desk) -> QWidget:
    """The form; what is in the results is there, unseen."""
    desk.conversation.evaluating.open()
    return desk.conversation.evaluating.page


def writing(desk: Desk) -> QWidget:
    """With all its buttons."""
    desk.conversation.writing.open()
    dialog = desk.conversation.writing.dialog
    assert isinstance(dialog, WriteTagsDialog)
    desk.until(lambda: bool(dialog.line.text) and not desk.conversation.writing.runner.busy)
    dialog.line.show_progress("1 / 2", 1, 2, can_pause=True)
    dialog.undo.show()
    return dialog


def renaming(desk: Desk) -> QWidget:
    """With all its buttons."""
    desk.conversation.renaming.open()
    dialog = desk.conversation.renaming.dialog
    assert isinstance(dialog, RenameSoundsDialog)
    dialog.line.show_progress("1 / 2", 1, 2, can_pause=True)
    dialog.undo.show()
    return dialog


def taking_back(desk: Desk) -> QWidget:
    run = Run(1, datetime.now(UTC), ())
    offer = TakingBackOffer(run, is_there=True, was_tried=True)
    dialog = TakeBackWritingDialog(desk.conversation.writing.runner, offer, lambda: None, desk.window)
    dialog.line.show_progress("1 / 2", 1, 2, can_pause=True)
    return dialog


def importing(desk: Desk) -> QWidget:
    """With something in all its tables."""
    conflict = Conflict(Path("/a.wav"), b"", Subject.RATING, "3", "5")
    plan = ImportPlan(unknown=["/gone.wav"], conflicts={conflict: None})
    return ImportDialog("list.json", Offer((), plan, {}, {}, 0, {}, (), (), ()), desk.window)


def in_the_file(desk: Desk) -> QWidget:
    """A file that says something in every field."""
    place = desk.window.selected_tags.in_file
    place.show_texts(Metadata(tuple(EmbeddedText(field, field.value, "iXML") for field in Field)))
    return place


PLACES: dict[str, Callable[[Desk], QWidget]] = {
    "window": busy_window,
    "preferences": preferences,
    "shortcuts": sheet,
    "palette": palette,
    "problems": problems,
    "evaluation": evaluation,
    "importing": importing,
    "in the file": in_the_file,
    "writing": writing,
    "renaming": renaming,
    "taking back": taking_back,
    "vocabularies": lambda desk: VocabularyEditor(desk.earmark, desk.window),
    "about": lambda desk: AboutDialog(desk.window, profile=desk.earmark.profile),
    "crash": lambda desk: CrashDialog("Traceback", desk.earmark.profile.logs, desk.window),
}


@pytest.mark.parametrize("place", PLACES)
def test_everything_one_can_use_has_a_name_for_those_who_cannot_see_it(place: str, desk: Desk) -> None:
    widget = PLACES[place](desk)
    unnamed = [w for kind in NAMED for w in widget.findChildren(kind) if not name_of(w) and not of_qt(w)]
    assert [(type(w).__name__, ancestors(w)) for w in unnamed] == []
    if widget is not desk.window:
        widget.close()


def name_of(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    if text or widget.accessibleName():
        return text or widget.accessibleName()
    # Qt tells screen readers of the label that a field is the buddy of.
    labels = widget.window().findChildren(QLabel)
    return next((label.text() for label in labels if label.buddy() is widget), "")


def of_qt(widget: QWidget) -> bool:
    """Parts that Qt makes inside its own widgets, and names itself."""
    inside = widget.parentWidget()
    while inside is not None:
        if isinstance(inside, QComboBox | QAbstractSpinBox):
            return True
        inside = inside.parentWidget()
    return isinstance(widget, QHeaderView) or widget.metaObject().className() == "QTableCornerButton"


def ancestors(widget: QWidget) -> str:
    names = []
    parent = widget.parentWidget()
    while parent is not None:
        names.append(type(parent).__name__)
        parent = parent.parentWidget()
    return " < ".join(names)


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_icons_are_drawn_for_the_density_of_the_screen(scale: float, qapp: QApplication) -> None:
    picture = icon("settings").pixmap(QSize(20, 20), scale)
    assert picture.devicePixelRatio() == scale
    assert picture.width() == round(20 * scale)


@pytest.fixture
def pictures(tmp_path: Path) -> Callable[[float], QImage]:
    """The empty window as a screen of each density shows it, from a process of its own."""

    def draw(scale: float) -> QImage:
        target = tmp_path / f"window-{scale}.png"
        environment = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(scale)}
        subprocess.run([sys.executable, "-c", DRAW, str(target)], env=environment, check=True, timeout=120)
        return QImage(str(target))

    return draw


DRAW = """
import sys
from PySide6.QtWidgets import QApplication
from desktop_app.gui.panels.first_run import FirstRunPage
from desktop_app.gui.theme import ThemeChoice, ThemeSwitch
app = QApplication(["test"])
ThemeSwitch(app, ThemeChoice.DARK)
page = FirstRunPage()
page.resize(800, 500)
page.show()
app.processEvents()
assert page.grab().save(sys.argv[1])
"""


def test_a_dense_screen_shows_more_detail_and_not_larger_pixels(pictures: Callable[[float], QImage]) -> None:
    for scale in (1.0, 1.5, 2.0):
        picture = pictures(scale)
        assert (picture.width(), picture.height()) == (round(800 * scale), round(500 * scale))
        if scale == 2.0:
            # Enlarged pixels come in equal blocks of four; what is drawn for the screen does not.
            blocks = uneven = 0
            for x in range(0, picture.width() - 1, 2):
                for y in range(0, picture.height() - 1, 2):
                    block = {picture.pixel(x + i, y + j) for i in (0, 1) for j in (0, 1)}
                    edge = picture.pixel(x, y) != picture.pixel(0, 0)
                    blocks += edge
                    uneven += edge and len(block) > 1
            assert uneven > blocks / 20


def test_what_takes_the_keyboard_can_be_reached_with_tab(desk: Desk) -> None:
    chain: list[QWidget] = [desk.window.search]
    while (following := chain[-1].nextInFocusChain()) is not chain[0]:
        chain.append(following)
    reached = {id(widget) for widget in chain if widget.focusPolicy() & Qt.FocusPolicy.TabFocus}
    for widget in (desk.window.sounds.view, desk.window.folders.tree, desk.window.tags.tree):
        assert id(widget) in reached, widget.accessibleName()
