"""Which part of a sound is seen: a stretch of time, and how zooming and scrolling change it."""

from dataclasses import dataclass
from typing import Final

SHORTEST_SECONDS: Final = 0.001
"""The closest view: a thousandth of a second is 48 samples at 48 kHz."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a sound; never empty, never outside the sound. All values are seconds."""

    start: float
    end: float
    total: float
    """How long the sound is."""

    @classmethod
    def whole(cls, total: float) -> "Stretch":
        """All of a sound of so many seconds."""
        return cls(0.0, max(total, SHORTEST_SECONDS), max(total, SHORTEST_SECONDS))

    @property
    def seconds(self) -> float:
        """How much is seen."""
        return self.end - self.start

    @property
    def is_whole(self) -> bool:
        """Whether all of the sound is seen."""
        return self.start <= 0.0 and self.end >= self.total

    def x_of(self, seconds: float, width: float) -> float:
        """Where a time stands in a picture of that width; outside of it for a time that is not seen."""
        return (seconds - self.start) / self.seconds * width

    def seconds_at(self, x: float, width: float) -> float:
        """The time that stands at `x`, inside the sound."""
        return min(max(self.start + x / max(width, 1.0) * self.seconds, 0.0), self.total)

    def zoomed(self, factor: float, at: float) -> "Stretch":
        """`factor` times as close, while the time `at` stays in its place."""
        seconds = min(max(self.seconds / factor, SHORTEST_SECONDS), self.total)
        share = (at - self.start) / self.seconds
        return self._placed(at - share * seconds, seconds)

    def scrolled(self, by: float) -> "Stretch":
        """So many seconds later, as far as the sound goes."""
        return self._placed(self.start + by, self.seconds)

    def showing(self, seconds: float) -> "Stretch":
        """The stretch itself where it shows this time; else moved so that the time stands near its left edge."""
        if self.start <= seconds <= self.end:
            return self
        return self._placed(seconds - 0.05 * self.seconds, self.seconds)

    def showing_all(self, start: float, end: float) -> "Stretch":
        """Moved so that all from `start` to `end` is seen; where that is more than is seen now, from further away."""
        if end - start > self.seconds:
            return self.around(start, end)
        return self._placed((start + end - self.seconds) / 2, self.seconds)

    def around(self, start: float, end: float) -> "Stretch":
        """From `start` to `end` with a little to both sides."""
        seconds = min(max(1.1 * (end - start), SHORTEST_SECONDS), self.total)
        return self._placed((start + end - seconds) / 2, seconds)

    def _placed(self, start: float, seconds: float) -> "Stretch":
        begin = min(max(start, 0.0), self.total - seconds)
        return Stretch(begin, begin + seconds, self.total)
