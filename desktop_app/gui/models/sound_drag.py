"""Sounds on their way out of the window, as a drag carries them: their files for other programs, their ids for ours.

The files are read beside the window's work from the moment the drag begins: of a hundred thousand sounds it takes half
a second, in which the mouse must not stand still. Who takes the drag waits for what is not there yet.
"""

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QByteArray, QMetaType, QMimeData, QUrl

from desktop_app.library.databases.library_errors import LibraryError

SoundIds = NDArray[np.int64]
Paths = Callable[[Sequence[int]], Sequence[Path]]
"""The files of sounds in the order given, those left out that are not there as far as the library knows."""

SOUNDS_FORMAT: Final = "application/x-earmark-sounds"
"""What a drag carries for our own window, beside the files: ids as little-endian numbers of 8 bytes."""
FILES_FORMAT: Final = "text/uri-list"
"""Files, as every file manager and audio workstation understands them."""
_FEW: Final = 1_000
"""Files that are looked for on the disk, and waited for; of more the library's word is taken."""


class SoundDrag(QMimeData):
    """What a drag of sounds carries. To be used on the GUI thread."""

    def __init__(self, sound_ids: SoundIds, paths: Paths) -> None:
        """Begin to read the files of these sounds [n]."""
        super().__init__()
        self._ids = sound_ids
        self._paths = paths
        self._urls: list[QUrl] = []
        self._reading = threading.Thread(target=self._read, name="drag")
        self._reading.start()

    @property
    def names(self) -> list[str]:
        """The names of the files where they are few; none while many are read."""
        return [url.fileName() for url in self._files()] if self._few else []

    @property
    def count(self) -> int:
        """How many files are carried; of many, how many sounds."""
        return len(self._files()) if self._few else len(self._ids)

    def formats(self) -> list[str]:
        """Files, if there may be any, and ids."""
        return [FILES_FORMAT, SOUNDS_FORMAT] if self.count else [SOUNDS_FORMAT]

    def retrieveData(self, mime_type: str, preferred: QMetaType | QMetaType.Type) -> object:  # noqa: ARG002, N802
        """What the taker of the drag asks for."""
        if mime_type == FILES_FORMAT:
            return self._files()
        return QByteArray(self._ids.astype("<i8").tobytes()) if mime_type == SOUNDS_FORMAT else None

    @property
    def _few(self) -> bool:
        return len(self._ids) <= _FEW

    def _files(self) -> list[QUrl]:
        self._reading.join()
        return self._urls

    def _read(self) -> None:
        try:
            paths = self._paths(self._ids.tolist())
        except LibraryError:  # then nothing is dropped, and whoever reads the library next says why
            return
        there = [path for path in paths if path.exists()] if self._few else paths
        self._urls = [QUrl.fromLocalFile(str(path)) for path in there]


def dragged_ids(data: QMimeData) -> list[int]:
    """The sounds that a drag of the list carries."""
    ids: list[int] = np.frombuffer(data.data(SOUNDS_FORMAT).data(), dtype="<i8").tolist()
    return ids
