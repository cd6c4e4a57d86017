"""Saving what was heard, and recognising by its content a sound that went somewhere else."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import apsw

from desktop_app.core.sound import AudioFormat, FileStamp
from desktop_app.core.vector_index import Vectors
from desktop_app.library.databases.database import Database
from desktop_app.library.tables.cache import embedder_number, insert_embedding, insert_thumbnail
from desktop_app.library.tables.following import follow
from desktop_app.library.watching.relative_paths import below, split_keys
from desktop_app.library.watching.scan_changes import FORGET_PROBLEM
from desktop_app.library.watching.stamps import answers, is_gone, is_same, stamp_on_disk, stamp_values

_GHOSTS_LOOKED_AT = 20
"""Rows of one content whose files are looked for: some sounds are there a thousand times."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What is known of a sound after its file was read."""

    sound_id: int
    stamp: FileStamp
    """Of the file while it was read."""
    content_id: bytes
    format: AudioFormat | None
    """None: as `SoundTable.format_of` knows it."""
    vector: Vectors | None
    """Embedding [d]; None: the cache has it."""
    thumbnail: bytes | None
    silence: str | None = None
    """Why there is nothing to hear in it, though all else is known of it: a sentence. It has no embedding then."""


@dataclass(frozen=True, slots=True)
class _Row:
    folder_id: int
    root: bytes
    relative: bytes
    stamp: tuple[int, int, int]
    was_heard: bool
    content_id: bytes | None
    """What it was known to hold before it was read, as far as it was read earlier."""


def save_heard(database: Database, embedder_id: str, heard: Sequence[Heard]) -> list[int]:
    """See `SoundTable.save_heard`."""
    if any(item.vector is not None or item.thumbnail is not None for item in heard):
        with database.writing() as connection:
            number = embedder_number(connection, embedder_id)
            for item in heard:
                if item.vector is not None:
                    insert_embedding(connection, number, item.content_id, item.vector)
                if item.thumbnail is not None:
                    insert_thumbnail(connection, item.content_id, item.thumbnail)
    # The cache first: should the power fail between the two, the sounds still wait, and their content is known.
    with database.writing() as connection:
        saved = [_save(connection, item) for item in heard]
    return [sound_id for sound_id in saved if sound_id is not None]


def save_problem(database: Database, sound_id: int, stamp: FileStamp, reason: str, *, passing: bool) -> None:
    """See `SoundTable.save_problem`."""
    with database.writing() as connection:
        row = _row(connection, sound_id)
        if row is None or not _is_current(row, stamp_values(stamp)):
            return
        readable = reason.encode("utf-8", "replace").decode()
        connection.execute(
            """UPDATE sounds SET size = ?, modified_ns = ?, inode = ?, former_content_id = ?, content_id = NULL,
            problem = ?, silent = 0, passing = ? WHERE sound_id = ?""",
            (*stamp_values(stamp), row.content_id, readable, passing, sound_id),
        )


def forget_problems(database: Database, sound_ids: Sequence[int]) -> None:
    """See `SoundTable.forget_problems`."""
    with database.writing() as connection:
        connection.executemany(
            f"{FORGET_PROBLEM} WHERE sound_id = ? AND problem IS NOT NULL", [(sound_id,) for sound_id in sound_ids]
        )


def _save(connection: apsw.Connection, heard: Heard) -> int | None:
    """Save one sound; the id it lives on under, None when it is gone or changed while it was read."""
    row = _row(connection, heard.sound_id)
    if row is None or not _is_current(row, stamp_values(heard.stamp)):
        return None
    if heard.format is not None:
        _save_format(connection, heard.content_id, heard.format)
    surviving = heard.sound_id
    ghost = None if row.was_heard else _find_ghost(connection, heard, row)
    if ghost is not None:
        connection.execute("DELETE FROM sounds WHERE sound_id = ?", (heard.sound_id,))
        connection.execute(
            """UPDATE sounds SET folder_id = ?, relative = ?, directory_key = ?, name_key = ?, missing = 0
            WHERE sound_id = ?""",
            (row.folder_id, row.relative, *split_keys(os.fsdecode(row.relative)), ghost),
        )
        surviving = ghost
    connection.execute(
        """UPDATE sounds SET size = ?, modified_ns = ?, inode = ?, content_id = ?, former_content_id = ?,
        was_heard = 1, problem = ?, silent = ?, passing = 0 WHERE sound_id = ?""",
        (
            *stamp_values(heard.stamp),
            heard.content_id,
            row.content_id,
            heard.silence,
            heard.silence is not None,
            surviving,
        ),
    )
    follow(connection, surviving, row.content_id, heard.content_id)
    return surviving


def _is_current(row: _Row, stamp: tuple[int, int, int]) -> bool:
    """Whether what was read is what the file holds: the row may be older, or newer, than what was read."""
    if is_same(row.stamp, stamp):
        return True
    on_disk = stamp_on_disk(below(row.root, row.relative))
    return on_disk is not None and is_same(on_disk, stamp)


def _row(connection: apsw.Connection, sound_id: int) -> _Row | None:
    found: tuple[Any, ...] | None = connection.execute(
        """SELECT folder_id, path, relative, size, modified_ns, inode, was_heard,
        coalesce(content_id, former_content_id) FROM sounds JOIN folders
        USING (folder_id) WHERE sound_id = ?""",
        (sound_id,),
    ).fetchone()
    if found is None:
        return None
    folder_id, root, relative, size, modified_ns, inode, was_heard, content_id = found
    return _Row(folder_id, root, relative, (size, modified_ns, inode), bool(was_heard), content_id)


def _find_ghost(connection: apsw.Connection, heard: Heard, row: _Row) -> int | None:
    """A sound of the same content whose file is no longer there: the one that was just heard, under its old path."""
    directory_key, name_key = split_keys(os.fsdecode(row.relative))
    candidates: list[tuple[Any, ...]] = connection.execute(
        """SELECT sound_id, path, relative, missing FROM sounds JOIN folders USING (folder_id)
        WHERE content_id = ? AND sound_id <> ? AND (missing OR online)
        ORDER BY missing DESC, sounds.name_key = ? DESC, directory_key = ? DESC, sound_id LIMIT ?""",
        (heard.content_id, heard.sound_id, name_key, directory_key, _GHOSTS_LOOKED_AT),
    ).fetchall()
    for sound_id, root, relative, missing in candidates:
        if is_gone(below(root, relative)) and (missing or answers(root)):
            return int(sound_id)
    return None


def _save_format(connection: apsw.Connection, content_id: bytes, found: AudioFormat) -> None:
    seconds = found.seconds if found.sample_rate else 0.0
    connection.execute(
        "INSERT OR IGNORE INTO contents VALUES (?, ?, ?, ?, ?, ?, ?)",
        (content_id, found.container, found.encoding, found.sample_rate, found.channels, found.frames, seconds),
    )
