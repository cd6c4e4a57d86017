"""What a scan means for the library: which sounds are new, changed, moved, back or missing.

A scan never deletes a sound, and none is missing for a drive that is not there. The table is compared while it is read,
and only what differs is written, 5,000 rows a transaction, so that a scan without news writes nothing and somebody
else's save waits for a moment only.
"""

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import islice

import apsw
import numpy as np

from desktop_app.core.sound import FileStamp
from desktop_app.library.databases.database import Database
from desktop_app.library.watching.drives import is_on_absent_drive
from desktop_app.library.watching.relative_paths import below, is_within, prefix_range, split_keys
from desktop_app.library.watching.scanner import Exclusions
from desktop_app.library.watching.stamps import answers, is_gone, is_same, stamp_values

_ROWS_A_TRANSACTION = 5_000

_Stamp = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class ScanChanges:
    """How many sounds a scan found to be different."""

    added: int = 0
    changed: int = 0
    """The file at a known path is another one now; it waits to be heard again."""
    missing: int = 0
    moved: int = 0
    """Found under another path; they keep their ids and contents."""
    back: int = 0
    """Were missing and are there again, unchanged."""
    online: bool = True
    """False when the folder was suddenly empty: it counts as offline, and nothing in it as missing."""

    def __bool__(self) -> bool:
        """Whether anything happened to the sounds."""
        return bool(self.added or self.changed or self.missing or self.moved or self.back)


@dataclass(slots=True)
class _Differences:
    fresh: dict[str, FileStamp]
    """Found paths that no row has."""
    changed: list[tuple[int, _Stamp]] = field(default_factory=list)
    back: list[tuple[int, _Stamp]] = field(default_factory=list)
    renumbered: list[tuple[int, _Stamp]] = field(default_factory=list)
    """Unchanged, but the inode is known better now."""
    passing: list[int] = field(default_factory=list)
    """There, with a problem that may be over."""
    vanished: set[int] = field(default_factory=set)
    present_rows: int = 0


@dataclass(frozen=True, slots=True)
class _Move:
    sound_id: int
    path: str
    """Where the sound is found now."""
    doubtful: bool
    """Another sound that was not read either may have moved here: whatever is known of the file is not of use."""


def apply_scan(
    database: Database, folder_id: int, found: Mapping[str, FileStamp], *, under: str, unreadable: Sequence[str]
) -> ScanChanges:
    """See `SoundTable.apply_scan`."""
    with database.reading() as connection:
        folder = connection.execute("SELECT path, online FROM folders WHERE folder_id = ?", (folder_id,)).fetchone()
        if folder is None:
            return ScanChanges()
        is_out_of_reach = _out_of_reach(connection, os.fsdecode(folder[0]))
        differences = _compare(
            connection,
            folder_id,
            found,
            under,
            lambda relative: any(is_within(relative, prefix) for prefix in unreadable) or is_out_of_reach(relative),
        )
        if not under and not found and differences.present_rows:
            if not unreadable:
                _set_online(database, folder_id, online=False)
            return ScanChanges(online=bool(unreadable) and bool(folder[1]))
        moves = _find_moves(connection, differences)
    if not folder[1]:
        _set_online(database, folder_id, online=True)
    for move in moves:
        del differences.fresh[move.path]
    differences.vanished.difference_update(move.sound_id for move in moves)
    _write(database, _move_rows(folder_id, moves, found), _MOVE)
    _write(database, ((move.sound_id,) for move in moves if move.doubtful), _READ_AGAIN)
    _write(database, ((sound_id,) for sound_id in differences.passing), _READ_AGAIN)
    _write(database, ((*stamp, sound_id) for sound_id, stamp in differences.changed), _CHANGE)
    _write(database, ((*stamp, sound_id) for sound_id, stamp in differences.back), _STAMP)
    _write(database, ((*stamp, sound_id) for sound_id, stamp in differences.renumbered), _STAMP)
    _write(database, _new_rows(folder_id, differences.fresh), _ADD)
    _write(database, ((sound_id,) for sound_id in differences.vanished), _LOSE)
    return ScanChanges(
        added=len(differences.fresh),
        changed=len(differences.changed),
        missing=len(differences.vanished),
        moved=len(moves),
        back=len(differences.back),
    )


_MOVE = """UPDATE OR IGNORE sounds SET folder_id = ?, relative = ?, directory_key = ?, name_key = ?,
    size = ?, modified_ns = ?, inode = ?, missing = 0 WHERE sound_id = ?"""
FORGET_PROBLEM = "UPDATE sounds SET problem = NULL, silent = 0, passing = 0"
"""Of a sound that is to be heard again, whatever was wrong."""
_TO_READ_AGAIN = "passing OR (silent AND content_id IS NULL)"
"""What may be over, and what an earlier version found silent and kept nothing else of."""
_READ_AGAIN = f"{FORGET_PROBLEM} WHERE sound_id = ? AND problem IS NOT NULL"
_CHANGE = """UPDATE sounds SET size = ?, modified_ns = ?, inode = ?, missing = 0,
    former_content_id = coalesce(content_id, former_content_id), content_id = NULL, problem = NULL, silent = 0,
    passing = 0 WHERE sound_id = ?"""
_STAMP = "UPDATE sounds SET size = ?, modified_ns = ?, inode = ?, missing = 0 WHERE sound_id = ?"
_LOSE = "UPDATE sounds SET missing = 1 WHERE sound_id = ?"
_ADD = """INSERT OR IGNORE INTO sounds (folder_id, relative, directory_key, name_key, size, modified_ns, inode, added)
    SELECT folder_id, ?2, ?3, ?4, ?5, ?6, ?7, unixepoch() FROM folders WHERE folder_id = ?1"""
# Through the table of folders, so that nothing is added to a folder that was removed during the scan.


def _compare(
    connection: apsw.Connection,
    folder_id: int,
    found: Mapping[str, FileStamp],
    under: str,
    may_be_there: Callable[[str], bool],
) -> _Differences:
    """`may_be_there` is asked of paths that were not found."""
    result = _Differences(dict(found))
    condition = ""
    values: tuple[int | bytes, ...] = (folder_id,)
    if under:
        condition = "AND (relative = ? OR relative >= ? AND relative < ?)"
        values = (folder_id, os.fsencode(under), *prefix_range(under))
    rows = connection.execute(
        f"""SELECT sound_id, relative, size, modified_ns, inode, missing, {_TO_READ_AGAIN} FROM sounds
        WHERE folder_id = ? {condition}""",
        values,
    )
    for sound_id, encoded, size, modified_ns, inode, missing, passing in rows:
        relative = os.fsdecode(encoded)
        result.present_rows += not missing
        on_disk = result.fresh.pop(relative, None)
        if on_disk is None:
            if not missing and not may_be_there(relative):
                result.vanished.add(sound_id)
            continue
        if passing:
            result.passing.append(sound_id)
        _compare_stamps(result, sound_id, stamp_values(on_disk), (size, modified_ns, inode), missing=bool(missing))
    return result


def _out_of_reach(connection: apsw.Connection, root: str) -> Callable[[str], bool]:
    """Of a path that was not found: whether its drive is not there, and nobody wants the path left out anyway."""
    exclusions = Exclusions([pattern for (pattern,) in connection.execute("SELECT pattern FROM exclusions")])
    is_absent = cache(lambda directory: is_on_absent_drive(f"{root}/{directory}"))
    return lambda relative: is_absent(relative.rpartition("/")[0]) and not exclusions.leave_out(relative)


def _compare_stamps(result: _Differences, sound_id: int, on_disk: _Stamp, known: _Stamp, *, missing: bool) -> None:
    if not is_same(on_disk, known):
        result.changed.append((sound_id, on_disk))
    elif missing:
        result.back.append((sound_id, on_disk))
    elif on_disk[2] and on_disk[2] != known[2]:
        result.renumbered.append((sound_id, on_disk))


def _find_moves(connection: apsw.Connection, differences: _Differences) -> list[_Move]:
    """Rows whose file is gone and whose stamp a found path has that no row knows.

    Inodes are used again. Where sounds of other contents have the same size and time, as in an unpacked archive of
    sounds of one length, only what the file holds can tell which of them went where: `heard` finds that out.
    """
    moves: list[_Move] = []
    taken: set[int] = set()
    places = ((path, stamp_values(stamp)) for path, stamp in differences.fresh.items() if stamp.inode)
    while part := list(islice(places, _ROWS_A_TRANSACTION)):
        candidates = _rows_by_stamp(connection, {stamp[2] for _, stamp in part})
        shared = _shared_stamps(connection, {stamp[0] for stamp in candidates})
        for path, stamp in part:
            doubtful = stamp[:2] in shared
            for candidate in candidates.get(stamp, ()):
                if candidate.sound_id in taken or (doubtful and candidate.has_content):
                    continue
                if candidate.has_left(differences.vanished):
                    taken.add(candidate.sound_id)
                    moves.append(_Move(candidate.sound_id, path, doubtful))
                    break
    return moves


@dataclass(frozen=True, slots=True)
class _Candidate:
    sound_id: int
    root: bytes
    relative: bytes
    trusted: bool
    """Already known to be missing, or in a folder that is online."""
    missing: bool
    has_content: bool

    def has_left(self, vanished: set[int]) -> bool:
        if self.sound_id in vanished:
            return True
        return self.trusted and is_gone(below(self.root, self.relative)) and (self.missing or answers(self.root))


def _rows_by_stamp(connection: apsw.Connection, inodes: set[int]) -> dict[_Stamp, list[_Candidate]]:
    rows = connection.execute(
        """SELECT sound_id, path, relative, missing OR online, missing, content_id IS NOT NULL, size, modified_ns, inode
        FROM sounds JOIN folders USING (folder_id) WHERE inode IN (SELECT value FROM carray(?)) ORDER BY sound_id""",
        (apsw.carray(np.fromiter(inodes, dtype=np.int64)),),
    )
    result: dict[_Stamp, list[_Candidate]] = {}
    for sound_id, root, relative, trusted, missing, has_content, *stamp in rows:
        candidate = _Candidate(sound_id, root, relative, bool(trusted), bool(missing), bool(has_content))
        result.setdefault((stamp[0], stamp[1], stamp[2]), []).append(candidate)
    return result


def _shared_stamps(connection: apsw.Connection, sizes: set[int]) -> set[tuple[int, int]]:
    """Sizes and times, of these sizes, that sounds of several contents have; one that was not read is another one."""
    if not sizes:
        return set()
    rows = connection.execute(
        """SELECT size, modified_ns FROM sounds WHERE size IN (SELECT value FROM carray(?))
        GROUP BY size, modified_ns HAVING count(DISTINCT coalesce(content_id, sound_id)) > 1""",
        (apsw.carray(np.fromiter(sizes, dtype=np.int64)),),
    )
    return {(size, modified_ns) for size, modified_ns in rows}


def _move_rows(folder_id: int, moves: Iterable[_Move], found: Mapping[str, FileStamp]) -> Iterable[tuple[object, ...]]:
    for move in moves:
        path = move.path
        yield folder_id, os.fsencode(path), *split_keys(path), *stamp_values(found[path]), move.sound_id


def _new_rows(folder_id: int, fresh: Mapping[str, FileStamp]) -> Iterable[tuple[object, ...]]:
    for path, stamp in fresh.items():
        yield folder_id, os.fsencode(path), *split_keys(path), *stamp_values(stamp)


def _set_online(database: Database, folder_id: int, *, online: bool) -> None:
    with database.writing() as connection:
        connection.execute("UPDATE folders SET online = ? WHERE folder_id = ?", (online, folder_id))


def _write(database: Database, rows: Iterable[tuple[object, ...]], statement: str) -> None:
    remaining = iter(rows)
    while part := list(islice(remaining, _ROWS_A_TRANSACTION)):
        with database.writing() as connection:
            connection.executemany(statement, part)
