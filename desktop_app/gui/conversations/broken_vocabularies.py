"""Active vocabularies that tag nothing: a line that says which file is wrong and where, until it is mended, switched
off or closed.

People edit these files beside the window, so they are watched: one that breaks is said at once, and one that is mended
tags again without a restart.
"""

from PySide6.QtCore import QCoreApplication, QFileSystemWatcher, QObject, Qt
from PySide6.QtGui import QGuiApplication

from desktop_app.gui.bridge import IndexerBridge
from desktop_app.gui.conversations.surroundings import Surroundings
from desktop_app.gui.panels.lines.notice_line import NoticeLine
from desktop_app.gui.retelling import retold, retold_error
from desktop_app.gui.timers import once_after
from desktop_app.gui.vocabulary_step import VocabularyStep
from desktop_app.library.vocabularies.vocabulary_texts import texts_in
from desktop_app.open_profile.active_vocabularies import Flaw, VocabularyProblem
from desktop_app.settings import SettingsError

_QUIET_MILLISECONDS = 400
"""An editor that saves makes several changes of one."""


class BrokenVocabularies(QObject):
    """Looks at the active vocabularies whenever something may have happened to them."""

    def __init__(self, surroundings: Surroundings, bridge: IndexerBridge, parent: QObject) -> None:
        super().__init__(parent)
        self._around = surroundings
        self._folder = surroundings.earmark.profile.vocabularies
        self._texts: dict[str, str] | None = None
        """What the person's files said at the last look."""
        self._problems: list[VocabularyProblem] = []
        self._dismissed: set[VocabularyProblem] = set()
        self.line = NoticeLine(surroundings.window)
        surroundings.window.add_notice(self.line)
        self.line.chosen.connect(self._mend)
        self.line.other_chosen.connect(self._switch_off)
        self.line.dismissed.connect(self._dismiss)
        self._watcher = QFileSystemWatcher(self)
        self._soon = once_after(_QUIET_MILLISECONDS, self.look, self)
        self._watcher.directoryChanged.connect(lambda _: self._soon.start())
        self._watcher.fileChanged.connect(lambda _: self._soon.start())
        bridge.tags_changed.connect(self.look)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.applicationStateChanged.connect(self._on_state)

    def look(self) -> None:
        """Read the files again, on a thread; show what is wrong, and tag by what was changed beside the window."""
        earmark, folder = self._around.earmark, self._folder
        self._around.operations.looking.run(
            lambda: (earmark.vocabulary_problems(), texts_in(folder)),
            lambda found: self._show(*found),
            topic="broken vocabularies",
        )

    def _on_state(self, state: Qt.ApplicationState) -> None:
        """Who comes back from an editor may have come from a folder that cannot be watched."""
        if state is Qt.ApplicationState.ApplicationActive:
            self._soon.start()

    def _show(self, problems: list[VocabularyProblem], texts: dict[str, str]) -> None:
        self._problems = problems
        self._watch(texts)
        changed = self._texts is not None and texts != self._texts
        self._texts = texts
        if changed:  # by the editor, too, which has done this already: once more is no harm
            self._around.earmark.load_tags_soon()
        self._dismissed.intersection_update(problems)  # what breaks once more is said once more
        self._tell()

    def _watch(self, texts: dict[str, str]) -> None:
        """The folder tells of files that come, go and are replaced, each file of what is written into it."""
        wanted = {str(self._folder), *(str(self._folder / name) for name in texts)} if self._folder.is_dir() else set()
        wanted.update(str(problem.file) for problem in self._problems if problem.file is not None)
        missing = wanted - {*self._watcher.directories(), *self._watcher.files()}
        if missing:
            self._watcher.addPaths(sorted(missing))

    @property
    def _said(self) -> VocabularyProblem | None:
        return next((problem for problem in self._problems if problem not in self._dismissed), None)

    def _tell(self) -> None:
        problem = self._said
        if problem is None:
            self.line.hide()
            return
        mend = self.tr("Open the file") if problem.file is not None else self.tr("Vocabularies...")
        self.line.say(_sentence(problem), mend, "" if problem.flaw is Flaw.OVERLOOKED else self.tr("Switch it off"))

    def _mend(self) -> None:
        problem = self._said
        if problem is None or problem.file is None:
            self._around.window.actions_.tagging.vocabularies.trigger()
        elif not self._around.files.edit([problem.file], ""):
            self._around.files.show([problem.file])

    def _switch_off(self) -> None:
        problem, earmark = self._said, self._around.earmark
        if problem is None:
            return
        step = VocabularyStep(earmark)
        try:
            earmark.set_active_vocabularies([name for name in earmark.settings.vocabularies if name != problem.name])
        except SettingsError as error:
            self._around.say(retold_error(error))
            return
        if step.finish():
            text = self.tr("Switch off “{name}”").format(name=problem.title)
            self._around.operations.history.record(text, step.redo, step.undo)
        self.look()

    def _dismiss(self) -> None:
        if (problem := self._said) is not None:
            self._dismissed.add(problem)
        self._tell()


def _sentence(problem: VocabularyProblem) -> str:
    texts = {
        Flaw.UNREADABLE: QCoreApplication.translate(
            "BrokenVocabularies", "The vocabulary “{title}” cannot be read, and none of its tags apply: {reason}"
        ),
        Flaw.LOST: QCoreApplication.translate(
            "BrokenVocabularies", "The vocabulary “{title}” is active and its file is not there. {reason}"
        ),
        Flaw.OVERLOOKED: QCoreApplication.translate(
            "BrokenVocabularies", "Of “{title}”, another file is used than your own, which cannot be: {reason}"
        ),
        Flaw.TRAINED_FOR_ANOTHER: QCoreApplication.translate(
            "BrokenVocabularies", "The tags of “{title}” apply to nothing. {reason}"
        ),
    }
    return texts[problem.flaw].format(title=problem.title, reason=retold(problem.reason)).rstrip()
