"""What the process that has the device runs in tests: torch's processor stands in for the device, or plain numbers do,
which take no torch to load. Importable by name, so that a spawned process can run them.
"""

import os
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

import numpy as np

from desktop_app.core.vector_index import Vectors
from desktop_app.engine.clap.device_record import NO_DEVICE, DeviceFinding
from desktop_app.engine.clap.log_mel import ClapInput
from desktop_app.engine.embedders.embedder import EmbedderError, EmbedderSpec
from desktop_app.engine.processes import device_child

PAYS: Final = DeviceFinding(device="cpu", title="The stand-in")
DIMENSION: Final = 32


class Numbers:
    """Sounds become numbers of their frames. Notes in `folder` how many it was given at once, and hears nothing while
    there is a file `wait` in it.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0

    def hear_together(self, sounds: Sequence[ClapInput]) -> Vectors:
        """See `numbers_of`."""
        self._count += 1
        (self._folder / f"heard {self._count} {len(sounds)}").touch()
        while (self._folder / "wait").exists():
            time.sleep(0.01)
        return np.stack([numbers_of(sound.frames) for sound in sounds])


class Fatal:
    """A driver that takes its process along."""

    def hear_together(self, sounds: Sequence[ClapInput]) -> Vectors:
        """Does not come back."""
        os.abort()


class Senseless:
    """A device that gives what is no number."""

    def hear_together(self, sounds: Sequence[ClapInput]) -> Vectors:
        """NaN for every sound."""
        return np.full((len(sounds), DIMENSION), np.nan, dtype=np.float32)


def numbers_of(frames: Vectors) -> Vectors:
    """What `Numbers` makes of the frames of a sound, however they are shaped."""
    return frames.ravel()[:: frames.size // DIMENSION][:DIMENSION]


def processor(connection: Connection, spec: EmbedderSpec) -> None:
    """Torch's processor is the device."""
    from desktop_app.engine.clap.device_choice import load_device_tower

    device_child.serve(connection, spec, lambda _: PAYS, load_device_tower)


def numbers(connection: Connection, spec: EmbedderSpec) -> None:
    """A device that gives numbers, and leaves its notes beside the checkpoint's folder."""
    device_child.serve(connection, spec, lambda _: PAYS, lambda spec, _: Numbers(spec.folder.parent))


def fatal(connection: Connection, spec: EmbedderSpec) -> None:
    """A device that dies over the first sound."""
    device_child.serve(connection, spec, lambda _: PAYS, lambda *_: Fatal())


def senseless(connection: Connection, spec: EmbedderSpec) -> None:
    """A device that gives what is no number."""
    device_child.serve(connection, spec, lambda _: PAYS, lambda *_: Senseless())


def none(connection: Connection, spec: EmbedderSpec) -> None:
    """There is no device."""
    device_child.serve(connection, spec, lambda _: NO_DEVICE, lambda *_: Fatal())


def full(connection: Connection, spec: EmbedderSpec) -> None:
    """A device that others have filled."""

    def load(_spec: EmbedderSpec, _finding: DeviceFinding) -> Fatal:
        raise EmbedderError("It has no memory left.")

    device_child.serve(connection, spec, lambda _: PAYS, load)
