"""Embeddings in a file for other programs: whole, exact, without pickles, whatever the files are called."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.analysis import Analysis
from desktop_app.core.sound import FileStamp
from desktop_app.engine.exporting import export_source
from desktop_app.engine.exporting.embedding_export import export_embeddings
from desktop_app.engine.exporting.export_source import ExportError
from desktop_app.library.library import Library
from desktop_app.library.tables.heard import Heard
from desktop_app.library.tables.windows import HeardWindows
from tests.library_maker import FORMAT, open_library, random_vectors

FAKE = "fake/1"
DIMENSION = 16
STAMP = FileStamp(1_000, 1_000, 0)
NAMES = ("b.wav", "a.wav", "kit/c.wav", os.fsdecode(b"not \xff text.wav"), "grüße 雨.wav", "waits.wav")
CONTENTS = (b"B" * 16, b"\0" * 16, b"C" * 16, b"\xff" * 16, b"B" * 16)
"""Of all but the last one, which was not heard; the first and the fifth are copies."""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "profile") as library:
        root = tmp_path / "Sounds"
        root.mkdir()
        folder = library.folders.add(root)
        library.sounds.apply_scan(folder.folder_id, dict.fromkeys(NAMES, STAMP))
        heard = zip(NAMES, CONTENTS, random_vectors(len(CONTENTS), DIMENSION), strict=False)
        for name, content_id, vector in heard:
            sound = library.sounds.by_path(root / name)
            assert sound is not None
            library.sounds.save_heard(FAKE, [Heard(sound.sound_id, STAMP, content_id, FORMAT, vector, None)])
        for seed, (content_id, count) in enumerate([(CONTENTS[0], 3), (CONTENTS[2], 5), (CONTENTS[3], 0)]):
            windows = HeardWindows(
                10.0, tuple(5.0 * n for n in range(count)), random_vectors(count, DIMENSION, seed=seed)
            )
            library.windows.save(FAKE, Analysis("windows", 1), content_id, windows)
        yield library


def embedding_of(library: Library, content_id: bytes) -> np.ndarray:
    vector = library.cache.embedding(content_id, FAKE)
    assert vector is not None
    return vector


def by_path(tmp_path: Path) -> dict[Path, bytes]:
    return {tmp_path / "Sounds" / name: content for name, content in zip(NAMES, CONTENTS, strict=False)}


@pytest.mark.parametrize("at_once", [2, 2_048])
def test_npz_holds_every_sound_that_was_heard(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr(export_source, "_SOUNDS_AT_ONCE", at_once)
    target = tmp_path / "all.npz"
    exported = export_embeddings(library, FAKE, target, replace=False)
    assert (exported.sounds, exported.windows) == (5, 8)
    with np.load(target, allow_pickle=False) as arrays:
        found = {name: arrays[name] for name in arrays.files}
    assert str(found["embedder_id"]) == FAKE
    assert found["embeddings"].dtype == np.float32
    paths = [Path(os.fsdecode(path)) for path in found["paths"]]
    assert dict(zip(paths, map(bytes.fromhex, found["content_ids"].tolist()), strict=True)) == by_path(tmp_path)
    in_order = [sound.path for sound in library.sounds.many(library.sounds.ids().tolist()) if sound.content_id]
    assert paths == in_order
    for path, vector in zip(paths, found["embeddings"], strict=True):
        assert np.array_equal(vector, embedding_of(library, by_path(tmp_path)[path]))


def test_the_windows_of_a_content_stand_once_and_name_its_first_sound(library: Library, tmp_path: Path) -> None:
    export_embeddings(library, FAKE, tmp_path / "all.npz", replace=False)
    with np.load(tmp_path / "all.npz", allow_pickle=False) as arrays:
        contents = [bytes.fromhex(content) for content in arrays["content_ids"]]
        rows, windows = arrays["window_rows"], arrays["windows"]
        assert set(arrays["window_seconds"].tolist()) == {10.0}
        for content_id in (CONTENTS[0], CONTENTS[2]):
            kept = library.windows.of_content(FAKE, content_id)
            assert kept is not None
            mine = rows == contents.index(content_id)
            assert np.array_equal(windows[mine], kept.vectors)
            assert arrays["window_starts"][mine].tolist() == list(kept.starts)
    assert len(rows) == len(windows) == 8
    assert library.windows.of_content(FAKE, CONTENTS[3]) is None, "all of them were silent"


def test_parquet_holds_the_same(library: Library, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    exported = export_embeddings(library, FAKE, tmp_path / "all.parquet", replace=False)
    assert exported.sounds == 5
    table = parquet.read_table(tmp_path / "all.parquet")
    assert table.schema.metadata == {b"embedder_id": FAKE.encode()}
    rows = table.to_pylist()
    assert {Path(os.fsdecode(row["path_bytes"])): bytes.fromhex(row["content_id"]) for row in rows} == by_path(tmp_path)
    for row in rows:
        content_id = bytes.fromhex(row["content_id"])
        assert np.array_equal(np.float32(row["embedding"]), embedding_of(library, content_id))
        kept = library.windows.of_content(FAKE, content_id)
        assert len(row["windows"]) == (0 if kept is None else len(kept.starts))
        for number, window in enumerate(row["windows"]):
            assert kept is not None
            assert (window["start"], window["seconds"]) == (kept.starts[number], 10.0)
            assert np.array_equal(np.float32(window["embedding"]), kept.vectors[number])
    assert exported.windows == sum(len(row["windows"]) for row in rows)


def test_without_its_package_parquet_is_refused_with_a_sentence(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(ExportError, match=r"pip install 'earmark\[parquet\]'"):
        export_embeddings(library, FAKE, tmp_path / "all.parquet", replace=False)
    assert not (tmp_path / "all.parquet").exists()


def test_a_file_that_is_there_is_only_replaced_when_that_is_asked_for(library: Library, tmp_path: Path) -> None:
    target = tmp_path / "all.npz"
    target.write_text("precious")
    with pytest.raises(ExportError, match="--replace"):
        export_embeddings(library, FAKE, target, replace=False)
    assert target.read_text() == "precious"
    export_embeddings(library, FAKE, target, replace=True)
    assert np.load(target, allow_pickle=False)["embeddings"].shape == (5, DIMENSION)


@pytest.mark.parametrize("suffix", ["npz", "parquet"])
def test_who_may_read_the_file_is_as_for_any_other(library: Library, tmp_path: Path, suffix: str) -> None:
    if suffix == "parquet":
        pytest.importorskip("pyarrow")
    (tmp_path / "other").touch()
    export_embeddings(library, FAKE, tmp_path / f"all.{suffix}", replace=False)
    assert (tmp_path / f"all.{suffix}").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_what_fails_half_way_leaves_the_old_file_and_nothing_else(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out" / "all.npz"
    target.parent.mkdir()
    target.write_text("precious")
    monkeypatch.setattr(library.cache, "embeddings_of", _forgetting(library))
    with pytest.raises(ExportError, match="try again"):
        export_embeddings(library, FAKE, target, replace=True)
    assert [path.read_text() for path in target.parent.iterdir()] == ["precious"]


@pytest.mark.parametrize(
    ("name", "embedder_id", "sentence"),
    [
        ("all.csv", FAKE, "neither .npz nor .parquet"),
        ("all.npz", "another", "index a folder first"),
        ("no such folder/all.npz", FAKE, "no such folder does not exist: make the folder"),
    ],
)
def test_what_cannot_be_exported_is_said(
    library: Library, tmp_path: Path, name: str, embedder_id: str, sentence: str
) -> None:
    with pytest.raises(ExportError, match=sentence):
        export_embeddings(library, embedder_id, tmp_path / name, replace=False)


def test_missing_sounds_are_left_out(library: Library, tmp_path: Path) -> None:
    folder = library.folders.all()[0]
    library.sounds.apply_scan(folder.folder_id, dict.fromkeys(NAMES[1:], STAMP))
    assert export_embeddings(library, FAKE, tmp_path / "all.npz", replace=False).sounds == 4


def _forgetting(library: Library):  # type: ignore[no-untyped-def]
    """As if embeddings went away after the first look."""
    looked = iter([True])
    real = library.cache.embeddings_of

    def embeddings_of(content_ids, embedder_id):  # type: ignore[no-untyped-def]
        return real(content_ids if next(looked, False) else content_ids[1:], embedder_id)

    return embeddings_of
