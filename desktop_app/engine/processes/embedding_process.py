"""Listening to files and reading texts, as the rest of the engine sees it: in a child process, or in this one."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, Protocol

from desktop_app.core.musical import Musical
from desktop_app.core.sound import Samples
from desktop_app.core.sound_quality import SoundQuality
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.decoding.heard_sound import HeardSound, Identity
from desktop_app.engine.decoding.sound_errors import FailedSoundError
from desktop_app.engine.embedders.embedder import Embedder, EmbedderError, EmbedderSpec
from desktop_app.engine.measuring.measurers import analyse_music_of, measure_quality_of
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
from desktop_app.engine.processes.worker_process import (
    MEMORY_BYTES,
    UnwantedError,
    WorkerClosedError,
    WorkerDiedError,
    WorkerFailedError,
    WorkerProcess,
)

__all__ = [
    "EmbeddingProcess",
    "EmbeddingWorker",
    "HeardSound",
    "Identity",
    "InProcessWorker",
    "UnwantedError",
    "WorkerClosedError",
    "WorkerDiedError",
]

_CHILD: Final = "desktop_app.engine.processes.embedding_child:main"
_FAILED: Final = "Earmark failed on this file ({}); the log says more."
_LOADER: Final = "desktop_app.engine.embedders.embedders:load_embedder"
Wanted = Callable[[], bool]
"""Whether a piece of work is still wanted; asked on another thread."""

_TEXT_TRIES: Final = 2
"""A text is innocent of nearly every death that it is caught up in."""


class EmbeddingWorker(Protocol):
    """Listens to files and reads texts. Its methods may be called on any thread, and wait."""

    def workers_for(self, waiting: int, /) -> Sequence["EmbeddingWorker"]:
        """Whom to ask at the same time when so many sounds wait: this one, or several that it is made of."""
        ...

    def identify(self, path: Path) -> Identity:
        """What audio a file holds, without a network. Raises `UnreadableSoundError` and `WorkerDiedError`."""
        ...

    def hear(self, path: Path) -> HeardSound:
        """Decode and embed a file.

        Raises `UnreadableSoundError` (`FailedSoundError` where nobody expected it); `SilentSoundError`, with stamp,
        content id and format; `WorkerDiedError`, after which another file can be heard; `EmbedderError` when there is
        no working network.
        """
        ...

    def embed_part(self, path: Path, start: float, end: float | None) -> Vectors:
        """The embedding [dimension] of a file from `start` to `end` seconds (None: to its end).

        Raises what `hear` does.
        """
        ...

    def hear_windows(self, path: Path, starts: Sequence[float], seconds: float) -> Vectors:
        """Embeddings [n, dimension] of the windows of a file that begin at `starts` (ascending) and last `seconds`.

        One that holds nothing to be heard is all NaN. Raises `UnreadableSoundError`, `WorkerDiedError` and
        `EmbedderError`.
        """
        ...

    def hear_worsened(self, path: Path, seconds: float) -> dict[str, Vectors]:
        """Embeddings [dimension] of the first so many seconds of a file, by what was done to them: as they are, and
        made worse in each of the ways of `worsening.py`.

        Raises what `hear` does.
        """
        ...

    def measurers_for(self, waiting: int, /) -> Sequence["EmbeddingWorker"]:
        """Whom to ask at the same time when so many sounds wait to be measured, for which nobody needs a network."""
        ...

    def measure_quality(self, path: Path, wanted: Wanted) -> SoundQuality:
        """Decode a file and measure what is wrong with it, without a network.

        Raises `UnreadableSoundError`, `WorkerDiedError`, and `UnwantedError` soon after it is no longer `wanted`.
        """
        ...

    def analyse_music(self, path: Path, wanted: Wanted) -> Musical:
        """Decode a file and find what a musician asks for, without a network. Raises what `measure_quality` does."""
        ...

    def embed_text(self, texts: Sequence[str]) -> Vectors:
        """English texts -> [n, dimension]; waits for one pass of the network at most.

        Raises `EmbedderError`, and `WorkerDiedError` when the child died over it twice.
        """
        ...

    def embed_samples(self, sounds: Sequence[Samples]) -> Vectors:
        """Mono sounds at 48 kHz -> [n, dimension]. Raises `EmbedderError` and `WorkerDiedError`."""
        ...

    def close(self) -> None:
        """End at once; calls that still wait get a `WorkerClosedError`."""
        ...


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
            raise FailedSoundError(_FAILED.format(error)) from error
        self._loaded = self._loaded or not isinstance(work, Identify | Prepare)
        return found

    def _measure(self, work: MeasureQuality | AnalyseMusic, wanted: Wanted) -> object:
        try:
            return self._process.call(MEASURING, work, wanted=wanted)
        except WorkerFailedError as error:
            raise FailedSoundError(_FAILED.format(error)) from error

    def _embed(self, lane: str, work: EmbedText | EmbedSamples, *, tries: int) -> Vectors:
        try:
            vectors: Vectors = self._process.call(lane, work, tries=tries)
        except WorkerFailedError as error:
            raise EmbedderError(f"The embedder failed ({error}); the log says more.") from error
        self._loaded = True
        return vectors


class InProcessWorker:
    """An `EmbeddingWorker` without a child, for tests, small jobs and looking for faults."""

    def __init__(self, embedder: Embedder | EmbedderSpec) -> None:
        """An embedder, or a spec whose network is loaded when it is first needed."""
        # Imported here, because whoever works with a child needs no decoder in this process.
        from desktop_app.engine.embedders.embedders import load_embedder
        from desktop_app.engine.processes.listener import Listener

        self._listener = Listener(
            lambda: load_embedder(embedder) if isinstance(embedder, EmbedderSpec) else embedder,
            load_seconds=0.0,
            loading=_nothing,
            loaded=_nothing,
        )

    def workers_for(self, _waiting: int, /) -> Sequence[EmbeddingWorker]:
        """See `EmbeddingWorker`."""
        return (self,)

    def identify(self, path: Path) -> Identity:
        """See `EmbeddingWorker`."""
        return self._listener.identify(path, _no_beat)

    def hear(self, path: Path) -> HeardSound:
        """See `EmbeddingWorker`."""
        return self._listener.hear(path, _no_beat)

    def embed_part(self, path: Path, start: float, end: float | None) -> Vectors:
        """See `EmbeddingWorker`."""
        return self._listener.embed_part(path, start, end, _no_beat)

    def hear_windows(self, path: Path, starts: Sequence[float], seconds: float) -> Vectors:
        """See `EmbeddingWorker`."""
        return self._listener.hear_windows(path, tuple(starts), seconds, _no_beat)

    def hear_worsened(self, path: Path, seconds: float) -> dict[str, Vectors]:
        """See `EmbeddingWorker`."""
        return self._listener.hear_worsened(path, seconds, _no_beat)

    def measurers_for(self, _waiting: int, /) -> Sequence[EmbeddingWorker]:
        """See `EmbeddingWorker`."""
        return (self,)

    def measure_quality(self, path: Path, wanted: Wanted) -> SoundQuality:
        """See `EmbeddingWorker`."""
        return measure_quality_of(path, _while(wanted))

    def analyse_music(self, path: Path, wanted: Wanted) -> Musical:
        """See `EmbeddingWorker`."""
        return analyse_music_of(path, _while(wanted))

    def embed_text(self, texts: Sequence[str]) -> Vectors:
        """See `EmbeddingWorker`."""
        return self._listener.embed_text(tuple(texts), _no_beat)

    def embed_samples(self, sounds: Sequence[Samples]) -> Vectors:
        """See `EmbeddingWorker`."""
        return self._listener.embed_samples(tuple(sounds), _no_beat)

    def close(self) -> None:
        """See `EmbeddingWorker`."""


def _while(wanted: Wanted) -> Callable[[], None]:
    """What breaks work off that is not wanted any more, when it is called in between."""

    def progress() -> None:
        if not wanted():
            raise UnwantedError

    return progress


def _nothing() -> None:
    pass


def _no_beat(_seconds: float | None) -> None:
    pass
