"""Sounds that are the same recording are found, kept in mind, and found anew only where something is new."""

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.close_groups import group_close
from desktop_app.core.events import SoundsChanged
from desktop_app.core.vector_index import Rows, Vectors
from desktop_app.engine import duplicates
from desktop_app.engine.duplicates import Duplicates, SoundGroups
from desktop_app.engine.embedded_library import EmbeddedLibrary
from desktop_app.library.heard import Heard
from desktop_app.library.library import Library
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
    groups = Duplicates(EmbeddedLibrary(library, EMBEDDER, 16)).groups()
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
    labels = Duplicates(EmbeddedLibrary(library, EMBEDDER, 16)).groups().labels_of(np.append(ids, 999))
    assert labels[0] == labels[1]
    assert len(np.unique(labels)) == 4


def test_only_what_is_new_is_compared(library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vectors = random_vectors(40, 16)
    vectors[39] = vectors[3]
    fill(library, tmp_path / "Sounds", EMBEDDER, vectors[:39])
    embedded = EmbeddedLibrary(library, EMBEDDER, 16)
    made = Duplicates(embedded)
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
    made = Duplicates(EmbeddedLibrary(library, EMBEDDER, 16))
    made.close()
    assert len(made.groups().with_copies(library.sounds.ids())) == 0


def test_an_empty_library_has_no_copies(library: Library) -> None:
    groups = Duplicates(EmbeddedLibrary(library, EMBEDDER, 16)).groups()
    assert len(np.unique(groups.labels_of(np.array([5, 6])))) == 2
    assert groups.with_copies(np.array([5, 6])).tolist() == []


def test_groups_stand_in_the_order_of_their_first_sounds() -> None:
    groups = SoundGroups(np.array([1, 2, 3, 4, 5]), np.array([0, 7, 0, 7, 9]))
    assert groups.with_copies(np.array([4, 5, 1, 2, 3])).tolist() == [4, 2, 1, 3]


def _directory(path: Path) -> Path:
    path.mkdir()
    return path
