"""Sounds are decoded and made worse in children, of which a file may take one along."""

from pathlib import Path

from desktop_app.engine.evaluation.robustness import hear_worsened
from desktop_app.engine.evaluation.worsening import AS_IT_IS, WORSENINGS
from desktop_app.engine.processes.embedding_process import EmbeddingProcess
from desktop_app.engine.processes.in_process_worker import InProcessWorker
from tests import sounds
from tests.fakes import FakeEmbedder, fake_spec

KINDS = [AS_IT_IS, *(worsening.name for worsening in WORSENINGS)]


def test_a_child_makes_them_worse_as_this_process_does(tmp_path: Path) -> None:
    good, broken = sounds.make(tmp_path, frames=sounds.noise(0.5)), tmp_path / "broken.wav"
    broken.write_bytes(b"RIFF")
    child = EmbeddingProcess(fake_spec(), loader="tests.fakes:load_fake")
    try:
        found = hear_worsened([broken, good], child, "fake/1", lambda _done, _total, _rate: None)
    finally:
        child.close()
    assert list(found.problems) == [broken]
    here = InProcessWorker(FakeEmbedder()).hear_worsened(good, 30.0)
    assert list(found.versions[good]) == list(here) == KINDS
    for kind in KINDS:
        assert abs(found.versions[good][kind] - here[kind]).max() < 1e-3
