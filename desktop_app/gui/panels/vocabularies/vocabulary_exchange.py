"""What the vocabulary editor does with whole files: take one in, hand one out, take one of use; each after asking."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.gui.dialogs.questions import Questions
from desktop_app.gui.panels.vocabularies.vocabulary_drafts import VocabularyDrafts
from desktop_app.library.vocabularies.vocabulary_files import VocabularyFiles


class VocabularyExchange(QObject):
    """Every method raises VocabularyError, and returns None when the person changed their mind."""

    def __init__(self, window: QWidget, questions: Questions, files: VocabularyFiles, drafts: VocabularyDrafts) -> None:
        """`window` is what the questions stand in front of."""
        super().__init__(window)
        self._window = window
        self._questions = questions
        self._files = files
        self._drafts = drafts

    def import_file(self, path: Path | None = None) -> str | None:
        """Copy a vocabulary from a file into the user's own and return its id; asks before it replaces another, and
        for the file if none is given.
        """
        path = path or self._questions.open_file(self._window, self.tr("Import a vocabulary"), self._kinds())
        if path is None:
            return None
        vocabulary_id = self._files.load(path).vocabulary_id
        replaced = self._drafts.entry(vocabulary_id)
        if replaced is not None:
            question = self.tr("There already is a vocabulary “{name}” with this id. Replace it?")
            if not self._agreed(question.format(name=replaced.name), self.tr("Replace")):
                return None
        self._files.import_file(path, replace=replaced is not None)
        self._drafts.drop(vocabulary_id)
        return vocabulary_id

    def export(self, vocabulary_id: str) -> Path | None:
        """Copy the saved file of a vocabulary to a place of the person's choice, and return that place."""
        target = self._questions.save_file(
            self._window, self.tr("Export this vocabulary"), f"{vocabulary_id}.toml", self._kinds()
        )
        return None if target is None else self._files.export(vocabulary_id, target, replace=True)

    def remove(self, vocabulary_id: str) -> str | None:
        """Take one of the person's own vocabularies out of use and return its id."""
        entry = self._drafts.entry(vocabulary_id)
        if entry is None:
            return None
        question = self.tr("Remove “{name}”? Its tags go from all sounds; what you said about them is kept.")
        if entry.replaces_shipped:
            question = self.tr("Remove your copy of “{name}”? The one that comes with Earmark takes its place again.")
        if not self._agreed(question.format(name=entry.name), self.tr("Remove")):
            return None
        self._files.delete(vocabulary_id)
        self._drafts.drop(vocabulary_id)
        return vocabulary_id

    def _agreed(self, question: str, answer: str) -> bool:
        return self._questions.ask(self._window, question, [answer]) is not None

    def _kinds(self) -> str:
        """What a file dialog shows."""
        return self.tr("Vocabularies (*.toml)")
