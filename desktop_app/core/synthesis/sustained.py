"""Sustained instruments: winds, bowed strings, organs, and the synthesiser's pads, leads and basses."""

from collections.abc import Sequence
from functools import partial

import numpy as np
from numpy.random import Generator

from desktop_app.core.synthesis.filters import (
    Formant,
    Signal,
    band_pass,
    glide_filter,
    high_pass,
    low_pass,
    resonate,
    room,
    saturate,
)
from desktop_app.core.synthesis.kinds import Kind, kind
from desktop_app.core.synthesis.sources import (
    coloured,
    decay,
    falling,
    frames,
    place,
    saw,
    seconds_of,
    square,
    swell,
    tone,
    unit,
    wander,
    white,
)

_VIOLIN_BODY: tuple[Formant, ...] = (
    (280, 40, 0.7),
    (460, 60, 0.9),
    (700, 200, 0.5),
    (1200, 500, 0.6),
    (2700, 1200, 0.9),
)


def vibrato(rng: Generator, count: int, depth: float, hertz: float = 5.3) -> Signal:
    """A factor around 1: vibrato that sets in after the attack, with a little drift of the player."""
    time = seconds_of(count)
    onset = np.clip((time - 0.25) / 0.4, 0, 1)
    rate = hertz * rng.uniform(0.9, 1.1) * time + 0.3 * wander(rng, count, 3)
    return 1 + depth * onset * np.sin(2 * np.pi * rate) + 0.002 * wander(rng, count, 7)


def phrase(rng: Generator, low: float, high: float) -> list[tuple[float, float, float]]:
    """One long note or a few of a scale: (Hz, start, length in seconds)."""
    base = rng.uniform(low, high)
    if rng.random() < 0.4:
        return [(base, 0.0, 2.0)]
    steps = np.cumsum(rng.choice([-3, -2, 2, 2, 3, 5], 4)) - 2
    return [(base * 2 ** (step / 12), number * 0.5, 0.56) for number, step in enumerate(steps)]


def flute(rng: Generator) -> Signal:
    """Few harmonics, vibrato of the breath, and air."""
    sound = np.zeros(frames(2.2))
    for hertz, start, length in phrase(rng, 440, 800):
        count = frames(length)
        pitch = hertz * vibrato(rng, count, 0.006, 5.0)
        body = tone(pitch, count, [1, 0.45, 0.3, 0.12, 0.06, 0.03]) * (1 + 0.15 * (vibrato(rng, count, 1.0) - 1))
        air = resonate(white(rng, count), [(hertz, 120, 1.0), (hertz * 2, 300, 0.6), (4500, 5000, 0.12)])
        place(sound, (unit(body) + 0.08 * unit(air)) * swell(count, 0.07, 0.08), start, 0.9)
    return room(sound, rng, 0.9, 0.25)


def clarinet(rng: Generator) -> Signal:
    """Odd harmonics of a closed tube."""
    sound = np.zeros(frames(2.2))
    harmonics = [1, 0.04, 0.6, 0.06, 0.42, 0.1, 0.25, 0.12, 0.15, 0.1, 0.08, 0.06, 0.05]
    for hertz, start, length in phrase(rng, 180, 420):
        count = frames(length)
        body = tone(hertz * vibrato(rng, count, 0.001), count, harmonics)
        place(sound, (unit(body) + 0.01 * white(rng, count)) * swell(count, 0.04, 0.06), start, 0.9)
    return room(sound, rng, 0.8, 0.2)


def saxophone(rng: Generator) -> Signal:
    """A reed on a cone: strong, rich, with growl and breath."""
    sound = np.zeros(frames(2.2))
    for hertz, start, length in phrase(rng, 160, 340):
        count = frames(length)
        pitch = hertz * vibrato(rng, count, 0.009, 5.2) * (1 - 0.03 * np.exp(-seconds_of(count) / 0.04))
        body = resonate(tone(pitch, count, falling(40, 0.7)), [(500, 300, 1.0), (1100, 500, 0.8), (2400, 1200, 0.5)])
        air = band_pass(white(rng, count), 1500, 7000)
        place(sound, (unit(saturate(body, 1.5)) + 0.03 * unit(air)) * swell(count, 0.04, 0.08), start, 0.9)
    return room(sound, rng, 0.6, 0.2)


def brass(rng: Generator, low: float, high: float, dark: float) -> Signal:
    """A brass instrument: the louder, the brighter, so the attack opens the spectrum up to `dark` Hz."""
    sound = np.zeros(frames(2.2))
    for hertz, start, length in phrase(rng, low, high):
        count = frames(length)
        envelope = swell(count, 0.06, 0.1)
        pitch = hertz * vibrato(rng, count, 0.003, 5.0) * (1 - 0.02 * np.exp(-seconds_of(count) / 0.03))
        bright = low_pass(tone(pitch, count, falling(45, 0.5)), dark * 2.2)
        soft = low_pass(tone(pitch, count, falling(20, 1.2)), dark)
        place(sound, unit(soft) * envelope * (1 - envelope) + unit(bright) * envelope**2, start, 0.9)
    return room(resonate(sound, [(dark * 0.8, dark * 0.7, 0.8)], direct=0.6), rng, 1.1, 0.25)


def bowed(rng: Generator, low: float, high: float, body: Sequence[Formant]) -> Signal:
    """A saw tooth from the bow's stick and slip, shaped by the body, with vibrato and rosin noise."""
    sound = np.zeros(frames(2.4))
    for hertz, start, length in phrase(rng, low, high):
        count = frames(length)
        pitch = hertz * vibrato(rng, count, 0.008, 5.6)
        scrape = high_pass(white(rng, count), 1500) * (0.4 + tone(pitch, count, saw(10)) ** 2)
        wave = resonate(tone(pitch, count, saw(120)), body, direct=0.15)
        place(sound, (unit(wave) + 0.025 * unit(scrape)) * swell(count, 0.09, 0.1), start, 0.9)
    return room(sound, rng, 0.9, 0.2)


def string_section(rng: Generator, seconds: float = 2.8) -> Signal:
    """Some thirty bows, each a little off: a chord of an orchestra's strings."""
    count = frames(seconds)
    base = rng.uniform(130, 200)
    sound = np.zeros(count)
    for step in (-12, 0, 7, 12, 16):
        for _ in range(6):
            pitch = base * 2 ** (step / 12) * rng.normal(1, 0.0035) * vibrato(rng, count, 0.006, rng.uniform(4.6, 6.2))
            sound += tone(pitch, count, saw(80), rng.random())
    return room(resonate(sound, _VIOLIN_BODY, direct=0.3) * swell(count, 0.25, 0.5), rng, 1.6, 0.4, 6000)


def organ(rng: Generator, seconds: float = 2.4) -> Signal:
    """Ranks of pipes on a chord, in a church."""
    count = frames(seconds)
    base = rng.uniform(120, 190)
    sound = np.zeros(count)
    for step in (-12, 0, 4, 7, 12):
        for rank, level in ((0.5, 0.5), (1, 1), (2, 0.8), (3, 0.35), (4, 0.5), (8, 0.2)):
            pitch = base * 2 ** (step / 12) * rank * rng.normal(1, 0.0008)
            sound += level * tone(pitch, count, falling(12, 1.3), rng.random())
    chiff = band_pass(white(rng, count), 800, 5000)
    return room(unit(sound) * swell(count, 0.05, 0.12) + 0.015 * unit(chiff), rng, 2.2, 0.5, 4000)


def drawbar_organ(rng: Generator) -> Signal:
    """Pure tones of a drawbar organ with a key click and a turning loudspeaker."""
    count = frames(2.2)
    base = rng.uniform(180, 300)
    time = seconds_of(count)
    turn = np.sin(2 * np.pi * rng.uniform(5.8, 7) * time)
    sound = np.zeros(count)
    for step in (0, 4, 7, 10):
        pitch = base * 2 ** (step / 12) * (1 + 0.004 * turn)
        for rank, level in ((0.5, 0.8), (1, 1), (1.5, 0.8), (2, 0.7), (3, 0.4), (4, 0.3)):
            sound += level * tone(pitch * rank, count, [1], rng.random())
    click = high_pass(white(rng, count), 1000) * decay(count, 0.015)
    return saturate(unit(sound) * (1 + 0.25 * turn) * swell(count, 0.008, 0.03) + 0.1 * unit(click), 1.6)


def bagpipes(rng: Generator) -> Signal:
    """A bright chanter over beating drones."""
    count = frames(2.6)
    base = rng.uniform(112, 122)
    drones = tone(base, count, falling(60, 0.6)) + tone(base * 2.004, count, falling(40, 0.6), 0.4)
    chanter = np.zeros(count)
    for number, step in enumerate(rng.choice([0, 2, 4, 5, 7, 9], 7)):
        length = frames(0.4)
        note = tone(base * 4 * 2 ** (step / 12), length, falling(20, 0.3))
        place(chanter, note * swell(length, 0.01, 0.01), number * 0.37)
    return resonate(
        unit(drones) * 0.7 + unit(chanter), [(900, 500, 0.7), (1900, 900, 1.0), (3200, 1500, 0.7)], direct=0.3
    )


def pad(rng: Generator, seconds: float = 3.0) -> Signal:
    """Slow detuned saws behind a low-pass that opens and closes."""
    count = frames(seconds)
    base = rng.uniform(110, 180)
    sound = np.zeros(count)
    for step in (0, 7, 12, 15, 19):
        for detune in (0.993, 0.998, 1.003, 1.008):
            sound += tone(base * 2 ** (step / 12) * detune, count, saw(100), rng.random())
    top = rng.uniform(900, 1800)

    def gains(frequencies: Signal, seconds: Signal) -> Signal:
        cutoff = top * (0.5 + 0.5 * np.sin(np.pi * np.clip(seconds / 3, 0, 1)))
        return np.asarray(1 / (1 + (frequencies / cutoff) ** 4))

    return room(glide_filter(sound, gains) * swell(count, 0.7, 0.8), rng, 2.0, 0.5)


def lead(rng: Generator) -> Signal:
    """A bright, gliding single voice of a synthesiser."""
    sound = np.zeros(frames(2.2))
    base = rng.uniform(260, 440)
    for number, step in enumerate(np.cumsum(rng.choice([-5, -2, 2, 3, 7], 6))):
        count = frames(0.36)
        pitch = base * 2 ** (step % 17 / 12) * (1 + 0.006 * np.sin(2 * np.pi * 6 * seconds_of(count)))
        wave = tone(pitch, count, saw(60)) + tone(pitch * 1.006, count, square(60), 0.2)
        place(sound, low_pass(wave, 5000) * swell(count, 0.005, 0.03), number * 0.35, 0.8)
    return sound


def pluck(rng: Generator) -> Signal:
    """An arpeggio of short filtered saws."""
    sound = np.zeros(frames(2.4))
    base = rng.uniform(200, 330)
    for number in range(14):
        count = frames(0.4)
        step = (0, 3, 7, 12, 15, 12, 7, 3)[number % 8]
        wave = tone(base * 2 ** (step / 12), count, saw(80))
        cut = [low_pass(wave, cutoff) for cutoff in (600, 4500)]
        place(sound, (cut[0] + cut[1] * decay(count, 0.15)) * decay(count, 0.4), number * 0.16, 0.8)
    return room(sound, rng, 0.8, 0.2)


def synth_bass(rng: Generator) -> Signal:
    """A low saw and square with a filter that snaps shut on every note."""
    sound = np.zeros(frames(2.2))
    base = rng.uniform(41, 62)
    for number in range(8):
        count = frames(0.25)
        wave = tone(base * 2 ** (int(rng.choice([0, 0, 0, 3, 7, 12])) / 12), count, saw(200))
        wave = low_pass(wave, 250) + low_pass(wave, 2200) * decay(count, 0.18)
        place(sound, wave * swell(count, 0.004, 0.03), number * 0.25, 0.8)
    return saturate(sound, 1.8)


def sub_bass(rng: Generator) -> Signal:
    """A nearly pure, very low note."""
    count = frames(1.8)
    hertz = rng.uniform(40, 65) * (1 + 0.5 * np.exp(-seconds_of(count) / 0.02))
    return saturate(tone(hertz, count, [1, 0.12, 0.05]), 1.3) * decay(count, rng.uniform(2, 4), 0.005)


def drone(rng: Generator, seconds: float = 3.0) -> Signal:
    """Low, dark, slowly beating layers."""
    count = frames(seconds)
    base = rng.uniform(45, 75)
    sound = 0.4 * low_pass(coloured(rng, count, 4), 300)
    for ratio in (1, 1.004, 1.5, 2.01, 2.99):
        level = 1 + 0.5 * wander(rng, count, 1.2)
        sound = sound + unit(low_pass(tone(base * ratio, count, saw(60), rng.random()), 500)) * level
    shaped = resonate(sound, [(rng.uniform(250, 500), 120, 0.6), (rng.uniform(700, 1100), 200, 0.25)], direct=0.3)
    return room(shaped * swell(count, 0.4, 0.5), rng, 2.0, 0.6, 1500)


KINDS: tuple[Kind, ...] = (
    kind("flute", "woodwind, wind instrument", flute),
    kind("clarinet", "woodwind, wind instrument", clarinet),
    kind("saxophone", "woodwind, wind instrument", saxophone),
    kind("trumpet", "brass, wind instrument", partial(brass, low=300, high=560, dark=1800.0)),
    kind("trombone", "brass, wind instrument", partial(brass, low=110, high=220, dark=800.0)),
    kind("french horn", "brass, wind instrument", partial(brass, low=170, high=330, dark=520.0)),
    kind("violin", "strings, bowed strings", partial(bowed, low=300, high=700, body=_VIOLIN_BODY)),
    kind("string section", "strings, bowed strings, orchestra, orchestral", string_section),
    kind("church organ", "organ, keyboard", organ),
    kind("electric organ", "organ, keyboard", drawbar_organ),
    kind("bagpipes", "reed instrument, drone", bagpipes),
    kind("synth pad", "synthesizer, synth, pad, electronic", pad),
    kind("synth lead", "synthesizer, synth, lead, electronic", lead),
    kind("synth pluck", "synthesizer, synth, arpeggio, electronic", pluck),
    kind("synth bass", "synthesizer, synth, bass, electronic", synth_bass),
    kind("sub bass", "bass, synthesizer, synth, electronic", sub_bass),
    kind("drone", "dark, texture, ambience", drone),
)
