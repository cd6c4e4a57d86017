"""Why a sound was found: how far each part of the question stands out in it, and what matched in its name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache

import numpy as np

from desktop_app.core.bands import Band, band_of
from desktop_app.core.calibration import at_deviations, standing_of
from desktop_app.core.moment import Moment
from desktop_app.core.query import Query
from desktop_app.core.sound import Sound
from desktop_app.core.tag import fold
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.searching.embedded_library import EmbeddedLibrary, Snapshot
from desktop_app.engine.searching.standings import Standings
from desktop_app.engine.tagging.prompts import Prompts
from desktop_app.engine.tagging.tagger import Tagger, TagScore
from desktop_app.library.library import Library

_MOST_WORDS = 6
"""Words of a search that are looked at one by one; each is a text for the network the first time."""
_SAMPLE = 5_000
"""Sounds that this library's usual is taken from: gives the mean to a hundredth of a spread."""
_FEWEST = 20
"""A library of fewer sounds has no usual."""
_NEGLIGIBLE = 1e-6
_SHORTEST_NAMED = 3
"""Letters that a word must have to be looked for in a file's name."""


class ReasonKind(StrEnum):
    """What of the question a reason is about."""

    WORDS = "words"
    """All words together."""
    WORD = "word"
    """One of them by itself."""
    WITHOUT = "without"
    EXAMPLE = "example"
    TAG = "tag"
    TRAINED = "trained"
    """The tag, where labelled sounds made it what it is."""
    SAID = "said"
    """A person gave or accepted the tag."""
    NAME = "name"
    """The file's name contains it."""


@dataclass(frozen=True, slots=True)
class Reason:
    """One part of the answer to "why this sound?"."""

    kind: ReasonKind
    text: str
    """The words, the tag's name, or what is in the file's name; empty for the example."""
    spreads: float | None = None
    """How far above the usual of the reference sounds, in spreads; None where nothing is measured."""
    in_library: float | None = None
    """How far above the usual of this library, in spreads; None for a library too small to have a usual."""
    prompt: str = ""
    """Of a tag: the prompt that matched best."""
    moment: Moment | None = None
    """The stretch of a long sound that all reasons are about; None where the whole sound answers better. Only the first
    reason, of all words or the example, says it.
    """

    @property
    def band(self) -> Band | None:
        """The standing as a word."""
        return None if self.spreads is None else band_of(at_deviations(self.spreads))


class Explainer:
    """Explains one sound at a time. May be used on any thread but the window's: words may wait for the network."""

    def __init__(
        self, library: Library, embedded: EmbeddedLibrary, prompts: Prompts, tagger: Tagger, embedder_id: str
    ) -> None:
        self._library = library
        self._embedded = embedded
        self._prompts = prompts
        self._tagger = tagger
        self._embedder_id = embedder_id
        self._standings = Standings(prompts, tagger.reference)

    def explain(self, sound_id: int, query: Query, *, like: Vectors | None = None) -> tuple[Reason, ...]:
        """Reasons for one sound, the most general first; none for a sound that left the library.

        Raises EmbedderError and LibraryError.
        """
        sound = self._library.sounds.get(sound_id)
        if sound is None:
            return ()
        snapshot = self._embedded.snapshot()
        row = int(snapshot.rows_of([sound_id])[0])
        named = tuple(_named(sound, query))
        if row < 0:
            return (*self._tags(sound_id, query, None), *named)
        own, moment = self._best_stretch(sound, query, like, snapshot.matrix[row : row + 1])
        heard = np.concatenate([own, _sample(snapshot)])
        reasons = [*self._heard(query, like, heard), *self._tags(sound_id, query, heard), *named]
        if moment is not None:
            reasons[0] = replace(reasons[0], moment=moment)
        return tuple(reasons)

    def _best_stretch(
        self, sound: Sound, query: Query, like: Vectors | None, whole: Vectors
    ) -> tuple[Vectors, Moment | None]:
        """What answers the words and the example best: the whole sound [1, d], or a window of it [1, d] and when."""
        if sound.content_id is None or (not query.words and like is None):
            return whole, None
        windows = self._library.windows.of_content(self._embedder_id, sound.content_id)
        if windows is None:
            return whole, None
        stretches = np.concatenate([whole, windows.vectors])
        stands = np.zeros(len(stretches), dtype=np.float32)
        if query.words:
            stands += self._standings.of_text(query.words, stretches)
        if like is not None:
            stands += self._standings.of_example(like, stretches)
        best = int(stands.argmax())
        if not best:
            return whole, None
        start = windows.starts[best - 1]
        return stretches[best : best + 1], Moment(start, start + windows.seconds)

    def _heard(self, query: Query, like: Vectors | None, heard: Vectors) -> Iterator[Reason]:
        if like is not None:
            stands = self._standings.of_example(like, heard)
            yield Reason(ReasonKind.EXAMPLE, "", float(stands[0]), _above_the_rest(stands))
        if query.words:
            yield self._text(ReasonKind.WORDS, query.words, heard)
            words = telling_words(query.words)
            if len(words) > 1:
                yield from (self._text(ReasonKind.WORD, word, heard) for word in words[:_MOST_WORDS])
        yield from (self._text(ReasonKind.WITHOUT, text, heard) for text in query.without)

    def _text(self, kind: ReasonKind, text: str, heard: Vectors) -> Reason:
        stands = self._standings.of_text(text, heard)
        if not np.isfinite(stands[0]):
            return Reason(kind, text)
        return Reason(kind, text, float(stands[0]), _above_the_rest(stands))

    def _tags(self, sound_id: int, query: Query, heard: Vectors | None) -> Iterator[Reason]:
        asked = self._tagger.called(query.wanted.tag_names)
        for score in self._tagger.all_scores(sound_id) if asked else ():
            if score.scored.key in asked and score.applies:
                yield self._tag(score, heard)

    def _tag(self, score: TagScore, heard: Vectors | None) -> Reason:
        tag = score.scored.tag
        if score.judgement is not None or heard is None:
            return Reason(ReasonKind.SAID, tag.name)
        if tag.head is not None:
            return Reason(ReasonKind.TRAINED, tag.name, float(standing_of(np.array([score.score]))[0]))
        reasons = [self._text(ReasonKind.TAG, prompt, heard) for prompt in tag.prompts]
        best = max(reasons, key=lambda reason: -np.inf if reason.spreads is None else reason.spreads)
        return Reason(ReasonKind.TAG, tag.name, best.spreads, best.in_library, best.text)


def _sample(snapshot: Snapshot) -> Vectors:
    """Embeddings of sounds from all over the library, evenly."""
    rows = np.unique(snapshot.rows[snapshot.present & (snapshot.rows >= 0)])
    return snapshot.matrix[rows[:: max(1, len(rows) // _SAMPLE)]]


def _above_the_rest(stands: Vectors) -> float | None:
    """By how many spreads the first of these standings is above the mean of the others, a sample of the library."""
    others = stands[1:]
    if len(others) < _FEWEST or (spread := float(others.std())) < _NEGLIGIBLE:
        return None
    return float((stands[0] - others.mean()) / spread)


def telling_words(words: str) -> tuple[str, ...]:
    """The words that say something by themselves, each once, in order: "rain on a tin roof" -> rain, tin, roof."""
    found = (word.strip(".,;:!?()'") for word in words.split())
    return tuple(dict.fromkeys(word for word in found if word and word.casefold() not in _small_words()))


@cache
def _small_words() -> frozenset[str]:
    listed = "a an the of on in into at to from by for with without and or but is are like this that as it its very"
    return frozenset(listed.split())


def _named(sound: Sound, query: Query) -> Iterator[Reason]:
    """What of the question stands in the file's name: all that must, and words that happen to."""
    name = fold(sound.path.stem)
    asked = [*query.wanted.names, *query.wanted.literals]
    whole = query.words if " " in query.words and fold(query.words) in name else ""
    words = (whole,) if whole else telling_words(query.words)
    for text in dict.fromkeys((*asked, *words)):
        if text in asked or (len(text) >= _SHORTEST_NAMED and _begins_a_word(fold(text), name)):
            yield Reason(ReasonKind.NAME, text)


def _begins_a_word(text: str, name: str) -> bool:
    return re.search(rf"(?<![^\W\d_]){re.escape(text)}", name) is not None
