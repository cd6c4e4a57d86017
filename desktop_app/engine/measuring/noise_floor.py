"""How far a sound stands above its background noise, from nothing but the sound itself.

The quietest stretches are taken for the noise if they look like it: many frames of nearly the same loudness below which
there is next to nothing, with a spectrum as smooth as that of so many frames of noise. The tail of a drum passes
through all levels and stays at none; a held chord has lines in its spectrum; in either case nothing is said. Nor is it
of a sound that is equally loud all along: whether rain is the noise or the sound, only a person can tell.
"""

import math
from typing import Final

import numpy as np

from desktop_app.engine.measuring.level_spectra import STEP, LevelSpectra

_FEWEST: Final = 8
"""Frames of noise: a third of a second. Of fewer, nobody can tell how smooth the spectrum is."""
_QUIET_SHARE: Final = 0.3
"""The noise is looked for among this share of the frames, the quietest."""
_BELOW_SHARE: Final = 0.05
"""So many frames may be quieter than the noise: a fade at the end."""
_STEADY: Final = 6.0
"""dB from the floor to the loudest frames; below it there is no pause, or no sound."""
_CROWDED: Final = 2.0
"""Frames gather around the noise floor at least twice as densely as between it and the loudest."""
_PEAK_SHARE: Final = 0.2
_PEAK: Final = 1.2
_BELOW_A_PEAK: Final = 0.02
"""Or, where loud noise leaves little room for that: they are at least that share of all frames, that many times as many
as a little above, and no more than that share is quieter."""
_RIPPLE: Final = 5.57
"""dB: standard deviation of a frame's spectrum in decibels if it is Gaussian noise: pi / sqrt(6) nepers of power."""
_RIPPLE_MORE: Final = (1.15, 0.8)
"""Factor and dB by which it may be more, for noises that are not quite even."""
_LINES: Final = 17
"""Bins over which a spectrum is smoothed to see what ripples."""
_BAND: Final = (100.0, 0.8)
"""Hz, and share of half the rate: below is rumble, above are the edges of filters."""
_LEAST: Final = 1e-2
"""Power of the sound beside that of its noise: less is not told from none."""


def signal_to_noise(spectra: LevelSpectra) -> float | None:
    """dB by which the sound is above its noise where there is more than noise; None where that cannot be told."""
    floor = _noise_class(spectra)
    if floor is None:
        return None
    around, above = slice(floor - 1, floor + 2), slice(floor + 3, None)
    noise = spectra.powers[around].sum() / spectra.counts[around].sum()
    both = spectra.powers[above].sum() / spectra.counts[above].sum()
    return 10 * math.log10(max(both / noise - 1, _LEAST))


def _noise_class(spectra: LevelSpectra) -> int | None:
    """The class of loudness around which the frames are noise."""
    counts = spectra.counts
    total = int(counts.sum())
    if total < 2 * _FEWEST:
        return None
    reached = np.cumsum(counts) / total
    near = np.convolve(counts, np.ones(3, dtype=np.int64), mode="same")
    lowest, quiet, loudest = (int(np.searchsorted(reached, share)) for share in (1 / total, _QUIET_SHARE, 0.95))
    lowest = max(lowest, 3)
    floor = lowest + int(np.argmax(near[lowest : max(quiet, lowest) + 1]))
    frames, quieter = int(near[floor]), float(reached[floor - 3])
    if (loudest - floor) * STEP < _STEADY or frames < _FEWEST or quieter > _BELOW_SHARE:
        return None
    is_crowded = frames / total >= _CROWDED * 3 / (loudest - floor)
    is_peak = frames >= max(_PEAK_SHARE * total, _PEAK * int(near[floor + 3 : floor + 6].max()))
    if not is_crowded and not (is_peak and quieter <= _BELOW_A_PEAK):
        return None
    return floor if _is_noise(spectra, floor, frames) else None


def _is_noise(spectra: LevelSpectra, floor: int, frames: int) -> bool:
    """Whether neighbouring bins differ no more than in the mean of so many spectra of noise."""
    spectrum = spectra.mean(floor - 1, floor + 1)
    hertz = np.arange(len(spectrum)) * spectra.rate / spectra.size
    lowest, share = _BAND
    band = spectrum[(hertz > lowest) & (hertz < share * spectra.rate / 2)]
    if len(band) < _LINES:
        return False
    smooth = np.convolve(np.pad(band, _LINES // 2, mode="edge"), np.ones(_LINES) / _LINES, mode="valid")
    factor, more = _RIPPLE_MORE
    return float(np.std(band - smooth)) <= factor * _RIPPLE / math.sqrt(frames) + more
