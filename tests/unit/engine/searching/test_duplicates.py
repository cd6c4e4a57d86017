"""Sounds that are the same recording are found, kept in mind, and found anew only where something is new."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from desktop_app.core.close_groups import group_close
from desktop_app.core.events import SoundsChanged
from desktop_app.core.vector_index import Rows, Vectors
from desktop_app.engine.decoding.waveform import THUMBNAIL_COLUMNS, quantise
from desktop_app.engine.searching import duplicates
from desktop_app.engine.searching.duplicates import Duplicates, SoundGroups
from desktop_app.engine.searching.embedded_library import EmbeddedLibrary
from desktop_app.library.library import Library
from desktop_app.library.tables.heard import Heard
from tests.library_maker import FORMAT, STAMP, fill, open_library, random_vectors

EMBEDDER = "an embedder"


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "profile") as opened:
        yield opened


def test_copies_have_one_label_and_all_others_their_own(library: Library, tmp_path: Path) -> None:
    vectors = random_vectors(6, 16)
    vectors[4] = vectors[1] + 0.01
    vectors[5] = vectors[1] * 3
    fill(library, tmp_path / "Sounds", EMBEDDER, vectors)
    ids = library.sounds.ids()
    groups = Duplicates(library, EmbeddedLibrary(library, EMBEDDER, 16)).groups()
    labels = groups.labels_of(ids)
    assert labels[1] == labels[4] == labels[5]
    assert len(np.unique(labels)) == 4
    assert groups.with_copies(ids[::-1]).tolist() == ids[[5, 4, 1]].tolist()
    assert groups.with_copies(ids[:3]).tolist() == []


def test_files_of_the_same_content_are_copies_and_unheard_ones_are_not(library: Library, tmp_path: Path) -> None:
    root = tmp_path / "Sounds"
    root.mkdir()
    folder = library.folders.add(root)
    library.sounds.apply_scan(folder.folder_id, {f"{name}.wav": STAMP for name in "abcd"})
    ids = library.sounds.ids()
    vector = random_vectors(1, 16)[0]
    library.sounds.save_heard(EMBEDDER, [Heard(n, STAMP, b"x" * 16, FORMAT, vector, None) for n in ids[:2].tolist()])
    labels = Duplicates(library, EmbeddedLibrary(library, EMBEDDER, 16)).groups().labels_of(np.append(ids, 999))
    assert labels[0] == labels[1]
    assert len(np.unique(labels)) == 4


def test_only_what_is_new_is_compared(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vectors = random_vectors(40, 16)
    vectors[39] = vectors[3]
    fill(library, tmp_path / "Sounds", EMBEDDER, vectors[:39])
    embedded = EmbeddedLibrary(library, EMBEDDER, 16)
    made = Duplicates(library, embedded)
    seen: list[int] = []
    really = group_close

    def counted(matrix: Vectors, cosine: float, *, known: Rows, cancelled: Callable[[], bool]) -> Rows:
        seen.append(len(known))
        return really(matrix, cosine, known=known, cancelled=cancelled)

    monkeypatch.setattr(duplicates, "group_close", counted)
    made.groups()
    made.groups()
    assert seen == [0]
    folder = library.folders.add(_directory(tmp_path / "More"))
    library.sounds.apply_scan(folder.folder_id, {"late.wav": STAMP})
    late = int(library.sounds.ids()[0])
    library.sounds.save_heard(EMBEDDER, [Heard(late, STAMP, b"late" * 4, FORMAT, vectors[39], None)])
    embedded.follow(SoundsChanged(folder.folder_id))
    groups = made.groups()
    assert seen == [0, 39]
    assert len(groups.with_copies(groups.sound_ids)) == 2


def test_comparing_ends_when_nobody_wants_to_know(library: Library, tmp_path: Path) -> None:
    vectors = np.tile(random_vectors(1, 16), (10, 1))
    fill(library, tmp_path / "Sounds", EMBEDDER, vectors)
    made = Duplicates(library, EmbeddedLibrary(library, EMBEDDER, 16))
    made.close()
    assert len(made.groups().with_copies(library.sounds.ids())) == 0


def test_an_empty_library_has_no_copies(library: Library) -> None:
    groups = Duplicates(library, EmbeddedLibrary(library, EMBEDDER, 16)).groups()
    assert len(np.unique(groups.labels_of(np.array([5, 6])))) == 2
    assert groups.with_copies(np.array([5, 6])).tolist() == []


def test_groups_stand_in_the_order_of_their_first_sounds() -> None:
    groups = SoundGroups(np.array([1, 2, 3, 4, 5]), np.array([0, 7, 0, 7, 9]))
    assert groups.with_copies(np.array([4, 5, 1, 2, 3])).tolist() == [4, 2, 1, 3]


def looks(*waves: NDArray[np.float32], seconds: Sequence[float] = ()) -> list[tuple[float, bytes | None]]:
    """Seconds (2 each) and small waveforms."""
    lengths = seconds or [2.0] * len(waves)
    return [(length, quantise(wave).tobytes()) for length, wave in zip(lengths, waves, strict=True)]


def wave(seed: int) -> NDArray[np.float32]:
    """A rise and a fall that no other seed has, [200, 2]."""
    random = np.random.default_rng(seed)
    times = np.linspace(0, 1, THUMBNAIL_COLUMNS, dtype=np.float32)
    loudness = np.minimum(times / random.uniform(0.02, 0.5), 1) * np.exp(-random.uniform(1, 6) * times)
    sides = loudness[:, None] * random.uniform(0.5, 1.0, (THUMBNAIL_COLUMNS, 2)) * (-1, 1)
    return sides.astype(np.float32)


def groups_of(library: Library, folder: Path, vectors: Vectors, seen: list[tuple[float, bytes | None]]) -> list[int]:
    fill(library, folder, EMBEDDER, vectors, looks=seen)
    return Duplicates(library, EmbeddedLibrary(library, EMBEDDER, vectors.shape[1])).groups().labels.tolist()


def test_a_quieter_copy_that_is_heard_as_another_sound_is_known_by_its_shape(library: Library, tmp_path: Path) -> None:
    vectors = random_vectors(5, 64)
    vectors[1] = 0.8 * vectors[0] + 0.6 * vectors[1]  # what 12 dB do to the cosine of real sounds
    seen = looks(wave(0), wave(0) / 4, wave(2), wave(3), -wave(0)[:, ::-1])
    labels = groups_of(library, tmp_path / "Sounds", vectors, seen)
    assert labels[0] == labels[1]
    assert len(set(labels)) == 4


def test_sounds_of_one_shape_are_no_copies_unless_they_are_equally_long(library: Library, tmp_path: Path) -> None:
    vectors = np.tile(random_vectors(1, 64), (3, 1))
    vectors[1:] += random_vectors(2, 64, seed=1) * 0.6
    seen = looks(wave(0), wave(0), wave(0), seconds=[2.0, 2.001, 2.1])
    labels = groups_of(library, tmp_path / "Sounds", vectors, seen)
    assert labels[0] == labels[1] != labels[2]


def test_long_sounds_that_sound_the_same_on_the_whole_are_no_copies(library: Library, tmp_path: Path) -> None:
    vectors = random_vectors(2, 16)[[0, 0, 0, 1, 1]]
    fill(library, tmp_path / "Sounds", EMBEDDER, vectors, looks=[(n, None) for n in (60.0, 60.0, 80.0, 5.0, 8.0)])
    labels = Duplicates(library, EmbeddedLibrary(library, EMBEDDER, 16)).groups().labels_of(library.sounds.ids())
    assert len(np.unique(labels[:4])) == 4
    assert labels[3] == labels[4]


def test_what_is_equally_loud_all_through_has_no_shape(library: Library, tmp_path: Path) -> None:
    steady = np.tile(np.array([-0.5, 0.5], dtype=np.float32), (THUMBNAIL_COLUMNS, 1))
    once = steady.copy()
    once[7] *= 1.02
    vectors = np.tile(random_vectors(1, 64), (4, 1))
    vectors[1:] += random_vectors(3, 64, seed=1) * 0.6
    labels = groups_of(library, tmp_path / "Sounds", vectors, looks(steady, steady, once, once))
    assert len(set(labels)) == 4


def test_shapes_of_what_comes_later_join_those_that_are_known(library: Library, tmp_path: Path) -> None:
    vectors = random_vectors(6, 64)
    vectors[3:] = 0.8 * vectors[:3] + 0.6 * vectors[3:]
    seen = looks(*[wave(seed) * level for level in (1.0, 0.3) for seed in range(3)])
    fill(library, tmp_path / "Sounds", EMBEDDER, vectors[:3], looks=seen[:3])
    embedded = EmbeddedLibrary(library, EMBEDDER, 64)
    made = Duplicates(library, embedded)
    assert len(set(made.groups().labels.tolist())) == 3
    folder = library.folders.add(_directory(tmp_path / "Later"))
    library.sounds.apply_scan(folder.folder_id, {f"{number}.wav": STAMP for number in range(3, 6)})
    for number in range(3, 6):
        sound = library.sounds.by_path(tmp_path / "Later" / f"{number}.wav")
        assert sound is not None
        seconds = replace(FORMAT, frames=2 * FORMAT.sample_rate)
        late = Heard(sound.sound_id, STAMP, bytes([number]) * 16, seconds, vectors[number], seen[number][1])
        library.sounds.save_heard(EMBEDDER, [late])
    embedded.follow(SoundsChanged(folder.folder_id))
    labels = made.groups().labels.tolist()
    assert labels[:3] == labels[3:]
    assert len(set(labels)) == 3


def test_copies_of_copies_are_one_group(library: Library, tmp_path: Path) -> None:
    """One is known by what is heard, the other by its shape."""
    vectors = random_vectors(4, 64)
    vectors[3] = vectors[0]
    vectors[2] = 0.8 * vectors[3] + 0.6 * vectors[2]
    labels = groups_of(library, tmp_path / "Sounds", vectors, looks(wave(0), wave(1), wave(2) / 3, wave(2)))
    assert labels[0] == labels[2] == labels[3] != labels[1]


def _directory(path: Path) -> Path:
    path.mkdir()
    return path
