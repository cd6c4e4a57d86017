"""Several workers that do pieces of work at the same time, for one thread that hands them out and takes them back."""

import queue
import threading
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from desktop_app.engine.processes.embedding_worker import EmbeddingWorker

Task = TypeVar("Task")
Outcome = TypeVar("Outcome")


class CrewError(Exception):
    """A piece of work raised what it must not raise. That went to `threading.excepthook`; the rest cannot go on."""


class Crew(Generic[Task, Outcome]):
    """Has a thread for each worker, which does one piece of work at a time, whichever was handed in first.

    For one thread; a context manager, which at its end waits for what is being done and forgets what it came to.
    """

    def __init__(self, do: Callable[[EmbeddingWorker, Task], Outcome], *, wanted: Callable[[], bool]) -> None:
        """`do` is called on the workers' threads and returns errors instead of raising them; nothing new is begun while
        nothing is `wanted`.
        """
        self._do = do
        self._wanted = wanted
        self._members: dict[int, threading.Thread] = {}
        """By the identity of their worker."""
        self._tasks: queue.SimpleQueue[Task | None] = queue.SimpleQueue()
        self._done: queue.SimpleQueue[tuple[Task, Outcome | None] | None] = queue.SimpleQueue()
        self._handed_in = 0
        self._dismissed: set[int] = set()
        self._leaving = False

    def __enter__(self) -> "Crew[Task, Outcome]":
        return self

    def __exit__(self, *_: object) -> None:
        self._leaving = True
        for _member in self._members:
            self._tasks.put(None)
        for thread in self._members.values():
            thread.join()

    @property
    def handed_in(self) -> int:
        """Pieces of work that were not taken back yet."""
        return self._handed_in

    @property
    def room(self) -> int:
        """How many more pieces are worth handing in now.

        With several workers, each has its next piece at hand while the last one is taken up; one alone waits for that,
        so that it never looks at a file before the one before is dealt with.
        """
        workers = len(self._members) - len(self._dismissed)
        return max(0, (2 * workers if workers > 1 else 1) - self._handed_in)

    def employ(self, workers: Sequence[EmbeddingWorker]) -> None:
        """Let these take part from now on; those that do already go on."""
        for worker in workers:
            if id(worker) not in self._members:
                thread = threading.Thread(target=self._work, args=(worker,), name=f"hearing-{len(self._members) + 1}")
                self._members[id(worker)] = thread
                thread.start()

    def dismiss(self, worker: EmbeddingWorker) -> bool:
        """Do without this one from now on; False when there is no other."""
        if len(self._members) - len(self._dismissed | {id(worker)}) == 0:
            return False
        self._dismissed.add(id(worker))
        return True

    def hand_in(self, task: Task) -> None:
        """Have a piece of work done by whoever is free first."""
        self._handed_in += 1
        self._tasks.put(task)

    def take_back(self, timeout: float) -> tuple[Task, Outcome | None] | None:
        """A piece of work and what came of it, None for one that was not begun because it was not wanted any more.

        None alone after `timeout` seconds. Raises CrewError.
        """
        try:
            done = self._done.get(timeout=timeout) if timeout > 0 else self._done.get_nowait()
        except queue.Empty:
            return None
        if done is None:
            raise CrewError("hearing a sound failed in a way that nobody expected")
        self._handed_in -= 1
        return done

    def _work(self, worker: EmbeddingWorker) -> None:
        try:
            while id(worker) not in self._dismissed and (task := self._tasks.get()) is not None:
                begins = self._wanted() and not self._leaving
                self._done.put((task, self._do(worker, task) if begins else None))
        except BaseException:
            self._done.put(None)
            raise
