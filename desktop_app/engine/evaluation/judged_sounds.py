"""What a person said of tags, with the embeddings of the sounds that it was said of: what tags can be tried on."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from desktop_app.core.evaluation import Flags
from desktop_app.core.vector_index import Rows
from desktop_app.engine.searching.embedded_library import Snapshot
from desktop_app.engine.tagging.tag_table import TagKey
from desktop_app.library.library import Library

MOST_OF_A_TAG: Final = 1_000
"""Verdicts of a tag that are looked at, a fair sample, which is the same each time."""


@dataclass(frozen=True, slots=True, eq=False)
class Said:
    """What was said of one tag."""

    rows: Rows
    """[v], of the snapshot's embeddings."""
    right: Flags
    """[v]: whether the sound has the tag."""
    paths: tuple[Path, ...]
    """[v]"""


@dataclass(frozen=True, slots=True)
class JudgedSounds:
    """All verdicts on some tags."""

    said: dict[TagKey, Said]
    """Tags of which nothing was said, of no sound that was heard, are left out."""
    unheard: int
    """Verdicts on sounds that the library does not have any more, or has not heard."""


def judged_sounds(library: Library, snapshot: Snapshot, keys: Sequence[TagKey]) -> JudgedSounds:
    """What was said of these tags. Raises LibraryError."""
    words = library.verdicts.some_words_on(keys, MOST_OF_A_TAG)
    places = snapshot.positions_of({content for said in words.values() for content, _ in said})
    heard = [place for place in places.tolist() if snapshot.rows[place] >= 0]
    heard.sort(key=lambda place: bool(snapshot.present[place]))  # of copies, one that is there is shown
    place_of = {snapshot.content_ids[place]: place for place in heard}
    paths = {sound.sound_id: sound.path for sound in library.sounds.many(snapshot.sound_ids[heard].tolist())}
    path_of = {place: paths[sound_id] for place in heard if (sound_id := int(snapshot.sound_ids[place])) in paths}
    said, unheard = {}, 0
    for key in keys:
        judged = words.get(key, [])
        known = [(place, has) for content, has in judged if (place := place_of.get(content, -1)) in path_of]
        unheard += len(judged) - len(known)
        if known:
            numbers = np.array([place for place, _ in known])
            right = np.array([has for _, has in known], dtype=np.bool_)
            said[key] = Said(snapshot.rows[numbers], right, tuple(path_of[place] for place, _ in known))
    return JudgedSounds(said, unheard)
