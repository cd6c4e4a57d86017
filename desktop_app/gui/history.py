"""Undo and redo of what a person did: each gesture is one step, carried out off the GUI thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from desktop_app.gui.background import BackgroundThread

Undo = Callable[[], object]
"""Puts back what was there before; runs off the GUI thread."""
Change = Callable[[], Undo]
"""Does something off the GUI thread and returns what undoes it."""

STEPS_KEPT = 200


class History(QObject):
    """The steps that can be undone. To be used on the GUI thread."""

    changed = Signal()
    """Something was done, undone or redone."""

    def __init__(self, changing: BackgroundThread, parent: QObject | None = None) -> None:
        """`changing` carries the steps out, one after the other."""
        super().__init__(parent)
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(STEPS_KEPT)
        self._changing = changing

    def carry_out(self, text: str, change: Change) -> None:
        """Do something that can be undone. `text` names it in the menu, as in “Undo Reject 'metal' on 12 sounds”.

        A step that fails is not remembered; the thread says why.
        """

        def done(undo: Undo) -> None:
            self.stack.push(_Step(text, change, undo, self._run))
            self.changed.emit()

        self._changing.run(change, done)

    def _run(self, work: Callable[[], object], done: Callable[[object], None]) -> None:
        def finished(result: object) -> None:
            done(result)
            self.changed.emit()

        self._changing.run(work, finished)


class _Step(QUndoCommand):
    """Something that was done already when it comes onto the stack."""

    def __init__(
        self,
        text: str,
        change: Change,
        undo: Undo,
        run: Callable[[Callable[[], object], Callable[[object], None]], None],
    ) -> None:
        super().__init__(text)
        self._change = change
        self._undo = undo
        self._run = run
        self._pushed = False

    def redo(self) -> None:
        """Do it again; the first call comes from the stack that it is put on, and does nothing."""
        if self._pushed:
            self._run(self._change, self._keep)
        self._pushed = True

    def undo(self) -> None:
        """Put back what was there before."""
        self._run(lambda: self._undo(), lambda _: None)

    def _keep(self, undo: object) -> None:
        assert callable(undo)
        self._undo = undo
