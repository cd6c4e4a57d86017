"""The cache gives back exactly what was kept, or nothing."""

from pathlib import Path

import apsw
import numpy as np
import pytest

from desktop_app.core.vector_index import stored_precision
from desktop_app.library.databases.migrations import CACHE_STEPS, migrate
from desktop_app.library.library import Library
from desktop_app.library.tables import cache
from desktop_app.library.tables.heard import Heard
from tests.unit.library.building import EMBEDDER, WAV, add, content_of, rescan, vector_of, write


def test_an_embedding_comes_back_in_the_precision_that_is_promised(library: Library, root: Path) -> None:
    write(root, "a.wav")
    folder = library.folders.add(root)
    rescan(library, folder)
    (sound,) = library.sounds.waiting(EMBEDDER, limit=1)
    vector = np.random.default_rng(1).normal(size=512).astype(np.float32)
    library.sounds.save_heard(EMBEDDER, [Heard(sound.sound_id, sound.stamp, b"c" * 16, WAV, vector, None)])
    found = library.cache.embedding(b"c" * 16, EMBEDDER)
    assert found is not None
    assert found.dtype == np.float32
    assert np.array_equal(found, stored_precision(vector))


def test_embeddings_are_kept_apart_by_embedder(library: Library, root: Path) -> None:
    add(library, root, "a.wav")
    content = content_of(b"a.wav")
    assert library.cache.known(content, EMBEDDER)
    assert not library.cache.known(content, "another")
    assert not library.cache.known(b"x" * 16, EMBEDDER)
    assert library.cache.embedding(content, "another") is None
    assert library.cache.embeddings("another")[0] == []
    assert library.cache.embeddings("another")[1].shape == (0, 0)


def test_all_embeddings_come_in_the_order_they_were_heard(
    library: Library, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = [f"{number}.wav" for number in range(10)]
    for name in reversed(names):
        add(library, root, name)
    monkeypatch.setattr(cache, "_ROWS_AT_ONCE", 3)
    content_ids, matrix = library.cache.embeddings(EMBEDDER)
    assert content_ids == [content_of(name.encode()) for name in reversed(names)]
    assert matrix.shape == (10, 8)
    assert np.array_equal(matrix, np.stack([vector_of(name.encode()) for name in reversed(names)]))


def test_some_embeddings_are_found_by_content(library: Library, root: Path) -> None:
    add(library, root, "a.wav", "b.wav", "c.wav")
    asked = [content_of(b"c.wav"), b"unknown" * 2 + b"..", content_of(b"a.wav"), content_of(b"a.wav")]
    content_ids, matrix = library.cache.embeddings_of(asked, EMBEDDER)
    assert dict(zip(content_ids, matrix.tolist(), strict=True)) == {
        content_of(name): vector_of(name).tolist() for name in (b"a.wav", b"c.wav")
    }
    assert library.cache.embeddings_of([], EMBEDDER)[0] == []
    assert library.cache.embeddings_of(asked, "another")[1].shape == (0, 0)


def test_prompts_come_back_bit_for_bit(library: Library) -> None:
    vectors = np.random.default_rng(2).normal(size=(3, 5)).astype(np.float32)
    texts = ["a dog", "Regen auf Blech", "broken \udce9 text"]
    library.cache.save_prompts(EMBEDDER, dict(zip(texts, vectors, strict=True)))
    found = library.cache.prompts(EMBEDDER, [*texts, "unknown"])
    assert set(found) == set(texts)
    for text, vector in zip(texts, vectors, strict=True):
        assert np.array_equal(found[text], vector)
        found[text] += 1.0
    assert library.cache.prompts("another", texts) == {}
    assert library.cache.prompts(EMBEDDER, []) == {}
    library.cache.save_prompts(EMBEDDER, {"a dog": vectors[1]})
    assert np.array_equal(library.cache.prompts(EMBEDDER, ["a dog"])["a dog"], vectors[1])


def test_thumbnails_are_kept_by_content(library: Library, root: Path) -> None:
    add(library, root, "a.wav", "b.wav")
    expected = {content_of(name): b"thumb" + name[:8] for name in (b"a.wav", b"b.wav")}
    assert library.cache.thumbnails([*expected, b"unknown" * 2]) == expected
    assert library.cache.thumbnails([]) == {}
    assert library.cache.thumbnail(content_of(b"a.wav")) == expected[content_of(b"a.wav")]
    assert library.cache.thumbnail(b"unknown") is None


def test_peaks_can_be_replaced(library: Library) -> None:
    assert library.cache.peaks(b"c" * 16) is None
    library.cache.save_peaks(b"c" * 16, b"first")
    library.cache.save_peaks(b"c" * 16, b"second")
    assert library.cache.peaks(b"c" * 16) == b"second"


def test_reference_vectors_are_kept_by_embedder(library: Library) -> None:
    vectors = np.random.default_rng(3).normal(size=(7, 4)).astype(np.float32)
    library.cache.save_reference("another", vectors[:2, :3])
    library.cache.save_reference(EMBEDDER, vectors)
    found = library.cache.reference(EMBEDDER)
    assert found is not None
    assert np.array_equal(found, vectors)
    library.cache.save_reference(EMBEDDER, vectors[:1])
    again = library.cache.reference(EMBEDDER)
    assert again is not None
    assert again.shape == (1, 4)
    assert library.cache.reference("unknown") is None


@pytest.mark.parametrize("bad", [np.nan, np.inf, 1e30])
def test_an_embedding_that_would_poison_every_search_is_refused(library: Library, root: Path, bad: float) -> None:
    write(root, "a.wav")
    folder = library.folders.add(root)
    rescan(library, folder)
    (sound,) = library.sounds.waiting(EMBEDDER, limit=1)
    vector = np.array([1.0, bad], dtype=np.float32)
    with pytest.raises(ValueError, match="finite"):
        library.sounds.save_heard(EMBEDDER, [Heard(sound.sound_id, sound.stamp, b"c" * 16, WAV, vector, None)])
    assert library.sounds.waiting_count(EMBEDDER) == 1
    assert not library.cache.known(b"c" * 16, EMBEDDER)


def test_loudness_is_kept_even_where_there_is_none(library: Library) -> None:
    assert library.cache.loudness(b"c" * 16) is None
    library.cache.save_loudness(b"c" * 16, -14.25, 0.9, 2)
    library.cache.save_loudness(b"c" * 16, -14.5, 0.875, 1)
    library.cache.save_loudness(b"s" * 16, None, 0.0, 1)
    assert library.cache.loudness(b"c" * 16) == (-14.5, 0.875, 1)
    assert library.cache.loudness(b"s" * 16) == (None, 0.0, 1)


def test_a_cache_of_the_first_version_learns_loudness_and_keeps_its_peaks(tmp_path: Path) -> None:
    file = tmp_path / "cache.db"
    connection = apsw.Connection("")
    connection.execute("ATTACH ? AS cache", (str(file),))
    migrate(connection, "cache", CACHE_STEPS[:1])
    connection.execute("INSERT INTO cache.peaks (content_id, peaks) VALUES (x'01', x'02')")
    connection.close()
    with Library.open(tmp_path / "library.db", file, writable=True) as library:
        assert library.cache.peaks(b"\x01") == b"\x02"
        library.cache.save_loudness(b"\x01", -20.0, 0.5, 2)
        assert library.cache.loudness(b"\x01") == (-20.0, 0.5, 2)
