"""Drum machines: each drum by the way analogue machines make it."""

import numpy as np
from numpy.random import Generator

from corpus.synthesis.primitives import (
    Signal,
    at_peak,
    band,
    between,
    decay,
    driven,
    modes,
    noise,
    pulse,
    sine,
    times,
)
from corpus.synthesis.recipe import Recipe, Sound, recipes


def deep_kick(rng: Generator) -> Sound:
    """A sine that booms after a small fall in pitch."""
    t = times(rng.uniform(0.6, 1.4))
    low = between(rng, 42, 62)
    fall = low * (1 + rng.uniform(1, 3) * np.exp(-t / rng.uniform(0.01, 0.03)))
    out = driven(sine(fall, len(t)) * decay(t, rng.uniform(0.18, 0.45), 0.002), rng.uniform(0.4, 2))
    return out + 0.1 * noise(rng, len(t)) * decay(t, 0.002), "808 kick|kick drum|kick|drum machine kick|bass drum"


def punchy_kick(rng: Generator) -> Sound:
    """A short sine with a steep fall and a click."""
    t = times(rng.uniform(0.2, 0.45))
    low = between(rng, 48, 70)
    fall = low * (1 + rng.uniform(4, 8) * np.exp(-t / rng.uniform(0.012, 0.03)))
    out = driven(sine(fall, len(t)) * decay(t, rng.uniform(0.07, 0.14)), rng.uniform(1, 4))
    click = band(noise(rng, len(t)), 1500.0) * decay(t, 0.003) * rng.uniform(0.2, 0.9)
    return out + click, "kick|909 kick|kick drum|electronic kick|punchy kick"


def distorted_kick(rng: Generator) -> Sound:
    """A kick driven until it is nearly square."""
    t = times(rng.uniform(0.25, 0.6))
    fall = between(rng, 50, 62) * (1 + rng.uniform(4, 9) * np.exp(-t / rng.uniform(0.02, 0.05)))
    out = driven(sine(fall, len(t)), rng.uniform(6, 20)) * decay(t, rng.uniform(0.1, 0.22))
    captions = "distorted kick|hardcore kick|kick drum|hard kick|kick"
    return band(out, None, 7000.0), captions


def snare(rng: Generator) -> Sound:
    """Two modes of a skin and the noise of wires."""
    t, low = times(rng.uniform(0.2, 0.45)), between(rng, 150, 230)
    skin = modes(t, [low, low * rng.uniform(1.6, 1.9)], [1, 0.6], [rng.uniform(0.04, 0.1), 0.04])
    wires = band(noise(rng, len(t)), between(rng, 700, 1800)) * decay(t, rng.uniform(0.05, 0.16))
    return skin + rng.uniform(1, 3) * wires, "snare|snare drum|electronic snare|drum machine snare|snare hit"


def clap(rng: Generator) -> Sound:
    """Bursts of noise close together, then a short room."""
    t = times(rng.uniform(0.25, 0.5))
    level = decay(np.maximum(t - 0.03, 0), rng.uniform(0.05, 0.12)) * 0.7
    for start in np.arange(3) * rng.uniform(0.009, 0.013):
        level += np.where(t >= start, np.exp(-(t - start) / 0.005), 0)
    centre = between(rng, 900, 1500)
    out = band(noise(rng, len(t)), centre * 0.7, centre * 2.2) * level
    return out, "clap|drum machine clap|electronic clap|808 clap|handclap"


def _metal(rng: Generator, t: Signal) -> Signal:
    """Six square waves that fit no scale, as drum machines make cymbals of them."""
    base = between(rng, 0.85, 1.3)
    parts = (205.3, 304.4, 369.6, 522.7, 540.0, 800.0)
    return at_peak(sum((pulse(part * base * 2, len(t)) for part in parts), np.zeros(len(t))))


def closed_hat(rng: Generator) -> Sound:
    """High metal, stopped at once."""
    t = times(rng.uniform(0.06, 0.15))
    mixed = _metal(rng, t) * rng.uniform(0.2, 1) + noise(rng, len(t)) * rng.uniform(0.5, 2)
    out = band(mixed, between(rng, 5500, 8000), order=3) * decay(t, rng.uniform(0.01, 0.035))
    return out, "closed hi-hat|hi-hat|closed hat|hat|drum machine hi-hat"


def open_hat(rng: Generator) -> Sound:
    """High metal that rings on."""
    t = times(rng.uniform(0.4, 0.9))
    mixed = _metal(rng, t) * rng.uniform(0.2, 1) + noise(rng, len(t)) * rng.uniform(0.5, 2)
    out = band(mixed, between(rng, 5000, 7500), order=3) * decay(t, rng.uniform(0.12, 0.3))
    return out, "open hi-hat|open hat|hi-hat|drum machine open hat"


def electronic_cymbal(rng: Generator) -> Sound:
    """The same metal, wider and much longer."""
    t = times(rng.uniform(1.2, 2.5))
    mixed = _metal(rng, t) * rng.uniform(0.3, 1) + noise(rng, len(t)) * rng.uniform(0.8, 2)
    out = band(mixed, between(rng, 2500, 4500)) * decay(t, rng.uniform(0.35, 0.8))
    return out, "cymbal|crash cymbal|drum machine cymbal|electronic cymbal|crash"


def tom(rng: Generator) -> Sound:
    """A sine that sinks a little."""
    t, low = times(rng.uniform(0.4, 0.8)), between(rng, 75, 230)
    fall = low * (1 + rng.uniform(0.3, 0.9) * np.exp(-t / rng.uniform(0.03, 0.08)))
    out = sine(fall, len(t)) * decay(t, rng.uniform(0.12, 0.25), 0.002)
    out += band(noise(rng, len(t), 1), 100.0, 1200.0) * decay(t, 0.05) * rng.uniform(0.05, 0.4)
    kind = "low tom" if low < 110 else "high tom" if low > 160 else "mid tom"
    return out, f"tom|{kind}|electronic tom|drum machine tom|tom drum"


def cowbell(rng: Generator) -> Sound:
    """Two square waves a sharp fifth apart."""
    t, base = times(rng.uniform(0.25, 0.6)), between(rng, 500, 600)
    wave = pulse(base, len(t)) + pulse(base * 1.482, len(t))
    out = band(wave, base * 1.2, base * 4.5, 1) * (0.6 * decay(t, 0.02) + 0.4 * decay(t, rng.uniform(0.08, 0.2)))
    return out, "cowbell|808 cowbell|drum machine cowbell|electronic cowbell"


def rimshot(rng: Generator) -> Sound:
    """Two short, high modes and a click."""
    t, base = times(rng.uniform(0.07, 0.15)), between(rng, 420, 560)
    out = modes(t, [base, base * 3.6], [0.6, 1], [0.015, rng.uniform(0.006, 0.014)])
    out = driven(out + band(noise(rng, len(t)), 2000.0) * decay(t, 0.003), 2)
    return band(out, 300.0), "rimshot|rim shot|drum machine rimshot|rim click"


def clave(rng: Generator) -> Sound:
    """One high, short, clear mode."""
    t, base = times(rng.uniform(0.1, 0.25)), between(rng, 2100, 2700)
    return modes(t, [base], [1], [rng.uniform(0.015, 0.04)]), "claves|clave|drum machine clave|wooden click"


def shaker(rng: Generator) -> Sound:
    """A puff of high noise that swells, then is stopped."""
    t = times(rng.uniform(0.08, 0.22))
    swell = np.minimum(t / rng.uniform(0.02, 0.05), 1) ** 1.5 * np.exp(
        -np.maximum(t - 0.05, 0) / rng.uniform(0.015, 0.04)
    )
    return band(noise(rng, len(t)), between(rng, 4500, 7000)) * swell, "shaker|maracas|drum machine shaker|shake"


def conga(rng: Generator) -> Sound:
    """A clear skin: one mode that sinks slightly, and a slap."""
    t, low = times(rng.uniform(0.25, 0.5)), between(rng, 160, 420)
    fall = low * (1 + 0.12 * np.exp(-t / 0.02))
    out = sine(fall, len(t)) * decay(t, rng.uniform(0.06, 0.15), 0.002)
    out += modes(t, [low * 1.9, low * 2.7], [0.2, 0.12], [0.04, 0.03])
    out += band(noise(rng, len(t)), 800.0, 4000.0) * decay(t, 0.006) * rng.uniform(0.1, 0.5)
    kind = "low conga" if low < 230 else "high conga"
    return out, f"conga|{kind}|drum machine conga|hand drum|percussion"


def snap(rng: Generator) -> Sound:
    """A click of noise around 2 kHz with two sharp starts."""
    t, centre = times(rng.uniform(0.1, 0.25)), between(rng, 1700, 2600)
    level = decay(t, 0.004) + np.where(t > 0.012, np.exp(-(t - 0.012) / rng.uniform(0.012, 0.03)), 0)
    return band(noise(rng, len(t)), centre * 0.8, centre * 1.4) * level, "finger snap|snap|electronic snap|snaps"


DRUMS: tuple[Recipe, ...] = recipes(
    deep_kick,
    punchy_kick,
    distorted_kick,
    snare,
    clap,
    closed_hat,
    open_hat,
    electronic_cymbal,
    tom,
    cowbell,
    rimshot,
    clave,
    shaker,
    conga,
    snap,
)
