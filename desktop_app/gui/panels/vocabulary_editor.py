"""The vocabulary editor: which vocabularies are used for tagging, and what their tags say.

Edits are kept in drafts, one a vocabulary, until they are saved; going from one vocabulary to another loses nothing.
A saved change re-tags the whole library at once. Which vocabularies are active is a setting and counts at once.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from desktop_app.core.vocabulary import Tag, Vocabulary, VocabularyError, slug
from desktop_app.gui.dialogs.questions import Questions
from desktop_app.gui.panels.vocabulary_draft import VocabularyDraft, first_free
from desktop_app.gui.panels.vocabulary_frame import VocabularyFrame
from desktop_app.gui.panels.vocabulary_list import key_of
from desktop_app.library.vocabulary_files import VocabularyEntry
from desktop_app.settings import SettingsError

if TYPE_CHECKING:
    from desktop_app.app import Earmark

KINDS: Final = "Vocabularies (*.toml)"
LOSE: Final = 1
"""The answer to the question about unsaved changes that gives them up; the one before it saves them."""


class VocabularyEditor(QDialog):
    """A window of its own beside the main window, so that tags can be seen to change while they are edited."""

    vocabularies_changed = Signal()
    """Something was saved, or other vocabularies are active; the library is being re-tagged already."""

    def __init__(
        self, earmark: "Earmark", parent: QWidget | None = None, *, questions: Questions | None = None
    ) -> None:
        """Lists the vocabularies of `earmark`; `questions` is for tests."""
        super().__init__(parent)
        self._earmark = earmark
        self._questions = questions or Questions()
        self._drafts: dict[str, VocabularyDraft] = {}
        self._entries: dict[str, VocabularyEntry] = {}
        self._key = ""
        self.setWindowTitle(self.tr("Vocabularies"))
        self.setModal(False)
        self.resize(1120, 700)
        self._frame = VocabularyFrame(self._questions)
        self._list, self._table, self._form = self._frame.list, self._frame.table, self._frame.form
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._frame)
        self._connect()
        self.reload()

    def _connect(self) -> None:
        frame = self._frame
        self._list.chosen.connect(self._show_vocabulary)
        self._list.active_changed.connect(self._use_active)
        self._table.chosen.connect(self._form.show_tag)
        self._form.edited.connect(self._take_tag)
        frame.title.textEdited.connect(self._take_title)
        frame.description.textEdited.connect(self._take_description)
        actions: tuple[tuple[QPushButton, Callable[[], object]], ...] = (
            (frame.new, self.new_vocabulary),
            (frame.duplicate, self.duplicate),
            (frame.load, self.import_file),
            (frame.export, self.export),
            (frame.remove, self.remove),
            (frame.add_tag, self.add_tag),
            (frame.delete_tag, self.delete_tag),
            (frame.revert, self.revert),
            (frame.save, self.save),
        )
        for button, action in actions:
            button.clicked.connect(lambda _checked=False, action=action: action())
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self.save)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._table.begin_search)

    # What it is asked for

    @property
    def draft(self) -> VocabularyDraft | None:
        """The vocabulary that is shown, None while a file that cannot be read is chosen."""
        return self._drafts.get(self._key)

    @property
    def message(self) -> str:
        """The line at the bottom."""
        return self._frame.message.text()

    def reload(self, current: str = "") -> None:
        """Read the list of vocabularies anew; unsaved drafts stay. `current` is the key of the one to show."""
        entries = self._earmark.vocabularies.names()
        known = {key_of(entry) for entry in entries}
        entries += [_entry_of(draft) for key, draft in self._drafts.items() if key not in known]
        self._entries = {key_of(entry): entry for entry in entries}
        wanted = current or self._key
        if wanted not in self._entries:
            wanted = next(iter(self._entries), "")
        self._list.show_entries(entries, self._earmark.settings.vocabularies, wanted)
        for key, draft in self._drafts.items():
            self._list.mark_changed(key, draft.vocabulary.name, changed=draft.changed)
        self._show_vocabulary(wanted)

    def choose(self, vocabulary_id: str, tag_id: str | None = None) -> None:
        """Show a vocabulary, and one of its tags."""
        self._list.choose(vocabulary_id)
        if tag_id is not None and self.draft is not None:
            self._table.show_all()
            self._table.show_tags(self.draft.vocabulary.tags, tag_id)

    def new_vocabulary(self) -> None:
        """Start an empty vocabulary; it has no file until it is saved."""
        self._start(Vocabulary("", self._free_name(self.tr("New vocabulary")), "", ()))
        self._frame.title.setFocus()
        self._frame.title.selectAll()

    def duplicate(self) -> None:
        """Start a vocabulary of one's own with the tags of the one that is shown, as edited."""
        if self.draft is None:
            return
        shown = self.draft.vocabulary
        name = self._free_name(self.tr("{name} copy").format(name=shown.name))
        self._start(Vocabulary("", name, shown.description, shown.tags))

    def add_tag(self) -> None:
        """Add a tag below the others, in the group of the chosen one, and begin to name it."""
        if self.draft is None:
            return
        beside = self._table.current_tag()
        tag = self.draft.add_tag(self.tr("new tag"), group=beside.group if beside else None)
        self._table.show_all()
        self._table.show_tags(self.draft.vocabulary.tags, tag.tag_id)
        self._show_state()
        self._form.begin_naming()

    def delete_tag(self) -> None:
        """Leave the chosen tag out."""
        tag = self._table.current_tag()
        if self.draft is None or tag is None:
            return
        beside = self._table.neighbour(tag.tag_id)
        self.draft.delete_tag(tag.tag_id)
        self._table.show_tags(self.draft.vocabulary.tags, beside)
        self._show_state()

    def revert(self) -> None:
        """Forget the unsaved changes to the vocabulary that is shown; one that was never saved goes."""
        draft = self.draft
        if draft is None:
            return
        if draft.has_file:
            draft.revert()
            self._list.mark_changed(self._key, draft.vocabulary.name, changed=False)
            self._show_vocabulary(self._key)
        else:
            del self._drafts[self._key]
            self.reload()

    def save(self) -> bool:
        """Save the vocabulary that is shown and re-tag the library; False when it is still wrong or has no room."""
        draft = self.draft
        if draft is None or not draft.changed:
            return True
        row = self._table.current_row()
        if not self._save_draft(self._key, draft):
            return False
        self.reload(draft.vocabulary.vocabulary_id)
        self._table.choose_row(row)
        self._tell_saved()
        return True

    def import_file(self) -> None:
        """Copy a vocabulary from a file into the user's own; asks before it takes another's place."""
        path = self._questions.open_file(self, self.tr("Import a vocabulary"), KINDS)
        if path is None:
            return
        try:
            vocabulary_id = self._earmark.vocabularies.load(path).vocabulary_id
            replaced = self._entries.get(vocabulary_id)
            if replaced is not None and not self._may_replace(replaced):
                return
            self._earmark.vocabularies.import_file(path, replace=replaced is not None)
        except VocabularyError as problem:
            self._frame.show_message(str(problem), is_problem=True)
            return
        self._drafts.pop(vocabulary_id, None)
        self.reload(vocabulary_id)
        self._tell_saved()

    def export(self) -> None:
        """Copy the saved file of the vocabulary that is shown to a place of the person's choice."""
        if self.draft is None or not self.draft.has_file:
            return
        target = self._questions.save_file(self, self.tr("Export this vocabulary"), f"{self._key}.toml", KINDS)
        if target is None:
            return
        try:
            saved = self._earmark.vocabularies.export(self._key, target, replace=True)
        except VocabularyError as problem:
            self._frame.show_message(str(problem), is_problem=True)
            return
        self._frame.show_message(self.tr("Exported to {path}.").format(path=saved), is_problem=False)

    def remove(self) -> None:
        """Take the person's own vocabulary that is shown out of use, after asking."""
        entry = self._entries.get(self._key)
        if entry is None or entry.shipped or entry.problem is not None:
            return
        question = self.tr("Remove “{name}”? Its tags go from all sounds; what you said about them is kept.")
        if entry.replaces_shipped:
            question = self.tr("Remove your copy of “{name}”? The one that comes with Earmark takes its place again.")
        if self._questions.ask(self, question.format(name=entry.name), [self.tr("Remove")]) is None:
            return
        try:
            self._earmark.vocabularies.delete(self._key)
        except VocabularyError as problem:
            self._frame.show_message(str(problem), is_problem=True)
            return
        del self._drafts[self._key]
        self.reload()
        self._tell_saved()

    def reject(self) -> None:
        """Close, by Escape or by the window's own button: ask what to do with unsaved changes, and stay open when they
        cannot be saved.
        """
        changed = [key for key, draft in self._drafts.items() if draft.changed]
        if changed and not self._settle(changed):
            return
        self._drafts.clear()
        super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """When it is opened again, show what the files say by then."""
        if not self._drafts:
            self.reload()
        super().showEvent(event)

    # What goes on inside

    def _show_vocabulary(self, key: str) -> None:
        self._key = key
        entry = self._entries.get(key)
        if entry is not None and entry.problem is None and key not in self._drafts:
            try:
                self._drafts[key] = VocabularyDraft(self._earmark.vocabularies.load(entry.path), saved=True)
            except VocabularyError as problem:  # the file was changed since the list was read
                self._entries[key] = replace(entry, problem=str(problem))
        draft = self.draft
        self._frame.show_vocabulary(draft.vocabulary if draft is not None else None)
        self._show_state()

    def _show_state(self) -> None:
        """Bring the line at the bottom and the buttons up to date."""
        draft, entry = self.draft, self._entries.get(self._key)
        self._frame.enable(
            editing=draft is not None,
            changed=draft is not None and draft.changed,
            exportable=draft is not None and draft.has_file,
            removable=draft is not None and draft.has_file and entry is not None and not entry.shipped,
        )
        if draft is None:
            self._frame.show_message((entry.problem or "") if entry else "", is_problem=True)
            return
        self._list.mark_changed(self._key, draft.vocabulary.name, changed=draft.changed)
        tag = self._form.tag
        problem = draft.problem_with(tag) if tag is not None and draft.changed else ""
        self._frame.show_message(_sentence(problem) or self._state_of(draft, entry), is_problem=bool(problem))

    def _state_of(self, draft: VocabularyDraft, entry: VocabularyEntry | None) -> str:
        if entry is not None and entry.shipped:
            return self.tr("Comes with Earmark. Saving a change makes a copy of your own, which is used in its place.")
        return self.tr("There are unsaved changes.") if draft.changed else ""

    def _take_tag(self, tag: Tag) -> None:
        if self.draft is not None:
            self.draft.put_tag(tag)
            self._table.put_tag(tag)
            self._show_state()

    def _take_title(self, name: str) -> None:
        if self.draft is not None:
            self.draft.rename(" ".join(name.split()))
            self._show_state()

    def _take_description(self, description: str) -> None:
        if self.draft is not None:
            self.draft.describe(description.strip())
            self._show_state()

    def _start(self, vocabulary: Vocabulary) -> None:
        """Show a vocabulary that has no file yet."""
        key = first_free(slug(vocabulary.name) or "vocabulary", self._entries, "-")
        self._drafts[key] = VocabularyDraft(replace(vocabulary, vocabulary_id=key), saved=False)
        self.reload(key)

    def _free_name(self, wanted: str) -> str:
        return first_free(wanted, [entry.name for entry in self._entries.values()], " ")

    def _save_draft(self, key: str, draft: VocabularyDraft) -> bool:
        """Put a draft on the disk; a new vocabulary is used for tagging from then on."""
        is_new = not draft.has_file
        try:
            vocabulary = draft.ready([other for other in self._entries if other != key])
            self._earmark.vocabularies.save(vocabulary)
        except VocabularyError as problem:
            self._frame.show_message(_sentence(problem.reason), is_problem=True)
            return False
        draft.saved_as(vocabulary)
        self._drafts[vocabulary.vocabulary_id] = self._drafts.pop(key)
        if is_new:
            self._activate(vocabulary.vocabulary_id)
        return True

    def _may_replace(self, entry: VocabularyEntry) -> bool:
        question = self.tr("There already is a vocabulary “{name}” with this id. Replace it?").format(name=entry.name)
        return self._questions.ask(self, question, [self.tr("Replace")]) is not None

    def _settle(self, changed: list[str]) -> bool:
        """Save or lose unsaved changes before the window closes; False when it has to stay."""
        names = ", ".join(f"“{self._drafts[key].vocabulary.name}”" for key in changed)
        question = self.tr("Save the changes to {names}?").format(names=names)
        answer = self._questions.ask(self, question, [self.tr("Save"), self.tr("Close without saving")])
        if answer is None:
            return False
        if answer == LOSE:
            return True
        for key in changed:
            if not self._save_draft(key, self._drafts[key]):
                sentence = self.message
                self.choose(key)
                self._frame.show_message(sentence, is_problem=True)
                return False
        self._tell_saved()
        return True

    def _use_active(self) -> None:
        """Take over the check boxes; those that were active keep their order."""
        checked = self._list.active()
        before = self._earmark.settings.vocabularies
        names = [name for name in before if name in checked or name not in self._entries]
        self._set_active([*names, *(name for name in checked if name not in before)])

    def _activate(self, vocabulary_id: str) -> None:
        active = self._earmark.settings.vocabularies
        if vocabulary_id not in active:
            self._set_active([*active, vocabulary_id])

    def _set_active(self, names: list[str]) -> None:
        try:
            self._earmark.set_active_vocabularies(names)
        except SettingsError as problem:
            self._frame.show_message(str(problem), is_problem=True)
            return
        self.vocabularies_changed.emit()

    def _tell_saved(self) -> None:
        """Re-tag the library and tell the window."""
        self._earmark.load_tags_soon()
        self._frame.show_message(self.tr("Saved. The library is being tagged anew."), is_problem=False)
        self.vocabularies_changed.emit()


def _sentence(reason: str) -> str:
    """A reason as it stands alone, without the file's name and line before it."""
    return reason[:1].upper() + reason[1:]


def _entry_of(draft: VocabularyDraft) -> VocabularyEntry:
    """How a vocabulary without a file stands in the list."""
    vocabulary = draft.vocabulary
    return VocabularyEntry(
        vocabulary_id=vocabulary.vocabulary_id,
        name=vocabulary.name,
        description=vocabulary.description,
        tag_count=len(vocabulary.tags),
        shipped=False,
        replaces_shipped=False,
        path=Path(),
        problem=None,
    )
