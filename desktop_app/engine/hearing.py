"""Hears one sound for the library: what is known already, what fails for good, and what must be tried later."""

import logging
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import Enum, auto

import numpy as np

from desktop_app.core.events import IndexEvent, IndexingFailed
from desktop_app.core.sound import FileStamp, Sound
from desktop_app.engine.embedder import EmbedderError
from desktop_app.engine.embedding_process import EmbeddingWorker, WorkerDiedError
from desktop_app.engine.folder_scan import stamp_of_file
from desktop_app.engine.restless_files import RestlessFiles
from desktop_app.engine.sound_errors import SilentSoundError, UnreadableSoundError
from desktop_app.library.heard import Heard
from desktop_app.library.library import Library
from desktop_app.library.stamps import is_unchanged

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


class Fate(Enum):
    """What became of a sound that was not heard."""

    RECORDED = auto()
    """It cannot be heard, and the library knows why."""
    LATER = auto()
    """It waits for another try in this run."""
    NOT_NOW = auto()
    """It cannot be reached; the next run tries it again."""


class Hearing:
    """Asks the worker about one sound after the other. For the indexer's thread only."""

    def __init__(
        self,
        library: Library,
        worker: EmbeddingWorker,
        embedder_id: str,
        *,
        look_again: Callable[[Sound], None],
        notify: Callable[[IndexEvent], None],
    ) -> None:
        """`look_again` takes over into the library what a sound's file is now."""
        self.restless = RestlessFiles()
        self._library = library
        self._worker = worker
        self._embedder_id = embedder_id
        self._look_again = look_again
        self._notify = notify
        self._deaths: Counter[tuple[int, FileStamp]] = Counter()

    def hear(self, sound: Sound, unsaved: Sequence[Heard]) -> Heard | Fate:
        """Hear a sound, unless its content is known or among those `unsaved` that were heard just before.

        Raises EmbedderError when no sound can be heard, WorkerClosedError, and LibraryError.
        """
        before = stamp_of_file(sound.path)
        if before is None:
            return self._lost(sound)
        if not is_unchanged(sound.stamp, before):
            self._look_again(sound)
            if not self.restless.rests(sound.sound_id, before):
                return self._put_off(sound, before)
            sound = replace(sound, stamp=before)
        try:
            heard: Heard | Fate | Exception = self._listen(sound, unsaved)
        except WorkerDiedError as error:
            heard = self._count_death(sound, error)
        except (SilentSoundError, UnreadableSoundError) as error:
            heard = error
        after = stamp_of_file(sound.path)
        if after is None:
            return self._lost(sound)
        if after != before:
            # Somebody is writing to it: what was heard, or why nothing was, says little about the sound.
            return self._put_off(sound, after)
        self.restless.heard(sound.sound_id)
        return self._record(sound, heard) if isinstance(heard, Exception) else heard

    def _lost(self, sound: Sound) -> Fate:
        self._look_again(sound)
        return Fate.NOT_NOW

    def _put_off(self, sound: Sound, stamp: FileStamp) -> Fate:
        self.restless.put_off(sound.sound_id, stamp)
        return Fate.LATER

    def _listen(self, sound: Sound, unsaved: Sequence[Heard]) -> Heard:
        identity = self._worker.identify(sound.path)
        content_id = identity.content_id
        if any(item.content_id == content_id for item in unsaved):
            return Heard(sound.sound_id, identity.stamp, content_id, None, None, None)
        known = self._library.sounds.format_of(content_id)
        if known is not None and self._library.cache.known(content_id, self._embedder_id):
            return Heard(sound.sound_id, identity.stamp, content_id, known, None, None)
        found = self._worker.hear(sound.path)
        if not np.isfinite(found.vector).all() or np.abs(found.vector).max() > _LARGEST:
            raise UnreadableSoundError("The embedder gave no usable numbers for this sound.")
        return Heard(sound.sound_id, found.stamp, found.content_id, found.format, found.vector, found.thumbnail)

    def _count_death(self, sound: Sound, error: WorkerDiedError) -> Fate | Exception:
        log.warning("the embedding process died over %s: %s", sound.path, error)
        key = sound.sound_id, sound.stamp
        self._deaths[key] += 1
        if self._deaths[key] < TRIES:
            return Fate.LATER
        del self._deaths[key]
        self._make_sure_that_the_worker_is_well()
        return UnreadableSoundError(f"Listening to this file failed twice: {error}")

    def _make_sure_that_the_worker_is_well(self) -> None:
        """A child that dies over everything must not get a whole library marked unreadable."""
        try:
            self._worker.embed_samples([_PROBE])
        except WorkerDiedError as error:
            raise EmbedderError(_UNWELL) from error

    def _record(self, sound: Sound, error: Exception) -> Fate:
        reason, silent = str(error), isinstance(error, SilentSoundError)
        self._library.sounds.save_problem(sound.sound_id, sound.stamp, reason, silent=silent)
        if not silent:
            self._notify(IndexingFailed(sound.path, reason))
        return Fate.RECORDED
