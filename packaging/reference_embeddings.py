"""Computes the bundled embedder's embeddings of the reference sounds, resources/model/starter/reference.safetensors.

    python packaging/reference_embeddings.py            write the file
    python packaging/reference_embeddings.py --check    compute them and compare with the file

To be run after every change of the bundled embedder or of `desktop_app/core/synthesis`; the file says of which state of
those sources it was made. On one machine it comes out the same byte for byte; another processor may round differently,
so the check compares numbers.
"""

import argparse
import hashlib
import sys
from pathlib import Path

import numpy as np
from safetensors import safe_open
from safetensors.numpy import save_file

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from desktop_app.core.vector_index import Vectors  # noqa: E402
from desktop_app.engine.embedding_process import InProcessWorker  # noqa: E402
from desktop_app.engine.reference import NAMES_KEY, background_names, compute_reference  # noqa: E402
from desktop_app.engine.starter_files import starter_spec  # noqa: E402

STARTER = ROOT / "resources" / "model" / "starter"
TARGET = STARTER / "reference.safetensors"
SOURCES_KEY = "sources"
"""Under this key the file's metadata has the digest of the sources that its sounds were made by."""
LARGEST_DIFFERENCE = 0.01
"""Of two embeddings, relative to their length; float16 alone makes 0.0005."""


def sources_digest() -> str:
    """SHA-256 (hex) over the modules that make the reference sounds."""
    digest = hashlib.sha256()
    for path in sorted((ROOT / "desktop_app" / "core" / "synthesis").glob("*.py")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def main() -> int:
    """Write or check the file; returns 1 if the check fails."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="compare with the file instead of writing it")
    arguments = parser.parse_args()
    spec = starter_spec(STARTER, threads=1)
    vectors = compute_reference(InProcessWorker(spec).embed_samples)
    if arguments.check:
        return _compare(spec.embedder_id, vectors)
    metadata = {NAMES_KEY: "\n".join(background_names()), SOURCES_KEY: sources_digest()}
    save_file({spec.embedder_id: vectors.astype(np.float16)}, TARGET, metadata=metadata)
    print(f"{TARGET.relative_to(ROOT)}: {len(vectors)} sounds, {TARGET.stat().st_size:,} bytes")
    return 0


def _compare(embedder_id: str, vectors: Vectors) -> int:
    with safe_open(TARGET, framework="numpy") as file:
        names = file.metadata()[NAMES_KEY].splitlines()
        if embedder_id not in file.keys() or names != background_names():  # noqa: SIM118 (it is no mapping)
            print(f"{TARGET.name} is of another embedder or of other sounds.")
            return 1
        stored = file.get_tensor(embedder_id).astype(np.float32)
    differences = np.linalg.norm(stored - vectors, axis=1) / np.linalg.norm(vectors, axis=1)
    wrong = [name for name, difference in zip(names, differences, strict=True) if difference > LARGEST_DIFFERENCE]
    print(f"{len(names) - len(wrong)} of {len(names)} sounds agree.", *wrong[:20], sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
