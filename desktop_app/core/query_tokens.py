"""Cuts a search line into its pieces: what `query.py` understands, and what the search bar shows as chips."""

import re
from dataclasses import dataclass, replace

LONGEST_LINE = 2_000
"""Characters looked at: nobody types more, and a pasted book must not freeze the search."""

_SHOWN = 40
"""Characters of what was typed that a hint repeats."""
_HALF_CHARACTER = re.compile("[\ud800-\udc7f\udd00-\udfff]")
"""What a broken clipboard may hold and no text can; the range left out stands for bytes of file names."""
_MORE = r'(?:[,|](?:"[^"]*"?|[^\s",|]+))'
"""One more alternative of a filter."""
_TOKEN = re.compile(
    rf"""(?P<minus>-?)(?:(?P<field>[^\W\d_]+):)?
         (?P<value>"[^"]*"{_MORE}+ | "(?P<quoted>[^"]*)"? | [^\s"]+(?:(?<=[,|])"[^"]*"?{_MORE}*)?)
    """,
    re.UNICODE | re.VERBOSE,
)
_MODES = frozenset(("minor", "min", "moll", "major", "maj", "dur"))
"""What may stand a blank behind the note of a key."""
_ALTERNATIVE = re.compile(r'"([^"]*)"?|([^\s",|]+)')


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a search line: a word, something in quotes, or a filter."""

    start: int
    """Characters of the line before it."""
    end: int
    text: str
    """As it was typed."""
    unwanted: bool
    """It has a minus in front."""
    field: str
    """What stands before the colon, in small letters; empty for words and quotes."""
    value: str
    """What is meant, without quotes."""
    quoted: bool
    """All of the value stands in one pair of quotes."""

    @property
    def alternatives(self) -> tuple[str, ...]:
        """The values that commas or upright strokes outside quotes part: `a|"b c"` -> a, b c."""
        if self.quoted:
            return (self.value,) if self.value else ()
        found = (quoted or bare for quoted, bare in _ALTERNATIVE.findall(self.value))
        return tuple(dict.fromkeys(part for value in found if (part := value.strip())))


def cleaned(line: str) -> str:
    """The line as it is looked at: as long as the original up to `LONGEST_LINE`, without what no text can hold."""
    return _HALF_CHARACTER.sub("�", line[:LONGEST_LINE]).replace("\0", " ").replace("“", '"').replace("”", '"')


def shown(typed: str) -> str:
    """As much of what was typed as a hint repeats."""
    return typed if len(typed) <= _SHOWN else f"{typed[:_SHOWN]}…"


def tokens_of(line: str) -> tuple[Token, ...]:
    """The pieces of a line, from left to right; never raises. Places count in the line as it was given."""
    text, tokens = cleaned(line), list[Token]()
    for token in map(_token, _TOKEN.finditer(text)):
        if tokens and _is_mode_of(tokens[-1], token):
            tokens[-1] = _joined(tokens[-1], token, text)
        else:
            tokens.append(token)
    return tuple(tokens)


def _is_mode_of(key: Token, mode: Token) -> bool:
    """Whether two pieces are one key, as in `key:A minor`."""
    is_key = key.field == "key" and bool(key.value) and not key.quoted
    return is_key and mode.text.casefold() in _MODES


def _joined(key: Token, mode: Token, line: str) -> Token:
    """A key with its mode, without the blank at which its value would fall apart."""
    return replace(key, end=mode.end, text=line[key.start : mode.end], value=f"{key.value}{mode.value}")


def in_quotes(value: str) -> str:
    """A value as a filter writes it: in quotes where it would fall apart without; quotes inside cannot be kept."""
    plain = cleaned(value).replace('"', "").strip()
    return plain if re.fullmatch(r"[^\s,|]+", plain) else f'"{plain}"'


def _token(match: re.Match[str]) -> Token:
    quoted = match["quoted"] is not None
    value = match["quoted"] if quoted else match["value"]
    return Token(
        match.start(),
        match.end(),
        match[0],
        match["minus"] == "-",
        (match["field"] or "").casefold(),
        value.strip(),
        quoted,
    )
