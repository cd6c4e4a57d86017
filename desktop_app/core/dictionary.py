"""Words of other languages, read by the names of tags: `Türknarren` is what a tag means whose prompts are English.

The networks understand English only, and the tags' names and aliases may be in any language. What a person searches for
is taken piece by piece, the longest first; a piece that is a tag's name becomes the tag's prompts. English is never
touched, also where it is another language's word as well: `chat` and `vent` stay what they are in English.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from desktop_app.core.language import bare, is_foreign, is_foreign_word
from desktop_app.core.tag import Tag, fold

_LONGEST_NAME: Final = 6
"""Words that are looked up together; a longer name is found only where it is the whole text."""
_SHORTEST_PLURAL: Final = 4
_GRAMMAR_LIST: Final = """
    a am an and as at au by das den der die el en es for from in is it la le lo o of on or so the to un war with y
"""
_GRAMMAR: Final = frozenset(_GRAMMAR_LIST.split())
"""English, or looking like it, and saying nothing."""
_WORD: Final = re.compile(r"[^\W_]+")
_UNSPACED: Final = re.compile(r"[\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]+")
"""Japanese and Chinese, which have no spaces."""
_KATAKANA: Final = re.compile(r"[\u30a1-\u30ff]")
_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
_ENGLISH_LIST: Final = """
    acapella acclamations achoo actuator alphorn ambiance anglais arco arp audiovisual automata automate autos
    barque bayan bd bijou bistrot bleep bombo bourdon bramm breakbeat brouhaha buildup buzzer cajon cajón campfire
    canard canto carabine carillon carton casserole caw cencerro chaise chime cicada clang claxon cockerel
    conditioner contrabass cor cornet crayon crier critter crockery crumple cutlery damped deactivate deflagration
    detonation downlifter downpour drizzle droid duende eructation firecracker flambeau flatulence flauta flipper
    flugel forcefield fracas fumarole futz garrote glace glockenspiel grasshopper harmonium hh hihat honk hooter
    jalousie klaxon kobold lyre malfunction manege manger maraca mastication mbira meow metallophone mirliton moo
    motorbike neigh oink ovation overdrive pant petard pizz playa plop quack reptile requisite respiration
    reverberation rouleau sackbut sawing seagull servomotor shutdown sidestick singe sizzle snore souffle soufflé
    splashing squeal starship strumming tamb tambour tanpura teleportation throb thunderstorm timbre tinny tumba
    tumbadora tweet typewriter uplifter valise ventilator violoncello vocoder walla
"""
_ENGLISH_TOO: Final = frozenset(_ENGLISH_LIST.split())
"""English that the networks do not know as whole words, and that a shipped tag is called by, in whatever language."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a text was understood."""

    texts: tuple[str, ...]
    """English texts that all mean it; what is searched by is the mean of their embeddings."""

    @property
    def shown(self) -> str:
        """The one that a person is told."""
        return self.texts[0]


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    tag: Tag | None
    """What the text is a name of."""


class Dictionary:
    """Tags by their names and aliases, upper and lower case, marks, spaces and hyphens being the same."""

    def __init__(self, tags: Iterable[Tag], english: Iterable[str] = ()) -> None:
        """Of two tags with one name, the first has it. `english`: texts that are English, as prompts are too; what is
        called so is left as it is.
        """
        self._tags: dict[str, Tag] = {}
        tags = tuple(tags)
        # What is typed with its marks is meant so: only where no name has them does one without them answer.
        for key in (_exact, _without_marks, _with_vowels):
            for tag in tags:
                for name in (tag.name, *tag.aliases):
                    self._tags.setdefault(key(name), tag)
        english = tuple(english)
        # English in one word or in two is still English: `buildup`, `sea gull`.
        for text in ("", *english, *_ENGLISH_TOO):
            self._tags.pop(_exact(text), None)
        texts = (*english, *(prompt for tag in tags for prompt in tag.prompts))
        self.english = frozenset(words_in("\n".join(texts))) | _ENGLISH_TOO
        """Words in small letters that stand in an English text of a tag."""

    def find(self, text: str) -> Tag | None:
        """The tag of this name; also of its plural in s."""
        found = self._tags.get(_exact(text))
        return found or self._tags.get(_exact(" ".join(map(_singular, _WORD.findall(text)))))

    def has(self, text: str) -> bool:
        """Whether a tag is called exactly so."""
        return _exact(text) in self._tags

    def is_english(self, word: str) -> bool:
        """Whether a word in small letters, or what it is the plural of, stands in an English text of a tag."""
        return word in self.english or _singular(word) in self.english


def words_in(text: str) -> list[str]:
    """The words of a text in small letters, without what stands between them."""
    return _WORD.findall(text.casefold())


def read_text(text: str, dictionary: Callable[[], Dictionary], known: Collection[str]) -> Reading | None:
    """What a text means in English, or None where nothing in it is a name in another language.

    `dictionary` is only asked for where not all words are among the `known` ones: the English words, in small letters,
    that a network knows whole.
    """
    words = [part for word in _WORD.findall(unicodedata.normalize("NFKC", text)) for part in _by_script(word)]
    english = {word for word in words if _is_english(word, known)}
    if english.issuperset(words):
        return None
    names = dictionary()
    english.update(word for word in words if names.is_english(word.casefold()) or _is_plural(word, names, known))
    if english.issuperset(words):
        return None
    whole = names.find(text)
    if whole:
        return Reading(whole.prompts)
    pieces = list(_pieces(words, names, english))
    if not any(piece.tag for piece in pieces) or not (is_foreign(text) or _outweigh_english(pieces, english, known)):
        return None
    parts = dict.fromkeys(piece.tag or piece.text for piece in pieces if piece.tag or piece.text in english)
    return Reading(tuple(dict.fromkeys(_texts(list(parts)))))


def _outweigh_english(pieces: Sequence[_Piece], english: Collection[str], known: Collection[str]) -> bool:
    """Whether names in another language are more than one odd word in an English text: not in `mana regen`, and not in
    `caixa de guerra`, where half of a name is left that nobody knows.
    """
    found = [word for piece in pieces if piece.tag for word in _WORD.findall(piece.text)]
    left = [piece.text for piece in pieces if not piece.tag]
    listed = [word for word in left if is_foreign_word(word.casefold())]
    if len(found) + len(listed) <= sum(word in english for word in left):
        return False
    telling = any(bare(word) not in known for word in found)
    return telling or all(word in english or word in listed for word in left)


def _is_english(word: str, known: Collection[str]) -> bool:
    word = word.casefold()
    if word in _ENGLISH_TOO or _singular(word) in _ENGLISH_TOO or not word.isalpha():
        return True
    return word.isascii() and word in known and not is_foreign_word(word)


def _is_plural(word: str, names: Dictionary, known: Collection[str]) -> bool:
    """Whether a word is the plural of an English one and no name itself: `chats`, but not `vagues`."""
    if is_foreign_word(word.casefold()) or names.has(word):
        return False
    return _is_english(_singular(word), known)


def _pieces(words: Sequence[str], names: Dictionary, english: Collection[str]) -> Iterator[_Piece]:
    """The words that say something, from left to right, those together that are a name."""
    start = 0
    while start < len(words):
        if _UNSPACED.fullmatch(words[start]):
            yield from (_Piece(tag.name, tag) for tag in _tags_in(words[start], names))
            start += 1
            continue
        tag, end = _longest(words, start, names, english)
        if tag or words[start].casefold() not in _GRAMMAR:
            yield _Piece(" ".join(words[start:end]), tag)
        start = end


def _longest(words: Sequence[str], start: int, names: Dictionary, english: Collection[str]) -> tuple[Tag | None, int]:
    """The tag whose name begins at a word, and the place after it; else the place after the word."""
    for end in range(min(start + _LONGEST_NAME, len(words)), start, -1):
        phrase = words[start:end]
        found = None if all(word in english for word in phrase) else names.find(" ".join(phrase))
        if found:
            return found, end
    return None, start + 1


def _tags_in(text: str, names: Dictionary) -> Iterator[Tag]:
    """The tags whose names stand in a text without spaces; what is between them is grammar, and is left out."""
    start = 0
    while start < len(text):
        ends = (end for end in range(len(text), start, -1) if not _cuts_word(text, start, end))
        found = next(((tag, end) for end in ends if (tag := names.find(text[start:end]))), None)
        if found:
            yield found[0]
        start = found[1] if found else start + 1


def _cuts_word(text: str, start: int, end: int) -> bool:
    """Whether a piece begins or ends within a word in katakana, as `bus` in `bass drum` would."""
    return any(
        0 < place < len(text) and _KATAKANA.match(text[place - 1]) and _KATAKANA.match(text[place])
        for place in (start, end)
    )


def _texts(parts: Sequence[Tag | str]) -> Iterator[str]:
    """As many English texts as the tag with the most prompts has: each one's first, then each one's second, and on."""
    for number in range(max(len(part.prompts) for part in parts if isinstance(part, Tag))):
        text = ""
        for before, part in pairwise(("", *parts)):
            between = " and " if isinstance(before, Tag) and isinstance(part, Tag) else " "
            text += between + (part.prompts[number % len(part.prompts)] if isinstance(part, Tag) else part)
        yield text.strip()


def _by_script(word: str) -> list[str]:
    """A word cut where writing without spaces begins or ends."""
    return [part for part in re.split(f"({_UNSPACED.pattern})", word) if part]


def _singular(word: str) -> str:
    return word[:-1] if len(word) >= _SHORTEST_PLURAL and word[-1] in "sS" else word


def _exact(text: str) -> str:
    return "".join(_WORD.findall(fold(text)))


def _without_marks(text: str) -> str:
    return bare(_exact(text))


def _with_vowels(text: str) -> str:
    """As German is typed without its letters: `Tuer`."""
    return _without_marks(_exact(text).translate(_UMLAUTS))
