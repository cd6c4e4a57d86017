"""What a worker process and its parent say to each other over their pipe: plain data and nothing else."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Order:
    """To the child: do this piece of work in this lane."""

    number: int
    lane: str
    work: object


@dataclass(frozen=True, slots=True)
class Cancel:
    """To the child: nobody wants this order any more."""

    number: int


@dataclass(frozen=True, slots=True)
class Ready:
    """From the child: it is up and takes orders."""


@dataclass(frozen=True, slots=True)
class Beat:
    """From the child: this order has begun or is getting on; the next beat comes within so many seconds."""

    number: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Done:
    """From the child: the result."""

    number: int
    result: object


@dataclass(frozen=True, slots=True)
class Refused:
    """From the child: the error that the work is known to raise."""

    number: int
    error: Exception


@dataclass(frozen=True, slots=True)
class Failed:
    """From the child: an error that nobody expected, as a traceback."""

    number: int
    traceback: str


OUT_OF_MEMORY = 87
"""The exit code of a child that could not get the memory it needed."""

OUT_OF_TIME = 88
"""The exit code of a child in which one order took more of the processor than it may."""
