"""Which sounds wait to be analysed in the background, whatever the analysis is.

Nothing but the cache says what is done: a killed program goes on where it stopped, and a cache that was deleted is made
again. What an analysis found is kept in a table of its own, by content.
"""

from collections.abc import Sequence

import apsw

from desktop_app.core.analysis import Analysis
from desktop_app.library.databases.database import Database


class AnalysisTable:
    """Analyses, and which contents have them."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def waiting(self, analysis: Analysis) -> list[int]:
        """One present sound for each content that was decoded and lacks this analysis or has an older one, by id."""
        with self._database.reading() as connection:
            rows = connection.execute(
                _WAITING, (analysis.longer_than, analysis.of_silent, analysis.name, analysis.version)
            )
            return [sound_id for (sound_id,) in rows]

    def waiting_count(self, analyses: Sequence[Analysis]) -> int:
        """How many contents wait for any of these."""
        if not analyses:
            return 0
        lacking = " OR ".join([f"(seconds > ? AND NOT EXISTS ({_DONE}) AND {_THERE})"] * len(analyses))
        values = [value for each in analyses for value in (each.longer_than, each.name, each.version, each.of_silent)]
        with self._database.reading() as connection:
            count: int = connection.execute(f"SELECT count(*) FROM contents WHERE {lacking}", values).get
        return count

    def save_problem(self, analysis: Analysis, content_id: bytes, problem: str) -> None:
        """This content cannot be analysed, and does not wait until there is a newer version. `problem` says why."""
        with self._database.writing() as connection:
            insert_analysed(connection, analysis, content_id, problem)

    def problem(self, analysis: Analysis, content_id: bytes) -> str | None:
        """Why a content could not be analysed."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT problem FROM cache.analysed JOIN cache.analyses USING (analysis_number)"
                " WHERE name = ? AND content_id = ?",
                (analysis.name, content_id),
            ).fetchone()
        return None if row is None else row[0]


_IS_FIT = "NOT missing AND online AND (problem IS NULL OR (silent AND ?))"
# Long contents are few: they come first, and their sounds are found by the index.
_DONE = """
    SELECT 1 FROM cache.analysed WHERE analysed.content_id = contents.content_id
    AND analysis_number = (SELECT analysis_number FROM cache.analyses WHERE name = ?) AND version >= ?
"""
_WAITING = f"""
    SELECT min(sound_id) FROM contents CROSS JOIN sounds ON sounds.content_id = contents.content_id
    JOIN folders ON folders.folder_id = sounds.folder_id
    WHERE seconds > ? AND {_IS_FIT} AND NOT EXISTS ({_DONE})
    GROUP BY contents.content_id ORDER BY 1
"""
_THERE = f"""
    EXISTS (
        SELECT 1 FROM sounds JOIN folders USING (folder_id)
        WHERE sounds.content_id = contents.content_id AND {_IS_FIT}
    )
"""


def insert_analysed(
    connection: apsw.Connection, analysis: Analysis, content_id: bytes, problem: str | None = None
) -> None:
    """Say in a transaction that this content was analysed."""
    connection.execute("INSERT OR IGNORE INTO cache.analyses (name) VALUES (?)", (analysis.name,))
    connection.execute(
        "INSERT OR REPLACE INTO cache.analysed SELECT analysis_number, ?, ?, ? FROM cache.analyses WHERE name = ?",
        (content_id, analysis.version, problem, analysis.name),
    )
