"""Preferences are saved only by OK and say what cannot be done; the about and crash dialogs give what they promise."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QFileDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app import __version__
from desktop_app.gui.dialogs.about import AboutDialog
from desktop_app.gui.dialogs.crash import CrashDialog
from desktop_app.gui.dialogs.exclusions import Exclusions
from desktop_app.gui.dialogs.preferences import PreferencesDialog
from desktop_app.gui.dialogs.questions import Questions
from desktop_app.gui.theme import ThemeChoice, ThemeSwitch
from desktop_app.library.library import Library
from desktop_app.paths import Profile
from desktop_app.settings import Settings, load_settings, save_settings, sentence_of


@dataclass
class Rescans:
    """The indexer's part in it: how often all folders were to be looked at again."""

    count: int = 0

    def rescan(self) -> None:
        self.count += 1


@dataclass
class ProfileInUse:
    """A real library and a real settings file."""

    profile: Profile
    library: Library
    settings: Settings = field(default_factory=Settings)
    indexer: Rescans = field(default_factory=Rescans)

    def change_settings(self, **values: Any) -> None:
        self.settings = replace(self.settings, **values)
        save_settings(self.profile.settings_file, self.settings)


def ask_and_press(parent: QWidget, label: str) -> int | None:
    """Ask for real, and press a button of the dialog once it is there."""

    def press() -> None:
        box = QApplication.activeModalWidget()
        if box is None:
            QTimer.singleShot(0, press)
            return
        next(b for b in box.findChildren(QPushButton) if b.text().replace("&", "") == label).click()

    QTimer.singleShot(0, press)
    return Questions().ask(parent, "Save the changes?", ["Save", "Close without saving"])


@pytest.fixture
def earmark(tmp_path: Path) -> Iterator[ProfileInUse]:
    profile = Profile.at(tmp_path)
    profile.create()
    with Library.open(profile.library_file, profile.cache_file, writable=True) as library:
        library.folders.exclude("Freeze")
        yield ProfileInUse(profile, library)


@pytest.fixture
def show(qtbot: QtBot) -> Callable[[QDialog], Any]:
    def shown(dialog: QDialog) -> Any:
        qtbot.addWidget(dialog)
        dialog.show()
        qtbot.waitExposed(dialog)
        return dialog

    return shown


def named(dialog: QWidget, kind: type[Any], name: str) -> Any:
    return next(w for w in dialog.findChildren(kind) if w.accessibleName() == name)


def button(dialog: QWidget, label: str) -> QPushButton:
    return next(b for b in dialog.findChildren(QPushButton) if b.text().replace("&", "") == label)


def choose(box: QComboBox, value: object) -> None:
    box.setCurrentIndex(box.findData(value))


def test_ok_saves_what_was_chosen(earmark: ProfileInUse, show: Callable[..., Any], qtbot: QtBot) -> None:
    dialog = show(PreferencesDialog(earmark))  # type: ignore[arg-type]
    choose(named(dialog, QComboBox, "Theme"), "light")
    choose(named(dialog, QComboBox, "Processor cores"), 1)
    next(b for b in dialog.findChildren(QCheckBox) if b.text() == sentence_of("audition")).setChecked(False)
    with qtbot.waitSignal(dialog.theme_chosen) as theme:
        qtbot.mouseClick(button(dialog, "OK"), Qt.MouseButton.LeftButton)
    assert theme.args == ["light"]
    assert not dialog.isVisible()
    saved = load_settings(earmark.profile.settings_file)
    assert (saved.theme, saved.threads, saved.audition) == ("light", 1, False)
    assert earmark.indexer.count == 0


def test_cancel_saves_nothing(earmark: ProfileInUse, show: Callable[..., Any], qtbot: QtBot) -> None:
    dialog = show(PreferencesDialog(earmark))  # type: ignore[arg-type]
    choose(named(dialog, QComboBox, "Theme"), "dark")
    qtbot.mouseClick(button(dialog, "Cancel"), Qt.MouseButton.LeftButton)
    assert load_settings(earmark.profile.settings_file) == Settings()


def test_an_embedder_that_is_not_there_cannot_be_chosen_and_says_its_size(
    earmark: ProfileInUse, show: Callable[..., Any]
) -> None:
    dialog = show(PreferencesDialog(earmark))  # type: ignore[arg-type]
    box = named(dialog, QComboBox, "Listening")
    row = box.findData("clap-htsat-fused")
    assert "not downloaded, 617 MB" in box.itemText(row)
    assert not box.model().index(row, 0).flags() & Qt.ItemFlag.ItemIsEnabled
    assert box.currentData() == "starter"
    assert "meanwhile the present one serves" in box.accessibleDescription()


def test_a_network_is_downloaded_from_the_preferences(
    earmark: ProfileInUse, show: Callable[..., Any], qtbot: QtBot
) -> None:
    dialog = show(PreferencesDialog(earmark))  # type: ignore[arg-type]
    box = named(dialog, QComboBox, "Networks to download")
    texts = [box.itemText(row) for row in range(box.count())]
    assert all("MB" in text and "Apache-2.0" in text for text in texts)
    choose(box, "clap-htsat-unfused")
    with qtbot.waitSignal(dialog.download_chosen) as chosen:
        qtbot.mouseClick(button(dialog, "Download"), Qt.MouseButton.LeftButton)
    assert chosen.args == ["clap-htsat-unfused"]
    assert not dialog.isVisible()


def test_every_setting_that_is_on_or_off_can_be_changed_with_its_sentence(
    earmark: ProfileInUse, show: Callable[..., Any]
) -> None:
    dialog = show(PreferencesDialog(earmark))  # type: ignore[arg-type]
    boxes = {box.text(): box for box in dialog.findChildren(QCheckBox)}
    switches = [item.name for item in fields(Settings) if isinstance(item.default, bool)]
    for name in switches:
        boxes[sentence_of(name)].toggle()
    dialog.accept()
    saved = load_settings(earmark.profile.settings_file)
    assert [getattr(saved, name) for name in switches] == [not getattr(Settings(), name) for name in switches]


def test_the_sections_can_be_walked_through_with_the_arrow_keys(
    earmark: ProfileInUse, show: Callable[..., Any], qtbot: QtBot
) -> None:
    dialog = show(PreferencesDialog(earmark))  # type: ignore[arg-type]
    sections = named(dialog, QListWidget, "Sections")
    shown = []
    for _ in range(sections.count()):
        shown.append([label.text() for label in dialog.findChildren(QLabel) if label.isVisible()])
        qtbot.keyClick(sections, Qt.Key.Key_Down)
    assert len({tuple(texts) for texts in shown}) == sections.count() >= 4


def test_an_own_embedder_can_be_chosen(
    earmark: ProfileInUse, show: Callable[..., Any], qtbot: QtBot, tmp_path: Path
) -> None:
    checkpoint = tmp_path / "mine"
    checkpoint.mkdir()
    for name in ("config.json", "model.safetensors"):
        (checkpoint / name).touch()
    earmark.settings = replace(earmark.settings, own_embedders=(f"mine={checkpoint}", f"gone={tmp_path / 'gone'}"))
    dialog = show(PreferencesDialog(earmark))  # type: ignore[arg-type]
    box = named(dialog, QComboBox, "Listening")
    assert "its folder is not there" in box.itemText(box.findData("gone"))
    choose(box, "mine")
    with qtbot.waitSignal(dialog.embedder_chosen) as chosen:
        dialog.accept()
    assert chosen.args == ["mine"]


def test_exclusions_are_kept_and_followed_by_a_scan(
    earmark: ProfileInUse, show: Callable[..., Any], qtbot: QtBot
) -> None:
    dialog = show(PreferencesDialog(earmark))  # type: ignore[arg-type]
    listed = named(dialog, QListWidget, "Patterns left out")
    listed.setCurrentRow(0)
    qtbot.mouseClick(button(dialog, "Remove"), Qt.MouseButton.LeftButton)
    new = named(dialog, QLineEdit, "New pattern")
    new.setText("*.bak")
    qtbot.mouseClick(button(dialog, "Add"), Qt.MouseButton.LeftButton)
    new.setText("Old takes")
    dialog.accept()
    assert earmark.library.folders.exclusions() == ["*.bak", "Old takes"]
    assert earmark.indexer.count == 1


def test_a_pattern_is_listed_once(qtbot: QtBot) -> None:
    exclusions = Exclusions(["a"])
    qtbot.addWidget(exclusions)
    new = named(exclusions, QLineEdit, "New pattern")
    for typed in ("a", " b ", "b", "  "):
        new.setText(typed)
        exclusions.add()
    assert exclusions.patterns() == ["a", "b"]


def test_settings_that_cannot_be_saved_are_said(
    earmark: ProfileInUse, show: Callable[..., Any], tmp_path: Path
) -> None:
    dialog = show(PreferencesDialog(earmark))  # type: ignore[arg-type]
    (tmp_path / "file").touch()
    earmark.profile = replace(earmark.profile, data=tmp_path / "file" / "no folder")
    choose(named(dialog, QComboBox, "Theme"), "light")
    dialog.accept()
    assert dialog.isVisible()
    assert "settings" in dialog.problem
    assert dialog.problem.endswith(".")


def test_about_names_version_licence_authors_and_folders(earmark: ProfileInUse, show: Callable[..., Any]) -> None:
    dialog = show(AboutDialog(profile=earmark.profile))
    text = "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert __version__ in text
    assert "General Public License, version 3 or later" in text
    assert all(
        name in text for name in ("YAMNet", "CLAP", "Universal Category System", "Qt", "SQLite", "Lucide", "Inter")
    )
    assert str(earmark.profile.data) in text
    assert str(earmark.profile.log_file) in text


def test_the_columns_of_about_stand_in_line_and_its_folders_can_be_shown(
    earmark: ProfileInUse, show: Callable[..., Any], qtbot: QtBot
) -> None:
    dialog = show(AboutDialog(profile=earmark.profile))
    labels = {label.text(): label for label in dialog.findChildren(QLabel)}
    texts = [label for text, label in labels.items() if "; " in text and ". " not in text]
    texts += [labels[str(path)] for path in (earmark.profile.data, earmark.profile.log_file)]
    assert len({label.x() for label in texts}) == 1
    of_yamnet = next(label for text, label in labels.items() if text.startswith("Apache-2.0; Google"))
    assert labels["YAMNet"].y() == of_yamnet.y()
    reveal = named(dialog, QToolButton, "Show in the file manager: Log")
    with qtbot.waitSignal(dialog.reveal_chosen) as chosen:
        qtbot.mouseClick(reveal, Qt.MouseButton.LeftButton)
    assert chosen.args == [earmark.profile.log_file]


def test_the_editor_is_typed_or_chosen(
    earmark: ProfileInUse, show: Callable[..., Any], qtbot: QtBot, tmp_path: Path
) -> None:
    program = tmp_path / "editor"
    program.touch()
    dialog = show(PreferencesDialog(earmark))  # type: ignore[arg-type]
    line = named(dialog, QLineEdit, "Editor")
    assert line.text() == ""
    named(dialog, QPushButton, "Choose the editor").click()
    chooser = dialog.findChild(QFileDialog)
    chooser.fileSelected.emit(str(program))
    chooser.close()
    assert line.text() == str(program)
    dialog.accept()
    assert load_settings(earmark.profile.settings_file).editor == str(program)
    again = show(PreferencesDialog(earmark))  # type: ignore[arg-type]
    assert named(again, QLineEdit, "Editor").text() == str(program)
    named(again, QLineEdit, "Editor").clear()
    again.accept()
    assert load_settings(earmark.profile.settings_file).editor == ""


def test_a_crash_can_be_read_copied_and_left(show: Callable[..., Any], qtbot: QtBot, tmp_path: Path) -> None:
    dialog = show(CrashDialog("Traceback: first", tmp_path))
    dialog.add("Traceback: second")
    qtbot.mouseClick(button(dialog, "Copy"), Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "Traceback: first\nTraceback: second"
    assert "second" in named(dialog, QPlainTextEdit, "Report").toPlainText()
    qtbot.mouseClick(button(dialog, "Continue"), Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()


def test_the_log_folder_opens(
    show: Callable[..., Any], qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    dialog = show(CrashDialog("x", tmp_path))
    qtbot.mouseClick(button(dialog, "Open log folder"), Qt.MouseButton.LeftButton)
    assert opened == [QUrl.fromLocalFile(str(tmp_path))]


def test_without_a_log_there_is_none_to_open(show: Callable[..., Any]) -> None:
    dialog = show(CrashDialog("x"))
    assert not button(dialog, "Open log folder").isEnabled()


@pytest.mark.parametrize("theme", list(ThemeChoice))
def test_no_sentence_is_cut_off(
    earmark: ProfileInUse, show: Callable[..., Any], theme_switch: ThemeSwitch, theme: ThemeChoice
) -> None:
    theme_switch.choose(theme)
    dialogs = (PreferencesDialog(earmark), AboutDialog(profile=earmark.profile), CrashDialog("x"))  # type: ignore[arg-type]
    for dialog in map(show, dialogs):
        for label in dialog.findChildren(QLabel):
            if label.isVisible():
                assert label.height() >= label.heightForWidth(label.width()), label.text()
        for each in dialog.findChildren(QAbstractButton):
            assert each.text() or each.accessibleName() or not each.isVisible(), each


def test_a_question_is_answered_by_its_buttons(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    pressed = ["Save", "Close without saving", "Cancel"]
    given = [ask_and_press(parent, label) for label in pressed]
    assert given == [0, 1, None]


def test_no_file_dialog_promises_a_file_that_was_not_chosen(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    chosen = {"name": ""}
    for asked in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(f"PySide6.QtWidgets.QFileDialog.{asked}", lambda *_: (chosen["name"], ""))
    assert Questions().open_file(parent, "", "") is None
    assert Questions().save_file(parent, "", "x", "") is None
    chosen["name"] = "/somewhere/x.toml"
    assert Questions().open_file(parent, "", "") == Path("/somewhere/x.toml")
    assert Questions().save_file(parent, "", "x", "") == Path("/somewhere/x.toml")
