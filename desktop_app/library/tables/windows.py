"""The embeddings of the windows of long sounds, one row a sound and embedder.

A number is kept in two halves (see `window_codes`): all of the upper ones are read into memory to be searched, the
lower ones only for the best windows, from the place in the file where they lie.
"""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass

import apsw
import numpy as np
from numpy.typing import NDArray

from desktop_app.core.analysis import Analysis
from desktop_app.core.vector_index import Vectors
from desktop_app.core.window_codes import Codes, decode, encode
from desktop_app.library.databases.database import Database
from desktop_app.library.tables.analyses import insert_analysed
from desktop_app.library.tables.cache import embedder_number

_OF_EMBEDDER = "embedder_number = (SELECT embedder_number FROM cache.embedders WHERE embedder_id = ?)"


@dataclass(frozen=True, slots=True)
class HeardWindows:
    """What was heard in the windows of a sound."""

    seconds: float
    """Length of a window."""
    starts: tuple[float, ...]
    """[n] seconds; silent windows are left out."""
    vectors: Vectors
    """[n, d]"""


@dataclass(frozen=True, slots=True)
class CoarseWindows:
    """The same as it is searched."""

    number: int
    """Of the row; a sound that is heard again gets a higher one."""
    content_id: bytes
    seconds: float
    starts: Vectors
    """[n] seconds."""
    scales: Vectors
    """[n]"""
    lengths: Vectors
    """[n]"""
    coarse: Codes
    """[n, d]"""


class WindowTable:
    """Windows by embedder and content."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, embedder_id: str, analysis: Analysis, content_id: bytes, heard: HeardWindows) -> None:
        """Keep the windows of a content in place of those it had, and that this version of the analysis was done.

        ValueError for embeddings that are not finite.
        """
        codes = encode(heard.vectors)
        with self._database.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO cache.windows"
                " (embedder_number, content_id, seconds, starts, scales, lengths, coarse, fine)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    embedder_number(connection, embedder_id),
                    content_id,
                    heard.seconds,
                    np.asarray(heard.starts, dtype="<f4").tobytes(),
                    codes.scales.astype("<f4").tobytes(),
                    codes.lengths.astype("<f4").tobytes(),
                    codes.coarse.tobytes(),
                    codes.fine.tobytes(),
                ),
            )
            insert_analysed(connection, analysis, content_id)

    def since(self, embedder_id: str, number: int) -> Iterator[CoarseWindows]:
        """Windows of this embedder that were saved after the row of this number, sound by sound in that order."""
        with self._database.reading() as connection:
            for row in connection.execute(
                "SELECT windows_number, content_id, seconds, starts, scales, lengths, coarse FROM cache.windows"
                " WHERE windows_number > ? AND length(starts)"
                " AND embedder_number = (SELECT embedder_number FROM cache.embedders WHERE embedder_id = ?)"
                " ORDER BY windows_number",
                (number, embedder_id),
            ):
                starts, scales, lengths = (np.frombuffer(blob, dtype="<f4").astype(np.float32) for blob in row[3:6])
                coarse = np.frombuffer(row[6], dtype=np.int8).reshape(len(starts), -1)
                yield CoarseWindows(row[0], row[1], row[2], starts, scales, lengths, coarse)

    def counts(self, embedder_id: str) -> dict[bytes, int]:
        """How many windows each content has that was heard in windows by this embedder."""
        with self._database.reading() as connection:
            rows = connection.execute(
                f"SELECT content_id, length(starts) / 4 FROM cache.windows WHERE {_OF_EMBEDDER}", (embedder_id,)
            )
            return dict(rows)

    def of_content(self, embedder_id: str, content_id: bytes) -> HeardWindows | None:
        """What was heard in the windows of a content, None for nothing."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT seconds, starts, scales, coarse, fine FROM cache.windows"
                f" WHERE content_id = ? AND length(starts) AND {_OF_EMBEDDER}",
                (content_id, embedder_id),
            ).fetchone()
        if row is None:
            return None
        starts, scales = (np.frombuffer(blob, dtype="<f4") for blob in row[1:3])
        coarse, fine = (np.frombuffer(blob, dtype=np.int8).reshape(len(starts), -1) for blob in row[3:])
        return HeardWindows(row[0], tuple(starts.tolist()), decode(coarse, fine, scales))

    def fine(self, places: Sequence[tuple[int, int]], dimension: int) -> tuple[NDArray[np.bool_], Codes]:
        """The lower halves of windows, each named by its row's number and its place in it: whether it is there, [n],
        and its numbers [n, d]. A row that was replaced meanwhile is not there any more.
        """
        found = np.zeros(len(places), dtype=np.bool_)
        codes = np.zeros((len(places), dimension), dtype=np.int8)
        with self._database.reading() as connection:
            for order in sorted(range(len(places)), key=places.__getitem__):
                number, place = places[order]
                with suppress(apsw.SQLError), connection.blob_open("cache", "windows", "fine", number, False) as blob:
                    blob.seek(place * dimension)
                    codes[order] = np.frombuffer(blob.read(dimension), dtype=np.int8)
                    found[order] = True
        return found, codes
