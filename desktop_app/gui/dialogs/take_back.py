"""Takes back what was done to files last: first which files those are, then how far it is and what came of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QStringListModel
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget

from desktop_app.gui.change_runner import ChangeProgress, ChangeReport, ChangeRunner
from desktop_app.gui.dialogs.runner_dialog import RunnerDialog
from desktop_app.gui.panels.lines.change_line import ChangeLine
from desktop_app.gui.plain_text import PlainLabel, shown_name
from desktop_app.gui.retelling import retold

SIZE: Final = (720, 460)


@dataclass(frozen=True, slots=True)
class TakingBackTexts:
    """What is said of a run that is taken back."""

    title: str
    question: str
    """With `{when}` where it says when the run was begun."""
    left: str
    """What becomes of files that cannot be taken back."""
    progress: Callable[[ChangeProgress], str]
    report: Callable[[ChangeReport], str]


class TakeBackDialog(RunnerDialog):
    """Touches nothing before its button is pressed."""

    def __init__(
        self,
        runner: ChangeRunner,
        begun: datetime,
        files: Sequence[str],
        texts: TakingBackTexts,
        take_back: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        """`files`: a line for each file of the run that was `begun` then; `take_back` has the runner take it back."""
        super().__init__(runner, parent)
        self.setWindowTitle(texts.title)
        self._begun, self._texts, self._take_back = begun, texts, take_back
        self.files = QStringListModel(list(map(shown_name, files)), self)
        self.view = QListView(self)
        self.view.setModel(self.files)
        self.view.setAccessibleName(self.tr("Files"))
        self.view.setUniformItemSizes(True)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.line = ChangeLine(self.tr("Progress of the taking back"), self)
        # `tr` of a class that inherits from this would take its own untranslated text for translated: it has a number.
        text = QCoreApplication.translate("TakeBackDialog", "&Take back %Ln file(s)", "", len(files))
        self.take_back = QPushButton(text, self)
        self.close_button = QPushButton(self.tr("&Close"), self)
        self.close_button.setAutoDefault(False)
        self._arrange()
        self.take_back.clicked.connect(self._begin)
        self.obey(self.line, self.close_button)
        runner.progressed.connect(self._on_progress)
        runner.finished.connect(self._on_finished)
        runner.overtaken.connect(self._on_overtaken)
        runner.failed.connect(self._on_failed)

    def _arrange(self) -> None:
        when = QLocale().toString(
            QDateTime.fromSecsSinceEpoch(int(self._begun.timestamp())), QLocale.FormatType.ShortFormat
        )
        what = PlainLabel(self._texts.question.format(when=when), self)
        how = PlainLabel(self._texts.left, self)
        how.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for label in (what, how):
            label.setWordWrap(True)
        self._buttons = buttons = QHBoxLayout()
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
        self._take_back()

    def _on_progress(self, progress: ChangeProgress) -> None:
        self.line.show_progress(self._texts.progress(progress), progress.done, progress.total, can_pause=True)

    def _on_finished(self, report: ChangeReport) -> None:
        self.line.rest(self._texts.report(report))
        if report.left_alone or len(report.outcomes) == report.total:
            self.files.setStringList(
                [f"{shown_name(str(outcome.path))}: {retold(outcome.problem)}" for outcome in report.left_alone]
            )
        self.close_button.setFocus()

    def _on_overtaken(self) -> None:
        self.files.setStringList([])
        self.close_button.setFocus()

    def _on_failed(self, sentence: str) -> None:
        self.take_back.setEnabled(self.files.rowCount() > 0)
        self.line.rest(sentence or self.tr("This could not be done; the log says more."))
