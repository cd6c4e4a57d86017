"""What the operating system says of folders: kinds of file systems, numbers of directories, limits."""

import os
import sys
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from desktop_app.core.sound import FileStamp
from desktop_app.library.watching import file_systems
from desktop_app.library.watching.file_systems import count_directories, file_system_of, system_watch_limit
from desktop_app.library.watching.relative_paths import relative_to, split_keys, text_key
from desktop_app.library.watching.stamps import answers, is_gone, is_unchanged, stamp_on_disk


def test_the_innermost_and_latest_mount_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def mounts(*, all: bool) -> list[SimpleNamespace]:
        assert all
        table = [
            ("/", "ext4"),
            (os.fspath(tmp_path), "NFS4"),
            (os.fspath(tmp_path / "a"), "vfat"),
            ("/elsewhere", "cifs"),
        ]
        table.append((os.fspath(tmp_path / "a"), "exfat"))
        return [SimpleNamespace(mountpoint=point, fstype=kind) for point, kind in table]

    (tmp_path / "a").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "a")
    monkeypatch.setattr(psutil, "disk_partitions", mounts)
    assert file_system_of(tmp_path) == "nfs4"
    assert file_system_of(tmp_path / "a" / "b") == "exfat"
    assert file_system_of(tmp_path / "link") == "exfat"
    assert file_system_of(Path("/usr")) == "ext4"
    monkeypatch.setattr(psutil, "disk_partitions", lambda *, all: [])
    assert file_system_of(tmp_path) == ""


def test_this_machine_names_the_file_system_of_a_folder(tmp_path: Path) -> None:
    assert file_system_of(tmp_path)


def test_directories_are_counted_up_to_a_limit(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a/b/c", "d/e", ".hidden"):
        (root / name).mkdir(parents=True)
    (root / "loop").symlink_to(root)
    (root / "file").write_bytes(b"")
    assert count_directories(root, 100) == 7
    assert count_directories(root, 3) == 4
    assert count_directories(root / "none", 3) == 1


def test_the_limit_of_watches_is_the_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    limit = system_watch_limit()
    assert limit > 0

    def unreadable(*_: object, **__: object) -> str:
        raise FileNotFoundError

    monkeypatch.setattr(file_systems.Path, "read_text", unreadable)
    assert system_watch_limit() == sys.maxsize


def test_keys_are_what_people_type() -> None:
    assert text_key("STRASSE") == text_key("Straße")
    assert text_key("U\u0308bung") == text_key("übung")
    assert text_key("caf\udce9") == "caf\ufffd"
    assert split_keys("A/Bc/D.WAV") == ("a/bc", "d.wav")
    assert split_keys("D.WAV") == ("", "d.wav")


def test_paths_are_seen_from_the_folder() -> None:
    assert relative_to(Path("/a/b/c"), Path("/a")) == "b/c"
    assert relative_to(Path("/a"), Path("/a")) == ""
    assert relative_to(Path("/ab"), Path("/a")) is None


def test_stamps_are_compared_without_trusting_every_inode() -> None:
    known = FileStamp(5, 7, 9)
    assert is_unchanged(known, FileStamp(5, 7, 9))
    assert is_unchanged(known, FileStamp(5, 7, 0))
    assert is_unchanged(FileStamp(5, 7, 0), known)
    assert not any(is_unchanged(known, other) for other in (FileStamp(6, 7, 9), FileStamp(5, 8, 9), FileStamp(5, 7, 1)))


def test_only_what_is_certainly_gone_is_gone(root: Path) -> None:
    (root / "file").write_bytes(b"")
    assert is_gone(os.fsencode(root / "none"))
    assert is_gone(os.fsencode(root / "file" / "in a file"))
    assert not is_gone(os.fsencode(root / "file"))
    assert not is_gone(os.fsencode(root / ("x" * 300))), "a name the system cannot even ask for proves nothing"
    assert stamp_on_disk(os.fsencode(root / "none")) is None


def test_an_empty_or_missing_place_does_not_answer(root: Path) -> None:
    assert not answers(os.fsencode(root))
    assert not answers(os.fsencode(root / "none"))
    (root / "file").write_bytes(b"")
    assert answers(os.fsencode(root))
