"""What the vocabulary editor does to files: save, import, export, remove; each of them a step that can be undone."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_app.core.tag import Vocabulary, VocabularyError
from desktop_app.gui.panels.vocabularies.vocabulary_drafts import VocabularyDrafts
from desktop_app.gui.panels.vocabularies.vocabulary_exchange import VocabularyExchange
from desktop_app.gui.retelling import retold, retold_error
from desktop_app.gui.vocabulary_step import VocabularyStep
from desktop_app.settings import SettingsError

if TYPE_CHECKING:
    from desktop_app.app import Earmark

T = TypeVar("T")


class VocabularyKeeper(QObject):
    """Every method that changes files returns None where it could not, or where the person changed their mind."""

    step_done = Signal(str, object, object)
    """(text, change, undo) of what was done already, as `History.record` takes it."""
    active_changed = Signal()
    """Other vocabularies are used for tagging."""
    problem = Signal(str)
    """A sentence about what could not be done."""

    def __init__(
        self, earmark: "Earmark", drafts: VocabularyDrafts, exchange: VocabularyExchange, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._earmark = earmark
        self._drafts = drafts
        self._exchange = exchange

    def save(self, key: str) -> str | None:
        """Put a draft on the disk and return the vocabulary's id; a new one is used for tagging from then on."""
        draft = self._drafts.open(key)
        if draft is None:
            return None
        is_new = not draft.has_file
        text = self._name_of_saving(draft.saved, draft.vocabulary)

        def work() -> str:
            vocabulary_id = self._drafts.save(key)
            if is_new:
                self._activate(vocabulary_id)
            return vocabulary_id

        return self._do(work, lambda _: text, lambda problem: as_sentence(retold(problem.reason)))

    def import_file(self, path: Path | None) -> str | None:
        """Take in a vocabulary from a file, which is asked for if none is given, and return its id; it is used then."""

        def work() -> str | None:
            vocabulary_id = self._exchange.import_file(path)
            if vocabulary_id is not None:
                self._activate(vocabulary_id)
            return vocabulary_id

        return self._do(work, lambda vocabulary_id: self.tr("Import vocabulary “{}”").format(self._name(vocabulary_id)))

    def remove(self, key: str) -> str | None:
        """Take one of the person's own vocabularies out of use, after asking."""
        name = self._name(key)
        return self._do(lambda: self._exchange.remove(key), lambda _: self.tr("Remove vocabulary “{}”").format(name))

    def export(self, key: str) -> Path | None:
        """Copy the saved file of a vocabulary to a place that is asked for, and return that."""
        try:
            return self._exchange.export(key)
        except VocabularyError as problem:
            self.problem.emit(retold_error(problem))
            return None

    def copy_to_drag(self, key: str) -> Path | None:
        """A copy of the saved file of a vocabulary that may be dragged anywhere; None where it has none."""
        folder = self._earmark.profile.drags
        with suppress(VocabularyError, OSError):
            folder.mkdir(parents=True, exist_ok=True)
            return self._earmark.vocabularies.export(key, folder, replace=True)
        return None

    def set_active(self, names: list[str]) -> None:
        """Use these vocabularies for tagging."""
        try:
            self._earmark.set_active_vocabularies(names)
        except SettingsError as problem:
            self.problem.emit(retold_error(problem))
            return
        self.active_changed.emit()

    def _activate(self, vocabulary_id: str) -> None:
        active = self._earmark.settings.vocabularies
        if vocabulary_id not in active:
            self.set_active([*active, vocabulary_id])

    def _do(
        self,
        work: Callable[[], T | None],
        text: Callable[[T], str],
        sentence: Callable[[VocabularyError], str] = retold_error,
    ) -> T | None:
        """Do something, and tell the history; a problem is told and counts as nothing done."""
        step = VocabularyStep(self._earmark)
        try:
            result = work()
        except VocabularyError as problem:
            self.problem.emit(sentence(problem))
            return None
        if result is not None and step.finish():
            self.step_done.emit(text(result), step.redo, step.undo)
        return result

    def _name(self, key: str) -> str:
        self._drafts.reload()
        entry = self._drafts.entry(key)
        return entry.name if entry is not None else key

    def _name_of_saving(self, old: Vocabulary | None, new: Vocabulary) -> str:
        """What saving does, in the words of the menu: of a single tag its name."""
        if old is None:
            return self.tr("New vocabulary “{}”").format(new.name)
        before = {tag.tag_id: tag for tag in old.tags}
        after = {tag.tag_id: tag for tag in new.tags}
        touched = [tag_id for tag_id in {**before, **after} if before.get(tag_id) != after.get(tag_id)]
        if len(touched) != 1:
            return self.tr("Change vocabulary “{}”").format(new.name)
        tag_id = touched[0]
        if tag_id not in after:
            return self.tr("Delete tag “{}”").format(before[tag_id].name)
        if tag_id not in before:
            return self.tr("New tag “{}”").format(after[tag_id].name)
        return self.tr("Change tag “{}”").format(after[tag_id].name)


def as_sentence(reason: str) -> str:
    """A reason as it stands alone, without the file's name and line before it."""
    return reason[:1].upper() + reason[1:]
