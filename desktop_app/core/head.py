"""What a tag listens for where a person's labelled sounds taught it, in place of prompts: one line over an embedding.

A tag's calibrated score is the logistic function of `STEEPNESS * (standing - DEVIATIONS_AT_HALF)`, and a trained tag's
that of a line of its own. The two are the same line in other words, so that a trained tag is one vector, one usual and
one spread like every other tag, and is searched, reviewed, taught by verdicts and found inside long sounds like it.
"""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.calibration import DEVIATIONS_AT_HALF, STEEPNESS
from desktop_app.core.vector_index import Vectors

Floats = NDArray[np.float64]

MOST_WEIGHTS: Final = 8_192
"""Numbers of an embedding; those of CLAP have 512 or 1,024."""
DIGITS: Final = 6
"""Of a weight in a file: with embeddings of length 1, a score is then off by less than a millionth of the weights."""
LARGEST: Final = 1e6
"""A weight beyond this is a mistake; those of a trained tag are below a hundred."""


@dataclass(frozen=True, slots=True)
class Head:
    """The score of an embedding x is 1 / (1 + exp(-(weights @ x + bias)))."""

    embedder_id: str
    """Whose embeddings it was trained on; it says nothing of those of another."""
    weights: tuple[float, ...]
    """[d]"""
    bias: float
    """What the logarithm of the odds is without an embedding, in nats."""


@dataclass(frozen=True, slots=True)
class Line:
    """The same as a tag: in spreads above a usual."""

    vector: Vectors
    """[d]"""
    usual: float
    spread: float
    """0 for a tag that applies to nothing."""


def head_of(embedder_id: str, weights: Floats, bias: float) -> Head:
    """A head with its numbers as a file keeps them, so that it scores the same before and after it was saved."""
    return Head(embedder_id, tuple(map(rounded, weights.tolist())), rounded(bias))


def rounded(number: float) -> float:
    """A number with the digits that are written of it."""
    return float(f"{number:.{DIGITS}g}")


def line_of(head: Head, embedder_id: str, dimension: int) -> Line:
    """What takes the place of prompts and background of a tag, for embeddings [n, dimension] of an embedder.

    For another embedder than its own: a tag that applies to nothing.
    """
    if not fits(head, embedder_id, dimension):
        return Line(np.zeros(dimension, dtype=np.float32), 0.0, 0.0)
    vector = np.array(head.weights) / STEEPNESS
    return Line(vector.astype(np.float32), -(head.bias / STEEPNESS + DEVIATIONS_AT_HALF), 1.0)


def fits(head: Head, embedder_id: str, dimension: int) -> bool:
    """Whether a head can score embeddings [n, dimension] of an embedder."""
    return head.embedder_id == embedder_id and len(head.weights) == dimension


def read_weights(text: str) -> tuple[float, ...]:
    """The numbers that a file writes with blanks between. ValueError, whose text says what is wrong, as the end of a
    sentence.
    """
    words = text.split()
    if not words or len(words) > MOST_WEIGHTS:
        raise ValueError(f"must be 1 to {MOST_WEIGHTS:,} numbers, not {len(words):,}")
    try:
        numbers = tuple(map(float, words))
    except ValueError:
        raise ValueError("must be numbers with blanks between") from None
    if not all(math.isfinite(number) and abs(number) <= LARGEST for number in numbers):
        raise ValueError("has a number that is none or is too large")
    return numbers


def write_weights(weights: tuple[float, ...], per_line: int = 10) -> str:
    """The text of weights, some on each line."""
    words = [f"{weight:.{DIGITS}g}" for weight in weights]
    return "\n".join(" ".join(words[start : start + per_line]) for start in range(0, len(words), per_line))
