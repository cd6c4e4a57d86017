"""Asks something of each of many files of those who listen, several at the same time: a file that breaks a child does
no harm, and no worker's trouble is blamed on a file.
"""

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final, Generic, TypeVar

from desktop_app.engine.embedders.embedder import EmbedderError
from desktop_app.engine.indexing.background_work import answer_of
from desktop_app.engine.indexing.crew import Crew
from desktop_app.engine.indexing.hearing import TRIES, UnwellError
from desktop_app.engine.processes.embedding_worker import EmbeddingWorker
from desktop_app.engine.processes.worker_errors import WorkerClosedError, WorkerDiedError

Answer = TypeVar("Answer")
Progress = Callable[[int, int, float], None]
"""Told how many of how many files are done, and how many a second (0 when unknown)."""

_PATIENCE: Final = 1.0


class HearingCancelledError(Exception):
    """Whoever wanted the files to be heard wants it no longer."""


def never() -> bool:
    """Nobody cancels."""
    return False


def ask_of_files(
    paths: Sequence[Path],
    worker: EmbeddingWorker,
    ask: Callable[[EmbeddingWorker, Path], Answer],
    take: Callable[[Path, Answer | Exception], None],
    *,
    progress: Progress,
    cancelled: Callable[[], bool] = never,
) -> None:
    """Ask each file once, and `take` what came of it on this thread: an answer, or an error that is a sentence.

    `ask` is called on other threads, and raises what `EmbeddingWorker.hear` does. Ctrl+C ends the worker.

    Raises EmbedderError, WorkerClosedError, HearingCancelledError, and CrewError when `ask` raises anything else.
    """
    waiting, total, began = list(reversed(paths)), len(paths), time.monotonic()
    deaths: Counter[Path] = Counter()

    def tell(member: EmbeddingWorker, task: _Task) -> _Told[Answer]:
        """Done on the worker's thread."""
        return _Told(member, answer_of(member, partial(ask, member, task.path), last_try=task.last_try))

    with Crew(tell, wanted=lambda: True) as crew:
        try:
            while waiting or crew.handed_in:
                if cancelled():
                    raise HearingCancelledError
                crew.employ(worker.workers_for(len(waiting) + crew.handed_in))
                while waiting and crew.room:
                    path = waiting.pop()
                    crew.hand_in(_Task(path, last_try=deaths[path] == TRIES - 1))
                if (taken := crew.take_back(_PATIENCE)) is None:
                    continue
                task, told = taken
                if told is None or _must_be_asked_again(task, told, crew):
                    deaths[task.path] += told is not None and isinstance(told.answer, WorkerDiedError)
                    waiting.append(task.path)
                    continue
                take(task.path, _not_fatal(told.answer))
                done = total - len(waiting) - crew.handed_in
                progress(done, total, done / max(time.monotonic() - began, 1e-9))
        except KeyboardInterrupt:
            worker.close()  # else the crew would wait for the sounds that are being heard
            raise


@dataclass(frozen=True, slots=True)
class _Task:
    path: Path
    last_try: bool
    """Whether the file is to blame if the worker dies over it once more."""


@dataclass(frozen=True, slots=True)
class _Told(Generic[Answer]):
    worker: EmbeddingWorker
    answer: Answer | Exception


def _not_fatal(answer: Answer | Exception) -> Answer | Exception:
    """The same; raises what every other file would come to as well."""
    if isinstance(answer, EmbedderError | WorkerClosedError):
        raise answer
    return answer


def _must_be_asked_again(task: _Task, told: _Told[Answer], crew: Crew[_Task, _Told[Answer]]) -> bool:
    """Whether it is the worker that is to blame, or that cannot be known yet."""
    if isinstance(told.answer, UnwellError):
        return crew.dismiss(told.worker)
    return isinstance(told.answer, WorkerDiedError) and not task.last_try
