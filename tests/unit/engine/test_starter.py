"""The bundled embedder as a user meets it: words find sounds, equal sounds stay equal, nothing odd breaks it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file

from desktop_app.core.sound import Samples
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.embedder import Embedder, EmbedderError
from desktop_app.engine.starter import StarterEmbedder
from desktop_app.engine.starter_files import starter_spec
from desktop_app.engine.yamnet import Yamnet
from tests.starter_files import RECORDINGS, ROOT, STARTER, recording


@pytest.fixture(scope="module")
def embedder() -> StarterEmbedder:
    spec = starter_spec(STARTER, threads=1)
    return StarterEmbedder(STARTER, embedder_id=spec.embedder_id)


@pytest.fixture(scope="module")
def heard(embedder: StarterEmbedder) -> dict[str, Vectors]:
    """The golden recordings' vectors."""
    return dict(zip(RECORDINGS, embedder.embed_audio([recording(name) for name in RECORDINGS]), strict=True))


def noise(seconds: float, seed: int = 1) -> Samples:
    return (np.random.default_rng(seed).standard_normal(int(seconds * 16_000)) * 0.1).astype(np.float32)


def best(embedder: StarterEmbedder, heard: dict[str, Vectors], text: str) -> str:
    query = embedder.embed_text([text])[0]
    return max(heard, key=lambda name: float(heard[name] @ query))


def test_it_is_an_embedder_and_says_what_its_spec_said(embedder: StarterEmbedder) -> None:
    as_protocol: Embedder = embedder
    spec = starter_spec(STARTER, threads=1)
    assert as_protocol.embedder_id == spec.embedder_id
    assert as_protocol.dimension == spec.dimension == 521
    assert as_protocol.sample_rate == spec.sample_rate == 16_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("crow cawing", "misc_crow"),
        ("a crow", "misc_crow"),
        ("somebody burps", "misc_burp"),
        ("choir singing", "ambi_choir"),
        ("bell", "perc_bell"),
        ("cowbell", "drum_cowbell"),
        ("guitar", "guit_harmonics"),
    ],
)
def test_words_find_the_recording_they_speak_of(
    embedder: StarterEmbedder, heard: dict[str, Vectors], text: str, expected: str
) -> None:
    assert best(embedder, heard, text) == expected


def test_a_sound_has_the_same_bits_alone_in_a_batch_in_any_order_and_again(embedder: StarterEmbedder) -> None:
    sounds = [recording("misc_crow"), noise(0.05), noise(33), recording("perc_bell"), noise(0), noise(2, seed=7)]
    alone = [embedder.embed_audio([sound])[0] for sound in sounds]
    together = embedder.embed_audio(sounds)
    backwards = embedder.embed_audio(sounds[::-1])[::-1]
    np.testing.assert_array_equal(together, alone)
    np.testing.assert_array_equal(backwards, alone)


def test_bits_do_not_depend_on_where_in_memory_a_sound_lies(embedder: StarterEmbedder) -> None:
    sound = noise(1.3)
    shifted = np.concatenate([np.zeros(1, dtype=np.float32), sound])[1:]
    strided = np.repeat(sound, 2)[::2]
    np.testing.assert_array_equal(embedder.embed_audio([shifted]), embedder.embed_audio([sound]))
    np.testing.assert_array_equal(embedder.embed_audio([strided]), embedder.embed_audio([sound]))


_DIGEST = """
import hashlib, sys
from tests.starter_files import STARTER, recording
from desktop_app.engine.embedders import load_embedder
from desktop_app.engine.starter_files import starter_spec
from desktop_app.engine.yamnet import Yamnet
embedder = load_embedder(starter_spec(STARTER, threads=int(sys.argv[1])))
vectors = [embedder.embed_audio([recording("misc_crow")]), embedder.embed_text(["rain on a tin roof"])]
print(hashlib.sha256(b"".join(vector.tobytes() for vector in vectors)).hexdigest())
"""


def test_bits_do_not_depend_on_how_many_threads_a_process_may_use() -> None:
    """Neither on the setting nor on what numpy and others take from the environment."""
    found = set()
    for threads in ("1", "3"):
        limits = {f"{library}_NUM_THREADS": threads for library in ("OMP", "OPENBLAS", "MKL", "VECLIB_MAXIMUM")}
        command = [sys.executable, "-c", _DIGEST, threads]
        found.add(subprocess.run(command, env=os.environ | limits, capture_output=True, check=True, cwd=ROOT).stdout)
    assert len(found) == 1


def test_a_text_has_the_same_bits_alone_and_among_others(embedder: StarterEmbedder) -> None:
    texts = ["kick drum", "rain on a tin roof", "", "whoosh", "kick drum"]
    alone = [embedder.embed_text([text])[0] for text in texts]
    np.testing.assert_array_equal(embedder.embed_text(texts), alone)


@pytest.mark.parametrize("samples", [0, 1, 160, 399, 400, 15_599, 15_601])
def test_very_short_sounds_have_a_vector(embedder: StarterEmbedder, samples: int) -> None:
    vectors = embedder.embed_audio([noise(1)[:samples]])
    assert vectors.shape == (1, 521)
    assert vectors.dtype == np.float32
    assert np.isfinite(vectors).all()


def test_silence_is_heard_as_silence(embedder: StarterEmbedder, heard: dict[str, Vectors]) -> None:
    silent = embedder.embed_audio([np.zeros(32_000, dtype=np.float32)])[0]
    assert best(embedder, {**heard, "nothing": silent}, "silence") == "nothing"
    assert best(embedder, {**heard, "nothing": silent}, "crow cawing") == "misc_crow"


def test_a_sound_is_found_wherever_it_happens_in_a_long_one(embedder: StarterEmbedder) -> None:
    """One crow after 40 s of faint noise still makes the recording the best answer to "crow"."""
    background = noise(60) * np.float32(0.01)
    with_crow = background.copy()
    crow = recording("misc_crow")
    with_crow[640_000 : 640_000 + len(crow)] += crow
    plain, found = embedder.embed_audio([background, with_crow])
    query = embedder.embed_text(["crow cawing"])[0]
    assert found @ query > plain @ query + 0.3


def test_a_class_of_a_long_sound_is_its_highest_in_any_window(embedder: StarterEmbedder) -> None:
    sound = np.concatenate([noise(12) * np.float32(0.01), recording("misc_crow"), noise(13)])
    network = Yamnet((STARTER / "yamnet.onnx").read_bytes(), load_file(STARTER / "yamnet.safetensors"))
    windows = list(network.windows(sound))
    assert len(windows) == 3
    highest = np.max([window.scores.max(axis=0) for window in windows], axis=0)
    classes = load_file(STARTER / "classes.safetensors")
    expected = np.sqrt(highest) / classes["spread"] - classes["mean"]
    np.testing.assert_array_equal(embedder.embed_audio([sound])[0], expected)


def test_a_text_can_be_let_in_after_each_window(embedder: StarterEmbedder) -> None:
    breaks: list[None] = []
    embedder.between_passes = lambda: breaks.append(None)
    try:
        embedder.embed_audio([noise(1), noise(25)])
    finally:
        embedder.between_passes = None
    assert len(breaks) == 1 + 3


def test_no_sounds_and_no_texts_are_answered_with_no_rows(embedder: StarterEmbedder) -> None:
    assert embedder.embed_audio([]).shape == (0, 521)
    assert embedder.embed_text([]).shape == (0, 521)


@pytest.mark.parametrize("text", ["", "   ", "\t\n"])
def test_a_text_without_words_matches_nothing(embedder: StarterEmbedder, text: str) -> None:
    assert not embedder.embed_text([text]).any()


@pytest.mark.parametrize("text", ["quarterly tax return", "glitch", "?!", "日本語", "x" * 5_000, "\x00"])
def test_any_text_has_an_answer_that_says_how_little_it_is_worth(embedder: StarterEmbedder, text: str) -> None:
    """Far from every class the vector is short, but not zero: an order remains."""
    far, near = embedder.embed_text([text, "dog barking"])
    assert 0.2 < np.linalg.norm(far) < 0.8 * np.linalg.norm(near)


def test_words_outside_the_classes_lean_on_the_nearest_ones(
    embedder: StarterEmbedder, heard: dict[str, Vectors]
) -> None:
    ranked = sorted(heard, key=lambda name: -float(heard[name] @ embedder.embed_text(["raven in the woods"])[0]))
    assert "misc_crow" in ranked[:3]


def test_vectors_survive_half_precision_storage(embedder: StarterEmbedder, heard: dict[str, Vectors]) -> None:
    """The cache keeps float16; nothing may overflow, and the scores of words stay."""
    matrix = np.stack(list(heard.values()))
    query = embedder.embed_text(["church bell"])[0]
    stored = matrix.astype(np.float16).astype(np.float32)
    np.testing.assert_allclose(stored @ query, matrix @ query, atol=2e-3)


def test_a_changed_weight_is_refused(tmp_path: Path) -> None:
    """A flipped bit leaves the size as it was; only the digest tells."""
    folder = tmp_path / "starter"
    shutil.copytree(STARTER, folder)
    weights = bytearray((folder / "yamnet.safetensors").read_bytes())
    weights[-1] ^= 1
    (folder / "yamnet.safetensors").write_bytes(weights)
    spec = starter_spec(folder, threads=1)
    with pytest.raises(EmbedderError, match=r"yamnet\.safetensors is not the file that came with Earmark"):
        StarterEmbedder(folder, embedder_id=spec.embedder_id)


def test_weights_that_vanish_after_the_spec_was_made_are_a_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "starter"
    shutil.copytree(STARTER, folder)
    spec = starter_spec(folder, threads=1)
    (folder / "minilm.safetensors").unlink()
    with pytest.raises(EmbedderError, match=r"minilm\.safetensors is missing. Install Earmark again"):
        StarterEmbedder(folder, embedder_id=spec.embedder_id)


def test_other_weights_than_the_spec_named_are_refused() -> None:
    with pytest.raises(EmbedderError, match="was replaced while Earmark was running"):
        StarterEmbedder(STARTER, embedder_id="starter-2/000000000000/fe1/onnx-cpu-float32")
