"""The command line as it is, with a network that is loaded at once: `python -m tests.faults.quick_earmark index`.

What it hears is noted in the profile's folder; see `noting.py`.
"""

import sys
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

import desktop_app.app
import desktop_app.open_profile.listening
from desktop_app.__main__ import main
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.processes.embedding_process import EmbeddingProcess
from tests.fakes import DIMENSION, fake_spec


def _reference(*_: Any, **__: Any) -> Vectors:
    return np.random.default_rng(0).normal(0, 0.3, (300, DIMENSION)).astype(np.float32)


if __name__ == "__main__":
    app: Any = desktop_app.app
    profile = Path(sys.argv[sys.argv.index("--profile") + 1])
    app.spec_of = lambda *_: fake_spec(profile)
    listening: Any = desktop_app.open_profile.listening
    listening.EmbeddingProcess = partial(EmbeddingProcess, loader="tests.faults.noting:load_noting")
    listening.reference_embeddings = _reference
    sys.exit(main())
