"""Measures sounds in the background, once every one was heard: what is wrong with it, and what a musician asks for.

What waits is read from the library: contents that were not measured yet, or by an older version. Both halves of a
sound are measured one after the other, while its file is at hand. New files, a pause and the end of the program break
off what is being measured within a second; that sound is measured anew later. What was found is stored second by
second.
"""

import logging
import time
from collections import Counter, deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from itertools import compress
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.analysis import Analysis
from desktop_app.core.events import IndexEvent, MeasuringProgress
from desktop_app.core.musical import MUSIC, Musical
from desktop_app.core.sound import Sound
from desktop_app.core.sound_quality import QUALITY, SoundQuality
from desktop_app.engine.decoding.sound_errors import UnreachableSoundError
from desktop_app.engine.embedders.embedder import EmbedderError
from desktop_app.engine.indexing.background_work import Run, answer_of, is_as_known
from desktop_app.engine.indexing.crew import Crew
from desktop_app.engine.indexing.hearing import TRIES, UnwellError
from desktop_app.engine.processes.embedding_worker import EmbeddingWorker
from desktop_app.engine.processes.worker_errors import UnwantedError, WorkerClosedError, WorkerDiedError
from desktop_app.library.library import Library

log = logging.getLogger(__name__)

ANALYSES: Final = (QUALITY, MUSIC)
"""All that a sound is measured for, in the order in which that is done."""
_STORE_EVERY: Final = 1.0
"""Seconds; short sounds are measured by the hundred in that, and a transaction for each would wait for the disk."""
_PATIENCE: Final = 0.5
"""Seconds after which it is asked again whether to go on."""

_Found = SoundQuality | Musical


@dataclass(frozen=True, slots=True, eq=False)
class _Task:
    """A sound, and what it lacks."""

    sound: Sound
    content_id: bytes
    analyses: tuple[Analysis, ...]
    last_tries: frozenset[Analysis]
    """Those for which the sound is to blame if the worker dies over it once more."""


@dataclass(frozen=True, slots=True, eq=False)
class _Measured:
    """What came of a task: of each analysis that was begun."""

    worker: EmbeddingWorker
    found: Mapping[Analysis, _Found | Exception]


class Measuring:
    """Measures what waits, several sounds at the same time where the worker has several children.

    For the indexer's thread only.
    """

    def __init__(self, library: Library, worker: EmbeddingWorker, *, wanted: Callable[[], bool] = lambda: True) -> None:
        """`wanted`: whether the person wants sounds to be measured at all."""
        self._library = library
        self._worker = worker
        self._wanted = wanted
        self._judged = False
        self._troubles = _Troubles()

    def measure(
        self,
        goes_on: Callable[[], bool],
        notify: Callable[[IndexEvent], None],
        *,
        begins: Callable[[], bool] = lambda: True,
    ) -> None:
        """Measure until nothing waits that can be reached, or no further sound `begins`, or it no longer `goes_on`:
        that is asked on any thread, and breaks off what is being measured.

        Raises EmbedderError, LibraryError, WorkerClosedError and CrewError.
        """
        if not (self._wanted() and goes_on() and begins()):
            return
        if not self._judged:
            self._library.measured.judge_again()
            self._judged = True
        lacking = self._lacking()
        if not len(lacking.sound_ids):
            return

        def wanted() -> bool:
            return goes_on() and self._wanted()

        _Round(self._library, self._worker, lacking, self._troubles, wanted, begins, notify).go()

    def _lacking(self) -> "_Lacking":
        waiting = [np.array(self._library.analyses.waiting(analysis), dtype=np.int64) for analysis in ANALYSES]
        sound_ids = np.unique(np.concatenate(waiting))
        sound_ids = sound_ids[np.argsort(np.isin(sound_ids, list(self._troubles.broken_off)), kind="stable")]
        return _Lacking(sound_ids, np.stack([np.isin(sound_ids, each) for each in waiting], axis=1))


@dataclass(frozen=True, slots=True)
class _Troubles:
    """What is remembered from one round to the next."""

    deaths: Counter[tuple[bytes, Analysis]] = field(default_factory=Counter)
    """How often a worker died over this of a content."""
    broken_off: set[int] = field(default_factory=set)
    """Sounds that took too long at some time. They come last: else a long one that is broken off again and again would
    keep all others waiting.
    """


@dataclass(frozen=True, slots=True, eq=False)
class _Lacking:
    """What sounds were not measured for; as arrays, for there may be hundreds of thousands."""

    sound_ids: NDArray[np.int64]
    """[n]"""
    lacks: NDArray[np.bool_]
    """[n, analyses]"""

    def at(self, place: int) -> tuple[int, tuple[Analysis, ...]]:
        """One of these sounds, and what it lacks."""
        return int(self.sound_ids[place]), tuple(compress(ANALYSES, self.lacks[place]))


class _Round:
    """One way through everything that waits."""

    def __init__(
        self,
        library: Library,
        worker: EmbeddingWorker,
        lacking: _Lacking,
        troubles: _Troubles,
        wanted: Callable[[], bool],
        begins: Callable[[], bool],
        notify: Callable[[IndexEvent], None],
    ) -> None:
        self._library = library
        self._worker = worker
        self._lacking = lacking
        self._begun = 0
        """So many of these were looked at."""
        self._again: deque[tuple[Sound, tuple[Analysis, ...]]] = deque()
        """What a worker died over, or has to leave to another one."""
        self._troubles = troubles
        self._wanted = wanted
        self._begins = begins
        self._run = Run(len(lacking.sound_ids), MeasuringProgress, notify)
        self._qualities: dict[bytes, SoundQuality] = {}
        self._music: dict[bytes, Musical] = {}
        self._finished = 0
        """Sounds that are done with, though not stored yet."""
        self._stored = time.monotonic()

    def go(self) -> None:
        self._run.tell()
        try:
            self._measure()
        finally:
            self._store()

    def _measure(self) -> None:
        def do(worker: EmbeddingWorker, task: _Task) -> _Measured:
            return _measure(worker, task, self._wanted)

        crew: Crew[_Task, _Measured]
        with Crew(do, wanted=self._wanted) as crew:
            while True:
                waiting = self._run.total - self._begun + len(self._again)
                crew.employ(self._worker.measurers_for(waiting + crew.handed_in))
                while self._wanted() and self._begins() and crew.room and (task := self._next_task()) is not None:
                    crew.hand_in(task)
                if not crew.handed_in:
                    return
                if (taken := crew.take_back(_PATIENCE)) is not None and taken[1] is not None:
                    self._take_up(taken[0], taken[1], crew)
                if time.monotonic() - self._stored >= _STORE_EVERY:
                    self._store()

    def _next_task(self) -> _Task | None:
        """The next sound that is what the library knows; whatever became of others, a scan finds out."""
        while self._again:
            sound, analyses = self._again.popleft()
            if (task := self._task(sound, analyses)) is not None:
                return task
        while self._begun < self._run.total:
            sound_id, analyses = self._lacking.at(self._begun)
            self._begun += 1
            found = self._library.sounds.get(sound_id)
            if found is None:
                self._finished += 1
            elif (task := self._task(found, analyses)) is not None:
                return task
        return None

    def _task(self, sound: Sound, analyses: tuple[Analysis, ...]) -> _Task | None:
        content_id = sound.content_id
        if content_id is None or not is_as_known(sound):
            self._finished += 1
            return None
        last = (analysis for analysis in analyses if self._troubles.deaths[content_id, analysis] == TRIES - 1)
        return _Task(sound, content_id, analyses, frozenset(last))

    def _take_up(self, task: _Task, measured: _Measured, crew: Crew[_Task, _Measured]) -> None:
        """Keep what was found, and have done again or later what was not."""
        is_known = is_as_known(task.sound)
        left = list(task.analyses)
        for analysis, found in measured.found.items():
            if isinstance(found, UnwantedError):
                self._troubles.broken_off.add(task.sound.sound_id)
                return
            if isinstance(found, UnwellError) and crew.dismiss(measured.worker):
                log.warning("one of several workers fails on every sound; the others go on without it")
                break
            if isinstance(found, EmbedderError | WorkerClosedError):
                raise found
            if isinstance(found, WorkerDiedError) and analysis not in task.last_tries:
                self._troubles.deaths[task.content_id, analysis] += 1
                break
            left.remove(analysis)
            if is_known:
                self._keep(task, analysis, found)
        if left and is_known:
            self._again.append((task.sound, tuple(left)))
        else:
            self._finished += 1

    def _keep(self, task: _Task, analysis: Analysis, found: _Found | Exception) -> None:
        if isinstance(found, SoundQuality):
            self._qualities[task.content_id] = found
        elif isinstance(found, Musical):
            self._music[task.content_id] = found
        else:
            log.warning("%s of %s: %s", analysis.name, task.sound.path, found)
            if not isinstance(found, UnreachableSoundError):
                self._library.analyses.save_problem(analysis, task.content_id, str(found))

    def _store(self) -> None:
        self._stored = time.monotonic()
        if self._qualities or self._music:
            self._library.measured.save(self._qualities, self._music)
            self._qualities, self._music = {}, {}
        finished, self._finished = self._finished, 0
        self._run.count(finished)


def _measure(worker: EmbeddingWorker, task: _Task, wanted: Callable[[], bool]) -> _Measured:
    """Done on the worker's thread; ends with the first analysis after which the next one is not to be tried."""
    found: dict[Analysis, _Found | Exception] = {}
    for analysis in task.analyses:
        ask = partial(_asked, worker, analysis, task.sound, wanted)
        found[analysis] = answer = answer_of(worker, ask, last_try=analysis in task.last_tries)
        if isinstance(answer, WorkerDiedError | EmbedderError | WorkerClosedError | UnwantedError):
            break
    return _Measured(worker, found)


def _asked(
    worker: EmbeddingWorker, analysis: Analysis, sound: Sound, wanted: Callable[[], bool]
) -> _Found | UnwantedError:
    ask = worker.measure_quality if analysis == QUALITY else worker.analyse_music
    try:
        return ask(sound.path, wanted)
    except UnwantedError as error:
        return error
