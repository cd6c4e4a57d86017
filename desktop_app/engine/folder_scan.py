"""Takes over into the library what the disk has: whole folders, parts of them, or single files. Opens no file."""

from collections.abc import Callable
from pathlib import Path

from desktop_app.core.events import FolderScanned, IndexEvent, SoundsChanged
from desktop_app.core.sound import FileStamp, Sound
from desktop_app.library.folders import Folder
from desktop_app.library.library import Library
from desktop_app.library.scanner import scan


class FolderScan:
    """Compares folders with the library. A scan never deletes: a sound is present, missing, or its folder offline."""

    def __init__(self, library: Library, notify: Callable[[IndexEvent], None], cancelled: Callable[[], bool]) -> None:
        self._library = library
        self._notify = notify
        self._cancelled = cancelled

    def look(self, folder_id: int, under: str = "") -> None:
        """Look at a folder, or at one directory or file of it (relative, with "/"), that may be gone by now."""
        folder = self._folder(folder_id)
        if folder is None:
            return
        exclusions = self._library.folders.exclusions()
        result = scan(folder.path, exclusions=exclusions, under=under, cancelled=self._cancelled)
        if self._cancelled():
            return
        online = result.reachable
        if online:
            changes = self._library.sounds.apply_scan(
                folder_id, result.found, under=under, unreadable=result.unreadable
            )
            online = changes.online
        else:
            self._library.folders.set_online(folder_id, online=False)
        self._notify(SoundsChanged(folder_id))
        self._notify(FolderScanned(folder_id, len(result.found), online=online))

    def look_at_sound(self, sound: Sound) -> None:
        """The file is not what the library thinks: take over what it is now."""
        folder = self._folder(sound.folder_id)
        if folder is not None and sound.path.is_relative_to(folder.path):
            self.look(folder.folder_id, sound.path.relative_to(folder.path).as_posix())

    def _folder(self, folder_id: int) -> Folder | None:
        return next((f for f in self._library.folders.all() if f.folder_id == folder_id), None)


def stamp_of_file(path: Path) -> FileStamp | None:
    """Size, time and inode of a file as it is now; None when it is gone or cannot be reached."""
    try:
        status = path.stat()
    except OSError:
        return None
    return FileStamp(status.st_size, status.st_mtime_ns, status.st_ino)
