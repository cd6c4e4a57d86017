"""From scores and a person's words to the tags that sounds have: a word always wins over a score."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.scoring import AppliedTag, ScoredTag, TagSource
from desktop_app.core.vector_index import Vectors
from desktop_app.core.verdict import Judgement, Verdict
from desktop_app.engine.tagging.tag_table import TagKey, TagTable

Flags = NDArray[np.bool_]
Judgements = Mapping[TagKey, Judgement]
NONE_SAID: Judgements = {}


@dataclass(frozen=True, slots=True)
class TagInCommon:
    """One tag of an active vocabulary, as it stands for some sounds; each sound is counted once."""

    scored: ScoredTag
    score: float
    """Calibrated, 0..1; the mean over those of the first sounds that have the tag or were judged."""
    automatic: int
    """Sounds that have it by score alone."""
    accepted: int
    added: int
    rejected: int


def applied(table: TagTable, scores: Vectors, automatic: Flags, said: Judgements) -> tuple[AppliedTag, ...]:
    """The tags of one sound: those that apply by score [t], overruled by what was said."""
    sources = dict.fromkeys(np.flatnonzero(automatic).tolist(), TagSource.AUTOMATIC)
    for key, judgement in said.items():
        number = table.number_of.get(key)
        if number is None:
            continue
        if judgement is Judgement.REJECTED:
            sources.pop(number, None)
        else:
            sources[number] = TagSource.ACCEPTED if judgement is Judgement.ACCEPTED else TagSource.PERSON
    tags = [_as_applied(table.tags[number], float(scores[number]), source) for number, source in sources.items()]
    return tuple(sorted(tags, key=lambda tag: (tag.source is TagSource.AUTOMATIC, -tag.score)))


def in_common(
    table: TagTable, cells: Flags, scores: Vectors, said: Iterable[tuple[int, int, Judgement]]
) -> list[TagInCommon]:
    """The tags that any of k sounds has or was said to have or not to have, in the order of the table.

    From which tags apply by score [t, k], the scores [m, t] of the first m of the sounds, and what was said:
    (sound of 0..k, tag of 0..t, judgement).
    """
    automatic = np.count_nonzero(cells, axis=1)
    looked_at = len(scores)
    concerned = cells[:, :looked_at].T.copy()
    counts = {judgement: np.zeros(len(table.tags), dtype=np.int64) for judgement in Judgement}
    for sound, number, judgement in said:
        counts[judgement][number] += 1
        automatic[number] -= cells[number, sound]
        if sound < looked_at:
            concerned[sound, number] = True
    means = (scores * concerned).sum(axis=0) / np.maximum(concerned.sum(axis=0), 1)
    found = np.flatnonzero(automatic + sum(counts.values()))
    return [
        TagInCommon(
            table.tags[number],
            float(means[number]),
            int(automatic[number]),
            *(int(counts[each][number]) for each in (Judgement.ACCEPTED, Judgement.ADDED, Judgement.REJECTED)),
        )
        for number in found.tolist()
    ]


def has_tag(judgement: Judgement | None, *, automatic: bool) -> bool:
    """Whether a sound has a tag: a verdict always wins over a score."""
    return automatic if judgement is None else judgement is not Judgement.REJECTED


def by_content(verdicts: Iterable[Verdict]) -> dict[bytes, dict[TagKey, Judgement]]:
    """Verdicts by the content and the tag that they are on."""
    result: dict[bytes, dict[TagKey, Judgement]] = defaultdict(dict)
    for verdict in verdicts:
        result[verdict.content_id][verdict.vocabulary_id, verdict.tag_id] = verdict.judgement
    return dict(result)


def _as_applied(scored: ScoredTag, score: float, source: TagSource) -> AppliedTag:
    tag = scored.tag
    return AppliedTag(scored.vocabulary_id, tag.tag_id, tag.name, score, source, tag.colour, tag.group)
