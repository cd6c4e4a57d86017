"""Runs work in a child process that may crash, hang or blow up without harm to the window.

One thread, the supervisor, owns the child: it starts it, sends it orders, notices at once when it dies, kills it when
an order does not get on, and starts another when there is more to do. All other threads only hand in orders. When a
child dies, the orders that it had begun are suspects: those that may be tried again are tried one at a time, alone, so
that an innocent one is not taken for the culprit; all others simply go on.
"""

import logging
import sys
import threading
import time
from collections.abc import Callable
from multiprocessing import Pipe
from typing import Any, Final, Literal

from desktop_app.engine.processes.child_process import ChildProcess, HungUp
from desktop_app.engine.processes.order_book import OrderBook, Outcome, Pending
from desktop_app.engine.processes.worker_errors import (
    KilledBy,
    UnwantedError,
    WorkerClosedError,
    WorkerDiedError,
    WorkerFailedError,
)
from desktop_app.engine.processes.worker_messages import (
    OUT_OF_MEMORY,
    OUT_OF_TIME,
    Beat,
    Done,
    Failed,
    Ready,
    Refused,
)

MEMORY_BYTES: Final = 1_000 << 20
"""What a child may take beside its network and its libraries: no good file was found to need more than 150 MB, and what
is touched for the first time while a file is read must fit below 1 GB, too.
"""
_ASK_AGAIN: Final = 0.2
"""Seconds after which it is asked again whether a piece of work is still wanted."""
_LOOK_ROUND: Final = 1.0
"""Seconds after which an idle supervisor looks whether the program has ended without closing it."""
_LAST_ACTS: Final[dict[int | None, KilledBy]] = {OUT_OF_MEMORY: "memory", OUT_OF_TIME: "processor"}
"""By the exit codes with which a child says itself why it ended."""
_log = logging.getLogger(__name__)


class WorkerProcess:
    """A child process that does orders; it is started by the first one. Close it when the program ends."""

    def __init__(
        self, main: str, *arguments: Any, name: str, start_seconds: float = 60.0, idle_seconds: float | None = None
    ) -> None:
        """`main`, a "package.module:function", is called with a connection and the arguments in the child.

        A child without orders for `idle_seconds` (None: any time) is ended; the next order starts another.
        """
        self._main = main
        self._arguments = arguments
        self._name = name
        self._start_seconds = start_seconds
        self._idle_seconds = float("inf") if idle_seconds is None else idle_seconds
        self._lock = threading.Lock()
        self._orders = OrderBook()
        self._closing = False
        self._supervisor: threading.Thread | None = None
        self._bell, self._clapper = Pipe(duplex=False)
        self._rung = False
        self._child: ChildProcess | None = None

    @property
    def pid(self) -> int | None:
        """The child's process id, or None while there is no child."""
        child = self._child
        return None if child is None else child.pid

    def submit(self, lane: str, work: object, outcome: Outcome, *, tries: int = 1) -> int:
        """Hand in a piece of work (it is pickled); returns its number. `tries`: how often it may be begun."""
        with self._lock:
            if self._closing:
                raise WorkerClosedError("Earmark is closing.")
            number = self._orders.add(lane, work, outcome, tries)
            if self._supervisor is None:
                self._supervisor = threading.Thread(target=self._supervise, name=f"{self._name}-supervisor")
                self._supervisor.start()
            self._ring()
            return number

    def call(self, lane: str, work: object, *, tries: int = 1, wanted: Callable[[], bool] | None = None) -> Any:
        """Do a piece of work and wait for it; raises what the work raised, `WorkerDiedError` or `WorkerClosedError`.

        It is broken off with an `UnwantedError` soon after it is no longer `wanted` (None: it always is).
        """
        ended = threading.Event()
        answer: list[tuple[object | None, Exception | None]] = []

        def outcome(result: object | None, error: Exception | None) -> None:
            answer.append((result, error))
            ended.set()

        number = self.submit(lane, work, outcome, tries=tries)
        while not ended.wait(None if wanted is None else _ASK_AGAIN):
            if wanted is not None and not wanted():
                self.cancel(number)
                raise UnwantedError
        result, error = answer[0]
        if error is not None:
            raise error
        return result

    def cancel(self, number: int) -> None:
        """Forget an order: its outcome is not called, except when that is happening right now."""
        with self._lock:
            if self._orders.cancel(number) and not self._closing:
                self._ring()

    def close(self) -> None:
        """End the child at once; what is not done gets a `WorkerClosedError`."""
        with self._lock:
            already, self._closing = self._closing, True
            if not already:
                self._ring()
        if self._supervisor is not None:
            if self._supervisor is not threading.current_thread():
                self._supervisor.join()
        elif not already:
            self._put_bell_away()

    def _supervise(self) -> None:
        try:
            while self._wait_for_work():
                self._run_child()
        finally:
            self._closing = True
            self._fail_all(WorkerClosedError("Earmark is closing."))
            self._put_bell_away()

    def _wait_for_work(self) -> bool:
        while not self._ending():
            with self._lock:
                if self._orders.waiting:
                    return True
            self._bell.poll(_LOOK_ROUND)
            self._hear_bell()
        return False

    def _ending(self) -> bool:
        """True when closed, or when the main thread ended without closing: then nobody is left to ask for anything."""
        return self._closing or not threading.main_thread().is_alive()

    def _ring(self) -> None:
        """Wake the supervisor; the lock is held. Rung only once until it is heard, so that its pipe never fills up."""
        if not self._rung:
            self._rung = True
            self._clapper.send_bytes(b"!")

    def _hear_bell(self) -> None:
        with self._lock:
            if self._rung:
                self._bell.recv_bytes()
                self._rung = False

    def _run_child(self) -> None:
        """Start a child and attend to it until it is gone."""
        try:
            child = ChildProcess(self._main, self._arguments, self._name)
        except OSError:
            _log.exception("%s could not be started", self._name)
            self._bury("crash", was_ready=False)
            return
        self._child = child
        killed_by: KilledBy | Literal["idle"] | None = None
        died = False
        try:
            killed_by = self._attend(child)
            died = killed_by is None and not self._ending()
        finally:
            self._child = None
            code = child.end(kill=not died)
        if self._ending() or killed_by == "idle":
            return
        if killed_by is None:
            killed_by = _LAST_ACTS.get(code, "crash")
        _log.warning("%s died (%s, exit code %s); it last said: %s", self._name, killed_by, code, child.last_words())
        self._bury(killed_by, was_ready=child.ready)

    def _attend(self, child: ChildProcess) -> KilledBy | Literal["idle"] | None:
        """Pass messages until the child dies (None), has to be killed ("hang"), is no longer needed ("idle") or the
        worker is closed (None).
        """
        start_by = time.monotonic() + self._start_seconds
        used = time.monotonic()
        while not self._ending():
            if child.ready and not self._send_orders(child):
                self._take_answers(child)
                return None
            now = time.monotonic()
            deadline = self._next_deadline() if child.ready else start_by
            if now >= deadline:
                return "hang"
            if not self._orders.is_empty:
                used = now
            elif now - used >= self._idle_seconds:
                return "idle"
            child.wait(self._bell, min(deadline - now, _LOOK_ROUND))
            self._hear_bell()
            child.listen()
            if not self._take_answers(child):
                return None
        return None

    def _send_orders(self, child: ChildProcess) -> bool:
        """Send what may be sent; False when the child cannot be reached."""
        with self._lock:
            messages = self._orders.take_messages()
        return all(child.send(message) for message in messages)

    def _take_answers(self, child: ChildProcess) -> bool:
        """Read all messages that have come; False when the child has hung up."""
        while True:
            message = child.receive()
            if message is None:
                return True
            if isinstance(message, HungUp):
                return False
            if isinstance(message, Ready):
                child.ready = True
                with self._lock:
                    self._orders.child_began()
            elif isinstance(message, Beat):
                self._heard_of(message)
            else:
                self._answered(message)

    def _heard_of(self, beat: Beat) -> None:
        with self._lock:
            self._orders.hear_of(beat.number, time.monotonic() + beat.seconds)

    def _answered(self, message: Any) -> None:
        with self._lock:
            pending = self._orders.take_answered(message.number)
        if isinstance(message, Done):
            self._settle(pending, message.result, None)
        elif isinstance(message, Refused):
            self._settle(pending, None, message.error)
        elif isinstance(message, Failed):
            _log.error("%s failed:\n%s", self._name, message.traceback)
            self._settle(pending, None, WorkerFailedError(message.traceback.strip().rpartition("\n")[2]))

    def _next_deadline(self) -> float:
        with self._lock:
            return self._orders.deadline

    def _bury(self, killed_by: KilledBy, *, was_ready: bool) -> None:
        with self._lock:
            failed = self._orders.child_died(killed_by, time.monotonic(), was_ready=was_ready)
        for pending in failed:
            self._settle(pending, None, WorkerDiedError(killed_by))

    def _fail_all(self, error: Exception) -> None:
        with self._lock:
            pending = self._orders.take_all()
        for each in pending:
            self._settle(each, None, error)

    def _settle(self, pending: Pending, result: object | None, error: Exception | None) -> None:
        if pending.cancelled:
            return
        try:
            pending.outcome(result, error)
        except Exception:  # noqa: BLE001 - a fault of whoever listens must not end the work of all others
            threading.excepthook(threading.ExceptHookArgs((*sys.exc_info(), threading.current_thread())))

    def _put_bell_away(self) -> None:
        with self._lock:
            self._bell.close()
            self._clapper.close()
