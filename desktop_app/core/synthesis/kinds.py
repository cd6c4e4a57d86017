"""A kind of sound, its variants, and how each becomes a finished piece of audio.

A variant's whole randomness comes from its name, so any one can be made alone and sounds the same in every run.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.random import Generator

from desktop_app.core.sound import Samples
from desktop_app.core.synthesis.filters import RATE, Signal, high_pass, room
from desktop_app.core.synthesis.sources import coloured

Renderer = Callable[[Generator], Signal]
"""Makes one sound of a kind; every call with the same generator state gives the same samples."""

PEAK = 0.9
_SHORTEST, _LONGEST = 0.4, 3.0


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of sound: what it is called, what it imitates, and how it is made."""

    name: str
    labels: frozenset[str]
    render: Renderer
    variants: int = 3


@dataclass(frozen=True, slots=True)
class ReferenceSound:
    """A short sound whose content is known."""

    name: str
    """The kind and the number of the variant, for example `kick drum 3`."""
    labels: frozenset[str]
    """Plain lower-case words that are all true of it."""
    samples: Samples
    """At 48 kHz, 0.4 to 3 s, peak at most 0.9."""


def kind(name: str, labels: str, render: Renderer, variants: int = 3) -> Kind:
    """A kind whose labels are its own name and the comma-separated others."""
    others = {label.strip() for label in labels.split(",") if label.strip()}
    return Kind(name, frozenset({name} | others), render, variants)


def seeded(name: str) -> Generator:
    """The random generator that belongs to a name."""
    digest = hashlib.blake2b(name.encode("utf-8"), digest_size=16).digest()
    return np.random.default_rng(int.from_bytes(digest, "big"))


def finish(sound: Signal, peak: float = PEAK, *, fade_in: float = 0.002, fade_out: float = 0.02) -> Samples:
    """Remove DC, fade the ends (seconds), bring to `peak`, and make float32."""
    count = len(sound)
    clean = high_pass(sound, 18.0)
    clean -= np.mean(clean)
    start, end = max(int(fade_in * RATE), 1), max(int(fade_out * RATE), 1)
    clean[:start] *= np.linspace(0, 1, start)
    clean[count - end :] *= np.linspace(1, 0, end)
    # The fades bring back a trace of DC; a slow half sine takes it away and is zero at both ends.
    bump = np.sin(np.pi * (np.arange(count) + 0.5) / count) ** 2
    clean -= bump * (np.sum(clean) / np.sum(bump))
    return np.asarray(clean * (peak / (np.max(np.abs(clean)) + 1e-12)), dtype=np.float32)


def make(kind: Kind, variant: int) -> ReferenceSound:
    """Render one variant (counted from 1): the kind's own variation, then a room and a noise floor of its own."""
    name = f"{kind.name} {variant}"
    rng = seeded(name)
    sound = kind.render(rng)[: int(_LONGEST * RATE)]
    sound = np.pad(sound, (0, max(int(_SHORTEST * RATE) - len(sound), 0)))
    if variant % 2 == 0:
        sound = room(sound, rng, rng.uniform(0.15, 0.7), rng.uniform(0.1, 0.35), rng.uniform(3000, 8000))
    if variant % 3 == 0:
        floor = 10 ** (rng.uniform(-62, -50) / 20) * float(np.max(np.abs(sound)))
        sound = sound + floor * coloured(rng, len(sound), 3.0)
    return ReferenceSound(name, kind.labels, finish(sound, PEAK * rng.uniform(0.55, 1.0)))
