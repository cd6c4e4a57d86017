"""Runs what would block the window on a thread of its own, and brings the result back.

A person's action is a small function that names its work, what happens on success, and (in one place for all) what
happens on failure.
"""

import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from desktop_app.core.tag import VocabularyError
from desktop_app.engine.embedders.embedder import EmbedderError
from desktop_app.engine.processes.worker_errors import WorkerClosedError, WorkerDiedError
from desktop_app.file_changes.taking_back import RunRefusedError
from desktop_app.gui.retelling import retold_error
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.settings import SettingsError

T = TypeVar("T")

EXPECTED = (
    LibraryError,
    EmbedderError,
    WorkerDiedError,
    WorkerClosedError,
    VocabularyError,
    SettingsError,
    RunRefusedError,
    OSError,
)
"""What the world can do to us: each is a sentence for the person. Anything else is our own fault, and crashes."""


@dataclass(frozen=True, slots=True)
class _Job:
    work: Callable[[], Any]
    done: Callable[[Any], None]
    topic: str | None
    number: int
    failed: Callable[[str], None] | None


class BackgroundThread(QObject):
    """One thread that does one job after the other. To be used on the GUI thread, where results arrive, too."""

    failed = Signal(str)
    """A job failed; the sentence says why."""
    _finished = Signal(object, object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._jobs: deque[_Job] = deque()
        self._changed = threading.Condition()
        self._closing = False
        self._newest: dict[str, int] = {}
        self._count = 0
        self._undelivered = 0
        self._thread: threading.Thread | None = None
        self._finished.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        *,
        topic: str | None = None,
        failed: Callable[[str], None] | None = None,
    ) -> None:
        """Do `work` on the thread, then `done(result)` on the GUI thread.

        Of jobs with the same `topic` only the newest counts: an older one that waits is dropped, and the answer of
        one that runs already is not delivered. Who names `failed` is told a failure's sentence in place of the
        signal; the sentence is empty when the fault is our own, and reported elsewhere.
        """
        if self._closing:
            return
        with self._changed:
            self._count += 1
            if topic is not None:
                self._newest[topic] = self._count
                kept = [job for job in self._jobs if job.topic != topic]
                self._undelivered -= len(self._jobs) - len(kept)
                self._jobs = deque(kept)
            self._jobs.append(_Job(work, done, topic, self._count, failed))
            self._undelivered += 1
            self._changed.notify()
        self._begin()

    @property
    def busy(self) -> bool:
        """Whether a job waits, runs, or has a result that was not delivered yet."""
        return self._undelivered > 0

    @property
    def alive(self) -> bool:
        """Whether the thread runs; it begins with the first job."""
        return self._thread is not None and self._thread.is_alive()

    @property
    def stopping(self) -> bool:
        """Whether nothing more is delivered: a long job had better give up. May be asked on any thread."""
        return self._closing

    def stop(self) -> None:
        """Drop the jobs that wait, and deliver nothing more; the one that runs goes on."""
        with self._changed:
            self._closing = True
            self._jobs.clear()
            self._changed.notify()

    def join(self) -> None:
        """Wait for the thread, after `stop`."""
        if self._thread is not None:
            self._thread.join()

    def _begin(self) -> None:
        if not self.alive:
            self._thread = threading.Thread(target=self._work, name=self._name)
            self._thread.start()

    def _work(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._closing or self._jobs)
                if self._closing:
                    return
                job = self._jobs.popleft()
            result: object = _CRASHED
            try:
                result = job.work()
            except EXPECTED as error:
                result = _Failure(retold_error(error))
            finally:
                # An unexpected error ends this thread and is reported; whoever counts jobs must know of it, too.
                self._finished.emit(job, result)

    def _deliver(self, job: _Job, result: object) -> None:
        self._undelivered -= 1
        if result is _CRASHED:
            self._begin_anew()
        stale = job.topic is not None and self._newest.get(job.topic) != job.number
        if self._closing or stale:
            return
        if result is _CRASHED:
            if job.failed is not None:
                job.failed("")
        elif isinstance(result, _Failure):
            (job.failed or self.failed.emit)(result.sentence)
        else:
            job.done(result)

    def _begin_anew(self) -> None:
        """The thread ends with the fault that it met: what was asked for meanwhile needs another one."""
        self.join()
        if self._jobs:
            self._begin()


@dataclass(frozen=True, slots=True)
class _Failure:
    sentence: str


_CRASHED = object()
"""Stands for the result of a job that has none."""
