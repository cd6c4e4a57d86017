"""How many beats a minute: where the onsets of a sound repeat, at the beat, at its multiples and at its parts.

The onset strength is compared with itself, shifted (autocorrelation), and each tempo is weighed by what it finds at the
lags of its own metre: P. Grosche and M. Müller's and G. Percival and G. Tzanetakis' way ("Streamlined tempo estimation
based on autocorrelation and cross-correlation with pulses", IEEE TASLP 2014), with a preference for the tempi that
people tap to (D. Moelants, "Preferred tempo reconsidered", ICMPC 2002) in place of their trained choice of the octave.

A loop is cut to whole beats, so only few tempi fit its length, and each of them exactly; and since its end meets its
start, it is compared with itself in a circle, which makes two seconds as telling as a minute.
"""

import math
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.engine.measuring.onsets import FRAMES_A_SECOND, Curve, Onsets, moving_mean

SLOWEST, FASTEST = 60.0, 200.0
"""Beats a minute that are told: what is slower or faster is counted in the next octave by those who tap it."""
LOOP_BEATS: Final = (2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64)
"""How many beats a loop has: whole bars of four or three, or half of one."""

_LAGS: Final = np.array([1 / 4, 1 / 3, 1 / 2, 2 / 3, 3 / 4, 1, 3 / 2, 2, 4, 8])
"""Beats."""
_FREE_WEIGHTS: Final = np.array([0.28, -0.29, 0.55, -0.26, -0.04, 1.0, -0.23, 0.86, 0.76, 0.31])
"""What each lag says for a tempo: thirds and half beats and a half speak against it. Drawn at random 1,500 times; the
mean of the 40 that judged best on loops and pieces played by FluidSynth and on those of LMMS."""
_LOOP_WEIGHTS: Final = np.array([0.06, -0.35, 0.05, -0.23, -0.12, 1.0, 0.0, 0.16, 0.17, 0.44])
"""The same in a circle, where far lags always agree."""
_FREE_PREFERENCE: Final = (129.0, 1.08)
_LOOP_PREFERENCE: Final = (125.0, 1.57)
"""Beats a minute that are preferred, and what an octave away costs. Halfway between 88 and 177: music is seldom quicker
than drum and bass, and often at half its tempo or a little more."""
_TRIED: Final = np.geomspace(SLOWEST, FASTEST, 361)
"""A third of a percent apart."""
_USUAL_SECONDS: Final = 0.6
"""Over which the usual strength is subtracted."""
_LEAST_OVERLAP: Final = 0.25
"""Share of a sound: lags that leave less in common are not trusted more than this much."""
_FINER: Final = np.linspace(0.985, 1.015, 121)
_GRIDS: Final = (4, 3, 6)
"""Parts of a beat that onsets may lie on: sixteenths, triplets, swung sixteenths."""
_LATENESS: Final = np.arange(-0.010, 0.045, 0.005)
"""Seconds by which a loop may begin late: players, and the padding that encoders leave."""


@dataclass(frozen=True, slots=True)
class Beat:
    """A tempo, and what speaks for it."""

    tempo: float
    """Beats a minute."""
    beats: float
    """How many of them the sound has."""
    repetition: float
    """How much alike the sound is to itself a beat, a bar and their parts later: 0 for noise, above 1 for music."""
    order: float
    """0 to 1: how exactly onsets lie on the parts of the beats."""

    @property
    def certainty(self) -> float:
        """Both together."""
        return self.repetition + self.order


def measured_beat(onsets: Onsets) -> Beat | None:
    """The beat of a sound that begins and ends anywhere; None where nothing begins in it."""
    curve = _sharpened(onsets.strength)
    alike = _likeness(curve)
    if alike is None or not len(onsets.times):
        return None
    found = _at(alike, _TRIED) @ _FREE_WEIGHTS
    best = int(np.argmax(found - _cost(_TRIED, *_FREE_PREFERENCE)))
    tempo = _finer(float(_TRIED[best]), onsets)
    turns = (_coherence(onsets, tempo, parts) for parts in _GRIDS)
    order = max(abs(turn) for turn in turns)
    seconds = len(onsets.strength) / FRAMES_A_SECOND
    return Beat(tempo, seconds * tempo / 60, float(found[best]), order)


def loop_beat(onsets: Onsets, seconds: float) -> Beat | None:
    """The beat of a sound if it is a loop of exactly so many seconds; None where no number of beats fits it."""
    counts = np.array([count for count in LOOP_BEATS if SLOWEST <= 60 * count / seconds <= FASTEST])
    alike = _likeness(_sharpened(onsets.strength), circular=True)
    if not len(counts) or alike is None or not len(onsets.times):
        return None
    tempi = 60 * counts / seconds
    found = _at(np.tile(alike, 9), tempi) @ _LOOP_WEIGHTS
    best = int(np.argmax(found - _cost(tempi, *_LOOP_PREFERENCE)))
    tempo = float(tempi[best])
    order = max(_order_from_start(onsets, tempo, parts) for parts in _GRIDS)
    return Beat(tempo, float(counts[best]), float(found[best]), order)


def _sharpened(strength: Curve) -> NDArray[np.float64]:
    """Less what is usual around it, and a little wider, so that a hit that is early or late by a frame still agrees."""
    above = np.maximum(strength - moving_mean(strength, round(_USUAL_SECONDS * FRAMES_A_SECOND)), 0)
    kernel = np.hanning(7)[1:-1]
    return np.convolve(above, kernel / kernel.sum(), mode="same")


def _likeness(curve: NDArray[np.float64], *, circular: bool = False) -> NDArray[np.float64] | None:
    """[frames]: how much alike a curve is to itself so many frames later, 1 at 0; None for one without change."""
    count = len(curve)
    size = count if circular else 1 << (2 * count - 1).bit_length()
    alike: NDArray[np.float64] = np.fft.irfft(np.abs(np.fft.rfft(curve - curve.mean(), size)) ** 2, size)[:count]
    if alike[0] <= 1e-9:
        return None
    if not circular:
        alike = alike / np.maximum(1 - np.arange(count) / count, _LEAST_OVERLAP)
    scaled: NDArray[np.float64] = alike / alike[0]
    return scaled


def _at(alike: NDArray[np.float64], tempi: NDArray[np.float64]) -> NDArray[np.float64]:
    """[tempi, lags]: the likeness at the lags of each tempo; 0 beyond the sound's end."""
    lags = 60 * FRAMES_A_SECOND / tempi[:, None] * _LAGS
    found: NDArray[np.float64] = np.interp(lags, np.arange(len(alike)), alike, right=0.0)
    return found


def _cost(tempi: NDArray[np.float64], preferred: float, octave: float) -> NDArray[np.float64]:
    cost: NDArray[np.float64] = octave * np.log2(tempi / preferred) ** 2
    return cost


def _coherence(onsets: Onsets, tempo: float, parts: int) -> complex:
    """The mean of the onsets' places between two parts of a beat, as a turn: 1 long if all are at the same place."""
    turns = np.exp(2j * math.pi * onsets.times * tempo / 60 * parts)
    weights = np.sqrt(onsets.weights)
    return complex((turns * weights).sum() / weights.sum())


def _order_from_start(onsets: Onsets, tempo: float, parts: int) -> float:
    """How well onsets lie on the parts of beats that are counted from the start of the sound, 0 to 1."""
    turned = _coherence(onsets, tempo, parts) * np.exp(-2j * math.pi * _LATENESS * tempo / 60 * parts)
    return max(0.0, float(turned.real.max()))


def _finer(tempo: float, onsets: Onsets) -> float:
    """The tempo nearby at whose quarter beats the onsets lie best."""
    around = np.clip(tempo * _FINER, SLOWEST, FASTEST)
    weights = np.sqrt(onsets.weights)
    turns = np.exp(2j * math.pi * 4 / 60 * np.outer(around, onsets.times))
    return float(around[int(np.argmax(np.abs(turns @ weights)))])
