"""Which CatIDs of the Universal Category System a sound may be filed under: by what is heard, and by words about it.

What is heard has two levels. A CatID's own tag tells a crow from a gull, the tag of its category birds from doors. The
category is counted only where it stands out, never against a CatID: a kick drum is hardly like "music" at all.

Words are looked up among the synonyms, the names in several languages and the prompts of each CatID. A word that few
CatIDs have says more than one that many have, as in K. Sparck Jones, A Statistical Interpretation of Term Specificity
and Its Application in Retrieval, 1972.

The constants were chosen on 94 sounds of sonic-pi-samples that the tests do not have, and on the 37 demonstration
sounds. What that gives on the recordings of the tests stands in tests/benchmarks/README.md.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.tag import Tag
from desktop_app.core.ucs_name import Category
from desktop_app.core.vector_index import Vectors

OFFERED: Final = 5
"""CatIDs that are offered for a sound."""
_CATEGORY_FROM: Final = np.float32(1.0)
"""Spreads above the usual from which a category counts, and"""
_CATEGORY_WEIGHT: Final = np.float32(0.5)
"""how much."""
_MISCELLANEOUS: Final = np.float32(0.5)
"""Spreads by which a CatID for the rest of a category must stand higher than one that says what it is."""
_LAST_OF_EQUALS: Final = np.float32(1e-3)
"""The same where nothing is heard: of CatIDs that the words fit equally, that for the rest comes last."""
_WORD_WEIGHT: Final = np.float32(0.5)
"""Spreads that the logarithm of a word's rareness is worth."""
_NAMED: Final = 1.5
"""How much a word counts that is in the name of the category or the sub-category, and"""
_SYNONYM: Final = 1.0
"""as a synonym or a name in another language, and"""
_IN_PROMPT: Final = 0.8
"""as a part of a prompt."""
_EVENNESS: Final = np.float32(0.5)
"""Spreads by which one CatID must be ahead of another to be e times as probable. The best one is then given 0.49 on the
mean where 0.47 are right, and 0.64 on the tests' recordings, where 0.66 are."""
_FEW_WORDS: Final = 8
"""Known words that count in full; of more, as in a long description, each counts for as much less."""
NAMED_FROM: Final = 6.0
"""What words must say for a CatID so that it counts as named by them,"""
NEARLY_BEST: Final = 0.6
"""and this part of what they say for any other one; which of these it is, is heard."""
LIKELY: Final = 0.5
"""It must also be more likely than all others together, and its category among those of the five CatIDs that the sound
alone suggests: one word may mean many things, as “hard” or “dark” do. Of the tests' recordings, by their file names,
0.39 are then named, 0.90 of them rightly, and 0.92 with the right category; by the words alone it was 0.60, 0.75 and
0.82."""
DOUBTFUL_BELOW: Final = 0.6
"""How probable a CatID that no words tell must be so that a file is renamed by it unless a person says otherwise. Of
the tests' 126 recordings, by what is heard and their file names, 77 have such ones: of the 27 that are as probable,
0.81 are right, of the other 50, 0.34."""
_WORDS_UNHEARD: Final = 2
"""Words that must speak for a CatID where nothing is heard that could agree."""
_NO_SOUNDS: Final = "ARCHIVED"
"""A category for what is kept with sounds and sounds like anything: takes, mixes, tests. Only words lead there, and"""
_ANYTHING: Final = np.float32(0)
"""then what is heard counts as usual, in spreads."""
_REST: Final = "MISC"
_CAPITAL_INSIDE: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD: Final = re.compile(r"[^\W\d_]+")
_SMALL_WORD_LIST: Final = """
    an and at by de del der des die du el en et for from im in into la las le les los misc no of on or out the to und
    with
"""
_SMALL_WORDS: Final = frozenset(_SMALL_WORD_LIST.split())
_SHORTEST_PLURAL: Final = 4


@dataclass(frozen=True, slots=True)
class RankedCatId:
    """A CatID that is offered for a sound."""

    category: Category
    score: float
    """How probable it is by all that is known, 0..1; of all CatIDs together 1."""
    said: float
    """What the words say for it; 0 where none of them do."""

    named: bool
    """Whether the words leave little doubt of it, and the sound does not contradict them."""


class CatIdWords:
    """What words say for each of n CatIDs."""

    def __init__(self, tags: Sequence[Tag], synonyms: Mapping[str, Iterable[str]]) -> None:
        """Of tags that have CatIDs [n]; `synonyms` by CatID, those of others are ignored."""
        self._weights: dict[str, list[tuple[int, float]]] = {}
        found = [_weighted(tag, synonyms.get(tag.cat_id or "", ())) for tag in tags]
        common = Counter(word for weights in found for word in weights)
        for number, weights in enumerate(found):
            for word, weight in weights.items():
                rareness = math.log(len(found) / common[word])
                self._weights.setdefault(word, []).append((number, weight * rareness))
        self._count = len(found)

    def said(self, texts: Iterable[str]) -> tuple[Vectors, NDArray[np.int64]]:
        """How much the words of these texts together say for each CatID, float32 [n]; and how many of them do [n]."""
        known = {word for text in texts for word in words_of(text)} & self._weights.keys()
        share = min(1.0, _FEW_WORDS / max(len(known), 1))
        result, counts = np.zeros(self._count, dtype=np.float32), np.zeros(self._count, dtype=np.int64)
        for word in sorted(known):
            for number, weight in self._weights[word]:
                result[number] += share * weight
                counts[number] += 1
        return result, counts


class CatIdRanking:
    """Ranks the CatIDs among the tags of a vocabulary. May be used on any thread."""

    def __init__(self, tags: Sequence[Tag], synonyms: Mapping[str, Iterable[str]]) -> None:
        """`tags` [t], those of categories (which have a group and no CatID) among them."""
        self._numbers = [number for number, tag in enumerate(tags) if tag.cat_id]
        cat_ids = [tags[number] for number in self._numbers]
        self.categories = tuple(_category(tag) for tag in cat_ids)
        """[n], what each CatID stands for."""
        of_category = {tag.group: number for number, tag in enumerate(tags) if not tag.cat_id}
        self._of_category = [
            of_category.get(tag.group, number) for tag, number in zip(cat_ids, self._numbers, strict=True)
        ]
        self._words = CatIdWords(cat_ids, synonyms)
        self._rest = np.array([category.subcategory == _REST for category in self.categories], dtype=np.bool_)
        self._sounds = np.array([category.category != _NO_SOUNDS for category in self.categories], dtype=np.bool_)

    def rank(self, standings: Vectors | None, texts: Iterable[str], *, limit: int = OFFERED) -> tuple[RankedCatId, ...]:
        """The best CatIDs, best first: at most `limit`, and none for which nothing speaks.

        `standings`: of the sound for each tag, spreads above the usual [t]; None for a sound that was not heard.
        `texts`: its file's name, and what is said of it elsewhere.
        """
        said, counts = self._words.said(texts)
        heard = None if standings is None else self._heard(standings)
        only_said = ~self._sounds & (said > 0)
        total = _WORD_WEIGHT * said
        total += -_LAST_OF_EQUALS * self._rest if heard is None else np.where(only_said, _ANYTHING, heard)
        best = np.argsort(-total, kind="stable")[:limit]
        shares = _shares(total)
        named = (said >= max(NAMED_FROM, NEARLY_BEST * said.max(initial=0))) & (shares >= LIKELY)
        by_words = counts >= _WORDS_UNHEARD
        named &= by_words if heard is None else np.where(only_said, by_words, self._suggested(heard))
        return tuple(
            RankedCatId(
                self.categories[number],
                float(shares[number]),
                float(said[number]),
                bool(named[number]),
            )
            for number in best.tolist()
            if said[number] > 0 or (heard is not None and np.isfinite(heard[number]))
        )

    def _heard(self, standings: Vectors) -> Vectors:
        """What is heard for each CatID, in spreads, float32 [n]."""
        above = np.maximum(standings[self._of_category] - _CATEGORY_FROM, 0)
        own = standings[self._numbers] - np.where(self._rest, _MISCELLANEOUS, np.float32(0))
        result: Vectors = np.where(self._sounds, own + _CATEGORY_WEIGHT * above, -np.inf).astype(np.float32)
        return result

    def _suggested(self, heard: Vectors) -> NDArray[np.bool_]:
        """Whether each CatID's category is among those of the best by the sound alone [n]."""
        best = np.argsort(-heard, kind="stable")[:OFFERED]
        suggested = {self.categories[number].category for number in best.tolist() if np.isfinite(heard[number])}
        return np.array([category.category in suggested for category in self.categories], dtype=np.bool_)


def _shares(total: Vectors) -> Vectors:
    """Spreads for each CatID -> how probable each is [n]; minus infinity gives 0."""
    if not np.isfinite(total).any():
        return np.zeros_like(total)
    powers = np.exp((total - total.max()) / _EVENNESS)
    result: Vectors = powers / powers.sum()
    return result


def words_of(text: str) -> list[str]:
    """The words of a text or a file's name: without case, digits and an English plural, `DoorSlam` taken apart."""
    plain = unicodedata.normalize("NFKC", _CAPITAL_INSIDE.sub(" ", text)).casefold()
    found = [_singular(word) for word in _WORD.findall(unicodedata.normalize("NFKC", plain))]
    return [word for word in found if len(word) > 1 and word not in _SMALL_WORDS]


def _singular(word: str) -> str:
    if len(word) < _SHORTEST_PLURAL or not word.endswith("s") or word.endswith("ss"):
        return word
    return f"{word[:-3]}y" if word.endswith("ies") else word[:-1]


def _category(tag: Tag) -> Category:
    group = tag.group or ""
    return Category(tag.cat_id or "", group, tag.name.removeprefix(group).strip())


def _weighted(tag: Tag, synonyms: Iterable[str]) -> dict[str, float]:
    """What each word that speaks for a tag counts."""
    weights: dict[str, float] = {}
    groups = (((tag.name,), _NAMED), ((*synonyms, *tag.aliases), _SYNONYM), (tag.prompts, _IN_PROMPT))
    for texts, weight in groups:
        for text in texts:
            for word in words_of(text):
                weights.setdefault(word, weight)
    return weights


def read_synonyms(text: str) -> dict[str, tuple[str, ...]]:
    """The synonyms of CatIDs from a table: a CatID, a tab, words with commas between. Lines that begin with # are not
    read.
    """
    lines = (line.partition("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {cat_id: tuple(words.split(",")) for cat_id, _, words in lines}
