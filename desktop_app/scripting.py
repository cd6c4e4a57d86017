"""A library for programs of other people: open it, embed, search, score tags; numpy arrays in and out.

Neither Qt nor a network's runtime is imported before something is to be heard or read.
"""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from desktop_app.app import Earmark
from desktop_app.core.measured import Measured
from desktop_app.core.query import parse_query
from desktop_app.core.sound import Samples
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.decoding.sound_errors import SilentSoundError, UnreadableSoundError
from desktop_app.engine.tagging.tagger import Tagger
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.other_processes.instance import Holder
from desktop_app.other_processes.job import JobError
from desktop_app.other_processes.jobs import run_job
from desktop_app.paths import Profile

_READ_ONLY = "This library was opened to be read only: open it without read_only to add folders to it."
_HELD = "Another Earmark is using this library: close it and try again, or open it with read_only=True."


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, best first."""

    paths: list[Path]
    """[n]"""
    scores: Vectors
    """[n]; NaN where nothing ranked, because only filters were given."""
    starts: Vectors
    """[n] seconds at which the best moment of a long sound begins; NaN for a short one."""
    ends: Vectors
    """[n]"""
    message: str
    """A sentence that helps when little or nothing was found or understood."""


class SoundLibrary:
    """One open library. Close it; it is a context manager for that.

    What goes wrong in the world is one of EmbedderError, LibraryError, SettingsError, JobError, UnreadableSoundError,
    SilentSoundError, WorkerDiedError and OSError; each message is a sentence.
    """

    def __init__(
        self,
        folder: str | Path | None = None,
        *,
        embedder: str | None = None,
        read_only: bool = False,
        in_process: bool = True,
    ) -> None:
        """Open the library kept in `folder`, which is made when it is not there; None is the window's own library.

        `embedder`: a name that `earmark embedder list` shows, instead of the one that was chosen. `read_only`: beside
        whoever has it open. Not `in_process`: sounds are heard in children, several at the same time, whose crash does
        no harm; the calling script then has to do its work below `if __name__ == "__main__":`. Raises LibraryError when
        another process has it open for writing.
        """
        profile = Profile.at(None if folder is None else Path(folder))
        with ExitStack() as opened:
            if not read_only:
                holder = Holder.acquire(profile)
                if holder is None:
                    raise LibraryError(_HELD)
                opened.callback(holder.close)
            earmark = Earmark(profile, writable=not read_only, in_process=in_process, embedder=embedder)
            self._earmark = opened.enter_context(earmark)
            if not read_only:
                earmark.indexer.start()
                earmark.keeper.start()
            self._opened = opened.pop_all()

    def __enter__(self) -> "SoundLibrary":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the library. May be called twice."""
        self._opened.close()

    @property
    def embedder_id(self) -> str:
        """Names the network and how it is run; embeddings of different ones are never compared."""
        return self._earmark.spec.embedder_id

    @property
    def tag_names(self) -> list[str]:
        """The names [t] of the tags of the active vocabularies, in the order of `score_tags`."""
        return [scored.tag.name for scored in self._tagger().tags]

    def add(self, *folders: str | Path) -> dict[str, Any]:
        """Add folders, hear and measure what is new in the library and wait for it; how many `sounds` were `embedded`,
        were `unchanged`, and which are `unreadable`. Raises LibraryError where it was opened to be read only.
        """
        if not self._earmark.library.writable:
            raise LibraryError(_READ_ONLY)
        request = {"job": "index", "folders": [str(Path(folder).absolute()) for folder in folders]}
        reply = run_job(self._earmark, request)
        if "error" in reply:
            raise JobError(reply["error"])
        report: dict[str, Any] = reply["result"]
        return report

    def embeddings(self) -> tuple[list[Path], Vectors]:
        """The files [n] of all present sounds that were heard, and their embeddings [n, d]."""
        snapshot = self._earmark.embedded.snapshot()
        chosen = snapshot.present & (snapshot.rows >= 0)
        paths = self._earmark.library.sounds.paths_of(snapshot.sound_ids[chosen].tolist())
        return paths, snapshot.matrix[snapshot.rows[chosen]]

    def embed_files(self, paths: Sequence[str | Path]) -> Vectors:
        """The embeddings [n, d] of sound files from anywhere, which are not added to the library.

        One that cannot be embedded ends it with an UnreadableSoundError or a SilentSoundError that names it.
        """
        return self._rows([self._hear(Path(path).absolute()) for path in paths])

    def embed_samples(self, sounds: Sequence[Samples]) -> Vectors:
        """The embeddings [n, d] of mono float32 sounds at 48 kHz, each of shape [samples]."""
        return self._earmark.worker.embed_samples(sounds)

    def embed_texts(self, texts: Sequence[str]) -> Vectors:
        """The embeddings [n, d] of English texts; the dot product with a sound's says how well it fits."""
        return self._earmark.worker.embed_text(texts)

    def search(self, text: str = "", *, like: Vectors | None = None, limit: int | None = None) -> Found:
        """Search as in the window, with all its filters, for sounds like an embedding [d], or both."""
        self._tagger()
        answer = self._earmark.searcher.search(parse_query(text), like=like, limit=limit)
        unknown: Vectors = np.full(len(answer.sound_ids), np.nan, dtype=np.float32)
        moments = answer.moments
        return Found(
            self._earmark.library.sounds.paths_of(answer.sound_ids.tolist()),
            unknown if answer.scores is None else answer.scores,
            unknown if moments is None else moments.starts.astype(np.float32),
            unknown if moments is None else moments.ends.astype(np.float32),
            answer.message,
        )

    def measured(self, paths: Sequence[str | Path]) -> list[Measured | None]:
        """What was measured of each of these files of the library: tempo, key, loudness and warnings, with the numbers
        behind them; None for one that is not in the library or was not measured yet.
        """
        sounds = [self._earmark.library.sounds.by_path(Path(path).absolute()) for path in paths]
        contents = [b"" if sound is None or sound.content_id is None else sound.content_id for sound in sounds]
        known = self._earmark.library.measured.of(contents)
        return [known.get(content) for content in contents]

    def score_tags(self, embeddings: Vectors) -> Vectors:
        """How well each tag fits, [n, t] from 0 to 1, for embeddings [n, d]; a tag applies from its threshold on."""
        return self._earmark.tagger.matrix_of(self._earmark.active_vocabularies()).scores(embeddings)

    def _hear(self, path: Path) -> Vectors:
        try:
            return self._earmark.worker.hear(path).vector
        except (UnreadableSoundError, SilentSoundError) as error:
            raise type(error)(f"{path}: {error}") from error  # it may be one of many

    def _tagger(self) -> Tagger:
        if not self._earmark.tagger.ready:
            self._earmark.load_tags()
        return self._earmark.tagger

    def _rows(self, vectors: Sequence[Vectors]) -> Vectors:
        dimension = self._earmark.spec.dimension
        return np.stack(vectors) if vectors else np.empty((0, dimension), dtype=np.float32)
