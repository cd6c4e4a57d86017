"""Plays instruments kept as Gravis UltraSound patches (.pat), which FluidSynth does not read.

A patch holds recordings of one instrument, each for a range of pitches, with a loop and an envelope of six stages. The
layout of the file and the units of the envelope are those of Gravis' "GF1 patch files" as TiMidity understands them.
"""

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

_FIRST_SAMPLE = 129 + 63 + 47
"""After the headers of the file, of its instrument and of its layer."""
_SAMPLE_HEADER = struct.Struct("<8xIIIHIIIH x6B6B6xB40x")
_16_BIT, _UNSIGNED, _LOOPED, _TO_AND_FRO, _ENVELOPE = 1, 2, 4, 8, 64
_RELEASE_STAGE = 3
"""The envelope waits before it until the key is let go."""
_SECONDS_A_STEP = 2**13 / 44_100
"""A whole step of level at the slowest rate of an envelope."""
_OCTAVES_OF_LEVEL = 6
"""Between the lowest and the highest level of an envelope."""
_FADE_SECONDS = 0.05
"""After the key is let go, for a recording without an envelope."""


@dataclass(frozen=True, slots=True)
class Recording:
    """One sample of a patch."""

    samples: NDArray[np.float32]
    rate: int
    lowest: float
    highest: float
    root: float
    """Frequencies in Hz: the range it is meant for and its own."""
    loop: tuple[float, float] | None
    """First and last sample of what is repeated while the sound lasts."""
    to_and_fro: bool
    stages: tuple[tuple[float, float], ...]
    """Level in 0..1 and seconds a unit of level, of each stage of the envelope; empty without one."""


@dataclass(frozen=True, slots=True)
class Patch:
    """The recordings of one instrument."""

    recordings: tuple[Recording, ...]

    @classmethod
    def read(cls, content: bytes) -> Self:
        """The patch in a file's content; raises ValueError if it is none."""
        if not content.startswith(b"GF1PATCH"):
            raise ValueError("Not a Gravis patch.")
        at, recordings = _FIRST_SAMPLE, []
        for _ in range(content[_FIRST_SAMPLE - 41]):
            header = _SAMPLE_HEADER.unpack_from(content, at)
            at += _SAMPLE_HEADER.size
            recordings.append(_recording(header, content[at : at + header[0]]))
            at += header[0]
        return cls(tuple(recordings))

    def note(self, frequency: float | None, held: float, seconds: float, rate: int) -> NDArray[np.float32]:
        """A key held for `held` of `seconds`; without a frequency at the pitch at which it was recorded."""
        chosen = self.recordings[0] if frequency is None else self._nearest(frequency)
        ratio = 1.0 if frequency is None else frequency / chosen.root
        times = np.arange(round(seconds * rate)) / rate
        played = _looped(chosen, times * chosen.rate * ratio)
        return (played * _level(chosen, times, held)).astype(np.float32)

    def _nearest(self, frequency: float) -> Recording:
        fitting = [one for one in self.recordings if one.lowest <= frequency <= one.highest]
        return min(fitting or self.recordings, key=lambda one: abs(np.log(one.root / frequency)))


def play(
    patches: Mapping[int, Patch],
    key: int | None,
    steps: Sequence[Sequence[int]],
    step_seconds: float,
    release_seconds: float,
    rate: int,
) -> NDArray[np.float32]:
    """Steps of MIDI notes, mono: by the patch `key`, or, if that is None, each note by the drum of its number.

    Raises ValueError if a patch is missing.
    """
    total = np.zeros(round((len(steps) * step_seconds + release_seconds) * rate), dtype=np.float32)
    for position, notes in enumerate(steps):
        begin = round(position * step_seconds * rate)
        for note in notes:
            number = note if key is None else key
            if number not in patches:
                raise ValueError(f"There is no patch {number}.")
            frequency = None if key is None else 440 * 2 ** ((note - 69) / 12)
            total[begin:] += patches[number].note(frequency, step_seconds, (len(total) - begin) / rate, rate)
    return total


def _recording(header: tuple[int, ...], content: bytes) -> Recording:
    _, loop_start, loop_end, rate, lowest, highest, root, _, *envelope, modes = header
    wide = bool(modes & _16_BIT)
    kind = ("<u2" if wide else "u1") if modes & _UNSIGNED else ("<i2" if wide else "i1")
    scale = 2**15 if wide else 2**7
    raw = np.frombuffer(content[: len(content) // (1 + wide) * (1 + wide)], dtype=kind).astype(np.float32)
    samples = (raw / scale - (1 if modes & _UNSIGNED else 0)).astype(np.float32)
    loop = (loop_start / (1 + wide), min(loop_end / (1 + wide), len(samples) - 1.0))
    rates, levels = envelope[:6], envelope[6:]
    stages = tuple((level / 255, 255 * _seconds_a_unit(rate_of)) for rate_of, level in zip(rates, levels, strict=True))
    return Recording(
        samples,
        rate,
        lowest / 1000,
        highest / 1000,
        root / 1000,
        loop if modes & _LOOPED and loop[1] > loop[0] else None,
        bool(modes & _TO_AND_FRO),
        stages if modes & _ENVELOPE else (),
    )


def _seconds_a_unit(rate: int) -> float:
    speed = (rate & 0x3F) << 3 * (3 - (rate >> 6))
    return _SECONDS_A_STEP / max(1, speed)


def _looped(recording: Recording, positions: NDArray[np.float64]) -> NDArray[np.float64]:
    if recording.loop is not None:
        start, end = recording.loop
        beyond, length = positions - start, end - start
        back_and_forth = length - np.abs(beyond % (2 * length) - length)
        repeated = back_and_forth if recording.to_and_fro else beyond % length
        positions = np.where(beyond < 0, positions, start + repeated)
    return np.interp(positions, np.arange(len(recording.samples)), recording.samples, right=0.0)


def _level(recording: Recording, times: NDArray[np.float64], held: float) -> NDArray[np.float64]:
    if not recording.stages:
        return np.clip(1 - (times - held) / _FADE_SECONDS, 0, 1)
    instants, heights = [0.0], [0.0]
    for number, (height, seconds_a_unit) in enumerate(recording.stages):
        if number == _RELEASE_STAGE:
            _wait_until(held, instants, heights)
        instants.append(instants[-1] + abs(height - heights[-1]) * seconds_a_unit)
        heights.append(height)
    # What does not repeat ends by itself; a loop would go on for ever.
    at_last = heights[-1] if recording.loop is None else 0.0
    height_at = np.interp(times, instants, heights, right=at_last)
    return np.where(height_at > 0, 2 ** (_OCTAVES_OF_LEVEL * (height_at - 1)), 0.0)


def _wait_until(held: float, instants: list[float], heights: list[float]) -> None:
    """Keep the height that the envelope has reached, or reaches, when the key is let go."""
    reached = float(np.interp(held, instants, heights))
    while instants and instants[-1] > held:
        instants.pop()
        heights.pop()
    instants.append(held)
    heights.append(reached)
