"""What is measured of sounds in the background, by content: copies share one measurement.

The numbers are what is kept. Beside them stand, for filters and orders, the warnings that follow from them and the note
that a pitch is; both are made anew from the numbers when the way they follow changes.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import apsw

from desktop_app.core.measured import JUDGEMENT, Measured
from desktop_app.core.measured_terms import note_name
from desktop_app.core.musical import MUSIC, Musical, SoundKind
from desktop_app.core.sound_quality import QUALITY, SoundQuality
from desktop_app.library.databases.database import Database
from desktop_app.library.tables.analyses import insert_analysed

_QUALITY: Final = (
    "sample_rate, channels, loudness, true_peak, level, bandwidth, clipped, dc_offset, signal_to_noise, active,"
    " side_level, dropouts"
)
_JUDGED_AT_ONCE: Final = 2_000


class MeasuredTable:
    """Qualities and musical properties of contents."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(self, qualities: Mapping[bytes, SoundQuality], music: Mapping[bytes, Musical]) -> None:
        """Keep what was measured of several contents, all or none."""
        with self._database.writing() as connection:
            for content_id, quality in qualities.items():
                connection.execute(
                    f"INSERT OR REPLACE INTO cache.quality (content_id, {_QUALITY}, warnings, judgement)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    (content_id, *_quality_values(quality), _warnings_text(quality), JUDGEMENT),
                )
                # What was measured for the player alone, before its turn came here.
                connection.execute("DELETE FROM cache.loudness WHERE content_id = ?", (content_id,))
                insert_analysed(connection, QUALITY, content_id)
            for content_id, found in music.items():
                note = None if found.pitch is None else note_name(found.pitch)
                connection.execute(
                    "INSERT OR REPLACE INTO cache.music (content_id, tempo, key, pitch, note, kind)"
                    " VALUES (?, ?, ?, ?, ?, ?)",
                    (content_id, found.tempo, found.key, found.pitch, note, found.kind),
                )
                insert_analysed(connection, MUSIC, content_id)

    def of(self, content_ids: Sequence[bytes]) -> dict[bytes, Measured]:
        """What is known of those of these contents of which anything is."""
        if not content_ids:
            return {}
        wanted = (apsw.carray(tuple(content_ids)),)
        with self._database.reading() as connection:
            qualities = {row[0]: SoundQuality(*row[1:]) for row in connection.execute(_OF_QUALITY, wanted)}
            music = {row[0]: _musical(row[1:]) for row in connection.execute(_OF_MUSIC, wanted)}
        known = dict.fromkeys([*qualities, *music])
        return {content_id: Measured(qualities.get(content_id), music.get(content_id)) for content_id in known}

    def judge_again(self) -> int:
        """Bring warnings up to date that an earlier judgement made of the same numbers; how many are others now."""
        changed = 0
        last = b""
        while rows := self._judged_before(last):
            last = rows[-1][0]
            judged = [(row[0], row[1], _warnings_text(SoundQuality(*row[2:]))) for row in rows]
            changed += sum(before != now for _, before, now in judged)
            with self._database.writing() as connection:
                connection.executemany(
                    "UPDATE cache.quality SET warnings = ?, judgement = ? WHERE content_id = ?",
                    [(now, JUDGEMENT, content_id) for content_id, _, now in judged],
                )
        return changed

    def _judged_before(self, last: bytes) -> list[tuple[Any, ...]]:
        with self._database.reading() as connection:
            return connection.execute(
                f"SELECT content_id, warnings, {_QUALITY} FROM cache.quality"
                " WHERE content_id > ? AND judgement <> ? ORDER BY content_id LIMIT ?",
                (last, JUDGEMENT, _JUDGED_AT_ONCE),
            ).fetchall()


_OF_QUALITY = f"SELECT content_id, {_QUALITY} FROM cache.quality WHERE content_id IN (SELECT value FROM carray(?))"
_OF_MUSIC = (
    "SELECT content_id, tempo, key, pitch, kind FROM cache.music WHERE content_id IN (SELECT value FROM carray(?))"
)


def _quality_values(quality: SoundQuality) -> tuple[float | int | None, ...]:
    """In the order of the table."""
    return (
        quality.sample_rate,
        quality.channels,
        quality.loudness,
        quality.true_peak,
        quality.level,
        quality.bandwidth,
        quality.clipped,
        quality.dc_offset,
        quality.signal_to_noise,
        quality.active,
        quality.side_level,
        quality.dropouts,
    )


def _warnings_text(quality: SoundQuality) -> str:
    """Each between two commas, so that a filter finds it; empty without any."""
    names = ",".join(quality.warnings)
    return f",{names}," if names else ""


def _musical(row: Sequence[Any]) -> Musical:
    tempo, key, pitch, kind = row
    return Musical(tempo, key, pitch, None if kind is None else SoundKind(kind))
