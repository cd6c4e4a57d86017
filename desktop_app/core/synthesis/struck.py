"""Bells, bars, glass and other things that ring when struck: sums of inharmonic modes."""

from collections.abc import Sequence
from functools import partial

import numpy as np
from numpy.random import Generator

from desktop_app.core.synthesis.filters import Signal, band_pass, high_pass, low_pass, room
from desktop_app.core.synthesis.kinds import Kind, kind
from desktop_app.core.synthesis.sources import decay, frames, place, ring, seconds_of, unit, white

_BELL = ((0.5, 0.5, 1.6), (1.0, 0.6, 1.0), (1.19, 0.8, 0.9), (1.5, 0.35, 0.7), (2.0, 1.2, 0.7), (2.51, 0.6, 0.5))
_BELL_TOP = ((2.66, 0.5, 0.4), (3.01, 0.8, 0.4), (4.17, 0.7, 0.3), (5.43, 0.5, 0.2), (6.8, 0.35, 0.14), (8.2, 0.2, 0.1))
"""Hum, prime, tierce, quint, nominal and upper partials of a church bell: (ratio, level, share of the longest ring)."""


def modes(
    rng: Generator, hertz: float, table: Sequence[tuple[float, float, float]], length: float, ringing: float
) -> Signal:
    """Ring a table of (ratio, level, share of the ringing time), each mode slightly mistuned and split in two."""
    ratio, level, share = np.array(table).T
    pairs = np.concatenate([ratio, ratio * (1 + rng.uniform(0.0004, 0.002, len(ratio)))])
    levels = np.concatenate([level, level * rng.uniform(0.2, 0.6, len(level))])
    return ring(frames(length), hertz * pairs, levels, ringing * np.tile(share, 2) * rng.uniform(0.85, 1.15), rng)


def strike(rng: Generator, length: float, low: float, high: float, seconds: float = 0.02) -> Signal:
    """The dry knock of the hammer itself, at peak 1."""
    count = frames(length)
    return unit(band_pass(white(rng, count), low, high) * decay(count, seconds))


def church_bell(rng: Generator, length: float = 3.0) -> Signal:
    """Strokes of a big bronze bell, heard outdoors."""
    sound = np.zeros(frames(length))
    hertz, pace = rng.uniform(380, 700), rng.uniform(1.1, 1.5)
    for start in (0.01, 0.01 + pace):
        bell = modes(rng, hertz, (*_BELL, *_BELL_TOP), length, rng.uniform(4, 6))
        place(sound, unit(bell) + 0.15 * strike(rng, length, 1500, 8000), start, rng.uniform(0.8, 1))
    return room(sound, rng, 1.5, 0.3)


def hand_bell(rng: Generator) -> Signal:
    """A small bell shaken twice or more."""
    sound = np.zeros(frames(2.2))
    base = rng.uniform(1400, 2600)
    table = ((1.0, 1.0, 1.0), (2.0, 0.15, 0.6), (2.76, 0.6, 0.6), (5.4, 0.35, 0.3), (7.3, 0.2, 0.2))
    for start in np.arange(0.01, 1.4, rng.uniform(0.18, 0.5)):
        place(sound, unit(modes(rng, base, table, 1.4, 1.4)), float(start), rng.uniform(0.5, 1))
    return sound


def bar(
    rng: Generator, low: float, high: float, ratios: Sequence[float], ringing: float, knock: float, notes: int = 1
) -> Signal:
    """A tuned bar of wood or metal; `knock` is the level of the mallet, several notes make a small phrase."""
    sound = np.zeros(frames(min(0.5 + ringing, 2.6)))
    base = rng.uniform(low, high)
    table = [(ratio, 1.0 / (1 + 1.3 * number), 1.0 / (1 + 1.6 * number)) for number, ratio in enumerate(ratios)]
    for number in range(notes):
        hertz = base * 2 ** (float(rng.choice([0, 2, 4, 7, 9, 12])) / 12)
        hit = unit(modes(rng, hertz, table, 1.8, ringing)) + knock * strike(rng, 1.8, 300, 5000, 0.015)
        place(sound, hit, number * 0.22, 0.9)
    return sound


def tubular_bell(rng: Generator) -> Signal:
    """A long tube struck at its rim."""
    table = ((0.55, 0.3, 0.8), (1.0, 0.8, 1.0), (1.65, 0.7, 0.8), (2.0, 1.0, 0.7), (2.95, 0.6, 0.5), (4.1, 0.5, 0.3))
    return unit(modes(rng, rng.uniform(260, 520), table, 2.8, 4.0)) + 0.2 * strike(rng, 2.8, 1500, 7000)


def singing_bowl(rng: Generator) -> Signal:
    """A bronze bowl that beats slowly."""
    base = rng.uniform(170, 320)
    table = ((1.0, 1.0, 1.0), (2.75, 0.8, 0.8), (5.1, 0.4, 0.5), (7.9, 0.15, 0.3))
    return unit(modes(rng, base, table, 3.0, 9.0)) + 0.08 * strike(rng, 3.0, 400, 3000)


def bicycle_bell(rng: Generator) -> Signal:
    """The spring hammer of a bicycle bell: a rapid double ring."""
    sound = np.zeros(frames(1.6))
    base = rng.uniform(1900, 2700)
    table = ((1.0, 1.0, 1.0), (1.005, 0.8, 1.0), (2.4, 0.5, 0.5), (4.2, 0.4, 0.3))
    for group in (0.0, rng.uniform(0.35, 0.5)):
        for number in range(int(rng.integers(4, 7))):
            place(sound, unit(modes(rng, base, table, 1.2, 0.9)), group + 0.042 * number, rng.uniform(0.6, 1))
    return sound


def triangle(rng: Generator) -> Signal:
    """A steel triangle: high, dense and long."""
    count = frames(2.2)
    hertz = np.sort(rng.uniform(1100, 14000, 22))
    return ring(count, hertz, rng.uniform(0.3, 1, 22), 2.5 - hertz / 9000, rng)


def glass_clink(rng: Generator) -> Signal:
    """Two glasses touched together."""
    sound = np.zeros(frames(1.2))
    for start in (0.0, rng.uniform(0.004, 0.02)):
        base = rng.uniform(1500, 2900)
        table = ((1.0, 1.0, 1.0), (2.32, 0.8, 0.7), (4.25, 0.7, 0.45), (6.63, 0.5, 0.3))
        glass = unit(modes(rng, base, table, 1.1, rng.uniform(0.5, 1.1)))
        place(sound, glass, start, rng.uniform(0.6, 1))
    return sound + 0.2 * strike(rng, 1.2, 4000, 12000, 0.006)


def glass_break(rng: Generator) -> Signal:
    """A pane bursts and its shards fall."""
    sound = np.zeros(frames(1.9))
    crash = high_pass(white(rng, len(sound)), 1800) * decay(len(sound), 0.25)
    for start in np.concatenate([rng.exponential(0.05, 60), rng.uniform(0.1, 1.3, 45)]):
        base = float(np.exp(rng.uniform(np.log(1800), np.log(9000))))
        shard = ring(frames(0.25), base * np.array([1, 1.7, 2.6]), [1, 0.7, 0.5], rng.uniform(0.04, 0.22), rng)
        place(sound, unit(shard), float(start), float(rng.exponential(0.5) * np.exp(-start / 0.6)))
    return unit(sound) + 0.7 * unit(crash)


def metal_hit(rng: Generator) -> Signal:
    """A bar, a pipe or a sheet of metal struck hard."""
    count = frames(1.6)
    base, number = rng.uniform(180, 700), 26
    hertz = base * (1 + np.arange(number) * rng.uniform(0.55, 0.9) + rng.uniform(-0.15, 0.15, number))
    body = ring(count, hertz, rng.exponential(1, number), rng.uniform(0.25, 1.4, number), rng)
    return unit(body) + 0.3 * strike(rng, 1.6, 1000, 9000)


def dishes(rng: Generator) -> Signal:
    """Plates and bowls handled in a kitchen."""
    sound = np.zeros(frames(2.0))
    plates = rng.uniform(500, 1500, 4)
    for start in np.sort(rng.uniform(0, 1.7, 16)):
        base = float(rng.choice(plates))
        hertz = base * np.array([1, 1.56, 2.3, 3.4, 4.9, 6.8])
        hit = ring(frames(0.4), hertz, rng.exponential(1, 6), rng.uniform(0.08, 0.3, 6), rng)
        place(sound, unit(hit) + 0.3 * strike(rng, 0.4, 2000, 9000, 0.01), float(start), rng.uniform(0.2, 1))
    return room(sound, rng, 0.3, 0.15)


def coins(rng: Generator) -> Signal:
    """Coins dropped on a table, bouncing faster and faster."""
    sound = np.zeros(frames(1.5))
    for _ in range(int(rng.integers(2, 5))):
        base = rng.uniform(3800, 7000)
        start, gap = rng.uniform(0, 0.3), rng.uniform(0.12, 0.2)
        while gap > 0.008 and start < 1.4:
            hit = ring(
                frames(0.3), base * np.array([1, 1.63, 2.2, 2.9]), [1, 0.8, 0.5, 0.4], rng.uniform(0.1, 0.25), rng
            )
            place(sound, unit(hit), float(start), gap * 5)
            start, gap = start + gap, gap * 0.82
    return sound


def keys(rng: Generator) -> Signal:
    """A bunch of keys shaken."""
    sound = np.zeros(frames(1.8))
    for start in np.sort(rng.uniform(0, 1.6, rng.integers(35, 70))):
        base = float(np.exp(rng.uniform(np.log(2500), np.log(9000))))
        hit = ring(frames(0.12), base * np.array([1, 1.4, 2.1]), [1, 0.7, 0.5], rng.uniform(0.03, 0.12), rng)
        place(sound, unit(hit), float(start), float(rng.exponential(0.5)))
    return sound


def sleigh_bells(rng: Generator) -> Signal:
    """Many small crotal bells shaken in a beat."""
    sound = np.zeros(frames(2.2))
    bells = [
        unit(ring(frames(0.35), rng.uniform(3200, 8500, 5), rng.exponential(1, 5), rng.uniform(0.1, 0.3, 5), rng))
        for _ in range(12)
    ]
    for beat in np.arange(0.02, 2.0, rng.uniform(0.22, 0.3)):
        for start in beat + rng.exponential(0.03, 12):
            place(sound, bells[int(rng.integers(12))], float(start), float(rng.exponential(0.5)))
    return sound


def music_box(rng: Generator) -> Signal:
    """A comb of steel teeth plays a few notes."""
    sound = np.zeros(frames(2.6))
    base, table = rng.uniform(700, 1000), ((1.0, 1.0, 1.0), (6.27, 0.25, 0.15), (2.0, 0.1, 0.5))
    for number, start in enumerate(np.arange(0, 2.2, rng.uniform(0.16, 0.26))):
        step = (0, 4, 7, 12, 7, 4, 5, 9, 12, 9, 5, 7, 11, 14)[number % 14]
        note = unit(modes(rng, base * 2 ** (step / 12), table, 1.3, 1.3)) + 0.05 * strike(rng, 1.3, 3000, 9000, 0.006)
        place(sound, note, float(start), rng.uniform(0.6, 1))
    return sound


def steel_pan(rng: Generator) -> Signal:
    """A tuned steel drum: nearly harmonic, with a shimmer that blooms after the stroke."""
    sound = np.zeros(frames(1.6))
    base = rng.uniform(300, 520)
    for number, step in enumerate(rng.choice([0, 4, 7, 12], 3)):
        hertz = base * 2 ** (step / 12)
        note = modes(rng, hertz, ((1, 1, 1), (2.0, 0.8, 0.8), (3.01, 0.4, 0.5), (4.03, 0.3, 0.4)), 1.2, 0.9)
        time = seconds_of(len(note))
        place(sound, unit(note) * (0.6 + 0.4 * np.minimum(time / 0.05, 1)), number * 0.3, 0.9)
    return low_pass(sound, 6000)


KINDS: tuple[Kind, ...] = (
    kind("church bell", "bell, metal", church_bell),
    kind("hand bell", "bell, metal", hand_bell),
    kind(
        "glockenspiel",
        "mallet, mallet percussion, percussion, bell, metal",
        partial(bar, low=1100, high=1700, ratios=(1, 2.76, 5.4), ringing=1.6, knock=0.1, notes=4),
    ),
    kind(
        "marimba",
        "mallet, mallet percussion, percussion, wood",
        partial(bar, low=180, high=300, ratios=(1, 3.93, 9.2), ringing=0.6, knock=0.25, notes=4),
    ),
    kind(
        "xylophone",
        "mallet, mallet percussion, percussion, wood",
        partial(bar, low=600, high=900, ratios=(1, 3.0, 6.2), ringing=0.35, knock=0.4, notes=5),
    ),
    kind(
        "vibraphone",
        "mallet, mallet percussion, percussion, metal",
        partial(bar, low=260, high=400, ratios=(1, 3.98, 9.9), ringing=2.4, knock=0.08, notes=3),
    ),
    kind("tubular bell", "bell, metal, percussion", tubular_bell),
    kind("singing bowl", "bell, metal, meditation", singing_bowl),
    kind("bicycle bell", "bell, metal", bicycle_bell),
    kind("triangle", "percussion, metal", triangle),
    kind("sleigh bells", "bell, percussion, jingle", sleigh_bells),
    kind("music box", "melody, mallet", music_box),
    kind("steel drum", "percussion, mallet percussion, metal", steel_pan),
    kind("glass clink", "glass", glass_clink),
    kind("glass breaking", "glass, breaking, crash", glass_break),
    kind("metal hit", "metal, impact, clang", metal_hit),
    kind("dishes", "kitchen, plates", dishes),
    kind("coins", "metal, money", coins),
    kind("keys jingling", "keys, metal, jingle", keys),
)
