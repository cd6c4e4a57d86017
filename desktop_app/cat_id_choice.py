"""Which CatIDs a sound may be filed under, by all that is known of it: what a person said, what its file says, words
and the sound itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

import numpy as np

from desktop_app.app import Earmark
from desktop_app.core.cat_ids import OFFERED, CatIdRanking, RankedCatId, read_synonyms
from desktop_app.core.metadata import Field, Metadata
from desktop_app.core.sound import Sound
from desktop_app.core.ucs_name import Category, parse_ucs_name
from desktop_app.core.vector_index import Vectors
from desktop_app.core.verdict import Judgement
from desktop_app.core.vocabulary import Vocabulary
from desktop_app.library.metadata.reading import read_metadata
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


_SURE = {Reason.PERSON: 0, Reason.FILE: 1}
"""What comes before all that is reckoned."""


@dataclass(frozen=True, slots=True)
class OfferedCatId:
    """A CatID that is offered for a sound."""

    category: Category
    reason: Reason
    score: float
    """How probable it is by words and sound alone, 0..1."""


@dataclass(frozen=True, slots=True)
class KnownSound:
    """What is known of a sound when a CatID is looked for."""

    path: Path
    content_id: bytes | None
    embedding: Vectors | None
    """[d]; None for a sound that was not heard."""
    metadata: Metadata = field(default_factory=Metadata)


class CatIdChoice:
    """Offers CatIDs. The tagger must have no other vocabulary than that of the system, see `prepare`."""

    def __init__(self, earmark: Earmark) -> None:
        """Has the tagger tag by the system, which may take seconds. Raises EmbedderError, LibraryError, OSError, and
        VocabularyError for a damaged installation.
        """
        self._earmark = earmark
        self._vocabulary: Vocabulary = earmark.vocabularies.load(VOCABULARY)
        synonyms = read_synonyms((resources() / "vocabularies" / _SYNONYMS).read_text(encoding="utf-8"))
        self._ranking = CatIdRanking(self._vocabulary.tags, synonyms)
        self._categories = {category.cat_id.casefold(): category for category in self._ranking.categories}
        self._cat_id_of = {tag.tag_id: tag.cat_id for tag in self._vocabulary.tags if tag.cat_id}
        earmark.tagger.set_vocabularies([self._vocabulary])

    def named_by(self, stem: str) -> bool:
        """Whether a file's name begins with a CatID already."""
        return parse_ucs_name(stem, self._categories) is not None

    def offer(self, sounds: Sequence[KnownSound], *, limit: int = OFFERED) -> list[tuple[OfferedCatId, ...]]:
        """The best CatIDs for each sound, best first; those of which a person said that they are wrong are left out.

        Raises LibraryError.
        """
        standings = self._standings(sounds)
        said = self._said_of(sounds)
        return [
            self._offered(sound, standing, said.get(sound.content_id or b"", {}))[:limit]
            for sound, standing in zip(sounds, standings, strict=True)
        ]

    def _offered(self, sound: KnownSound, standings: Vectors | None, said: dict[str, bool]) -> tuple[OfferedCatId, ...]:
        texts = [sound.path.stem, *(text for about in _WORDS_OF for text in sound.metadata.of(about))]
        in_file = self._in_file(sound)
        offered = [
            OfferedCatId(rank.category, _reason(rank, said, in_file), rank.score)
            for rank in self._ranking.rank(standings, texts, limit=_RANKED)
        ]
        sure = in_file | {cat_id for cat_id, has in said.items() if has}
        for cat_id in sorted(sure - {one.category.cat_id for one in offered}):
            reason = Reason.PERSON if said.get(cat_id) else Reason.FILE
            offered.append(OfferedCatId(self._categories[cat_id.casefold()], reason, 0.0))
        fitting = [one for one in offered if said.get(one.category.cat_id, True)]
        # Words only tell where the best by everything is named by them, too: what is heard chooses among those.
        return tuple(sorted(fitting, key=lambda one: _SURE.get(one.reason, len(_SURE))))

    def _in_file(self, sound: KnownSound) -> set[str]:
        name = parse_ucs_name(sound.path.stem, self._categories)
        texts = [*sound.metadata.of(Field.CATID), *([name.cat_id] if name else [])]
        found = (self._categories.get(text.strip().casefold()) for text in texts)
        return {category.cat_id for category in found if category is not None}

    def _standings(self, sounds: Sequence[KnownSound]) -> list[Vectors | None]:
        """Of each sound for each tag [t], with what the tags learned."""
        matrix = self._earmark.tagger.matrix
        heard = [sound.embedding for sound in sounds if sound.embedding is not None]
        if matrix is None or not heard:
            return [None] * len(sounds)
        standings = iter(matrix.standings(np.stack(heard)))
        return [None if sound.embedding is None else next(standings) for sound in sounds]

    def _said_of(self, sounds: Sequence[KnownSound]) -> dict[bytes, dict[str, bool]]:
        """By content, of which CatIDs a person said that they are right, or wrong."""
        contents = list({sound.content_id for sound in sounds if sound.content_id is not None})
        said: dict[bytes, dict[str, bool]] = {}
        for verdict in self._earmark.library.verdicts.of_content(contents):
            cat_id = self._cat_id_of.get(verdict.tag_id) if verdict.vocabulary_id == VOCABULARY else None
            if cat_id is not None:
                said.setdefault(verdict.content_id, {})[cat_id] = verdict.judgement is not Judgement.REJECTED
        return said


def _reason(rank: RankedCatId, said: dict[str, bool], in_file: set[str]) -> Reason:
    if said.get(rank.category.cat_id):
        return Reason.PERSON
    if rank.category.cat_id in in_file:
        return Reason.FILE
    return Reason.WORDS if rank.named else Reason.SOUND


def known_sounds(earmark: Earmark, sounds: Sequence[Sound]) -> Iterator[KnownSound]:
    """Sounds of the library with what was heard of them and what stands in their files."""
    snapshot = earmark.embedded.snapshot()
    rows = snapshot.rows_of([sound.sound_id for sound in sounds]).tolist()
    for sound, row in zip(sounds, rows, strict=True):
        embedding = snapshot.matrix[row] if row >= 0 else None
        yield KnownSound(sound.path, sound.content_id, embedding, metadata_of(sound.path))


def metadata_of(path: Path) -> Metadata:
    """What stands in a file; nothing for one that cannot be read."""
    try:
        return read_metadata(path)
    except OSError:
        return Metadata()
