"""Lasers, machines that start and stop, teleports, computers of the future, and broken digital sound."""

import numpy as np
from numpy.random import Generator

from corpus.synthesis.primitives import (
    RATE,
    at_peak,
    band,
    between,
    crushed,
    decay,
    driven,
    echoed,
    followed,
    glide,
    held,
    hump,
    modulated,
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
    wander,
)
from corpus.synthesis.recipe import Recipe, Sound, recipes


def laser(rng: Generator) -> Sound:
    """A fast fall in pitch."""
    t, high = times(rng.uniform(0.12, 0.5)), between(rng, 1800, 7000)
    frequency = glide(high, high / rng.uniform(8, 30), len(t), rng.uniform(0.4, 0.9))
    make = (sine, saw, pulse, triangle)[int(rng.integers(4))]
    out = make(frequency, len(t)) * decay(t, t[-1] / rng.uniform(2, 4), 0.002)
    if rng.random() < 0.4:
        out = echoed(out, rng.uniform(0.08, 0.16), 0.35, 3)
    return out, f"laser|laser gun|{pick(rng, 'pew', 'laser shot', 'ray gun')}|laser blast|sci-fi gun"


def zap(rng: Generator) -> Sound:
    """A rough electric burst."""
    t = times(rng.uniform(0.15, 0.6))
    wild = between(rng, 80, 400) * 2 ** (2 * wander(rng, len(t), rng.uniform(20, 60)))
    out = driven(saw(wild, len(t)) + noise(rng, len(t)), 3) * decay(t, t[-1] / 2.5, 0.002)
    return band(out, 400.0, 10000.0), "zap|electric zap|electric shock|electricity|electric spark"


def power_up(rng: Generator) -> Sound:
    """A machine that runs up."""
    t, low = times(rng.uniform(0.8, 3)), between(rng, 40, 120)
    frequency = glide(low, low * rng.uniform(6, 14), len(t), 0.6)
    out = saw(frequency, len(t)) + 0.6 * pulse(frequency * 1.005, len(t)) + 0.3 * sine(frequency * 4, len(t))
    out = band(out, None, 5000.0) * (0.15 + 0.85 * t / t[-1]) * held(t, 0.02, 0.15)
    return out, "power up|machine powering up|charging up|energy charge|start up"


def power_down(rng: Generator) -> Sound:
    """A machine that runs down."""
    t, high = times(rng.uniform(0.8, 3)), between(rng, 400, 1100)
    frequency = glide(high, high / rng.uniform(10, 25), len(t), rng.uniform(0.7, 1.2))
    out = saw(frequency, len(t)) + 0.6 * pulse(frequency * 1.005, len(t)) + 0.3 * sine(frequency * 3, len(t))
    out = band(out, None, 5000.0) * (1 - 0.9 * t / t[-1]) * held(t, 0.01, 0.1)
    return out, "power down|machine powering down|shut down|energy down|losing power"


def teleport(rng: Generator) -> Sound:
    """A shimmering tone that trembles faster and faster and is gone."""
    t, low = times(rng.uniform(0.8, 2.2)), between(rng, 200, 600)
    tremble = 0.5 + 0.5 * np.sin(2 * np.pi * np.cumsum(glide(5, 45, len(t))) / RATE)
    frequency = glide(low, low * rng.uniform(4, 9), len(t), 1.4)
    out = sum((sine(frequency * part, len(t)) / part for part in (1, 1.5, 2.01, 3.02)), np.zeros(len(t)))
    centre = followed(frequency * 3)
    out = out * tremble + 1.2 * shaped(noise(rng, len(t)), lambda f, s: hump(f, centre(s), 0.4))
    return reverberant(out * held(t, 0.1, 0.1), rng, 2, 0.5), "teleport|sci-fi teleport|beam|warp|teleportation"


def computer_bleeps(rng: Generator) -> Sound:
    """A computer of old films that thinks aloud."""
    pieces, at = [], 0.0
    unit, seconds = rng.uniform(0.04, 0.12), rng.uniform(1.2, 3.5)
    while at < seconds:
        t = times(unit * rng.choice([1, 1, 2]))
        frequency = between(rng, 400, 3500)
        pieces.append((at, (sine if rng.random() < 0.7 else pulse)(frequency, len(t)) * held(t, 0.003, 0.006)))
        at += t[-1] + unit * rng.choice([0, 0, 1])
    captions = "computer beeps|sci-fi computer|computer bleeps|data processing|robot beeps"
    return placed(pieces, at), captions


def droid(rng: Generator) -> Sound:
    """A small robot that whistles words."""
    pieces, at = [], 0.0
    for _ in range(int(rng.integers(3, 8))):
        t = times(rng.uniform(0.06, 0.3))
        start, end = between(rng, 500, 2500), between(rng, 500, 3500)
        depth = 1 + rng.uniform(0, 0.15) * np.sin(2 * np.pi * rng.uniform(10, 35) * t)
        pieces.append((at, sine(glide(start, end, len(t)) * depth, len(t)) * held(t, 0.008, 0.015)))
        at += t[-1] + rng.uniform(0, 0.08)
    return placed(pieces, at), "robot|droid|robot chatter|robot bleeps|sci-fi robot"


def force_field(rng: Generator) -> Sound:
    """A buzzing hum of energy that wavers."""
    t, low = times(rng.uniform(2, 5)), between(rng, 60, 130)
    beat = saw(low, len(t)) + saw(low * rng.uniform(1.005, 1.02), len(t)) + saw(low * 2.01, len(t))
    centre = followed(600 * 2 ** (1.2 * wander(rng, len(t), rng.uniform(1, 4))))
    out = shaped(beat + 0.2 * noise(rng, len(t)), lambda f, s: hump(f, centre(s), 0.8) + 0.1)
    return out * held(t, 0.15, 0.3), "force field|energy hum|energy field|sci-fi hum|electric drone"


def alien_signal(rng: Generator) -> Sound:
    """A tone whose pitch wobbles wildly, with echoes."""
    t = times(rng.uniform(1, 3))
    depth, rate = rng.uniform(0.4, 1.2), rng.uniform(4, 14)
    frequency = between(rng, 400, 1200) * 2 ** (depth * np.sin(2 * np.pi * rate * t))
    out = echoed(sine(frequency, len(t)) * held(t, 0.05, 0.2), 0.2, 0.4, 3)
    return out, "alien sound|ufo|flying saucer|sci-fi wobble|alien signal"


def theremin(rng: Generator) -> Sound:
    """A singing sine that slides from note to note with vibrato."""
    notes = [float(rng.integers(64, 84)) for _ in range(int(rng.integers(2, 5)))]
    each = rng.uniform(0.7, 1.2)
    t = times(each * len(notes))
    place = np.interp(t, np.arange(len(notes)) * each + 0.12, notes)
    slid = np.interp(
        t, np.sort(np.r_[np.arange(len(notes)) * each, np.arange(len(notes)) * each + each * 0.75]), np.repeat(notes, 2)
    )
    vibrato = 0.35 * np.sin(2 * np.pi * rng.uniform(5, 7) * t)
    frequency = 440 * 2 ** ((0.2 * place + 0.8 * slid + vibrato - 69) / 12)
    out = (sine(frequency, len(t)) + 0.15 * sine(frequency * 2, len(t))) * held(t, 0.15, 0.3)
    return reverberant(out, rng, 2, 0.3, tail=False), "theremin|spooky theremin|eerie synth|sci-fi theremin"


def metallic_hit(rng: Generator) -> Sound:
    """Frequency modulation at a crooked ratio: a synthetic clang."""
    t, low = times(rng.uniform(0.6, 2)), between(rng, 120, 600)
    index = rng.uniform(4, 10) * np.exp(-t / 0.3)
    out = modulated(t, low, rng.uniform(1.3, 1.49), index) * decay(t, rng.uniform(0.2, 0.6))
    return out, "metallic hit|metallic synth hit|clang|fm hit|industrial hit"


def glitch(rng: Generator) -> Sound:
    """Shreds of crushed tones and noise in quick succession."""
    pieces, at, seconds = [], 0.0, rng.uniform(0.4, 1.6)
    while at < seconds:
        t = times(between(rng, 0.01, 0.12))
        source = noise(rng, len(t)) * 2 if rng.random() < 0.4 else pulse(between(rng, 60, 4000), len(t))
        pieces.append((at, crushed(source, int(rng.integers(2, 24)), int(rng.integers(2, 8))) * rng.uniform(0.2, 1)))
        at += t[-1] + (rng.uniform(0.01, 0.08) if rng.random() < 0.3 else 0)
    return placed(pieces, at), "glitch|digital glitch|glitchy|data error|glitch noise"


def stutter(rng: Generator) -> Sound:
    """One shred of sound, repeated like a skipping player."""
    t, root = times(between(rng, 0.03, 0.1)), pitch(rng.uniform(40, 65))
    chord = sum((saw(root * 2 ** (step / 12), len(t), rng.random()) for step in (0, 4, 7)), 0.5 * noise(rng, len(t)))
    count = int(rng.integers(6, 16))
    piece = at_peak(band(chord, None, 6000.0)) * held(t, 0.001, 0.002)
    step = t[-1] * rng.uniform(1, 1.4)
    out = placed([(number * step, piece) for number in range(count)], count * step)
    return out, "stutter|glitch|skipping cd|stuttering glitch"


def crushed_blip(rng: Generator) -> Sound:
    """A short tone with few bits left."""
    t = times(rng.uniform(0.08, 0.3))
    frequency = glide(between(rng, 300, 1500), between(rng, 300, 1500), len(t))
    out = crushed(sine(frequency, len(t)), int(rng.integers(6, 20)), 4) * decay(t, 0.1, 0.002)
    return out, "bit-crushed blip|lo-fi blip|digital blip|8-bit blip|glitch"


SCIENCE_FICTION: tuple[Recipe, ...] = recipes(
    laser,
    zap,
    power_up,
    power_down,
    teleport,
    computer_bleeps,
    droid,
    force_field,
    alien_signal,
    theremin,
    metallic_hit,
    glitch,
    stutter,
    crushed_blip,
)
