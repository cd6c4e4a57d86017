"""Which sounds the list shows: search line, chosen folder and order together. Runs off the GUI thread."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.example import Example
from desktop_app.core.mark_terms import Kind
from desktop_app.core.moment import Moments
from desktop_app.core.query import parse_query
from desktop_app.core.sound import SoundState
from desktop_app.core.weights import EVEN, Weights
from desktop_app.engine.processes.worker_errors import WorkerClosedError
from desktop_app.engine.searching.examples import ExampleError
from desktop_app.engine.searching.searcher import SearchAnswer
from desktop_app.gui.models.sound_cells import IN_FILES, Column
from desktop_app.library.library import Library
from desktop_app.library.tables.orders import SortColumn
from desktop_app.library.tables.sound_filter import SoundFilter
from desktop_app.open_profile.listening import Listening

T = TypeVar("T")

SORT_COLUMNS = {
    Column.NAME: SortColumn.NAME,
    Column.LENGTH: SortColumn.LENGTH,
    Column.FORMAT: SortColumn.FORMAT,
    Column.FOLDER: SortColumn.FOLDER,
    Column.RATING: SortColumn.RATING,
    Column.NOTE: SortColumn.NOTE,
    Column.CHANNELS: SortColumn.CHANNELS,
    Column.RATE: SortColumn.RATE,
    Column.MODIFIED: SortColumn.MODIFIED,
    Column.ADDED: SortColumn.ADDED,
    Column.TEMPO: SortColumn.TEMPO,
    Column.KEY: SortColumn.KEY,
    Column.KIND: SortColumn.KIND,
    Column.LOUDNESS: SortColumn.LOUDNESS,
    Column.TRUE_PEAK: SortColumn.PEAK,
    Column.WARNINGS: SortColumn.WARNINGS,
    Column.DESCRIPTION: SortColumn.DESCRIPTION,
    Column.CATEGORY: SortColumn.CATEGORY,
    Column.CATID: SortColumn.CATID,
    Column.ARTIST: SortColumn.ARTIST,
    Column.LIBRARY: SortColumn.LIBRARY,
}
"""Columns that the library can sort by; the score's order comes from the search itself."""
_MEASURED_COLUMNS = frozenset(
    {Column.TEMPO, Column.KEY, Column.KIND, Column.LOUDNESS, Column.TRUE_PEAK, Column.WARNINGS}
)
_TAG_COLUMNS = frozenset({Column.TAGS, Column.TAG_COUNT})


@dataclass(frozen=True, slots=True)
class Question:
    """All that decides which sounds are listed, and how."""

    text: str = ""
    within: tuple[Path, ...] = ()
    column: Column | None = None
    """None: by score when the search ranks, else in the library's order."""
    descending: bool = False
    like: Example | None = None
    """What the sounds are compared with; None: only words rank."""
    weights: Weights = EVEN
    """How much the example, the words and the words with a minus count."""

    @property
    def plain(self) -> bool:
        """Whether nothing is searched for: then missing and offline sounds are listed too."""
        return not self.text.strip() and self.like is None

    @property
    def measures(self) -> bool:
        """Whether it counts what was measured of the sounds: then the answer changes while they are measured."""
        query = parse_query(self.text)
        return self.column in _MEASURED_COLUMNS or bool(query.wanted.measured or query.unwanted.measured)

    @property
    def reads_files(self) -> bool:
        """Whether it counts what stands in files: then the answer changes while those are read."""
        query = parse_query(self.text)
        return self.column in IN_FILES or bool(query.wanted.texts or query.unwanted.texts)

    @property
    def compares(self) -> bool:
        """Whether the library's sounds must be compared with each other, which takes long the first time."""
        query = parse_query(self.text)
        return Kind.DUPLICATE in (*query.wanted.kinds, *query.unwanted.kinds)


class Searchable(Protocol):
    """What of an open profile a question needs."""

    @property
    def library(self) -> Library:
        """The sounds."""

    @property
    def listening(self) -> Listening:
        """What hears the sound to compare with, and ranks the others."""


def answer(question: Question, earmark: Searchable) -> SearchAnswer:
    """The sounds for a question. Takes up to seconds when words must be embedded first. Raises EmbedderError."""
    return by_one_embedder(earmark, lambda listening: _answer(question, earmark.library, listening))


def by_one_embedder(earmark: Searchable, work: Callable[[Listening], T]) -> T:
    """What comes of work with the embedder that serves; done again with the next one when that takes over meanwhile."""
    while True:
        listening = earmark.listening
        try:
            return work(listening)
        except WorkerClosedError:
            if listening is earmark.listening:
                raise


def _answer(question: Question, library: Library, listening: Listening) -> SearchAnswer:
    if question.plain:
        everywhere = SoundFilter(within=question.within, states=tuple(SoundState))
        return SearchAnswer(_all_in_order(question, library, listening, everywhere), None)
    found = _found(question, listening)
    if question.column is None or question.column is Column.SCORE:
        turned = question.column is Column.SCORE and not question.descending
        return _turned(found, np.arange(len(found.sound_ids))[::-1]) if turned and found.scores is not None else found
    return in_order(found, _all_in_order(question, library, listening, None))


def _all_in_order(
    question: Question, library: Library, listening: Listening, chosen: SoundFilter | None
) -> NDArray[np.int64]:
    """The sounds that pass the filter, in the order asked for; by path where that is one that only a search has."""
    column, descending = question.column, question.descending
    if column in _TAG_COLUMNS:
        ids = library.sounds.ids(filter=chosen)
        return listening.searcher.in_tag_order(ids, by_count=column is Column.TAG_COUNT, descending=descending)
    order = SORT_COLUMNS.get(column, SortColumn.PATH) if column is not None else SortColumn.PATH
    return library.sounds.ids(filter=chosen, order=order, descending=descending)


def _found(question: Question, listening: Listening) -> SearchAnswer:
    query = replace(parse_query(question.text), within=question.within)
    if question.like is None:
        return listening.searcher.search(query, weights=question.weights)
    try:
        vector = listening.examples.vector(question.like)
    except ExampleError as error:
        return _nothing(str(error))
    return listening.searcher.search(query, like=vector, weights=question.weights)


def _nothing(sentence: str) -> SearchAnswer:
    return SearchAnswer(np.empty(0, dtype=np.int64), None, sentence)


def in_order(found: SearchAnswer, ordered: NDArray[np.int64]) -> SearchAnswer:
    """What was found, in the order in which all ids [m] stand; what is not among them goes to the end."""
    place = np.argsort(ordered, kind="stable")
    positions = np.searchsorted(ordered, found.sound_ids, sorter=place)
    positions = place[np.minimum(positions, max(len(ordered) - 1, 0))] if len(ordered) else positions
    known = ordered[positions] == found.sound_ids if len(ordered) else np.zeros(len(found.sound_ids), dtype=np.bool_)
    ranks = np.where(known, positions, len(ordered))
    turn = np.argsort(ranks, kind="stable")
    return _turned(found, turn)


def _turned(found: SearchAnswer, turn: NDArray[np.int64]) -> SearchAnswer:
    """The same sounds in another order, each with what is known of it."""
    return replace(
        found,
        sound_ids=found.sound_ids[turn],
        scores=None if found.scores is None else found.scores[turn],
        calibrated=None if found.calibrated is None else found.calibrated[turn],
        moments=None if found.moments is None else Moments(found.moments.starts[turn], found.moments.ends[turn]),
    )
