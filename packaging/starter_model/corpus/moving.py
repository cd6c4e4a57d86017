"""Treatments that change while a sound lasts: delays that sweep, filters that wander, slices that repeat."""

from collections.abc import Callable

import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from corpus.sound import SAMPLE_RATE, Sound
from corpus.treatments import within_full_scale

Curve = NDArray[np.float32]
Response = Callable[[Curve, Curve], Curve]
"""Gain of each frequency (Hz, [1, bins]) at each moment (s, [frames, 1])."""

_WINDOW = 512


def swing(count: int, rate: float, phase: float = 0.0) -> Curve:
    """A sine between 0 and 1, `rate` times a second, from `phase` (whole turns) on."""
    turns = np.arange(count, dtype=np.float64) * (rate / SAMPLE_RATE) + phase
    return np.asarray(0.5 + 0.5 * np.sin(2 * np.pi * turns), dtype=np.float32)


def delayed(sound: Sound, seconds: Curve) -> Sound:
    """Each sample as it was `seconds` (one a sample) before, between two samples on a straight line."""
    moments = np.arange(len(sound)) - seconds.astype(np.float64) * SAMPLE_RATE
    return np.interp(moments, np.arange(len(sound)), sound, left=0.0).astype(np.float32)


def filtered(sound: Sound, response: Response) -> Sound:
    """Short spectra (32 ms, half overlapping) times a response that moves, added up again."""
    hop = _WINDOW // 2
    padded = np.pad(sound, (hop, _WINDOW + hop - len(sound) % hop))
    window = np.sqrt(np.hanning(_WINDOW + 1)[:-1]).astype(np.float32)
    frames = np.lib.stride_tricks.sliding_window_view(padded, _WINDOW)[::hop]
    frequencies = np.fft.rfftfreq(_WINDOW, 1 / SAMPLE_RATE).astype(np.float32)[None, :]
    moments = (np.arange(len(frames), dtype=np.float32) * (hop / SAMPLE_RATE))[:, None]
    pieces = np.fft.irfft(np.fft.rfft(frames * window) * response(frequencies, moments), _WINDOW) * window
    out = np.zeros((len(frames) + 1, hop), dtype=np.float32)
    out[:-1] += pieces[:, :hop]
    out[1:] += pieces[:, hop:]
    return out.reshape(-1)[hop : hop + len(sound)]


def tremolo(sound: Sound, rng: Generator) -> Sound:
    """The level goes down by 12 to 40 dB and up again 4 to 9 times a second."""
    depth = np.float32(rng.uniform(0.75, 0.99))
    return sound * (1 - depth * swing(len(sound), rng.uniform(4.0, 9.0), rng.random()))


def chorus(sound: Sound, rng: Generator) -> Sound:
    """Three more voices, 12 to 30 ms late, whose delay and so whose pitch sways."""
    out = sound.copy()
    for _voice in range(3):
        sway = swing(len(sound), rng.uniform(0.6, 2.0), rng.random())
        voice = delayed(sound, np.float32(rng.uniform(0.012, 0.024)) + np.float32(rng.uniform(0.002, 0.005)) * sway)
        out += voice * np.float32(0.8)
    return within_full_scale(out / np.float32(2))


def flanger(sound: Sound, rng: Generator) -> Sound:
    """A comb whose teeth sweep: the sound with itself 0.3 to 2.8 ms late."""
    depth, rate = np.float32(rng.uniform(0.0012, 0.0025)), rng.uniform(0.15, 0.6)
    late = delayed(sound, np.float32(0.0003) + depth * swing(len(sound), rate, rng.random()))
    return within_full_scale((sound + np.float32(0.95) * late) * np.float32(0.7))


def phaser(sound: Sound, rng: Generator) -> Sound:
    """Three notches that wander up and down together over two octaves."""
    rate, phase = rng.uniform(0.3, 1.0), rng.random()

    def response(frequencies: Curve, moments: Curve) -> Curve:
        sweep = 300.0 * 4.0 ** (0.5 + 0.5 * np.sin(2 * np.pi * (rate * moments + phase)))
        # Six all-pass stages beside the dry sound cancel where their phases add up to an odd number of half turns.
        turn = 6 * np.arctan(frequencies / sweep)
        return np.asarray(np.abs(np.cos(turn)), dtype=np.float32)

    return filtered(sound, response)


def underwater(sound: Sound, rng: Generator) -> Sound:
    """Nothing above some 300 to 600 Hz, and the limit wobbles."""
    rate, phase, centre = rng.uniform(0.8, 2.5), rng.random(), rng.uniform(300.0, 600.0)

    def response(frequencies: Curve, moments: Curve) -> Curve:
        limit = centre * 2.0 ** (0.6 * np.sin(2 * np.pi * (rate * moments + phase)))
        return np.asarray(1 / np.sqrt(1 + (frequencies / limit) ** 6), dtype=np.float32)

    return filtered(sound, response)


def stutter(sound: Sound, rng: Generator) -> Sound:
    """Two or three slices of 60 to 140 ms are each played four to eight times before the sound goes on."""
    starts = np.sort(rng.uniform(0.0, 0.6, int(rng.integers(2, 4)))) * len(sound)
    pieces, at = [], 0
    for start in starts.astype(int):
        stop = min(start + int(rng.uniform(0.06, 0.14) * SAMPLE_RATE), len(sound))
        if start < at:
            continue
        piece = sound[start:stop].copy()
        edge = min(48, len(piece) // 2)
        piece[:edge] *= np.linspace(0, 1, edge, dtype=np.float32)
        piece[len(piece) - edge :] *= np.linspace(1, 0, edge, dtype=np.float32)
        pieces += [sound[at:start], *[piece] * int(rng.integers(4, 9))]
        at = stop
    return np.concatenate([*pieces, sound[at:]])
