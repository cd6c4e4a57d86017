"""Files that are being written to are put off until they rest, and not waited for without end."""

import os
from pathlib import Path

import pytest

from desktop_app.engine.indexing.restless_files import PATIENCE_SECONDS, REST_SECONDS, RestlessFiles
from desktop_app.library.watching.stamps import stamp_of_file


class Clock:
    """Time that stands still until it is moved."""

    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "take.wav"
    path.write_bytes(b"one")
    return path


def put_off(restless: RestlessFiles, path: Path) -> None:
    stamp = stamp_of_file(path)
    assert stamp is not None
    restless.put_off(1, stamp)


def test_a_file_that_was_never_put_off_may_be_heard(clock: Clock, path: Path) -> None:
    assert RestlessFiles(clock).may_be_heard(1, path)


def test_a_file_may_be_heard_when_it_has_rested(clock: Clock, path: Path) -> None:
    restless = RestlessFiles(clock)
    put_off(restless, path)
    clock.now += REST_SECONDS * 0.9
    assert not restless.may_be_heard(1, path)
    clock.now += REST_SECONDS * 0.2
    assert restless.may_be_heard(1, path)


def test_rest_begins_again_with_each_change(clock: Clock, path: Path) -> None:
    restless = RestlessFiles(clock)
    put_off(restless, path)
    for size in range(3):
        clock.now += REST_SECONDS
        path.write_bytes(b"more" * (size + 2))
        assert not restless.may_be_heard(1, path)
    clock.now += REST_SECONDS
    assert restless.may_be_heard(1, path)
    os.utime(path, ns=(1, 1))
    now = stamp_of_file(path)
    assert now is not None
    assert not restless.rests(1, now), "what rested looked otherwise"


def test_a_file_that_is_gone_is_no_longer_put_off(clock: Clock, path: Path) -> None:
    restless = RestlessFiles(clock)
    put_off(restless, path)
    path.unlink()
    assert restless.may_be_heard(1, path)


def test_patience_ends(clock: Clock, path: Path) -> None:
    restless = RestlessFiles(clock)
    assert not restless.worth_waiting()
    put_off(restless, path)
    assert restless.worth_waiting()
    clock.now += PATIENCE_SECONDS - 1
    put_off(restless, path)
    assert restless.worth_waiting()
    clock.now += 1
    assert not restless.worth_waiting()
    assert len(restless) == 1


def test_what_was_heard_or_no_longer_waits_is_forgotten(clock: Clock, path: Path) -> None:
    restless = RestlessFiles(clock)
    put_off(restless, path)
    restless.keep_only({1, 2})
    assert len(restless) == 1
    restless.keep_only({2})
    assert len(restless) == 0
    put_off(restless, path)
    restless.heard(1)
    assert len(restless) == 0
