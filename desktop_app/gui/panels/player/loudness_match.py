"""How loud the shown sound is, and how much louder or quieter it is played so that all sounds are equally loud.

What was measured once is kept in the cache by content. A sound that is new is measured whole once the person stays with
it; when it is to be played before that, its beginning is measured at once. Answers come on the decoder's threads and
cross over by a signal; one for a sound that is no longer shown is dropped by its number.
"""

import logging
from typing import Any, Final

from PySide6.QtCore import QObject, QThreadPool, Signal

from desktop_app.core.sound import Sound
from desktop_app.engine.measuring.loudness import Loudness
from desktop_app.engine.processes.decoder_process import Decoder, Ticket
from desktop_app.engine.processes.decoder_work import MeasureBeginning, MeasureLoudness
from desktop_app.gui.relay import Relay
from desktop_app.gui.timers import once_after
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.library.tables.cache import Cache

log = logging.getLogger(__name__)

STAY_MILLISECONDS: Final = 300
"""Who goes through the list by the arrow keys does not want every sound decoded as a whole."""
BEGINNING_SECONDS: Final = 3.0
"""So much is measured in a few hundredths of a second, and most one-shots are shorter."""


class LoudnessMatch(QObject):
    """Knows the gain for one sound."""

    measured = Signal(object)
    """The `Loudness` of the whole shown sound."""
    ready = Signal()
    """`gain` is known now, after `prepare`."""

    def __init__(self, cache: Cache, decoder: Decoder, parent: QObject | None = None) -> None:
        """Loudness is kept in `cache`; `decoder` is asked for what is not there."""
        super().__init__(parent)
        self.on = False
        """Whether sounds are brought to the same loudness at all."""
        self.target = -18.0
        """LUFS."""
        self._cache = cache
        self._decoder = decoder
        self._sound: Sound | None = None
        self._known: Loudness | None = None
        self._number = 0
        self._tickets: list[Ticket] = []
        self._relay = Relay()
        self._relay.answered.connect(self._take)
        self._savers = QThreadPool(self)
        self._savers.setMaxThreadCount(1)
        self._stayed = once_after(STAY_MILLISECONDS, self._measure, self)

    @property
    def gain(self) -> float | None:
        """The linear gain for the shown sound; None while that is not known (then `prepare`)."""
        if not self.on:
            return 1.0
        return None if self._known is None else self._known.gain_to(self.target)

    @property
    def loudness(self) -> Loudness | None:
        """What is known of the whole shown sound."""
        return self._known if self._known is not None and self._known.whole else None

    def take(self, sound: Sound | None) -> None:
        """Another sound is shown, or none that could be measured."""
        self._forget()
        self._sound, self._known = sound, None
        if sound is None:
            return
        stored = self._cache.loudness(sound.content_id) if sound.content_id is not None else None
        if stored is not None:
            self._known = Loudness(*stored)
        else:
            self._stayed.start()

    def prepare(self) -> None:
        """Find out the gain at once; `ready` says when."""
        if self._sound is not None:
            self._ask(MeasureBeginning(self._sound.path, BEGINNING_SECONDS))

    def close(self) -> None:
        """Forget what runs and wait until the last loudness is saved."""
        self._forget()
        self._savers.waitForDone()

    def _forget(self) -> None:
        self._number += 1
        self._stayed.stop()
        for ticket in self._tickets:
            ticket.cancel()
        self._tickets.clear()

    def _measure(self) -> None:
        if self._sound is not None and self.loudness is None:
            self._ask(MeasureLoudness(self._sound.path))

    def _ask(self, work: MeasureLoudness | MeasureBeginning) -> None:
        self._tickets.append(self._decoder.request(work, self._relay.answer_to(self._number)))

    def _take(self, number: int, answer: Any) -> None:
        if number != self._number or self._sound is None:
            return
        waiting = self._known is None
        if isinstance(answer, Loudness):
            if answer.whole and self.loudness is None:
                self._known = answer
                self._save(self._sound.content_id, answer)
                self.measured.emit(answer)
            elif waiting:
                self._known = answer
        elif waiting:  # what cannot be read cannot be heard either: the player says why
            self._known = Loudness(None, 0.0, 2, whole=False)
        if waiting:
            self.ready.emit()

    def _save(self, content_id: bytes | None, loudness: Loudness) -> None:
        """Keep it, on a thread of its own: the indexer may hold the writing connection for a while."""
        if content_id is None:
            return
        cache = self._cache

        def save() -> None:
            try:
                cache.save_loudness(content_id, loudness.integrated, loudness.peak, loudness.channels)
            except LibraryError as problem:  # a full disk costs a later decoding, nothing more
                log.warning("loudness not kept: %s", problem)

        self._savers.start(save)
