"""The vocabulary editor: which vocabularies are used for tagging, and what their tags say.

Edits are kept in drafts until they are saved. A saved change re-tags the whole library at once. Which vocabularies are
active is a setting and counts at once.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from desktop_app.core.vocabulary import Tag, VocabularyError
from desktop_app.gui.dialogs.questions import Questions
from desktop_app.gui.panels.vocabulary_draft import VocabularyDraft
from desktop_app.gui.panels.vocabulary_drafts import VocabularyDrafts
from desktop_app.gui.panels.vocabulary_exchange import VocabularyExchange
from desktop_app.gui.panels.vocabulary_frame import VocabularyFrame
from desktop_app.gui.panels.vocabulary_list import key_of
from desktop_app.settings import SettingsError

if TYPE_CHECKING:
    from desktop_app.app import Earmark

T = TypeVar("T")
LOSE: Final = 1
"""The answer to the question about unsaved changes that gives them up; the one before it saves them."""


class VocabularyEditor(QDialog):
    """A window of its own beside the main window, so that tags can be seen to change while they are edited.

    Closing it, or the window it belongs to, asks what to do with unsaved changes.
    """

    vocabularies_changed = Signal()
    """Something was saved, or other vocabularies are active; the library is being re-tagged already."""

    def __init__(
        self, earmark: "Earmark", parent: QWidget | None = None, *, questions: Questions | None = None
    ) -> None:
        """Lists the vocabularies of `earmark`; `questions` is for tests."""
        super().__init__(parent)
        self._earmark = earmark
        self._questions = questions or Questions()
        self._drafts = VocabularyDrafts(earmark.vocabularies)
        self._exchange = VocabularyExchange(self, self._questions, earmark.vocabularies, self._drafts)
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
        if parent is not None:
            parent.window().installEventFilter(self)

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
        return self._drafts.open(self._key)

    @property
    def message(self) -> str:
        """The line at the bottom."""
        return self._frame.message.text()

    def reload(self, current: str = "") -> None:
        """Read the list of vocabularies anew; unsaved drafts stay. `current` is the key of the one to show."""
        self._drafts.reload()
        entries = self._drafts.entries
        wanted = current or self._key
        if self._drafts.entry(wanted) is None:
            wanted = key_of(entries[0]) if entries else ""
        self._list.show_entries(entries, self._earmark.settings.vocabularies, wanted)
        for key, draft in self._drafts.opened.items():
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
        self.reload(self._drafts.start(self.tr("New vocabulary")))
        self._frame.title.setFocus()
        self._frame.title.selectAll()

    def duplicate(self) -> None:
        """Start a vocabulary of one's own with the tags of the one that is shown, as edited."""
        if self.draft is None:
            return
        shown = self.draft.vocabulary
        self.reload(self._drafts.start(self.tr("{name} copy").format(name=shown.name), shown))

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
        self._drafts.drop(self._key)
        self.reload()

    def save(self) -> bool:
        """Save the vocabulary that is shown and re-tag the library; False when it is still wrong or has no room."""
        draft = self.draft
        if draft is None or not draft.changed:
            return True
        row = self._table.current_row()
        if not self._save_draft(self._key):
            return False
        self.reload(draft.vocabulary.vocabulary_id)
        self._table.choose_row(row)
        self._tell_saved()
        return True

    def import_file(self) -> None:
        """Take in a vocabulary from a file; it is used for tagging from then on."""
        vocabulary_id = self._attempt(self._exchange.import_file)
        if vocabulary_id is not None:
            self._activate(vocabulary_id)
            self.reload(vocabulary_id)
            self._tell_saved()

    def export(self) -> None:
        """Copy the saved file of the vocabulary that is shown to a place of the person's choice."""
        saved = self._attempt(lambda: self._exchange.export(self._key))
        if saved is not None:
            self._frame.show_message(self.tr("Exported to {path}.").format(path=saved), is_problem=False)

    def remove(self) -> None:
        """Take the person's own vocabulary that is shown out of use, after asking."""
        if self._attempt(lambda: self._exchange.remove(self._key)) is not None:
            self.reload()
            self._tell_saved()

    def reject(self) -> None:
        """Close, by Escape or by the window's own button: ask what to do with unsaved changes, and stay open when they
        cannot be saved.
        """
        changed = self._drafts.changed
        if changed and not self._settle(changed):
            return
        self._drafts.forget()
        super().reject()

    def showEvent(self, event: QShowEvent) -> None:
        """When it is opened again, show what the files say by then."""
        if not self._drafts.opened:
            self.reload()
        super().showEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The window it belongs to stays open, too, while unsaved changes wait for an answer."""
        if event.type() == QEvent.Type.Close and self.isVisible() and not self.close():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    # What goes on inside

    def _show_vocabulary(self, key: str) -> None:
        self._key = key
        draft = self.draft
        self._frame.show_vocabulary(draft.vocabulary if draft is not None else None)
        tags = draft.vocabulary.tags if draft is not None else ()
        self._form.offer_groups(list(dict.fromkeys(tag.group for tag in tags if tag.group)))
        self._show_state()

    def _show_state(self) -> None:
        """Bring the line at the bottom and the buttons up to date."""
        draft, entry = self.draft, self._drafts.entry(self._key)
        is_shipped = entry is not None and entry.shipped
        has_file = draft is not None and draft.has_file
        changed = draft is not None and draft.changed
        self._frame.enable(
            editing=draft is not None, changed=changed, exportable=has_file, removable=has_file and not is_shipped
        )
        if draft is None:
            self._frame.show_message((entry.problem or "") if entry else "", is_problem=True)
            return
        self._list.mark_changed(self._key, draft.vocabulary.name, changed=changed)
        tag = self._form.tag
        problem = draft.problem_with(tag) if tag is not None and changed else ""
        state = self.tr("There are unsaved changes.") if changed else ""
        if is_shipped:
            state = self.tr("Comes with Earmark. Saving a change makes a copy of your own, which is used in its place.")
        self._frame.show_message(_sentence(problem) or state, is_problem=bool(problem))

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

    def _save_draft(self, key: str) -> bool:
        """Put a draft on the disk; a new vocabulary is used for tagging from then on."""
        draft = self._drafts.open(key)
        is_new = draft is not None and not draft.has_file
        try:
            vocabulary_id = self._drafts.save(key)
        except VocabularyError as problem:
            self._frame.show_message(_sentence(problem.reason), is_problem=True)
            return False
        if is_new:
            self._activate(vocabulary_id)
        return True

    def _attempt(self, action: Callable[[], T | None]) -> T | None:
        """Do something with files; a problem is shown, and counts as nothing done."""
        try:
            return action()
        except VocabularyError as problem:
            self._frame.show_message(str(problem), is_problem=True)
            return None

    def _settle(self, changed: list[str]) -> bool:
        """Save or lose unsaved changes before the window closes; False when it has to stay."""
        drafts = self._drafts.opened
        names = ", ".join(f"“{drafts[key].vocabulary.name}”" for key in changed)
        question = self.tr("Save the changes to {names}?").format(names=names)
        answer = self._questions.ask(self, question, [self.tr("Save"), self.tr("Close without saving")])
        if answer is None:
            return False
        if answer == LOSE:
            return True
        for key in changed:
            if not self._save_draft(key):
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
        names = [name for name in before if name in checked or self._drafts.entry(name) is None]
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
