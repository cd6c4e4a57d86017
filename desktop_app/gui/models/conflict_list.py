"""Where a list contradicts what was said here, a line each, to be ticked where the list is to be believed."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QCoreApplication, QObject

from desktop_app.core.said import Names
from desktop_app.core.verdict import Judgement
from desktop_app.exchange.importing import Conflict, Subject
from desktop_app.gui.models.ticked_lines import TickedLines


class ConflictColumn(IntEnum):
    """The columns, from left to right."""

    SOUND = 0
    WHAT = 1
    HERE = 2
    THERE = 3


class ConflictModel(TickedLines[Conflict]):
    """What is said of a sound here and in the list; see `ConflictColumn`."""

    def __init__(self, conflicts: Sequence[Conflict], names: Names, parent: QObject | None = None) -> None:
        """`names`: what tags are called."""
        translate = QCoreApplication.translate
        headings = (
            translate("ConflictModel", "Sound"),
            translate("ConflictModel", "What"),
            translate("ConflictModel", "Here"),
            translate("ConflictModel", "In the list"),
        )
        super().__init__(conflicts, headings, parent)
        self._names = names

    def _text(self, line: Conflict, column: int) -> str:
        if column == ConflictColumn.SOUND:
            return str(line.path)
        if column == ConflictColumn.WHAT:
            return self._subject(line)
        said = line.here if column == ConflictColumn.HERE else line.there
        return self._word(said) if line.subject is Subject.TAG else said

    def _subject(self, conflict: Conflict) -> str:
        """What it is about: a tag by its name, where it has one here."""
        if conflict.subject is Subject.RATING:
            return self.tr("Rating")
        if conflict.subject is Subject.NOTE:
            return self.tr("Note")
        known = self._names.get(conflict.tag)
        return self.tr("Tag “{name}”").format(name=known.name if known else "/".join(conflict.tag))

    def _word(self, said: str) -> str:
        words = {
            Judgement.ACCEPTED: self.tr("accepted"),
            Judgement.REJECTED: self.tr("rejected"),
            Judgement.ADDED: self.tr("added"),
        }
        return words[Judgement(said)]
