"""Writes down how the bundled embedder hears and reads some sounds and texts: resources/model/starter/golden.npz.

    python packaging/starter_model/golden.py

To be run when its embedder id has changed, after build.py, and for no other reason: tests and `earmark embedder check`
hold every machine against it.
"""

import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from desktop_app.engine.embedders.embedder_check_starter import GOLDEN, golden_embeddings  # noqa: E402
from desktop_app.engine.embedders.embedders import load_embedder  # noqa: E402
from desktop_app.engine.starter.starter_files import starter_spec  # noqa: E402

STARTER = ROOT / "resources" / "model" / "starter"


def main() -> None:
    embedder = load_embedder(starter_spec(STARTER))
    np.savez(STARTER / GOLDEN, embedder_id=embedder.embedder_id, embeddings=golden_embeddings(embedder))


if __name__ == "__main__":
    main()
