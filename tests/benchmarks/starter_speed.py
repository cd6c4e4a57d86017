"""The bundled embedder: how quick, how heavy, how soon ready; against the time of the sound and the import of torch."""

import statistics
import subprocess
import sys
import time
from collections.abc import Callable

import numpy as np

from desktop_app.engine.embedders.embedders import load_embedder
from desktop_app.engine.starter.starter_files import starter_spec
from desktop_app.open_profile.embedder_list import starter_folder
from tests.benchmarks.result import Result

_REPEATS = 30
_TEXTS = ("rain on a tin roof", "kick drum", "a slow, dark ambient drone with metallic overtones")
_USED = """
import psutil
used = psutil.Process()
print(sum(used.cpu_times()[:2]), used.memory_info().rss / 1e6)
"""
_FIRST_ANSWER = """
from desktop_app.open_profile.embedder_list import starter_folder
from desktop_app.engine.embedders.embedders import load_embedder
from desktop_app.engine.starter.starter_files import starter_spec
load_embedder(starter_spec(starter_folder())).embed_text(["dog barking"])
"""


def run() -> list[Result]:
    """Milliseconds of one core, and what a fresh process takes to its first answer."""
    embedder = load_embedder(starter_spec(starter_folder()))
    sound = (np.random.default_rng(0).standard_normal(160_000) * 0.1).astype(np.float32)
    ten = _milliseconds(lambda _n: embedder.embed_audio([sound]))
    short = _milliseconds(lambda _n: embedder.embed_audio([sound[:9_600]]))
    query = _milliseconds(lambda n: embedder.embed_text([_TEXTS[n % len(_TEXTS)]]))
    cold, torch = _cold(_FIRST_ANSWER), _cold("import torch")
    importing = f"import torch, {torch[0]:.2f} s"
    return [
        Result("hearing 10 s", ten, "ms", "the time it lasts", 10_000 / ten),
        Result("hearing a one-shot of 0.6 s", short, "ms", "the time it lasts", 600 / short),
        Result("reading a query", query, "ms"),
        Result("first answer of a cold process", cold[0], "s CPU", importing, torch[0] / cold[0]),
        Result("its memory", cold[1], "MB", f"import torch, {torch[1]:.0f} MB", torch[1] / cold[1]),
    ]


def _milliseconds(once: Callable[[int], object]) -> float:
    """Median of the processor time; the wall tells more of what else the machine does."""
    once(0)
    spent = []
    for number in range(_REPEATS):
        began = time.process_time()
        once(number)
        spent.append(time.process_time() - began)
    return 1e3 * statistics.median(spent)


def _cold(script: str) -> tuple[float, float]:
    """Processor seconds and resident MB of a fresh process; the second start of two, with files cached."""
    for _start in range(2):
        done = subprocess.run([sys.executable, "-c", script + _USED], capture_output=True, text=True, check=True)
    seconds, megabytes = map(float, done.stdout.split())
    return seconds, megabytes
