"""Reads rows out of the pages of a database file that SQLite itself can no longer read.

SQLite finds a row by way of the pages above it, so one bad page can hide thousands of good ones. Here each page is
looked at on its own: every leaf holds whole rows, in the format that https://www.sqlite.org/fileformat2.html describes
and that never changes. Pages in the log (`-wal`) stand in for those of the file.
"""

import struct
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_MAGIC = b"SQLite format 3\0"
_USUAL_PAGE = 4096
_FILE_HEADER = 100
"""Bytes of page 1 before its own header."""
_TABLE_LEAF, _TABLE_INTERIOR, _INDEX_LEAF, _INDEX_INTERIOR = 0x0D, 0x05, 0x0A, 0x02
_KINDS = (_TABLE_LEAF, _TABLE_INTERIOR, _INDEX_LEAF, _INDEX_INTERIOR)
_LOG_HEADER, _FRAME_HEADER = 32, 24
_LONGEST_ROW = 16 * 1024 * 1024
"""Bytes; anything longer is no row but rubble."""
_WHOLE_BYTES = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}
"""Bytes of a whole number by its type in a record."""


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row somewhere in the file."""

    number: int | None
    """SQLite's own number of the row; None in a table or index that has none."""
    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class TreePage:
    """A page of a table or an index."""

    is_table: bool
    """Rows have numbers; else it is of an index, or of a table without such numbers."""
    is_leaf: bool
    rows: tuple[FoundRow, ...]
    """Only what the page says that it holds: what was removed may still lie in it, and is not read."""
    children: tuple[int, ...]
    """The numbers of the pages below."""
    whole: bool
    """Whether each row and each page below could be made out."""


class DamagedFile:
    """The pages of a file and of its log, each by itself."""

    def __init__(self, file: Path) -> None:
        """Read both. Raises OSError."""
        self._data = file.read_bytes()
        self._size = _page_size(self._data)
        self._newer = _logged_pages(file.with_name(file.name + "-wal"), self._size)
        self.count = max([len(self._data) // self._size, *self._newer])
        """How many pages there are; they are numbered from 1."""
        self.free, self.free_known = self._find_free()
        """Pages that are known to hold nothing any more, and whether these are all such pages."""

    def tree_page(self, number: int) -> TreePage | None:
        """None where there is no page of a table or an index."""
        page = self._page(number)
        start = _FILE_HEADER if number == 1 else 0
        kind = page[start] if len(page) == self._size else 0
        if kind not in _KINDS:
            return None
        is_leaf, is_table = kind in (_TABLE_LEAF, _INDEX_LEAF), kind in (_TABLE_LEAF, _TABLE_INTERIOR)
        first, said = start + (8 if is_leaf else 12), _whole(page[start + 3 : start + 5])
        count = min(said, (len(page) - first) // 2)
        cells = [_whole(page[place : place + 2]) for place in range(first, first + 2 * count, 2)]
        rows = [self._row(page, cell, kind) for cell in cells if kind != _TABLE_INTERIOR]
        children = [] if is_leaf else [_whole(page[cell : cell + 4]) for cell in cells]
        children += [] if is_leaf else [_whole(page[start + 8 : start + 12])]
        whole = count == said and None not in rows and all(0 < child <= self.count for child in children)
        found = tuple(row for row in rows if row is not None)
        return TreePage(is_table, is_leaf, found, tuple(children), whole)

    def _row(self, page: bytes, place: int, kind: int) -> FoundRow | None:
        try:
            place += 4 if kind == _INDEX_INTERIOR else 0
            length, place = _varint(page, place)
            number = None
            if kind == _TABLE_LEAF:
                number, place = _varint(page, place)
            return FoundRow(number, _record(self._payload(page, place, length, is_table=kind == _TABLE_LEAF)))
        except (IndexError, ValueError, struct.error):
            return None

    def _payload(self, page: bytes, place: int, length: int, *, is_table: bool) -> bytes:
        """The bytes of a row, also where they go on in other pages. ValueError when they do not come together."""
        if not 0 < length <= _LONGEST_ROW:
            raise ValueError
        most = self._size - 35 if is_table else (self._size - 12) * 64 // 255 - 23
        here = length
        if length > most:
            least = (self._size - 12) * 32 // 255 - 23
            here = least + (length - least) % (self._size - 4)
            here = here if here <= most else least
        found = page[place : place + here]
        follows = _whole(page[place + here : place + here + 4]) if length > here else 0
        seen: set[int] = set()
        while len(found) < length and follows not in seen:
            seen.add(follows)
            more = self._page(follows)
            follows = _whole(more[:4])
            found += more[4 : 4 + length - len(found)]
        if len(found) < length:
            raise ValueError
        return found

    def _page(self, number: int) -> bytes:
        """Empty for a page that is not there."""
        start = (number - 1) * self._size
        return self._newer.get(number) or (self._data[start : start + self._size] if number > 0 else b"")

    def _find_free(self) -> tuple[set[int], bool]:
        free: set[int] = set()
        header = self._page(1)[:_FILE_HEADER]
        if not header.startswith(_MAGIC):
            return free, False
        trunk = _whole(header[32:36])
        while 0 < trunk <= self.count and trunk not in free:
            free.add(trunk)
            page = self._page(trunk)
            leaves = min(_whole(page[4:8]), self._size // 4 - 2)
            free.update(_whole(page[8 + 4 * leaf : 12 + 4 * leaf]) for leaf in range(leaves))
            trunk = _whole(page[:4])
        return free, trunk == 0 and len(free) == _whole(header[36:40])


def _page_size(data: bytes) -> int:
    size = _whole(data[16:18]) if data.startswith(_MAGIC) else _USUAL_PAGE
    size = 65_536 if size == 1 else size
    return size if size >= 512 and size & (size - 1) == 0 else _USUAL_PAGE


def _logged_pages(log: Path, size: int) -> dict[int, bytes]:
    """The newest of each page in the log, up to the last transaction that was finished."""
    data = log.read_bytes() if log.exists() else b""
    salt = data[16:24]
    finished: dict[int, bytes] = {}
    pages: dict[int, bytes] = {}
    for place in range(_LOG_HEADER, len(data) - _FRAME_HEADER - size + 1, _FRAME_HEADER + size):
        header = data[place : place + _FRAME_HEADER]
        if header[8:16] != salt:
            break
        pages[_whole(header[:4])] = data[place + _FRAME_HEADER : place + _FRAME_HEADER + size]
        if _whole(header[4:8]):
            finished.update(pages)
            pages.clear()
    return finished


def _record(payload: bytes) -> tuple[Any, ...]:
    """The values of a row. Raises ValueError, IndexError or struct.error when these bytes are none."""
    end, place = _varint(payload, 0)
    kinds = []
    while place < end:
        kind, place = _varint(payload, place)
        kinds.append(kind)
    values = []
    for kind in kinds:
        value, place = _value(payload, place, kind)
        values.append(value)
    if place != len(payload):
        raise ValueError
    return tuple(values)


def _value(payload: bytes, place: int, kind: int) -> tuple[Any, int]:
    """A value of a record, and where the next one begins."""
    if kind == 0:
        return None, place
    if kind in (8, 9):
        return kind - 8, place
    if kind == 7:
        return struct.unpack_from(">d", payload, place)[0], place + 8
    if kind in _WHOLE_BYTES:
        end = place + _WHOLE_BYTES[kind]
        return int.from_bytes(payload[place:end], "big", signed=True), end
    end = place + (kind - 12) // 2
    if kind < 12 or end > len(payload):
        raise ValueError
    value = payload[place:end]
    return (value.decode() if kind % 2 else value), end


def _varint(data: bytes, place: int) -> tuple[int, int]:
    """SQLite's whole number of one to nine bytes, and where it ends. Raises IndexError."""
    value = 0
    for step in range(8):
        byte = data[place + step]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, place + step + 1
    value = value << 8 | data[place + 8]
    return (value - (1 << 64) if value >> 63 else value), place + 9


def _whole(data: bytes) -> int:
    return int.from_bytes(data, "big")
