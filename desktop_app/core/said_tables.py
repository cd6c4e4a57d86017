"""What people said of sounds as tables: with commas for spreadsheets, and with tabs for Soundminer and its like.

Tables of other programs are read, too, for as much of them as means something here.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from desktop_app.core.front_columns import with_front
from desktop_app.core.marks import Marks
from desktop_app.core.peers_columns import (
    PEERS_COLUMNS,
    column_key,
    names_in,
    names_sounds,
    peers_cells,
    sound_of,
    unread_in,
)
from desktop_app.core.said import (
    NOTHING_THERE,
    ExchangeError,
    Judged,
    LeftOut,
    Names,
    SaidList,
    SaidOfSound,
    Unit,
)
from desktop_app.core.said_cells import CellError, collections_of, content_of, is_yes, keys_of, rating_of
from desktop_app.core.spreadsheet import defused, restored, spelt, unspelt
from desktop_app.core.table_rows import Lines, Row, heading_of, read_rows
from desktop_app.core.verdict import Judgement

_OURS: Final = (
    "path",
    "content_id",
    "tags",
    *(judgement.value for judgement in Judgement),
    "rating",
    "favourite",
    "note",
    "collections",
)
_OUR_KEYS: Final = tuple(map(column_key, _OURS))
_PEERS_KEYS: Final = tuple(map(column_key, PEERS_COLUMNS))
_WRITTEN_HERE: Final = column_key("content_id")
"""A column that nobody but Earmark writes: texts with tabs are escaped where it is."""
_NO_TABLE: Final = (
    "The first line of the table must name its columns, and one of them must be “path” (other programs: FilePath or "
    "Filename)."
)
_SEPARATORS: Final = ",;\t"
_SAYS_SEPARATOR: Final = re.compile(r'"?sep=([,;\t])"?\r?\n')
"""A first line by which Excel knows."""
_ESCAPES: Final = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r", "\0": "\\0"}
_ESCAPED: Final = re.compile(r"[\\\t\n\r\0]")
_RESTORED: Final = re.compile(r"\\(.)", re.DOTALL)
_PLAIN: Final = {escape[1]: plain for plain, escape in _ESCAPES.items()}
_QUOTED: Final = re.compile(r'"(?:[^"]|"")*"')
"""A cell of a table with tabs, as spreadsheets write one that has quotation marks in it."""


def write_csv(sounds: Sequence[SaidOfSound], names: Names) -> str:
    """A line a sound below a line of headings, for spreadsheets: those take a mark at the beginning to know UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(_OURS)
    writer.writerows([_written(cell) for cell in _cells(said, names)] for said in sounds)
    return f"\ufeff{text.getvalue()}"


def read_csv(text: str) -> SaidList:
    """Also with semicolons, as spreadsheets of half of Europe write them. Raises ExchangeError."""
    text = text.removeprefix("\ufeff")
    said = _SAYS_SEPARATOR.match(text)
    text = text[said.end() :] if said else text
    heading = heading_of(text)
    delimiter = said[1] if said else max(_SEPARATORS, key=heading.count)
    rows = read_rows(text, delimiter, trusted=_WRITTEN_HERE in _keys_of(heading, delimiter))
    return _of_rows(rows, lambda cell: cell)


def write_tabs(sounds: Sequence[SaidOfSound], names: Names) -> str:
    """A line a sound below a line of headings, with tabs. What others read is plain; behind it, in what Earmark reads,
    a tab is `\\t`, a line end `\\n`, `\\` is `\\\\`.
    """
    lines = ["\t".join((*PEERS_COLUMNS, *_OURS))]
    for said in sounds:
        plain = map(_written, peers_cells(said, names))
        ours = (_ESCAPED.sub(lambda found: _ESCAPES[found[0]], _written(cell)) for cell in _cells(said, names))
        lines.append("\t".join(map(_quoted, (*plain, *ours))))
    return "\n".join(lines) + "\n"


def read_tabs(text: str) -> SaidList:
    """Also with commas or semicolons, whatever the name of its file says. Raises ExchangeError."""
    text = text.removeprefix("\ufeff")
    heading = heading_of(text)
    if "\t" not in heading and max(map(heading.count, ",;")):
        return read_csv(text)
    if _WRITTEN_HERE not in _keys_of(heading, "\t"):
        return _of_rows(read_rows(text, "\t", trusted=False), lambda cell: cell)
    rows = (Row([_unquoted(cell) for cell in line.rstrip("\r\n").split("\t")]) for line in Lines(text))
    return _of_rows(rows, _unescaped)


def check_table(beginning: str) -> None:
    """Raises ExchangeError where the beginning of a text shows that it is no table of sounds."""
    text = beginning.removeprefix("\ufeff")
    said = _SAYS_SEPARATOR.match(text)
    heading = heading_of(text[said.end() :] if said else text)
    if heading and not any(names_sounds(_keys_of(heading, delimiter)) for delimiter in _SEPARATORS):
        raise ExchangeError(_NO_TABLE)


def _keys_of(heading: str, delimiter: str) -> list[str]:
    return [column_key(name.strip('"')) for name in heading.split(delimiter)]


def _cells(said: SaidOfSound, names: Names) -> tuple[str, ...]:
    judged = {
        judgement: "; ".join(one.key for one in said.judged if one.judgement is judgement) for judgement in Judgement
    }
    return (
        said.path,
        said.content_id.hex(),
        "; ".join(names_in(said, names)),
        *judged.values(),
        str(said.marks.rating),
        "yes" if said.marks.favourite else "",
        said.marks.note,
        json.dumps(said.collections) if said.collections else "",
    )


def _of_rows(rows: Iterable[Row], unescaped: Callable[[str], str]) -> SaidList:
    filled = ((number, row) for number, row in enumerate(rows, start=1) if any(map(str.strip, row.cells)))
    heading = next((row.cells for _, row in filled), None)
    if heading is None:
        raise ExchangeError(NOTHING_THERE)
    keys = [column_key(name) for name in heading]
    if not names_sounds(keys):
        raise ExchangeError(_NO_TABLE)
    ours = "path" in heading or ("path" in keys and bool(set(_OUR_KEYS) & set(keys) - {"path", "rating"}))
    found, left_out = [], []
    unread: set[int] = set()
    untaken: dict[str, None] = {}
    known = {*_OUR_KEYS, *_PEERS_KEYS} if ours else set()
    for number, row in filled:
        unread |= unread_in(keys, row.cells)
        cells, front = _by_key(heading, row, unescaped) if ours else (dict(zip(keys, row.cells, strict=False)), {})
        try:
            _check(row, len(heading))
            said, others = _of_cells(cells, front) if ours else (sound_of(cells), ())
        except CellError as error:
            name = cells.get("path") or cells.get("filepath") or cells.get("filename", "")
            left_out.append(LeftOut(Unit.LINE, number, name, str(error)))
        else:
            found.append(said)
            untaken |= dict.fromkeys(others)
    names = (name for column, name in enumerate(heading) if column in unread and keys[column] not in known)
    return SaidList(tuple(found), tuple(left_out), (*names, *untaken))


def _by_key(heading: Sequence[str], row: Row, unescaped: Callable[[str], str]) -> tuple[dict[str, str], dict[str, str]]:
    """The cells of a line by the keys of their columns, and those of them that are for other programs.

    Where two columns have one key, as `Rating` and `rating`, the one that is ours counts.
    """
    ours, front = {}, {}
    for name, cell in zip(heading, row.cells, strict=False):
        key = column_key(name)
        if key in _PEERS_KEYS and name not in _OURS:
            front[key] = unspelt(restored(cell))
        else:
            ours[key] = unspelt(restored(unescaped(cell)))
    return front | ours, front


def _check(row: Row, columns: int) -> None:
    if row.problem:
        raise CellError(row.problem)
    if any(cell.strip() for cell in row.cells[columns:]):
        raise CellError("it has more cells than there are columns: see that texts with separators are quoted")


def _of_cells(cells: Mapping[str, str], front: Mapping[str, str]) -> tuple[SaidOfSound, tuple[str, ...]]:
    """What a line says, and what in its columns for others was not taken. Raises CellError."""
    path, content = cells.get("path", ""), content_of(cells.get(_WRITTEN_HERE, ""))
    if not path and not content:
        raise CellError("it does not say which sound it is about")
    judged = tuple(
        Judged(vocabulary_id, tag_id, judgement)
        for judgement in Judgement
        for vocabulary_id, tag_id in keys_of(cells.get(judgement.value, ""))
    )
    said = SaidOfSound(
        path,
        content,
        judged,
        Marks(rating_of(cells.get("rating", "")), is_yes(cells.get("favourite", "")), cells.get("note", "")),
        collections_of(cells.get("collections", "")),
    )
    return with_front(said, {**cells, **front}, by_hand=_WRITTEN_HERE not in cells)


def _written(text: str) -> str:
    return defused(spelt(text))


def _quoted(cell: str) -> str:
    """A cell in quotation marks where it would be taken for one that is."""
    doubled = cell.replace('"', '""')
    return f'"{doubled}"' if _QUOTED.fullmatch(cell) else cell


def _unquoted(cell: str) -> str:
    return cell[1:-1].replace('""', '"') if _QUOTED.fullmatch(cell) else cell


def _unescaped(cell: str) -> str:
    return _RESTORED.sub(lambda found: _PLAIN.get(found[1], found[0]), cell)
