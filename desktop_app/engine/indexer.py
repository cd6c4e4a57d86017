"""Indexing: scan folders, then hear one sound after the other; store, tell, repeat.

What is waiting is read from the library itself, so there is no other state: a killed process goes on where it stopped,
and memory does not grow with the number of files. The embedding child decodes and runs the network; this thread only
asks, stores and tells.
"""

import logging
import threading
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable
from pathlib import Path

from desktop_app.core.events import (
    IndexEvent,
    IndexingFailed,
    IndexingIdle,
    IndexingPaused,
    IndexingProgress,
    IndexingStopped,
    SoundsIndexed,
)
from desktop_app.core.sound import FileStamp, Sound
from desktop_app.engine.embedder import EmbedderError
from desktop_app.engine.embedding_process import EmbeddingWorker, WorkerClosedError, WorkerDiedError
from desktop_app.engine.folder_scan import FolderScan, stamp_of_file
from desktop_app.engine.sound_errors import SilentSoundError, UnreadableSoundError
from desktop_app.library.database import LibraryError
from desktop_app.library.heard import Heard
from desktop_app.library.library import Library
from desktop_app.library.stamps import is_unchanged

log = logging.getLogger(__name__)

BATCH_SIZE = 32
"""Sounds stored in one transaction at most."""
BATCH_SECONDS = 1.0
"""A batch is stored after this long even when it is small, so that slow files show up one by one."""
TRIES = 2
"""How often a file may kill or hang the embedding child before it is marked unreadable."""
_SECOND_LOOK = 1.0
"""Seconds after which a file that changed while it was read is looked at again."""
_RATE_WINDOW = 60
"""Sounds over which the rate is measured."""


class Indexer:
    """Keeps the library's embeddings up to date with the files on disk, on its own thread."""

    def __init__(
        self,
        library: Library,
        worker: EmbeddingWorker,
        embedder_id: str,
        notify: Callable[[IndexEvent], None],
    ) -> None:
        self._library = library
        self._worker = worker
        self._embedder_id = embedder_id
        self._notify = notify
        self._rescans: dict[tuple[int, str], None] = {}
        """(folder, sub-folder) in order; asked for twice = scanned once."""
        self._look_again = True
        """Whether sounds may be waiting that were not looked for yet."""
        self._paused = self._stopping = self._busy = False
        self._changed = threading.Condition()
        self._deaths: Counter[int] = Counter()
        self._deferred: dict[int, FileStamp] = {}
        """Sounds that changed while they were read, with what they looked like: heard again once they rest."""
        self._embedded: Counter[int] = Counter()
        """By folder."""
        self._problem = ""
        self._scan = FolderScan(library, notify, lambda: self._stopping)
        self._thread = threading.Thread(target=self._run, name="indexer")

    # What other threads call.

    def start(self) -> None:
        self._thread.start()

    def ask_to_stop(self) -> None:
        """Begin nothing new. Closing the embedding worker then cuts short what is being heard."""
        with self._changed:
            self._stopping = True
            self._changed.notify_all()

    def stop(self) -> None:
        """Store what was heard and wait for the thread. What still waits is in the library."""
        self.ask_to_stop()
        if self._thread.is_alive():
            self._thread.join()

    def rescan(self, folder_ids: Iterable[int] | None = None) -> None:
        """Compare folders (all of them for None) with the disk."""
        chosen = [f.folder_id for f in self._library.folders.all()] if folder_ids is None else list(folder_ids)
        self._ask((folder_id, "") for folder_id in chosen)

    def refresh(self, folder_id: int, paths: Iterable[Path]) -> None:
        """These files or directories of a folder changed, appeared or went away."""
        root = next((f.path for f in self._library.folders.all() if f.folder_id == folder_id), None)
        if root is not None:
            self._ask((folder_id, path.relative_to(root).as_posix().removeprefix(".")) for path in paths)

    def pause(self) -> None:
        """Rest after the present sound; what waits stays waiting."""
        with self._changed:
            self._paused = True
            self._changed.notify_all()

    def resume(self) -> None:
        with self._changed:
            self._paused, self._problem = False, ""
            self._look_again = True
            self._changed.notify_all()

    @property
    def paused(self) -> bool:
        return self._paused

    @property
    def stopped(self) -> bool:
        """Whether it was told to stop, so that what waits will not be heard any more."""
        return self._stopping

    @property
    def problem(self) -> str:
        """Why work rests until it is resumed: a sentence; empty when it does not, or rests because it was paused."""
        return self._problem

    def embedded_in(self, folder_ids: Iterable[int]) -> int:
        """Sounds of these folders that were run through the network since the start."""
        return sum(self._embedded[folder_id] for folder_id in set(folder_ids))

    def wait_idle(self, timeout: float | None = None) -> bool:
        """Wait until nothing is left to do (or work rests); False when `timeout` seconds passed first."""
        with self._changed:
            return self._changed.wait_for(self._at_rest, timeout)

    # What the thread does.

    def _ask(self, wanted: Iterable[tuple[int, str]]) -> None:
        with self._changed:
            self._rescans.update(dict.fromkeys(wanted))
            self._look_again = True
            self._changed.notify_all()

    def _at_rest(self) -> bool:
        waits = bool(self._rescans or self._look_again or self._deferred)
        return self._stopping or (not self._busy and (self._paused or not waits))

    def _run(self) -> None:
        try:
            while self._wait_for_work():
                try:
                    self._scan_what_was_asked()
                    self._hear_what_waits()
                except LibraryError as error:
                    self._rest_because(str(error))
                self._rest()
        finally:
            with self._changed:
                self._stopping, self._busy = True, False
                self._changed.notify_all()

    def _rest(self) -> None:
        with self._changed:
            self._busy = False
            paused, idle = self._paused, self._at_rest()
            self._changed.notify_all()
        if paused:
            self._notify(IndexingPaused())
        elif idle:
            self._notify(IndexingIdle())

    def _wait_for_work(self) -> bool:
        with self._changed:
            while not self._stopping:
                if not self._paused and (self._rescans or self._look_again):
                    self._busy, self._look_again = True, False
                    return True
                woken = self._changed.wait(timeout=_SECOND_LOOK if self._deferred else None)
                self._look_again |= not woken
            return False

    def _scan_what_was_asked(self) -> None:
        while True:
            with self._changed:
                if self._interrupted() or not self._rescans:
                    return
                folder_id, under = next(iter(self._rescans))
                del self._rescans[folder_id, under]
            self._scan.look(folder_id, under)

    def _hear_what_waits(self) -> None:
        total = self._library.sounds.waiting_count(self._embedder_id)
        done = 0
        finished: deque[float] = deque([time.monotonic()], maxlen=_RATE_WINDOW)
        skipped: set[int] = set()
        while not self._interrupted() and not self._rescans:
            batch = self._next_batch(skipped)
            if not batch:
                return
            heard: list[Heard] = []
            began = time.monotonic()
            for sound in batch:
                if self._interrupted() or time.monotonic() - began > BATCH_SECONDS:
                    break
                result = self._try_to_hear(sound, skipped)
                if result is not None:
                    heard.append(result)
                finished.append(time.monotonic())
                done += 1
            self._store(heard, batch)
            span = finished[-1] - finished[0]
            rate = (len(finished) - 1) / span if span > 0 else 0.0
            self._notify(IndexingProgress(done, max(total, done), rate))

    def _next_batch(self, skipped: set[int]) -> list[Sound]:
        """The next waiting sounds but those that were put off in this run or still change."""
        waiting = self._library.sounds.waiting(self._embedder_id, limit=BATCH_SIZE + len(skipped) + len(self._deferred))
        return [s for s in waiting if s.sound_id not in skipped and not self._still_changing(s)][:BATCH_SIZE]

    def _still_changing(self, sound: Sound) -> bool:
        """Whether a sound that was put off has changed again since it was last looked at."""
        if sound.sound_id not in self._deferred:
            return False
        now = stamp_of_file(sound.path)
        if now is None or now == self._deferred[sound.sound_id]:
            del self._deferred[sound.sound_id]
            return False
        self._deferred[sound.sound_id] = now
        return True

    def _store(self, heard: list[Heard], batch: list[Sound]) -> None:
        if not heard:
            return
        sound_ids = self._library.sounds.save_heard(self._embedder_id, heard)
        folder_of = {sound.sound_id: sound.folder_id for sound in batch}
        self._embedded.update(folder_of[item.sound_id] for item in heard if item.vector is not None)
        remaining = self._library.sounds.waiting_count(self._embedder_id)
        self._notify(SoundsIndexed(tuple(sound_ids), remaining))

    def _try_to_hear(self, sound: Sound, skipped: set[int]) -> Heard | None:
        """Hear one sound; None when it must wait or the file cannot be heard (and why was recorded)."""
        before = stamp_of_file(sound.path)
        if before is None or not is_unchanged(sound.stamp, before):
            skipped.add(sound.sound_id)
            self._scan.look_at_sound(sound)
            if before is not None:
                self._deferred[sound.sound_id] = before
            return None
        heard = self._heard_or_recorded(sound, skipped)
        after = stamp_of_file(sound.path)
        if heard is None or before == after:
            return heard
        # Somebody is writing to it: half a file must not be taken for the sound.
        self._deferred[sound.sound_id] = after or before
        return None

    def _heard_or_recorded(self, sound: Sound, skipped: set[int]) -> Heard | None:
        try:
            return self._hear(sound)
        except EmbedderError as error:
            self._rest_because(str(error))
        except WorkerClosedError:
            skipped.add(sound.sound_id)
        except WorkerDiedError as error:
            self._count_death(sound, error)
        except SilentSoundError as error:
            self._library.sounds.save_problem(sound.sound_id, sound.stamp, str(error), silent=True)
        except UnreadableSoundError as error:
            self._fail(sound, str(error))
        return None

    def _hear(self, sound: Sound) -> Heard:
        identity = self._worker.identify(sound.path)
        known = self._library.sounds.format_of(identity.content_id)
        if known is not None and self._library.cache.known(identity.content_id, self._embedder_id):
            return Heard(sound.sound_id, identity.stamp, identity.content_id, known, None, None)
        result = self._worker.hear(sound.path)
        return Heard(sound.sound_id, result.stamp, result.content_id, result.format, result.vector, result.thumbnail)

    def _count_death(self, sound: Sound, error: WorkerDiedError) -> None:
        self._deaths[sound.sound_id] += 1
        log.warning("the embedding process died over %s: %s", sound.path, error)
        if self._deaths[sound.sound_id] >= TRIES:
            del self._deaths[sound.sound_id]
            self._fail(sound, f"Listening to this file failed twice: {error}")

    def _fail(self, sound: Sound, reason: str) -> None:
        self._library.sounds.save_problem(sound.sound_id, sound.stamp, reason)
        self._notify(IndexingFailed(sound.path, reason))

    def _rest_because(self, reason: str) -> None:
        """No sound can be heard or stored until a person has mended something (a lost network file, a full disk)."""
        log.error("indexing rests: %s", reason)
        with self._changed:
            self._paused, self._problem = True, reason
        self._notify(IndexingStopped(reason))

    def _interrupted(self) -> bool:
        return self._stopping or self._paused
