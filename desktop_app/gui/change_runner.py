"""Looks what would become of many files, changes them, and takes that back: on a thread of its own, watched, paused and
stopped. What is changed is for who inherits from this: `WritingRunner`, `RenamingRunner`.
"""

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_app.app import Earmark
from desktop_app.file_changes.tag_writing import release_files
from desktop_app.file_changes.taking_back import RunOverError
from desktop_app.gui.background import BackgroundThread
from desktop_app.gui.relay import Relay
from desktop_app.gui.retelling import retold_error

_Result = TypeVar("_Result")
_AT_ONCE: Final = 64
"""Sounds that are looked at between two tellings."""
_TELL_SECONDS: Final = 0.1
"""Progress is told this often: a person reads no faster."""
_LETTING_GO_SECONDS: Final = 2.0


class FileOutcome(Protocol):
    """What became of one file."""

    @property
    def path(self) -> Path: ...

    @property
    def problem(self) -> str:
        """Why it was left as it was, as a sentence; empty for one that was changed."""

    @property
    def was_so(self) -> bool:
        """Whether it was so already, and nothing was done."""


@dataclass(frozen=True, slots=True)
class PlannedPart:
    """What was found out since it was told last."""

    planned: tuple[Any, ...]
    done: int
    """Sounds looked at by now."""
    total: int


@dataclass(frozen=True, slots=True)
class ChangeProgress:
    """How far the files are."""

    done: int
    total: int
    taken_back: bool = False
    """Whether an earlier run is taken back."""


@dataclass(frozen=True, slots=True)
class ChangeReport:
    """What became of the files."""

    outcomes: tuple[FileOutcome, ...]
    total: int
    """How many there were; more than outcomes where it was stopped."""
    taken_back: bool

    @property
    def done(self) -> int:
        """How many files were changed."""
        return sum(not outcome.problem and not outcome.was_so for outcome in self.outcomes)

    @property
    def left_alone(self) -> tuple[FileOutcome, ...]:
        """Those that could not be."""
        return tuple(outcome for outcome in self.outcomes if outcome.problem)


class ChangeRunner(QObject):
    """One piece of work at a time. To be used on the GUI thread."""

    planned = Signal(object)
    """`PlannedPart`; in the last one as many are done as there are."""
    progressed = Signal(object)
    """`ChangeProgress`"""
    finished = Signal(object)
    """`ChangeReport`"""
    run_read = Signal(object)
    """The run that is taken back next; None when there is none."""
    overtaken = Signal()
    """What was to be taken back or given up is over already; `failed` says so next."""
    failed = Signal(str)
    """A sentence; empty when the fault is our own, and reported elsewhere."""
    file_wanted = Signal(object)
    """The `Path` of a file that is about to be changed: who plays it lets it go."""

    def __init__(self, earmark: Earmark, name: str, parent: QObject | None = None) -> None:
        """`name`: of the thread, and of what is looked at on it."""
        super().__init__(parent)
        self._earmark = earmark
        self._name = name
        self._thread = BackgroundThread(name, self)
        self._number = 0
        self._changing = False
        self._may_go_on = threading.Event()
        self._may_go_on.set()
        self._stopped = threading.Event()
        self._relay = Relay()
        self._relay.answered.connect(self._tell)

    @property
    def busy(self) -> bool:
        """Whether anything is being done."""
        return self._thread.busy

    @property
    def changing(self) -> bool:
        """Whether files are being changed, or will be after a pause."""
        return self._changing

    @property
    def paused(self) -> bool:
        """Whether files wait for `resume`."""
        return self._changing and not self._may_go_on.is_set()

    def pause(self) -> None:
        """Rest after the present file."""
        self._may_go_on.clear()

    def resume(self) -> None:
        """Go on."""
        self._may_go_on.set()

    def stop(self) -> None:
        """End after the present file; what was changed stays."""
        self._stopped.set()
        self._may_go_on.set()
        if not self._changing:
            self._number += 1

    def close(self) -> None:
        """Begin nothing more; what runs ends after the present file."""
        self._thread.stop()
        self.stop()

    def join(self) -> None:
        """Wait for what runs, after `close`."""
        self._thread.join()

    def _look(self, sound_ids: Sequence[int], begin: Callable[[], Callable[[Sequence[int]], Iterator[Any]]]) -> None:
        """Look what would change; what was looked at before counts no more. Nothing while files are being changed.

        `begin`, which runs on the thread, gives what finds out about a part of the sounds.
        """
        if self._changing:
            return
        self._number += 1
        number, tell = self._number, self._relay.answer_to(self._number)

        def work() -> None:
            total = len(sound_ids)
            look = begin()
            for start in range(0, total, _AT_ONCE):
                if number != self._number or self._thread.stopping:
                    return
                part = sound_ids[start : start + _AT_ONCE]
                tell(PlannedPart(tuple(look(part)), start + len(part), total))
            if not total:
                tell(PlannedPart((), 0, 0))

        self._thread.run(work, lambda _: None, topic=self._name, failed=self.failed.emit)

    def _read_run(self, read: Callable[[Earmark], object | None]) -> None:
        """Find out what can be taken back; `read` may raise ValueError with a sentence."""

        def work() -> object | None:
            try:
                return read(self._earmark)
            except ValueError as error:
                return retold_error(error)

        def done(found: object | None) -> None:
            if isinstance(found, str):
                self.failed.emit(found)
            else:
                self.run_read.emit(found)

        self._thread.run(work, done, failed=self.failed.emit)

    def _change(self, begin: Callable[[], Iterator[FileOutcome]], total: int, *, taken_back: bool) -> None:
        if self._changing:
            return
        self._changing = True
        self._number += 1
        self._stopped.clear()
        self._may_go_on.set()
        tell = self._relay.answer_to(self._number)

        @self._unless_over
        def work() -> ChangeReport:
            told, outcomes = 0.0, list[FileOutcome]()
            for outcome in begin():
                outcomes.append(outcome)
                if time.monotonic() - told >= _TELL_SECONDS:
                    told = time.monotonic()
                    tell(ChangeProgress(len(outcomes), total, taken_back))
            return ChangeReport(tuple(outcomes), total, taken_back)

        self._thread.run(work, self._end, failed=self._end)
        self.progressed.emit(ChangeProgress(0, total, taken_back))

    def _end(self, result: ChangeReport | str) -> None:
        self._changing = False
        if isinstance(result, str):
            self.failed.emit(result)
        else:
            self.finished.emit(result)

    def _tell(self, number: int, news: Any) -> None:
        match news:
            case _Asked(path, answered):
                self.file_wanted.emit(path)
                answered.set()
            case _Over():
                self.overtaken.emit()
            case PlannedPart() if number == self._number:
                self.planned.emit(news)
            case ChangeProgress() if self._changing:
                self.progressed.emit(news)

    # On the thread.

    def _unless_over(self, work: Callable[[], _Result]) -> Callable[[], _Result]:
        """The same work; also tells where it is about a run that is over."""

        def watched() -> _Result:
            try:
                return work()
            except RunOverError:
                self._relay.answered.emit(self._number, _Over())
                raise

        return watched

    def _goes_on(self) -> bool:
        self._may_go_on.wait()
        return not self._stopped.is_set()

    def _let_go(self, path: Path) -> None:
        """Have the window and the decoder let go of a file; who holds it in spite of that is found out later."""
        answered = threading.Event()
        self._relay.answered.emit(self._number, _Asked(path, answered))
        give_up = time.monotonic() + _LETTING_GO_SECONDS
        while not self._stopped.is_set() and time.monotonic() < give_up and not answered.wait(_TELL_SECONDS):
            pass
        release_files(self._earmark)


@dataclass(frozen=True, slots=True)
class _Over:
    """Somebody else was earlier."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """The thread waits until a file was let go."""

    path: Path
    answered: threading.Event
