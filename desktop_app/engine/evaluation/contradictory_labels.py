"""The same recording under labels of which only one can be right: it makes figures worse, and teaches nothing."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_app.core.vector_index import Vectors
from desktop_app.library.labelled_sounds import LabelledSet


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One recording, in one file or in copies, and what it is said to be."""

    paths: tuple[Path, ...]
    labels: tuple[str, ...]
    """Two or more."""
    said: tuple[tuple[str, ...], ...] = ()
    """[paths] the labels that each of the files has."""

    @property
    def document(self) -> dict[str, Any]:
        """The same for reports."""
        return {"paths": list(map(str, self.paths)), "labels": list(self.labels), "said": list(map(list, self.said))}


def contradictions(labelled: LabelledSet, vectors: Mapping[Path, Vectors]) -> list[Contradiction]:
    """Recordings with more than one label in a set whose sounds have one each; none where a set gives several.

    `vectors`: embeddings [d] by file, by which copies are known; files without one do not count.
    """
    if labelled.gives_several:
        return []
    together = defaultdict(list)
    for sound in labelled.sounds:
        if sound.path in vectors:
            together[vectors[sound.path].tobytes()].append(sound)
    found = (
        Contradiction(
            tuple(sound.path for sound in sounds),
            tuple(sorted({label for sound in sounds for label in sound.labels})),
            tuple(tuple(sorted(sound.labels)) for sound in sounds),
        )
        for sounds in together.values()
    )
    return [each for each in found if len(each.labels) > 1]
