"""Sounds of interfaces and of arcade games."""

import numpy as np
from numpy.random import Generator

from corpus.synthesis.primitives import (
    RATE,
    band,
    between,
    crushed,
    decay,
    driven,
    followed,
    glide,
    held,
    hump,
    modes,
    noise,
    pick,
    pitch,
    placed,
    pulse,
    reverberant,
    saw,
    shaped,
    sine,
    times,
    triangle,
)
from corpus.synthesis.recipe import Recipe, Sound, recipes


def ui_click(rng: Generator) -> Sound:
    """A short, dry click."""
    t, base = times(rng.uniform(0.03, 0.08)), between(rng, 900, 3500)
    out = modes(t, [base, base * 2.3], [1, 0.5], [0.003, 0.0015]) + 0.6 * noise(rng, len(t)) * decay(t, 0.001, 0.0002)
    return out, "click|ui click|button click|interface click|short click"


def ui_tick(rng: Generator) -> Sound:
    """A tiny, high click."""
    t = times(0.03)
    out = band(noise(rng, len(t)), between(rng, 3000, 6000)) * decay(t, rng.uniform(0.0006, 0.002), 0.0002)
    return out, "tick|ui tick|small click|tiny click"


def pop(rng: Generator) -> Sound:
    """A round bubble of a sound: a sine that rises at once."""
    t, low = times(rng.uniform(0.05, 0.12)), between(rng, 250, 600)
    out = sine(glide(low, low * rng.uniform(1.8, 3.5), len(t), 0.8), len(t)) * decay(t, 0.018, 0.002)
    return out, "pop|ui pop|bubble pop|soft pop|pop sound"


def notification(rng: Generator) -> Sound:
    """Two or three bell-like notes."""
    root, count = int(rng.integers(70, 84)), int(rng.integers(2, 4))
    steps, gap = rng.choice([4, 5, 7, 9, 12], count - 1, replace=False), rng.uniform(0.08, 0.16)
    pieces = []
    for number, step in enumerate([0, *sorted(int(step) for step in steps)]):
        t, note = times(0.9), pitch(root + step)
        pieces.append((number * gap, modes(t, [note, note * 2, note * 3], [1, 0.3, 0.1], [0.2, 0.1, 0.05])))
    out = reverberant(placed(pieces, 1.3), rng, 0.8, 0.2)
    return out, "notification|notification chime|chime|message alert|ui notification"


def error_buzz(rng: Generator) -> Sound:
    """Two low, harsh notes: not allowed."""
    low, on = between(rng, 90, 220), rng.uniform(0.09, 0.22)
    t = times(on)
    falling = rng.random() < 0.5
    first = band(pulse(low * (1.26 if falling else 1), len(t)), None, 3500.0) * held(t, 0.003, 0.01)
    second = band(pulse(low, len(t)), None, 3500.0) * held(t, 0.003, 0.02)
    gap = on + rng.uniform(0.02, 0.06)
    return placed([(0, first), (gap, second)], gap + on), "error|error sound|error buzz|denied|access denied"


def success(rng: Generator) -> Sound:
    """A major chord note by note, upwards."""
    root, step = int(rng.integers(60, 78)), rng.uniform(0.06, 0.14)
    make = (triangle, sine, pulse)[int(rng.integers(3))]
    pieces = []
    for number, interval in enumerate((0, 4, 7, 12)):
        t = times(0.2 if number < 3 else 0.7)
        pieces.append(
            (number * step, make(pitch(root + interval), len(t)) * decay(t, 0.12 if number < 3 else 0.3, 0.004))
        )
    return placed(pieces, 3 * step + 0.7), "success|success jingle|level complete|correct answer|positive chime"


def failure(rng: Generator) -> Sound:
    """Notes that go down in half steps and sag."""
    root, step, count = int(rng.integers(55, 68)), rng.uniform(0.18, 0.32), int(rng.integers(3, 5))
    pieces = []
    for number in range(count):
        t = times(step if number < count - 1 else step * 3)
        sag = 1 - (0.06 * t / t[-1] if number == count - 1 else 0)
        pieces.append(
            (number * step, band(pulse(pitch(root - number) * sag, len(t), 0.35), None, 4000.0) * held(t, 0.01, 0.05))
        )
    return placed(pieces, step * (count + 2)), "fail|failure|game over|losing sound|fail jingle"


def ui_swipe(rng: Generator) -> Sound:
    """A soft, short sweep of air."""
    t = times(rng.uniform(0.12, 0.3))
    way = glide(between(rng, 900, 1800), between(rng, 3500, 7000), len(t))
    centre = followed(way if rng.random() < 0.6 else way[::-1].copy())
    out = (
        shaped(noise(rng, len(t)), lambda f, s: hump(f, centre(s), 0.4), 512) * np.abs(np.sin(np.pi * t / t[-1])) ** 1.5
    )
    return out, "swipe|ui swipe|swoosh|interface swoosh|transition"


def toggle(rng: Generator) -> Sound:
    """Two clicks of different pitch: down and up of a switch."""
    t, base = times(0.06), between(rng, 700, 2000)
    first = modes(t, [base, base * 2.7], [1, 0.4], [0.004, 0.002])
    second = modes(t, [base * rng.uniform(1.2, 1.5), base * 3.1], [0.8, 0.4], [0.004, 0.002])
    gap = rng.uniform(0.04, 0.11)
    click = placed([(0, first), (gap, second)], gap + 0.06)
    return click + 0.1 * noise(rng, len(click)) * np.abs(click), "toggle|switch|toggle switch|ui toggle|double click"


def coin(rng: Generator) -> Sound:
    """Two square notes, the second higher and held."""
    root = int(rng.integers(76, 90))
    a, b = times(rng.uniform(0.05, 0.09)), times(rng.uniform(0.3, 0.6))
    first = pulse(pitch(root), len(a)) * held(a, 0.001, 0.002)
    second = pulse(pitch(root + int(rng.choice([4, 5, 7]))), len(b)) * decay(b, 0.15)
    out = placed([(0, first), (a[-1], second)], a[-1] + b[-1])
    return out, "coin|coin collect|8-bit coin|retro coin|pickup"


def jump(rng: Generator) -> Sound:
    """A square wave that leaps upwards."""
    t, low = times(rng.uniform(0.15, 0.35)), between(rng, 150, 400)
    wave = pulse(glide(low, low * rng.uniform(2, 4), len(t), 0.8), len(t), rng.choice([0.125, 0.25, 0.5]))
    return wave * held(t, 0.003, 0.05), "jump|8-bit jump|retro jump|video game jump|jump sound"


def pickup(rng: Generator) -> Sound:
    """A quick run of square notes upwards."""
    root, step, count = int(rng.integers(64, 80)), rng.uniform(0.035, 0.07), int(rng.integers(4, 9))
    steps = (0, 4, 7, 12, 16, 19, 24, 28, 31)
    t = times(step * 1.3)
    pieces = [
        (number * step, pulse(pitch(root + steps[number]), len(t), 0.25) * decay(t, step, 0.001))
        for number in range(count)
    ]
    return placed(pieces, count * step + 0.1), "power-up|8-bit power-up|item pickup|retro power up|level up"


def arcade_explosion(rng: Generator) -> Sound:
    """Held noise whose steps get longer: an explosion of old games."""
    t = times(rng.uniform(0.4, 1.2))
    steps = np.cumsum(glide(between(rng, 4000, 9000), between(rng, 200, 900), len(t)) / RATE).astype(int)
    wave = rng.uniform(-1, 1, steps[-1] + 1)[steps] * decay(t, t[-1] / 3, 0.002)
    return crushed(wave, 2, 8), "8-bit explosion|retro explosion|arcade explosion|video game explosion|explosion"


def arcade_shot(rng: Generator) -> Sound:
    """A falling square wave, few bits."""
    t, high = times(rng.uniform(0.1, 0.3)), between(rng, 900, 2500)
    wave = pulse(glide(high, high / rng.uniform(4, 10), len(t)), len(t), rng.choice([0.125, 0.25, 0.5]))
    return crushed(wave * decay(t, 0.1), 3, 8), "8-bit laser|retro laser|arcade shot|video game shot|8-bit shoot"


def arcade_hurt(rng: Generator) -> Sound:
    """A short fall of saw and noise."""
    t, high = times(rng.uniform(0.1, 0.25)), between(rng, 300, 800)
    wave = saw(glide(high, high / 4, len(t)), len(t)) + rng.uniform(0.2, 1) * crushed(noise(rng, len(t)), 12, 8)
    return driven(wave * decay(t, 0.07), 2), "8-bit hit|retro hit|video game hurt|arcade hit|damage"


def chiptune(rng: Generator) -> Sound:
    """A tune of square and triangle waves."""
    root, step, count = int(rng.integers(60, 72)), 60 / rng.uniform(110, 170) / 2, 16
    scale = (0, 2, 4, 7, 9, 12, 14, 16)
    t, place, pieces = times(step), int(rng.integers(0, 5)), []
    for number in range(count):
        place = int(np.clip(place + rng.integers(-2, 3), 0, 7))
        pieces.append((number * step, pulse(pitch(root + scale[place]), len(t), 0.25) * decay(t, step, 0.002)))
        if number % 2 == 0:
            low = pitch(root - 24 + (0, 0, 5, 7)[number // 4])
            pieces.append((number * step, 0.9 * triangle(low, len(t)) * held(t, 0.002, 0.02)))
    mood = pick(rng, "8-bit music", "video game music")
    return placed(pieces, min(count * step, 6)), f"chiptune|{mood}|retro game music|chiptune melody"


INTERFACE: tuple[Recipe, ...] = recipes(
    ui_click,
    ui_tick,
    pop,
    notification,
    error_buzz,
    success,
    failure,
    ui_swipe,
    toggle,
    coin,
    jump,
    pickup,
    arcade_explosion,
    arcade_shot,
    arcade_hurt,
    chiptune,
)
