"""What a person searches for, in English: words of other languages are read by the names of the active vocabularies'
tags, and by those of the shipped vocabularies, which have names in several languages.
"""

import json
import logging
import threading
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from desktop_app.core.dictionary import Dictionary, Reading, read_text, words_in
from desktop_app.core.language import is_foreign, is_foreign_word
from desktop_app.core.scoring import ScoredTag
from desktop_app.core.tag import Vocabulary, VocabularyError
from desktop_app.core.vocabulary import parse_vocabulary
from desktop_app.core.word_letters import WordLetters

_AFTER_LATIN: Final = "\u0250"
_LOG = logging.getLogger(__name__)


class Interpreter:
    """Reads its files when they are first needed: the words at the first search, the vocabularies (0.1 s) at the first
    one with a word that is not among them, and learns its letters (0.3 s) when one is no tag's name either. Without its
    files it understands English only. May be used on any thread.
    """

    def __init__(self, tokenizer: Path, vocabularies: Path, active: Callable[[], Sequence[ScoredTag]]) -> None:
        """`tokenizer`: the file of the bundled network's, which lists the words that it knows; `vocabularies`: the
        folder of those that ship; `active`: the tags of the active ones.
        """
        self._tokenizer = tokenizer
        self._vocabularies = vocabularies
        self._active = active
        self._lock = threading.Lock()
        self._words: frozenset[str] | None = None
        self._shipped: tuple[Vocabulary, ...] | None = None
        self._dictionary: tuple[Sequence[ScoredTag], Dictionary] | None = None
        self._letters: WordLetters | None = None

    def reading(self, text: str) -> Reading | None:
        """How a text is understood that is not all English, or None for one that stays as it is."""
        with self._lock:
            known = self._known_words()
            return read_text(text, self._present_dictionary, known) if known else None

    def is_foreign(self, text: str) -> bool:
        """Whether a text is clearly not English: by words of other languages in it, or by the letters of words that
        nothing knows, where those outnumber the English ones.
        """
        if is_foreign(text):
            return True
        words = [word for word in words_in(unicodedata.normalize("NFC", text)) if word.isalpha()]
        with self._lock:
            known = self._known_words()
            if known.issuperset(words) or not known:
                return False
            names = self._present_dictionary()
            strange = [word for word in words if word not in known and not names.is_english(word)]
            if 2 * len(strange) <= len(words):
                return False
            if self._letters is None:
                self._letters = _letters(self._shipped or (), known)
            return sum(map(self._letters.is_foreign, strange)) > len(words) - len(strange)

    def _known_words(self) -> frozenset[str]:
        if self._words is None:
            self._words = _words_of(self._tokenizer)
        return self._words

    def _present_dictionary(self) -> Dictionary:
        active = self._active()
        if self._dictionary is None or self._dictionary[0] != active:
            if self._shipped is None:
                self._shipped = _shipped(self._vocabularies)
            self._dictionary = active, _dictionary(active, self._shipped)
        return self._dictionary[1]


def _dictionary(active: Sequence[ScoredTag], shipped: Sequence[Vocabulary]) -> Dictionary:
    tags = [tag for each in shipped for tag in each.tags]
    english = [text for tag in tags for text in (tag.name, tag.cat_id or "")]
    # The prompts of a trained tag are its name in whatever language.
    prompted = [scored.tag for scored in active if scored.tag.head is None]
    return Dictionary((*prompted, *tags), english)


def _letters(shipped: Sequence[Vocabulary], known: frozenset[str]) -> WordLetters:
    """English words as the network knows them and tags have them, the others as the names in other languages do."""
    english = {word for word in known if word.isascii() and not is_foreign_word(word)} | _dictionary(
        (), shipped
    ).english
    aliases = (alias for each in shipped for tag in each.tags for alias in tag.aliases)
    words = {word for alias in aliases for word in words_in(alias)}
    return WordLetters(english, {word for word in words - english - known if word[0] < _AFTER_LATIN})


def _words_of(tokenizer: Path) -> frozenset[str]:
    """The whole words of a tokenizer's vocabulary; none where it cannot be read."""
    try:
        vocabulary = json.loads(tokenizer.read_text(encoding="utf-8"))["model"]["vocab"]
        return frozenset(word for word in vocabulary if word.isalpha())
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        _LOG.warning("The words in %s cannot be read: %s", tokenizer.name, error)
        return frozenset()


def _shipped(folder: Path) -> tuple[Vocabulary, ...]:
    """The vocabularies in a folder, by name: of everyday things first; without those that cannot be read."""
    found = []
    for file in sorted(folder.glob("*.toml")):
        try:
            found.append(parse_vocabulary(file.read_text(encoding="utf-8"), source=file.name))
        except (OSError, ValueError, VocabularyError) as error:
            _LOG.warning("The names in %s cannot be read: %s", file.name, error)
    return tuple(found)
