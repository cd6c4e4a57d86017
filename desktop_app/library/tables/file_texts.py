"""What stands in sound files about themselves, as it was read: by sound, since copies may say different things.

A file is read again when it changed, when it has another name, or when a later version reads more. Of one that could
not be read nothing is known: it is tried again, and passes no filter by what files say, wanted or unwanted.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

import apsw
import numpy as np

from desktop_app.core.metadata import METADATA_VERSION, EmbeddedText, Field, FileProblem, Marker, Metadata
from desktop_app.core.sound import Sound
from desktop_app.library.databases.database import Database
from desktop_app.library.watching.relative_paths import text_key
from desktop_app.library.watching.stamps import stamp_values

_BETWEEN = "\0"
"""Parts the texts of a field, so that nothing is found that begins in one and ends in the next."""


class FileTextTable:
    """The texts of files."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def waiting(self, *, again: bool = False) -> list[int]:
        """The present sounds whose files were not read as they are now, by id; those of which reading failed once only
        when they are to be tried `again`.
        """
        with self._database.reading() as connection:
            return [sound_id for (sound_id,) in connection.execute(_WAITING, (METADATA_VERSION, again))]

    def waiting_count(self) -> int:
        """How many present sounds have files of which is not known what they say: all that wait, and all that could not
        be read.
        """
        with self._database.reading() as connection:
            return int(connection.execute(f"SELECT count(*) FROM ({_WAITING})", (METADATA_VERSION, True)).get)

    def save(self, read: Sequence[tuple[Sound, Metadata]]) -> None:
        """Keep what stands in files, each in place of what was read before. A sound that changed since waits again."""
        with self._database.writing() as connection:
            for sound, metadata in read:
                texts = [[entry.field, entry.source, entry.text] for entry in metadata.texts]
                markers = [[mark.start, mark.text, mark.seconds, mark.source] for mark in metadata.markers]
                connection.execute(
                    "INSERT OR REPLACE INTO cache.file_texts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (
                        sound.sound_id,
                        METADATA_VERSION,
                        *stamp_values(sound.stamp),
                        text_key(sound.name),
                        json.dumps(texts),
                        not metadata.was_read,
                        json.dumps(markers),
                        json.dumps(metadata.problems),
                    ),
                )
                connection.execute("DELETE FROM cache.file_text_keys WHERE sound_id = ?", (sound.sound_id,))
                connection.executemany(
                    "INSERT INTO cache.file_text_keys VALUES (?, ?, ?)",
                    [
                        (field, sound.sound_id, _BETWEEN.join(map(text_key, found)))
                        for field, found in metadata.fields()
                    ],
                )

    def of(self, sound_ids: Sequence[int]) -> Mapping[int, Metadata]:
        """What stands in the files of those of these sounds that were read."""
        if not sound_ids:
            return {}
        with self._database.reading() as connection:
            rows: list[tuple[Any, ...]] = connection.execute(
                "SELECT sound_id, texts, markers, problems FROM cache.file_texts"
                " WHERE sound_id IN (SELECT value FROM carray(?))",
                (apsw.carray(np.array(sound_ids, dtype=np.int64)),),
            ).fetchall()
        return {sound_id: _metadata(*columns) for sound_id, *columns in rows}

    def fields_saying(self, text: str) -> list[str]:
        """In which fields files say this, the one first in which most do."""
        with self._database.reading() as connection:
            return [field for (field,) in connection.execute(_SAYING, (text_key(text),))]

    def known(self, field: Field, most: int) -> list[str]:
        """The different texts of a field, at most so many: each as one of the files writes it, those first that most
        files have. Of a list each entry by itself. For fields of which many files have the same.
        """
        statement = _ENTRIES if field is Field.KEYWORDS else _TEXTS
        with self._database.reading() as connection:
            rows: list[tuple[Any, ...]] = connection.execute(statement, (field, most)).fetchall()
        found = self.of([sound_id for _, sound_id in rows])
        by_key = {text_key(text): text for metadata in found.values() for text in metadata.entries(field)}
        return list(dict.fromkeys(by_key.get(key) or key for key, _ in rows))[:most]


# A JSON list is what SQLite can walk through by itself, without holding up anything else. In the quoted text, what
# parts the entries becomes the end of one string and the beginning of another; a backslash stays one, whatever follows.
_QUOTED = r"replace(json_quote(text_key), '\\', '\u005c')"
_LISTED = rf"replace(replace(replace(replace({_QUOTED}, ',', ';'), '\n', ';'), '\r', ';'), '\u0000', ';')"
_BY_FILES = """
    SELECT trim(entry.value) AS text, max(sound_id)
    FROM cache.file_text_keys, json_each('[' || replace({texts}, '{parting}', '","') || ']') AS entry
    WHERE field = ? AND text <> '' GROUP BY text ORDER BY count(*) DESC, text LIMIT ?
"""
_TEXTS = _BY_FILES.format(texts=_QUOTED, parting=r"\u0000")
_ENTRIES = _BY_FILES.format(texts=_LISTED, parting=";")
_SAYING = """
    SELECT field FROM cache.file_text_keys WHERE instr(text_key, ?) > 0
    GROUP BY field ORDER BY count(*) DESC, field
"""
_WAITING = """
    SELECT sound_id FROM sounds JOIN folders USING (folder_id)
    WHERE NOT missing AND online AND NOT EXISTS (
        SELECT 1 FROM cache.file_texts WHERE file_texts.sound_id = sounds.sound_id AND version >= ?
        AND file_texts.size = sounds.size AND file_texts.modified_ns = sounds.modified_ns
        AND file_texts.inode IN (0, sounds.inode) AND file_texts.name_key = sounds.name_key
        AND NOT (unread AND ?)
    ) ORDER BY sound_id
"""


def _metadata(texts: str, markers: str, problems: str) -> Metadata:
    known = {field.value: field for field in Field}
    return Metadata(
        tuple(EmbeddedText(known[field], text, source) for field, source, text in json.loads(texts) if field in known),
        tuple(Marker(*mark) for mark in json.loads(markers)),
        tuple(FileProblem(problem) for problem in json.loads(problems) if problem in set(FileProblem)),
    )
