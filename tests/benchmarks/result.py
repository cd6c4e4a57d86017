"""What a benchmark says: one number, what it compares with, and what it is to reach."""

from dataclasses import dataclass
from typing import Literal

TargetFor = Literal["ratio", "at least", "at most"]
"""What a target is for: the ratio, which is to reach it; or the value, which is to be at least or at most that."""


@dataclass(frozen=True, slots=True)
class Result:
    """One measured number. Raises ValueError for a target of a ratio that there is not."""

    name: str
    value: float
    unit: str
    baseline: str = ""
    """What `ratio` compares with; a ratio above 1 means that we are better."""
    ratio: float | None = None
    target: float | None = None
    """What is to be reached; None where nothing was promised."""
    target_for: TargetFor = "ratio"

    def __post_init__(self) -> None:
        if self.target is not None and self.target_for == "ratio" and self.ratio is None:
            raise ValueError(f"“{self.name}” has a target for a ratio and no ratio")

    @property
    def ok(self) -> bool | None:
        """Whether the target is reached; None without a target."""
        if self.target is None:
            return None
        if self.target_for == "at most":
            return self.value <= self.target
        reached = self.ratio if self.target_for == "ratio" else self.value
        return reached is not None and reached >= self.target
