"""All windows of long sounds in memory, searched exactly: a quick look at all of them, a second one at the best.

A million windows take 512 MB, one byte a number. The quick look (numkong, whose products of bytes use what the
processor has for them) is wrong by some thousandths of a score; of the windows that may be among the best in spite of
that, the other byte is read from the disk.
"""

import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import numkong
import numpy as np
from numpy.typing import NDArray

from desktop_app.core.events import IndexEvent, MomentsProgress
from desktop_app.core.vector_index import Rows, Vectors
from desktop_app.core.window_codes import Codes, decode
from desktop_app.library.library import Library
from desktop_app.library.tables.windows import CoarseWindows, WindowTable

BEST: Final = 100
"""Windows whose order is exact."""
_MOST_READ: Final = 4_000
"""Windows that are looked at again at most, when very many are alike."""
_LARGEST: Final = np.float32(127)
_SURE: Final = 3.3
"""Scales by which the quick look may be wrong, for a question of length 1. An error is a sum of roundings, one a
number, each at most half a scale, weighed by the question: larger than this once in 10^9 (Hoeffding's inequality).
"""
_BLOCK: Final = 16_384
"""Windows held in one piece: adding some copies little, however many there are."""


@dataclass(frozen=True, slots=True, eq=False)
class _Block:
    """Windows of some sounds; never changed."""

    coarse: Codes
    """[n, d]"""
    scales: Vectors
    lengths: Vectors
    starts: Vectors
    """[n] each."""
    contents: tuple[bytes, ...]
    """[k]"""
    numbers: tuple[int, ...]
    """[k] rows of the table."""
    seconds: tuple[float, ...]
    """[k] lengths of a window."""
    counts: tuple[int, ...]
    """[k] windows."""


@dataclass(frozen=True, slots=True, eq=False)
class Windows:
    """What the windows were at one time. n windows of k contents, those of a content one after the other."""

    contents: tuple[bytes, ...]
    """[k]; one that was heard again stands in it twice, and the later one counts."""
    first: Rows
    """[k + 1] where the windows of each content begin, and n."""
    starts: Vectors
    """[n] seconds."""
    seconds: Vectors
    """[k] length of a window."""
    _blocks: tuple[_Block, ...]
    _numbers: Rows
    _table: WindowTable

    def __len__(self) -> int:
        return int(self.first[-1])

    def scores(self, question: Vectors) -> Vectors:
        """Dot products [n] with a question [d]: exact for the best 100 at least, else to some thousandths."""
        return self._measure(question, None)

    def likeness(self, example: Vectors) -> Vectors:
        """Cosines [n] with an example [d], as exact as `scores`; 0 where a vector has no length."""
        length = np.float32(np.linalg.norm(example))
        tiny = np.float32(1e-12)
        lengths = np.concatenate([block.lengths for block in self._blocks] or [np.empty(0, dtype=np.float32)])
        return self._measure(example / np.maximum(length, tiny), 1 / np.maximum(lengths, tiny))

    def _measure(self, question: Vectors, factors: Vectors | None) -> Vectors:
        """Products with a question, times a factor for each window."""
        largest = float(np.abs(question).max(initial=0.0))
        scores = np.zeros(len(self), dtype=np.float32)
        if not largest:
            return scores
        scale = np.float32(largest) / _LARGEST
        codes = np.rint(question / scale).astype(np.int8)
        errors = np.empty(len(self), dtype=np.float32)
        rounded = np.float32(_SURE * np.linalg.norm(question))
        start = 0
        for block in self._blocks:
            part = slice(start, start := start + len(block.coarse))
            products = np.asarray(numkong.dot(block.coarse, codes))
            np.multiply(products, block.scales * scale, out=scores[part], casting="same_kind")
            np.multiply(block.scales, rounded, out=errors[part])
            errors[part] += np.float32(_SURE) * scale * block.lengths
        if factors is not None:
            scores *= factors
            errors *= factors
        self._look_again(question, factors, scores, errors)
        return scores

    def _look_again(self, question: Vectors, factors: Vectors | None, scores: Vectors, errors: Vectors) -> None:
        """Measure those windows exactly that may be among the best."""
        best = _may_be_best(scores, errors)
        found, fine = self._fine(best, len(question))
        best, fine = best[found], fine[found]
        done = 0
        for block, low, rows in self._parts(best):
            part = slice(done, done := done + len(rows))
            exact = decode(block.coarse[rows - low], fine[part], block.scales[rows - low]) @ question
            scores[rows] = exact if factors is None else exact * factors[rows]

    def _fine(self, rows: Rows, dimension: int) -> tuple[NDArray[np.bool_], Codes]:
        owners = np.searchsorted(self.first, rows, side="right") - 1
        places = zip(self._numbers[owners].tolist(), (rows - self.first[owners]).tolist(), strict=True)
        return self._table.fine(list(places), dimension)

    def _parts(self, rows: Rows) -> Iterator[tuple[_Block, int, Rows]]:
        """Each block with its first window, and those of the ascending rows that lie in it."""
        low = 0
        for block in self._blocks:
            high = low + len(block.coarse)
            yield block, low, rows[np.searchsorted(rows, low) : np.searchsorted(rows, high)]
            low = high


class MomentIndex:
    """Keeps the windows up to date; reads only what is new, and nothing before somebody asks. For any thread."""

    def __init__(self, library: Library, embedder_id: str) -> None:
        self._library = library
        self._embedder_id = embedder_id
        self._lock = threading.Lock()
        self._stale = True
        self._newest = 0
        self._blocks: list[_Block] = []
        self._windows = self._together()

    def follow(self, event: IndexEvent) -> None:
        """Take in what the indexer tells."""
        if isinstance(event, MomentsProgress):
            self._stale = True

    def windows(self) -> Windows:
        """All windows as they are now. Raises LibraryError."""
        with self._lock:
            if self._stale:
                self._stale = False
                try:
                    self._read()
                except BaseException:
                    self._stale = True
                    raise
            return self._windows

    def _read(self) -> None:
        gathered: list[CoarseWindows] = []
        count = 0
        for heard in self._library.windows.since(self._embedder_id, self._newest):
            gathered.append(heard)
            count += len(heard.starts)
            if count >= _BLOCK:
                self._add(_block(gathered))
                gathered, count = [], 0
        if gathered:
            self._add(_block(gathered))
        # Also what was read before an error the last time.
        if len(self._windows.contents) < sum(len(block.contents) for block in self._blocks):
            self._windows = self._together()

    def _add(self, block: _Block) -> None:
        """Take in a block; small ones are joined with the one before, so that there are few."""
        self._newest = block.numbers[-1]
        blocks = self._blocks
        blocks.append(block)
        while len(blocks) > 1 and _are_to_be_joined(blocks[-2], blocks[-1]):
            blocks[-2:] = [_joined(blocks[-2:])]

    def _together(self) -> Windows:
        blocks = tuple(self._blocks)
        counts = [count for block in blocks for count in block.counts]
        return Windows(
            contents=tuple(content for block in blocks for content in block.contents),
            first=np.cumsum([0, *counts], dtype=np.int64),
            starts=np.concatenate([block.starts for block in blocks] or [np.empty(0, dtype=np.float32)]),
            seconds=np.array([seconds for block in blocks for seconds in block.seconds], dtype=np.float32),
            _blocks=blocks,
            _numbers=np.array([number for block in blocks for number in block.numbers], dtype=np.int64),
            _table=self._library.windows,
        )


def _may_be_best(scores: Vectors, errors: Vectors) -> Rows:
    """Which windows may be among the best 100, given by how much each score may be wrong; ascending."""
    if len(scores) <= BEST:
        return np.arange(len(scores))
    surely = scores - errors
    surely.partition(len(scores) - BEST)
    candidates = np.flatnonzero(scores + errors >= surely[len(scores) - BEST])
    if len(candidates) > _MOST_READ:
        chosen = np.argpartition(-scores[candidates], _MOST_READ)[:_MOST_READ]
        candidates = np.sort(candidates[chosen])
    return candidates


def _block(gathered: Iterable[CoarseWindows]) -> _Block:
    windows = list(gathered)
    return _Block(
        coarse=np.concatenate([heard.coarse for heard in windows]),
        scales=np.concatenate([heard.scales for heard in windows]),
        lengths=np.concatenate([heard.lengths for heard in windows]),
        starts=np.concatenate([heard.starts for heard in windows]),
        contents=tuple(heard.content_id for heard in windows),
        numbers=tuple(heard.number for heard in windows),
        seconds=tuple(heard.seconds for heard in windows),
        counts=tuple(len(heard.starts) for heard in windows),
    )


def _are_to_be_joined(before: _Block, after: _Block) -> bool:
    """Blocks grow by doubling, so that each window is copied a few times only."""
    return len(before.coarse) <= 2 * len(after.coarse) and len(before.coarse) + len(after.coarse) <= _BLOCK


def _joined(blocks: list[_Block]) -> _Block:
    return _Block(
        coarse=np.concatenate([block.coarse for block in blocks]),
        scales=np.concatenate([block.scales for block in blocks]),
        lengths=np.concatenate([block.lengths for block in blocks]),
        starts=np.concatenate([block.starts for block in blocks]),
        contents=tuple(content for block in blocks for content in block.contents),
        numbers=tuple(number for block in blocks for number in block.numbers),
        seconds=tuple(seconds for block in blocks for seconds in block.seconds),
        counts=tuple(count for block in blocks for count in block.counts),
    )
