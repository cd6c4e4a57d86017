"""Moments: the stretches of long sounds that answer a question. Where the windows lie that are heard for them."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Seconds = NDArray[np.float64]
"""Times in a sound, [n]."""

_ABOUT = 1e-6
"""Seconds, and shares of a hop, that make no difference."""


@dataclass(frozen=True, slots=True)
class WindowShape:
    """How a sound is divided into windows. Whoever changes one of these numbers raises the analysis's version."""

    seconds: float
    """Length of a window."""
    hop_seconds: float
    """From the start of one to that of the next."""
    longer_than: float
    """Seconds, at least a window's; shorter sounds have none."""
    most: int | None = None
    """Windows of a sound that may overlap by so much; None for any number. Those of a longer sound begin further apart,
    so that there are no more of them, until they lie end to end; then there are as many as it takes.
    """

    def starts(self, length: float) -> tuple[float, ...]:
        """Where the windows of a sound of so many seconds begin, in whole milliseconds; the last ends with the sound.

        All but the last are equally far apart.
        """
        if length <= self.longer_than:
            return ()
        # In whole milliseconds, too: else what is left of one would be a window that begins where the last one does.
        rest = math.floor((length - self.seconds) * 1000 + _ABOUT) / 1000
        apart = 0.0 if self.most is None else rest / max(1, self.most - 1)
        hop = min(max(apart, self.hop_seconds), self.seconds)
        hops = math.ceil(rest / hop - _ABOUT)
        return tuple(math.floor(min(number * hop, rest) * 1000 + _ABOUT) / 1000 for number in range(hops + 1))


@dataclass(frozen=True, slots=True)
class Moment:
    """The stretch of a long sound that answers a question best."""

    start_s: float
    end_s: float


def clock_time(seconds: float) -> str:
    """A time in a sound as people write it, in whole seconds: "1:05", "1:01:05"."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


@dataclass(frozen=True, slots=True)
class Moments:
    """The best moment of each sound of an answer."""

    starts: Seconds
    """[n] seconds; NaN for a sound that has none: a short one, or one whose windows were not heard yet."""
    ends: Seconds
    """[n] seconds; NaN as `starts`."""

    def at(self, place: int) -> Moment | None:
        """That of the sound at this place of the answer."""
        start = float(self.starts[place])
        return None if math.isnan(start) else Moment(start, float(self.ends[place]))
