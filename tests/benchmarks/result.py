"""What a benchmark says: one number, and where there is something to compare it with, the ratio to that."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Result:
    """One measured number."""

    name: str
    value: float
    unit: str
    baseline: str = ""
    """What `ratio` compares with; a ratio above 1 means that we are better."""
    ratio: float | None = None
