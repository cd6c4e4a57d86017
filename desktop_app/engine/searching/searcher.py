"""Finds sounds: words and an example against all embeddings (exactly, without an approximate index), filters in SQL,
all in one question. Of long sounds, the windows answer too.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.blend import blend
from desktop_app.core.calibration import APPLIES, calibrate_standing
from desktop_app.core.mark_terms import Kind
from desktop_app.core.moment import Moments
from desktop_app.core.query import Query
from desktop_app.core.sound import SoundState
from desktop_app.core.vector_index import Vectors
from desktop_app.core.weights import EVEN, Weights
from desktop_app.engine.searching.duplicates import Duplicates
from desktop_app.engine.searching.embedded_library import EmbeddedLibrary, Snapshot, SoundIds
from desktop_app.engine.searching.moments import MomentIndex
from desktop_app.engine.searching.search_hints import SearchHints
from desktop_app.engine.searching.standings import Standings
from desktop_app.engine.searching.stretches import Best, Stretches, StretchIndex
from desktop_app.engine.tagging.prompts import Prompts
from desktop_app.engine.tagging.tag_overview import TagOverview
from desktop_app.engine.tagging.tagger import Tagger
from desktop_app.library.library import Library
from desktop_app.library.tables.sound_filter import SoundFilter


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """What was found."""

    sound_ids: SoundIds
    """[n], best first; in the library's order when nothing was ranked. Tags alone rank too, without scores: a tag's
    best examples come first.
    """
    scores: Vectors | None
    """[n] raw scores where one thing ranked (a text's dot product, an example's cosine), calibrated ones, 0..1, where
    several did; None when neither words nor an example ranked.
    """
    message: str = ""
    """A sentence that helps when little or nothing was found or understood."""
    calibrated: Vectors | None = None
    """[n] what `band_of` understands, 0..1; None when nothing ranked, or while the reference sounds are not at hand."""
    moments: Moments | None = None
    """The best moment of each long sound; None when neither words nor an example ranked."""


@dataclass(frozen=True, slots=True)
class _Ranking:
    """What puts sounds in order, per sound of a snapshot [n]."""

    order: Vectors
    scores: Vectors
    calibrated: Vectors | None
    moments: Moments
    by_words: bool
    """Nothing but words ranks."""


class Searcher:
    """Answers queries over the library. May be used on any thread."""

    def __init__(
        self, library: Library, embedded: EmbeddedLibrary, prompts: Prompts, tagger: Tagger, moments: MomentIndex
    ) -> None:
        self._library = library
        self._embedded = embedded
        self._stretches = StretchIndex(moments)
        self._prompts = prompts
        self._tagger = tagger
        self.duplicates = Duplicates(library, embedded)
        """Which sounds are the same recording."""
        self._standings = Standings(prompts, tagger.reference)
        self._hints = SearchHints(library, prompts, tagger)

    def search(
        self, query: Query, *, like: Vectors | None = None, weights: Weights = EVEN, limit: int | None = None
    ) -> SearchAnswer:
        """Present sounds for a query, an example embedding [d], or both; none for a query with a broken filter.

        Raises EmbedderError when words need a network that cannot be loaded, and LibraryError.
        """
        if query.broken:
            return SearchAnswer(np.empty(0, dtype=np.int64), None, " ".join(query.hints))
        snapshot = self._embedded.snapshot()
        wanted = _sound_filter(query)
        listed = None if wanted == SoundFilter() else self._library.sounds.ids(filter=wanted)
        # Only who asks for what is away finds it: elsewhere the library's tables say what is meant.
        reachable = snapshot.present if not _away(query) else np.ones_like(snapshot.present)
        ranks = bool(query.words) or like is not None
        without = self._without(query, snapshot, moments=ranks) if weights.without else {}
        allowed = reachable & self._allowed(query, without, snapshot)
        if listed is not None:
            allowed &= np.isin(snapshot.sound_ids, listed)
        if not ranks:
            in_order = self._library.sounds.ids(filter=wanted) if listed is None else listed
            chosen = self._by_tags(query, in_order[np.isin(in_order, snapshot.sound_ids[allowed])], snapshot)
            if Kind.DUPLICATE in query.wanted.kinds:
                chosen = self.duplicates.groups().with_copies(chosen)
            return SearchAnswer(_cut(chosen, limit), None, self._hints.of_query(query, snapshot, found=len(chosen)))
        return self._ranked(query, self._ranking(query, like, weights, without, snapshot), allowed, snapshot, limit)

    def in_tag_order(self, sound_ids: SoundIds, *, by_count: bool, descending: bool) -> SoundIds:
        """These sounds [k] by the name of the tag that is shown first, or by how many they have; equal ones as they
        stand, those without tags last.
        """
        snapshot = self._embedded.snapshot()
        found = self._tagger.overview(snapshot)
        if not len(snapshot.sound_ids):
            return sound_ids
        places = np.minimum(np.searchsorted(snapshot.sound_ids, sound_ids), len(snapshot.sound_ids) - 1)
        # Sounds that came after the snapshot have no tags yet.
        known = TagOverview(
            np.where(snapshot.sound_ids[places] == sound_ids, found.first[places], -1), found.counts[places]
        )
        names = [scored.tag.name for scored in self._tagger.tags]
        chosen: SoundIds = sound_ids[known.order(names, by_count=by_count, descending=descending)]
        return chosen

    def _ranked(
        self, query: Query, ranking: _Ranking, allowed: NDArray[np.bool_], snapshot: Snapshot, limit: int | None
    ) -> SearchAnswer:
        positions = np.flatnonzero(allowed & (snapshot.rows >= 0))
        ranked = positions[np.argsort(-ranking.order[positions], kind="stable")]
        calibrated = ranking.calibrated
        hints = [self._hints.of_query(query, snapshot, found=len(ranked))]
        if query.words and len(ranked):
            best = float(calibrated[ranked[0]]) if calibrated is not None and ranking.by_words else None
            hints += self._hints.of_words(query, best, _sound_filter(query), snapshot.sound_ids[ranked])
        message = " ".join(filter(None, hints))
        ranked = _cut(ranked, limit)
        bands = None if calibrated is None else calibrated[ranked]
        moments = Moments(ranking.moments.starts[ranked], ranking.moments.ends[ranked])
        return SearchAnswer(snapshot.sound_ids[ranked], ranking.scores[ranked], message, bands, moments)

    def _by_tags(self, query: Query, chosen: SoundIds, snapshot: Snapshot) -> SoundIds:
        """Sounds chosen without words: the best examples of the tags asked for first, else in the order given."""
        if not query.wanted.tags or not len(chosen):
            return chosen
        # Of several tags, a sound is as good an example as of the one that it is the worst example of.
        ranks = np.minimum.reduce([self._tagger.ranks(choice, snapshot) for choice in query.wanted.tags])
        # A snapshot's ids ascend.
        of_chosen = ranks[np.searchsorted(snapshot.sound_ids, chosen)]
        return chosen[np.argsort(-of_chosen, kind="stable")]

    def _ranking(
        self, query: Query, like: Vectors | None, weights: Weights, without: Mapping[str, Vectors], snapshot: Snapshot
    ) -> _Ranking:
        """Raw scores where words or an example rank alone, else a blend of how far each part stands above the usual."""
        if not without and (like is None or not query.words):
            return self._single(query.words, like, snapshot)
        stretches = self._stretches.of(snapshot)
        wanted = []
        if query.words:
            wanted.append((weights.words, self._stands(query.words, stretches)))
        if like is not None:
            wanted.append((weights.example, self._standings.of_example_scores(like, stretches.likeness(like))))
        best = stretches.best(blend(wanted, [(weights.without, stands) for stands in without.values()]))
        calibrated = snapshot.per_sound(calibrate_standing(best.values), np.float32(0))
        order = snapshot.per_sound(best.values, np.float32(-np.inf))
        return _Ranking(order, calibrated, calibrated, _moments(best, snapshot), like is None)

    def _single(self, words: str, like: Vectors | None, snapshot: Snapshot) -> _Ranking:
        stretches = self._stretches.of(snapshot)
        best = stretches.best(
            stretches.scores(self._prompts.meaning(words)) if like is None else stretches.likeness(like)
        )
        scores = snapshot.per_sound(best.values, np.float32(-np.inf))
        calibrated = None
        if self._tagger.ready:  # else measuring may wait for the reference sounds, and a search should not
            measure = self._standings
            stands = (
                measure.of_text_scores(words, best.values)
                if like is None
                else measure.of_example_scores(like, best.values)
            )
            calibrated = snapshot.per_sound(calibrate_standing(stands), np.float32(0))
        return _Ranking(scores, scores, calibrated, _moments(best, snapshot), like is None)

    def _without(self, query: Query, snapshot: Snapshot, *, moments: bool) -> dict[str, Vectors]:
        """How far every embedding [m] stands above the usual for each of the words to keep away from; with `moments`,
        and behind them, all windows too [m + n].
        """
        if not query.without:
            return {}
        if not moments:
            return {text: self._standings.of_text(text, snapshot.matrix) for text in query.without}
        stretches = self._stretches.of(snapshot)
        return {text: self._stands(text, stretches) for text in query.without}

    def _stands(self, text: str, stretches: Stretches) -> Vectors:
        return self._standings.of_text_scores(text, stretches.scores(self._prompts.meaning(text)))

    def _allowed(self, query: Query, without: Mapping[str, Vectors], snapshot: Snapshot) -> NDArray[np.bool_]:
        """Which sounds [n] pass what no table knows: tags, and words to keep away from."""
        allowed = np.ones(len(snapshot.sound_ids), dtype=np.bool_)
        for choice in query.wanted.tags:
            allowed &= np.logical_or.reduce([self._tagger.having(name, snapshot) for name in choice])
        for name in query.unwanted.tag_names:
            allowed &= ~self._tagger.having(name, snapshot)
        for stands in without.values():  # of sounds as wholes, by the same measure as a tag
            applies = calibrate_standing(stands[: len(snapshot.matrix)]) >= APPLIES
            allowed &= ~snapshot.per_sound(applies, np.False_)
        for kind, has in self._kinds(query, snapshot):
            allowed &= ~has if kind in query.unwanted.kinds else has
        return allowed

    def _kinds(self, query: Query, snapshot: Snapshot) -> Iterator[tuple[Kind, NDArray[np.bool_]]]:
        """For each kind that is asked for and that no table knows, which sounds [n] are of it."""
        asked = {*query.wanted.kinds, *query.unwanted.kinds}
        if Kind.UNTAGGED in asked:
            yield Kind.UNTAGGED, self._tagger.overview(snapshot).counts == 0
        if Kind.DUPLICATE in asked:
            present = snapshot.sound_ids[snapshot.present]
            yield Kind.DUPLICATE, np.isin(snapshot.sound_ids, self.duplicates.groups().with_copies(present))


def _moments(best: Best, snapshot: Snapshot) -> Moments:
    """When each sound of a snapshot [n] is at its best."""
    nowhere = np.float64(np.nan)
    return Moments(snapshot.per_sound(best.starts, nowhere), snapshot.per_sound(best.ends, nowhere))


def _away(query: Query) -> tuple[SoundState, ...]:
    """Which sounds are asked for that cannot be reached."""
    states = {Kind.MISSING: SoundState.MISSING, Kind.OFFLINE: SoundState.OFFLINE}
    return tuple(state for kind, state in states.items() if kind in query.wanted.kinds)


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
        ratings=query.ratings,
        kinds=query.wanted.kinds,
        collections=query.wanted.collections,
        notes=query.wanted.notes,
        measured=query.wanted.measured,
        texts=query.wanted.texts,
        states=_away(query) or (SoundState.PRESENT,),
        unwanted=replace(query.unwanted, tags=()),
    )


def _cut(values: SoundIds, limit: int | None) -> SoundIds:
    return values if limit is None else values[:limit]
