"""From what a person asks for to the sounds that the list shows."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from desktop_app.core.query import parse_query
from desktop_app.engine.searcher import SearchAnswer
from desktop_app.gui.conversations.surroundings import Surroundings
from desktop_app.gui.models.sound_table import Column
from desktop_app.gui.panels.tag_browser import tag_filter
from desktop_app.gui.queries import Question

_PATIENCE_MILLISECONDS = 400
"""A search that takes longer says so: the network may have to be loaded first."""


class Finding(QObject):
    """Holds what is asked at present."""

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = surroundings
        self._window = surroundings.window
        self._answered: Question | None = None
        self.question = Question()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MILLISECONDS)
        self._patience.timeout.connect(lambda: self._window.sounds.show_message(self.tr("Searching...")))
        self._connect()

    def ask(self) -> None:
        """Ask the present question, for the first time or again."""
        self._around.operations.ask(self.question)
        if self.question.text and not self._patience.isActive():
            self._patience.start()

    def _connect(self) -> None:
        window, operations = self._window, self._around.operations
        operations.answered.connect(self._show_answer)
        operations.search_failed.connect(self._show_problem)
        window.search.searched.connect(self._on_text)
        # From the words to the best sound for them, wherever the keyboard was in the list before.
        window.search.left.connect(lambda: window.sounds.take_focus(first=not self.question.plain))
        window.sounds.order_chosen.connect(self._on_order)
        window.sounds.selection_changed.connect(self._count)
        window.folders.chosen.connect(self._on_folders)
        window.tags.tag_chosen.connect(lambda name: window.search.add_filter(tag_filter(name)))
        actions = window.actions_.finding
        actions.find.triggered.connect(window.search.take_focus)
        actions.find_similar.triggered.connect(self._find_similar)
        actions.copy_paths.triggered.connect(self._copy_paths)
        actions.reveal.triggered.connect(self._reveal_current)

    def _show_answer(self, question: Question, found: SearchAnswer) -> None:
        self._patience.stop()
        sounds = self._window.sounds
        # The same question again means that the library changed, not what the person looks for.
        sounds.show_sounds(found.sound_ids, found.scores, keep_place=question == self._answered)
        self._answered = question
        sounds.show_message(found.message)
        by_score = question.column is None and found.scores is not None
        column = Column.SCORE if by_score else question.column
        sounds.model.show_order(column, descending=by_score or question.descending)
        self._count()

    def _show_problem(self, sentence: str) -> None:
        self._patience.stop()
        self._window.sounds.show_message(sentence)

    def _on_text(self, text: str) -> None:
        # A new search is ranked; an order that was chosen for the last one would hide the best sounds.
        self.question = Question(text, self.question.within)
        self._window.tags.show_chosen(parse_query(text).wanted.tag_names)
        self.ask()

    def _on_folders(self, paths: tuple[Path, ...]) -> None:
        self.question = replace(self.question, within=paths)
        self.ask()

    def _on_order(self, column: int, descending: bool) -> None:
        self.question = replace(self.question, column=Column(column), descending=descending)
        self.ask()

    def _find_similar(self) -> None:
        sound_id = self._window.sounds.view.current_id()
        if sound_id is None:
            return
        self._window.search.forget_text()
        self._window.tags.show_chosen(())
        self.question = Question(within=self.question.within, like=sound_id)
        self.ask()

    def _count(self) -> None:
        shown = self._window.sounds.model.rowCount()
        self._window.status.show_counts(shown, len(self._window.sounds.view.selected_ids()))

    def _copy_paths(self) -> None:
        sounds = self._around.earmark.library.sounds.many(self._around.selected_ids())
        QGuiApplication.clipboard().setText("\n".join(str(sound.path) for sound in sounds))

    def _reveal_current(self) -> None:
        row = self._window.sounds.current_row()
        if row is not None:
            reveal(row.sound.path.parent)


def reveal(folder: Path) -> None:
    """Open a folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
