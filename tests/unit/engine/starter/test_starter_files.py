"""What is known about the bundled embedder without loading it, and how it says that something is wrong."""

import hashlib
import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop_app.engine.embedders.embedder import EmbedderError
from desktop_app.engine.starter.starter_files import read_config, read_verified, starter_spec
from tests.starter_files import STARTER

FILES = (
    "yamnet.onnx",
    "yamnet.safetensors",
    "minilm.onnx",
    "minilm.safetensors",
    "tokenizer.json",
    "classes.safetensors",
    "projection.safetensors",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the bundled embedder that may be harmed."""
    copy = tmp_path / "starter"
    shutil.copytree(STARTER, copy)
    return copy


def change_config(folder: Path, change: Callable[[dict[str, Any]], None]) -> None:
    config = json.loads((folder / "config.json").read_text())
    change(config)
    (folder / "config.json").write_text(json.dumps(config))


def test_the_spec_names_weights_front_end_runtime_and_precision() -> None:
    spec = starter_spec(STARTER)
    kind, digest, front_end, runtime = spec.embedder_id.split("/")
    assert (kind, front_end, runtime) == ("starter-4", "fe1", "onnx-cpu-float32")
    assert len(digest) == 12
    assert int(digest, 16) > 0
    assert (spec.name, spec.kind, spec.folder) == ("starter", "starter", STARTER)


def test_the_id_does_not_name_the_place(folder: Path) -> None:
    assert starter_spec(folder).embedder_id == starter_spec(STARTER).embedder_id


def test_the_committed_files_are_those_that_the_configuration_names() -> None:
    config = read_config(STARTER)
    for name in FILES:
        content = (STARTER / name).read_bytes()
        assert (len(content), hashlib.sha256(content).hexdigest()) == (config.sizes[name], config.sha256[name])


def test_the_whole_embedder_stays_below_forty_megabytes() -> None:
    assert sum(path.stat().st_size for path in STARTER.iterdir()) <= 40_000_000


def test_making_the_spec_imports_no_network_runtime() -> None:
    script = (
        "import sys; from pathlib import Path; from desktop_app.engine.starter.starter_files import starter_spec; "
        f"starter_spec(Path({str(STARTER)!r})); "
        "print(*{'torch', 'transformers', 'onnxruntime', 'tokenizers', 'safetensors'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=STARTER.parents[2]
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "\n", "")


def test_another_constant_is_another_embedder(folder: Path) -> None:
    before = read_config(folder).embedder_id
    change_config(folder, lambda config: config["text"].update(temperature=0.04))
    assert read_config(folder).embedder_id != before


def test_other_white_space_is_the_same_embedder(folder: Path) -> None:
    before = read_config(folder).embedder_id
    change_config(folder, lambda config: None)
    assert read_config(folder).embedder_id == before


@pytest.mark.parametrize("name", [*FILES, "config.json"])
def test_a_missing_file_is_a_sentence(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(EmbedderError, match=rf"is incomplete: .*{name} is missing\. Install Earmark again\."):
        starter_spec(folder)


@pytest.mark.parametrize("name", FILES)
def test_a_file_cut_short_is_a_sentence(folder: Path, name: str) -> None:
    with (folder / name).open("r+b") as file:
        file.truncate(1_000)
    with pytest.raises(EmbedderError, match=rf"is damaged: .*{name} is not the file that came with Earmark"):
        starter_spec(folder)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"{}", b"\xff\xfe", b'{"format": 4, "front_end": 1}'])
def test_a_configuration_that_is_none_is_a_sentence(folder: Path, content: bytes) -> None:
    (folder / "config.json").write_bytes(content)
    with pytest.raises(EmbedderError, match="is damaged"):
        starter_spec(folder)


@pytest.mark.parametrize("key", ["format", "front_end"])
@pytest.mark.parametrize("difference", [-1, 1])
def test_files_of_another_version_are_refused(folder: Path, key: str, difference: int) -> None:
    change_config(folder, lambda config: config.update({key: config[key] + difference}))
    with pytest.raises(EmbedderError, match="made for another version of Earmark"):
        starter_spec(folder)


@pytest.mark.parametrize(
    "blocks",
    [
        [],
        [{"kind": "words", "size": 384, "pooling": "mean", "weight": 1.0}],
        [{"kind": "projection", "size": 384, "pooling": "mean"}],
        [{"kind": "class-scores", "size": 128}],
        [{"kind": "projection", "size": 384, "pooling": "loudest", "weight": 1.0}],
        [{"kind": "class-scores", "size": 128, "pooling": "mean", "weight": 1.0}] * 2,
    ],
)
def test_blocks_that_are_not_known_are_refused_and_not_misread(folder: Path, blocks: list[dict[str, object]]) -> None:
    change_config(folder, lambda config: config.update(blocks=blocks))
    with pytest.raises(EmbedderError, match="is damaged"):
        starter_spec(folder)


def test_a_folder_in_place_of_a_file_is_a_sentence(folder: Path) -> None:
    (folder / "config.json").unlink()
    (folder / "config.json").mkdir()
    with pytest.raises(EmbedderError, match="cannot be read"):
        starter_spec(folder)


def test_reading_a_folder_in_place_of_weights_is_a_sentence(folder: Path) -> None:
    config = read_config(folder)
    (folder / "tokenizer.json").unlink()
    (folder / "tokenizer.json").mkdir()
    with pytest.raises(EmbedderError, match="cannot be read"):
        read_verified(folder, "tokenizer.json", config)
