"""What could not be read for a reason that passes is looked at again from time to time, and heard when it opens."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.engine.indexing.folder_scan import FolderScan, can_be_listed
from desktop_app.engine.indexing.later_tries import LATER_SECONDS, LaterTries
from desktop_app.library.library import Library
from desktop_app.library.tables.folders import Folder
from tests.library_maker import open_library


class Clock:
    """Time that stands still until it is moved."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with open_library(tmp_path / "profile") as library:
        yield library


@pytest.fixture
def folder(library: Library, tmp_path: Path) -> Folder:
    """With two sounds that could not be read."""
    root = tmp_path / "Sounds"
    root.mkdir()
    for name in ("a.wav", "b.wav"):
        (root / name).write_bytes(b"RIFF")
    folder = library.folders.add(root)
    scan(library, folder)
    for sound in library.sounds.waiting("an embedder", limit=9):
        library.sounds.save_problem(sound.sound_id, sound.stamp, "Locked.", passing=sound.path.name == "a.wav")
    return folder


def scan(library: Library, folder: Folder) -> FolderScan:
    look = FolderScan(library, lambda _: None, lambda: False)
    look.look(folder.folder_id)
    return look


def waiting(library: Library) -> list[str]:
    return [sound.path.name for sound in library.sounds.waiting("an embedder", limit=9)]


def test_what_opens_by_now_waits_to_be_heard(library: Library, folder: Folder) -> None:
    clock = Clock()
    later = LaterTries(library, lambda: True, clock)
    assert later.seconds_left is None
    later.note()
    clock.now += LATER_SECONDS / 2
    later.note()
    assert later.seconds_left == pytest.approx(LATER_SECONDS / 2), "the first one counts"
    later.look()
    assert waiting(library) == [], "it is not time yet"
    clock.now += LATER_SECONDS
    assert later.seconds_left == 0
    later.look()
    assert waiting(library) == ["a.wav"], "the other one has no reason that passes"
    assert later.seconds_left is None


def test_what_is_still_closed_is_looked_at_again(library: Library, folder: Folder) -> None:
    clock = Clock()
    later = LaterTries(library, lambda: True, clock)
    later.note()
    (folder.path / "a.wav").unlink()
    (folder.path / "a.wav").mkdir()
    for _ in range(3):
        clock.now += LATER_SECONDS
        later.look()
        assert waiting(library) == []
    assert later.seconds_left == LATER_SECONDS


def test_what_opens_and_fails_all_the_same_is_left_in_peace_ever_longer(library: Library, folder: Folder) -> None:
    clock = Clock()
    later = LaterTries(library, lambda: True, clock)
    minutes = []
    for minute in range(1, 300):
        later.note()
        clock.now += LATER_SECONDS
        later.look()
        for sound in library.sounds.waiting("an embedder", limit=9):
            minutes.append(minute)
            library.sounds.save_problem(sound.sound_id, sound.stamp, "No luck.", passing=True)
    assert minutes == [1, 2, 4, 8, 16, 32, 64, 124, 184, 244]


def test_a_look_is_broken_off_when_work_is_to_stop(library: Library, folder: Folder) -> None:
    clock = Clock()
    later = LaterTries(library, lambda: False, clock)
    later.note()
    clock.now += LATER_SECONDS
    later.look()
    assert waiting(library) == []
    assert later.seconds_left == LATER_SECONDS


def test_every_scan_has_it_heard_again(library: Library, folder: Folder) -> None:
    scan(library, folder)
    assert waiting(library) == ["a.wav"]


def test_a_place_that_cannot_be_looked_at_is_known_until_it_can(library: Library, folder: Folder) -> None:
    loop = folder.path / "loop.wav"
    loop.symlink_to(loop)
    look = scan(library, folder)
    look.look(folder.folder_id, [loop])
    assert [path for path, _ in look.closed()] == [loop]
    assert look.opened() == []
    look.look(folder.folder_id, [folder.path / "a.wav"])
    assert [path for path, _ in look.closed()] == [loop], "it says nothing of other places"
    loop.unlink()
    loop.write_bytes(b"RIFF")
    assert look.opened() == [(folder.folder_id, loop)]
    look.look(folder.folder_id, [loop])
    assert look.closed() == []


def test_what_is_closed_in_a_folder_that_was_removed_is_forgotten(
    library: Library, folder: Folder, tmp_path: Path
) -> None:
    loop = folder.path / "loop.wav"
    loop.symlink_to(loop)
    look = scan(library, folder)
    around = library.folders.add(tmp_path)
    look.look(around.folder_id)
    assert [path for path, _ in look.closed()] == [loop], "once, as the folder around has taken the other one's place"
    library.folders.remove(around.folder_id)
    look.look(around.folder_id)
    assert look.closed() == []


def test_what_is_gone_is_no_longer_closed(tmp_path: Path) -> None:
    assert can_be_listed(tmp_path)
    assert can_be_listed(tmp_path / "gone")
