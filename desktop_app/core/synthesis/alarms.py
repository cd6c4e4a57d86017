"""Sounds that call: sirens, alarms, telephones, door bells, whistles."""

from functools import partial

import numpy as np
from numpy.random import Generator

from desktop_app.core.synthesis.filters import Signal, band_pass, resonate, room, saturate
from desktop_app.core.synthesis.kinds import Kind, kind
from desktop_app.core.synthesis.sources import (
    falling,
    frames,
    line,
    place,
    seconds_of,
    square,
    swell,
    tone,
    unit,
    wander,
    white,
)
from desktop_app.core.synthesis.struck import modes


def siren(rng: Generator, period: float = 0.0) -> Signal:
    """A police siren: wail (slow) or yelp (fast), from a horn loudspeaker in a street."""
    count = frames(3.0)
    turn = period or float(rng.choice([0.35, 1.5, 3.0])) * rng.uniform(0.9, 1.1)
    sweep = 0.5 - 0.5 * np.cos(2 * np.pi * (seconds_of(count) / turn + rng.random()))
    pitch = rng.uniform(560, 680) * 2 ** (1.15 * sweep)
    horn = resonate(tone(pitch, count, falling(20, 0.8)), [(1200, 700, 1), (2400, 1200, 0.7)], direct=0.2)
    return room(saturate(unit(horn), 1.4), rng, 1.6, 0.35, 3500)


def two_tone_siren(rng: Generator) -> Signal:
    """The two notes of a European fire engine or ambulance."""
    count = frames(3.0)
    high = (seconds_of(count) * rng.uniform(1.0, 1.5)) % 1.0 < 0.5
    pitch = rng.uniform(400, 450) * np.where(high, 1.335, 1.0)
    horn = resonate(tone(pitch, count, falling(40, 0.5)), [(900, 500, 1), (1800, 900, 0.8)], direct=0.2)
    return room(unit(horn), rng, 1.5, 0.35, 3500)


def civil_siren(rng: Generator) -> Signal:
    """A turning siren that runs up and down."""
    count = frames(3.0)
    pitch = rng.uniform(400, 480) * line(count, (0, 0.45), (1.2, 0.95), (2.0, 1.0), (3.0, 0.7))
    return room(tone(pitch, count, square(30)) * swell(count, 0.5, 0.3), rng, 2.4, 0.6, 2500)


def beeping(rng: Generator, hertz: float, on: float, off: float, group: int = 1, pause: float = 0.0) -> Signal:
    """Beeps of a small sounder, in groups; times in seconds."""
    sound = np.zeros(frames(2.6))
    pitch = hertz * rng.uniform(0.93, 1.07)
    start, number = 0.03, 0
    while start < 2.5:
        count = frames(on)
        place(sound, tone(pitch, count, falling(5, 1.2) if group else [1]) * swell(count, 0.004, 0.006), start)
        number += 1
        start += on + off + (pause if number % group == 0 else 0)
    return room(sound, rng, 0.3, 0.12)


def bell_alarm(rng: Generator, seconds: float = 2.4, beat: float = 0.055) -> Signal:
    """An electric bell: its hammer strikes without pause."""
    sound = np.zeros(frames(seconds))
    base = rng.uniform(1100, 1900)
    table = ((1.0, 1.0, 1.0), (2.2, 0.8, 0.8), (3.7, 0.6, 0.5), (5.1, 0.4, 0.4))
    hit = unit(modes(rng, base, table, 0.7, 0.7))
    for start in np.arange(0.01, seconds - 0.1, beat):
        place(sound, hit, float(start) + rng.normal(0, 0.001) + 0.004, rng.uniform(0.8, 1))
    return room(sound, rng, 0.6, 0.2)


def old_telephone(rng: Generator) -> Signal:
    """A telephone with two bells: ring, pause, ring."""
    sound = np.zeros(frames(2.8))
    base = rng.uniform(950, 1300)
    table = ((1.0, 1.0, 1.0), (2.4, 0.7, 0.7), (3.9, 0.5, 0.4), (5.6, 0.3, 0.3))
    hits = [unit(modes(rng, base * ratio, table, 0.9, 1.0)) for ratio in (1.0, 1.16)]
    for group in (0.02, 1.7):
        for number, start in enumerate(np.arange(0, 1.0, 0.025)):
            place(sound, hits[number % 2], group + float(start), rng.uniform(0.8, 1))
    return room(sound, rng, 0.4, 0.15)


def mobile_phone(rng: Generator) -> Signal:
    """A tune of plain tones, as old mobile telephones played."""
    sound = np.zeros(frames(2.6))
    base = rng.uniform(900, 1400)
    tune = rng.choice([0, 2, 4, 7, 9, 12, 14, 16], 8)
    for number in range(16):
        count = frames(0.13)
        place(
            sound,
            tone(base * 2 ** (tune[number % 8] / 12), count, square(8)) * swell(count, 0.004, 0.02),
            number * 0.16,
        )
    return band_pass(sound, 600, 9000)


def line_tone(rng: Generator, first: float, second: float, on: float, off: float) -> Signal:
    """What a telephone line plays: two mixed tones through a narrow band."""
    count = frames(2.6)
    period = on + off
    gate = (seconds_of(count) % period < on).astype(np.float64) if off else np.ones(count)
    pair = tone(first, count, [1]) + tone(second, count, [1], 0.3)
    return band_pass(pair * gate + 0.004 * rng.uniform(0.5, 3) * white(rng, count), 280, 3500)


def dialling(rng: Generator) -> Signal:
    """Touch tones: one low and one high tone for each key."""
    sound = np.zeros(frames(2.4))
    for start in np.arange(0.05, 2.2, rng.uniform(0.18, 0.28)):
        count = frames(0.12)
        low, high = rng.choice([697, 770, 852, 941]), rng.choice([1209, 1336, 1477])
        place(sound, (tone(low, count, [1]) + tone(high, count, [1])) * swell(count, 0.003, 0.003), float(start))
    return sound + 0.003 * white(rng, len(sound))


def doorbell(rng: Generator) -> Signal:
    """Ding-dong: two struck bars a third apart."""
    sound = np.zeros(frames(2.8))
    base = rng.uniform(580, 760)
    table = ((1.0, 1.0, 1.0), (2.0, 0.12, 0.5), (2.76, 0.3, 0.4), (5.4, 0.15, 0.2))
    for ratio, start in ((1.0, 0.02), (0.794, rng.uniform(0.55, 0.75))):
        place(sound, unit(modes(rng, base * ratio, table, 2.2, 2.2)), start)
    return room(sound, rng, 0.6, 0.2)


def buzzer(rng: Generator) -> Signal:
    """A mains buzzer."""
    count = frames(1.4)
    buzz = tone(100.0 * rng.uniform(0.95, 1.6), count, falling(120, 0.1), pulsed=True) * (
        1 + 0.2 * wander(rng, count, 100)
    )
    return resonate(buzz, [(500, 300, 0.7), (1500, 700, 1), (3200, 1500, 0.7)], direct=0.1) * swell(count, 0.006, 0.02)


def pea_whistle(rng: Generator) -> Signal:
    """A referee's whistle: a high tone that trills with its pea."""
    sound = np.zeros(frames(1.8))
    for start, length in ((0.02, 0.25), (0.4, 1.1)):
        count = frames(length)
        trill = np.sin(2 * np.pi * rng.uniform(28, 38) * seconds_of(count))
        pitch = rng.uniform(2300, 2900) * (1 + 0.035 * trill)
        pair = tone(pitch, count, [1, 0.1]) + 0.7 * tone(pitch * 1.13, count, [1, 0.1])
        air = resonate(white(rng, count), [(2600, 1500, 1)])
        place(sound, (pair * (1 + 0.4 * trill) + 0.15 * unit(air)) * swell(count, 0.02, 0.04), start)
    return room(sound, rng, 0.9, 0.2)


def reversing(rng: Generator) -> Signal:
    """The even beeps of a lorry that goes backwards, over its engine."""
    beeps = beeping(rng, 1250.0, 0.45, 0.45)
    count = len(beeps)
    return beeps + 0.08 * resonate(white(rng, count), [(90, 80, 1), (300, 300, 0.6)])


KINDS: tuple[Kind, ...] = (
    kind("police siren", "siren, alarm, emergency", siren),
    kind("ambulance siren", "siren, alarm, emergency", two_tone_siren),
    kind("civil defense siren", "siren, alarm, emergency", civil_siren),
    kind("alarm clock", "alarm, beep, clock", partial(beeping, hertz=2050.0, on=0.06, off=0.06, group=4, pause=0.5)),
    kind("smoke alarm", "alarm, beep", partial(beeping, hertz=3150.0, on=0.45, off=0.3)),
    kind("reversing beeps", "alarm, beep, truck, vehicle", reversing),
    kind("alarm bell", "alarm, bell, ringing", bell_alarm),
    kind("telephone ringing", "telephone, phone, ringing, bell", old_telephone),
    kind("ringtone", "telephone, phone, ringing", mobile_phone),
    kind("dial tone", "telephone, phone, tone", partial(line_tone, first=350.0, second=440.0, on=1.0, off=0.0), 3),
    kind(
        "busy signal", "telephone, phone, tone, beep", partial(line_tone, first=480.0, second=620.0, on=0.4, off=0.4), 3
    ),
    kind("dialing", "telephone, phone, tone, beep", dialling),
    kind("doorbell", "bell, chime, house", doorbell),
    kind("buzzer", "buzzing, alarm", buzzer),
    kind("referee whistle", "whistle, sport", pea_whistle),
)
