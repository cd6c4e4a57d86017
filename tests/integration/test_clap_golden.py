"""An embedder id changes exactly when embeddings may: CLAP's are what they were when its id was last changed."""

import json
from pathlib import Path

import numpy as np
import pytest

from desktop_app.engine.embedders.embedders import load_embedder
from tests.clap_golden import FILE, embeddings, golden_spec, version


@pytest.mark.parametrize("converted", [False, True], ids=["torch", "converted"])
def test_embeddings_are_those_that_the_id_stands_for(tmp_path: Path, converted: bool) -> None:
    golden = json.loads(FILE.read_text(encoding="utf-8"))
    spec = golden_spec(tmp_path, towers=tmp_path / "towers" if converted else None)
    assert version(spec) == golden["version"], "another version has other embeddings: python -m tests.clap_golden"
    found, expected = embeddings(load_embedder(spec)), np.array(golden["embeddings"])
    cosines = (found * expected).sum(axis=1) / np.linalg.norm(expected, axis=1)
    assert cosines.min() >= 0.99999, (
        "the same id now gives other embeddings, so libraries would mix two kinds: raise FRONT_END_VERSION in "
        "desktop_app/engine/clap/clap_checkpoint.py, then run python -m tests.clap_golden"
    )


def test_they_tell_sounds_and_texts_apart() -> None:
    """Embeddings that are all alike would hide any change."""
    rows = np.array(json.loads(FILE.read_text(encoding="utf-8"))["embeddings"])
    likeness = rows @ rows.T
    assert likeness[~np.eye(len(rows), dtype=bool)].max() < 0.99
