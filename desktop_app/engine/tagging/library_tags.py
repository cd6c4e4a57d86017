"""Tags over the whole library at once: scores as arrays, with what people said of tags laid over them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.scoring import ScoredTag
from desktop_app.core.vector_index import Vectors
from desktop_app.engine.searching.embedded_library import Positions, Snapshot
from desktop_app.engine.tagging.applied_tags import Flags
from desktop_app.engine.tagging.review import TagScores
from desktop_app.engine.tagging.tag_table import TagKey, TagTable
from desktop_app.library.tables.verdicts import VerdictTable


@dataclass(frozen=True, slots=True)
class TagCount:
    """How many present sounds of the library have a tag."""

    scored: ScoredTag
    count: int


@dataclass(frozen=True, slots=True)
class LibraryTags:
    """The tags of a table on the sounds of a snapshot [n]. Every method raises LibraryError."""

    table: TagTable
    snapshot: Snapshot
    verdicts: VerdictTable

    def counts(self) -> list[TagCount]:
        """For each tag, how many present sounds have it."""
        table, snapshot = self.table, self.snapshot
        rows = snapshot.rows[snapshot.present & (snapshot.rows >= 0)]
        cells = table.applies(snapshot.matrix)
        once = np.zeros(cells.shape[1], dtype=np.bool_)
        once[rows] = True
        # Most embeddings have one sound; those of copies are counted again, as often as there are more of them.
        more = np.bincount(rows, minlength=cells.shape[1]) - once
        copied = np.flatnonzero(more)
        totals = [int(np.count_nonzero(column & once)) + int(column[copied] @ more[copied]) for column in cells]
        places, numbers, has = self._words(range(len(table.tags)))
        listed = snapshot.present[places]
        places, numbers, has = places[listed], numbers[listed], has[listed]
        automatic = snapshot.rows[places] >= 0
        automatic[automatic] = cells[numbers[automatic], snapshot.rows[places[automatic]]]
        changes = np.bincount(numbers, has.astype(np.float64) - automatic, len(totals)).astype(np.int64)
        return [
            TagCount(scored, total + int(changes[n]))
            for n, (scored, total) in enumerate(zip(table.tags, totals, strict=True))
        ]

    def having(self, name: str) -> Flags:
        """Which sounds [n], present or not, have a tag of this name or alias."""
        snapshot, numbers = self.snapshot, self.table.called(name)
        result = np.zeros(len(snapshot.sound_ids), dtype=np.bool_)
        if not numbers:
            return result
        cells = self.table.applies(snapshot.matrix)
        columns = {number: snapshot.per_sound(cells[number], np.False_) for number in numbers}
        places, of_tag, has = self._words(numbers)
        for number, column in columns.items():
            column[places[of_tag == number]] = has[of_tag == number]
        for column in columns.values():
            result |= column
        return result

    def ranks(self, names: Sequence[str]) -> Vectors:
        """How good an example of the tags of these names or aliases each sound is [n]: the calibrated score,
        and 1 more where a person said that the sound has the tag; below 0 where it cannot be one.
        """
        snapshot = self.snapshot
        numbers = sorted({number for name in names for number in self.table.called(name)})
        best = np.full(len(snapshot.sound_ids), -1, dtype=np.float32)
        if not numbers:
            return best
        scores = self.table.matrix.part(numbers).scores(snapshot.matrix)
        columns = {number: snapshot.per_sound(scores[:, place], np.float32(-1)) for place, number in enumerate(numbers)}
        places, of_tag, has = self._words(numbers)
        for number, column in columns.items():
            here = places[of_tag == number]
            column[here] = np.where(has[of_tag == number], 1 + np.maximum(column[here], 0), -1)
        for column in columns.values():
            np.maximum(best, column, out=best)
        return best

    def scores_of(self, key: TagKey) -> TagScores | None:
        """One tag over the library; None when the table does not have it."""
        snapshot, number = self.snapshot, self.table.number_of.get(key)
        if number is None:
            return None
        said = np.zeros(len(snapshot.sound_ids), dtype=np.int8)
        spoken_of, _, has = self._words([number])
        said[spoken_of] = np.where(has, 1, -1)
        heard = np.flatnonzero(snapshot.present & (snapshot.rows >= 0))
        rows, firsts, copies = np.unique(snapshot.rows[heard], return_index=True, return_counts=True)
        # All rows, listed or not: picking them out first would copy the whole matrix.
        scores = self.table.matrix.part([number]).scores(snapshot.matrix)[rows, 0]
        best = np.argsort(-scores, kind="stable")
        places = heard[firsts[best]]
        unheard = int(np.count_nonzero((said > 0) & snapshot.present & (snapshot.rows < 0)))
        return TagScores(
            snapshot.sound_ids[places], scores[best], said[places] > 0, said[places] < 0, copies[best], unheard
        )

    def _words(self, numbers: Iterable[int]) -> tuple[Positions, NDArray[np.int64], NDArray[np.bool_]]:
        """All verdicts on the tags of these numbers in the table, as three arrays [v]: the place in the snapshot, the
        tag's number, and whether the sound is said to have the tag. A person may have said it of every sound.
        """
        number_of = {self.table.tags[number].key: number for number in numbers}
        said: dict[bytes, list[tuple[int, bool]]] = defaultdict(list)
        for content, key, has in self.verdicts.words_on(list(number_of)):
            said[content].append((number_of[key], has))
        words = [
            (place, number, has)
            for place in self.snapshot.positions_of(said).tolist()
            if (content_id := self.snapshot.content_ids[place]) is not None
            for number, has in said[content_id]
        ]
        columns = np.array(words, dtype=np.int64).reshape(-1, 3)
        return columns[:, 0], columns[:, 1], columns[:, 2] > 0
