"""`earmark embedder check starter`: the bundled embedder as shipped and where something is wrong with it.

Its golden embeddings also tell that its id changes when its embeddings do.
"""

import shutil
from pathlib import Path

import numpy as np
import pytest

from desktop_app.engine.embedders.check_line import CheckLine
from desktop_app.engine.embedders.embedder import Embedder, EmbedderError
from desktop_app.engine.embedders.embedder_check_starter import GOLDEN, NEEDED, check_starter, golden_line
from desktop_app.engine.embedders.embedders import load_embedder
from desktop_app.engine.starter.starter_files import starter_spec
from tests.starter_files import STARTER


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the bundled embedder that may be harmed."""
    copy = tmp_path / "starter"
    shutil.copytree(STARTER, copy)
    return copy


@pytest.fixture(scope="module")
def bundled() -> Embedder:
    return load_embedder(starter_spec(STARTER))


def check(folder: Path) -> list[CheckLine]:
    return check_starter(folder, progress=lambda done, total: None)


def write_golden(folder: Path, embedder_id: str, change: float) -> None:
    with np.load(folder / GOLDEN) as golden:
        embeddings = golden["embeddings"]
    turned = embeddings + change * np.roll(embeddings, 1, axis=1)
    np.savez(folder / GOLDEN, embedder_id=embedder_id, embeddings=turned)


def test_its_embeddings_are_those_that_its_id_stands_for() -> None:
    """As shipped everything is in order; the golden embeddings are where a changed front end is noticed."""
    lines = check(STARTER)
    with np.load(STARTER / GOLDEN) as golden:
        made_for = str(golden["embedder_id"])
    assert made_for == starter_spec(STARTER).embedder_id, (
        "another id has other embeddings: python packaging/starter_model/golden.py"
    )
    (golden_line,) = (line for line in lines if line.subject == "golden")
    assert float(str(golden_line.details["cosine"])) >= 0.99999, (
        "the same id now gives other embeddings, so libraries would mix two kinds: raise FRONT_END in "
        "desktop_app/engine/starter/starter_files.py (and `front_end` in the embedder's config.json), then run "
        "python packaging/starter_model/golden.py"
    )
    assert {line.mark for line in lines} == {"ok"}, lines


def test_golden_embeddings_tell_sounds_and_texts_apart() -> None:
    """Embeddings that are all alike would hide any change."""
    with np.load(STARTER / GOLDEN) as golden:
        rows = golden["embeddings"] / np.linalg.norm(golden["embeddings"], axis=1, keepdims=True)
    assert (rows @ rows.T)[~np.eye(len(rows), dtype=bool)].max() < 0.9


def test_a_machine_that_hears_otherwise_is_found_out(folder: Path) -> None:
    write_golden(folder, starter_spec(folder).embedder_id, 0.02)
    first = check(folder)[0]
    assert (first.subject, first.mark) == ("golden", "failed")
    assert float(str(first.details["cosine"])) < NEEDED


@pytest.mark.parametrize("damage", ["other", "gone", "cut short"])
def test_golden_embeddings_that_are_not_its_own_are_found(folder: Path, bundled: Embedder, damage: str) -> None:
    file = folder / GOLDEN
    if damage == "other":
        write_golden(folder, "starter-4/000000000000/fe1/onnx-cpu-float32", 0.0)
    elif damage == "gone":
        file.unlink()
    else:
        file.write_bytes(file.read_bytes()[:1000])
    with pytest.raises(EmbedderError, match=r"Install Earmark again\.$"):
        golden_line(folder, bundled)


def test_without_golden_embeddings_that_is_said_first(folder: Path) -> None:
    (folder / GOLDEN).unlink()
    first = check(folder)[0]
    assert (first.subject, first.mark) == ("golden", "failed")
    assert first.text.endswith("Install Earmark again.")


def test_a_changed_file_is_named_and_nothing_else_is_tried(folder: Path) -> None:
    file = folder / "projection.safetensors"
    content = bytearray(file.read_bytes())
    content[-1] ^= 1
    file.write_bytes(content)
    lines = check(folder)
    assert (lines[0].subject, lines[0].mark, lines[0].details["file"]) == ("digest", "failed", file.name)
    assert [line.mark for line in lines].count("failed") == 1
    assert "golden" not in {line.subject for line in lines}


def test_a_damaged_configuration_is_a_sentence(folder: Path) -> None:
    (folder / "config.json").write_text("{")
    assert [(line.subject, line.mark) for line in check(folder)] == [("digest", "failed"), ("rest", "note")]
