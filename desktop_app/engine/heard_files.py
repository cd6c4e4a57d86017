"""The embeddings of sound files from anywhere: of those in the library as they are known, of the others heard now.

Nothing is added to the library.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from desktop_app.core.vector_index import Vectors
from desktop_app.engine.crew import Crew
from desktop_app.engine.embedder import EmbedderError
from desktop_app.engine.embedding_process import EmbeddingWorker, WorkerClosedError, WorkerDiedError
from desktop_app.engine.folder_scan import stamp_of_file
from desktop_app.engine.hearing import unless_unwell
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
    crew: Crew[Path, Vectors | Exception]
    with Crew(_listen, wanted=lambda: True) as crew:
        while waiting or crew.handed_in:
            crew.employ(worker.workers_for(len(waiting) + crew.handed_in))
            while waiting and crew.room:
                crew.hand_in(waiting.pop())
            if (taken := crew.take_back(_PATIENCE)) is None:
                continue
            path, outcome = taken
            _take_up(path, outcome, found)
            done = total - len(waiting) - crew.handed_in
            progress(done, total, done / max(time.monotonic() - began, 1e-9))


def _take_up(path: Path, outcome: Vectors | Exception | None, found: HeardFiles) -> None:
    if isinstance(outcome, EmbedderError | WorkerClosedError):
        raise outcome
    if isinstance(outcome, Exception):
        found.problems[path] = str(outcome)
    elif outcome is not None:
        found.vectors[path] = outcome


def _listen(worker: EmbeddingWorker, path: Path) -> Vectors | Exception:
    """Done on the worker's thread."""
    try:
        return worker.hear(path).vector
    except (WorkerDiedError, FailedSoundError) as error:
        return unless_unwell(worker, error)
    except (UnreadableSoundError, SilentSoundError, EmbedderError, WorkerClosedError) as error:
        return error
