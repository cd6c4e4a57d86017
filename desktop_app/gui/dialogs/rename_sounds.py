"""Names of the Universal Category System for files: which they would get, each to be looked at, edited or left out, and
then how far it is and what came of it.
"""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop_app.file_changes.rename_planning import NameChoice, NameEdit, PlannedName
from desktop_app.file_changes.renaming import RenameOutcome
from desktop_app.gui.change_runner import ChangeProgress, ChangeReport, PlannedPart
from desktop_app.gui.dialogs.runner_dialog import RunnerDialog
from desktop_app.gui.models.renaming_plan import NameColumn, RenamingPlanModel
from desktop_app.gui.panels.lines.change_line import ChangeLine
from desktop_app.gui.panels.renaming_form import RenamingForm
from desktop_app.gui.panels.renaming_table import RenamingTable
from desktop_app.gui.plain_text import PlainLabel
from desktop_app.gui.renaming_runner import RenamingRunner
from desktop_app.gui.renaming_texts import progress_text, report_text
from desktop_app.gui.timers import once_after
from desktop_app.gui.translations import number_text

SIZE: Final = (1120, 640)
_REST_MILLISECONDS: Final = 300


class RenameSoundsDialog(RunnerDialog):
    """Renames nothing before the button that says how many files. It stays beside the window meanwhile."""

    choice_changed = Signal(object)
    """The `NameChoice` that the person made."""
    chosen = Signal(object)
    """By CatID, the ids of sounds that got it because the person chose it."""
    undo_wanted = Signal()
    """What was just renamed is to be taken back."""

    def __init__(
        self,
        runner: RenamingRunner,
        selected: Sequence[int],
        listed: Sequence[int],
        choice: NameChoice,
        parent: QWidget | None = None,
    ) -> None:
        """Begins to look at once. `selected` and `listed`: ids of sounds; `choice`: the last one that was made."""
        super().__init__(runner, parent)
        self.setWindowTitle(self.tr("Rename to UCS names"))
        self._renamer = runner
        self._ready = False
        self._edits_waiting = 0
        self._renamed: list[PlannedName] = []
        self._told_last = ""
        """What came of taking back, said before what can be done next."""
        self.form = RenamingForm(selected, listed, choice, self)
        self.plan = RenamingPlanModel(self)
        self.view = RenamingTable(self.plan, lambda: runner.categories, self)
        self.line = ChangeLine(self.tr("Progress of the renaming"), self)
        self.rename = QPushButton(self)
        self.undo = QPushButton(self.tr("&Undo this renaming"), self)
        self.tick_all = QPushButton(self.tr("&Tick all"), self)
        self.tick_none = QPushButton(self.tr("Tick &none"), self)
        self.close_button = QPushButton(self.tr("&Close"), self)
        self._looking = once_after(_REST_MILLISECONDS, self._look, self)
        self._arrange()
        self._connect()
        self._look()

    def _arrange(self) -> None:
        what = PlainLabel(
            self.tr(
                "Files get names that other programs can sort them by: CatID_FXName_CreatorID_SourceID. Nothing is"
                " renamed before you press “Rename”."
            )
        )
        how = PlainLabel(
            self.tr(
                "A click on a CatID offers others; a double-click on an FXName edits it, and on a name plays the sound."
                " No file ever takes the place of another one, and the whole run can be taken back."
            )
        )
        how.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for label in (what, how):
            label.setWordWrap(True)
        buttons = QHBoxLayout()
        for button in (self.tick_all, self.tick_none, self.undo, self.close_button, self.rename):
            button.setAutoDefault(False)  # Enter in a field is no wish to rename
        for button in (self.tick_all, self.tick_none, self.undo):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.close_button, self.rename):
            buttons.addWidget(button)
        self.undo.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(8)
        layout.addWidget(what)
        layout.addWidget(how)
        layout.addSpacing(4)
        layout.addWidget(self.form)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.line)
        layout.addLayout(buttons)
        self.resize(*SIZE)

    def _connect(self) -> None:
        runner = self._renamer
        self.form.changed.connect(self._on_choice)
        self.plan.edited.connect(self._on_edits)
        self.plan.ticked.connect(self._show_button)
        self.tick_all.clicked.connect(lambda: self.plan.tick(range(self.plan.rowCount()), wanted=True))
        self.tick_none.clicked.connect(lambda: self.plan.tick(range(self.plan.rowCount()), wanted=False))
        self.rename.clicked.connect(self._begin)
        self.undo.clicked.connect(self.undo_wanted)
        self.obey(self.line, self.close_button)
        runner.planned.connect(self._on_planned)
        runner.planned_anew.connect(self._on_planned_anew)
        runner.progressed.connect(self._on_progress)
        runner.finished.connect(self._on_finished)
        runner.failed.connect(self._on_failed)

    def _on_choice(self) -> None:
        self._ready = False
        self._told_last = ""
        self._looking.start()
        self._show_button()
        self.choice_changed.emit(self.form.choice)

    def _look(self) -> None:
        """Find out anew which names the files would get."""
        self._looking.stop()
        self._ready = False
        self._edits_waiting = 0
        self.undo.hide()
        self.plan.clear()
        self.view.setColumnHidden(NameColumn.NEW, False)
        self.line.show_progress(
            self.tr("Looking into the files; all CatIDs are read before that the first time, which may take a minute."),
            0,
            0,
            can_pause=False,
        )
        self._renamer.plan(self.form.sound_ids, self.form.choice, self.plan.edits)
        self._show_button()

    def _on_planned(self, part: PlannedPart) -> None:
        if self._looking.isActive():
            return
        self._ready = part.done == part.total
        self.plan.add(part.planned, whole=self._ready)
        if self._ready:
            self.plan.show_problems_first()
            self._say_summary()
        else:
            text = self.tr("Looking into the files: {done} of {total}")
            text = text.format(done=number_text(part.done), total=number_text(part.total))
            self.line.show_progress(text, part.done, part.total, can_pause=False)
        self._show_button()

    def _on_edits(self, edits: Sequence[tuple[PlannedName, NameEdit]]) -> None:
        self._edits_waiting += 1
        self._renamer.change(edits)
        self._show_button()

    def _on_planned_anew(self, changed: list[PlannedName]) -> None:
        self._edits_waiting -= 1
        self.plan.replace(changed)
        self._say_summary()
        self._show_button()

    def _say_summary(self) -> None:
        """What would happen to how many files."""
        planned = self.plan.planned
        closed = sum(bool(item.problem) for item in planned)
        unknown = sum(item.offered is None and not item.problem for item in planned)
        done = sum(item.is_done for item in planned)
        parts = [self.tr("%Ln file(s) can get a new name.", "", sum(item.new is not None for item in planned))]
        if closed:
            parts.append(self.tr("%Ln file(s) cannot be renamed: their notes say why.", "", closed))
        if unknown:
            parts.append(self.tr("For %Ln sound(s) no CatID is sure enough: choose one in the list.", "", unknown))
        doubtful = sum(
            item.new is not None and item.offered is not None and item.offered.is_doubtful for item in planned
        )
        if doubtful:
            parts.append(self.tr("%Ln CatID(s) are doubtful, and not ticked before you do.", "", doubtful))
        if done:
            parts.append(self.tr("%Ln file(s) are named so already.", "", done))
        self.line.rest(" ".join(filter(None, (self._told_last, *parts))))

    def _begin(self) -> None:
        self._ready = False
        self._told_last = ""
        self._renamed = self.plan.wanted
        self._renamer.rename(self._renamed)
        self.line.pause.setFocus()

    def _on_progress(self, progress: ChangeProgress) -> None:
        self.line.show_progress(progress_text(progress), progress.done, progress.total, can_pause=True)
        self._show_button()

    def _on_finished(self, report: ChangeReport) -> None:
        self.line.rest(report_text(report))
        self._ready = False
        outcomes = [outcome for outcome in report.outcomes if isinstance(outcome, RenameOutcome)]
        self.plan.show_outcomes(outcomes, self._renamed)
        self.view.setColumnHidden(NameColumn.NEW, not any(item.new for item in self.plan.planned))  # room for reasons
        self.undo.setVisible(bool(report.done) and not report.taken_back)
        self._show_button()
        if not report.taken_back:
            self.chosen.emit(self._chosen({outcome.path for outcome in outcomes if not outcome.problem}))
        if report.taken_back and not report.left_alone:
            self._told_last = report_text(report)
            self._look()
        (self.undo if self.undo.isVisible() else self.close_button).setFocus()

    def _chosen(self, done: Collection[Path]) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for item in self._renamed:
            edit = self.plan.edits.get(item.sound.sound_id)
            if edit is not None and edit.cat_id and item.new in done:
                found.setdefault(edit.cat_id, []).append(item.sound.sound_id)
        return found

    def _on_failed(self, sentence: str) -> None:
        self.line.rest(sentence or self.tr("This could not be done; the log says more."))
        self._show_button()

    def _show_button(self) -> None:
        ready = self._ready and not self._edits_waiting
        count = len(self.plan.wanted) if ready else 0
        self.rename.setText(self.tr("&Rename %Ln file(s)", "", count) if count else self.tr("&Rename"))
        self.rename.setEnabled(count > 0)
        for button in (self.tick_all, self.tick_none):
            button.setEnabled(self._ready)
        for widget in (self.form, self.view):
            widget.setEnabled(not self._renamer.changing)
