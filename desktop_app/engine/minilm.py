"""all-MiniLM-L6-v2: a small network that turns an English text into a vector of its meaning, in torch.

It is a BERT of 6 layers (Microsoft and the sentence-transformers project, Apache-2.0). Written out here because
importing transformers costs seconds and 100 MB, which a text query of 5 ms is not worth. Matrices are stored as int8
with a scale for each stretch of a row.
"""

from collections.abc import Mapping
from typing import Final

import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

DIMENSION: Final = 384
LAYERS: Final = 6
LONGEST: Final = 128
"""Tokens of a text that are read; the length that the network was trained with."""
_HEADS: Final = 12
_EPSILON: Final = 1e-12  # of the layer normalisations, from the network's config.json


class SentenceEncoder:
    """The network with its weights and its tokenizer; keeps nothing between calls."""

    def __init__(self, weights: Mapping[str, Tensor], tokenizer: Tokenizer) -> None:
        """`weights` as `full_precision` gives them, float32 or float64; `tokenizer` is told not to pad."""
        self._weights = dict(weights)
        self._tokenizer = tokenizer
        tokenizer.no_padding()
        tokenizer.enable_truncation(LONGEST)

    def encode(self, text: str) -> Tensor:
        """One text -> its meaning, a vector of unit length, [384].

        Texts are read one at a time, so that a text has the same bits whatever else is asked in the same breath.
        """
        weights = self._weights
        tokens = torch.tensor(self._tokenizer.encode(text).ids)
        words = weights["embeddings.word_embeddings.weight"][tokens]
        places = weights["embeddings.position_embeddings.weight"][: len(tokens)]
        kinds = weights["embeddings.token_type_embeddings.weight"][0]
        state = self._normalise(words + places + kinds, "embeddings.LayerNorm")
        for layer in range(LAYERS):
            state = self._layer(state, f"encoder.layer.{layer}")
        return functional.normalize(state.mean(0), dim=0)

    def _layer(self, state: Tensor, name: str) -> Tensor:
        """One transformer layer over the tokens, [tokens, 384] -> [tokens, 384]."""
        query, key, value = (
            self._linear(state, f"{name}.attention.self.{part}").view(len(state), _HEADS, -1).transpose(0, 1)
            for part in ("query", "key", "value")
        )
        attention = torch.softmax(query @ key.transpose(1, 2) / query.shape[-1] ** 0.5, dim=-1)
        mixed = (attention @ value).transpose(0, 1).reshape(len(state), -1)
        mixed = self._linear(mixed, f"{name}.attention.output.dense")
        state = self._normalise(mixed + state, f"{name}.attention.output.LayerNorm")
        inner = functional.gelu(self._linear(state, f"{name}.intermediate.dense"))
        return self._normalise(self._linear(inner, f"{name}.output.dense") + state, f"{name}.output.LayerNorm")

    def _linear(self, state: Tensor, name: str) -> Tensor:
        return functional.linear(state, self._weights[f"{name}.weight"], self._weights[f"{name}.bias"])

    def _normalise(self, state: Tensor, name: str) -> Tensor:
        weight, bias = self._weights[f"{name}.weight"], self._weights[f"{name}.bias"]
        return functional.layer_norm(state, (DIMENSION,), weight, bias, _EPSILON)


def full_precision(stored: Mapping[str, Tensor], dtype: torch.dtype = torch.float32) -> dict[str, Tensor]:
    """Stored tensors -> tensors of `dtype`; int8 ones [n, m] have a `<name>.scale` [n, k] for k stretches a row."""
    return {
        name: _dequantised(tensor, stored[f"{name}.scale"], dtype) if tensor.dtype == torch.int8 else tensor.to(dtype)
        for name, tensor in stored.items()
        if not name.endswith(".scale")
    }


def _dequantised(codes: Tensor, scale: Tensor, dtype: torch.dtype) -> Tensor:
    rows, stretches = scale.shape
    return (codes.to(dtype).view(rows, stretches, -1) * scale.to(dtype)[:, :, None]).view(rows, -1)
