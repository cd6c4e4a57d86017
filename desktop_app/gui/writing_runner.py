"""Looks what would be written into files, writes it, and takes it back."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject, Signal

from desktop_app.app import Earmark
from desktop_app.file_changes.tag_writing import Choice, PlannedSound, Unplanned, plan_sounds, write_sounds
from desktop_app.file_changes.taking_back import forget, offer, take_run_back
from desktop_app.gui.change_runner import ChangeRunner
from desktop_app.library.metadata.journal import Run


class WritingRunner(ChangeRunner):
    """Tags into files."""

    forgotten = Signal()
    """What files said before was given up."""

    def __init__(self, earmark: Earmark, parent: QObject | None = None) -> None:
        super().__init__(earmark, "write", parent)
        self.unplanned = Unplanned()
        """Of what was looked at last: sounds of which nothing would be written."""

    def plan(self, sound_ids: Sequence[int], choice: Choice) -> None:
        """Look what would change."""
        if self.changing:
            return
        earmark = self._earmark
        self.unplanned = unplanned = Unplanned()

        def begin() -> Callable[[Sequence[int]], Iterator[PlannedSound]]:
            earmark.wait_for_tags()
            return lambda part: plan_sounds(earmark, part, choice, unplanned)

        self._look(sound_ids, begin)

    def write(self, planned: Sequence[PlannedSound], choice: Choice) -> None:
        """Write what was planned."""
        earmark = self._earmark
        self._change(
            lambda: write_sounds(earmark, planned, choice, self._goes_on, self._let_go), len(planned), taken_back=False
        )

    def read_last_run(self) -> None:
        """Find out what can be taken back."""
        self._read_run(offer)

    def forget(self, run: Run) -> None:
        """Forget what the files of a run said before."""
        earmark = self._earmark
        work = self._unless_over(lambda: forget(earmark, run))
        self._thread.run(work, lambda _: self.forgotten.emit(), failed=self.failed.emit)

    def take_back(self, run: Run) -> None:
        """Make the files of a run say again what they said before."""
        earmark = self._earmark
        self._change(lambda: take_run_back(earmark, run, self._goes_on, self._let_go), len(run.files), taken_back=True)
