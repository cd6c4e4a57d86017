"""Folders: adding them in all the ways people do, nesting, moving, removing; exclusions."""

import os
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.metadata import Metadata
from desktop_app.core.sound import SoundState
from desktop_app.core.verdict import Judgement, Verdict
from desktop_app.library.databases.library_errors import LibraryError
from desktop_app.library.library import Library
from tests.unit.library.building import EMBEDDER, add, content_of, id_of, rescan, write


def test_a_folder_is_one_however_its_name_is_written(
    library: Library, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "link").symlink_to(root)
    monkeypatch.chdir(tmp_path)
    for path in (root, Path(f"{root}/"), Path("Sounds"), root / ".." / "Sounds", tmp_path / "link"):
        assert library.folders.add(path).path == root
    assert len(library.folders.all()) == 1


def test_folders_are_listed_by_name_with_what_they_hold(library: Library, tmp_path: Path) -> None:
    second = add(library, tmp_path / "b", "1.wav", "2.wav", "3.wav")
    first = add(library, tmp_path / "A", "1.wav")
    (second.path / "1.wav").unlink()
    rescan(library, second)
    assert [(f.folder_id, f.sounds, f.missing, f.online) for f in library.folders.all()] == [
        (first.folder_id, 1, 0, True),
        (second.folder_id, 2, 1, True),
    ]


def test_what_is_no_folder_is_refused_with_a_sentence(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "file.wav")
    with pytest.raises(LibraryError, match=r"There is no folder .*nothing"):
        library.folders.add(tmp_path / "nothing")
    with pytest.raises(LibraryError, match=r"file\.wav is a file"):
        library.folders.add(tmp_path / "file.wav")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(LibraryError, match="There is no folder"):
        library.folders.add(tmp_path / "loop")

    def refuse(path: object) -> object:
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(LibraryError, match=r"cannot be opened \(Permission denied\)"):
        library.folders.add(tmp_path)
    assert library.folders.all() == []


def test_a_folder_inside_another_is_that_other_one(library: Library, root: Path) -> None:
    outer = add(library, root, "inner/a.wav")
    assert library.folders.add(root / "inner").folder_id == outer.folder_id
    assert len(library.folders.all()) == 1


def test_a_folder_around_others_takes_in_their_sounds_without_loss(library: Library, root: Path) -> None:
    odd = os.fsdecode(b"caf\xe9")
    add(library, root / "Drums" / odd, "kick.wav", f"Übung/{odd}.wav")
    add(library, root / "Loops", "loop.wav")
    before = {s.path: (s.sound_id, s.content_id) for s in library.sounds.many(library.sounds.ids())}
    outer = library.folders.add(root)
    assert [f.folder_id for f in library.folders.all()] == [outer.folder_id]
    assert {s.path: (s.sound_id, s.content_id) for s in library.sounds.many(library.sounds.ids())} == before
    assert not rescan(library, outer)
    assert outer.sounds == 3
    assert [directory for directory, _ in library.sounds.folder_tree(outer.folder_id)] == [
        f"Drums/{odd}",
        f"Drums/{odd}/Übung",
        "Loops",
    ]


def test_removing_a_folder_keeps_verdicts_and_files(library: Library, root: Path) -> None:
    folder = add(library, root, "a.wav")
    sound_id = id_of(library, root / "a.wav")
    verdict = Verdict(content_of(b"a.wav"), "everyday", "dog", Judgement.REJECTED)
    library.verdicts.set([verdict])
    library.folders.remove(folder.folder_id)
    assert library.folders.all() == []
    assert len(library.sounds.ids()) == 0
    assert (root / "a.wav").exists()
    assert library.verdicts.all() == [verdict]
    again = add(library, root)
    assert again.folder_id != folder.folder_id
    assert id_of(library, root / "a.wav") != sound_id, "the id of a removed sound must never mean another one"
    library.folders.remove(12345)


def test_a_folder_that_went_elsewhere_keeps_everything(library: Library, root: Path, tmp_path: Path) -> None:
    folder = add(library, root, "a.wav", "sub/b.wav")
    before = sorted((s.sound_id, s.name, s.content_id) for s in library.sounds.many(library.sounds.ids()))
    library.file_texts.save([(sound, Metadata()) for sound in library.sounds.many(library.sounds.ids())])
    copy = tmp_path / "other disk"
    for name in ("a.wav", "sub/b.wav"):
        write(copy, name)
        os.utime(copy / name, ns=(0, (root / name).stat().st_mtime_ns))
    library.folders.set_online(folder.folder_id, online=False)
    located = library.folders.locate(folder.folder_id, copy)
    assert (located.folder_id, located.path, located.online) == (folder.folder_id, copy, True)
    assert not rescan(library, located), "other inodes on another disk are no change"
    assert sorted((s.sound_id, s.name, s.content_id) for s in library.sounds.many(library.sounds.ids())) == before
    assert library.sounds.waiting_count(EMBEDDER) == 0
    assert library.file_texts.waiting() == [], "what stands in the files needs no reading, either"
    (copy / "a.wav").replace(copy / "c.wav")
    assert rescan(library, located).moved == 1, "the inodes of the new disk were learnt"


def test_locating_refuses_what_cannot_be(library: Library, tmp_path: Path) -> None:
    first = add(library, tmp_path / "first", "a.wav")
    add(library, tmp_path / "second" / "deep", "b.wav")
    for wrong in (tmp_path / "second", tmp_path / "second" / "deep"):
        with pytest.raises(LibraryError, match="overlaps the folder"):
            library.folders.locate(first.folder_id, wrong)
    with pytest.raises(LibraryError, match="There is no folder"):
        library.folders.locate(first.folder_id, tmp_path / "nowhere")
    (tmp_path / "third").mkdir()
    with pytest.raises(LibraryError, match="no longer in the library"):
        library.folders.locate(999, tmp_path / "third")
    assert library.folders.locate(first.folder_id, first.path).path == first.path


def test_an_offline_folder_keeps_its_sounds_out_of_the_way(library: Library, root: Path) -> None:
    folder = add(library, root, "a.wav")
    library.folders.set_online(folder.folder_id, online=False)
    (sound,) = library.sounds.many(library.sounds.ids())
    assert sound.state is SoundState.OFFLINE
    assert [(f.online, f.sounds) for f in library.folders.all()] == [(False, 1)]
    assert library.sounds.counts(EMBEDDER).offline == 1


def test_exclusions_are_kept_in_order_and_can_be_taken_back(library: Library) -> None:
    for pattern in ("*.mp3", " Backup/ ", "*.mp3"):
        library.folders.exclude(pattern)
    assert library.folders.exclusions() == ["*.mp3", "Backup"]
    library.folders.include("Backup/")
    library.folders.include("never there")
    assert library.folders.exclusions() == ["*.mp3"]
    with pytest.raises(LibraryError, match="must not be empty"):
        library.folders.exclude("  ")


def test_excluded_sounds_are_missing_until_the_pattern_is_taken_back(library: Library, root: Path) -> None:
    folder = add(library, root, "a.wav", "Backup/a copy.wav")
    library.folders.exclude("backup")
    assert rescan(library, folder).missing == 1
    library.folders.include("backup")
    assert rescan(library, folder).back == 1
    assert library.sounds.waiting_count(EMBEDDER) == 0
    assert np.array_equal(np.sort(library.sounds.ids()), [1, 2])


@pytest.mark.parametrize("name", ["no\0name", "half \ud800", os.fsdecode(b"not \xff text")])
def test_what_no_file_can_be_called_is_not_there(library: Library, root: Path, name: str) -> None:
    add(library, root, "a.wav")
    assert library.sounds.by_path(root / name) is None
    with pytest.raises(LibraryError, match="There is no folder"):
        library.folders.add(root / name)


def test_a_pattern_that_is_not_text_is_kept_as_far_as_it_is(library: Library, root: Path) -> None:
    folder = add(library, root, os.fsdecode(b"caf\xe9.wav"), "b.wav")
    library.folders.exclude(os.fsdecode(b"caf\xe9*"))
    library.folders.exclude("half \ud800")
    assert library.folders.exclusions() == ["caf\ufffd*", "half \ufffd"]
    assert rescan(library, folder).missing == 1
    library.folders.include(os.fsdecode(b"caf\xe9*"))
    assert rescan(library, folder).back == 1
