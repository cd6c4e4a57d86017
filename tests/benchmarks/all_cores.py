"""How hearing grows from one core to two: files a second from the folder to the library, with a child for each core.

With one core, all of Earmark keeps to it, the process that hands out and stores as well as the child that hears (on
Linux; elsewhere the child has the first core and that process another). What the machine itself gives of a second core
stands beside it: bare loops that decode and hear, one or two at the same time, and share nothing.

All take turns in short rounds, and the best round of each counts, because other work on the machine only ever takes
time: with both cores busy otherwise, there is nothing to measure here. The networks are loaded before; each round has a
library of its own, in which nothing is known yet.
"""

import multiprocessing
import os
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import numpy as np
import psutil

from desktop_app.engine.embedders.embedder import EmbedderSpec
from desktop_app.engine.embedders.embedders import load_embedder
from desktop_app.engine.embedders.model_files import clap_spec
from desktop_app.engine.indexing.indexer import Indexer
from desktop_app.engine.processes.embedding_pool import SOUNDS_A_CHILD, EmbeddingPool
from desktop_app.engine.processes.embedding_process import EmbeddingProcess
from desktop_app.engine.processes.listener import Listener
from desktop_app.engine.starter.starter_files import starter_spec
from desktop_app.open_profile.embedder_list import starter_folder
from tests import sounds
from tests.benchmarks.result import Result
from tests.clap_checkpoint import save_checkpoint
from tests.library_maker import open_library

CHILDREN = 2
STARTER_FILES = 400
CLAP_FILES = 24
STARTER_ROUNDS = 6
CLAP_ROUNDS = 5
RATE = 44_100
GROWTH = 1.8
"""What a second core is to bring."""
_ALLOWED = os.sched_getaffinity(0) if sys.platform == "linux" else set[int]()
"""Cores that this process may use."""


def run() -> Iterator[Result]:
    """Files a second of one-shots (0.2 to 2 s, stereo WAV of 44.1 kHz) with two children against one."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        few = _one_shots(folder / "few", CLAP_FILES)
        many = _one_shots(folder / "many", STARTER_FILES)
        yield from _growth("bundled embedder", starter_spec(starter_folder()), many, STARTER_ROUNDS)
        checkpoint = save_checkpoint(folder / "clap", real_size=True)
        spec = clap_spec("clap", checkpoint, recorded=folder / "digests.json", towers=folder / "towers")
        yield from _growth("CLAP of the published size", spec, few, CLAP_ROUNDS)


def _growth(name: str, spec: EmbedderSpec, root: Path, rounds: int) -> Iterator[Result]:
    with ExitStack() as stack:
        pools = [stack.enter_context(_warm_pool(spec, children)) for children in (1, CHILDREN)]
        loops = [stack.enter_context(_bare_loop(spec, root)) for _ in range(CHILDREN)]
        rates = [[*(_rate(spec, pool, root) for pool in pools), *_bare_rates(loops)] for _ in range(rounds)]
    alone, together, bare, bare_together = np.max(rates, axis=0).tolist()
    title = f"{name}, one-shots, {CHILDREN} cores"
    yield Result(title, together, "files/s", f"one core, {alone:.1f} files/s", together / alone, target=GROWTH)
    title = f"... bare loops that share nothing, {CHILDREN} cores"
    yield Result(title, bare_together, "files/s", f"one of them, {bare:.1f} files/s", bare_together / bare)


@contextmanager
def _bare_loop(spec: EmbedderSpec, root: Path) -> Iterator["Connection[Any, Any]"]:
    """A process that hears all files whenever it is sent a core to keep to, and then tells its files a second."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_hear_in_a_loop, args=(theirs, spec, sorted(root.iterdir())))
    process.start()
    try:
        yield ours
    finally:
        ours.send(None)
        process.join()


def _hear_in_a_loop(connection: "Connection[Any, Any]", spec: EmbedderSpec, paths: Sequence[Path]) -> None:
    listener = Listener(lambda: load_embedder(spec), load_seconds=0.0, loading=_nothing, loaded=_nothing)
    listener.hear(paths[0], _nothing)
    while (core := connection.recv()) is not None:
        _keep_to({core}, os.getpid())
        began = time.perf_counter()
        for path in paths:
            listener.hear(path, _nothing)
        connection.send(len(paths) / (time.perf_counter() - began))


def _bare_rates(loops: Sequence["Connection[Any, Any]"]) -> tuple[float, float]:
    """Files a second of one loop alone, and of all of them at the same time."""
    loops[0].send(0)
    alone: float = loops[0].recv()
    for core, loop in enumerate(loops):
        loop.send(core)
    return alone, sum(loop.recv() for loop in loops)


def _nothing(_seconds: float | None = None) -> None:
    pass


def _keep_to(cores: set[int], *pids: int) -> None:
    """Let all threads of these processes run on these of the cores there are and on no others, where that can be."""
    if sys.platform != "linux":
        return
    there_are = sorted(_ALLOWED)
    chosen = {there_are[core] for core in cores}
    for pid in pids:
        for thread in psutil.Process(pid).threads():
            os.sched_setaffinity(thread.id, chosen)


@contextmanager
def _warm_pool(spec: EmbedderSpec, children: int) -> Iterator[EmbeddingPool]:
    """A pool whose children all run and have their networks."""

    def make(_idle_seconds: float | None) -> EmbeddingProcess:
        return EmbeddingProcess(spec)

    pool = EmbeddingPool(make, children)
    try:
        pool.embed_text(["rain"])
        workers = pool.workers_for(CHILDREN * SOUNDS_A_CHILD)
        assert len(workers) == children, "there is too little memory for this benchmark"
        for worker in workers:
            worker.embed_samples([np.sin(np.arange(48_000, dtype=np.float32))])
        yield pool
    finally:
        pool.close()


def _rate(spec: EmbedderSpec, pool: EmbeddingPool, root: Path) -> float:
    """Files a second, from the scan of the folder to the last embedding in the library; as many cores as children."""
    _keep_to(set(range(len(pool.pids))), os.getpid(), *pool.pids)
    with tempfile.TemporaryDirectory() as profile, open_library(Path(profile)) as library:
        indexer = Indexer(library, pool, spec.embedder_id, lambda _event: None)
        library.folders.add(root)
        indexer.start()
        try:
            began = time.perf_counter()
            indexer.rescan()
            assert indexer.wait_idle(600)
            seconds = time.perf_counter() - began
        finally:
            indexer.stop()
        heard = len(library.cache.embeddings(spec.embedder_id)[0])
    assert heard == len(list(root.iterdir()))
    return heard / seconds


def _one_shots(root: Path, count: int) -> Path:
    root.mkdir()
    lengths: Sequence[float] = np.random.default_rng(1).uniform(0.2, 2.0, count).tolist()
    for number, seconds in enumerate(lengths):
        frames = sounds.noise(seconds, seed=number, rate=RATE, channels=2)
        sounds.make(root, name=f"shot {number}", rate=RATE, frames=frames)
    return root
