"""Hi-hats, rims and side sticks as a kit in a room has them: many modes of bronze, a rim's crack, the wires below."""

import numpy as np
from numpy.random import Generator

from corpus.synthesis.primitives import (
    Signal,
    band,
    between,
    crushed,
    decay,
    driven,
    modes,
    noise,
    pulse,
    reverberant,
    times,
)
from corpus.synthesis.recipe import Recipe, Sound, recipes


def _bronze(rng: Generator, t: Signal, tau: float) -> Signal:
    """Two thin plates: modes ever closer together towards the top, the high ones dying sooner."""
    lowest = between(rng, 280, 520)
    tuned = [float(lowest * (13_000 / lowest) ** at) for at in np.sort(rng.uniform(0, 1, 70) ** 0.55)]
    bright = rng.uniform(1.0, 2.2)
    levels = [float(rng.uniform(0.2, 1) * (frequency / 3000) ** bright) for frequency in tuned]
    taus = [float(tau * rng.uniform(0.5, 1.5) * (5000 / (frequency + 3000)) ** 0.4) for frequency in tuned]
    return modes(t, tuned, levels, taus) / 10


def _miked(rng: Generator, signal: Signal) -> Signal:
    """In a room, near or less near."""
    return reverberant(signal, rng, rng.uniform(0.15, 0.6), rng.uniform(0.02, 0.2))


def acoustic_closed_hat(rng: Generator) -> Sound:
    """A stick on plates pressed together."""
    t, tau = times(rng.uniform(0.12, 0.35)), between(rng, 0.012, 0.06)
    out = _bronze(rng, t, tau) + rng.uniform(1, 4) * band(noise(rng, len(t)), 4500.0) * decay(t, tau * 0.8)
    out += rng.uniform(0, 0.4) * band(noise(rng, len(t)), 500.0, 3000.0) * decay(t, 0.004)
    return _miked(rng, band(out, between(rng, 250, 900), None, 1)), "closed hi-hat|hi-hat|closed hat|hihat|hat"


def acoustic_open_hat(rng: Generator) -> Sound:
    """A stick on plates that touch lightly, or not: they sizzle on."""
    tau = between(rng, 0.15, 0.6)
    t = times(tau * rng.uniform(2, 3.5))
    sizzle = band(noise(rng, len(t)), between(rng, 3000, 6000)) * decay(t, tau * rng.uniform(0.5, 1))
    out = _bronze(rng, t, tau) + rng.uniform(1.5, 5) * sizzle
    out += rng.uniform(0.1, 0.5) * band(noise(rng, len(t)), 2000.0) * decay(t, 0.006)
    return _miked(rng, band(out, between(rng, 250, 900), None, 1)), "open hi-hat|open hat|hi-hat|sizzling hi-hat|hihat"


def acoustic_pedal_hat(rng: Generator) -> Sound:
    """Plates brought together by the foot: no stick, a duller start, at once still."""
    t, tau = times(rng.uniform(0.12, 0.35)), between(rng, 0.015, 0.06)
    rise = rng.uniform(0.003, 0.012)
    shut = _bronze(rng, t, tau) * np.minimum(t / rise, 1)
    air = band(noise(rng, len(t)), between(rng, 1500, 3500), between(rng, 6000, 11_000)) * decay(t, tau, rise)
    clunk = modes(t, [between(rng, 120, 320)], [rng.uniform(0, 0.25)], [0.02])
    out = band(shut, 400.0, between(rng, 6000, 12_000), 1) + rng.uniform(0.3, 1.2) * air + clunk
    return _miked(rng, out), "pedal hi-hat|foot hi-hat|hi-hat pedal|hi-hat chick|hi-hat"


def lo_fi_hat(rng: Generator) -> Sound:
    """An electronic hat, held and rounded as an early sampler does."""
    is_open = rng.random() < 0.5
    t = times(rng.uniform(0.4, 0.8) if is_open else rng.uniform(0.08, 0.2))
    metal = sum((pulse(between(rng, 400, 2200), len(t)) for _ in range(6)), np.zeros(len(t))) / 6
    mixed = metal * rng.uniform(0.2, 1) + noise(rng, len(t)) * rng.uniform(1, 3)
    tau = rng.uniform(0.1, 0.3) if is_open else rng.uniform(0.012, 0.04)
    cut = between(rng, 4500, 7500)
    out = band(crushed(band(mixed, cut, order=3) * decay(t, tau), 2, 48), cut * 0.6, order=3)
    kind = "open" if is_open else "closed"
    return out, f"{kind} hi-hat|{kind} hat|lo-fi hi-hat|sampled hi-hat|hi-hat"


def acoustic_rimshot(rng: Generator) -> Sound:
    """Stick on skin and rim together: a crack, a short shell, the wires."""
    t, low = times(rng.uniform(0.2, 0.5)), between(rng, 170, 260)
    tuned = [low * ratio * rng.uniform(0.94, 1.06) for ratio in (1.0, 1.6, 2.15, 2.9, 4.2, 6.1)]
    shell = modes(t, tuned, rng.uniform(0.3, 1, 6).tolist(), rng.uniform(0.012, 0.05, 6).tolist())
    crack = band(noise(rng, len(t)), 1200.0) * decay(t, rng.uniform(0.004, 0.012), 0.0003)
    wires = band(noise(rng, len(t)), between(rng, 1200, 3000)) * decay(t, rng.uniform(0.04, 0.12))
    out = driven(shell + rng.uniform(2, 5) * crack + rng.uniform(0.6, 2) * wires, rng.uniform(0.8, 2.0))
    return _miked(rng, out), "rimshot|rim shot|snare rim|snare rimshot|rim"


def side_stick(rng: Generator) -> Sound:
    """The stick lies on the skin and knocks on the rim: wood."""
    t, low = times(rng.uniform(0.1, 0.25)), between(rng, 250, 520)
    tuned = [low * ratio * rng.uniform(0.93, 1.07) for ratio in (1.0, 1.7, 2.6, 3.7, 5.4)]
    out = modes(t, tuned, rng.uniform(0.3, 1, 5).tolist(), rng.uniform(0.006, 0.018, 5).tolist())
    out += rng.uniform(0.8, 2.5) * band(noise(rng, len(t)), 1200.0) * decay(t, rng.uniform(0.003, 0.008), 0.0003)
    out += rng.uniform(0.05, 0.3) * band(noise(rng, len(t)), 2000.0) * decay(t, 0.04)
    return _miked(rng, out), "side stick|cross stick|rim click|rimshot|stick click"


ACOUSTIC_KIT: tuple[Recipe, ...] = recipes(
    acoustic_closed_hat,
    acoustic_open_hat,
    acoustic_pedal_hat,
    lo_fi_hat,
    acoustic_rimshot,
    side_stick,
    seeds=10,
)
