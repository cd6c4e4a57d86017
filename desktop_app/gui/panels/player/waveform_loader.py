"""Finds the waveform of the chosen sound: what is already known at once, the rest from the decoder child.

A short sound is read whole, so that even a click of some milliseconds is drawn from its samples. Of a longer one the
peaks are asked for and kept in the cache; until they come, a quick overview stands in. Answers come on the decoder's
threads and cross over by a signal; an answer for a sound that is no longer the chosen one is dropped by its number.
"""

import logging
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from PySide6.QtCore import QObject, QThreadPool, Signal

from desktop_app.core.sound import AudioFormat, Sound
from desktop_app.engine.decoding.peaks import FULL_LEVEL, Peaks
from desktop_app.engine.decoding.sound_errors import UnreadableSoundError
from desktop_app.engine.processes.decoder_process import Decoder, Ticket
from desktop_app.engine.processes.decoder_work import DecoderWork, Overview, ReadDetail, Waveform
from desktop_app.gui.models.sound_rows import thumbnail_of
from desktop_app.gui.panels.player.sound_shape import LevelShape, SampleShape, Shape
from desktop_app.gui.relay import Relay
from desktop_app.gui.retelling import retold_error
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.library.tables.cache import Cache

log = logging.getLogger(__name__)

SHORT_FRAMES: Final = 400_000
"""Up to this many frames (8 s at 48 kHz) a sound is read whole: 256 samples a point would be too coarse for it."""
SHORT_SAMPLES: Final = 1_000_000
"""Frames times channels of a sound that is read whole, at most (4 MB)."""


@dataclass(frozen=True, slots=True)
class SoundShape:
    """What a sound looks like."""

    shape: Shape
    seconds: float
    """The sound's length; 0 when it is not known yet."""
    rate: int
    """Hz of the file; 0 when it is not known yet."""


class WaveformLoader(QObject):
    """Loads one waveform at a time."""

    sketched = Signal(object)
    """A first look at the sound asked for last, as a `SoundShape`; the whole waveform follows."""
    loaded = Signal(object)
    """The whole waveform of the sound asked for last, as a `SoundShape`."""
    failed = Signal(str)
    """A sentence saying why there is none."""

    def __init__(self, cache: Cache, decoder: Decoder, parent: QObject | None = None) -> None:
        """Peaks are kept in `cache`; `decoder` is asked for what is not there."""
        super().__init__(parent)
        self._cache = cache
        self._decoder = decoder
        self._number = 0
        self._tickets: list[Ticket] = []
        self._content_id: bytes | None = None
        self._relay = Relay()
        self._relay.answered.connect(self._take)
        self._savers = QThreadPool(self)
        self._savers.setMaxThreadCount(1)

    @property
    def loading(self) -> bool:
        """Whether `loaded` or `failed` is still to come."""
        return bool(self._tickets)

    def load(self, sound: Sound) -> SoundShape | None:
        """Start loading; returns what can be drawn until `loaded` or `failed` comes, None where nothing is known."""
        self.cancel()
        self._content_id = sound.content_id
        audio = sound.format
        if audio is not None and _is_short(audio):
            self._ask(ReadDetail(sound.path, 0, audio.frames))
            return self._thumbnail(sound)
        stored = self._stored_peaks(sound.content_id)
        if stored is not None:
            return stored
        if audio is not None:
            self._ask(Overview(sound.path, audio.frames))
        self._ask(Waveform(sound.path))
        return self._thumbnail(sound)

    def cancel(self) -> None:
        """Forget the running requests; an answer, should it still come, is dropped."""
        self._number += 1
        for ticket in self._tickets:
            ticket.cancel()
        self._tickets = []

    def close(self) -> None:
        """Forget the running requests and wait until the last peaks are saved."""
        self.cancel()
        self._savers.waitForDone()

    def _ask(self, work: DecoderWork) -> None:
        self._tickets.append(self._decoder.request(work, self._relay.answer_to((self._number, work))))

    def _take(self, asked: tuple[int, DecoderWork], answer: Any) -> None:
        number, work = asked
        if number != self._number:
            return
        if isinstance(work, Overview):
            # Where there is no quick overview, and where it failed, the waveform that is on its way says the rest.
            if isinstance(answer, Peaks) and answer.levels.shape[1]:
                self.sketched.emit(_shape_of(answer))
            return
        self._tickets = []
        if isinstance(answer, UnreadableSoundError):
            self.failed.emit(retold_error(answer))
        elif isinstance(answer, Peaks):
            self._save(answer)
            self.loaded.emit(_shape_of(answer))
        else:
            samples, rate = answer
            self.loaded.emit(SoundShape(SampleShape(samples, rate), len(samples) / rate, rate))

    def _thumbnail(self, sound: Sound) -> SoundShape | None:
        stored = self._cache.thumbnail(sound.content_id) if sound.content_id is not None else None
        small = thumbnail_of(stored)
        audio = sound.format
        if small is None or audio is None or not audio.frames:
            return None
        # A thumbnail knows nothing of clipping: its ends mean full scale.
        levels = np.clip(small, -FULL_LEVEL, FULL_LEVEL)[None]
        return SoundShape(LevelShape(levels, audio.seconds / len(small)), audio.seconds, audio.sample_rate)

    def _stored_peaks(self, content_id: bytes | None) -> SoundShape | None:
        stored = self._cache.peaks(content_id) if content_id is not None else None
        peaks = Peaks.from_bytes(stored) if stored is not None else None
        return None if peaks is None else _shape_of(peaks)

    def _save(self, peaks: Peaks) -> None:
        """Keep the peaks, on a thread of its own: the indexer may hold the writing connection for a while."""
        content_id, cache = self._content_id, self._cache
        if content_id is None:
            return

        def save() -> None:
            try:
                cache.save_peaks(content_id, peaks.to_bytes())
            except LibraryError as problem:  # a full disk costs a later decoding, nothing more
                log.warning("peaks not kept: %s", problem)

        self._savers.start(save)


def _is_short(audio: AudioFormat) -> bool:
    return audio.frames <= SHORT_FRAMES and audio.frames * audio.channels <= SHORT_SAMPLES


def _shape_of(peaks: Peaks) -> SoundShape:
    return SoundShape(LevelShape.of_peaks(peaks), peaks.frames / peaks.sample_rate, peaks.sample_rate)
