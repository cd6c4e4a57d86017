"""The sound library: what people made and what was found in their folders, in two files."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from desktop_app.library.databases.database import Database, nothing
from desktop_app.library.rescuing.backup import BackupKind, Backups
from desktop_app.library.rescuing.checked_copy import BackupError
from desktop_app.library.tables.analyses import AnalysisTable
from desktop_app.library.tables.cache import Cache
from desktop_app.library.tables.collected import CollectionTable
from desktop_app.library.tables.file_texts import FileTextTable
from desktop_app.library.tables.folders import FolderTable
from desktop_app.library.tables.following import where_said
from desktop_app.library.tables.marks import MarkTable
from desktop_app.library.tables.measured import MeasuredTable
from desktop_app.library.tables.own_texts import OwnTextTable
from desktop_app.library.tables.sounds import SoundTable
from desktop_app.library.tables.verdicts import VerdictTable
from desktop_app.library.tables.windows import WindowTable


class Library:
    """One person's folders, sounds, verdicts, marks and collections, and the cache beside them.

    Every method may be called on any thread.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self.folders = FolderTable(database)
        self.sounds = SoundTable(database)
        self.verdicts = VerdictTable(database)
        self.marks = MarkTable(database)
        self.collections = CollectionTable(database)
        self.cache = Cache(database)
        self.analyses = AnalysisTable(database)
        self.windows = WindowTable(database)
        self.measured = MeasuredTable(database)
        self.file_texts = FileTextTable(database)
        self.own_texts = OwnTextTable(database)

    @classmethod
    def open(
        cls,
        library_file: Path,
        cache_file: Path,
        *,
        writable: bool,
        tell: Callable[[str], None] = nothing,
        backups: Backups | None = None,
    ) -> Self:
        """Open both files. A writable library is created and brought up to date; another process may read meanwhile.

        Not writable: nothing on the disk is created or changed, and files that are not there yet read as empty.
        `tell` gets a sentence for what a person should know though it goes on, and `backups` one more backup before an
        older library is brought up to date. Raises LibraryTooNewError for a library of a newer version that cannot be
        read, or is to be written; LibraryError when the files cannot be used.
        """

        def back_up() -> None:
            if backups is not None:
                try:
                    backups.make(BackupKind.MIGRATION)
                except BackupError as error:
                    tell(str(error))

        return cls(Database(library_file, cache_file, writable=writable, tell=tell, before_migrating=back_up))

    @property
    def writable(self) -> bool:
        """Whether changes can be saved."""
        return self._database.writable

    @property
    def was_cut_off(self) -> bool:
        """Whether the last writer had not ended in order when this one began."""
        return self._database.was_cut_off

    def suspect_the_cache(self) -> None:
        """Have the next start look through the cache, and make another one if it is damaged."""
        self._database.suspect_the_cache()

    @contextmanager
    def in_one_step(self) -> Iterator[None]:
        """What is saved inside is saved together, or none of it where anything is raised; no other thread saves
        anything meanwhile. What is read inside is what was there before. Raises LibraryError.
        """
        with self._database.writing():
            yield
        self.verdicts.changes += 1  # who read them after they were said and before they were saved reads them again

    def where_said(self, content_ids: Iterable[bytes]) -> dict[bytes, bytes]:
        """Of contents that no sound has any more, those about which everything is said under another one: which."""
        with self._database.reading() as connection:
            return where_said(connection, content_ids)

    def close(self) -> None:
        """Close the files; waits for what other threads are reading or writing at this moment."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()
