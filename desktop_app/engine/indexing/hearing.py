"""Hears sounds for the library: what is known already, what fails for good, and what must be tried later.

Each sound is begun and concluded on the indexer's thread, which alone changes the library; in between it is listened
to, beside others, on a thread of the worker that does it.
"""

import logging
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto

import numpy as np

from desktop_app.core.events import IndexEvent, IndexingFailed
from desktop_app.core.sound import FileStamp, Sound
from desktop_app.engine.decoding.heard_sound import Identity
from desktop_app.engine.decoding.sound_errors import (
    FailedSoundError,
    SilentSoundError,
    UnreachableSoundError,
    UnreadableSoundError,
)
from desktop_app.engine.embedders.embedder import EmbedderError
from desktop_app.engine.indexing.claims import Claim, Claims
from desktop_app.engine.indexing.restless_files import RestlessFiles
from desktop_app.engine.processes.embedding_worker import EmbeddingWorker
from desktop_app.engine.processes.worker_errors import WorkerClosedError, WorkerDiedError
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.library.library import Library
from desktop_app.library.tables.heard import Heard
from desktop_app.library.watching.stamps import is_unchanged, stamp_of_file

log = logging.getLogger(__name__)

TRIES = 2
"""How often a file may kill or hang the embedding child before it is marked unreadable."""
_PROBE = (0.1 * np.sin(np.arange(9_600) * 0.05)).astype(np.float32)
"""A fifth of a second at 48 kHz that any network can hear."""
_LARGEST = float(np.finfo(np.float16).max)
"""Embeddings are stored in half precision."""
_UNWELL = (
    "The process that listens to sounds fails on every sound: restart Earmark, and if that does not help, "
    "choose another embedder."
)


class UnwellError(EmbedderError):
    """A worker dies over every sound."""


class Fate(Enum):
    """What became of a sound that was not heard."""

    RECORDED = auto()
    """It cannot be heard, and the library knows why."""
    LATER = auto()
    """It waits for another try in this run."""
    NOT_NOW = auto()
    """It cannot be reached; the next run tries it again."""


@dataclass(frozen=True, slots=True)
class Task:
    """A sound that is to be listened to."""

    sound: Sound
    """With the stamp that its file had just before."""
    last_try: bool
    """Whether it is to blame if the worker dies over it once more."""


@dataclass(frozen=True, slots=True)
class Listened:
    """What came of listening to a sound."""

    worker: EmbeddingWorker
    found: Heard | Identity | Exception
    """An identity alone: another sound of the same content is being heard, or was just heard."""
    after: FileStamp | None
    """Of the file afterwards."""


Concluded = tuple[Sound, Heard | Fate]


class Hearing:
    """Hears several sounds at the same time. `listen` may be called on any thread, the rest on the indexer's only."""

    def __init__(
        self,
        library: Library,
        embedder_id: str,
        *,
        look_again: Callable[[Sound], None],
        notify: Callable[[IndexEvent], None],
    ) -> None:
        """`look_again` takes over into the library what a sound's file is now."""
        self.restless = RestlessFiles()
        self.may_pass = False
        """Whether a sound was met whose problem may be over later; for who tries again to take note of."""
        self._told: dict[int, str] = {}
        """What was told of sounds whose problem may pass."""
        self._library = library
        self._embedder_id = embedder_id
        self._look_again = look_again
        self._notify = notify
        self._deaths: Counter[tuple[int, FileStamp]] = Counter()
        self._claims = Claims()
        self._copies: defaultdict[bytes, list[tuple[Sound, Identity]]] = defaultdict(list)
        """Sounds that wait for another one of the same content."""

    def begin_anew(self) -> None:
        """Nothing is being listened to: forget what was, when that was broken off."""
        self._claims = Claims()
        self._copies.clear()

    def begin(self, sound: Sound) -> Task | Fate:
        """Look at a sound's file before it is listened to. Raises LibraryError."""
        before = stamp_of_file(sound.path)
        if before is None:
            return self._lost(sound)
        if not is_unchanged(sound.stamp, before):
            self._look_again(sound)
            if not self.restless.rests(sound.sound_id, before):
                return self._put_off(sound, before)
        sound = replace(sound, stamp=before)
        return Task(sound, last_try=self._deaths[_key(sound)] == TRIES - 1)

    def listen(self, worker: EmbeddingWorker, task: Task) -> Listened:
        """Listen to a sound, unless its content is known or another sound of the same content is being heard."""
        try:
            found: Heard | Identity | Exception = self._listen(worker, task.sound)
        except WorkerDiedError as error:
            found = unless_unwell(worker, error) if task.last_try else error
        except FailedSoundError as error:
            found = unless_unwell(worker, error)
        except (SilentSoundError, UnreadableSoundError, EmbedderError, LibraryError, WorkerClosedError) as error:
            found = error
        return Listened(worker, found, stamp_of_file(task.sound.path))

    def conclude(self, sound: Sound, listened: Listened | None) -> list[Concluded]:
        """What became of a sound, and of those that waited for it; nothing yet when it waits for another one itself.

        None stands for a sound that was not listened to after all. Raises EmbedderError when no sound can be heard,
        WorkerClosedError, and LibraryError.
        """
        result = Fate.LATER if listened is None else self._judge(sound, listened)
        if isinstance(result, Identity):
            return self._follow(sound, result)
        # What is silent was not heard for its copies: nobody knows yet why each of them is.
        heard = result.content_id if isinstance(result, Heard) and result.silence is None else None
        claimed = self._claims.settle(sound.sound_id, heard)
        copies = [] if claimed is None else self._copies.pop(claimed, [])
        return [(sound, result), *(each for copy in copies for each in self._follow(*copy))]

    def stored(self) -> None:
        """What was heard is in the library."""
        self._claims.stored()

    def _listen(self, worker: EmbeddingWorker, sound: Sound) -> Heard | Identity:
        identity = worker.identify(sound.path)
        content_id = identity.content_id
        if self._claims.claim(content_id, sound.sound_id) is not Claim.OURS:
            return identity
        known = self._library.sounds.format_of(content_id)
        if known is not None and self._library.cache.known(content_id, self._embedder_id):
            return Heard(sound.sound_id, identity.stamp, content_id, known, None, None)
        found = worker.hear(sound.path)
        if not np.isfinite(found.vector).all() or np.abs(found.vector).max() > _LARGEST:
            raise UnreadableSoundError("The embedder gave no usable numbers for this sound.")
        return Heard(sound.sound_id, found.stamp, found.content_id, found.format, found.vector, found.thumbnail)

    def _judge(self, sound: Sound, listened: Listened) -> Heard | Identity | Fate:
        found: Heard | Identity | Exception | Fate = listened.found
        if isinstance(found, EmbedderError | LibraryError | WorkerClosedError):
            raise found
        if isinstance(found, WorkerDiedError):
            found = self._count_death(sound, found)
        if listened.after is None:
            return self._lost(sound)
        if listened.after != sound.stamp:
            # Somebody is writing to it: what was heard, or why nothing was, says little about the sound.
            return self._put_off(sound, listened.after)
        self.restless.heard(sound.sound_id)
        if isinstance(found, SilentSoundError) and found.content_id is not None:
            return Heard(sound.sound_id, sound.stamp, found.content_id, found.format, None, None, silence=str(found))
        return self._record(sound, found) if isinstance(found, Exception) else found

    def _follow(self, sound: Sound, identity: Identity) -> list[Concluded]:
        """A copy of a sound that is being heard shares its fate, as far as that is a good one."""
        match self._claims.standing(identity.content_id):
            case Claim.BEING_HEARD:
                self._copies[identity.content_id].append((sound, identity))
                return []
            case Claim.HEARD:
                return [(sound, Heard(sound.sound_id, identity.stamp, identity.content_id, None, None, None))]
            case _:
                return [(sound, Fate.LATER)]

    def _lost(self, sound: Sound) -> Fate:
        self._look_again(sound)
        return Fate.NOT_NOW

    def _put_off(self, sound: Sound, stamp: FileStamp) -> Fate:
        self.restless.put_off(sound.sound_id, stamp)
        return Fate.LATER

    def _count_death(self, sound: Sound, error: WorkerDiedError) -> Fate | Exception:
        log.warning("the embedding process died over %s: %s", sound.path, error)
        self._deaths[_key(sound)] += 1
        if self._deaths[_key(sound)] < TRIES:
            return Fate.LATER
        del self._deaths[_key(sound)]
        return UnreadableSoundError(f"Listening to this file failed twice: {error}")

    def _record(self, sound: Sound, error: Exception) -> Fate:
        reason, passing = str(error), isinstance(error, UnreachableSoundError)
        self._library.sounds.save_problem(sound.sound_id, sound.stamp, reason, passing=passing)
        self.may_pass |= passing
        # Of a file that is tried again and again it is told once.
        if not (passing and self._told.get(sound.sound_id) == reason):
            self._notify(IndexingFailed(sound.path, reason))
        if passing:
            self._told[sound.sound_id] = reason
        return Fate.RECORDED


def _key(sound: Sound) -> tuple[int, FileStamp]:
    return sound.sound_id, sound.stamp


def unless_unwell(worker: EmbeddingWorker, error: WorkerDiedError | FailedSoundError) -> Exception:
    """The error, unless the worker dies over everything or fails on it, which must not get a whole library marked
    unreadable.
    """
    try:
        worker.embed_samples([_PROBE])
    except WorkerDiedError:
        return UnwellError(_UNWELL)
    except (EmbedderError, WorkerClosedError) as other:
        return other
    return error
