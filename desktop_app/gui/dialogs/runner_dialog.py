"""What dialogs have in common in which files are changed: pause, stop, and no closing in the middle of it."""

from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.gui.change_runner import ChangeRunner
from desktop_app.gui.panels.lines.change_line import ChangeLine


class RunnerDialog(QDialog):
    """Shows what a runner does."""

    def __init__(self, runner: ChangeRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner

    def reject(self) -> None:
        """Close; while files are changed, stop first, and show what came of it."""
        self._runner.stop()
        if not self._runner.changing:
            super().reject()

    def obey(self, line: ChangeLine) -> None:
        """Let a line with the progress pause and stop the work."""
        line.pause_wanted.connect(lambda rest: self._runner.pause() if rest else self._runner.resume())
        line.stop_wanted.connect(self._runner.stop)
