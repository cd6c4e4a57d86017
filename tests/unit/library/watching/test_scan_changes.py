"""What a scan makes of files that come, go, change and move: nothing is ever deleted, and a move loses nothing."""

import os
import shutil
from pathlib import Path

import pytest

from desktop_app.core.sound import FileStamp, SoundState
from desktop_app.library.library import Library
from desktop_app.library.watching import drives, scan_changes
from desktop_app.library.watching.scan_changes import ScanChanges
from desktop_app.library.watching.scanner import scan
from tests.unit.library.building import EMBEDDER, add, content_of, hear_waiting, id_of, rescan, write


def state(library: Library, path: Path) -> SoundState:
    sound = library.sounds.by_path(path)
    assert sound is not None
    return sound.state


def test_files_are_added_once(library: Library, root: Path) -> None:
    write(root, "a.wav", "sub/b.wav")
    folder = library.folders.add(root)
    first = rescan(library, folder)
    assert first == ScanChanges(added=2)
    assert first
    assert rescan(library, folder) == ScanChanges()
    assert not rescan(library, folder)


def test_a_removed_file_is_missing_and_comes_back_as_it_was(library: Library, root: Path, tmp_path: Path) -> None:
    folder = add(library, root, "a.wav", "b.wav")
    before = library.sounds.by_path(root / "a.wav")
    (root / "a.wav").rename(tmp_path / "away.wav")
    assert rescan(library, folder) == ScanChanges(missing=1)
    assert rescan(library, folder) == ScanChanges()
    assert state(library, root / "a.wav") is SoundState.MISSING
    (tmp_path / "away.wav").rename(root / "a.wav")
    assert rescan(library, folder) == ScanChanges(back=1)
    assert library.sounds.by_path(root / "a.wav") == before


def test_a_changed_file_keeps_its_id_and_waits_to_be_heard(library: Library, root: Path) -> None:
    folder = add(library, root, "a.wav", "b.wav")
    sound_id = id_of(library, root / "a.wav")
    write(root, "a.wav", data=b"something else")
    assert rescan(library, folder) == ScanChanges(changed=1)
    (waiting,) = library.sounds.waiting(EMBEDDER, limit=9)
    assert (waiting.sound_id, waiting.content_id, waiting.format) == (sound_id, None, None)
    assert waiting.stamp.size == len(b"something else")
    assert hear_waiting(library) == [sound_id]


def test_a_replaced_file_of_the_same_size_and_time_is_noticed(library: Library, root: Path) -> None:
    folder = add(library, root, "a.wav", "b.wav")
    old = (root / "a.wav").stat()
    write(root, "new", data=b"A.wav")
    os.utime(root / "new", ns=(0, old.st_mtime_ns))
    (root / "new").replace(root / "a.wav")
    assert rescan(library, folder) == ScanChanges(changed=1)


def test_a_changed_file_loses_its_problem(library: Library, root: Path) -> None:
    folder = add(library, root, "a.wav", "b.wav")
    sound = library.sounds.by_path(root / "a.wav")
    assert sound is not None
    library.sounds.save_problem(sound.sound_id, sound.stamp, "This is not audio.")
    assert library.sounds.waiting_count(EMBEDDER) == 0
    write(root, "a.wav", data=b"mended")
    rescan(library, folder)
    assert library.sounds.unreadable() == []
    assert library.sounds.waiting_count(EMBEDDER) == 1


@pytest.mark.parametrize("target", ["renamed.wav", "sub/deep/a.wav"])
def test_a_moved_file_keeps_its_id_and_is_not_heard_again(library: Library, root: Path, target: str) -> None:
    folder = add(library, root, "a.wav", "b.wav")
    sound_id = id_of(library, root / "a.wav")
    (root / target).parent.mkdir(parents=True, exist_ok=True)
    (root / "a.wav").rename(root / target)
    assert rescan(library, folder) == ScanChanges(moved=1)
    assert id_of(library, root / target) == sound_id
    assert library.sounds.by_path(root / "a.wav") is None
    assert library.sounds.waiting_count(EMBEDDER) == 0


def test_a_renamed_tree_keeps_every_id(library: Library, root: Path) -> None:
    folder = add(library, root, *(f"old/{number % 7}/{number}.wav" for number in range(100)), "other.wav")
    before = {s.name: s.sound_id for s in library.sounds.many(library.sounds.ids())}
    (root / "old").rename(root / "new")
    assert rescan(library, folder) == ScanChanges(moved=100)
    assert {s.name: s.sound_id for s in library.sounds.many(library.sounds.ids())} == before
    assert library.sounds.waiting_count(EMBEDDER) == 0


@pytest.mark.parametrize("order", [("here", "there"), ("there", "here")])
def test_a_move_between_folders_is_seen_whichever_is_scanned_first(
    library: Library, root: Path, order: tuple[str, str]
) -> None:
    folders = {name: add(library, root / name, f"{name}.wav") for name in ("here", "there")}
    sound_id = id_of(library, root / "here" / "here.wav")
    write(root / "here", "stays.wav")
    rescan(library, folders["here"])
    (root / "here" / "here.wav").rename(root / "there" / "came.wav")
    changes = [rescan(library, folders[name]) for name in order]
    assert sum(change.moved for change in changes) == 1
    assert id_of(library, root / "there" / "came.wav") == sound_id
    assert len(library.sounds.ids()) == 3


@pytest.mark.parametrize("order", [("old.wav", "new.wav"), ("new.wav", "old.wav")])
def test_a_move_reported_path_by_path_is_a_move(library: Library, root: Path, order: tuple[str, str]) -> None:
    folder = add(library, root, "old.wav", "other.wav")
    sound_id = id_of(library, root / "old.wav")
    (root / "old.wav").rename(root / "new.wav")
    changes = [rescan(library, folder, under=name) for name in order]
    assert sum(change.moved for change in changes) == 1
    assert id_of(library, root / "new.wav") == sound_id
    assert len(library.sounds.ids()) == 2


def test_hard_links_and_copies_are_sounds_of_their_own(library: Library, root: Path) -> None:
    folder = add(library, root, "a.wav")
    os.link(root / "a.wav", root / "link.wav")
    shutil.copy2(root / "a.wav", root / "copy.wav")
    assert rescan(library, folder) == ScanChanges(added=2)
    hear_waiting(library)
    (root / "a.wav").unlink()
    os.link(root / "link.wav", root / "z1.wav")
    os.link(root / "link.wav", root / "z2.wav")
    assert rescan(library, folder) == ScanChanges(moved=1, added=1), "one row that left can arrive only once"


def test_two_files_that_swap_names_wait_to_be_heard(library: Library, root: Path) -> None:
    folder = add(library, root, "a.wav", "bb.wav")
    (root / "a.wav").rename(root / "x")
    (root / "bb.wav").rename(root / "a.wav")
    (root / "x").rename(root / "bb.wav")
    assert rescan(library, folder) == ScanChanges(changed=2)
    assert len(hear_waiting(library)) == 2


def test_only_what_was_looked_at_can_be_missing(library: Library, root: Path) -> None:
    folder = add(library, root, "a/1.wav", "a/2.wav", "a0.wav", "a-.wav", "b/1.wav")
    shutil.rmtree(root / "a")
    for name in ("a0.wav", "a-.wav"):
        (root / name).unlink()
    (root / "b" / "1.wav").unlink()
    assert rescan(library, folder, under="a") == ScanChanges(missing=2)
    assert rescan(library, folder, under="b/1.wav") == ScanChanges(missing=1)
    assert state(library, root / "a0.wav") is SoundState.PRESENT


def test_what_could_not_be_looked_at_is_not_missing(library: Library, root: Path) -> None:
    folder = add(library, root, "locked/a.wav", "lockedness.wav", "b.wav")
    found = {"b.wav": next(s.stamp for s in library.sounds.many(library.sounds.ids()) if s.name == "b.wav")}
    changes = library.sounds.apply_scan(folder.folder_id, found, unreadable=["locked"])
    assert changes == ScanChanges(missing=1)
    assert state(library, root / "locked" / "a.wav") is SoundState.PRESENT
    assert state(library, root / "lockedness.wav") is SoundState.MISSING


def test_a_cancelled_scan_makes_nothing_missing(library: Library, root: Path) -> None:
    folder = add(library, root, "a.wav", "b/c.wav")
    result = scan(root, exclusions=[], under="", cancelled=lambda: True)
    assert library.sounds.apply_scan(folder.folder_id, result.found, unreadable=result.unreadable) == ScanChanges()
    library.folders.set_online(folder.folder_id, online=False)
    changes = library.sounds.apply_scan(folder.folder_id, {}, unreadable=result.unreadable)
    assert changes == ScanChanges(online=False), "nothing was learnt about whether the folder is there"


@pytest.mark.parametrize("leaves_its_directory", [True, False])
def test_sounds_of_a_drive_that_is_not_there_are_not_missing(
    library: Library, root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, leaves_its_directory: bool
) -> None:
    monkeypatch.setattr(drives, "PLACES", {os.path.realpath(tmp_path): 3})
    folder = add(library, root, "one/a.wav", "two/b.wav", "two/deep/c.wav")
    (root / "two" / "b.wav").unlink()
    assert rescan(library, folder) == ScanChanges(missing=1), "its drive is there"

    (root / "two").rename(tmp_path / "two")
    if leaves_its_directory:
        (root / "two").mkdir()
    assert rescan(library, folder) == ScanChanges()
    assert rescan(library, folder, under="two") == ScanChanges()
    assert state(library, root / "two" / "deep" / "c.wav") is SoundState.PRESENT
    library.folders.exclude("two")
    assert rescan(library, folder) == ScanChanges(missing=1)
    library.folders.include("two")

    if leaves_its_directory:
        (root / "two").rmdir()
    (tmp_path / "two").rename(root / "two")
    assert rescan(library, folder) == ScanChanges(back=1)


def test_a_directory_elsewhere_that_is_gone_takes_its_sounds_along(library: Library, root: Path) -> None:
    folder = add(library, root, "one/a.wav", "two/b.wav")
    (root / "two" / "b.wav").unlink()
    assert rescan(library, folder) == ScanChanges(missing=1)


def test_what_is_mounted_is_there_though_it_is_empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drives, "PLACES", {os.path.realpath(tmp_path): 2})
    drive = tmp_path / "drive"
    drive.mkdir()
    assert drives.is_on_absent_drive(str(drive / "below"))
    monkeypatch.setattr(os.path, "ismount", lambda path: path == os.path.realpath(drive))
    assert not drives.is_on_absent_drive(str(drive / "below"))
    assert not drives.is_on_absent_drive(str(tmp_path))


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="who may do anything may read anything")
def test_a_drive_that_may_not_be_read_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drives, "PLACES", {os.path.realpath(tmp_path): 1})
    drive = tmp_path / "drive"
    drive.mkdir(mode=0)
    assert not drives.is_on_absent_drive(str(drive))


def test_a_folder_that_is_suddenly_empty_is_offline_and_nothing_is_missing(library: Library, root: Path) -> None:
    folder = add(library, root, "a.wav", "b.wav")
    root.rename(root.with_name("unplugged"))
    root.mkdir()
    assert rescan(library, folder) == ScanChanges(online=False)
    assert state(library, root / "a.wav") is SoundState.OFFLINE
    assert library.sounds.counts(EMBEDDER).missing == 0
    root.rmdir()
    root.with_name("unplugged").rename(root)
    assert rescan(library, folder) == ScanChanges()
    assert state(library, root / "a.wav") is SoundState.PRESENT
    assert library.sounds.waiting_count(EMBEDDER) == 0


def test_removing_the_last_sound_alone_makes_it_missing(library: Library, root: Path) -> None:
    folder = add(library, root, "a.wav")
    (root / "a.wav").unlink()
    assert rescan(library, folder, under="a.wav") == ScanChanges(missing=1)
    assert rescan(library, folder) == ScanChanges()
    assert [f.online for f in library.folders.all()] == [True]


def test_sounds_of_an_unplugged_drive_do_not_move_away(library: Library, root: Path) -> None:
    drive = add(library, root / "drive", "a.wav")
    disk = add(library, root / "disk", "b.wav")
    sound_id = id_of(library, root / "drive" / "a.wav")
    write(root / "disk", "new.wav")
    stamp = library.sounds.many([sound_id])[0].stamp
    (root / "drive" / "a.wav").unlink()
    found = {**scan(disk.path, exclusions=[], under="", cancelled=lambda: False).found, "new.wav": stamp}
    for online in (True, False):
        # The mount point is empty; later it is also known to be offline.
        library.folders.set_online(drive.folder_id, online=online)
        library.sounds.apply_scan(disk.folder_id, found)
        assert id_of(library, root / "drive" / "a.wav") == sound_id


def test_an_inode_that_is_used_again_makes_no_sound_another_one(library: Library, root: Path) -> None:
    write(root, "a.wav", "b.wav")
    for name in ("a.wav", "b.wav"):
        os.utime(root / name, (1_700_000_000, 1_700_000_000))
    folder = library.folders.add(root)
    rescan(library, folder)
    hear_waiting(library)
    first, second = id_of(library, root / "a.wav"), id_of(library, root / "b.wav")
    # Copied and removed one after the other: b's copy got the inode that a had.
    stamps = [sound.stamp for sound in library.sounds.many([first, second])]
    time = stamps[0].modified_ns
    for name, data in (("a", b"a.wav"), ("b", b"b.wav")):
        (root / f"{name}.wav").unlink()
        write(root, f"moved {name}.wav", data=data)
        os.utime(root / f"moved {name}.wav", (1_700_000_000, 1_700_000_000))
    library.sounds.apply_scan(
        folder.folder_id,
        {
            "moved a.wav": FileStamp(5, time, stamps[0].inode + 1_000),
            "moved b.wav": FileStamp(5, time, stamps[0].inode),
        },
    )
    hear_waiting(library)
    assert (id_of(library, root / "moved a.wav"), id_of(library, root / "moved b.wav")) == (first, second)
    for name in ("a", "b"):
        sound = library.sounds.by_path(root / f"moved {name}.wav")
        assert sound is not None
        assert sound.content_id == content_of(f"{name}.wav".encode())


@pytest.mark.parametrize("troubled", [False, True])
def test_a_sound_that_was_not_read_moves_by_its_inode_and_is_read_there(
    library: Library, root: Path, troubled: bool
) -> None:
    write(root, "a.wav", "b.wav")
    folder = library.folders.add(root)
    found = {"a.wav": FileStamp(5, 77, 1), "b.wav": FileStamp(5, 77, 2)}
    library.sounds.apply_scan(folder.folder_id, found)
    sound_id = id_of(library, root / "a.wav")
    if troubled:
        library.sounds.save_problem(sound_id, found["a.wav"], "This file is damaged.")
    (root / "a.wav").rename(root / "c.wav")
    changes = library.sounds.apply_scan(folder.folder_id, {"c.wav": found["a.wav"], "b.wav": found["b.wav"]})
    assert changes == ScanChanges(moved=1)
    moved = library.sounds.by_path(root / "c.wav")
    assert moved is not None
    assert (moved.sound_id, moved.problem) == (sound_id, None), "nothing says that the damaged file is this one"


def test_a_file_system_without_lasting_inodes_changes_nothing(library: Library, root: Path) -> None:
    folder = library.folders.add(root)
    write(root, "a.wav")
    with_inode, without = {"a.wav": FileStamp(5, 77, 123)}, {"a.wav": FileStamp(5, 77, 0)}
    library.sounds.apply_scan(folder.folder_id, without)
    for found in (with_inode, without, with_inode):
        assert library.sounds.apply_scan(folder.folder_id, found) == ScanChanges()
    assert [sound.stamp.inode for sound in library.sounds.many(library.sounds.ids())] == [123]
    assert library.sounds.apply_scan(folder.folder_id, {"a.wav": FileStamp(5, 77, 124)}).changed == 1
    library.sounds.apply_scan(folder.folder_id, {"b.wav": FileStamp(5, 77, 0)})
    assert library.sounds.by_path(root / "a.wav") is not None, "without inodes nothing is taken for moved"


def test_inodes_beyond_what_can_be_stored_are_no_change(library: Library, root: Path) -> None:
    folder = library.folders.add(root)
    found = {"a.wav": FileStamp(5, -77, 2**64 - 1), "b.wav": FileStamp(6, 78, 2**127 + 5)}
    assert library.sounds.apply_scan(folder.folder_id, found) == ScanChanges(added=2)
    assert library.sounds.apply_scan(folder.folder_id, found) == ScanChanges()


def test_large_scans_are_written_in_parts(library: Library, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan_changes, "_ROWS_A_TRANSACTION", 7)
    folder = library.folders.add(root)
    found = {f"{number}.wav": FileStamp(number, number, number + 1) for number in range(100)}
    assert library.sounds.apply_scan(folder.folder_id, found) == ScanChanges(added=100)
    moved = {f"m/{name}": stamp for name, stamp in found.items()}
    assert library.sounds.apply_scan(folder.folder_id, moved) == ScanChanges(moved=100)
    assert set(library.sounds.paths_of(library.sounds.ids())) == {root / name for name in moved}


def test_a_scan_of_a_folder_that_was_removed_adds_nothing(library: Library, root: Path) -> None:
    folder = add(library, root, "a.wav")
    library.folders.remove(folder.folder_id)
    assert library.sounds.apply_scan(folder.folder_id, {"a.wav": FileStamp(1, 2, 3)}) == ScanChanges()
    assert len(library.sounds.ids()) == 0


def test_names_of_any_bytes_come_back_as_they_are(library: Library, root: Path) -> None:
    names = [
        os.fsdecode(b"caf\xe9/\xff\xfe.wav"),
        "cafe\u0301.wav",
        "caf\u00e9.wav",
        "日本語/効果音 🎺.wav",
        "שלום.wav",
        "new\nline 'quote\" %_.wav",
        "x" * 200 + ".wav",
    ]
    folder = add(library, root, *names)
    assert {s.path for s in library.sounds.many(library.sounds.ids())} == {root / name for name in names}
    assert all(library.sounds.by_path(root / name) for name in names)
    assert rescan(library, folder) == ScanChanges()
    assert library.sounds.waiting_count(EMBEDDER) == 0
