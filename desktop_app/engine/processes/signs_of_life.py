"""Tells that a process is getting on while foreign code computes in it and says nothing of itself.

To load a network, and to convert it the first time, takes seconds here and minutes on a slow machine. A fixed limit
would kill the slow machine's work again and again; what has come to a standstill takes no time of the processor.
"""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Final

from desktop_app.engine.processes.worker_child import CancelledError

LOOK_SECONDS: Final = 5.0
WORK_SECONDS: Final = 0.5
"""Of the processor's time: who waits for nothing that ever comes takes less, however long it waits."""


@contextmanager
def told_while_working(
    beat: Callable[[float | None], None], seconds: float, *, look_seconds: float = LOOK_SECONDS
) -> Iterator[None]:
    """Inside the `with`, `beat(seconds)` at once and whenever the process has computed for a while.

    How much of the processor one order may take at all is limited elsewhere (`processor_time`).
    """
    ended = threading.Event()

    def tell() -> None:
        worked = time.process_time()
        while not ended.wait(look_seconds):
            now = time.process_time()
            if now - worked < WORK_SECONDS:
                continue
            worked = now
            with suppress(CancelledError):  # the work goes on, for the next one needs it too
                beat(seconds)

    beat(seconds)
    thread = threading.Thread(target=tell, name="signs of life")
    thread.start()
    try:
        yield
    finally:
        ended.set()
        thread.join()
