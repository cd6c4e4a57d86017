"""Undo and redo of what a person did: each gesture is one step, carried out off the GUI thread.

Steps, undoing and redoing wait in one line, and the stack moves only when the library has moved: what the menu offers
to undo is always what the library holds, also after a disk that was full for a moment.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEventLoop, QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from desktop_app.gui.background import BackgroundThread

Undo = Callable[[], object]
"""Puts back what was there before; runs off the GUI thread."""
Change = Callable[[], Undo]
"""Does something off the GUI thread, wholly or not at all, and returns what undoes it."""

STEPS_KEPT = 200


class History(QObject):
    """The steps that can be undone. To be used on the GUI thread."""

    changed = Signal()
    """Something was done, undone or redone."""
    failed = Signal(str)
    """A sentence: a step could not be done, undone or redone, and all is as it was."""
    shown_changed = Signal()
    """What can be undone or redone is another thing now."""
    _rested = Signal()
    """All that was asked for is done."""

    def __init__(self, changing: BackgroundThread, parent: QObject | None = None) -> None:
        """`changing` carries the steps out, one after the other."""
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(STEPS_KEPT)
        self.stack.indexChanged.connect(self.shown_changed)
        self._changing = changing
        self._waiting: deque[_Request] = deque()
        self._at_work = False

    @property
    def undo_text(self) -> str:
        """What would be undone next; empty when there is nothing."""
        return self.stack.undoText()

    @property
    def redo_text(self) -> str:
        """What would be redone next; empty when there is nothing."""
        return self.stack.redoText()

    def carry_out(
        self,
        text: str,
        change: Change,
        done: Callable[[], object] | None = None,
        *,
        tell: Callable[[bool], object] = lambda _: None,
    ) -> None:
        """Do something that can be undone. `text` names it in the menu, as in “Undo Reject 'metal' on 12 sounds”.

        A step that fails is not remembered and its reason is told; `done` is called after one that succeeded. `tell` is
        called each time it was done or taken back, with whether it is done now.
        """
        self._add(_Request(_Step(text, change, tell=tell), done))

    def record(self, text: str, change: Change, undo: Undo) -> None:
        """Remember what was done already on the GUI thread; `change` does it again after `undo`."""
        self._add(_Request(_Step(text, change, undo), None))

    def undo(self) -> None:
        """Take the last step back."""
        self._add(_Request(None, None, undoing=True))

    def redo(self) -> None:
        """Do again what was taken back last."""
        self._add(_Request(None, None, undoing=False))

    def finish(self) -> None:
        """Wait until all that was asked for is done: what a person said last counts, however soon they close."""
        if self._at_work:
            waiting = QEventLoop()
            self._rested.connect(waiting.quit)
            waiting.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def _add(self, request: "_Request") -> None:
        self._waiting.append(request)
        self._work_on()

    def _work_on(self) -> None:
        """Begin the next request that has something to do, unless one is at work."""
        while self._waiting and not self._at_work:
            request = self._waiting.popleft()
            if request.step is not None and request.step.undo_work is not None:
                self._finish(request.step)
            elif request.step is not None:
                self._do(request.step, request.done)
            elif request.undoing and self.stack.canUndo():
                self._undo()
            elif not request.undoing and self.stack.canRedo():
                self._redo()
        if not self._at_work:
            self._rested.emit()

    def _do(self, step: "_Step", done: Callable[[], object] | None) -> None:
        def finished(undo: Undo) -> None:
            step.undo_work = undo
            self._finish(step)
            if done is not None:
                done()
            step.tell(True)

        self._run(step.change, finished, lambda reason: reason)

    def _undo(self) -> None:
        step = self._step(self.stack.index() - 1)
        assert step.undo_work is not None

        def finished(_: object) -> None:
            self.stack.undo()
            self._finish()
            step.tell(False)

        def sentence(reason: str) -> str:
            return self.tr("“{step}” was not undone: {reason}").format(step=step.text(), reason=reason)

        self._run(step.undo_work, finished, sentence)

    def _redo(self) -> None:
        step = self._step(self.stack.index())

        def finished(undo: Undo) -> None:
            step.undo_work = undo
            self.stack.redo()
            self._finish()
            step.tell(True)

        def sentence(reason: str) -> str:
            return self.tr("“{step}” was not done again: {reason}").format(step=step.text(), reason=reason)

        self._run(step.change, finished, sentence)

    def _run(self, work: Callable[[], object], finished: Callable[..., None], sentence: Callable[[str], str]) -> None:
        def failed(reason: str) -> None:
            self._at_work = False
            # Who pressed the keys three times meant three steps in a row, not two around one that stayed.
            self._waiting = deque(request for request in self._waiting if request.step is not None)
            if reason:
                self.failed.emit(sentence(reason))
            self._work_on()

        self._at_work = True
        self._changing.run(work, finished, failed=failed)

    def _finish(self, new: "_Step | None" = None) -> None:
        if new is not None:
            self.stack.push(new)
        self._at_work = False
        self.changed.emit()
        self._work_on()

    def _step(self, index: int) -> "_Step":
        step = self.stack.command(index)
        assert isinstance(step, _Step)
        return step


@dataclass(frozen=True, slots=True)
class _Request:
    step: "_Step | None"
    """A new one; None to undo or redo the one that is next by then."""
    done: Callable[[], object] | None
    undoing: bool = False


class _Step(QUndoCommand):
    """A place in the stack. The stack moving over it does nothing: its work has been done by then.

    Steps have no id, so the stack never merges two of them.
    """

    def __init__(
        self,
        text: str,
        change: Change,
        undo: Undo | None = None,
        *,
        tell: Callable[[bool], object] = lambda _: None,
    ) -> None:
        super().__init__(text)
        self.change = change
        self.tell = tell
        self.undo_work = undo
        """None until it was done for the first time."""
