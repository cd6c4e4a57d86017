"""Noises: white, pink and brown, hiss, rumble, static, crackle, a radio dial and surf."""

from collections.abc import Callable

import numpy as np
from numpy.random import Generator

from corpus.synthesis.primitives import (
    RATE,
    Signal,
    band,
    between,
    decay,
    followed,
    held,
    noise,
    pick,
    placed,
    shaped,
    sine,
    specks,
    times,
    wander,
)
from corpus.synthesis.recipe import Recipe, Sound, recipes


def white_noise(rng: Generator) -> Sound:
    """Even noise."""
    t = times(rng.uniform(0.8, 5))
    return noise(rng, len(t)) * held(t, 0.01, 0.02), "white noise|noise|steady noise|static noise"


def pink_noise(rng: Generator) -> Sound:
    """Noise that falls by 3 dB an octave."""
    t = times(rng.uniform(0.8, 5))
    return noise(rng, len(t), 1) * held(t, 0.01, 0.05), "pink noise|noise|steady noise"


def brown_noise(rng: Generator) -> Sound:
    """Noise that falls by 6 dB an octave."""
    t = times(rng.uniform(1, 5))
    return noise(rng, len(t), 2) * held(t, 0.03, 0.05), "brown noise|low noise|deep noise|red noise"


def hiss(rng: Generator) -> Sound:
    """High noise."""
    t = times(rng.uniform(0.5, 4))
    what = pick(rng, "tape hiss", "steady hiss", "noise hiss")
    return band(noise(rng, len(t)), between(rng, 2500, 6000)) * held(t, 0.05, 0.1), f"hiss|{what}|hissing|high noise"


def steam_burst(rng: Generator) -> Sound:
    """Noise that is let out and fades, like air out of a valve."""
    t = times(rng.uniform(0.3, 1.6))
    out = band(noise(rng, len(t)), between(rng, 1000, 3500)) * decay(t, len(t) / RATE / rng.uniform(3, 5), 0.01)
    return out, "air release|burst of air|hiss|air hiss|pneumatic hiss"


def rumble(rng: Generator) -> Sound:
    """Low noise that swells and sinks."""
    t = times(rng.uniform(2.5, 6))
    swell = 0.65 + 0.35 * wander(rng, len(t), rng.uniform(0.8, 4))
    out = band(noise(rng, len(t), 1.5), 22.0, between(rng, 80, 180)) * swell
    return out * held(t, 0.3, 0.5), "rumble|low rumble|deep rumble|rumbling"


def static(rng: Generator) -> Sound:
    """Noise with sudden drops and crackles, as from a radio without a station."""
    t = times(rng.uniform(1, 4))
    gate = np.where(wander(rng, len(t), rng.uniform(15, 40)) > rng.uniform(-0.6, 0), 1.0, rng.uniform(0.1, 0.4))
    out = band(noise(rng, len(t)), 400.0, rng.uniform(4000, 9000)) * gate + 2 * specks(rng, len(t), 30)
    return out * held(t, 0.02, 0.02), "radio static|static|static noise|interference|crackling static"


def vinyl_crackle(rng: Generator) -> Sound:
    """Ticks and pops over faint noise and rumble of a turntable."""
    t = times(rng.uniform(2, 5))
    out = 0.03 * noise(rng, len(t), 1) + 0.05 * band(noise(rng, len(t), 1), 25.0, 70.0)
    out += specks(rng, len(t), rng.uniform(15, 50)) * 0.5 + 1.5 * specks(rng, len(t), 1.5)
    return band(out, None, 9000.0), "vinyl crackle|record crackle|crackle|vinyl noise|record player noise"


def loose_crackle(rng: Generator) -> Sound:
    """Loose crackles alone."""
    t = times(rng.uniform(1, 4))
    out = specks(rng, len(t), rng.uniform(12, 60)) + 0.003 * noise(rng, len(t))
    return band(out, 500.0, 9000.0), "crackle|crackling|crackling noise|clicks and pops"


def radio_tuning(rng: Generator) -> Sound:
    """Static in which whistles slide past, as when a short-wave dial is turned."""
    t = times(rng.uniform(2, 5))
    out = 0.5 * band(noise(rng, len(t)), 300.0, 3500.0) * (0.7 + 0.3 * wander(rng, len(t), 2))
    for _ in range(int(rng.integers(2, 5))):
        middle, speed = rng.uniform(0.1, 0.9) * t[-1], rng.uniform(800, 4000)
        whistle = np.abs((t - middle) * speed) + 30
        near = np.exp(-(((t - middle) / rng.uniform(0.2, 0.6)) ** 2))
        out += rng.uniform(0.2, 0.7) * sine(np.minimum(whistle, 6000), len(t)) * near
    return band(out, 250.0, 4000.0), "radio tuning|tuning a radio|shortwave radio|radio static|radio interference"


def surf(rng: Generator) -> Sound:
    """Waves: noise that gathers, breaks bright and runs out."""
    seconds = rng.uniform(4.5, 6)
    out = 0.06 * noise(rng, len(times(seconds)), 1)
    for start in np.arange(rng.uniform(-1, 0.3), seconds, rng.uniform(2.5, 4)):
        t = times(4.5)
        level = (np.minimum(t / 1.3, 1) ** 2.5) * np.exp(-np.maximum(t - 1.3, 0) / rng.uniform(0.8, 1.3))
        top = followed(300 + between(rng, 3000, 7000) * level**0.8)
        wave = _darkened(noise(rng, len(t), 0.7), top) * level
        offset = max(start, 0.0)
        out += placed([(offset, wave[int((offset - start) * RATE) :])], seconds)[: len(out)]
    return out, "ocean waves|surf|waves|sea waves|waves breaking"


def _darkened(signal: Signal, top: Callable[[Signal], Signal]) -> Signal:
    """What lies below a moving edge."""
    return shaped(signal, lambda f, s: 1 / (1 + (f / top(s)) ** 4))


NOISES: tuple[Recipe, ...] = recipes(
    white_noise,
    pink_noise,
    brown_noise,
    hiss,
    steam_burst,
    rumble,
    static,
    vinyl_crackle,
    loose_crackle,
    radio_tuning,
    surf,
)
