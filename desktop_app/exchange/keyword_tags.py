"""Which tags the keywords of other programs are: those of the active vocabularies with such a name, and no others."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from desktop_app.core.said import Judged, SaidOfSound
from desktop_app.core.tag import Vocabulary, fold
from desktop_app.core.verdict import Judgement

_SEPARATORS: Final = re.compile(r"[,;|\t\n\r\v]")
_MOST_WORDS: Final = 6
"""Of a name of a tag that is looked for among keywords without anything between them."""


@dataclass(frozen=True, slots=True)
class Understood:
    """What lists say when their keywords are read as tags."""

    sounds: tuple[SaidOfSound, ...]
    words_left: dict[str, int]
    """Keywords that no active vocabulary has, with how often; nothing is made of them."""
    decisions: int = 0
    """How many keywords were taken for tags."""


def understand(listed: Sequence[SaidOfSound], vocabularies: Sequence[Vocabulary]) -> Understood:
    """Take keywords for tags that a person accepted, in every vocabulary that has the word as a name or an alias."""
    if not any(said.words for said in listed):
        return Understood(tuple(listed), {})
    tags = _tags_by_word(vocabularies)
    left: Counter[str] = Counter()
    sounds, decisions = [], 0
    for said in listed:
        judged = dict.fromkeys(said.judged)
        said_itself = len(judged)
        for cell in said.words:
            for word in _words_in(cell, tags):
                found = tags.get(fold(word), ())
                judged |= dict.fromkeys(Judged(*key, Judgement.ACCEPTED) for key in found)
                left.update(() if found else (word,))
        decisions += len(judged) - said_itself
        sounds.append(replace(said, judged=tuple(judged), words=()))
    return Understood(tuple(sounds), dict(left.most_common()), decisions)


def _tags_by_word(vocabularies: Sequence[Vocabulary]) -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for vocabulary in vocabularies:
        for tag in vocabulary.tags:
            for word in dict.fromkeys(map(fold, (tag.name, *tag.aliases))):
                found[word].append((vocabulary.vocabulary_id, tag.tag_id))
    return dict(found)


def _words_in(cell: str, tags: dict[str, list[tuple[str, str]]]) -> Iterator[str]:
    """The keywords of a cell; where nothing but spaces parts them, the longest runs that are tags, and single words."""
    parts = [part.strip() for part in _SEPARATORS.split(cell) if part.strip()]
    if len(parts) != 1:
        yield from parts
        return
    words = parts[0].split()
    if fold(parts[0]) in tags:
        words = parts
    while words:
        lengths = range(min(len(words), _MOST_WORDS), 1, -1)
        length = next((length for length in lengths if fold(" ".join(words[:length])) in tags), 1)
        yield " ".join(words[:length])
        del words[:length]
