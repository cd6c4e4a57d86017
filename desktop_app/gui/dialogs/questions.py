"""The questions that stop a person until they answer: one small object, so that tests can answer in their place."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QColorDialog, QFileDialog, QMessageBox, QWidget

from desktop_app.gui.plain_text import shown_text

ChooseFolder = Callable[[QWidget, str], Path | None]
"""`Questions.open_folder`, or an answer in its place."""


class Questions:
    """Asks with the system's dialogs. Whoever tests a window hands it one with the answers ready."""

    def ask(self, parent: QWidget, question: str, answers: Sequence[str]) -> int | None:
        """The number of the chosen answer; None when the person would rather not have been asked.

        The first answer is the one that Enter gives.
        """
        box = QMessageBox(QMessageBox.Icon.NoIcon, parent.windowTitle(), "", parent=parent)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(shown_text(question))
        roles = [QMessageBox.ButtonRole.AcceptRole, *[QMessageBox.ButtonRole.DestructiveRole] * (len(answers) - 1)]
        buttons = [box.addButton(answer, role) for answer, role in zip(answers, roles, strict=True)]
        box.setDefaultButton(buttons[0])
        box.setEscapeButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.exec()
        clicked = box.clickedButton()
        return next((number for number, button in enumerate(buttons) if button is clicked), None)

    def open_file(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        """A file to read; `kinds` as Qt writes them: "Vocabularies (*.toml)"."""
        chosen, _kind = QFileDialog.getOpenFileName(parent, title, "", kinds)
        return Path(chosen) if chosen else None

    def open_files(self, parent: QWidget, title: str, kinds: str) -> list[Path]:
        """Files to read, as many as the person likes; none when they would rather not."""
        chosen, _kind = QFileDialog.getOpenFileNames(parent, title, "", kinds)
        return [Path(file) for file in chosen]

    def open_folder(self, parent: QWidget, title: str) -> Path | None:
        """A folder to add or to look into."""
        chosen = QFileDialog.getExistingDirectory(parent, title)
        return Path(chosen) if chosen else None

    def save_file(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        """Where to write; the dialog has asked already whether a file there may be replaced."""
        chosen, _kind = QFileDialog.getSaveFileName(parent, title, name, kinds)
        return Path(chosen) if chosen else None

    def pick_colour(self, parent: QWidget, start: QColor) -> QColor | None:
        """A colour, or None when the person keeps what was there."""
        chosen = QColorDialog.getColor(start, parent)
        return chosen if chosen.isValid() else None
