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
    decay,
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
    """Barks: a short, rough arch of pitch, formants that open and shut, much noise."""
    sound = np.zeros(frames(2.2))
    big = rng.uniform(0.8, 1.3)
    start = 0.03
    while start < 1.9:
        length = rng.uniform(0.15, 0.2) / big**0.3
        count = frames(length)
        arch = np.sin(np.pi * np.linspace(0, 1, count) ** 0.6)
        source = glottis(rng, 260 * big * (0.6 + 0.75 * arch), breath=0.5, power=0.8, jitter=0.12)
        formants = [(650 * big, 200, 1.0), (1150 * big, 300, 0.9), (2100 * big, 500, 0.5), (3300 * big, 900, 0.25)]
        place(sound, unit(resonate(source, formants, direct=0.02)) * arch**0.8, start, rng.uniform(0.8, 1))
        start += length + rng.uniform(0.1, 0.4)
    return _outdoors(sound, rng)


def _meow_gains(frequencies: Signal, time: Signal, length: float) -> Signal:
    opened = np.sin(np.pi * np.clip(time / length, 0, 1)) ** 0.8
    first, second = 650 + 900 * opened, 2500 - 500 * opened
    return formant_gains(frequencies, [(first, 250, 1.0), (second, 350, 0.8), (3900.0, 600, 0.35)])


def cat(rng: Generator) -> Signal:
    """A meow: the mouth opens and closes over a rising and falling pitch."""
    sound = np.zeros(frames(1.9))
    base = rng.uniform(480, 680)
    for start in (0.02, rng.uniform(0.95, 1.1)):
        length = rng.uniform(0.65, 0.85)
        count = frames(length)
        pitch = base * line(count, (0, 0.9), (0.2, 1.15), (0.4, 1.1), (length, 0.75))
        source = glottis(rng, pitch, breath=0.08, power=0.4, jitter=0.015)
        voice = glide_filter(source, partial(_meow_gains, length=length))
        place(sound, unit(voice) * swell(count, 0.12, 0.25), start, rng.uniform(0.7, 1))
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
    count = frames(2.4)
    pitch = rng.uniform(130, 185) * line(count, (0, 0.7), (0.5, 1.0), (1.4, 1.1), (2.1, 0.9), (2.4, 0.7))
    source = glottis(rng, pitch, breath=0.15, power=0.5, jitter=0.03)

    def gains(frequencies: Signal, time: Signal) -> Signal:
        opened = np.clip((time - 0.25) / 0.7, 0, 1)
        return formant_gains(
            frequencies, [(260 + 330 * opened, 110, 1.0), (700 + 350 * opened, 180, 0.7), (2100.0, 400, 0.25)]
        )

    return _outdoors(glide_filter(source, gains) * swell(count, 0.25, 0.35), rng)


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


def pig(rng: Generator) -> Signal:
    """Grunts: very low, noisy pulses through a snout."""
    sound = np.zeros(frames(2.0))
    start = 0.02
    while start < 1.8:
        count = frames(rng.uniform(0.18, 0.32))
        pitch = np.full(count, rng.uniform(55, 85))
        source = glottis(rng, pitch, breath=0.8, power=0.8, jitter=0.15)
        voice = resonate(source, [(350, 150, 1), (900, 300, 0.8), (1900, 600, 0.6)], direct=0.05)
        place(sound, unit(voice) * swell(count, 0.04, 0.08), start, rng.uniform(0.7, 1))
        start += rng.uniform(0.3, 0.5)
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


def hen(rng: Generator) -> Signal:
    """Clucks: short, nasal drops of pitch."""
    sound = np.zeros(frames(2.2))
    start = 0.02
    while start < 2.0:
        count = frames(rng.uniform(0.07, 0.12))
        pitch = rng.uniform(380, 520) * np.linspace(1.2, 0.7, count)
        source = glottis(rng, pitch, breath=0.15, power=0.4, jitter=0.03)
        place(
            sound,
            unit(resonate(source, [(1000, 250, 1), (2100, 500, 0.8), (3400, 900, 0.4)])) * decay(count, 0.11, 0.006),
            start,
        )
        start += rng.uniform(0.16, 0.4)
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
    """Hoots: soft, low, nearly pure."""
    sound = np.zeros(frames(2.8))
    base = rng.uniform(330, 420)
    for start, length in ((0.05, 0.35), (0.75, 0.18), (1.0, 0.9)):
        count = frames(length)
        pitch = (
            base * line(count, (0, 0.94), (length * 0.4, 1.0), (length, 0.95)) * (1 + 0.004 * wander(rng, count, 30))
        )
        hoot = tone(pitch, count, [1, 0.12, 0.06, 0.02]) + 0.03 * unit(resonate(white(rng, count), [(base, 200, 1)]))
        place(sound, hoot * swell(count, 0.06, 0.1), start)
    return room(sound, rng, 1.4, 0.35, 2500) + 0.003 * coloured(rng, len(sound), 3)


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


def pigeon(rng: Generator) -> Signal:
    """Coos: low, soft and rolling."""
    sound = np.zeros(frames(2.6))
    base = rng.uniform(260, 340)
    for start, length, level in ((0.05, 0.3, 0.6), (0.4, 0.7, 1.0), (1.15, 0.3, 0.7), (1.5, 0.7, 1.0)):
        count = frames(length)
        flutter = 1 + 0.3 * np.sin(2 * np.pi * 24 * seconds_of(count))
        coo = tone(base * line(count, (0, 0.9), (length / 2, 1.1), (length, 0.92)), count, [1, 0.2, 0.08]) * flutter
        place(sound, coo * swell(count, 0.08, 0.12), start, level)
    return _outdoors(sound, rng)


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
    """A howl that climbs, stays and sinks."""
    count = frames(3.0)
    pitch = rng.uniform(380, 520) * line(count, (0, 0.6), (0.5, 1.0), (2.0, 1.02), (3.0, 0.75))
    source = glottis(rng, pitch * (1 + 0.008 * wander(rng, count, 8)), breath=0.02, power=1.2, jitter=0.004)
    voice = resonate(source, [(480, 160, 1), (950, 250, 0.5), (2500, 500, 0.1)])
    return room(voice * swell(count, 0.4, 0.8), rng, 2.2, 0.5, 2500)


def horse(rng: Generator) -> Signal:
    """A neigh: high, falling, with a strong shake."""
    count = frames(2.0)
    shake = np.sin(2 * np.pi * (11 * seconds_of(count) + 0.5 * wander(rng, count, 4)))
    pitch = rng.uniform(850, 1100) * line(count, (0, 0.8), (0.25, 1.1), (1.2, 0.75), (2.0, 0.35)) * (1 + 0.09 * shake)
    source = glottis(rng, pitch, breath=0.2, power=0.6, jitter=0.03) * (1 + 0.4 * shake)
    return _outdoors(
        resonate(source, [(1100, 350, 1), (2300, 600, 0.9), (3700, 900, 0.5)]) * swell(count, 0.1, 0.5), rng
    )


def hooves(rng: Generator) -> Signal:
    """A horse's hooves on stone."""
    sound = np.zeros(frames(2.4))
    pace = rng.uniform(0.42, 0.56)
    for start in np.arange(0.02, 2.3, pace):
        for later in (0.0, pace * 0.27, pace * 0.5, pace * 0.77):
            hollow = rng.uniform(700, 1300)
            knock = resonate(
                burst(rng, 0.05), [(hollow, 350, 1), (hollow * 2.2, 600, 0.8), (4500, 3000, 0.5), (220, 120, 0.5)]
            )
            place(sound, unit(knock), float(start) + later + rng.normal(0, 0.006) + 0.02, rng.uniform(0.6, 1))
    return _outdoors(sound, rng)


def buzzing(rng: Generator, low: float, high: float) -> Signal:
    """An insect's wings, coming and going."""
    count = frames(2.4)
    pitch = rng.uniform(low, high) * (1 + 0.06 * wander(rng, count, 3) + 0.02 * wander(rng, count, 20))
    wings = tone(pitch, count, falling(40, 0.45)) * (1 + 0.5 * wander(rng, count, 70))
    near = np.clip(0.6 + 0.5 * wander(rng, count, 1.5), 0.1, 1)
    return (unit(resonate(wings, [(600, 500, 0.5), (2500, 2000, 1)], direct=0.3)) + 0.03 * white(rng, count)) * near


def roar(rng: Generator) -> Signal:
    """A lion: a deep, torn voice that swells and breaks off."""
    count = frames(2.2)
    pitch = rng.uniform(75, 110) * line(count, (0, 0.8), (0.6, 1.25), (2.2, 0.7))
    source = glottis(rng, pitch, breath=0.9, power=0.8, jitter=0.2)
    body: list[Formant] = [(380, 160, 1), (800, 250, 0.9), (1500, 500, 0.5), (2600, 900, 0.3)]
    return room(resonate(source, body, direct=0.03) * swell(count, 0.35, 0.9), rng, 0.9, 0.25)


KINDS: tuple[Kind, ...] = (
    kind("dog bark", "dog, animal, barking", dog, 6),
    kind("cat meow", "cat, animal, meow", cat, 5),
    kind("cat purr", "cat, animal, purring", purr, 4),
    kind("cow", "animal, farm animal, moo", cow, 5),
    kind("sheep", "animal, farm animal, bleat", sheep, 5),
    kind("pig", "animal, farm animal", pig, 4),
    kind("rooster", "animal, bird, farm animal", rooster, 5),
    kind("hen", "animal, bird, farm animal, chicken", hen, 4),
    kind("crow", "animal, bird", crow, 5),
    kind("duck", "animal, bird", duck, 4),
    kind("owl", "animal, bird", owl, 4),
    kind("birdsong", "animal, bird, birds, nature", song_bird, 5),
    kind("chirping birds", "animal, bird, birds, nature", chirps, 5),
    kind("pigeon", "animal, bird", pigeon, 4),
    kind("crickets", "animal, insect, night, nature", crickets, 5),
    kind("cicada", "animal, insect, nature", cicada, 4),
    kind("frog", "animal, nature", frog, 5),
    kind("wolf howl", "animal, howl", wolf, 4),
    kind("horse", "animal, neigh", horse, 4),
    kind("horse hooves", "animal, horse, footsteps", hooves, 4),
    kind("bee", "animal, insect, buzzing", partial(buzzing, low=190, high=260), 4),
    kind("mosquito", "animal, insect, buzzing", partial(buzzing, low=480, high=650), 4),
    kind("roar", "animal, growl, lion", roar, 4),
)
