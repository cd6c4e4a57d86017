"""What people said about a sound follows its file when another program changes the audio in it.

Verdicts, marks and collections hang on contents. When a sound that was heard has another content now, what was said
about the earlier one goes along, in the transaction that saves the new one, so that a crash leaves it in one of the two
places. It is copied while another sound of the library still has the earlier content, else moved; then a successor is
kept, so that a step that is undone later, or the earlier audio when it comes back, still finds what was said.

What is said about the new content already stands, and only what is missing is added. Where a file that nobody touched
has that content, nothing is added at all: a sound that was replaced by a copy of another one is that other one. When it
gets its own audio back, it has what was said of that and no more. And sounds that change their names, as when a pack is
numbered anew, are not edited, though each of these files holds other audio now.
"""

from collections.abc import Iterable

import apsw

_SAID_IN = ("verdicts", "marks", "collected")
_COPY = (
    """INSERT OR IGNORE INTO verdicts (content_id, vocabulary_id, tag_id, judgement)
    SELECT ?2, vocabulary_id, tag_id, judgement FROM verdicts WHERE content_id = ?1""",
    """INSERT INTO marks (content_id, rating, favourite, note, note_key)
    SELECT ?2, rating, favourite, note, note_key FROM marks WHERE content_id = ?1
    ON CONFLICT (content_id) DO UPDATE SET
    rating = iif(marks.rating, marks.rating, excluded.rating), favourite = max(marks.favourite, excluded.favourite),
    note = iif(marks.note = '', excluded.note, marks.note),
    note_key = iif(marks.note = '', excluded.note_key, marks.note_key)""",
    """INSERT OR IGNORE INTO collected (collection_id, content_id)
    SELECT collection_id, ?2 FROM collected WHERE content_id = ?1""",
)
_WHERE_SAID = """
    WITH RECURSIVE ways (content_id, place) AS (
        SELECT content_id, successor FROM successors WHERE content_id IN (SELECT value FROM carray(?))
        UNION SELECT ways.content_id, successor FROM ways JOIN successors ON successors.content_id = place
    )
    SELECT content_id, place FROM ways WHERE place NOT IN (SELECT content_id FROM successors)
"""
# UNION, so that it also ends where a repair brought back rows that lead in a circle.


def follow(connection: apsw.Connection, sound_id: int, earlier: bytes | None, present: bytes) -> None:
    """A sound, which was just saved with its `present` content, had the `earlier` one before (None: it is new)."""
    returned = where_said(connection, (present,)).get(present)
    if returned is not None:
        _copy(connection, returned, present)
    connection.execute("DELETE FROM successors WHERE content_id = ?", (present,))
    if earlier is None or earlier == present or _is_of_another_file(connection, sound_id, earlier, present):
        return
    needed = _is_needed(connection, sound_id, earlier)
    if needed and _is_spoken_of(connection, present):
        return
    _copy(connection, earlier, present)
    if not needed:
        _leave(connection, earlier, present)


def catch_up(connection: apsw.Connection) -> None:
    """See that nothing is said under a content that has a successor, as a backup of before an edit does."""
    statement = " UNION ".join(
        f"SELECT content_id FROM {table} WHERE content_id IN (SELECT content_id FROM successors)" for table in _SAID_IN
    )
    behind = [content for (content,) in connection.execute(statement)]
    for earlier, present in where_said(connection, behind).items():
        _copy(connection, earlier, present)
        _forget(connection, earlier)


def where_said(connection: apsw.Connection, content_ids: Iterable[bytes]) -> dict[bytes, bytes]:
    """Of contents that no sound has any more, those about which everything is said under another one: which."""
    wanted = tuple(content_ids)
    return dict(connection.execute(_WHERE_SAID, (apsw.carray(wanted),))) if wanted else {}


def where_each_is_said(connection: apsw.Connection, content_ids: Iterable[bytes]) -> list[bytes]:
    """These contents, each once, but in place of one that has a successor that one."""
    contents = list(content_ids)
    followed = where_said(connection, contents)
    return list(dict.fromkeys(followed.get(content, content) for content in contents))


def _is_of_another_file(connection: apsw.Connection, sound_id: int, earlier: bytes, present: bytes) -> bool:
    """Whether a sound whose file is there has this content, and did not come to it in the same way; or one whose file
    was changed had it until then, so that the two changed their names, as when sounds are numbered anew.
    """
    statement = """SELECT 1 FROM sounds WHERE content_id = ?1 AND sound_id <> ?2 AND NOT missing
        AND former_content_id IS NOT ?3 UNION ALL
        SELECT 1 FROM sounds WHERE former_content_id = ?1 AND content_id IS NOT ?1 AND sound_id <> ?2"""
    return connection.execute(statement, (present, sound_id, earlier)).get is not None


def _is_needed(connection: apsw.Connection, sound_id: int, content_id: bytes) -> bool:
    """Whether another sound has this content, or had it before its file was changed and waits to be heard again."""
    statement = """SELECT 1 FROM sounds WHERE content_id = ?1 AND sound_id <> ?2 UNION ALL
        SELECT 1 FROM sounds WHERE former_content_id = ?1 AND content_id IS NULL AND sound_id <> ?2"""
    return connection.execute(statement, (content_id, sound_id)).get is not None


def _is_spoken_of(connection: apsw.Connection, content_id: bytes) -> bool:
    """Whether anything is said about a content."""
    statement = " UNION ALL ".join(f"SELECT 1 FROM {table} WHERE content_id = ?1" for table in _SAID_IN)
    return connection.execute(statement, (content_id,)).get is not None


def _copy(connection: apsw.Connection, earlier: bytes, present: bytes) -> None:
    for statement in _COPY:
        connection.execute(statement, (earlier, present))


def _leave(connection: apsw.Connection, earlier: bytes, present: bytes) -> None:
    """Nothing is said under the earlier content any more."""
    before = connection.total_changes()
    _forget(connection, earlier)
    if connection.total_changes() > before:
        connection.execute("INSERT OR REPLACE INTO successors VALUES (?, ?)", (earlier, present))


def _forget(connection: apsw.Connection, content_id: bytes) -> None:
    for table in _SAID_IN:
        connection.execute(f"DELETE FROM {table} WHERE content_id = ?", (content_id,))
