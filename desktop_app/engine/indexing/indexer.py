"""Indexing: scan folders, then hear what waits, then measure it, and last hear what is inside long sounds; store,
tell, repeat.

What is waiting is read from the library itself, so there is no other state: a killed process goes on where it stopped,
and memory does not grow with the number of files. The embedding children decode and run the network; this thread is the
only one that stores and tells.
"""

import logging
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

from desktop_app.core.events import (
    IndexEvent,
    IndexingStopped,
    MeasuringProgress,
    MomentsProgress,
    SoundsIndexed,
)
from desktop_app.engine.embedders.embedder import EmbedderError
from desktop_app.engine.indexing.agenda import Agenda, Stage
from desktop_app.engine.indexing.crew import CrewError
from desktop_app.engine.indexing.folder_scan import FolderScan
from desktop_app.engine.indexing.hearing import Hearing
from desktop_app.engine.indexing.later_tries import LaterTries
from desktop_app.engine.indexing.measuring import Measuring
from desktop_app.engine.indexing.moment_hearing import MomentHearing
from desktop_app.engine.indexing.restless_files import REST_SECONDS
from desktop_app.engine.indexing.shift import Shift
from desktop_app.engine.processes.embedding_worker import EmbeddingWorker
from desktop_app.engine.processes.worker_errors import WorkerClosedError
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.library.library import Library

log = logging.getLogger(__name__)


class Indexer:
    """Keeps the library's embeddings up to date with the files on disk, on its own thread."""

    def __init__(
        self,
        library: Library,
        worker: EmbeddingWorker,
        embedder_id: str,
        notify: Callable[[IndexEvent], None],
        *,
        measuring: Measuring | None = None,
        moments: MomentHearing | None = None,
    ) -> None:
        """`notify` is called on the indexer's thread. `measuring` and then `moments` have their turn whenever every
        sound was heard.
        """
        self._library = library
        self._worker = worker
        self._embedder_id = embedder_id
        self._notify = notify
        self._measuring = measuring
        self._moments = moments
        self._embedded: Counter[int] = Counter()
        """By folder."""
        self._recognised: Counter[int] = Counter()
        """By folder."""
        self._scan = FolderScan(library, notify, lambda: self._agenda.stopping)
        self._hearing = Hearing(library, embedder_id, look_again=self._scan.look_at_sound, notify=notify)
        self._agenda = Agenda(self._hearing.restless.worth_waiting)
        self._later = LaterTries(library, lambda: not self._agenda.is_interrupted)
        self._thread = threading.Thread(target=self._run, name="indexer")

    # What other threads call.

    def start(self) -> None:
        """Start the thread: it hears what waits, and scans what it is asked to."""
        self._thread.start()

    def ask_to_stop(self) -> None:
        """Begin nothing new. Closing the embedding worker then cuts short what is being heard."""
        self._agenda.stop()

    def stop(self) -> None:
        """Store what was heard and wait for the thread. What still waits is in the library."""
        self.ask_to_stop()
        if self._thread.is_alive():
            self._thread.join()

    def rescan(self, folder_ids: Iterable[int] | None = None) -> None:
        """Compare folders (all of them for None) with the disk. Raises LibraryError."""
        chosen = [f.folder_id for f in self._library.folders.all()] if folder_ids is None else folder_ids
        self._agenda.ask((folder_id, None) for folder_id in chosen)

    def refresh(self, folder_id: int, paths: Iterable[Path]) -> None:
        """These files or directories of a folder changed, appeared or went away."""
        self._agenda.ask((folder_id, path) for path in paths)

    def look_again(self) -> None:
        """Sounds may be waiting that nobody asked for here: look for them in the library."""
        self._agenda.ask(())

    def pause(self) -> None:
        """Rest after the sounds that are being heard; what waits stays waiting."""
        self._agenda.pause()

    def resume(self) -> None:
        """Go on after a pause, or after what stopped the work was mended."""
        self._agenda.resume()

    @property
    def paused(self) -> bool:
        """Whether work rests until it is resumed."""
        return self._agenda.paused

    @property
    def stopped(self) -> bool:
        """Whether it was told to stop, so that what waits will not be heard any more."""
        return self._agenda.stopping

    @property
    def problem(self) -> str:
        """Why work rests until it is resumed: a sentence; empty when it does not, or rests because it was paused."""
        return self._agenda.problem

    @property
    def closed_places(self) -> list[tuple[Path, str]]:
        """The directories and files of the folders that could not be looked at, by path, with a sentence."""
        return self._scan.closed()

    def embedded_in(self, folder_ids: Iterable[int]) -> int:
        """Sounds of these folders that were run through the network since the start."""
        return sum(self._embedded[folder_id] for folder_id in set(folder_ids))

    def recognised_in(self, folder_ids: Iterable[int]) -> int:
        """Sounds of these folders that were read since the start, and whose content was known: copies, for example."""
        return sum(self._recognised[folder_id] for folder_id in set(folder_ids))

    def wait_idle(self, timeout: float | None = None, *, measuring: bool = True, moments: bool = True) -> bool:
        """Wait until nothing is left to do, or work rests, and that was told; False after `timeout` seconds.

        Not waited for are moments, and being measured, if that is not wanted; but as moments come last, who waits for
        them waits for all. A file that goes on being written to is waited for only for a while: see `RestlessFiles`.
        """
        return self._agenda.wait_idle(timeout, measuring=measuring, moments=moments)

    # What the thread does.

    def _run(self) -> None:
        try:
            while self._agenda.wait_for_work(self._notify, self._seconds_to_rest):
                try:
                    self._do_what_waits()
                    self._go_deeper()
                except (LibraryError, EmbedderError) as error:
                    self._rest_because(str(error))
        except CrewError:
            log.exception("indexing ends")
        finally:
            self._agenda.end()

    def _scan_what_was_asked(self) -> None:
        while not self._agenda.is_interrupted and (places := self._agenda.take_places()):
            try:
                self._scan.look(places[0][0], [path for _, path in places])
            except LibraryError:
                self._agenda.ask(places)
                raise

    def _do_what_waits(self) -> None:
        """Scan and hear until there is nothing left, or work is to rest and the sounds that are being heard are done.

        What is to be scanned meanwhile is scanned beside the hearing.
        """
        self._try_again_what_failed()
        with Shift(
            self._library,
            self._worker,
            self._embedder_id,
            self._hearing,
            embedded=self._embedded,
            recognised=self._recognised,
            goes_on=lambda: not self._agenda.is_interrupted,
            notify=self._tell,
        ) as shift:
            while True:
                self._scan_what_was_asked()
                shift.count_anew()
                self._hear_what_waits(shift)
                if self._hearing.may_pass or self._scan.closed():
                    self._later.note()
                    self._hearing.may_pass = False
                if not self._agenda.has_places or self._agenda.is_interrupted:
                    return

    def _seconds_to_rest(self) -> float | None:
        """How long nothing is to be done unless somebody asks for it; None for ever."""
        return REST_SECONDS if len(self._hearing.restless) else self._later.seconds_left

    def _try_again_what_failed(self) -> None:
        """Have files heard, and directories scanned, that a permission or a lock kept closed and that are open now."""
        if self._later.seconds_left == 0.0:
            self._agenda.ask(self._scan.opened())
        self._later.look()

    def _hear_what_waits(self, shift: Shift) -> None:
        more = True
        while more and (not self._agenda.has_places or self._agenda.is_interrupted):
            try:
                more = shift.hear_batch()
            except WorkerClosedError:
                # Somebody closes the program, or changes the embedder: what was heard is kept.
                self._agenda.stopping = True

    def _go_deeper(self) -> None:
        """Measure sounds and hear what is inside long ones, until there is something else to do."""
        began = time.monotonic()

        def is_time() -> bool:
            """Nothing is to be looked at again."""
            is_restless = len(self._hearing.restless) and time.monotonic() - began > REST_SECONDS
            return not (is_restless or self._later.seconds_left == 0.0)

        def goes_on() -> bool:
            return self._agenda.is_undisturbed and is_time()

        try:
            if self._measuring is not None:
                self._agenda.begin(Stage.MEASURING)
                self._measuring.measure(lambda: self._agenda.is_undisturbed, self._tell, begins=is_time)
            if self._moments is not None:
                self._agenda.begin(Stage.MOMENTS)
                self._moments.hear(goes_on, self._tell)
        except WorkerClosedError:
            self._agenda.stopping = True
        finally:
            self._agenda.leave_stage(look_again=not goes_on())

    def _tell(self, event: IndexEvent) -> None:
        if isinstance(event, SoundsIndexed | MeasuringProgress | MomentsProgress):
            self._agenda.note_work()
        self._notify(event)

    def _rest_because(self, reason: str) -> None:
        """No sound can be heard or stored until a person has mended something (a lost network file, a full disk)."""
        log.error("indexing rests: %s", reason)
        self._agenda.rest_because(reason)
        self._notify(IndexingStopped(reason))
