"""What people said of tags, laid over a snapshot of the library as arrays: a person may have said it of every sound."""

from collections import defaultdict
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from desktop_app.engine.searching.embedded_library import Positions, Snapshot
from desktop_app.engine.tagging.tag_table import TagTable
from desktop_app.library.tables.verdicts import VerdictTable


def words_in(
    verdicts: VerdictTable, table: TagTable, snapshot: Snapshot, numbers: Iterable[int]
) -> tuple[Positions, NDArray[np.int64], NDArray[np.bool_]]:
    """All verdicts on the tags of these numbers in the table, as three arrays [v]: the place in the snapshot, the tag's
    number, and whether the sound is said to have the tag. Raises LibraryError.
    """
    number_of = {table.tags[number].key: number for number in numbers}
    said: dict[bytes, list[tuple[int, bool]]] = defaultdict(list)
    for content, key, has in verdicts.words_on(list(number_of)):
        said[content].append((number_of[key], has))
    words = [
        (place, number, has)
        for place in snapshot.positions_of(said).tolist()
        if (content_id := snapshot.content_ids[place]) is not None
        for number, has in said[content_id]
    ]
    columns = np.array(words, dtype=np.int64).reshape(-1, 3)
    return columns[:, 0], columns[:, 1], columns[:, 2] > 0
