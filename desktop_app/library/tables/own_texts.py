"""Which texts in sound files are ours: written there by Earmark when a person said so, and so nobody else's word.

By content, so that it is known of a file wherever it goes. Kept with what people made: no file says who wrote it.
"""

from collections.abc import Iterable

from desktop_app.core.metadata import Field, Metadata, added_entries
from desktop_app.library.databases.database import Database
from desktop_app.library.watching.relative_paths import text_key

OwnTexts = frozenset[tuple[Field, str]]
"""Fields with texts, in the form in which texts are compared."""
NONE_OWN: OwnTexts = frozenset()


class OwnTextTable:
    """Texts that Earmark wrote."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def note(self, content_id: bytes, before: Metadata, after: Metadata) -> None:
        """A file with this content said this `before` we wrote into it, and that `after`."""
        rows = [(content_id, field, text_key(text)) for field, text in added_entries(before, after)]
        with self._database.writing() as connection:
            connection.executemany("INSERT OR IGNORE INTO own_texts VALUES (?, ?, ?)", rows)

    def keep_only(self, content_id: bytes, said: Iterable[Metadata]) -> None:
        """What we wrote was taken back: of it, only what the files with this content still say is ours."""
        left = {(field, text_key(text)) for one in said for field, _ in one.fields() for text in one.entries(field)}
        gone = [(content_id, field, key) for field, key in self.of(content_id) if (field, key) not in left]
        with self._database.writing() as connection:
            connection.executemany("DELETE FROM own_texts WHERE content_id = ? AND field = ? AND text_key = ?", gone)

    def of(self, content_id: bytes) -> OwnTexts:
        """What we wrote into files with this content."""
        known = {field.value: field for field in Field}
        with self._database.reading() as connection:
            rows = connection.execute("SELECT field, text_key FROM own_texts WHERE content_id = ?", (content_id,))
            return frozenset((known[field], key) for field, key in rows if field in known)


def is_own(own: OwnTexts, field: Field, text: str) -> bool:
    """Whether a text of a file is one of these."""
    return bool(own) and (field, text_key(text)) in own
