"""People: a glottal source through formants."""

import numpy as np
from numpy.random import Generator

from desktop_app.core.synthesis.filters import (
    Formant,
    Signal,
    band_pass,
    formant_gains,
    glide_filter,
    high_pass,
    low_pass,
    resonate,
    room,
)
from desktop_app.core.synthesis.kinds import Kind, kind
from desktop_app.core.synthesis.sources import (
    falling,
    frames,
    line,
    place,
    seconds_of,
    swell,
    tone,
    unit,
    wander,
    white,
)

VOWELS: dict[str, tuple[float, float, float, float]] = {
    "a": (760, 1250, 2600, 3500),
    "e": (500, 1850, 2550, 3600),
    "i": (290, 2250, 3000, 3600),
    "o": (480, 850, 2550, 3400),
    "u": (320, 750, 2350, 3300),
}
"""Centres in Hz of the first four formants of a grown man's vowels (rounded textbook averages)."""

_LEVELS = (1.0, 0.6, 0.3, 0.18)
_WIDTHS = (90.0, 110.0, 170.0, 250.0)


def vowel(name: str, size: float = 1.0) -> list[Formant]:
    """Formants of a vowel; `size` scales them (1.0 a man, 1.17 a woman, 1.35 a child)."""
    rows = zip(VOWELS[name], _WIDTHS, _LEVELS, strict=True)
    return [(centre * size, width, level) for centre, width, level in rows]


def glottis(
    rng: Generator, hertz: Signal, *, breath: float = 0.03, power: float = 1.1, jitter: float = 0.006
) -> Signal:
    """The voice's source: pulses of a pitch (Hz over time) with jitter, shimmer and breath."""
    count = len(hertz)
    shaky = hertz * (1 + jitter * wander(rng, count, 45) + 2 * jitter * wander(rng, count, 9))
    pulses = unit(tone(shaky, count, falling(120, power))) * (1 + 0.15 * wander(rng, count, 60))
    return pulses + breath * high_pass(white(rng, count), 1200)


def talk(rng: Generator, seconds: float, pitch: float, size: float, *, pace: float = 5.0) -> Signal:
    """Babble of one person: syllables of random vowels with consonants between, and a speaker's melody."""
    count = frames(seconds)
    number = int(seconds * pace) + 2
    knots = np.arange(number) / pace + rng.uniform(-0.03, 0.03, number)
    targets = np.array([VOWELS[name] for name in rng.choice(list(VOWELS), number)]) * size
    melody = (
        pitch
        * np.interp(seconds_of(count), knots, rng.normal(1, 0.13, number))
        * line(count, (0, 1.1), (seconds, 0.85))
    )
    opening = np.interp(
        seconds_of(count), np.sort(np.concatenate([knots, knots + 0.5 / pace])), np.tile([0.05, 1.0], number)
    )
    pauses = (wander(rng, count, 1.6) > -0.55).astype(np.float64)
    source = glottis(rng, melody, breath=0.02) * opening * low_pass(pauses, 20)

    def gains(frequencies: Signal, time: Signal) -> Signal:
        centres = [np.interp(time[:, 0], knots + 0.5 / pace, targets[:, index])[:, None] for index in range(4)]
        return formant_gains(frequencies, list(zip(centres, _WIDTHS, _LEVELS, strict=True)))

    voiced = glide_filter(source, gains)
    hisses = np.zeros(count)
    for knot in knots[rng.random(number) < 0.45]:
        low = rng.uniform(1800, 5000)
        length = rng.uniform(0.04, 0.11)
        place(
            hisses,
            band_pass(white(rng, frames(length)), low, low + 3500) * swell(frames(length), 0.01, 0.02),
            max(knot, 0),
        )
    return unit(voiced) + 0.12 * unit(hisses)


def speech(rng: Generator) -> Signal:
    """One speaker of no language."""
    woman = rng.random() < 0.5
    voice = talk(rng, 2.6, rng.uniform(185, 230) if woman else rng.uniform(95, 135), 1.17 if woman else 1.0)
    return room(voice, rng, 0.3, 0.1)


def crowd(rng: Generator) -> Signal:
    """Many people talking at once in a hall."""
    sound = np.zeros(frames(2.6))
    for _ in range(9):
        size = rng.uniform(0.95, 1.25)
        sound += rng.uniform(0.3, 1) * talk(rng, 2.6, 95 * size**4, size, pace=rng.uniform(4, 6))
    return room(low_pass(sound, 4500, 1), rng, 1.0, 0.6, 3500)


def choir(rng: Generator, seconds: float = 2.8) -> Signal:
    """Many singers on a chord and one vowel."""
    count = frames(seconds)
    base = rng.uniform(130, 175)
    name = str(rng.choice(["a", "o", "u"]))
    sound = np.zeros(count)
    for step, size in ((-12, 0.95), (0, 1.0), (4, 1.1), (7, 1.15), (12, 1.18)):
        part = np.zeros(count)
        for _ in range(5):
            shake = np.sin(2 * np.pi * (rng.uniform(4.6, 6.0) * seconds_of(count) + rng.random()))
            pitch = base * 2 ** (step / 12) * rng.normal(1, 0.004) * (1 + 0.008 * shake + 0.006 * wander(rng, count, 4))
            part += tone(pitch, count, falling(60, 1.0), rng.random())
        sound += resonate(part, vowel(name, size))
    return room(sound * swell(count, 0.3, 0.4), rng, 2.0, 0.5, 5000)


def singer(rng: Generator) -> Signal:
    """One trained voice with vibrato."""
    sound = np.zeros(frames(2.4))
    base, size = (rng.uniform(260, 400), 1.17) if rng.random() < 0.6 else (rng.uniform(130, 200), 1.0)
    for number, step in enumerate(rng.choice([0, 2, 4, 5, 7], 3)):
        count = frames(0.85)
        shake = 0.014 * np.sin(2 * np.pi * 5.6 * seconds_of(count)) * np.clip(seconds_of(count) / 0.3, 0, 1)
        source = glottis(rng, base * 2 ** (step / 12) * (1 + shake), breath=0.015, jitter=0.003)
        name = str(rng.choice(["a", "e", "o"]))
        place(
            sound,
            unit(resonate(source, [*vowel(name, size), (2900, 300, 0.5)])) * swell(count, 0.08, 0.1),
            number * 0.75,
        )
    return room(sound, rng, 1.2, 0.3)


def laughter(rng: Generator) -> Signal:
    """A breathy ha-ha-ha that falls in pitch and level."""
    count = frames(2.4)
    woman = rng.random() < 0.5
    pitch, size = (rng.uniform(260, 380), 1.17) if woman else (rng.uniform(150, 220), 1.0)
    rate = rng.uniform(4.6, 5.6)
    time = seconds_of(count)
    syllable = np.asarray(time * rate % 1.0)
    melody = pitch * (1.25 - 0.18 * time) * (1 - 0.25 * syllable)
    open_mouth = np.clip(np.sin(np.pi * np.clip((syllable - 0.05) / 0.5, 0, 1)), 0, 1) ** 0.7
    puff = np.clip(np.sin(np.pi * np.clip((syllable - 0.5) / 0.5, 0, 1)), 0, 1)
    source = glottis(rng, melody, breath=0.12, jitter=0.012) * open_mouth + 0.1 * white(rng, count) * puff
    return room(resonate(source, vowel("a", size)) * line(count, (0, 0.8), (0.5, 1), (2.4, 0.3)), rng, 0.4, 0.15)


def baby_cry(rng: Generator) -> Signal:
    """A baby's wail: a high, harsh, arching pitch, a gasp between two cries."""
    sound = np.zeros(frames(2.8))
    base = rng.uniform(400, 480)
    start = 0.0
    while start < 2.5:
        length = rng.uniform(0.7, 1.1)
        count = frames(length)
        arch = base * (0.82 + 0.28 * np.sin(np.pi * np.clip(seconds_of(count) / length, 0, 1) ** 0.6))
        source = glottis(rng, arch, breath=0.05, power=0.6, jitter=0.015)
        cry = resonate(source, [(1050, 200, 1.0), (1900, 300, 0.8), (3400, 400, 0.7), (5000, 700, 0.4)])
        place(sound, unit(cry) * swell(count, 0.06, 0.15), start, rng.uniform(0.8, 1))
        gasp = frames(0.18)
        place(sound, band_pass(white(rng, gasp), 800, 4000) * swell(gasp, 0.05, 0.05), start + length + 0.03, 0.06)
        start += length + rng.uniform(0.22, 0.35)
    return room(sound, rng, 0.3, 0.12)


def scream(rng: Generator) -> Signal:
    """A shrill, rough voice at its limit."""
    count = frames(1.8)
    pitch = rng.uniform(900, 1400) * line(count, (0, 0.75), (0.15, 1.0), (1.2, 1.0), (1.8, 0.7))
    rough = 1 + 0.4 * np.sin(2 * np.pi * rng.uniform(60, 90) * seconds_of(count))
    source = glottis(rng, pitch, breath=0.1, power=0.5, jitter=0.02) * rough
    return room(
        resonate(source, [(1400, 300, 1), (2700, 500, 0.9), (4000, 600, 0.6)]) * swell(count, 0.06, 0.25), rng, 0.8, 0.2
    )


KINDS: tuple[Kind, ...] = (
    kind("speech", "voice, person, talking, human", speech),
    kind("crowd", "voice, people, talking, human, speech", crowd),
    kind("choir", "voice, singing, vocal, human", choir),
    kind("singing", "voice, vocal, person, human", singer),
    kind("laughter", "voice, person, laughing, human", laughter),
    kind("baby crying", "baby, crying, voice, human", baby_cry),
    kind("scream", "voice, person, screaming, human", scream),
)
