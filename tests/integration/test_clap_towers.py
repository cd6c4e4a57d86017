"""Converted towers: they give what torch gives, are made once, and give way to torch when anything is wrong."""

import json
import logging
import os
import pickle
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.vector_index import Vectors
from desktop_app.engine.clap.device_record import NO_DEVICE, known_device
from desktop_app.engine.clap.device_tower import found_device
from desktop_app.engine.clap.tower_files import TowerFiles
from desktop_app.engine.embedders.embedder import Embedder, EmbedderSpec
from desktop_app.engine.embedders.embedders import load_embedder
from tests.clap_checkpoint import save_checkpoint
from tests.integration.test_clap import RATE, SOUNDS, TEXTS, cosines


def converted_checkpoint(root: Path, *, fused: bool) -> EmbedderSpec:
    folder = save_checkpoint(root / "checkpoint", fused=fused)
    spec = EmbedderSpec("mine", "clap", folder, "clap/0123/fe1/float32", RATE, 32, towers=root / "towers")
    load_embedder(spec)
    return spec


@pytest.fixture(scope="module")
def spec(tmp_path_factory: pytest.TempPathFactory) -> EmbedderSpec:
    """A checkpoint whose towers have been converted."""
    return converted_checkpoint(tmp_path_factory.mktemp("fused"), fused=True)


@pytest.fixture(scope="module")
def expected(spec: EmbedderSpec) -> Vectors:
    """What torch makes of it."""
    return embeddings(in_torch(spec))


@pytest.fixture
def own(spec: EmbedderSpec, tmp_path: Path) -> EmbedderSpec:
    """The same with towers to spoil."""
    towers = tmp_path / "towers"
    shutil.copytree(converted(spec), towers / converted(spec).name)
    return replace(spec, towers=towers)


def converted(spec: EmbedderSpec) -> Path:
    assert spec.towers is not None
    (folder,) = spec.towers.glob("0123-*")
    return folder


def in_torch(spec: EmbedderSpec) -> Embedder:
    return load_embedder(replace(spec, towers=None))


def embeddings(embedder: Embedder) -> Vectors:
    return np.concatenate([embedder.embed_audio(SOUNDS), embedder.embed_text(TEXTS)])


def in_a_fresh_process(spec: EmbedderSpec, result: Path, *, before: str = "") -> tuple[str, set[str]]:
    """Embed everything in another process into the file `result` -> what it said, and which runtimes it imported."""
    orders = result.with_suffix(".pickle")
    orders.write_bytes(pickle.dumps((spec, SOUNDS, TEXTS)))
    program = f"""
import sys
{before}
def watch(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "os.fork", "subprocess.Popen"):
        print(event, arguments, file=sys.stderr)
sys.addaudithook(watch)
import logging, pickle
from pathlib import Path
logging.basicConfig(level=logging.WARNING, format="%(message)s")
import numpy as np
from desktop_app.engine.embedders.embedders import load_embedder
from desktop_app.engine.clap.tower_files import TowerFiles
spec, sounds, texts = pickle.loads(Path({str(orders)!r}).read_bytes())
embedder = load_embedder(spec)
np.save({str(result)!r}, np.concatenate([embedder.embed_audio(sounds), embedder.embed_text(texts)]))
print(*(set(sys.modules) & {{"torch", "transformers", "openvino", "huggingface_hub"}}))
"""
    ran = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=110, check=True)
    return ran.stderr, set(ran.stdout.split())


def test_they_hear_and_read_as_torch_does(spec: EmbedderSpec, expected: Vectors) -> None:
    ours = embeddings(load_embedder(spec))
    assert cosines(ours, expected).min() >= 0.99999
    np.testing.assert_allclose(np.linalg.norm(ours, axis=1), 1, atol=1e-6)


def test_those_that_hear_the_middle_of_long_sounds_do_too(tmp_path: Path) -> None:
    spec = converted_checkpoint(tmp_path, fused=False)
    assert cosines(embeddings(load_embedder(spec)), embeddings(in_torch(spec))).min() >= 0.99999


def test_a_batch_equals_one_by_one_to_the_bit(spec: EmbedderSpec) -> None:
    embedder = load_embedder(spec)
    together = embedder.embed_audio(SOUNDS)
    alone = np.concatenate([embedder.embed_audio([samples]) for samples in reversed(SOUNDS)])[::-1]
    np.testing.assert_array_equal(together, alone)
    texts = np.concatenate([embedder.embed_text([text]) for text in reversed(TEXTS)])[::-1]
    np.testing.assert_array_equal(embedder.embed_text(TEXTS), texts)


def test_another_process_gives_the_same_bits_without_torch_and_tells_nobody(spec: EmbedderSpec, tmp_path: Path) -> None:
    """OpenVINO's package would tell its maker of each import, through another process."""
    said, imported = in_a_fresh_process(spec, tmp_path / "result.npy")
    assert (said, imported) == ("", {"openvino"})
    np.testing.assert_array_equal(np.load(tmp_path / "result.npy"), embeddings(load_embedder(spec)))


def test_nothing_is_made_again(spec: EmbedderSpec) -> None:
    before = {file: file.stat().st_mtime_ns for file in converted(spec).iterdir()}
    load_embedder(spec)
    assert {file: file.stat().st_mtime_ns for file in converted(spec).iterdir()} == before


@pytest.mark.parametrize("damage", ["cut short", "gone", "other", "unlisted"])
def test_towers_that_somebody_touched_do_not_count(own: EmbedderSpec, damage: str) -> None:
    weights, listed = converted(own) / "stage_2.bin", converted(own) / "files.json"
    files = TowerFiles(converted(own).parent, *converted(own).name.split("-", 1))
    assert files.complete
    if damage in ("gone", "unlisted"):
        (weights if damage == "gone" else listed).unlink()
    else:
        before = weights.read_bytes()
        weights.write_bytes(before[:-100] if damage == "cut short" else bytes(len(before)))
        os.utime(weights, (1, 1))
    assert not files.complete


def test_they_are_made_again_and_what_an_ended_conversion_left_goes(own: EmbedderSpec, expected: Vectors) -> None:
    left = converted(own).with_name(f".{converted(own).name}.{os.getpid()}.part")
    left.mkdir()
    (left / "stage_0.bin").write_bytes(b"half of it")
    weights = converted(own) / "stage_2.bin"
    weights.write_bytes(bytes(weights.stat().st_size))
    os.utime(weights, (1, 1))
    assert cosines(embeddings(load_embedder(own)), expected).min() >= 0.99999
    written = json.loads((converted(own) / "files.json").read_text())["stage_2.bin"]
    assert written == [weights.stat().st_size, weights.stat().st_mtime]
    assert not left.exists()


def test_towers_that_differ_from_torch_never_serve(
    own: EmbedderSpec, expected: Vectors, caplog: pytest.LogCaptureFixture
) -> None:
    """As if another processor computed something else: its check finds it, and it is not tried again."""
    (converted(own) / "machines.json").unlink()
    weights = converted(own) / "head.bin"
    written = weights.stat().st_mtime
    weights.write_bytes(bytes(weights.stat().st_size))
    os.utime(weights, (written, written))
    for _ in range(2):
        with caplog.at_level(logging.WARNING):
            embedder = load_embedder(own)
        assert "mine runs in torch, which is slower: The converted network differs from torch's" in caplog.text
        caplog.clear()
    np.testing.assert_array_equal(embeddings(embedder), expected)


def test_another_machine_checks_them_for_itself(own: EmbedderSpec, tmp_path: Path) -> None:
    """What torch says of the sounds that are tried is kept, so torch is not needed for it."""
    record = converted(own) / "machines.json"
    (machine,) = json.loads(record.read_text())
    record.write_text(json.dumps({"another processor": json.loads(record.read_text())[machine]}))
    assert in_a_fresh_process(own, tmp_path / "result.npy") == ("", {"openvino"})
    found = json.loads(record.read_text())
    assert set(found) == {"another processor", machine}
    assert found[machine]["exact"]["cosine"] >= 0.99999


def test_without_openvino_torch_serves_and_says_no_more_and_reaches_for_no_network(
    spec: EmbedderSpec, expected: Vectors, tmp_path: Path
) -> None:
    said, imported = in_a_fresh_process(spec, tmp_path / "result.npy", before="sys.modules['openvino'] = None")
    [line] = said.splitlines()
    assert line.startswith("mine runs in torch, which is slower:")
    assert {"torch", "transformers"} <= imported <= {"torch", "transformers", "openvino", "huggingface_hub"}
    np.testing.assert_array_equal(np.load(tmp_path / "result.npy"), expected)


def test_a_conversion_that_ends_the_process_is_given_up(
    own: EmbedderSpec, expected: Vectors, caplog: pytest.LogCaptureFixture
) -> None:
    folder = converted(own)
    (folder / "files.json").unlink()
    (folder.parent / "attempts.json").write_text(json.dumps({folder.name: 3}))
    with caplog.at_level(logging.WARNING):
        embedder = load_embedder(own)
    assert "Converting it ended the process 3 times" in caplog.text
    np.testing.assert_array_equal(embeddings(embedder), expected)


def test_where_nothing_can_be_kept_torch_serves(own: EmbedderSpec, expected: Vectors, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder can be here")
    blocked = replace(own, towers=tmp_path / "file")
    np.testing.assert_array_equal(embeddings(load_embedder(blocked)), expected)


def test_fast_is_near_and_decided_once(own: EmbedderSpec, expected: Vectors) -> None:
    """Whether bfloat16 pays depends on the machine; what comes out is near float32 in any case."""
    fast = replace(own, embedder_id="clap/0123/fe1/bfloat16", precision="fast")
    found = embeddings(load_embedder(fast))
    assert cosines(found, expected).min() >= 0.9999
    record = (converted(own) / "machines.json").read_bytes()
    ((machine, findings),) = json.loads(record).items()
    assert findings["fast"]["cosine"] >= 0.9999, machine
    np.testing.assert_array_equal(embeddings(load_embedder(fast)), found)
    assert (converted(own) / "machines.json").read_bytes() == record


def test_who_has_torch_at_hand_notes_that_there_is_no_device(own: EmbedderSpec) -> None:
    """As after converting; so that no process has to import it for that alone."""
    may = replace(own, device="auto")
    load_embedder(own)
    assert known_device(may) is None, "nobody asked"
    load_embedder(may)
    assert known_device(may) == (NO_DEVICE if found_device() is None else None)


def test_exact_stays_exact_when_fast_was_decided(own: EmbedderSpec) -> None:
    before = embeddings(load_embedder(own))
    record = converted(own) / "machines.json"
    ((machine, findings),) = json.loads(record.read_text()).items()
    findings["fast"] = {"cosine": 0.9999, "seconds": 0.01, "stages": [0, 1, 2, 3]}
    record.write_text(json.dumps({machine: findings}))
    np.testing.assert_array_equal(embeddings(load_embedder(own)), before)
    fast = replace(own, precision="fast")
    assert not np.array_equal(embeddings(load_embedder(fast)), before) or "BF16" not in machine
