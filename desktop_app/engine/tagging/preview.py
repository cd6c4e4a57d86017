"""What a tag would do to the library before it is saved: which sounds would gain it, and which would lose it.

It costs one matrix product over the embeddings in memory, and the network is asked for nothing but prompts that it has
never read. What a person said of a sound stands whatever the tag says, so such a sound neither gains nor loses it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.scoring import build_tag_matrix, prompts_of
from desktop_app.core.tag import Tag, Vocabulary
from desktop_app.core.vector_index import Vectors
from desktop_app.core.verdict import Judgement
from desktop_app.engine.searching.embedded_library import EmbeddedLibrary, Snapshot, SoundIds
from desktop_app.engine.tagging.prompts import Prompts
from desktop_app.engine.tagging.similar_tags import SimilarTag, similar_tags
from desktop_app.engine.tagging.tag_table import TagKey
from desktop_app.engine.tagging.tagger import Tagger
from desktop_app.library.library import Library

_UNHEARD = np.float32(-1)
"""Below every score: a sound without an embedding has no tag."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a changed tag would do."""

    gained: SoundIds
    """[g], the best examples first."""
    lost: SoundIds
    """[l], those that had the highest score first."""
    now: int
    """Present sounds that would have the tag, those included that a person gave it to."""


class Previewer:
    """Compares a tag as it is with what it would become. May be used on any thread."""

    def __init__(self, library: Library, embedded: EmbeddedLibrary, prompts: Prompts, tagger: Tagger) -> None:
        """`tagger` lends the reference sounds that tags are measured against."""
        self._library = library
        self._embedded = embedded
        self._prompts = prompts
        self._tagger = tagger

    def preview(self, vocabulary_id: str, before: Tag | None, after: Tag) -> Preview:
        """What becomes of present sounds when `after` takes the place of `before`, None for a tag that is new.

        A tag without prompts is on no sound by itself. Raises EmbedderError when there are new prompts and the network
        cannot be loaded, and LibraryError.
        """
        snapshot = self._embedded.snapshot()
        old_scores, new_scores = self._scores((vocabulary_id, after.tag_id), [before, after], snapshot)
        had = old_scores >= np.float32(before.threshold if before else np.inf)
        has = new_scores >= np.float32(after.threshold)
        open_to_change, given = self._verdicts(vocabulary_id, after.tag_id, snapshot)
        gained = np.flatnonzero(open_to_change & has & ~had)
        lost = np.flatnonzero(open_to_change & had & ~has)
        return Preview(
            snapshot.sound_ids[_falling(gained, new_scores)],
            snapshot.sound_ids[_falling(lost, old_scores)],
            int(np.count_nonzero(open_to_change & has)) + given,
        )

    def similar(self, tag: Tag, vocabulary_id: str, vocabularies: Sequence[Vocabulary]) -> tuple[SimilarTag, ...]:
        """The tags of these vocabularies that repeat `tag`, a tag of `vocabulary_id`; as `similar_tags` tells."""
        return similar_tags(tag, vocabulary_id, vocabularies, self._prompts)

    def _scores(self, key: TagKey, tags: list[Tag | None], snapshot: Snapshot) -> Vectors:
        """Calibrated scores [tags, n] of all sounds of the snapshot; below every threshold where there can be none.

        Each learns from what was said of the tag `key`, as it will once it is saved.
        """
        scores = np.full((len(tags), len(snapshot.sound_ids)), _UNHEARD, dtype=np.float32)
        numbers = [number for number, tag in enumerate(tags) if tag is not None and tag.prompts]
        known = tuple(tag for tag in tags if tag is not None and tag.prompts)
        if known:
            vocabularies = [Vocabulary("", "", "", known)]
            vectors = {text: self._prompts.vector(text) for text in prompts_of(vocabularies)}
            prompted = build_tag_matrix(vocabularies, vectors, self._tagger.reference(), self._prompts.embedder_id)
            matrix = self._tagger.learned_drafts(prompted, key)
            scores[numbers] = snapshot.per_sound(matrix.scores(snapshot.matrix), _UNHEARD).T
        return scores

    def _verdicts(self, vocabulary_id: str, tag_id: str, snapshot: Snapshot) -> tuple[NDArray[np.bool_], int]:
        """Which present sounds [n] nobody has spoken of, and how many others a person gave the tag to."""
        said = {v.content_id: v.judgement for v in self._library.verdicts.of_tag(vocabulary_id, tag_id)}
        places = snapshot.positions_of(said)
        unspoken = snapshot.present.copy()
        unspoken[places] = False
        present = places[snapshot.present[places]].tolist()
        given = sum(said.get(snapshot.content_ids[place] or b"") is not Judgement.REJECTED for place in present)
        return unspoken, given


def _falling(places: SoundIds, scores: Vectors) -> SoundIds:
    return places[np.argsort(-scores[places], kind="stable")]
