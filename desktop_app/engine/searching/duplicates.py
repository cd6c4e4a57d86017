"""Which sounds of the library are the same recording: the same content, embeddings that are all but equal, or the same
shape at whatever level.
"""

import threading
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.close_groups import group_close
from desktop_app.core.vector_index import Rows
from desktop_app.engine.searching.embedded_library import EmbeddedLibrary, SoundIds
from desktop_app.engine.searching.sound_shapes import SoundShapes
from desktop_app.library.library import Library

SAME_RECORDING = 0.97
"""Cosine from which two sounds count as the same recording: of what the bundled embedder heard, or of their shapes.

Of 266 recordings, this share of copies is found by what was heard alone, and with their shapes: 3 dB quieter 0.89 and
1.00, 6 dB 0.35 and 1.00, 12 dB 0.02 and 0.93, 20 dB 0.00 and 0.32 (the small waveform has 7 bits); normalised 0.89 and
1.00; as MP3 at 128 kbit/s 0.91 and 1.00, that 6 dB quieter 0.26 and 0.97. At another sample rate, in mono, as stereo,
with silence before and after it all are found either way; without its last 50 ms 0.77, without its first, which
often is the attack, 0.14. Of 17 re-encoded copies that free collections hold of each other's recordings 13 and 17.

Pairs of different recordings that count as copies, of 4,028,107 among 2,996 recordings of all kinds: 5 and 6. Of
458,403 pairs within drum kits and strummed guitars, 135 and 245: the same instrument struck harder and softer, about
half of them one recording at several levels.
"""
LONGEST_BY_EAR = 10.0
"""Seconds up to which two sounds can be the same recording by what was heard of them alone. Two takes of one wind sound
the same on the whole (three stretches of brown noise, 60, 80 and 100 s long: above 0.98), and are not: of longer sounds
the shape must be the same, too.
"""


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

    def __init__(self, library: Library, embedded: EmbeddedLibrary) -> None:
        self._embedded = embedded
        self._shapes = SoundShapes(library)
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
            by_shape = self._shapes.leaders(snapshot, SAME_RECORDING, self._closed.is_set)
            by_ear = _without(leaders, self._shapes.seconds > LONGEST_BY_EAR)
            leaders = _joined(by_ear, by_shape)
            alone = -1 - snapshot.sound_ids
            labels = np.where(snapshot.rows >= 0, leaders[snapshot.rows] if len(leaders) else alone, alone)
            return SoundGroups(snapshot.sound_ids, labels)


def _without(leaders: Rows, left_out: NDArray[np.bool_]) -> Rows:
    """Groups of m rows, each by who leads a row [m], without some rows [m], which lead themselves."""
    return np.where(left_out | left_out[leaders], np.arange(len(leaders)), leaders)


def _joined(*leaders: Rows) -> Rows:
    """Groups of m rows, each by who leads a row [m] -> the lowest row of all that any of these ways joins [m]."""
    labels = np.arange(len(leaders[0]))
    while True:
        before = labels.copy()
        for leads in leaders:
            np.minimum.at(labels, leads, labels.copy())
            labels = np.minimum(labels, labels[leads])
        if np.array_equal(labels, before):
            return labels
