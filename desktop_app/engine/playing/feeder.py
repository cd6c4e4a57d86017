"""Feeds a track's voice: asks the decoder for the next stretch of the file when few samples lie ready, and brings what
comes to the card's rate and to two channels. Everything here happens on the player's thread.
"""

from collections.abc import Callable
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.engine.playing.track import Track, to_stereo
from desktop_app.engine.playing.voice import RATE
from desktop_app.engine.processes.decoder_process import Decoder
from desktop_app.engine.processes.decoder_work import ReadRegion

FIRST_SECONDS: Final = 0.15
"""The first stretch is short, so that it is decoded soon."""
STRETCH_SECONDS: Final = 1.0
AHEAD: Final = RATE
"""Frames that should lie ready: a second covers every pause that the rest of the program makes."""

Deliver = Callable[[Track, int, Any], None]
"""Takes what the decoder answered (for a track, so many frames asked for) over to the player's thread."""


class Feeder:
    """Reads tracks from their files, stretch by stretch."""

    def __init__(self, decoder: Decoder, deliver: Deliver) -> None:
        """`deliver` is called on the decoder's thread; its content is to be given to `take`."""
        self.loop = False
        """Whether tracks begin again at their end."""
        self._decoder = decoder
        self._deliver = deliver

    def begin(self, track: Track) -> None:
        """Ask for the first stretch."""
        if track.voice.start > 0:
            self._ask(track, 0, 0)  # to learn the rate: a place in the file is counted in frames
        else:
            self._ask(track, 0, round(FIRST_SECONDS * RATE))

    def feed(self, track: Track) -> None:
        """Ask for the next stretch, unless one is on its way or enough lies ready."""
        if track.reading or track.at_end or track.rate is None or track.voice.ahead >= AHEAD:
            return
        frames = round((STRETCH_SECONDS if track.voice.fed else FIRST_SECONDS) * track.rate)
        end = track.end_frame
        self._ask(track, track.next_frame, frames if end is None else max(0, min(frames, end - track.next_frame)))

    def take(self, track: Track, asked: int, samples: NDArray[np.float32], rate: int) -> None:
        """A stretch of the file has come: [n, channels], n < `asked` where the file ends, and its rate in Hz."""
        if track.rate is None:
            track.begin(rate)
            if asked == 0:
                self.feed(track)
                return
        ended, end = len(samples) < asked, track.end_frame
        if end is not None and track.next_frame + len(samples) >= end:
            samples, ended = samples[: max(0, end - track.next_frame)], True
        track.next_frame += len(samples)
        if ended and self.loop and 0 < len(samples) == track.next_frame - track.first_frame:
            # All of it is here: no need to ask again and again.
            samples = track.rounds(samples, 1 + round(STRETCH_SECONDS * rate) // len(samples))
        self._hand_over(track, track.joined(samples, turning=ended and self.loop), last=ended and not self.loop)
        if ended:
            self._reach_end(track)
        self.feed(track)

    def follow_loop(self, track: Track) -> None:
        """`loop` was changed while a track plays whose end has been read already."""
        if track.end is None or track.voice.ended:
            return
        if self.loop and track.at_end:
            track.begin_again()
            self.feed(track)
        elif not self.loop and not track.at_end:
            last = track.rounds_end()
            if last <= track.voice.fed:
                track.at_end, track.voice.last_frame = True, last

    def _ask(self, track: Track, start: int, frames: int) -> None:
        track.reading = True
        work = ReadRegion(track.path, start, frames)
        self._decoder.request(work, lambda answer: self._deliver(track, frames, answer))

    def _hand_over(self, track: Track, samples: NDArray[np.float32], *, last: bool) -> None:
        stereo = to_stereo(samples)
        if track.resampler is not None:
            stereo = track.resampler.resample_chunk(stereo, last=last)
        if len(stereo):
            track.voice.feed(stereo)

    def _reach_end(self, track: Track) -> None:
        """There are no more frames to play: begin again, or say after which frame the voice ends."""
        track.end = track.next_frame / (track.rate or RATE)
        if self.loop and track.next_frame > track.first_frame:
            track.next_frame = track.first_frame
            return
        track.at_end = True
        track.voice.last_frame = track.voice.fed
