"""Which CatIDs a sound may be filed under, by all that is known of it: what a person said, what its file says, words
and the sound itself.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

import numpy as np

from desktop_app.app import Earmark
from desktop_app.core.cat_ids import DOUBTFUL_BELOW, OFFERED, CatIdRanking, read_synonyms
from desktop_app.core.metadata import Field, Metadata
from desktop_app.core.scoring import TagMatrix
from desktop_app.core.sound import Sound
from desktop_app.core.tag import Tag, Vocabulary
from desktop_app.core.ucs_name import Category, parse_ucs_name
from desktop_app.core.vector_index import Vectors
from desktop_app.core.verdict import Judgement
from desktop_app.paths import resources

VOCABULARY = "ucs"
_WORDS_OF = (Field.FX_NAME, Field.TITLE, Field.DESCRIPTION, Field.KEYWORDS, Field.CATEGORY, Field.SUBCATEGORY)
_SYNONYMS = "ucs_synonyms.tsv"


_RANKED = 10 * OFFERED
"""CatIDs that are looked at; people do not reject as many."""


class Reason(StrEnum):
    """By what a CatID is offered; the earlier ones are surer."""

    PERSON = "yours"
    """Its tag was given or accepted."""
    FILE = "file"
    """It stands in the file, or its name begins with it."""
    WORDS = "words"
    """The words of its name and description leave little doubt."""
    SOUND = "sound"


@dataclass(frozen=True, slots=True)
class OfferedCatId:
    """A CatID that is offered for a sound."""

    category: Category
    reason: Reason
    score: float
    """How probable it is by words and sound alone, 0..1."""
    told: bool = False
    """Whether a person gave or accepted its very tag, and not only one of another vocabulary that stands for it."""

    @property
    def is_doubtful(self) -> bool:
        """Whether only what is heard speaks for it, and that not clearly."""
        return self.reason is Reason.SOUND and self.score < DOUBTFUL_BELOW


@dataclass(frozen=True, slots=True)
class KnownSound:
    """What is known of a sound when a CatID is looked for."""

    path: Path
    content_id: bytes | None
    embedding: Vectors | None
    """[d]; None for a sound that was not heard."""
    metadata: Metadata = field(default_factory=Metadata)


@dataclass(frozen=True, slots=True)
class _Said:
    """What a person said of a sound, as CatIDs."""

    right: set[str] = field(default_factory=set)
    """Tags of the system that were given or accepted."""
    meant: set[str] = field(default_factory=set)
    """The same of other vocabularies, whose tags may be wider or narrower."""
    wrong: set[str] = field(default_factory=set)
    """Tags of the system that were rejected."""

    def take(self, cat_id: str, *, of_system: bool, has: bool) -> None:
        """Take over a verdict; that a wider tag does not fit says nothing."""
        if of_system:
            (self.right if has else self.wrong).add(cat_id)
        elif has:
            self.meant.add(cat_id)


@lru_cache(maxsize=1)
def _ranking_of(tags: tuple[Tag, ...], synonyms: str) -> CatIdRanking:
    """The same for everyone who offers; to go through all words of all CatIDs takes a sixth of a second."""
    return CatIdRanking(tags, read_synonyms(synonyms))


class CatIdChoice:
    """Offers CatIDs. May be used on any thread."""

    def __init__(self, earmark: Earmark) -> None:
        """Raises OSError, and VocabularyError for a damaged installation."""
        self._earmark = earmark
        self._vocabulary: Vocabulary = earmark.vocabularies.load(VOCABULARY)
        synonyms = (resources() / "vocabularies" / _SYNONYMS).read_text(encoding="utf-8")
        self._ranking = _ranking_of(self._vocabulary.tags, synonyms)
        self._categories = {category.cat_id.casefold(): category for category in self._ranking.categories}
        vocabularies = [*earmark.active_vocabularies(), self._vocabulary]
        self._matrix: Callable[[], TagMatrix | None] = lambda: earmark.tagger.matrix
        self._cat_id_of = {
            (vocabulary.vocabulary_id, tag.tag_id): tag.cat_id
            for vocabulary in vocabularies
            for tag in vocabulary.tags
            if tag.cat_id and tag.cat_id.casefold() in self._categories
        }

    def load(self) -> None:
        """Have CatIDs heard, too, whichever vocabularies are active: else only words speak where the system is none of
        them. May take seconds. Raises EmbedderError and LibraryError.
        """
        self._matrix = self._earmark.tagger.learning_matrix([self._vocabulary])

    def tag_id_of(self, category: Category) -> str:
        """The id of the tag in the system's vocabulary."""
        return next(tag.tag_id for tag in self._vocabulary.tags if tag.cat_id == category.cat_id)

    @property
    def categories(self) -> Mapping[str, Category]:
        """What each CatID stands for, by its small letters."""
        return self._categories

    def offer(self, sounds: Sequence[KnownSound], *, limit: int = OFFERED) -> list[tuple[OfferedCatId, ...]]:
        """The best CatIDs for each sound, best first; those of which a person said that they are wrong are left out.

        Raises LibraryError.
        """
        standings = self._standings(sounds)
        said = self._said_of(sounds)
        return [
            self._offered(sound, standing, said.get(sound.content_id or b"", _Said()))[:limit]
            for sound, standing in zip(sounds, standings, strict=True)
        ]

    def _offered(self, sound: KnownSound, standings: Vectors | None, said: _Said) -> tuple[OfferedCatId, ...]:
        texts = [sound.path.stem, *(text for about in _WORDS_OF for text in sound.metadata.of(about))]
        in_file = self._in_file(sound)
        offered = [
            OfferedCatId(
                rank.category,
                _reason(rank.category.cat_id, said, in_file, named=rank.named),
                rank.score,
                rank.category.cat_id in said.right,
            )
            for rank in self._ranking.rank(standings, texts, limit=_RANKED)
        ]
        for cat_id in sorted((said.right | said.meant | in_file) - {one.category.cat_id for one in offered}):
            reason = _reason(cat_id, said, in_file, named=False)
            offered.append(OfferedCatId(self._categories[cat_id.casefold()], reason, 0.0, cat_id in said.right))

        def place(one: OfferedCatId) -> int:
            # Words only tell where the best by everything is named by them, too: what is heard chooses among those.
            cat_id = one.category.cat_id
            return next((n for n, sure in enumerate((said.right, said.meant, in_file)) if cat_id in sure), 3)

        return tuple(sorted((one for one in offered if one.category.cat_id not in said.wrong), key=place))

    def _in_file(self, sound: KnownSound) -> set[str]:
        name = parse_ucs_name(sound.path.stem, self._categories)
        texts = [*sound.metadata.of(Field.CATID), *([name.cat_id] if name else [])]
        found = (self._categories.get(text.strip().casefold()) for text in texts)
        return {category.cat_id for category in found if category is not None}

    def _standings(self, sounds: Sequence[KnownSound]) -> list[Vectors | None]:
        """Of each sound for each tag [t], with what the tags learned."""
        matrix = self._matrix()
        heard = [sound.embedding for sound in sounds if sound.embedding is not None]
        number_of = {scored.key: number for number, scored in enumerate(matrix.tags)} if matrix else {}
        numbers = [number_of.get((VOCABULARY, tag.tag_id)) for tag in self._vocabulary.tags]
        known = [number for number in numbers if number is not None]
        if matrix is None or not heard or len(known) < len(numbers):
            return [None] * len(sounds)
        standings = iter(matrix.part(known).standings(np.stack(heard)))
        return [None if sound.embedding is None else next(standings) for sound in sounds]

    def _said_of(self, sounds: Sequence[KnownSound]) -> dict[bytes, _Said]:
        """By content, what a person said."""
        contents = list({sound.content_id for sound in sounds if sound.content_id is not None})
        said: dict[bytes, _Said] = {}
        for verdict in self._earmark.library.verdicts.of_content(contents):
            cat_id = self._cat_id_of.get((verdict.vocabulary_id, verdict.tag_id))
            if cat_id is not None:
                of_system = verdict.vocabulary_id == VOCABULARY
                has = verdict.judgement is not Judgement.REJECTED
                said.setdefault(verdict.content_id, _Said()).take(cat_id, of_system=of_system, has=has)
        return said


def _reason(cat_id: str, said: _Said, in_file: set[str], *, named: bool) -> Reason:
    if cat_id in said.right or cat_id in said.meant:
        return Reason.PERSON
    if cat_id in in_file:
        return Reason.FILE
    return Reason.WORDS if named else Reason.SOUND


def known_sounds(
    earmark: Earmark, sounds: Sequence[Sound], read: Callable[[Path], Metadata] = lambda _: Metadata()
) -> Iterator[KnownSound]:
    """Sounds of the library with what was heard of them and what stands in their files: as the library knows it, else
    as `read` finds it. Raises LibraryError.
    """
    snapshot = earmark.embedded.snapshot()
    sound_ids = [sound.sound_id for sound in sounds]
    texts = earmark.library.file_texts.of(sound_ids)
    for sound, row in zip(sounds, snapshot.rows_of(sound_ids).tolist(), strict=True):
        embedding = snapshot.matrix[row] if row >= 0 else None
        known = texts.get(sound.sound_id)
        yield KnownSound(sound.path, sound.content_id, embedding, read(sound.path) if known is None else known)
