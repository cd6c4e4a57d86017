"""Timers that fire once after a pause, as everything does that waits for a person to rest."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def once_after(milliseconds: int, then: Callable[[], object], parent: QObject) -> QTimer:
    """A timer that calls `then` once, so long after each start; starting it again begins the wait anew."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(then)
    return timer
