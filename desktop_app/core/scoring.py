"""Scores tags against sounds: everything a tag is, as one vector, and everything a person said, on top."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.calibration import Background, calibrate, measure_background, standing
from desktop_app.core.head import line_of
from desktop_app.core.learning import LearnedTag
from desktop_app.core.tag import Tag, Vocabulary
from desktop_app.core.vector_index import Vectors

COUNTER_WEIGHT = np.float32(0.25)
"""How much a tag's counter-prompts take away from its prompts. By `packaging/starter_model/thresholds.py`, at 3 spreads
the shipped tags find 0.34 of what they should with a precision of 0.69; with 0.5 0.33, with 0 0.35 but everyday tags
are less often right."""

_ROWS_AT_ONCE = 16_384
"""Sounds scored in one matrix product: keeps the scores of a large library from being in memory at once."""


class TagSource(StrEnum):
    """Who put a tag on a sound; an automatic tag and a person's never look alike."""

    AUTOMATIC = "automatic"
    ACCEPTED = "accepted"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class AppliedTag:
    """A tag that a sound has."""

    vocabulary_id: str
    tag_id: str
    name: str
    score: float
    """Calibrated, 0..1."""
    source: TagSource
    colour: str | None = None
    group: str | None = None


@dataclass(frozen=True, slots=True)
class ScoredTag:
    """A tag of an active vocabulary."""

    vocabulary_id: str
    tag: Tag

    @property
    def key(self) -> tuple[str, str]:
        """What names the tag for ever: (vocabulary id, tag id)."""
        return self.vocabulary_id, self.tag.tag_id


@dataclass(frozen=True, slots=True)
class TagMatrix:
    """The tags of all active vocabularies, ready to be multiplied with embeddings."""

    tags: tuple[ScoredTag, ...]
    vectors: Vectors
    """[t, d]"""
    background: Background

    @property
    def thresholds(self) -> Vectors:
        """[t], calibrated score from which each tag applies."""
        return np.array([scored.tag.threshold for scored in self.tags], dtype=np.float32)

    def scores(self, embeddings: Vectors) -> Vectors:
        """Calibrated scores [n, t] of embeddings [n, d]."""
        return calibrate(embeddings @ self.vectors.T, self.background)

    def standings(self, embeddings: Vectors) -> Vectors:
        """Spreads above what is usual for each tag, [n, t], of embeddings [n, d]."""
        return standing(embeddings @ self.vectors.T, self.background)

    def part(self, numbers: Sequence[int]) -> "TagMatrix":
        """Some of the tags."""
        chosen = list(numbers)
        background = Background(self.background.usual[chosen], self.background.spread[chosen])
        return TagMatrix(tuple(self.tags[number] for number in chosen), self.vectors[chosen], background)

    def with_learned(self, learned: Mapping[int, LearnedTag]) -> "TagMatrix":
        """The same with what some of the tags, by their number, have learned in place of what their prompts made."""
        numbers = list(learned)
        if not numbers:
            return self
        vectors, usual = self.vectors.copy(), self.background.usual.copy()
        vectors[numbers] = [tag.vector for tag in learned.values()]
        usual[numbers] = [tag.usual for tag in learned.values()]
        return replace(self, vectors=vectors, background=replace(self.background, usual=usual))

    def applies(self, embeddings: Vectors) -> NDArray[np.bool_]:
        """Which tags apply to which sounds, [n, t]; computed in chunks, so it takes one byte a cell and not more."""
        result = np.zeros((len(embeddings), len(self.tags)), dtype=np.bool_)
        thresholds = self.thresholds
        for start in range(0, len(embeddings), _ROWS_AT_ONCE):
            rows = slice(start, start + _ROWS_AT_ONCE)
            result[rows] = self.scores(embeddings[rows]) >= thresholds
        return result


def prompts_of(vocabularies: Sequence[Vocabulary]) -> list[str]:
    """Every prompt and counter-prompt by which tags are recognised, once, in a stable order; a trained tag has none."""
    tags = [tag for vocabulary in vocabularies for tag in vocabulary.tags if tag.head is None]
    return list(dict.fromkeys(text for tag in tags for text in (*tag.prompts, *tag.counter_prompts)))


def build_tag_matrix(
    vocabularies: Sequence[Vocabulary], prompts: Mapping[str, Vectors], reference: Vectors, embedder_id: str = ""
) -> TagMatrix:
    """Vectors and backgrounds of all tags, from prompt embeddings [d] by text and reference embeddings [r, d].

    A tag's vector is the mean of its prompts less `COUNTER_WEIGHT` times the mean of its counter-prompts, so its score
    stays one dot product and re-tagging a library stays one matrix product. A tag that was trained is the line that it
    was trained to be, if that was on embeddings of this embedder; else it applies to nothing.
    """
    scored = tuple(ScoredTag(v.vocabulary_id, tag) for v in vocabularies for tag in v.tags)
    vectors = np.zeros((len(scored), reference.shape[1]), dtype=np.float32)
    for row, item in enumerate(scored):
        if item.tag.head is None:
            vectors[row] = _prompted(item.tag, prompts)
    background = measure_background(reference, vectors)
    for row, item in enumerate(scored):
        if item.tag.head is not None:
            line = line_of(item.tag.head, embedder_id, reference.shape[1])
            vectors[row], background.usual[row], background.spread[row] = line.vector, line.usual, line.spread
    return TagMatrix(scored, vectors, background)


def _prompted(tag: Tag, prompts: Mapping[str, Vectors]) -> Vectors:
    """[d]"""
    vector: Vectors = np.mean([prompts[text] for text in tag.prompts], axis=0)
    if tag.counter_prompts:
        vector = vector - COUNTER_WEIGHT * np.mean([prompts[text] for text in tag.counter_prompts], axis=0)
    return vector
