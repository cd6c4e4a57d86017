"""Finds sounds: words against all embeddings (exactly, without an approximate index), filters in SQL, both in one
line.
"""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.calibration import APPLIES, PLAUSIBLE, calibrate, measure_background
from desktop_app.core.query import Query
from desktop_app.core.vector_index import Vectors, likeness
from desktop_app.engine.embedded_library import EmbeddedLibrary, Snapshot, SoundIds
from desktop_app.engine.prompts import Prompts
from desktop_app.engine.tagger import Tagger
from desktop_app.library.library import Library
from desktop_app.library.sound_filter import SoundFilter

_LISTEN = "wait for the window to do so, or run “earmark index”"


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """What was found."""

    sound_ids: SoundIds
    """[n], best first; in the library's order when nothing was ranked. Tags alone rank too, without scores: a tag's
    best examples come first.
    """
    scores: Vectors | None
    """[n] raw scores (cosines for a search by example alone), or None when neither words nor an example ranked."""
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
        """Present sounds for a query, an example embedding [d], or both.

        Raises EmbedderError when words need a network that cannot be loaded, and LibraryError.
        """
        snapshot = self._embedded.snapshot()
        wanted = _sound_filter(query)
        listed = None if wanted == SoundFilter() else self._library.sounds.ids(filter=wanted)
        allowed = snapshot.present & self._allowed(query, snapshot)
        if listed is not None:
            allowed &= np.isin(snapshot.sound_ids, listed)
        if not query.words and like is None:
            in_order = self._library.sounds.ids(filter=wanted) if listed is None else listed
            chosen = self._by_tags(query, in_order[np.isin(in_order, snapshot.sound_ids[allowed])], snapshot)
            return SearchAnswer(_cut(chosen, limit), None, self._message(query, snapshot, len(chosen)))
        scores = self._scores(query, like, snapshot)
        positions = np.flatnonzero(allowed & (snapshot.rows >= 0))
        ranked = positions[np.argsort(-scores[positions], kind="stable")]
        hints = [self._message(query, snapshot, len(ranked))]
        if query.words and len(ranked):
            if like is None:
                hints.append(self._poor_fit(query.words, float(scores[ranked[0]])))
            hints.append(self._names_with(query.words, wanted, snapshot.sound_ids[ranked]))
        message = " ".join(filter(None, hints))
        ranked = _cut(ranked, limit)
        return SearchAnswer(snapshot.sound_ids[ranked], scores[ranked], message)

    def _by_tags(self, query: Query, chosen: SoundIds, snapshot: Snapshot) -> SoundIds:
        """Sounds chosen without words: the best examples of the tags asked for first, else in the order given."""
        if not query.wanted.tags or not len(chosen):
            return chosen
        # A snapshot's ids ascend.
        ranks = self._tagger.ranks(query.wanted.tags, snapshot)[np.searchsorted(snapshot.sound_ids, chosen)]
        return chosen[np.argsort(-ranks, kind="stable")]

    def _scores(self, query: Query, like: Vectors | None, snapshot: Snapshot) -> Vectors:
        """Score of every sound [n]: of words the dot product, of an example the cosine, of both the sum."""
        matrix = snapshot.matrix
        total = np.zeros(len(matrix), dtype=np.float32)
        if query.words:
            total += matrix @ self._prompts.vector(query.words)
        if like is not None:
            total += likeness(matrix, like)
        return snapshot.per_sound(total, np.float32(-np.inf))

    def _allowed(self, query: Query, snapshot: Snapshot) -> NDArray[np.bool_]:
        """Which sounds [n] pass what no table knows: tags, and words to keep away from."""
        allowed = np.ones(len(snapshot.sound_ids), dtype=np.bool_)
        if query.wanted.tags:
            allowed = np.logical_or.reduce([self._tagger.having(name, snapshot) for name in query.wanted.tags])
        for name in query.unwanted.tags:
            allowed &= ~self._tagger.having(name, snapshot)
        for text in query.without:
            allowed &= ~self._sounds_like(text, snapshot)
        return allowed

    def _sounds_like(self, text: str, snapshot: Snapshot) -> NDArray[np.bool_]:
        """Which sounds [n] the text applies to, by the same measure as a tag."""
        applies = self._calibrated(text, snapshot.matrix @ self._prompts.vector(text)) >= APPLIES
        return snapshot.per_sound(applies, np.False_)

    def _calibrated(self, text: str, scores: Vectors) -> Vectors:
        """Raw scores [n] of a text as a tag's would be, 0..1."""
        background = measure_background(self._tagger.reference(), self._prompts.vector(text)[None])
        return calibrate(scores[:, None], background)[:, 0]

    def _poor_fit(self, words: str, best: float) -> str:
        """What to say when even the best raw score of words is less than one expects where something fits them."""
        if not self._tagger.ready:
            return ""  # measuring may have to wait for the reference sounds, which a search should not
        if self._calibrated(words, np.array([best], dtype=np.float32))[0] >= PLAUSIBLE:
            return ""
        foreign = 2 * sum(not character.isascii() for character in words) > len(words)
        english = " The network understands English." if foreign else ""
        return f"Nothing here fits these words well; the best guesses come first.{english}"

    def _names_with(self, words: str, wanted: SoundFilter, found: SoundIds) -> str:
        """What to say when the words stand literally in the names of files that were found."""
        named = self._library.sounds.ids(filter=replace(wanted, names=(*wanted.names, words)))
        number = int(np.count_nonzero(np.isin(named, found)))
        if not number:
            return ""
        start = "1 file name contains" if number == 1 else f"{number:,} file names contain"
        return f"{start} “{words}”: put it in quotes to see only {'that' if number == 1 else 'those'}."

    def _message(self, query: Query, snapshot: Snapshot, found: int) -> str:
        hints = list(query.hints)
        tags = (*query.wanted.tags, *query.unwanted.tags)
        if tags and not self._tagger.ready:
            hints.append("The tags are still being prepared: search again in a moment.")
        elif unknown := [name for name in tags if not self._tagger.knows(name)]:
            hints.extend(self._unknown_tag(name) for name in unknown)
        if not found and not hints:
            hints.append(_why_nothing(query, snapshot))
        return " ".join(dict.fromkeys(hints))

    def _unknown_tag(self, name: str) -> str:
        nearest = self._tagger.nearest_name(name)
        meant = "" if nearest is None else f" Did you mean “{nearest}”?"
        return f"No active vocabulary has a tag called “{name}”.{meant}"


def _why_nothing(query: Query, snapshot: Snapshot) -> str:
    if not len(snapshot.sound_ids):
        return "The library has no sounds yet: add a folder."
    if not snapshot.present.any():
        return "None of the library's sounds can be reached: plug in the drive they are on, or locate its folder."
    if (query.words or query.without) and not (snapshot.present & (snapshot.rows >= 0)).any():
        return f"No sound has been listened to with this embedder yet: {_LISTEN}."
    if query.filters:
        return "No sound passes all the filters: remove one of them."
    return f"The sounds that can be reached have not been listened to with this embedder yet: {_LISTEN}."


def _sound_filter(query: Query) -> SoundFilter:
    """The part of a query that the library's tables can answer."""
    return SoundFilter(
        folders=query.wanted.folders,
        within=query.within,
        names=query.wanted.names,
        literals=query.wanted.literals,
        formats=query.wanted.formats,
        shorter=query.shorter,
        longer=query.longer,
        unwanted=replace(query.unwanted, tags=()),
    )


def _cut(values: SoundIds, limit: int | None) -> SoundIds:
    return values if limit is None else values[:limit]
