"""Embeddings of the reference sounds, against which every tag is measured.

For the bundled embedder they ship, heard from a thousand recordings that the program does not have. For any other they
are computed once on this machine, from the synthesised sounds of `core.synthesis`, and kept in the cache: the next best
thing, which is always at hand.
"""

import hashlib
import itertools
import logging
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from safetensors import SafetensorError, safe_open

from desktop_app.core.sound import Samples
from desktop_app.core.synthesis import reference_names, reference_sound
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.embedders.embedder import EmbedderError
from desktop_app.library.tables.cache import Cache

log = logging.getLogger(__name__)

NAMES_KEY = "names"
"""Under this key the shipped file's metadata names the recordings, one a line, in the order of the rows."""

_VARIANTS = 2
"""Of each kind: one dry, one in a room. More would change little, and a large network needs 0.2 s for each."""

_SOUNDS_AT_ONCE = 8


def background_names() -> list[str]:
    """The names of the synthesised sounds that tags are measured against, in the order of their embeddings."""
    return [name for name in reference_names() if int(name.rpartition(" ")[2]) <= _VARIANTS]


def reference_embeddings(
    embedder_id: str,
    *,
    shipped: Path,
    cache: Cache,
    embed_samples: Callable[[Sequence[Samples]], Vectors],
) -> Vectors:
    """Embeddings [r, d] of reference sounds for one embedder: those that ship for it, or those of `background_names`.

    `shipped` is a safetensors file whose tensors are named by embedder id. Raises EmbedderError when it is damaged, or
    when they must be computed and the network cannot be loaded.
    """
    found = _shipped_embeddings(embedder_id, shipped)
    if found is None:
        found = cache.reference(selection_of(embedder_id))
    if found is None:
        log.info("computing the reference sounds' embeddings")
        found = compute_reference(embed_samples)
        cache.save_reference(selection_of(embedder_id), found)
    return found


def compute_reference(embed_samples: Callable[[Sequence[Samples]], Vectors]) -> Vectors:
    """Make the sounds of `background_names` and embed them a few at a time: float32 [r, d]."""
    sounds = (reference_sound(name) for name in background_names())
    parts = []
    while group := list(itertools.islice(sounds, _SOUNDS_AT_ONCE)):
        parts.append(embed_samples([sound.samples for sound in group]))
    return np.concatenate(parts).astype(np.float32)


def _shipped_embeddings(embedder_id: str, file: Path) -> Vectors | None:
    if not file.is_file():
        return None
    try:
        with safe_open(file, framework="numpy") as tensors:
            if embedder_id not in tensors.keys():  # noqa: SIM118 (it is no mapping)
                return None
            found: Vectors = tensors.get_tensor(embedder_id).astype(np.float32)
            return found
    except (OSError, SafetensorError) as error:
        raise EmbedderError(
            f"The bundled embedder is damaged: {file} cannot be read. Install Earmark again."
        ) from error


def selection_of(embedder_id: str) -> str:
    """What the embeddings of `background_names` are kept under: those of another selection of sounds, from an earlier
    version, are not taken for these.
    """
    selection = hashlib.blake2b("\n".join(background_names()).encode(), digest_size=6).hexdigest()
    return f"{embedder_id}/reference-{selection}"
