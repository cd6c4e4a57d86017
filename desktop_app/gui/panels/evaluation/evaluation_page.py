"""The page on which a person finds out how right the network is about sounds of their own: a form, then results."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QPalette, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from desktop_app.gui import theme
from desktop_app.gui.evaluation_runner import EvaluationProgress, EvaluationResult, EvaluationWork
from desktop_app.gui.evaluation_texts import set_text
from desktop_app.gui.icons import icon
from desktop_app.gui.panels.elided_label import ElidedLabel
from desktop_app.gui.panels.evaluation.evaluation_form import EvaluationForm
from desktop_app.gui.panels.evaluation.evaluation_results import EvaluationResults
from desktop_app.gui.panels.evaluation.verdict_results import VerdictResults
from desktop_app.gui.panels.lines.work_line import WorkLine, time_left
from desktop_app.gui.plain_text import PlainLabel
from desktop_app.gui.translations import number_text

_NARROW: Final = 560
"""Pixels of width below which the buttons at the top are icons."""


class EvaluationPage(QWidget):
    """A page in place of the list. It keeps its results while other pages are shown."""

    cancel_wanted = Signal()
    """Stop what is being listened to."""
    save_wanted = Signal()
    """Save a report of what is shown."""
    left = Signal()
    """Back to the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        """The form, with nothing chosen."""
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Evaluation"))
        self.form, self.results, self.verdicts = EvaluationForm(), EvaluationResults(), VerdictResults()
        self.result: EvaluationResult | None = None
        self.work = WorkLine(self.tr("Progress of the evaluation"), self)
        self._cancel = self.work.add_button("x", self.tr("Cancel"), self.cancel_wanted.emit)
        self._message = PlainLabel(parent=self)
        self._message.setWordWrap(True)
        self._message.setForegroundRole(QPalette.ColorRole.BrightText)
        self._message.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._message.hide()
        self.save = self._button(self.tr("Save report..."), "save")
        self.other = self._button(self.tr("Evaluate others"), "folder-open")
        self.back_to_results = self._button(self.tr("Last results"), "gauge")
        self._back = self._button(self.tr("Back to the list"), "x")
        self._title = ElidedLabel(self, elide=Qt.TextElideMode.ElideRight)
        self._pages = QStackedWidget(self)
        for page in (self.form, self.results, self.verdicts):
            self._pages.addWidget(page)
        self._arrange()
        self._connect()
        self.show_form()

    # --- what is shown ---

    @property
    def shows_results(self) -> bool:
        """Whether results are shown, and not the form."""
        return self._pages.currentWidget() is not self.form

    @property
    def message(self) -> str:
        """The sentence at the top; empty when there is none."""
        return "" if self._message.isHidden() else self._message.text()

    def show_form(self) -> None:
        """Ask for something to evaluate; results that are there can be gone back to."""
        self._title.setText(self.tr("How good is it on your sounds?"))
        self._show_page(self.form)

    def show_result(self, result: EvaluationResult) -> None:
        """Show what came of an evaluation in place of what there was."""
        self.result = result
        self.show_message("")
        if result.of_verdicts:
            self.verdicts.show_result(result)
        else:
            self.results.show_result(result)
        self.show_results()

    def show_results(self) -> None:
        """Show the results that there are."""
        if self.result is not None:
            text = self.tr("“{name}”, heard by {embedder}")
            self._title.setText(text.format(name=set_text(self.result.document), embedder=self.result.embedder))
            self._show_page(self.verdicts if self.result.of_verdicts else self.results)

    def forget(self, sentence: str) -> None:
        """There are no results any more, and `sentence` says why."""
        self.result = None
        self.show_form()
        self.show_message(sentence)

    def show_running(self, *, running: bool) -> None:
        """Something is being listened to, or nothing any more. The keyboard stays on the page: on what ends it."""
        had_focus = self._has_focus
        if running:
            self.show_message("")
            self.work.show_work(self.tr("Getting ready..."), 0, 0)
            if had_focus:  # before what has it is disabled
                self._cancel.setFocus()
        self.form.show_running(running=running)
        self.other.setEnabled(not running)
        self.results.worse.run.setEnabled(not running)
        self.results.noisy.run.setEnabled(not running)
        if not running:
            if had_focus:  # before the button goes
                self.setFocus()
            self.work.hide()

    def show_progress(self, progress: EvaluationProgress) -> None:
        """Say how far it is, how fast, and how long it takes still."""
        text = {
            EvaluationWork.HEARING: self.tr("Hearing sounds: {done} of {total}"),
            EvaluationWork.HEARING_WORSE: self.tr("Hearing worse versions: {done} of {total}"),
            EvaluationWork.MEASURING_NOISE: self.tr("Measuring noise: {done} of {total}"),
        }[progress.work]
        parts = [text.format(done=number_text(progress.done), total=number_text(progress.total))]
        if progress.done == progress.total:
            parts = [self.tr("Comparing...")]
        elif progress.rate > 0:
            parts.append(self.tr("{rate} a second").format(rate=f"{progress.rate:.1f}"))
            parts.append(time_left((progress.total - progress.done) / progress.rate))
        self.work.show_work(" · ".join(parts), progress.done, progress.total)

    def show_message(self, sentence: str) -> None:
        """Say what went wrong, or take that away."""
        self._message.setText(sentence)
        self._message.setVisible(bool(sentence))

    # --- what Qt calls ---

    def minimumSizeHint(self) -> QSize:
        """A page that is hidden most of the time does not say how small the window may be."""
        return QSize(1, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, the buttons have icons alone."""
        super().resizeEvent(event)
        for button in (self.save, self.other, self.back_to_results, self._back):
            button.setText("" if self.width() < _NARROW else button.accessibleName())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A folder or a table from elsewhere is what to evaluate, and is not added to the library."""
        if event.mimeData().hasUrls() and event.source() is None and not self.form.is_running:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Show it in the form."""
        places = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if places:
            self.form.show_place(places[0])
            self.show_form()

    def _button(self, text: str, picture: str) -> QPushButton:
        button = QPushButton(icon(picture), text, self)
        button.setAccessibleName(text)
        button.setToolTip(text.removesuffix("..."))
        return button

    def _arrange(self) -> None:
        self._title.setFont(theme.semibold(self._title.font()))
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        heading = QHBoxLayout()
        heading.setSpacing(8)
        heading.addWidget(self._title, 1)
        for button in (self.back_to_results, self.save, self.other, self._back):
            heading.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addLayout(heading)
        layout.addWidget(self.work)
        layout.addWidget(self._message)
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.save.clicked.connect(self.save_wanted)
        self.other.clicked.connect(self.show_form)
        self.back_to_results.clicked.connect(self.show_results)
        self._back.clicked.connect(self.left)
        # Here and not in the window's actions: Escape means something else in the list.
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.left)

    @property
    def _has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _show_page(self, page: QWidget) -> None:
        results = page is not self.form
        had_focus = self._has_focus
        self._pages.setCurrentWidget(page)
        self.save.setVisible(results)
        self.other.setVisible(results)
        self.back_to_results.setVisible(not results and self.result is not None)
        self.setFocusProxy(page)
        if had_focus:
            page.setFocus()
