"""What the rooms without Qt say of errors and reasons, in the language of the window.

It arrives as finished English text. The catalogue `reasons.txt`, gathered from the program's own code, has the patterns
of all such sentences: the one that fits is translated, and its holes are filled with what stood in them. A text that
fits none stays as it is.
"""

import re
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from PySide6.QtCore import QCoreApplication

from desktop_app.gui.translations import number_text
from desktop_app.paths import resources

_HOLE = re.compile(r"\{(\w+)\}")
_COUNT = re.compile(r"[0-9]{1,3}(,[0-9]{3})*")
_SENTENCE_END = re.compile(r"(?<=[.!?]) (?=\S)")
_MOST_PARTS = 24
"""A text of more sentences and reasons is somebody else's: to take it apart would take too long."""


def retold(text: str) -> str:
    """The same in the window's language, whole or line by line, as far as it is known. May be called on any thread."""
    said = _read(text)
    if said is not None:
        return _in_words(said)
    return "\n".join(map(retold, text.split("\n"))) if "\n" in text else text


def retold_error(error: Exception) -> str:
    """What an error says; one of the system's own would say it with a number in front."""
    if not isinstance(error, OSError) or not error.strerror:
        return retold(str(error))
    reason = retold(error.strerror)
    if not error.filename:
        return reason
    return QCoreApplication.translate("Retelling", "{reason}: {file}").format(reason=reason, file=error.filename)


class _Pattern:
    """A sentence of the program with holes: `{1}` for what stays as it is, `{number1}` for what is written as the
    window's language writes it, `{words1}` for what is retold, too.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        parts = _HOLE.split(source)
        self._fixed, self._holes = parts[::2], parts[1::2]
        self.weight = sum(map(len, self._fixed))
        """How many letters are certain: the more, the less it fits by chance."""
        self._longest = max(self._fixed, key=len)
        self._needs_known = re.search(r"\w", "".join(self._fixed)) is None
        """It fits everything, and so nothing, where the words in it are unknown."""

    def fill(self, text: str) -> tuple[tuple[str, str], ...] | None:
        """What stands in the holes, by their names; None where this is not the text's pattern."""
        found = self._expression.fullmatch(text) if self._longest in text else None
        if found is None:
            return None
        filled = tuple(zip(self._holes, found.groups(), strict=True))
        if self._needs_known and any(_read(words) is None for hole, words in filled if _is_retold(hole)):
            return None
        return filled

    @cached_property
    def _expression(self) -> re.Pattern[str]:
        return re.compile("(.*?)".join(map(re.escape, self._fixed)), re.DOTALL)


@dataclass(frozen=True, slots=True)
class _Sentence:
    pattern: _Pattern
    filled: tuple[tuple[str, str], ...]


def _is_retold(hole: str) -> bool:
    return hole.startswith("words")


def _in_words(said: tuple[_Sentence, ...]) -> str:
    return " ".join(map(_in_language, said))


def _in_language(sentence: _Sentence) -> str:
    filled = {hole: _put_in(hole, text) for hole, text in sentence.filled}
    translated = QCoreApplication.translate("Reasons", sentence.pattern.source)
    return _HOLE.sub(lambda hole: filled[hole[1]], translated)


def _put_in(hole: str, text: str) -> str:
    if _is_retold(hole):
        return retold(text)
    return number_text(int(text.replace(",", ""))) if hole.startswith("number") and _COUNT.fullmatch(text) else text


@cache
def _patterns() -> tuple[_Pattern, ...]:
    """Those first that say most: of several that fit a text, they fit it best."""
    lines = (resources() / "translations" / "reasons.txt").read_text(encoding="utf-8").splitlines()
    return tuple(sorted(map(_Pattern, lines), key=lambda pattern: (-pattern.weight, pattern.source)))


@lru_cache(4096)
def _read(text: str) -> tuple[_Sentence, ...] | None:
    """A text as one sentence, or as several where more of it is certain then; None where not all of it is known."""
    behind = len(text) + 1
    bounds = [0, *(end.end() for end in _SENTENCE_END.finditer(text)), behind]
    if len(bounds) + text.count(": ") > _MOST_PARTS:
        return None
    best: dict[int, tuple[int, tuple[_Sentence, ...]]] = {behind: (0, ())}
    for index in reversed(range(len(bounds) - 1)):
        for end in reversed(bounds[index + 1 :]):
            sentence = _sentence(text[bounds[index] : end - 1]) if end in best else None
            if sentence is None:
                continue
            weight, rest = best[end]
            weight += sentence.pattern.weight
            if bounds[index] not in best or weight > best[bounds[index]][0]:
                best[bounds[index]] = weight, (sentence, *rest)
    return best[0][1] if 0 in best else None


def _sentence(text: str) -> _Sentence | None:
    for pattern in _patterns():
        filled = pattern.fill(text)
        if filled is not None:
            return _Sentence(pattern, filled)
    return None
