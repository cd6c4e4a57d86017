"""The vocabulary editor: which vocabularies are used for tagging, what their tags say, and what a change would do.

Edits are kept in drafts until they are saved. A saved change re-tags the whole library at once. Which vocabularies are
active is a setting and counts at once.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QVBoxLayout, QWidget

from desktop_app.gui.dialogs.questions import Questions
from desktop_app.gui.panels.vocabularies.shown_vocabulary import ShownVocabulary
from desktop_app.gui.panels.vocabularies.vocabulary_draft import VocabularyDraft
from desktop_app.gui.panels.vocabularies.vocabulary_drafts import VocabularyDrafts
from desktop_app.gui.panels.vocabularies.vocabulary_drops import VocabularyDrops
from desktop_app.gui.panels.vocabularies.vocabulary_exchange import VocabularyExchange
from desktop_app.gui.panels.vocabularies.vocabulary_frame import VocabularyFrame
from desktop_app.gui.panels.vocabularies.vocabulary_keeping import VocabularyKeeper, as_sentence
from desktop_app.gui.panels.vocabularies.vocabulary_list import key_of
from desktop_app.gui.retelling import retold
from desktop_app.library.vocabularies.vocabulary_texts import texts_in

if TYPE_CHECKING:
    from desktop_app.app import Earmark

LOSE: Final = 1
"""The answer to the question about unsaved changes that gives them up; the one before it saves them."""


class VocabularyEditor(QDialog):
    """A window of its own beside the main window, so that tags can be seen to change while they are edited.

    Closing it, or the window it belongs to, asks what to do with unsaved changes.
    """

    vocabularies_changed = Signal()
    """Something was saved, or other vocabularies are active; the library is being re-tagged already."""

    undo_chosen = Signal()
    """Take back what was done last in the whole window: nothing unsaved is left to be taken back here."""
    redo_chosen = Signal()
    """Do again what was taken back last."""
    step_done = Signal(str, object, object)
    """(text, change, undo) of what was done to files, as `History.record` takes it."""

    def __init__(
        self, earmark: "Earmark", parent: QWidget | None = None, *, questions: Questions | None = None
    ) -> None:
        """Lists the vocabularies of `earmark`; `questions` is for tests."""
        super().__init__(parent)
        self._earmark = earmark
        self._questions = questions or Questions()
        self._drafts = VocabularyDrafts(earmark.vocabularies)
        exchange = VocabularyExchange(self, self._questions, earmark.vocabularies, self._drafts)
        self._keeper = VocabularyKeeper(earmark, self._drafts, exchange, self)
        self._seen: dict[str, str] = {}
        """The texts of the person's files when the list was read last."""
        self.setWindowTitle(self.tr("Vocabularies"))
        self.setModal(False)
        self.resize(1240, 820)
        self._frame = VocabularyFrame(self._questions, lambda ids: earmark.library.sounds.many(ids))
        self._list, self._table = self._frame.list, self._frame.table
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._frame)
        self.effect = self._frame.effect
        """What the tag that is being edited would do; its lists can be played."""
        self._shown = ShownVocabulary(earmark, self._frame, self._drafts, self)
        self.advice = self._shown.advice
        """Asks for that, and takes the answers."""
        self._connect()
        self._connect_files()
        self.reload()
        if parent is not None:
            parent.window().installEventFilter(self)

    def _connect(self) -> None:
        frame = self._frame
        self._list.chosen.connect(self._shown.show)
        self._list.active_changed.connect(self._use_active)
        self.effect.tag_wanted.connect(self.choose)
        self._shown.edited.connect(self._show_state)
        actions: tuple[tuple[QPushButton, Callable[[], object]], ...] = (
            (frame.new, self.new_vocabulary),
            (frame.duplicate, self.duplicate),
            (frame.load, self.import_file),
            (frame.export, self.export),
            (frame.remove, self.remove),
            (frame.add_tag, self._shown.add_tag),
            (frame.delete_tag, self._shown.delete_tag),
            (frame.revert, self.revert),
            (frame.save, self.save),
        )
        for button, action in actions:
            button.clicked.connect(lambda _checked=False, action=action: action())
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self.save)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._table.begin_search)
        # A field with text keeps these keys to itself.
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(self.undo)
        QShortcut(QKeySequence.StandardKey.Redo, self).activated.connect(self.redo)

    def _connect_files(self) -> None:
        keeper = self._keeper
        keeper.problem.connect(lambda sentence: self._frame.show_message(sentence, is_problem=True))
        keeper.active_changed.connect(self.vocabularies_changed)
        keeper.step_done.connect(self.step_done)
        self._list.drag_copies_by(keeper.copy_to_drag)
        VocabularyDrops(self).dropped.connect(self._import_dropped)

    # What it is asked for

    @property
    def draft(self) -> VocabularyDraft | None:
        """The vocabulary that is shown, None while a file that cannot be read is chosen."""
        return self._shown.draft

    @property
    def message(self) -> str:
        """The line at the bottom."""
        return self._frame.message.text()

    def reload(self, current: str = "") -> None:
        """Read the list of vocabularies anew; unsaved drafts stay. `current` is the key of the one to show."""
        self._drafts.reload()
        self._seen = texts_in(self._earmark.profile.vocabularies)
        entries = self._drafts.entries
        wanted = current or self._shown.key
        if self._drafts.entry(wanted) is None:
            wanted = key_of(entries[0]) if entries else ""
        self._list.show_entries(entries, self._earmark.settings.vocabularies, wanted)
        for key, draft in self._drafts.opened.items():
            self._list.mark_changed(key, draft.vocabulary.name, changed=draft.changed)
        self._shown.show(wanted)

    def choose(self, vocabulary_id: str, tag_id: str | None = None) -> None:
        """Show a vocabulary, and one of its tags."""
        self._list.choose(vocabulary_id)
        if tag_id is not None:
            self._shown.choose_tag(tag_id)

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

    def revert(self) -> None:
        """Forget the unsaved changes to the vocabulary that is shown; one that was never saved goes."""
        self._drafts.drop(self._shown.key)
        self.reload()

    def save(self) -> bool:
        """Save the vocabulary that is shown and re-tag the library; False when it is still wrong or has no room."""
        draft = self.draft
        if draft is None or not draft.changed:
            return True
        row = self._table.current_row()
        vocabulary_id = self._keeper.save(self._shown.key)
        if vocabulary_id is None:
            return False
        self.reload(vocabulary_id)
        self._table.choose_row(row)
        self._tell_saved()
        return True

    def undo(self) -> None:
        """Take back the last unsaved edit of the vocabulary that is shown, or else what was done last at all."""
        if not self._shown.undo():
            self.undo_chosen.emit()

    def redo(self) -> None:
        """Make the edit again that was taken back last, or else do again what was."""
        if not self._shown.redo():
            self.redo_chosen.emit()

    def say(self, sentence: str) -> None:
        """Show a sentence in the line at the bottom."""
        self._frame.show_message(sentence, is_problem=False)

    def import_file(self, path: Path | None = None) -> None:
        """Take in a vocabulary from a file, which is asked for if none is given; it is used from then on."""
        vocabulary_id = self._keeper.import_file(path)
        if vocabulary_id is not None:
            self.reload(vocabulary_id)
            self._tell_saved()

    def export(self) -> None:
        """Copy the saved file of the vocabulary that is shown to a place of the person's choice."""
        saved = self._keeper.export(self._shown.key)
        if saved is not None:
            self._frame.show_message(self.tr("Exported to {path}.").format(path=saved), is_problem=False)

    def remove(self) -> None:
        """Take the person's own vocabulary that is shown out of use, after asking."""
        if self._keeper.remove(self._shown.key) is not None:
            self.reload()
            self._tell_saved()

    def look_again(self) -> None:
        """Something was done or undone: show what the files say by now, should that be something else. What was not
        saved stays.
        """
        if self.isVisible() and texts_in(self._earmark.profile.vocabularies) != self._seen:
            tag = self._table.current_tag()
            self._drafts.look_again()
            self.reload()
            if tag is not None:
                self._table.choose_tag(tag.tag_id)

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

    def _show_state(self) -> None:
        """Bring the line at the bottom and the buttons up to date."""
        draft, entry = self.draft, self._drafts.entry(self._shown.key)
        is_shipped = entry is not None and entry.shipped
        has_file = draft is not None and draft.has_file
        changed = draft is not None and draft.changed
        self._frame.enable(
            editing=draft is not None, changed=changed, exportable=has_file, removable=has_file and not is_shipped
        )
        if draft is None:
            self._frame.show_message(retold(entry.problem or "") if entry else "", is_problem=True)
            return
        self._list.mark_changed(self._shown.key, draft.vocabulary.name, changed=changed)
        problem = self._shown.problem()
        state = self.tr("There are unsaved changes.") if changed else self._shown.note()
        if is_shipped:
            state = self.tr("Comes with Earmark. Saving a change makes a copy of your own, which is used in its place.")
        self._frame.show_message(as_sentence(problem) or state, is_problem=bool(problem))

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
            if self._keeper.save(key) is None:
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
        self._keeper.set_active([*names, *(name for name in checked if name not in before)])
        self._shown.ask_for_advice()

    def _import_dropped(self, files: list[Path]) -> None:
        for file in files:
            self.import_file(file)

    def _tell_saved(self) -> None:
        """Re-tag the library and tell the window."""
        self._earmark.load_tags_soon()
        self._frame.show_message(self.tr("Saved. The library is being tagged anew."), is_problem=False)
        self.vocabularies_changed.emit()
