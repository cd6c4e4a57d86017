"""Hearing on a graphics processor: one process has it, and hears in batches what several children prepare.

The children decode and make log-mel frames, a file at a time, as they do without a device; so whoever breaks a child is
known, and the children set the pace. When the device fails in any way, the children hear by themselves.
"""

import logging
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final, Literal

import numpy as np

from desktop_app.core.musical import Musical
from desktop_app.core.sound import Samples
from desktop_app.core.sound_quality import SoundQuality
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.clap.device_record import DeviceFinding, known_device
from desktop_app.engine.decoding.heard_sound import HeardSound, Identity
from desktop_app.engine.embedders.embedder import EmbedderError, EmbedderSpec
from desktop_app.engine.processes.device_work import LANE, HearPrepared, LoadDevice
from desktop_app.engine.processes.embedding_process import EmbeddingProcess
from desktop_app.engine.processes.embedding_worker import EmbeddingWorker, Wanted
from desktop_app.engine.processes.worker_errors import WorkerClosedError, WorkerDiedError, WorkerFailedError
from desktop_app.engine.processes.worker_process import WorkerProcess

SOUNDS_FOR_DEVICE: Final = 64
"""A device is woken when so many sounds wait: its process takes some seconds to begin."""
IDLE_SECONDS: Final = 60.0
"""After so long without a sound it gives the device back to others."""
_MOST_AT_ONCE: Final = 64
"""Sounds in a message to that process, which are 16 to 64 MB."""
_CHILD: Final = "desktop_app.engine.processes.device_child:main"
_log = logging.getLogger(__name__)


class DeviceLostError(Exception):
    """The device hears nothing more; why is in the log."""


@dataclass(slots=True, eq=False)
class _Request:
    """What one thread wants to be heard, and what came of it."""

    sounds: Sequence[Vectors]
    answer: Vectors | Exception | None = None


class DeviceHearing:
    """The process that has the device. Safe for several threads; what they ask for at the same time goes together."""

    def __init__(self, spec: EmbedderSpec, *, main: str = _CHILD, idle_seconds: float = IDLE_SECONDS) -> None:
        """Starts nothing. `main` is what the process runs."""
        self._spec = spec
        self._process = WorkerProcess(main, spec, name="earmark-device", idle_seconds=idle_seconds)
        self._state: Literal["asleep", "waking", "awake", "lost"] = "asleep"
        self._condition = threading.Condition()
        self._waiting: list[_Request] = []
        self._busy = False

    @property
    def dimension(self) -> int:
        """Numbers in an embedding."""
        return self._spec.dimension

    @property
    def awake(self) -> bool:
        """Whether sounds may be given to it now."""
        return self._state == "awake" and self._process.pid is not None

    @property
    def lost(self) -> bool:
        """Whether there is none, or none any more."""
        return self._state == "lost"

    def wake(self) -> None:
        """Have the process started, if it does not run, unless it is known that it does not pay. Returns at once."""
        with self._condition:
            if self._state in ("waking", "lost") or self.awake:
                return
            known = known_device(self._spec)
            self._state = "waking" if known is None or known.serves else "lost"
            if self._state == "lost":
                return
        self._process.submit(LANE, LoadDevice(), self._woken)

    def hear(self, sounds: Sequence[Vectors]) -> Vectors:
        """What front ends made of some sounds -> their embeddings [n, dimension].

        Raises DeviceLostError, after which it is of no more use, and WorkerClosedError.
        """
        request = _Request(sounds)
        with self._condition:
            self._waiting.append(request)
        while True:
            with self._condition:
                self._condition.wait_for(lambda: request.answer is not None or not self._busy)
                if request.answer is not None:
                    break
                self._busy = True
                batch = self._take()
            self._answer(batch)  # for those that wait as well
        if isinstance(request.answer, Exception):
            raise request.answer
        return request.answer

    def close(self) -> None:
        """End the process at once; calls that still wait get a `WorkerClosedError`."""
        self._process.close()

    def _take(self) -> list[_Request]:
        """All that wait, as far as they go into one message; the lock is held."""
        batch: list[_Request] = []
        count = 0
        for request in self._waiting:
            count += len(request.sounds)
            if batch and count > _MOST_AT_ONCE:
                break
            batch.append(request)
        self._waiting = self._waiting[len(batch) :]
        return batch

    def _answer(self, batch: Sequence[_Request]) -> None:
        answer: Vectors | Exception = DeviceLostError()
        try:
            answer = self._heard([sound for request in batch for sound in request.sounds])
        finally:
            with self._condition:
                first = 0
                for request in batch:
                    last = first + len(request.sounds)
                    request.answer = answer if isinstance(answer, Exception) else answer[first:last]
                    first = last
                self._busy = False
                self._condition.notify_all()

    def _heard(self, sounds: Sequence[Vectors]) -> Vectors | Exception:
        if self.lost:
            return DeviceLostError()
        try:
            heard: Vectors = self._process.call(LANE, HearPrepared(tuple(sounds)))
        except WorkerClosedError as error:
            return error
        except (EmbedderError, WorkerFailedError, WorkerDiedError) as error:
            self._lose(error)
            return DeviceLostError()
        return heard

    def _woken(self, finding: object | None, error: Exception | None) -> None:
        """On the process's supervising thread."""
        if isinstance(error, WorkerClosedError):
            return
        if error is not None:
            self._lose(error)
        elif isinstance(finding, DeviceFinding):
            self._state = "awake" if finding.serves else "lost"
            _log.info(
                "sounds are heard by %s", finding.title if finding.serves else f"the processor: {finding.problem}"
            )

    def _lose(self, error: Exception) -> None:
        self._state = "lost"
        why = "Its process ended." if isinstance(error, WorkerDiedError) else str(error)
        _log.warning("sounds are heard by the processor and no longer by a graphics processor: %s", why)


class AssistedChild:
    """An `EmbeddingWorker`: a child that prepares files for the device while that is awake, and else hears them."""

    def __init__(self, child: EmbeddingProcess, device: DeviceHearing) -> None:
        """Two of them may share a child: it prepares a file of the one while the device hears that of the other."""
        self._child = child
        self._device = device

    def workers_for(self, _waiting: int, /) -> Sequence[EmbeddingWorker]:
        """See `EmbeddingWorker`."""
        return (self,)

    def identify(self, path: Path) -> Identity:
        """See `EmbeddingWorker`."""
        return self._child.identify_to_prepare(path) if self._device.awake else self._child.identify(path)

    def hear(self, path: Path) -> HeardSound:
        """See `EmbeddingWorker`."""
        if self._device.awake:
            prepared = self._child.prepare(path)
            if (heard := self._heard([prepared.vector])) is not None:
                return replace(prepared, vector=heard[0])
        return self._child.hear(path)

    def hear_windows(self, path: Path, starts: Sequence[float], seconds: float) -> Vectors:
        """See `EmbeddingWorker`."""
        if self._device.awake:
            prepared = self._child.prepare_windows(path, starts, seconds)
            if (heard := self._heard_windows(prepared)) is not None:
                return heard
        return self._child.hear_windows(path, starts, seconds)

    def embed_part(self, path: Path, start: float, end: float | None) -> Vectors:
        """See `EmbeddingWorker`."""
        return self._child.embed_part(path, start, end)

    def hear_worsened(self, path: Path, seconds: float) -> dict[str, Vectors]:
        """See `EmbeddingWorker`."""
        return self._child.hear_worsened(path, seconds)

    def measurers_for(self, _waiting: int, /) -> Sequence[EmbeddingWorker]:
        """See `EmbeddingWorker`."""
        return (self,)

    def measure_quality(self, path: Path, wanted: Wanted) -> SoundQuality:
        """See `EmbeddingWorker`."""
        return self._child.measure_quality(path, wanted)

    def analyse_music(self, path: Path, wanted: Wanted) -> Musical:
        """See `EmbeddingWorker`."""
        return self._child.analyse_music(path, wanted)

    def embed_text(self, texts: Sequence[str]) -> Vectors:
        """See `EmbeddingWorker`."""
        return self._child.embed_text(texts)

    def embed_samples(self, sounds: Sequence[Samples]) -> Vectors:
        """See `EmbeddingWorker`."""
        return self._child.embed_samples(sounds)

    def close(self) -> None:
        """See `EmbeddingWorker`."""
        self._child.close()

    def _heard_windows(self, prepared: Vectors) -> Vectors | None:
        audible = np.isfinite(prepared).all(axis=1)
        vectors = np.full((len(prepared), self._device.dimension), np.nan, dtype=np.float32)
        if audible.any():
            heard = self._heard(list(prepared[audible]))
            if heard is None:
                return None
            vectors[audible] = heard
        return vectors

    def _heard(self, prepared: Sequence[Vectors]) -> Vectors | None:
        """None where the device is lost, or gives what is no number, as half precision may where float32 does not."""
        try:
            heard = self._device.hear(prepared)
        except DeviceLostError:
            return None
        return heard if np.isfinite(heard).all() else None
