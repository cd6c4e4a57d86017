"""The pitch of a sound of a single note; *network*: SwiftF0 (L. Nieradzik, "SwiftF0: fast and accurate monophonic pitch
detection", 2025; 116 kB, in ONNX Runtime).

It knows pitches of 47 to 2,094 Hz. A sound played at twice and at half its speed is heard as well, which reaches an
octave further at both ends; and since the network is asked two or three times about the same note in other octaves,
an octave that it mistakes shows: two answers have to agree. What is told must also be most of what sounds, which a
chord's lowest note is not.
"""

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np
import soxr
from numpy.typing import NDArray

from desktop_app.core.sound import Samples
from desktop_app.engine.measuring.onsets import RATE

if TYPE_CHECKING:
    from swift_f0 import SwiftF0

SHORTEST, LONGEST = 0.05, 15.0
"""Seconds of a sound of a single note."""
_LEVEL: Final = 0.7
"""The network hears sounds whose highest sample is that."""
_LOUD: Final = 25.0
"""dB below the loudest frame: what is softer is not asked about."""
_VOICED: Final = 0.5
"""The network's own limit for a frame that has a pitch."""
_FEWEST_FRAMES: Final = 2

_ALIKE: Final = 0.5
"""Semitones within which two answers agree."""
_LEAST_VOICED: Final = 0.65
"""Of the loud frames."""
_LEAST_SURE: Final = 0.72
"""Mean of the network's confidence; chords reach 0.77, but with less than half of their energy in the harmonics."""
_WIDEST: Final = 0.7
"""Semitones between the tenth and the ninetieth percentile: vibrato, but no glide and no melody."""
_LEAST_HARMONIC: Final = 0.6
"""Of the energy, at whole multiples of the pitch."""
_LOWEST_TWICE, _HIGHEST_TWICE = 52.0, 1_950.0
"""Hz: what lies beyond is known at one of the speeds only."""

_FRAME: Final = 16_384
_FREQUENCIES: Final = np.arange(_FRAME // 2 + 1) * RATE / _FRAME
"""Hz."""
_LOWEST, _HIGHEST = 25.0, 4_200.0
"""Hz: the lowest and the highest note of a piano are 27.5 and 4,186."""
_OFF: Final = 0.02
"""Share by which a partial may lie beside its multiple: strings are stiff."""
_LEAST_PURE, _STEADY = 0.95, 0.1
"""So much of the energy of a pure tone lies within such a share of its frequency: a semitone and a half."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the network says of a whole sound at one speed."""

    note: float
    """In semitones above 1 Hz: the weighted median."""
    voiced: float
    """Share of the loud frames that have a pitch."""
    spread: float
    """Semitones."""
    sure: float


def pitch_of(samples: Samples) -> float | None:
    """Hz, or None where there is not one single note. `samples`: mono [n] at `RATE`."""
    if not SHORTEST * RATE <= len(samples) <= LONGEST * RATE:
        return None
    loudest = float(np.abs(samples).max())
    if loudest <= 0:
        return None
    spectrum = _spectrum(samples)
    answer = _agreed(samples * np.float32(_LEVEL / loudest))
    if answer is None or answer.voiced < _LEAST_VOICED or answer.sure < _LEAST_SURE or answer.spread > _WIDEST:
        return _pure_tone(spectrum, len(samples))
    hertz = float(2.0 ** (answer.note / 12))
    return hertz if _harmonic_share(spectrum, hertz, len(samples)) >= _LEAST_HARMONIC else None


def _agreed(samples: Samples) -> _Answer | None:
    """The steadier of the first two answers that agree; one alone where only one speed can know the note."""
    answers: list[_Answer] = []
    for speed in (2.0, 1.0, 0.5):
        answer = _ask(samples, speed)
        if answer is None:
            continue
        for other in answers:
            if abs(other.note - answer.note) < _ALIKE:
                return min(other, answer, key=lambda one: one.spread)
        answers.append(answer)
        if speed == 2.0 and answer.note < 12 * math.log2(_LOWEST_TWICE):
            return answer
    return answers[-1] if answers and answers[-1].note > 12 * math.log2(_HIGHEST_TWICE) else None


def _ask(samples: Samples, speed: float) -> _Answer | None:
    """What the network makes of the sound at that speed; None where it hears no pitch."""
    played = samples if speed == 1.0 else soxr.resample(samples, RATE * speed, RATE)
    if len(played) < RATE // 100:
        return None
    heard = _network().detect(played, RATE)
    loud = heard.loudness_db > heard.loudness_db.max() - _LOUD
    voiced = loud & (heard.confidence >= _VOICED)
    if voiced.sum() < _FEWEST_FRAMES:
        return None
    notes = 12 * np.log2(heard.pitch_hz[voiced] / speed)
    weights = 10 ** (heard.loudness_db[voiced] / 20)
    low, middle, high = _weighted_percentiles(notes, weights, np.array([0.1, 0.5, 0.9]))
    sure = float((weights * heard.confidence[voiced]).sum() / weights.sum())
    return _Answer(float(middle), float(voiced.sum() / loud.sum()), float(high - low), sure)


def _weighted_percentiles(
    values: NDArray[np.float64], weights: NDArray[np.float64], shares: NDArray[np.float64]
) -> NDArray[np.float64]:
    order = np.argsort(values)
    sums = np.cumsum(weights[order])
    places = np.minimum(np.searchsorted(sums, shares * sums[-1]), len(values) - 1)
    result: NDArray[np.float64] = values[order][places]
    return result


def _spectrum(samples: Samples) -> NDArray[np.float64]:
    """The power of each of `_FREQUENCIES`, the whole sound together."""
    padded = np.pad(samples, (0, max(0, _FRAME - len(samples))))
    window = np.hanning(_FRAME).astype(np.float32)
    starts = range(0, len(padded) - _FRAME + 1, _FRAME // 2)
    power = np.zeros(_FRAME // 2 + 1)
    for start in starts:
        power += np.abs(np.fft.rfft(padded[start : start + _FRAME] * window)) ** 2
    return np.where(_FREQUENCIES > _LOWEST, power, 0.0)


def _harmonic_share(power: NDArray[np.float64], hertz: float, count: int) -> float:
    """The share of the energy of a sound of so many samples at whole multiples of a frequency, 0 to 1."""
    multiples = np.maximum(np.round(_FREQUENCIES / hertz), 1)
    allowed = np.minimum(np.maximum(_blur(count), _OFF * multiples * hertz), 0.25 * hertz)
    near = np.abs(_FREQUENCIES - multiples * hertz) <= allowed
    return float(power[near].sum() / max(power.sum(), 1e-12))


def _pure_tone(power: NDArray[np.float64], count: int) -> float | None:
    """Hz of a sound that is one steady sine, such as a deep bass: it has no partials for the network to hear."""
    top = int(np.argmax(power))
    hertz = _FREQUENCIES[top]
    if not _LOWEST < hertz < _HIGHEST or _blur(count) > _STEADY * hertz:
        return None
    near = np.abs(_FREQUENCIES - hertz) <= _STEADY * hertz
    if power[near].sum() < _LEAST_PURE * power.sum():
        return None
    left, middle, right = np.log(power[top - 1 : top + 2] + 1e-30)
    aside = 0.5 * (left - right) / min(left - 2 * middle + right, -1e-9)
    return float((top + aside) * RATE / _FRAME)


def _blur(count: int) -> float:
    """Hz by which the peaks of so many samples are widened."""
    return 3 * RATE / min(_FRAME, count)


@lru_cache(maxsize=1)
def _network() -> "SwiftF0":
    """Kept: it takes 20 ms to load. On one thread, which sleeps between two sounds."""
    import desktop_app.engine.starter.onnx_network  # noqa: F401 - first, or ONNX Runtime writes to its makers  # isort: skip
    from swift_f0 import SwiftF0

    return SwiftF0(threads=1, spin=False)
