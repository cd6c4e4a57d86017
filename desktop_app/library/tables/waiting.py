"""Which sounds wait to be heard: present ones without a problem that were never read, or not by this embedder."""

import apsw

from desktop_app.core.sound import Sound
from desktop_app.library.databases.database import Database
from desktop_app.library.tables.sound_rows import sounds_where

_NO_ID = 2**63 - 1
_UNHEARD = "sounds.content_id IS NULL AND problem IS NULL AND missing = 0"
_UNEMBEDDED = """
    sounds.content_id IS NOT NULL AND problem IS NULL AND missing = 0 AND NOT EXISTS (
        SELECT 1 FROM cache.embeddings WHERE embeddings.content_id = sounds.content_id
        AND embedder_number = (SELECT embedder_number FROM cache.embedders WHERE embedder_id = ?)
    )
"""


class Waiting:
    """Asks for them again and again while they are worked off, without looking anew at all that was heard already."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._first: dict[str, int] = {}
        """Of each embedder: the id from which on there may be some."""

    def sounds(self, embedder_id: str, *, limit: int) -> list[Sound]:
        """Up to `limit` of them; those first that were never read."""
        with self._database.reading() as connection:
            found = sounds_where(connection, f"{_UNHEARD} AND online ORDER BY sound_id LIMIT ?", (limit,))
            if len(found) < limit:
                found += self._read_before(connection, embedder_id, limit - len(found))
        return found

    def _read_before(self, connection: apsw.Connection, embedder_id: str, limit: int) -> list[Sound]:
        """Sounds that were read but not by this embedder; goes on from where the last search found the first one."""
        start = self._first.get(embedder_id, 0)
        statement = f"{_UNEMBEDDED} AND online AND sound_id >= ? AND sound_id < ? ORDER BY sound_id LIMIT ?"
        found = sounds_where(connection, statement, (embedder_id, start, _NO_ID, limit))
        if start and len(found) < limit:
            found = sounds_where(connection, statement, (embedder_id, 0, start, limit - len(found))) + found
        self._first[embedder_id] = found[0].sound_id if found else 0
        return found


def count_waiting(connection: apsw.Connection, embedder_id: str) -> int:
    """How many `Waiting.sounds` would give without a limit."""
    tables = "sounds JOIN folders USING (folder_id)"
    count: int = connection.execute(
        f"SELECT (SELECT count(*) FROM {tables} WHERE {_UNHEARD} AND online)"
        f" + (SELECT count(*) FROM {tables} WHERE {_UNEMBEDDED} AND online)",
        (embedder_id,),
    ).get
    return count
