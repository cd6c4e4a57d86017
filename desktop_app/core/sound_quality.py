"""What is wrong with a recording, as far as it can be measured: a person is warned, and nothing is changed.

The numbers are stored and the warnings follow from them here, so that there is one place for every threshold. They were
chosen over 266 recordings (the Debian package sonic-pi-samples, those of the tests, those of the demo), as they are and
made worse by known amounts; `tests/benchmarks/sound_quality.py` shows what is found of it, and how often in vain.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.core.analysis import Analysis

QUALITY: Final = Analysis("quality", 2, of_silent=True)
"""Its version is raised when a sound would measure otherwise."""

IDENTICAL: Final = -200.0
"""dB, as `side_level`, of channels that do not differ."""
FULL_BAND: Final = 0.78
"""Of half the sample rate. MP3 at 128 kbit/s ends at 16 to 17 kHz, which is 0.73 to 0.77 of a CD's; at 160 kbit/s it
reaches 0.79, and few hear what is missing. Sound of 32 kHz brought to 44.1 is at 0.73."""
NARROW_BAND: Final = 5_600.0
"""Hz. A rate that allows no more than this is narrow without any fault: 8 and 11.025 kHz. The bundled embedder listens
up to 7.5 kHz, CLAP up to 14."""
CLIPPED_SAMPLES: Final = 8
"""A sixth of a millisecond. In sonic-pi-samples, 5 of 165 have so many, and one has two runs of three."""
NEAR_SILENT_SHARE: Final = 0.01
"""Of the time. A single click in ten seconds is active for a tenth of that."""
LOW_PEAK: Final = -30.0
"""dBTP: five of sixteen bits are unused, and made as loud as others it has their noise at -70 dBFS. None of the 266
peaks below -20."""
DC_SHARE: Final = 0.01
"""-40 dBFS: a cut is a click to be heard, and 1 % of the headroom is gone. The lopsided waves of voices, brass and
drums stay below it, measured as it is here, but for some strokes of a tabla."""
LOW_SIGNAL_TO_NOISE: Final = 15.0
"""dB. Noise 10 dB below a recording is estimated at 11 to 15 dB (the recording's pauses do not count), noise 20 dB
below it at 23."""
ONE_SIGNAL: Final = -60.0
"""dB: what differs is a thousandth, too little to be heard beside the rest. Dither of two copies is below -70; of the
92 stereo files in sonic-pi-samples, 15 are below, 7 between this and -40, and the others above."""
ONE_SIGNAL_LEVEL: Final = -90.0
"""dBFS. Of a quiet sound the dither of 16 bits (-96) is less far below it, and is no stereo, either."""


class SoundWarning(StrEnum):
    """What a search asks for with `warning:`."""

    BAND_LIMITED = "band-limited"
    """Nothing in the upper part of what the sample rate could hold, or a rate that holds little: upsampled, telephone,
    low bitrate."""
    CLIPPED = "clipped"
    NEAR_SILENT = "near-silent"
    """Hardly anything but silence."""
    LOW_LEVEL = "low-level"
    """There is something to hear, but recorded very low."""
    DC_OFFSET = "dc-offset"
    NOISY = "noisy"
    """A low signal-to-noise ratio."""
    FAKE_STEREO = "fake-stereo"
    """Several channels that hold one signal: the same, at other volumes, or in one of them only."""
    DROPOUTS = "dropouts"
    """Samples are missing in the middle of sound, or are no numbers."""


@dataclass(frozen=True, slots=True)
class SoundQuality:
    """What was measured of a whole sound, all its channels."""

    sample_rate: int
    """Hz."""
    channels: int
    loudness: float | None
    """Integrated, LUFS (ITU-R BS.1770-5); None where nothing is louder than -70 LUFS."""
    true_peak: float | None
    """dBTP (BS.1770-5 annex 2); None for digital silence. Above 0 for float files beyond full scale, too."""
    level: float | None
    """RMS of the channel with the highest, dBFS (a full-scale square wave is 0); None for digital silence."""
    bandwidth: float | None
    """Hz above which there is nothing but noise floor; None where that cannot be told."""
    clipped: int
    """Samples in runs that were cut off at the highest or lowest value of their channel, all channels together."""
    dc_offset: float
    """By how much the channel that is furthest from it lies beside zero, as a share of full scale, signed; 0 where the
    sound is too short or too slow a wave to tell."""
    signal_to_noise: float | None
    """dB, estimated; None where it cannot be told (a steady sound has no pause to hear its noise in)."""
    active: float
    """The share of the sound's time in which it is above -60 dBFS, 0 to 1."""
    side_level: float | None
    """How far what is not one signal in all channels (at whatever volume) lies below that signal, dB (0 or negative),
    None for mono and -inf never: identical channels are -200."""
    dropouts: int
    """Gaps of digital silence, or of a held value, that begin and end abruptly, and stretches of what is no number
    (NaN, infinity) or too large to be a sample, which count as silence otherwise."""

    @property
    def warnings(self) -> tuple[SoundWarning, ...]:
        """What is to be said of it, in the order of `SoundWarning`."""
        near_silent = self.active < NEAR_SILENT_SHARE
        peak, ratio = self.true_peak, self.signal_to_noise
        applies = {
            SoundWarning.BAND_LIMITED: self._is_band_limited,
            SoundWarning.CLIPPED: self.clipped >= CLIPPED_SAMPLES,
            SoundWarning.NEAR_SILENT: near_silent,
            SoundWarning.LOW_LEVEL: not near_silent and peak is not None and peak < LOW_PEAK,
            SoundWarning.DC_OFFSET: abs(self.dc_offset) >= DC_SHARE,
            SoundWarning.NOISY: ratio is not None and ratio < LOW_SIGNAL_TO_NOISE,
            SoundWarning.FAKE_STEREO: self._is_one_signal,
            SoundWarning.DROPOUTS: self.dropouts > 0,
        }
        return tuple(warning for warning, does in applies.items() if does)

    @property
    def _is_band_limited(self) -> bool:
        half = self.sample_rate / 2
        return half < NARROW_BAND or (self.bandwidth is not None and self.bandwidth < FULL_BAND * half)

    @property
    def _is_one_signal(self) -> bool:
        if self.side_level is None or self.level is None:
            return False
        return self.side_level <= ONE_SIGNAL or self.level + self.side_level <= ONE_SIGNAL_LEVEL
