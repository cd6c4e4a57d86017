"""Tries an embedder on sounds whose labels are known, with each way in which a label can be put into words."""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np

from desktop_app.core.calibration import measure_background, standing
from desktop_app.core.dictionary import Reading
from desktop_app.core.evaluation import (
    Confusion,
    Figures,
    Share,
    Truth,
    figures,
    mean_average_precision,
    paired_difference,
)
from desktop_app.core.published_figures import PROTOCOL_TEMPLATE
from desktop_app.core.tag import Tag, fold
from desktop_app.core.vector_index import Vectors

SENTENCE: Final = PROTOCOL_TEMPLATE
"""What the authors of CLAP wrote around the labels of ESC-50 (Wu et al., 2023, and the script in their repository)."""

OWN_PROMPTS: Final = "the vocabularies' prompts"
TOGETHER: Final = "all of these together"


@dataclass(frozen=True, slots=True)
class Template:
    """One way to put labels into words."""

    name: str
    """How it is called in reports; where each label has one text, that text with `{label}` in it."""
    prompts: tuple[tuple[str, ...], ...]
    """[l] the texts of each label; a label's vector is their mean."""


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of one template and one way to score."""

    template: Template
    as_tags: bool
    """Whether each label was measured against what is usual for it, as tags are; otherwise by the bare dot product, as
    is done in publications."""
    score: Callable[[Vectors], Vectors]
    """Embeddings [n, d] -> scores [n, l]."""
    figures: Figures
    probability: float = 1.0
    """How probable so large a difference to the best one is where both are equally good."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything that was tried, with the same sounds."""

    truth: Truth
    tried: tuple[Tried, ...]
    best: int
    """Which of them got most right; of several that did, the first."""
    mean_average_precision: Share
    """By the best."""
    confusions: tuple[tuple[Confusion, str], ...] = ()
    """By the best, which labels are taken for which others, most frequent first; and of the other's prompts the one
    that fits those sounds best."""

    def of(self, template: str, *, as_tags: bool) -> Tried | None:
        """What came of one template by its name."""
        return next((each for each in self.tried if each.template.name == template and each.as_tags == as_tags), None)


def templates(
    labels: Sequence[str], tags: Sequence[Tag], reading: Callable[[str], Reading | None] = lambda _: None
) -> tuple[Template, ...]:
    """The ways to put labels into words; `tags` are those of the vocabularies, whose prompts are one of them.

    A label that no tag is called uses there what its `reading` says that it means in English, else its own name.
    Hyphens count as blanks: “glass-breaking” is called like “glass breaking”, and “hi-hat” like “hi hat”.
    """
    bare = Template("{label}", tuple((label,) for label in labels))
    sentence = Template(SENTENCE, tuple((SENTENCE.format(label=label),) for label in labels))
    tags = [tag for tag in tags if tag.head is None]  # a trained tag is recognised by no prompts
    by_alias = {_called(alias): tag.prompts for tag in reversed(tags) for alias in tag.aliases}
    by_name = by_alias | {_called(tag.name): tag.prompts for tag in reversed(tags)}
    own = tuple(by_name.get(_called(label)) or _meant(label, reading) for label in labels)
    several = [bare, sentence]
    if own != bare.prompts:
        several.append(Template(OWN_PROMPTS, own))
    together = tuple(tuple(dict.fromkeys(text for texts in rows for text in texts)) for rows in _columns(several))
    return (*several, Template(TOGETHER, together))


def _called(name: str) -> str:
    return fold(name.replace("-", " "))


def _meant(label: str, reading: Callable[[str], Reading | None]) -> tuple[str, ...]:
    found = reading(label)
    return (label,) if found is None else found.texts


def evaluate(
    embeddings: Vectors,
    truth: Truth,
    ways: Sequence[Template],
    embed_texts: Callable[[Sequence[str]], Mapping[str, Vectors]],
    reference: Vectors,
) -> Evaluation:
    """Score embeddings [n, d] by each template, both as tags are and bare; `reference` [r, d]: sounds at large.

    Raises EmbedderError when the texts cannot be read.
    """
    texts = embed_texts(list(dict.fromkeys(text for way in ways for texts in way.prompts for text in texts)))
    tried = [
        Tried(way, as_tags, score, figures(score(embeddings), truth))
        for way in ways
        for as_tags in (True, False)
        for score in [_scoring(_vectors(way, texts), reference, as_tags=as_tags)]
    ]
    best = max(range(len(tried)), key=lambda index: (_merit(tried[index].figures, truth), -index))
    right = tried[best].figures.right
    compared = tuple(replace(each, probability=paired_difference(right, each.figures.right)) for each in tried)
    precision = mean_average_precision(compared[best].score(embeddings), truth)
    return Evaluation(truth, compared, best, precision, tuple(_blamed(embeddings, truth, compared[best], texts)))


def _blamed(
    embeddings: Vectors, truth: Truth, best: Tried, texts: Mapping[str, Vectors]
) -> Iterator[tuple[Confusion, str]]:
    alone = truth.holds.sum(axis=1) == 1
    for pair in best.figures.confusions(truth.labels):
        label, other = truth.labels.index(pair.label), truth.labels.index(pair.taken_for)
        confused = embeddings[alone & truth.holds[:, label] & (best.figures.first == other)]
        prompts = best.template.prompts[other]
        yield pair, max(prompts, key=lambda prompt: float((confused @ texts[prompt]).mean()))


def _merit(found: Figures, truth: Truth) -> float:
    """Accuracy where each sound has one label; where it may have several, mean average precision."""
    merit = found.accuracy.value if truth.is_single else found.mean_average_precision
    return -math.inf if math.isnan(merit) else merit


def _columns(several: Sequence[Template]) -> list[tuple[tuple[str, ...], ...]]:
    return list(zip(*(way.prompts for way in several), strict=True))


def _vectors(way: Template, texts: Mapping[str, Vectors]) -> Vectors:
    """[l, d]"""
    return np.stack([np.mean([texts[text] for text in prompts], axis=0) for prompts in way.prompts])


def _scoring(labels: Vectors, reference: Vectors, *, as_tags: bool) -> Callable[[Vectors], Vectors]:
    """How embeddings [n, d] are scored by labels [l, d]."""
    if as_tags:
        background = measure_background(reference, labels)
        return lambda embeddings: standing(embeddings @ labels.T, background)
    units = labels / np.maximum(np.linalg.norm(labels, axis=1, keepdims=True), np.float32(1e-12))
    return lambda embeddings: embeddings @ units.T
