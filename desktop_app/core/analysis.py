"""Analyses: what is worked out about a sound in the background once the sound itself is in the library."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Analysis:
    """One kind of them. A sound waits for it while it has none, or one of an older version."""

    name: str
    """Says what was worked out, and by which embedder if that makes a difference."""
    version: int
    """Raised when its numbers change."""
    longer_than: float = 0.0
    """Seconds; shorter sounds do not need it."""
    of_silent: bool = False
    """Whether it is also wanted of what was decoded and has nothing to be heard in it."""
