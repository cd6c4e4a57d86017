"""The sounds of the library: asking for them by id, by path, by filter and order, and keeping them up to date."""

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import apsw
import numpy as np
from numpy.typing import NDArray

from desktop_app.core.sound import AudioFormat, FileStamp, Sound
from desktop_app.library.databases.database import Database
from desktop_app.library.tables import heard as hearing
from desktop_app.library.tables.folders import folder_paths, place_of
from desktop_app.library.tables.heard import Heard
from desktop_app.library.tables.orders import Orders, SortColumn
from desktop_app.library.tables.sound_filter import SoundFilter, id_statement, select
from desktop_app.library.tables.sound_rows import FORMAT, sounds_where
from desktop_app.library.tables.waiting import Waiting, count_waiting
from desktop_app.library.watching import scan_changes
from desktop_app.library.watching.relative_paths import below, split_keys
from desktop_app.library.watching.scan_changes import ScanChanges
from desktop_app.library.watching.stamps import is_unchanged, stamp_values


@dataclass(frozen=True, slots=True)
class LibraryCounts:
    """The library in numbers."""

    sounds: int
    """Present ones."""
    waiting: int
    """Present, readable as far as is known, and not heard by the embedder asked for."""
    unreadable: int
    """Present, but broken."""
    silent: int
    """Present, but there is nothing to hear in them."""
    missing: int
    offline: int


class SoundTable:
    """The sounds of the library."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._orders = Orders(database)
        self._waiting = Waiting(database)

    def get(self, sound_id: int) -> Sound | None:
        """One sound by its id."""
        return next(iter(self.many([sound_id])), None)

    def many(self, ids: Sequence[int]) -> list[Sound]:
        """Sounds in the order of their ids as given; ids that are not in the library are left out."""
        if not len(ids):
            return []
        wanted = np.asarray(ids, dtype=np.int64)
        found = self._sounds("sound_id IN (SELECT value FROM carray(?))", (apsw.carray(wanted),))
        by_id = {sound.sound_id: sound for sound in found}
        return [by_id[sound_id] for sound_id in wanted.tolist() if sound_id in by_id]

    def by_path(self, path: Path) -> Sound | None:
        """The sound at a path, whatever its state."""
        with self._database.reading() as connection:
            place = place_of(connection, path)
        if place is None:
            return None
        found = self._sounds("folder_id = ? AND relative = ?", (place[0], os.fsencode(place[1])))
        return found[0] if found else None

    def ids(
        self,
        *,
        filter: SoundFilter | None = None,
        order: SortColumn = SortColumn.PATH,
        descending: bool = False,
    ) -> NDArray[np.int64]:
        """The ids of all sounds, or of those that pass the filter, in order; int64 [n].

        Without a filter, missing and offline ones are among them.
        """
        with self._database.reading() as connection:
            selection = select(filter, folder_paths(connection))
            listed: str | None = connection.execute(id_statement(selection), selection.values).get
        return self._orders.sort(np.fromstring(listed or "", dtype=np.int64, sep=" "), order, descending=descending)

    def contents(self) -> tuple[NDArray[np.int64], list[bytes | None], NDArray[np.bool_]]:
        """Every sound's id, int64 [n] ascending, its content id (None for those that were not heard), and whether it is
        present, bool [n].
        """
        with self._database.reading() as connection:
            statement = (
                "SELECT sound_id, content_id, NOT missing AND folder_id IN (SELECT folder_id FROM folders WHERE online)"
                " FROM sounds ORDER BY sound_id"
            )
            rows: list[tuple[Any, ...]] = connection.execute(statement).fetchall()
        ids = np.fromiter((row[0] for row in rows), dtype=np.int64, count=len(rows))
        present = np.fromiter((row[2] for row in rows), dtype=np.bool_, count=len(rows))
        return ids, [row[1] for row in rows], present

    def contents_of(self, ids: Sequence[int]) -> dict[int, bytes]:
        """The content id of each of these sounds that was heard, whatever became of its file."""
        if not len(ids):
            return {}
        with self._database.reading() as connection:
            rows: list[tuple[Any, ...]] = connection.execute(
                "SELECT sound_id, content_id FROM sounds"
                " WHERE content_id IS NOT NULL AND sound_id IN (SELECT value FROM carray(?))",
                (apsw.carray(np.asarray(ids, dtype=np.int64)),),
            ).fetchall()
        return dict(rows)

    def paths_of(self, ids: Sequence[int], *, present: bool = False) -> list[Path]:
        """The files of these sounds in the order given, those left out that are not in the library; with `present`,
        also those that are missing or offline. Much quicker than `many` for very many.
        """
        if not len(ids):
            return []
        condition = " AND missing = 0 AND online" if present else ""
        wanted = np.asarray(ids, dtype=np.int64)
        with self._database.reading() as connection:
            found = connection.execute(
                "SELECT sound_id, path, relative FROM sounds JOIN folders USING (folder_id)"
                f" WHERE sound_id IN (SELECT value FROM carray(?)){condition}",
                (apsw.carray(wanted),),
            )
            path_of = {sound_id: os.fsdecode(below(root, relative)) for sound_id, root, relative in found}
        return [Path(path_of[sound_id]) for sound_id in wanted.tolist() if sound_id in path_of]

    def paths_holding(self, content_id: bytes) -> list[Path]:
        """The present files that hold this audio, as far as they were heard; by sound id."""
        found = self._sounds("sounds.content_id = ? AND missing = 0 AND online ORDER BY sound_id", (content_id,))
        return [sound.path for sound in found]

    def format_of(self, content_id: bytes) -> AudioFormat | None:
        """The format of a content that was heard before, in whatever file."""
        with self._database.reading() as connection:
            row = connection.execute(f"SELECT {FORMAT} FROM contents WHERE content_id = ?", (content_id,)).fetchone()
        return None if row is None else AudioFormat(*row)

    def seconds_of(self, content_ids: Sequence[bytes]) -> dict[bytes, float]:
        """How long each of these contents is that were heard; 0 where the length is not known."""
        if not content_ids:
            return {}
        with self._database.reading() as connection:
            return dict(
                connection.execute(
                    "SELECT content_id, seconds FROM contents WHERE content_id IN (SELECT value FROM carray(?))",
                    (apsw.carray(tuple(content_ids)),),
                )
            )

    def containers(self) -> list[str]:
        """The file formats that the library's sounds have, such as "wav", the most frequent first."""
        with self._database.reading() as connection:
            statement = "SELECT container FROM contents GROUP BY container ORDER BY count(*) DESC, container"
            return [container for (container,) in connection.execute(statement)]

    def apply_scan(
        self, folder_id: int, found: Mapping[str, FileStamp], *, under: str = "", unreadable: Sequence[str] = ()
    ) -> ScanChanges:
        """Take over what a scan found: paths relative to the folder, all at or below `under`.

        Only sounds at or below `under`, and not at or below one of `unreadable` (see `ScanResult`), can become missing.
        A new path with the inode, size and time of a sound whose file is gone is that sound, moved. A changed file
        keeps its id and waits to be heard again. A folder that is suddenly empty is set offline, any other one online.
        Nothing is ever deleted.
        """
        return scan_changes.apply_scan(self._database, folder_id, found, under=under, unreadable=unreadable)

    def waiting(self, embedder_id: str, *, limit: int) -> list[Sound]:
        """Up to `limit` sounds to be heard: present, without a problem, not read yet or not known to this embedder."""
        return self._waiting.sounds(embedder_id, limit=limit)

    def waiting_count(self, embedder_id: str) -> int:
        """How many sounds `waiting` would give without a limit."""
        with self._database.reading() as connection:
            return count_waiting(connection, embedder_id)

    def save_heard(self, embedder_id: str, heard: Sequence[Heard]) -> list[int]:
        """Save embeddings, formats and contents; committed on return. The ids the sounds live on under, in order.

        A sound that is new, and whose content belongs to a sound whose file is gone, becomes that sound, so the id may
        be another one. A sound that was removed or whose file changed again while it was read is left out, and waits.
        ValueError for an embedding that is not finite.
        """
        return hearing.save_heard(self._database, embedder_id, heard)

    def save_problem(self, sound_id: int, stamp: FileStamp, reason: str, *, passing: bool = False) -> None:
        """Remember why a file could not be heard, until it changes; nothing when it has changed by now.

        `reason` is a sentence; `passing` for those that cannot be read for now: every scan that finds them has them
        wait again. Of files that are sound but hold nothing to hear more is known: see `Heard.silence`.
        """
        hearing.save_problem(self._database, sound_id, stamp, reason, passing=passing)

    def note_written(self, path: Path, before: FileStamp, after: FileStamp) -> None:
        """We wrote texts into a file, whose sound is the same: it need not be heard again. Nothing for a file that the
        library does not know as it was.
        """
        sound = self.by_path(path)
        if sound is None or not is_unchanged(sound.stamp, before):
            return
        with self._database.writing() as connection:
            connection.execute(
                "UPDATE sounds SET size = ?, modified_ns = ?, inode = ? WHERE sound_id = ?",
                (*stamp_values(after), sound.sound_id),
            )

    def note_renamed(self, old: Path, new: Path) -> None:
        """We gave a file another name in its folder: it stays the same sound. Where the library knows no such file, or
        knows a missing one by the new name, the next scan tells.
        """
        sound = self.by_path(old)
        if sound is None:
            return
        with self._database.writing() as connection:
            place = place_of(connection, new)
            if place is not None and place[0] == sound.folder_id:
                connection.execute(
                    "UPDATE OR IGNORE sounds SET relative = ?, directory_key = ?, name_key = ? WHERE sound_id = ?",
                    (os.fsencode(place[1]), *split_keys(place[1]), sound.sound_id),
                )

    def unreadable_for_now(self) -> list[Sound]:
        """The present files that could not be read for a reason that may be over at any time."""
        return self._sounds("passing AND problem IS NOT NULL AND NOT missing AND online", ())

    def forget_problems(self, paths: Sequence[Path]) -> None:
        """Files that could not be read wait to be heard again."""
        found = [sound.sound_id for path in paths if (sound := self.by_path(path)) is not None]
        hearing.forget_problems(self._database, found)

    def counts(self, embedder_id: str) -> LibraryCounts:
        """The library in numbers, as this embedder sees it."""
        with self._database.reading() as connection:
            rows: list[tuple[Any, ...]] = connection.execute(_COUNTS).fetchall()
            present, unreadable, silent, missing, offline = rows[0]
            return LibraryCounts(present, count_waiting(connection, embedder_id), unreadable, silent, missing, offline)

    def unreadable(self) -> list[tuple[Path, str]]:
        """The present files that are broken, with the reason, by path; silent ones are not among them."""
        return self._troubled(silent=False)

    def silent(self) -> list[tuple[Path, str]]:
        """The present files that are sound but hold nothing to hear, with the reason, by path."""
        return self._troubled(silent=True)

    def folder_tree(self, folder_id: int) -> list[tuple[str, int]]:
        """Every directory that directly holds sounds, relative to the folder ("" for its top), with the number of those
        that are not missing; by name.
        """
        counts: Counter[bytes] = Counter()
        with self._database.reading() as connection:
            for relative, missing in connection.execute(
                "SELECT relative, missing FROM sounds WHERE folder_id = ?", (folder_id,)
            ):
                counts[relative.rpartition(b"/")[0]] += not missing
        return [(os.fsdecode(directory), count) for directory, count in sorted(counts.items())]

    def _troubled(self, *, silent: bool) -> list[tuple[Path, str]]:
        found = self._sounds("problem IS NOT NULL AND silent = ? AND NOT missing AND online", (silent,))
        return sorted((sound.path, sound.problem or "") for sound in found)

    def _sounds(self, condition: str, values: tuple[object, ...]) -> list[Sound]:
        with self._database.reading() as connection:
            return sounds_where(connection, condition, values)


_COUNTS = """
    SELECT count(*) FILTER (WHERE online AND NOT missing),
    count(*) FILTER (WHERE online AND NOT missing AND problem IS NOT NULL AND NOT silent),
    count(*) FILTER (WHERE online AND NOT missing AND silent),
    count(*) FILTER (WHERE online AND missing), count(*) FILTER (WHERE NOT online)
    FROM sounds JOIN folders USING (folder_id)
"""
