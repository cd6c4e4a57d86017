"""Ctrl+C in the terminal, or the system's wish to end, closes the window as a click does.

Python runs its signal handlers only when it runs at all, and Qt's event loop may wait for long without it: a socket
that the signal writes to wakes it.
"""

import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSocketNotifier

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def on_interrupt(then: Callable[[], object]) -> Iterator[None]:
    """Call `then` on the GUI thread for SIGINT and SIGTERM. For the main thread only."""
    awake, waker = socket.socketpair()
    for end in (awake, waker):
        end.setblocking(False)
    notifier = QSocketNotifier(awake.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(lambda: awake.recv(64))
    before = {name: signal.signal(name, lambda *_: then()) for name in _SIGNALS}
    old = signal.set_wakeup_fd(waker.fileno(), warn_on_full_buffer=False)
    try:
        yield
    finally:
        signal.set_wakeup_fd(old)
        for name, handler in before.items():
            signal.signal(name, handler)
        notifier.setEnabled(False)
        awake.close()
        waker.close()
