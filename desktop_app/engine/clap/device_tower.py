"""CLAP's network that hears, in torch on a device that takes many sounds at once: a graphics processor.

Texts are read on the processor: one at a time, that is as quick, and needs no device to be woken.
"""

import copy
import logging
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import torch

from desktop_app.core.vector_index import Vectors
from desktop_app.engine.clap.log_mel import ClapInput
from desktop_app.engine.embedders.embedder import EmbedderError

MOST_TOGETHER: Final = 32
"""Sounds in a batch: more hardly make one of them quicker, and take memory that others want, too."""
NO_MEMORY: Final = "{} has no memory left, not even for one sound: close other programs that use it."
_log = logging.getLogger(__name__)


class DeviceFullError(EmbedderError):
    """The device has no memory for a single sound; the message is a sentence."""


class DeviceTower:
    """A checkpoint's network that hears, on a device; implements `HearingTower`.

    The same sounds in the same order give the same bits. Other neighbours in a batch, and batches of other sizes, may
    move the last of them: no more than the precision allows that was checked.
    """

    def __init__(
        self, network: Any, device: torch.device, *, reduced: torch.dtype | None = None, most: int = MOST_TOGETHER
    ) -> None:
        """A copy of the hearing half of transformers' `ClapModel` goes to the device. `reduced`: what torch may compute
        in where it thinks that this does little harm; None: all in float32. At `most` so many sounds go together.
        """
        # Unsaid, convolutions on NVIDIA's are computed with 10 bits behind the point.
        torch.backends.cudnn.allow_tf32 = False
        torch.set_float32_matmul_precision("highest")
        self.device = device
        self.reduced = reduced
        self.most = most
        """Becomes less when the device has no memory for so many."""
        self._tower = copy.deepcopy(network.audio_model).to(device)
        self._projection = copy.deepcopy(network.audio_projection).to(device)

    def hear_together(self, sounds: Sequence[ClapInput]) -> Vectors:
        """See `HearingTower`. Raises DeviceFullError."""
        rows: dict[int, Vectors] = {}
        for longer in (False, True):  # they differ in size
            alike = [number for number, sound in enumerate(sounds) if sound.is_longer == longer]
            while alike:
                batch = alike[: self.most]
                vectors = self._hear_alike([sounds[number] for number in batch])
                rows.update(zip(batch, vectors, strict=False))
                alike = alike[len(vectors) :]
        return np.stack([rows[number] for number in range(len(sounds))])

    def _hear_alike(self, sounds: Sequence[ClapInput]) -> Vectors:
        """The embeddings of the first of these sounds, as many as there is memory for."""
        while True:
            try:
                return self._run(sounds[: self.most])
            except RuntimeError as error:
                if not is_out_of_memory(error):
                    raise
            # Behind the handler: what it holds of the failed attempt would keep the device's memory.
            self._free()
            size = self._size(len(sounds[: self.most]))
            if size == 1:
                raise DeviceFullError(NO_MEMORY.format(title_of(self.device)))
            self.most = size // 2
            _log.warning(
                "%s has little memory left: it is given %d sounds at once now", title_of(self.device), self.most
            )

    @torch.inference_mode()
    def _run(self, sounds: Sequence[ClapInput]) -> Vectors:
        size = self._size(len(sounds))
        frames = np.zeros((size, *sounds[0].frames.shape), dtype=np.float32)
        for row, sound in zip(frames, sounds, strict=False):
            row[:] = sound.frames
        longer = torch.full((size, 1), sounds[0].is_longer, device=self.device)
        with torch.autocast(self.device.type, dtype=self.reduced, enabled=self.reduced is not None):
            features = torch.from_numpy(frames).to(self.device)
            heard = self._tower(input_features=features, is_longer=longer).pooler_output
            projected = self._projection(heard)
        vectors: Vectors = torch.nn.functional.normalize(projected.float(), dim=-1).cpu().numpy()
        return vectors[: len(sounds)]

    def _size(self, sounds: int) -> int:
        """That of a batch of so many, filled up with silence: devices prepare for each size that they meet."""
        return min(self.most, 1 << (sounds - 1).bit_length())

    def _free(self) -> None:
        """Give the memory back that torch keeps for later."""
        if self.device.type == "cuda":
            torch.cuda.empty_cache()
        elif self.device.type == "mps":
            torch.mps.empty_cache()


def found_device() -> torch.device | None:
    """The graphics processor that torch can use here; None where there is none."""
    if torch.cuda.is_available():  # AMD's as well, where torch was built for them
        return torch.device("cuda")
    return torch.device("mps") if torch.backends.mps.is_available() else None


def title_of(device: torch.device) -> str:
    """What a person calls it."""
    if device.type == "cuda":
        return str(torch.cuda.get_device_name(device))
    return "Apple's graphics processor" if device.type == "mps" else f"The device {device}"


def is_out_of_memory(error: Exception) -> bool:
    """Whether torch says by this that a device has no memory left."""
    return isinstance(error, torch.OutOfMemoryError) or "out of memory" in str(error)  # Apple's says so in words only
