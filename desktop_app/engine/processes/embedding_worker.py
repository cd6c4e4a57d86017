"""Listening to files and reading texts, as the rest of the engine sees it, wherever it is done."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Protocol

from desktop_app.core.musical import Musical
from desktop_app.core.sound import Samples
from desktop_app.core.sound_quality import SoundQuality
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.decoding.heard_sound import HeardSound, Identity

Wanted = Callable[[], bool]
"""Whether a piece of work is still wanted; asked on another thread."""


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
