"""Whatever a file does to the child that reads it, it is noticed, it is said, and the next file is read."""

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import Any

import numpy as np
import psutil
import pytest

from desktop_app.engine.decoding.sound_errors import UnreadableSoundError
from desktop_app.engine.processes.decoder_process import Decoder
from desktop_app.engine.processes.decoder_work import Describe, ReadRegion, Waveform
from desktop_app.engine.processes.embedding_process import EmbeddingProcess
from desktop_app.engine.processes.in_process_worker import InProcessWorker
from desktop_app.engine.processes.worker_errors import WorkerClosedError, WorkerDiedError
from tests import fakes, sounds

RATE = fakes.SAMPLE_RATE
ROOT = Path(__file__).parents[2]
_LIMITED = pytest.mark.skipif(sys.platform != "linux", reason="only Linux limits the memory of a process")


@pytest.fixture
def worker(tmp_path: Path) -> Iterator[EmbeddingProcess]:
    process = EmbeddingProcess(
        fakes.fake_spec(tmp_path), loader="tests.fakes:load_troubled", stall_seconds=60, memory_bytes=400 << 20
    )
    yield process
    process.close()


@pytest.fixture
def hasty_worker() -> Iterator[EmbeddingProcess]:
    """Patient enough for a busy machine, and no more."""
    process = EmbeddingProcess(fakes.fake_spec(), loader="tests.fakes:load_troubled", stall_seconds=3)
    yield process
    process.close()


def constant(folder: Path, level: float) -> Path:
    """A sound of one level, to which a `TroubledEmbedder` is allergic."""
    frames = np.full((RATE // 2, 1), level, dtype=np.float32)
    return sounds.make(folder, "wav32f", name=f"constant{level}", frames=frames)


def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 60
    while not true():
        assert time.monotonic() < deadline, "it did not happen within a minute"
        time.sleep(0.005)


def gone(pid: int) -> bool:
    """True when no process, and no zombie, has this number."""
    return not psutil.pid_exists(pid)


@pytest.mark.parametrize(
    ("level", "killed_by"),
    [
        (fakes.ABORTS, "crash"),
        pytest.param(fakes.EATS_MEMORY, "memory", marks=_LIMITED),
    ],
)
def test_a_file_that_kills_the_child_is_named_and_the_next_one_is_heard(
    tmp_path: Path, worker: EmbeddingProcess, level: float, killed_by: str
) -> None:
    good = sounds.make(tmp_path)
    expected = worker.hear(good).vector
    first = worker.pid
    assert first is not None
    for _ in range(2):
        with pytest.raises(WorkerDiedError, match=r"^[A-Z].*\.$") as died:
            worker.hear(constant(tmp_path, level))
        assert died.value.killed_by == killed_by
    np.testing.assert_array_equal(worker.hear(good).vector, expected)
    assert worker.pid != first
    assert gone(first)


def test_a_file_that_hangs_the_child_is_given_up_and_the_next_one_is_heard(
    tmp_path: Path, hasty_worker: EmbeddingProcess
) -> None:
    with pytest.raises(WorkerDiedError) as died:
        hasty_worker.hear(constant(tmp_path, fakes.HANGS))
    assert died.value.killed_by == "hang"
    assert hasty_worker.hear(sounds.make(tmp_path)).vector.any()


def test_a_child_that_is_killed_from_outside_is_noticed_at_once(tmp_path: Path, worker: EmbeddingProcess) -> None:
    with ThreadPoolExecutor(1) as pool:
        hearing = pool.submit(worker.hear, constant(tmp_path, fakes.HANGS))
        until((tmp_path / "hearing").exists)
        assert worker.pid is not None
        os.kill(worker.pid, signal.SIGKILL)
        with pytest.raises(WorkerDiedError) as died:
            hearing.result(timeout=60)
    assert died.value.killed_by == "crash"
    assert worker.hear(sounds.make(tmp_path)).vector.any()


def test_a_child_that_is_killed_while_idle_is_not_missed(tmp_path: Path, worker: EmbeddingProcess) -> None:
    for _ in range(3):
        assert worker.hear(sounds.make(tmp_path)).vector.any()
        pid = worker.pid
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        until(lambda pid=pid: worker.pid != pid)  # type: ignore[misc]
        until(lambda pid=pid: gone(pid))  # type: ignore[misc]


def test_texts_survive_the_death_of_a_file(tmp_path: Path, worker: EmbeddingProcess) -> None:
    here = InProcessWorker(fakes.FakeEmbedder())
    worker.embed_text(["up"])
    with ThreadPoolExecutor(9) as pool:
        hearing = pool.submit(worker.hear, constant(tmp_path, fakes.ABORTS))
        texts = [pool.submit(worker.embed_text, [str(n)]) for n in range(8)]
        for number, text in enumerate(texts):
            np.testing.assert_array_equal(text.result(timeout=60), here.embed_text([str(number)]))
        with pytest.raises(WorkerDiedError):
            hearing.result(timeout=60)


def test_a_text_that_kills_the_child_is_given_up_after_two_tries(tmp_path: Path, worker: EmbeddingProcess) -> None:
    with pytest.raises(WorkerDiedError) as died:
        worker.embed_text(["abort"])
    assert died.value.killed_by == "crash"
    assert worker.embed_text(["hello"]).shape == (1, fakes.DIMENSION)


def test_waiting_files_are_not_blamed_for_another(tmp_path: Path, hasty_worker: EmbeddingProcess) -> None:
    good = [sounds.make(tmp_path, name=str(n), frames=sounds.noise(0.2, seed=n)) for n in range(6)]
    with ThreadPoolExecutor(8) as pool:
        bad = [pool.submit(hasty_worker.hear, constant(tmp_path, level)) for level in (fakes.ABORTS, fakes.HANGS)]
        heard = list(pool.map(hasty_worker.hear, good))
        for future in bad:
            with pytest.raises(WorkerDiedError):
                future.result(timeout=60)
    assert [sound.format.frames for sound in heard] == [RATE // 5] * 6


def test_a_network_that_never_finishes_loading_is_given_up() -> None:
    worker = EmbeddingProcess(fakes.fake_spec(), loader="tests.fakes:load_never", stall_seconds=0.5, load_seconds=0.5)
    try:
        with pytest.raises(WorkerDiedError) as died:
            worker.embed_text(["hello"])
        assert died.value.killed_by == "hang"
    finally:
        worker.close()


def test_a_child_that_cannot_even_start_is_given_up() -> None:
    worker = EmbeddingProcess(fakes.fake_spec(), loader="tests.fakes:no_such_function")
    try:
        with pytest.raises(WorkerDiedError):
            worker.embed_text(["hello"])
    finally:
        worker.close()


@pytest.mark.parametrize("trouble", ["abort", "hang", pytest.param("memory", marks=_LIMITED)])
def test_a_file_that_kills_the_decoder_is_unreadable_and_others_are_answered(
    tmp_path: Path, request: pytest.FixtureRequest, trouble: str
) -> None:
    patience = 2 if trouble == "hang" else 60
    decoder = Decoder(lanes="tests.fakes:make_troubled_lanes", stall_seconds=patience, memory_bytes=400 << 20)
    request.addfinalizer(decoder.close)
    bad, good = sounds.make(tmp_path, name=trouble), sounds.make(tmp_path, name="good")
    answers: dict[str, SimpleQueue[Any]] = {name: SimpleQueue() for name in ("region", "bad", "good", "described")}
    decoder.request(Waveform(bad), answers["bad"].put)
    decoder.request(ReadRegion(good, 0, 100), answers["region"].put)
    decoder.request(Waveform(good), answers["good"].put)
    decoder.request(Describe(good), answers["described"].put)
    refused = answers["bad"].get(timeout=60)
    assert isinstance(refused, UnreadableSoundError)
    assert str(refused).endswith(".")
    assert answers["region"].get(timeout=60)[0].shape == (100, 1)
    assert answers["good"].get(timeout=60).frames == RATE
    assert answers["described"].get(timeout=60).frames == RATE
    assert all(answer.empty() for answer in answers.values())


def test_closing_in_the_middle_of_trouble_leaves_no_process_and_no_thread(tmp_path: Path) -> None:
    threads = threading.active_count()
    children = set(psutil.Process().children(recursive=True))
    worker = EmbeddingProcess(fakes.fake_spec(), loader="tests.fakes:load_troubled")
    decoder = Decoder(lanes="tests.fakes:make_troubled_lanes")
    decoder.request(Waveform(sounds.make(tmp_path, name="hang")), lambda _answer: None)
    with ThreadPoolExecutor(2) as pool:
        futures = [pool.submit(worker.hear, constant(tmp_path, level)) for level in (fakes.HANGS, fakes.ABORTS)]
        until(lambda: worker.pid is not None and decoder.pid is not None)
        worker.close()
        decoder.close()
        for future in futures:
            with pytest.raises((WorkerClosedError, WorkerDiedError)):
                future.result(timeout=60)
    assert threading.active_count() == threads
    left = {
        child for child in psutil.Process().children(recursive=True) if "resource_tracker" not in str(child.cmdline())
    }
    assert left <= children


GROWING = """
import mmap
from desktop_app.engine.processes.worker_child import lift_memory_limit, limit_memory
limit_memory(64 << 20)
addresses = mmap.mmap(-1, 4 << 30, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, prot=mmap.PROT_READ)
bytearray(32 << 20)
try:
    bytearray(96 << 20)
except MemoryError:
    print("refused")
lift_memory_limit()
print(len(bytearray(96 << 20)) >> 20)
"""


@_LIMITED
def test_a_limit_counts_memory_and_not_addresses_and_can_be_lifted() -> None:
    """A driver of a graphics card reserves addresses for all memory of all cards."""
    done = subprocess.run([sys.executable, "-c", GROWING], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout.split(), done.stderr) == (["refused", "96"], "")


PROGRAM = """
import sys, threading
from pathlib import Path
from desktop_app.engine.processes.embedding_process import EmbeddingProcess
from tests.fakes import fake_spec
if __name__ == "__main__":
    worker = EmbeddingProcess(fake_spec(), loader="tests.fakes:load_troubled", stall_seconds=1000)
    worker.embed_text(["up"])
    try:
        print(worker.pid, flush=True)
        worker.hear(Path(sys.argv[1]))
    except KeyboardInterrupt:
        print(worker.embed_text(["still there"]).shape, flush=True)
        worker.close()
"""


def start_program(folder: Path, sound: Path) -> tuple["subprocess.Popen[str]", int]:
    """A program of its own session with a child that hangs over a sound; and the child's number."""
    (folder / "program.py").write_text(PROGRAM)
    program = subprocess.Popen(
        [sys.executable, str(folder / "program.py"), str(sound)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    assert program.stdout is not None
    return program, int(program.stdout.readline())


@pytest.mark.skipif(os.name != "posix", reason="signals are sent here")
def test_the_child_does_not_outlive_a_parent_that_is_killed(tmp_path: Path) -> None:
    program, child = start_program(tmp_path, constant(tmp_path, fakes.HANGS))
    with program:
        program.kill()
        program.communicate(timeout=60)
    until(lambda: not _runs(child))


@pytest.mark.skipif(os.name != "posix", reason="signals are sent here")
def test_interrupting_the_program_from_the_terminal_leaves_the_child_to_its_parent(tmp_path: Path) -> None:
    program, child = start_program(tmp_path, constant(tmp_path, fakes.IS_SLOW))
    with program:
        os.killpg(program.pid, signal.SIGINT)  # as a terminal does: to the program and to its child
        said, errors = program.communicate(timeout=60)
    assert said.strip() == "(1, 8)"
    assert errors == ""
    assert program.returncode == 0
    assert not _runs(child)


def _runs(pid: int) -> bool:
    """True unless the process has ended (an orphan may stay as a zombie where nobody reaps it)."""
    try:
        return psutil.Process(pid).status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


@pytest.mark.skipif(os.name != "posix", reason="the error output is only kept there")
def test_what_decoders_say_goes_to_the_log_and_not_to_the_terminal(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str], worker: EmbeddingProcess
) -> None:
    caplog.set_level("DEBUG", logger="desktop_app.engine")
    worker.embed_text(["up"])
    with pytest.raises(WorkerDiedError):
        worker.hear(constant(tmp_path, fakes.ABORTS))
    assert "Fatal Python error: Aborted" in caplog.text
    assert capfd.readouterr().err == ""


@_LIMITED
def test_a_system_that_refuses_new_processes_is_survived(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: object) -> None:
        raise OSError(errno.EAGAIN, "no more processes")

    worker = EmbeddingProcess(fakes.fake_spec(), loader="tests.fakes:load_fake")
    try:
        with monkeypatch.context() as patched:
            patched.setattr("multiprocessing.context.SpawnProcess.start", refuse)
            with pytest.raises(WorkerDiedError):
                worker.embed_text(["hello"])
        assert worker.embed_text(["hello"]).shape == (1, fakes.DIMENSION)
    finally:
        worker.close()
