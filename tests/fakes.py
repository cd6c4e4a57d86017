"""Embedders for tests: small, quick, without torch, and importable by name so that a spawned child can load them."""

import hashlib
import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from desktop_app.core.sound import Samples
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.embedders.embedder import Embedder, EmbedderError, EmbedderSpec, SoundStream

DIMENSION: Final = 8
SAMPLE_RATE: Final = 16_000

HANGS: Final = 0.25
ABORTS: Final = 0.375
EATS_MEMORY: Final = 0.5
RAISES: Final = 0.625
IS_SLOW: Final = 0.75
"""The level of a sound that never changes, at which a `TroubledEmbedder` does what the name says."""

SLOW_SECONDS: Final = 1.5


def fake_spec(folder: Path = Path("nowhere")) -> EmbedderSpec:
    """A spec that fits both fakes."""
    return EmbedderSpec("fake", "starter", folder, "fake/1", SAMPLE_RATE, DIMENSION)


class FakeEmbedder:
    """Sounds become statistics of their samples, texts become numbers from a hash of theirs; all of unit length."""

    embedder_id = "fake/1"
    dimension = DIMENSION
    sample_rate = SAMPLE_RATE

    def embed_audio(self, sounds: Sequence[Samples]) -> Vectors:
        """Sounds -> [n, 8]; equal samples give equal vectors."""
        return np.stack([_unit(_statistics(sound)) for sound in sounds]) if sounds else self._none()

    def embed_stream(self, sound: SoundStream) -> Vectors:
        """A sound -> [8]; holds all of it, as the tests' sounds are short."""
        return self.embed_audio([np.concatenate(list(sound))])[0]

    def embed_text(self, texts: Sequence[str]) -> Vectors:
        """Texts -> [n, 8]."""
        return np.stack([_unit(_hashed(text)) for text in texts]) if texts else self._none()

    def _none(self) -> Vectors:
        return np.empty((0, DIMENSION), dtype=np.float32)


class TroubledEmbedder(FakeEmbedder):
    """Does what a bad file may make a network do, when it hears a sound of constant level (or reads "abort")."""

    def __init__(self, folder: Path = Path("nowhere")) -> None:
        """In `folder`, where there is one, a file `hearing` appears when a sound is being heard."""
        self._folder = folder
        self.between_passes: Callable[[], None] | None = None

    def embed_audio(self, sounds: Sequence[Samples]) -> Vectors:
        """As the fake does, unless the sound is one of the levels of trouble."""
        if self._folder.is_dir():
            (self._folder / "hearing").touch()
        for sound in sounds:
            self._suffer(float(np.round(sound[0], 3)) if np.ptp(sound) == 0 else 0.0)
        return super().embed_audio(sounds)

    def embed_text(self, texts: Sequence[str]) -> Vectors:
        """As the fake does, unless the text is "abort"."""
        if "abort" in texts:
            os.abort()
        return super().embed_text(texts)

    def _suffer(self, level: float) -> None:
        if level == HANGS:
            threading.Event().wait()
        if level == ABORTS:
            os.abort()
        if level == EATS_MEMORY:
            eat_memory()
        if level == RAISES:
            raise ZeroDivisionError("a fault in the network")
        if level == IS_SLOW:
            self._be_slow()

    def _be_slow(self) -> None:
        """Several passes of 10 ms; others may come in between them."""
        end = time.monotonic() + SLOW_SECONDS
        while time.monotonic() < end:
            time.sleep(0.01)
            if self.between_passes is not None:
                self.between_passes()


def eat_memory() -> None:
    """Take memory until there is none left."""
    eaten = []
    while True:
        eaten.append(np.empty(1 << 23, dtype=np.float64))  # taken, but not filled: that is quick


def load_fake(spec: EmbedderSpec) -> Embedder:
    """A loader for `EmbeddingProcess`."""
    return FakeEmbedder()


def load_troubled(spec: EmbedderSpec) -> Embedder:
    """A loader of a network that bad sounds can break."""
    return TroubledEmbedder(spec.folder)


def load_nothing(spec: EmbedderSpec) -> Embedder:
    """A loader that finds no weights."""
    raise EmbedderError("The weights of this embedder are missing; download it again.")


def load_never(spec: EmbedderSpec) -> Embedder:
    """A loader that never comes back."""
    threading.Event().wait()
    raise AssertionError("nobody sets this event")


def _statistics(sound: Samples) -> Vectors:
    wide = sound.astype(np.float64)
    steps = np.diff(wide) if len(wide) > 1 else np.zeros(1)
    return np.array(
        [
            wide.mean(),
            wide.std(),
            np.abs(wide).max(),
            np.abs(steps).mean(),
            (np.sign(wide[:-1]) != np.sign(wide[1:])).mean() if len(wide) > 1 else 0.0,
            (wide**3).mean(),
            np.log10(len(wide)) / 10,
            0.1,
        ]
    ).astype(np.float32)


def _hashed(text: str) -> Vectors:
    digest = hashlib.blake2b(text.encode(), digest_size=DIMENSION).digest()
    return np.frombuffer(digest, dtype=np.uint8).astype(np.float32) - 127.5


def _unit(vector: Vectors) -> Vectors:
    unit: Vectors = (vector / np.linalg.norm(vector)).astype(np.float32)
    return unit


def make_telltale_lanes() -> dict[str, Callable[[object, object], object]]:
    """Lanes of the real decoder child that answer with the names of all modules that are loaded there."""
    from desktop_app.engine.processes.decoder_child import make_lanes

    return {lane: lambda work, beat: sorted(sys.modules) for lane in make_lanes()}


def make_troubled_lanes() -> dict[str, Callable[[object, object], object]]:
    """Lanes that crash, hang or eat memory over files whose name says so, and otherwise do the real work."""
    from desktop_app.engine.processes.decoder_child import make_lanes

    def troubled(perform: Callable[[object, object], object]) -> Callable[[object, object], object]:
        def do(work: object, beat: object) -> object:
            name = getattr(work, "path", Path("none")).name
            if "abort" in name:
                os.abort()
            if "hang" in name:
                threading.Event().wait()
            if "memory" in name:
                eat_memory()
            return perform(work, beat)

        return do

    return {lane: troubled(perform) for lane, perform in make_lanes().items()}
