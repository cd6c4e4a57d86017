"""The same evaluation on sounds made worse on purpose: what is left of it, kind by kind.

They are decoded and made worse where they are heard, in the embedding children.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from desktop_app.core.evaluation import Figures, Truth, figures, paired_difference
from desktop_app.core.vector_index import Vectors, stored_precision
from desktop_app.engine.evaluation.file_crew import Progress, ask_of_files, never
from desktop_app.engine.processes.embedding_worker import EmbeddingWorker
from desktop_app.library.kept_hearing import KeptHearing
from desktop_app.library.watching.stamps import stamp_of_file

LONGEST: Final = 30.0
"""Seconds of a sound that are made worse: enough to know it by, and a minute's work for a thousand sounds."""
VERSION: Final = 1
"""Of what `worsening.py` does to sounds: raised with it, as what was heard before no longer counts."""

Versions = Mapping[str, Vectors]
"""Embeddings [d] of one sound by what was done to it, nothing first."""


@dataclass(frozen=True, slots=True)
class Worsened:
    """What is left with one kind of worsening."""

    name: str
    figures: Figures
    probability: float
    """How probable so large a difference to the intact sounds is where it does no harm."""


def try_worsened(
    paths: Sequence[Path],
    truth: Truth,
    worker: EmbeddingWorker,
    score: Callable[[Vectors], Vectors],
    progress: Callable[[int, int], None],
    *,
    embedder_id: str = "",
    kept: KeptHearing | None = None,
    cancelled: Callable[[], bool] = never,
) -> tuple[Worsened, ...]:
    """Evaluate files [n] that were heard before, first as they are, cut to `LONGEST`, then with each of the worsenings.

    `score`: embeddings [n, d] -> scores [n, l]. What is `kept` under the `embedder_id` is not heard again. A file that
    cannot be read any more is left out of all figures; nothing comes of it when that is every one. Raises what
    `hear_worsened` does.
    """
    found = hear_worsened(
        paths, worker, embedder_id, lambda done, total, _rate: progress(done, total), kept=kept, cancelled=cancelled
    )
    rows = [row for row, path in enumerate(paths) if path in found.versions]
    if not rows:
        return ()
    return compare_worsened([found.versions[paths[row]] for row in rows], Truth(truth.labels, truth.holds[rows]), score)


@dataclass(frozen=True, slots=True)
class WorsenedFiles:
    """What came of listening to files made worse."""

    versions: dict[Path, Versions]
    problems: dict[Path, str]
    """Why others have none, as sentences."""


def hear_worsened(
    paths: Sequence[Path],
    worker: EmbeddingWorker,
    embedder_id: str,
    progress: Progress,
    *,
    kept: KeptHearing | None = None,
    cancelled: Callable[[], bool] = never,
) -> WorsenedFiles:
    """Hear the first `LONGEST` seconds of files as they are and made worse in each way; what is `kept` not again.

    Raises EmbedderError, WorkerClosedError, HearingCancelledError and CrewError.
    """
    how = f"{embedder_id}/worsened/{VERSION}/{LONGEST:g}"
    found, unknown = WorsenedFiles({}, {}), []
    stamps = {path: stamp_of_file(path) for path in dict.fromkeys(paths)}
    for path, stamp in stamps.items():
        known = {} if stamp is None or kept is None else kept.known(path, stamp, how)
        if known:
            found.versions[path] = known
        else:
            unknown.append(path)

    def take(path: Path, heard: dict[str, Vectors] | Exception) -> None:
        if isinstance(heard, Exception):
            found.problems[path] = str(heard)
            return
        versions = {name: _usable(vector) for name, vector in heard.items()}
        found.versions[path] = versions
        stamp = stamps[path]
        if kept is not None and stamp is not None and stamp == stamp_of_file(path):
            kept.keep(path, stamp, how, versions)

    ask_of_files(unknown, worker, _hear_worsened, take, progress=progress, cancelled=cancelled)
    return found


def compare_worsened(
    versions: Sequence[Versions], truth: Truth, score: Callable[[Vectors], Vectors]
) -> tuple[Worsened, ...]:
    """Evaluate what was heard of the sounds of the truth [n], n at least 1: intact first, then each kind.

    `score`: embeddings [n, d] -> scores [n, l].
    """
    names = list(versions[0])
    found = [figures(score(np.stack([each[name] for each in versions])), truth) for name in names]
    return tuple(
        Worsened(name, each, paired_difference(found[0].right, each.right))
        for name, each in zip(names, found, strict=True)
    )


def _hear_worsened(worker: EmbeddingWorker, path: Path) -> dict[str, Vectors]:
    return worker.hear_worsened(path, LONGEST)


def _usable(vector: Vectors) -> Vectors:
    """Where so little is left of a sound that a network gives no number, it says nothing: no label fits."""
    with np.errstate(over="ignore"):
        rounded = stored_precision(vector)
    return np.nan_to_num(rounded, nan=0.0, posinf=0.0, neginf=0.0)
