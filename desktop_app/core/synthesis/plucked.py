"""Strings that are plucked or struck: guitars, harp, banjo, pianos."""

import numpy as np
from numpy.random import Generator

from desktop_app.core.synthesis.filters import RATE, Formant, Signal, band_pass, low_pass, resonate, room, saturate
from desktop_app.core.synthesis.kinds import Kind, kind
from desktop_app.core.synthesis.sources import decay, frames, phase_of, place, ring, seconds_of, unit, white

_GUITAR_BODY: tuple[Formant, ...] = ((105, 25, 1.0), (205, 30, 0.9), (400, 80, 0.5), (900, 400, 0.5), (2600, 2200, 0.5))
_BANJO_BODY: tuple[Formant, ...] = ((450, 150, 0.8), (900, 300, 1.0), (1800, 700, 0.9), (3500, 2000, 0.6))
_OPEN_STRINGS = (82.4, 110.0, 146.8, 196.0, 246.9, 329.6)


def string(
    rng: Generator,
    hertz: float,
    length: float,
    *,
    ringing: float,
    bright: float,
    stiffness: float = 0.0001,
    pluck: float = 0.17,
) -> Signal:
    """One plucked string as a sum of its modes.

    `ringing` is the time to -60 dB of the lowest mode in seconds, `bright` in 0..1 how slowly the high ones fade,
    `stiffness` the stretch of the overtones, `pluck` the place of the finger as a share of the string (its comb).
    """
    number = np.arange(1, min(int(11_000 / hertz), 90) + 1)
    stretched = hertz * number * np.sqrt(1 + stiffness * number**2)
    level = np.abs(np.sin(np.pi * number * pluck)) / number ** (1.6 - 0.8 * bright) * rng.uniform(0.7, 1.3, len(number))
    fade = ringing / (1 + (0.9 - 0.8 * bright) * (number - 1) * 0.35 + (stretched / 6000) ** 2)
    # Two planes of vibration, a little apart, make the sound beat and its decay bend.
    pair = np.concatenate([stretched, stretched * (1 + rng.uniform(-0.0006, 0.0006, len(number)))])
    return ring(frames(length), pair, np.tile(level, 2), np.concatenate([fade, fade * 0.45]), rng)


def loop_string(
    rng: Generator, hertz: float, length: float, *, ringing: float, bright: float, pluck: float = 0.17
) -> Signal:
    """One plucked string as a delay line fed back through a gentle low-pass (Karplus and Strong, 1983).

    Its noisy start and even decay suit guitars better than a sum of modes. The arguments are those of `string`; the
    pitch is rounded to a whole number of samples a period. The line is computed a period at a time.
    """
    count, period = frames(length), max(round(RATE / hertz), 8)
    spread = 0.25 * (1 - bright) ** 2 + 0.002
    gain = 10 ** (-3 / (ringing * hertz))
    start = rng.uniform(-1, 1, period)
    start = start - np.roll(start, int(period * pluck))
    wave = np.zeros(count + 2 * period + 2)
    wave[period + 1 : 2 * period + 1] = (start + np.roll(start, 1)) / 2
    for begin in range(2 * period + 1, len(wave), period - 1):
        end = min(begin + period - 1, len(wave))
        old = wave[begin - period - 1 : end - period + 1]
        wave[begin:end] = gain * ((1 - 2 * spread) * old[1:-1] + spread * (old[:-2] + old[2:]))
    return wave[period + 1 : period + 1 + count]


def _chord(rng: Generator) -> list[float]:
    """Frequencies of an open guitar chord, moved by a capo."""
    shapes = ((0, 2, 2, 1, 0, 0), (3, 2, 0, 0, 0, 3), (0, 2, 2, 0, 0, 0), (0, 0, 2, 2, 2, 0), (0, 3, 2, 0, 1, 0))
    frets = shapes[int(rng.integers(len(shapes)))]
    shift = int(rng.integers(0, 5))
    return [open_string * 2 ** ((fret + shift) / 12) for open_string, fret in zip(_OPEN_STRINGS, frets, strict=True)]


def acoustic_guitar(rng: Generator) -> Signal:
    """A strummed chord, then some of its strings alone."""
    sound = np.zeros(frames(2.8))
    chord = _chord(rng)
    picked = rng.random() < 0.5
    for number, hertz in enumerate(chord):
        note = loop_string(rng, hertz, 2.6, ringing=rng.uniform(2.5, 4), bright=0.45)
        place(sound, unit(note), number * (0.3 if picked else 0.018), rng.uniform(0.7, 1))
    if not picked:
        for number, hertz in enumerate(chord[::-1]):
            note = loop_string(rng, hertz, 1.4, ringing=2.5, bright=0.5)
            place(sound, unit(note), 1.3 + number * 0.012, 0.7)
    noise = band_pass(white(rng, len(sound)), 1500, 6000) * decay(len(sound), 0.03)
    return resonate(unit(sound) + 0.04 * unit(noise), _GUITAR_BODY, direct=0.5)


def electric_guitar(rng: Generator) -> Signal:
    """A distorted power chord through a loudspeaker, or a bent single note."""
    count = frames(2.4)
    base = rng.uniform(82, 165)
    sound = np.zeros(count)
    ratios = (1, 1.4983, 2) if rng.random() < 0.6 else (2.0, 4.0)
    for ratio in ratios:
        sound += unit(loop_string(rng, base * ratio, 2.4, ringing=6, bright=0.7, pluck=0.1))
    driven = saturate(sound * np.minimum(1, 3 * decay(count, 4.0)), rng.uniform(8, 25))
    return resonate(low_pass(driven, 4800, 4), [(120, 80, 0.8), (700, 600, 0.4), (2600, 1800, 1.0)], direct=0.4)


def bass_guitar(rng: Generator) -> Signal:
    """A short line of a plucked electric bass."""
    sound = np.zeros(frames(2.2))
    base = rng.uniform(41, 65)
    for number, start in enumerate(np.arange(0, 2.0, rng.uniform(0.3, 0.5))):
        hertz = base * 2 ** (int(rng.choice([0, 0, 3, 5, 7, 12])) / 12 if number else 0)
        note = unit(string(rng, hertz, 0.7, ringing=2.5, bright=rng.uniform(0.3, 0.55), pluck=0.22))
        place(sound, note * np.minimum(1, (len(note) - np.arange(len(note))) / 3000), float(start), 0.9)
    return low_pass(sound, 2500)


def harp(rng: Generator) -> Signal:
    """A run of plucked, freely ringing strings."""
    sound = np.zeros(frames(2.8))
    base = rng.uniform(200, 320)
    for number, step in enumerate((0, 4, 7, 12, 16, 19, 24, 28, 31)):
        note = string(rng, base * 2 ** (step / 12), 2.2, ringing=2.6, bright=0.2, pluck=0.4)
        place(sound, unit(note), number * rng.uniform(0.09, 0.12), 0.8)
    return room(resonate(sound, [(250, 120, 0.6), (700, 400, 0.5)], direct=0.8), rng, 1.2, 0.2)


def banjo(rng: Generator) -> Signal:
    """A rolling pattern on short, bright strings over a skin."""
    sound = np.zeros(frames(2.2))
    strings = (392.0, 146.8, 196.0, 246.9, 293.7)
    shift = 2 ** (int(rng.integers(-2, 4)) / 12)
    for number, start in enumerate(np.arange(0, 2.0, rng.uniform(0.1, 0.15))):
        hertz = strings[(2, 3, 0, 4, 2, 3, 4, 0)[number % 8]] * shift
        place(
            sound, unit(string(rng, hertz, 0.6, ringing=0.7, bright=0.9, pluck=0.08)), float(start), rng.uniform(0.6, 1)
        )
    return resonate(sound, _BANJO_BODY, direct=0.3)


def pizzicato(rng: Generator) -> Signal:
    """A bowed instrument's strings plucked: short and round."""
    sound = np.zeros(frames(1.8))
    base = rng.uniform(150, 330)
    for number, step in enumerate(rng.choice([0, 2, 4, 5, 7, 12], 5)):
        note = unit(string(rng, base * 2 ** (step / 12), 0.5, ringing=0.5, bright=0.25, pluck=0.3))
        place(sound, note, number * 0.32, rng.uniform(0.7, 1))
    return room(resonate(sound, [(280, 80, 0.9), (460, 120, 0.8), (1100, 600, 0.5)], direct=0.4), rng, 0.8, 0.25)


def piano_note(rng: Generator, hertz: float, length: float, *, ringing: float = 3.0, bright: float = 0.4) -> Signal:
    """One piano key: three strings a little apart, a hammer's knock, stretched overtones."""
    stiffness = 0.00025 * (hertz / 260) ** 1.2
    strings = [
        string(rng, hertz * detune, length, ringing=ringing, bright=bright, stiffness=stiffness, pluck=0.12)
        for detune in (1.0, 1.0004, 0.9994)
    ]
    knock = low_pass(white(rng, frames(length)), 900) * decay(frames(length), 0.06)
    return unit(np.sum(strings, axis=0)) + 0.06 * unit(knock)


def piano(rng: Generator) -> Signal:
    """A chord, a phrase or a single note of a piano."""
    sound = np.zeros(frames(2.8))
    base = rng.uniform(130, 300)
    form = int(rng.integers(3))
    if form == 0:
        for step in (-12, 0, 4, 7):
            place(sound, piano_note(rng, base * 2 ** (step / 12), 2.8), rng.uniform(0, 0.012), 0.8)
    for number in range((0, 8, 1)[form]):
        hertz = base * 2 ** (int(rng.choice([0, 2, 4, 5, 7, 9, 11, 12, 16])) / 12)
        place(sound, piano_note(rng, hertz, 1.6 if form == 1 else 2.8), number * 0.28, rng.uniform(0.6, 1))
    return room(sound, rng, 0.9, 0.2)


def harpsichord(rng: Generator) -> Signal:
    """Plucked brass strings, bright and even."""
    sound = np.zeros(frames(2.4))
    base = rng.uniform(180, 300)
    for number, step in enumerate((0, 4, 7, 12, 11, 7, 5, 2, 0, 4)):
        note = string(rng, base * 2 ** (step / 12), 0.9, ringing=1.8, bright=0.95, pluck=0.09)
        note += 0.6 * string(rng, 2 * base * 2 ** (step / 12), 0.9, ringing=1.4, bright=0.95, pluck=0.1)
        place(sound, unit(note), number * rng.uniform(0.2, 0.23), 0.8)
    return room(sound, rng, 0.6, 0.15)


def electric_piano(rng: Generator) -> Signal:
    """Frequency modulation of a low ratio with a bell-like edge: the classic electric piano."""
    sound = np.zeros(frames(2.6))
    base = rng.uniform(170, 300)
    for number, step in enumerate((0, 4, 7, 11) if rng.random() < 0.5 else (0, 3, 7, 10)):
        count = frames(2.4)
        hertz = base * 2 ** (step / 12)
        phase, time = 2 * np.pi * phase_of(hertz, count), seconds_of(count)
        body = np.sin(phase + 1.3 * np.exp(-time / 0.8) * np.sin(phase))
        tine = np.sin(phase + 0.8 * np.exp(-time / 0.15) * np.sin(14 * phase))
        note = (body + 0.5 * tine) * decay(count, 3.5) * (1 + 0.25 * np.sin(2 * np.pi * 5 * time))
        place(sound, note, number * rng.uniform(0.0, 0.15), 0.7)
    return sound


KINDS: tuple[Kind, ...] = (
    kind("acoustic guitar", "guitar, plucked string, strings", acoustic_guitar),
    kind("electric guitar", "guitar, distorted, distortion", electric_guitar),
    kind("bass guitar", "guitar, bass", bass_guitar),
    kind("harp", "plucked string, strings", harp),
    kind("banjo", "plucked string, strings", banjo),
    kind("pizzicato", "plucked string, strings", pizzicato),
    kind("piano", "keyboard, keys", piano),
    kind("harpsichord", "keyboard, plucked string", harpsichord),
    kind("electric piano", "keyboard, keys, piano", electric_piano),
)
