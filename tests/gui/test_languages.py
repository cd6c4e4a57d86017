"""The window in German and French: it starts in the right language, all of it speaks that language, nothing is cut off,
and numbers are written as people there do.
"""

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from desktop_app.gui.application import run_window
from desktop_app.gui.dialogs.preference_fields import language_box
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.panels.tags.tag_row import TagRow
from desktop_app.gui.translations import LANGUAGES, locale_of, number_text, setting_text, system_language
from desktop_app.paths import Profile
from desktop_app.settings import Settings, load_settings, save_settings
from tests.gui.desk import OpenDesk
from tests.gui.profile import use_quick_network
from tests.gui.spoken import DeskIn, Speak
from tests.gui.test_accessibility import PLACES
from tests.gui.test_translatable import ROOT, entries, forms


def test_the_first_language_of_the_system_that_there_is_is_spoken() -> None:
    assert system_language(["de-AT", "de", "en"]) == "de"
    assert system_language(["es-MX", "fr_CA", "de"]) == "fr"
    assert system_language(["es", "C"]) == "en"
    assert system_language([]) == "en"


def test_numbers_are_the_systems_unless_another_language_was_chosen() -> None:
    swiss, spanish, none = QLocale("de_CH"), QLocale("es_ES"), QLocale.c()
    assert locale_of("de", swiss, chosen=True) == swiss
    assert locale_of("en", spanish, chosen=False) == spanish
    assert locale_of("fr", spanish, chosen=True) == QLocale("fr")
    assert locale_of("en", none, chosen=False) == QLocale("en")


def test_a_chosen_language_comes_and_goes_with_its_numbers(speak: Speak) -> None:
    assert (counted(1), counted(12345), number_text(12345)) == ("1 sound", "12,345 sounds", "12,345")
    german = speak("de")
    assert (counted(1), counted(12345), number_text(12345)) == ("1 Klang", "12.345 Klänge", "12.345")
    assert setting_text("loop") == "Einen Klang oder den gewählten Bereich am Ende von vorn beginnen."
    german.remove()
    speak("fr")
    assert [counted(n) for n in (0, 1, 2)] == ["0 son", "1 son", "2 sons"]
    assert counted(12345) == "12\u202f345 sons"


@pytest.mark.parametrize(("language", "singular"), [("en", {1}), ("de", {1}), ("fr", {0, 1})])
def test_everything_that_counts_is_right_for_none_one_and_two(language: str, singular: set[int], speak: Speak) -> None:
    speak(language)
    for (context, source, comment, counts), entry in entries(language).items():
        for count in (0, 1, 2) if counts else ():
            said = QCoreApplication.translate(context, source, comment or None, count)
            assert said == forms(entry)[count not in singular].replace("%Ln", "%n").replace("%n", str(count)), source
            assert "(s)" not in said


def counted(sounds: int) -> str:
    return QCoreApplication.translate("IndexStatus", "%Ln sound(s)", "", sounds)


def test_every_language_can_be_chosen_and_is_kept(tmp_path: Path, qapp: QApplication) -> None:
    file = tmp_path / "settings.toml"
    for language in ("", *LANGUAGES):
        chosen = language_box(language).value()
        save_settings(file, Settings(language=chosen))
        assert load_settings(file).language == language
    file.write_text('language = "tlh"')
    assert load_settings(file).language == ""


def test_a_window_is_shown_in_the_language_of_its_settings(profile: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    use_quick_network(monkeypatch)
    profile.settings_file.parent.mkdir(parents=True, exist_ok=True)
    with profile.settings_file.open("a") as settings:
        settings.write('\nlanguage = "de"\n')
    seen = []

    def look() -> None:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow) and window.isVisible():
                seen.append(window.actions_.housekeeping.quit.text())
                window.close()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(50)
    assert run_window(profile, [], in_process=True) == 0
    timer.stop()
    assert seen == ["Beenden"]
    assert counted(2) == "2 sounds", "it is put away with its window"


def test_qts_own_buttons_speak_the_language_too(speak: Speak, qapp: QApplication) -> None:
    speak("de")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text() == "Abbrechen"


def test_the_first_start_of_a_german_is_german(speak: Speak, open_desk: OpenDesk) -> None:
    speak("de")
    desk = open_desk()
    assert desk.window.shows_first_run
    buttons = [button.text() for button in desk.window.first_run.findChildren(QAbstractButton)]
    assert "Ordner hinzufügen..." in buttons
    assert "auf Englisch beschreiben" in desk.window.search.placeholderText()
    actions = desk.window.actions_
    assert actions.listening.loop.text() == "Schleife"
    assert actions.housekeeping.preferences.text() == "Einstellungen..."
    assert desk.window.status.text.startswith("0 Klänge")


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_all_of_the_window_speaks_one_language_and_has_room_for_it(language: str, desk_in: DeskIn) -> None:
    desk = desk_in(language)
    desk.select("heavy rain.wav")
    translated = {} if language == "en" else entries(language)
    english = {key[1] for key, entry in translated.items() if forms(entry)[0] != key[1]}
    left, cut, shared = [], [], []
    for place, make in PLACES.items():
        widget = make(desk)
        widget.show()
        QApplication.processEvents()
        left += [f"{place}: {text}" for text in texts(widget) if text in english]
        cut += [f"{place}: {text}" for text in cut_off(widget)]
        shared += [f"{place}: &{letter}" for letter in shared_letters(widget)]
        if widget.isWindow() and widget is not desk.window:
            widget.close()
    assert left == []
    assert cut == []
    assert shared == []


def shared_letters(widget: QWidget) -> list[str]:
    """Letters after & that more than one control in sight answers to."""
    labels = [label for label in widget.findChildren(QLabel) if label.buddy() is not None]
    said = [part.text() for part in (*labels, *widget.findChildren(QAbstractButton)) if part.isVisible()]
    letters = Counter(letter.lower() for text in said for letter in re.findall(r"&(\w)", text))
    return [letter for letter, count in letters.items() if count > 1]


def texts(widget: QWidget) -> Iterator[str]:
    """All that a widget and what is in it say, to the eye or to a screen reader."""
    for part in (widget, *widget.findChildren(QWidget)):
        yield from (part.toolTip(), part.accessibleName(), part.accessibleDescription(), part.windowTitle())
        if isinstance(part, QLabel | QAbstractButton):
            yield part.text()
        if isinstance(part, QLineEdit | QPlainTextEdit):
            yield part.placeholderText()
        if isinstance(part, QComboBox):
            yield from (part.itemText(row) for row in range(part.count()))
    for action in widget.findChildren(QAction):
        yield from (action.text(), action.toolTip())


def cut_off(widget: QWidget) -> Iterator[str]:
    """Buttons and lines of text that are narrower than what they say, unless they are made to be."""
    for part in widget.findChildren(QWidget):
        # A tag's row says the rest in its tool tips.
        if not part.isVisible() or isinstance(part.parentWidget(), TagRow):
            continue
        picture = isinstance(part, QToolButton) and part.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
        if isinstance(part, QAbstractButton) and not picture and part.width() < part.sizeHint().width():
            yield f"{type(part).__name__} {part.text()} ({part.width()} of {part.sizeHint().width()})"
        elastic = part.sizePolicy().horizontalPolicy() is QSizePolicy.Policy.Ignored
        if isinstance(part, QLabel) and not part.wordWrap() and not elastic and type(part) is QLabel:
            needed = max(
                part.fontMetrics().horizontalAdvance(line) for line in part.text().replace("&", "").split("\n")
            )
            if part.contentsRect().width() < needed:
                yield f"{part.text()} ({part.contentsRect().width()} of {needed})"


@pytest.mark.parametrize(
    ("system", "said"), [("de_DE.UTF-8", "de Menü"), ("C.UTF-8", "en Menu"), ("es_ES.UTF-8", "en Menu")]
)
@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there the environment does not say the language")
def test_the_systems_language_is_spoken(system: str, said: str) -> None:
    """In a process of its own, for a system's language is asked for only once."""
    code = (
        "from PySide6.QtWidgets import QApplication; from desktop_app.gui.translations import Translations;"
        "app = QApplication([]); spoken = Translations(app);"
        "print(spoken.language, app.translate('MainWindow', 'Menu'))"
    )
    others = ("LANGUAGE", "LC_MESSAGES", "LC_NUMERIC")
    kept = {name: value for name, value in os.environ.items() if name not in others}
    environment = kept | {"LC_ALL": system, "LANG": system, "PYTHONIOENCODING": "utf-8"}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, check=True, timeout=120, cwd=ROOT
    )
    assert done.stdout.decode().strip() == said
