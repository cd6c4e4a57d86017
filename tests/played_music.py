"""Scores as sounds: played by FluidSynth on a font of General MIDI where both are at hand, else by sums of sines.

A loop is a score that is played twice, of which the second time is kept: what rings on at its end sounds at its start.
"""

import os
import shutil
import struct
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Final

import numpy as np
import soundfile
from numpy.typing import NDArray

from tests.scores import CLOSED_HAT, DRUMS, KICK, OPEN_HAT, SHAKER, Score, hertz

Samples = NDArray[np.float32]

RATE: Final = 44_100
"""Hz of everything here."""
PEAK: Final = 0.7
_TICKS: Final = 480
"""Of a second: each score has its own tempo."""
_TAIL: Final = 2.0
"""Seconds in which what was played last rings on."""
_FONTS: Final = ("FluidR3_GM.sf2", "TimGM6mb.sf2")
_FONT_FOLDERS: Final = (Path("/usr/share/sounds/sf2"), Path("/usr/share/soundfonts"))
_DRUM_CHANNEL: Final = 9


def font(names: Sequence[str] = _FONTS) -> Path | None:
    """A font of General MIDI on this computer, if FluidSynth is there to play it."""
    if shutil.which("fluidsynth") is None:
        return None
    places = (folder / name for name in names for folder in _FONT_FOLDERS)
    return next((place for place in places if place.exists()), None)


def loops(scores: Sequence[Score], played_on: Path | None) -> Iterator[Samples]:
    """Each score as a seamless loop, [n] mono."""
    twice = [_twice(score) for score in scores]
    for score, samples in zip(scores, _played(twice, played_on), strict=True):
        count = round(score.seconds * RATE)
        yield _level(samples[count : 2 * count])


def sounds(scores: Sequence[Score], played_on: Path | None) -> Iterator[Samples]:
    """Each score from its beginning until it has died away, [n] mono."""
    for samples in _played(scores, played_on):
        yield _level(_trimmed(samples))


def _twice(score: Score) -> Score:
    again = tuple(replace(note, beat=note.beat + score.beats) for note in score.notes)
    return Score(score.tempo, 2 * score.beats, score.notes + again, score.key, score.pattern)


def _played(scores: Sequence[Score], played_on: Path | None) -> Iterator[Samples]:
    if played_on is None:
        yield from (_summed(score) for score in scores)
        return
    with tempfile.TemporaryDirectory() as name:
        score_file, recording = Path(name) / "score.mid", Path(name) / "recording.wav"
        starts = _write_midi(scores, score_file)
        options = ["-f", os.devnull, "-R", "0", "-C", "0", "-o", "synth.dynamic-sample-loading=1"]
        to_file = ["-r", str(RATE), "-g", "0.4", "-T", "wav", "-O", "float", "-F", str(recording)]
        command = ["fluidsynth", "-n", "-i", "-q", *options, *to_file, str(played_on), str(score_file)]
        subprocess.run(command, check=True, capture_output=True)
        with soundfile.SoundFile(recording) as file:
            for score, start in zip(scores, starts, strict=True):
                file.seek(round(start * RATE))
                samples = file.read(round((score.seconds + _TAIL) * RATE), dtype="float32", always_2d=True)
                yield samples.mean(axis=1)


def _write_midi(scores: Sequence[Score], path: Path) -> list[float]:
    """Write all of them one after the other, a second being a quarter note; at which second each begins."""
    events: list[tuple[int, int, bytes]] = []
    starts = []
    now = 0.5
    for score in scores:
        starts.append(round(now * _TICKS) / _TICKS)
        programs = sorted({note.program for note in score.notes} - {DRUMS})
        channel_of = {program: number + (number >= _DRUM_CHANNEL) for number, program in enumerate(programs)}
        events += [(round((now - 0.1) * _TICKS), 1, bytes([0xC0 | c, p])) for p, c in channel_of.items()]
        channel_of[DRUMS] = _DRUM_CHANNEL
        beat = 60 / score.tempo
        for note in score.notes:
            channel = channel_of[note.program]
            on, off = now + note.beat * beat, now + (note.beat + note.beats) * beat
            events.append((round(on * _TICKS), 2, bytes([0x90 | channel, note.key, min(note.velocity, 127)])))
            events.append((round(off * _TICKS) - 1, 0, bytes([0x80 | channel, note.key, 0])))
        now += score.seconds + _TAIL
        events += [(round(now * _TICKS), 3, bytes([0xB0 | channel, 120, 0])) for channel in channel_of.values()]
        now += 0.5
    path.write_bytes(_midi_file([(tick, data) for tick, _, data in sorted(events)]))
    return starts


def _midi_file(events: Sequence[tuple[int, bytes]]) -> bytes:
    track = b"\x00\xff\x51\x03" + (1_000_000).to_bytes(3, "big")
    last = 0
    for tick, event in events:
        track += _variable_length(tick - last) + event
        last = tick
    track += _variable_length(_TICKS) + b"\xff\x2f\x00"
    return struct.pack(">4sIHHH", b"MThd", 6, 0, 1, _TICKS) + struct.pack(">4sI", b"MTrk", len(track)) + track


def _variable_length(number: int) -> bytes:
    groups = [number & 0x7F]
    while number := number >> 7:
        groups.append(0x80 | number & 0x7F)
    return bytes(reversed(groups))


def _summed(score: Score) -> Samples:
    """Notes as ten partials that die away, drums as noise and falling tones."""
    out = np.zeros(round((score.seconds + _TAIL) * RATE), dtype=np.float32)
    random = np.random.default_rng(0)
    for note in score.notes:
        seconds = note.beats * 60 / score.tempo
        made = _drum(note.key, random) if note.program == DRUMS else _tone(note.key, seconds)
        start = round(note.beat * 60 / score.tempo * RATE)
        piece = out[start : start + len(made)]
        piece += made[: len(piece)] * np.float32(note.velocity / 127)
    return out


@lru_cache(maxsize=64)
def _tone(key: int, seconds: float) -> Samples:
    time = np.arange(round((seconds + 0.2) * RATE)) / RATE
    total = np.zeros_like(time)
    for partial in range(1, 11):
        if partial * hertz(key) < RATE / 2.2:
            total += np.sin(2 * np.pi * partial * hertz(key) * time + partial) * np.exp(-0.7 * partial * time) / partial
    held = np.minimum(time / 0.005, 1) * np.clip((seconds + 0.2 - time) / 0.2, 0, 1)
    return (0.3 * total * held).astype(np.float32)


def _drum(key: int, random: np.random.Generator) -> Samples:
    time = np.arange(round(0.25 * RATE)) / RATE
    if key in (KICK,):
        falling = 50 * time + 150 / 30 * (1 - np.exp(-30 * time))
        return (np.sin(2 * np.pi * falling) * np.exp(-14 * time)).astype(np.float32)
    noise = random.standard_normal(len(time))
    if key in (CLOSED_HAT, OPEN_HAT, SHAKER):
        noise = np.diff(noise, prepend=0.0)
        return (0.3 * noise * np.exp(-(20 if key == OPEN_HAT else 60) * time)).astype(np.float32)
    body = np.sin(2 * np.pi * (120 + key) * time)
    return ((0.2 * noise + 0.5 * body) * np.exp(-20 * time)).astype(np.float32)


def _trimmed(samples: Samples) -> Samples:
    heard = np.flatnonzero(np.abs(samples) > 1e-3 * np.abs(samples).max(initial=0.0))
    return samples[heard[0] : heard[-1] + 1] if len(heard) else samples


def _level(samples: Samples) -> Samples:
    return samples * np.float32(PEAK / max(float(np.abs(samples).max(initial=0.0)), 1e-9))
