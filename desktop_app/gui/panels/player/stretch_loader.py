"""Fetches what a close view of a sound needs: the samples of what is seen, or its spectrogram.

It follows the view: while one zooms or scrolls it asks some times a second, each time for what is seen then, and takes
back what was asked before.
"""

from typing import Any, Final

from PySide6.QtCore import QObject

from desktop_app.core.sound import Sound
from desktop_app.engine.decoding.sound_errors import UnreadableSoundError
from desktop_app.engine.decoding.spectrogram import Spectrogram
from desktop_app.engine.processes.decoder_process import Decoder, Ticket
from desktop_app.engine.processes.decoder_work import ReadDetail, ShowSpectrum
from desktop_app.gui.panels.player.sound_shape import SampleShape
from desktop_app.gui.panels.player.waveform_view import WaveformView
from desktop_app.gui.relay import Relay
from desktop_app.gui.retelling import retold_error
from desktop_app.gui.timers import once_after

_PAUSE_MILLISECONDS: Final = 40
"""At most 25 requests a second."""
_MOST_SAMPLES: Final = 4_000_000
"""Frames times channels of one answer (16 MB): more would be noticed while it crosses over to this process."""
_MOST_COLUMNS: Final = 2_000
"""Of a spectrogram; a wider picture is stretched from these."""


class StretchLoader(QObject):
    """Serves one view."""

    def __init__(self, decoder: Decoder, view: WaveformView, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._decoder = decoder
        self._view = view
        self._sound: Sound | None = None
        self._rate = 0
        self._number = 0
        self._ticket: Ticket | None = None
        self._first = 0
        self._relay = Relay()
        self._relay.answered.connect(self._take)
        self._timer = once_after(_PAUSE_MILLISECONDS, self._look, self)
        view.stretch_changed.connect(self._look_soon)

    @property
    def loading(self) -> bool:
        """Whether something is on its way, or will be asked for in a moment."""
        return self._ticket is not None or self._timer.isActive()

    def follow(self, sound: Sound | None, rate: int) -> None:
        """From now on the view shows this sound, of `rate` Hz; None or 0: nothing that could be looked at closely."""
        self._forget()
        self._sound, self._rate = sound, rate
        self._look_soon()

    def close(self) -> None:
        """Ask for nothing more."""
        self.follow(None, 0)
        self._timer.stop()

    def _look_soon(self) -> None:
        if not self._timer.isActive() and self._sound is not None:
            self._timer.start()

    def _look(self) -> None:
        """Ask for what is missing in the picture."""
        view, sound = self._view, self._sound
        if sound is None or not self._rate or view.content is None or not view.isVisible():
            return
        stretch, columns = view.stretch, view.picture_columns
        if view.as_spectrogram:
            shown = view.content.spectrogram
            if shown is None or (shown.start, shown.end) != self._rounded(stretch.start, stretch.end):
                start, end = self._frames(stretch.start, stretch.end)
                self._ask(ShowSpectrum(sound.path, start, max(end - start, 1), min(columns, _MOST_COLUMNS)))
        elif view.content.is_coarse(stretch, columns):
            channels = sound.format.channels if sound.format else 2
            aside = min(stretch.seconds / 2, _MOST_SAMPLES / channels / self._rate - stretch.seconds)
            if aside < 0:
                return
            start, end = self._frames(max(stretch.start - aside, 0.0), stretch.end + aside)
            self._first = start
            self._ask(ReadDetail(sound.path, start, end - start))

    def _frames(self, start: float, end: float) -> tuple[int, int]:
        return round(start * self._rate), round(end * self._rate)

    def _rounded(self, start: float, end: float) -> tuple[float, float]:
        """These times as the decoder gives them back: it counts in frames."""
        first, last = self._frames(start, end)
        return first / self._rate, (first + max(last - first, 1)) / self._rate

    def _ask(self, work: ReadDetail | ShowSpectrum) -> None:
        self._forget()
        self._ticket = self._decoder.request(work, self._relay.answer_to(self._number))

    def _forget(self) -> None:
        self._number += 1
        if self._ticket is not None:
            self._ticket.cancel()
            self._ticket = None

    def _take(self, number: int, answer: Any) -> None:
        """Samples that cannot be read leave the coarse picture as it is."""
        if number != self._number:
            return
        self._ticket = None
        if isinstance(answer, Spectrogram):
            self._view.show_spectrogram(answer)
        elif isinstance(answer, UnreadableSoundError):
            self._view.show_no_spectrogram(retold_error(answer))
        elif isinstance(answer, tuple) and len(answer[0]):
            self._view.show_detail(SampleShape(answer[0], answer[1], self._first))
