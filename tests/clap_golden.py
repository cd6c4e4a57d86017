"""What CLAP's embeddings were when `FRONT_END_VERSION` was last raised: a small checkpoint whose numbers all come from
their names, some sounds and texts, and their embeddings.

`python -m tests.clap_golden` writes the file anew, after the version was raised and for no other reason.
"""

import hashlib
import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load_file, save_file

from desktop_app.core.sound import Samples
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.embedders.embedder import Embedder, EmbedderSpec
from desktop_app.engine.embedders.embedders import load_embedder
from desktop_app.engine.embedders.model_files import clap_spec
from tests.clap_checkpoint import save_checkpoint

FILE = Path(__file__).parent / "data" / "clap_golden.json"
TEXTS = ("rain", "a dog barks twice behind a closed door")
_RATE = 48_000
_DIGITS = 7


def golden_checkpoint(folder: Path) -> Path:
    """The small architecture; each weight is drawn from a generator that is seeded by its name."""
    save_checkpoint(folder)
    file = folder / "model.safetensors"
    tensors = {name: _drawn(name, tensor) for name, tensor in load_file(file).items()}
    save_file(tensors, file, metadata={"format": "pt"})
    return folder


def golden_sounds() -> list[Samples]:
    """0.5, 4 and 25 s: rising tones that come and go, which need no random numbers."""
    return [_tones(seconds) for seconds in (0.5, 4.0, 25.0)]


def embeddings(embedder: Embedder) -> Vectors:
    """Of the sounds, then of the texts [n, dimension]."""
    return np.concatenate([embedder.embed_audio(golden_sounds()), embedder.embed_text(TEXTS)])


def golden_spec(root: Path, *, towers: Path | None) -> EmbedderSpec:
    """The golden checkpoint, made in `root`."""
    return clap_spec("golden", golden_checkpoint(root / "clap"), recorded=root / "digests.json", towers=towers)


def version(spec: EmbedderSpec) -> str:
    """The part of an id that is ours: the front end's version and the precision."""
    return "/".join(spec.embedder_id.split("/")[2:])


def _drawn(name: str, tensor: NDArray[np.generic]) -> NDArray[np.generic]:
    if not np.issubdtype(tensor.dtype, np.floating):
        return tensor
    seed = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big")
    uniform = np.random.default_rng(seed).random(tensor.shape) * 2 - 1
    if name.endswith("audio_encoder.batch_norm.running_mean"):
        drawn = uniform - 40
    elif name.endswith("audio_encoder.batch_norm.running_var"):
        drawn = uniform + 400
    elif name.endswith("running_var"):
        drawn = uniform * 0.1 + 1
    elif tensor.ndim >= 2:
        drawn = uniform * np.sqrt(3 / tensor[0].size)
    else:
        drawn = uniform * 0.1 + (0 if name.endswith(("bias", "mean")) else 1)
    return np.asarray(drawn, dtype=tensor.dtype)


def _tones(seconds: float) -> Samples:
    time = np.arange(round(seconds * _RATE)) / _RATE
    rising = np.sin(2 * np.pi * (200 + 900 * time / seconds) * time)
    high = np.sin(2 * np.pi * 5000 * time) * (np.sin(2 * np.pi * 3 * time) > 0.5)
    return (0.5 * rising * np.abs(np.sin(7 * time)) + 0.2 * high).astype(np.float32)


def _write() -> None:
    with tempfile.TemporaryDirectory() as folder:
        spec = golden_spec(Path(folder), towers=None)
        rows: Sequence[Sequence[float]] = embeddings(load_embedder(spec)).round(_DIGITS).tolist()
    FILE.write_text(json.dumps({"version": version(spec), "embeddings": rows}) + "\n", encoding="utf-8")


if __name__ == "__main__":
    _write()
