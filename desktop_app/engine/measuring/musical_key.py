"""In which key a sound is: how much of each pitch class it holds, held against what keys usually hold.

Pitch classes are gathered from the peaks of the spectrum that last (E. Gómez, "Tonal description of polyphonic audio
for music content processing", INFORMS JoC 2006), after the tuning was found from where the peaks lie between two notes.
The same measure tells whether there are notes at all: peaks of noises and drums lie anywhere. Of the 24 keys that one
is told whose usual shares are most like those found (C. Krumhansl, "Cognitive foundations of musical pitch", 1990); the
shares are the mean of two published sets, which was right more often than either, on music from games and on scores.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from desktop_app.core.musical import KEYS
from desktop_app.core.sound import Samples
from desktop_app.engine.measuring.onsets import RATE

Numbers = NDArray[np.float64]

_FRAME: Final = 8_192
"""Half a second: two semitones apart at 130 Hz are two peaks."""
_HOP: Final = 2_048
_AT_ONCE: Final = 256
"""Frames that are transformed together; 8 MB."""
_LOWEST, _HIGHEST = 55.0, 1_200.0
"""Hz: what lies above are partials more than notes."""
_FAINTEST: Final = 0.01
"""Of the highest peak of a frame."""
_SAME_NOTE: Final = 0.4
"""Semitones by which a peak may move from frame to frame."""
_COMPRESSION: Final = 0.8
"""Exponent of a peak's magnitude."""
_QUIET_FRAME: Final = 0.2
"""Of a loud frame: quieter ones count less."""
_BEGINNING_WITHIN: Final = 30.0
"""Seconds: what is shorter is a phrase, and begins on its tonic more often than on any other chord."""
_BEGINNING_COUNTS: Final = 3.0
"""Times as much as the rest: its first quarter."""

LEAST_SECONDS: Final = 0.3
_LIMITS: Final = ((0.28, 0.72, 0.05), (0.15, 0.78, 0.06))
"""A key is told where it is in tune, like the key, and ahead of the next at least so much: clearly in tune, or clearly
like the key. Of 64 everyday noises one passes, a train's horn; no loop of drums does. Of 47 pieces of music from games
30 do, and two other ways to find keys, where these agree, agree with 96 in 100 of them."""
_PRESENT: Final = 0.3
"""Of the strongest: a pitch class that is really there."""
_FEWEST_CLASSES: Final = 3
"""One note, or a fifth, is in many keys."""

# I. Sha'ath fitted ratings of listeners to recordings ("Estimation of key in digital music recordings", 2011);
# J. Albrecht and D. Shanahan counted notes ("The use of large corpora to train a new type of key-finding algorithm",
# Music Perception 2013).
_FITTED: Final = (
    (6.6, 2.0, 3.5, 2.3, 4.6, 4.0, 2.5, 5.2, 2.4, 3.7, 2.3, 3.4),
    (6.5, 2.7, 3.5, 5.4, 2.6, 3.5, 2.5, 5.2, 4.0, 2.7, 4.3, 3.2),
)
_COUNTED: Final = (
    (0.238, 0.006, 0.111, 0.006, 0.137, 0.094, 0.016, 0.214, 0.009, 0.080, 0.008, 0.081),
    (0.220, 0.006, 0.104, 0.123, 0.019, 0.103, 0.012, 0.214, 0.062, 0.022, 0.061, 0.052),
)


@dataclass(frozen=True, slots=True)
class KeyFinding:
    """The likeliest key, and what speaks for it."""

    key: str
    """As `Musical.key`."""
    tuned: float
    """0 to 1: how exactly the peaks lie on the notes of one tuning."""
    like: float
    """Correlation of what was found with what is usual in the key."""
    ahead: float
    """How much that is above the next key."""
    classes: int
    """How many pitch classes there are."""

    @property
    def certain(self) -> bool:
        """Whether it may be told."""
        return self.classes >= _FEWEST_CLASSES and any(
            self.tuned >= tuned and self.like >= like and self.ahead >= ahead for tuned, like, ahead in _LIMITS
        )


@dataclass(frozen=True, slots=True, eq=False)
class _Peaks:
    """Peaks of a spectrum: all arrays [n]."""

    frames: NDArray[np.intp]
    notes: Numbers
    """MIDI notes, with fractions."""
    magnitudes: Numbers


def key_of(samples: Samples) -> str | None:
    """The key as it is written in `Musical`, or None where there is none to be told. `samples`: mono [n] at `RATE`."""
    found = find_key(samples)
    return found.key if found is not None and found.certain else None


def find_key(samples: Samples) -> KeyFinding | None:
    """The likeliest key, however unlikely; None for what is too short, or holds not one tone that lasts."""
    if len(samples) < LEAST_SECONDS * RATE:
        return None
    peaks = _lasting(_all_peaks(samples))
    if not len(peaks.frames):
        return None
    turns = np.exp(2j * math.pi * peaks.notes)
    mean_turn = complex((turns * peaks.magnitudes).sum() / peaks.magnitudes.sum())
    tuning = math.atan2(mean_turn.imag, mean_turn.real) / (2 * math.pi)
    classes = _pitch_classes(peaks, tuning, count=-(-len(samples) // _HOP) + 1)
    if len(samples) <= _BEGINNING_WITHIN * RATE:
        classes[: max(1, len(classes) // 4)] *= _BEGINNING_COUNTS
    shares = classes.sum(axis=0)
    like = _likeness(shares)
    order = np.argsort(like)[::-1]
    present = int((shares > _PRESENT * shares.max()).sum())
    best, second = float(like[order[0]]), float(like[order[1]])
    return KeyFinding(KEYS[int(order[0])], abs(mean_turn), best, best - second, present)


def _all_peaks(samples: Samples) -> _Peaks:
    frames, notes, magnitudes = zip(*_peaks_by_piece(samples), strict=True)
    return _Peaks(np.concatenate(frames), np.concatenate(notes), np.concatenate(magnitudes))


def _peaks_by_piece(samples: Samples) -> Iterator[tuple[NDArray[np.intp], Numbers, Numbers]]:
    silence = np.zeros(_FRAME // 2, dtype=np.float32)
    windows = sliding_window_view(np.concatenate([silence, samples, silence]), _FRAME)[::_HOP]
    shape = np.hanning(_FRAME).astype(np.float32)
    first, last = round(_LOWEST * _FRAME / RATE), round(_HIGHEST * _FRAME / RATE)
    for start in range(0, len(windows), _AT_ONCE):
        spectra = np.abs(np.fft.rfft(windows[start : start + _AT_ONCE] * shape, axis=1))[:, : last + 1]
        middle = spectra[:, first:last]
        higher = (middle > spectra[:, first - 1 : last - 1]) & (middle >= spectra[:, first + 1 :])
        rows, bins = np.nonzero(higher & (middle > _FAINTEST * spectra.max(axis=1, keepdims=True)))
        logs = np.log(spectra.astype(np.float64) + 1e-12)
        left, top, right = (logs[rows, bins + first + step] for step in (-1, 0, 1))
        aside = 0.5 * (left - right) / np.minimum(left - 2 * top + right, -1e-9)
        hertz = (bins + first + aside) * RATE / _FRAME
        yield rows + start, 69 + 12 * np.log2(hertz / 440), np.exp(top - 0.25 * (left - right) * aside)


def _lasting(peaks: _Peaks) -> _Peaks:
    """Those that are there in the frame before or behind as well: drums and noises have hardly any."""
    if not len(peaks.frames):
        return peaks
    steps = np.round(peaks.notes / _SAME_NOTE * 1.5).astype(np.intp)
    there = np.zeros((int(peaks.frames.max()) + 3, int(steps.max()) + 3), dtype=np.bool_)
    there[peaks.frames + 1, steps + 1] = True
    near = there.copy()
    near[:, 1:] |= there[:, :-1]
    near[:, :-1] |= there[:, 1:]
    lasts = near[peaks.frames, steps + 1] | near[peaks.frames + 2, steps + 1]
    return _Peaks(peaks.frames[lasts], peaks.notes[lasts], peaks.magnitudes[lasts])


def _pitch_classes(peaks: _Peaks, tuning: float, *, count: int) -> Numbers:
    """[count, 12]: what each frame holds of each pitch class, a loud frame 1 at most."""
    notes = peaks.notes - tuning
    nearest = np.round(notes)
    in_tune = np.cos(math.pi * (notes - nearest)) ** 2
    held = np.zeros((max(count, int(peaks.frames.max()) + 1), 12))
    np.add.at(held, (peaks.frames, nearest.astype(np.intp) % 12), peaks.magnitudes**_COMPRESSION * in_tune)
    loud = held.max(axis=1, keepdims=True)
    enough = _QUIET_FRAME * float(np.percentile(loud, 90))
    result: Numbers = held / np.maximum(np.maximum(loud, enough), 1e-12)
    return result


def _likeness(shares: Numbers) -> Numbers:
    """[24] correlation with each of `KEYS`."""
    centred = shares - shares.mean()
    like: Numbers = _profiles() @ centred / max(float(np.linalg.norm(centred)), 1e-12)
    return like


@lru_cache(maxsize=1)
def _profiles() -> Numbers:
    """[24, 12]: what is usual in each of `KEYS`, of mean 0."""
    rows = []
    for mode in (0, 1):
        pair = [np.array(usual[mode]) - np.mean(usual[mode]) for usual in (_FITTED, _COUNTED)]
        usual_shares = sum(shares / np.linalg.norm(shares) for shares in pair) / 2
        rows += [np.roll(usual_shares, tonic) for tonic in range(12)]
    return np.array(rows)
