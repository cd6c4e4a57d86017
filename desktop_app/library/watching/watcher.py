"""Watches folders and says where a scan would find something new.

Events of the file system are hints, a scan is the truth. Threads: the operating system's events come in on watchdog's
threads, which only put them in a queue; one thread of ours takes them out, waits until a file rests, looks after the
folders' roots (no event says that a drive was pulled out), and is the one on which the callbacks are called.
"""

import os
import queue
import threading
import time
from collections.abc import Callable
from pathlib import Path

from watchdog.events import DirCreatedEvent, FileCreatedEvent, FileModifiedEvent, FileSystemEvent

from desktop_app.library.watching.file_systems import file_system_of, system_watch_limit
from desktop_app.library.watching.scanner import is_hidden, is_sound_name
from desktop_app.library.watching.settler import Flood, Settler
from desktop_app.library.watching.system_watches import Inbox, SystemWatches, Watched, WatchStatus, identity_of

_MANY_PATHS = 1_000
"""One scan of the folder is quicker than looking at more paths than this."""
_EVENTS_AT_ONCE = 10_000
_GATHERING_SECONDS = 0.05
"""What comes to rest within this time is reported together: both ends of a move, a directory and its files."""


class FolderWatcher:
    """Watches any number of folders. Every method may be called on any thread; the callbacks come on one of its own."""

    def __init__(
        self,
        *,
        on_files: Callable[[int, frozenset[Path]], None],
        on_rescan: Callable[[int], None],
        settle_seconds: float = 1.0,
        quiet_seconds: float = 2.0,
        poll_seconds: float = 300.0,
        root_seconds: float = 2.0,
        watch_limit: Callable[[], int] = system_watch_limit,
        file_system: Callable[[Path], str] = file_system_of,
    ) -> None:
        """`on_files(folder_id, paths)`: files that rest or are gone, and directories to be scanned with all below them.

        `on_rescan(folder_id)`: the whole folder should be scanned. `settle_seconds` and `quiet_seconds`: see `Settler`.
        Folders that cannot be watched are to be scanned every `poll_seconds`; roots are looked at every `root_seconds`.
        """
        self._on_files = on_files
        self._on_rescan = on_rescan
        self._settle_seconds = settle_seconds
        self._poll_seconds = poll_seconds
        self._root_seconds = root_seconds
        self._settler = Settler(settle_seconds=settle_seconds, quiet_seconds=quiet_seconds)
        self._inbox: Inbox = queue.SimpleQueue()
        self._watches = SystemWatches(
            self._inbox, poll_seconds=poll_seconds, watch_limit=watch_limit, file_system=file_system
        )
        self._watched: dict[int, Watched] = {}
        self._lock = threading.RLock()
        """Held while watches are set up or ended; never taken by watchdog's threads, which hold a lock of their own."""
        self._next_root_check = time.monotonic() + root_seconds
        self._flood = Flood(settle_seconds)
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._run, name="folder watcher")
        self._thread.start()

    def watch(self, folder_id: int, path: Path) -> None:
        """Watch a folder from now on; what happens after the return is reported. Large trees take a second or so."""
        self.unwatch(folder_id)
        watched = Watched(folder_id, path, WatchStatus("offline"), identity_of(path))
        with self._lock:
            if self._closing.is_set():
                return
            self._watches.begin(watched, self._watched.values())
            self._watched[folder_id] = watched
        self._inbox.put(None)

    def unwatch(self, folder_id: int) -> None:
        """Stop watching a folder; one that is not watched is ignored."""
        with self._lock:
            watched = self._watched.pop(folder_id, None)
            if watched is not None:
                self._watches.end(watched)

    def note_absence(self, folder_id: int) -> None:
        """A scan found that a folder is away: from now on its return is noticed, however short a time it is away."""
        with self._lock:
            watched = self._watched.get(folder_id)
            if watched is None or (identity := identity_of(watched.path)) == watched.identity:
                return
            watched.identity = identity
            self._watches.end(watched)
            self._watches.begin(watched, self._watched.values())

    def status(self, folder_id: int) -> WatchStatus:
        """How a folder is watched at present."""
        watched = self._watched.get(folder_id)
        return WatchStatus("offline", "This folder is not watched.") if watched is None else watched.status

    def close(self) -> None:
        """Stop everything; no callback is called after the return. May be called twice."""
        self._closing.set()
        self._inbox.put(None)
        self._thread.join()
        with self._lock:
            self._watched.clear()
            self._watches.close()

    # What the thread does.

    def _run(self) -> None:
        while True:
            self._receive()
            if self._closing.is_set():
                return
            now = time.monotonic()
            rescans = self._look_after_roots(now) | self._scans_by_time(now)
            if self._flood.is_over(now):
                rescans |= set(self._watched)
            ready = self._ready_paths(now)
            rescans.update(folder_id for folder_id, paths in ready.items() if len(paths) > _MANY_PATHS)
            for folder_id in rescans:
                self._on_rescan(folder_id)
            for folder_id in ready.keys() - rescans:
                self._on_files(folder_id, frozenset(ready[folder_id]))

    def _receive(self) -> None:
        """Sleep until there is an event or something is due; take in the events that are there."""
        try:
            self._take(self._inbox.get(timeout=self._seconds_to_sleep()))
            for _ in range(_EVENTS_AT_ONCE):
                self._take(self._inbox.get_nowait())
        except queue.Empty:
            return

    def _take(self, message: tuple[int, FileSystemEvent] | None) -> None:
        if message is not None:
            self._flood.count(time.monotonic())
            self._interpret(*message)

    def _seconds_to_sleep(self) -> float:
        scans = [w.next_scan for w in list(self._watched.values()) if w.status.mode == "polling"]
        times = [self._next_root_check, self._settler.next_due(), self._flood.next_look(), *scans]
        earliest = min(moment for moment in times if moment is not None)
        return max(0.0, earliest - time.monotonic()) + _GATHERING_SECONDS

    def _interpret(self, folder_id: int, event: FileSystemEvent) -> None:
        watched = self._watched.get(folder_id)
        if watched is None:
            return
        source = Path(os.fsdecode(event.src_path))
        if event.is_directory and source == watched.path:
            # The root itself was removed: its watch is dead even if a new directory looks the same.
            self._begin_anew(watched)
            return
        now = time.monotonic()
        for path in filter(None, (source, Path(os.fsdecode(event.dest_path)) if event.dest_path else None)):
            if not _concerns_us(path, watched.path, directory=event.is_directory):
                continue
            if isinstance(event, FileCreatedEvent):
                self._settler.note_created(path, now)
            else:
                self._settler.note(path, now, finished=not isinstance(event, FileModifiedEvent))
        if isinstance(event, DirCreatedEvent):
            watched.directories += 1
            used = sum(other.directories for other in list(self._watched.values()))
            if watched.watch is not None and used > self._watches.usable():
                self._begin_anew(watched)

    def _begin_anew(self, watched: Watched) -> None:
        """Find out once more how the folder can be watched, and scan it."""
        watched.is_stale = True
        self._next_root_check = 0.0

    def _look_after_roots(self, now: float) -> set[int]:
        """Notice roots that went away, came back or were replaced; the folders that should be scanned for it."""
        changed: set[int] = set()
        if now < self._next_root_check:
            return changed
        self._next_root_check = now + self._root_seconds
        for watched in list(self._watched.values()):
            identity = identity_of(watched.path)
            if identity == watched.identity and not watched.is_stale:
                continue
            with self._lock:
                if self._watched.get(watched.folder_id) is watched:
                    watched.identity, watched.is_stale = identity, False
                    self._watches.end(watched)
                    self._watches.begin(watched, self._watched.values())
                    changed.add(watched.folder_id)
        return changed

    def _scans_by_time(self, now: float) -> set[int]:
        due = [w for w in list(self._watched.values()) if w.status.mode == "polling" and w.next_scan <= now]
        for watched in due:
            watched.next_scan = now + self._poll_seconds
        return {watched.folder_id for watched in due}

    def _ready_paths(self, now: float) -> dict[int, set[Path]]:
        """What rests, by folder; what belongs to a folder that is no longer watched is dropped."""
        result: dict[int, set[Path]] = {}
        roots = {watched.path: watched.folder_id for watched in list(self._watched.values())}
        for path in self._settler.take_ready(now):
            folder_id = next((roots[parent] for parent in path.parents if parent in roots), None)
            if folder_id is not None:
                result.setdefault(folder_id, set()).add(path)
        return result


def _concerns_us(path: Path, root: Path, *, directory: bool) -> bool:
    if not path.is_relative_to(root) or any(is_hidden(name) for name in path.relative_to(root).parts):
        return False
    return directory or is_sound_name(path.name)
