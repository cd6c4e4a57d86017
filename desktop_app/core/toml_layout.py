"""Where everything stands in a TOML text: the offsets of its tables, keys and list items, and of its comments.

The standard reader gives values without places. A wrong value deserves a line number, and a saved change should leave
the rest of a person's file as it was; both need the places. The scanner here trusts its input: it is only shown texts
that the standard reader has accepted, so it recognises structure and checks nothing.
"""

import re
import tomllib
from dataclasses import dataclass, field

TomlPath = tuple[str | int, ...]
"""The way to a value: keys, and list positions from 0. `("tags", 2, "prompts", 0)` is the third tag's first prompt."""

_DEEPEST = 8
"""Keys and list positions; what lies deeper has no places of its own. Keeps hostile nesting from deep recursion."""

_TOKEN = re.compile(
    r"""
      (?P<space>[ \t]++)
    | (?P<comment>\#[^\n]*+)
    | (?P<string>
          \"{3}(?:[^"\\]++|\\.|"{1,2}(?!"))*+"{3,5}
        | '{3}(?:[^']++|'{1,2}(?!'))*+'{3,5}
        | "(?:[^"\\\n]++|\\.)*+"
        | '[^'\n]*+' )
    | (?P<mark>[\[\]{},=.\n])
    | (?P<bare>[^\s\[\]{},=.\#"']++)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the text, in characters: from `start` up to but not including `end`."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class TomlLayout:
    """The places in one text.

    A `[[table]]` header stands at its path with a number; a key with its value (from the key to the value's end) at
    the key's path; a list item at its number.
    """

    places: dict[TomlPath, Place] = field(default_factory=dict)
    comments: list[Place] = field(default_factory=list)


def layout_of(text: str) -> TomlLayout:
    """The places in a valid TOML text whose lines end in a bare line feed."""
    return _Scanner(text).scan()


def line_of(text: str, path: TomlPath) -> int | None:
    """The line, from 1, of the value at `path`, or of the nearest thing around it; None if there is none."""
    places = layout_of(text).places
    for length in range(len(path), 0, -1):
        place = places.get(path[:length])
        if place is not None:
            return text.count("\n", 0, place.start) + 1
    return None


class _Scanner:
    def __init__(self, text: str) -> None:
        self._tokens = _TOKEN.finditer(text)
        self._layout = TomlLayout()
        self._table_counts: dict[TomlPath, int] = {}
        self._end = 0  # of the token before
        self._start = 0
        self._token = ""
        self._advance()

    def scan(self) -> TomlLayout:
        table: TomlPath = ()
        self._skip_lines()
        while self._token:
            if self._token == "[":
                table = self._header()
            else:
                self._assignment(table)
            self._skip_lines()
        return self._layout

    def _advance(self) -> None:
        self._end = self._start + len(self._token)
        for match in self._tokens:
            if match.lastgroup == "comment":
                self._layout.comments.append(Place(*match.span()))
            elif match.lastgroup != "space":
                self._start, self._token = match.start(), match[0]
                return
        self._start, self._token = self._end, ""

    def _skip_lines(self) -> None:
        while self._token == "\n":
            self._advance()

    def _header(self) -> TomlPath:
        start = self._start
        self._advance()
        is_array = self._token == "["
        if is_array:
            self._advance()
        path = self._resolve(self._key(), is_array=is_array)
        while self._token == "]":
            self._advance()
        self._layout.places[path] = Place(start, self._end)
        return path

    def _resolve(self, key: tuple[str, ...], *, is_array: bool) -> TomlPath:
        path: TomlPath = ()
        for part in key[:-1]:
            path = self._newest((*path, part))
        path = (*path, key[-1])
        if is_array:
            self._table_counts[path] = self._table_counts.get(path, 0) + 1
        return self._newest(path)

    def _newest(self, path: TomlPath) -> TomlPath:
        count = self._table_counts.get(path, 0)
        return (*path, count - 1) if count else path

    def _key(self) -> tuple[str, ...]:
        parts = [self._key_part()]
        while self._token == ".":
            self._advance()
            parts.append(self._key_part())
        return tuple(parts)

    def _key_part(self) -> str:
        part = self._token
        if part[0] in "\"'":
            part = tomllib.loads(f"key = {part}")["key"]
        self._advance()
        return part

    def _assignment(self, table: TomlPath) -> None:
        start = self._start
        path = (*table, *self._key())
        self._advance()  # the equals sign
        self._value(path)
        self._layout.places[path] = Place(start, self._end)

    def _value(self, path: TomlPath) -> None:
        if len(path) > _DEEPEST:
            self._skip_value()
        elif self._token == "[":
            self._array(path)
        elif self._token == "{":
            self._inline_table(path)
        else:
            self._skip_value()

    def _skip_value(self) -> None:
        depth = 0
        while self._token:
            if depth == 0 and self._token in ("\n", ",", "]", "}"):
                return
            depth += (self._token in ("[", "{")) - (self._token in ("]", "}"))
            self._advance()

    def _array(self, path: TomlPath) -> None:
        self._advance()
        self._skip_lines()
        index = 0
        while self._token != "]":
            if self._token == ",":
                self._advance()
            else:
                start = self._start
                self._value((*path, index))
                self._layout.places[(*path, index)] = Place(start, self._end)
                index += 1
            self._skip_lines()
        self._advance()

    def _inline_table(self, path: TomlPath) -> None:
        self._advance()
        self._skip_lines()
        while self._token != "}":
            if self._token == ",":
                self._advance()
            else:
                self._assignment(path)
            self._skip_lines()
        self._advance()
