"""Files from anywhere are heard once each, known ones not at all, and no worker's trouble is blamed on a file."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.sound import Samples
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.decoding.heard_sound import HeardSound
from desktop_app.engine.embedders.embedder import EmbedderError
from desktop_app.engine.evaluation.file_crew import HearingCancelledError
from desktop_app.engine.evaluation.heard_files import HeardFiles, hear_files
from desktop_app.engine.processes.embedding_worker import EmbeddingWorker
from desktop_app.engine.processes.in_process_worker import InProcessWorker
from desktop_app.engine.processes.worker_errors import WorkerDiedError
from desktop_app.library.kept_hearing import KeptHearing
from desktop_app.library.library import Library
from tests import sounds
from tests.library_maker import CountingEmbedder, open_library

FAKE = CountingEmbedder.embedder_id


class Troubled(InProcessWorker):
    """Something happens before a file is heard."""

    def __init__(self, before: Callable[["Troubled", Path], object], *, well: bool = True) -> None:
        super().__init__(CountingEmbedder())
        self._before = before
        self._well = well
        self.heard: list[str] = []
        self.others: list[EmbeddingWorker] = []

    def workers_for(self, waiting: int) -> Sequence[EmbeddingWorker]:
        return [self, *self.others]

    def hear(self, path: Path) -> HeardSound:
        self.heard.append(path.name)
        self._before(self, path)
        return super().hear(path)

    def embed_samples(self, sounds: Sequence[Samples]) -> Vectors:
        if not self._well:
            raise WorkerDiedError("crash")
        return super().embed_samples(sounds)


def nobody(_done: int, _total: int, _rate: float) -> None:
    pass


def die(_worker: Troubled, _path: Path) -> None:
    raise WorkerDiedError("crash")


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return [sounds.make(tmp_path, name=f"{seed}", frames=sounds.noise(0.2, seed=seed)) for seed in range(4)]


def hear(library: Library, files: Sequence[Path], worker: EmbeddingWorker) -> HeardFiles:
    return hear_files(files, library, worker, FAKE, nobody)


def test_each_file_is_heard_once_and_nothing_is_added(tmp_path: Path, files: list[Path]) -> None:
    worker = Troubled(lambda _worker, _path: None)
    with open_library(tmp_path / "profile") as library:
        found = hear(library, [*files, *files], worker)
        assert len(library.sounds.ids()) == 0
    assert list(found.vectors) == files
    assert sorted(worker.heard) == sorted(path.name for path in files)
    assert all(np.isfinite(vector).all() for vector in found.vectors.values())


def test_what_cannot_be_read_is_told_and_the_others_are_heard(tmp_path: Path, files: list[Path]) -> None:
    broken = tmp_path / "broken.wav"
    broken.write_bytes(b"RIFF")
    with open_library(tmp_path / "profile") as library:
        found = hear(library, [broken, *files], Troubled(lambda _worker, _path: None))
    assert list(found.problems) == [broken]
    assert list(found.vectors) == files


def test_one_death_says_nothing_about_the_file(tmp_path: Path, files: list[Path]) -> None:
    def die_once(worker: Troubled, path: Path) -> None:
        if worker.heard.count(path.name) == 1 and path == files[1]:
            raise WorkerDiedError("crash")

    with open_library(tmp_path / "profile") as library:
        assert set(hear(library, files, Troubled(die_once)).vectors) == set(files)


def test_a_file_that_kills_every_time_is_left_out(tmp_path: Path, files: list[Path]) -> None:
    def die_over_one(_worker: Troubled, path: Path) -> None:
        if path == files[1]:
            raise WorkerDiedError("crash")

    with open_library(tmp_path / "profile") as library:
        found = hear(library, files, Troubled(die_over_one))
    assert list(found.problems) == [files[1]]
    assert set(found.vectors) == set(files) - {files[1]}


def test_a_worker_that_dies_over_everything_is_done_without(tmp_path: Path, files: list[Path]) -> None:
    worker = Troubled(lambda _worker, _path: None)
    worker.others = [Troubled(die, well=False)]
    with open_library(tmp_path / "profile") as library:
        found = hear(library, files, worker)
    assert (set(found.vectors), found.problems) == (set(files), {})


def test_when_no_worker_is_well_no_file_is_blamed(tmp_path: Path, files: list[Path]) -> None:
    with open_library(tmp_path / "profile") as library, pytest.raises(EmbedderError, match="fails on every sound"):
        hear(library, files, Troubled(die, well=False))


def test_numbers_that_are_none_are_left_out(tmp_path: Path, files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(_self: CountingEmbedder, sounds: Sequence[Samples]) -> Vectors:
        return np.full((len(sounds), CountingEmbedder.dimension), np.nan, dtype=np.float32)

    monkeypatch.setattr(CountingEmbedder, "embed_audio", nothing)
    with open_library(tmp_path / "profile") as library:
        found = hear(library, files, Troubled(lambda _worker, _path: None))
    assert (found.vectors, set(found.problems)) == ({}, set(files))


def test_what_was_heard_once_is_kept_and_gives_the_same(tmp_path: Path, files: list[Path]) -> None:
    first, second = (Troubled(lambda _worker, _path: None) for _ in range(2))
    with open_library(tmp_path / "profile") as library:
        with KeptHearing(tmp_path / "heard.db") as kept:
            before = hear_files(files, library, first, FAKE, nobody, kept=kept)
        os.utime(files[2], (1, 1))
        with KeptHearing(tmp_path / "heard.db") as kept:
            after = hear_files(files, library, second, FAKE, nobody, kept=kept)
    assert second.heard == [files[2].name], "the one that changed"
    for path in files:
        assert (before.vectors[path] == after.vectors[path]).all()


def test_who_cancels_gets_no_more_sounds_heard(tmp_path: Path, files: list[Path]) -> None:
    worker = Troubled(lambda _worker, _path: None)
    with (
        open_library(tmp_path / "profile") as library,
        KeptHearing(tmp_path / "heard.db") as kept,
        pytest.raises(HearingCancelledError),
    ):
        hear_files(files, library, worker, FAKE, nobody, kept=kept, cancelled=lambda: len(worker.heard) >= 2)
    assert 2 <= len(worker.heard) < 4


def test_an_interruption_ends_the_worker_and_keeps_what_was_heard(tmp_path: Path, files: list[Path]) -> None:
    worker = Troubled(lambda _worker, _path: None)
    worker.close = lambda: closed.append(True)  # type: ignore[method-assign]
    closed: list[bool] = []

    def interrupt(done: int, _total: int, _rate: float) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with open_library(tmp_path / "profile") as library:
        with KeptHearing(tmp_path / "heard.db") as kept, pytest.raises(KeyboardInterrupt):
            hear_files(files, library, worker, FAKE, interrupt, kept=kept)
        assert closed
        again = Troubled(lambda _worker, _path: None)
        with KeptHearing(tmp_path / "heard.db") as kept:
            hear_files(files, library, again, FAKE, nobody, kept=kept)
    assert len(again.heard) == 2
