"""What the tag panel says of the selected sounds: one entry a tag, whoever gave it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType

from desktop_app.core.scoring import AppliedTag, TagSource
from desktop_app.core.tag import Tag
from desktop_app.core.verdict import Judgement
from desktop_app.engine.tagging.applied_tags import TagInCommon
from desktop_app.engine.tagging.tag_table import TagKey


class Standing(StrEnum):
    """Who says what of a tag, for all selected sounds together."""

    PERSON = "person"
    """A person added it to every sound that has it."""
    ACCEPTED = "accepted"
    """A person stands behind it for every sound that has it; some have it by the network, too."""
    AUTOMATIC = "automatic"
    """The network gave it to at least one sound, and nobody has said a word on that yet."""
    REJECTED = "rejected"
    """No sound has it, and for some that is a person's word."""
    NONE = "none"
    """No sound has it, and nobody said so: it was taken back a moment ago."""


@dataclass(frozen=True, slots=True)
class TagEntry:
    """A tag of the selected sounds."""

    vocabulary_id: str
    tag: Tag
    score: float
    """Calibrated, 0..1; see `TagInCommon`."""
    automatic: int
    accepted: int
    added: int
    rejected: int
    """Sounds, each counted once."""
    sounds: int
    """How many are selected."""
    learned_from: int = 0
    """From how many of the person's decisions, on whatever sounds, the tag has learned."""

    @property
    def key(self) -> TagKey:
        """What names the tag for ever."""
        return self.vocabulary_id, self.tag.tag_id

    @property
    def name(self) -> str:
        """The tag's name."""
        return self.tag.name

    @property
    def count(self) -> int:
        """How many of the sounds have the tag."""
        return self.automatic + self.accepted + self.added

    @property
    def standing(self) -> Standing:
        """Who says what."""
        if self.automatic:
            return Standing.AUTOMATIC
        if self.accepted:
            return Standing.ACCEPTED
        if self.added:
            return Standing.PERSON
        return Standing.REJECTED if self.rejected else Standing.NONE

    @property
    def settled(self) -> bool:
        """Whether a person said of every sound that it has the tag."""
        return self.accepted + self.added == self.sounds

    @property
    def refused(self) -> bool:
        """Whether a person said of every sound that it has not."""
        return self.rejected == self.sounds

    @property
    def next_word(self) -> Judgement | None:
        """What pressing the tag's number says of all sounds: automatic, accepted, rejected, and round again; a tag that
        was added goes and comes.
        """
        if not self.settled:
            return None if self.refused else Judgement.ADDED
        return Judgement.REJECTED if self.accepted else None

    @property
    def chip(self) -> AppliedTag:
        """As the list paints it."""
        sources = {Standing.PERSON: TagSource.PERSON, Standing.ACCEPTED: TagSource.ACCEPTED}
        source = sources.get(self.standing, TagSource.AUTOMATIC)
        return AppliedTag(*self.key, self.name, self.score, source, self.tag.colour, self.tag.group)

    def emptied(self) -> "TagEntry":
        """The same tag when no sound has it any more."""
        return replace(self, automatic=0, accepted=0, added=0, rejected=0)


def entries_of(
    found: Sequence[TagInCommon], sounds: int, learned_from: Mapping[TagKey, int] = MappingProxyType({})
) -> tuple[TagEntry, ...]:
    """The tags of so many sounds: a person's first, then by how many have them and by score; rejected ones last.

    `learned_from`: from how many decisions tags have learned; those that are not in it, from none.
    """
    entries = (
        TagEntry(
            item.scored.vocabulary_id,
            item.scored.tag,
            item.score,
            item.automatic,
            item.accepted,
            item.added,
            item.rejected,
            sounds,
            learned_from.get(item.scored.key, 0),
        )
        for item in found
    )
    return tuple(sorted(entries, key=_rank))


def _rank(entry: TagEntry) -> tuple[bool, bool, int, float]:
    return not entry.count, entry.standing is Standing.AUTOMATIC, -entry.count, -entry.score


def in_places(entries: Sequence[TagEntry], shown: Sequence[TagEntry]) -> tuple[TagEntry, ...]:
    """The entries in the places of those that are shown already; a tag that nobody has any more stays, emptied, and new
    ones come last: rows must not move under the hands of a person who judges one after the other.
    """
    by_key = {entry.key: entry for entry in entries}
    kept = [by_key.pop(old.key, old.emptied()) for old in shown]
    return (*kept, *by_key.values())
