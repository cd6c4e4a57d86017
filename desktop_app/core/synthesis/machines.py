"""Household machines, tools and other mechanisms."""

from functools import partial

import numpy as np
from numpy.random import Generator

from desktop_app.core.synthesis.filters import (
    Signal,
    band_pass,
    high_pass,
    low_pass,
    resonate,
    room,
    saturate,
    tilt,
)
from desktop_app.core.synthesis.kinds import Kind, kind
from desktop_app.core.synthesis.sources import (
    burst,
    coloured,
    falling,
    frames,
    line,
    place,
    saw,
    seconds_of,
    swell,
    tone,
    unit,
    wander,
    white,
)


def motor(rng: Generator, hertz: Signal | float, count: int, *, teeth: int = 7, rough: float = 0.3) -> Signal:
    """An electric motor: its turning, its commutator's whine and the noise of both."""
    speed = hertz * (1 + 0.006 * wander(rng, count, 6))
    turning = tone(speed, count, falling(40, 0.8))
    whine = tone(speed * teeth, count, [1, 0.5, 0.4, 0.2, 0.15])
    return unit(turning) * 0.5 + unit(whine) * 0.4 + rough * unit(coloured(rng, count, 2))


def vacuum(rng: Generator) -> Signal:
    """A high motor in a strong stream of air."""
    count = frames(2.4)
    speed = rng.uniform(310, 380) * (1 + 0.003 * wander(rng, count, 5))
    hum = resonate(tone(speed, count, falling(30, 0.9)), [(500, 500, 1), (1500, 1200, 0.7)], direct=0.2)
    air = tilt(band_pass(white(rng, count), 480, rng.uniform(2500, 3200)), -3.2)
    return (
        unit(air)
        + rng.uniform(0.17, 0.25) * unit(hum)
        + rng.uniform(0.25, 0.36) * tone(speed * 4, count, [1, 0.4, 0.2])
    )


def hair_dryer(rng: Generator) -> Signal:
    """Hot air: brighter than a vacuum cleaner, with a fine whine."""
    count = frames(2.2)
    whine = tone(rng.uniform(420, 600) * (1 + 0.003 * wander(rng, count, 5)), count, [1, 0.3, 0.6, 0.1, 0.3, 0.1])
    air = resonate(coloured(rng, count, 1.5), [(800, 700, 0.8), (2000, 1500, 1.0), (4500, 4000, 0.6)], direct=0.2)
    return unit(air) + rng.uniform(0.1, 0.25) * unit(whine)


def fan(rng: Generator) -> Signal:
    """A ventilator or the fan of a computer: even air over a low hum and the beat of the blades."""
    count = frames(2.4)
    blades = rng.uniform(18, 40)
    air = low_pass(coloured(rng, count, 3), rng.uniform(1500, 4000))
    hum = tone(rng.uniform(98, 122), count, [1, 0.5, 0.2, 0.15])
    return unit(air) * (1 + 0.15 * np.sin(2 * np.pi * blades * seconds_of(count))) + rng.uniform(0.03, 0.12) * hum


def drill(rng: Generator) -> Signal:
    """An electric drill that starts, bites and whines."""
    count = frames(2.0)
    load = line(count, (0, 0.3), (0.3, 1.0), (0.6, 0.85), (1.7, 0.9), (2.0, 0.6)) * (1 + 0.03 * wander(rng, count, 12))
    sound = motor(rng, rng.uniform(110, 180) * load, count, teeth=9, rough=0.4)
    bite = band_pass(white(rng, count), 1500, 7000) * tone(rng.uniform(110, 180) * load, count, saw(8))
    return saturate(unit(sound) + 0.5 * unit(bite), 2) * swell(count, 0.05, 0.1)


def saw_wood(rng: Generator) -> Signal:
    """A hand saw: strokes of torn noise."""
    sound = np.zeros(frames(2.6))
    pace = rng.uniform(0.32, 0.45)
    for number, start in enumerate(np.arange(0.02, 2.4, pace)):
        count = frames(pace * 0.9)
        teeth = 0.8 + 0.3 * tone(np.linspace(120, 260, count) * rng.uniform(0.9, 1.1), count, saw(12))
        formants = [(1100, 500, 1.0), (2600, 1200, 0.9), (4800, 2500, 0.6)]
        stroke = resonate(
            white(rng, count) * teeth, formants if number % 2 else [(f * 0.8, b, g) for f, b, g in formants]
        )
        place(sound, unit(stroke) * swell(count, 0.08, 0.08), float(start), 1.0 if number % 2 else 0.7)
    return room(sound, rng, 0.25, 0.12)


def chainsaw(rng: Generator) -> Signal:
    """A small two-stroke engine, revved."""
    count = frames(2.6)
    revs = rng.uniform(85, 115) * line(count, (0, 0.55), (0.5, 0.6), (0.9, 1.25), (1.9, 1.3), (2.6, 0.7))
    revs = revs * (1 + 0.03 * wander(rng, count, 20))
    pulses = tone(revs, count, falling(80, 0.25)) * (1 + 0.35 * wander(rng, count, 70))
    noise = band_pass(white(rng, count), 900, 8000) * (0.5 + 0.5 * np.abs(tone(revs, count, [1])))
    body = resonate(unit(pulses), [(350, 200, 0.8), (900, 400, 1), (2300, 900, 0.8), (4500, 2000, 0.4)])
    return saturate(unit(body) + 0.4 * unit(noise), 2.5)


def clock(rng: Generator) -> Signal:
    """Tick and tock of a clockwork: of three close knocks the middle one is the loudest."""
    sound = np.zeros(frames(2.6))
    pace = float(rng.choice([0.25, 0.5, 0.5]))
    high = rng.uniform(2000, 2700)
    tone_of_case = [(high, 0.2 * high, 1.0), (1.9 * high, 0.4 * high, 0.52), (0.4 * high, 0.3 * high, 0.78)]
    for start in np.arange(0.02, 2.5, pace):
        for later, level in ((0.0, 0.24), (0.0071, 1.0), (0.017, 0.085)):
            place(sound, unit(resonate(burst(rng, 0.039), tone_of_case, direct=0.27)), float(start) + later, level)
    return room(sound, rng, 0.25, 0.2) + 0.007 * coloured(rng, len(sound), 3)


def keyboard(rng: Generator, deep: float = 0.2, slow: float = 1.0) -> Signal:
    """Typing: each key touches, reaches the bottom and comes back; `deep` is the level of the case, `slow` the pace."""
    sound = np.zeros(frames(2.4))
    start, click = 0.02, rng.uniform(1250, 1500)
    while start < 2.3:
        for later, level in ((0.0, 0.4), (rng.uniform(0.006, 0.02), 1.0), (rng.uniform(0.06, 0.1), 0.54)):
            formants = [
                (rng.uniform(0.7, 1.3) * click, 0.55 * click, 1.0),
                (2.3 * click, click, 0.93),
                (rng.uniform(85, 160), 73, deep),
            ]
            key = resonate(burst(rng, rng.uniform(0.018, 0.036)), formants, direct=0.022)
            place(sound, unit(key), start + later, level * rng.uniform(0.5, 1))
        start += slow * rng.uniform(0.13, 0.28)
    return room(sound, rng, 0.2, 0.23) + 0.0013 * coloured(rng, len(sound), 3)


def shutter(rng: Generator) -> Signal:
    """A reflex camera: mirror, curtain, curtain, mirror, and the motor that winds on."""
    sound = np.zeros(frames(1.4))
    for shot in (0.03, 0.7):
        for later, low, level in ((0.0, 900, 0.9), (0.045, 2600, 0.8), (0.075, 3300, 0.6), (0.13, 1100, 1.0)):
            part = resonate(burst(rng, 0.05), [(low, 1200, 1), (low * 2.2, 2000, 0.8), (6500, 4000, 0.6)], direct=0.2)
            place(sound, unit(part), shot + later * rng.uniform(0.9, 1.2), level)
        count = frames(0.2)
        winding = resonate(motor(rng, 210.0, count, teeth=6, rough=0.6), [(1600, 1200, 1), (4200, 2500, 0.8)])
        place(sound, unit(winding) * swell(count, 0.03, 0.06), shot + 0.16, 0.25)
    return room(sound, rng, 0.2, 0.12)


def shaver(rng: Generator) -> Signal:
    """An electric razor's or toothbrush's buzz."""
    count = frames(2.2)
    buzz = tone(rng.uniform(95, 125) * (1 + 0.01 * wander(rng, count, 3)), count, falling(100, 0.35))
    body = resonate(unit(buzz), [(700, 500, 0.5), (2400, 1500, 1), (5500, 3000, 0.8)])
    return unit(body) + 0.06 * high_pass(white(rng, count), 2000)


def printer(rng: Generator) -> Signal:
    """An ink printer's carriage: motor sweeps to and fro and clicks."""
    sound = np.zeros(frames(2.8))
    start = 0.02
    while start < 2.6:
        count = frames(rng.uniform(0.35, 0.5))
        run = line(count, (0, 0.3), (0.08, 1), (count / 48000 - 0.08, 1), (count / 48000, 0.4))
        sweep = motor(rng, rng.uniform(170, 230) * run, count, teeth=5, rough=0.5)
        place(sound, resonate(sweep, [(900, 600, 1), (2800, 1500, 0.8)]) * swell(count, 0.03, 0.03), start, 0.8)
        place(sound, unit(resonate(burst(rng, 0.03), [(1300, 700, 1), (4000, 2000, 0.6)])), start + count / 48000, 4.0)
        start += count / 48000 + rng.uniform(0.08, 0.15)
    return sound


def jackhammer(rng: Generator) -> Signal:
    """A pneumatic hammer: twenty hard strokes a second."""
    count = frames(2.2)
    sound = np.zeros(count)
    beat = 1 / rng.uniform(16, 24)
    for start in np.arange(0.01, 2.15, beat):
        hit = resonate(burst(rng, 0.05), [(180, 90, 1), (900, 500, 0.8), (2600, 1500, 0.7)], direct=0.15)
        place(sound, unit(hit), float(start) + rng.normal(0, 0.001) + 0.004, rng.uniform(0.7, 1))
    return saturate(unit(sound) + 0.25 * unit(high_pass(white(rng, count), 1500)), 2)


KINDS: tuple[Kind, ...] = (
    kind("vacuum cleaner", "machine, household, motor", vacuum),
    kind("hair dryer", "machine, household, air", hair_dryer),
    kind("fan", "machine, household, hum, air", fan),
    kind("drill", "machine, tool, power tool, motor", drill),
    kind("saw", "hand saw, tool, wood, sawing", saw_wood),
    kind("chainsaw", "machine, tool, power tool, motor, engine", chainsaw),
    kind("jackhammer", "machine, tool, power tool", jackhammer),
    kind("clock ticking", "clock, tick, mechanism", clock),
    kind("keyboard typing", "keyboard, typing, office, computer", keyboard),
    kind("camera shutter", "camera, mechanism", shutter),
    kind("typewriter", "typing, office, mechanism", partial(keyboard, deep=0.5, slow=1.2)),
    kind("electric razor", "machine, household, buzzing", shaver),
    kind("printer", "machine, office, mechanism", printer),
)
