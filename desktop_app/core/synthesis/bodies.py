"""People: what bodies do besides speaking, from coughs to applause."""

import numpy as np
from numpy.random import Generator

from desktop_app.core.synthesis.filters import (
    Formant,
    Signal,
    low_pass,
    resonate,
    room,
)
from desktop_app.core.synthesis.kinds import Kind, kind
from desktop_app.core.synthesis.sources import (
    at,
    burst,
    cloud,
    coloured,
    decay,
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
from desktop_app.core.synthesis.voices import glottis, vowel


def cough(rng: Generator) -> Signal:
    """Two or three coughs: a burst of air through the open mouth, then a rough voice."""
    sound = np.zeros(frames(1.9))
    size, pitch = rng.uniform(0.92, 1.15), rng.uniform(190, 240)
    start = 0.02
    for _ in range(int(rng.integers(2, 4))):
        count = frames(0.5)
        mouth: list[Formant] = [
            (centre * size, 0.97 * centre * size, gain)
            for centre, gain in ((700.0, 1.0), (1500.0, 1.1), (2800.0, 0.44), (4500.0, 0.44))
        ]
        air = resonate(white(rng, count), mouth, direct=0.35)
        rough = glottis(rng, pitch * line(count, (0, 1.3), (0.4, 0.7)), breath=0.1, power=0.8, jitter=0.1)
        voice = resonate(rough, vowel("a", size))
        push = line(count, (0, 0), (0.01, 1), (0.06, 0.7), (rng.uniform(0.14, 0.17), 0.1), (0.5, 0))
        voiced = line(count, (0, 0), (0.018, 0.2), (0.068, 1), (0.45, 0))
        place(sound, unit(air) * push + rng.uniform(0.35, 0.5) * unit(voice) * voiced, start)
        start += rng.uniform(0.45, 0.6)
    return room(sound, rng, 0.3, 0.15)


def sneeze(rng: Generator) -> Signal:
    """A breath drawn in with a shaking voice, then the burst."""
    sound = np.zeros(frames(1.6))
    count = frames(0.45)
    inhale = glottis(rng, line(count, (0, 260), (0.45, 420)), breath=0.5, jitter=0.02)
    place(sound, unit(resonate(inhale, vowel("a", 1.1))) * line(count, (0, 0.2), (0.4, 1)), 0.0, 0.25)
    count = frames(0.8)
    hiss = resonate(white(rng, count), [(2600, 1500, 1), (5200, 2500, 0.9)], direct=0.15)
    voice = resonate(glottis(rng, line(count, (0, 420), (0.5, 220)), breath=0.1), vowel("u", 1.15))
    blow = line(count, (0, 0), (0.04, 1), (0.16, 0.9), (0.45, 0.15), (0.8, 0))
    place(sound, (unit(hiss) + 0.5 * unit(voice)) * blow, 0.55 + rng.uniform(0, 0.1))
    return room(sound, rng, 0.4, 0.2)


def breathing(rng: Generator) -> Signal:
    """In and out, the one higher than the other, close to the ear."""
    sound = np.zeros(frames(2.8))
    pace = rng.uniform(0.6, 0.85)
    for number in range(4):
        count = frames(pace * rng.uniform(0.82, 0.92))
        higher = rng.uniform(1.3, 1.45) if number % 2 else 1.0
        throat: list[Formant] = [
            (centre * higher, centre * 0.155, gain) for centre, gain in ((1100.0, 1.0), (1240.0, 0.4), (3840.0, 0.3))
        ]
        air = resonate(white(rng, count), throat, direct=0.16)
        place(sound, unit(air) * swell(count, 0.11, 0.18), number * pace, 0.9 if number % 2 else 1.0)
    return room(sound, rng, 0.2, 0.1) + 0.015 * coloured(rng, len(sound), 3)


def snoring(rng: Generator) -> Signal:
    """A low, fluttering rattle in the throat with every breath."""
    sound = np.zeros(frames(2.6))
    start = 0.05
    throat: list[Formant] = [(285, 114, 1.0), (770, 307, 0.56), (2730, 1093, 0.19)]
    while start < 2.2:
        length = rng.uniform(0.58, 0.7)
        count = frames(length)
        rate = rng.uniform(31, 37) * (1 + 0.2 * wander(rng, count, 27))
        flutter = unit(tone(rate, count, falling(60, 1.4), pulsed=True))
        grain = flutter + 0.08 * white(rng, count) * (0.08 + np.clip(flutter, 0, 1))
        place(sound, unit(resonate(grain, throat)) * swell(count, 0.4 * length, 0.15), start)
        start += length + rng.uniform(0.45, 0.6)
    return room(sound, rng, 0.3, 0.15)


def heartbeat(rng: Generator) -> Signal:
    """Lub-dub, heard through the chest."""
    sound = np.zeros(frames(2.8))
    beat = rng.uniform(0.7, 1.0)
    for start in np.arange(0.05, 2.7, beat):
        for later, hertz, level in ((0.0, 48, 1.0), (beat * 0.34, 62, 0.7)):
            count = frames(0.22)
            thump = tone(hertz * (1 + 0.6 * np.exp(-seconds_of(count) / 0.02)), count, [1, 0.3, 0.1]) * decay(
                count, 0.16, 0.012
            )
            place(sound, thump, float(start) + later, level * rng.uniform(0.85, 1))
    return low_pass(sound, 220) + 0.004 * low_pass(white(rng, len(sound)), 300)


def whistling(rng: Generator) -> Signal:
    """A person whistling a few notes."""
    sound = np.zeros(frames(2.4))
    base = rng.uniform(1000, 1500)
    steps = rng.choice([0, 2, 4, 5, 7, 9], 6)
    for number, step in enumerate(steps):
        count = frames(0.36)
        slide = 2 ** (float(steps[max(number - 1, 0)] - step) / 12 * np.exp(-seconds_of(count) / 0.025))
        pitch = base * 2 ** (step / 12) * slide * (1 + 0.008 * np.sin(2 * np.pi * 5.5 * seconds_of(count)))
        air = resonate(white(rng, count), [(float(base * 2 ** (step / 12)), 250, 1)])
        place(
            sound,
            (tone(pitch, count, [1, 0.03, 0.01]) + 0.05 * unit(air)) * swell(count, 0.04, 0.05),
            number * 0.37,
            0.9,
        )
    return room(sound, rng, 0.6, 0.2)


def applause(rng: Generator) -> Signal:
    """Well over a hundred pairs of hands, each at its own pace; palms of many sizes."""
    count = frames(2.6)
    rows = [np.arange(rng.uniform(0, 0.3), 2.6, rng.uniform(0.18, 0.3)) for _ in range(int(rng.integers(140, 200)))]
    times = np.concatenate(rows)
    times += rng.normal(0, 0.03, len(times))
    sound = np.zeros(count)
    for palm in 1960 * 2 ** rng.uniform(-0.7, 0.7, 5):
        mine = times[rng.random(len(times)) < 0.2]
        hits = cloud(at(count, mine, np.exp(0.55 * rng.standard_normal(len(mine)))), (0.0146, 0.032), rng)
        sound += resonate(hits, [(palm, 0.345 * palm, 1.0), (2.2 * palm, 0.69 * palm, 0.15)], direct=0.034)
    return room(sound, rng, 0.25, 0.06)


def clapping(rng: Generator) -> Signal:
    """One pair of hands."""
    sound = np.zeros(frames(2.4))
    palm = rng.uniform(700, 830)
    for start in np.arange(0.02, 2.2, rng.uniform(0.25, 0.4)):
        hollow = palm * rng.uniform(0.9, 1.1)
        clap = resonate(
            burst(rng, 0.009), [(hollow, 0.84 * hollow, 1.0), (2.2 * hollow, 1.7 * hollow, 0.3)], direct=0.025
        )
        place(sound, unit(clap), float(start), rng.uniform(0.7, 1))
    return room(sound, rng, 0.66, 0.2)


def finger_snap(rng: Generator) -> Signal:
    """A few snaps of the fingers."""
    sound = np.zeros(frames(1.4))
    for start in np.arange(0.02, 1.3, rng.uniform(0.4, 0.55)):
        high = rng.uniform(1700, 2600)
        place(
            sound,
            unit(resonate(burst(rng, 0.03), [(high, 500, 1), (high * 1.9, 900, 0.4)])),
            float(start),
            rng.uniform(0.8, 1),
        )
    return room(sound, rng, 0.4, 0.25)


KINDS: tuple[Kind, ...] = (
    kind("cough", "person, coughing, human", cough),
    kind("sneeze", "person, sneezing, human", sneeze),
    kind("breathing", "person, breath, human", breathing),
    kind("snoring", "person, human", snoring),
    kind("heartbeat", "heart, human", heartbeat),
    kind("whistling", "person, whistle, human", whistling),
    kind("applause", "people, clapping, crowd, human", applause),
    kind("hand claps", "hand clap, clapping, person, human", clapping),
    kind("finger snap", "person, human", finger_snap),
)
