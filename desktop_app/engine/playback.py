"""Plays sounds: starts at once, seeks, loops, and never clicks or stutters because the rest of Earmark is busy.

Three parts work together. The sound card's callback (`voice.Mixer`) takes samples that lie ready. The player's own
thread asks the decoder for the next stretch of the file when few lie ready, and brings it to the card's rate and to two
channels. The window calls the methods below, none of which waits.
"""

import queue
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.engine.audio_out import AudioOut, Backend, NoAudioError
from desktop_app.engine.decoder_process import Decoder, ReadRegion, Release
from desktop_app.engine.sound_errors import UnreadableSoundError
from desktop_app.engine.track import Track, to_stereo
from desktop_app.engine.voice import RATE, Mixer, Voice

_FIRST_SECONDS: Final = 0.15
"""The first stretch is short, so that it is decoded soon."""
_STRETCH_SECONDS: Final = 1.0
_AHEAD: Final = RATE
"""Frames that should lie ready: a second covers every pause that the rest of the program makes."""
_REST_SECONDS: Final = 3.0
"""After so long without a sound the sound card is stopped."""
_OPENING_SECONDS: Final = 10.0


class Player:
    """One player; one sound at a time. Its methods may be called on any one thread (the window's) and do not wait."""

    def __init__(self, decoder: Decoder, *, backend: Backend = "device") -> None:
        """Opens the sound card in the background; `available` waits for that."""
        self.on_finished: Callable[[], None] | None = None
        """Called on the player's thread when a sound was played to its end, or could not be read any further."""
        self._loop = False
        self._decoder = decoder
        self._backend: Backend = backend
        self._messages: queue.SimpleQueue[tuple[str, Any]] = queue.SimpleQueue()
        self._mixer = Mixer(tell=self._told_by_mixer)
        self._track: Track | None = None
        self._path: Path | None = None
        self._out: AudioOut | None = None
        self._sound_problem: str | None = None
        self._device_problem: str | None = None
        self._wanting = threading.Lock()
        """Held while `wanted` is changed, by the window or by the player's thread; the sound card only looks at it."""
        self._opened = threading.Event()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name="earmark-player")
        self._thread.start()

    @property
    def available(self) -> bool:
        """False when there is no sound card; looked for again by each `play`."""
        self._opened.wait(_OPENING_SECONDS)
        return self._device_problem is None

    @property
    def problem(self) -> str | None:
        """A sentence saying why nothing is heard, or None."""
        return self._device_problem or self._sound_problem

    @property
    def playing(self) -> bool:
        """True from `play` to the end of the sound or to `stop`."""
        voice = self._mixer.wanted
        return voice is not None and not voice.ended

    @property
    def position(self) -> float:
        """Where in the file the sound is, in seconds; where it was when nothing plays."""
        track = self._track
        return 0.0 if track is None else track.position()

    @property
    def volume(self) -> float:
        """0 (silent) to 1 (as recorded)."""
        return self._mixer.volume

    @volume.setter
    def volume(self, volume: float) -> None:
        self._mixer.volume = min(1.0, max(0.0, volume))

    @property
    def loop(self) -> bool:
        """Whether a sound begins again at its end. May be changed while it plays."""
        return self._loop

    @loop.setter
    def loop(self, loop: bool) -> None:
        self._loop = loop
        self._messages.put(("loop", None))

    def play(self, path: Path, start: float = 0.0) -> None:
        """Play a file from `start` seconds, instead of what is playing."""
        self._sound_problem = None
        self._path = path
        track = Track(path, Voice(start=max(0.0, start)))
        with self._wanting:
            self._track = track
            self._mixer.wanted = track.voice
        self._messages.put(("begin", track))

    def stop(self) -> None:
        """Fade out and stay where the sound is."""
        with self._wanting:
            self._mixer.wanted = None
        self._messages.put(("release", None))

    def toggle(self) -> None:
        """Stop, or go on where it was stopped (from the beginning after the end)."""
        if self.playing:
            self.stop()
        elif self._path is not None:
            track = self._track
            self.play(self._path, 0.0 if track is None or track.voice.ended else track.position())

    def seek(self, seconds: float) -> None:
        """Go on from another place in the file."""
        if self._path is not None and self.playing:
            self.play(self._path, seconds)

    def close(self) -> None:
        """Fall silent and let the sound card go."""
        if not self._closed:
            self._closed = True
            self._mixer.wanted = None
            self._messages.put(("close", None))
        self._thread.join()

    # On the sound card's thread.

    def _told_by_mixer(self, what: str, voice: Voice) -> None:
        track = self._track
        if track is None or track.voice is not voice:
            return
        if what == "ended":
            self._messages.put(("ended", track))
        elif voice.ahead < _AHEAD and not track.reading and not track.at_end:
            self._messages.put(("hungry", track))

    # On the player's thread.

    def _run(self) -> None:
        self._open()
        self._opened.set()
        while True:
            try:
                what, content = self._messages.get(timeout=_REST_SECONDS)
            except queue.Empty:
                if not threading.main_thread().is_alive():
                    break  # the program ended without closing its player
                self._rest()
                continue
            if what == "close":
                break
            self._handle(what, content)
        if self._out is not None:
            self._out.stop()
            self._out.close()

    def _handle(self, what: str, content: Any) -> None:
        handlers: dict[str, Callable[[Track], None]] = {"begin": self._begin, "hungry": self._feed}
        if what == "release":
            self._decoder.request(Release(), lambda _answer: None)
        elif what == "lost":
            self._lose_device()
        elif what == "loop":
            self._follow_loop()
        elif what == "chunk":
            self._take(*content)
        elif not isinstance(content, Track) or content is not self._track:
            return  # it concerns a sound that is no longer played
        elif what == "ended":
            self._finish()
        else:
            handlers[what](content)

    def _open(self) -> None:
        try:
            self._out = AudioOut(rate=RATE, backend=self._backend)
            self._device_problem = None
        except NoAudioError as error:
            self._out = None
            self._device_problem = str(error)

    def _begin(self, track: Track) -> None:
        if self._out is None:
            self._open()
        if self._out is None:
            self._fail(track)
            return
        if track.voice.start > 0:
            self._ask(track, 0, 0)  # to learn the rate: a place in the file is counted in frames
        else:
            self._ask(track, 0, round(_FIRST_SECONDS * RATE))

    def _start_device(self, track: Track) -> None:
        if self._out is None or self._out.running:
            return
        try:
            self._out.start(self._mixer.stream(), lambda: self._messages.put(("lost", None)))
        except NoAudioError as error:
            self._out.close()
            self._out = None
            self._device_problem = str(error)
            self._fail(track)

    def _feed(self, track: Track) -> None:
        """Ask for the next stretch, unless one is on its way or enough lies ready."""
        if track.reading or track.at_end or track.rate is None or track.voice.ahead >= _AHEAD:
            return
        first = track.voice.fed == 0
        self._ask(track, track.next_frame, round((_FIRST_SECONDS if first else _STRETCH_SECONDS) * track.rate))

    def _ask(self, track: Track, start: int, frames: int) -> None:
        track.reading = True
        work = ReadRegion(track.path, start, frames)
        self._decoder.request(work, lambda answer: self._messages.put(("chunk", (track, frames, answer))))

    def _take(self, track: Track, asked: int, answer: Any) -> None:
        """A stretch of the file has come."""
        track.reading = False
        if track is not self._track or not self.playing:
            return
        if isinstance(answer, UnreadableSoundError):
            self._sound_problem = str(answer)
            self._fail(track)
            return
        samples: NDArray[np.float32] = answer[0]
        if track.rate is None:
            track.begin(answer[1])
        track.next_frame += len(samples)
        ended = len(samples) < asked
        if ended and self._loop and 0 < len(samples) == track.next_frame:
            samples = np.tile(
                samples, (1 + asked // len(samples), 1)
            )  # all of it is here: no need to ask again and again
        self._hand_over(track, samples, last=ended and not self._loop)
        if ended:
            self._reach_end(track)
        self._start_device(track)
        self._feed(track)

    def _hand_over(self, track: Track, samples: NDArray[np.float32], *, last: bool) -> None:
        stereo = to_stereo(samples)
        if track.resampler is not None:
            stereo = track.resampler.resample_chunk(stereo, last=last)
        if len(stereo):
            track.voice.feed(stereo)

    def _reach_end(self, track: Track) -> None:
        """The file has no more frames: begin again, or say after which frame the voice ends."""
        track.duration = track.next_frame / (track.rate or RATE)
        if self._loop and track.next_frame > 0:
            track.next_frame = 0
            return
        track.at_end = True
        track.voice.last_frame = track.voice.fed

    def _follow_loop(self) -> None:
        """`loop` was changed while a sound plays whose end has been read already."""
        track = self._track
        if track is None or track.duration is None or track.voice.ended or not self.playing:
            return
        voice = track.voice
        if self._loop and track.at_end:
            track.begin_again()
            self._feed(track)
        elif not self._loop and not track.at_end:
            rounds = int((voice.start + voice.rendered / RATE) / track.duration) + 1
            last = round((rounds * track.duration - voice.start) * RATE)
            if last <= voice.fed:
                track.at_end, voice.last_frame = True, last

    def _finish(self) -> None:
        self._decoder.request(Release(), lambda _answer: None)
        if self.on_finished is not None:
            self.on_finished()

    def _fail(self, track: Track) -> None:
        with self._wanting:
            if self._mixer.wanted is track.voice:
                self._mixer.wanted = None
        self._finish()

    def _rest(self) -> None:
        if self._out is not None and self._out.running and self._mixer.idle:
            self._out.stop()

    def _lose_device(self) -> None:
        """The sound card was pulled out: fall silent; the next `play` looks for another."""
        if self._out is None:
            return
        self._out.close()
        self._out = None
        self._mixer.cut()
        self._device_problem = "The sound device went away. Connect one and play again."
        if self._track is not None:
            self._fail(self._track)
