"""From the wish to have tags in the files themselves to files that have them, and back again."""

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from desktop_app.file_changes.tag_writing import LOWEST, Choice, sweep_unfinished
from desktop_app.file_changes.taking_back import Offer
from desktop_app.gui.conversations.changing_files import ChangingFiles
from desktop_app.gui.conversations.surroundings import Surroundings
from desktop_app.gui.dialogs.questions import Questions
from desktop_app.gui.dialogs.take_back_writing import TakeBackWritingDialog
from desktop_app.gui.dialogs.write_tags import WriteTagsDialog
from desktop_app.gui.writing_runner import WritingRunner
from desktop_app.library.metadata.mapping import entries_of, known_slots
from desktop_app.library.metadata.slots import Existing


class Writing(ChangingFiles):
    """Tags into files."""

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        self.runner = WritingRunner(surroundings.earmark)
        super().__init__(surroundings, self.runner, parent)
        self.runner.setParent(self)
        actions = self._window.actions_.writing
        actions.write.triggered.connect(self.open)
        actions.take_back.triggered.connect(self.ask_for_run)
        self.questions = Questions()
        self.runner.forgotten.connect(self._on_forgotten)

    def start(self) -> None:
        """Remove what a run left that was killed."""
        self._around.operations.changing.run(lambda: sweep_unfinished(self._around.earmark), lambda _: None)

    def open(self) -> None:
        """Show what can be written, of the selected sounds or of all that are listed."""
        if self._comes_to_front():
            return
        listed = self._window.sounds.model.sound_ids.tolist()
        dialog = WriteTagsDialog(self.runner, self._around.selected_ids(), listed, self._choice(), self._window)
        dialog.choice_changed.connect(self._keep_choice)
        dialog.undo_wanted.connect(self._undo)
        self._show(dialog)

    def _read_last_run(self) -> None:
        self.runner.read_last_run()

    def _take_back(self, run: Offer) -> None:
        self.runner.take_back(run.run)

    def _dialog_about(self, run: Offer) -> QDialog:
        dialog = TakeBackWritingDialog(self.runner, run, lambda: self._take_back(run), self._window)
        dialog.forget_wanted.connect(lambda: self._ask_to_forget(dialog, run))
        return dialog

    def _ask_to_forget(self, dialog: TakeBackWritingDialog, offer: Offer) -> None:
        question = self.tr(
            "Forget what %Ln file(s) said before? What was written into them stays then, and can never be taken back."
            " No file is touched.",
            "",
            dialog.files.rowCount(),
        )
        if self.questions.ask(dialog, question, [self.tr("Keep it"), self.tr("Forget it")]) == 1:
            self.runner.forget(offer.run)

    def _on_forgotten(self) -> None:
        if isinstance(self.dialog, TakeBackWritingDialog):
            self.dialog.reject()
        self._around.answer(self.tr("What these files said before is forgotten."))

    def _nothing_to_take_back(self) -> str:
        return self.tr("Nothing was written that could be taken back.")

    def _choice(self) -> Choice:
        """As it was left the last time; whether names of one file are parted is asked each time anew."""
        settings = self._around.earmark.settings
        return Choice(
            lowest=LOWEST[settings.written_tags],
            slots=known_slots(settings.written_fields),
            existing=Existing(settings.written_existing),
            keep_time=settings.written_keep_time,
        )

    def _keep_choice(self, choice: Choice) -> None:
        if replace(choice, split_links=False) == self._choice():
            return
        saved = self._around.earmark.settings.written_fields
        self._around.change_settings(
            written_tags=next(name for name, lowest in LOWEST.items() if lowest == choice.lowest),
            written_fields=saved if choice.slots == known_slots(saved) else entries_of(choice.slots, saved),
            written_existing=choice.existing.value,
            written_keep_time=choice.keep_time,
        )
