"""Evaluates tags on what a person said of them: an accepted tag is right for its sound, a rejected one is wrong.

Each tag is tried by its prompts alone, and with what it learned, on sounds that it did not learn from. The sounds are
those that were shown to the person, so the figures say how well the tags do on these, and not on all of the library.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from desktop_app.core.calibration import measure_background, standing_of
from desktop_app.core.evaluation import Confusion, Flags, Share, paired_difference, share
from desktop_app.core.learning import Surroundings, surroundings_of
from desktop_app.core.scoring import ScoredTag, TagMatrix
from desktop_app.core.tag import Vocabulary
from desktop_app.core.vector_index import Vectors
from desktop_app.core.verdict_figures import (
    Decisions,
    TriedTag,
    VerdictFigures,
    decide,
    together,
    try_tag,
    verdict_figures,
)
from desktop_app.engine.evaluation.evaluating import OWN_PROMPTS, SENTENCE, TOGETHER
from desktop_app.engine.evaluation.judged_sounds import Said, judged_sounds
from desktop_app.engine.searching.embedded_library import Snapshot
from desktop_app.engine.tagging.tagger import Tagger
from desktop_app.library.library import Library

_NEGLIGIBLE: Final = np.float32(1e-12)


class NoVerdictsError(Exception):
    """There are too few verdicts to evaluate; the message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class JudgedTag:
    """A tag and what came of it."""

    scored: ScoredTag
    tried: TriedTag
    said: Said
    by_prompts: VerdictFigures
    """Without what it learned; a tag that was trained with labelled sounds is as it was trained."""
    as_it_is: VerdictFigures
    """With what it learned, on sounds that it did not learn from; where it does not learn, as without that."""

    @property
    def is_trained(self) -> bool:
        """Whether it is recognised by what labelled sounds made of it, and by no prompts."""
        return self.scored.tag.head is not None


@dataclass(frozen=True, slots=True)
class Overall:
    """All tags together."""

    figures: VerdictFigures
    agreed: Share
    """Of all verdicts, those that the tags come to by themselves."""


@dataclass(frozen=True, slots=True)
class Wording:
    """What comes of the same verdicts when tags are put into other words, without learning."""

    name: str
    overall: Overall
    probability: float
    """How probable so large a difference to the best is where both are equally good."""


@dataclass(frozen=True, slots=True)
class VerdictEvaluation:
    """Everything that verdicts say of the tags of some vocabularies."""

    tags: tuple[JudgedTag, ...]
    too_few: tuple[tuple[ScoredTag, Said], ...]
    """Tags that were judged too seldom to be tried."""
    unheard: int
    """Verdicts on sounds that the library does not have any more, or has not heard."""
    by_prompts: Overall
    as_they_are: Overall
    probability: float
    """How probable so large a difference between the two is where learning changes nothing."""
    wordings: tuple[Wording, ...]
    """Of the tags that are recognised by prompts; none where all were trained."""
    best_wording: int
    confusions: tuple[tuple[Confusion, str], ...]
    """Tags that were accepted on sounds that another was wrongly put on, and that one's prompt that fits best; empty
    where that one was trained.
    """

    @property
    def sounds(self) -> int:
        """How many sounds were judged."""
        return len({row for tag in self.tags for row in tag.said.rows.tolist()})


def evaluate_verdicts(
    library: Library, snapshot: Snapshot, tagger: Tagger, vocabularies: Sequence[Vocabulary]
) -> VerdictEvaluation:
    """Try the tags of vocabularies on all that was said of them.

    Raises NoVerdictsError when no tag can be tried, EmbedderError and LibraryError.
    """
    matrix, reference = tagger.matrix_of(vocabularies), tagger.reference()
    judged = judged_sounds(library, snapshot, [scored.key for scored in matrix.tags])
    around = surroundings_of(reference)
    in_words, tags, too_few = [], [], []
    for number, scored in enumerate(matrix.tags):
        if (said := judged.said.get(scored.key)) is None:
            continue
        tag = _tried(matrix.part([number]), said, snapshot.matrix, around)
        if tag is None:
            too_few.append((scored, said))
        else:
            tags.append(tag)
            if not tag.is_trained:
                in_words.append((number, tag))
    if not tags:
        raise NoVerdictsError(_too_little_said(len(too_few)))
    by_prompts, agreed_before = _overall([(tag.tried.prompted, tag.tried.right) for tag in tags])
    as_they_are, agreed_after = _overall([(tag.tried.learned, tag.tried.right) for tag in tags])
    part = matrix.part([number for number, _ in in_words])
    wordings, best = _wordings(part, [tag for _, tag in in_words], snapshot.matrix, tagger, reference)
    return VerdictEvaluation(
        tuple(tags),
        tuple(too_few),
        judged.unheard,
        by_prompts,
        as_they_are,
        paired_difference(agreed_before, agreed_after),
        tuple(wordings),
        best,
        tuple(_confusions(tags, snapshot.matrix, tagger)),
    )


def most_wrong(evaluation: VerdictEvaluation, most: int) -> Iterator[tuple[JudgedTag, int, float]]:
    """The verdicts that tags, as they are, contradict most surely: the tag, which of its verdicts, and by how many
    spreads it is beyond its threshold.
    """
    found = []
    for tag in evaluation.tags:
        decisions, limit = tag.tried.learned, standing_of(np.array([tag.scored.tag.threshold]))[0]
        for place in np.flatnonzero(decisions.applies != tag.tried.right).tolist():
            found.append((tag, place, abs(float(decisions.standings[place] - limit))))
    yield from sorted(found, key=lambda each: -each[2])[:most]


def _tried(single: TagMatrix, said: Said, embeddings: Vectors, around: Surroundings) -> JudgedTag | None:
    """One tag; None where too few sounds were judged."""
    scored = single.tags[0]
    tried = try_tag(
        single.vectors[0],
        float(single.background.usual[0]),
        float(single.background.spread[0]),
        scored.tag.threshold,
        around,
        embeddings[said.rows],
        said.right,
        learns=scored.tag.learns,
    )
    if tried is None:
        return None
    by_prompts, as_it_is = (verdict_figures(each, said.right) for each in (tried.prompted, tried.learned))
    return JudgedTag(scored, tried, said, by_prompts, as_it_is)


def _overall(tags: Sequence[tuple[Decisions, Flags]]) -> tuple[Overall, Flags]:
    found, agreed = together(tags)
    return Overall(found, share(int(agreed.sum()), len(agreed))), agreed


def _wordings(
    matrix: TagMatrix, tags: Sequence[JudgedTag], embeddings: Vectors, tagger: Tagger, reference: Vectors
) -> tuple[list[Wording], int]:
    """What comes of each way to put the tags [t] of the matrix into words, and which of them is the best."""
    if not tags:
        return [], 0
    tried = []
    for name, vectors in _ways(matrix, tagger):
        background = measure_background(reference, vectors)
        decisions = []
        for number, tag in enumerate(tags):
            raw = embeddings[tag.said.rows] @ vectors[number] - background.usual[number]
            standings = (raw / np.maximum(background.spread[number], _NEGLIGIBLE)).astype(np.float32)
            decisions.append((decide(standings, tag.scored.tag.threshold), tag.said.right))
        tried.append((name, *_overall(decisions)))
    best = max(range(len(tried)), key=lambda number: (tried[number][1].figures.average_precision, -number))
    agreed_best = tried[best][2]
    return [Wording(name, overall, paired_difference(agreed_best, agreed)) for name, overall, agreed in tried], best


def _ways(matrix: TagMatrix, tagger: Tagger) -> list[tuple[str, Vectors]]:
    """Ways to put tags into words, each with the tags' vectors [t, d]."""
    names = [scored.tag.name.lower() for scored in matrix.tags]
    sentences = [SENTENCE.format(label=name) for name in names]
    texts = tagger.prompts([*names, *sentences])
    found = [
        ("{label}", np.stack([texts[name] for name in names])),
        (SENTENCE, np.stack([texts[sentence] for sentence in sentences])),
        (OWN_PROMPTS, matrix.vectors),
    ]
    return [*found, (TOGETHER, np.mean([vectors for _, vectors in found], axis=0, dtype=np.float32))]


def _confusions(tags: Sequence[JudgedTag], embeddings: Vectors, tagger: Tagger) -> Iterator[tuple[Confusion, str]]:
    """Most frequent first."""
    right_of: dict[int, list[str]] = defaultdict(list)
    for tag in tags:
        for row in tag.said.rows[tag.said.right].tolist():
            right_of[row].append(tag.scored.tag.name)
    rows_of: dict[tuple[str, int], list[int]] = defaultdict(list)
    for number, tag in enumerate(tags):
        for row in tag.said.rows[tag.tried.learned.applies & ~tag.said.right].tolist():
            for name in right_of[row]:
                rows_of[name, number].append(row)
    for (name, number), rows in sorted(rows_of.items(), key=lambda each: (-len(each[1]), each[0])):
        taken_for = tags[number].scored.tag
        texts = {} if tags[number].is_trained else tagger.prompts(taken_for.prompts)
        blamed = max(texts, key=lambda text: float((embeddings[rows] @ texts[text]).mean()), default="")
        yield Confusion(name, taken_for.name, len(rows)), blamed


def _too_little_said(tags: int) -> str:
    said = "Nothing was said of these tags yet" if not tags else f"Too little was said of {tags:,} tags so far"
    return (
        f"{said}: a tag counts once it was accepted on three different sounds and rejected on three. Review, in the "
        "window, asks about those that help most."
    )
