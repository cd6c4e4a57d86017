"""The vocabulary that the editor shows: its tags, the form of the chosen one, and what saving that one would do.

Everything typed goes into its draft at once; nothing here touches a file.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_app.core.tag import Tag
from desktop_app.gui.drafted_tag import DraftedTag
from desktop_app.gui.panels.vocabularies.tag_advice import TagAdvice
from desktop_app.gui.panels.vocabularies.vocabulary_draft import VocabularyDraft
from desktop_app.gui.panels.vocabularies.vocabulary_drafts import VocabularyDrafts
from desktop_app.gui.panels.vocabularies.vocabulary_frame import VocabularyFrame

if TYPE_CHECKING:
    from desktop_app.app import Earmark


class ShownVocabulary(QObject):
    """Between the widgets of a frame and one of the drafts."""

    edited = Signal()
    """Something about the vocabulary is another by now, or another one is shown."""

    def __init__(self, earmark: "Earmark", frame: VocabularyFrame, drafts: VocabularyDrafts, parent: QObject) -> None:
        """Nothing is shown yet."""
        super().__init__(parent)
        self.key = ""
        self.advice = TagAdvice(frame.effect, self)
        """Asks what the chosen tag would do, and takes the answers."""
        self._earmark = earmark
        self._frame = frame
        self._drafts = drafts
        self._table, self._form = frame.table, frame.form
        self._table.chosen.connect(self._show_tag)
        self._form.edited.connect(self._take_tag)
        frame.title.textEdited.connect(self._take_title)
        frame.description.textEdited.connect(self._take_description)

    @property
    def draft(self) -> VocabularyDraft | None:
        """The vocabulary that is shown, None while a file that cannot be read is chosen."""
        return self._drafts.open(self.key)

    def show(self, key: str) -> None:
        """Show the vocabulary of this key in place of the one before."""
        self.key = key
        draft = self.draft
        self._frame.show_vocabulary(draft.vocabulary if draft is not None else None)
        tags = draft.vocabulary.tags if draft is not None else ()
        self._form.offer_groups(list(dict.fromkeys(tag.group for tag in tags if tag.group)))
        self.edited.emit()

    def choose_tag(self, tag_id: str) -> None:
        """Go to a tag, which the search would hide otherwise."""
        if self.draft is not None:
            self._table.show_all()
            self._table.show_tags(self.draft.vocabulary.tags, tag_id)

    def add_tag(self) -> None:
        """Add a tag below the others, in the group of the chosen one, and begin to name it."""
        if self.draft is None:
            return
        beside = self._table.current_tag()
        tag = self.draft.add_tag(self.tr("new tag"), group=beside.group if beside else None)
        self.choose_tag(tag.tag_id)
        self.edited.emit()
        self._form.begin_naming()

    def delete_tag(self) -> None:
        """Leave the chosen tag out."""
        tag = self._table.current_tag()
        if self.draft is None or tag is None:
            return
        beside = self._table.neighbour(tag.tag_id)
        self.draft.delete_tag(tag.tag_id)
        self._table.show_tags(self.draft.vocabulary.tags, beside)
        self.edited.emit()

    def undo(self) -> bool:
        """Take the last unsaved edit back, and show what it was about; False when there is none."""
        return self._step(VocabularyDraft.undo)

    def redo(self) -> bool:
        """Make it again; False when there is none."""
        return self._step(VocabularyDraft.redo)

    def problem(self) -> str:
        """What is wrong with the tag that is being edited: the reason; empty when nothing is or nothing was edited."""
        draft, tag = self.draft, self._form.tag
        return draft.problem_with(tag) if draft is not None and tag is not None and draft.changed else ""

    def note(self) -> str:
        """What there is to know of the vocabulary as it is saved: a sentence, or nothing."""
        trained_for = self.draft.vocabulary.trained_for if self.draft is not None else None
        if trained_for is None or trained_for == self._earmark.spec.embedder_id:
            return ""
        template = self.tr("Trained for another embedder ({embedder}): its tags apply to nothing. Train it again.")
        return template.format(embedder=trained_for)

    def ask_for_advice(self) -> None:
        """Have it found out anew what the chosen tag would do."""
        draft, tag = self.draft, self._form.tag
        if draft is None or tag is None:
            self.advice.consider(None)
            return
        self.advice.consider(
            DraftedTag(
                vocabulary=draft.vocabulary,
                tag=tag,
                before=draft.saved.tag(tag.tag_id) if draft.saved is not None else None,
                is_active=draft.vocabulary.vocabulary_id in self._earmark.settings.vocabularies,
                names={entry.vocabulary_id: entry.name for entry in self._drafts.entries},
            )
        )

    def _step(self, step: Callable[[VocabularyDraft], bool]) -> bool:
        draft, chosen = self.draft, self._table.current_tag()
        before = {tag.tag_id: tag for tag in draft.vocabulary.tags} if draft is not None else {}
        if draft is None or not step(draft):
            return False
        self.show(self.key)
        now = draft.vocabulary
        touched = next((tag for tag in now.tags if before.get(tag.tag_id) != tag), chosen)
        if touched is not None and now.tag(touched.tag_id) is not None:
            self.choose_tag(touched.tag_id)
        return True

    def _show_tag(self, tag: Tag | None) -> None:
        self._form.show_tag(tag)
        self.ask_for_advice()

    def _take_tag(self, tag: Tag) -> None:
        if self.draft is not None:
            self.draft.put_tag(tag)
            self._table.put_tag(tag)
            self.edited.emit()
            self.ask_for_advice()

    def _take_title(self, name: str) -> None:
        if self.draft is not None:
            self.draft.rename(" ".join(name.split()))
            self.edited.emit()

    def _take_description(self, description: str) -> None:
        if self.draft is not None:
            self.draft.describe(description.strip())
            self.edited.emit()
