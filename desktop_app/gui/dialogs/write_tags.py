"""Tags into files: what to write, what that would change in which file, and then how far it is and what came of it."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop_app.file_changes.tag_writing import Choice
from desktop_app.gui.change_runner import ChangeProgress, ChangeReport, PlannedPart
from desktop_app.gui.dialogs.runner_dialog import RunnerDialog
from desktop_app.gui.models.writing_plan import PlanColumn, WritingPlanModel
from desktop_app.gui.panels.lines.change_line import ChangeLine
from desktop_app.gui.panels.reason_cells import ReasonCells
from desktop_app.gui.panels.writing_form import WritingForm
from desktop_app.gui.plain_text import PlainLabel
from desktop_app.gui.timers import once_after
from desktop_app.gui.translations import number_text
from desktop_app.gui.writing_runner import WritingRunner
from desktop_app.gui.writing_texts import progress_text, report_text

SIZE: Final = (1040, 640)
_WIDTHS: Final = {PlanColumn.WHERE: 250, PlanColumn.BEFORE: 170}
_OPENED: Final = 40
"""Files whose changes are shown at once; those of the others at a click."""
_REST_MILLISECONDS: Final = 200


class WriteTagsDialog(RunnerDialog):
    """Writes nothing before the button that says into how many files. It stays beside the window meanwhile."""

    choice_changed = Signal(object)
    """The `Choice` that the person made."""
    undo_wanted = Signal()
    """What was just written is to be taken back."""

    def __init__(
        self,
        runner: WritingRunner,
        selected: Sequence[int],
        listed: Sequence[int],
        choice: Choice,
        parent: QWidget | None = None,
    ) -> None:
        """Begins to look at once, with this choice. `selected` and `listed`: ids of sounds."""
        super().__init__(runner, parent)
        self._writer = runner
        self.setWindowTitle(self.tr("Write tags to files"))
        self._ready = False
        self.form = WritingForm(selected, listed, choice, self)
        self.plan = WritingPlanModel(self)
        self.view = QTreeView(self)
        self.line = ChangeLine(self.tr("Progress of the writing"), self)
        self.write = QPushButton(self)
        self.undo = QPushButton(self.tr("&Undo this writing"), self)
        self.close_button = QPushButton(self.tr("&Close"), self)
        self._looking = once_after(_REST_MILLISECONDS, self._look, self)
        self._set_up_view()
        self._arrange()
        self._connect()
        self._look()

    def _set_up_view(self) -> None:
        view = self.view
        view.setModel(self.plan)
        view.setItemDelegateForColumn(PlanColumn.AFTER, ReasonCells(view))
        view.setWordWrap(False)
        view.setAccessibleName(self.tr("What would change"))
        view.setUniformRowHeights(True)
        view.setAlternatingRowColors(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setTextElideMode(Qt.TextElideMode.ElideRight)
        view.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for column, width in _WIDTHS.items():
            view.setColumnWidth(column, width)

    def _arrange(self) -> None:
        what = PlainLabel(
            self.tr(
                "Tags go into the files themselves, where other programs find them. Nothing is written before you press"
                " “Write”."
            )
        )
        how = PlainLabel(
            self.tr(
                "Each file is then replaced by a copy of which is proved that its sound is the same; the whole run can"
                " be taken back."
            )
        )
        how.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for label in (what, how):
            label.setWordWrap(True)
        middle = QHBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.form)
        middle.addWidget(self.view, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.undo)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.write)
        for button in (self.undo, self.close_button):
            button.setAutoDefault(False)
        self.undo.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(what)
        layout.addWidget(how)
        layout.addSpacing(4)
        layout.addLayout(middle, 1)
        layout.addWidget(self.line)
        layout.addLayout(buttons)
        self.resize(*SIZE)

    def _connect(self) -> None:
        runner = self._writer
        self.form.changed.connect(self._on_choice)
        self.form.changed.connect(lambda: self.choice_changed.emit(self.form.choice))
        self.write.clicked.connect(self._begin)
        self.undo.clicked.connect(self.undo_wanted)
        self.obey(self.line, self.close_button)
        runner.planned.connect(self._on_planned)
        runner.progressed.connect(self._on_progress)
        runner.finished.connect(self._on_finished)
        runner.failed.connect(self._on_failed)

    def _on_choice(self) -> None:
        self._ready = False
        self._looking.start()
        self._show_button()

    def _look(self) -> None:
        """Find out anew what would change."""
        self._looking.stop()
        self._ready = False
        self.undo.hide()
        self.plan.clear()
        self.view.setWordWrap(False)
        self._writer.plan(self.form.sound_ids, self.form.choice)
        self._show_button()

    def _on_planned(self, part: PlannedPart) -> None:
        if self._looking.isActive():
            return
        first, self._ready = len(self.plan.planned), part.done == part.total
        self.plan.add(part.planned, whole=self._ready)
        if self._ready and self.plan.closed:
            self.plan.show_closed_first()
            first = 0
        for row in range(first, min(len(self.plan.planned), _OPENED)):
            self.view.expand(self.plan.index(row, 0))
        if self._ready:
            self.line.rest(self._summary())
        else:
            text = self.tr("Looking into the files: {done} of {total}")
            text = text.format(done=number_text(part.done), total=number_text(part.total))
            self.line.show_progress(text, part.done, part.total, can_pause=False)
        self._show_button()

    def _summary(self) -> str:
        """What would happen to how many files."""
        writable, closed = self.plan.writable, self.plan.closed
        if not self.form.fields.slots:
            return self.tr("No field is chosen, and so there is nothing to write.")
        parts = [self.tr("%Ln file(s) would change.", "", writable)]
        if closed:
            parts.append(self.tr("%Ln file(s) cannot be written: the list begins with them and says why.", "", closed))
        unplanned = self._writer.unplanned
        if unplanned.saying_it:
            parts.append(self.tr("%Ln file(s) say all of it already.", "", unplanned.saying_it))
        if unplanned.keeping:
            parts.append(self.tr("%Ln file(s) keep another category than yours.", "", unplanned.keeping))
        if unplanned.untagged:
            parts.append(self.tr("%Ln sound(s) have no such tags.", "", unplanned.untagged))
        if unplanned.again:
            parts.append(self.tr("%Ln sound(s) are links to these files.", "", unplanned.again))
        return " ".join(parts)

    def _begin(self) -> None:
        self._ready = False
        self._writer.write(list(self.plan.planned), self.form.choice)
        self.line.pause.setFocus()

    def _on_progress(self, progress: ChangeProgress) -> None:
        self.line.show_progress(progress_text(progress), progress.done, progress.total, can_pause=True)
        self._show_button()

    def _on_finished(self, report: ChangeReport) -> None:
        self.line.rest(report_text(report))
        self._ready = False
        self.plan.show_left_alone(report.left_alone)
        self.view.setWordWrap(not self.plan.writable)
        self.undo.setVisible(bool(report.done) and not report.taken_back)
        self._show_button()
        (self.undo if self.undo.isVisible() else self.close_button).setFocus()

    def _on_failed(self, sentence: str) -> None:
        self.line.rest(sentence or self.tr("This could not be done; the log says more."))
        self._show_button()

    def _show_button(self) -> None:
        count = self.plan.writable if self._ready else 0
        self.write.setText(self.tr("&Write into %Ln file(s)", "", count) if count else self.tr("&Write"))
        self.write.setEnabled(count > 0)
        self.form.setEnabled(not self._writer.changing)
