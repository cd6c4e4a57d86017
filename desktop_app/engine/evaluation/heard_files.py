"""The embeddings of sound files from anywhere: of those in the library as they are known, of the others heard now.

Nothing is added to the library. Embeddings are rounded as the library's are, so that a file scores the same however its
embedding came about.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from desktop_app.core.vector_index import Vectors, stored_precision
from desktop_app.engine.decoding.heard_sound import HeardSound
from desktop_app.engine.evaluation.file_crew import Progress, ask_of_files, never
from desktop_app.engine.processes.embedding_worker import EmbeddingWorker
from desktop_app.library.kept_hearing import KeptHearing
from desktop_app.library.library import Library
from desktop_app.library.watching.stamps import is_unchanged, stamp_of_file

__all__ = ["HeardFiles", "Progress", "hear_files"]

_WHOLE = ""
"""The one part of a sound that is heard as a whole."""
_NO_NUMBERS = "The embedder gave no usable numbers for this file."


@dataclass(frozen=True, slots=True)
class HeardFiles:
    """What came of listening to files."""

    vectors: dict[Path, Vectors] = field(default_factory=dict)
    """[d] by file."""
    problems: dict[Path, str] = field(default_factory=dict)
    """Why others have none, as sentences."""


def hear_files(
    paths: Sequence[Path],
    library: Library,
    worker: EmbeddingWorker,
    embedder_id: str,
    progress: Progress,
    *,
    kept: KeptHearing | None = None,
    cancelled: Callable[[], bool] = never,
) -> HeardFiles:
    """Hear files, several at the same time where the worker has several children; what is `kept` is not heard again.

    Raises EmbedderError, LibraryError, WorkerClosedError, HearingCancelledError and CrewError.
    """
    found, unknown = HeardFiles(), []
    for path in dict.fromkeys(paths):
        known = _known(path, library, embedder_id, kept)
        if known is None:
            unknown.append(path)
        else:
            found.vectors[path] = known

    def take(path: Path, heard: HeardSound | Exception) -> None:
        if isinstance(heard, Exception):
            found.problems[path] = str(heard)
            return
        with np.errstate(over="ignore"):
            vector = stored_precision(heard.vector)
        if not np.isfinite(vector).all():
            found.problems[path] = _NO_NUMBERS
            return
        found.vectors[path] = vector
        if kept is not None:
            kept.keep(path, heard.stamp, embedder_id, {_WHOLE: vector})

    ask_of_files(unknown, worker, _hear, take, progress=progress, cancelled=cancelled)
    return found


def _hear(worker: EmbeddingWorker, path: Path) -> HeardSound:
    return worker.hear(path)


def _known(path: Path, library: Library, embedder_id: str, kept: KeptHearing | None) -> Vectors | None:
    now = stamp_of_file(path)
    if now is None:
        return None
    sound = library.sounds.by_path(path)
    if sound is not None and sound.content_id is not None and is_unchanged(sound.stamp, now):
        vector = library.cache.embedding(sound.content_id, embedder_id)
        if vector is not None:
            return vector
    return None if kept is None else kept.known(path, now, embedder_id).get(_WHOLE)
