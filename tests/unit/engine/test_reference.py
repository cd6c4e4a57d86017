"""The background of tags: shipped for the bundled embedder, computed once for any other, the same sounds for all."""

import importlib
from pathlib import Path

import numpy as np
import pytest
import soxr
from safetensors import safe_open
from safetensors.numpy import save_file

from desktop_app.core.synthesis import KINDS, reference_sound
from desktop_app.engine.embedder import EmbedderError
from desktop_app.engine.reference import NAMES_KEY, background_names, compute_reference, reference_embeddings
from desktop_app.engine.starter import StarterEmbedder
from desktop_app.engine.starter_files import starter_spec
from desktop_app.library.library import Library
from tests.starter_files import ROOT, STARTER

SHIPPED = STARTER / "reference.safetensors"


class CountingEmbedder:
    """Stands for a network: the vector of a sound is its length and its peak."""

    def __init__(self) -> None:
        self.heard = 0
        self.most_at_once = 0

    def embed_samples(self, sounds):
        self.heard += len(sounds)
        self.most_at_once = max(self.most_at_once, len(sounds))
        return np.array([[len(sound), np.abs(sound).max()] for sound in sounds], np.float32)


@pytest.fixture
def cache(tmp_path):
    library = Library.open(tmp_path / "library.db", tmp_path / "cache.db", writable=True)
    yield library.cache
    library.close()


@pytest.fixture
def few_sounds(monkeypatch):
    """Only some of the sounds, because making all takes seconds."""
    names = background_names()[:11]
    monkeypatch.setattr("desktop_app.engine.reference.reference_names", lambda: names)
    return names


def embeddings(embedder_id, shipped, cache, embedder):
    return reference_embeddings(embedder_id, shipped=shipped, cache=cache, embed_samples=embedder.embed_samples)


def test_each_kind_of_sound_is_heard_and_no_embedder_needs_long_for_them():
    names = background_names()
    assert {name.rpartition(" ")[0] for name in names} == {kind.name for kind in KINDS}
    assert len(set(names)) == len(names)
    assert 300 <= len(names) <= 500


def test_embeddings_that_ship_are_used_as_they_are(tmp_path, cache):
    file = tmp_path / "reference.safetensors"
    save_file({"embedder/1": np.full((3, 2), 0.5, np.float16)}, file)
    embedder = CountingEmbedder()
    found = embeddings("embedder/1", file, cache, embedder)
    assert found.dtype == np.float32
    np.testing.assert_array_equal(found, np.full((3, 2), 0.5))
    assert embedder.heard == 0


@pytest.mark.usefixtures("few_sounds")
def test_for_another_embedder_they_are_computed_once_and_kept(tmp_path, cache):
    file = tmp_path / "reference.safetensors"
    save_file({"embedder/1": np.zeros((3, 2), np.float16)}, file)
    embedder = CountingEmbedder()
    first = embeddings("embedder/2", file, cache, embedder)
    again = embeddings("embedder/2", file, cache, embedder)
    np.testing.assert_array_equal(first, again)
    assert embedder.heard == len(first) == 11
    embeddings("embedder/3", file, cache, embedder)
    assert embedder.heard == 22


def test_they_are_computed_in_order_and_a_few_at_a_time(few_sounds):
    embedder = CountingEmbedder()
    computed = compute_reference(embedder.embed_samples)
    expected = [[len(s.samples), np.abs(s.samples).max()] for s in map(reference_sound, few_sounds)]
    np.testing.assert_allclose(computed, expected)
    assert embedder.most_at_once < 11


def test_embeddings_of_other_sounds_are_not_taken_from_the_cache(few_sounds, cache, monkeypatch):
    nowhere = Path("no such file")
    embedder = CountingEmbedder()
    embeddings("embedder/2", nowhere, cache, embedder)
    monkeypatch.setattr("desktop_app.engine.reference.reference_names", lambda: few_sounds[2:])
    assert len(embeddings("embedder/2", nowhere, cache, embedder)) == 9


def test_a_damaged_file_is_said_in_a_sentence(tmp_path, cache):
    file = tmp_path / "reference.safetensors"
    file.write_bytes(SHIPPED.read_bytes()[:5000])
    with pytest.raises(EmbedderError, match="Install Earmark again"):
        embeddings("embedder/1", file, cache, CountingEmbedder())


def test_what_ships_belongs_to_the_bundled_embedder_and_to_the_sounds_of_today(monkeypatch):
    """If this fails, run `python packaging/reference_embeddings.py` and commit the file."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    script = importlib.import_module("reference_embeddings")
    spec = starter_spec(STARTER, threads=1)
    with safe_open(SHIPPED, framework="numpy") as file:
        assert list(file.keys()) == [spec.embedder_id]
        assert file.metadata()[script.SOURCES_KEY] == script.sources_digest()
        names = file.metadata()[NAMES_KEY].splitlines()
        stored = file.get_tensor(spec.embedder_id).astype(np.float32)
    assert names == background_names()
    assert stored.shape == (len(names), spec.dimension)
    assert SHIPPED.stat().st_size <= 1_100_000
    embedder = StarterEmbedder(STARTER, embedder_id=spec.embedder_id)
    for row in range(0, len(names), 19):
        samples = soxr.resample(reference_sound(names[row]).samples, 48_000, spec.sample_rate, quality="HQ")
        heard = embedder.embed_audio([samples])[0]
        assert np.linalg.norm(heard - stored[row]) < 0.01 * np.linalg.norm(heard), names[row]
