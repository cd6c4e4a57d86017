"""How far sounds stand above the usual: for a text, and for likeness to an example. What parts of a search share."""

from collections.abc import Callable

import numpy as np

from desktop_app.core.calibration import measure_background, standing
from desktop_app.core.vector_index import Vectors, likeness
from desktop_app.engine.tagging.prompts import Prompts


class Standings:
    """Measures against the reference sounds, in spreads above the usual. May be used on any thread."""

    def __init__(self, prompts: Prompts, reference: Callable[[], Vectors]) -> None:
        """`reference` gives the embeddings [r, d] of the reference sounds; the first time it may take long."""
        self._prompts = prompts
        self._reference = reference

    def of_text(self, text: str, matrix: Vectors) -> Vectors:
        """Standing [m] of embeddings [m, d] for a text; minus infinity for one that says nothing to the network.

        Raises EmbedderError.
        """
        return self.of_text_scores(text, matrix @ self._prompts.meaning(text))

    def of_text_scores(self, text: str, scores: Vectors) -> Vectors:
        """The same from a text's raw scores [m], for whoever has them."""
        background = measure_background(self._reference(), self._prompts.meaning(text)[None])
        return standing(scores[:, None], background)[:, 0]

    def of_example(self, example: Vectors, matrix: Vectors) -> Vectors:
        """Standing [m] of embeddings [m, d] by their likeness to an example [d]. Raises EmbedderError.

        The background is the example's likeness to the reference sounds, so that an example like which nearly
        everything sounds (a hum) is not alike to everything. On 163 recordings, of pairs 2.25, 3 and 4 spreads alike or
        more 0.51, 0.75 and 0.90 are of the same kind of thing, which is what `calibrate` says of tags.
        """
        return self.of_example_scores(example, likeness(matrix, example))

    def of_example_scores(self, example: Vectors, scores: Vectors) -> Vectors:
        """The same from likenesses [m] to the example, for whoever has them."""
        background = measure_background(_unit(self._reference()), _unit(example[None]))
        return standing(scores[:, None], background)[:, 0]


def _unit(vectors: Vectors) -> Vectors:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    result: Vectors = (vectors / np.maximum(lengths, np.float32(1e-12))).astype(np.float32)
    return result
