"""Sounds over which the process that hears them crashes, hangs or runs out of memory, among good ones."""

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import numpy as np

from desktop_app.engine.embedding_process import EmbeddingProcess, WorkerDiedError
from tests import fakes, sounds
from tests.faults.row import Row, shortened
from tests.library_maker import listening

FULL: Final = 20
QUICK: Final = 1
_STALL: Final = 2.0
_SLACK: Final = 2.0
_GOOD: Final = 5
"""For each one that is bad."""


def run(quick: bool) -> Row:
    """Each kind of trouble as often: how soon it is noticed, and what an indexer makes of it."""
    count = QUICK if quick else FULL
    troubles = {"crash": fakes.ABORTS, "hang": fakes.HANGS}
    if sys.platform == "linux":
        troubles["memory"] = fakes.EATS_MEMORY
    problems: list[str] = []
    with TemporaryDirectory() as scratch:
        root = Path(scratch) / "Sounds"
        bad = _make(root, troubles, count)
        worker = EmbeddingProcess(
            fakes.fake_spec(), loader="tests.fakes:load_troubled", stall_seconds=_STALL, memory_bytes=400 << 20
        )
        try:
            slowest = _notice(worker, bad, problems)
            with listening(Path(scratch) / "profile", worker) as at_work:
                at_work.library.folders.add(root)
                at_work.indexer.rescan()
                if not at_work.indexer.wait_idle(600):
                    problems.append("indexing did not end")
                unreadable = {path for path, _ in at_work.library.sounds.unreadable()}
                counts = at_work.library.sounds.counts("fake/1")
        finally:
            worker.close()
    if unreadable != set(bad):
        problems.append(f"{len(unreadable - set(bad))} good ones set aside, {len(set(bad) - unreadable)} bad ones not")
    if counts.waiting or counts.sounds != len(bad) * (1 + _GOOD):
        problems.append(f"not all were looked at: {counts}")
    if slowest > _STALL + _SLACK:
        problems.append(f"noticed after {slowest:.1f} s")
    return Row(
        15,
        f"the child dies over a sound ({', '.join(troubles)})",
        len(bad),
        "noticed <= 2 s after the limit; set aside after 2; the others are heard",
        f"noticed {max(0.0, slowest - _STALL):.1f} s after the limit at most; {len(unreadable & set(bad))} set aside,"
        f" {counts.sounds - counts.unreadable} others heard",
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


def _notice(worker: EmbeddingProcess, bad: dict[Path, str], problems: list[str]) -> float:
    """The longest that it took until a death was told, for one of each trouble."""
    slowest = 0.0
    for trouble, path in {trouble: path for path, trouble in bad.items()}.items():
        worker.embed_text(["ready"])
        began = time.monotonic()
        try:
            worker.hear(path)
            problems.append(f"{trouble}: nothing was told")
        except WorkerDiedError as error:
            if error.killed_by != trouble:
                problems.append(f"{trouble}: told as {error.killed_by}")
        slowest = max(slowest, time.monotonic() - began)
    return slowest
