"""Whether a sound is a one-shot (one thing begins, and dies away), a loop (cut to beats, its end meets its start), or
neither. The limits were read off sounds of LMMS, single notes and loops played by FluidSynth, and everyday noises.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.core.sound import Samples
from desktop_app.engine.measuring.onsets import RATE, Onsets
from desktop_app.engine.measuring.tempo import Beat

_STEP: Final = round(0.02 * RATE)
"""Samples over which a level is measured."""

SHORT: Final = 0.8
"""Seconds. A sound in which one thing begins and that is no longer is a one-shot, even if its end was cut off."""
LONGEST_SHOT: Final = 12.0
"""Seconds."""
_SECOND_ONSET: Final = 0.35
"""Of the strongest onset: what begins later and is stronger is another event."""
_SAME_ONSET: Final = 0.15
"""Seconds within which several hits are one: claps, flams, strums."""
_DIED_AWAY: Final = -16.0
"""dB of the last twentieth below the loudest."""
_LOUDEST_BY: Final = 0.6
"""Share of a one-shot by which it is at its loudest; a swell may take its time."""
_RISES: Final = 12.0
"""dB. What rises so much again after it fell is another event."""

SHORTEST_LOOP, LONGEST_LOOP = 0.8, 64.0
"""Seconds."""
FEWEST_ONSETS: Final = 4
_LEAST_CERTAINTY, _LEAST_OF_TWO_BEATS = 1.6, 1.9
"""Of a loop's beat; two beats have little in them that repeats. Of loops cut anywhere, 1 in 20 is called one."""
_CLEAR_BEAT: Final = 1.7
"""Certainty of a beat that was measured without assuming a loop, from which on it may speak for one."""
_OFF_BY: Final = 0.12
"""Beats by which the length of a loop may differ from a whole number of them as measured."""
_UNEVEN: Final = -25.0
"""dB. Where a quarter of a sound is so much below the loudest quarter it fades."""
_SILENT: Final = -45.0
"""dB below what is loud in it."""
_LONGEST_GAP: Final = 1.0
"""Beats of silence at the end: one longer than that is not part of a rhythm."""


def begins_once(samples: Samples, onsets: Onsets) -> bool:
    """Whether one thing begins in a sound that is not too long. `samples`: mono [n] at the rate of the onsets."""
    if not len(onsets.times) or len(samples) > LONGEST_SHOT * RATE:
        return False
    later = onsets.weights[onsets.times > onsets.times[0] + _SAME_ONSET]
    if later.max(initial=0.0) > _SECOND_ONSET * onsets.weights.max():
        return False
    levels = _levels(samples)
    return _rise_after(levels, int(np.argmax(levels))) <= _RISES


def is_one_shot(samples: Samples, onsets: Onsets) -> bool:
    """Whether a sound begins once and dies away, or is too short to."""
    if not begins_once(samples, onsets):
        return False
    if len(samples) <= SHORT * RATE:
        return True
    levels = _levels(samples)
    loudest = int(np.argmax(levels))
    end = float(np.median(levels[-max(1, len(levels) // 20) :]) - levels[loudest])
    return end <= _DIED_AWAY and loudest <= _LOUDEST_BY * len(levels)


def is_loop(samples: Samples, onsets: Onsets, looped: Beat | None, measured: Beat | None) -> bool:
    """`looped`: the beat if it is one; `measured`: the beat as found without that."""
    seconds = len(samples) / RATE
    if looped is None or not SHORTEST_LOOP <= seconds <= LONGEST_LOOP or len(onsets.times) < FEWEST_ONSETS:
        return False
    if not _is_even(samples, 60 / looped.tempo):
        return False
    enough = _LEAST_CERTAINTY if looped.beats > 2 else _LEAST_OF_TWO_BEATS
    return looped.certainty >= enough or (measured is not None and _agree(looped, measured))


def _agree(looped: Beat, measured: Beat) -> bool:
    """Whether the measured beat, or one an octave from it, has as many beats as the loop."""
    if measured.certainty < _CLEAR_BEAT:
        return False
    octaves = round(float(np.log2(looped.tempo / measured.tempo)))
    return abs(measured.beats * 2.0**octaves - looped.beats) <= _OFF_BY * max(1.0, 2.0**octaves)


def _is_even(samples: Samples, beat: float) -> bool:
    """Whether a sound is about as loud in each of its quarters, and goes on until its end. `beat` in seconds."""
    quarters = np.array([np.square(part, dtype=np.float64).mean() for part in np.array_split(samples, 4)])
    if 10 * np.log10(max(quarters.min(), 1e-12) / quarters.max()) < _UNEVEN:
        return False
    levels = _levels(samples)
    heard = np.flatnonzero(levels > np.percentile(levels, 95) + _SILENT)
    return bool((len(levels) - 1 - heard[-1]) * _STEP / RATE <= _LONGEST_GAP * beat)


def _levels(samples: Samples) -> NDArray[np.float64]:
    """dB of each 20 ms, -180 for silence."""
    steps = max(1, len(samples) // _STEP)
    squares = [np.square(part, dtype=np.float64).mean() for part in np.array_split(samples, steps)]
    levels: NDArray[np.float64] = 10 * np.log10(np.array(squares) + 1e-18)
    return levels


def _rise_after(levels: NDArray[np.float64], loudest: int) -> float:
    """dB by which a sound rises again after its loudest moment; what is 60 dB below that counts as silent."""
    audible = np.maximum(levels, levels[loudest] - 60)
    smooth = np.convolve(np.pad(audible, 2, mode="edge"), np.full(5, 0.2), mode="valid")[loudest:]
    return float((smooth - np.minimum.accumulate(smooth)).max())
