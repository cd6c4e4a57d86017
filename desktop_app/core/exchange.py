"""What people said of sounds, as text that leaves Earmark and comes back: tags, ratings, notes, collections.

Three forms hold the same: JSON; a table with commas for spreadsheets; and a table with tabs whose first columns
are those that Soundminer reads. Reading what was written gives it back, whatever is in it; all of it is valid UTF-8,
with bytes that are no letters spelt out, and in a table nothing begins like a formula.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any, Final

from desktop_app.core.marks import HIGHEST_RATING, Marks
from desktop_app.core.said_cells import CellError, collections_of, content_of, is_yes, key_of, keys_of, rating_of
from desktop_app.core.spreadsheet import defused, restored, spelt, unspelt
from desktop_app.core.verdict import Judgement

MOST_BYTES: Final = 1_000_000_000
"""Of a file that is read; half a million sounds are some 200 MB."""
_MOST_NAMED: Final = 20
"""Lines of a table that cannot be read."""
_VERSION: Final = 1


class ExchangeError(ValueError):
    """A text that cannot be read; the message is a sentence for the user."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What was said of one tag."""

    vocabulary_id: str
    tag_id: str
    judgement: Judgement

    @property
    def key(self) -> str:
        """As tables have it."""
        return f"{self.vocabulary_id}/{self.tag_id}"


@dataclass(frozen=True, slots=True)
class SaidOfSound:
    """All that was said of one sound."""

    path: str
    """As the file system has it; bytes that are no text as `os.fsdecode` makes them."""
    content_id: bytes = b""
    """What audio it is; empty where that is not known."""
    judged: tuple[Judged, ...] = ()
    marks: Marks = field(default_factory=Marks)
    collections: tuple[str, ...] = ()


Names = Mapping[tuple[str, str], str]
"""What tags are called, by vocabulary and tag; for people who read a table, never read back."""


def write_json(sounds: Sequence[SaidOfSound], names: Names) -> str:
    """One document."""
    listed = [
        {
            "path": said.path,
            "content_id": said.content_id.hex(),
            "tags": [
                {
                    "vocabulary": judged.vocabulary_id,
                    "tag": judged.tag_id,
                    "name": names.get((judged.vocabulary_id, judged.tag_id), ""),
                    "said": judged.judgement.value,
                }
                for judged in said.judged
            ],
            "rating": said.marks.rating,
            "favourite": said.marks.favourite,
            "note": said.marks.note,
            "collections": list(said.collections),
        }
        for said in sounds
    ]
    return json.dumps({"earmark": _VERSION, "sounds": listed}, indent=1)


def read_json(text: str) -> list[SaidOfSound]:
    """Raises ExchangeError."""
    try:
        document = json.loads(text)
        if document["earmark"] != _VERSION:
            raise ExchangeError("This was written by a newer version of Earmark: install that to read it.")
        return [_sound_of(item) for item in document["sounds"]]
    except (KeyError, TypeError, ValueError, RecursionError, AttributeError) as error:
        if isinstance(error, ExchangeError):
            raise
        raise ExchangeError("This is no list of sounds that Earmark wrote.") from error


def write_csv(sounds: Sequence[SaidOfSound], names: Names) -> str:
    """A line a sound below a line of headings, for spreadsheets: those take a mark at the beginning to know UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    writer.writerows([_written(cell) for cell in _cells(said, names)] for said in sounds)
    return f"\ufeff{text.getvalue()}"


def read_csv(text: str) -> list[SaidOfSound]:
    """Also with semicolons, as spreadsheets of half of Europe write them. Raises ExchangeError."""
    text = text.removeprefix("\ufeff")
    heading = text.partition("\n")[0]
    delimiter = ";" if heading.count(";") > heading.count(",") else ","
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise ExchangeError(f"This table cannot be read ({error}).") from error
    return _of_rows([[_read(cell) for cell in row] for row in rows])


def write_tabs(sounds: Sequence[SaidOfSound], names: Names) -> str:
    """A line a sound below a line of headings, with tabs; in texts a tab is `\\t`, a line end `\\n`, `\\` is `\\\\`."""
    lines = ["\t".join((*_PEERS_COLUMNS, *_COLUMNS))]
    for said in sounds:
        cells = (*_peers_cells(said, names), *_cells(said, names))
        lines.append("\t".join(_ESCAPED.sub(lambda found: _ESCAPES[found[0]], _written(cell)) for cell in cells))
    return "\n".join(lines) + "\n"


def read_tabs(text: str) -> list[SaidOfSound]:
    """Raises ExchangeError."""
    lines = text.removeprefix("\ufeff").split("\n")
    return _of_rows([[_read(_unescaped(cell)) for cell in line.rstrip("\r").split("\t")] for line in lines])


@dataclass(frozen=True, slots=True)
class ExchangeFormat:
    """One of the three forms."""

    suffix: str
    """Of a file, with its dot."""
    write: Callable[[Sequence[SaidOfSound], Names], str]
    read: Callable[[str], list[SaidOfSound]]


FORMATS: Final = (
    ExchangeFormat(".json", write_json, read_json),
    ExchangeFormat(".csv", write_csv, read_csv),
    ExchangeFormat(".txt", write_tabs, read_tabs),
)


def format_of(name: str) -> ExchangeFormat | None:
    """The form that a file's name asks for."""
    suffix = PurePath(name).suffix.lower()
    return next((found for found in FORMATS if found.suffix == (".txt" if suffix == ".tsv" else suffix)), None)


# --- tables ---

_COLUMNS: Final = (
    "path",
    "content_id",
    "tags",
    *(judgement.value for judgement in Judgement),
    "rating",
    "favourite",
    "note",
    "collections",
)
_PEERS_COLUMNS: Final = ("Filename", "Pathname", "Keywords", "Notes", "Rating")
"""As Soundminer calls them."""
_ESCAPES: Final = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\0": "\\0"}
_ESCAPED: Final = re.compile(r"[\\\t\n\r\0]")
_RESTORED: Final = re.compile(r"\\(.)", re.DOTALL)
_PLAIN: Final = {escape[1]: plain for plain, escape in _ESCAPES.items()}


def _cells(said: SaidOfSound, names: Names) -> tuple[str, ...]:
    judged = {
        judgement: "; ".join(one.key for one in said.judged if one.judgement is judgement) for judgement in Judgement
    }
    return (
        said.path,
        said.content_id.hex(),
        "; ".join(_names_of(said, names)),
        *judged.values(),
        str(said.marks.rating),
        "yes" if said.marks.favourite else "",
        said.marks.note,
        json.dumps(said.collections) if said.collections else "",
    )


def _peers_cells(said: SaidOfSound, names: Names) -> tuple[str, ...]:
    keywords = ", ".join(_names_of(said, names))
    return PurePath(said.path).name, said.path, keywords, said.marks.note, str(said.marks.rating)


def _names_of(said: SaidOfSound, names: Names) -> Iterator[str]:
    for judged in said.judged:
        if judged.judgement is not Judgement.REJECTED:
            yield names.get((judged.vocabulary_id, judged.tag_id), judged.tag_id)


def _of_rows(rows: Sequence[Sequence[str]]) -> list[SaidOfSound]:
    if not rows or "path" not in rows[0]:
        raise ExchangeError("The first line of the table must name its columns, and one of them must be “path”.")
    heading = list(rows[0])
    found, problems = [], []
    for number, row in enumerate(rows[1:], start=2):
        if not any(row):
            continue
        try:
            found.append(_of_cells(dict(zip(heading, row, strict=False))))
        except CellError as error:
            problems.append(f"Line {number}: {error}.")
    if problems:
        raise ExchangeError(_all_of(problems))
    return found


def _all_of(problems: Sequence[str]) -> str:
    """What is wrong in a table: who puts it right wants to know all of it at once."""
    lines = "A line" if len(problems) == 1 else f"{len(problems):,} lines"
    more = [f"And {len(problems) - _MOST_NAMED:,} more."] if len(problems) > _MOST_NAMED else []
    first = f"{lines} of the table cannot be read, so nothing was taken over: put this right, and try again."
    return "\n".join([first, *problems[:_MOST_NAMED], *more])


def _of_cells(cells: Mapping[str, str]) -> SaidOfSound:
    judged = tuple(
        Judged(vocabulary_id, tag_id, judgement)
        for judgement in Judgement
        for vocabulary_id, tag_id in keys_of(cells.get(judgement.value, ""))
    )
    return SaidOfSound(
        cells.get("path", ""),
        content_of(cells.get("content_id", "")),
        judged,
        Marks(rating_of(cells.get("rating", "")), is_yes(cells.get("favourite", "")), cells.get("note", "")),
        collections_of(cells.get("collections", "")),
    )


def _written(text: str) -> str:
    return defused(spelt(text))


def _read(cell: str) -> str:
    return unspelt(restored(cell))


def _unescaped(cell: str) -> str:
    return _RESTORED.sub(lambda found: _PLAIN.get(found[1], found[0]), cell)


def _sound_of(item: Mapping[str, Any]) -> SaidOfSound:
    judged = tuple(Judged(*key_of(f"{tag['vocabulary']}/{tag['tag']}"), Judgement(tag["said"])) for tag in item["tags"])
    rating = item.get("rating", 0)
    if not isinstance(rating, int) or not 0 <= rating <= HIGHEST_RATING:
        raise ExchangeError(f"A rating is 0 to {HIGHEST_RATING}, not {rating}.")
    return SaidOfSound(
        str(item["path"]),
        bytes.fromhex(item.get("content_id", "")),
        judged,
        Marks(rating, item.get("favourite") is True, str(item.get("note", ""))),
        tuple(map(str, item.get("collections", ()))),
    )
