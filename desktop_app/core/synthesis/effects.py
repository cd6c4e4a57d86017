"""Designed sounds of film, games and electronic music."""

from functools import partial

import numpy as np
from numpy.random import Generator

from desktop_app.core.synthesis.drums import cymbal
from desktop_app.core.synthesis.filters import Signal, formant_gains, glide_filter, low_pass, room, saturate
from desktop_app.core.synthesis.kinds import Kind, kind
from desktop_app.core.synthesis.sources import (
    coloured,
    decay,
    frames,
    line,
    phase_of,
    place,
    saw,
    seconds_of,
    square,
    swell,
    tone,
    unit,
    white,
)


def whoosh(rng: Generator, seconds: float = 1.1) -> Signal:
    """Air parted by something fast: a band of noise that rises, passes and falls."""
    count = frames(seconds)
    peak = seconds * rng.uniform(0.4, 0.55)
    top, low = rng.uniform(1500, 3500), rng.uniform(250, 500)

    def gains(frequencies: Signal, time: Signal) -> Signal:
        near = np.exp(-(((time - peak) / (0.22 * seconds)) ** 2))
        centre = low + (top - low) * near
        return 0.15 / (1 + frequencies / 1500) + formant_gains(frequencies, [(centre, centre * 1.4, 1.0)])

    level = np.exp(-(((seconds_of(count) - peak) / (0.2 * seconds)) ** 2))
    return glide_filter(coloured(rng, count, 1.5), gains) * level


def riser(rng: Generator) -> Signal:
    """Noise and saws that climb without pause to a stop."""
    count = frames(2.8)
    climb = seconds_of(count) / 2.8
    pitch = rng.uniform(90, 160) * 2 ** (3 * climb)
    tones = np.sum([tone(pitch * detune, count, saw(120), rng.random()) for detune in (0.99, 1.0, 1.012)], axis=0)

    def gains(frequencies: Signal, time: Signal) -> Signal:
        cutoff = 400 * 2 ** (4.5 * np.clip(time / 2.8, 0, 1))
        return np.asarray(1 / (1 + (frequencies / cutoff) ** 4) + formant_gains(frequencies, [(cutoff, 300, 0.8)]))

    return glide_filter(0.6 * unit(tones) + 0.3 * unit(white(rng, count)), gains) * (0.1 + 0.9 * climb**1.5)


def downer(rng: Generator) -> Signal:
    """The way down: pitch and brightness fall and fade."""
    return riser(rng)[::-1] * np.linspace(1, 0.3, frames(2.8))


def boom(rng: Generator) -> Signal:
    """A film trailer's hit: a sub drop, a slam, a long dark tail."""
    count = frames(3.0)
    pitch = rng.uniform(28, 36) + rng.uniform(40, 80) * np.exp(-seconds_of(count) / 0.25)
    sub = np.sin(2 * np.pi * phase_of(pitch, count)) * decay(count, 2.8, 0.004)
    slam = low_pass(white(rng, count), rng.uniform(900, 2500)) * decay(count, 0.35)
    return room(saturate(sub + 0.6 * unit(slam), 2.2), rng, 2.8, 0.45, 900)


def laser(rng: Generator) -> Signal:
    """A game's laser: one or a few tones that fall in a moment."""
    sound = np.zeros(frames(1.2))
    top, wave = rng.uniform(1800, 4000), square(30) if rng.random() < 0.5 else saw(30)
    for start in np.arange(0.01, 1.0, rng.uniform(0.25, 0.6)):
        count = frames(0.32)
        pitch = 120 + top * np.exp(-seconds_of(count) / rng.uniform(0.05, 0.09))
        place(sound, low_pass(tone(pitch, count, wave), 9000) * decay(count, 0.3), float(start))
    return sound


def glitch(rng: Generator) -> Signal:
    """Digital rubbish: stutters, crushed tones, clicks and gaps."""
    sound = np.zeros(frames(2.0))
    start = 0.0
    while start < 1.95:
        length = float(rng.choice([0.02, 0.04, 0.06, 0.1, 0.16]))
        count = frames(length)
        form = int(rng.integers(4))
        if form == 0:
            part = tone(rng.uniform(100, 5000), count, square(40))
        elif form == 1:
            part = np.repeat(rng.uniform(-1, 1, count // 24 + 1), 24)[:count]
        elif form == 2:
            part = np.tile(rng.uniform(-1, 1, frames(0.004)), count // frames(0.004) + 1)[:count]
        else:
            part = (
                np.round(
                    3
                    * np.sin(
                        2
                        * np.pi
                        * phase_of(line(count, (0, rng.uniform(200, 6000)), (length, rng.uniform(200, 6000))), count)
                    )
                )
                / 3
            )
        place(sound, part * rng.uniform(0.3, 1), start)
        start += length + float(rng.choice([0, 0, 0.02, 0.06]))
    return sound


def power_up(rng: Generator, *, up: bool = True) -> Signal:
    """A game's bonus: a quick arpeggio of plain square waves that climbs (or, for a loss, falls)."""
    sound = np.zeros(frames(1.2))
    base = rng.uniform(330, 520)
    ladder = (0, 4, 7, 12, 16, 19, 24) if up else (12, 11, 10, 9, 8, 7, 5)
    pace = rng.uniform(0.06, 0.1) if up else 0.13
    for number, step in enumerate(ladder):
        count = frames(0.14 if number < 6 else 0.4)
        place(sound, tone(base * 2 ** (step / 12), count, square(30)) * decay(count, 0.5, 0.003), number * pace)
    return sound


def jump(rng: Generator) -> Signal:
    """A game's jump: a square wave that leaps up."""
    sound = np.zeros(frames(1.0))
    for start in (0.02, 0.5):
        count = frames(0.28)
        pitch = rng.uniform(180, 300) * 2 ** (1.6 * np.linspace(0, 1, count) ** 0.7)
        place(sound, tone(pitch, count, square(30)) * swell(count, 0.004, 0.1), start)
    return sound


def reversed_cymbal(rng: Generator) -> Signal:
    """A crash played backwards."""
    return np.ascontiguousarray(cymbal(rng, length=2.2)[::-1])


def wobble_bass(rng: Generator) -> Signal:
    """A bass whose filter wobbles in time."""
    count = frames(2.4)
    base, beat = rng.uniform(42, 58), float(rng.choice([2.0, 3.0, 4.0, 6.0]))
    wave = tone(base, count, saw(300)) + tone(base * 1.01, count, square(300), 0.2)

    def gains(frequencies: Signal, time: Signal) -> Signal:
        cutoff = 150 * 2 ** (2.2 + 2.0 * np.sin(2 * np.pi * beat * time))
        return np.asarray(1 / (1 + (frequencies / cutoff) ** 4) + formant_gains(frequencies, [(cutoff, 150, 1.2)]))

    return saturate(glide_filter(wave, gains), 2.5)


def sonar(rng: Generator) -> Signal:
    """A submarine's ping and its long answer."""
    sound = np.zeros(frames(2.8))
    count = frames(1.2)
    ping = tone(rng.uniform(900, 1500), count, [1]) * decay(count, 0.9, 0.01)
    place(sound, ping, 0.05)
    place(sound, ping, 1.5)
    return room(sound, rng, 2.4, 0.6, 3000)


def spaceship(rng: Generator) -> Signal:
    """A starship's hum: low saws through a slowly turning comb, with a shimmer."""
    count = frames(2.8)
    base = rng.uniform(55, 80)
    wave = np.sum([tone(base * ratio, count, saw(80), rng.random()) for ratio in (1, 1.007, 1.5)], axis=0)
    sweep = rng.uniform(0.3, 0.7)

    def gains(frequencies: Signal, time: Signal) -> Signal:
        return np.asarray(
            (1 + np.cos(2 * np.pi * frequencies * (0.002 + 0.0012 * np.sin(2 * np.pi * sweep * time))))
            / (1 + frequencies / 600)
        )

    return room(glide_filter(wave, gains) * swell(count, 0.3, 0.4), rng, 1.5, 0.3) + 0.02 * coloured(rng, count, 2)


def theremin(rng: Generator) -> Signal:
    """A gliding, trembling, nearly pure tone of old science fiction."""
    count = frames(2.6)
    points = [(number * 0.45, float(step)) for number, step in enumerate(rng.choice([0, 3, 5, 7, 8, 12], 7))]
    glide = low_pass(line(count, *points), 4.0, 1)
    pitch = rng.uniform(380, 520) * 2 ** (glide / 12) * (1 + 0.012 * np.sin(2 * np.pi * 6.2 * seconds_of(count)))
    return room(tone(pitch, count, [1, 0.2, 0.08, 0.03]) * swell(count, 0.1, 0.2), rng, 1.4, 0.3)


KINDS: tuple[Kind, ...] = (
    kind("whoosh", "swoosh, air, transition", whoosh),
    kind("riser", "transition, build-up, electronic", riser),
    kind("downer", "transition, electronic", downer),
    kind("cinematic impact", "impact, boom, hit, trailer", boom),
    kind("laser", "science fiction, game, electronic, weapon", laser),
    kind("glitch", "digital, electronic, noise", glitch),
    kind("power up", "power-up, game, electronic, 8-bit, retro", power_up),
    kind("game over", "game, electronic, 8-bit, retro", partial(power_up, up=False)),
    kind("jump", "game, electronic, 8-bit, retro", jump),
    kind("reversed cymbal", "reverse, cymbal, transition", reversed_cymbal),
    kind("wobble bass", "bass, synthesizer, synth, electronic", wobble_bass),
    kind("sonar", "ping, underwater", sonar),
    kind("spaceship", "science fiction, drone, hum", spaceship),
    kind("theremin", "science fiction, electronic, melody", theremin),
)
