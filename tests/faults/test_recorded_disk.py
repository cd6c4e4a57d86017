"""What may be found on a disk after a power cut: all that was waited for, and any part of what was not."""

import os
from pathlib import Path

import apsw
import numpy as np
import pytest

from tests.faults.recorded_disk import Event, FolderSynced, Named, Platter, Renamed, Synced, Wrote, recorded

OLD, NEW = b"o" * 2000, b"n" * 2000


def after(events: list[Event], way: int) -> dict[str, bytes]:
    platter = Platter()
    for event in events:
        platter.follow(event)
    return platter.after_a_cut(np.random.default_rng(1), way)


SAVED: list[Event] = [Named("/a", 1), Wrote(1, 0, OLD), Synced(1), FolderSynced("/")]


def test_what_was_waited_for_is_there_in_every_way() -> None:
    assert all(after(SAVED, way) == {"/a": OLD} for way in range(8))


def test_a_name_that_nobody_waited_for_may_be_there_without_what_was_written() -> None:
    events: list[Event] = [*SAVED, Named("/b", 2), Wrote(2, 0, NEW), Renamed("/b", "/a")]
    assert after(events, 0) == {"/a": b""}
    assert after(events, 1) == {"/a": OLD}


def test_sectors_are_written_one_by_one() -> None:
    found = [after([*SAVED, Wrote(1, 0, NEW)], way)["/a"] for way in range(2, 30)]
    assert any(set(content) == {*b"on"} for content in found)
    assert all(len(set(content[:512])) == 1 for content in found)


def test_content_then_name_then_folder_leaves_the_old_or_the_new() -> None:
    events: list[Event] = [*SAVED, Named("/b", 2), Wrote(2, 0, NEW), Synced(2), Renamed("/b", "/a"), FolderSynced("/")]
    for count in range(len(SAVED), len(events) + 1):
        for way in range(8):
            assert after(events[:count], way)["/a"] in ({OLD} if count < len(events) - 1 else {OLD, NEW})
    assert after(events, 3)["/a"] == NEW


@pytest.mark.skipif(os.name != "posix", reason="only here a folder can be asked to be on the disk")
def test_what_the_program_does_is_noted(tmp_path: Path) -> None:
    with recorded(tmp_path) as disk:
        connection = apsw.Connection(str(tmp_path / "a.db"))
        connection.pragma("journal_mode", "wal")
        connection.execute("CREATE TABLE t (x); INSERT INTO t VALUES ('kept')")
        cut = len(disk.events)
        connection.close()
        (tmp_path / "b").write_bytes(b"b")
        (tmp_path / "b").replace(tmp_path / "c")
    platter = Platter()
    for event in disk.events[:cut]:
        platter.follow(event)
    for path, content in platter.after_a_cut(np.random.default_rng(1), 0).items():
        (tmp_path / "found").mkdir(exist_ok=True)
        (tmp_path / "found" / Path(path).name).write_bytes(content)
    found = apsw.Connection(str(tmp_path / "found" / "a.db"))
    assert found.execute("SELECT x FROM t").get == "kept"
    found.close()
    assert Renamed(str(tmp_path / "b"), str(tmp_path / "c")) in disk.events
