"""What dialogs have in common in which files are changed: pause, stop, and no closing in the middle of it."""

from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from desktop_app.gui.change_runner import ChangeRunner
from desktop_app.gui.panels.lines.change_line import ChangeLine


class RunnerDialog(QDialog):
    """Shows what a runner does."""

    def __init__(self, runner: ChangeRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._close: QPushButton | None = None
        self._closing = ""

    def reject(self) -> None:
        """Close; while files are changed, stop first, and show what came of it."""
        self._runner.stop()
        if not self._runner.changing:
            super().reject()

    def obey(self, line: ChangeLine, close: QPushButton) -> None:
        """Let a line with the progress pause the work, and the button that closes stop it: it says which of both."""
        self._close, self._closing = close, close.text()
        line.pause_wanted.connect(lambda rest: self._runner.pause() if rest else self._runner.resume())
        close.clicked.connect(self.reject)
        for news in (self._runner.progressed, self._runner.finished, self._runner.failed):
            news.connect(self._name_button)

    def _name_button(self) -> None:
        assert self._close is not None, "it is obeyed"
        self._close.setText(self.tr("&Stop") if self._runner.changing else self._closing)
