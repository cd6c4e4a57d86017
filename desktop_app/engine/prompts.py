"""Embeddings of texts: each text is embedded once for each embedder and then kept in the cache."""

from collections.abc import Callable, Sequence

import numpy as np

from desktop_app.core.vector_index import Vectors
from desktop_app.library.cache import Cache

EmbedText = Callable[[Sequence[str]], Vectors]

_TEXTS_AT_ONCE = 16
"""Texts sent to the network together: few, so that a query never waits for a whole vocabulary."""


class Prompts:
    """Looks texts up in the cache and asks the network only for new ones. May be used on any thread."""

    def __init__(self, cache: Cache, embedder_id: str, embed_text: EmbedText) -> None:
        self._cache = cache
        self._embedder_id = embedder_id
        self._embed_text = embed_text

    def vector(self, text: str) -> Vectors:
        """Embedding [d] of one text. Raises EmbedderError when the network cannot be loaded."""
        return self.vectors([text])[text]

    def vectors(self, texts: Sequence[str]) -> dict[str, Vectors]:
        """Embedding [d] of each text. Raises EmbedderError when the network cannot be loaded."""
        found = self._cache.prompts(self._embedder_id, texts)
        missing = [text for text in dict.fromkeys(texts) if text not in found]
        for start in range(0, len(missing), _TEXTS_AT_ONCE):
            part = missing[start : start + _TEXTS_AT_ONCE]
            fresh = dict(zip(part, self._embed_text(part).astype(np.float32), strict=True))
            self._cache.save_prompts(self._embedder_id, fresh)
            found.update(fresh)
        return found
