"""What conversations have in common in which files are changed: one dialog at a time, and files that are let go."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog

from desktop_app.gui.change_runner import ChangeReport, ChangeRunner
from desktop_app.gui.conversations.surroundings import Surroundings


class ChangingFiles(QObject):
    """One dialog at a time, beside the window: searches and auditions go on meanwhile."""

    changed = Signal()
    """Files are different now: what is shown of them is read again."""

    def __init__(self, surroundings: Surroundings, runner: ChangeRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._around = surroundings
        self._window = surroundings.window
        self._changer = runner
        self.dialog: QDialog | None = None
        """The one that is open."""
        self._undoing = False
        runner.file_wanted.connect(self._let_go)
        runner.finished.connect(self._on_finished)
        runner.run_read.connect(self._on_run)
        runner.failed.connect(self._on_failed)
        self._window.closed.connect(runner.close)

    # For who inherits from this.

    def _read_last_run(self) -> None:
        """Have the runner tell of the run that is taken back next."""
        raise NotImplementedError

    def _take_back(self, run: Any) -> None:
        raise NotImplementedError

    def _dialog_about(self, run: Any) -> QDialog:
        """The dialog that asks whether a run is to be taken back."""
        raise NotImplementedError

    def _nothing_to_take_back(self) -> str:
        """What is said where there is no run."""
        raise NotImplementedError

    # What all do.

    def ask_for_run(self) -> None:
        """Show what can be taken back."""
        if not self._comes_to_front():
            self._read_last_run()

    def _undo(self) -> None:
        """Take back what was done just now: its files are on the screen."""
        self._undoing = True
        self._read_last_run()

    def _on_run(self, run: object | None) -> None:
        undoing, self._undoing = self._undoing, False
        if run is None:
            self._around.answer(self._nothing_to_take_back())
        elif undoing:
            self._take_back(run)
        elif not self._comes_to_front():
            self._show(self._dialog_about(run))

    def _on_finished(self, _report: ChangeReport) -> None:
        self.changed.emit()

    def _on_failed(self, sentence: str) -> None:
        self._undoing = False
        if sentence and self.dialog is None:
            self._around.say(sentence)

    def _let_go(self, path: Path) -> None:
        """A sound that is heard while its file is changed falls silent: on some systems it could not be changed."""
        player = self._window.player
        if player.playing and player.sound is not None and player.sound.path == path:
            player.stop()

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
