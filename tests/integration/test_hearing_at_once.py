"""Several sounds are heard at the same time: each once, whoever dies, pauses or stops meanwhile."""

import os
import shutil
import threading
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import psutil
import pytest

from desktop_app.core.events import IndexEvent, IndexingFailed, IndexingPaused, IndexingProgress, SoundsIndexed
from desktop_app.core.sound import Samples
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.decoding.heard_sound import HeardSound, Identity
from desktop_app.engine.embedders.embedder import Embedder, EmbedderSpec
from desktop_app.engine.processes import embedding_pool
from desktop_app.engine.processes.embedding_pool import SOUNDS_A_CHILD, EmbeddingPool
from desktop_app.engine.processes.embedding_process import EmbeddingProcess
from desktop_app.engine.processes.embedding_worker import EmbeddingWorker
from desktop_app.engine.processes.in_process_worker import InProcessWorker
from tests import fakes, sounds
from tests.library_maker import DEADLINE, CountingEmbedder, Listening, listening

FAKE = "fake/1"
CHILDREN = 3
ENOUGH = CHILDREN * SOUNDS_A_CHILD
"""Sounds for which all children are worth starting."""
PLENTY = 64 << 30


class NotingEmbedder(fakes.TroubledEmbedder):
    """Leaves a file for each sound that it heard, named by the process and the sound.

    Where there is a file `together`, no process ends its second sound before all have begun one.
    """

    begun = 0

    def embed_audio(self, sounds: Sequence[Samples]) -> Vectors:
        vectors = super().embed_audio(sounds)
        (self._folder / f"begun {os.getpid()}").touch()
        self.begun += 1
        if self.begun == 2 and (self._folder / "together").exists():
            wait_until(lambda: len(list(self._folder.glob("begun *"))) == CHILDREN)
        for sound in sounds:
            digest = uuid.uuid5(uuid.NAMESPACE_OID, sound.tobytes().hex()).hex
            (self._folder / f"{os.getpid()} {digest} {uuid.uuid4().hex}").touch()
        return vectors


def load_noting(spec: EmbedderSpec) -> Embedder:
    """A loader for the children."""
    return NotingEmbedder(spec.folder)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "Sounds"


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = tmp_path / "notes"
    folder.mkdir()
    return folder


def some_sounds(root: Path, count: int) -> list[Path]:
    root.mkdir(exist_ok=True)
    return [
        sounds.make(root, name=f"sound {number:03}", frames=sounds.noise(0.1, seed=number)) for number in range(count)
    ]


def heard(notes: Path) -> list[tuple[int, str]]:
    """Process and sound of each time that a sound was heard."""
    names = (path.name.split() for path in notes.glob("* * *"))
    return [(int(pid), digest) for pid, digest, _ in names]


def wait_until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + DEADLINE
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.01)


@contextmanager
def pooled(profile: Path, notes: Path, *, stall_seconds: float = 20.0) -> Iterator[tuple[Listening, EmbeddingPool]]:
    """A library that three children listen to."""
    spec = fakes.fake_spec(notes)
    loader = f"{__name__}:load_noting"

    def make(idle_seconds: float | None) -> EmbeddingProcess:
        return EmbeddingProcess(spec, loader=loader, stall_seconds=stall_seconds, idle_seconds=idle_seconds)

    pool = EmbeddingPool(make, CHILDREN, free_bytes=lambda: PLENTY)
    with listening(profile, pool) as at_work:
        yield at_work, pool


class TestChildren:
    def test_everything_is_heard_once_by_several_children_and_told_by_one_thread(
        self, root: Path, notes: Path, tmp_path: Path
    ) -> None:
        originals = some_sounds(root, ENOUGH)
        for path in originals[::2]:
            shutil.copyfile(path, path.with_name(f"{path.stem} copy.wav"))
        broken = root / "sound 000 broken.wav"
        broken.write_bytes(b"no sound")
        (notes / "together").touch()
        tellers: set[str] = set()
        with pooled(tmp_path / "profile", notes) as (at_work, pool):
            at_work.indexer._notify = _and_also(  # type: ignore[method-assign]
                at_work.indexer._notify, lambda _: tellers.add(threading.current_thread().name)
            )
            at_work.index(root)
            counts = at_work.library.sounds.counts(FAKE)
            assert (counts.sounds, counts.waiting, counts.unreadable) == (ENOUGH + ENOUGH // 2 + 1, 0, 1)
            assert (at_work.embedded.snapshot().rows >= 0).sum() == counts.sounds - 1
            digests = [digest for _, digest in heard(notes)]
            assert len(digests) == len(set(digests)) == ENOUGH
            assert {pid for pid, _ in heard(notes)} == set(pool.pids)
            assert len(pool.pids) == CHILDREN
            ids = [sound_id for event in at_work.told(SoundsIndexed) for sound_id in event.sound_ids]
            assert len(ids) == len(set(ids)) == counts.sounds - 1
            progress = at_work.told(IndexingProgress)
            assert [event.done for event in progress] == sorted({event.done for event in progress})
            assert (progress[-1].done, progress[-1].total) == (counts.sounds, counts.sounds)
        assert tellers == {"indexer"}

    def test_files_that_kill_or_hang_a_child_are_found_among_innocent_ones(
        self, root: Path, notes: Path, tmp_path: Path
    ) -> None:
        some_sounds(root, ENOUGH)
        bad = [
            sounds.make(root, "wav32f", name=name, frames=np.full((4_000, 1), level, dtype=np.float32))
            for name, level in {
                "sound 003 aborts": fakes.ABORTS,
                "sound 004 hangs": fakes.HANGS,
                "sound 020 aborts": -fakes.ABORTS,
            }.items()
        ]
        bad[2].write_bytes(bad[0].read_bytes()[:-4])  # another content, as deadly
        with pooled(tmp_path / "profile", notes, stall_seconds=3.0) as (at_work, _):
            at_work.index(root)
            problems = dict(at_work.library.sounds.unreadable())
            assert sorted(problems) == sorted(bad)
            assert all("twice" in reason for reason in problems.values())
            assert sorted(event.path for event in at_work.told(IndexingFailed)) == sorted(bad)
            assert at_work.library.sounds.counts(FAKE).waiting == 0
            assert not at_work.indexer.problem

    def test_a_pause_takes_effect_after_the_present_sounds(self, root: Path, notes: Path, tmp_path: Path) -> None:
        some_sounds(root, 2 * ENOUGH)
        with pooled(tmp_path / "profile", notes) as (at_work, _):
            at_work.library.folders.add(root)
            at_work.indexer.rescan()
            wait_until(lambda: bool(heard(notes)))
            at_work.indexer.pause()
            assert at_work.indexer.wait_idle(DEADLINE)
            assert isinstance(at_work.events[-1], IndexingPaused)
            by_then = len(heard(notes))
            waiting = at_work.library.sounds.counts(FAKE).waiting
            assert waiting == 2 * ENOUGH - by_then, "what was heard is stored before it is said that work rests"
            assert waiting > 0
            at_work.indexer.resume()
            assert at_work.indexer.wait_idle(DEADLINE)
            assert at_work.library.sounds.counts(FAKE).waiting == 0
        assert len(heard(notes)) == 2 * ENOUGH

    def test_stopping_is_prompt_and_loses_nothing(self, root: Path, notes: Path, tmp_path: Path) -> None:
        good = some_sounds(root, ENOUGH)
        for number in range(CHILDREN):
            level = np.full((8_000 + number, 1), fakes.HANGS, dtype=np.float32)
            sounds.make(root, "wav32f", name=f"very slow {number}", frames=level)
        with pooled(tmp_path / "profile", notes, stall_seconds=600.0) as (at_work, _):
            at_work.library.folders.add(root)
            at_work.indexer.rescan()
            # The slow ones come last; each holds a child that never ends by itself.
            wait_until(lambda: len(heard(notes)) == len(good))
        with listening(tmp_path / "profile") as at_work:
            assert at_work.indexer.wait_idle(DEADLINE)
            assert at_work.library.sounds.unreadable() == []
        assert len(heard(notes)) == len(good)

    def test_a_child_that_fails_on_every_sound_does_not_stop_the_others(self, root: Path, tmp_path: Path) -> None:
        some_sounds(root, ENOUGH)

        def make(idle_seconds: float | None) -> EmbeddingProcess:
            loader = "tests.fakes:load_fake" if idle_seconds is None else "tests.library_maker:load_dying"
            return EmbeddingProcess(fakes.fake_spec(), loader=loader, idle_seconds=idle_seconds)

        with listening(tmp_path / "profile", EmbeddingPool(make, 2, free_bytes=lambda: PLENTY)) as at_work:
            at_work.index(root)
            assert not at_work.indexer.problem
            assert at_work.library.sounds.unreadable() == []
            assert at_work.library.sounds.counts(FAKE).waiting == 0


class TestPool:
    def test_further_children_are_asked_when_there_is_enough_to_do_and_to_hold(self, notes: Path) -> None:
        free = [PLENTY]
        pool = pool_of(notes, free_bytes=lambda: free[0])
        try:
            assert len(pool.workers_for(1_000_000)) == 1, "before the first has its network"
            pool.embed_text(["rain"])
            asked = [len(pool.workers_for(waiting)) for waiting in (0, 1, 2 * SOUNDS_A_CHILD - 1, 2 * SOUNDS_A_CHILD)]
            assert asked == [1, 1, 1, 2]
            assert len(pool.workers_for(1_000_000)) == CHILDREN
            free[0] = 100 << 20
            assert len(pool.workers_for(1_000_000)) == 1
            free[0] = (1 << 30) + (500 << 20)
            assert len(pool.workers_for(1_000_000)) == 2
            assert len(pool.pids) == 1, "nothing was started by asking"
        finally:
            pool.close()

    @pytest.mark.parametrize(
        "listen",
        [
            lambda pool, path: pool.hear(path),
            lambda pool, path: pool.hear_windows(path, [0.0], 0.1),
            lambda pool, path: pool.embed_part(path, 0.0, 0.1),
        ],
        ids=["sound", "windows", "part"],
    )
    def test_whatever_was_heard_first_the_others_may_start(
        self, notes: Path, tmp_path: Path, listen: Callable[[EmbeddingPool, Path], object]
    ) -> None:
        path = sounds.make(tmp_path, frames=sounds.noise(0.2, seed=1))
        pool = pool_of(notes, free_bytes=lambda: PLENTY)
        try:
            pool.identify(path)
            assert len(pool.workers_for(1_000_000)) == 1, "no network is needed for that"
            listen(pool, path)
            assert len(pool.workers_for(1_000_000)) == CHILDREN
        finally:
            pool.close()

    def test_children_that_run_are_asked_however_few_sounds_wait_and_end_when_they_are_idle(
        self, notes: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(embedding_pool, "IDLE_SECONDS", 0.5)
        path = sounds.make(tmp_path, frames=sounds.noise(0.1, seed=1))
        pool = pool_of(notes, free_bytes=lambda: PLENTY)
        try:
            assert pool.embed_text(["rain"]).shape == (1, fakes.DIMENSION)
            first, second, _ = pool.workers_for(ENOUGH)
            before = second.hear(path).vector
            first_pid = pool.pids[0]
            assert psutil.pid_exists(first_pid)
            wait_until(lambda: pool.pids == [first_pid])
            assert np.array_equal(second.hear(path).vector, before), "it starts again when it is needed"
            assert len(pool.pids) == 2
            assert list(pool.workers_for(2)) == [first, second]
            assert list(pool.workers_for(1)) == [first]
        finally:
            pool.close()
        assert pool.pids == []


class TestCopies:
    def test_a_copy_waits_for_the_sound_that_is_being_heard(self, root: Path, tmp_path: Path) -> None:
        original = some_sounds(root, 1)[0]
        copy = Path(shutil.copyfile(original, root / "sound copy.wav"))
        team = Team(until_identified=2)
        with listening(tmp_path / "profile", team) as at_work:
            at_work.index(root)
            assert (at_work.embedded.snapshot().rows == 0).tolist() == [True, True]
            assert {s.path for s in at_work.library.sounds.many(at_work.library.sounds.ids().tolist())} == {
                original,
                copy,
            }
        assert team.embedder.heard == 1

    def test_a_copy_is_heard_itself_when_the_other_one_changes_meanwhile(self, root: Path, tmp_path: Path) -> None:
        original = some_sounds(root, 1)[0]
        shutil.copyfile(original, root / "sound copy.wav")
        team = Team(until_identified=2, then=_write_anew)
        with listening(tmp_path / "profile", team) as at_work:
            at_work.index(root)
            assert at_work.library.sounds.counts(FAKE).waiting == 0
            assert sorted(at_work.embedded.snapshot().rows.tolist()) == [0, 1]
        assert team.embedder.heard == 3

    def test_sounds_are_stored_by_and_large_in_their_order(self, root: Path, tmp_path: Path) -> None:
        some_sounds(root, 130)
        with listening(tmp_path / "profile", Team()) as at_work:
            at_work.index(root)
            batches = [np.median(event.sound_ids) for event in at_work.told(SoundsIndexed)]
        assert len(batches) > 3
        assert batches == sorted(batches)

    def test_what_nobody_expected_ends_the_work_and_is_told(
        self, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        some_sounds(root, 3)
        told: list[type[BaseException]] = []
        monkeypatch.setattr(threading, "excepthook", lambda arguments: told.append(arguments.exc_type))
        team = Team(until_identified=1, then=_fail)
        with listening(tmp_path / "profile", team) as at_work:
            at_work.library.folders.add(root)
            at_work.indexer.rescan()
            wait_until(lambda: at_work.indexer.stopped)
        assert told == [ZeroDivisionError]


class Team:
    """Three workers in this process; the first sound that is heard waits until so many were identified."""

    def __init__(self, *, until_identified: int = 0, then: Callable[[Path], object] = lambda _: None) -> None:
        self.embedder = CountingEmbedder()
        self.identified: list[Path] = []
        self.until_identified = until_identified
        self.then = then
        self.first = threading.Lock()
        self.members = [Member(self) for _ in range(CHILDREN)]

    def workers_for(self, _waiting: int, /) -> Sequence[EmbeddingWorker]:
        return self.members

    def __getattr__(self, name: str) -> object:
        return getattr(self.members[0], name)


class Member(InProcessWorker):
    """One of the team."""

    def __init__(self, team: Team) -> None:
        super().__init__(team.embedder)
        self.team = team

    def identify(self, path: Path) -> Identity:
        identity = super().identify(path)
        self.team.identified.append(path)
        return identity

    def hear(self, path: Path) -> HeardSound:
        found = super().hear(path)
        if self.team.first.acquire(blocking=False):
            wait_until(lambda: len(self.team.identified) >= self.team.until_identified)
            self.team.then(path)
        return found


def pool_of(notes: Path, *, free_bytes: Callable[[], int]) -> EmbeddingPool:
    """A pool of three."""
    return EmbeddingPool(
        lambda idle: EmbeddingProcess(fakes.fake_spec(notes), loader=f"{__name__}:load_noting", idle_seconds=idle),
        CHILDREN,
        free_bytes=free_bytes,
    )


def _and_also(
    first: Callable[[IndexEvent], None], second: Callable[[IndexEvent], None]
) -> Callable[[IndexEvent], None]:
    def both(event: IndexEvent) -> None:
        first(event)
        second(event)

    return both


def _write_anew(path: Path) -> None:
    sounds.make(path.parent, name=path.stem, frames=sounds.noise(0.2, seed=99))


def _fail(_path: Path) -> None:
    raise ZeroDivisionError("a fault of ours")
