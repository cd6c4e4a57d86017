"""Walking folders: what is a sound, what is left out, links, and places that cannot be looked at."""

import os
import shutil
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.library.watching import scanner
from desktop_app.library.watching.scanner import AUDIO_SUFFIXES, is_sound_name, scan
from tests.unit.library.building import stamp, write


def found(root: Path, *exclusions: str, under: str = "") -> list[str]:
    result = scan(root, exclusions=exclusions, under=under, cancelled=lambda: False)
    assert result.reachable
    assert not result.problems
    return list(result.found)


def refuse(path: Path, call: Callable[..., object]) -> Callable[..., object]:
    """`os.scandir` or `os.stat` as it is for somebody who may not open `path`."""

    def refusing(asked: object) -> object:
        if asked == os.fspath(path):
            raise PermissionError(13, "Permission denied", asked)
        return call(asked)

    return refusing


def test_sounds_are_found_by_their_suffix_with_their_stamps(root: Path) -> None:
    write(root, "b.WAV", "a/c.flac", "a/d.mp3", "a.aif", "notes.txt", "cover.jpg", "no suffix", "wav")
    write(root, "empty.wav", data=b"")
    result = scan(root, exclusions=[], under="", cancelled=lambda: False)
    assert list(result.found) == ["a.aif", "b.WAV", "empty.wav", "a/c.flac", "a/d.mp3"]
    assert result.found["a/c.flac"] == stamp(root / "a" / "c.flac")
    assert (result.reachable, result.problems, result.unreadable) == (True, [], [])


def test_the_suffixes_are_what_people_have() -> None:
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in AUDIO_SUFFIXES)
    for suffix in (".wav", ".aiff", ".flac", ".ogg", ".opus", ".mp3", ".m4a", ".caf", ".w64", ".wma", ".wv", ".BWF"):
        assert is_sound_name(f"kick{suffix}"), suffix


@pytest.mark.parametrize(
    "name",
    [
        ".hidden.wav",
        "._kick.wav",
        "kick.wav.part",
        "kick.wav.crdownload",
        "kick.tmp",
        "kick.wav~",
        ".kick.earmark-tmp.wav",
        "kick.earmark-tmp.wav",
        ".git/kick.wav",
        "$RECYCLE.BIN/kick.wav",
        "__MACOSX/kick.wav",
    ],
)
def test_hidden_and_unfinished_files_are_left_out(root: Path, name: str) -> None:
    write(root, name, "a.wav")
    assert found(root) == ["a.wav"]
    assert found(root, under=name) == []


@pytest.mark.parametrize(
    ("pattern", "left"),
    [
        ("*.mp3", ["a.wav", "Loops/c.wav", "Loops/Old/d.wav"]),
        ("loops", ["a.wav", "b.mp3"]),
        ("OLD/", ["a.wav", "b.mp3", "Loops/c.wav"]),
        ("Loops/Old", ["a.wav", "b.mp3", "Loops/c.wav"]),
        ("loops/c*", ["a.wav", "b.mp3", "Loops/Old/d.wav"]),
        ("[ab].*", ["Loops/c.wav", "Loops/Old/d.wav"]),
        ("nothing", ["a.wav", "b.mp3", "Loops/c.wav", "Loops/Old/d.wav"]),
        ("Loops\\Old", ["a.wav", "b.mp3", "Loops/c.wav"]),
    ],
)
def test_exclusions_leave_out_names_and_paths(root: Path, pattern: str, left: list[str]) -> None:
    write(root, "a.wav", "b.mp3", "Loops/c.wav", "Loops/Old/d.wav")
    assert found(root, pattern) == left
    inside = [name for name in left if name.startswith("Loops/Old")]
    assert found(root, pattern, under="Loops/Old") == inside
    assert found(root, pattern, under="Loops/Old/d.wav") == inside


def test_an_exclusion_is_compared_as_people_read_it(root: Path) -> None:
    write(root, "Übung/a.wav", os.fsdecode(b"caf\xe9.wav"), "b.wav")
    assert found(root, "u\u0308BUNG", "caf?.wav") == ["b.wav"]


def test_a_part_of_a_folder_can_be_scanned(root: Path) -> None:
    write(root, "a.wav", "sub/b.wav", "sub/deep/c.wav", "sub2/d.wav", "sub/e.txt")
    assert found(root, under="sub") == ["sub/b.wav", "sub/deep/c.wav"]
    assert found(root, under="sub/b.wav") == ["sub/b.wav"]
    for nothing in ("sub/e.txt", "none", "none/a.wav", "a.wav/b.wav"):
        assert found(root, under=nothing) == []


def test_special_files_are_no_sounds(root: Path) -> None:
    os.mkfifo(root / "pipe.wav")
    (root / "directory.wav").mkdir()
    (root / "broken.wav").symlink_to(root / "nothing")
    write(root, "a.wav")
    (root / "link.wav").symlink_to(root / "a.wav")
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind(os.fspath(root / "socket.wav"))
        assert found(root) == ["a.wav", "link.wav"]
        assert found(root, under="pipe.wav") == []


def test_linked_directories_are_walked_once_and_loops_end(root: Path, tmp_path: Path) -> None:
    write(root, "a/1.wav")
    write(tmp_path / "outside", "2.wav", "deep/3.wav")
    (root / "a" / "to itself").symlink_to(root / "a")
    (root / "to the root").symlink_to(root)
    (root / "around the root").symlink_to(tmp_path)
    (root / "a" / "z").symlink_to(tmp_path / "outside")
    (root / "b").symlink_to(tmp_path / "outside")
    (root / "c").symlink_to(tmp_path / "outside" / "deep")
    (tmp_path / "outside" / "back").symlink_to(root)
    (tmp_path / "outside" / "again").symlink_to(tmp_path / "outside" / "deep")
    assert found(root) == ["a/1.wav", "a/z/2.wav", "a/z/deep/3.wav"]
    assert found(root, under="b") == ["b/2.wav", "b/deep/3.wav"]
    assert found(root, under="to the root") == []


def test_a_root_that_is_a_link_is_walked(root: Path, tmp_path: Path) -> None:
    write(root, "a/1.wav")
    (tmp_path / "link").symlink_to(root)
    assert found(tmp_path / "link") == ["a/1.wav"]


@pytest.mark.parametrize("case", ["missing", "a file"])
def test_a_root_that_is_not_there_is_not_reachable(tmp_path: Path, case: str) -> None:
    if case == "a file":
        write(tmp_path, "root")
    result = scan(tmp_path / "root", exclusions=[], under="", cancelled=lambda: False)
    assert (result.reachable, result.found) == (False, {})
    ((path, reason),) = result.problems
    assert path == tmp_path / "root"
    assert "cannot be opened" in reason


def test_a_directory_that_may_not_be_opened_is_a_problem_and_the_rest_is_found(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(root, "locked/a.wav", "open/b.wav", "c.wav")
    monkeypatch.setattr(os, "scandir", refuse(root / "locked", os.scandir))
    result = scan(root, exclusions=[], under="", cancelled=lambda: False)
    assert list(result.found) == ["c.wav", "open/b.wav"]
    assert result.unreadable == ["locked"]
    assert [path for path, _ in result.problems] == [root / "locked"]
    assert "Permission denied" in result.problems[0][1]
    assert scan(root, exclusions=[], under="locked", cancelled=lambda: False).unreadable == ["locked"]


def test_a_start_that_may_not_be_looked_at_is_a_problem(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root, "locked/a.wav")
    monkeypatch.setattr(os, "stat", refuse(root / "locked" / "a.wav", os.stat))
    result = scan(root, exclusions=[], under="locked/a.wav", cancelled=lambda: False)
    assert result.unreadable == ["locked/a.wav"]


def test_a_link_that_leads_to_itself_is_a_problem_of_its_own(root: Path) -> None:
    (root / "loop").symlink_to(root / "loop")
    write(root, "a.wav")
    result = scan(root, exclusions=[], under="", cancelled=lambda: False)
    assert list(result.found) == ["a.wav"]
    assert result.unreadable == ["loop"]


@pytest.mark.parametrize("left", ["nothing", "an empty place"])
def test_a_root_that_goes_while_it_is_looked_at_was_not_reachable(root: Path, tmp_path: Path, left: str) -> None:
    write(root, "a/1.wav", "b/2.wav", "c/3.wav")

    def take_away(count: int) -> None:
        if count == 1:
            root.rename(tmp_path / "away")
            if left == "an empty place":
                root.mkdir()

    result = scan(root, exclusions=[], progress=take_away)
    assert (result.reachable, result.found, len(result.problems)) == (False, {}, 1)
    assert result.problems[0][1].endswith(".")


def test_what_vanishes_during_the_scan_is_just_not_found(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root, "a.wav", "b.wav", "sub/c.wav", "sub2/d.wav")
    look_at = scanner._Walk._look_at

    def late(walk: scanner._Walk, entry: os.DirEntry[str], relative: str) -> None:
        if relative == "b.wav":
            (root / "b.wav").unlink()
            shutil.rmtree(root / "sub")
        look_at(walk, entry, relative)

    monkeypatch.setattr(scanner._Walk, "_look_at", late)
    result = scan(root, exclusions=[], under="", cancelled=lambda: False)
    assert list(result.found) == ["a.wav", "sub2/d.wav"]
    assert result.unreadable == []


def test_a_cancelled_scan_says_that_it_knows_nothing(root: Path) -> None:
    write(root, *(f"{number}/a.wav" for number in range(10)))
    answers = iter([False, False, False, True])
    result = scan(root, exclusions=[], under="", cancelled=lambda: next(answers))
    assert 0 < len(result.found) < 10
    assert result.unreadable == [""]


def test_inodes_of_a_stick_are_not_trusted(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(root, "a.wav")
    monkeypatch.setattr(scanner, "file_system_of", lambda path: "vfat")
    result = scan(root, exclusions=[], under="", cancelled=lambda: False)
    assert result.found["a.wav"].inode == 0
    assert result.found["a.wav"].size == 5


def test_a_very_deep_tree_is_walked(root: Path) -> None:
    deep = "/".join(["d"] * 900)
    write(root, f"{deep}/a.wav")
    assert found(root) == [f"{deep}/a.wav"]


def test_a_scan_says_how_many_sounds_it_has_found_so_far(tmp_path: Path) -> None:
    for directory in ("a", "b"):
        (tmp_path / directory).mkdir()
        for number in range(3):
            (tmp_path / directory / f"{number}.wav").touch()
    counts: list[int] = []
    scan(tmp_path, exclusions=[], progress=counts.append)
    assert counts[-1] == 6
    assert counts == sorted(counts)
    assert 3 in counts
