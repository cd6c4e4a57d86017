"""Listening to files and reading texts in a child process."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from desktop_app.core.musical import Musical
from desktop_app.core.sound import Samples
from desktop_app.core.sound_quality import SoundQuality
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.decoding.heard_sound import HeardSound, Identity
from desktop_app.engine.decoding.sound_errors import FailedSoundError
from desktop_app.engine.embedders.embedder import EmbedderError, EmbedderSpec
from desktop_app.engine.processes.embedding_work import (
    FILES,
    MEASURING,
    TEXTS,
    AnalyseMusic,
    EmbeddingChildSettings,
    EmbedPart,
    EmbedSamples,
    EmbedText,
    Hear,
    HearWindows,
    HearWorsened,
    Identify,
    MeasureQuality,
    Prepare,
)
from desktop_app.engine.processes.embedding_worker import EmbeddingWorker, Wanted
from desktop_app.engine.processes.worker_errors import WorkerFailedError
from desktop_app.engine.processes.worker_process import MEMORY_BYTES, WorkerProcess

_CHILD: Final = "desktop_app.engine.processes.embedding_child:main"
_FAILED: Final = "Earmark failed on this file ({error}); the log says more."
_LOADER: Final = "desktop_app.engine.embedders.embedders:load_embedder"
_TEXT_TRIES: Final = 2
"""A text is innocent of nearly every death that it is caught up in."""


class EmbeddingProcess:
    """An `EmbeddingWorker` in a child of low priority, started when it is first needed and again when it dies."""

    def __init__(
        self,
        spec: EmbedderSpec,
        *,
        stall_seconds: float = 10.0,
        load_seconds: float = 180.0,
        memory_bytes: int = MEMORY_BYTES,
        idle_seconds: float | None = None,
        loader: str = _LOADER,
    ) -> None:
        """`stall_seconds`: how long a file may give no sign of life; `memory_bytes`: what it may take beside that;
        `idle_seconds`: after how long without work the child ends until there is some again, None for never.
        """
        settings = EmbeddingChildSettings(spec, loader, stall_seconds, load_seconds, memory_bytes)
        self._process = WorkerProcess(_CHILD, settings, name="earmark-embedding", idle_seconds=idle_seconds)
        self._loaded = False

    @property
    def pid(self) -> int | None:
        """The child's process id, or None while there is no child."""
        return self._process.pid

    @property
    def has_network(self) -> bool:
        """Whether a child runs, and one has loaded the network before."""
        return self._loaded and self.pid is not None

    def workers_for(self, _waiting: int, /) -> Sequence[EmbeddingWorker]:
        """See `EmbeddingWorker`."""
        return (self,)

    def identify(self, path: Path) -> Identity:
        """See `EmbeddingWorker`."""
        return self._read(Identify(path))  # type: ignore[return-value]

    def hear(self, path: Path) -> HeardSound:
        """See `EmbeddingWorker`."""
        return self._read(Hear(path))  # type: ignore[return-value]

    def identify_to_prepare(self, path: Path) -> Identity:
        """`identify`, to be followed by `prepare`."""
        return self._read(Prepare(Identify(path)))  # type: ignore[return-value]

    def prepare(self, path: Path) -> HeardSound:
        """What `hear` gives, but that its vector is what CLAP's front end makes of the sound. Raises the same."""
        return self._read(Prepare(Hear(path)))  # type: ignore[return-value]

    def prepare_windows(self, path: Path, starts: Sequence[float], seconds: float) -> Vectors:
        """What `hear_windows` gives, but for that as well. Raises the same."""
        return self._read(Prepare(HearWindows(path, tuple(starts), seconds)))  # type: ignore[return-value]

    def embed_part(self, path: Path, start: float, end: float | None) -> Vectors:
        """See `EmbeddingWorker`."""
        return self._read(EmbedPart(path, start, end))  # type: ignore[return-value]

    def hear_windows(self, path: Path, starts: Sequence[float], seconds: float) -> Vectors:
        """See `EmbeddingWorker`."""
        return self._read(HearWindows(path, tuple(starts), seconds))  # type: ignore[return-value]

    def hear_worsened(self, path: Path, seconds: float) -> dict[str, Vectors]:
        """See `EmbeddingWorker`."""
        return self._read(HearWorsened(path, seconds))  # type: ignore[return-value]

    def measurers_for(self, _waiting: int, /) -> Sequence[EmbeddingWorker]:
        """See `EmbeddingWorker`."""
        return (self,)

    def measure_quality(self, path: Path, wanted: Wanted) -> SoundQuality:
        """See `EmbeddingWorker`."""
        return self._measure(MeasureQuality(path), wanted)  # type: ignore[return-value]

    def analyse_music(self, path: Path, wanted: Wanted) -> Musical:
        """See `EmbeddingWorker`."""
        return self._measure(AnalyseMusic(path), wanted)  # type: ignore[return-value]

    def embed_text(self, texts: Sequence[str]) -> Vectors:
        """See `EmbeddingWorker`."""
        return self._embed(TEXTS, EmbedText(tuple(texts)), tries=_TEXT_TRIES)

    def embed_samples(self, sounds: Sequence[Samples]) -> Vectors:
        """See `EmbeddingWorker`."""
        return self._embed(FILES, EmbedSamples(tuple(sounds)), tries=1)

    def close(self) -> None:
        """See `EmbeddingWorker`."""
        self._process.close()

    def _read(self, work: Identify | Hear | EmbedPart | HearWindows | HearWorsened | Prepare) -> object:
        try:
            found: object = self._process.call(FILES, work)
        except WorkerFailedError as error:
            raise FailedSoundError(_FAILED.format(error=error)) from error
        self._loaded = self._loaded or not isinstance(work, Identify | Prepare)
        return found

    def _measure(self, work: MeasureQuality | AnalyseMusic, wanted: Wanted) -> object:
        try:
            return self._process.call(MEASURING, work, wanted=wanted)
        except WorkerFailedError as error:
            raise FailedSoundError(_FAILED.format(error=error)) from error

    def _embed(self, lane: str, work: EmbedText | EmbedSamples, *, tries: int) -> Vectors:
        try:
            vectors: Vectors = self._process.call(lane, work, tries=tries)
        except WorkerFailedError as error:
            raise EmbedderError(f"The embedder failed ({error}); the log says more.") from error
        self._loaded = True
        return vectors
