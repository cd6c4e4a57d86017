"""From the wish to have tags in the files themselves to files that have them, and back again."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from desktop_app.gui.conversations.changing_files import ChangingFiles
from desktop_app.gui.conversations.surroundings import Surroundings
from desktop_app.gui.dialogs.take_back import TakeBackDialog
from desktop_app.gui.dialogs.write_tags import WriteTagsDialog
from desktop_app.gui.retelling import retold_error
from desktop_app.gui.writing_runner import WritingRunner
from desktop_app.gui.writing_texts import taking_back_texts
from desktop_app.library.metadata.journal import Run
from desktop_app.library.metadata.mapping import WRITTEN, MappingError, entries_of, slots_of
from desktop_app.library.metadata.slots import Slots
from desktop_app.tag_writing import sweep_unfinished


class Writing(ChangingFiles):
    """Tags into files."""

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        self.runner = WritingRunner(surroundings.earmark)
        super().__init__(surroundings, self.runner, parent)
        self.runner.setParent(self)
        actions = self._window.actions_.writing
        actions.write.triggered.connect(self.open)
        actions.take_back.triggered.connect(self.ask_for_run)

    def start(self) -> None:
        """Remove what a run left that was killed."""
        self._around.operations.changing.run(lambda: sweep_unfinished(self._around.earmark), lambda _: None)

    def open(self) -> None:
        """Show what can be written, of the selected sounds or of all that are listed."""
        if self._comes_to_front():
            return
        listed = self._window.sounds.model.sound_ids.tolist()
        dialog = WriteTagsDialog(self.runner, self._around.selected_ids(), listed, self._mapping(), self._window)
        dialog.mapping_changed.connect(self._keep_mapping)
        dialog.undo_wanted.connect(self._undo)
        self._show(dialog)

    def _read_last_run(self) -> None:
        self.runner.read_last_run()

    def _take_back(self, run: Run) -> None:
        self.runner.take_back(run)

    def _dialog_about(self, run: Run) -> QDialog:
        files = [str(kept.path) for kept, _ in run.files]
        texts = taking_back_texts()
        return TakeBackDialog(self.runner, run.begun, files, texts, lambda: self._take_back(run), self._window)

    def _nothing_to_take_back(self) -> str:
        return self.tr("Nothing was written that could be taken back.")

    def _mapping(self) -> Slots:
        try:
            return slots_of(self._around.earmark.settings.written_fields)
        except MappingError as error:
            self._around.say(retold_error(error))
            return WRITTEN

    def _keep_mapping(self, slots: Slots) -> None:
        self._around.change_settings(written_fields=entries_of(slots))
