"""Plain waves: steady tones, beeps, sweeps, hum and buzz."""

from numpy.random import Generator

from corpus.synthesis.primitives import (
    RATE,
    band,
    between,
    driven,
    glide,
    held,
    noise,
    pick,
    placed,
    pulse,
    saw,
    sine,
    times,
    triangle,
    wander,
)
from corpus.synthesis.recipe import Recipe, Sound, recipes, sized


def sine_tone(rng: Generator) -> Sound:
    """A steady sine."""
    frequency, t = between(rng, 70, 6000), times(rng.uniform(0.5, 4))
    captions = f"sine tone|sine wave|{sized(frequency, 180, 1800, 'tone')}|pure tone|test tone"
    return sine(frequency, len(t)) * held(t, 0.01, 0.03), captions


def square_tone(rng: Generator) -> Sound:
    """A steady square wave."""
    frequency, t = between(rng, 60, 2500), times(rng.uniform(0.4, 3))
    wave = pulse(frequency, len(t), rng.uniform(0.4, 0.5))
    return wave * held(t, 0.005, 0.02), f"square wave|square wave tone|{sized(frequency, 150, 1200, 'synth tone')}"


def saw_tone(rng: Generator) -> Sound:
    """A steady sawtooth."""
    frequency, t = between(rng, 50, 2000), times(rng.uniform(0.4, 3))
    captions = f"sawtooth wave|saw wave|{sized(frequency, 130, 1000, 'buzzing tone')}|raw synth tone"
    return saw(frequency, len(t)) * held(t, 0.005, 0.02), captions


def triangle_tone(rng: Generator) -> Sound:
    """A steady triangle wave."""
    frequency, t = between(rng, 80, 2500), times(rng.uniform(0.4, 3))
    captions = f"triangle wave|{sized(frequency, 180, 1200, 'synth tone')}|soft synth tone|electronic tone"
    return triangle(frequency, len(t)) * held(t, 0.01, 0.05), captions


def single_beep(rng: Generator) -> Sound:
    """One short beep."""
    frequency, t = between(rng, 300, 4000), times(rng.uniform(0.08, 0.5))
    make = (sine, pulse, triangle)[int(rng.integers(3))]
    length = "short beep" if len(t) < 0.2 * RATE else "beep tone"
    captions = f"beep|{sized(frequency, 600, 1800, 'beep')}|{length}|electronic beep"
    return make(frequency, len(t)) * held(t, 0.003, 0.01), captions


def repeated_beeps(rng: Generator) -> Sound:
    """Beeps in a row."""
    frequency, count = between(rng, 400, 3500), int(rng.integers(2, 7))
    on, gap = rng.uniform(0.05, 0.2), rng.uniform(0.05, 0.3)
    t = times(on)
    beep = (sine(frequency, len(t)) + 0.2 * pulse(frequency, len(t)) * rng.random()) * held(t, 0.003, 0.008)
    name = {2: "double beep", 3: "triple beep"}.get(count, "repeated beeps")
    captions = f"beeping|{name}|beeps|{sized(frequency, 700, 1800, 'beeps')}"
    return placed([(number * (on + gap), beep) for number in range(count)], count * (on + gap)), captions


def blip(rng: Generator) -> Sound:
    """A very short tone."""
    frequency, t = between(rng, 400, 5000), times(rng.uniform(0.03, 0.09))
    captions = f"blip|short blip|{sized(frequency, 700, 2200, 'blip')}|electronic blip"
    return sine(frequency * (1 + rng.uniform(-0.3, 0.3) * t / t[-1]), len(t)) * held(t, 0.002, 0.02), captions


def sweep_up(rng: Generator) -> Sound:
    """A sine that rises."""
    t = times(rng.uniform(0.6, 5))
    frequency = glide(between(rng, 30, 300), between(rng, 2000, 9000), len(t))
    length = "slow sweep up" if len(t) > 2.5 * RATE else "fast sweep up"
    return sine(frequency, len(t)) * held(t, 0.02, 0.03), f"sine sweep up|rising tone|{length}|sweep|upward sweep"


def sweep_down(rng: Generator) -> Sound:
    """A sine that falls."""
    t = times(rng.uniform(0.6, 5))
    frequency = glide(between(rng, 2000, 9000), between(rng, 30, 300), len(t))
    length = "slow sweep down" if len(t) > 2.5 * RATE else "fast sweep down"
    captions = f"sine sweep down|falling tone|{length}|sweep|downward sweep"
    return sine(frequency, len(t)) * held(t, 0.02, 0.03), captions


def filter_sweep(rng: Generator) -> Sound:
    """A bright tone that rises by an even slide, saw or square."""
    t = times(rng.uniform(0.5, 3))
    low, high = between(rng, 60, 200), between(rng, 600, 2500)
    rising = rng.random() < 0.5
    frequency = glide(low, high, len(t)) if rising else glide(high, low, len(t))
    wave = saw(frequency, len(t)) if rng.random() < 0.5 else pulse(frequency, len(t))
    way = "up" if rising else "down"
    captions = f"synth sweep {way}|pitch sweep {way}|{'rising' if rising else 'falling'} synth|synth sweep"
    return band(wave, None, 6000.0) * held(t, 0.01, 0.05), captions


def chirp(rng: Generator) -> Sound:
    """A very fast slide up or down."""
    t = times(rng.uniform(0.05, 0.25))
    low, high = between(rng, 500, 1500), between(rng, 2500, 6000)
    rising = rng.random() < 0.6
    frequency = glide(low, high, len(t)) if rising else glide(high, low, len(t))
    way = "rising chirp" if rising else "falling chirp"
    return sine(frequency, len(t)) * held(t, 0.005, 0.02), f"electronic chirp|chirp|{way}|short chirp"


def mains_hum(rng: Generator) -> Sound:
    """Hum of the mains, 50 or 60 Hz and its multiples."""
    mains, t = (50.0, 60.0)[int(rng.integers(2))], times(rng.uniform(2, 5))
    out = noise(rng, len(t), 1) * 0.02
    for number in range(1, 11):
        level = rng.uniform(0.3, 1) / number ** rng.uniform(0.7, 1.4) * (1.3 if number % 2 == 0 else 1)
        out += level * sine(mains * number, len(t), rng.random())
    captions = f"electric hum|mains hum|{mains:.0f} hz hum|{pick(rng, 'ground loop hum', 'power hum')}|low hum"
    return out * held(t, 0.05, 0.05), captions


def electric_buzz(rng: Generator) -> Sound:
    """A harsh buzz at twice the mains."""
    t = times(rng.uniform(0.8, 4))
    wave = driven(saw(rng.choice([100.0, 120.0]), len(t)), rng.uniform(1.5, 5))
    rough = 1 + 0.25 * wander(rng, len(t), rng.uniform(3, 12))
    out = band(wave * rough, rng.uniform(150, 500), rng.uniform(3000, 8000)) + 0.05 * noise(rng, len(t))
    return out * held(t, 0.02, 0.02), "electric buzz|buzzing|electrical buzz|buzz|electricity"


def buzzer(rng: Generator) -> Sound:
    """A game-show buzzer."""
    frequency, t = between(rng, 70, 240), times(rng.uniform(0.4, 1.5))
    wave = pulse(frequency, len(t), 0.4) + 0.7 * saw(frequency * rng.uniform(1.005, 1.06), len(t))
    return band(wave, 80.0, 5000.0) * held(t, 0.004, 0.02), "buzzer|wrong answer buzzer|harsh buzzer|low buzzer"


TONES: tuple[Recipe, ...] = recipes(
    sine_tone,
    square_tone,
    saw_tone,
    triangle_tone,
    single_beep,
    repeated_beeps,
    blip,
    sweep_up,
    sweep_down,
    filter_sweep,
    chirp,
    mains_hum,
    electric_buzz,
    buzzer,
)
