"""What a row of the fault table is."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of fault, as it was measured."""

    number: int
    """Its place in the table."""
    fault: str
    """What was done to the program."""
    tried: int
    """How many times, or with how many files."""
    target: str
    measured: str
    """In the words of the target."""
    problems: tuple[str, ...] = ()
    """What missed the target, each with what is needed to see it again; none: the row passes."""
    limit: str = ""
    """What this machine did not allow to be tried; empty when everything was."""

    @property
    def passed(self) -> bool:
        """Whether the target was reached, with something tried."""
        return not self.problems and self.tried > 0


def shortened(problems: Sequence[str], most: int = 10) -> tuple[str, ...]:
    """The first problems, and how many more there are."""
    more = len(problems) - most
    return (*problems[:most], *([f"and {more} more"] if more > 0 else []))
