"""What people said about tags, keyed by what the audio is: it outlives moves, renames, folders and embedders."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

import apsw

from desktop_app.core.verdict import Judgement, Verdict
from desktop_app.library.databases.database import Database
from desktop_app.library.tables.following import where_said

Said = Mapping[Judgement | None, Sequence[bytes]]
"""What is said of one tag: by judgement the contents it is said of; None: nothing is said."""

_FEW = 4
"""Tags whose verdicts are looked up one by one; for more, reading all verdicts at once is quicker."""
_COLUMNS = "content_id, vocabulary_id, tag_id, judgement"


class VerdictTable:
    """The verdicts of the library."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.changes = 0
        """Rises whenever something is said or taken back: tells whoever read the verdicts whether to do so again."""

    def set(self, verdicts: Sequence[Verdict]) -> None:
        """Save verdicts, each in place of an earlier one on the same tag of the same content, all or none."""
        rows = [(v.content_id, v.vocabulary_id, v.tag_id, v.judgement.value) for v in verdicts]
        with self._database.writing() as connection:
            connection.executemany(f"INSERT OR REPLACE INTO verdicts ({_COLUMNS}) VALUES (?, ?, ?, ?)", rows)
        self.changes += 1

    def say(self, vocabulary_id: str, tag_id: str, said: Said) -> Said:
        """Say this of one tag, and give back what was said before of the same contents, in one transaction: saying that
        again puts everything back. Contents stand under one judgement only. Raises LibraryError; nothing is said then.
        """
        key = (vocabulary_id, tag_id)
        among = "vocabulary_id = ? AND tag_id = ? AND content_id IN (SELECT value FROM carray(?))"
        before: dict[Judgement | None, list[bytes]] = defaultdict(list)
        if not any(said.values()):
            return before
        with self._database.writing() as connection:
            said = _where_said(connection, said)
            contents = [content for group in said.values() for content in group]
            values = (*key, apsw.carray(tuple(contents)))
            known: list[tuple[Any, ...]] = connection.execute(
                f"SELECT content_id, judgement FROM verdicts WHERE {among}", values
            ).fetchall()
            connection.execute(f"DELETE FROM verdicts WHERE {among}", values)
            for judgement, group in said.items():
                if judgement is not None:
                    rows = ((content, *key, judgement.value) for content in group)
                    connection.executemany(f"INSERT INTO verdicts ({_COLUMNS}) VALUES (?, ?, ?, ?)", rows)
        self.changes += 1
        for content, judgement in known:
            before[Judgement(judgement)].append(content)
        unsaid = set(contents).difference(content for content, _ in known)
        before[None].extend(content for content in contents if content in unsaid)
        return dict(before)

    def of_content(self, content_ids: Sequence[bytes]) -> list[Verdict]:
        """All verdicts on these contents, in no particular order."""
        if not content_ids:
            return []
        return self._select("content_id IN (SELECT value FROM carray(?))", (apsw.carray(tuple(content_ids)),))

    def of_tag(self, vocabulary_id: str, tag_id: str) -> list[Verdict]:
        """All verdicts on one tag."""
        return self._select("vocabulary_id = ? AND tag_id = ?", (vocabulary_id, tag_id))

    def words_on(self, keys: Collection[tuple[str, str]]) -> list[tuple[bytes, tuple[str, str], bool]]:
        """What is said of these tags, by (vocabulary id, tag id): (content, tag, whether it is said to have the tag).

        For very many verdicts, of which this makes no objects.
        """
        statement = f"SELECT content_id, vocabulary_id, tag_id, judgement <> '{Judgement.REJECTED}' FROM verdicts"
        rows: list[tuple[Any, ...]] = []
        with self._database.reading() as connection:
            if len(keys) > _FEW:
                rows = connection.execute(statement).fetchall()
            else:
                for key in keys:
                    rows += connection.execute(f"{statement} WHERE vocabulary_id = ? AND tag_id = ?", key).fetchall()
        wanted = set(keys)
        return [(row[0], row[1:3], bool(row[3])) for row in rows if row[1:3] in wanted]

    def some_words_on(
        self, keys: Collection[tuple[str, str]], most: int
    ) -> dict[tuple[str, str], list[tuple[bytes, bool]]]:
        """What is said of each of these tags, as (content, whether it is said to have the tag): of at most so many
        contents a tag, always the same ones. Contents are hashes, so these are a fair sample. Tags of which nothing is
        said are left out.
        """
        statement = f"""SELECT content_id, judgement <> '{Judgement.REJECTED}' FROM verdicts
            WHERE vocabulary_id = ? AND tag_id = ? ORDER BY content_id LIMIT ?"""
        words = {}
        with self._database.reading() as connection:
            if connection.execute("SELECT 1 FROM verdicts LIMIT 1").get is None:
                return {}
            for key in keys:
                rows: list[tuple[Any, ...]] = connection.execute(statement, (*key, most)).fetchall()
                if rows:
                    words[key] = [(content, bool(has)) for content, has in rows]
        return words

    def all(self) -> list[Verdict]:
        """Every verdict."""
        return self._select("1", ())

    def _select(self, condition: str, values: tuple[object, ...]) -> list[Verdict]:
        with self._database.reading() as connection:
            rows: list[tuple[Any, ...]] = connection.execute(
                f"SELECT {_COLUMNS} FROM verdicts WHERE {condition}", values
            ).fetchall()
        return [
            Verdict(content_id, vocabulary, tag, Judgement(judgement))
            for content_id, vocabulary, tag, judgement in rows
        ]


def _where_said(connection: apsw.Connection, said: Said) -> Said:
    """The same of the contents that took the place of others; what is said of one by its own name counts."""
    followed = where_said(connection, [content for group in said.values() for content in group])
    if not followed:
        return said
    taken = {content for group in said.values() for content in group if content not in followed}
    result: dict[Judgement | None, list[bytes]] = defaultdict(list)
    for judgement, group in said.items():
        for content in group:
            if content not in followed:
                result[judgement].append(content)
            elif followed[content] not in taken:
                taken.add(followed[content])
                result[judgement].append(followed[content])
    return result
