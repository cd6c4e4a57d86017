"""Whooshes of other kinds than the plain one: humming past, or only half of it."""

import numpy as np
from numpy.random import Generator

from corpus.synthesis.primitives import between, followed, hump, noise, reverberant, saw, shaped, times
from corpus.synthesis.recipe import Recipe, Sound, recipes


def tonal_whoosh(rng: Generator) -> Sound:
    """Something that hums flies past: its pitch falls as it passes."""
    t = times(rng.uniform(0.7, 2.0))
    passing = (t / t[-1] - rng.uniform(0.4, 0.6)) / rng.uniform(0.08, 0.2)
    near = 1 / (1 + passing**2)
    fall = 2 ** (-rng.uniform(0.15, 0.6) * np.tanh(passing))
    tone = saw(between(rng, 80, 400) * fall, len(t)) + noise(rng, len(t)) * rng.uniform(4, 12)
    centre = followed(between(rng, 500, 1500) * 2**near)
    out = shaped(tone, lambda f, s: hump(f, centre(s), 0.9)) * near**1.5
    return reverberant(out, rng, rng.uniform(0.4, 1.5), 0.3), "whoosh|fly by|whoosh by|pass by|swoosh"


def rising_swoosh(rng: Generator) -> Sound:
    """Air that grows to the end, or comes at once and sinks away."""
    t = times(rng.uniform(0.3, 1.2))
    along = t / t[-1] if rng.random() < 0.5 else 1 - t / t[-1]
    centre = followed(between(rng, 400, 1200) * 2 ** (rng.uniform(1, 3) * along))
    octaves = rng.uniform(0.5, 0.9)
    out = shaped(noise(rng, len(t), 0.4), lambda f, s: hump(f, centre(s), octaves), 512) * along ** rng.uniform(1.2, 3)
    return reverberant(out, rng, rng.uniform(0.3, 1.2), 0.3), "swoosh|whoosh|air swoosh|whoosh transition|sweep"


MOVING_AIR: tuple[Recipe, ...] = recipes(tonal_whoosh, rising_swoosh, seeds=8)
