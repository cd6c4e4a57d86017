"""Foley and impacts: steps, doors, paper, shots and explosions."""

from functools import partial

import numpy as np
from numpy.random import Generator

from desktop_app.core.synthesis.filters import (
    Formant,
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
    cloud,
    coloured,
    decay,
    frames,
    line,
    place,
    ring,
    scatter,
    seconds_of,
    swell,
    tone,
    unit,
    wander,
    white,
)

_WOOD: tuple[Formant, ...] = ((110, 40, 1.0), (240, 70, 0.8), (520, 140, 0.5), (1300, 600, 0.3), (3200, 2000, 0.15))


def steps(rng: Generator, floor: tuple[Formant, ...]) -> Signal:
    """Shoes on a hard floor: heel, then sole."""
    sound = np.zeros(frames(2.8))
    for start in np.arange(0.05, 2.6, rng.uniform(0.48, 0.62)):
        heel = resonate(burst(rng, 0.06), floor)
        sole = resonate(burst(rng, 0.09), [(f * 1.2, b, g) for f, b, g in floor])
        begin = float(start) + rng.normal(0, 0.012)
        place(sound, unit(heel), begin, rng.uniform(0.8, 1))
        place(sound, unit(sole), begin + rng.uniform(0.07, 0.1), rng.uniform(0.25, 0.45))
    return room(sound, rng, 0.5, 0.25)


def gravel_steps(rng: Generator) -> Signal:
    """Steps that grind many small stones."""
    sound = np.zeros(frames(2.8))
    for start in np.arange(0.03, 2.6, rng.uniform(0.5, 0.62)):
        count = frames(0.4)
        press = line(count, (0, 0), (rng.uniform(0.06, 0.08), 1), (0.14, 0.43), (0.22, 0.31), (0.4, 0))
        stones = cloud(scatter(rng, count, rng.uniform(700, 900) * press, 1.0), (0.02, 0.06), rng)
        grit = 0.04 * band_pass(white(rng, count), 430, 3300) * press
        place(sound, unit(tilt(band_pass(stones, 430, 3300), -4) + grit) * press, float(start), rng.uniform(0.7, 1))
    return room(sound, rng, 0.3, 0.1) + 0.004 * coloured(rng, len(sound), 3)


def snow_steps(rng: Generator) -> Signal:
    """Steps in dry snow: a dense, squeezed creak."""
    sound = np.zeros(frames(2.8))
    for start in np.arange(0.03, 2.6, rng.uniform(0.55, 0.68)):
        count = frames(0.4)
        press = line(count, (0, 0), (0.08, 0.9), (0.2, 0.6), (0.3, 0.8), (0.4, 0))
        crunch = cloud(scatter(rng, count, 3500 * press, 0.7), (0.002, 0.004), rng)
        place(
            sound,
            unit(resonate(crunch, [(1300, 700, 1), (3000, 1500, 0.7)])) * press,
            float(start),
            rng.uniform(0.7, 1),
        )
    return sound


def knock(rng: Generator) -> Signal:
    """Knuckles on a wooden door."""
    sound = np.zeros(frames(1.8))
    panel = rng.uniform(0.85, 1.25)
    pace = rng.uniform(0.16, 0.24)
    for number in range(int(rng.integers(3, 6))):
        formants = [(130 * panel, 40, 1.0), (270 * panel, 60, 0.9), (480 * panel, 110, 0.6), (1100, 500, 0.35)]
        place(
            sound,
            unit(resonate(burst(rng, 0.05), formants)),
            0.05 + number * pace + rng.normal(0, 0.006),
            rng.uniform(0.7, 1),
        )
    return room(sound, rng, 0.5, 0.3)


def door_slam(rng: Generator) -> Signal:
    """A heavy door falls shut: thud, frame and latch."""
    sound = np.zeros(frames(1.6))
    formants = [(65, 35, 1.0), (150, 60, 0.9), (330, 120, 0.6), (900, 500, 0.4), (2500, 1500, 0.2)]
    place(sound, unit(resonate(burst(rng, 0.22), formants)), 0.05)
    latch = resonate(burst(rng, 0.03), [(1800, 500, 1), (3600, 1200, 0.8)])
    place(sound, unit(latch), 0.05 + rng.uniform(0.02, 0.05), 0.35)
    place(sound, unit(resonate(burst(rng, 0.15), formants)), 0.05 + rng.uniform(0.1, 0.14), 0.2)
    return room(saturate(sound, 1.8), rng, 1.0, 0.45)


def paper(rng: Generator) -> Signal:
    """A sheet crumpled in the hand."""
    count = frames(2.0)
    squeeze = np.clip(0.4 + 0.9 * wander(rng, count, 5), 0.02, None)
    crackle = cloud(scatter(rng, count, 260 * squeeze**2, 1.1), (0.002, 0.006, 0.015), rng)
    return high_pass(crackle, 1400) * squeeze + 0.02 * unit(high_pass(white(rng, count), 2000)) * squeeze


def gunshot(rng: Generator) -> Signal:
    """A shot: a crack, a blast, and its answer from around."""
    count = frames(1.8)
    crack = high_pass(white(rng, count), rng.uniform(450, 600)) * decay(count, rng.uniform(0.08, 0.11), 0.0003)
    blast = low_pass(white(rng, count), rng.uniform(850, 1200), 1) * decay(count, rng.uniform(0.14, 0.22), 0.0006)
    answer = low_pass(coloured(rng, count, 3.1), rng.uniform(700, 900), 1) * decay(count, rng.uniform(1.5, 2.0), 0.01)
    shot = saturate(rng.uniform(0.9, 1.2) * unit(crack) + unit(blast), rng.uniform(3, 4))
    return shot + rng.uniform(0.04, 0.1) * unit(answer)


def machine_gun(rng: Generator) -> Signal:
    """A burst of shots."""
    sound = np.zeros(frames(2.0))
    shots = [gunshot(rng)[: frames(0.35)] * line(frames(0.35), (0.2, 1), (0.35, 0)) for _ in range(3)]
    for number, start in enumerate(np.arange(0.02, 1.5, rng.uniform(0.085, 0.12))):
        place(sound, shots[number % 3], float(start), rng.uniform(0.8, 1))
    return room(sound, rng, 1.4, 0.3, 2500)


def explosion(rng: Generator) -> Signal:
    """A deep blast that rolls away with falling debris."""
    count = frames(3.0)
    blast = low_pass(coloured(rng, count, 3), 1800) * decay(count, rng.uniform(1.2, 2.2), 0.004)
    rumble = low_pass(coloured(rng, count, 5), 160) * decay(count, 3.5, 0.03) * (1 + 0.4 * wander(rng, count, 7))
    crack = high_pass(white(rng, count), 900) * decay(count, 0.2, 0.001)
    debris = cloud(scatter(rng, count, 90 * decay(count, 2.5, 0.5), 1.0), (0.01, 0.03), rng)
    mix = unit(blast) + 0.9 * unit(rumble) + 0.5 * unit(crack) + 0.15 * unit(debris)
    return room(saturate(mix, 3), rng, 2.2, 0.5, 1500)


def firework(rng: Generator) -> Signal:
    """A rocket climbs, bursts and crackles."""
    sound = np.zeros(frames(3.0))
    count = frames(0.8)
    hiss = resonate(white(rng, count), [(2500, 1200, 1)]) + 2 * tone(np.linspace(1800, 2600, count), count, [1])
    place(sound, unit(hiss) * swell(count, 0.2, 0.2), 0.0, 0.2)
    count = frames(2.1)
    bang = low_pass(coloured(rng, count, 3), 1500) * decay(count, 0.7, 0.002)
    falling_sparks = 130 * line(count, (0, 0), (0.3, 1), (1.5, 0.6), (2.1, 0))
    sparks = cloud(scatter(rng, count, falling_sparks, 0.7), (0.012,), rng)
    place(sound, saturate(unit(bang), 2) + 0.35 * unit(high_pass(sparks, 800)), 0.85)
    return room(sound, rng, 1.6, 0.4, 2500)


def pop(rng: Generator) -> Signal:
    """A cork, or a bubble: a short resonance that jumps up."""
    sound = np.zeros(frames(1.0))
    for start in np.arange(0.05, 0.9, rng.uniform(0.3, 0.5)):
        count = frames(0.12)
        pitch = rng.uniform(350, 600) * (1 + 0.9 * np.minimum(seconds_of(count) / 0.03, 1))
        place(sound, tone(pitch, count, [1, 0.3, 0.1]) * decay(count, 0.07), float(start))
        place(sound, unit(burst(rng, 0.006)), float(start), 0.3)
    return room(sound, rng, 0.3, 0.15)


def punch(rng: Generator) -> Signal:
    """A blow of films: slap, body and thud."""
    sound = np.zeros(frames(1.2))
    for start in (0.03, rng.uniform(0.5, 0.65)):
        count = frames(0.4)
        body = low_pass(white(rng, count), 260) * decay(count, 0.22)
        slap = resonate(white(rng, count), [(900, 700, 1), (2200, 1500, 0.6)]) * decay(count, 0.09)
        place(sound, saturate(unit(body) + 0.8 * unit(slap), 2.5), start, rng.uniform(0.8, 1))
    return room(sound, rng, 0.25, 0.15)


def thud(rng: Generator) -> Signal:
    """A heavy, soft thing falls on a floor."""
    sound = np.zeros(frames(1.2))
    for start, level in ((0.03, 1.0), (rng.uniform(0.3, 0.4), 0.4)):
        place(sound, unit(resonate(burst(rng, 0.2), [(55, 30, 1), (120, 60, 0.7), (300, 200, 0.3)])), start, level)
    return room(sound, rng, 0.5, 0.2, 1500)


def wood_crack(rng: Generator) -> Signal:
    """A branch bends and breaks."""
    sound = np.zeros(frames(1.2))
    for start in np.concatenate([np.sort(rng.uniform(0.02, 0.5, 10)), [0.52, 0.53, 0.56, 0.6]]):
        snap = ring(frames(0.12), rng.uniform(400, 3500, 7), rng.exponential(1, 7), rng.uniform(0.02, 0.07, 7), rng)
        place(sound, unit(snap) + 0.4 * unit(burst(rng, 0.12)[: len(snap)]), float(start), 1.0 if start > 0.5 else 0.25)
    return room(sound, rng, 0.4, 0.15)


KINDS: tuple[Kind, ...] = (
    kind("footsteps on wood", "footsteps, walking, wood", partial(steps, floor=_WOOD)),
    kind("footsteps on gravel", "footsteps, walking, gravel", gravel_steps),
    kind("footsteps in snow", "footsteps, walking, snow", snow_steps),
    kind("door knock", "door, knock, wood, knocking", knock),
    kind("door slam", "door, impact, slam", door_slam),
    kind("paper crumpling", "paper, rustling", paper),
    kind("gunshot", "gun, weapon, shot", gunshot),
    kind("machine gun", "gun, weapon, gunshot, shot", machine_gun),
    kind("explosion", "blast, boom, impact", explosion),
    kind("fireworks", "explosion, crackling", firework),
    kind("pop", "cork", pop),
    kind("punch", "impact, hit, fight", punch),
    kind("thud", "impact, hit", thud),
    kind("wood cracking", "wood, breaking", wood_crack),
)
