"""Embeddings of the reference sounds, against which every tag is measured.

They ship for the bundled embedder. For any other they are computed once on this machine, from the synthesised sounds of
`core.synthesis`, and kept in the cache.
"""

import itertools
import logging
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file

from desktop_app.core.sound import Samples
from desktop_app.core.synthesis import reference_sounds
from desktop_app.core.vector_index import Vectors
from desktop_app.library.cache import Cache

log = logging.getLogger(__name__)

_SOUNDS_AT_ONCE = 8


def reference_embeddings(
    embedder_id: str,
    *,
    shipped: Path,
    cache: Cache,
    embed_samples: Callable[[Sequence[Samples]], Vectors],
) -> Vectors:
    """Embeddings [r, d] of the reference sounds for one embedder.

    `shipped` is a safetensors file whose tensors are named by embedder id. Raises EmbedderError when they must be
    computed and the network cannot be loaded.
    """
    found = _shipped_embeddings(embedder_id, shipped)
    if found is None:
        found = cache.reference(embedder_id)
    if found is None:
        found = _compute(embed_samples)
        cache.save_reference(embedder_id, found)
    return found


def _shipped_embeddings(embedder_id: str, file: Path) -> Vectors | None:
    if not file.is_file():
        return None
    tensor = load_file(file).get(embedder_id)
    return None if tensor is None else tensor.astype(np.float32)


def _compute(embed_samples: Callable[[Sequence[Samples]], Vectors]) -> Vectors:
    log.info("computing the reference sounds' embeddings")
    sounds = iter(reference_sounds())
    parts = []
    while group := list(itertools.islice(sounds, _SOUNDS_AT_ONCE)):
        parts.append(embed_samples([sound.samples for sound in group]))
    return np.concatenate(parts).astype(np.float32)
