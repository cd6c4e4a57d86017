"""What runs in the embedding child: one lane listens to files, another answers texts."""

from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final

from desktop_app.core.sound import Samples
from desktop_app.engine.audio import SilentSoundError, UnreadableSoundError
from desktop_app.engine.embedder import EmbedderError, EmbedderSpec
from desktop_app.engine.listener import Beat, Listener
from desktop_app.engine.worker_child import Lanes, lift_memory_limit, limit_memory, load_function, prepare

FILES: Final = "files"
TEXTS: Final = "texts"


@dataclass(frozen=True, slots=True)
class Identify:
    """Find out what audio a file holds."""

    path: Path


@dataclass(frozen=True, slots=True)
class Hear:
    """Decode a file and embed it."""

    path: Path


@dataclass(frozen=True, slots=True)
class EmbedText:
    """Embed texts."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EmbedSamples:
    """Embed mono sounds at 48 kHz."""

    sounds: tuple[Samples, ...]


@dataclass(frozen=True, slots=True)
class EmbeddingChildSettings:
    """How the child is to work."""

    spec: EmbedderSpec
    loader: str
    """ "package.module:function" that makes an `Embedder` of the spec."""
    stall_seconds: float
    load_seconds: float
    memory_bytes: int


def main(connection: Connection, errors: Connection, settings: EmbeddingChildSettings) -> None:
    """Runs until the parent goes away."""
    prepare(errors, low_priority=True)
    load = load_function(settings.loader)
    listener = Listener(
        lambda: load(settings.spec),
        load_seconds=settings.load_seconds,
        loading=lift_memory_limit,
        loaded=lambda: limit_memory(settings.memory_bytes),
    )
    limit_memory(settings.memory_bytes)
    lanes = {
        FILES: lambda work, beat: _do_file(listener, work, beat),
        TEXTS: lambda work, beat: listener.embed_text(work.texts, beat),
    }
    known = (UnreadableSoundError, SilentSoundError, EmbedderError)
    Lanes(connection, lanes, stall_seconds=settings.stall_seconds, known=known).serve()


def _do_file(listener: Listener, work: Identify | Hear | EmbedSamples, beat: Beat) -> object:
    if isinstance(work, Identify):
        return listener.identify(work.path, beat)
    if isinstance(work, Hear):
        return listener.hear(work.path, beat)
    return listener.embed_samples(work.sounds, beat)
