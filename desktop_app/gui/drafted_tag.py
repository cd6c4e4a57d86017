"""What the vocabulary editor asks about a tag that is being edited, and who answers: nothing here is for the GUI thread
but the question.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.tag import Tag, Vocabulary
from desktop_app.engine.tagging.preview import Preview
from desktop_app.engine.tagging.similar_tags import SimilarTag

if TYPE_CHECKING:
    from desktop_app.app import Earmark


@dataclass(frozen=True, slots=True)
class DraftedTag:
    """A tag as it is being edited, and what it stands among."""

    vocabulary: Vocabulary
    """As edited."""
    tag: Tag
    before: Tag | None
    """As saved; None for a new tag."""
    is_active: bool
    """Whether the vocabulary is used for tagging."""
    names: Mapping[str, str]
    """The names of all vocabularies by id."""


@dataclass(frozen=True, slots=True)
class TagEffect:
    """What saving the tag would do."""

    preview: Preview | None
    """None where it cannot be told."""
    problem: str = ""
    """Why it cannot: a sentence."""


def effect_of(drafted: DraftedTag, earmark: "Earmark") -> TagEffect:
    """Which sounds would gain and lose the tag. May wait for the network; raises EmbedderError and LibraryError."""
    return TagEffect(earmark.previewer.preview(drafted.vocabulary.vocabulary_id, drafted.before, drafted.tag))


def tags_like(drafted: DraftedTag, earmark: "Earmark") -> tuple[SimilarTag, ...]:
    """Which tags of the active vocabularies, and of its own as edited, repeat it. Raises as `effect_of`."""
    own = drafted.vocabulary
    tags: dict[str, list[Tag]] = {}
    for scored in earmark.tagger.tags:
        tags.setdefault(scored.vocabulary_id, []).append(scored.tag)
    others = [Vocabulary(i, drafted.names.get(i, i), "", tuple(tags[i])) for i in tags if i != own.vocabulary_id]
    return earmark.previewer.similar(drafted.tag, own.vocabulary_id, [own, *others])
