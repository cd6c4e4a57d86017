"""The child's side of a worker process: it takes orders from a pipe and does them in lanes, one thread a lane.

The child is expendable. It keeps nothing that would have to be saved, so it leaves by `os._exit` as soon as its parent
is gone, whatever its threads are doing.
"""

import contextlib
import ctypes
import faulthandler
import gc
import os
import queue
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Mapping
from importlib import import_module
from multiprocessing.connection import Connection
from typing import Any, Final

import psutil

from desktop_app.engine.processes.processor_time import allowed_seconds
from desktop_app.engine.processes.worker_messages import (
    OUT_OF_MEMORY,
    OUT_OF_TIME,
    Beat,
    Cancel,
    Done,
    Failed,
    Order,
    Ready,
    Refused,
)

Perform = Callable[[Any, Callable[[float | None], None]], object]
"""Does one piece of work; calls what it is given with None now and then, or with seconds that something may take."""

_BEAT_EVERY: Final = 0.2
_NICENESS: Final = 10
_PARENT_DEATH_SIGNAL: Final = 1  # PR_SET_PDEATHSIG of Linux


class CancelledError(Exception):
    """Raised inside a piece of work that nobody wants any more."""


def load_function(name: str) -> Callable[..., Any]:
    """The function that "package.module:function" names."""
    module, _, function = name.partition(":")
    loaded: Callable[..., Any] = getattr(import_module(module), function)
    return loaded


def start(connection: Connection, errors: Connection, main: str, *arguments: object) -> None:
    """The first function of a child: calls `main`, a "package.module:function", with the connection and arguments.

    Before that the process is made a good child: quiet, out of the way of Ctrl+C, and never alive without its parent.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _hush(errors)
    faulthandler.enable(file=2, all_threads=False)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PARENT_DEATH_SIGNAL, signal.SIGKILL)
    load_function(main)(connection, *arguments)


def limit_memory(extra_bytes: int) -> None:
    """Let this process grow by so many bytes from here (Linux only; elsewhere the system's own limits hold).

    What counts is memory that can be written into. Addresses cost nothing: a thread reserves 64 MB of them for its
    heap, and a driver of a graphics card as many as it likes.
    """
    if sys.platform == "linux":
        _set_memory_limit(psutil.Process().memory_info().data + extra_bytes)


def lift_memory_limit() -> None:
    """Let this process grow as it likes, while it loads a network whose size is known to be right."""
    if sys.platform == "linux":
        _set_memory_limit(None)


def _set_memory_limit(wanted: int | None) -> None:
    """None: as much as the system allows."""
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    if wanted is None:
        limit = hard
    elif hard == resource.RLIM_INFINITY:
        limit = wanted
    else:
        limit = min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (limit, hard))


class Lanes:
    """Takes orders from the parent and does them; each lane does one at a time, in the order of arrival."""

    def __init__(
        self,
        connection: Connection,
        lanes: Mapping[str, Perform],
        *,
        stall_seconds: float,
        known: tuple[type[Exception], ...],
        allowed: Callable[[Any], float] = allowed_seconds,
    ) -> None:
        """`known` are the errors that the parent expects; any other one is told with its traceback. `allowed` says how
        many seconds of the processor a piece of work may take while it gives signs of life.
        """
        self._connection = connection
        self._stall_seconds = stall_seconds
        self._known = known
        self._allowed = allowed
        self._sending = threading.Lock()
        self._cancelled: set[int] = set()
        self._orders: dict[str, queue.SimpleQueue[Order]] = {lane: queue.SimpleQueue() for lane in lanes}
        for lane, perform in lanes.items():
            threading.Thread(target=self._work, args=(lane, perform), name=lane).start()

    def serve(self) -> None:
        """Hand orders to their lanes until the parent goes away; then this process ends at once."""
        self._send(Ready())
        while True:
            try:
                message = self._connection.recv()
            except (EOFError, OSError):
                os._exit(0)
            if isinstance(message, Cancel):
                self._cancelled.add(message.number)
            else:
                self._orders[message.lane].put(message)

    def _work(self, lane: str, perform: Perform) -> None:
        while True:
            order = self._orders[lane].get()
            if order.number not in self._cancelled:
                self._send(self._perform(order, perform))
            self._cancelled.discard(order.number)

    def _perform(self, order: Order, perform: Perform) -> Done | Refused | Failed:
        number = order.number
        self._send(Beat(number, self._stall_seconds))
        try:
            return Done(number, perform(order.work, self._beats(order)))
        except self._known as error:
            return Refused(number, error)
        except CancelledError:
            return Done(number, None)
        except MemoryError:
            os._exit(OUT_OF_MEMORY)
        except Exception as error:  # noqa: BLE001 - the one border: foreign code raises anything, and work must go on
            if _is_out_of_memory(error):
                os._exit(OUT_OF_MEMORY)
            return Failed(number, traceback.format_exc())

    def _beats(self, order: Order) -> Callable[[float | None], None]:
        """A function that tells the parent that the order is getting on, at most five times a second, and ends the
        process when the order has taken more of the processor than it may.

        Counted is what all threads of the process take, because a codec and a network have threads of their own. Orders
        of other lanes are counted with it, and are small beside what one order is allowed. Of an order that was
        cancelled it is still told how long it may take: what it waits for may not be broken off.
        """
        number, last = order.number, time.monotonic()
        limit = time.process_time() + self._allowed(order.work)

        def beat(seconds: float | None = None) -> None:
            nonlocal last
            if time.process_time() > limit:
                os._exit(OUT_OF_TIME)
            now, is_cancelled = time.monotonic(), number in self._cancelled
            if seconds is not None or not (is_cancelled or now - last < _BEAT_EVERY):
                last = now
                self._send(Beat(number, self._stall_seconds + (seconds or 0.0)))
            if is_cancelled:
                raise CancelledError

        return beat

    def _send(self, message: object) -> None:
        with self._sending:
            try:
                self._connection.send(message)
            except OSError:
                os._exit(0)  # the parent is gone


def _hush(errors: Connection) -> None:
    """Decoders write to the error output as they like: send that to the parent's log, or nowhere."""
    if os.name == "posix":
        os.dup2(errors.fileno(), 2)
        errors.close()
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 2)
    os.close(nowhere)


def step_back() -> None:
    """Let the window and the music go first: this process only takes what is left of the processor."""
    with contextlib.suppress(OSError, psutil.Error):
        if sys.platform == "win32":
            psutil.Process().nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
        else:
            os.nice(_NICENESS)


def _is_out_of_memory(error: Exception) -> bool:
    """torch tells of missing memory by a RuntimeError."""
    text = str(error)
    found = "can't allocate memory" in text or "not enough memory" in text
    if found:
        gc.collect()
    return found
