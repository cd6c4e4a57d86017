"""How quickly the copies among 100,000 sounds are found, against comparing each with each.

The vectors are blends of two of the shipped reference embeddings, as spread as those of real sounds; a twentieth are
near copies. Comparing each with each is measured on 20,000 of them and counted 25 times.
"""

import time

import numpy as np
from safetensors.numpy import load_file

from desktop_app.core.close_groups import group_close
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.duplicates import SAME_RECORDING
from tests.benchmarks.result import Result
from tests.starter_files import STARTER

SOUNDS = 100_000
_PART = 20_000
_BLOCK = 1_000


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
    ]


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
