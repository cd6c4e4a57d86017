"""Up to which frequency there is anything in a recording: less than its rate allows where it was upsampled, came over a
telephone, or through a codec of few bits.

Little treble is no sign of that: a kick drum or a distant hum has none. The sign is an edge. Below it there is sound
over a wide band; within an eighth of an octave it falls as no instrument, no room and no air makes it fall; and above
it is nothing but an even floor, up to the end.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop_app.engine.measuring.level_spectra import STEP, LevelSpectra

Decibels = NDArray[np.float64]
"""dBFS of each bin of a spectrum."""

_LOUDEST: Final = 25.0
"""dB below the loudest frames within which frames are looked at: what is quieter may be fades."""
_NO_LESS: Final = -135.0
"""dBFS of a bin: the floor of 16 bits is at -130; what lies lower is nothing, however it slopes."""
_LOWEST_EDGE: Final = 3_000.0
"""Hz: the telephone's edge is at 3,400; below this, filters of synthesizers and drums make edges of their own."""
_HIGHEST_EDGE: Final = 0.93
"""Of half the rate: from here on it is the converter's own filter."""
_WIDTH: Final = 0.05
"""Of the edge's frequency: bands below and above it whose levels are compared."""
_FALL: Final = 0.09
"""Of the edge's frequency, in which it falls: resamplers take 4 to 10 % for that."""
_DROP: Final = 20.0
"""dB from the one band to the other; a filter of 48 dB an octave, steeper than most synthesizers', makes 9."""
_HEARD: Final = 75.0
"""dB below the strongest bin that there is right below the edge, at most. A codec takes from a dark sound what nobody
hears; that leaves an edge, too, but at 80 dB and more below (bass drums and toms as MP3 and Vorbis)."""
_MOST_TRIED: Final = 50
"""Edges that are looked at more closely, the steepest first: they are neighbours, most of the time."""
_FILLED: Final = 0.55
"""Of the edge's frequency: from here to the edge there is sound in three quarters of all bins. Between the lines of a
tone there is none, and where its highest line is, is no edge."""
_FILLED_ABOVE: Final = 10.0
"""dB that it has there above what is above the edge, ..."""
_FILLED_BELOW: Final = 25.0
"""... and dB below what is right below the edge, at most."""
_LINES_ABOVE: Final = 12.0
"""dB above the floor that not even the loudest bins above the edge have, but for some (the line of a screen)."""
_SOME: Final = 3.0
"""Percent."""
_SLOPE_ON: Final = 8.0
"""dB by which it may fall on from the edge to the end: behind an edge comes a floor, behind a slope more slope."""
_AUDIBLE: Final = -105.0
"""dBFS of a bin near the upper end: what is louder is more than the noise of 16 bits, also if that was dithered."""


def bandwidth(spectra: LevelSpectra) -> float | None:
    """Hz above which there is nothing but a floor: half the rate if there is none; None where it cannot be told."""
    if not spectra.counts.any():
        return None
    spectrum, bin_hertz = _loud_spectrum(spectra), spectra.rate / spectra.size
    for edge in _steepest(spectrum, bin_hertz):
        if edge.cuts_off(spectrum):
            return edge.middle(spectrum) * bin_hertz
    end = int(len(spectrum) * _HIGHEST_EDGE)
    top = float(np.median(spectrum[end - max(1, end // 20) : end]))
    return spectra.rate / 2 if top > _AUDIBLE else None


def _loud_spectrum(spectra: LevelSpectra) -> Decibels:
    """The mean of the frames that are loud."""
    counts = spectra.counts
    loudest = int(np.searchsorted(np.cumsum(counts), 0.9 * counts.sum()))
    mean = spectra.mean(max(0, loudest - round(_LOUDEST / STEP)), len(counts) - 1)
    result: Decibels = np.maximum(mean, _NO_LESS)
    return result


@dataclass(frozen=True, slots=True)
class _Edge:
    """Where a spectrum falls; places in bins, levels in dBFS."""

    start: int
    stop: int
    before: float
    floor: float

    def cuts_off(self, spectrum: Decibels) -> bool:
        """Whether there is sound all over below it that is heard, and none above."""
        if self.before < spectrum.max() - _HEARD:
            return False
        filled = float(np.percentile(spectrum[int(self.start * _FILLED) : self.start], 25))
        if filled < max(self.floor + _FILLED_ABOVE, self.before - _FILLED_BELOW):
            return False
        rest = spectrum[self.stop :]
        if np.percentile(rest, 100 - _SOME) > self.floor + _LINES_ABOVE:
            return False
        end = rest[-max(3, len(rest) // 4) :]
        return self.floor - float(np.median(end)) <= _SLOPE_ON

    def middle(self, spectrum: Decibels) -> int:
        """The first bin that is nearer to the floor."""
        fallen = spectrum[self.start : self.stop] < (self.before + self.floor) / 2
        return self.start + (int(fallen.argmax()) if fallen.any() else len(fallen))


def _steepest(spectrum: Decibels, bin_hertz: float) -> list[_Edge]:
    """Where it falls by enough, the steepest first."""
    bins = np.arange(max(8, int(_LOWEST_EDGE / bin_hertz)), int(_HIGHEST_EDGE * len(spectrum)))
    width = np.maximum(3, (bins * _WIDTH).astype(np.int64))
    stops = bins + np.maximum(2, (bins * _FALL).astype(np.int64))
    ends = np.minimum(stops + width, len(spectrum))
    fits = ends - stops >= 2
    bins, width, stops, ends = bins[fits], width[fits], stops[fits], ends[fits]
    total = np.concatenate([[0.0], np.cumsum(spectrum)])
    before = (total[bins] - total[bins - width]) / width
    floors = (total[ends] - total[stops]) / (ends - stops)
    drops = before - floors
    order = np.argsort(-drops)[:_MOST_TRIED]
    return [
        _Edge(int(bins[number]), int(stops[number]), float(before[number]), float(floors[number]))
        for number in order[drops[order] >= _DROP]
    ]
