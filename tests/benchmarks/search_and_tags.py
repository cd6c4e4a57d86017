"""Searching and re-tagging 100,000 sounds: exact search over all embeddings, and every tag of 100 from scratch."""

import time
from collections.abc import Callable

import numpy as np

from desktop_app.core.scoring import build_tag_matrix
from desktop_app.core.tag import Tag, Vocabulary
from desktop_app.core.vector_index import VectorIndex
from tests.benchmarks.result import Result

SOUNDS = 100_000
DIMENSION = 512
TAGS = 100
_ROUNDS = 5


def run() -> list[Result]:
    """Medians of a few rounds each."""
    generator = np.random.default_rng(0)
    vectors = generator.standard_normal((SOUNDS, DIMENSION), dtype=np.float32)
    index = VectorIndex(DIMENSION)
    index.add([number.to_bytes(16, "big") for number in range(SOUNDS)], vectors)
    query = vectors[7]
    best = np.argsort(-(vectors @ query))[:100]

    def search() -> None:
        scores = index.matrix @ query
        top = np.argpartition(-scores, 100)[:100]
        assert set(top[np.argsort(-scores[top])].tolist()) == set(best.tolist())

    def full_sort() -> None:
        np.argsort(-(index.matrix @ query), kind="stable")

    def row_by_row() -> None:
        [float(row @ query) for row in vectors]

    names = [f"prompt {number}" for number in range(TAGS)]
    prompts = dict(zip(names, generator.standard_normal((TAGS, DIMENSION), dtype=np.float32), strict=True))
    tags = tuple(Tag(name.replace(" ", "-"), name, (name,)) for name in names)
    matrix = build_tag_matrix([Vocabulary("bench", "Bench", "", tags)], prompts, vectors[:400])

    def retag() -> None:
        matrix.applies(index.matrix)

    background = matrix.background

    def tag_by_tag() -> None:
        for vector, usual, spread in zip(matrix.vectors, background.usual, background.spread, strict=True):
            _ = (vectors @ vector - usual) / spread >= 2.5

    naive = median(row_by_row, rounds=1)
    one_by_one = median(tag_by_tag, rounds=2)
    found, ranked, tagged = median(search), median(full_sort), median(retag)
    of = f"of {SOUNDS:,} sounds"
    return [
        Result(f"search, best 100 {of}", found * 1000, "ms", f"a loop over rows, {naive * 1000:.0f} ms", naive / found),
        Result(
            f"search, all ranked {of}", ranked * 1000, "ms", f"a loop over rows, {naive * 1000:.0f} ms", naive / ranked
        ),
        Result(
            f"re-tagging {SOUNDS:,} sounds, {TAGS} tags",
            tagged * 1000,
            "ms",
            f"tag by tag, {one_by_one * 1000:.0f} ms",
            one_by_one / tagged,
        ),
    ]


def median(work: Callable[[], None], *, rounds: int = _ROUNDS) -> float:
    """Median wall time of some rounds in seconds."""
    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        times.append(time.perf_counter() - began)
    return float(np.median(times))
