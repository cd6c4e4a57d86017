"""Looks which names files would get, renames them, and gives the old names back."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from desktop_app.app import Earmark
from desktop_app.cat_id_choice import VOCABULARY
from desktop_app.core.ucs_name import Category
from desktop_app.engine.tagging.tag_table import TagKey
from desktop_app.file_changes.rename_planning import NameChoice, NameEdit, NamePlanner, PlannedName
from desktop_app.file_changes.renaming import last_renaming, rename_sounds, take_names_back
from desktop_app.gui.change_runner import ChangeRunner
from desktop_app.library.rename_journal import RenamingRun


class RenamingRunner(ChangeRunner):
    """Names of the Universal Category System for files."""

    planned_anew = Signal(object)
    """A list of `PlannedName`: what became of edits; empty when that could not be found out."""

    def __init__(self, earmark: Earmark, parent: QObject | None = None) -> None:
        super().__init__(earmark, "rename", parent)
        self._planner: NamePlanner | None = None
        """Of the plan that counts; made and used on the thread."""

    @property
    def categories(self) -> tuple[Category, ...]:
        """All CatIDs; none before a plan began."""
        return () if self._planner is None else self._planner.categories

    def key_of(self, cat_id: str) -> TagKey:
        """The tag of a CatID that is among the `categories`."""
        assert self._planner is not None, "a CatID was chosen"
        return VOCABULARY, self._planner.tag_id_of(cat_id)

    def plan(self, sound_ids: Sequence[int], choice: NameChoice, edits: Mapping[int, NameEdit]) -> None:
        """Look which names sounds would get, with what a person edited, by the sound's id."""
        earmark, edits = self._earmark, dict(edits)

        def begin() -> Callable[[Sequence[int]], Iterator[PlannedName]]:
            self._planner = NamePlanner(earmark, choice, sound_ids, edits)
            return self._planner.plan

        self._look(sound_ids, begin)

    def change(self, edits: Sequence[tuple[PlannedName, NameEdit]]) -> None:
        """Plan these sounds anew, as a person wants them; told once all are."""
        number = self._number

        def work() -> list[PlannedName]:
            planner = self._planner
            return [] if planner is None else [planner.change(item, edit) for item, edit in edits]

        def done(changed: list[PlannedName]) -> None:
            if number == self._number:
                self.planned_anew.emit(changed)

        def failed(sentence: str) -> None:
            done([])
            self.failed.emit(sentence)

        self._thread.run(work, done, failed=failed)

    def rename(self, planned: Sequence[PlannedName]) -> None:
        """Rename as was planned."""
        earmark = self._earmark
        self._change(
            lambda: rename_sounds(earmark, planned, self._goes_on, self._let_go), len(planned), taken_back=False
        )

    def read_last_run(self) -> None:
        """Find out what can be taken back."""
        self._read_run(last_renaming)

    def take_back(self, run: RenamingRun) -> None:
        """Give the files of a run their old names."""
        earmark = self._earmark
        self._change(
            lambda: take_names_back(earmark, run, self._goes_on, self._let_go), len(run.renamings), taken_back=True
        )
