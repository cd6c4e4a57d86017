"""The networks' graphs without their weights: `yamnet.onnx` and `minilm.onnx`, a few kilobytes each.

Every weight stands in a graph by name, type and shape only; `engine.starter.onnx_network` hands the numbers over from
the safetensors files. So weights stay in one format, and a graph can be read and compared.
"""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from onnx import ModelProto, NodeProto, TensorProto, ValueInfoProto, helper

from desktop_app.engine.starter import minilm, yamnet

Shape = Sequence[int | str]

_OPSET: Final = 20  # the first with Gelu
_IR_VERSION: Final = 9  # that of the same release of onnx


class Graph:
    """A graph that is being written: nodes in order of execution, weights as names and shapes."""

    def __init__(self) -> None:
        self._nodes: list[NodeProto] = []
        self._weights: list[TensorProto] = []
        self._names: set[str] = set()

    def weight(self, name: str, shape: Sequence[int]) -> str:
        """A weight that is handed over when the graph is loaded."""
        if name not in self._names:
            tensor = TensorProto(name=name, data_type=TensorProto.FLOAT, dims=shape)
            tensor.data_location = TensorProto.EXTERNAL
            tensor.external_data.add(key="location", value="safetensors")
            self._weights.append(tensor)
            self._names.add(name)
        return name

    def constant(self, name: str, numbers: Sequence[int]) -> str:
        """Whole numbers that belong to the graph's form, such as a shape."""
        if name not in self._names:
            self._weights.append(helper.make_tensor(name, TensorProto.INT64, [len(numbers)], numbers))
            self._names.add(name)
        return name

    def number(self, name: str, value: float) -> str:
        """A number that belongs to the graph's form."""
        if name not in self._names:
            self._weights.append(helper.make_tensor(name, TensorProto.FLOAT, [1], [value]))
            self._names.add(name)
        return name

    def add(self, operation: str, inputs: Sequence[str], output: str, **attributes: Any) -> str:
        """One node with one output, whose name is returned."""
        self._nodes.append(helper.make_node(operation, inputs, [output], name=output, **attributes))
        return output

    def to_bytes(self, name: str, inputs: Mapping[str, Shape], outputs: Mapping[str, Shape]) -> bytes:
        """The graph; the same one gives the same bytes."""
        graph = helper.make_graph(self._nodes, name, _values(inputs), _values(outputs), self._weights)
        model: ModelProto = helper.make_model(
            graph, opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_IR_VERSION, producer_name="earmark"
        )
        content: bytes = model.SerializeToString(deterministic=True)
        return content


def _values(shapes: Mapping[str, Shape]) -> list[ValueInfoProto]:
    return [helper.make_tensor_value_info(name, TensorProto.FLOAT, shape) for name, shape in shapes.items()]


def yamnet_graph() -> bytes:
    """Magnitudes [48 (n + 1), 257] -> what `yamnet.PatchFeatures` holds of n patches."""
    graph = Graph()
    mel = graph.add("MatMul", ["magnitudes", graph.weight("mel", (yamnet.BINS, yamnet.BANDS))], "mel_magnitudes")
    offset = graph.add("Add", [mel, graph.number("log_offset", yamnet.LOG_OFFSET)], "mel_offset")
    maps = _patches(graph, graph.add("Log", [offset], "log_mel"))
    maps = _convolution(graph, maps, "conv0", (32, 1, 3, 3), stride=2)
    channels, middle = 32, []
    for layer, (stride, out) in enumerate(zip(yamnet.STRIDES, yamnet.CHANNELS, strict=True), start=1):
        maps = _convolution(graph, maps, f"dw{layer}", (channels, 1, 3, 3), stride=stride, group=channels)
        maps = _convolution(graph, maps, f"pw{layer}", (out, channels, 1, 1))
        channels = out
        if layer in yamnet.MIDDLE_LAYERS:
            middle += [
                _pooled(graph, "GlobalAveragePool", maps, f"mean{layer}"),
                _pooled(graph, "GlobalMaxPool", maps, f"max{layer}"),
            ]
    graph.add("Concat", middle, "middle", axis=1)
    embedding = _pooled(graph, "GlobalAveragePool", maps, "embedding")
    fc = [graph.weight("fc.weight", (yamnet.CLASSES, channels)), graph.weight("fc.bias", (yamnet.CLASSES,))]
    graph.add("Sigmoid", [graph.add("Gemm", [embedding, *fc], "logits", transB=1)], "scores")
    outputs: dict[str, Shape] = {
        "log_mel": ("frames", yamnet.BANDS),
        "scores": ("patches", yamnet.CLASSES),
        "embedding": ("patches", channels),
        "middle": ("patches", yamnet.MIDDLE),
    }
    return graph.to_bytes("yamnet", {"magnitudes": ("frames", yamnet.BINS)}, outputs)


def _patches(graph: Graph, log_mel: str) -> str:
    """Frames [48 (n + 1), 64] -> patches [n, 1, 96, 64], each half of which is a half of its neighbour."""
    halves = graph.add(
        "Reshape", [log_mel, graph.constant("halves.shape", (-1, 1, yamnet.PATCH_HOP, yamnet.BANDS))], "halves"
    )
    one, zero, end = (graph.constant(f"at.{at}", (at,)) for at in (1, 0, -1))
    beyond = graph.constant("at.last", (2**31,))
    first = graph.add("Slice", [halves, zero, end, zero], "first_halves")
    second = graph.add("Slice", [halves, one, beyond, zero], "second_halves")
    return graph.add("Concat", [first, second], "patches", axis=2)


def _convolution(
    graph: Graph, maps: str, name: str, shape: tuple[int, int, int, int], *, stride: int = 1, group: int = 1
) -> str:
    """Convolution, bias, rectifier; padded like TensorFlow's "same": right and below only where the stride is 2."""
    width = shape[-1] // 2
    weights = [graph.weight(f"{name}.weight", shape), graph.weight(f"{name}.bias", shape[:1])]
    convolved = graph.add(
        "Conv",
        [maps, *weights],
        f"{name}.convolved",
        group=group,
        strides=[stride, stride],
        pads=[0, 0, 1, 1] if stride == 2 else [width] * 4,
    )
    return graph.add("Relu", [convolved], name)


def _pooled(graph: Graph, operation: str, maps: str, name: str) -> str:
    return graph.add("Flatten", [graph.add(operation, [maps], f"{name}.map")], name)


def minilm_graph() -> bytes:
    """Tokens' states [tokens, 384] (words + places + kind) -> the text's meaning [1, 384], of unit length."""
    graph = Graph()
    state = _normalised(graph, "states", "embeddings.LayerNorm")
    for layer in range(minilm.LAYERS):
        state = _transformer_layer(graph, state, f"encoder.layer.{layer}")
    mean = graph.add("ReduceMean", [state, graph.constant("tokens.axis", (0,))], "mean", keepdims=1)
    graph.add("LpNormalization", [mean], "meaning", axis=1, p=2)
    return graph.to_bytes("minilm", {"states": ("tokens", minilm.DIMENSION)}, {"meaning": (1, minilm.DIMENSION)})


def _transformer_layer(graph: Graph, state: str, name: str) -> str:
    """Attention of the tokens to each other, then two matrices for each token by itself."""
    split = graph.constant("heads.shape", (-1, minilm.HEADS, minilm.DIMENSION // minilm.HEADS))
    orders = {"query": [1, 0, 2], "key": [1, 2, 0], "value": [1, 0, 2]}
    parts = []
    for part, order in orders.items():
        flat = _linear(graph, state, f"{name}.attention.self.{part}", minilm.DIMENSION, minilm.DIMENSION)
        heads = graph.add("Reshape", [flat, split], f"{flat}.heads")
        parts.append(graph.add("Transpose", [heads], f"{flat}.turned", perm=order))
    query, key, value = parts
    likeness = graph.add("MatMul", [query, key], f"{name}.likeness")
    scaled = graph.add(
        "Mul", [likeness, graph.number("attention_scale", (minilm.DIMENSION / minilm.HEADS) ** -0.5)], f"{name}.scaled"
    )
    attention = graph.add("Softmax", [scaled], f"{name}.attention", axis=-1)
    mixed = graph.add("MatMul", [attention, value], f"{name}.mixed")
    joined = graph.add("Transpose", [mixed], f"{name}.joined", perm=[1, 0, 2])
    flat = graph.add("Reshape", [joined, graph.constant("flat.shape", (-1, minilm.DIMENSION))], f"{name}.flat")
    output = _linear(graph, flat, f"{name}.attention.output.dense", minilm.DIMENSION, minilm.DIMENSION)
    state = graph.add("Add", [output, state], f"{name}.attended")
    state = _normalised(graph, state, f"{name}.attention.output.LayerNorm")
    inner = _linear(graph, state, f"{name}.intermediate.dense", minilm.DIMENSION, minilm.INNER)
    inner = graph.add("Gelu", [inner], f"{name}.gelu")
    output = _linear(graph, inner, f"{name}.output.dense", minilm.INNER, minilm.DIMENSION)
    return _normalised(graph, graph.add("Add", [output, state], f"{name}.thought"), f"{name}.output.LayerNorm")


def _linear(graph: Graph, state: str, name: str, inputs: int, outputs: int) -> str:
    weights = [graph.weight(f"{name}.weight", (outputs, inputs)), graph.weight(f"{name}.bias", (outputs,))]
    return graph.add("Gemm", [state, *weights], name, transB=1)


def _normalised(graph: Graph, state: str, name: str) -> str:
    weights = [graph.weight(f"{name}.{part}", (minilm.DIMENSION,)) for part in ("weight", "bias")]
    return graph.add("LayerNormalization", [state, *weights], name, axis=-1, epsilon=minilm.EPSILON)
