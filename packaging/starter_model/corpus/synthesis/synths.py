"""Synthesisers: basses, plucks, pads, leads, stabs and chords."""

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
    echoed,
    followed,
    held,
    hump,
    modulated,
    pick,
    pitch,
    pulse,
    resonant,
    reverberant,
    saw,
    shaped,
    sine,
    times,
    triangle,
)
from corpus.synthesis.recipe import Recipe, Sound, recipes

_CHORDS = {"major": (0, 4, 7, 12), "minor": (0, 3, 7, 12)}


def swept(signal: Signal, cutoff: Signal, resonance: float) -> Signal:
    """The signal through a low-pass whose cutoff (Hz) is given sample by sample."""
    edge = followed(np.maximum(cutoff, 30.0))
    return shaped(signal, lambda f, s: resonant(f, edge(s), resonance))


def stacked(rng: Generator, notes: tuple[float, ...], count: int, voices: int, spread: float) -> Signal:
    """Several saws a note, apart by up to `spread` semitones."""
    out = np.zeros(count)
    for note in notes:
        for _ in range(voices):
            out += saw(pitch(note + rng.uniform(-spread, spread)), count, rng.random())
    return out


def sub_bass(rng: Generator) -> Sound:
    """A low sine."""
    t, note = times(rng.uniform(0.5, 3)), rng.uniform(26, 40)
    out = driven(sine(pitch(note), len(t)), rng.uniform(0.3, 1.2)) * held(t, 0.01, 0.08)
    return out, f"sub bass|bass|low bass note|{pick(rng, 'deep bass', '808 bass')}|synth bass"


def saw_bass(rng: Generator) -> Sound:
    """Saws through a filter that closes."""
    t, note = times(rng.uniform(0.3, 1.5)), float(rng.integers(28, 45))
    wave = stacked(rng, (note,), len(t), 2, 0.07) + pulse(pitch(note - 12), len(t))
    cutoff = pitch(note) * (2 + rng.uniform(4, 20) * np.exp(-t / rng.uniform(0.08, 0.3)))
    out = swept(wave, cutoff, rng.uniform(0.8, 2.5)) * held(t, 0.004, 0.05, 0.7)
    return out, "synth bass|bass|bass synth|analog bass|bass note"


def reese_bass(rng: Generator) -> Sound:
    """Detuned saws that beat against each other, low and dark."""
    t, note = times(rng.uniform(1.5, 4)), float(rng.integers(26, 40))
    wave = stacked(rng, (note,), len(t), 3, 0.35)
    cutoff = between(rng, 400, 1200) * 2 ** (0.6 * np.sin(2 * np.pi * rng.uniform(0.1, 0.5) * t))
    out = driven(at_peak(swept(wave, cutoff, 1.2)), 2) * held(t, 0.01, 0.1)
    return out, "reese bass|bass|drum and bass bass|dark synth bass|growling bass"


def wobble_bass(rng: Generator) -> Sound:
    """A bass whose filter swings in time."""
    t, note = times(rng.uniform(1.5, 4)), float(rng.integers(26, 38))
    swing = 0.5 - 0.5 * np.cos(2 * np.pi * rng.choice([2.0, 3.0, 4.0, 6.0, 8.0]) * t)
    wave = stacked(rng, (note,), len(t), 2, 0.15) + pulse(pitch(note), len(t))
    out = driven(at_peak(swept(wave, 120 * 2 ** (4.5 * swing), 2.5)), 3) * held(t, 0.005, 0.05)
    return out, "wobble bass|dubstep bass|wub wub|bass|synth bass"


def acid_note(note: float, seconds: float, *, accent: bool) -> Signal:
    """One note of a bass line machine: a saw through a sharp filter that closes quickly."""
    t = times(seconds)
    cutoff = pitch(note) * (1.5 + (22 if accent else 9) * np.exp(-t / 0.12))
    return (
        driven(at_peak(swept(saw(pitch(note), len(t)), cutoff, 7)), 2.5) * held(t, 0.003, 0.02) * (1 if accent else 0.7)
    )


def acid_bass(rng: Generator) -> Sound:
    """One accented note of it."""
    out = acid_note(float(rng.integers(34, 52)), rng.uniform(0.25, 0.9), accent=True)
    return out, "acid bass|303 bass|acid synth|squelchy bass|synth bass"


def fm_bass(rng: Generator) -> Sound:
    """Frequency modulation with a hard, short brightness."""
    t, low = times(rng.uniform(0.3, 1.2)), pitch(float(rng.integers(28, 43)))
    index = 0.6 + rng.uniform(2, 6) * np.exp(-t / rng.uniform(0.06, 0.2))
    out = modulated(t, low, float(rng.choice([1.0, 2.0, 3.0])), index) * held(t, 0.003, 0.05, 0.5)
    return out, "fm bass|synth bass|bass|digital bass|slap bass synth"


def synth_pluck(rng: Generator) -> Sound:
    """A saw or pulse whose filter closes at once."""
    t, note = times(rng.uniform(0.4, 1.2)), float(rng.integers(50, 84))
    wave = stacked(rng, (note,), len(t), 3, 0.1) if rng.random() < 0.6 else pulse(pitch(note), len(t), 0.3)
    fall = rng.uniform(0.05, 0.15)
    out = swept(wave, 300 + between(rng, 3000, 9000) * np.exp(-t / fall), 1.2) * decay(t, fall * 2.5, 0.002)
    if rng.random() < 0.5:
        out = echoed(out, rng.uniform(0.18, 0.35), 0.4, 3)
    return out, "synth pluck|pluck|plucked synth|short synth note|plucky synth"


def warm_pad(rng: Generator) -> Sound:
    """Slow, soft chords of detuned saws."""
    kind = pick(rng, *_CHORDS)
    t, root = times(rng.uniform(3.5, 6)), int(rng.integers(44, 58))
    wave = stacked(rng, tuple(float(root + step) for step in _CHORDS[kind]), len(t), 2, 0.12)
    cutoff = between(rng, 500, 1600) * (1 + 0.5 * np.sin(2 * np.pi * rng.uniform(0.05, 0.3) * t))
    out = swept(wave, cutoff, 0.8) * held(t, rng.uniform(0.5, 1.5), 1)
    return reverberant(at_peak(out), rng, 3, 0.3, tail=False), f"synth pad|pad|warm pad|{kind} pad|ambient pad"


def glassy_pad(rng: Generator) -> Sound:
    """Slow chords of sines and their octaves."""
    kind = pick(rng, *_CHORDS)
    t, root = times(rng.uniform(3.5, 6)), int(rng.integers(56, 68))
    out = np.zeros(len(t))
    for step in _CHORDS[kind]:
        for octave, level in ((1, 1.0), (2, 0.5), (4, 0.3), (6, 0.12)):
            trembling = 1 + 0.4 * np.sin(2 * np.pi * rng.uniform(0.3, 4) * t + rng.uniform(0, 6))
            out += (
                level * trembling * sine(pitch(root + step + rng.uniform(-0.05, 0.05)) * octave, len(t), rng.random())
            )
    out = reverberant(out * held(t, 0.8, 1.2), rng, 4, 0.5, tail=False)
    return out, "synth pad|pad|ethereal pad|bright pad|airy synth"


def choir_pad(rng: Generator) -> Sound:
    """Chords through the formants of a sung ah."""
    t, root = times(rng.uniform(3, 5)), int(rng.integers(48, 60))
    shake = 1 + 0.006 * np.sin(2 * np.pi * rng.uniform(4.5, 6) * t)
    wave = np.zeros(len(t))
    for step in _CHORDS[pick(rng, *_CHORDS)]:
        for _ in range(3):
            wave += saw(pitch(root + step + rng.uniform(-0.15, 0.15)) * shake, len(t), rng.random())

    def vowel(frequency: Signal, moments: Signal) -> Signal:
        still = 0 * moments
        first, second = hump(frequency, 700 + still, 0.18), hump(frequency, 1150 + still, 0.15)
        return np.asarray(first + 0.6 * second + 0.25 * hump(frequency, 2800 + still, 0.12))

    out = shaped(wave, vowel) * held(t, 0.5, 0.8)
    return reverberant(at_peak(out), rng, 3, 0.4, tail=False), "synth choir|choir pad|vocal pad|synth voices|aah pad"


def string_machine(rng: Generator) -> Sound:
    """Saws with a deep, slow chorus: strings of the seventies."""
    t, root = times(rng.uniform(2.5, 5)), int(rng.integers(52, 66))
    out = np.zeros(len(t))
    for step in _CHORDS[pick(rng, *_CHORDS)]:
        for _ in range(3):
            sway = 1 + 0.004 * np.sin(2 * np.pi * (rng.uniform(0.5, 6) * t + rng.random()))
            out += saw(pitch(root + step) * sway, len(t), rng.random())
    out = band(out, 250.0, between(rng, 3500, 7000)) * held(t, rng.uniform(0.15, 0.5), 0.6)
    return out, "synth strings|string machine|strings pad|string synth|synth pad"


def synth_lead(rng: Generator) -> Sound:
    """One high note with vibrato that comes late."""
    t, note = times(rng.uniform(0.8, 2.5)), float(rng.integers(60, 84))
    vibrato = 1 + 0.008 * np.clip(t / 0.6 - 0.5, 0, 1) * np.sin(2 * np.pi * rng.uniform(5, 7) * t)
    slide = 2 ** (-rng.uniform(0, 0.4) * np.exp(-t / 0.03))
    frequency = pitch(note) * vibrato * slide
    square = rng.random() < 0.5
    wave = pulse(frequency, len(t), 0.5) if square else saw(frequency, len(t)) + saw(frequency * 1.006, len(t))
    out = swept(wave, np.full(len(t), between(rng, 2500, 8000)), 1.5) * held(t, 0.008, 0.1)
    captions = f"synth lead|lead synth|lead|{'square lead' if square else 'saw lead'}|synth melody note"
    return echoed(out, 0.28, 0.3, 2) if rng.random() < 0.4 else out, captions


def supersaw(rng: Generator) -> Sound:
    """Seven saws a note: the chord of trance."""
    kind = pick(rng, *_CHORDS)
    t, root = times(rng.uniform(0.6, 3)), int(rng.integers(52, 66))
    wave = stacked(rng, tuple(float(root + step) for step in _CHORDS[kind]), len(t), 7, 0.25)
    out = band(wave, 150.0, between(rng, 6000, 14000)) * held(t, 0.01, 0.15)
    captions = f"supersaw|supersaw chord|trance synth|{kind} synth chord|big synth"
    return reverberant(at_peak(out), rng, 1.5, 0.25), captions


def synth_stab(rng: Generator) -> Sound:
    """A short chord."""
    t, root = times(rng.uniform(0.2, 0.45)), int(rng.integers(48, 66))
    kind = pick(rng, *_CHORDS)
    wave = stacked(rng, tuple(float(root + step) for step in _CHORDS[kind]), len(t), 3, 0.12)
    out = swept(wave, 500 + between(rng, 3000, 9000) * np.exp(-t / 0.12), 1.2) * held(t, 0.002, 0.08)
    out = reverberant(at_peak(out), rng, 1.2, rng.uniform(0.1, 0.4))
    return out, f"synth stab|stab|chord stab|{kind} chord stab|{pick(rng, 'rave stab', 'house stab')}"


def synth_brass(rng: Generator) -> Sound:
    """Saws whose filter opens slowly enough to be heard."""
    t, root = times(rng.uniform(0.5, 2)), int(rng.integers(50, 64))
    notes = tuple(float(root + step) for step in _CHORDS["major"]) if rng.random() < 0.5 else (float(root),)
    rise = np.minimum(t / rng.uniform(0.05, 0.14), 1) * (0.6 + 0.4 * np.exp(-t / 0.3))
    out = swept(stacked(rng, notes, len(t), 3, 0.1), 300 + between(rng, 2000, 5000) * rise, 0.9) * held(t, 0.03, 0.1)
    return out, "synth brass|brass synth|80s synth brass|synth horns|synth chord" if len(notes) > 1 else (
        "synth brass|brass synth|80s synth brass|synth horn"
    )


def triangle_lead(rng: Generator) -> Sound:
    """A soft, flute-like lead of triangle waves."""
    t, note = times(rng.uniform(0.5, 2)), float(rng.integers(64, 88))
    shake = 1 + 0.006 * np.sin(2 * np.pi * rng.uniform(4, 6) * t)
    out = triangle(pitch(note) * shake, len(t)) * held(t, 0.03, 0.15)
    return reverberant(out, rng, 1.5, 0.25), "soft synth lead|synth lead|mellow synth|soft lead"


def sidechained_pad(rng: Generator) -> Sound:
    """Chords that duck on every beat."""
    t, root = times(rng.uniform(3, 5)), int(rng.integers(50, 62))
    kind = pick(rng, *_CHORDS)
    beat = RATE * 60 / rng.uniform(110, 130)
    duck = np.minimum((np.arange(len(t)) % beat) / (beat * 0.7), 1) ** 1.3
    wave = stacked(rng, tuple(float(root + step) for step in _CHORDS[kind]), len(t), 4, 0.15)
    out = band(wave, 120.0, between(rng, 2500, 7000)) * (0.05 + duck)
    return out, "pumping pad|sidechained synth|pumping synth chord|pulsing pad|synth pad"


SYNTHS: tuple[Recipe, ...] = recipes(
    sub_bass,
    saw_bass,
    reese_bass,
    wobble_bass,
    acid_bass,
    fm_bass,
    synth_pluck,
    warm_pad,
    glassy_pad,
    choir_pad,
    string_machine,
    synth_lead,
    supersaw,
    synth_stab,
    synth_brass,
    triangle_lead,
    sidechained_pad,
)
