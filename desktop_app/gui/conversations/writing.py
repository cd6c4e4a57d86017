"""From the wish to have tags in the files themselves to files that have them, and back again."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from desktop_app.gui.conversations.surroundings import Surroundings
from desktop_app.gui.dialogs.take_back import TakeBackDialog
from desktop_app.gui.dialogs.write_tags import WriteTagsDialog
from desktop_app.gui.writing_runner import WritingReport, WritingRunner
from desktop_app.library.metadata.journal import Run
from desktop_app.library.metadata.mapping import WRITTEN, MappingError, entries_of, slots_of
from desktop_app.library.metadata.slots import Slots
from desktop_app.tag_writing import sweep_unfinished


class Writing(QObject):
    """One dialog at a time, beside the window: searches and auditions go on meanwhile."""

    written = Signal()
    """Files say something else now: what is shown of them is read again."""

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = surroundings
        self._window = surroundings.window
        self.runner = WritingRunner(surroundings.earmark, self)
        self.dialog: QDialog | None = None
        """The one that is open."""
        self._undoing = False
        actions = self._window.actions_.writing
        actions.write.triggered.connect(self.open)
        actions.take_back.triggered.connect(self._ask_for_run)
        self.runner.file_wanted.connect(self._let_go)
        self.runner.finished.connect(self._on_finished)
        self.runner.run_read.connect(self._on_run)
        self.runner.failed.connect(self._on_failed)
        self._window.closed.connect(self.runner.close)

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

    def _ask_for_run(self) -> None:
        if not self._comes_to_front():
            self.runner.read_last_run()

    def _undo(self) -> None:
        """Take back what was written just now: its files are on the screen."""
        self._undoing = True
        self.runner.read_last_run()

    def _on_run(self, run: Run | None) -> None:
        undoing, self._undoing = self._undoing, False
        if run is None:
            self._around.answer(self.tr("Nothing was written that could be taken back."))
        elif undoing:
            self.runner.take_back(run)
        elif not self._comes_to_front():
            self._show(TakeBackDialog(self.runner, run, self._window))

    def _on_finished(self, _report: WritingReport) -> None:
        self.written.emit()

    def _on_failed(self, sentence: str) -> None:
        self._undoing = False
        if sentence and self.dialog is None:
            self._around.say(sentence)

    def _let_go(self, path: Path) -> None:
        """A sound that is heard while its file is replaced falls silent: on some systems it could not be replaced."""
        player = self._window.player
        if player.playing and player.sound is not None and player.sound.path == path:
            player.stop()

    def _mapping(self) -> Slots:
        try:
            return slots_of(self._around.earmark.settings.written_fields)
        except MappingError as error:
            self._around.say(str(error))
            return WRITTEN

    def _keep_mapping(self, slots: Slots) -> None:
        self._around.change_settings(written_fields=entries_of(slots))

    def _show(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(self._forget)
        dialog.show()

    def _forget(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None

    def _comes_to_front(self) -> bool:
        """Whether a dialog is open already."""
        if self.dialog is None:
            return False
        self.dialog.raise_()
        self.dialog.activateWindow()
        return True
