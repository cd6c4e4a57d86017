"""The background of tags: shipped for the bundled embedder, computed once for any other from sounds made here."""

import importlib
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from safetensors import safe_open
from safetensors.numpy import save_file

from desktop_app.core.synthesis import KINDS, reference_sound
from desktop_app.engine.embedders.embedder import EmbedderError
from desktop_app.engine.tagging.reference import NAMES_KEY, background_names, compute_reference, reference_embeddings
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
    monkeypatch.setattr("desktop_app.engine.tagging.reference.reference_names", lambda: names)
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
    monkeypatch.setattr("desktop_app.engine.tagging.reference.reference_names", lambda: few_sounds[2:])
    assert len(embeddings("embedder/2", nowhere, cache, embedder)) == 9


def test_a_damaged_file_is_said_in_a_sentence(tmp_path, cache):
    file = tmp_path / "reference.safetensors"
    file.write_bytes(SHIPPED.read_bytes()[:5000])
    with pytest.raises(EmbedderError, match="Install Earmark again"):
        embeddings("embedder/1", file, cache, CountingEmbedder())


def test_what_ships_belongs_to_the_bundled_embedder_and_to_the_recordings_of_today(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """If this fails, run `python packaging/reference_embeddings.py` and commit the file."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    script = importlib.import_module("reference_embeddings")
    assert script.faults(STARTER) == []
    assert SHIPPED.stat().st_size <= 1_600_000
    with safe_open(SHIPPED, framework="numpy") as file:
        (embedder_id,) = file.keys()
        stored, names = file.get_tensor(embedder_id), file.metadata()[NAMES_KEY].splitlines()
    assert len(set(names)) == len(stored) >= 900
    np.testing.assert_allclose(np.linalg.norm(stored.astype(np.float32), axis=1), 1, atol=1e-2)


def test_the_check_sees_vectors_of_another_embedder_of_other_sounds_and_heard_otherwise(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    script = importlib.import_module("reference_embeddings")
    for file in STARTER.iterdir():
        (tmp_path / file.name).symlink_to(file)
    copy = tmp_path / SHIPPED.name
    copy.unlink()
    with safe_open(SHIPPED, framework="numpy") as file:
        (embedder_id,) = file.keys()
        stored, names = file.get_tensor(embedder_id), file.metadata()[NAMES_KEY]
    save_file({"embedder/1": stored}, copy, metadata={NAMES_KEY: names})
    assert "another embedder" in script.faults(tmp_path)[0]
    save_file({embedder_id: stored}, copy, metadata={NAMES_KEY: names.replace("openclonk", "openclunk")})
    assert "other sounds" in script.faults(tmp_path)[0]
    save_file({embedder_id: np.roll(stored, 1, axis=0)}, copy, metadata={NAMES_KEY: names})
    heard_otherwise = script.faults(tmp_path)
    assert len(heard_otherwise) > 20
    assert all("heard otherwise" in fault for fault in heard_otherwise)


def test_the_recordings_are_of_many_makers_and_kinds(monkeypatch: pytest.MonkeyPatch) -> None:
    """None is one to choose or to judge by, and no caption or maker stands out."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging" / "starter_model"))
    sources = importlib.import_module("corpus.clip").read_sources()
    clips = importlib.import_module("background").background_clips(sources)
    assert {str(clip.split) for clip in clips} == {"train"}
    assert len({(clip.source, clip.group) for clip in clips}) == len(clips)
    makers, captions = (
        Counter(names) for names in zip(*((clip.source, clip.captions[0]) for clip in clips), strict=True)
    )
    assert len(makers) >= 60
    assert max(makers.values()) <= 0.05 * len(clips)
    assert max(captions.values()) <= 0.01 * len(clips)
