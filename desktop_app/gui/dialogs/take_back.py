"""Takes back what was written into files last: first which files those are, then how far it is and what came of it."""

from typing import Final

from PySide6.QtCore import QDateTime, QLocale, QStringListModel
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget

from desktop_app.gui.dialogs.runner_dialog import RunnerDialog
from desktop_app.gui.panels.lines.change_line import ChangeLine
from desktop_app.gui.plain_text import PlainLabel
from desktop_app.gui.writing_runner import WritingProgress, WritingReport, WritingRunner
from desktop_app.gui.writing_texts import progress_text, report_text
from desktop_app.library.metadata.journal import Run

SIZE: Final = (720, 460)


class TakeBackDialog(RunnerDialog):
    """Touches nothing before its button is pressed."""

    def __init__(self, runner: WritingRunner, run: Run, parent: QWidget | None = None) -> None:
        """`run`: what can be taken back."""
        super().__init__(runner, parent)
        self.setWindowTitle(self.tr("Take back the last writing"))
        self._run = run
        self.files = QStringListModel([str(kept.path) for kept, _ in run.files], self)
        self.view = QListView(self)
        self.view.setModel(self.files)
        self.view.setAccessibleName(self.tr("Files"))
        self.view.setUniformItemSizes(True)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.line = ChangeLine(self.tr("Progress of the taking back"), self)
        self.take_back = QPushButton(self.tr("&Take back %Ln file(s)", "", len(run.files)), self)
        self.close_button = QPushButton(self.tr("&Close"), self)
        self.close_button.setAutoDefault(False)
        self._arrange()
        self.take_back.clicked.connect(self._begin)
        self.close_button.clicked.connect(self.reject)
        self.obey(self.line)
        runner.progressed.connect(self._on_progress)
        runner.finished.connect(self._on_finished)
        runner.failed.connect(self._on_failed)

    def _arrange(self) -> None:
        when = QLocale().toString(
            QDateTime.fromSecsSinceEpoch(int(self._run.begun.timestamp())), QLocale.FormatType.ShortFormat
        )
        text = self.tr("These files were written on {when}. They are to say again what they said before.")
        what = PlainLabel(text.format(when=when), self)
        how = PlainLabel(self.tr("A file that somebody changed since is left as it is, and named."), self)
        how.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for label in (what, how):
            label.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.take_back)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(what)
        layout.addWidget(how)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.line)
        layout.addLayout(buttons)
        self.resize(*SIZE)

    def _begin(self) -> None:
        self.take_back.setEnabled(False)
        self._runner.take_back(self._run)
        self._on_progress(WritingProgress(0, len(self._run.files), taken_back=True))

    def _on_progress(self, progress: WritingProgress) -> None:
        self.line.show_progress(progress_text(progress), progress.done, progress.total, can_pause=True)

    def _on_finished(self, report: WritingReport) -> None:
        self.line.rest(report_text(report))
        if report.left_alone:
            self.files.setStringList([f"{outcome.path}: {outcome.problem}" for outcome in report.left_alone])
        self.close_button.setFocus()

    def _on_failed(self, sentence: str) -> None:
        self.line.rest(sentence or self.tr("This could not be done; the log says more."))
