"""What MiniLM makes of the captions, read once and kept in the cache."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file
from tokenizers import Tokenizer
from whole_files import save_whole

from desktop_app.engine.starter import starter_files
from desktop_app.engine.starter.minilm import SentenceEncoder


def sentence_encoder(network: Path) -> SentenceEncoder:
    """MiniLM out of the folder with its graph, weights and tokenizer."""
    return SentenceEncoder(
        (network / starter_files.MINILM_GRAPH).read_bytes(),
        load_file(network / starter_files.MINILM),
        Tokenizer.from_file(str(network / starter_files.TOKENIZER)),
    )


def meanings(phrases: Sequence[str], network: Path, cache: Path) -> NDArray[np.float32]:
    """Phrases -> [n, 384] of unit length. `network` is the folder with MiniLM's graph, weights and tokenizer."""
    weights = hashlib.sha256((network / starter_files.MINILM).read_bytes()).hexdigest()
    path = cache / "meanings" / f"{hashlib.sha256('|'.join([weights, *phrases]).encode()).hexdigest()[:16]}.safetensors"
    if not path.exists():
        encoder = sentence_encoder(network)
        save_whole(path, {"meanings": np.stack([encoder.encode(phrase) for phrase in phrases])})
    return load_file(path)["meanings"]
