"""all-MiniLM-L6-v2: a small network that turns an English text into a vector of its meaning.

It is a BERT of 6 layers (Microsoft and the sentence-transformers project, Apache-2.0), whose graph
`packaging/starter_model` writes. Matrices are stored as int8 with a scale for each stretch of a row; the words', half
of all weights, stay so in memory, as a text needs only a few rows of them.
"""

from typing import Final

import numpy as np
from tokenizers import Tokenizer

from desktop_app.engine.starter.onnx_network import Numbers, OnnxNetwork, Stored, dequantised, full_precision

DIMENSION: Final = 384
LAYERS: Final = 6
HEADS: Final = 12
INNER: Final = 1536
"""Numbers between the two matrices of a layer."""
EPSILON: Final = 1e-12
"""Of the layer normalisations, from the network's config.json."""
LONGEST: Final = 128
"""Tokens of a text that are read; the length that the network was trained with."""

_WORDS: Final = "embeddings.word_embeddings.weight"
_PLACES: Final = "embeddings.position_embeddings.weight"
_KINDS: Final = "embeddings.token_type_embeddings.weight"


class SentenceEncoder:
    """The network with its weights and its tokenizer; keeps nothing between calls."""

    def __init__(self, graph: bytes, weights: Stored, tokenizer: Tokenizer) -> None:
        """`weights` by their names in BERT, int8 matrices with `<name>.scale`; `tokenizer` is told not to pad."""
        self._words, self._word_scales = weights[_WORDS], weights[f"{_WORDS}.scale"]
        rest = full_precision({name: weight for name, weight in weights.items() if not name.startswith(_WORDS)})
        self._places = rest.pop(_PLACES)[:LONGEST] + rest.pop(_KINDS)[0]
        self._network = OnnxNetwork(graph, rest)
        self._tokenizer = tokenizer
        tokenizer.no_padding()
        tokenizer.enable_truncation(LONGEST)

    def encode(self, text: str) -> Numbers:
        """One text -> its meaning, a vector of unit length, [384].

        Texts are read one at a time, so that a text has the same bits whatever else is asked in the same breath.
        """
        tokens = np.array(self._tokenizer.encode(text).ids)
        words = dequantised(self._words[tokens], self._word_scales[tokens])
        meaning: Numbers = self._network.run(states=words + self._places[: len(tokens)])["meaning"][0]
        return meaning
