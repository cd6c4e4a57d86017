"""Animals: voices with moving formants, chirps and insects."""

from functools import partial

import numpy as np
from numpy.random import Generator

from desktop_app.core.synthesis.filters import (
    Formant,
    Signal,
    band_pass,
    formant_gains,
    glide_filter,
    resonate,
    room,
)
from desktop_app.core.synthesis.kinds import Kind, kind
from desktop_app.core.synthesis.sources import (
    burst,
    coloured,
    falling,
    frames,
    line,
    phase_of,
    place,
    seconds_of,
    swell,
    tone,
    unit,
    wander,
    white,
)
from desktop_app.core.synthesis.voices import glottis


def _outdoors(sound: Signal, rng: Generator) -> Signal:
    """The quiet of a yard around an animal."""
    return room(sound, rng, 0.5, 0.12, 4000) + 0.004 * float(np.max(np.abs(sound))) * coloured(rng, len(sound), 4.0)


def dog(rng: Generator) -> Signal:
    """Barks: a short, rough arch of pitch from a mouth that opens and shuts."""
    sound = np.zeros(frames(2.0))
    size, start = rng.uniform(0.93, 1.08), 0.03
    mouth: list[Formant] = [(605 * size, 270, 1.0), (1890 * size, 400, 1.05), (2600 * size, 800, 0.17)]
    while start < 1.7:
        length = rng.uniform(0.13, 0.16)
        count = frames(length)
        arch = np.sin(np.pi * np.linspace(0, 1, count))
        source = glottis(rng, 354 * size * (0.3 + 0.7 * arch), breath=0.25, power=0.8, jitter=0.107)
        place(sound, unit(resonate(source, mouth, direct=0.01)) * arch**1.2, start, rng.uniform(0.8, 1))
        start += length + rng.uniform(0.12, 0.45)
    return _outdoors(sound, rng)


def _meow_gains(frequencies: Signal, time: Signal, length: float, mouth: float) -> Signal:
    opened = np.sin(np.pi * np.clip(time / length, 0, 1)) ** 2
    first, second = 1150 * mouth * (1 + 0.8 * opened), 2600 * mouth * (1 - 0.1 * opened)
    return formant_gains(frequencies, [(first, 113, 1.0), (second, 170, 0.39), (4200.0, 900, 0.08)])


def cat(rng: Generator) -> Signal:
    """A meow: the mouth opens and closes over a rising and falling pitch."""
    sound = np.zeros(frames(1.7))
    base, mouth = rng.uniform(410, 480), rng.uniform(0.95, 1.05)
    for start in (0.05, rng.uniform(0.85, 0.95)):
        length = rng.uniform(0.58, 0.7)
        count = frames(length)
        pitch = base * line(count, (0, 0.76), (length * 0.3, 1.1), (length * 0.6, 1.0), (length, 0.92))
        source = glottis(rng, pitch, breath=0.04, power=0.6, jitter=0.02)
        voice = glide_filter(source, partial(_meow_gains, length=length, mouth=mouth))
        place(sound, unit(voice) * swell(count, 0.1, 0.25), start, rng.uniform(0.7, 1))
    return room(sound, rng, 0.3, 0.12)


def purr(rng: Generator) -> Signal:
    """A cat's purr: some 25 soft pulses a second, in with the breath and out again."""
    count = frames(2.6)
    pulses = tone(rng.uniform(22, 28) * (1 + 0.04 * wander(rng, count, 5)), count, falling(80, 0.1), pulsed=True)
    shaped = resonate(
        unit(pulses) + white(rng, count) * (0.05 + 0.3 * np.clip(unit(pulses), 0, 1)),
        [(180, 120, 1), (420, 300, 0.6), (1100, 800, 0.3)],
    )
    return shaped * (0.65 + 0.35 * np.sin(2 * np.pi * 0.7 * seconds_of(count)))


def cow(rng: Generator) -> Signal:
    """A long, low moo whose mouth opens."""
    count = frames(2.2)
    pitch = rng.uniform(145, 170) * line(count, (0, 0.85), (0.4, 1), (1.4, 1.05), (2.2, 0.88))
    source = glottis(rng, pitch, breath=0.25, power=1.3, jitter=0.013)

    def gains(frequencies: Signal, time: Signal) -> Signal:
        opened = np.clip((time - 0.2) / 0.6, 0, 1)
        first, second = 266 * (1 + 1.1 * opened), 668 * (1 + 0.27 * opened)
        return formant_gains(frequencies, [(first, 105, 1.0), (second, 158, 0.8), (2300.0, 500, 0.3)])

    return _outdoors(glide_filter(source, gains) * swell(count, 0.2, 0.5), rng)


def sheep(rng: Generator) -> Signal:
    """A bleat: a goat-like tremor on a nasal vowel."""
    sound = np.zeros(frames(2.2))
    base = rng.uniform(260, 420)
    for start in (0.02, 1.15):
        count = frames(0.9)
        tremor = np.sin(2 * np.pi * rng.uniform(9, 13) * seconds_of(count))
        pitch = base * (1 + 0.05 * tremor) * line(count, (0, 1.08), (0.9, 0.92))
        source = glottis(rng, pitch, breath=0.06, power=0.6, jitter=0.015) * (1 + 0.45 * tremor)
        voice = resonate(source, [(750, 180, 1.0), (1750, 300, 0.9), (2800, 500, 0.5)])
        place(sound, unit(voice) * swell(count, 0.05, 0.15), start, rng.uniform(0.7, 1))
    return _outdoors(sound, rng)


def rooster(rng: Generator) -> Signal:
    """Cock-a-doodle-doo: four notes, the last one long and falling."""
    sound = np.zeros(frames(2.6))
    base = rng.uniform(620, 800)
    for start, length, first, last in (
        (0, 0.16, 0.9, 1.05),
        (0.2, 0.13, 1.1, 1.15),
        (0.37, 0.3, 1.2, 1.5),
        (0.75, 1.4, 1.4, 0.75),
    ):
        count = frames(length)
        source = glottis(rng, base * line(count, (0, first), (length, last)), breath=0.08, power=0.35, jitter=0.02)
        voice = resonate(source, [(1300, 350, 1), (2300, 500, 1), (3600, 900, 0.6)])
        place(sound, unit(voice) * swell(count, 0.03, min(0.2, length / 3)), start + 0.03)
    return _outdoors(sound, rng)


def crow(rng: Generator) -> Signal:
    """Caws: harsh, noisy, nasal."""
    sound = np.zeros(frames(2.2))
    for start in np.arange(0.02, 1.9, rng.uniform(0.5, 0.65)):
        count = frames(0.34)
        pitch = rng.uniform(430, 540) * line(count, (0, 0.9), (0.1, 1.1), (0.34, 0.85))
        rough = 1 + 0.7 * np.sin(2 * np.pi * rng.uniform(65, 85) * seconds_of(count))
        source = glottis(rng, pitch, breath=0.5, power=0.3, jitter=0.06) * rough
        voice = resonate(source, [(1200, 300, 1), (1700, 400, 0.9), (2900, 900, 0.5)])
        place(sound, unit(voice) * swell(count, 0.03, 0.1), float(start), rng.uniform(0.8, 1))
    return _outdoors(sound, rng)


def duck(rng: Generator) -> Signal:
    """Quacks: a buzzing, nasal row that gets softer."""
    sound = np.zeros(frames(2.0))
    for number, start in enumerate(np.arange(0.02, 1.7, rng.uniform(0.26, 0.34))):
        count = frames(0.2)
        pitch = rng.uniform(190, 240) * np.linspace(1.1, 0.85, count)
        source = glottis(rng, pitch, breath=0.1, power=0.2, jitter=0.03)
        voice = resonate(source, [(1150, 200, 1), (2000, 350, 0.9), (3000, 700, 0.5)])
        place(sound, unit(voice) * swell(count, 0.02, 0.07), float(start), 0.92**number)
    return _outdoors(sound, rng)


def owl(rng: Generator) -> Signal:
    """Hoots: soft, low, nearly pure, with a flutter."""
    sound = np.zeros(frames(2.6))
    base, start = rng.uniform(280, 310), 0.05
    for length in (0.29, 0.17, rng.uniform(0.3, 0.36)):
        count = frames(length)
        arch = base * line(count, (0, 0.93), (length * 0.4, 1.0), (length, 0.75))
        pitch = arch * (1 + 0.045 * np.sin(2 * np.pi * 19.4 * seconds_of(count)))
        air = unit(resonate(white(rng, count), [(base, 200, 1)]))
        hoot = tone(pitch, count, [1, 0.034, 0.038, 0.02]) + 0.044 * air
        place(sound, hoot * swell(count, 0.06, 0.1), start)
        start += length + rng.uniform(0.18, 0.3)
    return room(sound, rng, 0.7, 0.05, 3000) + 0.014 * coloured(rng, len(sound), 3)


def song_bird(rng: Generator) -> Signal:
    """A strophe of quick glides, trills and whistles."""
    sound = np.zeros(frames(2.6))
    start = 0.03
    while start < 2.3:
        low, high = np.sort(rng.uniform(2300, 6500, 2))
        trill = rng.random() < 0.5
        length = rng.uniform(0.05, 0.09) if trill else rng.uniform(0.1, 0.25)
        for number in range(int(rng.integers(4, 9)) if trill else 1):
            count = frames(length)
            shape = np.linspace(0, 1, count) ** rng.uniform(0.6, 1.6)
            pitch = low + (high - low) * (np.sin(2.2 * np.pi * shape) * 0.5 + 0.5 if not trill else 1 - shape)
            place(
                sound,
                tone(pitch, count, [1, 0.05]) * swell(count, length * 0.3, length * 0.4),
                start + number * length * 1.25,
            )
        start += length * (9 if trill else 1) + rng.uniform(0.05, 0.25)
    return room(sound, rng, 0.9, 0.25, 8000) + 0.004 * coloured(rng, len(sound), 3)


def chirps(rng: Generator) -> Signal:
    """Sparrows: several birds with short, plain chirps."""
    sound = np.zeros(frames(2.6))
    for _ in range(4):
        base, level = rng.uniform(3000, 5000), rng.uniform(0.3, 1)
        for start in np.cumsum(rng.uniform(0.25, 0.7, 7)) - 0.2:
            count = frames(rng.uniform(0.05, 0.11))
            bend = np.sin(np.pi * np.linspace(0, 1, count))
            chirp = tone(base * (0.8 + 0.35 * bend), count, [1, 0.2, 0.05]) * bend
            place(sound, chirp, max(float(start), 0), level)
    return room(sound, rng, 0.8, 0.2, 8000) + 0.004 * coloured(rng, len(sound), 3)


def crickets(rng: Generator) -> Signal:
    """Field crickets at night: groups of three or four quick pulses of a high, pure note."""
    count = frames(2.6)
    sound = np.zeros(count)
    time = seconds_of(count)
    for _ in range(int(rng.integers(2, 5))):
        carrier = rng.uniform(4000, 5200)
        rate, per_second = rng.uniform(28, 34), rng.uniform(2.2, 3.4)
        group = time * per_second + rng.random()
        sounding = (group % 1.0) < (3.5 / rate * per_second)
        pulses = np.clip(np.sin(2 * np.pi * rate * ((group % 1.0) / per_second)), 0, 1) ** 0.6 * sounding
        sound += rng.uniform(0.3, 1) * np.sin(2 * np.pi * phase_of(carrier, count)) * pulses
    return room(sound, rng, 0.6, 0.15, 9000) + 0.006 * coloured(rng, count, 3)


def cicada(rng: Generator) -> Signal:
    """A dense, harsh band of sound that swells."""
    count = frames(2.6)
    buzz = 0.5 + 0.5 * np.sin(2 * np.pi * rng.uniform(110, 170) * seconds_of(count))
    noise = band_pass(white(rng, count), rng.uniform(4000, 5000), rng.uniform(7000, 9000), 4)
    return noise * buzz**2 * (1 + 0.3 * wander(rng, count, 4))


def frog(rng: Generator) -> Signal:
    """Croaks: rows of pulses through a throat sac."""
    sound = np.zeros(frames(2.2))
    low = rng.uniform(420, 700)
    for start in np.arange(0.03, 2.0, rng.uniform(0.4, 0.6)):
        count = frames(0.3)
        pulses = tone(np.linspace(38, 55, count) * rng.uniform(0.9, 1.2), count, falling(120, 0.05), pulsed=True)
        voice = resonate(unit(pulses), [(low, 90, 0.8), (low * 2.6, 250, 1.0), (low * 4.2, 600, 0.4)])
        place(sound, unit(voice) * swell(count, 0.08, 0.06), float(start), rng.uniform(0.7, 1))
    return _outdoors(sound, rng)


def wolf(rng: Generator) -> Signal:
    """A howl that climbs, stays and sinks, far away."""
    count = frames(3.0)
    pitch = rng.uniform(540, 610) * line(count, (0, 0.57), (0.23, 1.0), (2.0, 1.0), (3.0, 0.64))
    source = glottis(rng, pitch * (1 + 0.002 * wander(rng, count, 8)), breath=0.29, power=0.89, jitter=0.005)
    voice = resonate(source, [(603, 200, 1.0), (1206, 300, 0.79), (2600, 500, 0.05)])
    return room(voice * swell(count, 0.3, 0.8), rng, 0.56, 0.66, 4000) + 0.003 * coloured(rng, count, 3)


def hooves(rng: Generator) -> Signal:
    """A horse's hooves on stone, at a trot."""
    sound = np.zeros(frames(2.4))
    pace = rng.uniform(0.42, 0.56)
    for start in np.arange(0.02, 2.3, pace):
        for later in (0.0, 0.23, 0.5, 0.73):
            hollow = 870 * rng.uniform(0.85, 1.15)
            formants: list[Formant] = [
                (hollow, 0.148 * hollow, 1.0),
                (2.2 * hollow, 0.3 * hollow, 0.19),
                (200, 150, 0.06),
            ]
            knock = resonate(burst(rng, 0.067), formants, direct=0.37)
            place(sound, unit(knock), float(start) + later * pace, rng.uniform(0.6, 1))
    return sound + 0.005 * coloured(rng, len(sound), 3)


def buzzing(rng: Generator, low: float, high: float) -> Signal:
    """An insect's wings, coming and going."""
    count = frames(2.4)
    pitch = rng.uniform(low, high) * (1 + 0.06 * wander(rng, count, 3) + 0.02 * wander(rng, count, 20))
    wings = tone(pitch, count, falling(40, 0.45)) * (1 + 0.5 * wander(rng, count, 70))
    near = np.clip(0.6 + 0.5 * wander(rng, count, 1.5), 0.1, 1)
    return (unit(resonate(wings, [(600, 500, 0.5), (2500, 2000, 1)], direct=0.3)) + 0.03 * white(rng, count)) * near


KINDS: tuple[Kind, ...] = (
    kind("dog bark", "dog, animal, barking", dog),
    kind("cat meow", "cat, animal, meow", cat),
    kind("cat purr", "cat, animal, purring", purr),
    kind("cow", "animal, farm animal, moo", cow),
    kind("sheep", "animal, farm animal, bleat", sheep),
    kind("rooster", "animal, bird, farm animal", rooster),
    kind("crow", "animal, bird", crow),
    kind("duck", "animal, bird", duck),
    kind("owl", "animal, bird", owl),
    kind("birdsong", "animal, bird, birds, nature", song_bird),
    kind("chirping birds", "animal, bird, birds, nature", chirps),
    kind("crickets", "animal, insect, night, nature", crickets),
    kind("cicada", "animal, insect, nature", cicada),
    kind("frog", "animal, nature", frog),
    kind("wolf howl", "animal, howl", wolf),
    kind("horse hooves", "animal, horse, footsteps", hooves),
    kind("bee", "animal, insect, buzzing", partial(buzzing, low=190, high=260)),
    kind("mosquito", "animal, insect, buzzing", partial(buzzing, low=480, high=650)),
)
