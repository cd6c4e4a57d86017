"""A network in ONNX Runtime: a graph from one file, its weights from another, one thread, the same bits every time.

ONNX Runtime is a tenth of torch in size and in the time that it takes to import; what it computes on one thread depends
on nothing but its input.
"""

import os
from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

# Before it is loaded (`disable_telemetry_events` comes too late): from 1.29 on it begins by keeping a number for this
# machine, and sending a message with it to its makers.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"
import onnxruntime
from onnxruntime.capi.onnxruntime_pybind11_state import RuntimeException

Numbers = NDArray[np.float32]
Stored = Mapping[str, NDArray[np.generic]]

_FATAL_ONLY: Final = 4
"""Log severity; what goes wrong below it is raised as well."""
_NO_MEMORY: Final = "bad_alloc"
"""In the message of an error that tells of missing memory."""

onnxruntime.disable_telemetry_events()


class OnnxNetwork:
    """A graph with its weights, ready to run; keeps nothing between calls. One thread at a time may run it."""

    def __init__(self, graph: bytes, weights: Mapping[str, Numbers]) -> None:
        """`weights`: a contiguous float32 array for each weight that the graph names; others are left alone.
        ONNX Runtime copies and rearranges them, so the caller may let go of them.
        """
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # another number gives other bits, and the networks are quick enough on one
        options.inter_op_num_threads = 1
        options.execution_mode = onnxruntime.ExecutionMode.ORT_SEQUENTIAL
        options.enable_cpu_mem_arena = False  # it would keep the memory of the largest run, and gains no time
        options.log_severity_level = _FATAL_ONLY
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.add_session_config_entry("session.inter_op.allow_spinning", "0")
        values = [onnxruntime.OrtValue.ortvalue_from_numpy(weight) for weight in weights.values()]
        options.add_external_initializers(list(weights), values)
        self._session = onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
        self._outputs = [output.name for output in self._session.get_outputs()]

    def run(self, **inputs: Numbers) -> dict[str, Numbers]:
        """Inputs by name -> outputs by name. Raises MemoryError."""
        try:
            return dict(zip(self._outputs, self._session.run(self._outputs, inputs), strict=True))
        except RuntimeException as error:
            if _NO_MEMORY in str(error):
                raise MemoryError from error
            raise


def full_precision(stored: Stored) -> dict[str, Numbers]:
    """Stored tensors -> float32, contiguous; an int8 one [n, m] has a `<name>.scale` [n, k] for k stretches a row."""
    return {
        name: (
            dequantised(tensor, stored[f"{name}.scale"])
            if tensor.dtype == np.int8
            else tensor.astype(np.float32, order="C")
        )
        for name, tensor in stored.items()
        if not name.endswith(".scale")
    }


def dequantised(codes: NDArray[np.generic], scale: NDArray[np.generic]) -> Numbers:
    """Rows of int8 [n, m] and their scales [n, k] -> float32 [n, m]."""
    rows, stretches = scale.shape
    wide = codes.astype(np.float32).reshape(rows, stretches, -1)
    wide *= scale.astype(np.float32)[:, :, None]
    return wide.reshape(rows, -1)


def products(rows: Numbers, vector: Numbers) -> Numbers:
    """Rows [n, m] times a vector [m] -> [n], without BLAS, whose sums depend on the number of its threads."""
    found: Numbers = np.einsum("nm,m->n", rows, vector)
    return found


def of_unit_length(vector: Numbers) -> Numbers:
    """A vector [m] brought to unit length, without BLAS as well; one without length stays as it is."""
    unit: Numbers = vector / np.float32(max(np.sqrt(np.square(vector).sum()), 1e-12))
    return unit
