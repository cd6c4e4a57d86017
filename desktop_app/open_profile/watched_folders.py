"""The folders of an open library: taken in and out, found again where they moved, and watched meanwhile."""

from collections.abc import Callable
from pathlib import Path

from desktop_app.engine.indexing.indexer import Indexer
from desktop_app.library.library import Library
from desktop_app.library.tables.folders import Folder
from desktop_app.library.watching.watcher import FolderWatcher


class WatchedFolders:
    """Keeps library, watcher and indexer of one mind about folders."""

    def __init__(self, library: Library, indexer: Callable[[], Indexer], changed: Callable[[int], None]) -> None:
        """`indexer` gives the one that serves now; `changed` is told of each folder whose sounds came, went or moved.

        Nothing is watched until `start_watching`.
        """
        self._library = library
        self._indexer = indexer
        self._changed = changed
        self._watcher: FolderWatcher | None = None

    def start_watching(self) -> None:
        """See new, changed, moved and removed files from now on."""
        self._watcher = FolderWatcher(
            on_files=lambda folder_id, paths: self._indexer().refresh(folder_id, paths),
            on_rescan=lambda folder_id: self._indexer().rescan([folder_id]),
        )
        for folder in self._library.folders.all():
            self._watcher.watch(folder.folder_id, folder.path)

    def watch_status(self, folder_id: int) -> str:
        """How a folder is kept up to date: a sentence, empty when it is watched live."""
        return "" if self._watcher is None else self._watcher.status(folder_id).reason

    def note_absence(self, folder_id: int) -> None:
        """A scan found that a folder is away: its return is to be noticed."""
        if self._watcher is not None:
            self._watcher.note_absence(folder_id)

    def add(self, path: Path) -> Folder:
        """Add a folder and begin to index it. Raises LibraryError."""
        before = {folder.folder_id for folder in self._library.folders.all()}
        folder = self._library.folders.add(path)
        if self._watcher is not None:
            # A folder around others takes them in: what happens in them is its own from now on.
            for folder_id in before - {known.folder_id for known in self._library.folders.all()}:
                self._watcher.unwatch(folder_id)
            self._watcher.watch(folder.folder_id, folder.path)
        self._changed(folder.folder_id)
        self._indexer().rescan([folder.folder_id])
        return folder

    def remove(self, folder_id: int) -> None:
        """Take a folder out of the library; files and verdicts stay."""
        if self._watcher is not None:
            self._watcher.unwatch(folder_id)
        self._library.folders.remove(folder_id)
        self._indexer().rescan([folder_id])  # it forgets what it could not look at there
        self._changed(folder_id)

    def locate(self, folder_id: int, new: Path) -> Folder:
        """Tell the library where a folder has moved. Raises LibraryError."""
        folder = self._library.folders.locate(folder_id, new)
        if self._watcher is not None:
            self._watcher.unwatch(folder_id)
            self._watcher.watch(folder_id, folder.path)
        self._changed(folder_id)
        self._indexer().rescan([folder_id])
        return folder

    def close(self) -> None:
        """Watch no longer. May be called twice."""
        if self._watcher is not None:
            # It stays: a job on another thread may be about to tell it of a folder, which it then ignores.
            self._watcher.close()
