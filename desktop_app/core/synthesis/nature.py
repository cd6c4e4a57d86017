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
    tilt,
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
    drops = cloud(scatter(rng, count, rng.uniform(500, 1500), 0.8), (0.002, 0.004, 0.008), rng)
    far = tilt(band_pass(white(rng, count), 500, 11000), -1.5)
    return unit(high_pass(drops, 1000)) + rng.uniform(0.2, 0.35) * unit(far)


def rain_on_surface(rng: Generator, seconds: float = 2.6) -> Signal:
    """Single drops heard on a window or a roof, with the body of what they hit."""
    count = frames(seconds)
    body = rng.uniform(300, 700)
    drops = cloud(scatter(rng, count, rng.uniform(150, 350), 0.7), (0.006, 0.012), rng)
    hits = resonate(drops, [(body, 200, 0.6), (body * 2.7, 600, 0.7), (5000, 5000, 0.8)], direct=0.2)
    return unit(hits) + rng.uniform(0.5, 0.8) * unit(rain(rng, seconds))


def wind(rng: Generator, seconds: float = 2.8) -> Signal:
    """Noise whose band rises and falls with the gusts."""
    count = frames(seconds)
    gust = wander(rng, count, 1.7)
    centre = rng.uniform(650, 800) * 2 ** (0.74 * gust[:: RATE // 100])

    def gains(frequencies: Signal, seconds: Signal) -> Signal:
        now = np.interp(seconds[:, 0], np.arange(len(centre)) / 100, centre)[:, None]
        return np.asarray(1 / (1 + (frequencies / now) ** 2) + formant_gains(frequencies, [(now, now * 0.82, 1.0)]))

    return glide_filter(white(rng, count), gains) * (1 + 0.15 * gust) * swell(count, 0.4, 0.4)


def howling_wind(rng: Generator, seconds: float = 2.8) -> Signal:
    """Wind whistling through a gap: bands that glide."""
    count = frames(seconds)
    bands = [np.interp(np.arange(int(seconds * 100)), *_knots(rng, seconds)) for _ in range(2)]
    base = rng.uniform(380, 620)

    def gains(frequencies: Signal, seconds: Signal) -> Signal:
        total: Signal = 0.25 / (1 + (frequencies / 500) ** 2)
        for number, band in enumerate(bands):
            now = np.interp(seconds[:, 0], np.arange(len(band)) / 100, band)[:, None]
            total = total + formant_gains(frequencies, [(base * (1 + 0.8 * number) * 2 ** (0.35 * now), 160, 0.8)])
        return total

    noise = high_pass(coloured(rng, count, 1.0), 150)
    return glide_filter(noise, gains) * (1 + 0.5 * wander(rng, count, 1.2)) * swell(count, 0.3, 0.4)


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
    water = band_pass(coloured(rng, count, 2), 400, 7000) * (1 + 0.4 * wander(rng, count, 14))
    return unit(_bubbles(rng, count, rng.uniform(200, 350), 600, 3500)) + rng.uniform(0.35, 0.6) * unit(water)


def waterfall(rng: Generator) -> Signal:
    """Broad, heavy, even noise of falling water."""
    count = frames(2.4)
    fall = low_pass(coloured(rng, count, 2.2), rng.uniform(4000, 8000), 1) * (1 + 0.1 * wander(rng, count, 12))
    splash = cloud(scatter(rng, count, 1500, 0.8), (0.01,), rng)
    return unit(fall) + 0.3 * unit(band_pass(splash, 400, 6000))


def drip(rng: Generator) -> Signal:
    """Single drops into still water, in a room: a small splash, then the bubble it leaves, whose note rises."""
    sound = np.zeros(frames(2.2))
    base = rng.uniform(450, 560)
    for start in np.arange(0.05, 2.0, rng.uniform(0.3, 0.6)):
        count = frames(0.15)
        rise = 1 + 2.06 * np.maximum(seconds_of(count) - 0.005, 0) / 0.1
        bubble = np.sin(2 * np.pi * phase_of(base * rng.uniform(0.8, 1.25) * rise, count)) * decay(count, 0.105, 0.0097)
        place(sound, bubble, float(start) + 0.012, rng.uniform(0.6, 1))
        place(sound, unit(band_pass(burst(rng, 0.0072), 305, 9000)), float(start), 0.07)
    trickle = unit(band_pass(white(rng, len(sound)), 300, 5000))
    return room(sound, rng, 0.66, 0.25, 8000) + 0.073 * trickle


def bubbling(rng: Generator) -> Signal:
    """Big bubbles, as in a boiling pot or a glass blown through a straw."""
    count = frames(2.2)
    return unit(_bubbles(rng, count, rng.uniform(30, 55), 220, 1400, 0.6)) + 0.05 * unit(
        low_pass(white(rng, count), 1500)
    )


def pouring(rng: Generator) -> Signal:
    """Water poured into a vessel whose note rises as it fills."""
    count = frames(2.6)
    top, bottom = rng.uniform(1100, 1700), rng.uniform(350, 550)

    def gains(frequencies: Signal, seconds: Signal) -> Signal:
        note = bottom * (top / bottom) ** np.clip(seconds / 2.6, 0, 1)
        return formant_gains(frequencies, [(note, 250, 0.5), (note * 2.9, 500, 0.4), (4000, 7000, 0.5)])

    bubbles = _bubbles(rng, count, 220, 500, 3000)
    poured = glide_filter(unit(bubbles) + 0.15 * white(rng, count) * (1 + 0.6 * wander(rng, count, 25)), gains)
    return poured * swell(count, 0.15, 0.3)


def splash(rng: Generator) -> Signal:
    """Something falls into water."""
    count = frames(1.8)
    hit = band_pass(white(rng, count), 300, 6000) * decay(count, rng.uniform(0.5, 0.9), 0.015)
    spray = cloud(scatter(rng, count, 600 * decay(count, 1.2, 0.05), 0.8), (0.006,), rng)
    bubbles = _bubbles(rng, count, 120, 400, 2200) * decay(count, 1.4, 0.1)
    return unit(hit) + 0.7 * unit(high_pass(spray, 1500)) + 0.4 * unit(bubbles)


def fire(rng: Generator, seconds: float = 2.6) -> Signal:
    """Crackle of all sizes over a soft roar."""
    count = frames(seconds)
    sparks = cloud(scatter(rng, count, rng.uniform(25, 60), 1.2), (0.002, 0.005, 0.012), rng)
    roar = low_pass(coloured(rng, count, 4), 350) * (1 + 0.4 * wander(rng, count, 5))
    return unit(high_pass(sparks, 900)) + rng.uniform(0.12, 0.25) * unit(roar)


def frying(rng: Generator) -> Signal:
    """Fat in a pan: dense, bright sizzling."""
    count = frames(2.4)
    fizz = cloud(scatter(rng, count, rng.uniform(900, 1800), 1.1), (0.001, 0.002, 0.004), rng)
    hiss = high_pass(white(rng, count), 3000) * (1 + 0.2 * wander(rng, count, 10))
    return unit(high_pass(fizz, 2200)) + rng.uniform(0.12, 0.3) * unit(hiss)


def steam(rng: Generator) -> Signal:
    """Gas let out under pressure."""
    count = frames(1.8)
    return band_pass(white(rng, count), rng.uniform(2000, 3500), 14000) * swell(count, 0.05, rng.uniform(0.3, 0.9))


def leaves(rng: Generator) -> Signal:
    """Dry leaves moved by the wind."""
    count = frames(2.4)
    gust = np.clip(0.3 + wander(rng, count, 1.2), 0.05, None)
    rustle = cloud(scatter(rng, count, 3450 * gust, 0.56), (0.027, 0.11), rng) + 0.05 * unit(white(rng, count))
    return tilt(band_pass(rustle, rng.uniform(900, 1050), 11600), 1.2) * gust


KINDS: tuple[Kind, ...] = (
    kind("rain", "water, weather", rain),
    kind("rain on a surface", "rain, water, weather", rain_on_surface),
    kind("wind", "weather", wind),
    kind("howling wind", "wind, weather", howling_wind),
    kind("thunder", "weather, storm", thunder),
    kind("ocean waves", "water, waves, surf, sea", surf),
    kind("stream", "water, running water", stream),
    kind("waterfall", "water, running water", waterfall),
    kind("water drops", "water, dripping", drip),
    kind("bubbling", "water, liquid", bubbling),
    kind("pouring water", "water, liquid", pouring),
    kind("splash", "water", splash),
    kind("fire", "crackling, crackling fire", fire),
    kind("frying", "sizzling, kitchen", frying),
    kind("steam", "hiss, air", steam),
    kind("rustling leaves", "leaves, rustling", leaves),
)
