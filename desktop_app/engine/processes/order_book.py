"""Orders that have no answer yet: which of them wait, which the child has, and what becomes of them when it dies.

Plain data: whoever shares it between threads holds a lock.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from desktop_app.engine.processes.worker_errors import KilledBy
from desktop_app.engine.processes.worker_messages import Cancel, Order

Outcome = Callable[[object | None, Exception | None], None]
"""Called once, on the supervisor's thread, with a result or with an error."""

_STARTS: Final = 2
"""A child that dies this often before it takes orders is not started again for the orders that wait."""


@dataclass(slots=True)
class Pending:
    """An order that has no answer yet."""

    order: Order
    outcome: Outcome
    tries: int
    deadline: float | None = None
    """When the child must have given a sign of life; None while the order waits in the child's queue."""
    suspect: bool = False
    cancelled: bool = False


@dataclass(slots=True)
class OrderBook:
    """The orders of one worker, through all children that it may need for them."""

    waiting: list[Pending] = field(default_factory=list)
    """In the order in which they are to be sent."""
    sent: dict[int, Pending] = field(default_factory=dict)
    """Those that the child has, by number."""
    _cancels: list[int] = field(default_factory=list)
    _number: int = 0
    _failed_starts: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.waiting or self.sent)

    @property
    def deadline(self) -> float:
        """When the child must have given a sign of life; infinite while it has begun nothing."""
        return min((p.deadline for p in self.sent.values() if p.deadline is not None), default=float("inf"))

    def add(self, lane: str, work: object, outcome: Outcome, tries: int) -> int:
        """Take in an order; its number."""
        self._number += 1
        self.waiting.append(Pending(Order(self._number, lane, work), outcome, tries))
        return self._number

    def cancel(self, number: int) -> bool:
        """Forget an order; whether the child is to be told so."""
        for pending in [*self.waiting, *self.sent.values()]:
            if pending.order.number == number:
                pending.cancelled = True
        self.waiting = [pending for pending in self.waiting if not pending.cancelled]
        if number not in self.sent:
            return False
        self._cancels.append(number)
        return True

    def take_messages(self) -> list[Cancel | Order]:
        """What may be sent now, which is then the child's. Suspects go one at a time and alone."""
        cancels, self._cancels = self._cancels, []
        if any(pending.suspect for pending in self.sent.values()):
            orders = []
        elif suspects := [pending for pending in self.waiting if pending.suspect]:
            orders = [] if self.sent else suspects[:1]
        else:
            orders = list(self.waiting)
        for pending in orders:
            self.waiting.remove(pending)
            self.sent[pending.order.number] = pending
        return [*map(Cancel, cancels), *(pending.order for pending in orders)]

    def hear_of(self, number: int, until: float) -> None:
        """The child gave a sign of life about an order; the next one is due at this time."""
        if pending := self.sent.get(number):
            pending.deadline = until

    def take_answered(self, number: int) -> Pending:
        """An order that the child is done with."""
        return self.sent.pop(number)

    def take_all(self) -> list[Pending]:
        """Every order; none is left."""
        pending = [*self.waiting, *self.sent.values()]
        self.waiting, self.sent = [], {}
        return pending

    def child_began(self) -> None:
        """A child takes orders."""
        self._failed_starts = 0

    def child_died(self, killed_by: KilledBy, now: float, *, was_ready: bool) -> list[Pending]:
        """Sort the orders of a dead child: the guilty fail, suspects are tried again alone, the rest just go on.

        Returns those that failed.
        """
        failed: list[Pending] = []
        again: list[Pending] = []
        for pending in self.sent.values():
            guilty = pending.deadline is not None and (killed_by != "hang" or pending.deadline <= now)
            pending.tries -= guilty
            pending.suspect = pending.suspect or guilty
            pending.deadline = None
            (failed if pending.tries <= 0 else again).append(pending)
        self.sent.clear()
        self.waiting[:0] = [pending for pending in again if not pending.cancelled]
        self._failed_starts += not was_ready
        if self._failed_starts >= _STARTS:
            failed += self.waiting
            self.waiting, self._failed_starts = [], 0
        return failed
