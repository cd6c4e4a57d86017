"""Finds files that were moved since they were changed, and that the library has not looked at since."""

from functools import cached_property
from pathlib import Path

from desktop_app.app import Earmark
from desktop_app.core.sound import FileStamp
from desktop_app.library.watching.scanner import scan


class LibraryFolders:
    """What lies in the folders of the library now; looked at once, when it is first asked for."""

    def __init__(self, earmark: Earmark) -> None:
        self._earmark = earmark

    def files_like(self, stamp: FileStamp) -> list[Path]:
        """The files that have this stamp; none where inodes do not last, and size and time tell little."""
        return self._by_stamp.get(stamp, []) if stamp.inode else []

    @cached_property
    def _by_stamp(self) -> dict[FileStamp, list[Path]]:
        exclusions = self._earmark.library.folders.exclusions()
        found: dict[FileStamp, list[Path]] = {}
        for folder in self._earmark.library.folders.all():
            for relative, stamp in scan(folder.path, exclusions=exclusions).found.items():
                found.setdefault(stamp, []).append(folder.path / relative)
        return found
