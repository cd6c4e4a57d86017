"""What all work has in common that is done with sounds of the library in the background, once they were heard."""

import time
from collections.abc import Callable
from typing import TypeVar

from desktop_app.core.events import IndexEvent
from desktop_app.core.sound import Sound
from desktop_app.engine.decoding.sound_errors import FailedSoundError, SilentSoundError, UnreadableSoundError
from desktop_app.engine.embedders.embedder import EmbedderError
from desktop_app.engine.indexing.hearing import unless_unwell
from desktop_app.engine.processes.embedding_worker import EmbeddingWorker
from desktop_app.engine.processes.worker_errors import WorkerClosedError, WorkerDiedError
from desktop_app.library.watching.stamps import is_unchanged, stamp_of_file

Answer = TypeVar("Answer")


class Run:
    """How far one way through everything that waits is."""

    def __init__(
        self, total: int, event: Callable[[int, int, float], IndexEvent], notify: Callable[[IndexEvent], None]
    ) -> None:
        """`event` is made of how many are done, of how many, and how many a second (0 when unknown)."""
        self.total = total
        self._event = event
        self._notify = notify
        self._done = 0
        self._began = time.monotonic()

    def count(self, done: int) -> None:
        """So many more sounds are done with."""
        if done:
            self._done += done
            self.tell()

    def tell(self) -> None:
        """Say how far it is."""
        span = time.monotonic() - self._began
        self._notify(self._event(self._done, self.total, self._done / span if self._done and span > 0 else 0.0))


def answer_of(worker: EmbeddingWorker, ask: Callable[[], Answer], *, last_try: bool) -> Answer | Exception:
    """What a worker answers about a file, or the error that it came to; done on the worker's thread.

    On its `last_try`, a file over which the worker died is to blame for that, unless the worker dies over everything.
    """
    try:
        return ask()
    except WorkerDiedError as error:
        return unless_unwell(worker, error) if last_try else error
    except FailedSoundError as error:
        return unless_unwell(worker, error)
    except (UnreadableSoundError, SilentSoundError, EmbedderError, WorkerClosedError) as error:
        return error


def is_as_known(sound: Sound) -> bool:
    """Whether a sound's file is still the one that the library knows."""
    now = stamp_of_file(sound.path)
    return now is not None and is_unchanged(sound.stamp, now)
