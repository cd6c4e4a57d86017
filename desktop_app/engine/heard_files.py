"""The embeddings of sound files from anywhere: of those in the library as they are known, of the others heard now.

Nothing is added to the library.
"""

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np

from desktop_app.core.vector_index import Vectors
from desktop_app.engine.crew import Crew
from desktop_app.engine.embedder import EmbedderError
from desktop_app.engine.embedding_process import EmbeddingWorker, WorkerClosedError, WorkerDiedError
from desktop_app.engine.folder_scan import stamp_of_file
from desktop_app.engine.hearing import TRIES, UnwellError, unless_unwell
from desktop_app.engine.sound_errors import FailedSoundError, SilentSoundError, UnreadableSoundError
from desktop_app.library.library import Library
from desktop_app.library.stamps import is_unchanged

Progress = Callable[[int, int, float], None]
"""Told how many of how many are done, and how many a second (0 when unknown)."""

_PATIENCE: Final = 1.0


@dataclass(frozen=True, slots=True)
class HeardFiles:
    """What came of listening to files."""

    vectors: dict[Path, Vectors] = field(default_factory=dict)
    """[d] by file."""
    problems: dict[Path, str] = field(default_factory=dict)
    """Why others have none, as sentences."""


def hear_files(
    paths: Sequence[Path], library: Library, worker: EmbeddingWorker, embedder_id: str, progress: Progress
) -> HeardFiles:
    """Hear files, several at the same time where the worker has several children.

    Raises EmbedderError, LibraryError, WorkerClosedError and CrewError.
    """
    found, unknown = HeardFiles(), []
    for path in dict.fromkeys(paths):
        known = _known(path, library, embedder_id)
        if known is None:
            unknown.append(path)
        else:
            found.vectors[path] = known
    _hear(unknown, found, worker, progress)
    return found


def _known(path: Path, library: Library, embedder_id: str) -> Vectors | None:
    sound, now = library.sounds.by_path(path), stamp_of_file(path)
    if sound is None or now is None or sound.content_id is None or not is_unchanged(sound.stamp, now):
        return None
    return library.cache.embedding(sound.content_id, embedder_id)


def _hear(paths: list[Path], found: HeardFiles, worker: EmbeddingWorker, progress: Progress) -> None:
    waiting, total, began = list(reversed(paths)), len(paths), time.monotonic()
    deaths: Counter[Path] = Counter()
    crew: Crew[_Task, _Listened]
    with Crew(_listen, wanted=lambda: True) as crew:
        while waiting or crew.handed_in:
            crew.employ(worker.workers_for(len(waiting) + crew.handed_in))
            while waiting and crew.room:
                path = waiting.pop()
                crew.hand_in(_Task(path, last_try=deaths[path] == TRIES - 1))
            if (taken := crew.take_back(_PATIENCE)) is None:
                continue
            task, listened = taken
            if listened is None or _must_be_heard_again(task, listened, crew):
                deaths[task.path] += listened is not None and isinstance(listened.found, WorkerDiedError)
                waiting.append(task.path)
                continue
            _take_up(task.path, listened.found, found)
            done = total - len(waiting) - crew.handed_in
            progress(done, total, done / max(time.monotonic() - began, 1e-9))


@dataclass(frozen=True, slots=True)
class _Task:
    path: Path
    last_try: bool
    """Whether the file is to blame if the worker dies over it once more."""


@dataclass(frozen=True, slots=True)
class _Listened:
    worker: EmbeddingWorker
    found: Vectors | Exception


def _must_be_heard_again(task: _Task, listened: _Listened, crew: Crew[_Task, _Listened]) -> bool:
    """Whether it is the worker that is to blame, or that cannot be known yet."""
    if isinstance(listened.found, UnwellError):
        return crew.dismiss(listened.worker)
    return isinstance(listened.found, WorkerDiedError) and not task.last_try


def _take_up(path: Path, outcome: Vectors | Exception, found: HeardFiles) -> None:
    if isinstance(outcome, EmbedderError | WorkerClosedError):
        raise outcome
    if isinstance(outcome, Exception):
        found.problems[path] = str(outcome)
    elif np.isfinite(outcome).all():
        found.vectors[path] = outcome
    else:
        found.problems[path] = "The embedder gave no usable numbers for this file."


def _listen(worker: EmbeddingWorker, task: _Task) -> _Listened:
    """Done on the worker's thread."""
    return _Listened(worker, _found(worker, task))


def _found(worker: EmbeddingWorker, task: _Task) -> Vectors | Exception:
    try:
        return worker.hear(task.path).vector
    except WorkerDiedError as error:
        return unless_unwell(worker, error) if task.last_try else error
    except FailedSoundError as error:
        return unless_unwell(worker, error)
    except (UnreadableSoundError, SilentSoundError, EmbedderError, WorkerClosedError) as error:
        return error
