"""Electric and struck keys: organs, electric pianos, FM bells, bars, music boxes, plucked strings."""

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
    held,
    modes,
    modulated,
    noise,
    pick,
    pitch,
    placed,
    pulse,
    reverberant,
    sine,
    times,
)
from corpus.synthesis.recipe import Recipe, Sound, recipes

_MAJOR, _MINOR = (0, 4, 7), (0, 3, 7)
_DRAWBARS = (0.5, 1.5, 1, 2, 3, 4, 5, 6, 8)
"""Pitches of an electric organ's nine drawbars against the key's."""


def _notes(rng: Generator, low: int, high: int) -> tuple[list[int], str]:
    """One key or a triad, and what it is called."""
    root = int(rng.integers(low, high))
    if rng.random() < 0.6:
        return [root], "note"
    minor = rng.random() < 0.5
    return [root + step for step in (_MINOR if minor else _MAJOR)], "chord"


def electric_organ(rng: Generator) -> Sound:
    """Sines of nine drawbars, a key click, and a rotating speaker."""
    t = times(rng.uniform(0.8, 3))
    notes, what = _notes(rng, 45, 72)
    levels = np.r_[1, rng.uniform(0.2, 1), 1, rng.uniform(0, 1, 6)]
    rate, depth = (rng.uniform(5.5, 7), 0.004) if rng.random() < 0.5 else (rng.uniform(0.7, 1), 0.002)
    sway = np.sin(2 * np.pi * rate * t)
    out = np.zeros(len(t))
    for note in notes:
        for part, level in zip(_DRAWBARS, levels, strict=True):
            out += level * sine(pitch(note) * part * (1 + depth * sway), len(t))
    out = driven(at_peak(out), rng.uniform(0.5, 3)) * (1 + 0.15 * sway) * held(t, 0.004, 0.01)
    out += 0.1 * noise(rng, len(t)) * decay(t, 0.003)
    return out, f"organ|electric organ|hammond organ|organ {what}|drawbar organ"


def pipe_organ(rng: Generator) -> Sound:
    """Ranks of pipes at octaves and fifths in a big room, with their breath."""
    t = times(rng.uniform(1.5, 3.5))
    notes, what = _notes(rng, 40, 66)
    out = 0.01 * band(noise(rng, len(t)), 500.0, 5000.0)
    for note in notes:
        for rank, level in ((0.5, 0.5), (1, 1.0), (2, 0.8), (3, 0.3), (4, 0.6), (6, 0.2), (8, 0.35)):
            frequency = pitch(note + rng.uniform(-0.04, 0.04)) * rank
            for number in range(1, 5):
                if frequency * number < 16000:
                    out += level / number**1.6 * sine(frequency * number, len(t), rng.random())
    out = reverberant(at_peak(out * held(t, 0.06, 0.08)), rng, 4, 0.5)
    return out, f"organ|pipe organ|church organ|church organ {what}"


def transistor_organ(rng: Generator) -> Sound:
    """Square waves with vibrato: cheap organs of the sixties."""
    t = times(rng.uniform(0.6, 2.5))
    notes, what = _notes(rng, 55, 78)
    shake = 1 + 0.006 * np.sin(2 * np.pi * rng.uniform(5.5, 7) * t)
    out = np.zeros(len(t))
    for note in notes:
        for part in (1, 2, 4):
            out += pulse(pitch(note) * part * shake, len(t)) / part
    return band(out, 200.0, 6000.0) * held(t, 0.003, 0.01), f"organ|combo organ|electric organ|organ {what}|retro organ"


def electric_piano(rng: Generator) -> Sound:
    """Frequency modulation: a soft body and the ping of a tine."""
    t = times(rng.uniform(1.2, 3.5))
    notes, what = _notes(rng, 48, 76)
    out, bright = np.zeros(len(t)), rng.uniform(0.6, 1.8)
    for note in notes:
        low = pitch(note)
        body = modulated(t, low, 1, bright * np.exp(-t / 0.6)) * decay(t, 60 / (note - 20), 0.002)
        tine = modulated(t, low, 14, 0.9 * np.exp(-t / 0.15)) * decay(t, 0.25) if low * 14 < 18000 else 0
        out += body + 0.4 * tine
    trembling = 1 + (rng.uniform(0.1, 0.35) if rng.random() < 0.5 else 0) * np.sin(2 * np.pi * rng.uniform(3, 6) * t)
    captions = f"electric piano|fm electric piano|electric piano {what}|{pick(rng, 'ep', 'e-piano', 'keys')}"
    return out * trembling * held(t, 0.001, 0.15), captions


def fm_bell(rng: Generator) -> Sound:
    """Frequency modulation at 1 to 1.4 or 3.5."""
    t, low = times(rng.uniform(1.5, 4)), pitch(float(rng.integers(60, 90)))
    index = rng.uniform(2, 5) * np.exp(-t / rng.uniform(0.4, 1))
    out = modulated(t, low, float(rng.choice([1.4, 3.5])), index) * decay(t, rng.uniform(0.5, 1.2))
    captions = f"synth bell|bell|fm bell|{pick(rng, 'bell tone', 'chime')}|digital bell"
    return reverberant(out, rng, 1.5, 0.2, tail=False), captions


def _bar(note: int, ratios: tuple[float, ...], tau: float, mallet: float) -> Signal:
    """A struck bar with partials at the ratios; `tau` is the lowest one's, `mallet` (0 to 1) is hardness."""
    t = times(min(5 * tau, 4))
    low = pitch(note)
    levels = [mallet**number for number in range(len(ratios))]
    return modes(t, [low * ratio for ratio in ratios], levels, [tau / ratio**0.9 for ratio in ratios])


def marimba(rng: Generator) -> Sound:
    """Wooden bars tuned to 1 : 4 : 9.2 over resonators."""
    note = int(rng.integers(45, 80))
    out = _bar(note, (1, 4, 9.2), rng.uniform(8, 14) / (note - 20), rng.uniform(0.2, 0.4))
    out += 0.05 * band(noise(rng, len(out)), 300.0, 2500.0) * decay(times(len(out) / RATE), 0.004)[: len(out)]
    return reverberant(out, rng, 0.8, 0.12), "marimba|marimba note|mallet|wooden mallet|mallet percussion"


def xylophone(rng: Generator) -> Sound:
    """Hard wooden bars tuned to 1 : 3 : 6."""
    note = int(rng.integers(72, 100))
    out = _bar(note, (1, 3, 6.1, 10.2), rng.uniform(0.07, 0.16), rng.uniform(0.5, 0.75))
    return reverberant(out, rng, 0.7, 0.12), "xylophone|xylophone note|mallet|mallet percussion"


def vibraphone(rng: Generator) -> Sound:
    """Metal bars tuned to 1 : 4 : 10 that ring long, with the fans' tremolo."""
    note = int(rng.integers(53, 85))
    out = _bar(note, (1, 4, 10), rng.uniform(0.7, 1.3), rng.uniform(0.15, 0.35))
    t = np.arange(len(out)) / RATE
    out *= 1 + rng.uniform(0.2, 0.5) * np.sin(2 * np.pi * rng.uniform(4, 6.5) * t)
    return out, "vibraphone|vibraphone note|vibes|mallet|mallet percussion"


def glockenspiel(rng: Generator) -> Sound:
    """Small steel bars: free-bar partials."""
    note = int(rng.integers(79, 103))
    out = _bar(note, (1, 2.757, 5.404), rng.uniform(0.4, 0.8), rng.uniform(0.3, 0.5))
    return reverberant(out, rng, 1.2, 0.15), "glockenspiel|glockenspiel note|bells|tuned percussion|bright bell"


def music_box(rng: Generator) -> Sound:
    """A slow tune of small plucked tongues."""
    root, step = int(rng.integers(72, 84)), rng.uniform(0.22, 0.4)
    scale, place, pieces = (0, 2, 4, 5, 7, 9, 11, 12, 14, 16), 4, []
    for number in range(int(5 / step)):
        place = int(np.clip(place + rng.integers(-2, 3), 0, 9))
        tongue = _bar(root + scale[place], (1, 6.27, 17.5), 0.45, 0.25)
        pieces.append((number * step * rng.uniform(0.99, 1.01), tongue * rng.uniform(0.6, 1)))
    out = reverberant(placed(pieces, 5.5), rng, 1, 0.15, tail=False)
    return out, "music box|music box melody|lullaby|wind-up music box|toy music box"


def _string(rng: Generator, note: float, seconds: float, bright: float, damping: float) -> Signal:
    """A plucked string (K. Karplus, A. Strong, 1983): noise that goes round a delay and is averaged each time."""
    count = len(times(seconds))
    period = max(int(RATE / pitch(note) - 0.5), 2)
    loop = band(rng.uniform(-1, 1, 3 * period), None, min(bright, 18000.0), 1)[-period:]
    rounds = []
    for _ in range(count // period + 1):
        rounds.append(loop)
        loop = damping * (0.5 * loop + 0.5 * np.r_[rounds[-2][-1] if len(rounds) > 1 else 0.0, loop[:-1]])
    return np.concatenate(rounds)[:count]


def plucked_string(rng: Generator) -> Sound:
    """One of them."""
    note = rng.uniform(40, 76)
    out = _string(rng, note, rng.uniform(1, 3), between(rng, 1500, 9000), rng.uniform(0.992, 0.999))
    out = band(out, 60.0) * held(np.arange(len(out)) / RATE, 0.001, 0.1)
    return out, "plucked string|string pluck|synthetic plucked string|plucked note"


def strummed_strings(rng: Generator) -> Sound:
    """A chord of six, one shortly after the other."""
    shape = ((0, 7, 12, 16, 19, 24), (0, 7, 12, 15, 19, 24))[int(rng.integers(2))]
    root, gap, bright = rng.uniform(40, 48), rng.uniform(0.008, 0.05), between(rng, 2000, 8000)
    order = list(shape) if rng.random() < 0.6 else list(reversed(shape))
    pieces = [(number * gap, _string(rng, root + step, 2.8, bright, 0.997)) for number, step in enumerate(order)]
    return band(placed(pieces, 2.8), 70.0), "strummed strings|strummed chord|plucked chord|string strum"


def plucked_run(rng: Generator) -> Sound:
    """Plucked strings up or down a scale."""
    scale = [octave * 12 + step for octave in range(3) for step in (0, 2, 4, 5, 7, 9, 11)]
    root, gap = rng.uniform(50, 58), rng.uniform(0.035, 0.09)
    upwards = rng.random() < 0.5
    order = scale if upwards else scale[::-1]
    pieces = [(number * gap, _string(rng, root + step, 1.5, 3500, 0.997)) for number, step in enumerate(order)]
    out = reverberant(placed(pieces, len(scale) * gap + 1.4), rng, 1.5, 0.2, tail=False)
    way = "ascending" if upwards else "descending"
    return out, f"glissando|plucked glissando|{way} run|{way} scale|plucked strings"


KEYS: tuple[Recipe, ...] = recipes(
    electric_organ,
    pipe_organ,
    transistor_organ,
    electric_piano,
    fm_bell,
    marimba,
    xylophone,
    vibraphone,
    glockenspiel,
    music_box,
    plucked_string,
    strummed_strings,
    plucked_run,
)
