"""A recipe: a named way to make a sound together with captions that are true of it by construction."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from corpus.synthesis.primitives import RATE, Signal

Sound = tuple[Signal, str]
"""Samples at 44.1 kHz, and captions divided by `|`, plainest first."""
Maker = Callable[[Generator], Sound]

_LOUDEST, _QUIETEST = -0.5, -16.0
"""Peaks of the finished sounds, dB of full scale."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """One way to make a sound, varied by a seed."""

    name: str
    make: Maker
    seeds: int


def recipes(*makers: Maker, seeds: int = 7) -> tuple[Recipe, ...]:
    """Recipes that are named like the functions that make them."""
    return tuple(Recipe(getattr(maker, "__name__", ""), maker, seeds) for maker in makers)


def rendered(recipe: Recipe, seed: int) -> tuple[NDArray[np.float32], tuple[str, ...]]:
    """The sound (44.1 kHz, mono, peak -16 to -0.5 dB) and captions of one seed; the same in every run."""
    digest = hashlib.blake2b(f"{recipe.name}-{seed}".encode(), digest_size=8).digest()
    rng = np.random.default_rng(int.from_bytes(digest, "big"))
    signal, captions = recipe.make(rng)
    peak = 10 ** (rng.uniform(_QUIETEST, _LOUDEST) / 20)
    return _finished(signal, float(peak)), tuple(dict.fromkeys(part for part in captions.split("|") if part))


def _finished(signal: Signal, peak: float) -> NDArray[np.float32]:
    """Without offset, with ends that do not click, at `peak`."""
    clean = signal - np.mean(signal)
    fade = min(int(0.004 * RATE), len(clean) // 4)
    clean[:fade] *= np.linspace(0, 1, fade) ** 0.5
    clean[len(clean) - fade :] *= np.linspace(1, 0, fade)
    return np.asarray(clean * (peak / (np.max(np.abs(clean)) + 1e-12)), dtype=np.float32)


def sized(frequency: float, low: float, high: float, word: str) -> str:
    """`low word` or `high word` below or above the two limits (Hz), otherwise the word alone."""
    if frequency <= low:
        return f"low {word}"
    return f"high {word}" if frequency >= high else word
