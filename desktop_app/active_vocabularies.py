"""The vocabularies that sounds are tagged by, and what to say of those that cannot do it."""

import logging
from collections.abc import Callable, Iterator, Sequence

from desktop_app.core.vocabulary import Vocabulary, VocabularyError, fold
from desktop_app.library.vocabularies.vocabulary_files import UnknownVocabularyError, VocabularyFiles

log = logging.getLogger(__name__)


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

    def problems(self, embedder_id: str) -> list[str]:
        """A sentence for each that puts no tag on any sound while this embedder serves, or that is not what a person
        made of it.
        """
        return [sentence for name in self._names() for sentence in self._problems(name, embedder_id)]

    def _problems(self, name: str, embedder_id: str) -> Iterator[str]:
        found = self._read(name)
        if isinstance(found, UnknownVocabularyError):
            yield f"The vocabulary “{name}” is active and is not there: put its file back, or choose others."
            return
        if isinstance(found, VocabularyError):
            yield f"The active vocabulary “{name}” cannot be read, and none of its tags apply: {found}"
            return
        for entry in self._files.names():
            if entry.problem is not None and not entry.shipped and fold(entry.path.stem) == found.vocabulary_id:
                yield f"Of “{found.name}”, another file is used than {entry.path}, which cannot be: {entry.problem}"
        if note := training_note(found.trained_for, embedder_id):
            yield f"“{found.name}”: {note}"

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
