"""Reference sounds that were heard once are not heard again, and those of another selection are."""

from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.vector_index import Vectors
from desktop_app.engine.evaluation import kept_reference as module
from desktop_app.engine.evaluation.kept_reference import kept_reference
from desktop_app.library.kept_hearing import KeptHearing

NAMES = ["bell 1", "bell 2", "rain 1"]


class Network:
    """Gives other numbers each time."""

    def __init__(self) -> None:
        self.asked = 0

    def reference(self) -> Vectors:
        self.asked += 1
        return np.full((len(NAMES), 4), np.float32(0.1 * self.asked)) * np.arange(1, 4, dtype=np.float32)[:, None]


def test_they_are_heard_once_for_each_embedder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "background_names", lambda: NAMES)
    network = Network()
    found = []
    for embedder in ("large/1", "large/1", "large/2"):
        with KeptHearing(tmp_path / "heard.db") as kept:
            found.append(kept_reference(network.reference, embedder, kept))
    assert network.asked == 2
    assert (found[0] == found[1]).all(), "the second time is the same to the last bit"
    assert found[0] == pytest.approx(0.1 * np.arange(1, 4, dtype=np.float32)[:, None] * np.ones((1, 4)), abs=1e-3)
    assert not np.allclose(found[0], found[2])


def test_where_some_are_gone_all_are_heard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    network = Network()
    for names in (NAMES, [*NAMES, "rain 2"]):
        monkeypatch.setattr(module, "background_names", lambda names=names: names)
        with KeptHearing(tmp_path / "heard.db") as kept:
            kept_reference(network.reference, "large/1", kept)
    assert network.asked == 2
