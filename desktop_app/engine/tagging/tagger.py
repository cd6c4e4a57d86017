"""Which sounds have which tags: computed from cached embeddings and a person's verdicts, never stored.

A verdict does two things: it decides about its own sound, and the tag learns from it (`learned_tags.py`).
"""

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from desktop_app.core.scoring import AppliedTag, ScoredTag, TagMatrix, build_tag_matrix, prompts_of
from desktop_app.core.tag import Vocabulary
from desktop_app.core.vector_index import Vectors
from desktop_app.core.verdict import Judgement
from desktop_app.engine.searching.embedded_library import EmbeddedLibrary, Snapshot
from desktop_app.engine.tagging.applied_tags import (
    NONE_SAID,
    Flags,
    Judgements,
    TagInCommon,
    applied,
    by_content,
    has_tag,
    in_common,
)
from desktop_app.engine.tagging.learned_tags import LearnedTags
from desktop_app.engine.tagging.library_tags import LibraryTags, TagCount
from desktop_app.engine.tagging.prompts import Prompts
from desktop_app.engine.tagging.review import TagScores
from desktop_app.engine.tagging.tag_overview import TagOverview, overview
from desktop_app.engine.tagging.tag_table import TagKey, TagTable
from desktop_app.library.library import Library
from desktop_app.library.tables.verdicts import Said

_MOST_SCORED = 500
"""Sounds of a large selection whose scores are computed for the mean; what applies is known of all."""


@dataclass(frozen=True, slots=True)
class TagScore:
    """One tag of an active vocabulary, as it stands for one sound."""

    scored: ScoredTag
    score: float
    """Calibrated, 0..1; 0 for a sound that was not heard."""
    applies: bool
    """Whether the sound has the tag once verdicts are counted."""
    judgement: Judgement | None


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
        """The tags as their prompts make them."""
        self._learned = LearnedTags(library.verdicts, self.reference)

    @property
    def ready(self) -> bool:
        """Whether vocabularies are set and their prompts embedded; until then no sound has automatic tags."""
        return self._table is not None

    @property
    def tags(self) -> tuple[ScoredTag, ...]:
        """The tags of the active vocabularies."""
        table = self._table
        return table.tags if table else ()

    @property
    def matrix(self) -> TagMatrix | None:
        """The same, to score embeddings with; None while no vocabulary is set. Raises LibraryError."""
        table = self._now()
        return table.matrix if table else None

    def learned_from(self) -> dict[TagKey, int]:
        """From how many decisions of the person each active tag has learned; tags without any are left out.

        Raises LibraryError.
        """
        table = self._table
        return self._learned.counts(table, self._embedded.snapshot()) if table else {}

    def learned_drafts(self, matrix: TagMatrix, key: TagKey) -> TagMatrix:
        """Tags of which each is a draft of one: as they are once they learned from what was said of it.

        Raises LibraryError and EmbedderError.
        """
        return self._learned.drafts(matrix, key, self._embedded.snapshot())

    def set_vocabularies(self, vocabularies: Sequence[Vocabulary]) -> None:
        """Tag by these from now on. Embeds prompts that are new, which may take seconds: not for the GUI thread.

        Raises LibraryError, and EmbedderError when the network is needed and cannot be loaded; the tags are then as
        before.
        """
        table = TagTable(self.matrix_of(vocabularies))
        self._learned.table(table, self._embedded.snapshot())  # else whoever asks first would wait, perhaps the window
        self._table = table

    def knows_prompts_of(self, vocabularies: Sequence[Vocabulary]) -> bool:
        """Whether the network is not needed to tag by these. Raises LibraryError."""
        return self._prompts.are_known(prompts_of(vocabularies))

    def matrix_of(self, vocabularies: Sequence[Vocabulary]) -> TagMatrix:
        """Tags of any vocabularies as their prompts make them, ready to score embeddings with. Raises EmbedderError."""
        prompts = self._prompts.vectors(prompts_of(vocabularies))
        return build_tag_matrix(vocabularies, prompts, self.reference(), self._prompts.embedder_id)

    def learning_matrix(self, vocabularies: Sequence[Vocabulary]) -> Callable[[], TagMatrix]:
        """Tags of any vocabularies, each time it is asked as what was said until then makes them. Raises EmbedderError;
        what is returned raises LibraryError.
        """
        table = TagTable(self.matrix_of(vocabularies))
        learned = LearnedTags(self._library.verdicts, self.reference)
        return lambda: learned.table(table, self._embedded.snapshot()).matrix

    def prompts(self, texts: Sequence[str]) -> dict[str, Vectors]:
        """Embedding [d] of each text, as prompts are embedded. Raises EmbedderError."""
        return self._prompts.vectors(texts)

    def reference(self) -> Vectors:
        """Embeddings of the reference sounds [r, d]. Raises EmbedderError."""
        with self._reference_lock:
            if self._reference is None:
                self._reference = self._load_reference()
            return self._reference

    def tags_of(self, sound_ids: Sequence[int]) -> dict[int, tuple[AppliedTag, ...]]:
        """The tags of each sound, a person's first, then by falling score. Sounds without tags have an empty tuple."""
        table = self._now()
        if table is None:
            return dict.fromkeys(sound_ids, ())
        scores, heard = self._scores(table, sound_ids)
        applies = (scores >= table.thresholds) & heard[:, None]
        said = self._said_of(sound_ids)
        return {
            sound_id: applied(table, scores[number], applies[number], said.get(sound_id, NONE_SAID))
            for number, sound_id in enumerate(sound_ids)
        }

    def all_scores(self, sound_id: int) -> tuple[TagScore, ...]:
        """Every tag of the active vocabularies for one sound, best first."""
        table = self._now()
        if table is None:
            return ()
        scores, heard = self._scores(table, [sound_id])
        applies = (scores[0] >= table.thresholds) & heard[0]
        said = self._said_of([sound_id]).get(sound_id, NONE_SAID)
        found = []
        for scored, score, automatic in zip(table.tags, scores[0].tolist(), applies.tolist(), strict=True):
            judgement = said.get(scored.key)
            found.append(TagScore(scored, score, has_tag(judgement, automatic=automatic), judgement))
        return tuple(sorted(found, key=lambda score: -score.score))

    def counts(self) -> list[TagCount]:
        """For each active tag, how many present sounds have it. Raises LibraryError."""
        tags = self._of_library(self._embedded.snapshot())
        return tags.counts() if tags else []

    def having(self, name: str, snapshot: Snapshot) -> Flags:
        """Which sounds of a snapshot [n], present or not, have a tag of this name or alias."""
        tags = self._of_library(snapshot)
        return tags.having(name) if tags else np.zeros(len(snapshot.sound_ids), dtype=np.bool_)

    def ranks(self, names: Sequence[str], snapshot: Snapshot) -> Vectors:
        """How good an example of the tags of these names or aliases each sound of a snapshot is [n]: see
        `LibraryTags.ranks`.
        """
        tags = self._of_library(snapshot)
        return tags.ranks(names) if tags else np.full(len(snapshot.sound_ids), -1, dtype=np.float32)

    def overview(self, snapshot: Snapshot) -> TagOverview:
        """For each sound of a snapshot [n] the tag that is shown first, a number of `tags`, and how many it has."""
        table = self._now(snapshot)
        if table is None:
            count = len(snapshot.sound_ids)
            return TagOverview(np.full(count, -1, dtype=np.int64), np.zeros(count, dtype=np.int64))
        found = overview(table, snapshot.matrix)
        first, counts = snapshot.per_sound(found.first, np.int64(-1)), snapshot.per_sound(found.counts, np.int64(0))
        said = snapshot.positions_of({verdict.content_id for verdict in self._library.verdicts.all()})
        tags = self.tags_of(snapshot.sound_ids[said].tolist())
        for place, shown in zip(said.tolist(), tags.values(), strict=True):
            counts[place] = len(shown)
            first[place] = table.number_of[shown[0].vocabulary_id, shown[0].tag_id] if shown else -1
        return TagOverview(first, counts)

    def nearest_name(self, name: str) -> str | None:
        """The active tag whose name or alias is spelt most like this, or None when none is."""
        table = self._table
        return table.nearest(name) if table else None

    def knows(self, name: str) -> bool:
        """Whether an active vocabulary has a tag of this name or alias."""
        table = self._table
        return table is not None and bool(table.called(name))

    def called(self, names: Sequence[str]) -> set[TagKey]:
        """The tags that a filter by these names asks for."""
        table = self._table
        return {table.tags[number].key for name in names for number in table.called(name)} if table else set()

    def tags_of_content(self, content_id: bytes, embedding: Vectors) -> tuple[AppliedTag, ...]:
        """The tags of an embedding [d] whose sound need not be in the library; verdicts on its content count."""
        table = self._now()
        if table is None:
            return ()
        scores = table.matrix.scores(embedding[None])[0]
        said = by_content(self._library.verdicts.of_content([content_id])).get(content_id, NONE_SAID)
        return applied(table, scores, scores >= table.thresholds, said)

    def in_common(self, sound_ids: Sequence[int]) -> list[TagInCommon]:
        """The tags that any of these sounds has, or was said not to have. Raises LibraryError."""
        snapshot = self._embedded.snapshot()
        table = self._now(snapshot)
        if table is None:
            return []
        rows = snapshot.rows_of(sound_ids)
        # A sound that was not heard has no automatic tags: one more row, which nothing applies to.
        cells = table.applies(snapshot.matrix)[:, np.maximum(rows, 0)] if len(snapshot.matrix) else None
        flags = np.zeros((len(table.tags), len(rows)), dtype=np.bool_) if cells is None else cells & (rows >= 0)
        scores, _ = self._scores(table, sound_ids[:_MOST_SCORED])
        place_of = {sound_id: place for place, sound_id in enumerate(sound_ids)}
        said = [
            (place_of[sound_id], table.number_of[key], judgement)
            for sound_id, judgements in self._said_of(sound_ids).items()
            for key, judgement in judgements.items()
            if key in table.number_of
        ]
        return in_common(table, flags, scores, said)

    def scores_of(self, key: TagKey) -> TagScores | None:
        """One tag over the library; None when no active vocabulary has it. Raises LibraryError."""
        tags = self._of_library(self._embedded.snapshot())
        return tags.scores_of(key) if tags else None

    def judge(self, sound_ids: Sequence[int], key: TagKey, judgement: Judgement | None) -> Said:
        """Record what a person says of a tag on these sounds; None takes it back. Raises LibraryError.

        Returns what was said before, which `VerdictTable.say` puts back.
        """
        contents = self._library.sounds.contents_of(sound_ids)
        return self._library.verdicts.say(*key, {judgement: list(dict.fromkeys(contents.values()))})

    def accept(self, sound_ids: Sequence[int], key: TagKey) -> Said:
        """The tag belongs to these sounds: accepted where it applied by itself, added where it did not.

        Returns what was said before, as `judge` does.
        """
        contents = self._library.sounds.contents_of(sound_ids)
        snapshot = self._embedded.snapshot()
        table = self._now(snapshot)
        number = table.number_of.get(key) if table else None
        applying: set[bytes] = set()
        if table is not None and number is not None:
            rows = snapshot.rows_of(list(contents))
            cells = table.applies(snapshot.matrix)[number]
            pairs = zip(contents.values(), rows.tolist(), strict=True)
            applying = {content for content, row in pairs if row >= 0 and cells[row]}
        added = [content for content in dict.fromkeys(contents.values()) if content not in applying]
        return self._library.verdicts.say(*key, {Judgement.ACCEPTED: list(applying), Judgement.ADDED: added})

    def _now(self, snapshot: Snapshot | None = None) -> TagTable | None:
        """The tags as they are after all verdicts on sounds of a snapshot, else of the present one."""
        table = self._table
        if table is None:
            return None
        return self._learned.table(table, snapshot or self._embedded.snapshot())

    def _of_library(self, snapshot: Snapshot) -> LibraryTags | None:
        table = self._now(snapshot)
        return LibraryTags(table, snapshot, self._library.verdicts) if table else None

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
        content_of = self._library.sounds.contents_of(sound_ids)
        said = by_content(self._library.verdicts.of_content(list(set(content_of.values()))))
        return {sound_id: said[content] for sound_id, content in content_of.items() if content in said}
