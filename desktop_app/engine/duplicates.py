"""Which sounds of the library are the same recording: the same content, or embeddings that are all but equal."""

import threading
from dataclasses import dataclass

import numpy as np

from desktop_app.core.close_groups import group_close
from desktop_app.core.vector_index import Rows
from desktop_app.engine.embedded_library import EmbeddedLibrary, SoundIds

SAME_RECORDING = 0.97
"""Cosine from which two sounds count as the same recording. Measured with the bundled embedder.

Of 126 test recordings, this share of copies reaches it: at another sample rate, with silence before or after it, in
mono 1.00; normalised 0.81; as MP3 or Ogg Vorbis 0.76; 12 dB quieter 0.03 (the network hears level). The two most
similar different ones of them have 0.90. Of 832 sounds of drum kits and strummed guitars, which hold the same
instrument struck harder and softer, 50 of 345,696 pairs reach it: most are neighbouring layers of one instrument, some
neighbouring strums, or cowbells and kicks of two kits. At 0.95 a share of 0.90 of the MP3 and Ogg copies is found, and
108 such pairs."""


@dataclass(frozen=True, slots=True)
class SoundGroups:
    """Which sounds belong together."""

    sound_ids: SoundIds
    """[n], ascending."""
    labels: Rows
    """[n]: equal for sounds that are the same recording; below 0, and -1 - id, for those that were not heard."""

    def labels_of(self, sound_ids: SoundIds) -> Rows:
        """The label of each of these sounds [k]; one of its own for a sound that is not known."""
        if not len(self.sound_ids):
            return -1 - sound_ids
        places = np.minimum(np.searchsorted(self.sound_ids, sound_ids), len(self.sound_ids) - 1)
        return np.where(self.sound_ids[places] == sound_ids, self.labels[places], -1 - sound_ids)

    def with_copies(self, sound_ids: SoundIds) -> SoundIds:
        """Those of these sounds [k] of which there is another one among them, groups behind each other: the group whose
        first sound comes first is first.
        """
        labels = self.labels_of(sound_ids)
        _, first, group, sizes = np.unique(labels, return_index=True, return_inverse=True, return_counts=True)
        order = np.argsort(first[group], kind="stable")
        chosen: SoundIds = sound_ids[order[sizes[group[order]] > 1]]
        return chosen


class Duplicates:
    """Groups of the library's sounds. May be used on any thread; compares only what is new since the last time."""

    def __init__(self, embedded: EmbeddedLibrary) -> None:
        self._embedded = embedded
        self._lock = threading.Lock()
        self._leaders: Rows = np.empty(0, dtype=np.int64)
        self._closed = threading.Event()

    def close(self) -> None:
        """Nobody wants to know any more: whoever compares ends soon, with what was found until then."""
        self._closed.set()

    def groups(self) -> SoundGroups:
        """The groups as they are now. The first time it takes many seconds for 100,000 sounds. Raises LibraryError."""
        with self._lock:
            snapshot = self._embedded.snapshot()
            # Rows of the matrix are never moved or rewritten, only appended.
            if len(self._leaders) < len(snapshot.matrix):
                leaders = group_close(
                    snapshot.matrix, SAME_RECORDING, known=self._leaders, cancelled=self._closed.is_set
                )
                if not self._closed.is_set():
                    self._leaders = leaders
            else:
                leaders = self._leaders
            alone = -1 - snapshot.sound_ids
            labels = np.where(snapshot.rows >= 0, leaders[snapshot.rows] if len(leaders) else alone, alone)
            return SoundGroups(snapshot.sound_ids, labels)
