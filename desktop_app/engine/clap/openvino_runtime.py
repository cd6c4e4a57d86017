"""OpenVINO as this program uses it: one thread, a stated precision, the same bits every time, and nothing sent home.

The only file that imports OpenVINO. Its Python package tells Google Analytics of each import, unless the package that
does the telling is missing; so it is kept from being imported.
"""

import sys
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

Precision = Literal["float32", "bfloat16"]

_TELLING = "openvino_telemetry"
_PRECISIONS = {"float32": "f32", "bfloat16": "bf16"}


class Runtime:
    """OpenVINO's processor device."""

    def __init__(self) -> None:
        """Raises ImportError where OpenVINO is not installed."""
        self._openvino = _import()
        self._core: Any = self._openvino.Core()

    @property
    def version(self) -> str:
        """For example `2026.4.1`."""
        return str(self._openvino.__version__).partition("-")[0]

    @property
    def machine(self) -> str:
        """The processor's name, and what it computes with: what may be quick and exact on one may not be on another."""
        name = self._core.get_property("CPU", "FULL_DEVICE_NAME")
        abilities = sorted(self._core.get_property("CPU", "OPTIMIZATION_CAPABILITIES"))
        return f"{name} ({', '.join(abilities)})"

    def load(self, graphs: Sequence[Path], precision: Precision) -> "Graph":
        """Graphs from files, each of one input except perhaps the first, run one after the other as one.

        Raises RuntimeError when a file is missing or damaged. The weights stay mapped from the files.
        """
        models = [self._core.read_model(str(path)) for path in graphs]
        joined = models[0]
        for model in models[1:]:
            end = joined.get_results()[0].input(0).get_source_output()
            model.get_parameters()[0].output(0).replace(end)
            joined = self._openvino.Model(model.get_results(), joined.get_parameters())
        settings = {
            "INFERENCE_NUM_THREADS": 1,
            "NUM_STREAMS": 1,
            "PERFORMANCE_HINT": "LATENCY",
            "ENABLE_CPU_PINNING": False,  # several children would all be bound to the same core
            "INFERENCE_PRECISION_HINT": _PRECISIONS[precision],  # unsaid, it is bfloat16 where the processor has it
        }
        return Graph(self._core.compile_model(joined, "CPU", settings).create_infer_request())

    def convert(self, module: Any, example: Any, path: Path, *, shapes: Sequence[Sequence[int]] | None = None) -> None:
        """Trace a torch module with example inputs and save it in full precision as `path` (.xml; weights beside it).

        `shapes`: of the inputs, -1 where a size is free; None: those of the example. Raises RuntimeError when OpenVINO
        cannot do it, and whatever the module raises.
        """
        sizes = None if shapes is None else [self._openvino.PartialShape(list(shape)) for shape in shapes]
        fixed = [list(tensor.shape) for tensor in (example if isinstance(example, tuple) else (example,))]
        refused: type[Exception] = import_module("openvino.tools.ovc.error").BasicError
        try:
            model = self._openvino.convert_model(module, example_input=example, input=sizes or fixed)
        except refused as error:
            raise RuntimeError(f"OpenVINO cannot convert it: {error}") from error
        self._openvino.save_model(model, str(path), compress_to_fp16=False)


class Graph:
    """A network that is ready to run; one thread at a time may run it."""

    def __init__(self, request: Any) -> None:
        self._request = request

    def run(self, *inputs: NDArray[np.generic]) -> NDArray[np.float32]:
        """Inputs in the graph's order -> its output, which the caller may keep."""
        result: NDArray[np.float32] = self._request.infer(list(inputs))[0]
        return result


def _import() -> Any:
    sys.modules.setdefault(_TELLING, None)  # type: ignore[arg-type]  # None makes an import of it fail
    return import_module("openvino")
