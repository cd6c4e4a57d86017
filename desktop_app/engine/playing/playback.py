"""Plays sounds: starts at once, seeks, loops, and never clicks or stutters because the rest of Earmark is busy.

Four parts work together. The sound card's callback (`voice.Mixer`) takes samples that lie ready. The player's own
thread lets `feeder.Feeder` keep them ready and `sound_card.SoundCard` keep the card open. The window calls the methods
of `Player`, none of which waits.
"""

import queue
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from desktop_app.engine.decoding.sound_errors import UnreadableSoundError
from desktop_app.engine.playing.audio_out import Backend, device_names
from desktop_app.engine.playing.feeder import AHEAD, Feeder
from desktop_app.engine.playing.sound_card import SoundCard
from desktop_app.engine.playing.track import Region, Track, part_to_play
from desktop_app.engine.playing.varispeed import FASTEST, SLOWEST
from desktop_app.engine.playing.voice import RATE, Mixer, Voice
from desktop_app.engine.processes.decoder_process import Decoder
from desktop_app.engine.processes.decoder_work import Release

_REST_SECONDS: Final = 3.0
"""After so long without a sound the sound card is stopped."""
_OPENING_SECONDS: Final = 10.0
_DEVICES_SECONDS: Final = 2.0


class Player:
    """One player; one sound at a time. Its methods may be called on any one thread (the window's) and do not wait."""

    def __init__(self, decoder: Decoder, *, backend: Backend = "device", device: str | None = None) -> None:
        """Opens the sound card in the background; `available` waits for that. `device`: see there."""
        self.on_finished: Callable[[], None] | None = None
        """Called on the player's thread when a sound was played to its end, or could not be read any further."""
        self._decoder = decoder
        self._backend: Backend = backend
        self._messages: queue.SimpleQueue[tuple[str, Any]] = queue.SimpleQueue()
        self._mixer = Mixer(tell=self._told_by_mixer)
        self._feeder = Feeder(decoder, lambda *answer: self._messages.put(("chunk", answer)))
        self._card = SoundCard(backend, lambda: self._messages.put(("lost", None)))
        self._card.wanted = self._device = device
        self._track: Track | None = None
        self._next: tuple[Track, Track] | None = None
        """The second takes over from the first when its first samples are there; the player's thread's own."""
        self._region: Region | None = None
        self._gain = 1.0
        self._sound_problem: str | None = None
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
        return self._card.problem is None

    @property
    def problem(self) -> str | None:
        """A sentence saying why nothing is heard, or None."""
        return self._card.problem or self._sound_problem

    @property
    def notice(self) -> str | None:
        """A sentence saying why a sound is heard from another device than the chosen one, or None."""
        return self._card.notice

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
    def speed(self) -> float:
        """0.5 (half) to 2 (double); the pitch follows. May be changed while a sound plays, without a step."""
        return self._mixer.speed

    @speed.setter
    def speed(self, speed: float) -> None:
        self._mixer.speed = min(FASTEST, max(SLOWEST, speed))

    @property
    def gain(self) -> float:
        """How much louder than recorded the sound is, linear; it stays below full scale only if `gain` sees to it."""
        return self._gain

    @gain.setter
    def gain(self, gain: float) -> None:
        self._gain = gain
        voice = self._mixer.wanted
        if voice is not None:
            voice.gain = gain

    @property
    def loop(self) -> bool:
        """Whether a sound, or the region, begins again at its end. May be changed while it plays."""
        return self._feeder.loop

    @loop.setter
    def loop(self, loop: bool) -> None:
        self._feeder.loop = loop
        self._messages.put(("part", None))

    @property
    def region(self) -> Region | None:
        """The part of the sound, in seconds, that is looped, or played when `play` starts in it; None: all of it."""
        return self._region

    @region.setter
    def region(self, region: Region | None) -> None:
        self._region = region
        self._messages.put(("part", None))

    @property
    def device(self) -> str | None:
        """The output device, by the name that `devices` gives it; None: the system's default one."""
        return self._device

    @device.setter
    def device(self, device: str | None) -> None:
        self._device = device
        self._messages.put(("device", device))

    def devices(self) -> tuple[str, ...]:
        """The devices that can be played on. For any thread; waits two seconds at most for the system (then: none)."""
        answer: queue.SimpleQueue[tuple[str, ...]] = queue.SimpleQueue()
        self._messages.put(("devices", answer))
        try:
            return answer.get(timeout=_DEVICES_SECONDS)
        except queue.Empty:
            return ()

    def play(self, path: Path, start: float = 0.0) -> None:
        """Play a file from `start` seconds, instead of what is playing."""
        self._sound_problem = None
        track = self._track_from(path, max(0.0, start))
        with self._wanting:
            self._track = track
            self._mixer.wanted = track.voice
        self._messages.put(("begin", track))

    def forget_problem(self) -> None:
        """Say no more of a file that could not be read: another one is looked at, which may never be played."""
        self._sound_problem = None

    def stop(self) -> None:
        """Fade out and stay where the sound is."""
        with self._wanting:
            self._mixer.wanted = None
        self._messages.put(("release", None))

    def seek(self, seconds: float) -> None:
        """Go on from another place in the file."""
        if self._track is not None and self.playing:
            self.play(self._track.path, seconds)

    def close(self) -> None:
        """Fall silent and let the sound card go."""
        if not self._closed:
            self._closed = True
            self._mixer.wanted = None
            self._messages.put(("close", None))
        self._thread.join()
        if self._track is not None:
            self._track.resampler = None  # one that lives to the program's end is complained about on the terminal

    def _track_from(self, path: Path, start: float) -> Track:
        part = part_to_play(self._region, start, loop=self.loop)
        voice = Voice(start=start, gain=self._gain)
        voice.ends_early = part is not None
        return Track(path, voice, part, end=part[1] if part else None)

    # On the sound card's thread.

    def _told_by_mixer(self, what: str, voice: Voice) -> None:
        track = self._track
        if track is None or track.voice is not voice:
            return
        if what == "ended":
            self._messages.put(("ended", track))
        elif voice.ahead < AHEAD and not track.reading and not track.at_end:
            self._messages.put(("hungry", track))

    # On the player's thread.

    def _run(self) -> None:
        self._card.open()
        self._opened.set()
        while True:
            try:
                what, content = self._messages.get(timeout=_REST_SECONDS)
            except queue.Empty:
                if not threading.main_thread().is_alive():
                    break  # the program ended without closing its player
                self._card.rest(idle=self._mixer.idle)
                continue
            if what == "close":
                break
            self._handle(what, content)
        self._card.close()

    def _handle(self, what: str, content: Any) -> None:
        always: dict[str, Callable[[], None]] = {
            "release": self._release,
            "lost": self._lose_device,
            "device": lambda: self._change_device(content),
            "devices": lambda: content.put(device_names(self._backend)),
            "part": self._follow_part,
            "chunk": lambda: self._take(*content),
        }
        of_track: dict[str, Callable[[Track], None]] = {
            "begin": self._begin,
            "hungry": self._feeder.feed,
            "ended": lambda _track: self._finish(),
        }
        if what in always:
            always[what]()
        elif isinstance(content, Track) and content is self._track:  # else it concerns what is no longer played
            of_track[what](content)

    def _begin(self, track: Track) -> None:
        self._next = None
        if self._card.open():
            self._feeder.begin(track)
        else:
            self._fail(track)

    def _take(self, track: Track, asked: int, answer: Any) -> None:
        """A stretch of a file has come."""
        track.reading = False
        before, after = self._next or (None, None)
        if (track is not self._track and track is not after) or not self.playing:
            return
        if isinstance(answer, UnreadableSoundError):
            self._sound_problem = str(answer)
            self._fail(track)
            return
        self._feeder.take(track, asked, *answer)
        if before is not None and track is after and track.voice.fed:
            self._hand_over(before, track)
        if track.rate is not None and not self._card.start(self._mixer.stream):
            self._fail(track)

    def _follow_part(self) -> None:
        """Another part of the sound is to be played, or the part is to be looped, or not any more."""
        track = self._track
        if track is None or track.voice.ended or not self.playing:
            return
        position = track.position()
        if self.loop and self._region is not None and not self._region[0] <= position < self._region[1]:
            position = self._region[0]  # who moves a loop wants to hear it now
        part = part_to_play(self._region, position, loop=self.loop)
        ends_in_part = part is not None and track.at_end
        if part == track.region and self._next is None and not (self.loop and ends_in_part):
            self._feeder.follow_loop(track)
            return
        # What lies ready belongs to another part: prepare anew, and let what sounds go on until that is there.
        prepared = self._track_from(track.path, position)
        self._next = track, prepared
        self._feeder.begin(prepared)

    def _hand_over(self, before: Track, track: Track) -> None:
        """The track that was prepared goes on where the one before is by now."""
        self._next = None
        passed = before.position() - track.voice.start
        if 0 < passed < track.voice.fed / RATE:
            track.voice.skip(round(passed * RATE))
        with self._wanting:
            if self._mixer.wanted is before.voice:
                self._track, self._mixer.wanted = track, track.voice

    def _change_device(self, device: str | None) -> None:
        if device == self._card.wanted:
            return
        self._card.wanted = device
        self._card.change()
        self._mixer.cut()
        if self.playing and (not self._card.open() or not self._card.start(self._mixer.stream)):
            self._fail(self._track)

    def _lose_device(self) -> None:
        """The sound card was pulled out: fall silent; the next `play` looks for another."""
        if self._card.lose():
            self._mixer.cut()
            self._fail(self._track)

    def _release(self) -> None:
        self._decoder.request(Release(), lambda _answer: None)

    def _finish(self) -> None:
        self._release()
        if self.on_finished is not None:
            self.on_finished()

    def _fail(self, track: Track | None) -> None:
        if track is None:
            return
        with self._wanting:
            if self._mixer.wanted is track.voice:
                self._mixer.wanted = None
        self._finish()
