"""Listening to a file: identify it, decode it, run the network over it. Done in the embedding child, or in process."""

import threading
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Protocol, runtime_checkable

import numpy as np
import soxr

from desktop_app.core.sound import Samples
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.decoding.audio import stamp_of
from desktop_app.engine.decoding.content_id import content_id
from desktop_app.engine.decoding.heard_sound import HeardSound, Identity
from desktop_app.engine.decoding.part import decode_part, decode_stretch, decode_windows
from desktop_app.engine.decoding.sound_errors import SilentSoundError
from desktop_app.engine.decoding.sound_stream import FileStream
from desktop_app.engine.embedders.embedder import Embedder, EmbedderError
from desktop_app.engine.evaluation.worsening import AS_IT_IS, WORSENINGS, seed_of
from desktop_app.engine.processes.signs_of_life import told_while_working

Beat = Callable[[float | None], None]
"""Called now and then with None, or before something slow with the seconds that it may take."""

REFERENCE_RATE: Final = 48_000
"""Hz of the samples that `embed_samples` is given."""
LONGEST_WHOLE: Final = 15_000_000
"""Samples of the longest sound that is decoded into memory, which is quicker, because embedders may want to hear it
more than once: 60 MB, 5 minutes at 48 kHz or 15 at 16 kHz.
"""
_SLOWEST: Final = 0.5
"""Seconds that a network may take for a second of sound before it counts as hanging."""


@runtime_checkable
class YieldingEmbedder(Protocol):
    """An embedder that hears a long sound in several passes calls this between them, if it is set, to let others in."""

    between_passes: Callable[[], None] | None


class Turns:
    """A fair lock: whoever came first goes first, so that a text waits for one pass and not for a file."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._queue: deque[object] = deque()

    @contextmanager
    def turn(self, beat: Beat) -> Iterator[Callable[[], None]]:
        """Hold the lock; while waiting for it, signs of life are given.

        Whoever holds it may call what this gives to let the others in that wait, and go on when they are done.
        """
        held = False

        def take() -> None:
            nonlocal held
            self._take(beat)
            held = True

        def let_others_in() -> None:
            nonlocal held
            held = False
            self._release()
            take()
            beat(None)

        take()
        try:
            yield let_others_in
        finally:
            if held:  # else it was given up while waiting, and is another's now
                self._release()

    def _take(self, beat: Beat) -> None:
        ticket = object()
        with self._condition:
            self._queue.append(ticket)
            while self._queue[0] is not ticket:
                try:
                    beat(None)
                except BaseException:
                    self._queue.remove(ticket)
                    self._condition.notify_all()
                    raise
                self._condition.wait(1.0)

    def _release(self) -> None:
        with self._condition:
            self._queue.popleft()
            self._condition.notify_all()


class Listener:
    """Loads the network when it is first needed; identifying a file needs none. Safe for several threads."""

    def __init__(
        self,
        load: Callable[[], Embedder],
        *,
        load_seconds: float,
        loading: Callable[[], None],
        loaded: Callable[[], None],
        longest_whole: int = LONGEST_WHOLE,
    ) -> None:
        """`loading` and `loaded` are called around the loading of the network.

        Sounds of more than `longest_whole` samples are never whole in memory.
        """
        self._load = load
        self._load_seconds = load_seconds
        self._loading = loading
        self._loaded = loaded
        self._longest_whole = longest_whole
        self._turns = Turns()
        self._embedder: Embedder | None = None
        self._problem: EmbedderError | None = None
        self._lately: tuple[tuple[Path, Identity], ...] = ()
        """The last two: with a device, a child has two files under way."""

    def identify(self, path: Path, beat: Beat) -> Identity:
        """Raises `UnreadableSoundError`."""
        stamp = stamp_of(path)
        for known, identity in self._lately:
            if known == path and identity.stamp == stamp:
                return identity  # identified a moment ago, before it was found that it must be heard too
        identity = Identity(stamp, content_id(path, lambda: beat(None)))
        self._lately = (*self._lately[-1:], (path, identity))
        return identity

    def hear(self, path: Path, beat: Beat) -> HeardSound:
        """Raises `UnreadableSoundError`, `SilentSoundError` with everything that is known, and `EmbedderError`."""
        identity = self.identify(path, beat)
        with self._turns.turn(beat):
            embedder = self._network(beat)
        stream = FileStream(path, sample_rate=embedder.sample_rate, progress=lambda: beat(None))
        try:
            samples = stream.joined(at_most=self._longest_whole)
            vector = self._hear_stream(stream, beat) if samples is None else self._hear([samples], beat)[0]
        except SilentSoundError as error:
            error.stamp, error.content_id = identity.stamp, identity.content_id
            raise
        found = stream.overview
        assert found is not None, "an embedder hears a sound to its end"
        return HeardSound(identity.stamp, identity.content_id, found.format, vector, found.thumbnail)

    def embed_part(self, path: Path, start: float, end: float | None, beat: Beat) -> Vectors:
        """A file from `start` to `end` seconds -> [dimension].

        Raises `UnreadableSoundError`, `SilentSoundError` and `EmbedderError`.
        """
        with self._turns.turn(beat):
            embedder = self._network(beat)
        samples = decode_part(path, start, end, sample_rate=embedder.sample_rate, progress=lambda: beat(None))
        part: Vectors = self._hear([samples], beat)[0]
        return part

    def hear_windows(self, path: Path, starts: Sequence[float], seconds: float, beat: Beat) -> Vectors:
        """Windows of a file that begin at `starts` and last `seconds` -> [n, dimension], NaN where nothing is heard.

        Raises `UnreadableSoundError` and `EmbedderError`. Others may come in after each window.
        """
        with self._turns.turn(beat):
            embedder = self._network(beat)
        rate = embedder.sample_rate
        vectors = np.full((len(starts), embedder.dimension), np.nan, dtype=np.float32)
        windows = decode_windows(path, starts, seconds, sample_rate=rate, progress=lambda: beat(None))
        for row, window in enumerate(windows):
            if window is not None:
                vectors[row] = self._hear([window], beat)[0]
        return vectors

    def hear_worsened(self, path: Path, seconds: float, beat: Beat) -> dict[str, Vectors]:
        """The first so many seconds of a file -> [dimension], by what was done to them: nothing, then each worsening.

        NaN where a network gives no number. Raises `UnreadableSoundError` and `EmbedderError`.
        """
        sound = decode_stretch(path, 0.0, seconds, sample_rate=REFERENCE_RATE, progress=lambda: beat(None))
        if not len(sound):
            raise SilentSoundError("There is nothing to hear in this file.")
        vectors = {AS_IT_IS: self.embed_samples([sound], beat)[0]}
        seed = seed_of(sound)
        for worsening in WORSENINGS:
            vectors[worsening.name] = self.embed_samples([worsening(sound, seed)], beat)[0]
        return vectors

    def embed_text(self, texts: Sequence[str], beat: Beat) -> Vectors:
        """Texts -> [n, dimension]. Raises `EmbedderError`."""
        with self._turns.turn(beat):
            embedder = self._network(beat)
            beat(_SLOWEST * len(texts))
            return embedder.embed_text(texts)

    def embed_samples(self, sounds: Sequence[Samples], beat: Beat) -> Vectors:
        """Mono sounds at 48 kHz -> [n, dimension], one by one, so that a text never waits for all of them."""
        with self._turns.turn(beat):
            embedder = self._network(beat)
        rate = embedder.sample_rate
        vectors = [
            self._hear([sound if rate == REFERENCE_RATE else _resampled(sound, rate)], beat)[0] for sound in sounds
        ]
        return np.stack(vectors) if vectors else np.empty((0, embedder.dimension), dtype=np.float32)

    def _hear(self, sounds: list[Samples], beat: Beat) -> Vectors:
        with self._hearing(beat) as (embedder, _let_others_in):
            beat(_SLOWEST * sum(map(len, sounds)) / embedder.sample_rate)
            return embedder.embed_audio(sounds)

    def _hear_stream(self, stream: FileStream, beat: Beat) -> Vectors:
        """A long sound; others come in after each block that is decoded, as well as between the network's passes."""
        with self._hearing(beat) as (embedder, let_others_in):
            stream.progress = let_others_in
            return embedder.embed_stream(stream)

    @contextmanager
    def _hearing(self, beat: Beat) -> Iterator[tuple[Embedder, Callable[[], None]]]:
        """The network, and what lets others use it in between."""
        with self._turns.turn(beat) as let_in:
            embedder = self._network(beat)

            def let_others_in() -> None:
                let_in()
                tell()  # whoever was let in may have told it of a turn of its own

            def tell() -> None:
                if isinstance(embedder, YieldingEmbedder):
                    embedder.between_passes = let_others_in

            tell()
            yield embedder, let_others_in

    def _network(self, beat: Beat) -> Embedder:
        """The network, loaded by whoever comes first; the lock is held."""
        if self._problem is not None:
            raise self._problem
        if self._embedder is None:
            self._loading()
            try:
                with told_while_working(beat, self._load_seconds):
                    self._embedder = self._load()
            except EmbedderError as error:
                self._problem = error
                raise
            finally:
                self._loaded()
            beat(None)
        return self._embedder


def _resampled(sound: Samples, rate: int) -> Samples:
    resampled: Samples = soxr.resample(sound, REFERENCE_RATE, rate, quality="HQ")
    return resampled
