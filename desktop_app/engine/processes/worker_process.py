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
from dataclasses import dataclass
from multiprocessing import Pipe
from typing import Any, Final, Literal

from desktop_app.engine.processes.child_process import ChildProcess, HungUp
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

KilledBy = Literal["crash", "hang", "memory", "processor"]

MEMORY_BYTES: Final = 1_000 << 20
"""What a child may take beside its network and its libraries: no good file was found to need more than 150 MB, and what
is touched for the first time while a file is read must fit below 1 GB, too.
"""
_ASK_AGAIN: Final = 0.2
"""Seconds after which it is asked again whether a piece of work is still wanted."""
_LOOK_ROUND: Final = 1.0
"""Seconds after which an idle supervisor looks whether the program has ended without closing it."""
_STARTS: Final = 2
"""A child that dies this often before it takes orders is not started again for the orders that wait."""
_SENTENCES: Final[dict[str, str]] = {
    "crash": "Reading this file crashed; the file may be damaged.",
    "hang": "Reading this file did not get on and was given up; the file may be damaged, or its drive may hang.",
    "memory": "This file needs more memory than one sound may have.",
    "processor": "Reading this file took far longer than a sound of its size can need; the file may be damaged.",
}
_LAST_ACTS: Final[dict[int | None, KilledBy]] = {OUT_OF_MEMORY: "memory", OUT_OF_TIME: "processor"}
"""By the exit codes with which a child says itself why it ended."""
_log = logging.getLogger(__name__)


class WorkerDiedError(Exception):
    """The child died over this piece of work; the message is a sentence, `killed_by` says how."""

    def __init__(self, killed_by: KilledBy) -> None:
        super().__init__(_SENTENCES[killed_by])
        self.killed_by: KilledBy = killed_by


class WorkerFailedError(Exception):
    """The work raised an error that nobody expected; its traceback is in the log."""


class WorkerClosedError(Exception):
    """The worker was closed before this piece of work was done."""


class UnwantedError(Exception):
    """Nobody wanted this piece of work any more before it was done."""


Outcome = Callable[[object | None, Exception | None], None]
"""Called once, on the supervisor's thread, with a result or with an error."""


@dataclass(slots=True)
class _Pending:
    """An order that has no answer yet."""

    order: Order
    outcome: Outcome
    tries: int
    deadline: float | None = None
    """When the child must have given a sign of life; None while the order waits in the child's queue."""
    suspect: bool = False
    cancelled: bool = False


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
        self._waiting: list[_Pending] = []
        self._sent: dict[int, _Pending] = {}
        self._cancels: list[int] = []
        self._number = 0
        self._closing = False
        self._supervisor: threading.Thread | None = None
        self._bell, self._clapper = Pipe(duplex=False)
        self._rung = False
        self._failed_starts = 0
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
            self._number += 1
            self._waiting.append(_Pending(Order(self._number, lane, work), outcome, tries))
            if self._supervisor is None:
                self._supervisor = threading.Thread(target=self._supervise, name=f"{self._name}-supervisor")
                self._supervisor.start()
            self._ring()
            return self._number

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
            for pending in [*self._waiting, *self._sent.values()]:
                if pending.order.number == number:
                    pending.cancelled = True
            self._waiting = [pending for pending in self._waiting if not pending.cancelled]
            if number in self._sent and not self._closing:
                self._cancels.append(number)
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
                if self._waiting:
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
            if self._sent or self._waiting:
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
        """Send what may be sent; False when the child cannot be reached. Suspects go one at a time and alone."""
        with self._lock:
            cancels, self._cancels = self._cancels, []
            if any(pending.suspect for pending in self._sent.values()):
                orders = []
            elif suspects := [pending for pending in self._waiting if pending.suspect]:
                orders = [] if self._sent else suspects[:1]
            else:
                orders = list(self._waiting)
            for pending in orders:
                self._waiting.remove(pending)
                self._sent[pending.order.number] = pending
        return all(child.send(message) for message in [*map(Cancel, cancels), *(p.order for p in orders)])

    def _take_answers(self, child: ChildProcess) -> bool:
        """Read all messages that have come; False when the child has hung up."""
        while True:
            message = child.receive()
            if message is None:
                return True
            if isinstance(message, HungUp):
                return False
            if isinstance(message, Ready):
                child.ready, self._failed_starts = True, 0
            elif isinstance(message, Beat):
                self._heard_of(message)
            else:
                self._answered(message)

    def _heard_of(self, beat: Beat) -> None:
        with self._lock:
            if pending := self._sent.get(beat.number):
                pending.deadline = time.monotonic() + beat.seconds

    def _answered(self, message: Any) -> None:
        with self._lock:
            pending = self._sent.pop(message.number)
        if isinstance(message, Done):
            self._settle(pending, message.result, None)
        elif isinstance(message, Refused):
            self._settle(pending, None, message.error)
        elif isinstance(message, Failed):
            _log.error("%s failed:\n%s", self._name, message.traceback)
            self._settle(pending, None, WorkerFailedError(message.traceback.strip().rpartition("\n")[2]))

    def _next_deadline(self) -> float:
        with self._lock:
            return min((p.deadline for p in self._sent.values() if p.deadline is not None), default=float("inf"))

    def _bury(self, killed_by: KilledBy, *, was_ready: bool) -> None:
        """Sort the orders of a dead child: the guilty fail, suspects are tried again alone, the rest just go on."""
        now = time.monotonic()
        failed: list[_Pending] = []
        again: list[_Pending] = []
        with self._lock:
            for pending in self._sent.values():
                guilty = pending.deadline is not None and (killed_by != "hang" or pending.deadline <= now)
                pending.tries -= guilty
                pending.suspect = pending.suspect or guilty
                pending.deadline = None
                (failed if pending.tries <= 0 else again).append(pending)
            self._sent.clear()
            again = [pending for pending in again if not pending.cancelled]
            self._waiting[:0] = again
            self._failed_starts += not was_ready
            if self._failed_starts >= _STARTS:
                failed += self._waiting
                self._waiting, self._failed_starts = [], 0
        for pending in failed:
            self._settle(pending, None, WorkerDiedError(killed_by))

    def _fail_all(self, error: Exception) -> None:
        with self._lock:
            pending = [*self._waiting, *self._sent.values()]
            self._waiting, self._sent = [], {}
        for each in pending:
            self._settle(each, None, error)

    def _settle(self, pending: _Pending, result: object | None, error: Exception | None) -> None:
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
