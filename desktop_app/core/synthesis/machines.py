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
    start = line(count, (0, 0.75), (0.5, 1.0)) if rng.random() < 0.5 else np.ones(count)
    hum = motor(rng, rng.uniform(210, 300) * start, count, teeth=3, rough=0.1)
    air = resonate(coloured(rng, count, 2), [(450, 400, 0.8), (1100, 800, 0.9), (2600, 2500, 0.8)], direct=0.3)
    return unit(air) + rng.uniform(0.2, 0.4) * unit(resonate(hum, [(400, 300, 1), (900, 700, 0.7)], direct=0.3))


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
    """Tick and tock of a clockwork."""
    sound = np.zeros(frames(2.8))
    pace = float(rng.choice([0.25, 0.5, 0.5]))
    base = rng.uniform(2800, 4500)
    for number, start in enumerate(np.arange(0.02, 2.75, pace)):
        high = base * (1.0 if number % 2 else 0.85)
        for later, level in ((0.0, 0.5), (rng.uniform(0.009, 0.013), 1.0), (rng.uniform(0.02, 0.03), 0.3)):
            tick = resonate(
                burst(rng, 0.012), [(high, 700, 1), (high * 1.9, 1500, 0.8), (high * 0.45, 400, 0.35)], direct=0.1
            )
            place(sound, unit(tick), float(start) + later, level * rng.uniform(0.85, 1))
    return room(sound, rng, 0.2, 0.12) + 0.004 * coloured(rng, len(sound), 3)


def keyboard(rng: Generator, hard: float = 0.5) -> Signal:
    """Typing on a computer's keyboard: press and release of many keys; `hard` is the level of the bottom's knock."""
    sound = np.zeros(frames(2.4))
    start = 0.02
    while start < 2.3:
        for later, level in ((0.0, 0.5), (rng.uniform(0.008, 0.016), 1.0), (rng.uniform(0.07, 0.1), 0.4)):
            body = rng.uniform(250, 500)
            formants = [(rng.uniform(1800, 3200), 1500, 0.8), (5500, 4000, 0.8), (body, 300, hard)]
            click = resonate(burst(rng, rng.uniform(0.012, 0.03)), formants, direct=0.25)
            place(sound, unit(click), start + later, level * rng.uniform(0.5, 1))
        start += rng.uniform(0.09, 0.2)
    return room(sound, rng, 0.15, 0.12) + 0.003 * coloured(rng, len(sound), 3)


def mouse_click(rng: Generator) -> Signal:
    """The button of a computer mouse, pressed and let go a few times."""
    sound = np.zeros(frames(1.2))
    for start in np.arange(0.03, 1.0, rng.uniform(0.3, 0.45)):
        for later, level in ((0.0, 1.0), (rng.uniform(0.07, 0.1), 0.6)):
            click = resonate(
                burst(rng, 0.008), [(rng.uniform(2500, 4500), 900, 1), (8000, 3000, 0.7), (1200, 500, 0.3)]
            )
            place(sound, unit(click), float(start) + later, level)
    return room(sound, rng, 0.15, 0.1) + 0.002 * coloured(rng, len(sound), 3)


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


def sewing_machine(rng: Generator, pace: float = 14.0) -> Signal:
    """A clattering mechanism that runs evenly."""
    count = frames(2.4)
    sound = np.zeros(count)
    beat = 1 / (pace * rng.uniform(0.8, 1.2))
    parts = [
        unit(
            resonate(
                burst(rng, 0.03), [(rng.uniform(500, 1200), 300, 1), (rng.uniform(2000, 4000), 900, 0.8)], direct=0.1
            )
        )
        for _ in range(3)
    ]
    for start in np.arange(0.01, 2.35, beat):
        for number, part in enumerate(parts):
            place(
                sound,
                part,
                float(start) + number * beat / 3 + rng.normal(0, 0.001) + 0.005,
                rng.uniform(0.6, 1) / (1 + number),
            )
    return unit(sound) + 0.15 * unit(motor(rng, 1 / beat * 4, count))


def washing_machine(rng: Generator) -> Signal:
    """A drum turning with laundry: slow sloshing over a motor's hum."""
    count = frames(3.0)
    turn = 0.5 + 0.5 * np.sin(2 * np.pi * rng.uniform(0.9, 1.4) * seconds_of(count))
    slosh = low_pass(coloured(rng, count, 3), 1200) * (0.25 + turn**2)
    return unit(slosh) + 0.4 * unit(low_pass(motor(rng, rng.uniform(48, 60), count), 900))


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


def zipper(rng: Generator) -> Signal:
    """A zip drawn open or shut: ticks that quicken into a rasp."""
    sound = np.zeros(frames(1.3))
    for begin in (0.03, 0.7):
        count = frames(0.45)
        speed = 60 + 160 * np.sin(np.pi * np.linspace(0, 1, count)) * rng.uniform(0.8, 1.2)
        teeth = np.clip(tone(speed, count, saw(60), pulsed=True), 0, None) ** 2
        rasp = resonate(white(rng, count) * (0.15 + teeth), [(2200, 1200, 0.7), (5500, 3500, 1.0)])
        place(sound, unit(rasp) * swell(count, 0.08, 0.05), begin)
    return sound


def lighter(rng: Generator) -> Signal:
    """The wheel of a lighter and its small flame."""
    sound = np.zeros(frames(1.4))
    for start in (0.05, 0.4):
        count = frames(0.09)
        rasp = high_pass(white(rng, count), 2500) * np.clip(tone(rng.uniform(300, 420), count, saw(12)), 0, None)
        place(sound, unit(rasp) * swell(count, 0.01, 0.03), start)
    flame = frames(0.9)
    place(sound, unit(band_pass(white(rng, flame), 300, 3000)) * swell(flame, 0.03, 0.6), 0.46, 0.12)
    return sound


KINDS: tuple[Kind, ...] = (
    kind("vacuum cleaner", "machine, household, motor", vacuum, 5),
    kind("hair dryer", "machine, household, air", hair_dryer, 4),
    kind("fan", "machine, household, hum, air", fan, 4),
    kind("drill", "machine, tool, power tool, motor", drill, 5),
    kind("saw", "tool, wood, sawing", saw_wood, 4),
    kind("chainsaw", "machine, tool, power tool, motor, engine", chainsaw, 5),
    kind("jackhammer", "machine, tool, power tool", jackhammer, 4),
    kind("clock ticking", "clock, tick, mechanism", clock, 6),
    kind("keyboard typing", "keyboard, typing, office, computer", keyboard, 5),
    kind("mouse click", "click, office, computer", mouse_click, 5),
    kind("camera shutter", "camera, mechanism", shutter, 4),
    kind("sewing machine", "machine, mechanism", sewing_machine, 4),
    kind("typewriter", "typing, office, mechanism", partial(keyboard, hard=1.6), 4),
    kind("washing machine", "machine, household", washing_machine, 4),
    kind("electric razor", "machine, household, buzzing", shaver, 4),
    kind("printer", "machine, office, mechanism", printer, 4),
    kind("zipper", "cloth, clothing", zipper, 4),
    kind("lighter", "flame", lighter, 4),
)
