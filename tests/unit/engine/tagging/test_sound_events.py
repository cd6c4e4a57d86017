"""When tags apply in a sound, wherever it lies: listened to when that is asked, or known from the search's windows."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.calibration import Background
from desktop_app.core.scoring import ScoredTag, TagMatrix
from desktop_app.core.tag import Tag
from desktop_app.core.vector_index import Vectors
from desktop_app.core.verdict import Judgement
from desktop_app.engine.decoding.sound_errors import SilentSoundError, UnreadableSoundError
from desktop_app.engine.indexing.moment_hearing import STARTER_WINDOWS as MOMENT_WINDOWS
from desktop_app.engine.processes.in_process_worker import InProcessWorker
from desktop_app.engine.tagging.prompts import Prompts
from desktop_app.engine.tagging.sound_events import SoundEvents
from desktop_app.engine.tagging.tagger import Tagger
from tests.fakes import DIMENSION, FakeEmbedder, fake_spec
from tests.library_maker import Listening, listening
from tests.sounds import broken_files, make, noise, silence, tone

NOISE_AT = (6.0, 10.0)


class WatchedWorker(InProcessWorker):
    """Remembers which windows it was asked for."""

    def __init__(self) -> None:
        super().__init__(FakeEmbedder())
        self.windows: list[float] = []

    def hear_windows(self, path: Path, starts: Sequence[float], seconds: float) -> Vectors:
        """As it is, and remembered."""
        self.windows.extend(starts)
        return super().hear_windows(path, starts, seconds)


class NoiseTagger(Tagger):
    """A tagger with two tags: one that sounds of noise have, one that tones do."""

    def __init__(self, shelf: Listening, worker: WatchedWorker) -> None:
        prompts = Prompts(shelf.library.cache, FakeEmbedder.embedder_id, worker.embed_text)
        super().__init__(shelf.library, shelf.embedded, prompts, lambda: np.zeros((1, DIMENSION), dtype=np.float32))
        noisy, pure = FakeEmbedder().embed_audio([noise(2.0)[:, 0], tone(2.0)[:, 0]])
        vectors = np.stack([noisy - pure, pure - noisy])
        spread = (vectors @ noisy - vectors @ pure)[0] / 10
        usual = vectors @ (noisy + pure) / 2 - 2.25 * spread  # what is half of it just applies
        background = Background(usual.astype(np.float32), np.full(2, spread, dtype=np.float32))
        tags = tuple(ScoredTag("test", Tag(name, name, (name,))) for name in ("noise", "tone"))
        self.known: TagMatrix | None = TagMatrix(tags, vectors, background)

    @property
    def matrix(self) -> TagMatrix | None:
        return self.known


@pytest.fixture
def worker() -> WatchedWorker:
    return WatchedWorker()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "sounds"
    folder.mkdir()
    frames = np.concatenate([tone(6.0), noise(4.0), tone(6.0)])
    make(folder, name="changing", frames=frames)
    make(folder, name="short", frames=noise(0.5))
    return folder


@pytest.fixture
def shelf(tmp_path: Path, folder: Path, worker: WatchedWorker) -> Iterator[Listening]:
    with listening(tmp_path / "profile", worker, windows=MOMENT_WINDOWS) as made:
        made.index(folder)
        worker.windows.clear()
        yield made


@pytest.fixture
def tagger(shelf: Listening, worker: WatchedWorker) -> NoiseTagger:
    return NoiseTagger(shelf, worker)


@pytest.fixture
def events(shelf: Listening, worker: WatchedWorker, tagger: NoiseTagger) -> SoundEvents:
    return SoundEvents(shelf.library, tagger, worker, fake_spec())


def found(events: SoundEvents, path: Path) -> list[tuple[str, float, float]]:
    answer = events.of(path)
    assert answer is not None
    return [(event.tag.tag.name, event.onset, event.offset) for event in answer]


def times_of(events: SoundEvents, path: Path, name: str) -> tuple[float, float]:
    ((onset, offset),) = [(onset, offset) for tag, onset, offset in found(events, path) if tag == name]
    return onset, offset


def test_what_changes_in_a_sound_is_told_to_a_second(events: SoundEvents, folder: Path) -> None:
    assert times_of(events, folder / "changing.wav", "noise") == pytest.approx(NOISE_AT, abs=1.01)
    assert [tag for tag, _, _ in found(events, folder / "changing.wav")].count("tone") == 2


def test_sounds_outside_of_the_library_are_told_in_the_same_way(
    events: SoundEvents, folder: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere.wav"
    elsewhere.write_bytes((folder / "changing.wav").read_bytes())
    assert found(events, elsewhere) == found(events, folder / "changing.wav")


def test_nothing_is_listened_to_twice(events: SoundEvents, folder: Path, worker: WatchedWorker) -> None:
    first = found(events, folder / "changing.wav")
    asked = len(worker.windows)
    assert asked > 20
    assert found(events, folder / "changing.wav") == first
    assert len(worker.windows) == asked


def test_a_short_sound_of_the_library_is_not_listened_to_at_all(
    events: SoundEvents, folder: Path, worker: WatchedWorker
) -> None:
    assert found(events, folder / "short.wav") == [("noise", 0.0, 0.5)]
    assert worker.windows == []


def test_long_sounds_are_told_by_the_windows_of_the_search_where_there_are_any(
    events: SoundEvents, shelf: Listening, folder: Path, worker: WatchedWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "_closely", 10.0)
    assert times_of(events, folder / "changing.wav", "noise") == pytest.approx(NOISE_AT, abs=2.01)
    assert worker.windows == []
    outside = folder.parent / "outside.wav"
    make(folder.parent, name="outside", frames=np.concatenate([tone(6.0), noise(4.0, seed=1), tone(6.0)]))
    assert times_of(events, outside, "noise") == pytest.approx(NOISE_AT, abs=2.01)
    assert worker.windows == list(MOMENT_WINDOWS.starts(16.0)), "there they are heard now"


def test_silence_inside_a_long_sound_is_known_from_windows_that_are_not_there(
    events: SoundEvents, shelf: Listening, folder: Path, worker: WatchedWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(folder, name="pause", frames=np.concatenate([noise(8.0), np.zeros_like(noise(10.0)), noise(8.0)]))
    shelf.index()
    worker.windows.clear()
    monkeypatch.setattr(events, "_closely", 10.0)
    pieces = [(onset, offset) for tag, onset, offset in found(events, folder / "pause.wav") if tag == "noise"]
    assert worker.windows == []
    assert len(pieces) == 2
    assert pieces[0][1] <= 11.0
    assert pieces[1][0] >= 15.0


def test_windows_that_lie_otherwise_than_today_are_heard_again(
    events: SoundEvents, folder: Path, worker: WatchedWorker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "_closely", 10.0)
    monkeypatch.setattr(events, "_moments", type(MOMENT_WINDOWS)(seconds=3.0, hop_seconds=1.5, longer_than=3.0))
    found(events, folder / "changing.wav")
    assert len(worker.windows) == len(type(MOMENT_WINDOWS)(3.0, 1.5, 3.0).starts(16.0))


def test_a_file_that_changed_is_listened_to_again(events: SoundEvents, folder: Path) -> None:
    assert times_of(events, folder / "changing.wav", "noise") == pytest.approx(NOISE_AT, abs=1.01)
    make(folder, name="changing", frames=np.concatenate([noise(4.0), tone(8.0)]))
    assert times_of(events, folder / "changing.wav", "noise") == pytest.approx((0.0, 4.0), abs=1.01)


def test_a_tag_that_a_person_rejected_has_no_events(events: SoundEvents, shelf: Listening, folder: Path) -> None:
    sound = shelf.library.sounds.by_path(folder / "changing.wav")
    assert sound is not None
    assert sound.content_id is not None
    shelf.library.verdicts.say("test", "noise", {Judgement.REJECTED: [sound.content_id]})
    assert {tag for tag, _, _ in found(events, folder / "changing.wav")} == {"tone"}


def test_who_no_longer_wants_to_know_gets_nothing(events: SoundEvents, folder: Path, worker: WatchedWorker) -> None:
    assert events.of(folder / "changing.wav", goes_on=lambda: not worker.windows) is None
    assert 0 < len(worker.windows) < 20
    assert found(events, folder / "changing.wav")


def test_without_tags_there_is_nothing_to_tell(
    events: SoundEvents, tagger: NoiseTagger, folder: Path, worker: WatchedWorker
) -> None:
    tagger.known = None
    assert events.of(folder / "changing.wav") is None
    assert worker.windows == []


def test_what_cannot_be_heard_is_said(events: SoundEvents, tmp_path: Path) -> None:
    with pytest.raises(SilentSoundError):
        events.of(silence(tmp_path, seconds=3.0))
    for path in broken_files(tmp_path):
        with pytest.raises(UnreadableSoundError):
            events.of(path)
