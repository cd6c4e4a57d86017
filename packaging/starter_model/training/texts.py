"""What MiniLM makes of the captions, read once and kept in the cache."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file, save_file
from tokenizers import Tokenizer

from desktop_app.engine.minilm import SentenceEncoder


def meanings(phrases: Sequence[str], network: Path, cache: Path) -> NDArray[np.float32]:
    """Phrases -> [n, 384] of unit length. `network` is the folder with MiniLM's graph, weights and tokenizer."""
    weights = hashlib.sha256((network / "minilm.safetensors").read_bytes()).hexdigest()
    path = cache / "meanings" / f"{hashlib.sha256('|'.join([weights, *phrases]).encode()).hexdigest()[:16]}.safetensors"
    if not path.exists():
        tokenizer = Tokenizer.from_file(str(network / "tokenizer.json"))
        graph = (network / "minilm.onnx").read_bytes()
        encoder = SentenceEncoder(graph, load_file(network / "minilm.safetensors"), tokenizer)
        path.parent.mkdir(parents=True, exist_ok=True)
        save_file({"meanings": np.stack([encoder.encode(phrase) for phrase in phrases])}, path)
    return load_file(path)["meanings"]
