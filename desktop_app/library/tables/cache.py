"""What can be computed again: embeddings, prompts, thumbnails, peaks, loudness. The file may be deleted at any time.

Embeddings are kept as float16 (see `stored_precision`), keyed by what the audio is and by the embedder that heard it.
"""

from collections.abc import Mapping, Sequence
from itertools import islice
from typing import Any

import apsw
import numpy as np

from desktop_app.core.vector_index import Vectors
from desktop_app.library.databases.database import Database

_ROWS_AT_ONCE = 10_000
_OF_EMBEDDER = "embedder_number = (SELECT embedder_number FROM cache.embedders WHERE embedder_id = ?)"
_LOUDNESS = """
    SELECT loudness, true_peak, 0.0, channels FROM cache.quality WHERE content_id = ?
    UNION ALL SELECT integrated, NULL, peak, channels FROM cache.loudness WHERE content_id = ? LIMIT 1
"""
_ONE_EMBEDDING = f"SELECT vector FROM cache.embeddings WHERE {_OF_EMBEDDER} AND content_id = ?"


class Cache:
    """The attached `cache.db`. Without the right to write, saving does nothing: it is only a cache."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def known(self, content_id: bytes, embedder_id: str) -> bool:
        """Whether this content was heard by this embedder."""
        return self._value(_ONE_EMBEDDING, (embedder_id, content_id)) is not None

    def heard_by(self, embedder_id: str) -> set[bytes]:
        """All contents that this embedder heard."""
        with self._database.reading() as connection:
            rows = connection.execute(f"SELECT content_id FROM cache.embeddings WHERE {_OF_EMBEDDER}", (embedder_id,))
            return {content_id for (content_id,) in rows}

    def embedding(self, content_id: bytes, embedder_id: str) -> Vectors | None:
        """The embedding of one content, float32 [d]; None when it is not known."""
        vector = self._value(_ONE_EMBEDDING, (embedder_id, content_id))
        return None if vector is None else _decoded([vector])[0]

    def embeddings(self, embedder_id: str) -> tuple[list[bytes], Vectors]:
        """All this embedder heard, in that order: content ids and float32 [n, d]; [0, 0] when nothing."""
        with self._database.reading() as connection:
            counted = connection.execute(f"SELECT count(*) FROM cache.embeddings WHERE {_OF_EMBEDDER}", (embedder_id,))
            most: int = counted.get
            cursor = connection.execute(
                f"SELECT content_id, vector FROM cache.embeddings NOT INDEXED WHERE {_OF_EMBEDDER}"
                " ORDER BY embedding_number",
                (embedder_id,),
            )
            return _gathered(cursor, most)

    def embeddings_of(self, content_ids: Sequence[bytes], embedder_id: str) -> tuple[list[bytes], Vectors]:
        """The embeddings of these contents, unknown ones left out, in no particular order; as `embeddings`."""
        if not content_ids:
            return [], np.empty((0, 0), dtype=np.float32)
        with self._database.reading() as connection:
            cursor = connection.execute(
                f"SELECT content_id, vector FROM cache.embeddings WHERE {_OF_EMBEDDER}"
                " AND content_id IN (SELECT value FROM carray(?))",
                (embedder_id, apsw.carray(tuple(content_ids))),
            )
            return _gathered(cursor, len(content_ids))

    def prompts(self, embedder_id: str, texts: Sequence[str]) -> dict[str, Vectors]:
        """The saved embeddings, float32 [d], of those texts that have one."""
        text_of = {_prompt_key(text): text for text in texts}
        if not text_of:
            return {}
        with self._database.reading() as connection:
            rows: list[tuple[Any, ...]] = connection.execute(
                f"SELECT prompt, vector FROM cache.prompts WHERE {_OF_EMBEDDER}"
                " AND prompt IN (SELECT value FROM carray(?))",
                (embedder_id, apsw.carray(tuple(text_of))),
            ).fetchall()
        return {text_of[prompt]: np.frombuffer(vector, dtype="<f4").astype(np.float32) for prompt, vector in rows}

    def save_prompts(self, embedder_id: str, vectors: Mapping[str, Vectors]) -> None:
        """Keep the embeddings [d] of texts, in float32."""
        if not self._database.writable:
            return
        with self._database.writing() as connection:
            number = embedder_number(connection, embedder_id)
            connection.executemany(
                "INSERT OR REPLACE INTO cache.prompts VALUES (?, ?, ?)",
                [(number, _prompt_key(text), vector.astype("<f4").tobytes()) for text, vector in vectors.items()],
            )

    def thumbnail(self, content_id: bytes) -> bytes | None:
        """The small waveform that was saved with the embedding."""
        return self.thumbnails([content_id]).get(content_id)

    def thumbnails(self, content_ids: Sequence[bytes]) -> dict[bytes, bytes]:
        """The small waveforms of those contents that have one."""
        if not content_ids:
            return {}
        with self._database.reading() as connection:
            return dict(
                connection.execute(
                    "SELECT content_id, thumbnail FROM cache.thumbnails"
                    " WHERE content_id IN (SELECT value FROM carray(?))",
                    (apsw.carray(tuple(content_ids)),),
                )
            )

    def peaks(self, content_id: bytes) -> bytes | None:
        """The full waveform as `save_peaks` got it."""
        peaks: bytes | None = self._value("SELECT peaks FROM cache.peaks WHERE content_id = ?", (content_id,))
        return peaks

    def save_peaks(self, content_id: bytes, peaks: bytes) -> None:
        """Keep a full waveform."""
        if not self._database.writable:
            return
        with self._database.writing() as connection:
            connection.execute(
                "INSERT INTO cache.peaks (content_id, peaks) VALUES (?, ?)"
                " ON CONFLICT (content_id) DO UPDATE SET peaks = excluded.peaks",
                (content_id, peaks),
            )

    def loudness(self, content_id: bytes) -> tuple[float | None, float, int] | None:
        """LUFS (None: too quiet to have any), peak (linear) and channels: as they were measured in the background, with
        the true peak, or before that as `save_loudness` got them.
        """
        with self._database.reading() as connection:
            row: tuple[Any, ...] | None = connection.execute(_LOUDNESS, (content_id, content_id)).fetchone()
        if row is None:
            return None
        integrated, true_peak, peak, channels = row
        return integrated, peak if true_peak is None else 10 ** (true_peak / 20), channels

    def save_loudness(self, content_id: bytes, integrated: float | None, peak: float, channels: int) -> None:
        """Keep how loud a content is."""
        if not self._database.writable:
            return
        with self._database.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO cache.loudness VALUES (?, ?, ?, ?)", (content_id, integrated, peak, channels)
            )

    def reference(self, embedder_id: str) -> Vectors | None:
        """The embeddings of the reference sounds, float32 [n, d]."""
        with self._database.reading() as connection:
            row = connection.execute(
                "SELECT vectors, dimension FROM cache.background_vectors JOIN cache.embedders USING (embedder_number)"
                " WHERE embedder_id = ?",
                (embedder_id,),
            ).fetchone()
        return None if row is None else np.frombuffer(row[0], dtype="<f4").astype(np.float32).reshape(-1, row[1])

    def save_reference(self, embedder_id: str, vectors: Vectors) -> None:
        """Keep the embeddings [n, d] of the reference sounds, in float32."""
        if not self._database.writable:
            return
        with self._database.writing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO cache.background_vectors VALUES (?, ?, ?)",
                (embedder_number(connection, embedder_id), vectors.shape[1], vectors.astype("<f4").tobytes()),
            )

    def _value(self, statement: str, values: tuple[object, ...]) -> bytes | None:
        with self._database.reading() as connection:
            row = connection.execute(statement, values).fetchone()
        return None if row is None else row[0]


def embedder_number(connection: apsw.Connection, embedder_id: str) -> int:
    """The number that stands for an embedder in the cache; made when it is new. Needs a writing connection."""
    connection.execute("INSERT OR IGNORE INTO cache.embedders (embedder_id) VALUES (?)", (embedder_id,))
    numbers = connection.execute("SELECT embedder_number FROM cache.embedders WHERE embedder_id = ?", (embedder_id,))
    number: int = numbers.get
    return number


def insert_embedding(connection: apsw.Connection, number: int, content_id: bytes, vector: Vectors) -> None:
    """Keep one embedding [d]; one that is there already stays as it is. ValueError for numbers that are not finite."""
    with np.errstate(over="ignore"):
        stored = vector.astype("<f2")
    if not np.isfinite(stored).all():
        raise ValueError("an embedding must be finite in half precision")
    connection.execute(
        "INSERT OR IGNORE INTO cache.embeddings (embedder_number, content_id, vector) VALUES (?, ?, ?)",
        (number, content_id, stored.tobytes()),
    )


def insert_thumbnail(connection: apsw.Connection, content_id: bytes, thumbnail: bytes) -> None:
    """Keep the small waveform of a content; one that is there already stays as it is."""
    connection.execute("INSERT OR IGNORE INTO cache.thumbnails VALUES (?, ?)", (content_id, thumbnail))


def _gathered(cursor: apsw.Cursor, most: int) -> tuple[list[bytes], Vectors]:
    """At most `most` rows of (content id, vector) as one matrix, filled bit by bit: little is held twice."""
    content_ids: list[bytes] = []
    matrix: Vectors = np.empty((0, 0), dtype=np.float32)
    while rows := list(islice(cursor, min(_ROWS_AT_ONCE, most - len(content_ids)))):
        part = _decoded([row[1] for row in rows])
        if not content_ids:
            matrix = np.empty((most, part.shape[1]), dtype=np.float32)
        matrix[len(content_ids) : len(content_ids) + len(rows)] = part
        content_ids.extend(row[0] for row in rows)
    return content_ids, matrix[: len(content_ids)]


def _decoded(vectors: Sequence[bytes]) -> Vectors:
    return np.frombuffer(b"".join(vectors), dtype="<f2").astype(np.float32).reshape(len(vectors), -1)


def _prompt_key(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
