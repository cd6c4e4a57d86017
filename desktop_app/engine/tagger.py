"""Which tags which sounds have: computed from cached embeddings and a person's verdicts, never stored."""

import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.scoring import AppliedTag, ScoredTag, TagMatrix, TagSource, build_tag_matrix, prompts_of
from desktop_app.core.vector_index import Vectors
from desktop_app.core.verdict import Judgement, Verdict
from desktop_app.core.vocabulary import Vocabulary
from desktop_app.engine.embedded_library import EmbeddedLibrary, Snapshot, SoundIds
from desktop_app.engine.prompts import Prompts
from desktop_app.library.library import Library
from desktop_app.library.sound_filter import SoundFilter

TagKey = tuple[str, str]
"""(vocabulary id, tag id)"""


@dataclass(frozen=True, slots=True)
class TagScore:
    """One tag of an active vocabulary, as it stands for one sound."""

    scored: ScoredTag
    score: float
    """Calibrated, 0..1."""
    applies: bool
    """Whether the sound has the tag once verdicts are counted."""
    judgement: Judgement | None


@dataclass(frozen=True, slots=True)
class TagCount:
    """How many present sounds of the library have a tag."""

    scored: ScoredTag
    count: int


class Tagger:
    """Tags of the library under the active vocabularies. May be used on any thread."""

    def __init__(
        self,
        library: Library,
        embedded: EmbeddedLibrary,
        prompts: Prompts,
        load_reference: Callable[[], Vectors],
    ) -> None:
        self._library = library
        self._embedded = embedded
        self._prompts = prompts
        self._load_reference = load_reference
        self._reference: Vectors | None = None
        self._matrix: TagMatrix | None = None
        self._applies: NDArray[np.bool_] | None = None
        self._lock = threading.RLock()

    @property
    def ready(self) -> bool:
        """Whether vocabularies are set and their prompts embedded; until then no sound has automatic tags."""
        return self._matrix is not None

    @property
    def tags(self) -> tuple[ScoredTag, ...]:
        """The tags of the active vocabularies."""
        matrix = self._matrix
        return matrix.tags if matrix else ()

    def set_vocabularies(self, vocabularies: Sequence[Vocabulary]) -> None:
        """Tag by these from now on. Embeds prompts that are new, which may take seconds: not for the GUI thread.

        Raises EmbedderError when the network is needed and cannot be loaded; the tags are then as before.
        """
        matrix = self.matrix_of(vocabularies)
        with self._lock:
            self._matrix, self._applies = matrix, None

    def matrix_of(self, vocabularies: Sequence[Vocabulary]) -> TagMatrix:
        """Tags of any vocabularies, ready to score embeddings with. Raises EmbedderError."""
        return build_tag_matrix(vocabularies, self._prompts.vectors(prompts_of(vocabularies)), self.reference())

    def reference(self) -> Vectors:
        """Embeddings of the reference sounds [r, d]. Raises EmbedderError."""
        with self._lock:
            if self._reference is None:
                self._reference = self._load_reference()
            return self._reference

    def tags_of(self, sound_ids: Sequence[int]) -> dict[int, tuple[AppliedTag, ...]]:
        """The tags of each sound, a person's first, then by falling score. Sounds without tags have an empty tuple."""
        scored = self._scores_of(sound_ids)
        return {sound_id: _applied(scores) for sound_id, scores in scored.items()}

    def all_scores(self, sound_id: int) -> tuple[TagScore, ...]:
        """Every tag of the active vocabularies for one sound, best first."""
        scores = self._scores_of([sound_id])[sound_id]
        return tuple(sorted(scores, key=lambda score: -score.score))

    def counts(self) -> list[TagCount]:
        """For each active tag, how many present sounds have it."""
        snapshot, has = self._table()
        if has is None:
            return []
        present = np.isin(snapshot.sound_ids, self._library.sounds.ids(filter=SoundFilter()))
        totals = has[present].sum(axis=0)
        return [TagCount(scored, int(total)) for scored, total in zip(self.tags, totals, strict=True)]

    def sounds_with(self, name: str) -> SoundIds:
        """Sounds that have a tag of this name or alias (any letter case) in any active vocabulary."""
        snapshot, has = self._table()
        columns = [number for number, scored in enumerate(self.tags) if _is_called(scored, name)]
        if has is None or not columns:
            return np.empty(0, dtype=np.int64)
        return snapshot.sound_ids[has[:, columns].any(axis=1)]

    def knows(self, name: str) -> bool:
        """Whether an active vocabulary has a tag of this name or alias."""
        return any(_is_called(scored, name) for scored in self.tags)

    def tags_of_content(self, content_id: bytes, embedding: Vectors) -> tuple[AppliedTag, ...]:
        """The tags of an embedding [d] whose sound need not be in the library; verdicts on its content count."""
        matrix = self._matrix
        if matrix is None:
            return ()
        judged = self._verdicts([content_id]).get(content_id, {})
        return _applied(_combined(matrix.tags, matrix.scores(embedding[None])[0], matrix.thresholds, judged))

    def judge(self, sound_ids: Sequence[int], key: TagKey, judgement: Judgement | None) -> None:
        """Record what a person says of a tag on these sounds; None takes it back."""
        sounds = self._library.sounds.many(sound_ids)
        contents = [sound.content_id for sound in sounds if sound.content_id is not None]
        self._library.verdicts.clear([(content, *key) for content in contents])
        if judgement is not None:
            self._library.verdicts.set([Verdict(content, *key, judgement) for content in contents])

    def accept(self, sound_ids: Sequence[int], key: TagKey) -> None:
        """The tag belongs to these sounds: accepted where it applied by itself, added where it did not."""
        applying = {i for i, scores in self._scores_of(sound_ids).items() if _automatic(scores, key)}
        self.judge([i for i in sound_ids if i in applying], key, Judgement.ACCEPTED)
        self.judge([i for i in sound_ids if i not in applying], key, Judgement.ADDED)

    def _scores_of(self, sound_ids: Sequence[int]) -> dict[int, list[TagScore]]:
        matrix = self._matrix
        if matrix is None:
            return {sound_id: [] for sound_id in sound_ids}
        snapshot = self._embedded.snapshot()
        rows = snapshot.rows_of(sound_ids)
        scores = np.zeros((len(rows), len(matrix.tags)), dtype=np.float32)
        scores[rows >= 0] = matrix.scores(snapshot.matrix[rows[rows >= 0]])
        content_of = {sound.sound_id: sound.content_id for sound in self._library.sounds.many(sound_ids)}
        verdicts = self._verdicts([c for c in content_of.values() if c is not None])
        thresholds = matrix.thresholds
        return {
            sound_id: _combined(matrix.tags, scores[number], thresholds, verdicts.get(content_of.get(sound_id), {}))
            for number, sound_id in enumerate(sound_ids)
        }

    def _verdicts(self, content_ids: Sequence[bytes]) -> dict[bytes | None, dict[TagKey, Judgement]]:
        return _by_content(self._library.verdicts.of_content(content_ids))

    def _table(self) -> tuple[Snapshot, NDArray[np.bool_] | None]:
        """Which sound has which tag, [n, t]: scores of all embeddings (kept), overruled by all verdicts."""
        with self._lock:
            snapshot, matrix = self._embedded.snapshot(), self._matrix
            if matrix is None:
                return snapshot, None
            done = 0 if self._applies is None else len(self._applies)
            if self._applies is None or done < len(snapshot.matrix):
                fresh = matrix.applies(snapshot.matrix[done:])
                self._applies = fresh if self._applies is None else np.concatenate([self._applies, fresh])
            has = snapshot.per_sound(self._applies[: len(snapshot.matrix)], np.False_)
        column_of = {scored.key: number for number, scored in enumerate(matrix.tags)}
        judged = _by_content(self._library.verdicts.all())
        if judged:
            for number, content in enumerate(snapshot.content_ids):
                for key, judgement in judged.get(content, {}).items():
                    if key in column_of:
                        has[number, column_of[key]] = judgement is not Judgement.REJECTED
        return snapshot, has


def _combined(
    tags: Sequence[ScoredTag], scores: Vectors, thresholds: Vectors, judged: dict[TagKey, Judgement]
) -> list[TagScore]:
    result = []
    for scored, score, threshold in zip(tags, scores.tolist(), thresholds.tolist(), strict=True):
        judgement = judged.get(scored.key)
        applies = score >= threshold if judgement is None else judgement is not Judgement.REJECTED
        result.append(TagScore(scored, score, applies, judgement))
    return result


def _applied(scores: Iterable[TagScore]) -> tuple[AppliedTag, ...]:
    applied = [
        AppliedTag(
            score.scored.vocabulary_id,
            score.scored.tag.tag_id,
            score.scored.tag.name,
            score.score,
            _SOURCE_OF[score.judgement],
            score.scored.tag.colour,
            score.scored.tag.group,
        )
        for score in scores
        if score.applies
    ]
    return tuple(sorted(applied, key=lambda tag: (tag.source is TagSource.AUTOMATIC, -tag.score)))


def _automatic(scores: Iterable[TagScore], key: TagKey) -> bool:
    """Whether the tag applies by its score alone."""
    return any(s.scored.key == key and s.score >= s.scored.tag.threshold for s in scores)


def _by_content(verdicts: Iterable[Verdict]) -> dict[bytes | None, dict[TagKey, Judgement]]:
    result: dict[bytes | None, dict[TagKey, Judgement]] = defaultdict(dict)
    for verdict in verdicts:
        result[verdict.content_id][verdict.vocabulary_id, verdict.tag_id] = verdict.judgement
    return result


def _is_called(scored: ScoredTag, name: str) -> bool:
    wanted = name.casefold()
    return any(wanted == called.casefold() for called in (scored.tag.name, scored.tag.tag_id, *scored.tag.aliases))


_SOURCE_OF = {
    None: TagSource.AUTOMATIC,
    Judgement.ACCEPTED: TagSource.ACCEPTED,
    Judgement.ADDED: TagSource.PERSON,
    Judgement.REJECTED: TagSource.AUTOMATIC,
}
