"""From what a person asks for to the sounds that the list shows."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from desktop_app.core.example import Example
from desktop_app.core.query import parse_query
from desktop_app.core.weights import EVEN, Weights
from desktop_app.engine.searching.searcher import SearchAnswer
from desktop_app.gui.conversations.completing import Completing
from desktop_app.gui.conversations.searches import Searches
from desktop_app.gui.conversations.surroundings import Surroundings
from desktop_app.gui.conversations.telling_why import TellingWhy
from desktop_app.gui.models.sound_cells import Column
from desktop_app.gui.panels.search.mix_sliders import MixSliders
from desktop_app.gui.panels.tags.tag_browser import tag_filter
from desktop_app.gui.queries import Question
from desktop_app.gui.retelling import retold
from desktop_app.gui.timers import once_after
from desktop_app.searches import SavedSearch

_PATIENCE_MILLISECONDS = 400
"""A search that takes longer says so: the network may have to be loaded first."""


class Finding(QObject):
    """Holds what is asked at present."""

    shown = Signal()
    """The list shows the newest answer."""

    def __init__(self, surroundings: Surroundings, parent: QObject) -> None:
        super().__init__(parent)
        self._around = surroundings
        self._window = surroundings.window
        self._answered: Question | None = None
        self.question = Question()
        self.searches = Searches(surroundings, self)
        self.why = TellingWhy(surroundings, self)
        self._completing = Completing(surroundings, self)
        self.mix = MixSliders(self._window)
        self._window.sounds.add_above(self.mix)
        self._patience = once_after(_PATIENCE_MILLISECONDS, self._ask_for_patience, self)
        self._connect()

    def ask(self) -> None:
        """Ask the present question, for the first time or again."""
        self._around.operations.ask(self.question)
        if not self.question.plain and not self._patience.isActive():
            self._patience.start()

    def find_like(self, example: Example) -> None:
        """Look for sounds like this one: a sound, a region of one, or a file from anywhere. Filters stay."""
        if not example.name:
            example = replace(example, name=self._name_of(example))
        search = self._window.search
        search.forget_words()
        search.show_example(example.name)
        self._change(replace(self.question, text=search.line, like=example, weights=EVEN))

    def _connect(self) -> None:
        window, operations = self._window, self._around.operations
        operations.answered.connect(self._show_answer)
        operations.search_failed.connect(self._show_problem)
        search = window.search
        search.searched.connect(lambda text: self._change(replace(self.question, text=text)))
        search.emptied.connect(self._forget_example)
        search.example_removed.connect(lambda: self._change(replace(self.question, like=None)))
        search.example_dropped.connect(lambda path: self.find_like(Example(path=path)))
        search.left.connect(self._go_to_list)
        window.sounds.order_chosen.connect(self._on_order)
        window.sounds.selection_changed.connect(self._count)
        window.folders.chosen.connect(self._on_folders)
        window.tags.tag_chosen.connect(lambda name: search.add_filter(tag_filter(name)))
        window.tags.alternative_chosen.connect(search.add_alternative)
        self.mix.changed.connect(self._on_weights)
        self.searches.run_chosen.connect(self._run)
        actions = window.actions_.finding
        actions.find.triggered.connect(search.take_focus)
        actions.find_similar.triggered.connect(self._find_similar)
        actions.weigh.triggered.connect(self.mix.take_focus)
        actions.copy_paths.triggered.connect(self._copy_paths)

    def _change(self, question: Question) -> None:
        """Ask something else: its best sounds come first, whatever the list was sorted by."""
        self.question = replace(question, column=None, descending=False)
        query = parse_query(question.text)
        self._window.tags.show_chosen(query.wanted.tag_names)
        self.mix.show_parts(
            example=self.tr("like {name}").format(name=question.like.name) if question.like else "",
            words=query.words,
            without=" ".join(f"-{text}" for text in query.without),
        )
        self.question = replace(self.question, weights=self.mix.weights)
        self.searches.follow(question.text, question.like)
        self.ask()

    def _show_answer(self, question: Question, found: SearchAnswer) -> None:
        self._patience.stop()
        sounds = self._window.sounds
        self.why.follow(question)
        # The same question again means that the library changed, not what the person looks for; and a slider that is
        # moved brings sounds up while one looks at the top.
        keep_place = question == self._answered
        sounds.show_sounds(found.sound_ids, found.scores, found.calibrated, found.moments, keep_place=keep_place)
        self._answered = question
        sounds.show_message(retold(found.message))
        by_score = question.column is None and found.scores is not None
        column = Column.SCORE if by_score else question.column
        sounds.model.show_order(column, descending=by_score or question.descending)
        self._count()
        self.shown.emit()

    def _ask_for_patience(self) -> None:
        compares = self.question.compares
        self._window.sounds.show_message(
            self.tr("Comparing the sounds with each other...") if compares else self.tr("Searching...")
        )

    def _show_problem(self, sentence: str) -> None:
        self._patience.stop()
        self._window.sounds.show_message(sentence)

    def _go_to_list(self) -> None:
        # From the words to the best sound for them, wherever the keyboard was in the list before.
        self.searches.remember_now()
        self._window.sounds.take_focus(first=not self.question.plain)

    def _on_weights(self, weights: Weights) -> None:
        self.question = replace(self.question, weights=weights, column=None, descending=False)
        self.ask()

    def _on_folders(self, paths: tuple[Path, ...]) -> None:
        self.question = replace(self.question, within=paths)
        self.ask()

    def _on_order(self, column: int, descending: bool) -> None:
        self.question = replace(self.question, column=Column(column), descending=descending)
        self.ask()

    def _find_similar(self) -> None:
        sound_id = self._window.sounds.view.current_id()
        if sound_id is not None:
            self.find_like(Example(sound_id))

    def _forget_example(self) -> None:
        self.question = replace(self.question, like=None)

    def _run(self, saved: SavedSearch) -> None:
        search = self._window.search
        search.show_example(saved.like.name if saved.like else None)
        self.question = replace(self.question, like=saved.like)
        search.show_line(saved.text)

    def _name_of(self, example: Example) -> str:
        if example.path is not None:
            return example.path.name
        model = self._window.sounds.model
        rows = model.rows_of([example.sound_id or 0])
        row = model.row_at(int(rows[0])) if len(rows) else None
        return row.sound.name if row else self.tr("a sound")

    def _count(self) -> None:
        shown = self._window.sounds.model.rowCount()
        self._window.status.show_counts(shown, len(self._window.sounds.view.selected_ids()))

    def _copy_paths(self) -> None:
        sounds, ids = self._around.earmark.library.sounds, self._around.selected_ids()
        self._around.operations.looking.run(
            lambda: "\n".join(map(str, sounds.paths_of(ids))),
            lambda text: QGuiApplication.clipboard().setText(text),
            topic="paths to copy",
        )
