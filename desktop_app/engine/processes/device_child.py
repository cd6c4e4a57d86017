"""What runs in the process that has the device: it hears what the front end of other processes made of sounds.

It opens no files of anybody's and so needs none of their limits.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property
from multiprocessing.connection import Connection
from typing import Final

from desktop_app.core.vector_index import Vectors
from desktop_app.engine.clap.clap_checkpoint import MelParameters, read_checkpoint
from desktop_app.engine.clap.clap_towers import HearingTower
from desktop_app.engine.clap.device_record import DeviceFinding, known_device, record_device
from desktop_app.engine.clap.log_mel import ClapInput
from desktop_app.engine.embedders.embedder import EmbedderError, EmbedderSpec
from desktop_app.engine.processes.device_work import LANE, HearPrepared, LoadDevice
from desktop_app.engine.processes.signs_of_life import told_while_working
from desktop_app.engine.processes.worker_child import Lanes, step_back

_STALL_SECONDS: Final = 60.0
"""A device that takes longer for a batch hangs."""
_LOAD_SECONDS: Final = 600.0
"""Looking what a device is worth, on a slow one."""

Look = Callable[[EmbedderSpec], DeviceFinding]
Load = Callable[[EmbedderSpec, DeviceFinding], HearingTower]


def main(connection: Connection, spec: EmbedderSpec) -> None:
    """Runs until the parent goes away."""
    serve(connection, spec, _look, _load)


def serve(connection: Connection, spec: EmbedderSpec, look: Look, load: Load) -> None:
    """The same; `look` is asked what this machine has, where that is not known, and `load` makes the network ready."""
    step_back()
    work = _Work(spec, look, load)
    Lanes(connection, {LANE: work.perform}, stall_seconds=_STALL_SECONDS, known=(EmbedderError,)).serve()


# Importing torch takes seconds, and all of it is in vain where it is known that there is no device.


def _look(spec: EmbedderSpec) -> DeviceFinding:
    from desktop_app.engine.clap.device_choice import look_here

    return look_here(spec)


def _load(spec: EmbedderSpec, finding: DeviceFinding) -> HearingTower:
    from desktop_app.engine.clap.device_choice import load_device_tower

    return load_device_tower(spec, finding)


class _Work:
    def __init__(self, spec: EmbedderSpec, look: Look, load: Load) -> None:
        self._spec = spec
        self._look = look
        self._load_tower = load
        self._tower: HearingTower | None = None

    @cached_property
    def _mel(self) -> MelParameters:
        return read_checkpoint(self._spec.folder).mel

    def perform(self, work: LoadDevice | HearPrepared, beat: Callable[[float | None], None]) -> object:
        if isinstance(work, LoadDevice):
            with told_while_working(beat, _LOAD_SECONDS):
                return self._load()
        if self._tower is None:  # the process before this one ended, being idle
            with told_while_working(beat, _LOAD_SECONDS):
                self._load()
            beat(_STALL_SECONDS)
        return self._hear(work.sounds)

    def _load(self) -> DeviceFinding:
        finding = known_device(self._spec)
        if finding is None:
            finding = self._look(self._spec)
            with suppress(OSError):  # it is found out again the next time
                record_device(self._spec, finding)
        if finding.serves and self._tower is None:
            self._tower = self._load_tower(self._spec, finding)
        return finding

    def _hear(self, sounds: Sequence[Vectors]) -> Vectors:
        if self._tower is None:
            raise EmbedderError("The graphics processor that served before is no longer there.")
        mel = self._mel
        heard = [sound.reshape(-1, mel.frames, mel.mel_bins) for sound in sounds]
        return self._tower.hear_together([ClapInput(frames, len(frames) > 1) for frames in heard])
