"""A network that takes long to load is alive as long as it computes, and one that has come to a standstill is not."""

import threading
import time
from multiprocessing import Pipe

import pytest

from desktop_app.engine.processes.signs_of_life import WORK_SECONDS, told_while_working
from desktop_app.engine.processes.worker_child import CancelledError, Lanes
from desktop_app.engine.processes.worker_messages import Beat, Order

_DEADLINE = 60.0


def compute_until(happened: threading.Event) -> bool:
    end = time.monotonic() + _DEADLINE
    while not happened.is_set() and time.monotonic() < end:
        sum(range(10_000))
    return happened.is_set()


def test_who_computes_is_alive() -> None:
    told: list[float | None] = []
    thrice = threading.Event()

    def beat(seconds: float | None) -> None:
        told.append(seconds)
        if len(told) == 3:
            thrice.set()

    with told_while_working(beat, 9.0, look_seconds=0.01):
        assert compute_until(thrice)
    assert told[:3] == [9.0, 9.0, 9.0]
    assert "signs of life" not in {thread.name for thread in threading.enumerate()}


def test_who_waits_for_nothing_is_not() -> None:
    told: list[float | None] = []
    with told_while_working(told.append, 9.0, look_seconds=0.01):
        began = time.process_time()
        waited = threading.Event()
        waited.wait(0.3)
        computed = time.process_time() - began
    assert computed >= WORK_SECONDS or told == [9.0]


def test_who_gives_up_does_not_end_what_others_need_nor_its_signs_of_life() -> None:
    asked: list[float | None] = []
    thrice = threading.Event()

    def beat(seconds: float | None) -> None:
        if threading.current_thread() is not threading.main_thread():
            asked.append(seconds)
            if len(asked) == 3:
                thrice.set()
            raise CancelledError

    with told_while_working(beat, 9.0, look_seconds=0.01):
        assert compute_until(thrice)
    assert asked[:3] == [9.0, 9.0, 9.0]


def test_the_parent_hears_how_long_a_cancelled_order_may_still_take() -> None:
    parent, child = Pipe()
    lanes = Lanes(child, {}, stall_seconds=1.0, known=())
    beat = lanes._beats(Order(7, "texts", None))
    beat(9.0)
    lanes._cancelled.add(7)
    for seconds in (9.0, None):
        with pytest.raises(CancelledError):
            beat(seconds)
    child.close()
    assert [parent.recv(), parent.recv()] == [Beat(7, 10.0), Beat(7, 10.0)]
    with pytest.raises(EOFError):
        parent.recv()
    parent.close()


def test_what_goes_wrong_comes_out() -> None:
    with pytest.raises(ValueError, match="broken"), told_while_working(lambda _: None, 9.0):
        raise ValueError("broken")
