"""Notes, chords, phrases and drum patterns, played by FluidSynth on the fonts of named instruments.

A clip's name says what is played: `bank-program-notes-velocity-seconds`. Notes are MIDI numbers; "+" sounds them
together, "," one step after the other, "_" is a rest. `0-40-67-90-1.5` is a violin's G held for a second and a half,
`0-0-60+64+67-80-2` a piano chord, `128-0-36+42,42,38+42,42-100-0.25` half a bar of drums. Every step of a phrase lasts
the given seconds. Bank 128 holds the drum kits, with the kit as the program.

A source whose font is a folder (it ends with "/") holds Gravis patches instead: `Tone_000/040_Violin.pat` is program
40, `Drum_000/038_Snare_1.pat` the drum of note 38.

Reverb and chorus are off: rooms are added where the training wants them.
"""

import os
import re
import struct
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import numpy as np
import soundfile
from numpy.typing import NDArray

from corpus.archives import members
from corpus.clip import Clip, Source
from corpus.gravis_patches import Patch, play

SAMPLE_RATE = 44_100
PEAK = 0.7
"""Of every rendered clip: fonts differ in level by a factor of a hundred, libraries of single sounds do not."""

_NAME = re.compile(r"(\d+)-(\d+)-([\d+,_]+)-(\d+)-(\d+(?:\.\d+)?)")
_DRUM_BANK = 128
_DRUM_CHANNEL = 9
_TICKS = 480
"""Of the score, a second."""
_LEAD_SECONDS = 0.05
"""Between the choice of an instrument and its first note."""
_RELEASE_SECONDS = 1.5
_DRUM_RELEASE_SECONDS = 3.0
"""Cymbals ring on after their key is let go."""
_SILENCE = 1e-3
"""Of a clip's peak; what lies below at both ends is cut off."""
_BATCH = 60
"""Clips in one score: a few minutes, a hundred megabytes on disk."""


@dataclass(frozen=True, slots=True)
class Performance:
    """What a clip's name says."""

    bank: int
    program: int
    steps: tuple[tuple[int, ...], ...]
    """MIDI notes that sound together; empty for a rest."""
    velocity: int
    seconds: float
    """Each step's."""

    @property
    def channel(self) -> int:
        """The MIDI channel on which FluidSynth looks in this bank."""
        return _DRUM_CHANNEL if self.bank == _DRUM_BANK else 0

    @property
    def release_seconds(self) -> float:
        """For the sound to die away after the last key is let go."""
        return _DRUM_RELEASE_SECONDS if self.bank == _DRUM_BANK else _RELEASE_SECONDS

    @property
    def sounding_seconds(self) -> float:
        """From the first key pressed until the end."""
        return len(self.steps) * self.seconds + self.release_seconds


def performance(name: str) -> Performance:
    """What the clip of this name plays; raises ValueError if it is not such a name."""
    match = _NAME.fullmatch(name)
    if match is None:
        raise ValueError(f"{name!r} does not say bank, program, notes, velocity and seconds.")
    bank, program, notes, velocity, seconds = match.groups()
    steps = tuple(() if step == "_" else tuple(int(note) for note in step.split("+")) for step in notes.split(","))
    played = Performance(int(bank), int(program), steps, int(velocity), float(seconds))
    numbers = [played.program, played.velocity, *(note for step in steps for note in step)]
    if max(numbers) > 127 or played.bank > _DRUM_BANK or played.velocity == 0 or played.seconds == 0:
        raise ValueError(f"{name!r} asks for what MIDI does not have.")
    return played


def render(
    source: Source, package: Path, clips: Sequence[Clip], cache: Path
) -> Iterator[tuple[str, NDArray[np.float32], int]]:
    """Name, samples (frames x channels) and rate of each clip of a font in the given order, the loudest at `PEAK`.

    `package` holds the font at the path `source.font`. Raises ValueError for a name that cannot be played and for a
    package without the font, subprocess.CalledProcessError if FluidSynth fails. A silent clip comes out silent.
    """
    performances = [(clip.name, performance(clip.name)) for clip in clips]
    if source.font.endswith("/"):
        yield from _played_by_patches(performances, package, source.font)
        return
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as name:
        folder = Path(name)
        font = folder / PurePosixPath(source.font).name
        for _, content in members(package, lambda inner: inner == source.font):
            font.write_bytes(content)
        if not font.exists():
            raise ValueError(f"{package} does not hold {source.font}.")
        for first in range(0, len(performances), _BATCH):
            yield from _played(performances[first : first + _BATCH], font, folder)


def _played(
    performances: Sequence[tuple[str, Performance]], font: Path, folder: Path
) -> Iterator[tuple[str, NDArray[np.float32], int]]:
    score, recording = folder / "score.mid", folder / "recording.wav"
    starts = _write_score([played for _, played in performances], score)
    without_settings = ["-f", os.devnull]
    effects_off = ["-R", "0", "-C", "0"]
    # Only what is played: unpacking a whole compressed font takes twenty seconds.
    as_needed = ["-o", "synth.dynamic-sample-loading=1"]
    to_file = ["-r", str(SAMPLE_RATE), "-g", "0.5", "-T", "wav", "-O", "float", "-F", str(recording)]
    options = [*without_settings, *effects_off, *as_needed, *to_file]
    command = ["fluidsynth", "-n", "-i", "-q", *options, str(font), str(score)]
    subprocess.run(command, check=True, capture_output=True)
    with soundfile.SoundFile(recording) as file:
        for (name, played), start in zip(performances, starts, strict=True):
            file.seek(round(start * SAMPLE_RATE))
            samples = file.read(round(played.sounding_seconds * SAMPLE_RATE), dtype="float32", always_2d=True)
            yield name, _trimmed(samples), SAMPLE_RATE


def _played_by_patches(
    performances: Sequence[tuple[str, Performance]], package: Path, folder: str
) -> Iterator[tuple[str, NDArray[np.float32], int]]:
    tones: dict[int, Patch] = {}
    drums: dict[int, Patch] = {}
    for name, content in members(package, lambda inner: inner.startswith(folder) and inner.endswith(".pat")):
        kind, _, file = name.removeprefix(folder).partition("/")
        (drums if kind == "Drum_000" else tones)[int(file[:3])] = Patch.read(content)
    for name, played in performances:
        patches, key = (drums, None) if played.bank == _DRUM_BANK else (tones, played.program)
        samples = play(patches, key, played.steps, played.seconds, played.release_seconds, SAMPLE_RATE)
        yield name, _trimmed(samples[:, None]), SAMPLE_RATE


def _write_score(performances: Sequence[Performance], path: Path) -> list[float]:
    """Write a MIDI file that plays one after the other; at which second each one's first note begins."""
    events: list[tuple[int, bytes]] = []
    starts = []
    now = 0.0
    for played in performances:
        begin = now + _LEAD_SECONDS
        end = begin + played.sounding_seconds
        events += [(_tick(now), choice) for choice in _instrument(played)]
        events += _keys(played, begin)
        all_sound_off = bytes([0xB0 | played.channel, 120, 0])
        events.append((_tick(end), all_sound_off))
        starts.append(begin)
        now = end + _LEAD_SECONDS
    events.append((_tick(now + 1), b"\xff\x2f\x00"))
    path.write_bytes(_midi_file(events))
    return starts


def _instrument(played: Performance) -> Iterator[bytes]:
    if played.bank != _DRUM_BANK:
        yield bytes([0xB0, 0, played.bank])
    yield bytes([0xC0 | played.channel, played.program])


def _keys(played: Performance, begin: float) -> Iterator[tuple[int, bytes]]:
    for step, notes in enumerate(played.steps):
        pressed = begin + step * played.seconds
        for note in notes:
            yield _tick(pressed), bytes([0x90 | played.channel, note, played.velocity])
        for note in notes:
            # One tick early, so that a key pressed twice in a row is let go first.
            yield _tick(pressed + played.seconds) - 1, bytes([0x80 | played.channel, note, 0])


def _tick(seconds: float) -> int:
    return round(seconds * _TICKS)


def _midi_file(events: Sequence[tuple[int, bytes]]) -> bytes:
    """A Standard MIDI File of one track in which a quarter note lasts a second."""
    track = b"\x00\xff\x51\x03" + (1_000_000).to_bytes(3, "big")
    last = 0
    for tick, event in sorted(events, key=lambda event: event[0]):
        track += _variable_length(tick - last) + event
        last = tick
    header = struct.pack(">4sIHHH", b"MThd", 6, 0, 1, _TICKS)
    return header + struct.pack(">4sI", b"MTrk", len(track)) + track


def _variable_length(number: int) -> bytes:
    groups = [number & 0x7F]
    while number := number >> 7:
        groups.append(0x80 | number & 0x7F)
    return bytes(reversed(groups))


def _trimmed(samples: NDArray[np.float32]) -> NDArray[np.float32]:
    level = np.abs(samples).max(axis=1)
    peak = level.max(initial=0.0)
    if peak == 0:
        return samples
    heard = np.flatnonzero(level > peak * _SILENCE)
    return samples[heard[0] : heard[-1] + 1] * np.float32(PEAK / peak)
