"""Decoding for eyes and ears (auditions, waveforms, region export) in a child process that never waits for embedding.

The window asks and is answered later, on a thread of the decoder's; nothing here waits for a file.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from desktop_app.engine.decoding.sound_errors import UnreadableSoundError
from desktop_app.engine.processes.decoder_work import (
    AUDITION,
    BACKGROUND,
    DecoderWork,
    ExportRegion,
    Picture,
    ReadTexts,
    Release,
)
from desktop_app.engine.processes.worker_errors import WorkerClosedError, WorkerDiedError, WorkerFailedError
from desktop_app.engine.processes.worker_process import MEMORY_BYTES, WorkerProcess

_CHILD: Final = "desktop_app.engine.processes.decoder_child:main"
_LANES: Final = "desktop_app.engine.processes.decoder_child:make_lanes"
_TRIES: Final = 2
"""A request that was under way when the child died may be innocent: it gets a second chance, alone."""


@dataclass(frozen=True, slots=True)
class Ticket:
    """A request that was made."""

    _process: WorkerProcess
    _number: int | None

    def cancel(self) -> None:
        """Forget the request: it is not answered any more, except when that is happening right now."""
        if self._number is not None:
            self._process.cancel(self._number)


class Decoder:
    """Answers requests from a child process, which is started by the first one and again whenever it dies."""

    def __init__(
        self, *, stall_seconds: float = 10.0, memory_bytes: int = MEMORY_BYTES, lanes: str = _LANES, tries: int = _TRIES
    ) -> None:
        """`stall_seconds`: how long a file may give no sign of life; `lanes` names what makes the child's lanes."""
        self._process = WorkerProcess(_CHILD, lanes, stall_seconds, memory_bytes, name="earmark-decoder")
        self._tries = tries

    @property
    def pid(self) -> int | None:
        """The child's process id, or None while there is no child."""
        return self._process.pid

    def warm_up(self) -> None:
        """Start the child, so that the first audition does not have to wait for it."""
        self.request(Release(), lambda _answer: None)

    def request(self, work: DecoderWork, done: Callable[[Any], None]) -> Ticket:
        """Ask for a piece of work.

        `done` is called once, on the decoder's thread, with the result (see `decoder_work`) or an
        `UnreadableSoundError`; never after `cancel`, and never once the decoder is closed.
        """

        def outcome(result: object | None, error: Exception | None) -> None:
            if not isinstance(error, WorkerClosedError):
                done(result if error is None else _unreadable(error))

        lane = BACKGROUND if isinstance(work, Picture | ExportRegion | ReadTexts) else AUDITION
        try:
            return Ticket(self._process, self._process.submit(lane, work, outcome, tries=self._tries))
        except WorkerClosedError:
            return Ticket(self._process, None)

    def close(self) -> None:
        """End the child; what is under way is dropped."""
        self._process.close()


def _unreadable(error: Exception) -> UnreadableSoundError:
    if isinstance(error, UnreadableSoundError):
        return error
    if isinstance(error, WorkerFailedError):
        return UnreadableSoundError(f"Earmark failed on this file ({error}); the log says more.")
    if isinstance(error, WorkerDiedError):
        return UnreadableSoundError(str(error))
    raise error
