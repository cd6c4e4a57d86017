"""From the command to the window, and what the processes weigh."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

from tests.benchmarks.result import Result

_DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo"


def run() -> list[Result]:
    """Cold start to the painted window on an indexed library, against the same start with torch imported in the
    GUI process.
    """
    with tempfile.TemporaryDirectory() as scratch:
        profile = Path(scratch) / "profile"
        earmark = [sys.executable, "-m", "desktop_app", "--profile", str(profile)]
        indexed = _timed([*earmark, "index", str(_DEMO)])
        picture = Path(scratch) / "window.png"
        window = _timed([*earmark, "--screenshot", str(picture)])
        searching = _timed([*earmark, "search", "rain"])
    interpreter = _timed([sys.executable, "-c", "import PySide6.QtWidgets"])
    naive = _timed([sys.executable, "-c", "import torch, PySide6.QtWidgets; from transformers import ClapModel"])
    naive_name = f"importing torch, ClapModel and Qt, {naive[0]:.1f} s"
    return [
        Result("cold start to the painted window", window[0], "s", naive_name, naive[0] / window[0]),
        Result(
            "memory of the window's process tree",
            window[1],
            "MB",
            f"the same imports, {naive[1]:.0f} MB",
            naive[1] / window[1],
        ),
        Result("cold search on the command line", searching[0], "s", naive_name, naive[0] / searching[0]),
        Result("indexing the demonstration sounds, cold", indexed[0], "s", naive_name, naive[0] / indexed[0]),
        Result(
            "memory of the indexing process tree",
            indexed[1],
            "MB",
            f"the same imports, {naive[1]:.0f} MB",
            naive[1] / indexed[1],
        ),
        Result("importing Qt alone", interpreter[0], "s", naive_name, naive[0] / interpreter[0]),
    ]


def _timed(command: list[str]) -> tuple[float, float]:
    """Wall seconds, and the largest resident memory of the process tree in MB."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    began = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    largest = 0
    while process.poll() is None:
        largest = max(largest, _tree_bytes(process.pid))
        time.sleep(0.02)
    return time.perf_counter() - began, largest / 1e6


def _tree_bytes(pid: int) -> int:
    try:
        parent = psutil.Process(pid)
        return sum(process.memory_info().rss for process in (parent, *parent.children(recursive=True)))
    except psutil.NoSuchProcess:
        return 0
