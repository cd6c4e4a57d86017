"""Sounds of the world that follow from a formula: drops, clocks, a heart, bells, glass, metal.

Bubbles, rain, streams, wind and thunder made in such ways were heard as something else by a network trained on real
ones, so they are left to recordings.
"""

import numpy as np
from numpy.random import Generator

from corpus.synthesis.primitives import (
    Signal,
    band,
    between,
    decay,
    modes,
    noise,
    placed,
    reverberant,
    sine,
    times,
)
from corpus.synthesis.recipe import Recipe, Sound, recipes


def _bubble(rng: Generator, radius: float, rise: float = 0.1) -> Signal:
    """A bubble of so many metres that rings and rises.

    Minnaert's frequency is 3 Hz m over the radius; damping and rise in pitch as in K. van den Doel, "Physically based
    models for liquid sounds", 2005.
    """
    frequency = 3 / radius
    damping = 0.13 / radius + 0.0072 * radius**-1.5
    t = times(min(6 / damping, 0.25))
    ringing = np.sin(2 * np.pi * frequency * (1 + rise * damping * t) * t) * np.exp(-damping * t)
    return np.asarray(ringing * rng.uniform(0.4, 1))


def water_drip(rng: Generator) -> Sound:
    """A drop into water: a tick, then a bubble."""
    seconds = rng.uniform(0.5, 1)
    t = times(0.02)
    tick = 0.08 * band(noise(rng, len(t)), 2000.0) * decay(t, 0.002)
    drop = placed([(0.02, tick), (rng.uniform(0.03, 0.06), _bubble(rng, between(rng, 0.0015, 0.004), 0.15))], seconds)
    return reverberant(drop, rng, rng.uniform(0.6, 2), 0.3), "water drip|drip|water drop|drop of water|single drip"


def dripping(rng: Generator) -> Sound:
    """Drops that fall now and then."""
    seconds, radius = rng.uniform(3, 5), between(rng, 0.0018, 0.0035)
    starts = np.cumsum(rng.uniform(0.35, 0.9) * rng.uniform(0.8, 1.2, 12))
    pieces = [
        (float(start), _bubble(rng, radius * rng.uniform(0.85, 1.2), 0.15)) for start in starts if start < seconds
    ]
    out = reverberant(placed(pieces, seconds), rng, rng.uniform(0.8, 2.5), 0.35, tail=False)
    return out, "dripping water|water dripping|drips|dripping tap|leaking water"


def heartbeat(rng: Generator) -> Sound:
    """Two dull thumps, again and again."""
    rate = rng.uniform(50, 130)
    step, seconds = 60 / rate, rng.uniform(3, 5)
    t = times(0.25)

    def thump(frequency: float) -> Signal:
        return sine(frequency * (1 + 0.5 * np.exp(-t / 0.02)), len(t)) * decay(t, 0.05, 0.008)

    low = rng.uniform(40, 60)
    starts = np.arange(0.05, seconds, step)
    pieces = [(float(start), thump(low)) for start in starts]
    pieces += [(float(start) + min(0.3, step * 0.38), 0.7 * thump(low * 1.2)) for start in starts]
    out = placed(pieces, seconds) + 0.003 * noise(rng, len(times(seconds)), 1)
    speed = "slow heartbeat" if rate < 75 else "fast heartbeat" if rate > 100 else "heart"
    return band(out, None, 400.0), f"heartbeat|{speed}|heart beating|beating heart"


def _click(rng: Generator, base: float) -> Signal:
    t = times(0.08)
    ringing = modes(t, [base, base * 1.58, base * 2.74, base * 4.1], [1, 0.6, 0.5, 0.3], [0.003, 0.0025, 0.002, 0.001])
    return ringing + 0.5 * noise(rng, len(t)) * decay(t, 0.0015, 0.0002)


def clock_ticking(rng: Generator) -> Sound:
    """Tick and tock of slightly different pitch."""
    step, seconds = rng.choice([0.2, 0.25, 0.5, 1.0]), rng.uniform(3, 6)
    base = between(rng, 1500, 3500)
    tick, tock = _click(rng, base), _click(rng, base * rng.uniform(0.8, 0.92))
    pieces = [(float(at), tick if number % 2 else tock) for number, at in enumerate(np.arange(0.05, seconds, step))]
    kind = "watch ticking" if step < 0.3 else "tick tock"
    captions = f"clock ticking|{kind}|ticking|ticking clock|clock"
    return reverberant(placed(pieces, seconds), rng, 0.4, rng.uniform(0.02, 0.15), tail=False), captions


def metronome(rng: Generator) -> Sound:
    """Even clicks, the first of each bar higher."""
    rate, beats = rng.uniform(60, 180), int(rng.choice([2, 3, 4]))
    t, base = times(0.06), between(rng, 900, 1800)
    electronic = rng.random() < 0.5

    def beat(frequency: float) -> Signal:
        return sine(frequency, len(t)) * decay(t, 0.015) if electronic else _click(rng, frequency)

    starts = np.arange(0.02, 5, 60 / rate)
    pieces = [(float(at), beat(base * (1.5 if number % beats == 0 else 1))) for number, at in enumerate(starts)]
    speed = "slow metronome" if rate < 85 else "fast metronome" if rate > 140 else "metronome ticking"
    return placed(pieces, 5), f"metronome|{speed}|click track|metronome click"


def stopwatch_ticks(rng: Generator) -> Sound:
    """Even ticks that hurry: a countdown."""
    pieces, at, step = [], 0.05, rng.uniform(0.6, 1)
    base = between(rng, 1500, 3500)
    while at < 5 and step > 0.05:
        pieces.append((at, _click(rng, base)))
        at += step
        step *= rng.uniform(0.82, 0.9)
    return placed(pieces, min(at + 0.1, 5)), "accelerating ticks|ticking faster|countdown ticking|speeding up ticks"


def church_bell(rng: Generator) -> Sound:
    """A bell of its strike's partials: hum, prime, tierce, quint, nominal and above."""
    t, low = times(rng.uniform(3, 5.5)), between(rng, 150, 420)
    parts = [1, 2, 2.4, 3, 4, 5.33, 6.7, 8.2]
    levels = [0.5, 0.7, 1, 0.4, 1, 0.5, 0.35, 0.25]
    taus = [2.5, 1.8, 1.3, 0.9, 0.8, 0.4, 0.25, 0.15]
    out = modes(t, [low * part * rng.uniform(0.995, 1.005) for part in parts], levels, taus)
    out += modes(t, [low * part * 1.003 for part in parts], [0.4 * level for level in levels], taus)
    strokes = placed([(0, out)] if rng.random() < 0.6 else [(0, out), (1.4, out * 0.9)], t[-1])
    return reverberant(strokes, rng, 2, 0.2, tail=False), "church bell|bell toll|large bell|bell ringing|bell"


def small_bell(rng: Generator) -> Sound:
    """A hand or desk bell."""
    t, low = times(rng.uniform(0.8, 2.5)), between(rng, 1400, 3200)
    out = modes(t, [low, low * 2.71, low * 5.15], [1, 0.6, 0.3], [rng.uniform(0.3, 0.7), 0.2, 0.08])
    out += modes(t, [low * 1.004], [0.5], [0.4]) + 0.2 * noise(rng, len(t)) * decay(t, 0.001)
    return out, "bell|small bell|ding|desk bell|bell ding"


def glass_ping(rng: Generator) -> Sound:
    """A glass that is struck."""
    t, low = times(rng.uniform(0.5, 1.6)), between(rng, 900, 2600)
    parts = [1, 2.32, 4.25, 6.63]
    out = modes(t, [low * part for part in parts], [1, 0.7, 0.4, 0.2], [rng.uniform(0.15, 0.5), 0.12, 0.06, 0.03])
    return out + 0.15 * noise(rng, len(t)) * decay(t, 0.0008), "glass ping|glass clink|glass|clink|struck glass"


def metal_pipe(rng: Generator) -> Sound:
    """A free tube that is struck: partials as of a free bar."""
    t, low = times(rng.uniform(0.7, 2.5)), between(rng, 180, 700)
    parts = [1, 2.757, 5.404, 8.933, 13.34]
    taus = [rng.uniform(0.25, 0.8) / (1 + 0.6 * number) for number in range(5)]
    out = modes(t, [low * part for part in parts], [0.7, 1, 0.8, 0.5, 0.3], taus)
    return out + 0.3 * noise(rng, len(t)) * decay(t, 0.002), "metal pipe|metal clang|pipe hit|metal hit|clang"


EVERYDAY: tuple[Recipe, ...] = recipes(
    water_drip,
    dripping,
    heartbeat,
    clock_ticking,
    metronome,
    stopwatch_ticks,
    church_bell,
    small_bell,
    glass_ping,
    metal_pipe,
)
