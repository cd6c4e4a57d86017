"""The windows of long sounds are heard once all sounds are, step by step, and nothing of it is done twice or lost."""

import os
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest
import soundfile
import soxr

from desktop_app.core.events import IndexingFailed, IndexingIdle, IndexingPaused, MomentsProgress, SoundsIndexed
from desktop_app.core.moment import WindowShape
from desktop_app.core.query import parse_query
from desktop_app.core.sound import Samples
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.decoding.heard_sound import HeardSound
from desktop_app.engine.decoding.sound_errors import LOCKED, UnreachableSoundError, UnreadableSoundError
from desktop_app.engine.indexing import indexer, moment_hearing
from desktop_app.engine.indexing.moment_hearing import (
    CLAP_WINDOWS,
    STARTER_WINDOWS,
    VERSION,
    MomentHearing,
    window_shape,
)
from desktop_app.engine.processes.embedding_pool import EmbeddingPool
from desktop_app.engine.processes.embedding_process import EmbeddingProcess
from desktop_app.engine.processes.embedding_worker import EmbeddingWorker
from desktop_app.engine.processes.in_process_worker import InProcessWorker
from desktop_app.engine.processes.worker_errors import WorkerDiedError
from desktop_app.engine.starter.starter_files import starter_spec
from desktop_app.library.library import Library
from desktop_app.open_profile.embedder_list import starter_folder
from desktop_app.open_profile.listening import listen_with
from tests import fakes, sounds
from tests.library_maker import DEADLINE, CountingEmbedder, Listening, listening, open_library

FAKE = CountingEmbedder.embedder_id
SHAPE = WindowShape(seconds=0.5, hop_seconds=0.25, longer_than=0.5)
EVERYDAY = Path(__file__).parents[1] / "data" / "everyday"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    path = tmp_path / "Sounds"
    path.mkdir()
    return path


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


def make(root: Path, name: str, seconds: float, *, seed: int = 0) -> Path:
    return sounds.make(root, name=name, frames=sounds.noise(seconds, seed=seed))


def windows_of(library: Library, path: Path) -> int | None:
    """How many windows of a sound were stored; None when it was not analysed."""
    found = library.sounds.by_path(path)
    assert found is not None
    counts = {heard.content_id: len(heard.starts) for heard in library.windows.since(FAKE, 0)}
    return None if found.content_id is None else counts.get(found.content_id)


class WatchedWorker(InProcessWorker):
    """Remembers which windows it was asked for; something happens before each part is heard."""

    def __init__(self, before: Callable[[Path, Sequence[float]], object] = lambda _path, _starts: None) -> None:
        super().__init__(CountingEmbedder())
        self.before = before
        self.asked: list[tuple[str, float]] = []
        self.sounds: list[str] = []
        self.heard: Callable[[Path], object] = lambda _path: None

    def hear(self, path: Path) -> HeardSound:
        self.sounds.append(path.name)
        found = super().hear(path)
        self.heard(path)
        return found

    def hear_windows(self, path: Path, starts: Sequence[float], seconds: float) -> Vectors:
        self.before(path, starts)
        found = super().hear_windows(path, starts, seconds)
        self.asked += [(path.name, start) for start in starts]
        return found


def moments(at_work: Listening) -> list[tuple[int, int]]:
    return [(event.done, event.total) for event in at_work.events if isinstance(event, MomentsProgress)]


class TestHearing:
    def test_long_sounds_have_their_windows_in_the_end(self, root: Path, profile: Path) -> None:
        short, long, longer = make(root, "short", 0.4), make(root, "long", 2.0), make(root, "longer", 6.1)
        worker = WatchedWorker()
        with listening(profile, worker, windows=SHAPE) as at_work:
            at_work.index(root)
            assert windows_of(at_work.library, short) is None
            assert windows_of(at_work.library, long) == len(SHAPE.starts(2.0)) == 7
            assert windows_of(at_work.library, longer) == len(SHAPE.starts(6.1)) == 24
            assert moments(at_work) == [(0, 2), (1, 2), (2, 2)]
            assert isinstance(at_work.events[-1], IndexingIdle)
            last_sound = max(number for number, each in enumerate(at_work.events) if isinstance(each, SoundsIndexed))
            assert at_work.events.index(at_work.told(MomentsProgress)[0]) > last_sound
            asked = len(worker.asked)
            at_work.index()
            assert len(worker.asked) == asked, "nothing is heard twice"

    def test_a_window_is_what_the_part_of_the_file_is(self, root: Path, profile: Path) -> None:
        path = make(root, "long", 6.1)
        worker = InProcessWorker(CountingEmbedder())
        with listening(profile, worker, windows=SHAPE) as at_work:
            at_work.index(root)
            [found] = at_work.library.windows.since(FAKE, 0)
            exact = found.coarse * found.scales[:, None]
            for place in (0, 9, 23):
                start = float(found.starts[place])
                part = worker.embed_part(path, start, start + 0.5)
                np.testing.assert_allclose(exact[place], part, atol=0.01)

    def test_silent_windows_are_left_out(self, root: Path, profile: Path) -> None:
        frames = sounds.noise(4.0)
        frames[: round(2.0 * sounds.RATE)] = 0.0
        path = sounds.make(root, name="half", frames=frames)
        with listening(profile, windows=SHAPE) as at_work:
            at_work.index(root)
            [found] = at_work.library.windows.since(FAKE, 0)
            assert found.starts.min() == pytest.approx(1.75), "the first that reaches into what is heard"
            assert windows_of(at_work.library, path) == 8

    def test_what_is_not_wanted_is_not_heard(self, root: Path, profile: Path) -> None:
        make(root, "long", 2.0)
        is_wanted = False
        with listening(profile) as at_work:
            at_work.index(root)
            worker = WatchedWorker()
            hearing = MomentHearing(at_work.library, worker, FAKE, SHAPE, wanted=lambda: is_wanted)
            hearing.hear(lambda: True, at_work.events.append)
            assert not worker.asked
            is_wanted = True
            hearing.hear(lambda: True, at_work.events.append)
            assert len(worker.asked) == 7

    def test_each_network_has_windows_of_its_own(self) -> None:
        """Whoever changes these numbers raises the version, and then writes both down here."""
        assert VERSION == 1
        assert WindowShape(10.0, 5.0, 10.0, most=30) == CLAP_WINDOWS
        assert WindowShape(4.0, 2.0, 8.0) == STARTER_WINDOWS
        assert window_shape(fakes.fake_spec()) is STARTER_WINDOWS


class TestGoingOn:
    def test_after_a_crash_only_the_sound_that_was_being_heard_is_heard_again(self, root: Path, profile: Path) -> None:
        paths = [make(root, f"{number}", 6.0, seed=number) for number in range(3)]
        worker = WatchedWorker()
        with listening(profile, worker) as at_work:
            at_work.index(root)
        with open_library(profile) as library:
            left = iter([True] * 4)
            first = MomentHearing(library, worker, FAKE, SHAPE)
            first.hear(lambda: next(left, False), lambda _event: None)
            before = len(worker.asked)
        with listening(profile, worker, windows=SHAPE) as at_work:
            done = [path for path in paths if windows_of(at_work.library, path)]
            at_work.index()
            again = {name for name, _ in worker.asked[before:]}
            assert again == {path.name for path in paths} - {path.name for path in done}
            assert all(windows_of(at_work.library, path) == 23 for path in paths)

    def test_a_pause_takes_effect_between_two_parts_and_nothing_is_heard_again(self, root: Path, profile: Path) -> None:
        path = make(root, "long", 6.0)
        worker = WatchedWorker()
        with listening(profile, worker, windows=SHAPE) as at_work:
            worker.before = lambda _path, starts: at_work.indexer.pause() if starts[0] else None
            at_work.index(root)
            assert isinstance(at_work.events[-1], IndexingPaused)
            assert 0 < len(worker.asked) < 23
            assert windows_of(at_work.library, path) is None
            worker.before = lambda _path, _starts: None
            at_work.indexer.resume()
            assert at_work.indexer.wait_idle(DEADLINE)
            assert windows_of(at_work.library, path) == 23
            assert len(worker.asked) == len(set(worker.asked)) == 23

    def test_a_file_that_changes_during_a_pause_is_begun_anew(self, root: Path, profile: Path) -> None:
        path = make(root, "long", 6.0)
        worker = WatchedWorker()
        with listening(profile, worker, windows=SHAPE) as at_work:
            worker.before = lambda _path, starts: at_work.indexer.pause() if starts[0] else None
            at_work.index(root)
            assert 0 < len(worker.asked) < 23
            worker.before, worker.asked = lambda _path, _starts: None, []
            make(root, "long", 4.0, seed=1)
            at_work.indexer.rescan()
            at_work.indexer.resume()
            assert at_work.indexer.wait_idle(DEADLINE)
            assert windows_of(at_work.library, path) == len(SHAPE.starts(4.0)) == 15
            assert len(worker.asked) == 15, "nothing was heard of what it is no longer"

    def test_new_sounds_come_first(self, root: Path, profile: Path) -> None:
        make(root, "long", 6.0)
        worker = WatchedWorker()
        with listening(profile, worker, windows=SHAPE) as at_work:
            added = threading.Event()

            def add(_path: Path, _starts: Sequence[float]) -> None:
                if not added.is_set():
                    added.set()
                    make(root, "new", 0.4, seed=5)
                    at_work.indexer.rescan()

            worker.before = add
            at_work.index(root)
            [indexed] = [
                number
                for number, event in enumerate(at_work.events)
                if isinstance(event, SoundsIndexed) and number > at_work.events.index(at_work.told(MomentsProgress)[0])
            ]
            assert moments(at_work)[-1] == (1, 1)
            assert indexed < at_work.events.index(at_work.told(MomentsProgress)[-1])
            assert len(worker.asked) == 23, "what was heard before is not heard again"

    def test_a_file_that_was_being_written_to_is_looked_at_again_meanwhile(
        self, root: Path, profile: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(indexer, "REST_SECONDS", 0.0)
        make(root, "long", 6.0)
        recording = make(root, "recording", 0.4, seed=1)
        worker = WatchedWorker()
        written = iter([1])
        worker.heard = lambda path: os.utime(path, ns=(1, 1)) if path == recording and next(written, 0) else None
        with listening(profile, worker, windows=SHAPE) as at_work:
            at_work.index(root)
            sound = at_work.library.sounds.by_path(recording)
            assert sound is not None
            told = [
                number
                for number, event in enumerate(at_work.events)
                if isinstance(event, SoundsIndexed) and sound.sound_id in event.sound_ids
            ]
            assert worker.sounds.count(recording.name) == 2
            assert told[0] < at_work.events.index(MomentsProgress(1, 1, at_work.told(MomentsProgress)[-1].rate))

    def test_an_older_version_is_brought_up_to_date_and_no_sound_is_embedded_again(
        self, root: Path, profile: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        path = make(root, "long", 2.0)
        worker = WatchedWorker()
        with listening(profile, worker, windows=SHAPE) as at_work:
            at_work.index(root)
        monkeypatch.setattr(moment_hearing, "VERSION", VERSION + 1)
        finer = WindowShape(0.5, 0.125, 0.5)
        with listening(profile, worker, windows=finer) as at_work:
            at_work.index()
            assert windows_of(at_work.library, path) == len(finer.starts(2.0)) == 13
            assert worker.sounds == ["long.wav"]

    def test_waiting_for_all_sounds_does_not_wait_for_moments(self, root: Path, profile: Path) -> None:
        make(root, "long", 2.0)
        asked, may_go_on = threading.Event(), threading.Event()

        def wait(_path: Path, _starts: Sequence[float]) -> None:
            asked.set()
            assert may_go_on.wait(DEADLINE)

        with listening(profile, WatchedWorker(wait), windows=SHAPE) as at_work:
            at_work.library.folders.add(root)
            at_work.indexer.rescan()
            assert at_work.indexer.wait_idle(DEADLINE, moments=False)
            assert asked.wait(DEADLINE)
            assert at_work.told(SoundsIndexed)
            assert not at_work.indexer.wait_idle(0.0)
            may_go_on.set()
            assert at_work.indexer.wait_idle(DEADLINE)


class TestTrouble:
    def test_a_file_that_cannot_be_read_any_more_is_noted_and_not_tried_again(self, root: Path, profile: Path) -> None:
        broken, good = make(root, "broken", 2.0), make(root, "good", 2.0, seed=1)

        def refuse(path: Path, _starts: Sequence[float]) -> None:
            if path == broken:
                raise UnreadableSoundError("The drive reads nothing here.")

        worker = WatchedWorker(refuse)
        with listening(profile, worker, windows=SHAPE) as at_work:
            at_work.index(root)
            assert windows_of(at_work.library, good) == 7
            assert windows_of(at_work.library, broken) is None
            assert moments(at_work)[-1] == (2, 2)
            sound = at_work.library.sounds.by_path(broken)
            assert sound is not None
            assert sound.problem is None, "the sound itself was heard"
            assert sound.content_id is not None
            hearing = MomentHearing(at_work.library, worker, FAKE, SHAPE)
            assert (
                at_work.library.analyses.problem(hearing.analysis, sound.content_id) == "The drive reads nothing here."
            )
            assert not at_work.told(IndexingFailed)
            at_work.index()
            assert moments(at_work)[-1] == (2, 2)

    def test_a_file_that_is_locked_for_a_while_is_heard_when_work_goes_on(self, root: Path, profile: Path) -> None:
        locked, good = make(root, "locked", 6.0), make(root, "good", 2.0, seed=1)

        def refuse(path: Path, _starts: Sequence[float]) -> None:
            if path == locked:
                raise UnreachableSoundError(LOCKED)

        worker = WatchedWorker(refuse)
        with listening(profile, worker, windows=SHAPE) as at_work:
            at_work.index(root)
            assert windows_of(at_work.library, good) == 7
            assert windows_of(at_work.library, locked) is None
            worker.before = lambda _path, _starts: None
            at_work.index()
            assert windows_of(at_work.library, locked) == 23, "no problem was noted"

    @pytest.mark.parametrize("is_gone", [True, False])
    def test_a_file_that_goes_away_or_changes_is_left_to_the_next_scan(
        self, root: Path, profile: Path, *, is_gone: bool
    ) -> None:
        path, good = make(root, "a", 6.0), make(root, "b", 2.0, seed=1)

        def disturb(disturbed: Path, starts: Sequence[float]) -> None:
            if disturbed == path and starts[0]:
                if is_gone:
                    path.unlink()
                    raise UnreadableSoundError("This file is no longer there.")
                os.utime(path, ns=(1, 1))

        worker = WatchedWorker(disturb)
        with listening(profile, worker, windows=SHAPE) as at_work:
            at_work.index(root)
            assert windows_of(at_work.library, good) == 7
            assert windows_of(at_work.library, path) is None
            worker.before = lambda _path, _starts: None
            make(root, "a", 6.0)
            at_work.index()
            assert windows_of(at_work.library, path) == 23, "no problem was noted"

    def test_a_sound_over_which_the_worker_dies_is_tried_twice(self, root: Path, profile: Path) -> None:
        deadly, good = make(root, "deadly", 2.0), make(root, "good", 2.0, seed=1)
        deaths = []

        def die(path: Path, _starts: Sequence[float]) -> None:
            if path == deadly:
                deaths.append(path)
                raise WorkerDiedError("crash")

        with listening(profile, WatchedWorker(die), windows=SHAPE) as at_work:
            at_work.index(root)
            assert len(deaths) == 2
            assert windows_of(at_work.library, good) == 7
            at_work.index()
            assert len(deaths) == 2

    def test_in_a_child_process_windows_are_heard_all_the_same(self, root: Path, profile: Path) -> None:
        path = make(root, "long", 6.0)
        worker = EmbeddingProcess(fakes.fake_spec(), loader="tests.fakes:load_fake")
        with listening(profile, worker, windows=SHAPE) as at_work:
            at_work.index(root)
            assert windows_of(at_work.library, path) == 23


def test_the_parts_of_a_sound_are_shared_out_among_several_children(root: Path, profile: Path) -> None:
    path = make(root, "long", 60.0)
    children: list[CountingProcess] = []

    def child(idle_seconds: float | None) -> EmbeddingProcess:
        children.append(CountingProcess(fakes.fake_spec(), loader="tests.fakes:load_fake", idle_seconds=idle_seconds))
        return children[-1]

    pool = EmbeddingPool(child, 2, free_bytes=lambda: 1 << 40)
    with listening(profile, pool, windows=WindowShape(0.5, 0.1, 0.5)) as at_work:
        at_work.index(root)
        assert windows_of(at_work.library, path) == 596
    parts = [each.parts for each in children]
    assert sum(parts) == 75
    assert min(parts) > 0


class DyingWorker(InProcessWorker):
    """Dies over everything."""

    def __init__(self) -> None:
        super().__init__(CountingEmbedder())
        self.was_examined = threading.Event()

    def hear_windows(self, path: Path, starts: Sequence[float], seconds: float) -> Vectors:
        raise WorkerDiedError("crash")

    def embed_samples(self, sounds: Sequence[Samples]) -> Vectors:
        self.was_examined.set()
        raise WorkerDiedError("crash")


class UnequalPair(WatchedWorker):
    """Two workers, of which this one hears no window before the other one was found to die over everything."""

    def __init__(self, other: DyingWorker) -> None:
        super().__init__(lambda _path, _starts: other.was_examined.wait(DEADLINE))
        self._other = other

    def workers_for(self, waiting: int) -> Sequence[EmbeddingWorker]:
        return [self, self._other]


def test_a_worker_that_dies_over_everything_leaves_its_parts_to_the_others(root: Path, profile: Path) -> None:
    path = make(root, "hours", 60.0)
    dying = DyingWorker()
    with listening(profile, UnequalPair(dying), windows=WindowShape(0.5, 0.1, 0.5)) as at_work:
        at_work.index(root)
        assert not at_work.indexer.problem
        assert windows_of(at_work.library, path) == 596
    assert dying.was_examined.is_set()


class CountingProcess(EmbeddingProcess):
    """Counts what it was asked for."""

    parts = 0

    def hear_windows(self, path: Path, starts: Sequence[float], seconds: float) -> Vectors:
        self.parts += 1
        return super().hear_windows(path, starts, seconds)


def test_the_bundled_embedder_finds_when_it_happens(root: Path, profile: Path) -> None:
    """A dog barks once in a minute of wind, a telephone rings in another; each is found, and when."""
    bark, ring = _recording("dog_bark.ogg"), _recording("telephone.ogg")
    _compose(root / "first.wav", bark, 33.0)
    _compose(root / "second.wav", ring, 12.0)
    spec = starter_spec(starter_folder())
    with open_library(profile) as library:
        parts = listen_with(spec, library, lambda _event: None, in_process=True)
        assert parts.indexer is not None
        parts.indexer.start()
        try:
            library.folders.add(root)
            parts.indexer.rescan()
            assert parts.indexer.wait_idle(DEADLINE)
            for words, name, (start, end) in (
                ("dog barking", "first.wav", (33.0, 33.0 + len(bark) / sounds.RATE)),
                ("telephone ringing", "second.wav", (12.0, 12.0 + len(ring) / sounds.RATE)),
            ):
                answer = parts.searcher.search(parse_query(words))
                [best] = library.sounds.many(answer.sound_ids[:1].tolist())
                assert best.name == name
                assert answer.moments is not None
                moment = answer.moments.at(0)
                assert moment is not None
                assert min(moment.end_s, end) > max(moment.start_s, start), f"{words} at {moment}"
        finally:
            parts.stop()


def _recording(name: str) -> sounds.Frames:
    frames, rate = soundfile.read(EVERYDAY / name, dtype="float32", always_2d=True)
    mono = frames[: 5 * rate].mean(axis=1, keepdims=True)
    return np.asarray(soxr.resample(mono, rate, sounds.RATE), dtype=np.float32)


def _compose(path: Path, event: sounds.Frames, at: float) -> None:
    """A minute of soft noise, as of wind, with something louder in it."""
    noise = np.random.default_rng(1).standard_normal((60 * sounds.RATE, 1))
    wind = np.cumsum(noise, axis=0)
    wind -= np.linspace(wind[0], wind[-1], len(wind))
    frames = (0.05 * wind / np.abs(wind).max()).astype(np.float32)
    first = round(at * sounds.RATE)
    frames[first : first + len(event)] += 0.5 * event / np.abs(event).max()
    sounds.write(path, frames)
