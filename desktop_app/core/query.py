"""One line of search: plain words, words to keep away from, quoted names, and filters.

`rain on a tin roof -thunder folder:field length:<10 format:flac tag:"door slam" "take 3"`
Whatever is typed is understood as far as possible; what is not becomes a hint for the person, never an error.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path

FIELDS = ("folder", "tag", "length", "format", "name")

_LONGEST_QUERY = 2_000
"""Characters looked at: nobody types more, and a pasted book must not freeze the search."""

_SHOWN = 40
"""Characters of what was typed that a hint repeats."""
_HALF_CHARACTER = re.compile("[\ud800-\udc7f\udd00-\udfff]")
"""What a broken clipboard may hold and no text can; the range left out stands for bytes of file names."""
_TOKEN = re.compile(
    r"""(?P<minus>-?)(?:(?P<field>[^\W\d_]+):)?(?:"(?P<quoted>[^"]*)"?|(?P<bare>[^\s"]+))""", re.UNICODE
)
_LENGTH = re.compile(
    r"(?P<sign>[<>]=?|=)?(?P<value>\d+(?:[.,]\d+)?(?::[0-5]?\d(?:[.,]\d+)?)?)\s*(?P<unit>ms|s|sec|m|min|h)?"
)
_UNIT_SECONDS = {"ms": 0.001, "s": 1.0, "sec": 1.0, "m": 60.0, "min": 60.0, "h": 3600.0}


@dataclass(frozen=True, slots=True)
class Terms:
    """The filters of a query: a sound must match one value of each kind that is given, except names and literals:
    all.
    """

    folders: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    literals: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.folders or self.tags or self.formats or self.names or self.literals)


@dataclass(frozen=True, slots=True)
class Query:
    """What a search line means."""

    words: str = ""
    """What the sound should sound like, in the order typed."""
    without: tuple[str, ...] = ()
    """Sounds like these words are taken away."""
    wanted: Terms = Terms()
    unwanted: Terms = Terms()
    """Filters with a minus sign: sounds that match any of these are taken away."""
    shorter: float | None = None
    """Seconds."""
    longer: float | None = None
    within: tuple[Path, ...] = ()
    """Sub-trees chosen in the folder list rather than typed."""
    hints: tuple[str, ...] = ()
    """Sentences about what could not be understood."""

    @property
    def filters(self) -> bool:
        """Whether anything but words restricts the answer."""
        limits = self.shorter is not None or self.longer is not None
        return limits or bool(self.wanted or self.unwanted or self.within or self.without)


@dataclass(slots=True)
class _Reading:
    words: list[str] = field(default_factory=list)
    without: list[str] = field(default_factory=list)
    terms: dict[tuple[bool, str], list[str]] = field(default_factory=dict)
    shorter: float | None = None
    longer: float | None = None
    hints: list[str] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was understood, and nothing was said about it either."""
        limits = self.shorter is not None or self.longer is not None
        return not (limits or self.words or self.without or self.terms or self.hints)

    def add_term(self, kind: str, value: str, *, unwanted: bool) -> None:
        self.terms.setdefault((unwanted, kind), []).append(value)

    def all_terms(self, *, unwanted: bool) -> Terms:
        found = {
            kind: tuple(self.terms.get((unwanted, kind), ())) for kind in ("folder", "tag", "format", "name", "literal")
        }
        return Terms(found["folder"], found["tag"], found["format"], found["name"], found["literal"])


def parse_query(text: str) -> Query:
    """Read a search line; never raises, whatever the text."""
    reading = _Reading()
    cleaned = _HALF_CHARACTER.sub("�", text[:_LONGEST_QUERY]).replace("\0", " ").replace("“", '"').replace("”", '"')
    for match in _TOKEN.finditer(cleaned):
        _read_token(match, reading)
    if cleaned.strip() and reading.is_empty:
        shown = cleaned.strip()[:_SHOWN]
        reading.hints.append(f"There is nothing to search for in “{shown}”: write what the sound should sound like.")
    return Query(
        words=" ".join(reading.words),
        without=tuple(reading.without),
        wanted=reading.all_terms(unwanted=False),
        unwanted=reading.all_terms(unwanted=True),
        shorter=reading.shorter,
        longer=reading.longer,
        hints=tuple(dict.fromkeys(reading.hints)),
    )


def _read_token(match: re.Match[str], reading: _Reading) -> None:
    unwanted = match["minus"] == "-"
    quoted = match["quoted"] is not None
    value = (match["quoted"] if quoted else match["bare"]).strip()
    name = (match["field"] or "").casefold()
    if name in FIELDS:
        _read_field(name, value, reading, unwanted=unwanted)
    elif name:
        reading.hints.append(f"There is no filter “{name}:”. Filters are {', '.join(f'{f}:' for f in FIELDS)}.")
        (reading.without if unwanted else reading.words).append(f"{name} {value}".strip())
    elif value.endswith(":") and value[:-1].casefold() in FIELDS:
        _read_field(value[:-1].casefold(), "", reading, unwanted=unwanted)
    elif quoted and value:
        reading.add_term("literal", value, unwanted=unwanted)
    elif value and any(character.isalnum() for character in value):
        (reading.without if unwanted else reading.words).append(value)


def _read_field(name: str, value: str, reading: _Reading, *, unwanted: bool) -> None:
    if not value:
        reading.hints.append(f"“{name}:” needs something after it, for example {_EXAMPLES[name]}.")
    elif name == "length":
        _read_length(value, reading, unwanted=unwanted)
    else:
        reading.add_term(name, value.removeprefix(".") if name == "format" else value, unwanted=unwanted)


def _read_length(value: str, reading: _Reading, *, unwanted: bool) -> None:
    first, dash, second = value.partition("-")
    low = _LENGTH.fullmatch(first)
    high = _LENGTH.fullmatch(second) if dash else None
    if low is None or (dash and high is None):
        reading.hints.append(f"“length:{value}” is not a length: write {_EXAMPLES['length']} (seconds).")
        return
    if high is not None:
        reading.longer, reading.shorter = sorted((_seconds(low), _seconds(high)))
        return
    sign = low["sign"] or "="
    seconds = _seconds(low)
    if unwanted and sign != "=":
        sign = ">" if sign.startswith("<") else "<"
    if sign.startswith("<"):
        reading.shorter = seconds
    elif sign.startswith(">"):
        reading.longer = seconds
    else:
        # A bare length means "about this long".
        reading.longer, reading.shorter = seconds * 0.9, seconds * 1.1


def _seconds(match: re.Match[str]) -> float:
    minutes, colon, rest = match["value"].replace(",", ".").rpartition(":")
    return (float(minutes) * 60 if colon else 0.0) + float(rest) * _UNIT_SECONDS[match["unit"] or "s"]


_EXAMPLES = {
    "folder": "folder:drums",
    "tag": 'tag:"door slam"',
    "length": "length:<2, length:>0.5 or length:1-3",
    "format": "format:flac",
    "name": "name:take",
}
