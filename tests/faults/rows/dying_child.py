"""Sounds over which the process that hears them crashes, hangs or runs out of memory, among good ones."""

import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np

from desktop_app.engine.decoding.heard_sound import HeardSound
from desktop_app.engine.indexing.hearing import TRIES
from desktop_app.engine.processes.embedding_process import EmbeddingProcess
from desktop_app.engine.processes.worker_errors import WorkerDiedError
from tests import fakes, sounds
from tests.faults.row import Row, shortened
from tests.library_maker import listening

FULL: Final = 20
QUICK: Final = 1
_STALL: Final = 2.0
_QUICK_STALL: Final = 1.0
_SLACK: Final = 2.0
_GOOD: Final = 5
"""For each one that is bad."""


class _Watched(EmbeddingProcess):
    """Remembers over which files the child died, how, and how soon that was told."""

    def __init__(self, stall_seconds: float) -> None:
        super().__init__(
            fakes.fake_spec(), loader="tests.fakes:load_troubled", stall_seconds=stall_seconds, memory_bytes=400 << 20
        )
        self.deaths: list[tuple[Path, str]] = []
        self.slowest = 0.0

    def hear(self, path: Path) -> HeardSound:
        """See `EmbeddingWorker`."""
        self.embed_text(["ready"])  # how long a child takes to start is not what is measured
        began = time.monotonic()
        try:
            return super().hear(path)
        except WorkerDiedError as error:
            self.slowest = max(self.slowest, time.monotonic() - began)
            self.deaths.append((path, error.killed_by))
            raise


def run(quick: bool) -> Row:
    """Each kind of trouble as often: how soon it is noticed, and what an indexer makes of it."""
    count, stall = (QUICK, _QUICK_STALL) if quick else (FULL, _STALL)
    troubles = {"crash": fakes.ABORTS, "hang": fakes.HANGS}
    if sys.platform == "linux":
        troubles["memory"] = fakes.EATS_MEMORY
    problems: list[str] = []
    with TemporaryDirectory() as scratch:
        root = Path(scratch) / "Sounds"
        bad = _make(root, troubles, count)
        worker = _Watched(stall)
        with listening(Path(scratch) / "profile", worker) as at_work:
            at_work.library.folders.add(root)
            at_work.indexer.rescan()
            if not at_work.indexer.wait_idle(600):
                problems.append("indexing did not end")
            unreadable = {path for path, _ in at_work.library.sounds.unreadable()}
            counts = at_work.library.sounds.counts("fake/1")
    if unreadable != set(bad):
        problems.append(f"{len(unreadable - set(bad))} good ones set aside, {len(set(bad) - unreadable)} bad ones not")
    if Counter(worker.deaths) != Counter(list(bad.items()) * TRIES):
        problems.append(f"other deaths than {TRIES} over each: {Counter(worker.deaths)}")
    if counts.waiting or counts.sounds != len(bad) * (1 + _GOOD):
        problems.append(f"not all were looked at: {counts}")
    if worker.slowest > stall + _SLACK:
        problems.append(f"noticed after {worker.slowest:.1f} s")
    return Row(
        15,
        f"the child dies over a sound ({', '.join(troubles)})",
        len(worker.deaths),
        f"noticed <= 2 s after the limit; set aside after {TRIES}; the others are heard",
        f"noticed {max(0.0, worker.slowest - stall):.1f} s after the limit at most; {len(unreadable & set(bad))} set"
        f" aside, {counts.sounds - counts.unreadable} others heard",
        shortened(problems),
    )


def _make(root: Path, troubles: dict[str, float], count: int) -> dict[Path, str]:
    """Bad ones (path -> the trouble) among good ones."""
    bad = {}
    for number in range(count):
        for place, (trouble, level) in enumerate(troubles.items()):
            folder = root / f"kit {number}" / trouble
            folder.mkdir(parents=True)
            for good in range(_GOOD):
                seed = (number * len(troubles) + place) * _GOOD + good
                sounds.make(folder, name=f"good {good}", frames=sounds.noise(0.05, seed=seed))
            # Of different lengths, because each content is listened to once only.
            frames = np.full((4_000 + number, 1), level, dtype=np.float32)
            bad[sounds.make(folder, "wav32f", name="bad", frames=frames)] = trouble
    return bad
