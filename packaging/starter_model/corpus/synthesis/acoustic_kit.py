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
    bright = rng.uniform(0.2, 0.9)
    levels = [float(rng.uniform(0.2, 1) * (frequency / 3000) ** bright) for frequency in tuned]
    taus = [float(tau * rng.uniform(0.5, 1.5) * (5000 / (frequency + 3000)) ** 0.4) for frequency in tuned]
    return modes(t, tuned, levels, taus) / 10


def _miked(rng: Generator, signal: Signal) -> Signal:
    """In a room, near or less near."""
    return reverberant(signal, rng, rng.uniform(0.15, 0.6), rng.uniform(0.02, 0.2))


def acoustic_closed_hat(rng: Generator) -> Sound:
    """A stick on plates pressed together."""
    t, tau = times(rng.uniform(0.12, 0.35)), between(rng, 0.012, 0.06)
    out = _bronze(rng, t, tau) + rng.uniform(0.3, 1.5) * band(noise(rng, len(t)), 4000.0) * decay(t, tau * 0.8)
    out += rng.uniform(0, 0.4) * band(noise(rng, len(t)), 500.0, 3000.0) * decay(t, 0.004)
    return _miked(rng, band(out, between(rng, 250, 900), None, 1)), "closed hi-hat|hi-hat|closed hat|hihat|hat"


def acoustic_open_hat(rng: Generator) -> Sound:
    """A stick on plates that touch lightly, or not: they sizzle on."""
    t, tau = times(rng.uniform(0.8, 2.2)), between(rng, 0.2, 0.9)
    sizzle = band(noise(rng, len(t)), between(rng, 3000, 6000)) * decay(t, tau * rng.uniform(0.5, 1))
    out = _bronze(rng, t, tau) + rng.uniform(0.3, 1.8) * sizzle
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
    mixed = metal * rng.uniform(0.2, 1) + noise(rng, len(t)) * rng.uniform(0.5, 2)
    tau = rng.uniform(0.1, 0.3) if is_open else rng.uniform(0.012, 0.04)
    out = crushed(band(mixed, between(rng, 3500, 6500)) * decay(t, tau), int(rng.integers(2, 4)), 64)
    kind = "open" if is_open else "closed"
    return out, f"{kind} hi-hat|{kind} hat|lo-fi hi-hat|sampled hi-hat|hi-hat"


def acoustic_rimshot(rng: Generator) -> Sound:
    """Stick on skin and rim together: a crack, a ringing shell, the wires."""
    t, low = times(rng.uniform(0.2, 0.5)), between(rng, 190, 330)
    shell = modes(
        t,
        [low * ratio * rng.uniform(0.96, 1.04) for ratio in (1.0, 1.6, 2.15, 2.9, 4.2, 6.1)],
        [0.5, 0.8, rng.uniform(0.6, 1.2), rng.uniform(0.5, 1.2), 0.7, 0.4],
        [rng.uniform(0.05, 0.12), 0.06, 0.06, 0.05, 0.03, 0.02],
    )
    crack = band(noise(rng, len(t)), 1500.0) * decay(t, rng.uniform(0.003, 0.008), 0.0003)
    wires = band(noise(rng, len(t)), between(rng, 1500, 3500)) * decay(t, rng.uniform(0.03, 0.1))
    out = driven(shell + rng.uniform(1, 3) * crack + rng.uniform(0.1, 0.8) * wires, rng.uniform(0.8, 2.5))
    return _miked(rng, out), "rimshot|rim shot|snare rim|snare rimshot|rim"


def side_stick(rng: Generator) -> Sound:
    """The stick lies on the skin and knocks on the rim: wood."""
    t, low = times(rng.uniform(0.1, 0.25)), between(rng, 330, 620)
    tuned = [low * ratio * rng.uniform(0.95, 1.05) for ratio in (1.0, 2.3, 3.7, 5.4)]
    out = modes(t, tuned, [0.7, 1, rng.uniform(0.4, 1), 0.3], [0.022, rng.uniform(0.01, 0.025), 0.01, 0.006])
    out += rng.uniform(0.3, 1.2) * band(noise(rng, len(t)), 1800.0) * decay(t, 0.003, 0.0003)
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
