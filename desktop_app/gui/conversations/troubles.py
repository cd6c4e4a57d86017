"""From what goes wrong to the panel that collects it, and from there to another try."""

from pathlib import Path

from PySide6.QtCore import QObject

from desktop_app.core.events import LibraryNoticed
from desktop_app.gui.bridge import IndexerBridge
from desktop_app.gui.conversations.embedding import Embedding
from desktop_app.gui.conversations.surroundings import Surroundings
from desktop_app.gui.panels.problem_panel import ProblemPanel
from desktop_app.gui.problems import (
    Problem,
    ProblemKind,
    closed_problems,
    embedder_problem,
    folder_problems,
    indexing_problem,
    library_problem,
    problems_of,
    silent_problems,
)
from desktop_app.gui.timers import once_after

_MAKERS = {
    ProblemKind.INDEXING: indexing_problem,
    ProblemKind.EMBEDDER: embedder_problem,
    ProblemKind.LIBRARY: library_problem,
}
"""What makes a problem out of a sentence."""
_REFRESH_MILLISECONDS = 1000
"""While a folder full of broken files is indexed, they are read again this often."""


class Troubles(QObject):
    """Nothing here stops the person: problems are counted in the status bar and listed where they are looked for."""

    def __init__(
        self, surroundings: Surroundings, bridge: IndexerBridge, embedding: Embedding, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._around = surroundings
        self._window = surroundings.window
        self._embedding = embedding
        self._standing: dict[ProblemKind, Problem] = {}
        self._files: list[Problem] = []
        self.panel = ProblemPanel(self._window)
        self._window.middle_pages.add_page(self.panel)
        self._later = once_after(_REFRESH_MILLISECONDS, self.refresh, self)
        self._connect(bridge)

    def refresh(self) -> None:
        """Read again which files could not be read."""
        library, indexer = self._around.earmark.library, self._around.earmark.indexer
        self._around.operations.looking.run(
            lambda: [
                *folder_problems(library.folders.all()),
                *closed_problems(indexer.closed_places),
                *problems_of(library.sounds.unreadable()),
                *silent_problems(library.sounds.silent()),
            ],
            self._show_files,
            topic="problems",
        )

    def open(self) -> None:
        """Show the panel in place of the list."""
        self.refresh()
        self._window.middle_pages.show_page(self.panel)

    def _connect(self, bridge: IndexerBridge) -> None:
        bridge.failed.connect(lambda _: self._refresh_later())
        bridge.problem.connect(lambda reason: self._stand(ProblemKind.INDEXING, reason))
        bridge.progressed.connect(lambda _: self._stand(ProblemKind.INDEXING, ""))
        bridge.idle.connect(lambda: self._stand(ProblemKind.INDEXING, ""))
        bridge.library_noticed.connect(self._on_library_noticed)
        self._embedding.failed.connect(lambda reason: self._stand(ProblemKind.EMBEDDER, reason))
        self._window.status.problems_chosen.connect(self.open)
        self._window.actions_.housekeeping.problems.triggered.connect(self.open)
        self.panel.retry_chosen.connect(self._retry)
        self.panel.reveal_chosen.connect(self._around.files.show)
        self.panel.closed.connect(self._window.middle_pages.show_list)

    def _refresh_later(self) -> None:
        if not self._later.isActive():
            self._later.start()

    def _show_files(self, problems: list[Problem]) -> None:
        self._files = problems
        self._show()

    def _stand(self, kind: ProblemKind, reason: str) -> None:
        """A problem stands until work goes on: then `reason` is empty."""
        if not reason and kind not in self._standing:
            return
        if reason:
            self._standing[kind] = _MAKERS[kind](reason)
        else:
            del self._standing[kind]
        self._show()

    def _on_library_noticed(self, notice: LibraryNoticed) -> None:
        self._around.say(notice.sentence)
        earlier = self._standing.get(ProblemKind.LIBRARY)
        said = "" if earlier is None else f"{earlier.reason} "
        self._stand(ProblemKind.LIBRARY, f"{said}{notice.sentence}")

    def _show(self) -> None:
        problems = [*self._standing.values(), *self._files]
        self.panel.show_problems(problems)
        self._window.status.show_problems(sum(problem.calls for problem in problems))

    def _retry(self, problems: list[Problem]) -> None:
        kinds = {problem.kind for problem in problems}
        if ProblemKind.INDEXING in kinds:
            self._stand(ProblemKind.INDEXING, "")
            self._around.earmark.resume()
            if not self._around.earmark.tagger.ready:
                self._around.earmark.load_tags_soon()
        if ProblemKind.EMBEDDER in kinds:
            self._stand(ProblemKind.EMBEDDER, "")
            self._embedding.try_again()
        if ProblemKind.LIBRARY in kinds:
            self._stand(ProblemKind.LIBRARY, "")
            self._around.earmark.keeper.look_again()
        if ProblemKind.FOLDER in kinds:
            self._around.operations.rescan()
        files = (ProblemKind.FILE, ProblemKind.SILENT)
        paths = [problem.path for problem in problems if problem.path is not None and problem.kind in files]
        if paths:
            self._around.operations.changing.run(lambda: self._hear_again(paths), lambda _: self.refresh())

    def _hear_again(self, paths: list[Path]) -> None:
        earmark = self._around.earmark
        earmark.library.sounds.forget_problems(paths)
        if not {path for path, _ in earmark.indexer.closed_places}.isdisjoint(paths):
            earmark.indexer.rescan()
        earmark.hear_what_waits()
