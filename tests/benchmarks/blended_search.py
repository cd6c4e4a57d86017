"""A slider that is moved: an example, words and words to keep away from, added up anew over 100,000 sounds."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from desktop_app.core.blend import blend
from desktop_app.core.calibration import calibrate_standing
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.searching.standings import Standings
from desktop_app.engine.tagging.prompts import Prompts
from tests.benchmarks.result import Result
from tests.benchmarks.search_and_tags import DIMENSION, SOUNDS, median
from tests.library_maker import open_library

_REFERENCES = 1_053
"""As many reference sounds as ship with the bundled embedder."""


def run() -> list[Result]:
    """Medians of a few rounds each; texts are embedded already, as they are when a slider is moved."""
    generator = np.random.default_rng(0)
    vectors = generator.standard_normal((SOUNDS, DIMENSION), dtype=np.float32)
    reference = generator.standard_normal((_REFERENCES, DIMENSION), dtype=np.float32)

    def embed(texts: Sequence[str]) -> Vectors:
        return generator.standard_normal((len(texts), DIMENSION), dtype=np.float32)

    with TemporaryDirectory() as folder, open_library(Path(folder)) as library:
        prompts = Prompts(library.cache, "bench", embed)
        standings = Standings(prompts, lambda: reference)

        def words_alone() -> None:
            np.argsort(-(vectors @ prompts.vector("metallic")), kind="stable")

        def blended() -> None:
            wanted = [
                (1.0, standings.of_text("metallic", vectors)),
                (0.7, standings.of_example(vectors[7], vectors)),
            ]
            standing = blend(wanted, [(0.5, standings.of_text("reverb", vectors))])
            calibrate_standing(standing)
            np.argsort(-standing, kind="stable")

        alone, mixed = median(words_alone), median(blended)
    return [
        Result(
            f"example, words and a minus, {SOUNDS:,} sounds",
            mixed * 1000,
            "ms",
            f"words alone, {alone * 1000:.0f} ms",
            alone / mixed,
        )
    ]
