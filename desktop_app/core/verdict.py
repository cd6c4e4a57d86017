"""What a person said about a tag of a sound. Stored as fact; a verdict always wins over a score."""

from dataclasses import dataclass
from enum import StrEnum


class Judgement(StrEnum):
    """One of the three things a person can say of a tag."""

    ACCEPTED = "accepted"
    """The automatic tag is right."""
    REJECTED = "rejected"
    """The tag is wrong here, whatever its score."""
    ADDED = "added"
    """The tag belongs here although the network did not say so."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A judgement on one tag of one sound; keyed by what the audio is, so it survives moves, renames and new
    embedders.
    """

    content_id: bytes
    vocabulary_id: str
    tag_id: str
    judgement: Judgement
