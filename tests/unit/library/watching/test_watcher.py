"""Watching real folders: what a person does to files is reported, and only when it is finished."""

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from watchdog.events import FileCreatedEvent, FileDeletedEvent

from desktop_app.library.watching import watcher as watching
from desktop_app.library.watching.system_watches import SystemWatches, WatchStatus
from desktop_app.library.watching.watcher import FolderWatcher
from tests.unit.library.building import write

DEADLINE = 60.0


class Reports:
    """What a watcher reported, with a way to wait for it."""

    def __init__(self) -> None:
        self.paths: list[Path] = []
        self.rescans: list[int] = []
        self.sizes: list[int] = []
        self.threads: set[str] = set()
        self.news = threading.Condition()

    def files(self, folder_id: int, paths: frozenset[Path]) -> None:
        with self.news:
            self.threads.add(threading.current_thread().name)
            self.paths += sorted(paths)
            self.sizes += [path.stat().st_size if path.is_file() else -1 for path in sorted(paths)]
            self.news.notify_all()

    def rescan(self, folder_id: int) -> None:
        with self.news:
            self.threads.add(threading.current_thread().name)
            self.rescans.append(folder_id)
            self.news.notify_all()

    def wait(self, condition: Callable[[], bool]) -> None:
        with self.news:
            assert self.news.wait_for(condition, DEADLINE), (self.paths, self.rescans)

    def wait_for(self, *paths: Path) -> None:
        self.wait(lambda: set(paths) <= set(self.paths))

    def forget(self) -> None:
        with self.news:
            self.paths.clear()
            self.rescans.clear()
            self.sizes.clear()


@pytest.fixture
def reports() -> Reports:
    return Reports()


Start = Callable[..., FolderWatcher]


@pytest.fixture
def start(reports: Reports) -> Iterator[Start]:
    """Make a watcher with short times; it is closed in the end."""
    made: list[FolderWatcher] = []

    def make(**settings: object) -> FolderWatcher:
        times = {"settle_seconds": 0.2, "quiet_seconds": 0.5, "poll_seconds": 300.0, "root_seconds": 0.1}
        callbacks = {"on_files": reports.files, "on_rescan": reports.rescan}
        made.append(FolderWatcher(**{**callbacks, **times, **settings}))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for watcher in made:
        watcher.close()


def wait_until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + DEADLINE
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_new_changed_and_removed_files_are_reported_once_each(start: Start, reports: Reports, root: Path) -> None:
    watcher = start()
    watcher.watch(1, root)
    assert watcher.status(1) == WatchStatus("live")
    write(root, "a.wav")
    reports.wait_for(root / "a.wav")
    write(root, "a.wav", data=b"changed")
    reports.wait(lambda: reports.paths.count(root / "a.wav") == 2)
    (root / "a.wav").unlink()
    reports.wait(lambda: reports.paths.count(root / "a.wav") == 3)
    write(root, "end.wav")
    reports.wait_for(root / "end.wav")
    assert reports.paths == [root / "a.wav"] * 3 + [root / "end.wav"]
    assert reports.sizes == [5, 7, -1, 7]
    assert reports.threads == {"folder watcher"}


def test_a_slow_write_is_reported_when_it_is_finished(start: Start, reports: Reports, root: Path) -> None:
    start().watch(1, root)
    with (root / "slow.wav").open("wb") as file:
        for _ in range(12):
            file.write(b"x" * 100)
            file.flush()
            time.sleep(0.1)
    reports.wait_for(root / "slow.wav")
    assert reports.sizes == [1_200]


def test_a_file_that_grows_later_is_reported_again(start: Start, reports: Reports, root: Path) -> None:
    start().watch(1, root)
    write(root, "a.wav", data=b"1")
    reports.wait_for(root / "a.wav")
    with (root / "a.wav").open("ab") as file:
        file.write(b"2")
        file.flush()
        # Still open, but quiet.
        reports.wait(lambda: reports.sizes == [1, 2])


def test_saving_over_a_temporary_file_reports_the_file_only(start: Start, reports: Reports, root: Path) -> None:
    write(root, "a.wav")
    start().watch(1, root)
    write(root, "a.wav.tmp", data=b"new content")
    (root / "a.wav.tmp").replace(root / "a.wav")
    reports.wait_for(root / "a.wav")
    assert (reports.paths, reports.sizes) == ([root / "a.wav"], [11])


def test_a_download_is_reported_under_its_final_name(start: Start, reports: Reports, root: Path) -> None:
    start().watch(1, root)
    write(root, "a.wav.crdownload", ".hidden.wav", ".hidden/b.wav", "notes.txt")
    (root / "a.wav.crdownload").rename(root / "a.wav")
    reports.wait_for(root / "a.wav")
    assert reports.paths == [root / "a.wav"]


def test_moves_in_out_and_within_report_both_ends(start: Start, reports: Reports, root: Path, tmp_path: Path) -> None:
    write(root, "out.wav", "old.wav")
    write(tmp_path, "in.wav")
    start().watch(1, root)
    (tmp_path / "in.wav").rename(root / "in.wav")
    (root / "out.wav").rename(tmp_path / "out.wav")
    (root / "old.wav").rename(root / "new.wav")
    reports.wait_for(*(root / name for name in ("in.wav", "out.wav", "old.wav", "new.wav")))


def test_trees_are_reported_by_their_directories(start: Start, reports: Reports, root: Path, tmp_path: Path) -> None:
    write(tmp_path / "tree", *(f"{number}/a.wav" for number in range(5)))
    start().watch(1, root)
    (tmp_path / "tree").rename(root / "tree")
    reports.wait_for(root / "tree")
    (root / "tree").rename(root / "renamed")
    reports.wait_for(root / "tree", root / "renamed")
    write(root, "renamed/3/new.wav")
    reports.wait_for(root / "renamed" / "3" / "new.wav")
    reports.forget()
    (root / "renamed").rename(tmp_path / "away")
    reports.wait_for(root / "renamed")
    reports.forget()
    (root / "made").mkdir()
    write(root / "made", "b.wav")
    reports.wait(lambda: root / "made" in reports.paths or root / "made" / "b.wav" in reports.paths)
    shutil.rmtree(root / "made")
    reports.wait(lambda: root / "made" in reports.paths)


def test_two_folders_are_told_apart_and_one_can_be_left(start: Start, root: Path) -> None:
    seen: dict[int, set[Path]] = {1: set(), 2: set()}
    watcher = start(on_files=lambda folder_id, paths: seen[folder_id].update(paths), settle_seconds=1.0)
    for name in ("one", "two"):
        (root / name).mkdir()
    watcher.watch(1, root / "one")
    watcher.watch(2, root / "two")
    write(root, "one/a.wav", "two/b.wav")
    wait_until(lambda: seen == {1: {root / "one" / "a.wav"}, 2: {root / "two" / "b.wav"}})
    write(root, "one/pending.wav")
    wait_until(lambda: root / "one" / "pending.wav" in watcher._settler._pending)
    watcher.unwatch(1)
    watcher.unwatch(1)
    write(root, "one/unseen.wav", "two/c.wav")
    wait_until(lambda: root / "two" / "c.wav" in seen[2])
    assert seen[1] == {root / "one" / "a.wav"}
    assert watcher.status(1) == WatchStatus("offline", "This folder is not watched.")


def test_a_folder_that_moved_is_watched_at_its_new_place(start: Start, reports: Reports, root: Path) -> None:
    watcher = start()
    for name in ("one", "two"):
        (root / name).mkdir()
        watcher.watch(1, root / name)
    write(root, "one/a.wav", "two/b.wav")
    reports.wait_for(root / "two" / "b.wav")
    assert reports.paths == [root / "two" / "b.wav"]


@pytest.mark.parametrize("way", ["renamed", "removed"])
def test_a_root_that_vanishes_and_comes_back_is_noticed(
    start: Start, reports: Reports, root: Path, tmp_path: Path, way: str
) -> None:
    write(root, "a.wav")
    watcher = start()
    watcher.watch(7, root)
    if way == "renamed":
        root.rename(tmp_path / "away")
    else:
        shutil.rmtree(root)
    reports.wait(lambda: 7 in reports.rescans)
    wait_until(lambda: watcher.status(7).mode == "offline")
    assert "plug in its drive" in watcher.status(7).reason
    reports.forget()
    if way == "renamed":
        (tmp_path / "away").rename(root)
    else:
        root.mkdir()
    reports.wait(lambda: 7 in reports.rescans)
    assert watcher.status(7) == WatchStatus("live")
    write(root, "new.wav")
    reports.wait_for(root / "new.wav")


def test_a_root_replaced_at_once_is_watched_anew(start: Start, reports: Reports, root: Path, tmp_path: Path) -> None:
    watcher = start()
    watcher.watch(7, root)
    write(tmp_path / "other", "a.wav")
    root.rename(tmp_path / "away")
    (tmp_path / "other").rename(root)
    reports.wait(lambda: 7 in reports.rescans)
    write(root, "new.wav")
    reports.wait_for(root / "new.wav")


def test_a_folder_that_is_not_there_yet_is_waited_for(start: Start, reports: Reports, root: Path) -> None:
    watcher = start()
    watcher.watch(3, root / "later")
    assert watcher.status(3).mode == "offline"
    write(root, "later/a.wav")
    reports.wait(lambda: 3 in reports.rescans)
    assert watcher.status(3).mode == "live"


def test_more_directories_than_can_be_watched_are_scanned_by_time(start: Start, reports: Reports, root: Path) -> None:
    for number in range(10):
        (root / str(number)).mkdir()
    watcher = start(watch_limit=lambda: 10, poll_seconds=0.2)
    watcher.watch(1, root)
    assert watcher.status(1) == WatchStatus(
        "polling",
        "The folder has more sub-folders than this system lets a program watch, so it is scanned every 0.2 seconds.",
    )
    reports.wait(lambda: reports.rescans.count(1) >= 2)
    write(root, "1/a.wav")
    reports.forget()
    reports.wait(lambda: reports.rescans.count(1) >= 2)
    assert reports.paths == []


def test_all_folders_together_stay_within_the_limit(start: Start, root: Path) -> None:
    watcher = start(watch_limit=lambda: 10)
    for name in ("a", "b", "c"):
        (root / name / "x" / "y").mkdir(parents=True)
        watcher.watch(ord(name), root / name)
    assert [watcher.status(ord(name)).mode for name in "abc"] == ["live", "live", "polling"]
    watcher.unwatch(ord("a"))
    watcher.watch(ord("c"), root / "c")
    assert watcher.status(ord("c")).mode == "live"


def test_a_tree_that_outgrows_the_limit_is_scanned_by_time(start: Start, reports: Reports, root: Path) -> None:
    watcher = start(watch_limit=lambda: 10)
    watcher.watch(1, root)
    for number in range(20):
        (root / str(number)).mkdir()
    reports.wait(lambda: 1 in reports.rescans)
    wait_until(lambda: watcher.status(1).mode == "polling")
    assert "every 5 minutes" in watcher.status(1).reason


def test_a_tree_that_only_seemed_to_outgrow_the_limit_stays_watched(start: Start, reports: Reports, root: Path) -> None:
    start(watch_limit=lambda: 20).watch(1, root)
    for number in range(30):
        (root / str(number)).mkdir()
        (root / str(number)).rmdir()
    reports.wait(lambda: 1 in reports.rescans)
    write(root, "a.wav")
    reports.wait_for(root / "a.wav")


def test_network_drives_are_scanned_by_time(start: Start, reports: Reports, root: Path) -> None:
    watcher = start(file_system=lambda path: "fuse.sshfs", poll_seconds=0.2)
    watcher.watch(1, root)
    assert watcher.status(1).mode == "polling"
    assert "network drive (fuse.sshfs)" in watcher.status(1).reason
    reports.wait(lambda: 1 in reports.rescans)
    shutil.rmtree(root)
    wait_until(lambda: watcher.status(1).mode == "offline")


def test_a_system_that_refuses_to_watch_is_scanned_by_time(
    start: Start, reports: Reports, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(24, "inotify instance limit reached")

    monkeypatch.setattr(SystemWatches, "_observe", refuse)
    watcher = start(poll_seconds=0.2)
    watcher.watch(1, root)
    assert watcher.status(1).mode == "polling"
    assert "inotify instance limit reached" in watcher.status(1).reason
    reports.wait(lambda: 1 in reports.rescans)


def test_a_flood_of_events_ends_in_a_scan(
    start: Start, reports: Reports, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop_app.library.watching.settler.FLOOD_EVENTS", 300)
    start(settle_seconds=0.5).watch(1, root)
    for number in range(400):
        write(root, f"{number}.txt")
    reports.wait(lambda: reports.rescans == [1])
    assert reports.paths == []


def test_very_many_files_become_one_scan(
    start: Start, reports: Reports, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "_MANY_PATHS", 50)
    monkeypatch.setattr(watching, "_GATHERING_SECONDS", 1.0)
    start().watch(1, root)
    for number in range(200):
        write(root, f"{number}.wav")
    reports.wait(lambda: 1 in reports.rescans)


def test_no_event_is_lost_between_two_looks(
    start: Start, reports: Reports, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "_EVENTS_AT_ONCE", 3)
    watcher = start()
    watcher.watch(1, root)
    gone = [root / f"{number}.wav" for number in range(100)]
    for path in gone:
        watcher._inbox.put((1, FileDeletedEvent(str(path))))
    reports.wait_for(*gone)
    assert len(reports.paths) == 100


def test_a_folder_may_be_left_at_any_moment(
    start: Start, reports: Reports, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watcher = start()
    for name in ("left", "kept"):
        (root / name).mkdir()
    watcher.watch(1, root / "left")
    watcher.watch(2, root / "kept")
    real = watching.identity_of

    def leaving(path: Path) -> tuple[int, int] | None:
        if path == root / "left":
            watcher.unwatch(1)
            return None
        return real(path)

    monkeypatch.setattr(watching, "identity_of", leaving)
    wait_until(lambda: watcher.status(1).mode == "offline")
    watcher._inbox.put((1, FileCreatedEvent(str(root / "left" / "late.wav"))))
    write(root, "kept/a.wav")
    reports.wait_for(root / "kept" / "a.wav")
    assert reports.paths == [root / "kept" / "a.wav"]
    assert reports.rescans == []


def test_names_that_are_not_text_are_reported_as_they_are(start: Start, reports: Reports, root: Path) -> None:
    name = os.fsdecode(b"caf\xe9.wav")
    start().watch(1, root)
    write(root, name)
    reports.wait_for(root / name)


def test_closing_is_quick_final_and_leaves_no_thread(reports: Reports, root: Path) -> None:
    before = set(threading.enumerate())
    watcher = FolderWatcher(on_files=reports.files, on_rescan=reports.rescan)
    watcher.watch(1, root)
    ours = [thread for thread in set(threading.enumerate()) - before if thread.name == "folder watcher"]
    assert [thread.daemon for thread in ours] == [False]
    write(root, "a.wav")
    watcher.close()
    watcher.close()
    watcher.watch(2, root)
    assert watcher.status(2).mode == "offline"
    assert set(threading.enumerate()) - before == set()
    assert reports.paths == []


def test_a_root_that_was_found_away_is_scanned_when_it_is_back_however_soon(
    start: Start, reports: Reports, root: Path
) -> None:
    # It is looked after so rarely that it is back long before.
    watcher = start(root_seconds=1.5)
    write(root, "a.wav")
    watcher.watch(1, root)
    watcher.note_absence(7)
    watcher.note_absence(1)
    assert watcher.status(1).mode == "live", "it is there"
    root.rename(root.with_name("away"))
    watcher.note_absence(1)
    assert watcher.status(1).mode == "offline"
    root.with_name("away").rename(root)
    reports.wait(lambda: reports.rescans == [1])
    wait_until(lambda: watcher.status(1).mode == "live")
