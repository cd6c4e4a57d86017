"""Embeddings of texts: a vocabulary's are kept in the cache, so that each is embedded once; a search's in memory."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence

import numpy as np

from desktop_app.core.dictionary import Reading
from desktop_app.core.language import is_foreign
from desktop_app.core.vector_index import Vectors
from desktop_app.library.tables.cache import Cache

EmbedText = Callable[[Sequence[str]], Vectors]

_TEXTS_AT_ONCE = 16
"""Texts sent to the network together: few, so that a query never waits for a whole vocabulary."""
_QUERIES_KEPT = 256
"""While a person types, the same words come again and again; what they searched for is written nowhere."""


class Prompts:
    """Asks the network for new texts only. May be used on any thread."""

    def __init__(
        self,
        cache: Cache,
        embedder_id: str,
        embed_text: EmbedText,
        reading: Callable[[str], Reading | None] = lambda _: None,
        is_foreign: Callable[[str], bool] = is_foreign,
    ) -> None:
        """`reading` says what a text means that is not English; `is_foreign`, whether one clearly is not."""
        self.reading = reading
        """How a text that somebody searches for is understood; None where it is taken as it stands."""
        self.embedder_id = embedder_id
        """Which network reads."""
        self._is_foreign = is_foreign
        self._cache = cache
        self._embed_text = embed_text
        self._queries: OrderedDict[str, Vectors] = OrderedDict()
        self._lock = threading.Lock()

    def is_unread(self, text: str) -> bool:
        """Whether a text that somebody searches for is clearly not English, and taken as it stands all the same."""
        return self._is_foreign(text) and self.reading(text) is None

    def meaning(self, text: str) -> Vectors:
        """Embedding [d] of what somebody searches for: of what it means, where it is not English. Raises EmbedderError
        when the network cannot be loaded.
        """
        reading = self.reading(text)
        if reading is None:
            return self.vector(text)
        mean: Vectors = np.mean([self.vector(each) for each in reading.texts], axis=0, dtype=np.float32)
        return mean

    def vector(self, text: str) -> Vectors:
        """Embedding [d] of a text as it stands, kept in memory only. Raises EmbedderError when the network cannot be
        loaded.
        """
        text = _as_text(text)
        with self._lock:
            known = self._queries.get(text)
        if known is None:
            known = self._cache.prompts(self.embedder_id, [text]).get(text)
        if known is None:
            known = self._embed([text])[text]
        with self._lock:
            self._queries[text] = known
            self._queries.move_to_end(text)
            while len(self._queries) > _QUERIES_KEPT:
                self._queries.popitem(last=False)
        return known

    def vectors(self, texts: Sequence[str]) -> dict[str, Vectors]:
        """Embedding [d] of each text of a vocabulary. Raises EmbedderError when the network cannot be loaded."""
        found = self._cache.prompts(self.embedder_id, texts)
        missing = [text for text in dict.fromkeys(texts) if text not in found]
        for start in range(0, len(missing), _TEXTS_AT_ONCE):
            fresh = self._embed(missing[start : start + _TEXTS_AT_ONCE])
            self._cache.save_prompts(self.embedder_id, fresh)
            found.update(fresh)
        return found

    def known(self, texts: Sequence[str]) -> dict[str, Vectors]:
        """Embedding [d] of those texts of vocabularies that were embedded before; never asks the network."""
        return self._cache.prompts(self.embedder_id, texts)

    def are_known(self, texts: Sequence[str]) -> bool:
        """Whether all these texts of a vocabulary were embedded before."""
        return len(self.known(texts)) == len(set(texts))

    def _embed(self, texts: Sequence[str]) -> dict[str, Vectors]:
        return dict(zip(texts, self._embed_text(texts).astype(np.float32), strict=True))


def _as_text(typed: str) -> str:
    """What no text can hold (half a character from a broken clipboard or file name) becomes a question mark."""
    return typed.encode("utf-8", "replace").decode()
