"""A tag and a vocabulary as plain data, and how names are compared and turned into ids.

Ids are permanent: what a person said about a sound is stored under (content, vocabulary id, tag id), so a tag may be
renamed at will while its id stays.
"""

import unicodedata
from dataclasses import dataclass

from desktop_app.core.head import Head

LONGEST_ID = 64
"""Characters. An id is also a file name, and file names have limits."""

DEFAULT_THRESHOLD = 0.5
"""The calibrated score, 0..1, from which on a tag applies unless its own threshold says otherwise."""


@dataclass(frozen=True, slots=True)
class Tag:
    """One word for sounds, and the texts by which it is recognised."""

    tag_id: str
    """Permanent, unique within the vocabulary: lower-case letters, digits and hyphens."""
    name: str
    prompts: tuple[str, ...]
    """What such a sound would be called by whoever recorded it; at least one."""
    counter_prompts: tuple[str, ...] = ()
    """What it is easily taken for and is not."""
    aliases: tuple[str, ...] = ()
    """Other words by which a person may look for the tag."""
    colour: str | None = None
    """`#rrggbb`, lower case."""
    group: str | None = None
    threshold: float = DEFAULT_THRESHOLD
    """The calibrated score, 0..1, above which the tag applies."""
    cat_id: str | None = None
    """The CatID of the Universal Category System that fits the tag."""
    learns: bool = True
    """Whether what a person says of the tag makes it fit their library better, see `core/learning.py`."""
    head: Head | None = None
    """What labelled sounds made of it; it is then recognised by that, and by its prompts only understood."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """A list of tags under one name."""

    vocabulary_id: str
    name: str
    description: str
    tags: tuple[Tag, ...]

    @property
    def trained_for(self) -> str | None:
        """The embedder whose embeddings its tags were trained on; None where none was trained."""
        return next((tag.head.embedder_id for tag in self.tags if tag.head is not None), None)

    def tag(self, tag_id: str) -> Tag | None:
        """The tag of this id, or None (a deleted tag leaves its verdicts behind)."""
        return next((tag for tag in self.tags if tag.tag_id == tag_id), None)

    def find(self, name_or_alias: str) -> Tag | None:
        """The tag of this name or alias, upper and lower case being the same, or None."""
        wanted = fold(name_or_alias)
        return next((tag for tag in self.tags if wanted in map(fold, (tag.name, *tag.aliases))), None)


class VocabularyError(Exception):
    """A vocabulary cannot be read, saved or found.

    `source` names the file (or what was asked for), `line` counts from 1 and is None where no line is to blame,
    `reason` is the sentence. `str()` of the error is all three, ready to be shown.
    """

    def __init__(self, source: str, line: int | None, reason: str) -> None:
        super().__init__(source, line, reason)
        self.source = source
        self.line = line
        self.reason = reason

    @property
    def place(self) -> str:
        """Where it is wrong, without a word of what stands there; empty where no line is to blame."""
        return "" if self.line is None else f"{self.source}, line {self.line}"

    def __str__(self) -> str:
        return f"{self.place or self.source}: {self.reason}"


def fold(text: str) -> str:
    """The form in which two names are the same name: Unicode's compatible form, no case, single spaces."""
    compatible = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(compatible.split())


def slug(name: str) -> str:
    """The id that a name gives: letters and digits of any script in lower case, hyphens between. May be empty.

    >>> slug("Rain on a tin roof!")
    'rain-on-a-tin-roof'
    """
    kept = "".join(sign if unicodedata.category(sign)[0] in "LMN" else " " for sign in fold(name))
    return "-".join(kept.split())[:LONGEST_ID].strip("-")
