"""The library's sounds in order: what each column holds is read once and sorted in memory, and kept until a change.

SQLite sorts a million rows in seconds, for it reads, compares and writes them one by one. Read as one text and sorted
in memory it is under a second the first time, and a tenth of one afterwards. Most changes leave the order as it is
(somebody rated a sound, or one was heard): after those the texts are read again, but not sorted, which would keep all
other threads waiting.
"""

import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import apsw
import numpy as np
from numpy.typing import NDArray

from desktop_app.core.measured_terms import key_place
from desktop_app.core.metadata import Field
from desktop_app.library.databases.database import Database

SoundIds = NDArray[np.int64]
_Places = NDArray[np.int64]
_Keys = NDArray[np.float64] | NDArray[np.int64]
_Unknown = NDArray[np.bool_]


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
    TEMPO = "tempo"
    KEY = "key"
    """From C upwards, each major key before the minor one; a single note as its key."""
    KIND = "kind"
    LOUDNESS = "loudness"
    PEAK = "peak"
    WARNINGS = "warnings"
    """By how many; sounds that were not measured are unknown."""
    DESCRIPTION = "description"
    """As this and the next four stand in the file; of several texts the first counts."""
    CATEGORY = "category"
    CATID = "catid"
    ARTIST = "artist"
    LIBRARY = "library"


@dataclass(frozen=True, slots=True)
class _Order:
    """All sounds in one order, upwards."""

    source: tuple[int, ...]
    """Hashes of the texts that it was made of."""
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


@dataclass(frozen=True, slots=True)
class _Column:
    """What sounds can be sorted by, apart from how it is read: what is read once may serve several columns."""

    texts: tuple[str, ...]
    """Statements that each give one text, with a value of every sound in the order of their ids."""
    keys: Callable[..., tuple[_Keys, _Unknown]]
    """From those texts: what sorts the sounds [n], and which of them [n] have nothing to be sorted by."""


class Orders:
    """Sorts sounds. May be used on any thread."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._lock = threading.Lock()
        self._kept: dict[_Column, tuple[int, _Order]] = {}

    def sort(self, sound_ids: SoundIds, column: SortColumn, *, descending: bool) -> SoundIds:
        """These sounds [k] in the order of a column."""
        return self._order(_COLUMNS[column]).sort(sound_ids, descending=descending)

    def _order(self, column: _Column) -> _Order:
        with self._lock:
            # Only the process that writes knows of every change; another one would keep what is old.
            now = self._database.changes if self._database.writable else -1
            kept = self._kept.get(column)
            if kept is not None and now >= 0 and kept[0] == now:
                return kept[1]
            with self._database.reading() as connection:
                texts = _read(connection, (_IDS, *column.texts))
            order = _order_of(column, texts, None if kept is None else kept[1])
            self._kept[column] = (now, order)
            return order


def _read(connection: apsw.Connection, statements: Sequence[str]) -> list[str]:
    # One look at the library: sounds that come while it is read are in none of the texts.
    connection.execute("BEGIN")
    try:
        return [connection.execute(statement).get or "" for statement in statements]
    finally:
        connection.execute("COMMIT")


def _order_of(column: _Column, texts: Sequence[str], before: _Order | None) -> _Order:
    """All sounds in order; the order from before where nothing changed that it was made of."""
    source = tuple(map(hash, texts))
    if before is not None and before.source == source:
        return before
    ids = _whole_numbers(texts[0])
    keys, unknown = column.keys(*texts[1:])
    places = np.empty(len(ids), dtype=np.int64)
    places[np.lexsort((keys, unknown))] = np.arange(len(ids))
    return _Order(source, ids, places, int(len(ids) - np.count_nonzero(unknown)))


# --- reading a value of every sound as one text ---

_CONTENTS = "sounds LEFT JOIN contents ON contents.content_id = sounds.content_id"
_MARKS = "sounds LEFT JOIN marks ON marks.content_id = sounds.content_id"
_QUALITY = "sounds LEFT JOIN quality ON quality.content_id = sounds.content_id"
_MUSIC = "sounds LEFT JOIN music ON music.content_id = sounds.content_id"


def _joined(value: str, separator: str, tables: str = "sounds") -> str:
    return f"SELECT group_concat(value, {separator}) FROM (SELECT {value} AS value FROM {tables} ORDER BY sound_id)"


def _texts(value: str, tables: str = "sounds") -> str:
    """Parted by a character that no file's name holds, with one more in front: no sounds are not one empty text."""
    joined = _joined(f"coalesce({value}, '')", "char(0)", tables)
    return f"SELECT char(0) || ({joined})"


def _numbers(value: str, tables: str = "sounds") -> str:
    return _joined(f"coalesce({value}, 'nan')", "' '", tables)


def _in_file(field: Field) -> str:
    """The beginning of what a file says: where several texts are kept, the character that parts them ends the first."""
    end = f"min(coalesce(nullif(instr(text_key, char(0)), 0) - 1, {_SORTED_BY}), {_SORTED_BY})"
    return _texts(
        f"(SELECT substr(text_key, 1, {end}) FROM cache.file_text_keys"
        f" WHERE field = '{field}' AND file_text_keys.sound_id = sounds.sound_id)"
    )


_SORTED_BY = 120
"""Characters of a long text that decide where it stands."""
_IDS = _joined("sound_id", "' '")
_NAMES = _texts("name_key")
_DIRECTORIES = _texts("folder_id || ' ' || directory_key")
_FOLDERS = "SELECT char(0) || group_concat(folder_id || ' ' || path_key, char(0)) FROM folders"


def _split(text: str) -> list[str]:
    return text.split("\0")[1:]


def _whole_numbers(text: str) -> NDArray[np.int64]:
    return np.fromstring(text, dtype=np.int64, sep=" ")


# --- from texts to keys ---


def _known(keys: _Keys) -> tuple[_Keys, _Unknown]:
    return keys, np.zeros(len(keys), dtype=np.bool_)


def _by_number(text: str) -> tuple[_Keys, _Unknown]:
    numbers = np.fromstring(text, dtype=np.float64, sep=" ")
    return numbers, np.isnan(numbers)


def _by_whole_number(text: str) -> tuple[_Keys, _Unknown]:
    return _known(_whole_numbers(text))


def _by_few_texts(text: str) -> tuple[_Keys, _Unknown]:
    """By texts of which many sounds have the same; empty ones are unknown."""
    texts = _split(text)
    return _ranks_of_few(texts), np.fromiter((not text for text in texts), dtype=np.bool_, count=len(texts))


def _by_key(text: str) -> tuple[_Keys, _Unknown]:
    keys = _split(text)
    places = {key: key_place(key) if key else -1 for key in set(keys)}
    found = np.fromiter(map(places.__getitem__, keys), dtype=np.int64, count=len(keys))
    return found, found < 0


def _by_warnings(text: str) -> tuple[_Keys, _Unknown]:
    """By how many there are, and those of equally many beside each other that have the same."""
    warnings = _split(text)
    known = _ranks_of_few(warnings, lambda names: (names.count(","), names))
    return known, np.fromiter((not names for names in warnings), dtype=np.bool_, count=len(warnings))


def _by_name(names: str) -> tuple[_Keys, _Unknown]:
    return _known(_ranks(_split(names)))


def _by_path(names: str, directories: str, folders: str) -> tuple[_Keys, _Unknown]:
    """By directory and then by name: each directory's names by themselves, which are quicker to sort than all."""
    path_of = dict(folder.split(" ", 1) for folder in _split(folders))

    def place(directory: str) -> tuple[str, str]:
        number, inside = directory.split(" ", 1)
        return path_of[number], inside

    ranks = _ranks_of_few(_split(directories), place)
    by_directory = np.argsort(ranks, kind="stable")
    known = _split(names)
    sorted_names = [known[n] for n in by_directory.tolist()]
    turned: list[int] = []
    ends = np.cumsum(np.bincount(ranks)).tolist() if len(ranks) else []
    for start, end in zip([0, *ends], ends, strict=False):
        turned += sorted(range(start, end), key=sorted_names.__getitem__)
    keys = np.empty(len(ranks), dtype=np.int64)
    keys[by_directory[turned]] = np.arange(len(ranks))
    return _known(keys)


def _ranks(texts: list[str]) -> _Places:
    """Where each text stands, equal ones in the order given."""
    ranks = np.empty(len(texts), dtype=np.int64)
    ranks[sorted(range(len(texts)), key=texts.__getitem__)] = np.arange(len(texts))
    return ranks


def _ranks_of_few(texts: list[str], key: Callable[[str], Any] | None = None) -> _Places:
    """Where each text stands, equal ones equally; quick where few differ."""
    rank_of = {text: rank for rank, text in enumerate(sorted(set(texts), key=key))}
    return np.fromiter(map(rank_of.__getitem__, texts), dtype=np.int64, count=len(texts))


_BY_PATH = _Column((_NAMES, _DIRECTORIES, _FOLDERS), _by_path)
_FORMAT = "container || ' ' || encoding || ' ' || printf('%09d', sample_rate)"
_COLUMNS: Mapping[SortColumn, _Column] = {
    SortColumn.NAME: _Column((_NAMES,), _by_name),
    SortColumn.PATH: _BY_PATH,
    SortColumn.FOLDER: _BY_PATH,
    SortColumn.LENGTH: _Column((_numbers("seconds", _CONTENTS),), _by_number),
    SortColumn.FORMAT: _Column((_texts(_FORMAT, _CONTENTS),), _by_few_texts),
    # Nanoseconds since 1970 have more digits than a float keeps.
    SortColumn.MODIFIED: _Column((_joined("modified_ns", "' '"),), _by_whole_number),
    SortColumn.ADDED: _Column((_numbers("added"),), _by_number),
    SortColumn.CHANNELS: _Column((_numbers("channels", _CONTENTS),), _by_number),
    SortColumn.RATE: _Column((_numbers("sample_rate", _CONTENTS),), _by_number),
    SortColumn.RATING: _Column((_numbers("nullif(2 * rating + favourite, 0)", _MARKS),), _by_number),
    SortColumn.NOTE: _Column((_texts("note_key", _MARKS),), _by_few_texts),
    SortColumn.TEMPO: _Column((_numbers("tempo", _MUSIC),), _by_number),
    SortColumn.KEY: _Column((_texts("coalesce(key, note)", _MUSIC),), _by_key),
    SortColumn.KIND: _Column((_texts("kind", _MUSIC),), _by_few_texts),
    SortColumn.LOUDNESS: _Column((_numbers("loudness", _QUALITY),), _by_number),
    SortColumn.PEAK: _Column((_numbers("true_peak", _QUALITY),), _by_number),
    # A blank stands for none, where it was measured.
    SortColumn.WARNINGS: _Column((_texts("iif(warnings = '', ' ', warnings)", _QUALITY),), _by_warnings),
    SortColumn.DESCRIPTION: _Column((_in_file(Field.DESCRIPTION),), _by_few_texts),
    SortColumn.CATEGORY: _Column((_in_file(Field.CATEGORY),), _by_few_texts),
    SortColumn.CATID: _Column((_in_file(Field.CATID),), _by_few_texts),
    SortColumn.ARTIST: _Column((_in_file(Field.ARTIST),), _by_few_texts),
    SortColumn.LIBRARY: _Column((_in_file(Field.LIBRARY),), _by_few_texts),
}
