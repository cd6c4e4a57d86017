"""What is exported of a library: its present sounds with their embeddings, in the order of their paths, bit by bit."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from desktop_app.core.vector_index import Vectors
from desktop_app.library.library import Library
from desktop_app.library.tables.windows import HeardWindows

_SOUNDS_AT_ONCE: Final = 2_048


class ExportError(Exception):
    """The file cannot be written; the message is a sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written."""

    sounds: int
    windows: int


@dataclass(frozen=True, slots=True)
class ExportPart:
    """Some sounds."""

    paths: list[bytes]
    """As the file system has them."""
    content_ids: list[bytes]
    vectors: Vectors
    """[n, d]"""


class ExportSource:
    """What is to be written, read bit by bit."""

    def __init__(self, library: Library, embedder_id: str) -> None:
        """Raises ExportError when there is nothing."""
        self.embedder_id = embedder_id
        self._library = library
        ids, contents, present = library.sounds.contents()
        heard = library.cache.heard_by(embedder_id)
        content_of = {
            sound_id: content
            for sound_id, content, there in zip(ids.tolist(), contents, present.tolist(), strict=True)
            if there and content in heard
        }
        if not content_of:
            raise ExportError("No sound of this library was heard by this embedder yet: index a folder first.")
        self._ids = [sound_id for sound_id in library.sounds.ids().tolist() if sound_id in content_of]
        self.content_ids: list[bytes] = [content_of[sound_id] or b"" for sound_id in self._ids]
        self.dimension = library.cache.embeddings_of(self.content_ids[:1], embedder_id)[1].shape[1]
        self.window_counts = library.windows.counts(embedder_id)

    def __len__(self) -> int:
        return len(self._ids)

    def paths(self) -> Iterator[list[bytes]]:
        """Part by part."""
        for start in range(0, len(self), _SOUNDS_AT_ONCE):
            yield self._paths(self._ids[start : start + _SOUNDS_AT_ONCE])

    def parts(self, size: int = _SOUNDS_AT_ONCE) -> Iterator[ExportPart]:
        """So many sounds at a time, with their embeddings."""
        for start in range(0, len(self), size):
            ids, contents = self._ids[start : start + size], self.content_ids[start : start + size]
            yield ExportPart(self._paths(ids), contents, self._vectors(contents))

    def windows_of(self, content_id: bytes) -> HeardWindows | None:
        """The windows of one sound, if it has any."""
        if not self.window_counts.get(content_id):
            return None
        windows = self._library.windows.of_content(self.embedder_id, content_id)
        if windows is None or len(windows.starts) != self.window_counts[content_id]:
            raise _changed()
        return windows

    def _paths(self, ids: Sequence[int]) -> list[bytes]:
        paths = self._library.sounds.paths_of(ids)
        if len(paths) != len(ids):
            raise _changed()
        return [os.fsencode(path) for path in paths]

    def _vectors(self, content_ids: Sequence[bytes]) -> Vectors:
        found, vectors = self._library.cache.embeddings_of(list(set(content_ids)), self.embedder_id)
        row_of = {content_id: row for row, content_id in enumerate(found)}
        if not row_of.keys() >= set(content_ids):
            raise _changed()
        chosen: Vectors = vectors[[row_of[content_id] for content_id in content_ids]]
        return chosen


def _changed() -> ExportError:
    return ExportError("The library changed while it was written out: try again when indexing rests.")
