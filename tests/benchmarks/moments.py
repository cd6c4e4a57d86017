"""Moments inside long sounds: a million windows searched exactly on one core, and what hearing a sound's windows costs.

The windows are made of numbers: 1,389 sounds of an hour, each of which stays near something of its own in 48 of the
dimensions, with noise in all of them. What is compared with is one product of the same windows in 32 bits.
"""

import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

import numpy as np
import psutil
import soundfile

from desktop_app.core.analysis import Analysis
from desktop_app.core.moment import WindowShape
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.embedders.embedder import EmbedderSpec, Precision
from desktop_app.engine.embedders.model_files import clap_spec
from desktop_app.engine.indexing.moment_hearing import WINDOWS_AT_ONCE, window_shape
from desktop_app.engine.processes.in_process_worker import InProcessWorker
from desktop_app.engine.searching.moments import BEST, MomentIndex
from desktop_app.engine.starter.starter_files import starter_spec
from desktop_app.library.library import Library
from desktop_app.library.tables.windows import HeardWindows
from desktop_app.open_profile.embedder_list import starter_folder
from tests.benchmarks.result import Result
from tests.clap_checkpoint import save_checkpoint
from tests.library_maker import open_library

WINDOWS = 1_000_080
OF_A_SOUND = 720
DIMENSION = 512
QUESTIONS = 10
LONG_SECONDS = 300.0
ROUNDS = 3
Found = TypeVar("Found")
_EMBEDDER = "benchmark"
_PRECISIONS: tuple[Precision, ...] = ("exact", "fast")
_MIXING = np.random.default_rng(0).standard_normal((48, DIMENSION)).astype(np.float32)


def run() -> Iterable[Result]:
    """Times are the processor's."""
    yield from _search()
    with tempfile.TemporaryDirectory() as folder:
        sound = _write(Path(folder) / "long.wav")
        checkpoint = save_checkpoint(Path(folder) / "clap", real_size=True)
        for precision in _PRECISIONS:
            clap = clap_spec(
                "clap", checkpoint, recorded=Path(folder) / "digests.json", precision=precision, towers=Path(folder)
            )
            yield _cost(f"CLAP of the published size, {precision}", clap, sound)
        yield _cost("bundled embedder", starter_spec(starter_folder()), sound)


def _search() -> Iterator[Result]:
    with tempfile.TemporaryDirectory() as folder, open_library(Path(folder)) as library:
        analysis = Analysis("benchmark", 1)
        starts = tuple(5.0 * number for number in range(OF_A_SOUND))
        for sound in range(WINDOWS // OF_A_SOUND):
            heard = HeardWindows(10.0, starts, _vectors(sound))
            library.windows.save(_EMBEDDER, analysis, sound.to_bytes(16, "big"), heard)
        # A process of its own, so that what made the windows does not count.
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as process:
            found, seconds, memory = process.submit(_searched, Path(folder)).result()
        recall = _recall(found)
    product = _product_seconds()
    named = f"{WINDOWS:,} windows searched"
    ours = seconds * 1000
    against = f"a product in 32 bits: {product * 1000:.0f} ms"
    yield Result(named, ours, "ms", against, product * 1000 / ours, target=50.0, target_for="at most")
    yield Result(
        f"{named}, memory",
        memory,
        "MB",
        f"in 32 bits: {WINDOWS * DIMENSION * 4 / 1e6:,.0f} MB",
        target=600.0,
        target_for="at most",
    )
    yield Result(f"{named}, recall at {BEST}", recall, "", "the same in 32 bits", target=1.0, target_for="at least")


def _searched(profile: Path) -> tuple[list[np.ndarray], float, float]:
    """The best windows for each question, seconds that one takes, and megabytes that all windows do."""
    with Library.open(profile / "library.db", profile / "cache.db", writable=False) as library:
        questions = _questions()
        before = psutil.Process().memory_info().rss
        windows = MomentIndex(library, _EMBEDDER).windows()
        timed = [_timed(lambda asked=asked: _best(windows.scores(asked))) for asked in questions]
        memory = (psutil.Process().memory_info().rss - before) / 1e6
    return [best for best, _ in timed], float(np.median([seconds for _, seconds in timed])), memory


def _recall(found: list[np.ndarray]) -> float:
    """Share of the best that was found."""
    asked = np.stack(_questions())
    exact = np.concatenate([asked @ _vectors(sound).T for sound in range(WINDOWS // OF_A_SOUND)], axis=1)
    shared = [len(np.intersect1d(ours, _best(row))) for ours, row in zip(found, exact, strict=True)]
    return float(np.mean(shared)) / BEST


def _product_seconds() -> float:
    """What a product of so many windows in 32 bits takes, and finding the best: of a tenth of them, ten times."""
    matrix = np.random.default_rng(2).standard_normal((WINDOWS // 10, DIMENSION), dtype=np.float32)
    asked = _question(0)
    return 10 * float(np.median([_timed(lambda: _best(matrix @ asked))[1] for _ in range(QUESTIONS)]))


def _best(scores: Vectors) -> np.ndarray:
    return np.argpartition(-scores, BEST)[:BEST].copy()


def _vectors(sound: int) -> Vectors:
    """The windows of a sound [720, 512]."""
    generator = np.random.default_rng(sound)
    own = generator.standard_normal((1, len(_MIXING)), dtype=np.float32)
    places = own + 0.7 * generator.standard_normal((OF_A_SOUND, len(_MIXING)), dtype=np.float32)
    vectors = places @ _MIXING + 1.5 * generator.standard_normal((OF_A_SOUND, DIMENSION), dtype=np.float32)
    result: Vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return result


def _questions() -> list[Vectors]:
    return [_question(number) for number in range(QUESTIONS)]


def _question(number: int) -> Vectors:
    """Something that no window is, but that some sounds are like."""
    question = _vectors(WINDOWS + number)[0] + 0.3 * _vectors(7 * number)[0]
    result: Vectors = question / np.linalg.norm(question)
    return result


def _cost(name: str, spec: EmbedderSpec, path: Path) -> Result:
    """The windows of a sound against the whole of it, from file to embeddings."""
    worker = InProcessWorker(spec)
    worker.identify(path)
    shape = window_shape(spec)
    worker.hear_windows(path, shape.starts(LONG_SECONDS)[:1], shape.seconds)
    wholes, windows = [], []
    for _ in range(ROUNDS):
        wholes.append(_timed(lambda: worker.hear(path))[1])
        windows.append(_timed(lambda: _hear_windows(worker, path, shape))[1])
    whole, parts = float(np.median(wholes)), float(np.median(windows))
    count = len(shape.starts(LONG_SECONDS))
    return Result(
        f"{name}, windows of 5 min, times the whole",
        parts / whole,
        "times",
        f"{count} windows: {parts:.2f} s, the whole: {whole:.3f} s",
        target=12.0,
        target_for="at most",
    )


def _hear_windows(worker: InProcessWorker, path: Path, shape: WindowShape) -> None:
    starts = shape.starts(LONG_SECONDS)
    for first in range(0, len(starts), WINDOWS_AT_ONCE):
        worker.hear_windows(path, starts[first : first + WINDOWS_AT_ONCE], shape.seconds)


def _timed(work: Callable[[], Found]) -> tuple[Found, float]:
    start = time.process_time()
    found = work()
    return found, time.process_time() - start


def _write(path: Path) -> Path:
    frames = round(LONG_SECONDS * 44_100)
    noise = np.random.default_rng(1).normal(0, 0.1, (frames, 2))
    soundfile.write(path, noise.clip(-1, 1), 44_100, subtype="PCM_16")
    return path
