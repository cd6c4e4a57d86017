"""Keeps tags up to date with what was said of them: what they learn is computed anew, and stored nowhere.

It is a matter of milliseconds, and done when somebody asks after a verdict was said or undone, or after the library
took in other sounds; then only for the tags that were told something else than before.
"""

import threading
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.learning import MOST_VERDICTS, LearnedTag, Surroundings, learn, surroundings_of
from desktop_app.core.scoring import TagMatrix
from desktop_app.core.vector_index import Rows, Vectors
from desktop_app.engine.searching.embedded_library import Snapshot
from desktop_app.engine.tagging.tag_table import TagKey, TagTable
from desktop_app.library.tables.verdicts import VerdictTable

_MOST_READ = 4 * MOST_VERDICTS
"""Verdicts of a tag that are looked at: a person may have said it of every sound, and some may wait to be heard."""


@dataclass(frozen=True, slots=True, eq=False)
class _Told:
    """What was said of one tag, of sounds that were heard."""

    rows: Rows
    """[v], of their embeddings, ascending."""
    right: NDArray[np.bool_]
    """[v]"""

    def is_like(self, other: "_Told") -> bool:
        return np.array_equal(self.rows, other.rows) and np.array_equal(self.right, other.right)


@dataclass(frozen=True, slots=True, eq=False)
class _Lesson:
    """What a tag was, what it was told, and what it is now."""

    prompted: TagMatrix
    """That tag alone."""
    told: _Told
    learned: LearnedTag

    def is_of(self, prompted: TagMatrix, told: _Told) -> bool:
        mine, other = self.prompted.background, prompted.background
        same = mine.usual == other.usual and mine.spread == other.spread
        return bool(same) and np.array_equal(self.prompted.vectors, prompted.vectors) and self.told.is_like(told)


@dataclass(frozen=True, slots=True, eq=False)
class _State:
    """A table of tags that have learned, and from what."""

    prompted: TagTable
    changes: int
    snapshot: Snapshot
    table: TagTable
    learned: Mapping[int, LearnedTag]


class LearnedTags:
    """The tags of a table as all verdicts of the library make them. May be used on any thread."""

    def __init__(self, verdicts: VerdictTable, reference: Callable[[], Vectors]) -> None:
        """`reference` gives the embeddings [r, d] of the reference sounds."""
        self._verdicts = verdicts
        self._reference = reference
        self._lock = threading.Lock()
        self._around: Surroundings | None = None
        self._lessons: dict[TagKey, _Lesson] = {}
        """Also those of tags of other tables, which may come back."""
        self._state: _State | None = None

    def table(self, prompted: TagTable, snapshot: Snapshot) -> TagTable:
        """What takes the place of a table of tags as their prompts make them. Raises LibraryError and EmbedderError."""
        return self._now(prompted, snapshot).table

    def counts(self, prompted: TagTable, snapshot: Snapshot) -> dict[TagKey, int]:
        """From how many verdicts each tag of the table learned; those without any are left out. Raises as `table`."""
        learned = self._now(prompted, snapshot).learned
        return {prompted.tags[number].key: tag.verdicts for number, tag in learned.items() if tag.verdicts}

    def drafts(self, matrix: TagMatrix, key: TagKey, snapshot: Snapshot) -> TagMatrix:
        """Tags of which each is a draft of the tag `key`: as what was said of that makes them. Raises as `table`."""
        told = self._told([key], snapshot).get(key)
        if told is None:
            return matrix
        with self._lock:
            learning = [number for number, draft in enumerate(matrix.tags) if draft.tag.learns]
            return matrix.with_learned({n: self._learn(matrix.part([n]), told, snapshot) for n in learning})

    def _now(self, prompted: TagTable, snapshot: Snapshot) -> _State:
        with self._lock:
            before, changes = self._state, self._verdicts.changes
            if before is None or before.prompted is not prompted:
                before = _State(prompted, -1, snapshot, prompted, {})
            if before.changes == changes and before.snapshot is snapshot:
                return before
            told = self._told([scored.key for scored in prompted.tags if scored.tag.learns], snapshot)
            learned = {
                prompted.number_of[key]: self._lesson(prompted, key, each, snapshot) for key, each in told.items()
            }
            numbers = {*learned, *before.learned}
            changed = [number for number in numbers if learned.get(number) is not before.learned.get(number)]
            table = before.table
            if changed:
                table = table.relearned(prompted.matrix.with_learned(learned), changed)
            self._state = _State(prompted, changes, snapshot, table, learned)
            return self._state

    def _told(self, keys: Collection[TagKey], snapshot: Snapshot) -> dict[TagKey, _Told]:
        said = self._verdicts.some_words_on(keys, _MOST_READ)
        places = snapshot.positions_of({content for words in said.values() for content, _ in words})
        contents = [snapshot.content_ids[place] for place in places.tolist()]
        row_of = dict(zip(contents, snapshot.rows[places].tolist(), strict=True))
        told = {}
        for key, words in said.items():
            heard = sorted((row_of[content], has) for content, has in words if row_of.get(content, -1) >= 0)
            if heard:
                rows, right = zip(*heard, strict=True)
                told[key] = _Told(np.array(rows), np.array(right))
        return told

    def _lesson(self, prompted: TagTable, key: TagKey, told: _Told, snapshot: Snapshot) -> LearnedTag:
        single = prompted.matrix.part([prompted.number_of[key]])
        known = self._lessons.get(key)
        if known is None or not known.is_of(single, told):
            known = self._lessons[key] = _Lesson(single, told, self._learn(single, told, snapshot))
        return known.learned

    def _learn(self, single: TagMatrix, told: _Told, snapshot: Snapshot) -> LearnedTag:
        if self._around is None:
            self._around = surroundings_of(self._reference())
        usual, spread = float(single.background.usual[0]), float(single.background.spread[0])
        return learn(single.vectors[0], usual, spread, self._around, snapshot.matrix[told.rows], told.right)
