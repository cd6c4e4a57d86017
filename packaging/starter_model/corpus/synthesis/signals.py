"""Machines that call for attention: telephones, sirens, alarms, Morse code, warnings of vehicles."""

from itertools import pairwise

import numpy as np
from numpy.random import Generator

from corpus.synthesis.primitives import (
    RATE,
    Signal,
    at_peak,
    band,
    between,
    cycles,
    driven,
    glide,
    held,
    noise,
    pick,
    placed,
    pulse,
    reverberant,
    saw,
    sine,
    times,
)
from corpus.synthesis.recipe import Recipe, Sound, recipes

_ROWS, _COLUMNS = (697, 770, 852, 941), (1209, 1336, 1477)
"""Hz of a telephone's keys, ITU-T Q.23."""
_MORSE = {
    "s": "...",
    "o": "---",
    "a": ".-",
    "e": ".",
    "r": ".-.",
    "t": "-",
    "c": "-.-.",
    "q": "--.-",
    "d": "-..",
    "n": "-.",
}


def key_tones(rng: Generator) -> Sound:
    """Keys of a telephone pressed one after the other: two sines each."""
    on, gap, count = rng.uniform(0.07, 0.2), rng.uniform(0.04, 0.15), int(rng.integers(3, 11))
    t = times(on)
    pieces = []
    for number in range(count):
        tone = sine(float(rng.choice(_ROWS)), len(t)) + sine(float(rng.choice(_COLUMNS)), len(t))
        pieces.append((number * (on + gap), tone * held(t, 0.002, 0.004)))
    captions = "phone dialing|dial tones|touch tone dialing|telephone keypad|dialing a phone"
    return placed(pieces, count * (on + gap)), captions


def dial_tone(rng: Generator) -> Sound:
    """A line that waits for a number: 350 and 440 Hz, or 425 Hz alone."""
    t = times(rng.uniform(1.5, 4))
    american = rng.random() < 0.6
    wave = sine(350, len(t)) + sine(440, len(t)) if american else sine(425, len(t))
    captions = "dial tone|telephone dial tone|phone off the hook|phone line tone"
    return wave * held(t, 0.005, 0.005) + 0.01 * band(noise(rng, len(t)), 300.0, 3400.0), captions


def busy_signal(rng: Generator) -> Sound:
    """Half a second of tone, half a second of silence."""
    low, high, on = (480, 620, 0.5) if rng.random() < 0.5 else (425, 425, rng.choice([0.25, 0.375, 0.5]))
    t, count = times(float(on)), int(rng.integers(3, 7))
    tone = (sine(low, len(t)) + sine(high, len(t))) * held(t, 0.004, 0.004)
    out = placed([(number * 2 * on, tone) for number in range(count)], float(count * 2 * on))
    return out, "busy signal|busy tone|phone busy|engaged tone"


def ringback(rng: Generator) -> Sound:
    """What a caller hears while it rings at the other end."""
    t = times(rng.uniform(1.5, 2))
    wave = (sine(440, len(t)) + sine(480, len(t))) * held(t, 0.01, 0.01)
    captions = "ringback tone|phone ringing tone|calling tone|waiting for an answer"
    return placed([(rng.uniform(0, 0.3), wave), (4.0, wave)], 6), captions


def electronic_ring(rng: Generator) -> Sound:
    """A telephone that warbles between two notes."""
    low, rate = between(rng, 500, 1300), rng.uniform(12, 25)
    t = times(rng.uniform(0.6, 1.2))
    high = np.sign(np.sin(2 * np.pi * rate * t)) > 0
    wave = pulse(np.where(high, low * rng.uniform(1.2, 1.35), low), len(t)) * held(t, 0.003, 0.01)
    gap, count = rng.uniform(0.3, 1), int(rng.integers(1, 4))
    step = t[-1] + gap
    out = band(placed([(number * step, wave) for number in range(count)], count * step), 350.0, 6000.0)
    return out, "phone ringing|electronic ring|telephone ring|ringing phone|ringtone"


def wail_siren(rng: Generator) -> Sound:
    """A siren that rises and falls slowly."""
    t = times(rng.uniform(4, 6))
    rate = rng.uniform(0.2, 0.45)
    swing = 0.5 - 0.5 * np.cos(2 * np.pi * (rate * t + rng.random()))
    wave = driven(saw(between(rng, 500, 700) * 2 ** (1.2 * swing), len(t)), 1.5)
    captions = f"siren|{pick(rng, 'police siren', 'emergency siren')}|wailing siren|emergency vehicle siren"
    return _outside(rng, band(wave, 400.0, 4500.0)), captions


def yelp_siren(rng: Generator) -> Sound:
    """A siren that rises and falls several times a second."""
    t = times(rng.uniform(2, 5))
    swing = np.abs(1 - 2 * ((rng.uniform(2.5, 4.5) * t) % 1))
    wave = driven(saw(between(rng, 550, 750) * 2**swing, len(t)), 1.5)
    return _outside(rng, band(wave, 400.0, 4500.0)), "siren|police siren|yelping siren|fast siren|emergency siren"


def two_tone_siren(rng: Generator) -> Sound:
    """The two notes of European ambulances and fire engines."""
    t, low = times(rng.uniform(3, 6)), between(rng, 380, 500)
    upper = (rng.uniform(0.8, 1.3) * t) % 1 < 0.5
    wave = pulse(np.where(upper, low * rng.choice([1.26, 1.335]), low), len(t))
    captions = "siren|two tone siren|ambulance siren|fire engine siren|european siren"
    return _outside(rng, band(wave, 350.0, 4000.0)), captions


def air_raid_siren(rng: Generator) -> Sound:
    """A big siren that runs up and slowly down."""
    t = times(6)
    run = np.minimum(t / 2.2, 1) * np.where(t > 3.5, np.exp(-(t - 3.5) / 2.5), 1)
    frequency = 40 + between(rng, 380, 520) * run**0.7
    wave = driven(saw(frequency, len(t)) + saw(frequency * 1.2, len(t)), 1.2)
    return _outside(rng, band(wave, 150.0, 3000.0) * (0.05 + run)), "air raid siren|war siren|siren|civil defense siren"


def _outside(rng: Generator, signal: Signal) -> Signal:
    """Some of them with the echo of a street."""
    dry = signal * held(np.arange(len(signal)) / RATE, 0.03, 0.1)
    return reverberant(at_peak(dry), rng, 2, rng.uniform(0.1, 0.5), tail=False) if rng.random() < 0.5 else dry


def smoke_alarm(rng: Generator) -> Sound:
    """Three shrill beeps, a pause, three again."""
    t, frequency = times(0.5), between(rng, 2900, 3300)
    beep = (sine(frequency, len(t)) + 0.3 * pulse(frequency, len(t))) * held(t, 0.002, 0.004)
    starts = [0.0, 1.0, 2.0, 4.0, 5.0] if rng.random() < 0.5 else [0.0, 0.7, 1.4, 3.0, 3.7, 4.4]
    out = placed([(start, beep) for start in starts], 6)
    return reverberant(out, rng, 0.6, 0.3, tail=False), "smoke alarm|fire alarm|smoke detector|alarm beeping|alarm"


def clock_alarm(rng: Generator) -> Sound:
    """Four quick beeps a second."""
    on, frequency = rng.uniform(0.05, 0.08), between(rng, 1900, 4100)
    t, in_row = times(on), int(rng.integers(2, 5))
    beep = pulse(frequency, len(t)) * held(t, 0.001, 0.003)
    rows = int(rng.integers(3, 6))
    starts = [row * 1.0 + number * on * 2 for row in range(rows) for number in range(in_row)]
    captions = "alarm clock|digital alarm clock|alarm clock beeping|alarm|wake up alarm"
    return placed([(start, beep) for start in starts], rows), captions


def danger_alarm(rng: Generator) -> Sound:
    """A klaxon of a ship in films: a rising tone, again and again."""
    on, low = rng.uniform(0.4, 0.9), between(rng, 250, 600)
    t, count = times(on), int(rng.integers(3, 6))
    wave = saw(glide(low, low * rng.uniform(1.4, 2.2), len(t)), len(t)) * held(t, 0.02, 0.04)
    step = on + rng.uniform(0.05, 0.4)
    out = driven(placed([(number * step, wave) for number in range(count)], count * step), 2)
    captions = f"alarm|{pick(rng, 'warning alarm', 'danger alarm')}|alert|spaceship alarm|red alert"
    return reverberant(out, rng, 1.5, 0.3, tail=False), captions


def reversing_beep(rng: Generator) -> Sound:
    """Slow beeps of a lorry that goes backwards."""
    frequency, on = between(rng, 1000, 1500), rng.uniform(0.35, 0.55)
    t, count = times(on), int(rng.integers(3, 6))
    beep = pulse(frequency, len(t)) * held(t, 0.005, 0.01)
    out = placed([(number * on * 2, beep) for number in range(count)], count * on * 2)
    captions = "reversing beep|truck backing up|backup beeper|reverse warning beeps"
    return reverberant(band(out, 700.0, 5000.0), rng, 0.8, 0.2, tail=False), captions


def heart_monitor(rng: Generator) -> Sound:
    """Beeps in the time of a calm heart, or one that does not end."""
    frequency, flat = between(rng, 700, 1100), rng.random() < 0.3
    if flat:
        t = times(rng.uniform(2, 4))
        return sine(frequency, len(t)) * held(t, 0.003, 0.01), "flatline|heart monitor flatline|hospital monitor tone"
    t, step, count = times(0.12), 60 / rng.uniform(55, 110), int(rng.integers(4, 7))
    beep = sine(frequency, len(t)) * held(t, 0.004, 0.02)
    captions = "heart monitor|hospital monitor|slow steady beeps|medical monitor beep"
    return placed([(number * step, beep) for number in range(count)], count * step), captions


def morse_code(rng: Generator) -> Sound:
    """Letters in dots and dashes."""
    unit, frequency = rng.uniform(0.05, 0.1), between(rng, 450, 950)
    pieces, at = [], 0.1
    for letter in (str(rng.choice(list(_MORSE))) for _ in range(int(rng.integers(3, 7)))):
        for sign in _MORSE[letter]:
            t = times(unit * (3 if sign == "-" else 1))
            pieces.append((at, sine(frequency, len(t)) * held(t, 0.004, 0.004)))
            at += t[-1] + unit
        at += 2 * unit
    out = placed(pieces, min(at, 6.0))
    out += rng.uniform(0, 0.15) * band(noise(rng, len(out)), 300.0, 3000.0)
    return out, "morse code|telegraph|morse code beeps|telegraph signal"


def modem(rng: Generator) -> Sound:
    """Data as tones: two pitches changing hundreds of times a second, and a scrambled noise."""
    count = len(times(rng.uniform(2, 4)))
    low, high = (1070, 1270) if rng.random() < 0.5 else (1300, 2100)
    bits = np.repeat(rng.integers(0, 2, count // 147 + 1), 147)[:count]
    tones = np.sin(2 * np.pi * cycles(np.where(bits > 0, high, low), count))
    split = sorted(int(cut * count) for cut in rng.uniform(0.15, 0.9, 2))
    edges = [0, *split, count]
    parts = [sine(2100, count), tones, band(noise(rng, count), 600.0, 3000.0) * 1.5]
    pieces = [part[start:end] for part, (start, end) in zip(parts, pairwise(edges), strict=True)]
    return np.concatenate(pieces), "modem|dial-up modem|modem data tones|fax machine tones"


SIGNALS: tuple[Recipe, ...] = recipes(
    key_tones,
    dial_tone,
    busy_signal,
    ringback,
    electronic_ring,
    wail_siren,
    yelp_siren,
    two_tone_siren,
    air_raid_siren,
    smoke_alarm,
    clock_alarm,
    danger_alarm,
    reversing_beep,
    heart_monitor,
    morse_code,
    modem,
)
