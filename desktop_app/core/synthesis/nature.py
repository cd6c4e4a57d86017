"""Weather, water and fire."""

import numpy as np
from numpy.random import Generator

from desktop_app.core.synthesis.filters import (
    RATE,
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
    burst,
    cloud,
    coloured,
    decay,
    frames,
    line,
    phase_of,
    place,
    scatter,
    seconds_of,
    swell,
    unit,
    wander,
    white,
)


def rain(rng: Generator, seconds: float = 2.6) -> Signal:
    """Thousands of drops over the even hiss of those far away."""
    count = frames(seconds)
    drops = cloud(scatter(rng, count, rng.uniform(900, 2500), 0.9), [burst(rng, s) for s in (0.002, 0.004, 0.008)], rng)
    far = band_pass(white(rng, count), 700, 9000, 2)
    return unit(high_pass(drops, 1200)) + rng.uniform(0.1, 0.25) * unit(far)


def rain_on_surface(rng: Generator, seconds: float = 2.6) -> Signal:
    """Single drops heard on a window or a roof, with the body of what they hit."""
    count = frames(seconds)
    body = rng.uniform(250, 700)
    kernels = [
        resonate(burst(rng, s), [(body, 200, 1), (body * 2.7, 400, 0.7), (5000, 3000, 0.5)]) for s in (0.01, 0.02)
    ]
    drops = cloud(scatter(rng, count, rng.uniform(120, 300), 0.8), kernels, rng)
    return unit(drops) + 0.35 * unit(rain(rng, seconds))


def wind(rng: Generator, seconds: float = 2.8) -> Signal:
    """Low noise whose band rises and falls with the gusts."""
    count = frames(seconds)
    gust = wander(rng, count, 1.3)
    centre = rng.uniform(250, 450) * 2 ** (0.7 * gust[:: RATE // 100])

    def gains(frequencies: Signal, seconds: Signal) -> Signal:
        now = np.interp(seconds[:, 0], np.arange(len(centre)) / 100, centre)[:, None]
        return np.asarray(1 / (1 + (frequencies / now) ** 2) + formant_gains(frequencies, [(now * 1.8, 150, 0.25)]))

    return glide_filter(coloured(rng, count, 2.0), gains) * (1 + 0.6 * gust)


def howling_wind(rng: Generator, seconds: float = 2.8) -> Signal:
    """Wind whistling through a gap: narrow bands that glide."""
    count = frames(seconds)
    bands = [np.interp(np.arange(int(seconds * 100)), *_knots(rng, seconds)) for _ in range(2)]
    base = rng.uniform(380, 620)

    def gains(frequencies: Signal, seconds: Signal) -> Signal:
        total: Signal = 0.03 / (1 + (frequencies / 400) ** 2)
        for number, band in enumerate(bands):
            now = np.interp(seconds[:, 0], np.arange(len(band)) / 100, band)[:, None]
            total = total + formant_gains(frequencies, [(base * (1 + number) * 2 ** (0.5 * now), 70, 0.6)])
        return total

    return glide_filter(white(rng, count), gains) * (1 + 0.6 * wander(rng, count, 1.5))


def _knots(rng: Generator, seconds: float) -> tuple[Signal, Signal]:
    places = np.arange(0, seconds * 100 + 50, 50.0)
    return places, rng.uniform(-1, 1, len(places))


def thunder(rng: Generator) -> Signal:
    """A crack that rolls away."""
    count = frames(3.0)
    rumble = low_pass(coloured(rng, count, 5.0), rng.uniform(120, 260))
    rolls = np.zeros(count)
    for start in np.sort(rng.uniform(0.1, 1.8, 6)):
        place(rolls, decay(count, rng.uniform(0.8, 2.0), 0.08), float(start), rng.uniform(0.3, 1.0))
    crack = band_pass(scatter(rng, count, 1500, 1.0), 200, 3500) * decay(count, rng.uniform(0.5, 1.0), 0.01)
    sound = unit(rumble * (rolls + 0.6 * decay(count, 2.5, 0.03))) + rng.uniform(0.15, 0.5) * unit(crack)
    return room(sound, rng, 2.0, 0.5, 900)


def surf(rng: Generator, seconds: float = 3.0) -> Signal:
    """A wave that builds, breaks and draws back over the sand."""
    count = frames(seconds)
    peak = rng.uniform(0.3, 0.5) * seconds
    height = line(count, (0, 0.15), (peak, 1.0), (peak + 0.5, 0.75), (seconds, 0.2)) * (
        1 + 0.15 * wander(rng, count, 6)
    )
    deep = low_pass(coloured(rng, count, 4), 500) * height
    foam = band_pass(white(rng, count), 600, 7000) * height**2.5
    return unit(deep) * 0.8 + unit(foam) * rng.uniform(0.5, 0.9)


def _bubbles(rng: Generator, count: int, per_second: float, low: float, high: float, rise: float = 0.25) -> Signal:
    """Bubbles that ring as they close: short sines of rising pitch (after Minnaert: the smaller the higher)."""
    sound = np.zeros(count)
    for start in np.cumsum(rng.exponential(1 / per_second, int(per_second * count / RATE) + 1)):
        hertz = float(np.exp(rng.uniform(np.log(low), np.log(high))))
        length = frames(min(14 / hertz, 0.09) + 0.004)
        time = seconds_of(length)
        glide = hertz * (1 + rise * time / time[-1])
        grain = np.sin(2 * np.pi * phase_of(glide, length)) * decay(length, 1.2 * length / RATE, 0.001)
        place(sound, grain, float(start), float(np.exp(0.7 * rng.standard_normal())) * (low / hertz) ** 0.3)
    return sound


def stream(rng: Generator, seconds: float = 2.6) -> Signal:
    """A brook: many small bubbles over running water."""
    count = frames(seconds)
    water = band_pass(white(rng, count), 500, 5000) * (1 + 0.3 * wander(rng, count, 8))
    return unit(_bubbles(rng, count, rng.uniform(140, 240), 450, 2800)) + rng.uniform(0.12, 0.25) * unit(water)


def waterfall(rng: Generator) -> Signal:
    """Broad, heavy, even noise of falling water."""
    count = frames(2.4)
    fall = low_pass(coloured(rng, count, 2.2), rng.uniform(4000, 8000), 1) * (1 + 0.1 * wander(rng, count, 12))
    splash = cloud(scatter(rng, count, 1500, 0.8), [burst(rng, 0.01)], rng)
    return unit(fall) + 0.3 * unit(band_pass(splash, 400, 6000))


def drip(rng: Generator) -> Signal:
    """Single drops into still water, in a room."""
    count = frames(2.2)
    sound = np.zeros(count)
    base = rng.uniform(700, 1300)
    for start in np.arange(rng.uniform(0.05, 0.2), 2.0, rng.uniform(0.4, 0.75)):
        length = frames(0.12)
        time = seconds_of(length)
        hertz = base * rng.uniform(0.85, 1.2) * (1 + 0.8 * np.maximum(time - 0.01, 0) / 0.1)
        grain = np.sin(2 * np.pi * phase_of(hertz, length)) * decay(length, rng.uniform(0.06, 0.11))
        place(sound, grain, float(start) + 0.012, rng.uniform(0.6, 1))
        place(sound, unit(high_pass(burst(rng, 0.008), 2000)), float(start), 0.15)
    return room(sound, rng, rng.uniform(0.6, 1.4), 0.3, 6000)


def bubbling(rng: Generator) -> Signal:
    """Big bubbles, as in a boiling pot or a glass blown through a straw."""
    count = frames(2.2)
    return unit(_bubbles(rng, count, rng.uniform(16, 32), 160, 650, 0.6)) + 0.05 * unit(
        low_pass(white(rng, count), 1500)
    )


def pouring(rng: Generator) -> Signal:
    """Water poured into a vessel whose note rises as it fills."""
    count = frames(2.6)
    top, bottom = rng.uniform(1100, 1700), rng.uniform(350, 550)

    def gains(frequencies: Signal, seconds: Signal) -> Signal:
        note = bottom * (top / bottom) ** np.clip(seconds / 2.6, 0, 1)
        return formant_gains(frequencies, [(note, 120, 1.0), (note * 2.9, 300, 0.5), (4500, 5000, 0.15)])

    bubbles = _bubbles(rng, count, 130, 500, 2500)
    poured = glide_filter(unit(bubbles) + 0.25 * white(rng, count), gains)
    return poured * swell(count, 0.15, 0.3)


def splash(rng: Generator) -> Signal:
    """Something falls into water."""
    count = frames(1.8)
    hit = band_pass(white(rng, count), 300, 6000) * decay(count, rng.uniform(0.5, 0.9), 0.015)
    spray = cloud(scatter(rng, count, 600 * decay(count, 1.2, 0.05), 0.8), [burst(rng, 0.006)], rng)
    bubbles = _bubbles(rng, count, 70, 250, 1200) * decay(count, 1.4, 0.1)
    return unit(hit) + 0.5 * unit(high_pass(spray, 1500)) + 0.5 * unit(bubbles)


def fire(rng: Generator, seconds: float = 2.6) -> Signal:
    """Crackle of all sizes over a soft roar."""
    count = frames(seconds)
    sparks = cloud(scatter(rng, count, rng.uniform(25, 60), 1.2), [burst(rng, s) for s in (0.002, 0.005, 0.012)], rng)
    roar = low_pass(coloured(rng, count, 4), 350) * (1 + 0.4 * wander(rng, count, 5))
    return unit(high_pass(sparks, 900)) + rng.uniform(0.12, 0.25) * unit(roar)


def frying(rng: Generator) -> Signal:
    """Fat in a pan: dense, bright sizzling."""
    count = frames(2.4)
    fizz = cloud(scatter(rng, count, rng.uniform(900, 1800), 1.1), [burst(rng, s) for s in (0.001, 0.002, 0.004)], rng)
    hiss = high_pass(white(rng, count), 3000) * (1 + 0.2 * wander(rng, count, 10))
    return unit(high_pass(fizz, 2200)) + rng.uniform(0.12, 0.3) * unit(hiss)


def steam(rng: Generator) -> Signal:
    """Gas let out under pressure."""
    count = frames(1.8)
    return band_pass(white(rng, count), rng.uniform(2000, 3500), 14000) * swell(count, 0.05, rng.uniform(0.3, 0.9))


def leaves(rng: Generator) -> Signal:
    """Dry leaves moved by the wind."""
    count = frames(2.4)
    gust = np.clip(0.55 + 0.6 * wander(rng, count, 2.2), 0.08, None)
    rustle = cloud(scatter(rng, count, 1800 * gust, 0.9), [burst(rng, s) for s in (0.003, 0.009)], rng)
    return high_pass(rustle, rng.uniform(1800, 2800)) * gust


KINDS: tuple[Kind, ...] = (
    kind("rain", "water, weather", rain, 6),
    kind("rain on a surface", "rain, water, weather", rain_on_surface, 4),
    kind("wind", "weather", wind, 6),
    kind("howling wind", "wind, weather", howling_wind, 4),
    kind("thunder", "weather, storm", thunder, 5),
    kind("ocean waves", "water, waves, surf, sea", surf, 5),
    kind("stream", "water, running water", stream, 5),
    kind("waterfall", "water, running water", waterfall, 4),
    kind("water drops", "water, dripping", drip, 5),
    kind("bubbling", "water, liquid", bubbling, 4),
    kind("pouring water", "water, liquid", pouring, 4),
    kind("splash", "water", splash, 4),
    kind("fire", "crackling, crackling fire", fire, 5),
    kind("frying", "sizzling, kitchen", frying, 4),
    kind("steam", "hiss, air", steam, 4),
    kind("rustling leaves", "leaves, rustling", leaves, 4),
)
