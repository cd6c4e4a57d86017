"""Sounds are made worse where they are heard; a file that breaks there is left out, and what was heard is kept."""

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.evaluation import Truth
from desktop_app.core.sound import Samples
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.evaluation.robustness import compare_worsened, hear_worsened, try_worsened
from desktop_app.engine.evaluation.worsening import AS_IT_IS, WORSENINGS
from desktop_app.engine.processes.in_process_worker import InProcessWorker
from desktop_app.engine.processes.worker_errors import WorkerDiedError
from desktop_app.library.kept_hearing import KeptHearing
from tests import sounds
from tests.library_maker import CountingEmbedder

KINDS = [AS_IT_IS, *(worsening.name for worsening in WORSENINGS)]
FAKE = CountingEmbedder.embedder_id


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return [sounds.make(tmp_path, name=f"{seed}", frames=sounds.noise(0.3, seed=seed)) for seed in range(3)]


def nobody(_done: int, _total: int, _rate: float = 0.0) -> None:
    pass


def test_every_kind_is_heard_and_kept(tmp_path: Path, files: list[Path]) -> None:
    embedder, told = CountingEmbedder(), []
    with KeptHearing(tmp_path / "heard.db") as kept:
        found = hear_worsened(
            files, InProcessWorker(embedder), FAKE, lambda done, total, _rate: told.append((done, total)), kept=kept
        )
    assert [list(found.versions[path]) for path in files] == [KINDS] * 3
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert embedder.heard == 3 * len(KINDS)
    with KeptHearing(tmp_path / "heard.db") as kept:
        again = hear_worsened(files, InProcessWorker(embedder), FAKE, nobody, kept=kept)
    assert embedder.heard == 3 * len(KINDS), "a second run hears nothing"
    for path in files:
        for kind in KINDS:
            assert (again.versions[path][kind] == found.versions[path][kind]).all()


def test_a_file_that_changed_is_heard_again(tmp_path: Path, files: list[Path]) -> None:
    embedder = CountingEmbedder()
    for _ in range(2):
        with KeptHearing(tmp_path / "heard.db") as kept:
            hear_worsened(files[:1], InProcessWorker(embedder), FAKE, nobody, kept=kept)
        os.utime(files[0], (1, 1))
    assert embedder.heard == 2 * len(KINDS)


def test_what_cannot_be_read_or_is_nothing_is_left_out(tmp_path: Path, files: list[Path]) -> None:
    broken, empty = tmp_path / "broken.wav", sounds.make(tmp_path, name="empty", frames=sounds.noise(0.3)[:0])
    broken.write_bytes(b"RIFF")
    holds = np.eye(2, dtype=np.bool_)[[0, 1, 0, 1, 0]]
    found = hear_worsened([broken, *files, empty], InProcessWorker(CountingEmbedder()), FAKE, nobody)
    assert set(found.problems) == {broken, empty}
    tried = try_worsened(
        [broken, *files, empty],
        Truth(("bell", "rain"), holds),
        InProcessWorker(CountingEmbedder()),
        lambda embeddings: embeddings[:, :2],
        nobody,
    )
    assert [each.name for each in tried] == KINDS
    assert {len(each.figures.right) for each in tried} == {3}
    assert tried[0].probability == 1
    everything = Truth(("bell", "rain"), holds[:1])
    assert try_worsened([broken], everything, InProcessWorker(CountingEmbedder()), lambda e: e[:, :2], nobody) == ()


def test_figures_compare_each_kind_with_the_intact_sounds() -> None:
    truth = Truth(("bell", "rain"), np.eye(2, dtype=np.bool_)[[0, 1] * 6])
    intact, worse = np.eye(2, dtype=np.float32), np.eye(2, dtype=np.float32)[::-1]
    versions = [{"as they are": intact[n % 2], "worse": worse[n % 2]} for n in range(12)]
    same, lost = compare_worsened(versions, truth, lambda embeddings: embeddings)
    assert (same.figures.accuracy.value, lost.figures.accuracy.value) == (1, 0)
    assert lost.probability == pytest.approx(2 / 2**12)


def test_a_version_without_a_number_fits_nothing(files: list[Path]) -> None:
    class Deaf(CountingEmbedder):
        def embed_audio(self, sounds: Sequence[Samples]) -> Vectors:
            return np.full((len(sounds), self.dimension), np.nan, dtype=np.float32)

    found = hear_worsened(files[:1], InProcessWorker(Deaf()), FAKE, nobody)
    assert all((vector == 0).all() for vector in found.versions[files[0]].values())


def test_a_file_that_kills_whoever_hears_it_is_left_out(files: list[Path]) -> None:
    class Dying(InProcessWorker):
        def hear_worsened(self, path: Path, seconds: float) -> dict[str, Vectors]:
            if path == files[1]:
                raise WorkerDiedError("crash")
            return super().hear_worsened(path, seconds)

    found = hear_worsened(files, Dying(CountingEmbedder()), FAKE, nobody)
    assert set(found.versions) == {files[0], files[2]}
    assert "crashed" in found.problems[files[1]]
