"""OpenVINO as it is used here: what cannot be converted is said, graphs run one after the other as one."""

from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor, nn

from desktop_app.engine.clap.openvino_runtime import Runtime

pytestmark = pytest.mark.filterwarnings("ignore:.*torch.jit.trace")  # which is how OpenVINO follows a module
ROWS = np.arange(12, dtype=np.float32).reshape(3, 4)


class Loops(nn.Module):
    """Something that tracing cannot follow."""

    def forward(self, rows: Tensor) -> Tensor:
        raise RuntimeError("no way through")


@pytest.fixture(scope="module")
def runtime() -> Runtime:
    return Runtime()


def linear(seed: int) -> nn.Linear:
    torch.manual_seed(seed)
    return nn.Linear(4, 4).eval()


def test_graphs_run_one_after_the_other(runtime: Runtime, tmp_path: Path) -> None:
    layers, files = [linear(1), linear(2)], [tmp_path / "1.xml", tmp_path / "2.xml"]
    for layer, file in zip(layers, files, strict=True):
        runtime.convert(layer, torch.zeros(3, 4), file)
    with torch.no_grad():
        expected = layers[1](layers[0](torch.from_numpy(ROWS))).numpy()
    graph = runtime.load(files, "float32")
    first = graph.run(ROWS)
    np.testing.assert_allclose(first, expected, atol=1e-5)
    graph.run(ROWS * 2)
    np.testing.assert_allclose(first, expected, atol=1e-5, err_msg="a result changed after it was handed out")


def test_a_free_size_takes_any(runtime: Runtime, tmp_path: Path) -> None:
    runtime.convert(linear(1), torch.zeros(3, 4), tmp_path / "1.xml", shapes=[(-1, 4)])
    graph = runtime.load([tmp_path / "1.xml"], "float32")
    assert [graph.run(ROWS[:count]).shape for count in (1, 3, 2)] == [(1, 4), (3, 4), (2, 4)]


def test_what_cannot_be_converted_is_said(runtime: Runtime, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        runtime.convert(Loops(), torch.zeros(3, 4), tmp_path / "1.xml")


def test_a_missing_or_damaged_graph_is_said(runtime: Runtime, tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        runtime.load([tmp_path / "none.xml"], "float32")
    (tmp_path / "damaged.xml").write_text("<net")
    with pytest.raises(RuntimeError):
        runtime.load([tmp_path / "damaged.xml"], "float32")


def test_it_says_what_it_is_and_where(runtime: Runtime) -> None:
    assert runtime.version.split(".")[0].isdecimal()
    assert "FP32" in runtime.machine
