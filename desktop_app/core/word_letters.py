"""Tells by its letters whether a word that nothing knows is clearly of another language.

Whole texts betray themselves by small words (`language.py`); where there are none, only the spelling is left. Two
models foretell each letter from the ones before it, one learned from English words, one from the names that the
vocabularies have in other languages, and a word counts as foreign when the second foretells it far better. Nothing is
shipped for that: they are counted when the first such word is searched for, in a fraction of a second. Each number of
letters before falls back on the next smaller one, as in D. MacKay, L. Bauman Peto: A Hierarchical Dirichlet Language
Model, 1995.

Measured: of the 20,000 most frequent English words 0.2 % are taken for foreign; of 23,000 from a large dictionary 2 %,
mostly technical terms of Greek or Latin origin; of the names, prompts and instruments of the tests none; of 4,039
descriptions of sounds that were not looked at while this was written one, scythe. Of words for things and noises that
no tag is called by it notices 0.7 in German, French and Spanish (tests/data/language/single_words.tsv), of frequent
words of any kind 0.54, 0.19 and 0.25.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from desktop_app.core.language import bare

_BEFORE: Final = 3
"""Letters from which the next one is foretold."""
_TRUST: Final = 5
"""So many times letters must have been met before what followed them counts as much as what follows fewer of them."""
_ANY_LETTER: Final = 1 / 40
_CLEARLY: Final = 4.0
"""Nats by which a word must be more probable in other languages."""
_FOR_A_MARK: Final = 3.0
"""Nats that a letter with a mark is worth; no more than two are counted."""
_MOST_MARKS: Final = 2
_SHORTEST: Final = 4
_SHORTEST_PART: Final = 3
_VOWELS: Final = frozenset("aeiouy")

_LOAN_LIST: Final = """
    autobahn balafon batucada berimbau biwa bosendorfer buchla cajita cante cappuccino cimbalom crepe crumhorn
    cuatro cuica dachshund duduk dulcimer einsturzende entree esraj fluegelhorn fohn gaida ganza gremlin gretsch
    guiro igloo jalapeno jondo kaffeeklatsch kantele kiwi koala kontakt kora koto lada matador mellotron
    melodica messerschmitt neubauten nyckelharpa ocarina pasodoble portamento quijada repinique rottweiler saute
    schnauzer sforzando sombrero suona tambura tamburitza tarogato timbale velcro vibraslap vielle xylo zampona
    zeitgeist zouk
"""
_LOANS: Final = frozenset(_LOAN_LIST.split())
"""Instruments and other things that English calls by their foreign names, without marks."""


class _Letters:
    """How likely each letter is after others."""

    def __init__(self, words: Iterable[str]) -> None:
        self._followed: Counter[str] = Counter()
        self._met: Counter[str] = Counter()
        for word in words:
            self._followed.update(part for parts in _parts(word) for part in parts)
        for part, times in self._followed.items():
            self._met[part[:-1]] += times

    def probability(self, word: str) -> float:
        """Its logarithm, for a word in small letters."""
        total = 0.0
        for parts in _parts(word):
            probability = _ANY_LETTER
            for part in parts:
                met = self._met[part[:-1]]
                probability = (self._followed[part] + _TRUST * probability) / (met + _TRUST)
            total += math.log(probability)
        return total


class WordLetters:
    """What English and foreign words look like."""

    def __init__(self, english: Iterable[str], foreign: Iterable[str]) -> None:
        """Words in small letters, of which the foreign ones are not English too."""
        self._english = frozenset(map(bare, english)) | _LOANS
        self._in_english = _Letters(self._english)
        self._elsewhere = _Letters({bare(word) for word in foreign})

    def is_foreign(self, word: str) -> bool:
        """Whether a word, which may have capitals and marks, is clearly not English."""
        folded = bare(word.casefold())
        if len(folded) < _SHORTEST or _VOWELS.isdisjoint(folded) or self._is_made_of_english(folded):
            return False
        marks = sum(not letter.isascii() for letter in word.casefold())
        evidence = self._elsewhere.probability(folded) - self._in_english.probability(folded)
        return evidence + _FOR_A_MARK * min(marks, _MOST_MARKS) > _CLEARLY

    def _is_made_of_english(self, word: str) -> bool:
        """Whether it is an English word, the plural of one, or two of them in one: `drumkit`."""
        if word in self._english or word.removesuffix("s") in self._english:
            return True
        cuts = range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1)
        return any(word[:cut] in self._english and word[cut:] in self._english for cut in cuts)


def _parts(word: str) -> Iterator[list[str]]:
    """For each letter, and the end: it alone, with the letter before, with the two before and so on."""
    whole = f"^{word}$"
    for place in range(1, len(whole)):
        yield [whole[start : place + 1] for start in range(place, max(place - _BEFORE, 0) - 1, -1)]
