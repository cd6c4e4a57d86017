"""When a path has come to rest, on a clock that the test turns."""

import os
from pathlib import Path

import pytest

from desktop_app.library.watching.settler import FLOOD_EVENTS, Flood, Settler
from tests.unit.library.building import write


@pytest.fixture
def settler() -> Settler:
    return Settler(settle_seconds=1.0, quiet_seconds=2.0)


def test_a_closed_file_is_ready_after_a_second(settler: Settler, root: Path) -> None:
    write(root, "a.wav")
    assert settler.next_due() is None
    settler.note(root / "a.wav", 10.0, finished=True)
    assert settler.next_due() == 11.0
    assert settler.take_ready(10.9) == frozenset()
    assert settler.take_ready(11.0) == {root / "a.wav"}
    assert settler.take_ready(99.0) == frozenset()


def test_a_file_that_nobody_closed_is_ready_when_it_was_quiet(settler: Settler, root: Path) -> None:
    write(root, "a.wav", data=b"")
    settler.note_created(root / "a.wav", 10.0)
    for moment in (10.5, 12.0, 13.5):
        write(root, "a.wav", data=b"x" * int(moment * 10))
        settler.note(root / "a.wav", moment, finished=False)
    assert settler.take_ready(15.4) == frozenset()
    assert settler.take_ready(15.5) == {root / "a.wav"}


def test_a_file_that_grew_without_an_event_is_waited_for(settler: Settler, root: Path) -> None:
    write(root, "a.wav", data=b"1")
    settler.note(root / "a.wav", 10.0, finished=False)
    write(root, "a.wav", data=b"12")
    assert settler.take_ready(12.0) == frozenset()
    assert settler.next_due() == 14.0
    os.utime(root / "a.wav", ns=(0, 5))
    assert settler.take_ready(14.0) == frozenset()
    assert settler.take_ready(16.0) == {root / "a.wav"}


def test_a_file_that_was_moved_in_counts_as_finished(settler: Settler, root: Path) -> None:
    write(root, "a.wav")
    settler.note_created(root / "a.wav", 10.0)
    assert settler.take_ready(11.0) == {root / "a.wav"}


def test_a_removed_file_is_reported_once(settler: Settler, root: Path) -> None:
    settler.note(root / "a.wav", 10.0, finished=False)
    settler.note(root / "a.wav", 10.5, finished=True)
    assert settler.take_ready(11.5) == {root / "a.wav"}
    settler.note_created(root / "gone again.wav", 12.0)
    assert settler.take_ready(13.0) == {root / "gone again.wav"}


def test_a_directory_stands_for_what_is_in_it(settler: Settler, root: Path) -> None:
    write(root, "sub/a.wav", "sub/deep/b.wav", "c.wav")
    for name in ("sub/deep/b.wav", "sub", "sub/a.wav", "c.wav"):
        settler.note(root / name, 10.0, finished=True)
    assert settler.take_ready(11.0) == {root / "sub", root / "c.wav"}
    assert settler.next_due() is None


def test_a_directory_waits_for_what_still_grows_in_it(settler: Settler, root: Path) -> None:
    write(root, "sub/deep/a.wav", "sub/deep/b.wav", "other/c.wav", data=b"1")
    settler.note(root / "sub", 10.0, finished=True)
    settler.note(root / "other", 10.0, finished=True)
    for name in ("a.wav", "b.wav"):
        settler.note(root / "sub" / "deep" / name, 10.5, finished=False)
    assert settler.take_ready(11.0) == {root / "other"}
    assert settler.take_ready(12.0) == frozenset()
    assert settler.take_ready(13.0) == {root / "sub"}


def test_a_flood_of_events_is_noticed_when_it_ends() -> None:
    flood = Flood(pause=1.0)
    for number in range(FLOOD_EVENTS + 1):
        assert not flood.is_over(10.0 + number / 10_000)
        flood.count(10.0 + number / 10_000)
    assert flood.next_look() == pytest.approx(12.0)
    assert not flood.is_over(11.5)
    assert flood.is_over(12.1)
    assert not flood.is_over(12.2)
    assert flood.next_look() is None


def test_a_flood_without_end_is_noticed_too() -> None:
    flood = Flood(pause=1.0)
    for number in range(FLOOD_EVENTS + 1):
        flood.count(10.0 + number / 1_000)
    assert not flood.is_over(20.5)
    for number in range(25):
        flood.count(20.5 + number * 0.8)
    assert flood.is_over(40.1), "half a minute is long enough to be blind"
    assert not flood.is_over(40.2)


def test_events_with_pauses_are_no_flood() -> None:
    flood = Flood(pause=1.0)
    for number in range(FLOOD_EVENTS + 1):
        flood.count(float(number))
    assert flood.next_look() is None
    assert not flood.is_over(1e9)
