"""A piece of work that gives signs of life for ever is ended once it has taken too much of the processor."""

import queue
import time
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from desktop_app.engine.processes.decoder_work import ReadRegion, Release
from desktop_app.engine.processes.processor_time import BYTES_A_SECOND, LEAST_SECONDS, allowed_seconds
from desktop_app.engine.processes.worker_child import Lanes
from desktop_app.engine.processes.worker_errors import WorkerDiedError
from desktop_app.engine.processes.worker_process import WorkerProcess

ALLOWED = 0.5
"""Seconds of the processor that an order of these tests may take."""
PATIENCE = 60.0
Beat = Callable[[float | None], None]


def main(connection: Connection) -> None:
    """A child with two lanes that do what an order says."""
    lanes = {"files": perform, "texts": perform}
    Lanes(connection, lanes, stall_seconds=PATIENCE, known=(), allowed=lambda _work: ALLOWED).serve()


def perform(work: tuple[str, float], beat: Beat) -> str:
    """`burn` or `rest` for so many seconds by the clock, with signs of life."""
    what, seconds = work
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        beat(None)
        if what == "rest":
            time.sleep(0.01)
    return what


@pytest.fixture
def worker() -> Iterator[WorkerProcess]:
    worker = WorkerProcess(f"{__name__}:main", name="test-processor")
    yield worker
    worker.close()


def test_an_order_without_an_end_is_given_up_and_the_next_one_is_done(worker: WorkerProcess) -> None:
    with pytest.raises(WorkerDiedError, match=r"far longer than a sound of its size can need; .*\.$") as died:
        worker.call("files", ("burn", PATIENCE))
    assert died.value.killed_by == "processor"
    assert worker.call("files", ("rest", 0.0)) == "rest"


def test_each_order_has_its_own_time_however_long_the_child_lives(worker: WorkerProcess) -> None:
    """Together they take three times what one may."""
    for _ in range(6):
        assert worker.call("files", ("burn", ALLOWED / 2)) == "burn"


def test_waiting_costs_nothing(worker: WorkerProcess) -> None:
    """For a slow drive, for one."""
    assert worker.call("files", ("rest", 2 * ALLOWED)) == "rest"


def test_what_went_on_in_another_lane_is_done_again(worker: WorkerProcess) -> None:
    answers: queue.SimpleQueue[tuple[object, Exception | None]] = queue.SimpleQueue()
    worker.submit("texts", ("rest", 2.0), lambda *answer: answers.put(answer), tries=2)
    with pytest.raises(WorkerDiedError):
        worker.call("files", ("burn", PATIENCE))
    assert answers.get(timeout=PATIENCE) == ("rest", None)


def test_a_large_file_may_take_longer(tmp_path: Path) -> None:
    small, large = tmp_path / "small.wav", tmp_path / "large.wav"
    small.touch()
    with large.open("wb") as file:
        file.truncate(3_600 * BYTES_A_SECOND)
    assert allowed_seconds(ReadRegion(small, 0, 1)) == LEAST_SECONDS
    assert allowed_seconds(ReadRegion(large, 0, 1)) == LEAST_SECONDS + 3_600


@pytest.mark.parametrize("work", [Release(), ReadRegion(Path("gone.wav"), 0, 1), SimpleNamespace(path=Path("\x00"))])
def test_work_without_a_file_may_take_what_any_may(work: Any) -> None:
    assert allowed_seconds(work) == LEAST_SECONDS
