"""The folders that people added, and the patterns they want left out.

Folders never overlap: what lies inside a folder of the library belongs to that folder.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw

from desktop_app.library.databases.database import Database
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.library.watching.relative_paths import readable, relative_to, text_key

_TEXTS_STAY = """
    UPDATE cache.file_texts SET inode = 0 WHERE sound_id IN (SELECT sound_id FROM sounds WHERE folder_id = ?)
"""
"""Otherwise what stands in each file of a large library would be read anew."""


@dataclass(frozen=True, slots=True)
class Folder:
    """One folder of the library with everything below it."""

    folder_id: int
    path: Path
    """Absolute, symbolic links resolved."""
    online: bool
    """False when it could not be reached the last time somebody looked."""
    sounds: int
    """Sounds that are present; all of an offline folder, whose files cannot be told to be missing."""
    missing: int
    """Sounds whose file is gone."""


class FolderTable:
    """The folders of the library and the exclusions."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Folder]:
        """Every folder, in the order of the alphabet."""
        with self._database.reading() as connection:
            return _folders(connection)

    def add(self, path: Path) -> Folder:
        """Add a directory. One inside a folder of the library gives that folder back; one around folders takes them in.

        Raises LibraryError when it is no directory or cannot be listed.
        """
        resolved = _readable_directory(path)
        with self._database.writing() as connection:
            known = folder_paths(connection)
            for folder_id, folder_path in known:
                if resolved.is_relative_to(folder_path):
                    return _folder(connection, folder_id)
            connection.execute(
                "INSERT INTO folders (path, path_key, name_key) VALUES (?, ?, ?)",
                (os.fsencode(resolved), text_key(str(resolved)), text_key(resolved.name)),
            )
            added = connection.last_insert_rowid()
            for folder_id, folder_path in known:
                inside = relative_to(folder_path, resolved)
                if inside is not None:
                    _take_in(connection, folder_id, added, inside)
            return _folder(connection, added)

    def remove(self, folder_id: int) -> None:
        """Forget a folder and its sounds; files stay untouched, and verdicts stay for when they come back."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM folders WHERE folder_id = ?", (folder_id,))

    def locate(self, folder_id: int, new: Path) -> Folder:
        """Say where a folder went: its sounds keep everything, and the next scan looks for them there.

        Raises LibraryError when `new` is no directory or overlaps another folder.
        """
        resolved = _readable_directory(new)
        with self._database.writing() as connection:
            for other_id, other in folder_paths(connection):
                overlaps = resolved.is_relative_to(other) or other.is_relative_to(resolved)
                if overlaps and other_id != folder_id:
                    raise LibraryError(f"{resolved} overlaps the folder {other}: remove that one first.")
            connection.execute(
                "UPDATE folders SET path = ?, path_key = ?, name_key = ?, online = 1 WHERE folder_id = ?",
                (os.fsencode(resolved), text_key(str(resolved)), text_key(resolved.name), folder_id),
            )
            # Another disk numbers its files anew: size and time have to do until the next scan.
            connection.execute("UPDATE sounds SET inode = 0 WHERE folder_id = ?", (folder_id,))
            connection.execute(_TEXTS_STAY, (folder_id,))
            return _folder(connection, folder_id)

    def set_online(self, folder_id: int, online: bool) -> None:
        """Remember whether a folder could be reached. `SoundTable.apply_scan` does this by itself."""
        with self._database.writing() as connection:
            connection.execute("UPDATE folders SET online = ? WHERE folder_id = ?", (online, folder_id))

    def exclusions(self) -> list[str]:
        """The patterns of names and paths that scans leave out."""
        with self._database.reading() as connection:
            return [row[0] for row in connection.execute("SELECT pattern FROM exclusions ORDER BY pattern")]

    def exclude(self, pattern: str) -> None:
        """Leave out what matches a pattern such as `*.mp3`, `Backup` or `Loops/Old*`; sounds of it count as missing
        from the next scan on.
        """
        cleaned = readable(pattern).strip().strip("/")
        if not cleaned:
            raise LibraryError("A pattern to leave out must not be empty: write a name such as Backup or *.mp3.")
        with self._database.writing() as connection:
            connection.execute("INSERT OR IGNORE INTO exclusions VALUES (?)", (cleaned,))

    def include(self, pattern: str) -> None:
        """Take a pattern back; the next scan finds what it hid."""
        with self._database.writing() as connection:
            connection.execute("DELETE FROM exclusions WHERE pattern = ?", (readable(pattern).strip().strip("/"),))


def folder_paths(connection: apsw.Connection) -> list[tuple[int, Path]]:
    """Every folder's id and path."""
    rows: list[tuple[Any, ...]] = connection.execute("SELECT folder_id, path FROM folders").fetchall()
    return [(folder_id, Path(os.fsdecode(path))) for folder_id, path in rows]


def place_of(connection: apsw.Connection, path: Path) -> tuple[int, str] | None:
    """The folder that `path` lies in and the way from there; None outside the library."""
    try:
        os.fsencode(path)
        candidates = Path(os.path.abspath(path)), Path(os.path.realpath(path))  # noqa: PTH100
    except ValueError:
        return None  # no file can have this name
    folders = folder_paths(connection)
    for candidate in candidates:
        for folder_id, folder_path in folders:
            relative = relative_to(candidate, folder_path)
            if relative is not None:
                return folder_id, relative
    return None


def _readable_directory(path: Path) -> Path:
    try:
        resolved = Path(os.path.realpath(path))
    except ValueError:
        resolved = path  # no folder can have this name
    if not resolved.exists():
        raise LibraryError(f"There is no folder {path}: check the name, or plug in the drive it is on.")
    if not resolved.is_dir():
        raise LibraryError(f"{path} is a file: add the folder it lies in.")
    try:
        with os.scandir(resolved):
            return resolved
    except OSError as error:
        raise LibraryError(
            f"The folder {path} cannot be opened ({error.strerror}): check that you may read it."
        ) from error


_FOLDERS = """
    SELECT folder_id, path, online, count(sound_id) - coalesce(sum(missing AND online), 0),
        coalesce(sum(missing AND online), 0)
    FROM folders LEFT JOIN sounds USING (folder_id) WHERE {} GROUP BY folder_id ORDER BY path_key
"""


def _folders(connection: apsw.Connection, condition: str = "1", values: tuple[int, ...] = ()) -> list[Folder]:
    rows: list[tuple[Any, ...]] = connection.execute(_FOLDERS.format(condition), values).fetchall()
    return [
        Folder(folder_id, Path(os.fsdecode(path)), bool(online), sounds, missing)
        for folder_id, path, online, sounds, missing in rows
    ]


def _folder(connection: apsw.Connection, folder_id: int) -> Folder:
    folders = _folders(connection, "folder_id = ?", (folder_id,))
    if not folders:
        raise LibraryError("This folder is no longer in the library: look at the list of folders again.")
    return folders[0]


def _take_in(connection: apsw.Connection, inner_id: int, outer_id: int, inside: str) -> None:
    """Hang the sounds of a folder under the one around it, which reaches it by the path `inside`."""
    connection.execute(
        """UPDATE sounds SET folder_id = ?, relative = CAST(? || relative AS BLOB),
        directory_key = ? || iif(directory_key = '', '', '/' || directory_key) WHERE folder_id = ?""",
        (outer_id, os.fsencode(inside) + b"/", text_key(inside), inner_id),
    )
    connection.execute("DELETE FROM folders WHERE folder_id = ?", (inner_id,))
