"""How weights reach a graph, and what a network does when memory runs out."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from onnx import TensorProto, helper

from desktop_app.engine.starter.onnx_network import OnnxNetwork, full_precision
from tests.starter_files import ROOT


def matrix_graph(rows: int, columns: int) -> bytes:
    """product = x @ matrix, whose numbers are not in the graph."""
    matrix = TensorProto(name="matrix", data_type=TensorProto.FLOAT, dims=(rows, columns))
    matrix.data_location = TensorProto.EXTERNAL
    matrix.external_data.add(key="location", value="elsewhere")
    values = [helper.make_tensor_value_info(name, TensorProto.FLOAT, ["n", None]) for name in ("x", "product")]
    node = helper.make_node("MatMul", ["x", "matrix"], ["product"])
    graph = helper.make_graph([node], "matrix", values[:1], values[1:], [matrix])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)
    return model.SerializeToString()


def test_a_graph_computes_with_the_weights_that_it_is_handed() -> None:
    matrix = np.arange(6, dtype=np.float32).reshape(2, 3)
    network = OnnxNetwork(matrix_graph(2, 3), {"matrix": matrix})
    x = np.array([[1.0, 10.0]], dtype=np.float32)
    assert network.run(x=x)["product"].tolist() == [[30.0, 41.0, 52.0]]


def test_a_turned_matrix_is_a_weight_like_any_other() -> None:
    turned = np.arange(6, dtype=np.float16).reshape(3, 2).T
    network = OnnxNetwork(matrix_graph(2, 3), full_precision({"matrix": turned}))
    assert network.run(x=np.array([[1.0, 10.0]], dtype=np.float32))["product"].tolist() == [[10.0, 32.0, 54.0]]


def test_weights_may_be_thrown_away_or_overwritten_afterwards() -> None:
    """Otherwise they would be kept twice in memory, or read after they are gone."""
    matrix = np.ones((300, 200), dtype=np.float32)
    network = OnnxNetwork(matrix_graph(300, 200), {"matrix": matrix})
    matrix[...] = np.nan
    assert (network.run(x=np.ones((1, 300), dtype=np.float32))["product"] == 300.0).all()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be told to run out of memory")
def test_missing_memory_is_a_memory_error_and_says_nothing_on_the_error_output() -> None:
    """The child ends itself on a MemoryError, and the parent starts another one."""
    script = (
        "import resource, psutil, numpy as np\n"
        "from tests.unit.engine.starter.test_onnx_network import OnnxNetwork, matrix_graph\n"
        "network = OnnxNetwork(matrix_graph(1, 100_000), {'matrix': np.ones((1, 100_000), dtype=np.float32)})\n"
        "limit = psutil.Process().memory_info().vms + 50_000_000\n"
        "resource.setrlimit(resource.RLIMIT_AS, (limit, limit))\n"
        "try:\n"
        "    network.run(x=np.ones((1_000, 1), dtype=np.float32))\n"
        "except MemoryError:\n"
        "    print('out of memory')\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=ROOT)
    assert (done.returncode, done.stdout, done.stderr) == (0, "out of memory\n", "")


def test_an_int8_matrix_has_a_scale_for_each_stretch_of_a_row() -> None:
    stored = {
        "matrix": np.array([[1, 2, 3, 4], [-5, 6, -7, 8]], dtype=np.int8),
        "matrix.scale": np.array([[0.5, 2.0], [1.0, 0.25]], dtype=np.float32),
        "bias": np.array([1.0, 2.0], dtype=np.float16),
    }
    restored = full_precision(stored)
    assert restored.keys() == {"matrix", "bias"}
    assert restored["matrix"].tolist() == [[0.5, 1.0, 6.0, 8.0], [-5.0, 6.0, -1.75, 2.0]]
    assert restored["bias"].dtype == np.float32


def test_the_runtime_keeps_no_number_for_this_machine_and_nothing_to_send(tmp_path: Path) -> None:
    # Whoever builds in public is not counted either, so that must not be what helps.
    others = {
        name: value for name, value in os.environ.items() if name != "CI" and not name.startswith(("ORT_", "XDG_"))
    }
    homes = dict.fromkeys(("HOME", "USERPROFILE", "LOCALAPPDATA", "APPDATA"), str(tmp_path))
    command = [sys.executable, "-c", "import desktop_app.engine.starter.onnx_network"]
    subprocess.run(command, env=others | homes, cwd=ROOT, check=True, timeout=60)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
