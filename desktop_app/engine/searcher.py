"""Finds sounds: words against all embeddings (exactly, without an approximate index), filters in SQL, both in one
line.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.calibration import APPLIES, calibrate, measure_background
from desktop_app.core.query import Query
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.embedded_library import EmbeddedLibrary, Snapshot, SoundIds
from desktop_app.engine.prompts import Prompts
from desktop_app.engine.tagger import Tagger
from desktop_app.library.library import Library
from desktop_app.library.sound_filter import SoundFilter


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """What was found."""

    sound_ids: SoundIds
    """[n], best first; in the library's order when nothing was ranked."""
    scores: Vectors | None
    """[n] raw scores (cosines for a search by example alone), or None when nothing was ranked."""
    message: str = ""
    """A sentence that helps when little or nothing was found or understood."""


class Searcher:
    """Answers queries over the library. May be used on any thread."""

    def __init__(self, library: Library, embedded: EmbeddedLibrary, prompts: Prompts, tagger: Tagger) -> None:
        self._library = library
        self._embedded = embedded
        self._prompts = prompts
        self._tagger = tagger

    def search(self, query: Query, *, like: Vectors | None = None, limit: int | None = None) -> SearchAnswer:
        """Sounds for a query, an example embedding [d], or both. Raises EmbedderError when words need a network that
        cannot be loaded.
        """
        snapshot = self._embedded.snapshot()
        allowed = self._allowed(query, snapshot)
        if not query.words and like is None:
            chosen = snapshot.sound_ids[allowed]
            return SearchAnswer(_cut(chosen, limit), None, self._message(query, len(chosen)))
        scores = self._scores(query, like, snapshot)
        allowed &= snapshot.rows >= 0
        positions = np.flatnonzero(allowed)
        ranked = positions[np.argsort(-scores[positions], kind="stable")]
        message = self._message(query, len(ranked))
        ranked = _cut(ranked, limit)
        return SearchAnswer(snapshot.sound_ids[ranked], scores[ranked], message)

    def _scores(self, query: Query, like: Vectors | None, snapshot: Snapshot) -> Vectors:
        """Score of every sound [n]: words by dot product, the example by cosine; words to keep away from are
        subtracted.
        """
        matrix = snapshot.matrix
        total = np.zeros(len(matrix), dtype=np.float32)
        if query.words:
            total += matrix @ self._prompts.vector(query.words)
        if like is not None:
            lengths = np.sqrt(np.einsum("ij,ij->i", matrix, matrix)) * np.float32(np.linalg.norm(like))
            total += (matrix @ like) / np.maximum(lengths, np.float32(1e-12))
        for text in query.without:
            total -= np.maximum(matrix @ self._prompts.vector(text), 0) / len(query.without)
        return snapshot.per_sound(total, np.float32(-np.inf))

    def _allowed(self, query: Query, snapshot: Snapshot) -> NDArray[np.bool_]:
        """Which sounds [n] pass the filters."""
        wanted = SoundFilter(
            folders=query.wanted.folders,
            within=query.within,
            names=query.wanted.names,
            literals=query.wanted.literals,
            formats=query.wanted.formats,
            shorter=query.shorter,
            longer=query.longer,
            unwanted=query.unwanted,
        )
        allowed = np.isin(snapshot.sound_ids, self._library.sounds.ids(filter=wanted))
        if query.wanted.tags:
            tagged = np.concatenate([self._tagger.sounds_with(name) for name in query.wanted.tags])
            allowed &= np.isin(snapshot.sound_ids, tagged)
        for name in query.unwanted.tags:
            allowed &= ~np.isin(snapshot.sound_ids, self._tagger.sounds_with(name))
        for text in query.without:
            allowed &= ~self._sounds_like(text, snapshot)
        return allowed

    def _sounds_like(self, text: str, snapshot: Snapshot) -> NDArray[np.bool_]:
        """Which sounds [n] the text applies to, by the same measure as a tag."""
        vector = self._prompts.vector(text)[None]
        background = measure_background(self._tagger.reference(), vector)
        applies = calibrate(snapshot.matrix @ vector.T, background)[:, 0] >= APPLIES
        return snapshot.per_sound(applies, np.False_)

    def _message(self, query: Query, found: int) -> str:
        unknown = [name for name in (*query.wanted.tags, *query.unwanted.tags) if not self._tagger.knows(name)]
        hints = [*query.hints, *(f"No active vocabulary has a tag called “{name}”." for name in unknown)]
        if not found and not hints:
            hints.append(self._why_nothing(query))
        return " ".join(hints)

    def _why_nothing(self, query: Query) -> str:
        if not len(self._library.sounds.ids(filter=SoundFilter())):
            return "The library has no sounds yet: add a folder."
        if query.filters:
            return "No sound passes all the filters: remove one of them."
        return "No sound has been listened to yet: wait until indexing has begun."


def _cut(values: SoundIds, limit: int | None) -> SoundIds:
    return values if limit is None else values[:limit]
