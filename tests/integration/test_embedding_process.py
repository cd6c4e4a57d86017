"""Listening in a child process gives what listening here gives, with texts never kept waiting by files."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import psutil
import pytest

from desktop_app.engine.decoding.audio import stamp_of
from desktop_app.engine.decoding.sound_errors import SilentSoundError, UnreadableSoundError
from desktop_app.engine.embedders.embedder import EmbedderError
from desktop_app.engine.processes.embedding_process import EmbeddingProcess
from desktop_app.engine.processes.in_process_worker import InProcessWorker
from desktop_app.engine.processes.worker_errors import WorkerClosedError
from tests import fakes, sounds

RATE = fakes.SAMPLE_RATE


@pytest.fixture(scope="module")
def worker() -> Iterator[EmbeddingProcess]:
    process = EmbeddingProcess(fakes.fake_spec(), loader="tests.fakes:load_troubled")
    yield process
    process.close()


def constant(folder: Path, level: float, *, name: str = "constant", seconds: float = 0.5) -> Path:
    """A sound of one level, which a `TroubledEmbedder` may be allergic to."""
    frames = np.full((round(seconds * RATE), 1), level, dtype=np.float32)
    return sounds.make(folder, "wav32f", name=name, frames=frames)


@pytest.mark.parametrize("kind", ["wav24", "flac", "mp3", "m4a"])
def test_the_child_hears_what_is_heard_in_process(tmp_path: Path, worker: EmbeddingProcess, kind: str) -> None:
    path = sounds.make(tmp_path, kind, frames=sounds.noise(2, channels=2))
    here = InProcessWorker(fakes.FakeEmbedder())
    theirs, ours = worker.hear(path), here.hear(path)
    np.testing.assert_array_equal(theirs.vector, ours.vector)
    assert (theirs.stamp, theirs.content_id, theirs.format, theirs.thumbnail) == (
        ours.stamp,
        ours.content_id,
        ours.format,
        ours.thumbnail,
    )
    assert theirs.vector.shape == (fakes.DIMENSION,)
    assert len(theirs.thumbnail) == 400
    assert worker.identify(path) == here.identify(path)
    assert worker.identify(path).content_id == theirs.content_id


@pytest.mark.parametrize("kind", ["wav24", "mp3"])
def test_the_child_hears_a_region_as_in_process(tmp_path: Path, worker: EmbeddingProcess, kind: str) -> None:
    path = sounds.make(tmp_path, kind, frames=np.concatenate([sounds.tone(1, channels=2), sounds.noise(1, channels=2)]))
    here = InProcessWorker(fakes.FakeEmbedder())
    part = worker.embed_part(path, 1.2, 1.8)
    np.testing.assert_array_equal(part, here.embed_part(path, 1.2, 1.8))
    assert part.shape == (fakes.DIMENSION,)
    assert not np.allclose(part, worker.embed_part(path, 0.0, 0.9), atol=0.05)
    np.testing.assert_allclose(worker.embed_part(path, 0.0, None), worker.hear(path).vector, atol=0.01)
    with pytest.raises(SilentSoundError, match="too short"):
        worker.embed_part(path, 60.0, None)


def test_texts_and_samples_are_embedded_as_in_process(worker: EmbeddingProcess) -> None:
    here = InProcessWorker(fakes.FakeEmbedder())
    texts = ["rain on a tin roof", "a dog"]
    np.testing.assert_array_equal(worker.embed_text(texts), here.embed_text(texts))
    references = [sounds.tone(0.4, rate=48_000)[:, 0], sounds.noise(0.3, rate=48_000)[:, 0]]
    np.testing.assert_array_equal(worker.embed_samples(references), here.embed_samples(references))
    assert worker.embed_samples([]).shape == (0, fakes.DIMENSION)


def test_what_cannot_be_read_is_said_across_the_border(tmp_path: Path, worker: EmbeddingProcess) -> None:
    for path in sounds.broken_files(tmp_path):
        with pytest.raises(UnreadableSoundError, match=r"^[A-Z].*\.$"):
            worker.hear(path)


def test_a_silent_sound_is_refused_with_all_that_is_known(tmp_path: Path, worker: EmbeddingProcess) -> None:
    path = sounds.silence(tmp_path)
    with pytest.raises(SilentSoundError, match="silent") as silent:
        worker.hear(path)
    assert silent.value.stamp == stamp_of(path)
    assert silent.value.content_id == worker.identify(path).content_id
    assert silent.value.format is not None
    assert silent.value.format.seconds == 0.5


def test_a_file_that_changed_is_identified_again(tmp_path: Path, worker: EmbeddingProcess) -> None:
    path = sounds.make(tmp_path)
    before = worker.identify(path)
    sounds.make(tmp_path, frames=sounds.noise(2))
    after = worker.identify(path)
    assert after.stamp != before.stamp
    assert after.content_id != before.content_id


def test_a_fault_in_the_network_is_told_and_the_child_lives_on(tmp_path: Path, worker: EmbeddingProcess) -> None:
    worker.embed_text(["hello"])
    pid = worker.pid
    with pytest.raises(UnreadableSoundError, match="ZeroDivisionError"):
        worker.hear(constant(tmp_path, fakes.RAISES))
    assert worker.hear(sounds.make(tmp_path)).vector.any()
    assert worker.pid == pid


def test_a_text_does_not_wait_for_a_long_sound(tmp_path: Path, worker: EmbeddingProcess) -> None:
    """The slow sound takes many short passes; a text must come in between two of them."""
    path = constant(tmp_path, fakes.IS_SLOW)
    answers = []
    with ThreadPoolExecutor(1) as pool:
        hearing = pool.submit(worker.hear, path)
        while not hearing.done():
            worker.embed_text(["meanwhile"])
            answers.append(hearing.done())
    assert answers.count(False) >= 3
    assert hearing.result().format.seconds == 0.5


def test_a_text_does_not_wait_for_decoding(tmp_path: Path, worker: EmbeddingProcess) -> None:
    path = sounds.make(tmp_path, "flac", frames=sounds.noise(240, rate=48_000, channels=2), rate=48_000)
    with ThreadPoolExecutor(1) as pool:
        hearing = pool.submit(worker.hear, path)
        worker.embed_text(["meanwhile"])
        assert not hearing.done()
        assert hearing.result().format.seconds == 240


def test_many_threads_may_ask_at_once(tmp_path: Path, worker: EmbeddingProcess) -> None:
    paths = [sounds.make(tmp_path, name=f"{n}", frames=sounds.noise(0.1, seed=n)) for n in range(12)]
    here = InProcessWorker(fakes.FakeEmbedder())
    with ThreadPoolExecutor(6) as pool:
        heard = list(pool.map(worker.hear, paths))
        texts = list(pool.map(lambda n: worker.embed_text([str(n)]), range(40)))
    for path, sound in zip(paths, heard, strict=True):
        np.testing.assert_array_equal(sound.vector, here.hear(path).vector)
    for number, vectors in enumerate(texts):
        np.testing.assert_array_equal(vectors, here.embed_text([str(number)]))


def test_a_network_that_cannot_be_loaded_says_so_and_files_are_still_identified(tmp_path: Path) -> None:
    process = EmbeddingProcess(fakes.fake_spec(), loader="tests.fakes:load_nothing")
    try:
        for _ in range(2):
            with pytest.raises(EmbedderError, match="download it again"):
                process.hear(sounds.make(tmp_path))
            with pytest.raises(EmbedderError, match="download it again"):
                process.embed_text(["hello"])
        assert process.identify(sounds.make(tmp_path)).content_id
    finally:
        process.close()


def test_memory_does_not_grow_with_the_number_of_files(tmp_path: Path, worker: EmbeddingProcess) -> None:
    paths = [sounds.make(tmp_path, "flac", name=f"{n}", frames=sounds.noise(5, seed=n)) for n in range(4)]
    for path in 15 * paths:
        worker.hear(path)
    assert worker.pid is not None
    child, parent = psutil.Process(worker.pid), psutil.Process()
    before = child.memory_info().rss + parent.memory_info().rss
    for path in 75 * paths:
        worker.hear(path)
    assert child.memory_info().rss + parent.memory_info().rss - before < 16 << 20


def test_the_child_is_polite_and_ends_with_its_worker(tmp_path: Path) -> None:
    process = EmbeddingProcess(fakes.fake_spec(), loader="tests.fakes:load_fake")
    assert process.pid is None  # nothing is started before it is needed
    process.embed_text(["hello"])
    assert process.pid is not None
    child = psutil.Process(process.pid)
    if os.name == "posix":
        assert child.nice() == min(19, psutil.Process().nice() + 10)
    threads = threading.active_count()
    process.close()
    assert not child.is_running()
    assert threading.active_count() == threads - 1
    with pytest.raises(WorkerClosedError):
        process.embed_text(["hello"])
    process.close()


def test_a_worker_that_was_never_used_closes(tmp_path: Path) -> None:
    EmbeddingProcess(fakes.fake_spec()).close()


def test_closing_ends_what_is_running(tmp_path: Path) -> None:
    process = EmbeddingProcess(fakes.fake_spec(), loader="tests.fakes:load_troubled")
    process.embed_text(["the child is up"])  # asked after the file, it might have to wait for that
    with ThreadPoolExecutor(1) as pool:
        hearing = pool.submit(process.hear, constant(tmp_path, fakes.HANGS))
        with pytest.raises(TimeoutError):
            hearing.result(timeout=0.5)
        process.close()
        with pytest.raises(WorkerClosedError):
            hearing.result(timeout=60)


def test_it_works_from_a_program_that_is_started_as_a_module(tmp_path: Path) -> None:
    """And a program that forgets to close its worker still ends, and takes the child along."""
    program = tmp_path / "program"
    program.mkdir()
    (program / "__main__.py").write_text(
        "from desktop_app.engine.processes.embedding_process import EmbeddingProcess\n"
        "from tests.fakes import fake_spec\n"
        "if __name__ == '__main__':\n"
        "    worker = EmbeddingProcess(fake_spec(), loader='tests.fakes:load_fake')\n"
        "    print(worker.embed_text(['hello']).shape, worker.pid)\n"
    )
    root = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(root), str(tmp_path)])}
    done = subprocess.run(
        [sys.executable, "-m", "program"], env=environment, capture_output=True, text=True, timeout=60, check=True
    )
    shape, _, pid = done.stdout.strip().rpartition(" ")
    assert shape == "(1, 8)"
    assert done.stderr == ""
    deadline = time.monotonic() + 60
    while psutil.pid_exists(int(pid)) and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not psutil.pid_exists(int(pid))
