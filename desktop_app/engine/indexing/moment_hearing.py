"""Listens to the windows of long sounds, in the background, once every sound itself was heard.

What waits is read from the library: contents whose windows this embedder has not heard, or heard by an older version of
the analysis. A sound is listened to some windows at a time, so that new files and a person who pauses wait for a second
at most; what was heard of it until then is kept in memory, and it is stored once it is complete.
"""

import logging
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from desktop_app.core.analysis import Analysis
from desktop_app.core.events import IndexEvent, MomentsProgress
from desktop_app.core.moment import WindowShape
from desktop_app.core.sound import Sound
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.decoding.sound_errors import UnreachableSoundError
from desktop_app.engine.embedders.embedder import EmbedderError, EmbedderSpec
from desktop_app.engine.indexing.background_work import Run, answer_of, is_as_known
from desktop_app.engine.indexing.crew import Crew
from desktop_app.engine.indexing.hearing import TRIES, UnwellError
from desktop_app.engine.processes.embedding_worker import EmbeddingWorker
from desktop_app.engine.processes.worker_errors import WorkerClosedError, WorkerDiedError
from desktop_app.library.library import Library
from desktop_app.library.tables.windows import HeardWindows

log = logging.getLogger(__name__)

VERSION: Final = 1
"""Of the analysis; raised with every change to the shapes below or to how windows are decoded."""
STARTER_WINDOWS: Final = WindowShape(seconds=4.0, hop_seconds=2.0, longer_than=8.0)
"""Of windows of 2, 3, 4, 6 and 10 s in sounds composed as in `tests/benchmarks/moments_quality.py`, those of 4 s find
the place of what is searched for as often as any (0.89; 10 s: 0.84), and are half as many as those of 2 s."""
CLAP_WINDOWS: Final = WindowShape(seconds=10.0, hop_seconds=5.0, longer_than=10.0, most=30)
"""What CLAP hears in one pass. Each window costs one, and the whole of any sound does, too: 59 windows of 5 minutes
would cost far more than twelve times the sound itself. 30 windows that lie end to end do not."""
WINDOWS_AT_ONCE: Final = 8
"""Windows in one order: less than a second of a large network's time."""
_PATIENCE: Final = 1.0
"""Seconds after which it is asked again whether to go on."""


def window_shape(spec: EmbedderSpec) -> WindowShape:
    """How an embedder's windows lie."""
    return STARTER_WINDOWS if spec.kind == "starter" else CLAP_WINDOWS


def moments_analysis(embedder_id: str, shape: WindowShape) -> Analysis:
    """What tells which sounds lack their moments."""
    return Analysis(f"moments/{embedder_id}", VERSION, shape.longer_than)


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """Some windows of a sound, to be listened to in one go."""

    sound: Sound
    number: int
    starts: tuple[float, ...]
    seconds: float
    last_try: bool


@dataclass(frozen=True, slots=True, eq=False)
class _Listened:
    """What came of listening to a part."""

    worker: EmbeddingWorker
    found: Vectors | Exception


@dataclass(slots=True)
class _Begun:
    """A sound some of whose windows were heard."""

    sound: Sound
    parts: list[tuple[float, ...]]
    """Starts of the windows of each part."""
    open: list[int]
    """Numbers of parts that were not handed in yet."""
    heard: dict[int, Vectors] = field(default_factory=dict)


class MomentHearing:
    """Hears what waits, several parts at the same time where the worker has several children.

    For the indexer's thread only.
    """

    def __init__(
        self,
        library: Library,
        worker: EmbeddingWorker,
        embedder_id: str,
        shape: WindowShape,
        *,
        wanted: Callable[[], bool] = lambda: True,
    ) -> None:
        """`wanted`: whether the person wants moments at all."""
        self.analysis = moments_analysis(embedder_id, shape)
        self._library = library
        self._worker = worker
        self._embedder_id = embedder_id
        self._shape = shape
        self._wanted = wanted
        self._begun: dict[int, _Begun] = {}
        """By sound; what is complete is no longer in it."""
        self._deaths: Counter[tuple[bytes | None, int]] = Counter()

    def hear(self, goes_on: Callable[[], bool], notify: Callable[[IndexEvent], None]) -> None:
        """Hear until nothing waits that can be reached, or it no longer `goes_on`.

        Raises EmbedderError, LibraryError, WorkerClosedError and CrewError.
        """
        if not self._wanted() or not goes_on():
            return
        waiting = deque(self._library.analyses.waiting(self.analysis))
        self._begun = {
            sound_id: begun
            for sound_id, begun in self._begun.items()
            if sound_id in waiting and self._was_not_replaced(begun.sound)
        }
        run = Run(len(waiting), MomentsProgress, notify)
        if waiting:
            run.tell()
            self._hear(waiting, run, lambda: goes_on() and self._wanted())

    def _was_not_replaced(self, sound: Sound) -> bool:
        """Whether the library has not seen another content in a sound's file since."""
        now = self._library.sounds.get(sound.sound_id)
        return now is not None and (now.content_id, now.stamp) == (sound.content_id, sound.stamp)

    def _hear(self, waiting: deque[int], run: Run, goes_on: Callable[[], bool]) -> None:
        for begun in self._begun.values():
            begun.open = [number for number in range(len(begun.parts)) if number not in begun.heard]
            waiting.remove(begun.sound.sound_id)
        crew: Crew[_Part, _Listened]
        with Crew(_listen, wanted=goes_on) as crew:
            while True:
                parts = sum(len(begun.open) for begun in self._begun.values()) + len(waiting)
                crew.employ(self._worker.workers_for(parts + crew.handed_in))
                while goes_on() and crew.room and (part := self._next_part(waiting, run)) is not None:
                    crew.hand_in(part)
                if not crew.handed_in:
                    return
                if (taken := crew.take_back(_PATIENCE)) is not None:
                    part, listened = taken
                    self._take_up(part, self._outcome(part, listened, crew), run)

    def _outcome(
        self, part: _Part, listened: _Listened | None, crew: Crew[_Part, _Listened]
    ) -> Vectors | Exception | None:
        """What was found; None for a part that was not begun, or that another worker has to hear."""
        if listened is None:
            return None
        if not isinstance(listened.found, UnwellError) or not crew.dismiss(listened.worker):
            return listened.found
        log.warning("one of several workers fails on every sound; the others go on without it")
        if (begun := self._begun.get(part.sound.sound_id)) is not None:
            begun.open.append(part.number)
        return None

    def _next_part(self, waiting: deque[int], run: Run) -> _Part | None:
        """The next part of a sound that was begun, or of the next one; None when all are handed in."""
        begun = next((begun for begun in self._begun.values() if begun.open), None)
        while begun is None and waiting:
            begun = self._begin(waiting.popleft())
            run.count(begun is None)
        if begun is None:
            return None
        number = begun.open.pop(0)
        last_try = self._deaths[begun.sound.content_id, number] == TRIES - 1
        return _Part(begun.sound, number, begun.parts[number], self._shape.seconds, last_try)

    def _begin(self, sound_id: int) -> _Begun | None:
        """None for a sound that cannot be reached, or is no longer what it was: whatever it is, a scan finds out."""
        sound = self._library.sounds.get(sound_id)
        if sound is None or sound.format is None or not is_as_known(sound):
            return None
        starts = self._shape.starts(sound.format.seconds)
        parts = [starts[first : first + WINDOWS_AT_ONCE] for first in range(0, len(starts), WINDOWS_AT_ONCE)]
        begun = _Begun(sound, parts, list(range(len(parts))))
        self._begun[sound_id] = begun
        return begun

    def _take_up(self, part: _Part, outcome: Vectors | Exception | None, run: Run) -> None:
        """Go on with what came of listening to a part; None when that was not begun after all."""
        if isinstance(outcome, EmbedderError | WorkerClosedError):
            raise outcome
        begun = self._begun.get(part.sound.sound_id)
        if begun is None or outcome is None:
            return  # another part of it could not be heard; or it is handed in anew when work goes on
        if isinstance(outcome, WorkerDiedError) and not part.last_try:
            self._deaths[part.sound.content_id, part.number] += 1
            begun.open.append(part.number)
            return
        if isinstance(outcome, Exception):
            del self._begun[part.sound.sound_id]
            self._give_up(part.sound, outcome)
            run.count(True)
            return
        begun.heard[part.number] = outcome
        if len(begun.heard) == len(begun.parts):
            del self._begun[part.sound.sound_id]
            self._save(begun)
            run.count(True)

    def _give_up(self, sound: Sound, error: Exception) -> None:
        """Remember that a file cannot be heard, unless it is no longer what it was, or cannot be read for now only."""
        log.warning("no moments of %s: %s", sound.path, error)
        if isinstance(error, UnreachableSoundError):
            return
        if is_as_known(sound) and sound.content_id is not None:
            self._library.analyses.save_problem(self.analysis, sound.content_id, str(error))

    def _save(self, begun: _Begun) -> None:
        sound = begun.sound
        if not is_as_known(sound) or sound.content_id is None:
            return
        vectors = np.concatenate([begun.heard[number] for number in range(len(begun.parts))])
        starts = [start for part in begun.parts for start in part]
        usable = np.isfinite(vectors).all(axis=1)
        heard = tuple(start for start, is_usable in zip(starts, usable, strict=True) if is_usable)
        windows = HeardWindows(self._shape.seconds, heard, vectors[usable])
        self._library.windows.save(self._embedder_id, self.analysis, sound.content_id, windows)


def _listen(worker: EmbeddingWorker, part: _Part) -> _Listened:
    """Done on the worker's thread."""
    found = answer_of(
        worker, lambda: worker.hear_windows(part.sound.path, part.starts, part.seconds), last_try=part.last_try
    )
    return _Listened(worker, found)
