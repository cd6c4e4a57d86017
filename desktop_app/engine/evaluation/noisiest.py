"""Which recordings are the noisiest: those on which an evaluation is hardest, and says most.

A recording of the library was measured in the background; the others are measured now, in the children.
"""

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np

from desktop_app.core.sound import FileStamp
from desktop_app.core.sound_quality import QUALITY, SoundQuality
from desktop_app.engine.evaluation.file_crew import Progress, ask_of_files, never
from desktop_app.engine.processes.embedding_worker import EmbeddingWorker
from desktop_app.engine.processes.worker_errors import UnwantedError
from desktop_app.library.kept_hearing import KeptHearing
from desktop_app.library.library import Library
from desktop_app.library.watching.stamps import is_unchanged, stamp_of_file

_HOW: Final = f"signal to noise/{QUALITY.version}"
_RATIO: Final = ""


@dataclass(frozen=True, slots=True)
class Noisiest:
    """Some recordings, the noisiest first."""

    paths: tuple[Path, ...]
    signal_to_noise: tuple[float, ...]
    """dB, of each of them."""
    of: int
    """Out of so many that can be read."""
    untold: int
    """Those of them of which it cannot be told, because they have no pause to hear their noise in."""
    problems: dict[Path, str] = field(default_factory=dict)
    """Why others cannot be read, as sentences."""

    @property
    def document(self) -> dict[str, Any]:
        """The same for reports."""
        each = zip(self.paths, self.signal_to_noise, strict=True)
        return {
            "of": self.of,
            "untold": self.untold,
            "signal_to_noise": [self.signal_to_noise[0], self.signal_to_noise[-1]] if self.paths else None,
            "sounds": [{"path": str(path), "signal_to_noise": ratio} for path, ratio in each],
        }


def noisiest(
    paths: Sequence[Path],
    most: int,
    library: Library,
    worker: EmbeddingWorker,
    progress: Progress,
    *,
    kept: KeptHearing | None = None,
    cancelled: Callable[[], bool] = never,
) -> Noisiest:
    """The `most` recordings with the lowest estimated ratio of signal to noise.

    Raises EmbedderError, LibraryError, WorkerClosedError, HearingCancelledError and CrewError.
    """
    stamps = {path: stamp_of_file(path) for path in dict.fromkeys(paths)}
    known = {path: _known(path, stamp, library, kept) for path, stamp in stamps.items()}
    ratios = {path: ratio for path, ratio in known.items() if ratio is not None}
    problems: dict[Path, str] = {}

    def measure(member: EmbeddingWorker, path: Path) -> SoundQuality | None:
        try:
            return member.measure_quality(path, lambda: not cancelled())
        except UnwantedError:
            return None

    def take(path: Path, measured: SoundQuality | Exception | None) -> None:
        if isinstance(measured, Exception):
            problems[path] = str(measured)
        elif measured is not None:
            ratios[path] = _ratio(measured)
            _keep(path, stamps[path], ratios[path], kept)

    unknown = [path for path in stamps if path not in ratios]
    ask_of_files(unknown, worker, measure, take, progress=progress, cancelled=cancelled)
    told = [path for path in stamps if not math.isnan(ratios.get(path, math.nan))]
    chosen = tuple(sorted(told, key=lambda path: ratios[path])[:most])
    readable = len(stamps) - len(problems)
    return Noisiest(chosen, tuple(ratios[path] for path in chosen), readable, readable - len(told), problems)


def _ratio(quality: SoundQuality) -> float:
    """dB; NaN where it cannot be told."""
    return math.nan if quality.signal_to_noise is None else quality.signal_to_noise


def _known(path: Path, now: FileStamp | None, library: Library, kept: KeptHearing | None) -> float | None:
    """The ratio of a file that is still the same as when it was measured; None: it was not."""
    if now is None:
        return None
    sound = library.sounds.by_path(path)
    if sound is not None and sound.content_id is not None and is_unchanged(sound.stamp, now):
        measured = library.measured.of([sound.content_id]).get(sound.content_id)
        if measured is not None and measured.quality is not None:
            return _ratio(measured.quality)
    vector = None if kept is None else kept.known(path, now, _HOW).get(_RATIO)
    return None if vector is None else float(vector[0])


def _keep(path: Path, before: FileStamp | None, ratio: float, kept: KeptHearing | None) -> None:
    if kept is not None and before is not None and before == stamp_of_file(path):
        kept.keep(path, before, _HOW, {_RATIO: np.array([ratio], dtype=np.float32)})
