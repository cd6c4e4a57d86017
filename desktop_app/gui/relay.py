"""Brings answers from the decoder's threads to the GUI's."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal


class Relay(QObject):
    """It has no parent, so it outlives the window: an answer that comes too late meets nobody, and nothing deleted."""

    answered = Signal(object, object)
    """(what was asked for, the answer), on the thread that this was made on."""

    def answer_to(self, asked: object) -> Callable[[Any], None]:
        """What the decoder calls with the answer, on any thread."""
        return lambda answer: self.answered.emit(asked, answer)
