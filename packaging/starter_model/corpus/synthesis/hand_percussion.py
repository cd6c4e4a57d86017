"""Tablas and agogo bells: skins and bells by the tones that they have.

A tabla's loaded skin has partials in the ratios of a harmonic series (C. V. Raman, "The Indian musical drums", 1934);
which of them sound, and how long, is what tells its strokes apart. The large drum's pitch rises under the hand.
"""

from collections.abc import Sequence

import numpy as np
from numpy.random import Generator

from corpus.synthesis.primitives import (
    RATE,
    Signal,
    band,
    between,
    decay,
    modes,
    noise,
    pick,
    placed,
    reverberant,
    sine,
    times,
)
from corpus.synthesis.recipe import Recipe, Sound, recipes

_SMALL_PARTIALS = (1.0, 2.0, 3.01, 4.01, 5.03, 6.1)
"""Of the small drum."""


def _finger(rng: Generator, t: Signal, seconds: float) -> Signal:
    """The touch that starts a stroke."""
    low = between(rng, 700, 1800)
    return np.asarray(band(noise(rng, len(t)), low, low * rng.uniform(2.5, 4.5)) * decay(t, seconds, 0.0005))


def _small_drum(rng: Generator, t: Signal, low: float, levels: Sequence[float], tau: float) -> Signal:
    """The small drum's partials at `levels`, the lowest ringing `tau` s and the others less."""
    tuned = [low * ratio * rng.uniform(0.995, 1.005) for ratio in _SMALL_PARTIALS]
    loud = [level * rng.uniform(0.6, 1.4) for level in levels]
    taus = [tau * rng.uniform(0.7, 1.1) / (1 + 0.45 * number) for number in range(len(tuned))]
    return modes(t, tuned, loud, taus) + rng.uniform(0.3, 1.2) * _finger(rng, t, rng.uniform(0.002, 0.006))


def _large_drum(rng: Generator, t: Signal, bend: float) -> Signal:
    """The large drum under a hand that presses: its pitch rises by `bend` times itself."""
    low = between(rng, 62, 118)
    rise = 1 + bend * (1 - np.exp(-np.maximum(t - rng.uniform(0.0, 0.06), 0) / rng.uniform(0.05, 0.2)))
    tau = rng.uniform(0.18, 0.5)
    out = sine(low * rise, len(t)) * decay(t, tau, 0.003)
    out += rng.uniform(0.15, 0.5) * sine(2.02 * low * rise, len(t)) * decay(t, tau * 0.5, 0.002)
    out += rng.uniform(0.05, 0.25) * sine(3.05 * low * rise, len(t)) * decay(t, tau * 0.3, 0.001)
    return np.asarray(out + rng.uniform(0.1, 0.5) * band(_finger(rng, t, 0.006), None, 2500.0))


def _in_a_room(rng: Generator, signal: Signal) -> Signal:
    """Half of the time near a wall or two."""
    return signal if rng.random() < 0.5 else reverberant(signal, rng, rng.uniform(0.2, 0.9), rng.uniform(0.05, 0.3))


def _edge_stroke(rng: Generator) -> Signal:
    """On the rim: the lowest tone is held back, the second and third ring clear."""
    t = times(rng.uniform(0.3, 0.9))
    return _small_drum(rng, t, between(rng, 125, 195), (0.08, 1, 0.9, 0.5, 0.3, 0.15), rng.uniform(0.2, 0.5))


def _inner_stroke(rng: Generator) -> Signal:
    """Between rim and middle: the second tone, soft."""
    t = times(rng.uniform(0.4, 1.0))
    return _small_drum(rng, t, between(rng, 125, 195), (0.15, 1, 0.35, 0.12, 0.05, 0.02), rng.uniform(0.25, 0.55))


def tabla_na(rng: Generator) -> Sound:
    """A stroke on the rim of the small drum."""
    return _in_a_room(rng, _edge_stroke(rng)), "tabla|tabla hit|tabla rim stroke|indian drum|hand drum"


def tabla_tin(rng: Generator) -> Sound:
    """A softer one, further in."""
    return _in_a_room(rng, _inner_stroke(rng)), "tabla|tabla stroke|ringing tabla|indian percussion|tabla drum"


def tabla_tun(rng: Generator) -> Sound:
    """The open small drum: its lowest tone."""
    t = times(rng.uniform(0.4, 1.1))
    out = _small_drum(rng, t, between(rng, 130, 320), (1, 0.3, 0.12, 0.05, 0.02, 0.01), rng.uniform(0.2, 0.5))
    return _in_a_room(rng, out), "tabla|open tabla|tabla drum|tabla hit|hand drum"


def tabla_te(rng: Generator) -> Sound:
    """Fingers that stay on the skin: a dry tap."""
    t, low = times(rng.uniform(0.08, 0.2)), between(rng, 180, 420)
    ratios = (1.0, 1.6, 2.2, 3.1, 4.4)
    tuned = [low * ratio * rng.uniform(0.93, 1.07) for ratio in ratios]
    out = modes(t, tuned, rng.uniform(0.3, 1, 5).tolist(), rng.uniform(0.006, 0.025, 5).tolist())
    out += rng.uniform(0.6, 2) * _finger(rng, t, rng.uniform(0.004, 0.012))
    return _in_a_room(rng, out), "tabla|muted tabla|damped tabla|tabla tap|dry hand drum"


def tabla_ge(rng: Generator) -> Sound:
    """The large drum, bent upwards."""
    out = _large_drum(rng, times(rng.uniform(0.4, 1.2)), rng.uniform(0.1, 0.8))
    return _in_a_room(rng, out), "tabla bass|bayan|tabla|tabla bend|low tabla"


def tabla_ke(rng: Generator) -> Sound:
    """A flat hand on the large drum."""
    t, low = times(rng.uniform(0.08, 0.25)), between(rng, 80, 190)
    tuned = [low * ratio * rng.uniform(0.95, 1.05) for ratio in (1.0, 1.7, 2.4, 3.6)]
    out = modes(t, tuned, rng.uniform(0.3, 1, 4).tolist(), rng.uniform(0.01, 0.035, 4).tolist())
    out += rng.uniform(0.8, 2.2) * band(noise(rng, len(t)), 250.0, between(rng, 1500, 4500)) * decay(t, 0.012)
    return _in_a_room(rng, out), "tabla slap|tabla|tabla hit|bayan slap|muted tabla"


def _both_hands(rng: Generator) -> Signal:
    """A stroke of the small drum with one of the large."""
    small = _edge_stroke(rng) if rng.random() < 0.5 else _inner_stroke(rng)
    large = _large_drum(rng, times(rng.uniform(0.5, 1.0)), rng.uniform(0.0, 0.5))
    return placed([(0.0, small * rng.uniform(0.4, 1)), (rng.uniform(0, 0.008), large)], len(large) / RATE)


def tabla_dha(rng: Generator) -> Sound:
    """Both drums at once."""
    return _in_a_room(rng, _both_hands(rng)), "tabla|tabla hit|both tabla drums|indian drums|tabla stroke"


def tabla_loop(rng: Generator) -> Sound:
    """A cycle of eight or sixteen beats."""
    beat, beats = rng.uniform(0.16, 0.32), 8 if rng.random() < 0.5 else 16
    makers = (_both_hands, _edge_stroke, _inner_stroke, lambda chance: tabla_te(chance)[0])
    pieces = [(0.02, _both_hands(rng))]
    for number in range(1, beats):
        if rng.random() < 0.88:
            struck = makers[int(rng.integers(len(makers)))](rng)
            pieces.append((0.02 + number * beat, struck * rng.uniform(0.5, 1)))
    return placed(pieces, beats * beat + 0.4), "tabla loop|tabla rhythm|tabla|indian percussion loop|tabla groove"


def _bell(rng: Generator, low: float) -> Signal:
    """A small bell of bent sheet steel, struck with a stick."""
    t, tau = times(rng.uniform(0.25, 0.7)), between(rng, 0.04, 0.2)
    ratios = (1.0, rng.uniform(1.45, 1.75), rng.uniform(2.3, 2.9), rng.uniform(3.4, 4.3), rng.uniform(5.0, 6.4))
    levels = (1.0, rng.uniform(0.1, 0.6), rng.uniform(0.2, 0.8), rng.uniform(0.1, 0.5), rng.uniform(0.05, 0.3))
    taus = [tau * rng.uniform(0.8, 1.2) / (1 + 0.6 * number) for number in range(5)]
    out = modes(t, [low * ratio for ratio in ratios], levels, taus)
    return np.asarray(out + rng.uniform(0.2, 1.0) * band(noise(rng, len(t)), 2500.0) * decay(t, 0.003, 0.0004))


def agogo(rng: Generator) -> Sound:
    """One of the two bells."""
    high = rng.random() < 0.5
    low = between(rng, 850, 1250) if high else between(rng, 560, 840)
    captions = pick(rng, "agogo bell|agogo|agogo hit", "agogo|agogo bell|latin bell")
    return _in_a_room(rng, _bell(rng, low)), f"{captions}|{'high' if high else 'low'} agogo"


def agogo_pattern(rng: Generator) -> Sound:
    """Both bells in turn, as in a samba."""
    beat, low = rng.uniform(0.11, 0.2), between(rng, 560, 800)
    pair = (low, low * rng.uniform(1.28, 1.55))
    which = rng.integers(-1, 2, 16)
    which[0] = 0
    pieces = [
        (number * beat, _bell(rng, pair[bell]) * rng.uniform(0.5, 1)) for number, bell in enumerate(which) if bell >= 0
    ]
    return placed(pieces, 16 * beat), "agogo bells|agogo pattern|agogo loop|samba bells|agogo"


HAND_PERCUSSION: tuple[Recipe, ...] = (
    *recipes(tabla_na, tabla_tin, tabla_tun, tabla_te, tabla_ge, tabla_ke, tabla_dha, tabla_loop, agogo_pattern),
    *recipes(agogo, seeds=14),
)
