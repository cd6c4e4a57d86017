"""Engines, cars, trains and aircraft."""

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
    phase_of,
    place,
    seconds_of,
    swell,
    tone,
    unit,
    wander,
    white,
)

_SPEED_OF_SOUND = 343.0


def engine(rng: Generator, firing: Signal, *, cylinders: int = 4, load: float = 0.5) -> Signal:
    """A combustion engine: firing pulses (Hz over time) through an exhaust, and mechanical noise.

    Each cylinder is of its own strength and each stroke a burst of noise, or an engine sounds like an organ.
    """
    count = len(firing)
    cycle = phase_of(firing * (1 + 0.03 * wander(rng, count, 25)) / cylinders, count) % 1.0
    strength = rng.uniform(0.6, 1.4, cylinders)
    strength_now = np.interp(cycle * cylinders, np.arange(cylinders + 1), np.append(strength, strength[0]))
    pulse = np.exp(-((cycle * cylinders) % 1.0) * rng.uniform(5, 8)) * strength_now
    pulse *= 1 + 0.6 * wander(rng, count, float(np.mean(firing)))
    thump = (pulse - np.mean(pulse)) * 1.5
    pipe = resonate(
        thump + pulse * white(rng, count), [(80, 60, 1), (160, 90, 0.8), (340, 200, 0.7), (800, 500, 0.5)], direct=0.12
    )
    clatter = band_pass(white(rng, count), 1200, 7000) * (0.4 + pulse)
    return unit(low_pass(pipe, 2500 + 3000 * load)) + (0.1 + 0.1 * load) * unit(clatter)


def idle(rng: Generator, low: float = 18.0, high: float = 30.0, cylinders: int = 4) -> Signal:
    """An engine standing: each stroke a burst of noise of its cylinder's own strength, over steady mechanical noise."""
    count = frames(2.6)
    strokes = phase_of(rng.uniform(low, high) * (1 + 0.007 * wander(rng, count, 10)), count)
    strength = rng.uniform(0.6, 1.4, cylinders)
    pulse = np.exp(-(strokes % 1.0) * rng.uniform(2.8, 3.5)) * strength[np.floor(strokes).astype(int) % cylinders]
    exhaust = coloured(rng, count, 0.5) * (0.13 + pulse) + 1.45 * (pulse - np.mean(pulse))
    deep = resonate(exhaust, [(70, 50, 1), (150, 90, 0.8), (320, 200, 0.6)], direct=0.2)
    mechanics = band_pass(coloured(rng, count, 2), 300, rng.uniform(2500, 3200)) * (1.7 + pulse)
    return unit(deep) + rng.uniform(0.3, 0.4) * unit(mechanics)


def revving(rng: Generator) -> Signal:
    """An engine revved up and let go."""
    count = frames(2.8)
    revs = line(count, (0, 30), (0.4, 32), (1.2, rng.uniform(120, 190)), (1.6, 150), (2.8, 45))
    return saturate(engine(rng, revs, load=0.9), 2)


def motorcycle(rng: Generator) -> Signal:
    """A big twin: uneven, hard pulses, accelerating."""
    count = frames(2.8)
    revs = line(count, (0, 28), (0.5, 30), (2.2, rng.uniform(90, 140)), (2.8, 80))
    return saturate(engine(rng, revs, cylinders=2, load=1.0), 3)


def engine_start(rng: Generator) -> Signal:
    """The starter turns, then the engine catches."""
    sound = np.zeros(frames(2.8))
    count = frames(0.95)
    turn = tone(rng.uniform(9, 12), count, falling(20, 0.4), pulsed=True)
    whine = tone(rng.uniform(260, 340) * (1 + 0.06 * turn / np.max(np.abs(turn))), count, falling(20, 0.7))
    place(
        sound, (unit(whine) * (0.6 + 0.4 * unit(turn)) + 0.2 * white(rng, count)) * swell(count, 0.04, 0.04), 0.02, 0.6
    )
    running = frames(1.8)
    revs = line(running, (0, 20), (0.25, 75), (0.8, 42), (1.8, 32))
    place(sound, engine(rng, revs, load=0.8) * swell(running, 0.03, 0.1), 0.95)
    return sound


def passing_car(rng: Generator, seconds: float = 3.0) -> Signal:
    """A car passes: tyres and engine swell, and the pitch falls (Doppler)."""
    count = frames(seconds)
    speed, distance = rng.uniform(13, 18), rng.uniform(3.8, 5)
    along = (seconds_of(count) - seconds * rng.uniform(0.45, 0.52)) * speed
    away = np.sqrt(along**2 + distance**2)
    near, doppler = distance / away, 1 / (1 + speed * along / away / _SPEED_OF_SOUND)
    tyres = tilt(band_pass(white(rng, count), 100, rng.uniform(1800, 2200)), -3.4)
    rumble = low_pass(coloured(rng, count, 4), 356)
    hum = tone(rng.uniform(120, 145) * doppler, count, falling(30, 1.35))
    return unit(tyres) * near**1.43 + 0.46 * unit(rumble) * near**0.7 + rng.uniform(0.4, 0.65) * unit(hum) * near


def traffic(rng: Generator) -> Signal:
    """A busy road from some way off."""
    count = frames(2.8)
    sound = 0.6 * unit(low_pass(coloured(rng, count, 3.5), 900))
    for _ in range(3):
        sound += rng.uniform(0.3, 0.8) * np.roll(passing_car(rng, 2.8), int(rng.integers(count)))
    return low_pass(sound, 3500, 1)


def helicopter(rng: Generator) -> Signal:
    """Blades slap the air some ten or twenty times a second over a turbine."""
    count = frames(2.8)
    cycle = phase_of(rng.uniform(11, 17) * (1 + 0.006 * wander(rng, count, 2)), count) % 1.0
    slap = np.exp(-(((cycle - 0.35) / 0.13) ** 2))
    noise = resonate(coloured(rng, count, 2.5), [(90, 80, 1), (250, 250, 0.8), (700, 700, 0.5)], direct=0.1) * (
        0.15 + slap
    )
    air = band_pass(coloured(rng, count, 3), 150, 4000)
    turbine = tone(rng.uniform(500, 800) * (1 + 0.003 * wander(rng, count, 3)), count, [1, 0.3, 0.3])
    return unit(noise) + 0.25 * unit(air) + 0.015 * turbine


def propeller(rng: Generator) -> Signal:
    """A small aeroplane: propeller and engine drone, slightly beating."""
    count = frames(2.8)
    pitch = rng.uniform(72, 100) * line(count, (0, 1.04), (2.8, 0.96)) * (1 + 0.004 * wander(rng, count, 3))
    drone = engine(rng, pitch, load=0.8) + 0.3 * unit(tone(pitch * 1.012, count, falling(30, 0.8), 0.4))
    air = low_pass(coloured(rng, count, 3), 3000)
    return resonate(unit(drone), [(220, 200, 1), (600, 500, 0.7)], direct=0.2) + 0.25 * unit(air)


def jet(rng: Generator) -> Signal:
    """A jet overhead: roaring noise with a whine that falls."""
    count = frames(3.0)
    roar = resonate(coloured(rng, count, 2.5), [(250, 300, 1), (900, 900, 0.5)], direct=0.3)
    whine = tone(rng.uniform(1800, 2600) * line(count, (0, 1.1), (1.5, 1.0), (3, 0.75)), count, [1, 0.4, 0.2])
    return (unit(roar) * (1 + 0.15 * wander(rng, count, 6)) + 0.08 * whine) * line(count, (0, 0.4), (1.5, 1), (3, 0.5))


def train(rng: Generator) -> Signal:
    """Wheels over rail joints, two and two, over a rolling rumble."""
    count = frames(2.8)
    sound = np.zeros(count)
    pace = rng.uniform(0.55, 0.8)
    for start in np.arange(0.05, 2.7, pace):
        for later in (0.0, 0.11, 0.26, 0.37):
            clack = resonate(burst(rng, 0.12), [(110, 60, 1), (420, 180, 0.8), (1500, 600, 0.5), (3500, 1500, 0.25)])
            place(sound, unit(clack), float(start) + later * pace / 0.65, rng.uniform(0.7, 1))
    rolling = resonate(coloured(rng, count, 2), [(180, 150, 1), (800, 600, 0.5), (2500, 1200, 0.25)], direct=0.1)
    return unit(sound) + 0.9 * unit(rolling) * (1 + 0.15 * wander(rng, count, 5))


def train_horn(rng: Generator) -> Signal:
    """Five air horns on one chord."""
    count = frames(2.4)
    base = rng.uniform(255, 311)
    chord = np.zeros(count)
    for ratio in (1, 1.19, 1.335, 1.587, 2.0):
        pitch = base * ratio * rng.normal(1, 0.003) * (1 - 0.02 * np.exp(-seconds_of(count) / 0.08))
        chord += tone(pitch, count, falling(40, 0.45), rng.random())
    horns = resonate(chord, [(650, 400, 1), (1500, 700, 0.8), (2600, 1200, 0.4)], direct=0.1)
    air = high_pass(white(rng, count), 2000)
    return room((unit(horns) + 0.02 * air) * swell(count, 0.09, 0.2), rng, 1.8, 0.35, 3000)


def car_horn(rng: Generator) -> Signal:
    """Two discs a third apart, pressed once or twice."""
    sound = np.zeros(frames(1.8))
    base = rng.uniform(370, 430)
    for start, length in ((0.03, 0.3), (0.45, 1.1)):
        count = frames(length)
        pair = tone(base, count, falling(60, 0.3)) + tone(base * 1.26, count, falling(60, 0.3), 0.3)
        blast = resonate(pair, [(900, 600, 0.7), (2200, 900, 1), (3300, 1200, 0.7)], direct=0.1)
        place(sound, unit(blast) * swell(count, 0.015, 0.03), start)
    return room(sound, rng, 0.9, 0.2, 4000)


def ship_horn(rng: Generator) -> Signal:
    """A ship's or fog horn: very low, very loud, far away."""
    count = frames(2.8)
    base = rng.uniform(75, 120)
    blast = tone(base * (1 - 0.03 * np.exp(-seconds_of(count) / 0.1)), count, falling(40, 0.5))
    second = tone(base * 1.26, count, falling(40, 0.5), 0.2) * rng.uniform(0, 0.5)
    return room(low_pass(blast + second, 1400) * swell(count, 0.15, 0.4), rng, 2.5, 0.5, 1500)


KINDS: tuple[Kind, ...] = (
    kind("engine idling", "engine, vehicle, motor, car", idle),
    kind("engine revving", "engine, vehicle, motor, car", revving),
    kind("truck idling", "engine, vehicle, motor, truck", partial(idle, low=14.0, high=20.0, cylinders=6)),
    kind("motorcycle", "engine, vehicle, motor", motorcycle),
    kind("engine starting", "engine, vehicle, motor, car", engine_start),
    kind("car passing by", "car, vehicle, traffic, road", passing_car),
    kind("traffic", "car, vehicle, road, city", traffic),
    kind("helicopter", "aircraft, vehicle, engine", helicopter),
    kind("propeller plane", "aircraft, airplane, vehicle, engine", propeller),
    kind("jet", "aircraft, airplane, vehicle, engine", jet),
    kind("train", "vehicle, railway", train),
    kind("train horn", "train, horn, vehicle, railway", train_horn),
    kind("car horn", "car, horn, vehicle", car_horn),
    kind("ship horn", "ship, horn, vehicle, foghorn", ship_horn),
)
