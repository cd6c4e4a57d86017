"""How the operating system watches folders: which ones it can, and what else is done."""

import queue
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver, ObservedWatch

from desktop_app.library.watching.file_systems import NETWORK, count_directories

Inbox = queue.SimpleQueue[tuple[int, FileSystemEvent] | None]
"""Where events go, each with its folder; None wakes whoever waits for them."""

_EVENTS: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileModifiedEvent,
    FileClosedEvent,
    FileMovedEvent,
    FileDeletedEvent,
    DirCreatedEvent,
    DirMovedEvent,
    DirDeletedEvent,
]
"""Without opening and reading: those of our own scans would flood the queue of the operating system."""
_USABLE_WATCHES = 0.8
"""Part of the watches that the operating system grants which we use; other programs want some."""


@dataclass(frozen=True, slots=True)
class WatchStatus:
    """How a folder is watched, with a sentence for the user (empty for `live`)."""

    mode: Literal["live", "polling", "offline"]
    reason: str = ""


@dataclass(slots=True)
class Watched:
    """A folder that is to be watched, and how it is."""

    folder_id: int
    path: Path
    status: WatchStatus
    identity: tuple[int, int] | None
    """Device and inode of the root; None while it is not there."""
    is_stale: bool = False
    """Whether the watch has to be made anew although the root looks the same."""
    watch: ObservedWatch | None = None
    directories: int = 0
    next_scan: float = 0.0


class SystemWatches:
    """The watches that one program has. Whoever begins and ends them holds a lock."""

    def __init__(
        self,
        inbox: Inbox,
        *,
        poll_seconds: float,
        watch_limit: Callable[[], int],
        file_system: Callable[[Path], str],
    ) -> None:
        """See `FolderWatcher`. The events of all folders go to `inbox`, on watchdog's threads."""
        self._inbox = inbox
        self._poll_seconds = poll_seconds
        self._watch_limit = watch_limit
        self._file_system = file_system
        self._observer: BaseObserver | None = None

    def usable(self) -> float:
        """How many directories may be watched."""
        return self._watch_limit() * _USABLE_WATCHES

    def begin(self, watched: Watched, others: Iterable[Watched]) -> None:
        """Watch a folder in the best way possible beside the others; sets its status."""
        watched.next_scan = time.monotonic() + self._poll_seconds
        watched.status = self._best_way(watched, others)

    def _best_way(self, watched: Watched, others: Iterable[Watched]) -> WatchStatus:
        if watched.identity is None:
            return WatchStatus("offline", f"The folder {watched.path} is not there: plug in its drive, or locate it.")
        kind = self._file_system(watched.path)
        if kind in NETWORK:
            return self._polling(f"The folder is on a network drive ({kind}), which announces no changes")
        usable = int(self.usable())
        free = usable - sum(other.directories for other in others if other is not watched)
        watched.directories = count_directories(watched.path, free)
        if watched.directories > free:
            watched.directories = 0
            return self._polling("The folder has more sub-folders than this system lets a program watch")
        try:
            watched.watch = self._observe(watched)
        except OSError as error:
            watched.directories = 0
            return self._polling(f"The system does not watch this folder ({error.strerror})")
        return WatchStatus("live")

    def _polling(self, why: str) -> WatchStatus:
        every = (
            f"{self._poll_seconds / 60:.0f} minutes" if self._poll_seconds >= 120 else f"{self._poll_seconds:g} seconds"
        )
        return WatchStatus("polling", f"{why}, so it is scanned every {every}.")

    def _observe(self, watched: Watched) -> ObservedWatch:
        if self._observer is None:
            self._observer = Observer()
            self._observer.start()
        handler = _Forwarder(watched.folder_id, self._inbox)
        return self._observer.schedule(handler, str(watched.path), recursive=True, event_filter=_EVENTS)

    def end(self, watched: Watched) -> None:
        """Watch a folder no longer."""
        watched.directories = 0
        if watched.watch is not None and self._observer is not None:
            self._observer.unschedule(watched.watch)
        watched.watch = None

    def close(self) -> None:
        """End all of them, and watchdog's threads."""
        if self._observer is not None:
            self._observer.stop()
            self._observer.join()
            self._observer = None


class _Forwarder(FileSystemEventHandler):
    """Puts the events of one folder in the queue, and does nothing else on watchdog's thread."""

    def __init__(self, folder_id: int, inbox: Inbox) -> None:
        self._folder_id = folder_id
        self._inbox = inbox

    def dispatch(self, event: FileSystemEvent) -> None:
        self._inbox.put((self._folder_id, event))


def identity_of(path: Path) -> tuple[int, int] | None:
    """Device and inode of a folder; None while it is not there."""
    try:
        status = path.stat()
    except OSError:
        return None
    return (status.st_dev, status.st_ino) if path.is_dir() else None
