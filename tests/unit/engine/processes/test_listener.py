"""Listening to files, short and long ones: the same is heard, in little memory, and others get their turn."""

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
import soundfile

from desktop_app.core.vector_index import Vectors
from desktop_app.engine.decoding.content_id import content_id
from desktop_app.engine.decoding.sound_errors import SilentSoundError, UnreadableSoundError
from desktop_app.engine.decoding.sound_stream import FileStream, Progress
from desktop_app.engine.embedders.embedder import Embedder, SoundStream
from desktop_app.engine.embedders.embedders import load_embedder
from desktop_app.engine.processes.listener import Listener
from desktop_app.engine.starter.starter_files import starter_spec
from tests import sounds
from tests.fakes import FakeEmbedder
from tests.long_sounds import FrontEndOnly, sparse_wav
from tests.starter_files import ROOT, STARTER

_WAIT = 60.0
RATE = sounds.RATE


class EnoughError(Exception):
    """Somebody does not want the sound any more."""


def nothing(_seconds: float | None = None) -> None:
    pass


def listener(embedder: Embedder, *, longest_whole: int) -> Listener:
    return Listener(lambda: embedder, load_seconds=0.0, loading=nothing, loaded=nothing, longest_whole=longest_whole)


@pytest.fixture(scope="module")
def starter() -> Embedder:
    return load_embedder(starter_spec(STARTER))


@pytest.fixture(params=["starter", "front end"])
def embedder(request: pytest.FixtureRequest, starter: Embedder) -> Embedder:
    return starter if request.param == "starter" else FrontEndOnly()


@pytest.mark.parametrize("kind", ["wav16", "flac", "mp3", "ogg", "m4a", "aac"])
def test_a_sound_that_goes_by_is_heard_like_one_in_memory(tmp_path: Path, embedder: Embedder, kind: str) -> None:
    pause = np.zeros((3 * 44_100, 2), dtype=np.float32)
    frames = np.concatenate([sounds.noise(8, rate=44_100, channels=2), pause, sounds.tone(9, rate=44_100, channels=2)])
    path = sounds.make(tmp_path, kind, frames=frames, rate=44_100)
    whole = listener(embedder, longest_whole=10**7).hear(path, nothing)
    passing = listener(embedder, longest_whole=10_000).hear(path, nothing)
    np.testing.assert_array_equal(passing.vector, whole.vector)
    assert (passing.format, passing.thumbnail) == (whole.format, whole.thumbnail)
    assert (passing.stamp, passing.content_id) == (whole.stamp, whole.content_id)


def test_of_two_files_under_way_each_is_identified_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, other = (sounds.make(tmp_path, name=name, frames=sounds.noise(0.5, seed=len(name))) for name in ("a", "bc"))
    identified: list[str] = []

    def identify(path: Path, progress: Progress) -> bytes:
        identified.append(path.name)
        return content_id(path, progress)

    monkeypatch.setattr("desktop_app.engine.processes.listener.content_id", identify)
    hearing = listener(FakeEmbedder(), longest_whole=10**7)
    ids = [hearing.identify(path, nothing).content_id for path in (one, other)]
    assert [hearing.hear(path, nothing).content_id for path in (one, other)] == ids
    assert identified == [one.name, other.name]
    sounds.make(tmp_path, name="a", frames=sounds.noise(0.6, seed=9))
    assert hearing.identify(one, nothing).content_id != ids[0], "it is another file by now"


@pytest.mark.parametrize("claimed", [10.0, 39.9, 41.0, 4e5])
def test_a_header_that_lies_about_a_long_sound_changes_nothing(
    tmp_path: Path, embedder: Embedder, claimed: float
) -> None:
    def make(name: str, seconds: float | None) -> Path:
        return sparse_wav(tmp_path / name, seconds=40, rate=8_000, channels=3, tones=(5, 17, 33.1), claimed=seconds)

    honest, lying = make("honest.wav", None), make("lying.wav", claimed)
    heard = listener(embedder, longest_whole=100_000).hear(lying, nothing)
    expected = listener(embedder, longest_whole=10**8).hear(lying, nothing)
    np.testing.assert_array_equal(heard.vector, expected.vector)
    assert heard.format == expected.format
    if claimed > 40:
        np.testing.assert_array_equal(
            heard.vector, listener(embedder, longest_whole=10**8).hear(honest, nothing).vector
        )


def test_a_header_that_promises_less_than_there_is_changes_nothing(tmp_path: Path, embedder: Embedder) -> None:
    """An MP3 without a table: its length is guessed from the size and the bits a second at its beginning."""
    path = tmp_path / "both.mp3"
    with path.open("wb") as both:
        for number, level in enumerate((0.0, 0.9)):
            part = tmp_path / f"{number}.mp3"
            noise = sounds.noise(12, seed=number)
            soundfile.write(part, noise, RATE, bitrate_mode="CONSTANT", compression_level=level)
            both.write(part.read_bytes())
    promised = FileStream(path, sample_rate=RATE).samples_hint
    assert promised is not None
    assert promised < 19 * RATE
    whole = listener(embedder, longest_whole=10**7).hear(path, nothing)
    assert whole.format.seconds > 23
    for longest_whole in (1000, 20 * RATE):  # it is known from the beginning to be long, or found out
        passing = listener(embedder, longest_whole=longest_whole).hear(path, nothing)
        np.testing.assert_array_equal(passing.vector, whole.vector)


def test_a_long_sound_without_anything_in_it_is_said_to_be_silent(tmp_path: Path, embedder: Embedder) -> None:
    path = sparse_wav(tmp_path / "silent.wav", seconds=60, rate=8_000, channels=2, tones=())
    with pytest.raises(SilentSoundError, match="silent from beginning to end") as silent:
        listener(embedder, longest_whole=1000).hear(path, nothing)
    assert silent.value.content_id is not None
    assert silent.value.format is not None
    assert silent.value.format.frames == 60 * 8_000


def test_a_file_that_changes_between_two_passes_is_not_heard_as_a_mixture(tmp_path: Path) -> None:
    path = sparse_wav(tmp_path / "growing.wav", seconds=30, rate=8_000, channels=1, tones=(3,))

    class Growing(FakeEmbedder):
        def embed_stream(self, sound: SoundStream) -> Vectors:
            list(sound)
            sparse_wav(path, seconds=31, rate=8_000, channels=1, tones=(3, 30))
            return super().embed_stream(sound)

    with pytest.raises(UnreadableSoundError, match="changed while"):
        listener(Growing(), longest_whole=1000).hear(path, nothing)


def test_a_long_sound_can_be_cancelled_in_each_pass_and_the_network_is_free_then(
    tmp_path: Path, embedder: Embedder
) -> None:
    path = sparse_wav(tmp_path / "long.wav", seconds=200, rate=8_000, channels=1, tones=range(5, 195, 10))
    beats = 0

    def count(_seconds: float | None) -> None:
        nonlocal beats
        beats += 1

    heard = listener(embedder, longest_whole=1000)
    heard.hear(path, count)
    assert beats > 12
    for last in range(1, beats, max(1, beats // 12)):
        beats = 0

        def until(_seconds: float | None, last: int = last) -> None:
            nonlocal beats
            beats += 1
            if beats >= last:
                raise EnoughError

        with pytest.raises(EnoughError):
            listener(embedder, longest_whole=1000).hear(path, until)
    assert heard.embed_text(["rain"], nothing).shape == (1, embedder.dimension)


class Waiting(FakeEmbedder):
    """Goes through a sound again and again until a text was read."""

    def __init__(self, start_reading: Callable[[], None]) -> None:
        self.has_read = False
        self.passes = 0
        self._start_reading = start_reading

    def embed_stream(self, sound: SoundStream) -> Vectors:
        self._start_reading()
        deadline = time.monotonic() + _WAIT
        while not self.has_read and time.monotonic() < deadline:
            self.passes += 1
            for _block in sound:
                pass
        return super().embed_stream(sound)

    def embed_text(self, texts: Sequence[str]) -> Vectors:
        self.has_read = True
        return super().embed_text(texts)


def test_a_text_is_read_while_a_long_sound_is_heard(tmp_path: Path) -> None:
    path = sounds.make(tmp_path, frames=sounds.noise(40))
    read: list[Vectors] = []
    reading = threading.Thread(target=lambda: read.append(heard.embed_text(["rain"], nothing)))
    embedder = Waiting(reading.start)
    heard = listener(embedder, longest_whole=1000)
    heard.hear(path, nothing)
    assert embedder.has_read
    reading.join(_WAIT)
    assert len(read) == 1


class OneAtATime(FakeEmbedder):
    """Hears a sound for ever; says who is reading when somebody begins to, and keeps the first until it may go on."""

    def __init__(self, start_reading: Callable[[], None]) -> None:
        self.first_is_in, self.go_on = threading.Event(), threading.Event()
        self.inside: list[str] = []
        self.together: list[list[str]] = []
        self._start_reading = start_reading

    def embed_stream(self, sound: SoundStream) -> Vectors:
        self._start_reading()
        deadline = time.monotonic() + _WAIT
        while time.monotonic() < deadline:
            for _block in sound:
                pass
        raise AssertionError("nobody cancelled")

    def embed_text(self, texts: Sequence[str]) -> Vectors:
        self.inside.append(texts[0])
        self.together.append(list(self.inside))
        if texts[0] == "first":
            self.first_is_in.set()
            assert self.go_on.wait(_WAIT)
        self.inside.remove(texts[0])
        return super().embed_text(texts)


def test_a_sound_that_is_cancelled_while_others_are_let_in_does_not_open_the_door_to_more(tmp_path: Path) -> None:
    """A text holds the network when the sound that let it in is cancelled; another text waits for the first."""
    first = threading.Thread(target=lambda: heard.embed_text(["first"], nothing))
    embedder = OneAtATime(first.start)
    heard = listener(embedder, longest_whole=1000)

    def until_first_is_in(_seconds: float | None) -> None:
        if embedder.first_is_in.is_set():
            raise EnoughError

    with pytest.raises(EnoughError):
        heard.hear(sounds.make(tmp_path, frames=sounds.noise(40)), until_first_is_in)
    waits = threading.Event()
    second = threading.Thread(target=lambda: heard.embed_text(["second"], lambda _seconds: waits.set()))
    second.start()
    assert waits.wait(_WAIT)  # it gives signs of life, as one that waits does
    embedder.go_on.set()
    for thread in (first, second):
        thread.join(_WAIT)
    assert embedder.together == [["first"], ["second"]]


_MEMORY = """
import sys
from pathlib import Path
from desktop_app.engine.embedders.embedders import load_embedder
from desktop_app.engine.processes.listener import Listener
from desktop_app.engine.starter.starter_files import starter_spec
from tests.long_sounds import FrontEndOnly, peak_memory
from tests.starter_files import STARTER
def nothing(_seconds=None): pass
load = FrontEndOnly if sys.argv[1] == "front end" else lambda: load_embedder(starter_spec(STARTER))
listener = Listener(load, load_seconds=0.0, loading=nothing, loaded=nothing)
listener.hear(Path(sys.argv[2]), nothing)
before = peak_memory()
seconds = listener.hear(Path(sys.argv[3]), nothing).format.seconds
print(seconds, peak_memory() - before)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="reads what Linux tells of a process")
@pytest.mark.parametrize("name", ["front end", "starter"])
def test_half_an_hour_of_eight_channels_takes_no_more_memory_than_a_minute(tmp_path: Path, name: str) -> None:
    """Whole it would be 350 MB at 48 kHz, and 115 MB at 16 kHz."""
    short = sparse_wav(tmp_path / "short.wav", seconds=11, rate=16_000, channels=8, tones=(0.2, 5, 10))
    long = sparse_wav(tmp_path / "long.wav", seconds=1800, rate=16_000, channels=8, tones=(3, 700, 1799))
    command = [sys.executable, "-c", _MEMORY, name, str(short), str(long)]
    said = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, timeout=100).stdout
    seconds, added = map(float, said.split())
    assert seconds == 1800
    assert added < 40_000_000
