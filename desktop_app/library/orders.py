"""The library's sounds in order: what each column holds is read once and sorted in memory, and kept until a change.

SQLite sorts a million rows in seconds, for it reads, compares and writes them one by one. Read as one text and sorted
in memory it is about a second the first time, and a tenth of one afterwards.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import apsw
import numpy as np
from numpy.typing import NDArray

from desktop_app.library.database import Database

SoundIds = NDArray[np.int64]
_Places = NDArray[np.int64]
_Keys = NDArray[np.float64] | NDArray[np.int64]


class SortColumn(StrEnum):
    """What sounds can be sorted by; equal ones stand in the order of their ids, unknown ones last."""

    NAME = "name"
    PATH = "path"
    LENGTH = "length"
    FORMAT = "format"
    FOLDER = "folder"
    MODIFIED = "modified"
    ADDED = "added"
    CHANNELS = "channels"
    RATE = "rate"
    RATING = "rating"
    """Among equally rated ones favourites come behind."""
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class _Order:
    """All sounds in one order, upwards."""

    sound_ids: SoundIds
    """[n], ascending."""
    places: _Places
    """[n]: where each of them stands, without gaps."""
    known: int
    """So many have what they are sorted by; the others stand behind these, either way."""

    def sort(self, sound_ids: SoundIds, *, descending: bool) -> SoundIds:
        """Some of these sounds [k] in order; those that came later stand at the end."""
        if not len(self.sound_ids):
            return sound_ids
        found = np.minimum(np.searchsorted(self.sound_ids, sound_ids), len(self.sound_ids) - 1)
        places = self.places[found]
        if descending:
            places = np.where(places < self.known, self.known - 1 - places, places)
        places = np.where(self.sound_ids[found] == sound_ids, places, len(self.sound_ids))
        turned: SoundIds = sound_ids[np.argsort(places, kind="stable")]
        return turned


class Orders:
    """Sorts sounds. May be used on any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = threading.Lock()
        self._kept: dict[SortColumn, tuple[int, _Order]] = {}

    def sort(self, sound_ids: SoundIds, column: SortColumn, *, descending: bool) -> SoundIds:
        """These sounds [k] in the order of a column."""
        return self._order(column).sort(sound_ids, descending=descending)

    def _order(self, column: SortColumn) -> _Order:
        with self._lock:
            # Only the process that writes knows of every change; another one would keep what is old.
            now = self._database.changes if self._database.writable else -1
            kept = self._kept.get(column)
            if kept is not None and now >= 0 and kept[0] == now:
                return kept[1]
            with self._database.reading() as connection:
                order = _read(connection, column)
            self._kept[column] = (now, order)
            return order


def _read(connection: apsw.Connection, column: SortColumn) -> _Order:
    # One look at the library: sounds that come while it is read are in none of the columns.
    connection.execute("BEGIN")
    try:
        ids = _numbers(connection, "sound_id", "sounds").astype(np.int64)
        keys, unknown = _KEYS[column](connection)
    finally:
        connection.execute("COMMIT")
    order = np.lexsort((keys, unknown))
    places = np.empty(len(ids), dtype=np.int64)
    places[order] = np.arange(len(ids))
    return _Order(ids, places, int(len(ids) - np.count_nonzero(unknown)))


def _joined(connection: apsw.Connection, value: str, tables: str, separator: str) -> str:
    statement = (
        f"SELECT group_concat(value, {separator}) FROM (SELECT {value} AS value FROM {tables} ORDER BY sound_id)"
    )
    text: str | None = connection.execute(statement).get
    return text or ""


def _numbers(connection: apsw.Connection, value: str, tables: str) -> NDArray[np.float64]:
    """A number of every sound [n]; NaN where there is none."""
    return np.fromstring(_joined(connection, f"coalesce({value}, 'nan')", tables, "' '"), dtype=np.float64, sep=" ")


def _texts(connection: apsw.Connection, value: str, tables: str) -> list[str]:
    """A text of every sound; no file's name holds the character that parts them."""
    joined = _joined(connection, f"coalesce({value}, '')", tables, "char(0)")
    count: int = connection.execute("SELECT count(*) FROM sounds").get
    return joined.split("\0") if count else []


_CONTENTS = "sounds LEFT JOIN contents ON contents.content_id = sounds.content_id"
_MARKS = "sounds LEFT JOIN marks ON marks.content_id = sounds.content_id"
_FOLDERS = "sounds JOIN folders USING (folder_id)"
_Read = Callable[[apsw.Connection], tuple[_Keys, NDArray[np.bool_]]]


def _by_number(value: str, tables: str = "sounds") -> _Read:
    def read(connection: apsw.Connection) -> tuple[_Keys, NDArray[np.bool_]]:
        numbers = _numbers(connection, value, tables)
        return numbers, np.isnan(numbers)

    return read


def _by_time_of_change(connection: apsw.Connection) -> tuple[_Keys, NDArray[np.bool_]]:
    # Nanoseconds since 1970 have more digits than a float keeps.
    text = _joined(connection, "modified_ns", "sounds", "' '")
    moments = np.fromstring(text, dtype=np.int64, sep=" ")
    return moments, np.zeros(len(moments), dtype=np.bool_)


def _by_few_texts(value: str, tables: str) -> _Read:
    """By texts of which many sounds have the same; empty ones are unknown."""

    def read(connection: apsw.Connection) -> tuple[_Keys, NDArray[np.bool_]]:
        texts = _texts(connection, value, tables)
        return _ranks_of_few(texts), np.fromiter((not text for text in texts), dtype=np.bool_, count=len(texts))

    return read


def _by_name(connection: apsw.Connection) -> tuple[_Keys, NDArray[np.bool_]]:
    ranks = _ranks(_texts(connection, "name_key", "sounds"))
    return ranks, np.zeros(len(ranks), dtype=np.bool_)


def _by_path(connection: apsw.Connection) -> tuple[_Keys, NDArray[np.bool_]]:
    names, _ = _by_name(connection)
    # The character that parts folder and directory comes before all that a path may hold.
    directories = _ranks_of_few(_texts(connection, "path_key || char(1) || directory_key", _FOLDERS))
    order = np.lexsort((names, directories))
    ranks = np.empty(len(names), dtype=np.int64)
    ranks[order] = np.arange(len(names))
    return ranks, np.zeros(len(names), dtype=np.bool_)


def _ranks(texts: list[str]) -> _Places:
    """Where each text stands, equal ones in the order given."""
    ranks = np.empty(len(texts), dtype=np.int64)
    ranks[sorted(range(len(texts)), key=texts.__getitem__)] = np.arange(len(texts))
    return ranks


def _ranks_of_few(texts: list[str]) -> _Places:
    """Where each text stands, equal ones equally; quick where few differ."""
    rank_of = {text: rank for rank, text in enumerate(sorted(set(texts)))}
    return np.fromiter(map(rank_of.__getitem__, texts), dtype=np.int64, count=len(texts))


_KEYS: dict[SortColumn, _Read] = {
    SortColumn.NAME: _by_name,
    SortColumn.PATH: _by_path,
    SortColumn.FOLDER: _by_path,
    SortColumn.LENGTH: _by_number("seconds", _CONTENTS),
    SortColumn.FORMAT: _by_few_texts("container || ' ' || encoding || ' ' || printf('%09d', sample_rate)", _CONTENTS),
    SortColumn.MODIFIED: _by_time_of_change,
    SortColumn.ADDED: _by_number("added"),
    SortColumn.CHANNELS: _by_number("channels", _CONTENTS),
    SortColumn.RATE: _by_number("sample_rate", _CONTENTS),
    SortColumn.RATING: _by_number("nullif(2 * rating + favourite, 0)", _MARKS),
    SortColumn.NOTE: _by_few_texts("note_key", _MARKS),
}
