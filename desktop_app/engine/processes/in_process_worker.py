"""Listening to files and reading texts in this process."""

from collections.abc import Callable, Sequence
from pathlib import Path

from desktop_app.core.musical import Musical
from desktop_app.core.sound import Samples
from desktop_app.core.sound_quality import SoundQuality
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.decoding.heard_sound import HeardSound, Identity
from desktop_app.engine.embedders.embedder import Embedder, EmbedderSpec
from desktop_app.engine.measuring.measurers import analyse_music_of, measure_quality_of
from desktop_app.engine.processes.embedding_worker import EmbeddingWorker, Wanted
from desktop_app.engine.processes.worker_errors import UnwantedError


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
