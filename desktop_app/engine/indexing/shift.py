"""A shift of the indexer: the sounds that wait are handed to a crew, several at the same time, and what was heard is
stored, batch by batch.
"""

import logging
import time
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from desktop_app.core.events import IndexEvent, IndexingProgress, SoundsChanged, SoundsIndexed
from desktop_app.core.sound import Sound
from desktop_app.engine.indexing.crew import Crew
from desktop_app.engine.indexing.hearing import Concluded, Fate, Hearing, Listened, Task, UnwellError
from desktop_app.engine.processes.embedding_worker import EmbeddingWorker
from desktop_app.library.library import Library
from desktop_app.library.tables.heard import Heard

log = logging.getLogger(__name__)

BATCH_SIZE: Final = 32
"""Sounds stored in one transaction at most, but for copies of them."""
BATCH_SECONDS: Final = 1.0
"""A batch is stored after this long even when it is small, so that slow files show up one by one."""
_RATE_WINDOW: Final = 60
"""Sounds over which the rate is measured."""


@dataclass(slots=True)
class _Run:
    """One way through everything that waits, as it is told."""

    total: int
    """Sounds that waited when it began."""
    done: int = 0
    unreachable: set[int] = field(default_factory=set)
    finished: deque[float] = field(default_factory=lambda: deque([time.monotonic()], maxlen=_RATE_WINDOW))
    """When each of the last sounds was done with, and before them when the run began."""

    def rate(self) -> float:
        """Sounds a second lately; 0 when unknown."""
        span = self.finished[-1] - self.finished[0]
        return (len(self.finished) - 1) / span if span > 0 else 0.0


class Shift:
    """From the moment when there is something to do until there is nothing any more. For the indexer's thread.

    A context manager, which at its end waits for the sounds that are being heard.
    """

    def __init__(
        self,
        library: Library,
        worker: EmbeddingWorker,
        embedder_id: str,
        hearing: Hearing,
        *,
        embedded: Counter[int],
        recognised: Counter[int],
        goes_on: Callable[[], bool],
        notify: Callable[[IndexEvent], None],
    ) -> None:
        """No sound is begun any more when it no longer `goes_on`. In `embedded` the sounds are counted, by folder, that
        were run through the network, and in `recognised` those whose content was heard before.
        """
        self._library = library
        self._worker = worker
        self._embedder_id = embedder_id
        self._hearing = hearing
        self._goes_on = goes_on
        self._notify = notify
        self._embedded = embedded
        self._recognised = recognised
        self._crew: Crew[Task, Listened] = Crew(hearing.listen, wanted=goes_on)
        self._taken: set[int] = set()
        """Sounds that are being heard, wait for another one of the same content, or are to be stored."""
        self._heard: list[tuple[Sound, Heard]] = []
        """What is to be stored."""
        self._run = _Run(0)
        hearing.begin_anew()

    def __enter__(self) -> "Shift":
        return self

    def __exit__(self, *error: object) -> None:
        self._crew.__exit__(*error)

    def count_anew(self) -> None:
        """Progress is that of a new run from now on, in which all sounds can be reached again. Raises LibraryError."""
        self._run = _Run(self._library.sounds.waiting_count(self._embedder_id))

    def hear_batch(self) -> bool:
        """Hear until there are enough sounds to be stored, and store them; False when nothing is left to do.

        Raises EmbedderError, LibraryError, WorkerClosedError and CrewError.
        """
        ends, before = time.monotonic() + BATCH_SECONDS, self._run.done
        self._crew.employ(self._worker.workers_for(self._run.total - self._run.done))
        waiting = deque(self._next_sounds())
        # What is being heard may come to wait again.
        anything = bool(waiting) or self._crew.handed_in > 0
        try:
            while True:
                self._hand_out(waiting)
                left = ends - time.monotonic()
                if not self._crew.handed_in or left <= 0 or len(self._heard) >= BATCH_SIZE:
                    break
                if (taken := self._crew.take_back(left)) is not None:
                    self._take_up(*taken)
        finally:
            self._store()
        if self._run.done > before:
            done, total = self._run.done, self._run.total
            self._notify(IndexingProgress(done, max(total, done), self._run.rate()))
        return anything

    def _next_sounds(self) -> list[Sound]:
        """Enough sounds for a batch that wait, can be reached and are not being written to."""
        if not self._goes_on():
            return []
        restless = self._hearing.restless
        enough = BATCH_SIZE + self._crew.room
        most = enough + len(self._run.unreachable) + len(restless) + len(self._taken)
        waiting = self._library.sounds.waiting(self._embedder_id, limit=most)
        if len(waiting) < most:
            restless.keep_only({sound.sound_id for sound in waiting})
        others = self._run.unreachable | self._taken
        reachable = (sound for sound in waiting if sound.sound_id not in others)
        ready = (sound for sound in reachable if restless.may_be_heard(sound.sound_id, sound.path))
        return list(islice(ready, enough))

    def _hand_out(self, waiting: deque[Sound]) -> None:
        """Give the crew as much as it has room for."""
        while waiting and self._crew.room and self._goes_on():
            sound = waiting.popleft()
            task = self._hearing.begin(sound)
            if isinstance(task, Fate):
                self._deal_with([(sound, task)])
            else:
                self._taken.add(sound.sound_id)
                self._crew.hand_in(task)

    def _take_up(self, task: Task, listened: Listened | None) -> None:
        """Go on with what came of listening to a sound."""
        if listened is not None and isinstance(listened.found, UnwellError) and self._crew.dismiss(listened.worker):
            log.warning("one of several workers fails on every sound; the others go on without it")
            listened = None
        self._deal_with(self._hearing.conclude(task.sound, listened))

    def _deal_with(self, concluded: list[Concluded]) -> None:
        for sound, result in concluded:
            if isinstance(result, Heard):
                self._heard.append((sound, result))
            else:
                self._taken.discard(sound.sound_id)
            if result is Fate.NOT_NOW:
                self._run.unreachable.add(sound.sound_id)
            self._run.done += result is not Fate.LATER
            self._run.finished.append(time.monotonic())

    def _store(self) -> None:
        if not self._heard:
            return
        folder_of = {sound.sound_id: sound.folder_id for sound, _ in self._heard}
        heard, self._heard = [item for _, item in self._heard], []
        sound_ids = self._library.sounds.save_heard(self._embedder_id, heard)
        self._hearing.stored()
        self._taken -= folder_of.keys()
        self._embedded.update(folder_of[item.sound_id] for item in heard if item.vector is not None)
        known = (item for item in heard if item.vector is None and item.silence is None)
        self._recognised.update(folder_of[item.sound_id] for item in known)
        if not folder_of.keys() >= set(sound_ids):
            # A sound that had been missing was recognised by its content, and the new one is gone.
            for folder_id in set(folder_of.values()):
                self._notify(SoundsChanged(folder_id))
        self._notify(SoundsIndexed(tuple(sound_ids), max(0, self._run.total - self._run.done)))
