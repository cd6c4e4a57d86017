"""Transitions and tension: risers, downers, whooshes, impacts, booms, braams and drones."""

import numpy as np
from numpy.random import Generator

from corpus.synthesis.primitives import (
    RATE,
    Signal,
    at_peak,
    band,
    between,
    decay,
    driven,
    followed,
    glide,
    harmonics,
    held,
    hump,
    modes,
    noise,
    pick,
    pitch,
    placed,
    resonant,
    reverberant,
    saw,
    shaped,
    sine,
    times,
    wander,
)
from corpus.synthesis.recipe import Recipe, Sound, recipes


def noise_riser(rng: Generator) -> Sound:
    """Noise whose band climbs while it gets louder, cut off at the top."""
    t = times(rng.uniform(1.5, 6))
    centre = followed(glide(between(rng, 150, 400), between(rng, 4000, 9000), len(t)))
    out = shaped(noise(rng, len(t)), lambda f, s: hump(f, centre(s), 0.6)) * (t / t[-1]) ** rng.uniform(1, 2.5)
    length = "long riser" if len(t) > 3.5 * RATE else "short riser"
    return out, f"riser|noise riser|{length}|white noise riser|build up"


def synth_riser(rng: Generator) -> Sound:
    """Detuned saws that climb while their filter opens."""
    t = times(rng.uniform(1.5, 6))
    low = between(rng, 60, 150)
    frequency = glide(low, low * rng.choice([4.0, 8.0]), len(t), rng.uniform(1, 2))
    out = sum(
        (saw(frequency * rng.uniform(0.99, 1.01), len(t), rng.random()) for _ in range(4)), 0.3 * noise(rng, len(t))
    )
    cutoff = followed(glide(300, 9000, len(t)))
    out = shaped(out, lambda f, s: resonant(f, cutoff(s), 1.2)) * (0.15 + 0.85 * (t / t[-1]) ** 1.5)
    if rng.random() < 0.5:
        out *= 0.55 + 0.45 * np.sin(2 * np.pi * np.cumsum(glide(2, 16, len(t))) / RATE)
    length = "long riser" if len(t) > 3.5 * RATE else "short riser"
    return out, f"riser|synth riser|{length}|rising tension|build up"


def downer(rng: Generator) -> Sound:
    """The reverse of a riser: pitch, brightness and loudness fall."""
    t = times(rng.uniform(1.2, 5))
    high = between(rng, 500, 1800)
    frequency = glide(high, high / rng.choice([8.0, 16.0]), len(t), 0.7)
    out = sum(
        (saw(frequency * rng.uniform(0.99, 1.01), len(t), rng.random()) for _ in range(3)), 0.8 * noise(rng, len(t))
    )
    cutoff = followed(glide(9000, 200, len(t)))
    out = shaped(out, lambda f, s: resonant(f, cutoff(s), 1)) * (1 - t / t[-1]) ** rng.uniform(0.5, 1.2)
    return out, f"downlifter|downer|falling sweep|{pick(rng, 'pitch drop', 'synth drop')}|wind down"


def whoosh(rng: Generator) -> Sound:
    """A pass-by: noise whose band and loudness rise and fall."""
    slow = rng.random() < 0.5
    t = times(rng.uniform(1.0, 2.2) if slow else rng.uniform(0.35, 0.8))
    near = np.exp(-(((t / t[-1] - rng.uniform(0.35, 0.6)) / rng.uniform(0.14, 0.22)) ** 2))
    centre = followed(between(rng, 250, 700) * 2 ** (rng.uniform(1.2, 2.5) * near - 0.6 * t / t[-1]))
    out = shaped(noise(rng, len(t), 0.6), lambda f, s: hump(f, centre(s), 0.8)) * near
    return out, f"whoosh|{'slow whoosh|deep whoosh' if slow else 'fast whoosh|quick whoosh'}|air whoosh|pass by"


def swish(rng: Generator) -> Sound:
    """A quick, high, thin whoosh."""
    t = times(rng.uniform(0.12, 0.35))
    near = np.exp(-(((t / t[-1] - rng.uniform(0.35, 0.65)) / rng.uniform(0.15, 0.22)) ** 2))
    centre = followed(between(rng, 1500, 3000) * 2 ** (rng.uniform(0.6, 1.5) * near))
    out = shaped(noise(rng, len(t)), lambda f, s: hump(f, centre(s), 0.5), 512) * near
    return out, "swish|swoosh|quick swish|short whoosh|air swish"


def reversed_cymbal_swell(rng: Generator) -> Sound:
    """A clash of metal that grows out of nothing and stops."""
    t = times(rng.uniform(0.8, 3))
    partials = [float(rng.uniform(700, 10000)) for _ in range(50)]
    metal = modes(t, partials, [float(rng.uniform(0.3, 1)) for _ in partials], [9.0] * len(partials))
    out = band(at_peak(metal) + noise(rng, len(t)), 1500.0) * np.exp((t - t[-1]) / (t[-1] / 4))
    return out, "reverse cymbal|reversed cymbal|cymbal swell|reverse swell|reverse crash"


def impact(rng: Generator) -> Sound:
    """A hard hit with a low body and a room."""
    t = times(rng.uniform(0.5, 1.2))
    body = sine(glide(between(rng, 90, 180), between(rng, 30, 55), len(t), 0.4), len(t)) * decay(t, 0.25)
    crack = band(noise(rng, len(t)), 200.0, between(rng, 2500, 7000)) * decay(t, rng.uniform(0.02, 0.08))
    out = driven(body + 2 * crack, 2.5)
    hit = reverberant(out, rng, rng.uniform(1, 3), rng.uniform(0.3, 0.8))
    return hit, f"impact|cinematic impact|hit|{pick(rng, 'big hit', 'heavy impact', 'trailer hit')}|low impact"


def boom(rng: Generator) -> Sound:
    """A deep, soft, long hit."""
    t = times(rng.uniform(1.5, 3.5))
    low = sine(glide(between(rng, 60, 90), between(rng, 25, 38), len(t), 0.35), len(t)) * decay(t, 0.7, 0.006)
    out = low + band(noise(rng, len(t), 1), 30.0, 300.0) * decay(t, 0.3) * 1.5
    out = reverberant(driven(out, 1.5), rng, rng.uniform(2, 4), rng.uniform(0.2, 0.6), tail=False)
    return out, "boom|deep boom|cinematic boom|low boom|bass boom"


def sub_drop(rng: Generator) -> Sound:
    """A low sine that sinks out of hearing."""
    t = times(rng.uniform(1, 4))
    out = sine(glide(between(rng, 90, 220), between(rng, 22, 34), len(t), 0.8), len(t)) * held(
        t, 0.01, len(t) / RATE / 2
    )
    return driven(out, rng.uniform(0.5, 1.6)), "sub drop|bass drop|sub bass drop|808 drop|falling bass"


def braam(rng: Generator) -> Sound:
    """A trailer's horn: low detuned saws whose brightness blares and sinks."""
    t = times(rng.uniform(2, 4))
    root = pitch(rng.uniform(26, 36))
    blare = np.minimum(t / rng.uniform(0.05, 0.3), 1) * np.exp(-t / rng.uniform(0.9, 2))
    cutoff = followed(150 + between(rng, 1500, 4000) * blare)
    notes = [root * part * rng.uniform(0.995, 1.005) for part in (0.5, 1, 1, 1, 2, 2, 3)]
    stack = sum((saw(note, len(t), rng.random()) for note in notes), np.zeros(len(t)))
    out = driven(shaped(stack, lambda f, s: resonant(f, cutoff(s), 0.9)) * (0.25 + blare), 0.8) * held(t, 0.02, 0.8)
    out = reverberant(at_peak(out), rng, 2.5, 0.4, tail=False)
    return out, "braam|trailer horn|cinematic braam|cinematic hit|epic horn"


def dark_drone(rng: Generator) -> Sound:
    """A low, slowly moving cluster."""
    t, root = times(rng.uniform(4, 6)), pitch(rng.uniform(24, 36))
    cutoff = followed(350 * 2 ** (1.2 * wander(rng, len(t), 0.5)))
    out = 0.15 * band(noise(rng, len(t), 1), 60.0, 500.0)
    for part in (1.0, 1.5, 2.0, 2 * 2 ** (1 / 12)):
        part *= rng.uniform(0.995, 1.005)
        out += saw(root * part, len(t), rng.random()) * (0.6 + 0.4 * wander(rng, len(t), 0.8)) / part
    out = shaped(out, lambda f, s: resonant(f, cutoff(s), 0.8)) * held(t, 0.6, 1)
    return reverberant(out, rng, 3, 0.4, tail=False), "dark drone|drone|low drone|ominous drone|dark ambience"


def bright_drone(rng: Generator) -> Sound:
    """Held partials of one root that come and go."""
    t, root = times(rng.uniform(4, 6)), pitch(rng.uniform(45, 60))
    out = np.zeros(len(t))
    for part in (1, 1.5, 2, 3, 4, 6, 8):
        out += sine(root * part * rng.uniform(0.998, 1.002), len(t), rng.random()) * (
            0.5 + 0.5 * wander(rng, len(t), rng.uniform(0.3, 1))
        )
    out = reverberant(out * held(t, 0.8, 1), rng, 4, 0.5, tail=False)
    return out, "drone|ambient drone|evolving drone|synth drone|sustained tone"


def pulsing_drone(rng: Generator) -> Sound:
    """A low tone that pulses in loudness."""
    t = times(rng.uniform(3, 5))
    rate = rng.uniform(2, 7)
    pulse_shape = (0.5 + 0.5 * np.sin(2 * np.pi * rate * t)) ** 2
    tone = harmonics(between(rng, 40, 80), t, lambda f, _: resonant(f, 300.0, 0.9), 20)
    return tone * (0.15 + pulse_shape) * held(t, 0.3, 0.4), "pulsing drone|throbbing bass|pulsating drone|low throb"


def shimmer(rng: Generator) -> Sound:
    """A cloud of high, ringing grains: the glitter of magic."""
    seconds = rng.uniform(1.2, 3)
    scale = [0, 2, 4, 7, 9, 12, 14, 16, 19, 24]
    root = int(rng.integers(76, 86))
    pieces: list[tuple[float, Signal]] = []
    for start in np.sort(rng.uniform(0, seconds * 0.7, int(seconds * 14))):
        t, note = times(0.6), pitch(root + int(rng.choice(scale)))
        pieces.append((float(start), modes(t, [note, note * 2.76], [1, 0.3], [0.18, 0.07]) * rng.uniform(0.2, 1)))
    out = reverberant(placed(pieces, seconds), rng, 2, 0.5)
    return out, "shimmer|magic sparkle|sparkle|twinkle|glitter"


CINEMATIC: tuple[Recipe, ...] = recipes(
    noise_riser,
    synth_riser,
    downer,
    whoosh,
    swish,
    reversed_cymbal_swell,
    impact,
    boom,
    sub_drop,
    braam,
    dark_drone,
    bright_drone,
    pulsing_drone,
    shimmer,
)
