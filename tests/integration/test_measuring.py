"""Sounds are measured once all are heard: once for each content, in nobody's way, and nothing is lost or undone."""

import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import apsw
import pytest

from desktop_app.core.analysis import Analysis
from desktop_app.core.events import (
    IndexEvent,
    IndexingIdle,
    IndexingPaused,
    IndexingStopped,
    MeasuringProgress,
    MomentsProgress,
    SoundsIndexed,
)
from desktop_app.core.measured import Measured
from desktop_app.core.moment import WindowShape
from desktop_app.core.musical import MUSIC, Musical, SoundKind
from desktop_app.core.sound import Samples
from desktop_app.core.sound_quality import QUALITY, SoundQuality
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.decoding.sound_errors import (
    LOCKED,
    FailedSoundError,
    UnreachableSoundError,
    UnreadableSoundError,
)
from desktop_app.engine.indexing.measuring import Measuring
from desktop_app.engine.processes.embedding_pool import SOUNDS_A_CHILD, EmbeddingPool
from desktop_app.engine.processes.embedding_process import EmbeddingProcess
from desktop_app.engine.processes.embedding_worker import EmbeddingWorker
from desktop_app.engine.processes.in_process_worker import InProcessWorker
from desktop_app.engine.processes.worker_errors import UnwantedError, WorkerDiedError
from desktop_app.library.databases.migrations import CACHE_STEPS, migrate
from desktop_app.library.library import Library
from tests import fakes, sounds
from tests.library_maker import DEADLINE, CountingEmbedder, Listening, listening, open_library
from tests.long_sounds import sparse_wav
from tests.measurements import GOOD, music

LOOP = music(tempo=120.0, key="F#m", kind=SoundKind.LOOP)
WINDOWS = WindowShape(seconds=0.2, hop_seconds=0.1, longer_than=0.2)
Wanted = Callable[[], bool]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    path = tmp_path / "Sounds"
    path.mkdir()
    return path


@pytest.fixture
def profile(tmp_path: Path) -> Path:
    return tmp_path / "profile"


def make(root: Path, name: str, *, seed: int = 0, seconds: float = 0.3) -> Path:
    return sounds.make(root, name=name, frames=sounds.noise(seconds, seed=seed))


class Scale(InProcessWorker):
    """Says of every sound that it is a good loop; something happens before each half is measured."""

    def __init__(
        self,
        before: Callable[[str, Path, Wanted], object] = lambda _half, _path, _wanted: None,
        *,
        embedder: CountingEmbedder | None = None,
    ) -> None:
        super().__init__(embedder or CountingEmbedder())
        self.before = before
        self.measured: list[tuple[str, str]] = []

    def measure_quality(self, path: Path, wanted: Wanted) -> SoundQuality:
        self.before("quality", path, wanted)
        self.measured.append(("quality", path.name))
        return GOOD

    def analyse_music(self, path: Path, wanted: Wanted) -> Musical:
        self.before("music", path, wanted)
        self.measured.append(("music", path.name))
        return LOOP


def measured(library: Library, path: Path) -> Measured | None:
    """What is stored of a sound."""
    content = content_of(library, path)
    return library.measured.of([content]).get(content)


def content_of(library: Library, path: Path) -> bytes:
    sound = library.sounds.by_path(path)
    assert sound is not None
    assert sound.content_id is not None
    return sound.content_id


def make_older(cache: Path) -> None:
    """Turn a cache into one that was written before sounds were measured."""
    newer = cache.rename(cache.with_name("newer.db"))
    connection = apsw.Connection("")
    connection.execute("ATTACH ? AS newer; ATTACH ? AS cache", (str(newer), str(cache)))
    migrate(connection, "cache", CACHE_STEPS[:3])
    tables = connection.execute("SELECT name FROM cache.sqlite_schema WHERE type = 'table'").fetchall()
    for (table,) in tables:
        if not table.startswith("sqlite_"):
            connection.execute(f"INSERT INTO cache.{table} SELECT * FROM newer.{table}")
    connection.close()


def progress(at_work: Listening) -> list[tuple[int, int]]:
    return [(event.done, event.total) for event in at_work.events if isinstance(event, MeasuringProgress)]


def last(at_work: Listening, kind: type[IndexEvent]) -> int:
    return max(number for number, event in enumerate(at_work.events) if isinstance(event, kind))


class TestMeasuring:
    def test_after_all_sounds_and_before_the_moments(self, root: Path, profile: Path) -> None:
        paths = [make(root, f"{number}", seed=number) for number in range(3)]
        with listening(profile, Scale(), windows=WINDOWS, measured=True) as at_work:
            at_work.index(root)
            assert [measured(at_work.library, path) for path in paths] == [Measured(GOOD, LOOP)] * 3
            assert progress(at_work)[0] == (0, 3)
            assert progress(at_work)[-1] == (3, 3)
            assert isinstance(at_work.events[-1], IndexingIdle)
            first = at_work.events.index(at_work.told(MeasuringProgress)[0])
            assert last(at_work, SoundsIndexed) < first
            assert last(at_work, MeasuringProgress) < at_work.events.index(at_work.told(MomentsProgress)[0])

    def test_when_progress_is_told_it_is_stored(self, root: Path, profile: Path) -> None:
        make(root, "a")
        stored: list[int] = []

        def look(event: IndexEvent) -> None:
            if isinstance(event, MeasuringProgress):
                stored.append(event.done - 1 + at_work.library.analyses.waiting_count([QUALITY, MUSIC]))

        with listening(profile, Scale(), measured=True, follow=look) as at_work:
            at_work.index(root)
        assert set(stored) == {0}

    def test_copies_are_measured_once_and_nothing_twice(self, root: Path, profile: Path) -> None:
        original, copy = make(root, "original"), make(root, "copy")
        worker = Scale()
        with listening(profile, worker, measured=True) as at_work:
            at_work.index(root)
            at_work.index()
            assert sorted(half for half, _ in worker.measured) == ["music", "quality"]
            assert measured(at_work.library, copy) == measured(at_work.library, original) == Measured(GOOD, LOOP)

    def test_what_is_not_wanted_is_not_measured(self, root: Path, profile: Path) -> None:
        make(root, "a")
        is_wanted = False
        with listening(profile) as at_work:
            at_work.index(root)
            worker = Scale()
            measuring = Measuring(at_work.library, worker, wanted=lambda: is_wanted)
            measuring.measure(lambda: True, at_work.events.append)
            measuring.measure(lambda: False, at_work.events.append)
            assert not worker.measured
            is_wanted = True
            measuring.measure(lambda: True, at_work.events.append)
            assert len(worker.measured) == 2

    def test_a_library_from_before_is_measured_and_not_heard_again(self, root: Path, profile: Path) -> None:
        path = make(root, "a")
        with listening(profile) as at_work:
            at_work.index(root)
        make_older(profile / "cache.db")
        embedder = CountingEmbedder()
        with listening(profile, Scale(embedder=embedder), measured=True) as at_work:
            at_work.index()
            assert measured(at_work.library, path) == Measured(GOOD, LOOP)
            assert not at_work.told(SoundsIndexed)
            assert len(at_work.embedded.snapshot().matrix) == 1
        assert embedder.heard == 0

    def test_an_older_version_of_one_half_is_measured_anew_alone(self, root: Path, profile: Path) -> None:
        path = make(root, "a")
        worker = Scale()
        with listening(profile, worker, measured=True) as at_work:
            at_work.index(root)
            older = Analysis(MUSIC.name, MUSIC.version - 1)
            at_work.library.analyses.save_problem(older, content_of(at_work.library, path), "It was too hard then.")
            at_work.index()
            assert worker.measured == [("quality", path.name), ("music", path.name), ("music", path.name)]

    def test_waiting_for_all_sounds_does_not_wait_for_them_to_be_measured(self, root: Path, profile: Path) -> None:
        make(root, "a")
        asked, may_go_on = threading.Event(), threading.Event()

        def wait(*_: object) -> None:
            asked.set()
            assert may_go_on.wait(DEADLINE)

        with listening(profile, Scale(wait), windows=WINDOWS, measured=True) as at_work:
            at_work.library.folders.add(root)
            at_work.indexer.rescan()
            assert at_work.indexer.wait_idle(DEADLINE, measuring=False, moments=False)
            assert asked.wait(DEADLINE)
            assert not at_work.indexer.wait_idle(0.0, moments=False)
            assert not at_work.indexer.wait_idle(0.0)
            may_go_on.set()
            assert at_work.indexer.wait_idle(DEADLINE, moments=False)
            assert at_work.indexer.wait_idle(DEADLINE)


def until_unwanted(wanted: Wanted) -> None:
    """A very long sound: is measured until nobody wants that."""
    tick = threading.Event()
    while wanted():
        tick.wait(0.01)
    raise UnwantedError


class TestGivingWay:
    def test_a_pause_breaks_off_the_sound_that_is_being_measured(self, root: Path, profile: Path) -> None:
        path = make(root, "long")
        worker = Scale()
        with listening(profile, worker, measured=True) as at_work:

            def pause(half: str, _path: Path, wanted: Wanted) -> None:
                if half == "music":
                    at_work.indexer.pause()
                    until_unwanted(wanted)

            worker.before = pause
            at_work.index(root)
            assert isinstance(at_work.events[-1], IndexingPaused)
            assert progress(at_work)[-1] == (0, 1)
            assert measured(at_work.library, path) == Measured(GOOD), "the half that was done is kept"
            worker.before = lambda *_: None
            at_work.indexer.resume()
            assert at_work.indexer.wait_idle(DEADLINE)
            assert measured(at_work.library, path) == Measured(GOOD, LOOP)
            assert worker.measured == [("quality", path.name), ("music", path.name)]

    def test_new_sounds_are_heard_first(self, root: Path, profile: Path) -> None:
        make(root, "long")
        added = threading.Event()
        worker = Scale()
        with listening(profile, worker, measured=True) as at_work:

            def add(_half: str, _path: Path, wanted: Wanted) -> None:
                if not added.is_set():
                    added.set()
                    make(root, "new", seed=5)
                    at_work.indexer.rescan()
                    until_unwanted(wanted)

            worker.before = add
            at_work.index(root)
            first = at_work.events.index(at_work.told(MeasuringProgress)[0])
            assert last(at_work, SoundsIndexed) > first
            assert progress(at_work)[-1] == (2, 2)
            assert len(worker.measured) == 4

    def test_what_was_broken_off_comes_last_then(self, root: Path, profile: Path) -> None:
        """Else a long sound that is broken off again and again would keep the others waiting for ever."""
        paths = [make(root, f"{number}", seed=number) for number in range(3)]
        worker = Scale()
        with listening(profile) as at_work:
            at_work.index(root)
            goes_on = {"still": True}

            def disturb(_half: str, path: Path, wanted: Wanted) -> None:
                if path == paths[0]:
                    goes_on["still"] = False
                    until_unwanted(wanted)

            worker.before = disturb
            measuring = Measuring(at_work.library, worker)
            measuring.measure(lambda: goes_on["still"], lambda _event: None)
            assert not worker.measured
            goes_on["still"] = True
            measuring.measure(lambda: goes_on["still"], lambda _event: None)
            assert {name for _, name in worker.measured} == {path.name for path in paths[1:]}

    def test_what_may_not_begin_any_more_may_end(self, root: Path, profile: Path) -> None:
        paths = [make(root, f"{number}", seed=number) for number in range(3)]
        with listening(profile) as at_work:
            at_work.index(root)
            worker = Scale()
            Measuring(at_work.library, worker).measure(
                lambda: True, lambda _event: None, begins=lambda: not worker.measured
            )
            assert worker.measured == [("quality", paths[0].name), ("music", paths[0].name)]
            assert measured(at_work.library, paths[0]) == Measured(GOOD, LOOP)

    def test_switching_it_off_breaks_it_off_and_the_moments_come(self, root: Path, profile: Path) -> None:
        make(root, "long")
        switch = {"on": True}
        with listening(profile) as at_work:
            at_work.index(root)

            def switch_off(_half: str, _path: Path, wanted: Wanted) -> None:
                switch["on"] = False
                until_unwanted(wanted)

            worker = Scale(switch_off)
            Measuring(at_work.library, worker, wanted=lambda: switch["on"]).measure(lambda: True, lambda _event: None)
            assert not worker.measured

    def test_what_was_found_before_the_end_is_stored(self, root: Path, profile: Path) -> None:
        paths = [make(root, f"{number}", seed=number) for number in range(2)]
        reached = threading.Event()

        def end(_half: str, path: Path, wanted: Wanted) -> None:
            if path == paths[1]:
                reached.set()
                until_unwanted(wanted)

        with listening(profile, Scale(end), measured=True) as at_work:
            at_work.library.folders.add(root)
            at_work.indexer.rescan()
            assert reached.wait(DEADLINE)
        with open_library(profile) as library:
            assert measured(library, paths[0]) == Measured(GOOD, LOOP)
            assert measured(library, paths[1]) is None


class TestTrouble:
    def test_a_file_that_cannot_be_measured_is_noted_and_not_tried_again(self, root: Path, profile: Path) -> None:
        broken, good = make(root, "broken"), make(root, "good", seed=1)

        def refuse(half: str, path: Path, _wanted: Wanted) -> None:
            if path == broken and half == "quality":
                raise UnreadableSoundError("The drive reads nothing here.")

        worker = Scale(refuse)
        with listening(profile, worker, measured=True) as at_work:
            at_work.index(root)
            assert measured(at_work.library, good) == Measured(GOOD, LOOP)
            assert measured(at_work.library, broken) == Measured(None, LOOP), "each half by itself"
            content = content_of(at_work.library, broken)
            assert at_work.library.analyses.problem(QUALITY, content) == "The drive reads nothing here."
            assert at_work.library.analyses.problem(MUSIC, content) is None
            assert progress(at_work)[-1] == (2, 2)
            at_work.index()
            assert len(worker.measured) == 3
            assert at_work.library.analyses.waiting_count([QUALITY, MUSIC]) == 0

    def test_a_file_that_is_locked_for_a_while_is_measured_when_work_goes_on(self, root: Path, profile: Path) -> None:
        path = make(root, "locked")

        def refuse(*_: object) -> None:
            raise UnreachableSoundError(LOCKED)

        worker = Scale(refuse)
        with listening(profile, worker, measured=True) as at_work:
            at_work.index(root)
            assert measured(at_work.library, path) is None
            worker.before = lambda *_: None
            at_work.index()
            assert measured(at_work.library, path) == Measured(GOOD, LOOP)

    def test_a_file_that_changes_meanwhile_is_left_to_the_next_scan(self, root: Path, profile: Path) -> None:
        path = make(root, "a")
        changed = iter([True])

        def change(*_: object) -> None:
            if next(changed, False):
                make(root, "a", seed=7, seconds=0.5)

        worker = Scale(change)
        with listening(profile, worker, measured=True) as at_work:
            at_work.index(root)
            at_work.index()
            assert measured(at_work.library, path) == Measured(GOOD, LOOP)
            assert worker.measured.count(("quality", path.name)) == 2, "the old audio says nothing"

    def test_a_file_that_goes_away_before_its_turn_is_left_to_the_next_scan(self, root: Path, profile: Path) -> None:
        first, second = make(root, "a"), make(root, "b", seed=1)
        worker = Scale(lambda *_: second.unlink(missing_ok=True))
        with listening(profile, worker, measured=True) as at_work:
            at_work.index(root)
            assert measured(at_work.library, first) == Measured(GOOD, LOOP)
            assert {name for _, name in worker.measured} == {first.name}
            assert progress(at_work)[-1] == (2, 2)

    def test_a_fault_of_ours_is_noted_and_the_others_are_measured(self, root: Path, profile: Path) -> None:
        odd, good = make(root, "odd"), make(root, "good", seed=1)

        def fail(half: str, path: Path, _wanted: Wanted) -> None:
            if path == odd and half == "music":
                raise FailedSoundError("Earmark failed on this file (ZeroDivisionError); the log says more.")

        with listening(profile, Scale(fail), measured=True) as at_work:
            at_work.index(root)
            assert measured(at_work.library, good) == Measured(GOOD, LOOP)
            assert measured(at_work.library, odd) == Measured(GOOD)
            content = content_of(at_work.library, odd)
            assert "ZeroDivisionError" in (at_work.library.analyses.problem(MUSIC, content) or "")

    @pytest.mark.parametrize(("deadly", "kept"), [("quality", Measured(None, LOOP)), ("music", Measured(GOOD, None))])
    def test_a_sound_over_which_the_worker_dies_is_tried_twice_and_the_other_half_is_kept(
        self, root: Path, profile: Path, deadly: str, kept: Measured
    ) -> None:
        path, good = make(root, "deadly"), make(root, "good", seed=1)
        deaths = []

        def die(half: str, dying: Path, _wanted: Wanted) -> None:
            if half == deadly and dying == path:
                deaths.append(half)
                raise WorkerDiedError("crash")

        with listening(profile, Scale(die), measured=True) as at_work:
            at_work.index(root)
            assert deaths == [deadly] * 2
            assert measured(at_work.library, good) == Measured(GOOD, LOOP)
            assert measured(at_work.library, path) == kept
            assert progress(at_work)[-1] == (2, 2)
            at_work.index()
            assert len(deaths) == 2

    def test_a_worker_that_dies_over_everything_gets_no_sound_blamed(self, root: Path, profile: Path) -> None:
        path = make(root, "a")
        with listening(profile, Deadly(), measured=True) as at_work:
            at_work.index(root)
            assert at_work.told(IndexingStopped)
            assert at_work.library.analyses.problem(QUALITY, content_of(at_work.library, path)) is None
            assert at_work.library.analyses.waiting_count([QUALITY, MUSIC]) == 1

    def test_it_leaves_its_sounds_to_the_others(self, root: Path, profile: Path) -> None:
        paths = [make(root, f"{number}", seed=number) for number in range(8)]
        deadly = Deadly()
        pair = Pair(deadly)
        with listening(profile, pair, measured=True) as at_work:
            at_work.index(root)
            assert not at_work.indexer.problem
            assert [measured(at_work.library, path) for path in paths] == [Measured(GOOD, LOOP)] * 8
        assert deadly.was_examined.is_set()


class Deadly(Scale):
    """Hears, but dies over everything that it is to measure, and from then on over everything."""

    def __init__(self) -> None:
        super().__init__()
        self.was_examined = threading.Event()

    def measure_quality(self, path: Path, wanted: Wanted) -> SoundQuality:
        raise WorkerDiedError("crash")

    def embed_samples(self, sounds: Sequence[Samples]) -> Vectors:
        self.was_examined.set()
        raise WorkerDiedError("crash")


class Pair(Scale):
    """Two workers, of which this one measures nothing before the other one was found to die over everything."""

    def __init__(self, other: Deadly) -> None:
        super().__init__(lambda *_: other.was_examined.wait(DEADLINE))
        self._other = other

    def measurers_for(self, waiting: int, /) -> Sequence[EmbeddingWorker]:
        return [self, self._other]


@pytest.fixture
def child() -> Iterator[EmbeddingProcess]:
    process = EmbeddingProcess(fakes.fake_spec(), loader="tests.fakes:load_fake")
    yield process
    process.close()


def make_hours(root: Path) -> Path:
    """A sound that takes minutes to be measured."""
    return sparse_wav(root / "hours.wav", seconds=4 * 3600.0, rate=48_000, channels=2, tones=[1.0])


class TestInAChild:
    def test_a_sound_is_measured_there(self, root: Path, child: EmbeddingProcess, profile: Path) -> None:
        path = make(root, "noise", seconds=2.0)
        with listening(profile, child, measured=True) as at_work:
            at_work.index(root)
            found = measured(at_work.library, path)
            assert found is not None
            assert found.quality is not None
            assert (found.quality.sample_rate, found.quality.channels) == (sounds.RATE, 1)
            assert found.music is not None

    def test_what_nobody_wants_any_more_is_broken_off_and_the_child_lives(
        self, root: Path, child: EmbeddingProcess
    ) -> None:
        hours, short = make_hours(root), make(root, "short")
        assert child.measure_quality(short, lambda: True).channels == 1
        before = child.pid
        with pytest.raises(UnwantedError):
            child.measure_quality(hours, lambda: False)
        assert child.measure_quality(short, lambda: True).channels == 1
        assert child.pid == before

    def test_without_a_child_it_is_broken_off_as_well(self, root: Path) -> None:
        worker = InProcessWorker(CountingEmbedder())
        for measure in (worker.measure_quality, worker.analyse_music):
            with pytest.raises(UnwantedError):
                measure(make_hours(root), lambda: False)

    def test_a_person_is_answered_while_a_long_sound_is_measured(self, root: Path, child: EmbeddingProcess) -> None:
        hours, short = make_hours(root), make(root, "short")
        answered, broken_off = threading.Event(), threading.Event()

        def measure() -> None:
            try:
                child.measure_quality(hours, lambda: not answered.is_set())
            except UnwantedError:
                broken_off.set()

        thread = threading.Thread(target=measure)
        thread.start()
        assert len(child.embed_part(short, 0.0, None)) == fakes.DIMENSION
        answered.set()
        thread.join(DEADLINE)
        assert broken_off.is_set(), "it had not been waited for"

    def test_a_broken_file_is_refused_with_a_sentence(self, root: Path, child: EmbeddingProcess) -> None:
        broken = sounds.text_file(root, name="broken.wav")
        with pytest.raises(UnreadableSoundError, match=r"\.$"):
            child.measure_quality(broken, lambda: True)
        with pytest.raises(UnreadableSoundError, match=r"\.$"):
            child.analyse_music(broken, lambda: True)


def test_several_children_measure_though_none_has_a_network() -> None:
    free = [1 << 40]
    pool = EmbeddingPool(
        lambda idle: EmbeddingProcess(fakes.fake_spec(), loader="tests.fakes:load_fake", idle_seconds=idle),
        3,
        free_bytes=lambda: free[0],
    )
    try:
        assert len(pool.workers_for(1_000)) == 1
        assert len(pool.measurers_for(1_000)) == 3
        assert len(pool.measurers_for(SOUNDS_A_CHILD)) == 1
        free[0] = 0
        assert len(pool.measurers_for(1_000)) == 1
    finally:
        pool.close()
