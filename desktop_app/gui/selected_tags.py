"""What the tag panel says of the selected sounds: one entry a tag, whoever gave it. Runs off the GUI thread."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from desktop_app.core.scoring import AppliedTag, TagSource
from desktop_app.core.verdict import Judgement
from desktop_app.engine.tagger import TagKey, TagScore

MOST_SOUNDS = 500
"""Sounds looked at for the entries of a large selection; what a person decides still goes to all of them."""

_STRONG = 0.77
"""A calibrated score one spread above the point where tags apply (see core/calibration.py)."""


@dataclass(frozen=True, slots=True)
class TagEntry:
    """A tag of the selected sounds."""

    key: TagKey
    name: str
    colour: str | None
    group: str | None
    source: TagSource
    """A person's only when it is so for every sound that has the tag."""
    rejected: bool
    score: float
    """Calibrated, 0..1; the mean over the sounds that have the tag."""
    count: int
    """How many of the sounds have it."""

    @property
    def chip(self) -> AppliedTag:
        """As the list paints it."""
        return AppliedTag(*self.key, self.name, self.score, self.source, self.colour, self.group)


class ScoresTags(Protocol):
    """What of a tagger the entries need."""

    def tags_of(self, sound_ids: Sequence[int]) -> dict[int, tuple[AppliedTag, ...]]:
        """Tags that apply."""

    def all_scores(self, sound_id: int) -> tuple[TagScore, ...]:
        """All tags."""


def band(score: float) -> str:
    """A calibrated score as a word: percentages would promise more than a network knows."""
    if score >= _STRONG:
        return "strong"
    return "likely" if score >= 0.5 else "weak"


def entries_of(tagger: ScoresTags, sound_ids: Sequence[int]) -> tuple[TagEntry, ...]:
    """The tags of the sounds: a person's first, then by how many sounds have them and by score; rejected ones last.

    Rejected tags are listed for a single sound only.
    """
    looked_at = sound_ids[:MOST_SOUNDS]
    found: dict[TagKey, list[AppliedTag]] = defaultdict(list)
    for tags in tagger.tags_of(looked_at).values():
        for tag in tags:
            found[tag.vocabulary_id, tag.tag_id].append(tag)
    entries = sorted(map(_entry, found.values()), key=_rank)
    return (*entries, *(_rejected(tagger, looked_at[0]) if len(looked_at) == 1 else ()))


def _entry(tags: Sequence[AppliedTag]) -> TagEntry:
    first = tags[0]
    sources = {tag.source for tag in tags}
    # One automatic among accepted ones still waits for a person's word.
    source = TagSource.AUTOMATIC if TagSource.AUTOMATIC in sources else min(sources)
    score = sum(tag.score for tag in tags) / len(tags)
    key = (first.vocabulary_id, first.tag_id)
    return TagEntry(key, first.name, first.colour, first.group, source, False, score, len(tags))


def _rank(entry: TagEntry) -> tuple[bool, int, float]:
    return entry.source is TagSource.AUTOMATIC, -entry.count, -entry.score


def _rejected(tagger: ScoresTags, sound_id: int) -> tuple[TagEntry, ...]:
    return tuple(
        TagEntry(
            score.scored.key,
            score.scored.tag.name,
            score.scored.tag.colour,
            score.scored.tag.group,
            TagSource.AUTOMATIC,
            True,
            score.score,
            0,
        )
        for score in tagger.all_scores(sound_id)
        if score.judgement is Judgement.REJECTED
    )
