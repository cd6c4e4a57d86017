"""Answers given in a person's place, so that no test waits for a dialog."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget

from desktop_app.gui.dialogs.questions import Questions


@dataclass
class Answers(Questions):
    """What is answered to each question, and which were asked. A question that nobody foresaw fails the test."""

    choices: list[int | None] = field(default_factory=list)
    file: Path | None = None
    colour: QColor | None = None
    asked: list[str] = field(default_factory=list)

    def ask(self, parent: QWidget, question: str, answers: Sequence[str]) -> int | None:
        self.asked.append(question)
        choice = self.choices.pop(0)
        assert choice is None or choice < len(answers)
        return choice

    def open_file(self, parent: QWidget, title: str, kinds: str) -> Path | None:
        return self.file

    def open_files(self, parent: QWidget, title: str, kinds: str) -> list[Path]:
        return [] if self.file is None else [self.file]

    def open_folder(self, parent: QWidget, title: str) -> Path | None:
        return self.file

    def save_file(self, parent: QWidget, title: str, name: str, kinds: str) -> Path | None:
        return self.file

    def pick_colour(self, parent: QWidget, start: QColor) -> QColor | None:
        return self.colour
