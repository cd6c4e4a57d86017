"""The window in other languages, for tests of what it says and whether there is room for it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.gui.translations import Translations
from tests.gui.desk import Desk, OpenDesk

Speak = Callable[[str], Translations]
DeskIn = Callable[[str], Desk]


@pytest.fixture
def speak(qapp: QApplication) -> Iterator[Speak]:
    """Changes the language of what is made from now on; the next test has English again."""
    spoken: list[Translations] = []

    def change(language: str) -> Translations:
        spoken.append(Translations(qapp, language))
        return spoken[-1]

    yield change
    for translations in reversed(spoken):
        translations.remove()


@pytest.fixture
def desk_in(open_desk: OpenDesk, speak: Speak, folder: Path) -> DeskIn:
    """A window in another language, on a library with one folder, all heard."""

    def opened(language: str) -> Desk:
        speak(language)
        desk = open_desk()
        desk.conversation.operations.add_folders([folder])
        desk.until(lambda: not desk.conversation.operations.busy)
        desk.settle()
        return desk

    return opened
