"""Qt without a screen, with the application's own font and theme, for every test of the window."""

import os
from collections.abc import Iterator

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LANGUAGE"] = "en"  # of windows that follow the system

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desktop_app.gui.theme import ThemeChoice, ThemeSwitch
from desktop_app.gui.translations import Translations
from tests.gui.desk import decoder, desk, folder, open_desk, profile
from tests.gui.spoken import desk_in, speak

__all__ = ["decoder", "desk", "desk_in", "folder", "open_desk", "profile", "speak"]


@pytest.fixture(scope="session", autouse=True)
def english(qapp: QApplication) -> Iterator[Translations]:
    """All tests see the window's English as a person does, plurals and all, whatever language the machine has."""
    translations = Translations(qapp, "en")
    yield translations
    translations.remove()


@pytest.fixture(autouse=True)
def nothing_stays_open(qapp: QApplication) -> Iterator[None]:
    """Windows go with their test: Python cannot tell that nobody needs one any more, and a change of the theme or the
    language reaches all that are left. A popup belongs to what opens it, which lets go of it itself.
    """
    yield
    for widget in QApplication.topLevelWidgets():
        if shiboken6.isValid(widget) and widget.parent() is None and widget.windowType() is not Qt.WindowType.Popup:
            shiboken6.delete(widget)


@pytest.fixture(scope="session")
def theme_switch(qapp: QApplication) -> ThemeSwitch:
    """The theme of the one application that all tests share."""
    return ThemeSwitch(qapp, ThemeChoice.DARK)


@pytest.fixture(autouse=True)
def dark_theme(theme_switch: ThemeSwitch) -> Iterator[None]:
    """Each test starts in the dark theme, whatever the one before it chose."""
    theme_switch.choose(ThemeChoice.DARK)
    yield
    theme_switch.choose(ThemeChoice.DARK)
