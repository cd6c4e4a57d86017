"""Sounds and embeddings in memory follow the library, and read again only what is new."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.events import SoundsChanged, SoundsIndexed
from desktop_app.core.vector_index import Vectors, stored_precision
from desktop_app.engine.searching.embedded_library import EmbeddedLibrary
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.library.library import Library
from desktop_app.library.tables.heard import Heard
from tests.library_maker import FORMAT, STAMP, fill, open_library, random_vectors

DIMENSION = 4
EMBEDDER = "an embedder"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "profile") as opened:
        yield opened


@pytest.fixture
def vectors() -> Vectors:
    return stored_precision(random_vectors(6, DIMENSION))


@pytest.fixture
def embedded(library: Library) -> EmbeddedLibrary:
    return EmbeddedLibrary(library, EMBEDDER, DIMENSION)


def hear(library: Library, sound_id: int, content_id: bytes, vector: Vectors | None, embedder: str = EMBEDDER) -> None:
    sound = library.sounds.get(sound_id)
    assert sound is not None
    library.sounds.save_heard(embedder, [Heard(sound_id, sound.stamp, content_id, FORMAT, vector, None)])


def test_an_empty_library(embedded: EmbeddedLibrary) -> None:
    snapshot = embedded.snapshot()
    assert len(snapshot.sound_ids) == len(snapshot.rows) == len(snapshot.content_ids) == 0
    assert snapshot.matrix.shape == (0, DIMENSION)
    assert snapshot.rows_of([1, 2]).tolist() == [-1, -1]
    assert snapshot.positions_of([b"x"]).tolist() == []
    assert snapshot.per_sound(np.empty(0, np.float32), np.float32(0)).tolist() == []


def test_each_sound_has_its_embedding(
    library: Library, embedded: EmbeddedLibrary, vectors: Vectors, tmp_path: Path
) -> None:
    fill(library, tmp_path / "Sounds", EMBEDDER, vectors)
    snapshot = embedded.snapshot()
    by_id = {sound.sound_id: sound.content_id for sound in library.sounds.many(snapshot.sound_ids.tolist())}
    for sound_id, row in zip(snapshot.sound_ids.tolist(), snapshot.rows.tolist(), strict=True):
        content = by_id[sound_id]
        assert content is not None
        np.testing.assert_array_equal(snapshot.matrix[row], library.cache.embedding(content, EMBEDDER))
    some = [int(snapshot.sound_ids[4]), 10_000, int(snapshot.sound_ids[0]), 0]
    assert snapshot.rows_of(some).tolist() == [snapshot.rows[4], -1, snapshot.rows[0], -1]
    assert snapshot.positions_of([by_id[some[0]] or b"", b"unknown"]).tolist() == [4]


def test_values_of_embeddings_are_spread_over_sounds(
    library: Library, embedded: EmbeddedLibrary, vectors: Vectors, tmp_path: Path
) -> None:
    fill(library, tmp_path / "Sounds", EMBEDDER, np.empty((0, DIMENSION), np.float32))
    folder = library.folders.all()[0]
    found = {f"{name}.wav": STAMP for name in "abc"}
    library.sounds.apply_scan(folder.folder_id, found)
    ids = sorted(library.sounds.ids().tolist())
    hear(library, ids[0], b"same", vectors[0])
    hear(library, ids[2], b"same", None)
    snapshot = embedded.snapshot()
    assert snapshot.rows.tolist() == [0, -1, 0]
    assert snapshot.per_sound(np.array([7.0], np.float32), np.float32(-1)).tolist() == [7, -1, 7]


def test_news_of_the_indexer_are_taken_in_without_reading_everything(
    library: Library, embedded: EmbeddedLibrary, vectors: Vectors, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(library, tmp_path / "Sounds", EMBEDDER, vectors[:4])
    folder = library.folders.all()[0]
    library.sounds.apply_scan(folder.folder_id, {f"new/{n}.wav": STAMP for n in range(3)}, under="new")
    first = embedded.snapshot()
    new = first.sound_ids[4:].tolist()
    monkeypatch.setattr(library.sounds, "contents", _never)
    hear(library, new[0], b"x", vectors[4])
    hear(library, new[1], b"y", vectors[5])
    hear(library, new[2], b"x", None)
    embedded.follow(SoundsIndexed((new[0], new[1]), 0))
    embedded.follow(SoundsIndexed((new[2],), 0))
    second = embedded.snapshot()
    assert second.rows_of(new).tolist() == [4, 5, 4]
    np.testing.assert_array_equal(second.matrix[4:], vectors[4:])
    assert second.positions_of([b"x"]).tolist() == [4, 6]
    assert first.rows_of(new).tolist() == [-1, -1, -1], "who still works with the first keeps what it has"
    assert embedded.snapshot() is second


def test_a_copy_gets_the_embedding_that_its_original_was_given_later(
    library: Library, vectors: Vectors, tmp_path: Path
) -> None:
    folder = fill(library, tmp_path / "Sounds", "another", np.empty((0, DIMENSION), np.float32))
    library.sounds.apply_scan(folder.folder_id, {"a.wav": STAMP, "b.wav": STAMP})
    one, two = sorted(library.sounds.ids().tolist())
    hear(library, one, b"same", vectors[0], embedder="another")
    hear(library, two, b"same", None, embedder="another")
    embedded = EmbeddedLibrary(library, EMBEDDER, DIMENSION)
    assert embedded.snapshot().rows.tolist() == [-1, -1]
    hear(library, one, b"same", vectors[1])
    embedded.follow(SoundsIndexed((one,), 0))
    assert embedded.snapshot().rows.tolist() == [0, 0]


def test_a_sound_that_is_new_to_the_snapshot_is_read(
    library: Library, embedded: EmbeddedLibrary, vectors: Vectors, tmp_path: Path
) -> None:
    assert len(embedded.snapshot().sound_ids) == 0
    fill(library, tmp_path / "Sounds", EMBEDDER, vectors)
    embedded.follow(SoundsIndexed(tuple(library.sounds.ids().tolist()), 0))
    assert (embedded.snapshot().rows >= 0).sum() == len(vectors)


def test_changes_of_the_folders_are_followed(
    library: Library, embedded: EmbeddedLibrary, vectors: Vectors, tmp_path: Path
) -> None:
    folder = fill(library, tmp_path / "Sounds", EMBEDDER, vectors)
    assert embedded.snapshot().present.all()
    library.folders.set_online(folder.folder_id, online=False)
    assert embedded.snapshot().present.all(), "nobody said so yet"
    embedded.follow(SoundsChanged(folder.folder_id))
    assert not embedded.snapshot().present.any()
    library.folders.remove(folder.folder_id)
    embedded.invalidate()
    assert len(embedded.snapshot().sound_ids) == 0


def test_what_could_not_be_read_is_read_the_next_time(
    library: Library, embedded: EmbeddedLibrary, vectors: Vectors, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(library, tmp_path / "Sounds", EMBEDDER, vectors)
    with monkeypatch.context() as patch:
        patch.setattr(library.sounds, "contents", _never)
        with pytest.raises(LibraryError):
            embedded.snapshot()
    assert len(embedded.snapshot().sound_ids) == len(vectors)


def test_without_the_cache_all_sounds_are_there_and_none_has_an_embedding(tmp_path: Path, vectors: Vectors) -> None:
    profile = tmp_path / "profile"
    with open_library(profile) as library:
        fill(library, tmp_path / "Sounds", EMBEDDER, vectors)
    shutil.move(profile / "cache.db", tmp_path / "away.db")
    with open_library(profile) as library:
        snapshot = EmbeddedLibrary(library, EMBEDDER, DIMENSION).snapshot()
        assert (snapshot.rows == -1).all()
        assert len(snapshot.sound_ids) == len(vectors)


def _never(*_: object) -> None:
    raise LibraryError("This must not be read.")
