"""One line of search: plain words, words to keep away from, quoted names, and filters.

`rain on a tin roof -thunder folder:field length:<10 format:wav,flac tag:"door slam" tag:wood|metal bpm:120 "take 3"`
Whatever is typed is understood as far as possible; what is not becomes a hint for the person, never an error.
"""

import re
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

from desktop_app.core.mark_terms import Kind, Ratings, kind_of, ratings_of
from desktop_app.core.measured_terms import MEASURED_FIELDS, MeasuredTerms, measured_terms_of
from desktop_app.core.metadata import Field
from desktop_app.core.query_tokens import Token, cleaned, shown, tokens_of
from desktop_app.core.sound_quality import SoundWarning

TEXT_FIELDS = tuple(found.value for found in Field)
"""What stands in files themselves."""
FIELDS = (
    "folder",
    "tag",
    "length",
    "format",
    "name",
    "rating",
    "is",
    "collection",
    "note",
    *MEASURED_FIELDS,
    *TEXT_FIELDS,
)

_MOST_LIKE = 3
_MOST_NAMED = 5
_LONGEST_NAME = 2 * max(map(len, FIELDS))
"""Letters; what is longer is like none."""
_LENGTH = re.compile(
    r"(?P<sign>[<>]=?|=)?(?P<value>\d+(?:[.,]\d+)?(?::[0-5]?\d(?:[.,]\d+)?)?)\s*(?P<unit>ms|s|sec|m|min|h)?"
)
_UNIT_SECONDS = {"ms": 0.001, "s": 1.0, "sec": 1.0, "m": 60.0, "min": 60.0, "h": 3600.0}


@dataclass(frozen=True, slots=True)
class Terms:
    """The filters of a query. A sound must match one of the folders and one of the formats that are given, and all of
    the tags, names and literals. As unwanted terms: it must match none at all.
    """

    folders: tuple[str, ...] = ()
    tags: tuple[tuple[str, ...], ...] = ()
    """Each a choice between names, of which one must apply: `tag:wood|metal tag:hit` asks for a hit on one of two."""
    formats: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    literals: tuple[str, ...] = ()
    collections: tuple[str, ...] = ()
    """Names of collections, of which a sound must be in all."""
    notes: tuple[str, ...] = ()
    """Parts of the note; all must be in it."""
    kinds: tuple[Kind, ...] = ()
    """All must hold."""
    measured: MeasuredTerms = field(default_factory=MeasuredTerms)
    texts: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Fields of what stands in files, each with parts of its texts, of which one must be in it."""

    def __bool__(self) -> bool:
        return any((self.folders, self.tags, self.formats, self.names, self.literals)) or any(
            (self.collections, self.notes, self.kinds, self.measured, self.texts)
        )

    @property
    def count(self) -> int:
        """How many filters these are; folders and formats are one each, however many there are to choose from."""
        each = (self.tags, self.names, self.literals, self.collections, self.notes, self.kinds, self.texts)
        return bool(self.folders) + bool(self.formats) + sum(map(len, each)) + self.measured.count

    @property
    def tag_names(self) -> tuple[str, ...]:
        """All tags that are named, once each."""
        return tuple(dict.fromkeys(name for choice in self.tags for name in choice))


@dataclass(frozen=True, slots=True)
class Query:
    """What a search line means."""

    words: str = ""
    """What the sound should sound like, in the order typed."""
    without: tuple[str, ...] = ()
    """What the sound should not be like: sounds that these words apply to are taken away, and where the others are
    ranked, those that are a little like it come later.
    """
    wanted: Terms = Terms()
    unwanted: Terms = Terms()
    """Filters with a minus sign: sounds that match any of these are taken away."""
    shorter: float | None = None
    """Seconds."""
    longer: float | None = None
    ratings: Ratings | None = None
    within: tuple[Path, ...] = ()
    """Sub-trees chosen in the folder list rather than typed."""
    hints: tuple[str, ...] = ()
    """Sentences about what could not be understood."""
    broken: bool = False
    """A filter cannot be read, as the hints say: nothing may be listed as if it were not there."""

    @property
    def filters(self) -> int:
        """How many things but words restrict the answer."""
        is_long = self.shorter is not None or self.longer is not None
        limits = (is_long, self.ratings is not None, bool(self.within))
        return sum(limits) + self.wanted.count + self.unwanted.count + len(self.without)

    @property
    def asks_for_tags(self) -> bool:
        """Whether which tags sounds have decides which ones are found."""
        kinds = (*self.wanted.kinds, *self.unwanted.kinds)
        return bool(self.wanted.tags or self.unwanted.tags) or Kind.UNTAGGED in kinds


@dataclass(slots=True)
class _Reading:
    words: list[str] = field(default_factory=list)
    without: list[str] = field(default_factory=list)
    terms: dict[tuple[bool, str], list[tuple[str, ...]]] = field(default_factory=dict)
    shorter: float | None = None
    longer: float | None = None
    ratings: Ratings | None = None
    kinds: dict[bool, list[Kind]] = field(default_factory=dict)
    measured: dict[bool, MeasuredTerms] = field(default_factory=dict)
    hints: list[str] = field(default_factory=list)
    broken: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing was understood, and nothing was said about it either."""
        limits = self.shorter is not None or self.longer is not None or self.ratings is not None
        filters = limits or self.terms or self.kinds or self.measured
        return not (filters or self.words or self.without or self.hints)

    def add_term(self, kind: str, *values: str, unwanted: bool) -> None:
        """One filter, of which any value will do."""
        self.terms.setdefault((unwanted, kind), []).append(values)

    def breaks(self, hint: str) -> None:
        """A filter cannot be read."""
        self.hints.append(hint)
        self.broken = True

    def all_terms(self, *, unwanted: bool) -> Terms:
        flat = {
            kind: tuple(value for values in self.terms.get((unwanted, kind), ()) for value in values)
            for kind in ("folder", "format", "name", "literal", "collection", "note", *MEASURED_FIELDS)
        }
        return Terms(
            folders=flat["folder"],
            tags=tuple(self.terms.get((unwanted, "tag"), ())),
            formats=flat["format"],
            names=flat["name"],
            literals=flat["literal"],
            collections=flat["collection"],
            notes=flat["note"],
            kinds=tuple(dict.fromkeys(self.kinds.get(unwanted, ()))),
            measured=self.measured.get(unwanted, MeasuredTerms()),
            texts=tuple((name, values) for name in TEXT_FIELDS for values in self.terms.get((unwanted, name), ())),
        )


def parse_query(text: str) -> Query:
    """Read a search line; never raises, whatever the text."""
    reading = _Reading()
    for token in tokens_of(text):
        _read_token(token, reading)
    typed = cleaned(text).strip()
    if typed and reading.is_empty:
        reading.hints.append(
            f"There is nothing to search for in “{shown(typed)}”: write what the sound should sound like."
        )
    return Query(
        words=" ".join(reading.words),
        without=tuple(reading.without),
        wanted=reading.all_terms(unwanted=False),
        unwanted=reading.all_terms(unwanted=True),
        shorter=reading.shorter,
        longer=reading.longer,
        ratings=reading.ratings,
        hints=tuple(dict.fromkeys(reading.hints)),
        broken=reading.broken,
    )


def is_filter(token: Token) -> bool:
    """Whether a piece of a line is a whole filter that can be read, and so needs no more typing."""
    reading = _Reading()
    _read_token(token, reading)
    return not (reading.hints or reading.words or reading.without or reading.is_empty)


def _read_token(token: Token, reading: _Reading) -> None:
    value = token.value
    if token.field in FIELDS:
        _read_field(token, reading)
    elif token.field:
        reading.breaks(_unknown(token.field))
    elif value.endswith(":") and value[:-1].casefold() in FIELDS:
        reading.breaks(_needs_more(value[:-1].casefold()))
    elif token.quoted and value:
        reading.add_term("literal", value, unwanted=token.unwanted)
    elif any(character.isalnum() for character in value):
        _add_words(value, token, reading)


def _unknown(name: str) -> str:
    like = get_close_matches(name, FIELDS, n=_MOST_LIKE) if len(name) <= _LONGEST_NAME else []
    if like:
        near = ", ".join(f"{one}:" for one in like)
        return f"There is no filter “{name}:”. Did you mean {near}? In quotes, it is searched for in names."
    some = ", ".join(f"{one}:" for one in FIELDS[:_MOST_NAMED])
    return f"There is no filter “{shown(name)}:”. There are {some} and more. In quotes, it is searched for in names."


def _add_words(words: str, token: Token, reading: _Reading) -> None:
    (reading.without if token.unwanted else reading.words).append(words)


def _read_field(token: Token, reading: _Reading) -> None:
    name, values = token.field, token.alternatives
    if not token.value or (name in ("tag", "format") and not values):
        reading.breaks(_needs_more(name))
    elif name == "length":
        _read_length(token.value, reading, unwanted=token.unwanted)
    elif name in ("rating", "is"):
        _read_mark(name, token, reading)
    elif name in MEASURED_FIELDS:
        _read_measured(name, token, reading)
    elif name in TEXT_FIELDS:
        reading.add_term(name, *values, unwanted=token.unwanted)
    elif name == "format":
        reading.add_term(name, *(value.removeprefix(".") for value in values), unwanted=token.unwanted)
    else:
        reading.add_term(name, *(values if name == "tag" else (token.value,)), unwanted=token.unwanted)


def _read_mark(name: str, token: Token, reading: _Reading) -> None:
    kind = kind_of(token.value) if name == "is" else None
    ratings = ratings_of(token.value, unwanted=token.unwanted) if name == "rating" else None
    if kind is not None:
        reading.kinds.setdefault(token.unwanted, []).append(kind)
    elif ratings is not None:
        reading.ratings = ratings
    else:
        reading.breaks(_cannot_be_read(name, token))


def _read_measured(name: str, token: Token, reading: _Reading) -> None:
    terms = measured_terms_of(name, token.value, token.alternatives)
    if terms is None:
        reading.breaks(_cannot_be_read(name, token))
    else:
        before = reading.measured.get(token.unwanted, MeasuredTerms())
        reading.measured[token.unwanted] = before.joined(terms)


def _cannot_be_read(name: str, token: Token) -> str:
    return f"“{name}:{shown(token.value)}” cannot be read: write {EXAMPLES[name]}."


def _needs_more(name: str) -> str:
    return f"“{name}:” needs something after it, for example {EXAMPLES[name]}."


def _read_length(value: str, reading: _Reading, *, unwanted: bool) -> None:
    first, dash, second = value.partition("-")
    low = _LENGTH.fullmatch(first)
    high = _LENGTH.fullmatch(second) if dash else None
    if low is None or (dash and high is None):
        reading.breaks(f"“length:{shown(value)}” is not a length: write {EXAMPLES['length']} (seconds).")
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


EXAMPLES = {
    "folder": "folder:drums",
    "tag": 'tag:"door slam" or tag:wood|metal',
    "length": "length:<2, length:>0.5 or length:1-3",
    "format": "format:flac or format:wav,flac",
    "name": "name:take",
    "rating": "rating:>=3, rating:5 or rating:2-4",
    "is": "is:favourite, is:untagged, is:duplicate, is:silent, is:unreadable, is:missing or is:offline",
    "collection": 'collection:"Rain set"',
    "note": "note:loop",
    "bpm": "bpm:120, bpm:120|128, bpm:90..100 or bpm:>140",
    "key": "key:F#m, key:Bb or key:C|Am",
    "kind": "kind:loop or kind:one-shot",
    "lufs": "lufs:<-20 or lufs:-24..-18",
    "warning": "warning:any or warning:" + ", warning:".join(SoundWarning),
    **{name: f"{name}:rain" for name in TEXT_FIELDS},
}
"""How each filter is written, for hints and help."""
