"""From damage of the library's own files to its repair: the line that tells of it, and the question before."""

from PySide6.QtCore import QObject

from desktop_app.core.events import LibraryNoticed, Remedy
from desktop_app.gui.bridge import IndexerBridge
from desktop_app.gui.conversations.surroundings import Surroundings
from desktop_app.gui.dialogs.questions import Questions
from desktop_app.gui.mending import day_of, repair_question
from desktop_app.gui.panels.lines.notice_line import NoticeLine
from desktop_app.gui.panels.problem_panel import ProblemPanel
from desktop_app.gui.problems import Problem, ProblemKind
from desktop_app.open_profile.keeping import newest_full


class Mending(QObject):
    """A library is mended while nobody has it open, so the window closes for it; who runs it does the rest."""

    def __init__(
        self,
        surroundings: Surroundings,
        bridge: IndexerBridge,
        problems: ProblemPanel,
        parent: QObject,
        *,
        questions: Questions | None = None,
    ) -> None:
        """`questions` are asked first; tests answer in their place."""
        super().__init__(parent)
        self.wanted = Remedy.NONE
        """What a person wants to be done when the window is closed."""
        self._around = surroundings
        self._questions = questions or Questions()
        self._remedy = Remedy.NONE
        self.line = NoticeLine(surroundings.window)
        surroundings.window.add_notice(self.line)
        bridge.library_noticed.connect(self._on_noticed)
        problems.retry_chosen.connect(self._on_retried)
        self.line.chosen.connect(self._ask)

    def tell(self, outcome: str) -> None:
        """Say what came of it; nothing when that is empty."""
        if outcome:
            self.line.say(outcome)

    def _on_noticed(self, notice: LibraryNoticed) -> None:
        if notice.remedy is Remedy.NONE or self._remedy is Remedy.REPAIR:
            return  # damage of one file is mended with that of the other
        self._remedy = notice.remedy
        repair = notice.remedy is Remedy.REPAIR
        self.line.say(notice.sentence, self.tr("Repair...") if repair else self.tr("Restore the backup..."))

    def _on_retried(self, problems: list[Problem]) -> None:
        """It is looked after once more, and said again if it is still so."""
        if any(problem.kind is ProblemKind.LIBRARY for problem in problems):
            self._remedy = Remedy.NONE
            self.line.hide()

    def _ask(self) -> None:
        window = self._around.window
        if self._remedy is Remedy.REPAIR:
            question, answer = repair_question(), self.tr("Repair")
        else:
            made = newest_full(self._around.earmark.backups)
            if made is None:
                self._around.say(self.tr("There is no backup any more."))
                return
            question = self.tr(
                "Put the backup of {day} in the place of this library? The window closes for that and opens again. "
                "The present library is kept as a file of its own."
            ).format(day=day_of(made.made))
            answer = self.tr("Restore")
        if self._questions.ask(window, question, [answer]) == 0:
            self.wanted = self._remedy
            window.close()
