"""Sounds of screens and buttons, and plain test signals and noises."""

from functools import partial

import numpy as np
from numpy.random import Generator

from desktop_app.core.synthesis.filters import Signal, band_pass, high_pass, low_pass, resonate, room, saturate
from desktop_app.core.synthesis.kinds import Kind, kind
from desktop_app.core.synthesis.sources import (
    burst,
    cloud,
    coloured,
    decay,
    falling,
    frames,
    place,
    scatter,
    seconds_of,
    swell,
    tone,
    unit,
    wander,
    white,
)
from desktop_app.core.synthesis.struck import modes


def ui_click(rng: Generator) -> Signal:
    """A dry click of a button on a screen."""
    sound = np.zeros(frames(0.5))
    click = resonate(burst(rng, 0.006), [(rng.uniform(1500, 3500), 800, 1), (rng.uniform(400, 800), 300, 0.5)])
    place(sound, unit(click), 0.01)
    place(sound, tone(rng.uniform(900, 2000), frames(0.02), [1]) * decay(frames(0.02), 0.015), 0.01, 0.4)
    return sound


def beep(rng: Generator) -> Signal:
    """One or two plain beeps."""
    sound = np.zeros(frames(0.9))
    pitch = rng.uniform(700, 2200)
    for number in range(int(rng.integers(1, 3))):
        count = frames(0.22)
        place(sound, tone(pitch, count, falling(4, 2.0)) * swell(count, 0.004, 0.02), 0.03 + 0.3 * number)
    return sound


def notification(rng: Generator) -> Signal:
    """A friendly chime of two or three soft notes."""
    sound = np.zeros(frames(1.6))
    base = rng.uniform(600, 1000)
    steps = ((0, 7), (0, 4, 7), (7, 12), (0, 5, 12))[int(rng.integers(4))]
    for number, step in enumerate(steps):
        note = modes(
            rng, base * 2 ** (step / 12), ((1, 1, 1), (2, 0.3, 0.6), (3.0, 0.12, 0.4), (4.1, 0.1, 0.2)), 1.1, 1.0
        )
        place(sound, unit(note), number * rng.uniform(0.11, 0.16))
    return room(sound, rng, 0.6, 0.15)


def error(rng: Generator) -> Signal:
    """Two low, unfriendly notes."""
    sound = np.zeros(frames(0.9))
    base = rng.uniform(150, 240)
    for number, ratio in enumerate((1.0, 0.84)):
        count = frames(0.26)
        pair = tone(base * ratio, count, falling(30, 0.7)) + tone(base * ratio * 1.06, count, falling(30, 0.7), 0.3)
        place(sound, low_pass(pair, 2500) * swell(count, 0.006, 0.05), number * 0.3)
    return sound


def noise(rng: Generator, slope: float) -> Signal:
    """Steady noise that falls by `slope` dB an octave."""
    return coloured(rng, frames(rng.uniform(1.2, 2.2)), slope)


def static(rng: Generator) -> Signal:
    """A radio between stations: noise that breathes and crackles."""
    count = frames(2.0)
    hiss = band_pass(white(rng, count), 400, 6000) * (1 + 0.5 * wander(rng, count, 9))
    crackle = cloud(scatter(rng, count, 80, 1.0), (0.004,), rng)
    return saturate(unit(hiss) + 0.6 * unit(crackle), 1.5)


def vinyl(rng: Generator) -> Signal:
    """The groove of a record without music: ticks over soft, low noise."""
    count = frames(2.4)
    ticks = cloud(scatter(rng, count, rng.uniform(14, 35), 1.0), (0.0008, 0.002), rng)
    surface = low_pass(coloured(rng, count, 4), 3000)
    return unit(ticks) + rng.uniform(0.06, 0.15) * unit(surface)


def tape_hiss(rng: Generator) -> Signal:
    """Bright, even hiss."""
    count = frames(1.8)
    return high_pass(white(rng, count), rng.uniform(1500, 3000)) * (1 + 0.05 * wander(rng, count, 20))


def hum(rng: Generator) -> Signal:
    """Mains hum of 50 or 60 Hz with its harmonics."""
    count = frames(2.0)
    base = float(rng.choice([50.0, 60.0]))
    levels = np.array([1, 0.9, 0.35, 0.5, 0.2, 0.3, 0.12, 0.15, 0.08, 0.1]) * rng.uniform(0.5, 1.3, 10)
    return unit(tone(base, count, levels)) + rng.uniform(0.005, 0.02) * white(rng, count)


def sine(rng: Generator) -> Signal:
    """One pure tone."""
    count = frames(1.4)
    return tone(float(np.exp(rng.uniform(np.log(200), np.log(3000)))), count, [1]) * swell(count, 0.01, 0.02)


def sweep(rng: Generator) -> Signal:
    """A tone that glides from low to high (or back), an octave at a time alike."""
    count = frames(2.0)
    climb = np.linspace(0, 1, count) if rng.random() < 0.7 else np.linspace(1, 0, count)
    return tone(rng.uniform(80, 200) * 2 ** (rng.uniform(4.5, 6) * climb), count, [1])


def room_tone(rng: Generator) -> Signal:
    """A quiet room: next to nothing, with a little hum."""
    count = frames(2.4)
    air = low_pass(coloured(rng, count, 4.5), 900) * (1 + 0.1 * wander(rng, count, 3))
    return 0.02 * (unit(air) + 0.05 * tone(50.0, count, [1, 0.5, 0.2]))


def pulse(rng: Generator) -> Signal:
    """A geiger-like row of clicks."""
    count = frames(2.0)
    return cloud(scatter(rng, count, rng.uniform(12, 40), 0.1), (0.003,), rng)


def metronome(rng: Generator) -> Signal:
    """Even clicks, every fourth one higher."""
    sound = np.zeros(frames(2.8))
    for number, start in enumerate(np.arange(0.02, 2.7, 60 / rng.uniform(90, 150))):
        count = frames(0.06)
        time = seconds_of(count)
        click = np.sin(2 * np.pi * (1600 if number % 4 == 0 else 1100) * time) * decay(count, 0.05)
        place(sound, click + 0.3 * unit(burst(rng, 0.06))[:count] * decay(count, 0.01), float(start))
    return sound


KINDS: tuple[Kind, ...] = (
    kind("interface click", "click, button, user interface", ui_click),
    kind("beep", "tone, electronic, user interface", beep),
    kind("notification", "chime, user interface", notification),
    kind("error sound", "error, electronic, user interface", error),
    kind("white noise", "noise", partial(noise, slope=0.0), 3),
    kind("pink noise", "noise", partial(noise, slope=3.0), 3),
    kind("brown noise", "noise, rumble", partial(noise, slope=6.0), 3),
    kind("static", "noise, radio", static),
    kind("vinyl crackle", "noise, crackling, vinyl", vinyl),
    kind("tape hiss", "noise, hiss", tape_hiss, 3),
    kind("mains hum", "electrical hum, hum, electric, buzzing", hum),
    kind("sine wave", "tone, test signal, electronic", sine, 3),
    kind("sweep", "tone, test signal, electronic", sweep),
    kind("room tone", "ambience, quiet", room_tone, 3),
    kind("geiger counter", "click, crackling", pulse, 3),
    kind("metronome", "click, tick, beat", metronome),
)
