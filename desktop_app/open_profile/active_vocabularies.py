"""The vocabularies that sounds are tagged by, and what to say of those that cannot do it."""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop_app.core.tag import Vocabulary, VocabularyError, fold
from desktop_app.library.vocabularies.vocabulary_files import UnknownVocabularyError, VocabularyFiles

log = logging.getLogger(__name__)


class Flaw(StrEnum):
    """Why an active vocabulary does not do what a person thinks."""

    UNREADABLE = "unreadable"
    """Its file cannot be used."""
    LOST = "lost"
    """No vocabulary is called so."""
    OVERLOOKED = "overlooked"
    """Another file is used, as the person's own cannot be."""
    TRAINED_FOR_ANOTHER = "trained for another"
    """Its tags were trained on embeddings of another embedder than the one that serves."""


@dataclass(frozen=True, slots=True)
class VocabularyProblem:
    """What is wrong with one of the active vocabularies."""

    flaw: Flaw
    name: str
    """As the settings name it."""
    title: str
    """As a person knows it."""
    reason: str
    """What is wrong, in a sentence, with file and line where there are any; empty where the flaw says it all."""
    file: Path | None = None
    """What is to be mended, where it is known."""

    @property
    def sentence(self) -> str:
        """All of it, for a terminal."""
        return _SENTENCES[self.flaw].format(title=self.title, reason=self.reason, file=self.file).rstrip()


_SENTENCES = {
    Flaw.UNREADABLE: "The active vocabulary “{title}” cannot be read, and none of its tags apply: {reason}",
    Flaw.LOST: "The vocabulary “{title}” is active and is not there: put its file back, or choose others. {reason}",
    Flaw.OVERLOOKED: "Of “{title}”, another file is used than {file}, which cannot be: {reason}",
    Flaw.TRAINED_FOR_ANOTHER: "“{title}”: {reason}",
}


class ActiveVocabularies:
    """Reads what the settings name. May be used on any thread."""

    def __init__(self, files: VocabularyFiles, names: Callable[[], Sequence[str]]) -> None:
        """`names` gives the ids or names of those that are active."""
        self._files = files
        self._names = names
        self._logged: dict[str, str] = {}
        """What is wrong with each, as it was last written into the log."""

    def load(self) -> list[Vocabulary]:
        """Those that can be read; one that is broken is left out, and the log says once where it is."""
        return [found for name in self._names() if isinstance(found := self._read(name), Vocabulary)]

    def problems(self, embedder_id: str) -> list[VocabularyProblem]:
        """One for each that puts no tag on any sound while this embedder serves, or that is not what a person made of
        it.
        """
        return [problem for name in self._names() for problem in self._problems(name, embedder_id)]

    def _problems(self, name: str, embedder_id: str) -> Iterator[VocabularyProblem]:
        found = self._read(name)
        unusable = [(entry.path, entry.problem) for entry in self._files.names() if entry.problem and not entry.shipped]
        if isinstance(found, UnknownVocabularyError):
            # Of a file that cannot be read it is not known which vocabulary it was.
            perhaps = [f"It may be in {path}, which cannot be used: {problem}" for path, problem in unusable[:1]]
            yield VocabularyProblem(Flaw.LOST, name, name, " ".join(perhaps), unusable[0][0] if perhaps else None)
            return
        if isinstance(found, VocabularyError):
            file = next((path for path, problem in unusable if problem == str(found)), None)
            yield VocabularyProblem(Flaw.UNREADABLE, name, name, str(found), file)
            return
        for path, problem in unusable:
            if fold(path.stem) == found.vocabulary_id:
                yield VocabularyProblem(Flaw.OVERLOOKED, name, found.name, problem, path)
        if note := training_note(found.trained_for, embedder_id):
            yield VocabularyProblem(Flaw.TRAINED_FOR_ANOTHER, name, found.name, note)

    def _read(self, name: str) -> Vocabulary | VocabularyError:
        try:
            found = self._files.load(name)
        except VocabularyError as error:
            if self._logged.get(name) != str(error):
                self._logged[name] = str(error)
                # Neither what a person calls things nor what stands in the file.
                place = "it is not there" if isinstance(error, UnknownVocabularyError) else error.place or error.source
                log.warning("a vocabulary was left out: %s", place)
            return error
        self._logged.pop(name, None)
        return found


def training_note(trained_for: str | None, serving: str | None) -> str:
    """A sentence where tags were trained on embeddings of another embedder than the one that serves (None: which one
    does is not known); else empty.
    """
    if trained_for is None or serving in (None, trained_for):
        return ""
    return (
        f"It was trained for the embedder {trained_for}, and another one serves, with which its tags apply to nothing: "
        "train it again."
    )
