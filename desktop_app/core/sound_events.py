"""When in a sound which tags apply: from the standings of overlapping windows to events with a beginning and an end.

A window says something of all that it covers, so it alone is a poor clock. The sound is divided into frames as long as
the windows lie apart (a second at most); what a tag stands at in a frame is the mean of the windows that cover its
middle, those counting most that have it in their own middle. An event begins where that is about what the tag needs to
apply at all, and goes on while it is not much less, so that one that wavers stays one event.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.calibration import calibrate_standing, standing_of
from desktop_app.core.moment import Seconds
from desktop_app.core.scoring import ScoredTag, TagMatrix
from desktop_app.core.vector_index import Vectors

BEGINS_BELOW: Final = 0.2
"""Spreads below a tag's threshold at which its events begin: a mean of windows is less than the best of them. This and
the following are measured by `tests/benchmarks/sound_events.py` on recordings put one after the other: chosen on one
half of them (F1 of segments of 1 s 0.64), judged on the other (0.63, and 0.53 with windows of 4 s; 0.47 where each of
these stands for all of its length)."""
STAYS_BELOW: Final = 0.6
"""Spreads below a tag's threshold to which an event goes on."""
SHORTEST: Final = 1.0
"""Seconds that an event lasts at least, unless the sound itself is shorter."""
LONGEST_FRAME: Final = 1.0
"""Seconds. Of windows 2 s apart, frames of 1 s find more than those of 2 s, and those of 0.5 s no more."""
LEAST: Final = -3.5
"""Spreads that anything stands at, at least, and silence does: however unlike a tag one is, its neighbours count."""
_LEAST_WEIGHT: Final = 0.05
"""Of a window that has a frame at its edge; one in its middle counts 1."""
_ABOUT: Final = 1e-6
"""Seconds that make no difference."""


@dataclass(frozen=True, slots=True, eq=False)
class WindowGrid:
    """Where n windows lie in a sound."""

    starts: Seconds
    """[n], ascending."""
    seconds: float
    """Length of each; a sound that is shorter has one."""
    length: float
    """Seconds of the whole sound."""


@dataclass(frozen=True, slots=True)
class SoundEvent:
    """A stretch of a sound to which a tag applies."""

    tag: ScoredTag
    onset: float
    """Seconds."""
    offset: float
    """Seconds, after `onset`."""
    score: float
    """Calibrated, 0..1: that of the frame that fits best."""


def find_events(matrix: TagMatrix, embeddings: Vectors, grid: WindowGrid) -> tuple[SoundEvent, ...]:
    """The events of a sound whose windows have the embeddings [n, d], by their beginning; NaN for a silent window."""
    standings = np.full((len(embeddings), len(matrix.tags)), LEAST, dtype=np.float32)
    heard = np.isfinite(embeddings).all(axis=1)
    standings[heard] = np.maximum(matrix.standings(embeddings[heard]), LEAST)
    frames, lasting = frame_standings(standings, grid)
    frames[_silent_frames(grid.starts[~heard], grid.seconds, len(frames), lasting)] = LEAST
    wanted = standing_of(matrix.thresholds)
    begins, stays = frames >= wanted - BEGINS_BELOW, frames >= wanted - STAYS_BELOW
    found = []
    for number in np.flatnonzero(begins.any(axis=0)).tolist():
        for first, last in _runs(stays[:, number]):
            onset, offset = first * lasting, min(last * lasting, grid.length)
            is_long = offset - onset >= min(SHORTEST, grid.length) - _ABOUT
            if is_long and begins[first:last, number].any():
                best = calibrate_standing(frames[first:last, number].max(keepdims=True))
                event = SoundEvent(matrix.tags[number], round(onset, 3), round(offset, 3), float(best[0]))
                found.append(event)
    return tuple(sorted(found, key=lambda event: (event.onset, -event.score)))


def frame_standings(standings: Vectors, grid: WindowGrid) -> tuple[Vectors, float]:
    """From windows [n, t] to frames [m, t], and how many seconds a frame lasts."""
    seconds = frame_seconds(grid)
    middles = (np.arange(max(math.ceil(grid.length / seconds - _ABOUT), 1)) + 0.5) * seconds
    middles = np.minimum(middles, grid.length)
    first = np.searchsorted(grid.starts + grid.seconds, middles - _ABOUT)
    last = np.searchsorted(grid.starts, middles + _ABOUT, side="right")
    frames = np.full((len(middles), standings.shape[1]), LEAST, dtype=np.float32)
    for frame, (start, end) in enumerate(zip(first.tolist(), last.tolist(), strict=True)):
        if start < end:
            away = np.abs(grid.starts[start:end] + grid.seconds / 2 - middles[frame])
            weights = np.maximum(1 - 2 * away / grid.seconds, _LEAST_WEIGHT)
            frames[frame] = weights @ standings[start:end] / weights.sum()
    return frames, seconds


def frame_seconds(grid: WindowGrid) -> float:
    """How long a frame lasts: from one window to the next, a second at most; for a single window all of the sound."""
    if len(grid.starts) < 2:
        return max(grid.length, _ABOUT)
    return min(float(grid.starts[1] - grid.starts[0]), LONGEST_FRAME)


def most_certain(events: Sequence[SoundEvent], tags: int) -> list[tuple[SoundEvent, ...]]:
    """The events of so many tags at most, a row each: the tag with the best score first."""
    rows: dict[tuple[str, str], list[SoundEvent]] = {}
    for event in events:
        rows.setdefault(event.tag.key, []).append(event)
    best = sorted(rows.values(), key=lambda row: -max(event.score for event in row))
    return [tuple(row) for row in best[:tags]]


def _silent_frames(starts: Seconds, length: float, count: int, seconds: float) -> NDArray[np.bool_]:
    """Which of the frames [count] lie in a silent window: whatever its neighbours hold, they hold it elsewhere."""
    silent = np.zeros(count, dtype=np.bool_)
    for start in starts.tolist():
        silent[math.ceil(start / seconds - _ABOUT) : math.floor((start + length) / seconds + _ABOUT)] = True
    return silent


def _runs(column: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """First and one past the last place of each stretch that is True."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], column, [False])).astype(np.int8)))
    return [(int(first), int(last)) for first, last in edges.reshape(-1, 2)]
