"""What a graphics processor makes of CLAP, where there is one: sounds a second among many, against all cores together;
how near it stays to torch's float32; and files a second from the folder to the library.

The network has the published sizes and random weights. The children that decode use all cores but one.
"""

import os
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from desktop_app.engine.clap.device_choice import look_for_device
from desktop_app.engine.clap.device_record import record_device
from desktop_app.engine.clap.device_tower import found_device
from desktop_app.engine.embedders.embedder import EmbedderSpec
from desktop_app.engine.embedders.model_files import clap_spec
from desktop_app.engine.indexing.indexer import Indexer
from desktop_app.engine.processes.device_hearing import SOUNDS_FOR_DEVICE, DeviceHearing
from desktop_app.engine.processes.embedding_pool import EmbeddingPool
from desktop_app.engine.processes.embedding_process import EmbeddingProcess
from tests import sounds
from tests.benchmarks.result import Result
from tests.clap_checkpoint import save_checkpoint
from tests.library_maker import open_library

FILES = 1_000
RATE = 44_100
WAKING = 120.0
"""Seconds after which a device should be ready."""
NEAR = {"exact": 1e-5, "fast": 1e-4}
"""How far from float32 embeddings may be, as 1 - cosine."""


def run() -> Iterator[Result]:
    """Exact and fast; one row that says so where there is no device."""
    device = found_device()
    if device is None:
        yield Result("CLAP on a graphics processor", 0.0, "", "no device here")
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        checkpoint = save_checkpoint(folder / "clap", real_size=True)
        root = _one_shots(folder / "sounds")
        spec = clap_spec("clap", checkpoint, recorded=folder / "digests.json", towers=folder / "towers", device="auto")
        yield from _measured(spec, device, root)
        fast = replace(spec, precision="fast", embedder_id=spec.embedder_id.replace("float32", "bfloat16"))
        yield from _measured(fast, device, root)


def _measured(spec: EmbedderSpec, device: torch.device, root: Path) -> Iterator[Result]:
    cores = os.cpu_count() or 1
    finding = look_for_device(spec, device, cores=cores)
    name = f"CLAP on {finding.title}, {spec.precision} ({finding.precision})"
    distance, bound = 1 - finding.cosine, NEAR[spec.precision]
    yield Result(f"{name}: 1 - cosine to torch", distance, "", target=bound, target_for="at most")
    if not finding.core_seconds:
        yield Result(name, 0.0, "", finding.problem)
        return
    rate, all_cores = 1 / finding.seconds, cores / finding.core_seconds
    against = f"{cores} cores: {all_cores:.1f} sounds/s"
    yield Result(f"{name}: short sounds, several together", rate, "sounds/s", against, rate / all_cores)
    record_device(spec, replace(finding, problem=""))
    with_device, without = _files_a_second(spec, root), _files_a_second(replace(spec, device="cpu"), root)
    against = f"without it: {without:.1f} files/s"
    yield Result(f"{name}: one-shots, end to end", with_device, "files/s", against, with_device / without)


def _files_a_second(spec: EmbedderSpec, root: Path) -> float:
    """From the scan of the folder to the last embedding in the library, everything being loaded."""
    device = DeviceHearing(spec) if spec.device == "auto" else None
    pool = EmbeddingPool(lambda _: EmbeddingProcess(spec), max(1, (os.cpu_count() or 2) - 1), device=device)
    try:
        pool.embed_text(["rain"])
        for worker in pool.workers_for(FILES):
            worker.embed_samples([np.sin(np.arange(48_000, dtype=np.float32))])
        if device is not None:
            _wait_for(device)
        with tempfile.TemporaryDirectory() as profile, open_library(Path(profile)) as library:
            indexer = Indexer(library, pool, spec.embedder_id, lambda _event: None)
            library.folders.add(root)
            indexer.start()
            try:
                began = time.perf_counter()
                indexer.rescan()
                assert indexer.wait_idle(3600)
                return FILES / (time.perf_counter() - began)
            finally:
                indexer.stop()
    finally:
        pool.close()


def _wait_for(device: DeviceHearing) -> None:
    end = time.monotonic() + WAKING
    while not device.awake:
        assert time.monotonic() < end, "the device did not wake"
        assert not device.lost, "the device cannot be used; the log says why"
        time.sleep(0.1)


def _one_shots(root: Path) -> Path:
    """Of 0.2 to 2 s, stereo WAV of 44.1 kHz."""
    root.mkdir()
    assert FILES >= SOUNDS_FOR_DEVICE
    for number, seconds in enumerate(np.random.default_rng(1).uniform(0.2, 2.0, FILES).tolist()):
        frames = sounds.noise(seconds, seed=number, rate=RATE, channels=2)
        sounds.make(root, name=f"shot {number}", rate=RATE, frames=frames)
    return root
