"""Which sounds have which tags: computed from cached embeddings and a person's verdicts, never stored."""

import threading
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.calibration import Background, calibrate
from desktop_app.core.scoring import AppliedTag, ScoredTag, TagMatrix, TagSource, build_tag_matrix, prompts_of
from desktop_app.core.vector_index import Vectors
from desktop_app.core.verdict import Judgement, Verdict
from desktop_app.core.vocabulary import Vocabulary
from desktop_app.engine.embedded_library import EmbeddedLibrary, Snapshot, SoundIds
from desktop_app.engine.prompts import Prompts
from desktop_app.engine.tag_table import TagKey, TagTable
from desktop_app.library.library import Library

__all__ = ["TagCount", "TagKey", "TagScore", "Tagger"]

Flags = NDArray[np.bool_]
Judgements = Mapping[TagKey, Judgement]
_NONE_SAID: Judgements = {}
_FEW = 4
"""Tags whose verdicts are looked up one by one; for more, reading all verdicts at once is quicker."""


@dataclass(frozen=True, slots=True)
class TagScore:
    """One tag of an active vocabulary, as it stands for one sound."""

    scored: ScoredTag
    score: float
    """Calibrated, 0..1; 0 for a sound that was not heard."""
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
        """`load_reference` gives the embeddings [r, d] of the reference sounds; it may take minutes."""
        self._library = library
        self._embedded = embedded
        self._prompts = prompts
        self._load_reference = load_reference
        self._reference: Vectors | None = None
        self._reference_lock = threading.Lock()
        self._table: TagTable | None = None

    @property
    def ready(self) -> bool:
        """Whether vocabularies are set and their prompts embedded; until then no sound has automatic tags."""
        return self._table is not None

    @property
    def tags(self) -> tuple[ScoredTag, ...]:
        """The tags of the active vocabularies."""
        table = self._table
        return table.tags if table else ()

    def set_vocabularies(self, vocabularies: Sequence[Vocabulary]) -> None:
        """Tag by these from now on. Embeds prompts that are new, which may take seconds: not for the GUI thread.

        Raises EmbedderError when the network is needed and cannot be loaded; the tags are then as before.
        """
        self._table = TagTable(self.matrix_of(vocabularies))

    def matrix_of(self, vocabularies: Sequence[Vocabulary]) -> TagMatrix:
        """Tags of any vocabularies, ready to score embeddings with. Raises EmbedderError."""
        return build_tag_matrix(vocabularies, self._prompts.vectors(prompts_of(vocabularies)), self.reference())

    def reference(self) -> Vectors:
        """Embeddings of the reference sounds [r, d]. Raises EmbedderError."""
        with self._reference_lock:
            if self._reference is None:
                self._reference = self._load_reference()
            return self._reference

    def tags_of(self, sound_ids: Sequence[int]) -> dict[int, tuple[AppliedTag, ...]]:
        """The tags of each sound, a person's first, then by falling score. Sounds without tags have an empty tuple."""
        table = self._table
        if table is None:
            return dict.fromkeys(sound_ids, ())
        scores, heard = self._scores(table, sound_ids)
        applies = (scores >= table.thresholds) & heard[:, None]
        said = self._said_of(sound_ids)
        return {
            sound_id: _applied(table, scores[number], applies[number], said.get(sound_id, _NONE_SAID))
            for number, sound_id in enumerate(sound_ids)
        }

    def all_scores(self, sound_id: int) -> tuple[TagScore, ...]:
        """Every tag of the active vocabularies for one sound, best first."""
        table = self._table
        if table is None:
            return ()
        scores, heard = self._scores(table, [sound_id])
        applies = (scores[0] >= table.thresholds) & heard[0]
        said = self._said_of([sound_id]).get(sound_id, _NONE_SAID)
        found = []
        for scored, score, automatic in zip(table.tags, scores[0].tolist(), applies.tolist(), strict=True):
            judgement = said.get(scored.key)
            found.append(TagScore(scored, score, _has(judgement, automatic=automatic), judgement))
        return tuple(sorted(found, key=lambda score: -score.score))

    def counts(self) -> list[TagCount]:
        """For each active tag, how many present sounds have it. Raises LibraryError."""
        table = self._table
        if table is None:
            return []
        snapshot = self._embedded.snapshot()
        rows = snapshot.rows[snapshot.present & (snapshot.rows >= 0)]
        cells = table.applies(snapshot.matrix)
        once = np.zeros(cells.shape[1], dtype=np.bool_)
        once[rows] = True
        # Most embeddings have one sound; those of copies are counted again, as often as there are more of them.
        more = np.bincount(rows, minlength=cells.shape[1]) - once
        copied = np.flatnonzero(more)
        totals = [int(np.count_nonzero(column & once)) + int(column[copied] @ more[copied]) for column in cells]
        for place, number, judgement in self._verdicts_in(table, snapshot, range(len(table.tags))):
            if snapshot.present[place]:
                row = snapshot.rows[place]
                automatic = bool(row >= 0 and cells[number, row])
                totals[number] += _has(judgement, automatic=automatic) - automatic
        return [TagCount(scored, total) for scored, total in zip(table.tags, totals, strict=True)]

    def sounds_with(self, name: str) -> SoundIds:
        """Present sounds that have a tag of this name or alias, in any letter case, in any active vocabulary."""
        snapshot = self._embedded.snapshot()
        return snapshot.sound_ids[self.having(name, snapshot) & snapshot.present]

    def having(self, name: str, snapshot: Snapshot) -> Flags:
        """Which sounds of a snapshot [n], present or not, have a tag of this name or alias."""
        table = self._table
        numbers = table.called(name) if table else []
        result = np.zeros(len(snapshot.sound_ids), dtype=np.bool_)
        if table is None or not numbers:
            return result
        cells = table.applies(snapshot.matrix)
        columns = {number: snapshot.per_sound(cells[number], np.False_) for number in numbers}
        for place, number, judgement in self._verdicts_in(table, snapshot, numbers):
            columns[number][place] = judgement is not Judgement.REJECTED
        for column in columns.values():
            result |= column
        return result

    def ranks(self, names: Sequence[str], snapshot: Snapshot) -> Vectors:
        """How good an example of the tags of these names or aliases each sound of a snapshot is [n]: the calibrated
        score, and 1 more where a person said that the sound has the tag; below 0 where it cannot be one.
        """
        table = self._table
        numbers = sorted({number for name in names for number in table.called(name)}) if table else []
        best = np.full(len(snapshot.sound_ids), -1, dtype=np.float32)
        if table is None or not numbers:
            return best
        background = Background(table.matrix.background.mean[numbers], table.matrix.background.spread[numbers])
        scores = calibrate(snapshot.matrix @ table.matrix.vectors[numbers].T, background)
        columns = {number: snapshot.per_sound(scores[:, place], np.float32(-1)) for place, number in enumerate(numbers)}
        for place, number, judgement in self._verdicts_in(table, snapshot, numbers):
            column = columns[number]
            column[place] = -1 if judgement is Judgement.REJECTED else 1 + max(column[place], 0)
        for column in columns.values():
            np.maximum(best, column, out=best)
        return best

    def nearest_name(self, name: str) -> str | None:
        """The active tag whose name or alias is spelt most like this, or None when none is."""
        table = self._table
        return table.nearest(name) if table else None

    def knows(self, name: str) -> bool:
        """Whether an active vocabulary has a tag of this name or alias."""
        table = self._table
        return table is not None and bool(table.called(name))

    def tags_of_content(self, content_id: bytes, embedding: Vectors) -> tuple[AppliedTag, ...]:
        """The tags of an embedding [d] whose sound need not be in the library; verdicts on its content count."""
        table = self._table
        if table is None:
            return ()
        scores = table.matrix.scores(embedding[None])[0]
        said = _by_content(self._library.verdicts.of_content([content_id])).get(content_id, _NONE_SAID)
        return _applied(table, scores, scores >= table.thresholds, said)

    def judge(self, sound_ids: Sequence[int], key: TagKey, judgement: Judgement | None) -> None:
        """Record what a person says of a tag on these sounds; None takes it back. Raises LibraryError."""
        sounds = self._library.sounds.many(sound_ids)
        contents = [sound.content_id for sound in sounds if sound.content_id is not None]
        if judgement is None:
            self._library.verdicts.clear([(content, *key) for content in contents])
        else:
            self._library.verdicts.set([Verdict(content, *key, judgement) for content in contents])

    def accept(self, sound_ids: Sequence[int], key: TagKey) -> None:
        """The tag belongs to these sounds: accepted where it applied by itself, added where it did not."""
        table = self._table
        number = table.number_of.get(key) if table else None
        applying: set[int] = set()
        if table is not None and number is not None:
            scores, heard = self._scores(table, sound_ids)
            automatic = (scores[:, number] >= table.thresholds[number]) & heard
            applying = {sound_id for sound_id, applies in zip(sound_ids, automatic.tolist(), strict=True) if applies}
        self.judge([i for i in sound_ids if i in applying], key, Judgement.ACCEPTED)
        self.judge([i for i in sound_ids if i not in applying], key, Judgement.ADDED)

    def _scores(self, table: TagTable, sound_ids: Sequence[int]) -> tuple[Vectors, Flags]:
        """Scores [k, t] of sounds, and which of them [k] were heard; 0 for the others."""
        snapshot = self._embedded.snapshot()
        rows = snapshot.rows_of(sound_ids)
        heard = rows >= 0
        scores = np.zeros((len(rows), len(table.tags)), dtype=np.float32)
        scores[heard] = table.matrix.scores(snapshot.matrix[rows[heard]])
        return scores, heard

    def _said_of(self, sound_ids: Sequence[int]) -> dict[int, Judgements]:
        """What a person said of each sound."""
        content_of = {sound.sound_id: sound.content_id for sound in self._library.sounds.many(sound_ids)}
        contents = [content for content in content_of.values() if content is not None]
        said = _by_content(self._library.verdicts.of_content(contents))
        return {sound_id: said[content] for sound_id, content in content_of.items() if content in said}

    def _verdicts_in(
        self, table: TagTable, snapshot: Snapshot, numbers: Iterable[int]
    ) -> list[tuple[int, int, Judgement]]:
        """(place in the snapshot, tag's number, judgement) of all verdicts on these tags."""
        wanted = {table.tags[number].key: number for number in numbers}
        verdicts = self._library.verdicts
        found = [v for key in wanted for v in verdicts.of_tag(*key)] if len(wanted) <= _FEW else verdicts.all()
        said = _by_content(v for v in found if (v.vocabulary_id, v.tag_id) in wanted)
        return [
            (place, wanted[key], judgement)
            for place in snapshot.positions_of(said).tolist()
            if (content := snapshot.content_ids[place]) is not None
            for key, judgement in said[content].items()
        ]


def _applied(table: TagTable, scores: Vectors, automatic: Flags, said: Judgements) -> tuple[AppliedTag, ...]:
    """The tags of one sound: those that apply by score [t], overruled by what was said."""
    sources = dict.fromkeys(np.flatnonzero(automatic).tolist(), TagSource.AUTOMATIC)
    for key, judgement in said.items():
        number = table.number_of.get(key)
        if number is None:
            continue
        if judgement is Judgement.REJECTED:
            sources.pop(number, None)
        else:
            sources[number] = TagSource.ACCEPTED if judgement is Judgement.ACCEPTED else TagSource.PERSON
    applied = [_as_applied(table.tags[number], float(scores[number]), source) for number, source in sources.items()]
    return tuple(sorted(applied, key=lambda tag: (tag.source is TagSource.AUTOMATIC, -tag.score)))


def _as_applied(scored: ScoredTag, score: float, source: TagSource) -> AppliedTag:
    tag = scored.tag
    return AppliedTag(scored.vocabulary_id, tag.tag_id, tag.name, score, source, tag.colour, tag.group)


def _has(judgement: Judgement | None, *, automatic: bool) -> bool:
    """Whether a sound has a tag: a verdict always wins over a score."""
    return automatic if judgement is None else judgement is not Judgement.REJECTED


def _by_content(verdicts: Iterable[Verdict]) -> dict[bytes, dict[TagKey, Judgement]]:
    result: dict[bytes, dict[TagKey, Judgement]] = defaultdict(dict)
    for verdict in verdicts:
        result[verdict.content_id][verdict.vocabulary_id, verdict.tag_id] = verdict.judgement
    return dict(result)
