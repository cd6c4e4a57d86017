"""Names of files, tags and collections are shown letter for letter, whatever Qt could take them for.

A file may be called as HTML is written, with a picture from another machine in it; and an ampersand is no key.
"""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt, QTimer
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtGui import Qt as RichText
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QMenu,
    QMessageBox,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.core.example import Example
from desktop_app.core.sound_events import SoundEvent
from desktop_app.core.tag import Tag, Vocabulary
from desktop_app.core.verdict import Judgement
from desktop_app.core.vocabulary_writing import format_vocabulary
from desktop_app.gui.dialogs.note import NoteDialog
from desktop_app.gui.dialogs.questions import Questions
from desktop_app.gui.panels.player.event_lane import EventLane
from desktop_app.gui.panels.vocabularies.vocabulary_editor import VocabularyEditor
from desktop_app.gui.plain_text import PlainLabel, plain_tip, shown_name, title_of, without_mark
from desktop_app.paths import Profile
from tests.gui.desk import Desk, OpenDesk
from tests.gui.profile import profile_with_vocabulary
from tests.sounds import make, noise, tone

FILE = "<b>x<img src=file:evil.png>&y"
"""No name of a file has a slash."""
TAG = '<b>x</b><img src="file:///evil.png">&y'
GUI = Path(__file__).parents[2] / "desktop_app" / "gui"
UNSEEN = "invoice \u202evaw.exe\nnext \udcff"
"""A name that looks like another, in two lines, with a byte that is no letter."""
SHOWN = "invoice ⟨U+202E⟩vaw.exe⟨U+000A⟩next �"
OBEYED = re.compile("[\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
MARKS = ("<b>x", "<img", "evil.png", "&y")
"""Pieces that show that a text has one of the names in it."""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such names of files")


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    profile = profile_with_vocabulary(tmp_path / "profile")
    tags = (Tag("x", TAG, (TAG, "rain"), group=TAG), Tag("rain", "Rain", ("rain",), aliases=(f"{TAG} too",)))
    hostile = Vocabulary("hostile", TAG, TAG, tags)
    (profile.vocabularies / "hostile.toml").write_text(format_vocabulary(hostile), encoding="utf-8")
    (profile.vocabularies / f"{FILE}.toml").write_text("[", encoding="utf-8")
    profile.settings_file.write_text('vocabularies = ["hostile", "test"]\n', encoding="utf-8")
    return profile


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / FILE
    (folder / FILE).mkdir(parents=True)
    make(folder, name=FILE, frames=tone(0.3, hertz=60))
    make(folder / FILE, name=f"{FILE} 2", frames=noise(0.5, seed=1))
    make(folder, name="plain", frames=tone(0.3, hertz=90)).rename(folder / f"{UNSEEN}.wav")
    (folder / UNSEEN).mkdir()
    inside = make(folder, name="inside", frames=tone(0.3, hertz=120))
    inside.rename(folder / UNSEEN / inside.name)
    (folder / f"{UNSEEN}.mp3").write_text("Neither is this.\n" * 50)
    (folder / f"{FILE}.mp3").write_text("Dear diary, this is not a sound.\n" * 50)
    return folder


def has_name(text: str) -> bool:
    return any(mark in text for mark in MARKS)


def wrong_tip(tip: str) -> bool:
    """A tip is a plain text, or shows one letter for letter."""
    if not RichText.mightBeRichText(tip):
        return False
    document = QTextDocument()
    document.setHtml(tip)
    return not has_name(document.toPlainText()) or "<img" in tip


def items(model: QAbstractItemModel, parent: QModelIndex | None = None) -> Iterator[QModelIndex]:
    parent = parent or QModelIndex()
    for row in range(min(model.rowCount(parent), 50)):
        yield model.index(row, 0, parent)
        if not isinstance(model, QAbstractListModel):
            for column in range(1, model.columnCount(parent)):
                yield model.index(row, column, parent)
        yield from items(model, model.index(row, 0, parent))


class Looking:
    """Goes through all that is shown, and counts where the names are."""

    def __init__(self) -> None:
        self.wrong: list[str] = []
        self.seen: dict[str, int] = {}
        self.signs = 0
        """How often a sign stands for what would have been obeyed."""

    def note(self, what: str, text: str, *, wrong: bool) -> None:
        self.signs += SHOWN[:16] in text
        if what != "spoken" and OBEYED.search(text):
            self.wrong.append(f"{what} that is obeyed: {text!a}")
        if has_name(text):
            self.seen[what] = self.seen.get(what, 0) + 1
        if wrong:
            self.wrong.append(f"{what}: {text}")

    def look(self) -> None:
        for widget in QApplication.allWidgets():
            self._look_at(widget)

    def _look_at(self, widget: QWidget) -> None:
        self.note("tool tip", widget.toolTip(), wrong=wrong_tip(widget.toolTip()))
        for spoken in (widget.accessibleName(), widget.accessibleDescription()):
            self.note("spoken", spoken, wrong="&lt;" in spoken or "&amp;" in spoken)
        if isinstance(widget, QLabel) and widget.inherits("QTipLabel"):
            self.note("tip shown", widget.text(), wrong=wrong_tip(widget.text()))
        elif isinstance(widget, QLabel):
            is_plain = widget.textFormat() == Qt.TextFormat.PlainText
            has_key = widget.buddy() is not None and has_name(widget.text())
            self.note("label", widget.text(), wrong=has_key or not (is_plain or is_of_qt(widget)))
        if isinstance(widget, QAbstractButton):
            self.note("button", widget.text(), wrong=is_a_key(widget.text()))
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            for index in items(widget.model()):
                tip = index.data(Qt.ItemDataRole.ToolTipRole)
                self.note("tip of an item", str(tip or ""), wrong=wrong_tip(str(tip or "")))
                spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
                self.note("item", spoken, wrong="&lt;" in spoken)
                shown = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
                self.note("cell", shown, wrong="vaw.exe" in shown and "\n" in shown)
        for action in widget.actions():
            self.look_at_action(action)

    def look_at_action(self, action: QAction) -> None:
        self.note("action", action.text(), wrong=is_a_key(action.text()))
        if not any(isinstance(place, QMenu) and not place.toolTipsVisible() for place in action.associatedObjects()):
            self.note("tip of an action", action.toolTip(), wrong=wrong_tip(action.toolTip()))


def is_a_key(text: str) -> bool:
    """Whether the y of the names would be underlined."""
    return re.search(r"(?<!&)(&&)*&y\b", text) is not None


def is_of_qt(label: QLabel) -> bool:
    """Of a dialog or a bar of Qt's own."""
    return type(label) is QLabel and not has_name(label.text())


def quiet(desk: Desk) -> None:
    desk.until(lambda: not desk.conversation.operations.busy)


NAME = f"{FILE}.wav"
PLACES = {"label", "tool tip", "tip shown", "spoken", "button", "item", "tip of an item", "action"}


def test_no_name_is_taken_for_anything_but_itself(open_desk: OpenDesk, folder: Path) -> None:
    looking = Looking()
    desk = open_desk()
    desk.conversation.operations.add_folders([folder])
    quiet(desk)
    desk.settle()
    desk.until(lambda: NAME in desk.names())
    assert f"{SHOWN}.wav" in desk.names()
    desk.select(f"{SHOWN}.wav")
    desk.until(lambda: desk.conversation.operations.busy is False)
    looking.look()
    assert looking.signs > 3
    name_everything(desk, looking)
    search_by_example(desk, folder, looking)
    open_what_else_opens(desk, looking)
    assert looking.wrong == [], "\n".join(sorted(set(looking.wrong)))
    missing = PLACES - set(looking.seen)
    assert not missing, f"the names were nowhere among {missing}"


def name_everything(desk: Desk, looking: Looking) -> None:
    """A tag is given, a collection is made, a search is kept, and all of it can be undone."""
    window, actions, talk = desk.window, desk.window.actions_, desk.conversation
    desk.select(NAME)
    window.selected_tags.judged.emit(("hostile", "x"), Judgement.ADDED)
    desk.until(lambda: "x</b>" in actions.tagging.undo.text())
    looking.look()
    talk.collecting.collections_menu().actions()[-1].trigger()
    desk.until(lambda: talk.collecting.panel.model.rowCount() == 1)
    talk.collecting.panel.model.item(0).setText(TAG)
    desk.until(lambda: has_name(talk.collecting.collections_menu().actions()[0].text()))
    for action in talk.collecting.collections_menu().actions():
        looking.look_at_action(action)
    actions.finding.save_search.trigger()
    desk.search(f"tag:'{TAG}' -name:\"{FILE}\" <b>x&y</b>")
    actions.finding.save_search.trigger()
    quiet(desk)
    looking.look()


def search_by_example(desk: Desk, folder: Path, looking: Looking) -> None:
    """With words, weighed; and it is asked why a sound was found."""
    window = desk.window
    sound = desk.earmark.library.sounds.by_path(folder / NAME)
    assert sound is not None
    desk.conversation.finding.find_like(Example(sound.sound_id, name=NAME))
    window.search.show_line("<b>x</b>&y <img")
    desk.until(lambda: len(desk.names()) == 4)
    window.sounds.view.select_ids(window.sounds.model.sound_ids[:1], int(window.sounds.model.sound_ids[0]))
    quiet(desk)
    window.actions_.finding.why.trigger()
    desk.until(lambda: has_name(QToolTip.text()))
    looking.look()
    QToolTip.hideText()
    window.search.clear_now()
    desk.search("")
    desk.until(lambda: NAME in desk.names())


def open_what_else_opens(desk: Desk, looking: Looking) -> None:
    """Events, problems, the review, a note, the dialogs and the editor; closed again."""
    window, actions, talk = desk.window, desk.window.actions_, desk.conversation
    desk.select(NAME)
    hostile = next(scored for scored in desk.earmark.tagger.tags if scored.key == ("hostile", "x"))
    lane = window.findChild(EventLane)
    assert lane is not None
    lane.show_events([SoundEvent(hostile, 0.0, 0.2, 0.9)])
    looking.look()
    actions.housekeeping.problems.trigger()
    desk.until(lambda: talk.troubles.panel.model.rowCount() > 0)
    view = talk.troubles.panel.view
    view.setCurrentIndex(view.model().index(0, 0))
    looking.look()
    talk.tagging.reviewing.begin(("hostile", "x"))
    desk.until(lambda: talk.tagging.reviewing.page.progress is not None)
    looking.look()
    actions.collecting.note.trigger()
    note = window.findChild(NoteDialog)
    assert note is not None
    looking.look()
    note.reject()
    for action in (actions.tagging.vocabularies, actions.housekeeping.shortcuts, actions.housekeeping.preferences):
        action.trigger()
        quiet(desk)
        looking.look()
    assert window.findChild(VocabularyEditor) is not None
    for dialog in QApplication.topLevelWidgets():
        if dialog is not window and dialog.isVisible():
            dialog.close()


def test_a_question_asks_letter_for_letter(qtbot: QtBot) -> None:
    found: list[tuple[Qt.TextFormat, str]] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        found.append((box.textFormat(), box.text()))
        box.reject()

    parent = QWidget()
    qtbot.addWidget(parent)
    QTimer.singleShot(0, look)
    assert Questions().ask(parent, f"Replace “{TAG}”?", ["Replace it"]) is None
    assert found == [(Qt.TextFormat.PlainText, f"Replace “{TAG}”?")]


@pytest.mark.parametrize(
    "text",
    [
        TAG,
        FILE,
        f"\n {TAG}",
        "&lt;b&gt;",
        "a < b",
        "Rain",
        "",
        "<b>bold</b>\n  two   blanks\n<i>",
        "<table>",
        "<!-- x",
        "R&B",
    ],
)
def test_a_tip_is_read_as_it_was_written(text: str) -> None:
    tip = plain_tip(text)
    document = QTextDocument()
    if RichText.mightBeRichText(tip):
        document.setHtml(tip)
        shown = document.toPlainText()
        assert shown.replace("\xa0", " ").split() == text.split()
    else:
        assert tip == text


def test_a_label_is_plain_and_so_is_its_tip(qtbot: QtBot) -> None:
    label = PlainLabel(TAG)
    qtbot.addWidget(label)
    label.setToolTip(TAG)
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert not wrong_tip(label.toolTip())
    assert label.text() == TAG


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        (UNSEEN, SHOWN),
        ("a\tb\r\0", "a⟨U+0009⟩b⟨U+000D⟩⟨U+0000⟩"),
        ("\x7f\x85", "⟨U+007F⟩⟨U+0085⟩"),
        ("\u200bx\ufeff\u2028", "⟨U+200B⟩x⟨U+FEFF⟩⟨U+2028⟩"),
        ("Grüße, שלום, 👩\u200d🚒 ☂", "Grüße, שלום, 👩\u200d🚒 ☂"),
        ("r\u00ada\u034fi\u2061n\u2064\u180e\u206a", "r⟨U+00AD⟩a⟨U+034F⟩i⟨U+2061⟩n⟨U+2064⟩⟨U+180E⟩⟨U+206A⟩"),
        ("rain\U000e0041\U000e007f\u3164\ufffa", "rain⟨U+E0041⟩⟨U+E007F⟩⟨U+3164⟩⟨U+FFFA⟩"),
        ("rain\u200d\u200d.\u200cwav", "rain⟨U+200D⟩⟨U+200D⟩.⟨U+200C⟩wav"),
        ("می\u200cخواهم ශ්\u200dරී ❤\ufe0f\u200d🔥", "می\u200cخواهم ශ්\u200dරී ❤\ufe0f\u200d🔥"),
    ],
)
def test_what_would_be_obeyed_is_seen(name: str, shown: str) -> None:
    assert shown_name(name) == shown
    assert shown_name(shown) == shown


def test_a_text_keeps_its_lines_and_nothing_else_that_is_obeyed(qtbot: QtBot) -> None:
    label = PlainLabel("one\ntwo\u202e")
    qtbot.addWidget(label)
    assert label.text() == "one\ntwo⟨U+202E⟩"
    assert plain_tip("one\ntwo\u202e") == "one\ntwo⟨U+202E⟩"


@pytest.mark.parametrize("name", ["R&B", "&y", "a && b", TAG, "Rain"])
def test_an_ampersand_is_no_key_and_is_read_again(name: str) -> None:
    assert not is_a_key(without_mark(name))
    assert title_of(without_mark(name)) == name


def test_there_is_no_other_kind_of_label() -> None:
    """Whoever makes one need not think of what will be written on it."""
    made = [path.name for path in sorted(GUI.rglob("*.py")) if re.search(r"\bQLabel\(", path.read_text("utf-8"))]
    assert made == []
    derived = [path.name for path in sorted(GUI.rglob("*.py")) if "(QLabel)" in path.read_text("utf-8")]
    assert derived == ["plain_text.py"]
