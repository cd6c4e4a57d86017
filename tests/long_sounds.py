"""Long sound files that take no room, WAVs full of holes with tones in a few places; and what hears and weighs them."""

import struct
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.sound import Samples
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.clap.clap_checkpoint import MelParameters
from desktop_app.engine.clap.log_mel import ClapInput, LogMel
from desktop_app.engine.embedders.embedder import SoundStream

_UNKNOWN: Final = 0xFFFFFFFF
"""What RF64 writes where 32 bits do not do (EBU Tech 3306)."""


def sparse_wav(
    path: Path, *, seconds: float, rate: int, channels: int, tones: Sequence[float], claimed: float | None = None
) -> Path:
    """A 16 bit RF64 file of so many seconds, silent but for half a second of noise and tone at each of `tones`.

    `claimed`: the seconds that its header speaks of.
    """
    frame, frames = 2 * channels, round(seconds * rate)
    size = (frames if claimed is None else round(claimed * rate)) * frame
    layout = struct.pack("<HHIIHH", 1, channels, rate, rate * frame, frame, 16)
    sizes = struct.pack("<QQQI", size + 72, size, size // frame, 0)
    header = b"RF64" + struct.pack("<I", _UNKNOWN) + b"WAVEds64" + struct.pack("<I", len(sizes)) + sizes
    header += b"fmt " + struct.pack("<I", len(layout)) + layout + b"data" + struct.pack("<I", _UNKNOWN)
    with path.open("wb") as file:
        file.write(header)
        for number, at in enumerate(tones):
            file.seek(len(header) + round(at * rate) * frame)
            file.write(_sound(rate, channels, number).tobytes())
        file.truncate(len(header) + frames * frame)
    return path


def peak_memory() -> int:
    """The most bytes that this process has had in memory (Linux). What `getrusage` says begins with the parent's."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:"))
    return 1024 * int(kilobytes)


class FrontEndOnly:
    """CLAP's front end without a network behind it: an embedding says what the network would have heard."""

    embedder_id = "front-end/1"
    dimension = 4 * 64
    sample_rate = 48_000

    def __init__(self) -> None:
        self._log_mel = LogMel(MelParameters(48_000, 480_000, 1024, 480, 64, 50.0, 14_000.0, True))

    def embed_audio(self, sounds: Sequence[Samples]) -> Vectors:
        """Sounds -> [n, 256]."""
        return np.stack([_embedding(self._log_mel(sound)) for sound in sounds])

    def embed_stream(self, sound: SoundStream) -> Vectors:
        """A sound that goes by -> [256]."""
        return _embedding(self._log_mel.of_stream(sound))

    def embed_text(self, texts: Sequence[str]) -> Vectors:
        """Texts -> [n, 256]."""
        return np.full((len(texts), self.dimension), 1 / 16, dtype=np.float32)


def _embedding(heard: ClapInput) -> Vectors:
    means = heard.frames.mean(axis=1)
    embedding: Vectors = np.resize(means, (4, 64)).ravel() / np.float32(1000)
    return embedding


def _sound(rate: int, channels: int, seed: int) -> NDArray[np.int16]:
    generator = np.random.default_rng(seed)
    time = np.arange(rate // 2)[:, None] / rate
    tone = np.sin(2 * np.pi * (300 + 100 * seed) * time)
    return (8000 * tone + 2000 * generator.standard_normal((rate // 2, channels)).clip(-3, 3)).astype(np.int16)
