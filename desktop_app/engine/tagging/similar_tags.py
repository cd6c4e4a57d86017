"""Which other tags say the same as a tag that is being edited: by their names, or by what their prompts mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from desktop_app.core.scoring import prompts_of
from desktop_app.core.tag import Tag, Vocabulary, fold
from desktop_app.core.vector_index import Vectors, likeness
from desktop_app.engine.tagging.prompts import Prompts

ALIKE: Final = 0.88
"""Cosine of the means of two tags' prompts from which on they say nearly the same. Measured with the bundled embedder:
of the 597,819 pairs of tags of the four shipped vocabularies that share no name, 77 reach it. 75 of them lie across two
vocabularies and mean the same ("Dog" and "ANIMALS DOG", "Splash" and "WATER SPLASH"); within one there are "FIREWORKS"
and "FIREWORKS COMMERCIAL", "RAIN" and "RAIN WATER". Of 284 pairs of words that are easily mixed up and differ ("closed
hi-hat", "open hi-hat") none does; 0.8 would take those. When the 1,164 groups of synonyms that the embedder was trained
with are made two tags each, 0.14 do: it points out what is nearly repeated, not everything that is related."""

_MOST: Final = 3
"""Found tags that are told; a person can only follow one at a time."""


@dataclass(frozen=True, slots=True)
class SimilarTag:
    """A tag beside the one that is edited."""

    vocabulary_id: str
    vocabulary_name: str
    tag: Tag
    shared_name: str | None
    """The name or alias that both have, as the other one spells it; None where only their prompts are alike."""
    cosine: float
    """Of the prompts; 0 where those of one of the two were never read."""


def similar_tags(
    tag: Tag, vocabulary_id: str, vocabularies: Sequence[Vocabulary], prompts: Prompts
) -> tuple[SimilarTag, ...]:
    """The tags of these vocabularies that repeat `tag`, at most three: those of the same name first, then by cosine.

    Prompts of other tags that the network has never read are not read for this, so those tags are known by name only.
    Raises EmbedderError when `tag` has new prompts and the network cannot be loaded, and LibraryError.
    """
    own_key = (vocabulary_id, tag.tag_id)
    others = [(v, other) for v in vocabularies for other in v.tags if (v.vocabulary_id, other.tag_id) != own_key]
    cosines = _cosines(tag, [other for _, other in others], prompts)
    names = set(_names(tag))
    found = []
    for (vocabulary, other), cosine in zip(others, cosines, strict=True):
        shared = next((spelt for name, spelt in _names(other).items() if name in names), None)
        if shared is not None or cosine >= ALIKE:
            found.append(SimilarTag(vocabulary.vocabulary_id, vocabulary.name, other, shared, cosine))
    return tuple(sorted(found, key=lambda similar: (similar.shared_name is None, -similar.cosine))[:_MOST])


def _cosines(tag: Tag, others: Sequence[Tag], prompts: Prompts) -> list[float]:
    """Of each other tag's prompts to those of `tag`."""
    if not tag.prompts or not others:
        return [0.0] * len(others)
    known = prompts.known(prompts_of([Vocabulary("", "", "", tuple(others))]))
    own = np.mean([prompts.vector(text) for text in tag.prompts], axis=0)
    means = np.stack([_mean(other, known, len(own)) for other in others])
    cosines: list[float] = likeness(means, own).tolist()
    return cosines


def _mean(tag: Tag, known: Mapping[str, Vectors], dimension: int) -> Vectors:
    """[d] of a tag's prompts; zero, which is like nothing, when any of them is unknown."""
    if not tag.prompts or any(text not in known for text in tag.prompts):
        return np.zeros(dimension, dtype=np.float32)
    mean: Vectors = np.mean([known[text] for text in tag.prompts], axis=0)
    return mean


def _names(tag: Tag) -> dict[str, str]:
    """Folded names to how they are spelt."""
    return {fold(name): name for name in reversed((tag.name, *tag.aliases))}
