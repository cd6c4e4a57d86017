"""How quickly the copies among 100,000 sounds are found, against comparing each with each.

The vectors are blends of two of the shipped reference embeddings, as spread as those of real sounds; a twentieth are
near copies. Comparing each with each is measured on 20,000 of them and counted 25 times. Shapes are those of noise that
rises and dies away; a fifth of the sounds are equally long, as those of many collections are.
"""

import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from safetensors.numpy import load_file

from desktop_app.core.close_groups import group_close, never
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.decoding.waveform import THUMBNAIL_COLUMNS, quantise
from desktop_app.engine.searching.duplicates import SAME_RECORDING
from desktop_app.engine.searching.embedded_library import EmbeddedLibrary
from desktop_app.engine.searching.sound_shapes import SoundShapes
from tests.benchmarks.result import Result
from tests.library_maker import fill, open_library
from tests.starter_files import STARTER

SOUNDS = 100_000
_PART = 20_000
_BLOCK = 1_000
_EMBEDDER = "an embedder"


def run() -> list[Result]:
    """Seconds for all, and for one sound that comes later."""
    vectors = _vectors(SOUNDS)
    start = time.perf_counter()
    labels = group_close(vectors, SAME_RECORDING)
    grouped = time.perf_counter() - start
    start = time.perf_counter()
    group_close(vectors, SAME_RECORDING, known=labels[:-1])
    later = time.perf_counter() - start
    naive = _naive(vectors[:_PART]) * (SOUNDS / _PART) ** 2
    baseline = f"each with each: {naive:,.0f} s"
    return [
        Result("copies among 100,000 sounds", grouped, "s", baseline, naive / grouped),
        Result("one sound more", later, "s", baseline, naive / later),
        *_shapes(vectors),
    ]


def _shapes(vectors: Vectors) -> list[Result]:
    """Seconds to read and compare the small waveforms of all, and of one sound that comes later."""
    count = len(vectors)
    with TemporaryDirectory() as folder, open_library(Path(folder)) as library:
        fill(library, Path(folder) / "Sounds", _EMBEDDER, vectors, looks=list(_looks(count)))
        embedded = EmbeddedLibrary(library, _EMBEDDER, vectors.shape[1])
        snapshot = embedded.snapshot()
        shapes = SoundShapes(library)
        fewer = replace(snapshot, rows=np.where(snapshot.rows < count - 1, snapshot.rows, -1))
        start = time.perf_counter()
        shapes.leaders(fewer, SAME_RECORDING, never)
        read = time.perf_counter() - start
        start = time.perf_counter()
        shapes.leaders(snapshot, SAME_RECORDING, never)
        later = time.perf_counter() - start
    return [Result("shapes of 100,000 sounds", read, "s"), Result("one shape more", later, "s")]


def _looks(count: int) -> Iterator[tuple[float, bytes]]:
    """Seconds and small waveform of each sound."""
    random = np.random.default_rng(1)
    times = np.linspace(0, 1, THUMBNAIL_COLUMNS, dtype=np.float32)
    for number in range(count):
        rise, fall = random.uniform(0.01, 0.3), random.uniform(1, 12)
        loudness = np.minimum(times / rise, 1) * np.exp(-fall * times)
        sides = loudness[:, None] * random.uniform(0.6, 1.0, (THUMBNAIL_COLUMNS, 2)) * (-1, 1)
        yield 2.0 if number % 5 == 0 else float(random.lognormal(0, 1.2)), quantise(sides).tobytes()


def _naive(vectors: Vectors) -> float:
    start = time.perf_counter()
    for place in range(0, len(vectors), _BLOCK):
        np.argwhere(vectors[place : place + _BLOCK] @ vectors.T >= SAME_RECORDING)
    return time.perf_counter() - start


def _vectors(count: int) -> Vectors:
    """[count, 512]"""
    random = np.random.default_rng(0)
    [reference] = load_file(STARTER / "reference.safetensors").values()
    reference = reference.astype(np.float32)
    first, second = (reference[random.integers(0, len(reference), count)] for _ in range(2))
    share = random.random((count, 1), dtype=np.float32)
    vectors = share * first + (1 - share) * second + _noise(random, reference.shape[1], count, 0.02)
    copies = count // 20
    vectors[-copies:] = vectors[random.integers(0, count - copies, copies)] + _noise(
        random, reference.shape[1], copies, 0.005
    )
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    result: Vectors = vectors
    return result


def _noise(random: np.random.Generator, dimension: int, count: int, size: float) -> Vectors:
    return np.float32(size) * random.standard_normal((count, dimension), dtype=np.float32)
