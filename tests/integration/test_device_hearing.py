"""One process has the device and hears what several children prepare; whatever fails, every sound is heard. Torch's
processor stands in for the device.
"""

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from desktop_app.core.vector_index import Vectors
from desktop_app.engine.clap.device_record import NO_DEVICE, known_device, record_device
from desktop_app.engine.decoding.sound_errors import SilentSoundError, UnreadableSoundError
from desktop_app.engine.embedders.embedder import EmbedderSpec
from desktop_app.engine.embedders.embedders import load_embedder
from desktop_app.engine.processes.device_hearing import SOUNDS_FOR_DEVICE, AssistedChild, DeviceHearing, DeviceLostError
from desktop_app.engine.processes.embedding_pool import EmbeddingPool
from desktop_app.engine.processes.embedding_process import EmbeddingProcess
from desktop_app.engine.processes.worker_errors import WorkerClosedError
from tests import sounds
from tests.clap_checkpoint import save_checkpoint
from tests.device_children import DIMENSION, PAYS, numbers_of
from tests.integration.test_clap import RATE
from tests.library_maker import DEADLINE, listening

PLENTY = 64 << 30
Serving = tuple[EmbeddingPool, DeviceHearing]


@pytest.fixture(scope="module")
def spec(tmp_path_factory: pytest.TempPathFactory) -> EmbedderSpec:
    """A checkpoint whose towers have been converted."""
    root = tmp_path_factory.mktemp("clap")
    folder, towers = save_checkpoint(root / "checkpoint"), root / "towers"
    spec = EmbedderSpec("mine", "clap", folder, "clap/0123/fe1/float32", RATE, DIMENSION, towers=towers, device="auto")
    load_embedder(replace(spec, device="cpu"))
    return spec


@pytest.fixture
def unknown(spec: EmbedderSpec) -> Iterator[EmbedderSpec]:
    """The same on a machine where nothing is known of a device, and nothing is noted."""
    assert spec.towers is not None
    record = spec.towers / "devices.json"
    before = record.read_bytes() if record.exists() else b"{}"
    record.unlink(missing_ok=True)
    yield spec
    record.write_bytes(before)
    for note in spec.folder.parent.glob("heard *"):
        note.unlink()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Short sounds, and long ones between them."""
    root = tmp_path_factory.mktemp("sounds")
    seconds = [0.3, 12.0, 1.0, 0.5, 25.0, 2.0]
    return [
        sounds.make(root, name=f"sound {number}", frames=sounds.noise(length, seed=number, rate=RATE), rate=RATE)
        for number, length in enumerate(seconds)
    ]


@pytest.fixture(scope="module")
def serving(spec: EmbedderSpec) -> Iterator[Serving]:
    """Two children and the device."""
    with pooled(spec, "processor", children=2) as (pool, device):
        assert len(pool.workers_for(SOUNDS_FOR_DEVICE)) == 1
        assert not device.awake, "before the first child has its network"
        wake(pool, device)
        assert device.awake
        yield pool, device


@contextmanager
def pooled(spec: EmbedderSpec, main: str, *, children: int = 1) -> Iterator[Serving]:
    device = DeviceHearing(spec, main=f"tests.device_children:{main}")
    own = replace(spec, device="cpu")  # none of them is to find out that this machine has no device
    pool = EmbeddingPool(
        lambda idle: EmbeddingProcess(own, idle_seconds=idle), children, device=device, free_bytes=lambda: PLENTY
    )
    try:
        yield pool, device
    finally:
        pool.close()


def wait_until(condition: Callable[[], bool]) -> None:
    end = time.monotonic() + DEADLINE
    while not condition():
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.02)


def wake(pool: EmbeddingPool, device: DeviceHearing) -> None:
    pool.embed_text(["rain"])
    pool.workers_for(SOUNDS_FOR_DEVICE)
    wait_until(lambda: device.awake or device.lost)


def cosines(found: Vectors, expected: Vectors) -> Vectors:
    products: Vectors = (found.astype(np.float64) * expected).sum(axis=1)
    return products


def notes(spec: EmbedderSpec) -> list[int]:
    """How many sounds a device of numbers was given, time by time."""
    names = (note.name.split() for note in spec.folder.parent.glob("heard *"))
    return [int(size) for _, number, size in sorted(names, key=lambda name: int(name[1]))]


class TestHearing:
    def test_children_prepare_and_the_device_hears(self, serving: Serving, files: list[Path]) -> None:
        pool, _ = serving
        workers = pool.workers_for(SOUNDS_FOR_DEVICE)
        assert len(workers) == len(set(workers)) == 4, "each child prepares one file while the device hears another"
        with ThreadPoolExecutor(4) as threads:
            found = list(threads.map(lambda pair: workers[pair[0] % 4].hear(pair[1]), enumerate(files)))
        first, second = pool._children
        assert (second.pid is not None, second.has_network) == (True, False), "it heard nothing itself"
        alone = np.stack([first.hear(path).vector for path in files])
        assert cosines(np.stack([heard.vector for heard in found]), alone).min() >= 0.99999
        assert [heard.format.seconds for heard in found] == pytest.approx([0.3, 12, 1, 0.5, 25, 2])

    def test_windows_of_a_long_sound_and_silence_among_them(self, serving: Serving, tmp_path: Path) -> None:
        frames = np.concatenate([sounds.noise(10, seed=1, rate=RATE), np.zeros((10 * RATE, 1), dtype=np.float32)])
        path = sounds.make(tmp_path, frames=np.concatenate([frames, sounds.noise(5, seed=2, rate=RATE)]), rate=RATE)
        pool, _ = serving
        worker = pool.workers_for(1)[0]
        alone = pool.hear_windows(path, [0.0, 10.0, 20.0], 10.0)
        together = worker.hear_windows(path, [0.0, 10.0, 20.0], 10.0)
        nothing = worker.hear_windows(path, [10.0], 10.0)
        assert np.isnan(alone).all(axis=1).tolist() == [False, True, False]
        assert np.isnan(together).all(axis=1).tolist() == [False, True, False]
        assert cosines(together[[0, 2]], alone[[0, 2]]).min() >= 0.99999
        assert nothing.shape == (1, DIMENSION)
        assert np.isnan(nothing).all()

    def test_files_that_cannot_be_heard_are_refused_as_ever(
        self, serving: Serving, tmp_path: Path, files: list[Path]
    ) -> None:
        silent = sounds.make(tmp_path, frames=np.zeros((RATE, 1), dtype=np.float32), rate=RATE)
        broken = tmp_path / "broken.wav"
        broken.write_bytes(b"no sound")
        pool, _ = serving
        worker, other = pool.workers_for(1)
        with pytest.raises(SilentSoundError) as refused:
            worker.hear(silent)
        assert refused.value.content_id == worker.identify(silent).content_id == pool.identify(silent).content_id
        with pytest.raises(UnreadableSoundError):
            other.hear(broken)
        assert cosines(worker.hear(files[0]).vector[None], pool.hear(files[0]).vector[None]).min() >= 0.99999
        assert np.array_equal(worker.embed_text(["rain"]), pool.embed_text(["rain"])), "texts stay where they were"

    def test_a_library_is_indexed_with_it(self, unknown: EmbedderSpec, tmp_path: Path) -> None:
        root = tmp_path / "Sounds"
        root.mkdir()
        count = SOUNDS_FOR_DEVICE + 8
        for number in range(count):
            sounds.make(root, name=f"{number}", frames=sounds.noise(0.1, seed=number, rate=RATE), rate=RATE)
        with pooled(unknown, "numbers") as (pool, device):
            wake(pool, device)
            assert known_device(unknown) == PAYS, "what was found out is kept"
            with listening(tmp_path / "profile", pool, embedder_id=unknown.embedder_id, dimension=DIMENSION) as at_work:
                at_work.index(root)
                counts = at_work.library.sounds.counts(unknown.embedder_id)
                assert (counts.sounds, counts.waiting, counts.unreadable) == (count, 0, 0)
        assert sum(notes(unknown)) == count, "the device heard each of them, once"

    def test_what_comes_while_the_device_is_busy_goes_together(self, unknown: EmbedderSpec) -> None:
        device = DeviceHearing(unknown, main="tests.device_children:numbers")
        gate = unknown.folder.parent / "wait"
        gate.touch()
        rows = [np.random.default_rng(seed).normal(size=1001 * 64).astype(np.float32) for seed in range(5)]
        device.wake()
        wait_until(lambda: device.awake)
        try:
            with ThreadPoolExecutor(4) as threads:
                first = threads.submit(device.hear, rows[:1])
                wait_until(lambda: notes(unknown) == [1])
                others = [threads.submit(device.hear, rows[1:2]), threads.submit(device.hear, rows[2:4])]
                wait_until(lambda: len(device._waiting) == 2)
                others.append(threads.submit(device.hear, rows[4:]))
                wait_until(lambda: len(device._waiting) == 3)
                gate.unlink()
                found = [future.result() for future in (first, *others)]
        finally:
            gate.unlink(missing_ok=True)
            device.close()
        assert notes(unknown) == [1, 4]
        np.testing.assert_array_equal(np.concatenate(found), [numbers_of(row) for row in rows])


class TestTrouble:
    def test_a_device_that_dies_costs_no_sound(
        self, unknown: EmbedderSpec, files: list[Path], caplog: pytest.LogCaptureFixture
    ) -> None:
        with pooled(unknown, "fatal") as (pool, device):
            wake(pool, device)
            worker, other = pool.workers_for(1)
            with ThreadPoolExecutor(2) as threads:
                heard = [threads.submit(worker.hear, files[0]), threads.submit(other.hear, files[1])]
                found = [future.result() for future in heard]
            assert device.lost
            assert len(pool.workers_for(SOUNDS_FOR_DEVICE)) == 1
            assert device._process.pid is None, "it is not tried again"
            found.append(worker.hear(files[2]))
            alone = [pool.hear(path).vector for path in files[:3]]
        np.testing.assert_array_equal([each.vector for each in found], alone)
        assert "heard by the processor and no longer by a graphics processor: Its process ended." in caplog.text

    def test_a_wrong_number_of_the_device_is_blamed_on_no_file(self, unknown: EmbedderSpec, files: list[Path]) -> None:
        with pooled(unknown, "senseless") as (pool, device):
            wake(pool, device)
            worker, _ = pool.workers_for(1)
            np.testing.assert_array_equal(worker.hear(files[0]).vector, pool.hear(files[0]).vector)
            windows = worker.hear_windows(files[1], [0.0, 2.0], 10.0)
            np.testing.assert_array_equal(windows, pool.hear_windows(files[1], [0.0, 2.0], 10.0))
            assert not device.lost, "others may be heard by it"

    def test_where_there_is_none_that_is_found_out_once(self, unknown: EmbedderSpec) -> None:
        device = DeviceHearing(unknown, main="tests.device_children:none")
        device.wake()
        wait_until(lambda: device.lost)
        device.close()
        assert known_device(unknown) == NO_DEVICE
        again = DeviceHearing(unknown, main="tests.device_children:none")
        again.wake()
        assert again.lost
        assert again._process.pid is None, "no process and no torch is needed to know it"
        again.close()

    def test_one_that_others_have_filled_is_told(
        self, unknown: EmbedderSpec, files: list[Path], caplog: pytest.LogCaptureFixture
    ) -> None:
        with pooled(unknown, "full") as (pool, device):
            wake(pool, device)
            assert device.lost
            (worker,) = pool.workers_for(SOUNDS_FOR_DEVICE)
            np.testing.assert_array_equal(worker.hear(files[0]).vector, pool.hear(files[0]).vector)
        assert "It has no memory left." in caplog.text
        assert known_device(unknown) == PAYS, "it is tried again when the program is started again"

    def test_few_sounds_wake_nothing(self, unknown: EmbedderSpec) -> None:
        record_device(unknown, PAYS)
        with pooled(unknown, "numbers") as (pool, device):
            pool.embed_text(["rain"])
            pool.workers_for(SOUNDS_FOR_DEVICE - 1)
            assert not device.awake
            assert device._process.pid is None

    def test_an_idle_one_gives_the_device_back_and_is_woken_again(
        self, unknown: EmbedderSpec, files: list[Path]
    ) -> None:
        device = DeviceHearing(unknown, main="tests.device_children:numbers", idle_seconds=1.5)
        child = EmbeddingProcess(unknown)
        try:
            device.wake()
            wait_until(lambda: device.awake)
            wait_until(lambda: not device.awake)
            prepared = child.prepare(files[1]).vector
            np.testing.assert_array_equal(device.hear([prepared])[0], numbers_of(prepared), "asked too late")
            wait_until(lambda: not device.awake)
            AssistedChild(child, device).hear(files[0])
            assert child.has_network, "the child heard it"
            device.wake()
            wait_until(lambda: device.awake)
        finally:
            device.close()
            child.close()

    def test_closing_ends_whoever_waits(self, unknown: EmbedderSpec) -> None:
        device = DeviceHearing(unknown, main="tests.device_children:numbers")
        device.wake()
        ended: list[Exception] = []

        def hear() -> None:
            try:
                device.hear([np.zeros(64_064, dtype=np.float32)])
            except (WorkerClosedError, DeviceLostError) as error:
                ended.append(error)

        threads = [threading.Thread(target=hear) for _ in range(3)]
        for thread in threads:
            thread.start()
        device.close()
        for thread in threads:
            thread.join(DEADLINE)
        assert [type(error) for error in ended] == [WorkerClosedError] * 3


def test_the_main_process_imports_no_torch_for_it() -> None:
    program = """
import sys
from desktop_app.engine.processes.device_hearing import DeviceHearing
from desktop_app.open_profile.listening import listen_with
assert not {"torch", "transformers", "openvino"} & set(sys.modules), sys.modules
"""
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)
