"""Several embedding children that hear sounds at the same time, each on one core, as one worker.

Children that each hear a whole sound beat one that hears with several threads, and a chain of stages: nothing waits for
another, and the same sound gives the same bits however many there are.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import psutil

from desktop_app.core.musical import Musical
from desktop_app.core.sound import Samples
from desktop_app.core.sound_quality import SoundQuality
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.decoding.heard_sound import HeardSound, Identity
from desktop_app.engine.processes.device_hearing import SOUNDS_FOR_DEVICE, AssistedChild, DeviceHearing
from desktop_app.engine.processes.embedding_process import EmbeddingProcess
from desktop_app.engine.processes.embedding_worker import EmbeddingWorker, Wanted

SOUNDS_A_CHILD: Final = 16
"""A further child is started when so many sounds wait for each: starting one takes as long as hearing some."""
IDLE_SECONDS: Final = 60.0
"""After so long without a sound a child ends, except for the first, which is to answer texts at once."""
_CHILD_BYTES: Final = 400 << 20
"""What a child takes at least that hears with a large network."""
_MEASURER_BYTES: Final = 200 << 20
"""What a child takes that measures and has no network."""
_SPARE_BYTES: Final = 1 << 30
"""What further children leave to everything else."""


class EmbeddingPool:
    """An `EmbeddingWorker` whose first child does what is asked of it directly; all of them hear what waits."""

    def __init__(
        self,
        make_child: Callable[[float | None], EmbeddingProcess],
        most: int,
        *,
        device: DeviceHearing | None = None,
        free_bytes: Callable[[], int] = lambda: int(psutil.virtual_memory().available),
    ) -> None:
        """`make_child` makes one that ends after so many idle seconds (None: never); at `most` so many hear. They may
        have a `device` hear what they prepare; it is closed with them.
        """
        self._children = [make_child(IDLE_SECONDS if number else None) for number in range(max(1, most))]
        self._device = device
        self._assisted = {} if device is None else {id(child): _pair(child, device) for child in self._children}
        self._free_bytes = free_bytes

    @property
    def pids(self) -> list[int]:
        """The process ids of the children that run, the first one's first."""
        return [child.pid for child in self._children if child.pid is not None]

    def workers_for(self, waiting: int, /) -> Sequence[EmbeddingWorker]:
        """The first child, and further ones when there is enough to do for them and enough memory.

        Before the first has its network none is started: it shows what one takes, and perhaps prepares files for all.
        With a device that is awake, each of them is there twice.
        """
        children = self._hearing_children(waiting)
        if self._device is None:
            return children
        if waiting >= SOUNDS_FOR_DEVICE and self._children[0].has_network:
            self._device.wake()
        pairs = [self._assisted[id(child)] for child in children]
        firsts = [first for first, _ in pairs]
        return [*firsts, *(second for _, second in pairs)] if self._device.awake else firsts

    def measurers_for(self, waiting: int, /) -> Sequence[EmbeddingWorker]:
        """See `EmbeddingWorker`; the children, as many as there is enough to do and enough memory for."""
        return self._children_for(waiting, _MEASURER_BYTES)

    def _hearing_children(self, waiting: int) -> list[EmbeddingProcess]:
        first = self._children[0]
        if not first.has_network:
            return [first]
        # The smallest, because one that prepared files for all has taken much more than the others will.
        taken = [_resident(child) for child in self._children if child.has_network]
        return self._children_for(waiting, max(_CHILD_BYTES, min(taken, default=0)))

    def _children_for(self, waiting: int, each: int) -> list[EmbeddingProcess]:
        """The first child, and further ones that take so many bytes `each`."""
        first, *further = self._children
        # What those that were just started have not taken yet, they are going to take.
        promised = sum(max(0, each - _resident(child)) for child in further if child.pid is not None)
        room = self._free_bytes() - _SPARE_BYTES - promised
        workers = [first]
        for number, child in enumerate(further, start=2):
            if child.pid is None:
                if waiting < number * SOUNDS_A_CHILD or room < each:
                    continue
                room -= each
            if waiting >= number:
                workers.append(child)
        return workers

    def identify(self, path: Path) -> Identity:
        """See `EmbeddingWorker`."""
        return self._children[0].identify(path)

    def hear(self, path: Path) -> HeardSound:
        """See `EmbeddingWorker`."""
        return self._children[0].hear(path)

    def embed_part(self, path: Path, start: float, end: float | None) -> Vectors:
        """See `EmbeddingWorker`."""
        return self._children[0].embed_part(path, start, end)

    def embed_text(self, texts: Sequence[str]) -> Vectors:
        """See `EmbeddingWorker`."""
        return self._children[0].embed_text(texts)

    def embed_samples(self, sounds: Sequence[Samples]) -> Vectors:
        """See `EmbeddingWorker`."""
        return self._children[0].embed_samples(sounds)

    def hear_windows(self, path: Path, starts: Sequence[float], seconds: float) -> Vectors:
        """See `EmbeddingWorker`."""
        return self._children[0].hear_windows(path, starts, seconds)

    def hear_worsened(self, path: Path, seconds: float) -> dict[str, Vectors]:
        """See `EmbeddingWorker`."""
        return self._children[0].hear_worsened(path, seconds)

    def measure_quality(self, path: Path, wanted: Wanted) -> SoundQuality:
        """See `EmbeddingWorker`."""
        return self._children[0].measure_quality(path, wanted)

    def analyse_music(self, path: Path, wanted: Wanted) -> Musical:
        """See `EmbeddingWorker`."""
        return self._children[0].analyse_music(path, wanted)

    def close(self) -> None:
        """See `EmbeddingWorker`."""
        if self._device is not None:
            self._device.close()
        for child in self._children:
            child.close()


def _pair(child: EmbeddingProcess, device: DeviceHearing) -> tuple[AssistedChild, AssistedChild]:
    return AssistedChild(child, device), AssistedChild(child, device)


def _resident(child: EmbeddingProcess) -> int:
    """The memory that a child takes, in bytes; 0 when it does not run."""
    try:
        return 0 if child.pid is None else int(psutil.Process(child.pid).memory_info().rss)
    except psutil.Error:
        return 0
