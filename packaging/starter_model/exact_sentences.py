"""all-MiniLM-L6-v2 in torch and float64: what `engine.starter.minilm` computes, rounded alike on all machines.

The build reads the classes' names with it, so that it gives the same bytes everywhere, and `verify_sentences.py` holds
the app's own encoder against it.
"""

from collections.abc import Mapping

import numpy as np
import torch
from numpy.typing import NDArray
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from desktop_app.engine.starter.minilm import DIMENSION, EPSILON, HEADS, LAYERS, LONGEST


class ExactSentences:
    """The network with its weights and its tokenizer."""

    def __init__(self, stored: Mapping[str, NDArray[np.generic]], tokenizer: Tokenizer) -> None:
        """`stored`: the tensors of `minilm.safetensors`; `tokenizer` is told not to pad."""
        self._weights = _float64(stored)
        self._tokenizer = tokenizer
        tokenizer.no_padding()
        tokenizer.enable_truncation(LONGEST)

    @torch.inference_mode()
    def encode(self, text: str) -> NDArray[np.float64]:
        """One text -> its meaning, a vector of unit length, [384]."""
        weights = self._weights
        tokens = torch.tensor(self._tokenizer.encode(text).ids)
        words = weights["embeddings.word_embeddings.weight"][tokens]
        places = weights["embeddings.position_embeddings.weight"][: len(tokens)]
        kinds = weights["embeddings.token_type_embeddings.weight"][0]
        state = self._normalise(words + places + kinds, "embeddings.LayerNorm")
        for layer in range(LAYERS):
            state = self._layer(state, f"encoder.layer.{layer}")
        meaning: NDArray[np.float64] = functional.normalize(state.mean(0), dim=0).numpy()
        return meaning

    def _layer(self, state: Tensor, name: str) -> Tensor:
        """One transformer layer over the tokens, [tokens, 384] -> [tokens, 384]."""
        query, key, value = (
            self._linear(state, f"{name}.attention.self.{part}").view(len(state), HEADS, -1).transpose(0, 1)
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
        return functional.layer_norm(state, (DIMENSION,), weight, bias, EPSILON)


def _float64(stored: Mapping[str, NDArray[np.generic]]) -> dict[str, Tensor]:
    """Stored tensors -> float64; int8 ones [n, m] have a `<name>.scale` [n, k] for k stretches a row."""
    wide = {name: torch.from_numpy(tensor).to(torch.float64) for name, tensor in stored.items()}
    return {
        name: (tensor.view(*wide[f"{name}.scale"].shape, -1) * wide[f"{name}.scale"][:, :, None]).view(tensor.shape)
        if f"{name}.scale" in wide
        else tensor
        for name, tensor in wide.items()
        if not name.endswith(".scale")
    }
