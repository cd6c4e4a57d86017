"""Drums and other percussion of music."""

import numpy as np
from numpy.random import Generator

from desktop_app.core.synthesis.filters import Signal, band_pass, high_pass, low_pass, resonate, room, saturate
from desktop_app.core.synthesis.kinds import Kind, kind
from desktop_app.core.synthesis.sources import (
    at,
    burst,
    cloud,
    decay,
    frames,
    phase_of,
    place,
    ring,
    scatter,
    seconds_of,
    square,
    strew,
    tone,
    unit,
    white,
)


def kick(rng: Generator, seconds: float = 1.0) -> Signal:
    """A swept sine with a beater's click."""
    count = frames(seconds)
    time = seconds_of(count)
    low = rng.uniform(45, 62)
    pitch = low + rng.uniform(40, 120) * np.exp(-time / rng.uniform(0.025, 0.05)) + 1100 * np.exp(-time / 0.0065)
    body = np.sin(2 * np.pi * phase_of(pitch, count)) * decay(count, rng.uniform(0.45, 0.9))
    beater = band_pass(white(rng, count), 400, 5900) * decay(count, 0.08)
    return saturate(body + rng.uniform(0.3, 0.75) * unit(beater), rng.uniform(3, 5.5))


def snare(rng: Generator, seconds: float = 0.8) -> Signal:
    """Two modes of the head and the rattle of the wires."""
    count = frames(seconds)
    low = rng.uniform(165, 230)
    head = ring(count, [low, low * 1.59, low * 2.14], [1, 0.6, 0.25], [0.18, 0.12, 0.1], rng)
    wires = band_pass(white(rng, count), 1400, 11000) * decay(count, rng.uniform(0.18, 0.4))
    stick = high_pass(white(rng, count), 2500) * decay(count, 0.015)
    return saturate(unit(head) * 0.8 + unit(wires) * rng.uniform(0.5, 0.9) + 0.25 * unit(stick), 1.5)


def _metal(rng: Generator, count: int) -> Signal:
    """The sum of six inharmonic square waves that drum machines use for cymbals."""
    base = rng.uniform(36, 46)
    ratios = (5.1, 7.6, 9.2, 12.3, 13.5, 20.0)
    squares = [tone(base * ratio, count, square(), rng.random()) for ratio in ratios]
    return np.asarray(np.sum(squares, axis=0), dtype=np.float64)


def _hat(rng: Generator, length: float) -> Signal:
    count = frames(max(0.5, length * 1.1))
    metal = unit(_metal(rng, count)) * 0.5 + 0.35 * unit(white(rng, count))
    return high_pass(metal, rng.uniform(6000, 8500), 4) * decay(count, length)


def closed_hat(rng: Generator) -> Signal:
    """A short, bright tick of metal."""
    return _hat(rng, rng.uniform(0.07, 0.16))


def open_hat(rng: Generator) -> Signal:
    """The same metal left ringing."""
    return _hat(rng, rng.uniform(0.6, 1.2))


def cymbal(rng: Generator, *, ping: float = 0.0, length: float = 2.4) -> Signal:
    """Hundreds of inharmonic modes over hiss; `ping` adds the clear stick tone of a ride."""
    count = frames(length)
    modes = 260
    hertz = np.exp(rng.uniform(np.log(350), np.log(15000), modes))
    level = rng.exponential(1.0, modes) * (hertz / 3000) ** 0.3
    plate = ring(count, hertz, level, rng.uniform(0.8, 2.6, modes) * (4000 / (hertz + 2000)) ** 0.4, rng)
    hiss = high_pass(white(rng, count), 5000) * decay(count, length * 0.5, 0.004)
    ride = ring(count, rng.uniform(2500, 6000, 6), 1.0, 0.5, rng)
    return unit(plate) * 0.7 + unit(hiss) * 0.45 * (1 - ping) + ping * unit(ride)


def ride(rng: Generator) -> Signal:
    """A ride cymbal struck on its bow."""
    return cymbal(rng, ping=0.7, length=2.0)


def tom(rng: Generator) -> Signal:
    """A head whose pitch sinks as it is struck."""
    count = frames(1.1)
    time = seconds_of(count)
    low = rng.uniform(75, 190)
    slide = low * (1 + 0.35 * np.exp(-time / 0.05))
    head = np.sin(2 * np.pi * phase_of(slide, count)) + 0.35 * np.sin(
        2 * np.pi * phase_of(slide * 1.59, count)
    ) * decay(count, 0.25)
    stick = band_pass(white(rng, count), 400, 4000) * decay(count, 0.04)
    return saturate(head * decay(count, rng.uniform(0.5, 1.0)) + 0.35 * unit(stick), 1.3)


def clap(rng: Generator) -> Signal:
    """A drum machine's clap: three quick bursts and a tail."""
    count = frames(0.8)
    hits = at(count, np.array([0.0, 0.010, 0.021]) + rng.uniform(0, 0.002, 3), [0.9, 0.8, 1.0])
    body = cloud(hits, (0.02,), rng)
    tail = np.roll(white(rng, count) * decay(count, rng.uniform(0.2, 0.4)), frames(0.03))
    return band_pass(unit(body) + 0.3 * unit(tail), 700, 3500) + 0.2 * high_pass(body, 3000)


def cowbell(rng: Generator) -> Signal:
    """Two square tones a sixth apart, as on a drum machine, with a struck edge."""
    count = frames(0.8)
    low = rng.uniform(500, 580)
    pair = tone(low, count, square()) + tone(low * 1.48, count, square())
    envelope = 0.7 * decay(count, 0.08) + 0.3 * decay(count, rng.uniform(0.4, 0.7))
    return band_pass(pair, 450, 5000) * envelope


def rim(rng: Generator) -> Signal:
    """A stick across the rim: a dry, high knock."""
    count = frames(0.5)
    base = rng.uniform(420, 520)
    knock = ring(count, [base, base * 2.6, base * 3.9, base * 6.1], [0.5, 1, 0.7, 0.4], [0.06, 0.05, 0.04, 0.03], rng)
    return unit(knock) + 0.3 * unit(high_pass(white(rng, count), 1500) * decay(count, 0.012))


def shaker(rng: Generator) -> Signal:
    """Grains in a shell, shaken to and fro."""
    count = frames(1.6)
    beat = rng.uniform(0.15, 0.24)
    swing = np.abs(np.sin(np.pi * seconds_of(count) / beat)) ** 3
    grains = scatter(rng, count, 2500 * swing, 0.8)
    return band_pass(cloud(grains, (0.008,), rng) * swing, rng.uniform(3500, 5000), 12000)


def tambourine(rng: Generator) -> Signal:
    """Small jingles that clash several times with each stroke."""
    count = frames(1.4)
    hits = np.concatenate(
        [start + rng.exponential(0.025, 14) for start in np.arange(0.02, 1.1, rng.uniform(0.26, 0.36))]
    )
    kernels = [
        ring(frames(0.3), rng.uniform(4500, 13000, 10), rng.exponential(1, 10), rng.uniform(0.06, 0.25, 10), rng)
        for _ in range(4)
    ]
    return strew(at(count, hits, rng.exponential(1, len(hits))), kernels, rng)


def timpani(rng: Generator) -> Signal:
    """A kettle drum's nearly harmonic modes."""
    count = frames(2.2)
    low = rng.uniform(75, 130)
    head = ring(
        count,
        low * np.array([1, 1.5, 1.98, 2.44, 2.9, 0.62]),
        [1, 0.6, 0.35, 0.2, 0.12, 0.3],
        [2.0, 1.6, 1.2, 0.9, 0.7, 0.3],
        rng,
    )
    return room(unit(head) + 0.2 * unit(low_pass(white(rng, count), 900) * decay(count, 0.06)), rng, 1.2, 0.3)


def wood_block(rng: Generator) -> Signal:
    """A hollow block of hard wood."""
    count = frames(0.5)
    base = rng.uniform(700, 1300)
    return ring(count, base * np.array([1, 1.47, 2.7, 3.9]), [1, 0.4, 0.3, 0.15], [0.1, 0.07, 0.04, 0.03], rng)


def drum_roll(rng: Generator) -> Signal:
    """A snare struck some twenty times a second."""
    sound = np.zeros(frames(2.0))
    strokes = np.cumsum(rng.normal(0.05, 0.004, 34))
    hits = [snare(rng, 0.4) for _ in range(4)]
    for number, start in enumerate(strokes):
        place(sound, hits[number % 4], float(start), rng.uniform(0.6, 1.0) * (0.6 + 0.4 * number / 34))
    return sound


def tabla(rng: Generator) -> Signal:
    """A tuned hand drum with a gliding bass partner."""
    count = frames(0.9)
    time = seconds_of(count)
    high = rng.uniform(280, 380)
    skin = ring(count, high * np.array([1, 2.0, 3.01, 4.0]), [1, 0.7, 0.4, 0.25], [0.5, 0.4, 0.3, 0.2], rng)
    glide = np.sin(2 * np.pi * phase_of(80 + 50 * np.minimum(time / 0.2, 1), count)) * decay(count, 0.6)
    slap = band_pass(white(rng, count), 800, 6000) * decay(count, 0.02)
    return unit(skin) * 0.7 + glide * rng.uniform(0.2, 0.7) + 0.3 * unit(slap)


def drum_loop(rng: Generator) -> Signal:
    """A bar or two of kick, snare and hats."""
    sound = np.zeros(frames(3.0))
    step = 60 / rng.uniform(98, 130) / 2
    kick_sound, snare_sound, hat_sound = kick(rng, 0.6), snare(rng, 0.5), closed_hat(rng)
    kicks = rng.choice([0, 1], 8, p=[0.7, 0.3]) | np.array([1, 0, 0, 0, 1, 0, 0, 0])
    for number in range(int(3.0 / step)):
        place(sound, hat_sound, number * step, 0.25 if number % 2 else 0.4)
        if kicks[number % 8]:
            place(sound, kick_sound, number * step, 0.9)
        if number % 4 == 2:
            place(sound, snare_sound, number * step, 0.8)
    return room(sound, rng, 0.3, 0.15)


def bongo(rng: Generator) -> Signal:
    """Two small hand drums struck in turn."""
    sound = np.zeros(frames(1.2))
    base = rng.uniform(210, 290)
    for number, start in enumerate(np.arange(0.0, 1.0, rng.uniform(0.16, 0.24))):
        hertz = base * (1.0 if number % 3 else 1.45)
        head = ring(frames(0.4), hertz * np.array([1, 1.59, 2.3]), [1, 0.5, 0.2], [0.22, 0.14, 0.08], rng)
        slap = resonate(burst(rng, 0.02), [(1200, 900, 1.0)])
        place(sound, unit(head), float(start), rng.uniform(0.6, 1))
        place(sound, unit(slap), float(start), 0.3)
    return sound


KINDS: tuple[Kind, ...] = (
    kind("kick drum", "drum, percussion, kick, bass drum", kick),
    kind("snare drum", "drum, percussion, snare", snare),
    kind("closed hi-hat", "hi-hat, cymbal, percussion", closed_hat),
    kind("open hi-hat", "hi-hat, cymbal, percussion", open_hat),
    kind("crash cymbal", "cymbal, percussion", cymbal),
    kind("ride cymbal", "cymbal, percussion", ride),
    kind("tom", "drum, percussion, tom drum", tom),
    kind("clap", "percussion, drum machine clap", clap),
    kind("cowbell", "percussion", cowbell),
    kind("rim shot", "percussion, drum", rim),
    kind("shaker", "percussion, maracas", shaker),
    kind("tambourine", "percussion", tambourine),
    kind("timpani", "drum, percussion, orchestral", timpani),
    kind("wood block", "percussion, wood", wood_block),
    kind("drum roll", "drum, snare drum, snare, percussion", drum_roll),
    kind("tabla", "drum, percussion, hand drum", tabla),
    kind("bongo", "drum, percussion, hand drum", bongo),
    kind("drum loop", "drum, percussion, loop, rhythm, beat", drum_loop),
)
