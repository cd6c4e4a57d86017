"""Takes over into the library what the disk has: whole folders, parts of them, or single files. Opens no file."""

import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from desktop_app.core.events import FolderScanned, IndexEvent, IndexingFailed, ScanProgress, SoundsChanged
from desktop_app.core.sound import Sound
from desktop_app.library.library import Library
from desktop_app.library.tables.folders import Folder
from desktop_app.library.watching.relative_paths import relative_to
from desktop_app.library.watching.scanner import ScanResult, scan
from desktop_app.library.watching.stamps import answers

_TELL_SECONDS = 0.3
"""A scan that takes longer says how far it is, and again after as long."""
_SHOW_SECONDS = 0.1
"""After which the first sounds of many places are shown; a hundred directories may take seconds."""


class FolderScan:
    """Compares folders with the library. A scan never deletes: a sound is present, missing, or its folder offline."""

    def __init__(self, library: Library, notify: Callable[[IndexEvent], None], cancelled: Callable[[], bool]) -> None:
        self._library = library
        self._notify = notify
        self._cancelled = cancelled
        self._closed: dict[int, dict[Path, str]] = {}
        """By folder, what could not be looked at, each with a sentence."""

    def closed(self) -> list[tuple[Path, str]]:
        """The directories and files that could not be looked at, by path, with a sentence. On any thread."""
        return sorted((path, reason) for places in list(self._closed.values()) for path, reason in places.items())

    def opened(self) -> list[tuple[int, Path]]:
        """Those that can be looked at by now, with their folder."""
        return [
            (folder_id, path) for folder_id, places in self._closed.items() for path in places if can_be_listed(path)
        ]

    def look(self, folder_id: int, paths: Sequence[Path | None] = (None,)) -> None:
        """Look at files and directories of a folder, which may be gone by now; None is all of it.

        Paths that do not lie in the folder (any more) are left out.
        """
        folders = {folder.folder_id: folder for folder in self._library.folders.all()}
        for removed in self._closed.keys() - folders.keys():
            del self._closed[removed]
        folder = folders.get(folder_id)
        if folder is None:
            return
        places = [place for path in paths if (place := _place(folder.path, path)) is not None]
        if "" in places or not answers(os.fsencode(folder.path)):
            # Where a drive was, an empty directory may be left: only a look at the whole folder tells that it is gone.
            places = [""]
        exclusions = self._library.folders.exclusions()
        began, changed, early = time.monotonic(), False, False
        for place in places:
            changed |= self._look_at(folder, place, exclusions)
            if self._cancelled():
                return
            if changed and not early and time.monotonic() - began > _SHOW_SECONDS:
                self._notify(SoundsChanged(folder_id))
                changed, early = False, True
        if changed:
            self._notify(SoundsChanged(folder_id))

    def _note_closed(self, folder: Folder, place: str, result: ScanResult) -> bool:
        """Whether other places than before are closed; of what lies elsewhere in the folder, nothing new is known."""
        looked_at = folder.path / place
        known = self._closed.get(folder.folder_id, {})
        elsewhere = {path: reason for path, reason in known.items() if not path.is_relative_to(looked_at)}
        closed = elsewhere | dict(result.problems)
        self._closed[folder.folder_id] = closed
        for path in closed.keys() - known.keys():
            self._notify(IndexingFailed(path, closed[path]))
        return closed.keys() != known.keys()

    def look_at_sound(self, sound: Sound) -> None:
        """The file is not what the library thinks: take over what it is now."""
        self.look(sound.folder_id, [sound.path])

    def _look_at(self, folder: Folder, place: str, exclusions: Sequence[str]) -> bool:
        """Whether anything was different."""
        told = time.monotonic()

        def tell(sounds: int) -> None:
            nonlocal told
            if time.monotonic() - told > _TELL_SECONDS:
                told = time.monotonic()
                self._notify(ScanProgress(folder.path.name, sounds))

        result = scan(folder.path, exclusions=exclusions, under=place, cancelled=self._cancelled, progress=tell)
        if self._cancelled():
            return False
        if result.reachable:
            changes = self._library.sounds.apply_scan(
                folder.folder_id, result.found, under=place, unreadable=result.unreadable
            )
            online, changed = changes.online, bool(changes) | self._note_closed(folder, place, result)
        else:
            self._library.folders.set_online(folder.folder_id, online=False)
            online = changed = False
        if not place or online != folder.online:
            self._notify(FolderScanned(folder.folder_id, folder.path, len(result.found), online=online))
        return changed or online != folder.online


def can_be_listed(path: Path) -> bool:
    """Whether the system lets us look at a file, or into a directory; also when it is gone by now."""
    try:
        if path.is_dir():
            os.scandir(path).close()
        else:
            path.stat()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True


def _place(root: Path, path: Path | None) -> str | None:
    return "" if path is None else relative_to(path, root)
