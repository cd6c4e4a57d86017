"""Music whose tempo, key and pitch are known because it was written here: beats, chords in every key, single notes.

Drawn from a seed: patterns and progressions as they are common in sample packs, with swing, rests and other hands.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from numpy.random import Generator

NAMES: Final = ("C", "C#", "D", "D#", "E", "F", "F#", "G", "G#", "A", "A#", "B")
DRUMS: Final = -1
"""In place of a program of General MIDI; the notes are those of its drum kit."""
KICK, STICK, SNARE, CLAP, CLOSED_HAT, OPEN_HAT, LOW_TOM, HIGH_TOM, COWBELL, SHAKER, CONGA = (
    36, 37, 38, 39, 42, 46, 45, 50, 56, 70, 63,
)  # fmt: skip
BAR: Final = 4
"""Beats."""

BEATS: Final = {
    "four on the floor": {
        KICK: "x...x...x...x...", CLAP: "....x.......x...", OPEN_HAT: "..x...x...x...x.", SHAKER: "xxxxxxxxxxxxxxxx"
    },
    "techno": {KICK: "x...x...x...x...", CLOSED_HAT: "..x...x...x...x.", STICK: "...x.......x..x."},
    "rock": {KICK: "x.......x.x.....", SNARE: "....x.......x...", CLOSED_HAT: "x.x.x.x.x.x.x.x."},
    "funk": {KICK: "x.x...x...x..x..", SNARE: "....x..x.x..x...", CLOSED_HAT: "xxxxxxx.xxxxxxx."},
    "hip hop": {KICK: "x......x.xx.....", SNARE: "....x.......x...", CLOSED_HAT: "x.x.x.x.x.x.x.x."},
    "breakbeat": {KICK: "x.x.......xx....", SNARE: "....x..x.x..x..x", CLOSED_HAT: "x.x.x.x.x.x.x.x."},
    "drum and bass": {KICK: "x.........x.....", SNARE: "....x.......x...", CLOSED_HAT: "x.x.x.x.x.x.x.x."},
    "bossa": {KICK: "x..xx..xx..xx..x", STICK: "x..x..x...x..x..", CLOSED_HAT: "x.x.x.x.x.x.x.x."},
    "latin": {COWBELL: "x...x.x.x.x.x.x.", CONGA: "..x...xx..x...xx", KICK: "...x..x....x..x."},
    "half time": {KICK: "x.....x.........", SNARE: "........x.......", CLOSED_HAT: "x.x.x.x.x.x.x.xx"},
    "hats": {CLOSED_HAT: "x.xxx.x.x.xxx.x.", OPEN_HAT: "......x.......x."},
    "tribal": {LOW_TOM: "x..x..x.x..x..x.", HIGH_TOM: "..x..x.x..x..x.x", KICK: "x...x...x...x..."},
}  # fmt: skip
"""Of each pattern: which drum is struck on which sixteenth of a bar."""

_USUAL: Final = {"drum and bass": (160, 180), "half time": (120, 160), "hip hop": (80, 110), "breakbeat": (100, 150)}
"""Beats a minute in which a pattern is played; a pattern played at half its tempo is another one's."""

_MAJOR: Final = (0, 2, 4, 5, 7, 9, 11)
_MINOR: Final = (0, 2, 3, 5, 7, 8, 10)
_PROGRESSIONS: Final = {
    True: ("1564", "1451", "1645", "2511", "1415", "1345", "1124"),
    False: ("1637", "1451", "1673", "1461", "1171", "1416", "1465"),
}
"""Degrees of the major and of the minor scale, one a bar."""


@dataclass(frozen=True, slots=True)
class Note:
    """One note of one instrument."""

    beat: float
    """Where it begins."""
    beats: float
    """How long it is held."""
    program: int
    """Of General MIDI, counted from 0; or DRUMS."""
    key: int
    """A MIDI note."""
    velocity: int


@dataclass(frozen=True, slots=True)
class Score:
    """What is played, and what is to be found in it."""

    tempo: float
    """Beats a minute."""
    beats: int
    notes: tuple[Note, ...]
    key: str | None = None
    pattern: str = ""

    @property
    def seconds(self) -> float:
        """Its length, without what rings on."""
        return 60 * self.beats / self.tempo


def beat(random: Generator, *, bars: int = 2, pattern: str | None = None, tempo: float | None = None) -> Score:
    """Drums alone."""
    name = pattern or str(random.choice(list(BEATS)))
    low, high = _USUAL.get(name, (80, 160))
    speed = float(random.uniform(low, high)) if tempo is None else tempo
    swing = float(random.choice([0.0, 0.0, 0.0, random.uniform(0.1, 0.33)]))
    return Score(speed, BAR * bars, tuple(_hits(random, name, bars, swing)), pattern=name)


def _hits(random: Generator, name: str, bars: int, swing: float) -> Iterator[Note]:
    for drum, line in BEATS[name].items():
        for bar in range(bars):
            for step, struck in enumerate(line):
                if struck == "x" and random.random() > 0.04:
                    late = swing / 4 if step % 2 else 0.0
                    loud = 105 if step % 4 == 0 else 85
                    yield Note(BAR * bar + step / 4 + late, 0.25, DRUMS, drum, int(loud + random.integers(-10, 10)))


def harmony(
    random: Generator, *, tonic: int, major: bool, bars: int = 4, degrees: str | None = None, style: str | None = None
) -> Score:
    """Chords with a bass below and sometimes a melody above, in one key (`tonic`: 0 is C)."""
    scale = _MAJOR if major else _MINOR
    steps = [int(degree) - 1 for degree in degrees or str(random.choice(_PROGRESSIONS[major]))]
    choice = int(random.choice([0, 4, 19, 24, 48, 50, 88, 5]))
    played = style or str(random.choice(["held", "pulsed", "broken"]))
    notes: list[Note] = []
    for bar in range(bars):
        chord = _chord(tonic, scale, steps[bar % len(steps)], major=major)
        notes += _chord_notes(chord, BAR * bar, choice, played)
        notes += [Note(BAR * bar + at, 1.8, 33, 36 + chord[0] % 12, 90) for at in (0, 2)]
    if random.random() < 0.5:
        notes += _melody(random, tonic, scale, bars)
    name = NAMES[tonic % 12] + ("" if major else "m")
    return Score(float(random.uniform(75, 145)), BAR * bars, tuple(notes), name, f"{played} {choice}")


def _chord(tonic: int, scale: tuple[int, ...], degree: int, *, major: bool) -> list[int]:
    tones = [tonic + scale[(degree + step) % 7] + 12 * ((degree + step) // 7) for step in (0, 2, 4)]
    if not major and degree == 4:
        tones[1] += 1  # the leading note of the harmonic minor
    return [48 + tone for tone in tones]


def _chord_notes(chord: list[int], start: float, program: int, style: str) -> Iterator[Note]:
    keys = [key + 12 if key < 55 else key for key in chord]
    if style == "held":
        yield from (Note(start, 3.9, program, key, 80) for key in keys)
    elif style == "pulsed":
        yield from (Note(start + at, 0.8, program, key, 80) for at in range(BAR) for key in keys)
    else:
        yield from (Note(start + step / 2, 0.9, program, keys[step % 3], 80) for step in range(2 * BAR))


def _melody(random: Generator, tonic: int, scale: tuple[int, ...], bars: int) -> Iterator[Note]:
    place = 0
    for step in range(2 * bars * BAR // 2):
        place = int(min(max(place + random.integers(-2, 3), -2), 7))
        if random.random() < 0.7:
            yield Note(step, 0.9, 73, 72 + tonic % 12 + scale[place % 7] + 12 * (place // 7), 85)


def together(drums: Score, chords: Score) -> Score:
    """Both at the tempo of the drums, as long as the longer of them; the drums repeat."""
    times = -(-chords.beats // drums.beats)
    hits = [replace(note, beat=note.beat + drums.beats * n) for n in range(times) for note in drums.notes]
    kept = tuple(note for note in hits if note.beat < chords.beats)
    return Score(drums.tempo, chords.beats, kept + chords.notes, chords.key, f"{drums.pattern}, {chords.pattern}")


def single(program: int, key: int, *, seconds: float = 1.0, velocity: int = 90) -> Score:
    """One note; with DRUMS one hit."""
    return Score(60.0, max(1, round(seconds)), (Note(0.0, seconds, program, key, velocity),))


def hertz(key: float) -> float:
    """Of a MIDI note."""
    return float(440 * 2 ** ((key - 69) / 12))
