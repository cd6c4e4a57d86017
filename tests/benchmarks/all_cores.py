"""How hearing grows from one child to two: files a second from the folder to the library, with one core each.

Both take turns in short rounds, and the best round of each counts, because other work on the machine only ever takes
time: with both cores busy otherwise, there is nothing to measure here. The networks are loaded before; each round has a
library of its own, in which nothing is known yet.
"""

import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import numpy as np

from desktop_app.embedder_list import starter_folder
from desktop_app.engine.embedder import EmbedderSpec
from desktop_app.engine.embedding_pool import SOUNDS_A_CHILD, EmbeddingPool
from desktop_app.engine.embedding_process import EmbeddingProcess
from desktop_app.engine.indexer import Indexer
from desktop_app.engine.model_files import clap_spec
from desktop_app.engine.starter_files import starter_spec
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


def run() -> Iterator[Result]:
    """Files a second of one-shots (0.2 to 2 s, stereo WAV of 44.1 kHz) with two children against one."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        few = _one_shots(folder / "few", CLAP_FILES)
        many = _one_shots(folder / "many", STARTER_FILES)
        yield _growth("bundled embedder", starter_spec(starter_folder(), threads=1), many, STARTER_ROUNDS)
        checkpoint = save_checkpoint(folder / "clap", real_size=True)
        spec = clap_spec("clap", checkpoint, recorded=folder / "digests.json", towers=folder / "towers")
        yield _growth("CLAP of the published size", spec, few, CLAP_ROUNDS)


def _growth(name: str, spec: EmbedderSpec, root: Path, rounds: int) -> Result:
    with _warm_pool(spec, 1) as one, _warm_pool(spec, CHILDREN) as several:
        rates = [(_rate(spec, one, root), _rate(spec, several, root)) for _ in range(rounds)]
    alone, together = np.max(rates, axis=0).tolist()
    title = f"{name}, one-shots, {CHILDREN} cores"
    return Result(title, together, "files/s", f"one core, {alone:.1f} files/s", together / alone, target=GROWTH)


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
    """Files a second, from the scan of the folder to the last embedding in the library."""
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
