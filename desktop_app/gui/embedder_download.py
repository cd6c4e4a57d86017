"""Downloads an embedder on a thread of its own: can be cancelled, goes on another time, and never stops the window."""

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from desktop_app.engine.embedders.hub_download import DownloadCancelledError, DownloadProgress
from desktop_app.engine.embedders.model_files import download
from desktop_app.gui.background import BackgroundThread

Fetch = Callable[..., Path]
"""Called as `model_files.download` is."""

_TELL_SECONDS = 0.2
"""Progress is told this often: a person reads no faster."""
_RATE_SECONDS = 10.0
"""The speed is the mean over this long."""


@dataclass(frozen=True, slots=True)
class DownloadState:
    """How far a download is."""

    name: str
    """Of the embedder."""
    done: int
    """Bytes."""
    total: int
    """Bytes."""
    rate: float
    """Bytes a second lately; 0 when unknown."""


class EmbedderDownload(QObject):
    """One download at a time. To be used on the GUI thread."""

    progressed = Signal(object)
    """`DownloadState`"""
    finished = Signal(str)
    """The embedder of this name is on this computer, verified."""
    cancelled = Signal(str)
    failed = Signal(str)
    """A sentence."""

    def __init__(self, folder: Path, parent: QObject | None = None, *, fetch: Fetch | None = None) -> None:
        """`folder` holds one folder for each embedder; `fetch` is for tests that have no hub."""
        super().__init__(parent)
        self._folder = folder
        self._fetch = fetch or download
        self._cancel = threading.Event()
        self._thread = BackgroundThread("download", self)
        self._thread.failed.connect(self.failed)

    @property
    def busy(self) -> bool:
        """Whether a download runs."""
        return self._thread.busy

    def start(self, name: str) -> None:
        """Fetch a known checkpoint, from where an earlier download stopped; nothing while one runs."""
        if self.busy:
            return
        self._cancel.clear()
        self._thread.run(
            lambda: self._work(name), lambda whole: self.finished.emit(name) if whole else self.cancelled.emit(name)
        )

    def cancel(self) -> None:
        """Stop after the present piece; what was received stays."""
        self._cancel.set()

    def close(self) -> None:
        """Cancel, and start nothing more. What runs ends by itself soon."""
        self._cancel.set()
        self._thread.stop()

    def join(self) -> None:
        """Wait for the thread, after `close`."""
        self._thread.join()

    def _work(self, name: str) -> bool:
        """Whether all is there; False when it was cancelled. Raises DownloadError. On the thread."""
        told = 0.0
        seen: deque[tuple[float, int]] = deque()

        def follow(progress: DownloadProgress) -> None:
            nonlocal told
            now = time.monotonic()
            seen.append((now, progress.done))
            while now - seen[0][0] > _RATE_SECONDS:
                seen.popleft()
            if now - told < _TELL_SECONDS and progress.done < progress.total:
                return
            told = now
            (first, before) = seen[0]
            span = now - first
            rate = (progress.done - before) / span if span > 0 else 0.0
            self.progressed.emit(DownloadState(name, progress.done, progress.total, rate))

        try:
            self._fetch(name, self._folder / name, progress=follow, cancelled=self._cancel.is_set)
        except DownloadCancelledError:
            return False
        return True
