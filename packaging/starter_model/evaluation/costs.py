"""What the bundled embedder costs: bytes on the disk, processor time, memory; each in words with its unit.

Times are processor time and not the wall's, in processes of their own: the wall tells more of what else the machine
does. The medians of several runs are taken.
"""

import json
import platform
import re
import statistics
import subprocess
import sys
from pathlib import Path

from desktop_app.engine.starter import starter_files

_BESIDE = (starter_files.CONFIG, "reference.safetensors")
"""Files that the app reads and that `config.json` does not name."""
_STARTS = 5
_COLD = """
import sys
import time
from pathlib import Path
from desktop_app.engine.embedders.embedders import load_embedder
from desktop_app.engine.starter.starter_files import starter_spec
embedder = load_embedder(starter_spec(Path(sys.argv[1])))
embedder.embed_text(["dog barking"])
answered = time.process_time()
import psutil
used = psutil.Process()
print(answered, used.memory_info().rss / 1e6)
"""
_WARM = """
import statistics
import numpy as np
def spent(once):
    began = time.process_time()
    once()
    return time.process_time() - began
def median(once):
    once()
    return statistics.median(spent(once) for _ in range(30))
sound = (0.1 * np.random.default_rng(0).standard_normal(160_000)).astype(np.float32)
texts = ["rain on a tin roof", "kick drum", "a slow, dark ambient drone with metallic overtones"]
print(median(lambda: embedder.embed_audio([sound])), median(lambda: embedder.embed_audio([sound[:9600]])))
print(median(lambda: embedder.embed_text(texts)) / len(texts), used.memory_info().rss / 1e6)
"""


def costs(folder: Path, app: Path) -> dict[str, str]:
    """Of the embedder in `folder`, run by the package `desktop_app` in the folder `app`; takes half a minute."""
    cold = [_numbers(_COLD, folder, app) for _start in range(_STARTS)]
    *_, ten, short, query, used = _numbers(_COLD + _WARM, folder, app)
    first, fresh = (statistics.median(column) for column in zip(*cold, strict=True))
    return {
        "files that the app reads": f"{size(folder) / 1e6:.1f} MB",
        "hearing 10 s": f"{1e3 * ten:.0f} ms",
        "hearing a one-shot of 0.6 s": f"{1e3 * short:.1f} ms",
        "reading a query": f"{1e3 * query:.1f} ms",
        "first answer of a cold process": f"{first:.2f} s",
        "memory of that process": f"{fresh:.0f} MB",
        "its memory when it has heard 10 s": f"{used:.0f} MB",
        "measured on": f"one core of {processor()}",
    }


def size(folder: Path) -> int:
    """Bytes of the files that the app reads."""
    named = json.loads((folder / starter_files.CONFIG).read_text(encoding="utf-8"))["files"]
    return sum((folder / name).stat().st_size for name in (*named, *_BESIDE))


def processor(description: Path = Path("/proc/cpuinfo")) -> str:
    """What the machine's processor calls itself."""
    if description.is_file():
        named = re.search(r"^model name\s*:\s*(.+)$", description.read_text(encoding="utf-8"), re.MULTILINE)
        if named:
            return named[1].strip()
    return platform.processor() or platform.machine()


def _numbers(script: str, folder: Path, app: Path) -> tuple[float, ...]:
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder.resolve())], cwd=app, capture_output=True, text=True, check=True
    )
    return tuple(float(word) for word in done.stdout.split())
