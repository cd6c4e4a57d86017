"""The rows of a table as text, one by one, however the quotation marks stand in it.

One that is never closed, as of five inches in the name of a nail, would make one cell of all the lines behind it, and
nobody would be told. Where a line cannot be what it says, its marks are taken for letters if it has all its cells then;
else it is left out by its number, and reading goes on with the next line.
"""

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

_LONGEST_CELL: Final = 2**31 - 1
"""Letters, as many as the reader of tables can be told on every system: a note may have more than the 131,072 that it
takes else.
"""
_FEWEST_COLUMNS: Final = 3
"""From which the lines of one cell with line breaks do not all look like rows by chance."""
_LINE: Final = re.compile(r"[^\n]*(?:\n|\Z)")
_LINE_OF_APPLE: Final = re.compile(r"[^\r\n]*(?:\r\n?|\n|\Z)")
_FIRST_END: Final = re.compile(r"[\r\n]*[^\r\n]*(\r\n|\r|\n|\Z)")
_NOT_CLOSED: Final = "a quotation mark in it is not closed, or stands within a cell: close it, or double it"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    cells: list[str]
    problem: str = ""
    """In plain words, without a full stop, where the line could not be taken apart: then its cells are a guess."""


class Lines:
    """The lines of a text with their ends, from wherever one is; they end as the first that is not empty does."""

    def __init__(self, text: str) -> None:
        self.position = 0
        self._text = text
        first = _FIRST_END.match(text)
        # Elsewhere \r may be a letter of a cell.
        self._line = _LINE_OF_APPLE if first is not None and first[1] == "\r" else _LINE

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        found = self._line.match(self._text, self.position)
        if not found or not found[0]:
            raise StopIteration
        self.position = found.end()
        return found[0]


def heading_of(text: str) -> str:
    """The first line in which anything stands; empty where nothing does."""
    return next(filter(str.strip, Lines(text)), "").rstrip("\r\n")


def read_rows(text: str, delimiter: str, *, trusted: bool) -> Iterator[Row]:
    """The rows of a table, also the empty ones. `trusted`: who wrote it quoted all that has to be quoted."""
    csv.field_size_limit(_LONGEST_CELL)
    lines = Lines(text)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    columns = 0
    while True:
        begin, lines_before = lines.position, reader.line_num
        try:
            cells = next(reader, None)
        except csv.Error:
            cells = []
            torn = True
        else:
            several = reader.line_num - lines_before > 1
            torn = several and not trusted and _are_rows(text[begin : lines.position], delimiter, columns)
        if cells is None:
            return
        if torn:
            lines.position = begin
            row = _taken_apart(next(lines).rstrip("\r\n"), delimiter, columns)
        else:
            row = Row(cells)
        columns = columns or (len(row.cells) if any(map(str.strip, row.cells)) else 0)
        yield row


def _are_rows(text: str, delimiter: str, columns: int) -> bool:
    """Whether what was read as one row is as many as it has lines."""
    return columns >= _FEWEST_COLUMNS and all(line.count(delimiter) == columns - 1 for line in Lines(text))


def _taken_apart(line: str, delimiter: str, columns: int) -> Row:
    """A line whose quotation marks are not as they should be; the first has as many columns as it has."""
    cells = line.split(delimiter)
    if len(cells) == (columns or len(cells)):
        return Row(cells)
    try:
        (quoted,) = csv.reader([f"{line}\n"], delimiter=delimiter)
    except csv.Error:
        quoted = []
    if len(quoted) == columns and not quoted[-1].endswith("\n"):
        return Row(quoted)
    return Row(cells, _NOT_CLOSED)
