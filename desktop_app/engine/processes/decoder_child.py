"""What runs in the decoder child: auditions in one lane, waveforms in another. No network is ever loaded here."""

from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.metadata import Metadata
from desktop_app.engine.decoding.audio import describe, export_region, read_region, stamp_of
from desktop_app.engine.decoding.audio_file import AudioFile
from desktop_app.engine.decoding.peaks import overview, peaks
from desktop_app.engine.decoding.sound_errors import UnreadableSoundError, parser_errors
from desktop_app.engine.decoding.spectrogram import spectrogram
from desktop_app.engine.measuring.loudness import measure
from desktop_app.engine.processes.decoder_work import (
    AUDITION,
    BACKGROUND,
    DecoderWork,
    Describe,
    ExportRegion,
    MeasureBeginning,
    MeasureLoudness,
    Overview,
    Picture,
    ReadDetail,
    ReadRegion,
    ReadTexts,
    ShowSpectrum,
    Waveform,
)
from desktop_app.engine.processes.listener import Beat
from desktop_app.engine.processes.worker_child import Lanes, Perform, limit_memory, load_function


def main(connection: Connection, lanes: str, stall_seconds: float, memory_bytes: int) -> None:
    """Runs until the parent goes away. `lanes` names a function that makes what does the work."""
    makers: dict[str, Perform] = load_function(lanes)()
    limit_memory(memory_bytes)
    Lanes(connection, makers, stall_seconds=stall_seconds, known=(UnreadableSoundError,)).serve()


def make_lanes() -> dict[str, Perform]:
    """Two lanes, so that an audition never waits for a waveform."""
    return {AUDITION: Auditions().perform, BACKGROUND: Auditions().perform}


class Auditions:
    """Does what a `DecoderWork` says; keeps the last file open, so that a region that goes on needs no new start."""

    def __init__(self) -> None:
        self._open: tuple[object, AudioFile] | None = None

    def perform(self, work: DecoderWork, beat: Beat) -> object:
        """Raises `UnreadableSoundError`."""
        if isinstance(work, ReadRegion):
            return self._read(work, beat)
        self._release()
        if isinstance(work, Picture):
            return draw(work, lambda: beat(None))
        if isinstance(work, MeasureBeginning):
            return measure(work.path, seconds=work.seconds, progress=lambda: beat(None))
        if isinstance(work, ReadTexts):
            return _texts(work.path)
        if isinstance(work, Describe):
            return describe(work.path, progress=lambda: beat(None))
        if isinstance(work, ExportRegion):
            return export_region(
                work.path, work.start, work.frames, work.target, replaced=work.replaced, progress=lambda: beat(None)
            )
        return None

    def _read(self, work: ReadRegion, beat: Beat) -> tuple[NDArray[np.float32], int]:
        key = (work.path, stamp_of(work.path))
        if self._open is None or self._open[0] != key:
            self._release()
            self._open = (key, AudioFile(work.path))
        file = self._open[1]
        try:
            for _ in file.seek(work.start):
                beat(None)
            return file.read(work.frames), file.sample_rate
        except UnreadableSoundError:
            self._release()
            raise

    def _release(self) -> None:
        if self._open is not None:
            self._open[1].close()
            self._open = None


def _texts(path: Path) -> Metadata:
    """Raises `UnreadableSoundError`; also for whatever a parser makes of a file that nobody expected."""
    # Imported here: who listens to a sound has no need of it.
    from desktop_app.library.metadata.reading import read_metadata

    with parser_errors():
        return read_metadata(path)


def draw(work: Picture, progress: Callable[[], None]) -> object:
    """What the work says; see `decoder_work`. Raises `UnreadableSoundError`."""
    match work:
        case Waveform(path):
            return peaks(path, progress)
        case Overview(path, frames):
            return overview(path, frames, progress)
        case ReadDetail(path, start, frames):
            return read_region(path, start, frames, progress=progress)
        case ShowSpectrum(path, start, frames, columns):
            return spectrogram(path, start, frames, columns, progress)
        case MeasureLoudness(path):
            return measure(path, progress=progress)
