"""Slow work leaves the window free; only the newest answer is shown; failures become sentences."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.core.events import (
    EmbedderChanged,
    IndexingFailed,
    IndexingIdle,
    IndexingPaused,
    IndexingProgress,
    IndexingStopped,
    ScanProgress,
    SoundsChanged,
    SoundsIndexed,
    SuccessorProgress,
    SuccessorStopped,
    TagsChanged,
)
from desktop_app.gui.background import BackgroundThread
from desktop_app.gui.bridge import IndexerBridge
from desktop_app.library.databases.library_errors import LibraryError

DEADLINE = 60_000
"""Milliseconds."""


@pytest.fixture
def thread(qapp: QApplication) -> Iterator[BackgroundThread]:
    thread = BackgroundThread("test")
    yield thread
    thread.stop()
    thread.join()


def test_work_is_done_elsewhere_and_its_result_arrives_here(thread: BackgroundThread, qtbot: QtBot) -> None:
    here, where, arrived = threading.current_thread(), [], []
    thread.run(
        lambda: where.append(threading.current_thread()) or 42,
        lambda result: arrived.append((result, threading.current_thread())),
    )
    assert thread.busy
    qtbot.waitUntil(lambda: arrived != [], timeout=DEADLINE)
    assert arrived == [(42, here)]
    assert where != [here]
    assert not thread.busy


def test_only_the_newest_answer_of_a_topic_is_delivered(thread: BackgroundThread, qtbot: QtBot) -> None:
    go_on, done, worked = threading.Event(), [], []
    thread.run(lambda: go_on.wait(60), lambda _: done.append("first"), topic="search")
    thread.run(lambda: worked.append("second"), lambda _: done.append("second"), topic="search")
    thread.run(lambda: worked.append("other"), lambda _: done.append("other"))
    thread.run(lambda: worked.append("third"), lambda _: done.append("third"), topic="search")
    go_on.set()
    qtbot.waitUntil(lambda: len(done) == 2, timeout=DEADLINE)
    assert done == ["other", "third"]
    assert worked == ["other", "third"], "what nobody waits for any more is not even begun"
    assert not thread.busy


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (LibraryError("The library is full."), "The library is full."),
        (OSError(28, "No space left on device", "library.db"), "No space left on device: library.db"),
        (OSError("odd"), "odd"),
    ],
)
def test_a_failure_is_a_sentence_and_the_thread_goes_on(
    thread: BackgroundThread, qtbot: QtBot, error: Exception, sentence: str
) -> None:
    def fail() -> None:
        raise error

    arrived: list[int] = []
    with qtbot.waitSignal(thread.failed, timeout=DEADLINE) as failed:
        thread.run(fail, lambda _: arrived.append(1))
    assert failed.args == [sentence]
    thread.run(lambda: 2, arrived.append)
    qtbot.waitUntil(lambda: arrived == [2], timeout=DEADLINE)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_our_own_mistake_is_reported_and_the_next_job_still_runs(
    thread: BackgroundThread, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    reported: list[type[BaseException]] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: reported.append(args.exc_type))

    def mistake() -> None:
        raise ZeroDivisionError

    arrived: list[int] = []
    thread.run(mistake, lambda _: None)
    qtbot.waitUntil(lambda: reported == [ZeroDivisionError], timeout=DEADLINE)
    qtbot.waitUntil(lambda: not thread.alive and not thread.busy, timeout=DEADLINE)
    thread.run(lambda: 1, arrived.append)
    qtbot.waitUntil(lambda: arrived == [1], timeout=DEADLINE)


def test_after_stop_nothing_is_delivered_any_more(thread: BackgroundThread, qapp: QApplication) -> None:
    go_on, started, done = threading.Event(), threading.Event(), []

    def work() -> None:
        started.set()
        go_on.wait(60)

    thread.run(work, lambda _: done.append("running"))
    thread.run(lambda: None, lambda _: done.append("waiting"))
    assert started.wait(60)
    thread.stop()
    thread.run(lambda: None, lambda _: done.append("late"))
    go_on.set()
    thread.join()
    qapp.processEvents()
    assert done == []
    assert not thread.alive


@pytest.fixture
def bridge(qapp: QApplication) -> IndexerBridge:
    return IndexerBridge()


def test_events_of_another_thread_arrive_here_gathered(bridge: IndexerBridge, qtbot: QtBot) -> None:
    indexed: list[tuple[int, ...]] = []
    bridge.sounds_indexed.connect(indexed.append)

    def work() -> None:
        for number in range(1000):
            bridge.notify(SoundsIndexed((number, number + 1), 0))
        bridge.notify(IndexingIdle())

    worker = threading.Thread(target=work)
    with qtbot.waitSignal(bridge.idle, timeout=DEADLINE):
        worker.start()
    worker.join()
    assert len(indexed) < 20, "a thousand events must not wake the window a thousand times"
    assert sorted({n for ids in indexed for n in ids}) == list(range(1001))


def test_only_the_newest_word_on_progress_counts(bridge: IndexerBridge) -> None:
    said: list[object] = []
    bridge.progressed.connect(said.append)
    bridge.paused.connect(lambda: said.append("paused"))
    bridge.idle.connect(lambda: said.append("idle"))
    newest = IndexingProgress(2, 10, 1.0)
    for event in (IndexingProgress(1, 10, 1.0), IndexingIdle(), newest):
        bridge.notify(event)
    bridge.deliver()
    bridge.notify(newest)
    bridge.notify(IndexingPaused())
    bridge.deliver()
    assert said == [newest, "paused"]


def test_each_kind_of_event_has_its_signal(bridge: IndexerBridge) -> None:
    said: list[object] = []
    bridge.sounds_changed.connect(lambda: said.append("changed"))
    bridge.tags_changed.connect(lambda: said.append("tags"))
    bridge.failed.connect(said.append)
    bridge.problem.connect(said.append)
    failure = IndexingFailed(Path("/s/broken.wav"), "This is not audio.")
    for event in (SoundsChanged(1), SoundsChanged(2), TagsChanged(), failure, IndexingStopped("The disk is full.")):
        bridge.notify(event)
    bridge.deliver()
    assert said == ["changed", (failure,), "tags", "The disk is full."]
    bridge.deliver()
    assert len(said) == 4


def test_scanning_and_a_successor_are_told(bridge: IndexerBridge) -> None:
    said: list[object] = []
    bridge.scanning.connect(said.append)
    bridge.successor_progressed.connect(lambda name, progress: said.append((name, progress)))
    bridge.successor_stopped.connect(lambda name, reason: said.append((name, reason)))
    bridge.embedder_changed.connect(said.append)
    scan, progress = ScanProgress("Drums", 9), IndexingProgress(2, 10, 1.0)
    first = SuccessorProgress("clap", IndexingProgress(1, 10, 1.0))
    stopped = SuccessorStopped("clap", "It is damaged.")
    for event in (ScanProgress("Drums", 3), scan, first, SuccessorProgress("clap", progress), stopped):
        bridge.notify(event)
    bridge.notify(EmbedderChanged("clap"))
    bridge.deliver()
    assert said == [scan, ("clap", progress), ("clap", "It is damaged."), "clap"]
