"""The bundled embedder as a user meets it: words find sounds, equal sounds stay equal, nothing odd breaks it."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from safetensors.numpy import load_file

from desktop_app.core.sound import Samples
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.embedders.embedder import Embedder, EmbedderError
from desktop_app.engine.starter.class_scores import ClassScores
from desktop_app.engine.starter.projection import Projection
from desktop_app.engine.starter.starter import StarterEmbedder
from desktop_app.engine.starter.starter_files import read_config, starter_spec
from desktop_app.engine.starter.yamnet import Yamnet, patch_count
from tests.starter_files import RECORDINGS, ROOT, STARTER, recording


@pytest.fixture(scope="module")
def embedder() -> StarterEmbedder:
    spec = starter_spec(STARTER)
    return StarterEmbedder(STARTER, embedder_id=spec.embedder_id)


@pytest.fixture(scope="module")
def heard(embedder: StarterEmbedder) -> dict[str, Vectors]:
    """The golden recordings' vectors."""
    return dict(zip(RECORDINGS, embedder.embed_audio([recording(name) for name in RECORDINGS]), strict=True))


def noise(seconds: float, seed: int = 1) -> Samples:
    return (np.random.default_rng(seed).standard_normal(int(seconds * 16_000)) * 0.1).astype(np.float32)


class Blocks:
    """A sound that goes by in blocks of one size."""

    samples_hint = None

    def __init__(self, sound: Samples, size: int) -> None:
        self._sound, self._size = sound, size

    def __iter__(self) -> Iterator[Samples]:
        for start in range(0, len(self._sound), self._size):
            yield self._sound[start : start + self._size].copy()


def best(embedder: StarterEmbedder, heard: dict[str, Vectors], text: str) -> str:
    query = embedder.embed_text([text])[0]
    return max(heard, key=lambda name: float(heard[name] @ query))


def test_it_is_an_embedder_and_says_what_its_spec_said(embedder: StarterEmbedder) -> None:
    as_protocol: Embedder = embedder
    spec = starter_spec(STARTER)
    assert as_protocol.embedder_id == spec.embedder_id
    assert as_protocol.dimension == spec.dimension == 512
    assert as_protocol.sample_rate == spec.sample_rate == 16_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("crow cawing", "misc_crow"),
        ("a crow", "misc_crow"),
        ("choir singing", "ambi_choir"),
        ("bell", "perc_bell"),
        ("cowbell", "drum_cowbell"),
        ("kick drum", "drum_heavy_kick"),
        ("snare drum", "drum_snare_hard"),
        ("hi-hat", "drum_cymbal_closed"),
        ("vinyl scratch", "vinyl_scratch"),
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
import hashlib
from tests.starter_files import STARTER, recording
from desktop_app.engine.embedders.embedders import load_embedder
from desktop_app.engine.starter.starter_files import starter_spec
from desktop_app.engine.starter.yamnet import Yamnet
embedder = load_embedder(starter_spec(STARTER))
vectors = [embedder.embed_audio([recording("misc_crow")]), embedder.embed_text(["rain on a tin roof"])]
print(hashlib.sha256(b"".join(vector.tobytes() for vector in vectors)).hexdigest())
"""


def test_bits_do_not_depend_on_how_many_threads_a_process_may_use() -> None:
    """numpy and others take that from the environment."""
    found = set()
    for threads in ("1", "3"):
        limits = {f"{library}_NUM_THREADS": threads for library in ("OMP", "OPENBLAS", "MKL", "VECLIB_MAXIMUM")}
        command = [sys.executable, "-c", _DIGEST]
        found.add(subprocess.run(command, env=os.environ | limits, capture_output=True, check=True, cwd=ROOT).stdout)
    assert len(found) == 1


def test_a_text_has_the_same_bits_alone_and_among_others(embedder: StarterEmbedder) -> None:
    texts = ["kick drum", "rain on a tin roof", "", "whoosh", "kick drum"]
    alone = [embedder.embed_text([text])[0] for text in texts]
    np.testing.assert_array_equal(embedder.embed_text(texts), alone)


def test_a_click_a_constant_and_a_sound_far_too_loud_have_vectors_like_any_other(embedder: StarterEmbedder) -> None:
    click = np.zeros(160, dtype=np.float32)
    click[80] = 1.0
    odd = [click, np.zeros(160_000, dtype=np.float32), np.ones(32_000, dtype=np.float32), noise(1) * np.float32(1e4)]
    vectors = embedder.embed_audio(odd)
    assert np.isfinite(vectors).all()
    lengths = np.linalg.norm(vectors, axis=1)
    assert ((lengths > 0.9) & (lengths < 2)).all()


@pytest.mark.parametrize("samples", [0, 1, 160, 399, 400, 15_599, 15_601])
def test_very_short_sounds_have_a_vector(embedder: StarterEmbedder, samples: int) -> None:
    vectors = embedder.embed_audio([noise(1)[:samples]])
    assert vectors.shape == (1, 512)
    assert vectors.dtype == np.float32
    assert np.isfinite(vectors).all()


def test_silence_is_heard_as_silence(embedder: StarterEmbedder, heard: dict[str, Vectors]) -> None:
    silent = embedder.embed_audio([np.zeros(32_000, dtype=np.float32)])[0]
    assert best(embedder, {**heard, "nothing": silent}, "silence") == "nothing"
    assert best(embedder, {**heard, "nothing": silent}, "crow cawing") == "misc_crow"


def test_a_sound_is_found_wherever_it_happens_in_a_long_one(embedder: StarterEmbedder) -> None:
    """One crow after 40 s of faint noise still makes the recording a better answer to "crow" than noise alone."""
    background = noise(60) * np.float32(0.01)
    with_crow = background.copy()
    crow = recording("misc_crow")
    with_crow[640_000 : 640_000 + len(crow)] += crow
    plain, found = embedder.embed_audio([background, with_crow])
    query = embedder.embed_text(["crow cawing"])[0]
    assert found @ query > plain @ query + 0.03


def test_a_long_sound_is_the_mean_of_its_windows(embedder: StarterEmbedder) -> None:
    sound = np.concatenate([noise(12) * np.float32(0.1), recording("misc_crow"), noise(13)])
    network = Yamnet((STARTER / "yamnet.onnx").read_bytes(), load_file(STARTER / "yamnet.safetensors"))
    projection = Projection(load_file(STARTER / "projection.safetensors"))
    config = read_config(STARTER)
    classes = ClassScores(load_file(STARTER / "classes.safetensors"), config.text_rule)
    windows = list(network.windows(sound))
    assert len(windows) == 3
    projected, scored = (
        block.weight * np.mean([part.hear(window) for window in windows], axis=0)
        for part, block in zip((projection, classes), config.blocks, strict=True)
    )
    found, expected = embedder.embed_audio([sound])[0], np.concatenate([projected, scored])
    np.testing.assert_allclose(found / np.linalg.norm(found), expected / np.linalg.norm(expected), atol=1e-6)


def test_silence_around_a_sound_is_not_listened_to(embedder: StarterEmbedder) -> None:
    crow, silence = recording("misc_crow"), np.zeros(16_000, dtype=np.float32)
    padded = np.concatenate([silence, crow, np.tile(silence, 20)])
    np.testing.assert_array_equal(embedder.embed_audio([padded]), embedder.embed_audio([crow]))


def test_ten_minutes_are_heard_to_their_end_in_windows_of_ten_seconds(embedder: StarterEmbedder) -> None:
    """Five minutes of a crow and five of a choir are an answer to both questions, and between each window is a break.

    The same bits come of it among other sounds.
    """
    crow, choir = (np.resize(recording(name), 300 * 16_000) for name in ("misc_crow", "ambi_choir"))
    both = np.concatenate([crow, choir])
    breaks: list[None] = []
    embedder.between_passes = lambda: breaks.append(None)
    try:
        alone = embedder.embed_audio([both])[0]
    finally:
        embedder.between_passes = None
    assert len(breaks) == -(-patch_count(len(both)) // 20)
    for text, other in (("crow cawing", "ambi_choir"), ("choir singing", "misc_crow")):
        query = embedder.embed_text([text])[0]
        without = embedder.embed_audio([recording(other)])[0]
        assert alone @ query > without @ query + 0.1
    np.testing.assert_array_equal(embedder.embed_audio([noise(0.3), both])[1], alone)


@pytest.mark.parametrize("size", [1_000, 87_382])
def test_a_sound_that_goes_by_has_the_bits_of_the_whole_one(embedder: StarterEmbedder, size: int) -> None:
    crow, pause = recording("misc_crow"), np.zeros(40_000, dtype=np.float32)
    for sound in (np.concatenate([pause, crow, pause, noise(14), crow, pause]), pause, noise(0.003)):
        heard = embedder.embed_stream(Blocks(sound, size))
        np.testing.assert_array_equal(heard, embedder.embed_audio([sound])[0])


def test_a_text_can_be_let_in_after_each_window(embedder: StarterEmbedder) -> None:
    breaks: list[None] = []
    embedder.between_passes = lambda: breaks.append(None)
    try:
        embedder.embed_audio([noise(1), noise(25)])
    finally:
        embedder.between_passes = None
    assert len(breaks) == 1 + 3


def test_no_sounds_and_no_texts_are_answered_with_no_rows(embedder: StarterEmbedder) -> None:
    assert embedder.embed_audio([]).shape == (0, 512)
    assert embedder.embed_text([]).shape == (0, 512)


@pytest.mark.parametrize("text", ["", "   ", "\t\n"])
def test_a_text_without_words_matches_nothing(embedder: StarterEmbedder, text: str) -> None:
    assert not embedder.embed_text([text]).any()


@pytest.mark.parametrize("text", ["quarterly tax return", "glitch", "?!", "日本語", "x" * 5_000, "\x00"])
def test_any_text_has_an_answer_and_counts_for_more_if_it_names_a_class(embedder: StarterEmbedder, text: str) -> None:
    """What is far from every class has the projection alone to speak for it, which has unit length."""
    far, near = np.linalg.norm(embedder.embed_text([text, "dog barking"]), axis=1)
    assert 1 - 1e-5 <= far < near - 0.05


def test_words_that_nobody_taught_find_what_they_mean(embedder: StarterEmbedder, heard: dict[str, Vectors]) -> None:
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
    spec = starter_spec(folder)
    with pytest.raises(EmbedderError, match=r"yamnet\.safetensors is not the file that came with Earmark"):
        StarterEmbedder(folder, embedder_id=spec.embedder_id)


def test_weights_that_vanish_after_the_spec_was_made_are_a_sentence(tmp_path: Path) -> None:
    folder = tmp_path / "starter"
    shutil.copytree(STARTER, folder)
    spec = starter_spec(folder)
    (folder / "minilm.safetensors").unlink()
    with pytest.raises(EmbedderError, match=r"minilm\.safetensors is missing. Install Earmark again"):
        StarterEmbedder(folder, embedder_id=spec.embedder_id)


def test_other_weights_than_the_spec_named_are_refused() -> None:
    with pytest.raises(EmbedderError, match="was replaced while Earmark was running"):
        StarterEmbedder(STARTER, embedder_id="starter-4/000000000000/fe1/onnx-cpu-float32")
