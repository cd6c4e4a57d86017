"""A record under the hand: something on it, read forwards and back at the speed of the hand.

What is on the record hardly matters: a scratch is told by how its pitch and loudness follow the hand.
"""

import numpy as np
from numpy.random import Generator

from corpus.synthesis.primitives import (
    RATE,
    Signal,
    at_peak,
    band,
    between,
    followed,
    hump,
    noise,
    pick,
    pitch,
    pulse,
    saw,
    shaped,
    specks,
    times,
    wander,
)
from corpus.synthesis.recipe import Recipe, Sound, recipes


def _narrow(signal: Signal, centre: float) -> Signal:
    """A narrow band around `centre` Hz."""
    return band(signal, centre * 0.75, centre * 1.35)


def _record(rng: Generator, seconds: float) -> Signal:
    """What is pressed on it: a shout of a chord, a burst of noise, or both."""
    t = times(seconds)
    root = float(rng.integers(45, 69))
    chord = sum((saw(pitch(root + step), len(t)) for step in (0, 4, 7, 12)), pulse(pitch(root), len(t), 0.3))
    formants = sum((_narrow(chord, between(rng, 400, 2600)) for _ in range(3)), np.zeros(len(t)))
    burst = noise(rng, len(t), rng.uniform(0, 1)) * (0.4 + 0.6 * np.abs(wander(rng, len(t), 8)))
    share = rng.uniform(0, 1)
    return at_peak(share * at_peak(formants) + (1 - share) * at_peak(burst))


def _read(record: Signal, speed: Signal) -> Signal:
    """The needle over a record turned at `speed` (1 is as it should be, negative backwards), sample by sample."""
    where = np.cumsum(speed)
    where = (where - where.min() + 10) % (len(record) - 2)
    heard = np.interp(where, np.arange(len(record)), record)
    return np.asarray(heard * np.minimum(np.abs(speed), 2.5) ** 0.8)


def _with_crackle(rng: Generator, signal: Signal) -> Signal:
    return np.asarray(band(signal, 90.0, 12_000.0, 1) + rng.uniform(0, 0.06) * specks(rng, len(signal), 25))


def back_and_forth_scratch(rng: Generator) -> Sound:
    """The hand goes to and fro, at times with the fader closed on the way back."""
    strokes = int(rng.integers(1, 7))
    period = rng.uniform(0.14, 0.4)
    t = times(strokes * period)
    hand = np.sin(2 * np.pi * np.cumsum(1 + 0.25 * wander(rng, len(t), 3)) / RATE / period)
    speed = rng.uniform(1.2, 4) * hand
    out = _read(_record(rng, 1.0), speed)
    if rng.random() < 0.3:
        out = out * (hand > 0)
    return _with_crackle(rng, out), "vinyl scratch|record scratch|turntable scratch|dj scratch|scratch"


def pulled_scratch(rng: Generator) -> Sound:
    """One quick push or pull."""
    t = times(rng.uniform(0.1, 0.3))
    along = t / t[-1]
    swing = np.sin(np.pi * along ** rng.uniform(0.5, 1.6))
    speed = rng.uniform(2, 7) * swing * (1 if rng.random() < 0.5 else -1)
    captions = pick(rng, "scratch|record scratch|vinyl scratch", "record scratch|dj scratch|scratch")
    return _with_crackle(rng, _read(_record(rng, 1.0), speed)), captions + "|turntable scratch"


def needle_rip(rng: Generator) -> Sound:
    """The needle dragged across the grooves: music, then a tearing sweep, then nothing."""
    playing, ripping = rng.uniform(0, 0.6), rng.uniform(0.2, 0.6)
    before = times(playing)
    t = times(ripping)
    sweep = followed(between(rng, 500, 1200) * (1 + rng.uniform(2, 6) * np.sin(np.pi * t / t[-1])))
    torn = shaped(noise(rng, len(t)), lambda f, s: hump(f, sweep(s), 0.7), 512) * np.sin(np.pi * t / t[-1]) ** 0.5
    backwards = 0.4 * _read(_record(rng, 1.0), -rng.uniform(3, 8) * np.sin(np.pi * t / t[-1]))
    music = 0.4 * _read(_record(rng, 1.0), np.ones(len(before)))
    out = np.concatenate([music, at_peak(torn) + backwards])
    return _with_crackle(rng, out), "record scratch|needle scratch|vinyl scratch|record rip|scratch"


def backspin(rng: Generator) -> Sound:
    """The record thrown backwards: high at first, slowing down."""
    t = times(rng.uniform(0.6, 1.8))
    speed = -rng.uniform(4, 10) * (1 - t / t[-1]) ** rng.uniform(0.7, 1.8)
    captions = pick(rng, "vinyl backspin|record rewind|backspin", "vinyl rewind|turntable rewind|dj rewind")
    return _with_crackle(rng, _read(_record(rng, 1.5), speed)), f"{captions}|turntable backspin"


def record_stop(rng: Generator) -> Sound:
    """The motor is switched off: slower and lower until it stands."""
    t = times(rng.uniform(0.6, 2.0))
    speed = (1 - t / t[-1]) ** rng.uniform(0.7, 1.6)
    return _with_crackle(rng, _read(_record(rng, 2.0), speed)), "record stop|turntable stop|vinyl stop|slowing down"


TURNTABLE: tuple[Recipe, ...] = (
    *recipes(back_and_forth_scratch, pulled_scratch, needle_rip, seeds=12),
    *recipes(backspin, record_stop, seeds=8),
)
