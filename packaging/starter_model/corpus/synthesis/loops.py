"""Loops: drum machines, basses and arpeggios in time, alone and together."""

from collections.abc import Sequence

import numpy as np
from numpy.random import Generator

from corpus.synthesis.drums import (
    clap,
    clave,
    closed_hat,
    conga,
    cowbell,
    deep_kick,
    distorted_kick,
    open_hat,
    punchy_kick,
    rimshot,
    shaker,
    snare,
    tom,
)
from corpus.synthesis.primitives import (
    RATE,
    Signal,
    at_peak,
    band,
    decay,
    echoed,
    held,
    pitch,
    placed,
    pulse,
    reverberant,
    saw,
    times,
)
from corpus.synthesis.recipe import Maker, Recipe, Sound, recipes
from corpus.synthesis.synths import acid_note, stacked, swept

_LONGEST = 6.0


def _tempo(rng: Generator, low: float, high: float) -> float:
    return float(round(rng.uniform(low, high)))


def _line(
    rng: Generator, maker: Maker, pattern: str, tempo: float, level: float, *, bars: int = 2, swing: float = 0.0
) -> list[tuple[float, Signal]]:
    """One drum on the `x` and softly on the `o` of a pattern of sixteenths; `swing` delays every other sixteenth."""
    sound, sixteenth = at_peak(maker(rng)[0]), 15 / tempo
    pieces = []
    for number, sign in enumerate(pattern * bars):
        if sign in "xo":
            loudness = level * (1 if sign == "x" else 0.45) * rng.uniform(0.85, 1)
            pieces.append(((number + (swing if number % 2 else 0)) * sixteenth, sound * loudness))
    return pieces


def _loop(lines: Sequence[list[tuple[float, Signal]]], tempo: float) -> Signal:
    """Two bars of four beats, at most six seconds."""
    return placed([piece for line in lines for piece in line], min(2 * 240 / tempo, _LONGEST))


def _speed(tempo: float) -> str:
    return "slow drum loop" if tempo < 95 else "fast drum loop" if tempo > 145 else "drum machine loop"


def house_beat(rng: Generator) -> Sound:
    """Four on the floor with hats between."""
    tempo = _tempo(rng, 116, 132)
    lines = [
        _line(rng, punchy_kick, "x...x...x...x...", tempo, 1),
        _line(rng, clap, "....x.......x...", tempo, 0.6),
        _line(rng, open_hat, "..x...x...x...x.", tempo, 0.35),
        _line(rng, closed_hat, str(rng.choice(["xoxoxoxoxoxoxoxo", "x.oox.oox.oox.oo"])), tempo, 0.25),
    ]
    return _loop(lines, tempo), "house beat|drum loop|four on the floor|house drum loop|dance beat"


def techno_beat(rng: Generator) -> Sound:
    """A hard kick on each beat, a hat between, little else."""
    tempo = _tempo(rng, 128, 145)
    lines = [
        _line(rng, distorted_kick, "x...x...x...x...", tempo, 1),
        _line(rng, closed_hat, "..x...x...x...x.", tempo, 0.4),
        _line(rng, rimshot, str(rng.choice(["...o..x....o....", "......x..x......"])), tempo, 0.35),
    ]
    return _loop(lines, tempo), "techno beat|drum loop|techno loop|four on the floor|techno drum loop"


def hip_hop_beat(rng: Generator) -> Sound:
    """Slow, swung, snare on two and four."""
    tempo = _tempo(rng, 80, 98)
    kick = str(rng.choice(["x......x..x.....", "x..x......xx....", "x.x....x.x......"]))
    lines = [
        _line(rng, deep_kick, kick, tempo, 1, swing=0.25),
        _line(rng, snare, "....x.......x...", tempo, 0.8, swing=0.25),
        _line(rng, closed_hat, "x.x.x.x.x.x.x.xo", tempo, 0.35, swing=0.25),
    ]
    return _loop(lines, tempo), f"hip hop beat|drum loop|{_speed(tempo)}|boom bap|hip hop drums"


def trap_beat(rng: Generator) -> Sound:
    """Half time, booming kick, rolling hats."""
    tempo = _tempo(rng, 130, 150)
    roll = _line(rng, closed_hat, "x.x.x.xxx.x.xxxx", tempo, 0.4)
    lines = [
        _line(rng, deep_kick, "x.....x...x.....", tempo, 1),
        _line(rng, clap, "........x.......", tempo, 0.8),
        roll,
        [(start + 7.5 / tempo, sound * 0.7) for start, sound in roll[-3:]],
    ]
    return _loop(lines, tempo), "trap beat|drum loop|trap drum loop|808 beat|hi-hat rolls"


def breakbeat(rng: Generator) -> Sound:
    """Broken rhythm at the speed of drum and bass."""
    tempo = _tempo(rng, 160, 178)
    lines = [
        _line(rng, punchy_kick, "x.........x.....", tempo, 1),
        _line(rng, snare, str(rng.choice(["....x..o.o..x...", "....x.......x..o"])), tempo, 0.9),
        _line(rng, closed_hat, "x.x.x.x.x.x.x.x.", tempo, 0.35),
    ]
    return _loop(lines, tempo), "breakbeat|drum loop|drum and bass beat|fast drum loop|jungle beat"


def rock_beat(rng: Generator) -> Sound:
    """Eighths on the hat, snare on two and four, cymbal on one."""
    tempo = _tempo(rng, 95, 140)
    lines = [
        _line(rng, punchy_kick, str(rng.choice(["x.......x.x.....", "x..x....x......."])), tempo, 1),
        _line(rng, snare, "....x.......x...", tempo, 0.9),
        _line(rng, closed_hat, "x.o.x.o.x.o.x.o.", tempo, 0.4),
    ]
    captions = "drum loop|drum beat|drum machine beat|electronic drum loop|backbeat"
    return _loop(lines, tempo), captions


def hat_loop(rng: Generator) -> Sound:
    """Hats alone."""
    tempo = _tempo(rng, 90, 150)
    pattern = str(rng.choice(["x.o.x.o.x.o.x.o.", "xoxoxoxoxoxoxoxo", "x.xxx.xxx.xxx.xx"]))
    lines = [_line(rng, closed_hat, pattern, tempo, 1)]
    if rng.random() < 0.5:
        lines.append(_line(rng, open_hat, "..............x.", tempo, 0.8))
    return _loop(lines, tempo), "hi-hat loop|hi-hats|hat loop|drum loop|hi-hat pattern"


def kick_loop(rng: Generator) -> Sound:
    """A kick on every beat, alone."""
    tempo = _tempo(rng, 90, 150)
    maker = (punchy_kick, deep_kick, distorted_kick)[int(rng.integers(3))]
    out = _loop([_line(rng, maker, "x...x...x...x...", tempo, 1)], tempo)
    return out, "kick loop|kick drum loop|kick pattern|pounding kick"


def percussion_loop(rng: Generator) -> Sound:
    """Congas, a bell and a shaker."""
    tempo = _tempo(rng, 90, 125)
    lines = [
        _line(rng, conga, str(rng.choice(["..x...xx..x...xx", "x..xx...x..x..xx"])), tempo, 1),
        _line(rng, conga, "....x.......x.x.", tempo, 0.8),
        _line(rng, shaker, "xoxoxoxoxoxoxoxo", tempo, 0.4),
        _line(rng, cowbell if rng.random() < 0.5 else clave, "x..x..x...x.x...", tempo, 0.4),
    ]
    return _loop(lines, tempo), "percussion loop|latin percussion|conga loop|percussion|latin rhythm"


def tom_fill(rng: Generator) -> Sound:
    """Down the toms in one bar."""
    tempo = _tempo(rng, 100, 150)
    toms = sorted((at_peak(tom(rng)[0]) for _ in range(4)), key=lambda drum: -float(np.abs(np.diff(drum)).mean()))
    sixteenth = 15 / tempo
    pieces = [(number * sixteenth, toms[number // 4] * rng.uniform(0.6, 1)) for number in range(16)]
    return placed(pieces, 16 * sixteenth + 0.4), "drum fill|tom fill|tom roll|electronic drum fill|toms"


def snare_roll(rng: Generator) -> Sound:
    """A snare that gets faster and louder before the drop."""
    tempo = _tempo(rng, 120, 140)
    drum, pieces, beats = at_peak(snare(rng)[0]), [], 0.0
    while beats < 8:
        pieces.append((beats * 60 / tempo, drum * (0.3 + 0.7 * beats / 8)))
        beats += 1 if beats < 2 else 0.5 if beats < 4 else 0.25 if beats < 6 else 0.125
    return placed(pieces, 8 * 60 / tempo), "snare roll|snare build up|build up|edm snare roll|accelerating snare"


def _minor(rng: Generator, root: int, count: int) -> list[int]:
    return [root + int(step) for step in rng.choice([0, 0, 3, 5, 7, 10, 12], count)]


def acid_loop(rng: Generator) -> Sound:
    """Sixteenths of the bass line machine."""
    tempo, root = _tempo(rng, 118, 138), int(rng.integers(34, 46))
    notes, accents, rests = _minor(rng, root, 16), rng.random(16) < 0.35, rng.random(16) < 0.2
    step = 15 / tempo
    pieces = [
        (number * step, acid_note(notes[number % 16], step * 0.9, accent=bool(accents[number % 16])))
        for number in range(32)
        if not rests[number % 16]
    ]
    return placed(pieces, 32 * step), "acid loop|303 loop|acid bass line|acid synth|bass loop"


def bass_loop(rng: Generator) -> Sound:
    """A bass line in eighths."""
    tempo, root = _tempo(rng, 90, 135), int(rng.integers(28, 40))
    step, pattern = 30 / tempo, _minor(rng, root, 8)
    pieces = []
    for number in range(16):
        if number % 8 != 0 and rng.random() < 0.2:
            continue
        t, low = times(step * rng.uniform(0.6, 0.95)), float(pattern[number % 8])
        wave = stacked(rng, (low,), len(t), 2, 0.06)
        pieces.append((number * step, swept(wave, pitch(low) * (2 + 8 * np.exp(-t / 0.1)), 1.2) * held(t, 0.004, 0.02)))
    return placed(pieces, min(16 * step, _LONGEST)), "bass loop|bass line|synth bass loop|synth bass line|bass groove"


def arpeggio(rng: Generator) -> Sound:
    """Broken chords in sixteenths."""
    tempo, root = _tempo(rng, 100, 140), int(rng.integers(54, 66))
    minor = rng.random() < 0.5
    order = [0, 3 if minor else 4, 7, 12, 15 if minor else 16, 12, 7, 3 if minor else 4]
    step, square = 15 / tempo, rng.random() < 0.5
    t, pieces = times(15 / tempo), []
    for number in range(32):
        frequency = pitch(root + order[number % 8] + (0, -4 if minor else 5)[number // 16])
        wave = pulse(frequency, len(t), 0.4) if square else saw(frequency, len(t))
        pieces.append((number * step, band(wave, None, 5000.0) * decay(t, step * 0.7, 0.002)))
    out = placed(pieces, min(32 * step, _LONGEST))
    out = echoed(out, step * 3, 0.3, 2) if rng.random() < 0.5 else out
    return out, f"arpeggio|synth arpeggio|arp|arpeggio loop|{'minor' if minor else 'major'} arpeggio"


def chord_loop(rng: Generator) -> Sound:
    """Four pads in a row."""
    seconds, root = rng.uniform(1.1, 1.5), int(rng.integers(48, 58))
    walks = (((0, 4, 7), (-3, 0, 4), (5, 9, 12), (7, 11, 14)), ((0, 3, 7), (-4, 0, 3), (3, 7, 10), (-2, 2, 5)))
    pieces = []
    for number, chord in enumerate(walks[int(rng.integers(2))]):
        t = times(seconds)
        wave = stacked(rng, tuple(float(root + step) for step in chord), len(t), 3, 0.12)
        pieces.append((number * seconds, band(wave, 100.0, 2500.0) * held(t, 0.05, 0.1)))
    out = reverberant(at_peak(placed(pieces, 4 * seconds)), rng, 2, 0.2, tail=False)
    return out, "chord progression|synth chords|chord loop|synth loop|synth chord progression"


def dance_track(rng: Generator) -> Sound:
    """A beat with bass and chords: a small piece of dance music."""
    tempo, root = _tempo(rng, 118, 130), int(rng.integers(36, 44))
    beat, step = (
        _loop(
            [
                _line(rng, punchy_kick, "x...x...x...x...", tempo, 1),
                _line(rng, clap, "....x.......x...", tempo, 0.5),
                _line(rng, closed_hat, "..x...x...x...x.", tempo, 0.35),
            ],
            tempo,
        ),
        30 / tempo,
    )
    t, stab = times(step * 0.9), times(step * 1.5)
    bass = saw(pitch(root), len(t)) * held(t, 0.004, 0.02)
    chord = stacked(rng, tuple(float(root + 24 + part) for part in (0, 3, 7)), len(stab), 3, 0.12) * decay(stab, 0.2)
    line = placed([(number * step, band(bass, None, 900.0)) for number in range(1, 16, 2)], len(beat) / RATE)
    stabs = placed([(number * step * 3, band(chord, 200.0, 4000.0)) for number in range(6)], len(beat) / RATE)
    count = min(len(beat), len(line), len(stabs))
    out = beat[:count] + 0.5 * line[:count] + 0.06 * stabs[:count]
    return out, "electronic music|dance music|electronic dance music|house music|synth music"


LOOPS: tuple[Recipe, ...] = recipes(
    house_beat,
    techno_beat,
    hip_hop_beat,
    trap_beat,
    breakbeat,
    rock_beat,
    hat_loop,
    kick_loop,
    percussion_loop,
    tom_fill,
    snare_roll,
    acid_loop,
    bass_loop,
    arpeggio,
    chord_loop,
    dance_track,
)
