"""What was written whole is on the disk, and its name is, before anybody is told that it was saved."""

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

import pytest

import desktop_app.library.databases.durable as durable
from desktop_app.library.vocabularies.vocabulary_writes import put_aside
from desktop_app.library.vocabularies.vocabulary_writes import write_whole as write_vocabulary
from desktop_app.settings import Settings, save_settings

pytestmark = pytest.mark.skipif(os.name != "posix", reason="only here a folder can be asked to be on the disk")


@dataclass
class Order:
    """What the system was asked for, in order."""

    asked: list[str] = field(default_factory=list)


@pytest.fixture
def order(monkeypatch: pytest.MonkeyPatch) -> Order:
    order = Order()
    sync, replace = os.fsync, os.replace

    def synced(descriptor: int) -> None:
        status = os.fstat(descriptor)
        order.asked.append("folder" if stat.S_ISDIR(status.st_mode) else f"file of {status.st_size} bytes")
        sync(descriptor)

    def replaced(source: Path, target: Path) -> None:
        order.asked.append(f"name {Path(target).name}")
        replace(source, target)

    monkeypatch.setattr(os, "fsync", synced)
    monkeypatch.setattr(os, "replace", replaced)
    return order


def test_content_then_name_then_folder(order: Order, tmp_path: Path) -> None:
    durable.write_whole(tmp_path / "a", b"12345")
    assert order.asked == ["file of 5 bytes", "name a", "folder"]


def test_settings_and_vocabularies_are_written_so(order: Order, tmp_path: Path) -> None:
    save_settings(tmp_path / "settings.toml", Settings(theme="dark"))
    size = (tmp_path / "settings.toml").stat().st_size
    write_vocabulary(tmp_path / "mine.toml", "abc")
    put_aside(tmp_path / "mine.toml")
    assert order.asked == [
        *(f"file of {size} bytes", "name settings.toml", "folder"),
        *("file of 3 bytes", "name mine.toml", "folder"),
        *("name mine.toml.deleted", "folder"),
    ]


def test_what_cannot_be_written_leaves_the_old_one_and_no_draft(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    durable.write_whole(tmp_path / "a", b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        durable.write_whole(tmp_path / "a", b"new")
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a", b"old")]
