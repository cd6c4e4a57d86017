"""The vocabulary editor as a person finds it, on real files, for tests of what is done in it."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPlainTextEdit, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.tag import Tag, Vocabulary
from desktop_app.core.vocabulary_writing import format_vocabulary
from desktop_app.gui.panels.vocabularies.vocabulary_editor import VocabularyEditor
from desktop_app.library.vocabularies.vocabulary_files import VocabularyFiles
from desktop_app.paths import Profile
from desktop_app.settings import Settings, SettingsError
from tests.gui.answers import Answers
from tests.gui.stand_ins import sound

W = TypeVar("W", bound=QWidget)

RAIN = Tag("rain", "rain", ("rain falling", "rain on a roof"), ("applause",), ("shower",), "#56b9e0", "weather", 0.6)
DOG = Tag("dog", "dog", ("a dog barking",), group="animals")
EVERYDAY = Vocabulary("everyday", "Everyday", "Sounds of every day", (RAIN, DOG))
FOLEY = Vocabulary("foley", "Foley", "", (Tag("cloth", "cloth", ("cloth rustling",)),))


class ProfileInUse:
    """What the editor needs of an open profile: real files, and a note of what it asked for."""

    def __init__(self, folder: Path) -> None:
        self.profile = Profile.at(folder / "profile")
        self.own = self.profile.vocabularies
        (folder / "shipped").mkdir()
        self.own.mkdir(parents=True)
        (folder / "shipped" / "everyday.toml").write_text("# by us\n" + format_vocabulary(EVERYDAY), encoding="utf-8")
        (self.own / "foley.toml").write_text(format_vocabulary(FOLEY), encoding="utf-8")
        self.vocabularies = VocabularyFiles(folder / "shipped", self.own)
        self.settings = Settings(vocabularies=("everyday",))
        self.library = SimpleNamespace(sounds=SimpleNamespace(many=lambda ids: [sound(number) for number in ids]))
        self.taggings = 0
        self.disk_full = False

    def load_tags_soon(self) -> None:
        self.taggings += 1

    def set_active_vocabularies(self, names: Sequence[str]) -> None:
        self.change_settings(vocabularies=tuple(names))

    def change_settings(self, *, vocabularies: tuple[str, ...]) -> None:
        if self.disk_full:
            raise SettingsError("The settings cannot be saved: no space left.")
        self.settings = replace(self.settings, vocabularies=vocabularies)


class Window:
    """The editor as a person finds it: by what is written on things."""

    def __init__(self, editor: VocabularyEditor, earmark: ProfileInUse, answers: Answers, qtbot: QtBot) -> None:
        self.editor, self.earmark, self.answers, self.qtbot = editor, earmark, answers, qtbot

    def named(self, kind: type[W], name: str) -> W:
        return next(widget for widget in self.editor.findChildren(kind) if widget.accessibleName() == name)

    def labelled(self, kind: type[W], label: str) -> W:
        label_widget = next(w for w in self.editor.findChildren(QLabel) if w.text().replace("&", "") == label)
        buddy = label_widget.buddy()
        assert isinstance(buddy, kind)
        return buddy

    def button(self, label: str) -> QPushButton:
        return next(b for b in self.editor.findChildren(QPushButton) if b.text().replace("&", "") == label)

    def press(self, label: str) -> None:
        self.qtbot.mouseClick(self.button(label), Qt.MouseButton.LeftButton)

    def write(self, label: str, text: str) -> None:
        self.labelled(QPlainTextEdit, label).setPlainText(text)

    @property
    def name(self) -> QLineEdit:
        return self.labelled(QLineEdit, "Name")

    @property
    def rows(self) -> list[str]:
        model = self.named(QTableView, "Tags").model()
        return [model.index(row, 0).data() for row in range(model.rowCount())]

    def choose_tag(self, name: str) -> None:
        view = self.named(QTableView, "Tags")
        view.setCurrentIndex(view.model().index(self.rows.index(name), 0))

    @property
    def vocabularies(self) -> list[str]:
        listed = self.named(QListWidget, "Vocabularies")
        return [listed.item(row).text().replace("\n", "; ") for row in range(listed.count())]

    def choose_vocabulary(self, row: int) -> None:
        self.named(QListWidget, "Vocabularies").setCurrentRow(row)


@pytest.fixture
def earmark(tmp_path: Path) -> ProfileInUse:
    return ProfileInUse(tmp_path)


def open_editor(earmark: ProfileInUse, qtbot: QtBot) -> Window:
    answers = Answers()
    editor = VocabularyEditor(earmark, questions=answers)  # type: ignore[arg-type]
    qtbot.addWidget(editor, before_close_func=lambda _editor: answers.choices.append(1))
    editor.show()
    qtbot.waitExposed(editor)
    return Window(editor, earmark, answers, qtbot)


@pytest.fixture
def window(earmark: ProfileInUse, qtbot: QtBot) -> Window:
    return open_editor(earmark, qtbot)
