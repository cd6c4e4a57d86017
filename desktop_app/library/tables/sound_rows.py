"""Sounds out of rows: what is read of a sound wherever one is asked for, and what the columns mean."""

import os
from pathlib import Path
from typing import Any, Final

import apsw

from desktop_app.core.sound import AudioFormat, FileStamp, Sound, SoundState
from desktop_app.library.watching.relative_paths import below

FORMAT: Final = "container, encoding, sample_rate, channels, frames"
"""The columns of `contents` that make an `AudioFormat`."""
_SELECT: Final = f"""
    SELECT sound_id, folder_id, path, relative, size, modified_ns, inode, missing, online,
    sounds.content_id, problem, added, {FORMAT}
    FROM sounds JOIN folders USING (folder_id) LEFT JOIN contents ON contents.content_id = sounds.content_id
"""


def sounds_where(connection: apsw.Connection, condition: str, values: tuple[object, ...]) -> list[Sound]:
    """The sounds for which an SQL condition on `sounds`, `folders` and `contents` holds; it may go on with an order."""
    return [_sound(row) for row in connection.execute(f"{_SELECT} WHERE {condition}", values)]


def _sound(row: tuple[Any, ...]) -> Sound:
    (
        sound_id,
        folder_id,
        root,
        relative,
        size,
        modified_ns,
        inode,
        missing,
        online,
        content_id,
        problem,
        added,
        *found,
    ) = row
    return Sound(
        sound_id=sound_id,
        folder_id=folder_id,
        path=Path(os.fsdecode(below(root, relative))),
        stamp=FileStamp(size, modified_ns, inode),
        state=_state(missing, online),
        content_id=content_id,
        format=None if found[0] is None else AudioFormat(*found),
        problem=problem,
        added=added,
    )


def _state(missing: int, online: int) -> SoundState:
    if not online:
        return SoundState.OFFLINE
    return SoundState.MISSING if missing else SoundState.PRESENT
